package news.slugline.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import news.slugline.claim.About;
import news.slugline.claim.Claim;
import news.slugline.claim.Kind;
import news.slugline.claim.Polarity;
import org.jspecify.annotations.Nullable;

/**
 * Two numbers of one thing, the same or near: the words beside them say of what ("turnout was 62%",
 * "voter turnout stands at 61 percent"), whatever else their sentences tell. An article that gives
 * both numbers gives them of two things. The same for (a, b) and (b, a).
 */
final class SameMeasure {
  private static final String KEY = SameValue.KEY + "beside ";
  private static final int KEYS = 3;

  /** How long something takes says little of what it is. */
  private static final Set<String> SPANS =
      Set.of("y", "month", "week", "d", "h", "min", "s", "decade");

  /** Smaller numbers are of much. */
  private static final double FEW = 10;

  /** Articles less alike are of two matters. */
  private static final double ONE_MATTER = 0.5;

  /** How far apart two numbers of one thing are at most, and so many of their words are shared. */
  private static final double[][] SHARED_BY_RATIO = {{1, 0.25}, {1.1, 0.3}, {1.4, 0.6}};

  private static final int REMEMBERED = 2_048;

  private final Wording wording;
  private final Values values;
  private final Clash clash;
  private final Apart apart;
  private final Retelling retelling;
  private final CountedState states;
  private final OwnNames names;
  private final BesideNumbers beside;

  /** What stands beside a claim's number, and whom it names: each is held against many. */
  private final Recent<Claim, Set<String>> around;

  private final Recent<Claim, Set<String>> others;
  private final Set<String> added = new TreeSet<>(Lists.of("change-words.tsv", "added"));
  private final Set<String> scales;

  SameMeasure(
      Wording wording,
      Values values,
      Clash clash,
      Retelling retelling,
      CountedState states,
      OwnNames names,
      Memory memory) {
    this.around = memory.byObject(REMEMBERED);
    this.others = memory.byObject(REMEMBERED);
    this.states = states;
    this.names = names;
    this.wording = wording;
    this.values = values;
    this.clash = clash;
    this.apart = clash.apart();
    this.retelling = retelling;
    added.addAll(Lists.of("change-words.tsv", "another"));
    added.addAll(Lists.of("change-words.tsv", "increment"));
    this.beside = new BesideNumbers(wording);
    this.scales = BesideNumbers.scales(wording);
  }

  /** Whether a number says how long something took. */
  static boolean isSpan(About about) {
    return SPANS.contains(Counted.noun(about));
  }

  /** The keys of what is counted or measured and each of the rarest words beside its number. */
  List<String> keys(Claim c) {
    if (number(c) == null) {
      return List.of();
    }
    List<String> rarest = new ArrayList<>(around(c));
    rarest.sort(Comparator.comparingInt((String t) -> -wording.weight(t)).thenComparing(t -> t));
    String head = KEY + Counted.slot(c.about()) + "|";
    return rarest.stream().limit(KEYS).map(t -> head + t).toList();
  }

  /** The number of an amount that is told as it is; null if it is none. */
  private @Nullable Double number(Claim c) {
    boolean told =
        c.kind() == Kind.QUANTITY
            && c.value() != null
            && !c.isTold()
            && c.polarity() == Polarity.POSITIVE;
    return told && Counted.isAmount(c.about()) && !isSpan(c.about())
        ? values.number(FactMaker.value(c))
        : null;
  }

