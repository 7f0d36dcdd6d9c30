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
  private static final String INCLUDING = "including";
  private static final String AMONG = "among";
  private static final String AND = "and";

  /** Behind the dead: "12 were killed and 25 others hurt", "with 140 others injured". */
  private static final Set<String> LINKS = Set.of(AND, "with");

  private static final Set<String> OTHERS = Set.of("other", "others");

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
   * Whether two tolls that copy opens with, or each the only one of its article, are those of the
   * story: of whatever class each calls its event ("a rockfall", "the accident"), both name
   * somebody or something of one name, and neither what the other's article does not.
   */
  boolean areOfStory(NodeRow m, NodeRow n) {
    Claim a = m.claim();
    Claim b = n.claim();
    String slot = a.about().slot();
    boolean open = Scene.isOpening(a.span().start()) && Scene.isOpening(b.span().start());
    boolean only = m.scene().once().contains(slot) && n.scene().once().contains(slot);
    return slot.equals(b.about().slot())
        && (open || only && !a.about().background() && !b.about().background())
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
    Double number = values.number(FactMaker.value(c));
    NamedValue named = number == null ? null : NamedValue.number(c, number);
    if (named == null || named.at() < 0) {
      return wording.has(c, part);
    }
    List<String> words = named.words();
    boolean besides = false;
    for (int i = named.at() - 1; i >= 0 && !words.get(i).equals(AND); i--) {
      besides |= CountedState.read(words, i) >= 0;
      if (!besides && part.contains(words.get(i))) {
        return true;
      }
    }
    besides |= named.at() > 0 && LINKS.contains(words.get(named.at() - 1));
    for (int i = named.to(); i < words.size() && CountedState.read(words, i) < 0; i++) {
      String w = words.get(i);
      if (w.equals(INCLUDING) || w.equals(AMONG)) {
        return false; // "21 people, among them two minors"
      }
      // "12 were killed and 25 others injured" are no others of the injured
      boolean others = besides && i == named.to() && OTHERS.contains(w);
      if (!others && part.contains(w)) {
        return true;
      }
    }
    return false;
  }

  private boolean areOfTwoSorts(Claim a, Claim b) {
    return wording.has(a, suspected) && !wording.has(b, suspected) && wording.has(b, confirmed);
  }
}
