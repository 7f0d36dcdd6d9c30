package news.slugline.claim.value;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import news.slugline.claim.value.QuantityMention.Slot;
import org.jspecify.annotations.Nullable;

/** Reads numbers with their currency signs and the words that compare, in one sentence. */
final class Amounts {
  private static final Set<String> VAGUE = QuantityScan.WORDS.get("vague");

  /** What newspapers of Nigeria, South Africa and Zambia write. */
  private static final Map<String, String> LETTERS = Map.of("n", "NGN", "r", "ZAR", "k", "ZMW");

  private static final BigDecimal LARGE = BigDecimal.valueOf(10_000);

  /** Verbs whose particle "over" is: it compares nothing. */
  private static final Set<String> HANDED = QuantityScan.WORDS.get("over");

  private static final Set<String> CALIBRES = Set.of("caliber", "calibre", "cal");

  private final Lexemes x;
  private final boolean[] time;

  /**
   * @param time which lexemes are of a time
   */
  Amounts(Lexemes x, boolean[] time) {
    this.x = x;
    this.time = time;
  }

  /** The amount that begins at a lexeme, if one does. */
  @Nullable Amount read(int i) {
    int j = i;
    Comparator cmp = Comparator.EXACT;
    boolean particle = x.is(i, "over") && x.in(i - 1, HANDED); // "hand over three houses"
    WordTree.Hit<Comparator> before = x.word(i) && !particle ? Units.BEFORE.longest(x, i) : null;
    while (before != null) {
      cmp = cmp == Comparator.EXACT || cmp == Comparator.ABOUT ? before.value() : cmp;
      j = before.end();
      before = Units.BEFORE.longest(x, j);
    }
    if (j > i && (x.is(j, "the") || x.is(j, "a")) && x.number(j + 1)) {
      return null;
    }
    int sign = j;
    boolean minus =
        x.is(j, "minus") || x.is(j, "-") && x.spaced(j) && !x.spaced(j + 1) && x.number(j + 1);
    if (minus) {
      sign = ++j;
    }
    WordTree.Hit<String> currency = currencySign(j);
    if (currency != null) {
      j = currency.end();
    }
    Amount vague = currency == null && !minus ? vague(i, j, cmp) : null;
    if (vague != null) {
      return vague;
    }
    if (x.is(j, ".") && x.number(j + 1) && !x.spaced(j + 1) && x.spaced(j)) {
      j++;
      Numbers.Hit f = Numbers.read(x, j);
      boolean gun = x.in(j + 1, CALIBRES) || x.is(j + 1, "-") && x.in(j + 2, CALIBRES);
      return f == null || gun || !f.plain() || x.digits(j) > 6
          ? null
          : new Amount(
              i,
              sign,
              f.end(),
              new BigDecimal("0." + x.lower(j)),
              null,
              cmp,
              null,
              null,
              false,
              false,
              false);
    }
    Numbers.Hit n = currency == null && !minus ? articled(j) : null;
    n = n == null ? Numbers.read(x, j) : n;
    if (n == null || x.is(j, "a") && n.value().equals(new BigDecimal("0.5")) && !x.word(n.end())) {
      return null;
    }
    BigDecimal low = minus ? n.value().negate() : n.value();
    Amount one =
        dozens(
            new Amount(
                i,
                sign,
                n.end(),
                low,
                null,
                cmp,
                null,
                currency == null ? null : currency.value(),
                n.words(),
                n.plain(),
                n.scaled()));
    return compared(ranged(one));
  }

  WordTree.@Nullable Hit<String> currencySign(int j) {
    if (!x.mark(j) && !x.word(j)) {
      return null;
    }
    WordTree.Hit<String> c = Units.CURRENCY_SIGNS.longest(x, j);
    if (c == null) {
      return letter(j);
    }
    if (c == null || !x.number(c.end()) && !(x.is(c.end(), ".") && x.number(c.end() + 1))) {
      return null;
    }
    for (int k = j + 1; k < c.end(); k++) {
      if (x.spaced(k) && x.mark(k)) {
        return null; // "a $5 note" is no "A$5"
      }
    }
    boolean code = x.word(c.end() - 1);
    return code && !x.capitalised(c.end() - 1) ? null : c;
  }

  /** "N4.7 billion", "R250,000": the letter alone, right before a large number. */
  private WordTree.@Nullable Hit<String> letter(int j) {
    String currency = LETTERS.get(x.lower(j));
    boolean before = currency != null && x.upper(j) && x.number(j + 1) && !x.spaced(j + 1);
    Numbers.Hit n = before ? Numbers.read(x, j + 1) : null;
    boolean large = n != null && (n.scaled() || n.value().compareTo(LARGE) >= 0);
    return currency != null && large ? new WordTree.Hit<>(j + 1, currency) : null;
  }

  /** "An hour": one, where the words before say that it is a span. */
  private Numbers.@Nullable Hit articled(int j) {
    if (!x.is(j, "a") && !x.is(j, "an") || x.is(j + 1, "second")) {
      return null;
    }
    WordTree.Hit<Units.Unit> unit = x.word(j + 1) ? Units.UNITS.longest(x, j + 1) : null;
    boolean span = unit != null && unit.value().slot() == Slot.DURATION && !x.is(unit.end(), "-");
    return span && x.lower(j + 1).length() > 2
        ? new Numbers.Hit(j + 1, BigDecimal.ONE, true, false, false)
        : null;
  }

