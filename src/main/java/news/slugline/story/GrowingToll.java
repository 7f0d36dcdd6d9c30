package news.slugline.story;

import java.util.List;
import java.util.Set;
import news.slugline.claim.Claim;

/**
 * Whether a newer toll may be what has become of an older one. Of tolls little is said but the
 * number, so it is enough that nothing shows that they count two things: a part of the dead, those
 * of another place or year, those confirmed and those suspected, or ten times as many.
 */
final class GrowingToll {
  private final Wording wording;
  private final Values values;
  private final Clash clash;
  private final Apart apart;
  private final OwnNames names;
  private final Set<String> part = Lists.of("change-words.tsv", "part");
  private final Set<String> suspected = Lists.of("change-words.tsv", "suspected");
  private final Set<String> confirmed = Lists.of("change-words.tsv", "confirmed");

  GrowingToll(Wording wording, Values values, Clash clash, Apart apart, OwnNames names) {
    this.wording = wording;
    this.values = values;
    this.clash = clash;
    this.apart = apart;
    this.names = names;
  }

  boolean isOne(NodeRow before, NodeRow after) {
    Claim a = before.claim();
    Claim b = after.claim();
    return before.time().compareTo(after.time()) < 0
        && a.about().background() == b.about().background()
        && !areOfTwoSorts(a, b)
        && !areOfTwoSorts(b, a)
        && mayBeOne(before, after);
  }

  /**
   * Whether two tolls that copy opens with are those of the story: of whatever class each calls its
   * event ("a rockfall", "the accident"), both name somebody or something of one name, and neither
   * what the other's article does not.
   */
  boolean areOfStory(NodeRow m, NodeRow n) {
    Claim a = m.claim();
    Claim b = n.claim();
    return a.about().slot().equals(b.about().slot())
        && Scene.isOpening(a.span().start())
        && Scene.isOpening(b.span().start())
        && names.isShared(m.scene(), n.scene())
        && mayBeOne(m, n);
  }

  /** Whether nothing shows that they count two things. */
  private boolean mayBeOne(NodeRow m, NodeRow n) {
    Claim a = m.claim();
    Claim b = n.claim();
    return clash.areOfOneSize(a, b)
        && isPart(a) == isPart(b)
        && !names.areOthers(m, n)
        && !apart.byYears(m, n)
        && !apart.byBodies(a, b);
  }

  /**
   * "Two others", "three of the children": what stands beside its number, and not beside another.
   */
  private boolean isPart(Claim c) {
    List<String> words = wording.words(c);
    Double number = values.number(FactMaker.value(c));
    int at = 0;
    while (number != null && at < words.size() && CountedState.read(words, at) != number) {
      at++;
    }
    if (number == null || at == words.size()) {
      return wording.has(c, part);
    }
    for (int i = at - 1; i >= 0 && CountedState.read(words, i) < 0; i--) {
      if (part.contains(words.get(i))) {
        return true;
      }
    }
    for (int i = at + 1; i < words.size() && CountedState.read(words, i) < 0; i++) {
      if (part.contains(words.get(i))) {
        return true;
      }
    }
    return false;
  }

  private boolean areOfTwoSorts(Claim a, Claim b) {
    return wording.has(a, suspected) && !wording.has(b, suspected) && wording.has(b, confirmed);
  }
}
