package news.slugline.claim.value;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import news.slugline.claim.value.Almanac.Which;
import news.slugline.claim.value.Days.Hit;
import org.jspecify.annotations.Nullable;

/** Reads dates and months: what is named by a month or written in figures. */
final class DateScan {
  private static final Set<String> WORDS_TOO = CalendarWords.GROUPS.get("words too");
  private static final Set<String> BEFORE_MONTH = CalendarWords.GROUPS.get("before month");

  /** Words between "from" and the month: "from 5.6 percent in April". */
  private static final int START_WORDS = 5;

  private final Lexemes x;
  private final CalendarWords words;
  private final Almanac almanac;
  private final LocalDate today;
  private final @Nullable ZoneId zone;

  DateScan(Lexemes x, CalendarWords words, Almanac almanac, @Nullable ZoneId zone) {
    this.x = x;
    this.words = words;
    this.almanac = almanac;
    this.today = almanac.today();
    this.zone = zone;
  }

  /** What begins with a month's name. */
  @Nullable Hit month(int i) {
    int m = words.monthAt(i);
    int j = words.afterMonth(i);
    int d = x.is(j, "the") ? j + 1 : j;
    boolean dayFollows =
        x.number(d) && x.digits(d) <= 2 && x.value(d) >= 1 && !x.is(d + 1, ":") && !isShare(d + 1);
    if (dayFollows) {
      return monthDay(i, m, d);
    }
    int k = x.is(j, ",") || x.is(j, "of") ? j + 1 : j;
    int y = words.yearAt(k);
    if (y > 0) {
      return Hit.month(k + 1, YearMonth.of(y, m));
    }
    Which which = words.which(x.is(j, "of") ? j + 1 : j);
    int w = x.is(j, "of") ? j + 2 : j + 1;
    if (which != null && x.is(w, "year")) {
      return Hit.month(w + 1, YearMonth.of(today.getYear() + which.sign, m));
    }
    return bareMonth(i, m, j);
  }

  private @Nullable Hit bareMonth(int i, int m, int j) {
    boolean led = x.in(i - 1, BEFORE_MONTH) || x.is(i - 1, "-") && words.isStage(i - 2);
    boolean the = x.is(i - 1, "the") || x.is(i - 1, "s") || x.is(i - 1, "its");
    String w = x.lower(i);
    if (!led && !(the && !WORDS_TOO.contains(w))) {
      return null;
    }
    boolean name = WORDS_TOO.contains(w) && x.capitalised(j) && !words.namesMonth(j);
    if (name
        || w.equals("may") && (x.is(i - 1, "and") || x.is(i - 1, "to") || x.is(i - 1, "for"))) {
      return null;
    }
    Tense tense = isStart(i - 1) ? Tense.PAST : Tense.of(x, i, j);
    boolean by = x.is(i - 1, "by") || x.is(i - 1, "until");
    boolean since = x.is(i - 1, "since");
    YearMonth now = YearMonth.from(today);
    YearMonth same = YearMonth.of(today.getYear(), m);
    YearMonth month = same;
    if (since || tense == Tense.PAST && !by) {
      month = same.isAfter(now) ? same.minusYears(1) : same;
    } else if (by || tense == Tense.FUTURE) {
      month = same.isBefore(now) ? same.plusYears(1) : same;
    } else if (ChronoUnit.MONTHS.between(now, same) > 6) {
      month = same.minusYears(1);
    }
    if (!since && month.isBefore(now) && Tense.isProspect(x, i)) {
      month = month.plusYears(1);
    }
    return Hit.month(j, month);
  }

  private boolean isShare(int i) {
    return x.is(i, "%") || x.is(i, "percent") || x.is(i, "people");
  }

  /** "Is to fall to 3% from 5.6% in April": from where something goes is known. */
  private boolean isStart(int in) {
    int k = in - 1;
    for (int n = 0; n < START_WORDS && k > 0; n++, k--) {
      if (x.is(k, "from")) {
        return x.number(k + 1) || Numbers.isNumberWord(x.lower(k + 1));
      }
    }
    return false;
  }

  private @Nullable Hit monthDay(int i, int m, int d) {
    int dayOfMonth = x.value(d);
    int j = Numbers.isOrdinalSuffix(x, d + 1) ? d + 2 : d + 1;
    int y = words.yearAfter(j);
    int end = y > 0 ? (x.is(j, ",") ? j + 2 : j + 1) : j;
    boolean through = x.is(j, "-") || x.is(j, "to") || x.is(j, "through") || x.is(j, "until");
    boolean and = x.is(j, "and") && x.is(i - 1, "between");
    if (y <= 0 && (through || and)) {
      Hit range = endOfRange(i, m, dayOfMonth, j + 1);
      if (range != null) {
        return range;
      }
    }
    LocalDate date = almanac.date(y, m, dayOfMonth, Tense.of(x, i, end));
    return date == null ? null : words.day(end, date, words.part(end));
  }

