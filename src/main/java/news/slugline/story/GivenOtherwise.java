package news.slugline.story;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import news.slugline.claim.Claim;
import news.slugline.claim.Kind;

/**
 * Whether two desks tell a number or a clock time of one thing otherwise, so that an editor should
 * see the two beside each other: of what each tells but one of, or by the same words beside it, for
 * one time, and no more than that one number. The same for (a, b) and (b, a).
 */
final class GivenOtherwise {
  private static final long DAY_HOURS = 24;
  private static final int YEAR = 4;

  private final Wording wording;
  private final Clash clash;
  private final SameValue sameValue;
  private final SameMeasure measures;
  private final OnlyNumber only;
  private final Set<String> moving = new TreeSet<>(Lists.of("change-words.tsv", "moved"));

  GivenOtherwise(
      Wording wording, Clash clash, SameValue sameValue, SameMeasure measures, OnlyNumber only) {
    this.wording = wording;
    this.clash = clash;
    this.sameValue = sameValue;
    this.measures = measures;
    this.only = only;
    moving.addAll(Lists.of("change-words.tsv", "running total"));
  }

  boolean are(NodeRow m, NodeRow n) {
    Claim a = m.claim();
    Claim b = n.claim();
    if (a.kind() == Kind.TIME) {
      return clash.differ(a, b) && sameValue.isOneMoment(m, n);
    }
    return a.kind() == Kind.QUANTITY
        && mayBeHeldAgainst(a)
        && mayBeHeldAgainst(b)
        && Math.abs(Times.hours(m.time(), n.time())) <= DAY_HOURS
        && !nameOthers(a, b)
        && (only.isOne(m, n) && areCountedOrOpen(a, b) || measures.isOne(m, n));
  }

  /**
   * No bound and no sum, of which who else offered how much is seldom said; nothing that moves or
   * has grown by then; and no number among others.
   */
  private boolean mayBeHeldAgainst(Claim c) {
    String value = c.value();
    return value != null
        && (Character.isDigit(value.charAt(0)) || value.startsWith("~"))
        && !value.contains("..")
        && !Counted.isSum(c.about())
        && !wording.has(c, moving)
        && numbers(wording.words(c)) <= 1;
  }

  /** How many numbers stand there in digits, years aside. */
  private static long numbers(List<String> words) {
    return words.stream()
        .filter(w -> Character.isDigit(w.charAt(0)))
        .filter(w -> w.length() != YEAR || !w.startsWith("19") && !w.startsWith("20"))
        .count();
  }

  /** "Thompson had 15 points", "Lawson added 16 points". */
  private boolean nameOthers(Claim a, Claim b) {
    boolean both = !Clash.named(a.about()).isEmpty() && !Clash.named(b.about()).isEmpty();
    return both && !clash.tie(a, b).named();
  }

  /** Lengths and the like are of much: what a text opens with is of its event. */
  private static boolean areCountedOrOpen(Claim a, Claim b) {
    return Counted.isCount(a.about())
        || a.about().slot().equals(OnlyNumber.AGE)
        || Scene.isOpening(a.span().start()) && Scene.isOpening(b.span().start());
  }
}
