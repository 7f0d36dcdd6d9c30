package news.slugline.story;

import java.util.Set;
import news.slugline.claim.Claim;

/**
 * Whether a newer toll may be what has become of an older one. Of tolls little is said but the
 * number, so it is enough that nothing shows that they count two things: a part of the dead, those
 * of another place or year, those confirmed and those suspected, or ten times as many.
 */
final class GrowingToll {
  private final Wording wording;
  private final Clash clash;
  private final Apart apart;
  private final Set<String> part = Lists.of("change-words.tsv", "part");
  private final Set<String> suspected = Lists.of("change-words.tsv", "suspected");
  private final Set<String> confirmed = Lists.of("change-words.tsv", "confirmed");

  GrowingToll(Wording wording, Clash clash, Apart apart) {
    this.wording = wording;
    this.clash = clash;
    this.apart = apart;
  }

  boolean isOne(NodeRow before, NodeRow after) {
    Claim a = before.claim();
    Claim b = after.claim();
    return before.time().compareTo(after.time()) < 0
        && clash.areOfOneSize(a, b)
        && a.about().background() == b.about().background()
        && wording.has(a, part) == wording.has(b, part)
        && !areOfTwoSorts(a, b)
        && !areOfTwoSorts(b, a)
        && !Wording.eachHasOwn(names(a), names(b))
        && !apart.byYears(before, after)
        && !apart.byBodies(a, b);
  }

  private boolean areOfTwoSorts(Claim a, Claim b) {
    return wording.has(a, suspected) && !wording.has(b, suspected) && wording.has(b, confirmed);
  }

  /** Without those that say when, and who says so. */
  private Set<String> names(Claim c) {
    Set<String> out = wording.namesOfOthers(c);
    out.removeAll(clash.calendar());
    return out;
  }
}
