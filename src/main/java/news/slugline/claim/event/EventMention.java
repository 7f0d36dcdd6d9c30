package news.slugline.claim.event;

import java.util.List;
import news.slugline.claim.EventStatus;
import news.slugline.claim.Modality;
import news.slugline.claim.Participant;
import news.slugline.claim.Polarity;
import org.jspecify.annotations.Nullable;

/**
 * An event where a sentence names it. Offsets are UTF-16 offsets into the document's text.
 *
 * @param type class of the event ({@code meeting})
 * @param family of the class ({@code encounter})
 * @param sentence index of its sentence
 * @param start of the words that name it
 * @param end exclusive
 * @param clauseStart of the clause around them
 * @param clauseEnd exclusive
 * @param status null if the sentence names the event and says nothing of its fate
 * @param background whether it is background and not the running matter
 * @param further whether it is told as one besides another of its class ("a second meeting")
 * @param when ISO time of the event as far as the article gives it
 * @param where place by name
 */
public record EventMention(
    String type,
    String family,
    int sentence,
    int start,
    int end,
    int clauseStart,
    int clauseEnd,
    @Nullable EventStatus status,
    Modality modality,
    Polarity polarity,
    boolean background,
    boolean further,
    List<Participant> participants,
    @Nullable String when,
    @Nullable String where) {
  public EventMention {
    participants = List.copyOf(participants);
  }

  /** This mention with what another of the same event gives. */
  EventMention with(List<Participant> others, @Nullable String day, @Nullable String place) {
    return new EventMention(
        type,
        family,
        sentence,
        start,
        end,
        clauseStart,
        clauseEnd,
        status,
        modality,
        polarity,
        background,
        further,
        others,
        day,
        place);
  }

  /** This mention as one of the class of another. */
  EventMention of(EventMention other) {
    return new EventMention(
        other.type,
        other.family,
        sentence,
        start,
        end,
        clauseStart,
        clauseEnd,
        status,
        modality,
        polarity,
        background,
        further,
        participants,
        when,
        where);
  }

  /** This mention with another fate. */
  EventMention as(EventStatus fate, Modality how) {
    return new EventMention(
        type,
        family,
        sentence,
        start,
        end,
        clauseStart,
        clauseEnd,
        fate,
        how,
        polarity,
        background,
        further,
        participants,
        when,
        where);
  }

  /** This mention in a clause that ends earlier. */
  EventMention upTo(int close) {
    return new EventMention(
        type,
        family,
        sentence,
        start,
        end,
        clauseStart,
        Math.min(clauseEnd, Math.max(end, close)),
        status,
        modality,
        polarity,
        background,
        further,
        participants,
        when,
        where);
  }

  /** The same of somebody else, of whom another clause tells without naming it. */
  EventMention at(int from, int to, Participant who) {
    return new EventMention(
        type,
        family,
        sentence,
        from,
        to,
        from,
        to,
        status,
        modality,
        polarity,
        background,
        further,
        List.of(who),
        when,
        where);
  }

  /** Whether people come together at a time and place. */
  public boolean encounter() {
    return family.equals("encounter");
  }

  /** Whether it is an accident, crime or disaster that harms people. */
  public boolean incident() {
    return family.equals("incident");
  }
}
