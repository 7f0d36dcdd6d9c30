package news.slugline.claim.value;

import java.time.YearMonth;
import java.util.Set;
import news.slugline.claim.value.Almanac.Which;
import news.slugline.claim.value.Days.Hit;
import org.jspecify.annotations.Nullable;

/** Reads years and longer: decades, centuries, and the quarters, halves and seasons of a year. */
final class YearScan {
  private static final Set<String> BEFORE_YEAR = CalendarWords.GROUPS.get("before year");
  private static final Set<String> SURE_BEFORE_YEAR = CalendarWords.GROUPS.get("sure before year");
  private static final Set<String> COUNTED = CalendarWords.GROUPS.get("counted");

  private final Lexemes x;
  private final CalendarWords words;
  private final Almanac almanac;

  YearScan(Lexemes x, CalendarWords words, Almanac almanac) {
    this.x = x;
    this.words = words;
    this.almanac = almanac;
  }

  /** "2019", "2016-17", "the 1990s": what four digits give; null if they are no year. */
  @Nullable Hit yearOrDecade(int i) {
    int y = words.yearAt(i);
    if (y == 0
        || !x.spaced(i)
            && (x.is(i - 1, ",")
                || x.is(i - 1, ".")
                || x.is(i - 1, "$")
                || x.is(i - 1, "/")
                || x.is(i - 1, "\u00a3")
                || x.is(i - 1, "\u20ac")
                || x.is(i - 1, "#"))) {
      return null;
    }
    boolean s =
        x.is(i + 1, "s") && !x.spaced(i + 1)
            || x.phrase(i + 1, "'", "s") && y % 10 == 0 && x.is(i - 1, "the") && !x.spaced(i + 1);
    if (s && y % 10 == 0) {
      return Hit.decade(x.is(i + 1, "s") ? i + 2 : i + 3, y);
    }
    if (s && x.is(i + 1, "s") || x.is(i + 1, ".") && x.number(i + 2) && !x.spaced(i + 2)) {
      return null;
    }
    Hit span = years(i, y);
    if (span != null) {
      return span;
    }
    return isYear(i, y) ? Hit.year(i + 1, y) : null;
  }

  private boolean isYear(int i, int y) {
    if (x.in(i + 1, COUNTED)
        || x.is(i + 1, "block")
        || x.is(i + 1, "%")
        || Numbers.isScale(x.lower(i + 1))
        || x.is(i + 1, "-")) {
      return false;
    }
    int b = i - 1;
    if (x.is(b, "-") && words.isStage(b - 1)) {
      return true;
    }
    if (y < 1700 || y > 2100) {
      return x.in(b, SURE_BEFORE_YEAR) && y < 2200 && !x.lower(i + 1).endsWith("s");
    }
    if (x.is(b, "(") && (x.is(i + 1, ")") || x.is(i + 1, "-"))) {
      return true;
    }
    boolean unsure =
        x.is(b, "to")
            || x.is(b, "of")
            || x.is(b, "than")
            || x.is(b, "for")
            || x.is(b, "and")
            || x.is(b, "as");
    if (unsure) {
      return y >= 1900
          && !(x.word(i + 1)
              && x.lower(i + 1).endsWith("s")
              && !x.capitalised(i + 1)
              && !x.is(i + 1, "was")
              && !x.is(i + 1, "is")
              && !x.is(i + 1, "as")
              && !x.is(i + 1, "has"));
    }
    if (CalendarWords.SEASONS.contains(x.lower(b)) || x.is(b, "winter") || x.is(b, "quarter")) {
      return true;
    }
    boolean names = y >= 1900 && x.capitalised(i + 1) && (x.capitalised(b) || b < 0);
    boolean subject = b < 0 && y >= 1900 && !x.lower(i + 1).endsWith("s");
    return x.in(b, BEFORE_YEAR)
        || x.is(b, ",") && y >= 1900 && (x.is(i + 1, ",") || x.is(i + 1, "and"))
        || names && b < 0
        || subject;
  }

  /** "2016-17", "2016–2020", "between 2016 and 2020", "from 2016 to 2020". */
  private @Nullable Hit years(int i, int y) {
    boolean dash = x.is(i + 1, "-") || x.is(i + 1, "/") && !x.spaced(i + 1);
    boolean word =
        x.is(i + 1, "to") && x.is(i - 1, "from")
            || x.is(i + 1, "and") && x.is(i - 1, "between")
            || (x.is(i + 1, "until") || x.is(i + 1, "through")) && x.is(i - 1, "from");
    int z = x.value(i + 2);
    if (!dash && !word || z < 0 || x.is(i + 3, "-") && !x.spaced(i + 3)) {
      return null;
    }
    int last = x.digits(i + 2) == 4 ? z : dash && x.digits(i + 2) == 2 ? y / 100 * 100 + z : 0;
    if (last <= y || last >= 2200 || y < 1500 || x.in(i + 3, COUNTED)) {
      return null;
    }
    return Hit.range(i + 3, Hit.iso(y), Hit.iso(last));
  }

  /** "Q3 2024", "the third quarter", "spring 2019": what a word that is no month begins. */
  @Nullable Hit period(int i) {
    String w = x.lower(i);
    if (w.equals("q") && x.digits(i + 1) == 1 && !x.spaced(i + 1)) {
      int y = words.yearAt(i + 2);
      int q = x.value(i + 1);
      return y > 0 && q >= 1 && q <= 4 ? quarter(i + 3, y, q) : null;
    }
    if (Numbers.ordinal(x, i) > 0) {
      return centuryOrQuarter(i, i + 1);
    }
    if (CalendarWords.SEASONS.contains(w) || w.equals("winter")) {
      int k = x.is(i + 1, "of") ? i + 2 : i + 1;
      int y = words.yearAt(k);
      return y > 0 ? Hit.season(k + 1, y) : null;
    }
    return null;
  }

  /**
   * "The 19th century", "the first half of last year".
   *
   * @param i where the ordinal begins
   * @param j after it
   */
  @Nullable Hit centuryOrQuarter(int i, int j) {
    int n = Numbers.ordinal(x, i);
    int c = x.is(j, "-") ? j + 1 : j;
    if (x.is(c, "century") && n >= 1 && n <= 22) {
      return x.phrase(c + 1, "bc") ? null : Hit.century(c + 1, n);
    }
    boolean quarter = x.is(j, "quarter") && n >= 1 && n <= 4;
    boolean half = x.is(j, "half") && n >= 1 && n <= 2;
    if (!quarter && !half) {
      return null;
    }
    int k = x.is(j + 1, "of") || x.is(j + 1, "in") ? j + 2 : j + 1;
    int y = words.yearAt(k);
    int end = k + 1;
    Which which = words.which(k);
    if (which != null && x.is(k + 1, "year")) {
      y = almanac.today().getYear() + which.sign;
      end = k + 2;
    }
    if (y <= 0) {
      return null;
    }
    return quarter
        ? quarter(end, y, n)
        : Hit.range(
            end,
            YearMonth.of(y, n == 1 ? 1 : 7).toString(),
            YearMonth.of(y, n == 1 ? 6 : 12).toString());
  }

  private static Hit quarter(int end, int y, int q) {
    YearMonth first = YearMonth.of(y, 3 * q - 2);
    return Hit.range(end, first.toString(), first.plusMonths(2).toString());
  }
}
