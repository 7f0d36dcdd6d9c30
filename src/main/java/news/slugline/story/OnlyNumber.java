package news.slugline.story;

import java.util.Set;
import news.slugline.claim.About;
import news.slugline.claim.Claim;
import news.slugline.claim.Kind;
import news.slugline.claim.Modality;
import news.slugline.claim.Polarity;
import news.slugline.claim.text.NameKeys;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of which two articles each give one and no other: the films of a festival, the witnesses
 * of a trial, somebody's age. Where they nearly agree they are of one thing, whatever stands beside
 * them: a second number of the same would be far from the first more often than not. The same for
 * (a, b) and (b, a).
 */
final class OnlyNumber {
  private static final String KEY = SameValue.KEY + "only ";
  static final String AGE = "age";

  /** How far apart two numbers of one thing are at most. */
  private static final double RATIO = 1.12;

  /** The same of things by one noun and of what is measured. */
  private static final double OF_ONE_NOUN = 1.4;

  /** Of what everything may be a share. */
  private static final Set<String> SHARES = Set.of("%", "bp");

  /** Smaller numbers are of much: two helicopters and two others. */
  private static final double FEW = 10;

  /** Who was born in between is told as older by one. */
  private static final double BIRTHDAY = 1;

  /** Articles less alike are of two matters. */
  private static final double ONE_MATTER = 0.5;

  private final Wording wording;
  private final Values values;
  private final Apart apart;
  private final Retelling retelling;
  private final CountedState states;
  private final SameMeasure measures;
  private final OwnNames names;
  private final Set<String> capacity = Lists.of("change-words.tsv", "capacity");

  OnlyNumber(
      Wording wording,
      Values values,
      Apart apart,
      Retelling retelling,
      CountedState states,
      SameMeasure measures,
      OwnNames names) {
    this.measures = measures;
    this.wording = wording;
    this.values = values;
    this.apart = apart;
    this.retelling = retelling;
    this.states = states;
    this.names = names;
  }

  /** Whether a claim gives a number that an article may give but one of. */
  static boolean mayBe(Claim c) {
    About about = c.about();
    boolean amount = Counted.isAmount(about) && !isOfMuch(about);
    return c.kind() == Kind.QUANTITY
        && !c.isTold()
        && c.value() != null
        && c.polarity() == Polarity.POSITIVE
        && (amount || about.slot().equals(AGE));
  }

  /** Spans of time, shares and sums of money: an article that gives one need not mean the same. */
  private static boolean isOfMuch(About about) {
    return Counted.isSum(about)
        || SHARES.contains(Counted.noun(about))
        || SameMeasure.isSpan(about);
  }

  /** The key of a number that is the only one of its article; null if it is not. */
  static @Nullable String key(Claim c, Scene scene) {
    return scene.isOnlyNumber(c) ? KEY + Counted.slot(c.about()) : null;
  }

  /** Whether two claims that share such a key give one thing's number, be it the same or not. */
  boolean isOne(NodeRow m, NodeRow n) {
    Claim a = m.claim();
    Claim b = n.claim();
    if (m.uri().equals(n.uri())
        || !m.scene().isOnlyNumber(a)
        || !n.scene().isOnlyNumber(b)
        || !Counted.areOne(a.about(), b.about())) {
      return false;
    }
    Double p = values.number(FactMaker.value(a));
    Double q = values.number(FactMaker.value(b));
    if (p == null || q == null || p <= 0 || q <= 0) {
      return false;
    }
    boolean age = a.about().slot().equals(AGE);
    boolean near =
        age
            ? Math.abs(p - q) <= BIRTHDAY
            : Math.min(p, q) >= FEW && Math.max(p, q) <= ratio(a, b) * Math.min(p, q);
    return near
        && (age ? mayBeOnes(a.about().holder(), b.about().holder()) : !areTwo(m, n, p, q))
        && names.isShared(m.scene(), n.scene())
        && !names.areOthers(m, n)
        && !apart.byHolders(a, b)
        && !apart.byYears(m, n)
        && retelling.oneMatter(m.scene(), n.scene()) >= ONE_MATTER;
  }

  private static double ratio(Claim a, Claim b) {
    boolean count = Counted.isCount(a.about()) || Counted.isCount(b.about());
    return !count || Counted.areOfOneNoun(a.about(), b.about()) ? OF_ONE_NOUN : RATIO;
  }

  /** Whether two ages may be one person's, by what each says of whose it is. */
  private static boolean mayBeOnes(@Nullable String a, @Nullable String b) {
    if (a == null || b == null) {
      return false;
    }
    if (Somebody.is(a) && Somebody.is(b)) {
      return Somebody.mayBeOne(a, b);
    }
    return Somebody.is(a) != Somebody.is(b) || NameKeys.same(a, b);
  }

  /** Whether a number is told as what is so, and not as what is to be or may be. */
  private static boolean isSo(Claim c) {
    return c.modality() == Modality.ASSERTED || c.modality() == Modality.REPORTED;
  }

  /** Whether more than their difference shows that two amounts are of two things. */
  private boolean areTwo(NodeRow m, NodeRow n, double p, double q) {
    Claim a = m.claim();
    Claim b = n.claim();
    return p != q && SameMeasure.areBothGiven(a, p, b, q)
        || isSo(a) != isSo(b)
        || p != q && measures.nameOthers(a, b)
        || wording.has(a, capacity) != wording.has(b, capacity)
        || measures.areAdded(a, b)
        || states.areTwo(m, n)
        || measures.areElsewhere(a, b);
  }
}
