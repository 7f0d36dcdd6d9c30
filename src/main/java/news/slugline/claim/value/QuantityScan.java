package news.slugline.claim.value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import news.slugline.claim.text.WordGroups;
import news.slugline.claim.value.QuantityMention.Slot;
import org.jspecify.annotations.Nullable;

/** One pass over one sentence for its quantities. */
final class QuantityScan {

  /**
   * A number or two with the words that compare, or a vague number.
   *
   * @param start first lexeme, comparator and currency sign included
   * @param number lexeme at which the number itself begins
   * @param end lexeme after it
   * @param vague the word of a vague number, else null
   * @param currency of the sign before it
   */
  private record Amount(
      int start,
      int number,
      int end,
      @Nullable BigDecimal low,
      @Nullable BigDecimal high,
      Comparator comparator,
      @Nullable String vague,
      @Nullable String currency,
      boolean words,
      boolean plain,
      boolean scaled) {}

  private static final WordGroups WORDS = WordGroups.of(QuantityScan.class, "quantity-words.tsv");
  private static final Set<String> VAGUE = WORDS.get("vague");
  private static final Set<String> LABELS = Lists.words("label-nouns.txt");
  private static final Set<String> STREETS = WORDS.get("streets");
  private static final Set<String> VOTE_WORDS = WORDS.get("vote words");
  private static final Set<String> GUNS = WORDS.get("guns");
  private static final Set<String> MONEY_WORDS = WORDS.get("money words");
  private static final Set<String> RACES = WORDS.get("races");
  private static final Set<String> SPAN_BEFORE = WORDS.get("span before");

  private static final Set<String> STARTS = WORDS.get("starts");

  private static final Set<String> GUNFIRE = Set.of("shots", "gunfire", "gunshots", "gunshot");

  /** Numbers to call: "911 calls". */
  private static final Set<String> EMERGENCY = Set.of("911", "999", "112", "000");

  private static final Set<String> CALIBRES = Set.of("caliber", "calibre", "cal");

  private final Lexemes x;
  private final boolean[] time;
  private final boolean harm;
  private final List<QuantityMention> found = new ArrayList<>();
  private @Nullable Slot lastSlot;
  private int lastEnd = -1;
  private boolean inside;
  private @Nullable Boolean natural;
  private final @Nullable QuantityMention before;

  /**
   * @param before what the sentence before counts, if that is one sort of thing
   */
  QuantityScan(Lexemes x, boolean[] time, @Nullable QuantityMention before) {
    this.before = before;
    this.x = x;
    this.time = time;
    this.harm = Casualties.mentioned(x);
  }

  List<QuantityMention> run() {
    int i = 0;
    while (i < x.size) {
      i = time[i] ? i + 1 : Math.max(i + 1, at(i));
    }
    found.sort(
        java.util.Comparator.comparingInt(QuantityMention::start).thenComparingInt(m -> -m.end()));
    return found;
  }

  /** Whether a quantity can begin with the word or mark at all. */
  private boolean mayBegin(int i) {
    String w = x.lower(i);
    return x.number(i)
        || x.number(i + 1) && (w.equals("was") || w.equals("is"))
        || harm
            && (x.capitalised(i)
                || x.is(i, "the")
                || x.is(i, "he")
                || x.is(i, "she")
                || x.in(i, THEIR)
                || x.in(i, SELF))
        || STARTS.contains(w)
        || Numbers.isNumberWord(w)
        || Units.BEFORE.starts(w)
        || Units.CURRENCY_SIGNS.starts(w)
        || x.mark(i) && x.text.charAt(x.start(i)) > 127;
  }

  private int at(int i) {
    if (!mayBegin(i)) {
      return i + 1;
    }
    if (isNobody(i) && Units.BEFORE.longest(x, i) == null) {
      return nobody(i);
    }
    int self = harm ? self(i) : 0;
    int single = harm && self == 0 ? single(i) : self;
    if (single > 0) {
      return single;
    }
    int individual = harm ? individual(i) : 0;
    if (individual > 0) {
      return individual;
    }
    int magnitude = magnitude(i);
    if (magnitude > 0) {
      return magnitude;
    }
    int age = ageBefore(i);
    age = age == 0 ? bareAge(i) : age;
    if (age > 0) {
      return age;
    }
    if (x.is(i, "'") && x.digits(i + 1) == 2 || isIdentifier(i)) {
      return x.number(i) ? afterNumber(i) : i + 2;
    }
    Amount a = amount(i);
    return a == null || time[Math.min(a.end(), x.size) - 1] ? i + 1 : measured(a);
  }

  /** Past a number that means nothing, with all that is glued to it. */
  private int afterNumber(int i) {
    int j = i + 1;
    while (j < x.size && !x.spaced(j) && !x.is(j, ")")) {
      j++;
    }
    return j;
  }

  // --- the amount

