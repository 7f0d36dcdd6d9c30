package news.slugline.claim;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a claim is about, from the claim's own article alone. The story package makes topic keys
 * from it.
 *
 * @param trigger class of the event, in lower case with underscores ({@code meeting}, {@code
 *     press_conference}, {@code shooting}); empty if the claim is about no event
 * @param background whether the event is background and not the running matter ("last met in 2019",
 *     "a 2018 summit")
 * @param further whether the event is told as one besides another of its class ("a second meeting")
 * @param participants of the event, by canonical name
 * @param slot what of it the claim gives: {@code start}, {@code end}, {@code date}, {@code
 *     duration}, {@code venue}, {@code killed}, {@code injured}, {@code age}, {@code since}, {@code
 *     status}, {@code said}, {@code amount:unit} and so on; never empty
 * @param holder whose value it is (whose age, which body's tally, who is quoted), by canonical name
 * @param when the ISO date of the event as far as the article gives it
 * @param where place of the event by name, as far as the article gives it
 * @param terms content words of the claim, lower-cased lemmas, distinct, in order of appearance
 * @param classes of all events that the sentence names, of what a sentence tells; else none
 */
public record About(
    String trigger,
    boolean background,
    boolean further,
    List<Participant> participants,
    String slot,
    @Nullable String holder,
    @Nullable String when,
    @Nullable String where,
    List<String> terms,
    List<String> classes) {
  public About {
    participants = List.copyOf(participants);
    terms = List.copyOf(terms);
    classes = List.copyOf(classes);
  }

  public About(
      String trigger,
      boolean background,
      List<Participant> participants,
      String slot,
      @Nullable String holder,
      @Nullable String when,
      @Nullable String where,
      List<String> terms) {
    this(trigger, background, false, participants, slot, holder, when, where, terms, List.of());
  }

  /** Whether it is about what a whole sentence tells, or somebody is quoted as telling. */
  public boolean isTold() {
    return slot.equals(Claim.TOLD) || slot.equals(Claim.REMARK);
  }
}