  private Amount dozens(Amount a) {
    BigDecimal low = a.low();
    if (low != null && x.is(a.end(), "dozen")) {
      BigDecimal v = low.multiply(BigDecimal.valueOf(12));
      return new Amount(
          a.start(),
          a.number(),
          a.end() + 1,
          v,
          null,
          a.comparator(),
          null,
          a.currency(),
          true,
          false,
          false);
    }
    return a;
  }

  private @Nullable Amount vague(int start, int j, Comparator cmp) {
    String w = x.lower(j);
    if (w.equals("a") && x.is(j + 1, "dozen")) {
      return new Amount(
          start, j, j + 2, BigDecimal.valueOf(12), null, cmp, null, null, true, false, false);
    }
    boolean few =
        w.equals("a") && x.is(j + 1, "few") || w.equals("a") && x.phrase(j + 1, "couple", "of");
    boolean tens = w.equals("tens") || w.equals("hundreds") || w.equals("dozens");
    if (few) {
      return vagueAmount(start, j, x.is(j + 1, "few") ? j + 2 : j + 3, cmp);
    }
    if (!VAGUE.contains(w) && !w.equals("tens") && !w.equals("many")) {
      return null;
    }
    if (w.equals("many")) {
      return null;
    }
    int end = j + 1;
    if (w.equals("several")
        && (x.is(end, "dozen")
            || x.is(end, "hundred")
            || x.is(end, "thousand")
            || x.is(end, "million"))) {
      end++;
    }
    if (tens
        && x.is(end, "of")
        && (x.is(end + 1, "thousands") || x.is(end + 1, "millions") || x.is(end + 1, "billions"))) {
      end += 2;
    } else if (w.equals("tens")) {
      return null;
    }
    return vagueAmount(start, j, end, cmp);
  }

  private Amount vagueAmount(int start, int j, int end, Comparator cmp) {
    StringBuilder b = new StringBuilder();
    for (int k = j; k < end; k++) {
      b.append(k > j ? " " : "").append(x.lower(k));
    }
    return new Amount(start, j, end, null, null, cmp, b.toString(), null, true, false, false);
  }

  /** "5-10", "five to seven", "between $5 and $10". */
  private Amount ranged(Amount a) {
    int j = a.end();
    boolean dash = x.is(j, "-") && !x.is(j + 1, "-");
    boolean between = x.is(a.start() - 1, "between") && x.is(j, "and");
    boolean to = x.is(j, "to") && !x.is(a.start() - 1, "from");
    BigDecimal low = a.low();
    if (low == null || !dash && !between && !to) {
      return a;
    }
    int k = j + 1;
    WordTree.Hit<String> currency = currencySign(k);
    if (currency != null) {
      k = currency.end();
    }
    Numbers.Hit n = x.is(k, "a") || x.is(k, "half") ? null : Numbers.read(x, k);
    if (n == null || n.words() != a.words() || time[n.end() - 1] && time.length > k && time[k]) {
      return a;
    }
    BigDecimal high = n.value();
    if (n.scaled() && !a.scaled() && low.compareTo(BigDecimal.valueOf(1000)) < 0) {
      BigDecimal factor = scaleOf(n);
      if (factor != null && low.multiply(factor).compareTo(high) < 0) {
        low = low.multiply(factor);
      }
    }
    boolean phone =
        dash
            && (x.digits(k) == 4 && x.digits(a.number()) == 3
                || x.is(n.end(), "-") && x.number(n.end() + 1));
    if (low.compareTo(high) >= 0 || phone) {
      return a;
    }
    String c = a.currency() != null ? a.currency() : currency == null ? null : currency.value();
    return new Amount(
        a.start(),
        a.number(),
        n.end(),
        low,
        high,
        a.comparator(),
        null,
        c,
        a.words(),
        a.plain() && n.plain(),
        n.scaled());
  }

  private @Nullable BigDecimal scaleOf(Numbers.Hit n) {
    int end = n.end() - 1;
    return switch (x.lower(end)) {
      case "thousand", "k" -> BigDecimal.TEN.pow(3);
      case "million", "m", "mn", "mln" -> BigDecimal.TEN.pow(6);
      case "billion", "bn", "b" -> BigDecimal.TEN.pow(9);
      case "trillion", "tn", "trn" -> BigDecimal.TEN.pow(12);
      case "lakh", "lakhs" -> BigDecimal.TEN.pow(5);
      case "crore", "crores" -> BigDecimal.TEN.pow(7);
      default -> null;
    };
  }

  /** "20 or more", "20-plus", "20+". */
  private Amount compared(Amount a) {
    int j = x.is(a.end(), "-") && x.is(a.end() + 1, "plus") ? a.end() + 1 : a.end();
    WordTree.Hit<Comparator> after = Units.AFTER.longest(x, j);
    if (after == null
        || a.comparator() != Comparator.EXACT
        || x.is(j, "at")
        || x.is(j, "plus") && x.spaced(j)) {
      return a;
    }
    return new Amount(
        a.start(),
        a.number(),
        after.end(),
        a.low(),
        a.high(),
        after.value(),
        null,
        a.currency(),
        a.words(),
        false,
        a.scaled());
  }
}
