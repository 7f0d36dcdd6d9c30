package news.slugline.claim.value;

import java.math.BigDecimal;
import java.util.Set;
import news.slugline.claim.value.QuantityMention.Slot;

/**
 * Amounts of money and of what has a unit. Each reader says at which lexeme it ends, or 0 if there
 * is none.
 */
final class Measures {
  private static final Set<String> MONEY_WORDS = QuantityScan.WORDS.get("money words");
  private static final Set<String> GUNS = QuantityScan.WORDS.get("guns");
  private static final Set<String> RACES = QuantityScan.WORDS.get("races");
  private static final Set<String> BEFORE_BOUND = QuantityScan.WORDS.get("before bound");
  private static final Set<String> BEHIND_BOUND = QuantityScan.WORDS.get("behind bound");

  private final Lexemes x;
  private final Mentions mentions;

  Measures(Lexemes x, Mentions mentions) {
    this.x = x;
    this.mentions = mentions;
  }

  boolean isWeight(Amount a, WordTree.Hit<String> currency) {
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

  int money(Amount a, String currency, int end) {
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
    return mentions.add(a.start(), e, a, unit, null, Slot.MONEY);
  }

  int unit(Amount a, int u) {
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
    if (name.equals("barrel") && low.compareTo(BigDecimal.ONE) > 0 && !x.is(hit.end() - 2, "-")) {
      return 0; // "four barrel bombs"
    }
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
      b = a.exact();
    }
    if (x.phrase(end, "and", "a", "half") && unit.slot() == Slot.DURATION) {
      b = b.with(low.add(new BigDecimal("0.5")), a.high());
      end += 3;
    }
    if (unit.slot() == Slot.TEMPERATURE
        && (x.phrase(end, "below", "zero")
            || x.phrase(end, "below", "freezing") && unit.name().equals("Cel"))) {
      b = a.with(low.negate(), null);
      end += 2;
    }
    int both = compound(b, unit, end);
    if (both > 0) {
      return both;
    }
    if (unit.slot() == Slot.VOTES && x.is(end, "to") && x.number(end + 1)) {
      BigDecimal other = BigDecimal.valueOf(Math.max(0, x.value(end + 1)));
      return mentions.emit(
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
    return mentions.add(a.start(), end, b, unit.name(), null, slot);
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
    return mentions.add(a.start(), a.end(), a.with(metres, null), "m", null, Slot.DISTANCE);
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
    Amount sum = a.with(low.multiply(BigDecimal.valueOf(factor)).add(n.value()), null);
    int last = inches || small == null ? n.end() + 1 : small.end();
    return mentions.add(a.start(), last, sum, fits, null, unit.slot());
  }
}