  /** "Aug. 12-15", "June 28 to July 3, 2024". */
  private @Nullable Hit endOfRange(int i, int m, int first, int k) {
    int last;
    int lastMonth = m;
    int j;
    if (words.isMonth(k) && x.number(words.afterMonth(k)) && x.digits(words.afterMonth(k)) <= 2) {
      lastMonth = words.monthAt(k);
      last = x.value(words.afterMonth(k));
      j = words.afterMonth(k) + 1;
    } else if (x.number(k) && x.digits(k) <= 2 && x.value(k) > first && !x.is(k + 1, ":")) {
      last = x.value(k);
      j = k + 1;
    } else {
      return null;
    }
    if (Numbers.isOrdinalSuffix(x, j)) {
      j++;
    }
    String unit = x.lower(j);
    if (unit.equals("a") || unit.equals("p") || unit.equals("am") || unit.equals("pm")) {
      return null;
    }
    int y = words.yearAfter(j);
    int end = y > 0 ? (x.is(j, ",") ? j + 2 : j + 1) : j;
    LocalDate to = almanac.date(y, lastMonth, last, Tense.of(x, i, end));
    if (to == null) {
      return null;
    }
    LocalDate from = Almanac.safe(lastMonth < m ? to.getYear() - 1 : to.getYear(), m, first);
    return from == null ? null : Hit.range(end, from.toString(), to.toString());
  }

  /** "15 August 2025", "6th of January", "12-15 August". */
  @Nullable Hit dayMonth(int i) {
    int d = x.value(i);
    if (d < 1 || d > 31 || x.digits(i) > 2) {
      return null;
    }
    int j = Numbers.isOrdinalSuffix(x, i + 1) ? i + 2 : i + 1;
    int last = -1;
    if ((x.is(j, "-") || x.is(j, "to") || x.is(j, "and") && x.is(i - 1, "between"))
        && x.digits(j + 1) <= 2
        && x.value(j + 1) > d) {
      last = x.value(j + 1);
      j = Numbers.isOrdinalSuffix(x, j + 2) ? j + 3 : j + 2;
    }
    int k = x.is(j, "of") ? j + 1 : j;
    if (!words.isMonth(k) || x.is(k, "may") && k == j && x.is(k + 1, "be")) {
      return null;
    }
    int m = words.monthAt(k);
    int a = words.afterMonth(k);
    int y = words.yearAfter(a);
    int end = y > 0 ? (x.is(a, ",") ? a + 2 : a + 1) : a;
    boolean single = last < 0 && y <= 0 && (x.is(a, "-") || x.is(a, "to") || x.is(a, "until"));
    if (single && x.number(a + 1)) {
      Hit to = dayMonth(a + 1);
      if (to != null && to.day() != null) {
        LocalDate t = to.day();
        LocalDate from = Almanac.safe(m > t.getMonthValue() ? t.getYear() - 1 : t.getYear(), m, d);
        return from == null ? null : Hit.range(to.end(), from.toString(), to.value());
      }
    }
    LocalDate date = almanac.date(y, m, last > 0 ? last : d, Tense.of(x, i, end));
    if (date == null) {
      return null;
    }
    LocalDate from = last > 0 ? Almanac.safe(date.getYear(), m, d) : null;
    return from != null
        ? Hit.range(end, from.toString(), date.toString())
        : words.day(end, date, words.part(end));
  }

  /** "2025-08-15", "15/08/2025", "8/15/2025", "15.08.2025", "9/11". */
  @Nullable Hit numeric(int i) {
    String sep = x.lower(i + 1);
    boolean dated = sep.equals("-") || sep.equals("/") || sep.equals(".");
    if (!dated || x.spaced(i + 1) || x.spaced(i + 2) || !x.number(i + 2)) {
      return null;
    }
    if (!x.is(i + 3, sep) || x.spaced(i + 3) || !x.number(i + 4) || x.spaced(i + 4)) {
      boolean nineEleven =
          sep.equals("/") && x.is(i, "9") && x.is(i + 2, "11") && !x.is(i + 3, "/");
      return nineEleven ? words.day(i + 3, LocalDate.of(2001, 9, 11), null) : null;
    }
    int a = x.value(i);
    int b = x.value(i + 2);
    int c = x.value(i + 4);
    if (x.digits(i) == 4) {
      return dayOrNull(i + 5, Almanac.safe(a, b, c));
    }
    if (x.digits(i + 4) != 4 && !(x.digits(i + 4) == 2 && sep.equals("/"))) {
      return null;
    }
    int y = c < 100 ? 2000 + c : c;
    if (sep.equals(".") || a > 12) {
      return dayOrNull(i + 5, Almanac.safe(y, b, a));
    }
    if (b > 12 || a == b) {
      return dayOrNull(i + 5, Almanac.safe(y, a, b));
    }
    if (zone == null) {
      return null; // which is the month is anybody's guess
    }
    boolean american =
        zone.getId().startsWith("America/") || zone.getId().startsWith("Pacific/Hon");
    return dayOrNull(i + 5, american ? Almanac.safe(y, a, b) : Almanac.safe(y, b, a));
  }

  private @Nullable Hit dayOrNull(int end, @Nullable LocalDate date) {
    return date == null ? null : words.day(end, date, null);
  }
}