  private @Nullable Amount amount(int i) {
    int j = i;
    Comparator cmp = Comparator.EXACT;
    WordTree.Hit<Comparator> before = x.word(i) ? Units.BEFORE.longest(x, i) : null;
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

  private WordTree.@Nullable Hit<String> currencySign(int j) {
    if (!x.mark(j) && !x.word(j)) {
      return null;
    }
    WordTree.Hit<String> c = Units.CURRENCY_SIGNS.longest(x, j);
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
      BigDecimal factor = scaleOf(k, n);
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

  private @Nullable BigDecimal scaleOf(int k, Numbers.Hit n) {
    int end = n.end() - 1;
    return switch (x.lower(end)) {
      case "thousand", "k" -> BigDecimal.TEN.pow(3);
      case "million", "m", "mn", "mln" -> BigDecimal.TEN.pow(6);
      case "billion", "bn", "b" -> BigDecimal.TEN.pow(9);
      case "trillion", "tn", "trn" -> BigDecimal.TEN.pow(12);
      case "lakh", "lakhs" -> BigDecimal.TEN.pow(5);
      case "crore", "crores" -> BigDecimal.TEN.pow(7);
      default -> k > end ? null : null;
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

  // --- what is measured

  private int measured(Amount a) {
    int j = a.end();
    if (a.currency() != null) {
      return money(a, a.currency(), j);
    }
    boolean hyphen = x.is(j, "-") && !x.spaced(j) && !x.spaced(j + 1);
    int u = hyphen ? j + 1 : j;
    int score = score(a);
    if (score > 0) {
      return score;
    }
    int age = ageAfter(a, u);
    if (age > 0) {
      return age;
    }
    if (a.low() != null) {
      WordTree.Hit<String> currency = Units.currencyAfter(x, u, a.scaled());
      if (currency != null && !isWeight(a, currency)) {
        return money(a, currency.value(), currency.end());
      }
      int unit = unit(a, u);
      if (unit > 0) {
        return unit;
      }
    }
    return hyphen ? skipCompound(j) : counted(a);
  }

  private int skipCompound(int j) {
    int k = j;
    while (x.is(k, "-") && !x.spaced(k) && !x.spaced(k + 1)) {
      k += 2;
    }
    return k;
  }

  private boolean isWeight(Amount a, WordTree.Hit<String> currency) {
    if (!x.is(currency.end() - 1, "pounds") && !x.is(currency.end() - 1, "pound")) {
      return !currency.value().equals("GBP") && x.is(currency.end() - 1, "stone");
    }
    if (currency.end() - a.end() > 1 && !x.is(a.end(), "-")) {
      return false;
    }
    if (x.is(currency.end(), "of")) {
      return !a.scaled();
    }
    if (a.scaled() || x.is(currency.end(), "(") || x.is(currency.end(), "sterling")) {
      return false;
    }
    for (int k = Math.max(0, a.start() - 12); k < Math.min(x.size, currency.end() + 6); k++) {
      if (x.in(k, MONEY_WORDS)) {
        return false;
      }
    }
    return true;
  }

  private int money(Amount a, String currency, int end) {
    String unit = currency;
    int e = end;
    BigDecimal low = a.low();
    WordTree.Hit<String> again = Units.currencyAfter(x, end, true);
    if (again != null && a.currency() != null && !again.value().equals("cent")) {
      unit = again.value(); // "$5 Canadian dollars"
      e = again.end();
    }
    if (currency.equals("GBP")
        && a.currency() != null
        && low != null
        && x.is(end, "p")
        && !x.spaced(end)) {
      e = end + 1;
    }
    return add(a.start(), e, a, unit, null, Slot.MONEY);
  }

  private int unit(Amount a, int u) {
    WordTree.Hit<Units.Unit> hit = Units.UNITS.longest(x, u);
    BigDecimal low = a.low();
    if (low == null) {
      return 0;
    }
    boolean metres = x.is(a.end() - 1, "m") && x.number(a.end() - 2) && a.scaled();
    if (hit == null || hit.value().slot() == Slot.TEMPERATURE && u == a.end() && metres) {
      return metres ? metres(a) : 0;
    }
    Units.Unit unit = hit.value();
    String name = x.lower(hit.end() - 1);
    boolean letter = name.length() == 1 && x.word(hit.end() - 1) && !x.is(hit.end() - 2, "/");
    if (letter && (!x.upper(hit.end() - 1) || unit.slot() != Slot.TEMPERATURE)) {
      return 0;
    }
    if (unit.name().equals("mm") && x.in(hit.end(), GUNS)) {
      return hit.end();
    }
    if (name.equals("second") && !low.equals(BigDecimal.ONE) && !x.is(u - 1, "-")
        || name.equals("in")
        || unit.name().equals("ct") && a.words()) {
      return 0;
    }
    if (x.is(hit.end(), "'") && x.is(hit.end() + 1, "time")) {
      return hit.end();
    }
    Amount b = a;
    int end = hit.end();
    if (unit.slot() == Slot.DURATION && x.is(a.start(), "over") && !overBounds(a, end)) {
      b = exact(a);
    }
    if (x.phrase(end, "and", "a", "half") && unit.slot() == Slot.DURATION) {
      b = with(b, low.add(new BigDecimal("0.5")), a.high());
      end += 3;
    }
    if (unit.slot() == Slot.TEMPERATURE
        && (x.phrase(end, "below", "zero")
            || x.phrase(end, "below", "freezing") && unit.name().equals("Cel"))) {
      b = with(a, low.negate(), null);
      end += 2;
    }
    int both = compound(b, unit, end);
    if (both > 0) {
      return both;
    }
    if (unit.slot() == Slot.VOTES && x.is(end, "to") && x.number(end + 1)) {
      BigDecimal other = BigDecimal.valueOf(Math.max(0, x.value(end + 1)));
      return emit(
          a.start(),
          end + 2,
          Numbers.plain(low) + "-" + Numbers.plain(other) + " votes",
          low,
          other,
          a.comparator(),
          "votes",
          null,
          Slot.VOTES);
    }
    Slot slot = unit.slot();
    if (slot == Slot.DURATION
        && a.words()
        && low.equals(BigDecimal.ONE)
        && x.is(a.number(), "one")
        && x.is(end, "of")) {
      return end;
    }
    return add(a.start(), end, b, unit.name(), null, slot);
  }

  /**
   * "Raised 20 million over ten years" takes ten; "for over ten years" and "over ten years ago"
   * take more.
   */
  private boolean overBounds(Amount a, int end) {
    int b = a.start() - 1;
    b = x.is(b, "just") || x.is(b, "well") || x.is(b, "a") ? b - 1 : b;
    return x.in(b, BEFORE_BOUND)
        || x.in(end, BEHIND_BOUND)
        || x.is(end, "-")
        || x.is(a.number() + 1, "-");
  }

  private static final Set<String> BEFORE_BOUND = WORDS.get("before bound");
  private static final Set<String> BEHIND_BOUND = WORDS.get("behind bound");

  private static Amount exact(Amount a) {
    return new Amount(
        a.number(),
        a.number(),
        a.end(),
        a.low(),
        a.high(),
        Comparator.EXACT,
        a.vague(),
        a.currency(),
        a.words(),
        a.plain(),
        a.scaled());
  }

  /** "100m" without a currency: metres, unless it counts something. */
  private int metres(Amount a) {
    Nouns.Phrase p = x.in(a.end(), RACES) ? null : Nouns.read(x, a.end(), false);
    BigDecimal low = a.low();
    if (low == null || p != null && Nouns.isPlural(x.lower(p.head()))) {
      return 0;
    }
    BigDecimal metres = low.movePointLeft(6);
    if (metres.stripTrailingZeros().scale() > 2) {
      return 0;
    }
    return add(a.start(), a.end(), with(a, metres, null), "m", null, Slot.DISTANCE);
  }

  private static Amount with(Amount a, BigDecimal low, @Nullable BigDecimal high) {
    return new Amount(
        a.start(),
        a.number(),
        a.end(),
        low,
        high,
        a.comparator(),
        a.vague(),
        a.currency(),
        a.words(),
        a.plain(),
        a.scaled());
  }

  /** "2 hours and 15 minutes", "5 feet 10 inches": in the smaller unit. */
  private int compound(Amount a, Units.Unit unit, int end) {
    int factor =
        switch (unit.name()) {
          case "h", "min" -> 60;
          case "ft" -> 12;
          case "d" -> 24;
          default -> 0;
        };
    BigDecimal low = a.low();
    if (factor == 0 || low == null || a.high() != null) {
      return 0;
    }
    int k = x.is(end, ",") ? end + 1 : end;
    k = x.is(k, "and") ? k + 1 : k;
    Numbers.Hit n = Numbers.read(x, k);
    if (n == null || x.is(k, "a")) {
      return 0;
    }
    WordTree.Hit<Units.Unit> small = Units.UNITS.longest(x, n.end());
    String fits =
        switch (unit.name()) {
          case "h" -> "min";
          case "min" -> "s";
          case "d" -> "h";
          default -> "in";
        };
    boolean inches = fits.equals("in") && (x.is(n.end(), "inches") || x.is(n.end(), "inch"));
    if (!inches && (small == null || !small.value().name().equals(fits))) {
      return 0;
    }
    Amount sum = with(a, low.multiply(BigDecimal.valueOf(factor)).add(n.value()), null);
    int last = inches || small == null ? n.end() + 1 : small.end();
    return add(a.start(), last, sum, fits, null, unit.slot());
  }

  // --- ages

  /** "19-year-old", "35 years old", "Smith, 35,", "Smith, also 35,", "John Smith (35)". */
  private int ageAfter(Amount a, int u) {
    BigDecimal low = a.low();
    if (low == null) {
      return 0;
    }
    String unit =
        switch (x.lower(u)) {
          case "year", "years", "yr" -> "y";
          case "month", "months" -> "month";
          case "week", "weeks" -> "week";
          case "day", "days" -> "d";
          default -> "";
        };
    int brief = x.is(u, "yo") ? u + 1 : x.phrase(u, "y", "/", "o") ? u + 3 : 0;
    if (brief > 0) {
      return aged(a, brief, "y", a.number());
    }
    int o = x.is(u + 1, "-") ? u + 2 : u + 1;
    boolean of = x.phrase(u + 1, "of", "age");
    if (!unit.isEmpty() && (x.is(o, "old") || x.is(o, "olds") || of && !x.is(u, "day"))) {
      return aged(a, of ? u + 3 : o + 1, unit, a.number());
    }
    boolean years =
        a.plain()
            && a.comparator() == Comparator.EXACT
            && a.number() == a.start()
            && a.high() == null
            && x.digits(a.number()) <= 3;
    if (!years || low.intValue() < 1 || low.intValue() > 115) {
      return 0;
    }
    int b = a.start() - 1;
    b = x.is(b, "also") && x.is(b - 1, ",") ? b - 1 : b; // "Ann Lee, also 18."
    boolean named =
        x.capitalised(b - 1) && !time[b - 1]
            || x.is(b - 1, ".") && (x.is(b - 2, "jr") || x.is(b - 2, "sr"));
    int e = a.end();
    boolean closed =
        e >= x.size
            || x.is(e, ",")
            || x.is(e, ".") && (e + 1 >= x.size || x.spaced(e + 1))
            || x.is(e, ";");
    boolean paren = x.is(b, "(") && x.is(e, ")") && named;
    boolean comma =
        x.is(b, ",")
            && x.spaced(a.start())
            && (closed || x.is(e, "and") || x.is(e, "who") || x.is(e, "of") || x.is(e, "was"))
            && named
            && !x.spaced(b);
    if (!paren && !comma) {
      return 0;
    }
    int after = x.is(e, ",") ? e + 1 : e;
    int next = aged(a, e, "y", a.number());
    Casualties.Hit hit = comma ? Casualties.after(x, after, false) : null;
    if (hit != null) {
      int name = b - 1;
      while (x.capitalised(name - 1)) {
        name--;
      }
      emit(
          name,
          hit.end(),
          "1 " + Casualties.unit(hit.slot()),
          BigDecimal.ONE,
          null,
          Comparator.EXACT,
          Casualties.unit(hit.slot()),
          x.raw(name, b),
          hit.slot());
      next = Math.max(next, e);
    }
    return next;
  }

  private int aged(Amount a, int end, String unit, int from) {
    int next =
        add(a.comparator() == Comparator.EXACT ? from : a.start(), end, a, unit, null, Slot.AGE);
    return next;
  }

  /** "Aged 35", "at the age of 35", "turned 50", "ages 5 to 11". */
  private int ageBefore(int i) {
    int j;
    boolean turn = false;
    if (x.is(i, "aged") || x.is(i, "ages")) {
      j = i + 1;
    } else if (x.is(i, "age")) {
      j = x.is(i + 1, "of") ? i + 2 : i + 1;
    } else if (x.is(i, "turned") || x.is(i, "turns") || x.is(i, "turning")) {
      j = i + 1;
      turn = true;
    } else {
      return 0;
    }
    j = x.is(j, "of") ? j + 1 : j;
    boolean between = x.is(j, "between");
    Amount a = amount(between ? j + 1 : j);
    if (a == null || a.scaled() || a.currency() != null || a.low() == null || time[a.end() - 1]) {
      return 0;
    }
    if (a.low().intValue() > 120
        || turn
            && (a.words() && a.low().intValue() < 13
                || x.word(a.end()) && !x.in(a.end(), Nouns.FUNCTION))) {
      return 0;
    }
    int e = a.end();
    if (turn && x.is(e, "%")) {
      return 0;
    }
    String unit = x.is(e, "months") ? "month" : "y";
    e = x.is(e, "months") || x.is(e, "years") ? e + 1 : e;
    boolean plural = !turn && !x.is(i, "age") && a.high() == null;
    if (plural && between && x.is(e, "and") && x.number(e + 1)) {
      return e;
    }
    int next = add(turn ? a.start() : i, e, a, unit, null, Slot.AGE);
    return plural ? otherAges(next, unit) : next;
  }

  /** "Aged 34, 41 and 52": each of a list of bare numbers that ends like one. */
  private int otherAges(int from, String unit) {
    int e = from;
    List<Amount> others = new ArrayList<>();
    while (x.is(e, ",") || x.is(e, "and")) {
      int k = x.is(e, ",") && x.is(e + 1, "and") ? e + 2 : e + 1;
      Amount a = x.number(k) && x.digits(k) <= 2 ? amount(k) : null;
      if (a == null || a.low() == null || !a.plain() || a.comparator() != Comparator.EXACT) {
        break;
      }
      others.add(a);
      e = a.end();
    }
    boolean counts = x.word(e) && !x.in(e, Nouns.FUNCTION) && !x.in(e, BEHIND_AGES);
    if (others.isEmpty() || counts) {
      return from;
    }
    int next = from;
    for (Amount a : others) {
      next = add(a.start(), a.end(), a, unit, null, Slot.AGE);
    }
    return next;
  }

  private static final Set<String> BEHIND_AGES = WORDS.get("behind ages");

  /** "She was 91.", "Moore was 91 when": whose it is must be a person, which names tell. */
  private int bareAge(int i) {
    boolean subject = x.is(i - 1, "he") || x.is(i - 1, "she") || x.capitalised(i - 1);
    boolean was = x.is(i, "was") || x.is(i, "is");
    if (!subject || !was || x.digits(i + 1) != 2 || time[i + 1]) {
      return 0;
    }
    int e = i + 2;
    boolean stop = x.is(e, ".") && (e + 1 >= x.size || x.spaced(e + 1));
    if (!stop && e < x.size && !x.is(e, ",") && !x.is(e, "when") && !x.is(e, "and")) {
      return 0;
    }
    Amount a = amount(i + 1);
    return a == null || !a.plain() || a.end() != e ? 0 : aged(a, e, "y", a.number());
  }

  // --- votes, scores, magnitudes

  private int score(Amount a) {
    int j = a.end();
    boolean pair = x.is(j, "-") && !x.spaced(j) && !x.spaced(j + 1) && x.number(j + 1) && a.plain();
    boolean range =
        a.high() != null
            && a.plain()
            && x.is(a.number() + 1, "-")
            && x.digits(a.number()) > 0
            && x.number(a.number() + 2);
    boolean to =
        x.is(j, "to")
            && !x.is(a.start() - 1, "from")
            && x.number(j + 1)
            && near(a.start(), j) == Slot.VOTES
            && a.plain();
    if (!pair && !range && !to || a.comparator() != Comparator.EXACT) {
      return 0;
    }
    int second = range ? a.number() + 2 : j + 1;
    int first = a.number();
    int end = second + 1;
    if (x.is(end, "-") && !x.spaced(end)) {
      return afterNumber(second);
    }
    Slot slot = near(first, end);
    if (slot == null
        || Units.UNITS.longest(x, end) != null && slot != Slot.VOTES
        || x.is(end, "%")
        || x.digits(first) > 3
        || x.digits(second) > 3) {
      return pair ? end : 0;
    }
    BigDecimal low = BigDecimal.valueOf(x.value(first));
    BigDecimal high = BigDecimal.valueOf(x.value(second));
    String value = x.lower(first) + "-" + x.lower(second) + (slot == Slot.VOTES ? " votes" : "");
    if (x.is(end, "vote") || x.is(end, "votes")) {
      end++;
    }
    return emit(
        a.start(),
        end,
        value,
        low,
        high,
        Comparator.EXACT,
        slot == Slot.VOTES ? "votes" : "",
        null,
        slot);
  }

  private static final Set<String> GAME_WORDS = WORDS.get("game words");

  private @Nullable Slot near(int from, int to) {
    for (int d = 1; d <= 10; d++) {
      boolean vote = x.in(from - d, VOTE_WORDS) || x.in(to + d - 1, VOTE_WORDS);
      if (vote) {
        return Slot.VOTES;
      }
      if (x.in(from - d, GAME_WORDS) || x.in(to + d - 1, GAME_WORDS)) {
        return Slot.SCORE;
      }
    }
    return null;
  }

  private int magnitude(int i) {
    if (x.is(i, "magnitude") || x.is(i, "richter")) {
      int j = i + 1;
      while (x.is(j, "-") || x.is(j, "of") || x.is(j, "was") || x.is(j, "at")) {
        j++;
      }
      Numbers.Hit n = x.number(j) ? Numbers.read(x, j) : null;
      return n == null || n.value().intValue() > 10 ? 0 : magnitude(i, n.end(), n.value());
    }
    if (!x.number(i)) {
      return 0;
    }
    Numbers.Hit n = Numbers.read(x, i);
    if (n == null || n.value().intValue() > 10) {
      return 0;
    }
    int j = x.is(n.end(), "-") ? n.end() + 1 : n.end();
    if (x.is(j, "magnitude")) {
      return magnitude(i, j + 1, n.value());
    }
    boolean scale = x.phrase(n.end(), "on", "the", "richter", "scale");
    return scale ? magnitude(i, n.end() + 4, n.value()) : 0;
  }

  private int magnitude(int from, int to, BigDecimal v) {
    return emit(
        from,
        to,
        "M" + Numbers.plain(v),
        v,
        null,
        Comparator.EXACT,
        "magnitude",
        null,
        Slot.MAGNITUDE);
  }

  // --- persons and things

  /**
   * Numbers that name something: "Flight 370", "No. 10", "F-16", "the 88ers", telephone numbers,
   * addresses.
   */
  private boolean isIdentifier(int i) {
    if (!x.number(i)) {
      return false;
    }
    boolean glued =
        !x.spaced(i)
            && (x.word(i - 1)
                || x.is(i - 1, "-") && x.word(i - 2) && !x.spaced(i - 1)
                || x.is(i - 1, "#")
                || x.is(i - 1, "/")
                || x.is(i - 1, ":") && x.number(i - 2)
                || x.is(i - 1, "."));
    if (glued && Units.CURRENCY_SIGNS.endingBefore(x, i, 3) == null) {
      return true;
    }
    if (x.is(i + 1, "/") && x.number(i + 2) && !x.spaced(i + 1)
        || x.is(i + 1, "ers") && !x.spaced(i + 1)
        || Numbers.isOrdinalSuffix(x, i + 1)) {
      return true;
    }
    boolean emergency = x.in(i, EMERGENCY) && x.word(i + 1) && !Nouns.isPerson(x.lower(i + 1));
    boolean channel =
        x.is(i + 1, "news") && x.capitalised(i + 1)
            || x.digits(i) > 2
                && x.upper(i + 1)
                && x.lower(i + 1).length() > 2
                && (x.is(i + 2, "'") || x.capitalised(i + 2));
    if (emergency || channel) {
      return true;
    }
    boolean phone =
        x.is(i + 1, "-")
                && x.digits(i + 2) >= 3
                && !x.spaced(i + 1)
                && !x.spaced(i + 2)
                && x.is(i + 3, "-")
                && x.digits(i + 4) >= 3
            || x.is(i + 1, "-") && x.digits(i + 2) == 4 && x.digits(i) == 3 && !x.spaced(i + 1);
    boolean area = x.is(i - 1, "(") && x.digits(i) == 3 && x.is(i + 1, ")") && x.digits(i + 2) == 3;
    if (phone || area) {
      return true;
    }
    if (x.in(i - 1, LABELS) && !x.is(i - 1, "no")
        || x.is(i - 1, ".") && (x.is(i - 2, "no") || x.is(i - 2, "nos"))) {
      return true;
    }
    if (x.is(i + 1, "block") || x.is(i + 1, "-") && x.is(i + 2, "block")) {
      return true;
    }
    return isAddress(i) || isNamed(i);
  }

  private boolean isAddress(int i) {
    for (int k = i + 1; k <= i + 5 && k < x.size; k++) {
      if (x.in(k, STREETS) && x.capitalised(k) && k > i + 1) {
        return true;
      }
      boolean part =
          x.capitalised(k)
              || x.is(k, ".")
              || x.number(k) && x.capitalised(k + 1)
              || x.is(k, "th")
              || x.is(k, "st")
              || x.is(k, "nd")
              || x.is(k, "rd");
      if (!part) {
        return false;
      }
    }
    return false;
  }

  /** "Boeing 737": a capitalised word and a bare number that counts and measures nothing. */
  private boolean isNamed(int i) {
    boolean bare = !x.is(i + 1, ",") && !x.is(i + 1, ".") && !x.is(i + 1, "%") && !x.is(i + 1, "-");
    if (!bare
        || !x.capitalised(i - 1)
        || time[i - 1]
        || i - 1 == 0 && x.in(i - 1, Nouns.FUNCTION)) {
      return false;
    }
    boolean measured = Units.UNITS.longest(x, i + 1) != null || Numbers.isScale(x.lower(i + 1));
    WordTree.Hit<String> sign = Units.CURRENCY_SIGNS.endingBefore(x, i, 2);
    boolean counts = x.word(i + 1) && !x.in(i + 1, Nouns.FUNCTION) && !x.capitalised(i + 1);
    return !measured && sign == null && !counts && !x.in(i - 1, Nouns.FUNCTION);
  }

  private int counted(Amount a) {
    int j = a.end();
    boolean more =
        x.is(j, "more")
            || x.is(j, "other")
            || x.is(j, "additional")
            || x.is(j, "further")
            || x.is(j, "others");
    int n = x.is(j, "more") || x.is(j, "additional") || x.is(j, "further") ? j + 1 : j;
    int of = ofMany(a);
    of = of > 0 ? of : share(a);
    if (of > 0) {
      return of;
    }
    Nouns.Phrase p =
        a.vague() != null && x.is(j, "of") && !x.is(j + 1, "the")
            ? Nouns.read(x, j + 1, false)
            : Nouns.read(x, n, isOne(a));
    if (p != null && x.number(p.head())) {
      p = null;
    }
    if (!inside && (p != null && p.person() || p == null)) {
      int casualty = casualty(a, p, p == null ? n : p.end());
      if (casualty > 0) {
        return casualty;
      }
    }
    if (p == null) {
      return total(a);
    }
    Slot noun = Casualties.noun(x, p);
    if (noun != null) {
      return nounOfHarm(a, p, noun);
    }
    boolean weak = a.vague() != null && (a.vague().equals("several") || a.vague().startsWith("a "));
    boolean plural = Nouns.isPlural(x.lower(p.head()));
    if (weak || isOne(a) || !plural && (a.words() || !p.person()) || x.is(a.end(), "-")) {
      return Math.max(j, a.end());
    }
    if (more && a.words() && a.low() != null && a.low().intValue() <= 2 && !p.person()) {
      return p.end();
    }
    if (x.is(p.head(), "victims")) {
      return add(a.start(), p.end(), a, "victims", words(p), Slot.VICTIMS);
    }
    if (p.person() ? scene() && present(a, p) : harm && thing(a)) {
      return p.end();
    }
    String head = x.is(p.head(), "shots") ? "shots" : Units.lemma(x.lower(p.head()));
    return add(a.start(), p.end(), a, head, words(p), Slot.COUNT);
  }

  /** A number without a noun: what it counts is named before it, or it means nothing. */
  private int total(Amount a) {
    int e = a.end();
    boolean stands = !x.word(e) || x.in(e, Nouns.FUNCTION);
    if (a.low() == null || !stands) {
      return e;
    }
    Nouns.Phrase p = Totals.numberOf(x, a.start());
    if (p != null) {
      String head = Units.lemma(x.lower(p.head()));
      return add(a.start(), e, a, head, words(p), Slot.COUNT);
    }
    QuantityMention last = found.isEmpty() ? null : found.get(found.size() - 1);
    if (last != null && last.slot() == Slot.COUNT && Totals.isRaised(x, a.start())) {
      return add(a.start(), e, a, last.unit(), last.counted(), Slot.COUNT);
    }
    return found.isEmpty() && before != null && Totals.goesOn(x, a.start())
        ? add(a.start(), e, a, before.unit(), before.counted(), Slot.COUNT)
        : e;
  }

  /** "11 of 14 counts", "three of the four tanks": so many of these things, not all of them. */
  private int ofMany(Amount a) {
    int k = a.end() + 1;
    k = x.is(k, "the") || x.in(k, THEIR) ? k + 1 : k;
    k = owned(k);
    boolean number = x.number(k) || Numbers.isNumberWord(x.lower(k));
    if (!x.is(a.end(), "of") || !number || a.low() == null || a.scaled()) {
      return 0;
    }
    Amount all = amount(k);
    Nouns.Phrase p = all == null || all.low() == null ? null : Nouns.read(x, all.end(), false);
    if (all == null || p == null || p.person() || !Nouns.isPlural(x.lower(p.head()))) {
      return 0;
    }
    BigDecimal whole = all.low();
    boolean measured = all.currency() != null || Units.UNITS.longest(x, all.end()) != null;
    boolean harmed = Casualties.noun(x, p) != null;
    if (measured || harmed || whole == null || whole.compareTo(a.low()) < 0) {
      return 0;
    }
    String head = Units.lemma(x.lower(p.head()));
    return add(a.start(), p.end(), a, head, words(p), Slot.COUNT);
  }

  /** Behind whose things they are: "nine of the group's 22 hospitals". */
  private int owned(int from) {
    for (int k = from; k < from + OWNER && (x.word(k) || x.is(k, "'")); k++) {
      boolean mark = x.is(k, "'") && !x.spaced(k);
      if (mark) {
        return x.is(k + 1, "s") && !x.spaced(k + 1) ? k + 2 : k + 1;
      }
    }
    return from;
  }

  /** "Seven in ten trains": a share; nobody counted ten. The end of what it is of, or 0. */
  private int share(Amount a) {
    BigDecimal low = a.low();
    int k = a.end() + 1;
    boolean number = x.number(k) || Numbers.isNumberWord(x.lower(k));
    int before = a.start() - 1;
    boolean opens = before < 0 || !x.word(before) || x.in(before, Nouns.FUNCTION);
    if (!x.is(a.end(), "in") || !number || low == null || !opens) {
      return 0;
    }
    Numbers.Hit all = Numbers.read(x, k);
    if (all == null || all.scaled() || !ROUND.contains(all.value().intValue())) {
      return 0;
    }
    Nouns.Phrase p = Nouns.read(x, all.end(), false);
    boolean less = low.compareTo(all.value()) < 0;
    return less && p != null && Nouns.isPlural(x.lower(p.head())) ? p.end() : 0;
  }

  /**
   * A few persons in a sentence that tells of harm, and not what befell them or what they did: they
   * are part of a toll, or were there.
   */
  private boolean present(Amount a, Nouns.Phrase p) {
    boolean few = a.low() != null && a.low().compareTo(BigDecimal.TEN) < 0;
    return few && !x.in(p.head(), ATTACKERS);
  }

  /** Whether the sentence tells of harm, or of shots at least. */
  private boolean scene() {
    for (int k = 0; !harm && k < x.size; k++) {
      if (x.in(k, GUNFIRE)) {
        return true;
      }
    }
    return harm;
  }

  /** "Two guns", beside victims: nothing that reports tell differently. */
  private static boolean thing(Amount a) {
    BigDecimal n = a.low();
    return a.words() && n != null && n.compareTo(BigDecimal.TEN) <= 0;
  }

  private int nounOfHarm(Amount a, Nouns.Phrase p, Slot noun) {
    for (int k = a.start() - 1; k >= a.start() - 4; k--) {
      if (x.is(k, "suffered")
          || x.is(k, "sustained")
          || x.is(k, "with")
          || x.is(k, "his")
          || x.is(k, "her")) {
        return p.end();
      }
    }
    boolean compound =
        !x.is(p.head(), "deaths")
            && x.word(p.end())
            && !x.in(p.end(), Nouns.FUNCTION)
            && p.end() == p.head() + 1
            && !Casualties.startsPredicate(x, p.end());
    return compound && isOne(a)
        ? p.end()
        : add(a.start(), p.end(), a, Casualties.unit(noun), words(p), noun);
  }

  private String words(Nouns.Phrase p) {
    int s = p.start();
    if (x.is(s, "of")) {
      s += 2;
    }
    return x.raw(Math.min(s, p.head()), p.head() + 1);
  }

  private static boolean isOne(Amount a) {
    return a.low() != null && a.low().compareTo(BigDecimal.ONE) == 0 && a.high() == null;
  }

  private int casualty(Amount a, Nouns.@Nullable Phrase p, int end) {
    if (ofKin(a) || p == null && years(a)) {
      return 0;
    }
    boolean person = p != null || x.is(a.end(), "others");
    String counted = p == null ? null : words(p);
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
        total = with(total, total.low().add(m.number()), null);
        last = m.end();
        members++;
      }
      if (last > to && Casualties.after(x, last, false) != null) {
        sum = members > 1 && areAll(a, total) ? a : total;
        to = last;
      }
    }
    Casualties.Hit after = Casualties.after(x, to, true);
    if (after != null && (person || sum.vague() != null || !a.scaled() && after.end() > 0)) {
      int next =
          add(a.start(), after.end(), sum, Casualties.unit(after.slot()), counted, after.slot());
      within(to, next);
      return next;
    }
    Slot before = Casualties.before(x, a.start());
    if (before == null
        && lastSlot != null
        && lastEnd == a.start() - 1
        && x.is(lastEnd, "and")
        && person) {
      before = lastSlot;
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
      all = with(a, a.low().add(more.number()), null);
      last = more.end();
    }
    boolean dead = x.phrase(last, "to", "death") || x.is(last, "dead");
    before = before == Slot.SHOT && dead ? Slot.KILLED : before;
    int next = add(a.start(), last, all, Casualties.unit(before), counted, before);
    lastSlot = before;
    lastEnd = next;
    return next;
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
    boolean pronoun = isOne(a) && (x.is(b, "this") || x.is(b, "that") || x.is(b, "which"));
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

  /** Words from "of" to the owner's mark. */
  private static final int OWNER = 4;

  /** Of so many a share is told. */
  private static final Set<Integer> ROUND = Set.of(2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 100, 1_000);

  private static final Set<String> AGED = WORDS.get("aged");

  /**
   * Other numbers between the persons and what befell them: "twelve people, three of them children,
   * died".
   */
  private void within(int from, int to) {
    inside = true;
    int i = from;
    while (i < to) {
      i = time[i] ? i + 1 : Math.max(i + 1, at(i));
    }
    inside = false;
  }

  /** One more in "two men, a woman and a child". */
  private record Member(int end, BigDecimal number) {}

  private @Nullable Member member(int k) {
    if (x.is(k, "a") || x.is(k, "an") || x.is(k, "another") || x.is(k, "one")) {
      Nouns.Phrase p = Nouns.read(x, k + 1, true);
      return p != null && p.person() ? new Member(p.end(), BigDecimal.ONE) : null;
    }
    Amount a = x.number(k) || Numbers.isNumberWord(x.lower(k)) ? amount(k) : null;
    if (a == null || a.low() == null || a.currency() != null || a.high() != null) {
      return null;
    }
    Nouns.Phrase p = Nouns.read(x, a.end(), false);
    return p != null && p.person() ? new Member(p.end(), a.low()) : null;
  }

  private static final Set<String> THEIR = Set.of("his", "her", "their", "its");
  private static final Set<String> SELF = Set.of("himself", "herself", "itself");

  /** "Accidentally shot himself": one. */
  private int self(int i) {
    boolean hit = x.is(i - 1, "shot") || x.is(i - 1, "injured") || x.is(i - 1, "wounded");
    Slot slot = x.is(i - 1, "shot") ? Slot.SHOT : Slot.INJURED;
    if (!hit || !x.in(i, SELF)) {
      return 0;
    }
    return emit(
        i,
        i + 1,
        "1 " + Casualties.unit(slot),
        BigDecimal.ONE,
        null,
        Comparator.EXACT,
        Casualties.unit(slot),
        x.raw(i),
        slot);
  }

  /** "A 19-year-old man was killed", "killing a woman": one. */
  private int single(int i) {
    boolean article = x.is(i, "a") || x.is(i, "an") || x.is(i, "another") || x.in(i, THEIR);
    if (!article || Numbers.ordinal(x, i + 1) > 0) {
      return 0;
    }
    Nouns.Phrase p = Nouns.read(x, i + 1, true);
    if (p == null || !p.person() || p.head() + 1 != p.end()) {
      return 0;
    }
    if (x.in(i, THEIR) && Nouns.isPlural(x.lower(p.head()))) {
      return 0;
    }
    BigDecimal number = BigDecimal.ONE;
    int to = p.end();
    Slot before = Casualties.before(x, i);
    for (int n = 0; n < 5 && before == null; n++) {
      int k = x.is(to, ",") ? to + 1 : to;
      k = x.is(k, "and") ? k + 1 : k;
      Member m = k == to ? null : member(k);
      if (m == null
          || Casualties.after(x, m.end(), false) == null
              && !x.is(m.end(), ",")
              && !x.is(m.end(), "and")) {
        break;
      }
      number = number.add(m.number());
      to = m.end();
    }
    Casualties.Hit after = Casualties.after(x, to, false);
    if (after == null && to > p.end()) {
      number = BigDecimal.ONE;
      to = p.end();
      after = Casualties.after(x, to, false);
    }
    if (after == null && lastSlot != null && lastEnd == i - 1 && x.is(i - 1, "and")) {
      before = lastSlot;
    }
    Slot slot = after != null ? after.slot() : before;
    if (slot == null) {
      return 0;
    }
    int end = after != null ? after.end() : p.end();
    String counted = x.raw(i + 1, p.head() + 1);
    String value = Numbers.plain(number) + " " + Casualties.unit(slot);
    QuantityMention m =
        new QuantityMention(
            x.start(i),
            x.end(end - 1),
            value,
            number,
            null,
            Comparator.EXACT,
            Casualties.unit(slot),
            counted,
            slot);
    found.add(m);
    if (after == null) {
      lastSlot = slot;
      lastEnd = end;
    }
    // The age inside is a quantity of its own.
    for (int k = i + 1; k < Math.max(p.head(), to); k++) {
      if (x.number(k)) {
        Amount a = amount(k);
        if (a != null) {
          ageAfter(a, x.is(a.end(), "-") ? a.end() + 1 : a.end());
        }
      }
    }
    return Math.max(p.end(), to);
  }

  private static final Set<String> ATTACKERS = WORDS.get("attackers");

  /** Names in a list of victims at most. */
  private static final int NAMES = 8;

  private static final Set<String> NATURAL = WORDS.get("natural");

  /**
   * One person, by name, pronoun or "the": "he was pronounced dead", "the victim later died", "John
   * Smith was killed", "the death of John Smith". {@code counted} says who, so that several such
   * persons are not taken for one toll.
   */
  private int individual(int i) {
    int end;
    boolean name = false;
    if (x.is(i, "he") || x.is(i, "she")) {
      end = i + 1;
    } else if (x.is(i, "the") && !time[i]) {
      Nouns.Phrase p = Nouns.read(x, i + 1, true);
      if (p == null || !p.person() || Nouns.isPlural(x.lower(p.head())) || p.end() - i > 6) {
        return 0;
      }
      end = p.end();
    } else {
      end = nameEnd(i);
      name = end > 0;
    }
    if (end <= 0) {
      return 0;
    }
    Slot slot = name ? Casualties.before(x, i) : null;
    if (name && slot == null && x.in(i - 1, BESIDE)) {
      return 0;
    }
    int several = name ? named(i, end, slot) : 0;
    if (several > 0) {
      return several;
    }
    Casualties.Hit after = slot == null ? Casualties.after(x, end, false) : null;
    slot = after == null ? slot : after.slot();
    boolean bodily = slot == Slot.KILLED || slot == Slot.INJURED || slot == Slot.SHOT;
    if (slot == null || !bodily || natural()) {
      return 0;
    }
    int to = after == null ? end : after.end();
    emit(
        i,
        to,
        "1 " + Casualties.unit(slot),
        BigDecimal.ONE,
        null,
        Comparator.EXACT,
        Casualties.unit(slot),
        x.raw(i, end),
        slot);
    return end;
  }

  /** A name behind one of these is not who was hurt: "a man from North Dakota was shot". */
  private static final Set<String> BESIDE = WORDS.get("beside");

  /** "Ann Holm, 30, and Karl Holm were killed": as many as there are names. */
  private int named(int i, int end, @Nullable Slot before) {
    int count = 1;
    int last = aside(end);
    while (count < NAMES) {
      int k = x.is(last, ",") ? last + 1 : last;
      k = x.is(k, "and") ? k + 1 : k;
      int next = k == last ? 0 : nameEnd(k);
      if (next == 0) {
        break;
      }
      count++;
      last = aside(next);
    }
    Casualties.Hit after = count == 1 || before != null ? null : Casualties.after(x, last, false);
    Slot slot = before != null ? before : after == null ? null : after.slot();
    boolean bodily = slot == Slot.KILLED || slot == Slot.INJURED || slot == Slot.SHOT;
    if (count == 1 || slot == null || !bodily || natural()) {
      return 0;
    }
    for (int k = i; k < last; k++) {
      Amount a = x.number(k) && x.is(k - 1, ",") ? amount(k) : null;
      if (a != null && a.plain() && x.digits(k) <= 2) {
        aged(a, a.end(), "y", k);
      }
    }
    return emit(
        i,
        after == null ? last : after.end(),
        count + " " + Casualties.unit(slot),
        BigDecimal.valueOf(count),
        null,
        Comparator.EXACT,
        Casualties.unit(slot),
        x.raw(i, last),
        slot);
  }

  /** Behind the age that follows a name between commas. */
  private int aside(int end) {
    return x.is(end, ",") && x.number(end + 1) ? end + 2 : end;
  }

  /** The end of a name of two to four capitalised words that begins here; 0 if none does. */
  private int nameEnd(int i) {
    if (!x.capitalised(i)
        || x.capitalised(i - 1)
        || time[i]
        || x.in(i, Nouns.FUNCTION)
        || Numbers.isNumberWord(x.lower(i))
        || x.upper(i) && x.lower(i).length() > 3) {
      return 0;
    }
    int j = i + 1;
    while (j < x.size
        && !time[j]
        && (x.capitalised(j)
            || x.is(j, ".") && x.lower(j - 1).length() <= 2 && x.capitalised(j + 1))) {
      j++;
    }
    return j - i >= 2 && j - i <= 5 ? j : 0;
  }

  /** Whether the sentence speaks of a death by illness or age. */
  private boolean natural() {
    if (natural == null) {
      boolean found = false;
      for (int k = 0; k < x.size && !found; k++) {
        found = x.in(k, NATURAL);
      }
      natural = found;
    }
    return natural;
  }

  // --- none

  private static final Set<String> GRAVELY = WORDS.get("gravely");
  private static final Set<String> ANYBODY = Set.of("people", "persons", "person", "others");

  /** "No serious injuries": there may be others. */
  private static final Set<String> GRAVE = WORDS.get("grave");

  private boolean isNobody(int i) {
    return x.is(i, "no") || x.is(i, "nobody") || x.is(i, "none") || x.phrase(i, "not", "one");
  }

  /** "No one was hurt", "no injuries were reported". */
  private int nobody(int i) {
    boolean one = x.phrase(i, "no", "one") || x.phrase(i, "not", "one");
    // its "one" is no number
    int past = one ? i + 2 : i + 1;
    int j = x.is(i, "not") && x.in(past, ANYBODY) ? past + 1 : past;
    if (x.is(i, "no") && !one) {
      Nouns.Phrase p = Nouns.read(x, x.is(j, "other") || x.is(j, "more") ? j + 1 : j, false);
      Slot noun = p == null ? null : Casualties.noun(x, p);
      boolean some = noun != null && p != null && p.head() > j && x.in(j, GRAVE);
      if (p == null || x.is(j, "other") || some) {
        return past;
      }
      if (noun != null && noun != Slot.ARRESTED) {
        return zero(i, p.end(), noun);
      }
      j = x.in(p.head(), ANYBODY) ? p.end() : -1;
    }
    j = x.phrase(j, "else") ? -1 : j;
    Casualties.Hit hit = j < 0 ? null : Casualties.after(x, j, false);
    boolean gravely = false;
    for (int k = j; hit != null && k < hit.end(); k++) {
      gravely |= x.in(k, GRAVELY) || x.in(k, GRAVE);
    }
    return hit == null || gravely ? past : zero(i, hit.end(), hit.slot());
  }

  private int zero(int i, int end, Slot slot) {
    return emit(
        i,
        end,
        "0 " + Casualties.unit(slot),
        BigDecimal.ZERO,
        null,
        Comparator.EXACT,
        Casualties.unit(slot),
        null,
        slot);
  }

  // --- mentions

  private int add(int from, int to, Amount a, String unit, @Nullable String counted, Slot slot) {
    if (slot == Slot.DURATION
        && a.words()
        && isOne(a)
        && (x.is(a.number(), "a") || x.is(a.number(), "an"))
        && !x.in(a.number() - 1, SPAN_BEFORE)) {
      return to;
    }
    String number;
    BigDecimal low = a.low();
    if (a.vague() != null || low == null) {
      number = a.vague() == null ? "" : a.vague();
    } else if (a.high() != null) {
      number = a.comparator().sign() + Numbers.plain(low) + ".." + Numbers.plain(a.high());
    } else {
      number = a.comparator().sign() + Numbers.plain(low);
    }
    String value = unit.isEmpty() ? number : number + " " + unit;
    return emit(from, to, value, low, a.high(), a.comparator(), unit, counted, slot);
  }

  private int emit(
      int from,
      int to,
      String value,
      @Nullable BigDecimal low,
      @Nullable BigDecimal high,
      Comparator comparator,
      String unit,
      @Nullable String counted,
      Slot slot) {
    found.add(
        new QuantityMention(
            x.start(from), x.end(to - 1), value, low, high, comparator, unit, counted, slot));
    return to;
  }
}
