package news.slugline.claim.value;

import java.math.BigDecimal;
import java.util.Set;
import news.slugline.claim.value.QuantityMention.Slot;
import org.jspecify.annotations.Nullable;

/** How many were harmed, by a number or by several that are added up. */
final class TollScan {
  private static final Set<String> AGED = QuantityScan.WORDS.get("aged");

  private final Lexemes x;
  private final Amounts amounts;
  private final Mentions mentions;
  private final Inner inner;
  private @Nullable Slot lastSlot;
  private int lastEnd = -1;

  /** Reads what stands between the persons and what befell them. */
  @FunctionalInterface
  interface Inner {
    void read(int from, int to);
  }

  /** One more in "two men, a woman and a child". */
  record Member(int end, BigDecimal number) {}

  TollScan(Lexemes x, Amounts amounts, Mentions mentions, Inner inner) {
    this.x = x;
    this.amounts = amounts;
    this.mentions = mentions;
    this.inner = inner;
  }

  /** What befell those right before: "two were shot and one woman" goes on. */
  @Nullable Slot goesOn(int start) {
    return lastEnd == start - 1 && x.is(lastEnd, "and") ? lastSlot : null;
  }

  /** A toll ends there, and another may go on from it. */
  void ended(Slot slot, int end) {
    lastSlot = slot;
    lastEnd = end;
  }

  /**
   * The persons of an amount that were harmed.
   *
   * @param p what is counted, if the copy says it
   * @param end lexeme after that
   * @return the lexeme at which it ends, or 0 if nobody was
   */
  int casualty(Amount a, Nouns.@Nullable Phrase p, int end) {
    if (ofKin(a) || p == null && years(a)) {
      return 0;
    }
    boolean person = p != null || x.is(a.end(), "others");
    String counted = p == null ? null : mentions.words(p);
    Amount sum = a;
    int to = end;
    if (person && (x.is(to, "and") || x.is(to, ",")) && Casualties.before(x, a.start()) == null) {
      Amount total = a;
      int last = to;
      int members = 0;
      for (int n = 0; n < 5; n++) {
        int k = x.is(last, ",") ? last + 1 : last;
        k = x.is(k, "and") ? k + 1 : k;
        Member m = k == last ? null : member(k);
        if (m == null || total.low() == null) {
          break;
        }
        total = total.with(total.low().add(m.number()), null);
        last = m.end();
        members++;
      }
      if (last > to && Casualties.after(x, last, false) != null) {
        sum = members > 1 && areAll(a, total) ? a : total;
        to = last;
      }
    }
    BigDecimal low = sum.low();
    if (sum == a && low != null && isWithOne(a)) {
      sum = a.with(low.add(BigDecimal.ONE), null);
    }
    Casualties.Hit after = Casualties.after(x, to, true);
    if (after != null
        && after.slot() == Slot.MISSING
        && Casualties.before(x, a.start()) == Slot.KILLED) {
      after = null; // "found the bodies of two men missing since the storm"
    }
    if (after != null && (person || sum.vague() != null || !a.scaled() && after.end() > 0)) {
      int next =
          mentions.add(
              a.start(), after.end(), sum, Casualties.unit(after.slot()), counted, after.slot());
      inner.read(to, next);
      return next;
    }
    Slot before = Casualties.before(x, a.start());
    if (before == null && person) {
      before = goesOn(a.start());
    }
    if (before == null || x.is(end, "'") || x.is(end, "time") || x.is(end, "times")) {
      return 0;
    }
    boolean loose =
        p == null
            && x.word(end)
            && !x.in(end, Nouns.FUNCTION)
            && !Casualties.startsPredicate(x, end);
    if (loose) {
      return 0;
    }
    Amount all = a;
    int last = p == null ? Math.max(a.end(), end) : end;
    Member more = p == null || !x.is(last, "and") ? null : member(last + 1);
    if (more != null && a.low() != null && Casualties.after(x, more.end(), false) == null) {
      all = a.with(a.low().add(more.number()), null);
      last = more.end();
    }
    boolean dead = x.phrase(last, "to", "death") || x.is(last, "dead");
    before = before == Slot.SHOT && dead ? Slot.KILLED : before;
    int next = mentions.add(a.start(), last, all, Casualties.unit(before), counted, before);
    ended(before, next);
    return next;
  }

