package news.slugline.story;

import java.util.HashSet;
import java.util.Set;
import news.slugline.claim.Claim;
import news.slugline.claim.EventStatus;
import news.slugline.claim.Modality;

/**
 * Whether a claim gives what became of what another tells of. Events of one class and one story are
 * mostly several, so both must show that they mean one; of two claims of one article neither became
 * of the other; and what befalls people is not announced.
 */
final class FollowUp {
  private static final int DAY = 10;
  private static final String CHARGE = "charge";

  private final Wording wording;
  private final Clash clash;
  private final Set<String> gatherings = Lists.of("change-words.tsv", "gathering");
  private final Set<String> prevented = Lists.of("change-words.tsv", "prevented");
  private final Set<String> another = Lists.of("change-words.tsv", "another");
  private final Set<String> befalling = Lists.of("change-words.tsv", "befalling");
  private final Set<String> elsewhere = Lists.of("change-words.tsv", "elsewhere");

  FollowUp(Wording wording, Clash clash) {
    this.wording = wording;
    this.clash = clash;
  }

  /** Whether the second tells what came of an event that the first announces or sees under way. */
  boolean isOf(NodeRow before, NodeRow after) {
    Claim a = before.claim();
    Claim b = after.claim();
    if (!isSure(a) || !isSure(b) || !isBehind(before, after)) {
      return false;
    }
    boolean befell = befalling.contains(a.about().trigger());
    if (befell && a.eventStatus() != EventStatus.UNDER_WAY
        || wording.has(a, prevented)
        || !words(a, another).equals(words(b, another))
        || Parties.areOthers(a, b)
        || isOnlyLasting(a, b)
        || isDueOtherwise(before, after)) {
      return false;
    }
    Clash.Tie tie = clash.tie(a, b);
    boolean anchored = tie.named() || tie.day() || tie.where();
    if (a.eventStatus() == EventStatus.UNDER_WAY) {
      // "Investigators are looking into it", "was looked into by": it goes on all the same
      return anchored && tie.isOne() && tie.isNear();
    }
    boolean gathering = gatherings.contains(a.about().trigger());
    return tie.isOne() || tie.isNear() || gathering && (anchored || tie.plain() > 0);
  }

  /** "Is facing charges" is no earlier than "was charged": who was, faces them since. */
  private static boolean isOnlyLasting(Claim a, Claim b) {
    return a.about().trigger().equals(CHARGE)
        && a.eventStatus() == EventStatus.UNDER_WAY
        && b.eventStatus() == EventStatus.OCCURRED;
  }

  /** Whether the second says that it was moved to where it now is. */
  boolean isMoved(NodeRow before, NodeRow after) {
    Claim b = after.claim();
    return isBehind(before, after)
        && Wording.hasAny(wording.words(b), elsewhere)
        && clash.tie(before.claim(), b).isPositive();
  }

  /** "May be charged" announces nothing, and "allegedly met" is no outcome. */
  private static boolean isSure(Claim c) {
    return c.modality() != Modality.POSSIBLE && c.modality() != Modality.ALLEGED;
  }

  private static boolean isBehind(NodeRow before, NodeRow after) {
    return !before.uri().equals(after.uri()) && before.time().compareTo(after.time()) < 0;
  }

  /**
   * Whether what comes later is not of the day for which it is announced; "said on Monday that it
   * will" gives no such day.
   */
  private boolean isDueOtherwise(NodeRow before, NodeRow after) {
    String when = before.claim().about().when();
    if (when == null || when.length() < DAY) {
      return false;
    }
    String due = when.substring(0, DAY);
    boolean ahead = due.compareTo(before.time().substring(0, DAY)) > 0;
    boolean came = after.claim().eventStatus() == EventStatus.OCCURRED;
    return ahead
        && (clash.nameOtherDays(before.claim(), after.claim())
            || came && after.time().substring(0, DAY).compareTo(due) < 0);
  }

  private Set<String> words(Claim c, Set<String> of) {
    Set<String> out = new HashSet<>(wording.words(c));
    out.retainAll(of);
    return out;
  }
}