  /** Whether the two give one thing's number, be it the same or not. */
  boolean isOne(NodeRow m, NodeRow n) {
    Claim a = m.claim();
    Claim b = n.claim();
    Double p = number(a);
    Double q = number(b);
    if (p == null
        || q == null
        || p <= 0
        || q <= 0
        || m.uri().equals(n.uri())
        || !Counted.areOne(a.about(), b.about())) {
      return false;
    }
    double ratio = Math.max(p, q) / Math.min(p, q);
    double least = least(ratio);
    if (least > 1) {
      return false; // too far apart
    }
    Set<String> both = Wording.shared(around(a), around(b));
    if (share(both, a, b) < least
        || Math.min(p, q) < FEW && both.size() < 2) { // two helicopters and two others
      return false;
    }
    if (ratio > 1 && areBothGiven(a, p, b, q)) {
      return false;
    }
    return !(ratio > 1 && areTwo(a, b))
        && (ratio == 1 || !knows(m.scene(), b) || !knows(n.scene(), a))
        && !apart.byYears(m, n)
        && !areElsewhere(a, b)
        && !apart.byHolders(a, b)
        && !names.areOthers(m, n)
        && retelling.oneMatter(m.scene(), n.scene()) >= ONE_MATTER;
  }

  /** Whether one text gives both numbers: "3.6% this year and 3.2% next year". */
  static boolean areBothGiven(Claim a, double p, Claim b, double q) {
    return NamedValue.number(a, p).gives(q) || NamedValue.number(b, q).gives(p);
  }

  /** Whether the two tell of other places, bodies or days, or of other things that moved. */
  boolean areElsewhere(Claim a, Claim b) {
    return Apart.byPlace(a, b)
        || apart.byBodies(a, b)
        || apart.byDates(a, b)
        || apart.byWhatMoved(a, b)
        || !Joiner.sameDate(a, b);
  }

  /**
   * Whether two numbers that differ are of two things: each names what the other does not, one is
   * added to what was before, or they count what is in a state, which {@link RunningCount} follows.
   */
  private boolean areTwo(Claim a, Claim b) {
    return nameOthers(a, b) || areAdded(a, b) || states.key(a) != null || states.key(b) != null;
  }

  /** Whether each names what the other does not. */
  boolean nameOthers(Claim a, Claim b) {
    return Wording.eachHasOwn(others.get(a, this::readOthers), others.get(b, this::readOthers));
  }

  /** Whether one of the two is added to what was before. */
  boolean areAdded(Claim a, Claim b) {
    return wording.has(a, added) != wording.has(b, added);
  }

  private Set<String> readOthers(Claim c) {
    Set<String> out = wording.namesOfOthers(c);
    out.removeAll(clash.calendar());
    return TermSet.copyOf(out);
  }

  private static double least(double ratio) {
    for (double[] step : SHARED_BY_RATIO) {
      if (ratio <= step[0]) {
        return step[1];
      }
    }
    return Double.MAX_VALUE;
  }

  /** The share of the words beside the number of the one that says less there. */
  private double share(Set<String> both, Claim a, Claim b) {
    int least = Math.min(wording.weight(around(a)), wording.weight(around(b)));
    return least == 0 ? 0 : (double) wording.weight(both) / least;
  }

  private Set<String> around(Claim c) {
    return around.get(c, this::readAround);
  }

  private Set<String> readAround(Claim c) {
    Double number = number(c);
    Set<String> out = number == null ? new TreeSet<>() : named(c, number).around(wording);
    out.removeAll(clash.calendar());
    out.removeAll(scales);
    out.removeAll(wording.terms(Counted.noun(c.about())));
    return TermSet.copyOf(beside.of(out));
  }

  /** The number, with the word for its unit. */
  private static NamedValue named(Claim c, double number) {
    NamedValue v = NamedValue.number(c, number);
    boolean unit = !Counted.isCount(c.about()) && v.at() >= 0 && v.to() < v.words().size();
    return unit ? new NamedValue(v.words(), v.at(), v.to() + 1, v.isDate(), v.weekdays()) : v;
  }

  /** Whether an article gives the number, as the claim writes it. */
  private boolean knows(Scene scene, Claim c) {
    Double number = number(c);
    String written = number == null ? null : NamedValue.number(c, number).written();
    String term = written == null ? null : wording.term(written);
    return term != null && scene.figures().contains(term);
  }
}