  /** Words of a title and name. */
  private static final int TITLE = 5;

  /** "The minister and four others were killed": one more than these. */
  private boolean isWithOne(Amount a) {
    int one = a.start() - 2;
    boolean others = x.is(a.end(), "other") || x.is(a.end(), "others");
    boolean person =
        CountNouns.isPerson(x.lower(one)) && !Nouns.isPlural(x.lower(one)) || x.capitalised(one);
    boolean subject = true;
    for (int k = one; k >= Math.max(0, one - TITLE) && subject && x.word(k); k--) {
      subject = Casualties.before(x, k) == null; // not "the blast killed Ann Lee and ..."
    }
    return others
        && person
        && subject
        && x.is(one + 1, "and")
        && a.comparator() == Comparator.EXACT;
  }

  /** "Nine people, four men and five women": the others are the first ones again. */
  private static boolean areAll(Amount first, Amount withOthers) {
    BigDecimal n = first.low();
    BigDecimal all = withOthers.low();
    return n != null && all != null && n.add(n).compareTo(all) == 0;
  }

  /** "A mother of two", "the sister of the two boys": somebody else is spoken of. */
  private boolean ofKin(Amount a) {
    int k = x.is(a.start() - 1, "the") ? a.start() - 2 : a.start() - 1;
    return x.is(k, "of") && Nouns.isPerson(x.lower(k - 1)) && !x.is(k - 1, "family");
  }

  /** "Who was 59", "children under 15", "Smith, 31", "this one": no number of persons. */
  private boolean years(Amount a) {
    int b = a.start() - 1;
    int n = a.number() - 1;
    boolean fate = Casualties.startsPredicate(x, a.end()); // "quake hits Lima, 12 dead"
    boolean apart = x.is(b, ",") && !fate && (x.capitalised(b - 1) || x.is(a.end(), ","));
    boolean old = x.in(n, AGED) || apart && x.number(a.number()) || listed(a);
    boolean pronoun = a.isOne() && (x.is(b, "this") || x.is(b, "that") || x.is(b, "which"));
    return old && x.digits(a.number()) <= 2 || pronoun;
  }

  /** The last of "ages 18, 21 and 35", of "between the ages of 11 and 15". */
  private boolean listed(Amount a) {
    int k = a.start() - 1;
    while (x.number(k) || x.is(k, ",") || x.is(k, "and")) {
      k--;
    }
    boolean apposed = x.is(k + 1, ",") && k + 2 < a.start() && x.is(a.end(), ",");
    boolean also = x.is(k, "also") && x.is(k - 1, ",") && x.is(a.end(), ",");
    boolean between = x.is(k, "of") && x.is(k - 1, "ages");
    return x.is(k, "ages") || x.is(k, "aged") || between || apposed || also;
  }

  /** One person or a few of a list that go on here, if somebody does. */
  @Nullable Member member(int k) {
    boolean kin = x.in(k, QuantityScan.THEIR); // "their uncle"
    if (kin || x.is(k, "a") || x.is(k, "an") || x.is(k, "another") || x.is(k, "one")) {
      Nouns.Phrase p = Nouns.read(x, k + 1, true);
      return p != null && p.person() ? new Member(p.end(), BigDecimal.ONE) : null;
    }
    Amount a = x.number(k) || Numbers.isNumberWord(x.lower(k)) ? amounts.read(k) : null;
    if (a == null || a.low() == null || a.currency() != null || a.high() != null) {
      return null;
    }
    Nouns.Phrase p = Nouns.read(x, a.end(), false);
    return p != null && p.person() ? new Member(p.end(), a.low()) : null;
  }
}
