package news.slugline.story;

import java.util.Set;
import java.util.TreeSet;
import news.slugline.claim.Claim;
import news.slugline.claim.Kind;
import news.slugline.claim.event.Rises;

/** Whether two quantities of one key are the same one. The same for (a, b) and (b, a). */
final class SameQuantity {
  /** Smaller numbers are those of anything. */
  private static final double LEAST = 3;

  /** From here on a number that is not round is seldom given twice of two things. */
  private static final double LARGE = 1_000;

  /** The share of the words of the one that says less that stands next to a number of both. */
  private static final double BESIDE_IT = 0.2;

  /** What a number is written with, which says nothing of what it counts. */
  private final Set<String> scales;

  private final BesideNumbers beside;
  private final Wording wording;
  private final Values values;
  private final Clash clash;
  private final Apart apart;
  private final OwnNames names;

  SameQuantity(Wording wording, Values values, Clash clash, Apart apart, OwnNames names) {
    this.names = names;
    this.wording = wording;
    this.values = values;
    this.clash = clash;
    this.apart = apart;
    this.beside = new BesideNumbers(wording);
    this.scales = BesideNumbers.scales(wording);
  }

  /** Whether the two, which may be of anything, are one. */
  boolean isOne(Claim a, Claim b) {
    String v = a.value();
    String w = b.value();
    if (v == null || w == null) {
      return false;
    }
    Values.Match match = values.match(Kind.QUANTITY, v, w);
    if (match == Values.Match.SAME && TopicKeys.tells(a) && TopicKeys.tells(b)) {
      return true;
    }
    String p = a.about().trigger();
    String q = b.about().trigger();
    if (match == Values.Match.APART && !p.isEmpty() && !q.isEmpty() && !p.equals(q)) {
      return false; // what somebody is fined is not what he took
    }
    if (Rises.isMeasured(p) && Rises.isMeasured(q) && apart.byWhatMoved(a, b)) {
      return false; // revenue rose 8 percent, profit rose 8 percent
    }
    // "at least seven years" says too little of twenty
    if (match == Values.Match.FITS && isBoundFar(v, w)) {
      return false;
    }
    Set<String> x = counted(a, match);
    Set<String> y = counted(b, match);
    Set<String> both = Wording.shared(x, y);
    int weight = Math.min(wording.weight(x), wording.weight(y));
    double kept = weight == 0 ? 0 : (double) wording.weight(both) / weight;
    boolean fits = match != Values.Match.APART;
    double least = !fits ? 0.7 : namesMore(a, y) && namesMore(b, x) ? Wording.NEAR : 0.4;
    boolean other = match == Values.Match.SAME && isOtherGame(a, b);
    return !other && (both.size() >= 2 && kept >= least || isOneNumber(a, b, x, y));
  }

  /** Tolls of unlike events that differ tenfold are not two reports of one. */
  boolean sameScale(Claim a, Claim b) {
    String v = a.value();
    String w = b.value();
    if (a.kind() != Kind.QUANTITY
        || v == null
        || w == null
        || a.about().trigger().equals(b.about().trigger())) {
      return true;
    }
    Double x = values.number(v);
    Double y = values.number(w);
    return x == null || y == null || Math.max(x, y) <= 10 * Math.max(1, Math.min(x, y));
  }

  /** "In under two minutes", "30 seconds later": the one fits the other, of whatever they are. */
  boolean isBounded(Claim a, Claim b) {
    String v = FactMaker.value(a);
    String w = FactMaker.value(b);
    return values.match(Kind.QUANTITY, v, w) == Values.Match.FITS
        && (values.isBound(Kind.QUANTITY, v) || values.isBound(Kind.QUANTITY, w));
  }

  private boolean isBoundFar(String v, String w) {
    return values.isFar(Kind.QUANTITY, v, w)
        && (values.isBound(Kind.QUANTITY, v) || values.isBound(Kind.QUANTITY, w));
  }

  /**
   * "A 15-year veteran of the harbour police", "has worked for the harbour police for 15 years":
   * the same number beside a word of the same, told in few words, of nobody else and of nothing
   * else.
   */
  private boolean isOneNumber(Claim a, Claim b, Set<String> x, Set<String> y) {
    Double p = values.number(FactMaker.value(a));
    Double q = values.number(FactMaker.value(b));
    if (p == null
        || q == null
        || !p.equals(q)
        || isSmall(p)
        || namesMore(a, y) && namesMore(b, x)) {
      return false;
    }
    if (p >= LARGE && TopicKeys.significant(FactMaker.value(a)) > 1) {
      return !Wording.shared(x, y).isEmpty();
    }
    Set<String> both = Wording.shared(around(a, p), around(b, q));
    int least = Math.min(wording.weight(x), wording.weight(y));
    return wording.weight(both) >= BESIDE_IT * least && !both.isEmpty();
  }

  /** Two or three are of anything; 1.9 is not. */
  private static boolean isSmall(double number) {
    return number < LEAST && number == Math.rint(number);
  }

  /** The terms next to a number, without what is counted and without those that say when. */
  private Set<String> around(Claim c, double number) {
    Set<String> out = NamedValue.number(c, number).around(wording);
    out.removeAll(clash.calendar());
    out.removeAll(wording.terms(Counted.noun(c.about())));
    return beside.of(out);
  }

  /**
   * Whether a claim names somebody or something that another one, of which these are the terms,
   * does not.
   */
  private boolean namesMore(Claim c, Set<String> other) {
    return !other.containsAll(names.telling(c));
  }

  /** Five points of one game and of another: other figures of which one happening has but one. */
  private boolean isOtherGame(Claim a, Claim b) {
    return !a.about().slot().equals("score") && apart.byFigures(a, b);
  }

  /**
   * The words that say what a number counts, without the number; of numbers that agree with their
   * unit, which copy writes in many ways.
   */
  private Set<String> counted(Claim c, Values.Match match) {
    Set<String> out = new TreeSet<>(wording.terms(c));
    out.removeIf(t -> Character.isDigit(t.charAt(0)) || scales.contains(t));
    if (match != Values.Match.APART) {
      out.addAll(wording.terms(Counted.noun(c.about())));
    }
    return beside.of(out);
  }
}
