package news.slugline.claim.value;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import news.slugline.claim.value.Almanac.Which;
import news.slugline.claim.value.Days.Hit;
import news.slugline.claim.value.Days.Part;
import news.slugline.claim.value.TimeMention.Type;
import org.jspecify.annotations.Nullable;

/**
 * Reads days and longer times of one sentence, tied to the article's own day. What begins at a word
 * is looked for here; each sort of time has a reader of its own.
 */
final class Days {

  /**
   * A day or longer.
   *
   * @param end lexeme after it
   * @param value ISO 8601
   * @param day null if it is longer than a day
   * @param part of the day, if one is named
   */
  record Hit(int end, Type type, String value, @Nullable LocalDate day, @Nullable Part part) {
    static Hit week(int end, LocalDate any) {
      int y = any.get(IsoFields.WEEK_BASED_YEAR);
      int w = any.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
      return new Hit(end, Type.WEEK, iso(y) + "-W" + (w < 10 ? "0" : "") + w, null, null);
    }

    static Hit month(int end, YearMonth m) {
      return new Hit(end, Type.MONTH, m.toString(), null, null);
    }

    static Hit year(int end, int y) {
      return new Hit(end, Type.YEAR, iso(y), null, null);
    }

    /** A season is told by its year alone. */
    static Hit season(int end, int y) {
      return new Hit(end, Type.SEASON, iso(y), null, null);
    }

    static Hit decade(int end, int y) {
      return new Hit(end, Type.DECADE, iso(y) + "/" + iso(y + 9), null, null);
    }

    static Hit century(int end, int n) {
      return new Hit(end, Type.CENTURY, iso(100 * n - 99) + "/" + iso(100 * n), null, null);
    }

    static Hit range(int end, String from, String to) {
      return new Hit(end, Type.RANGE, from + "/" + to, null, null);
    }

    static String iso(int year) {
      String y = Integer.toString(year);
      return "0".repeat(Math.max(0, 4 - y.length())) + y;
    }
  }

  /** A part of a day. */
  enum Part {
    MORNING,
    AFTERNOON,
    EVENING,
    NIGHT
  }

  private final Lexemes x;
  private final CalendarWords words;
  private final Almanac almanac;
  private final DateScan dates;
  private final YearScan years;
  private final WeekdayScan weekdays;
  private final RelativeScan relatives;

  Days(Lexemes x, Anchor anchor) {
    this.x = x;
    this.words = new CalendarWords(x);
    this.almanac = new Almanac(anchor);
    this.dates = new DateScan(x, words, almanac, anchor.zone());
    this.years = new YearScan(x, words, almanac);
    this.weekdays = new WeekdayScan(x, words, almanac, dates);
    this.relatives = new RelativeScan(x, words, almanac);
  }

  /** The day, month, year or the like that begins here; null if none does. */
  @Nullable Hit read(int i) {
    if (x.number(i)) {
      return number(i);
    }
    if (x.is(i, "'") && x.digits(i + 1) == 2 && x.is(i + 2, "s") && !x.spaced(i + 2)) {
      int d = x.value(i + 1);
      return d % 10 == 0 ? Hit.decade(i + 3, (d <= 20 ? 2000 : 1900) + d) : null;
    }
    if (!x.word(i)) {
      return null;
    }
    Hit holiday = holiday(i);
    if (holiday != null) {
      return holiday;
    }
    if (words.isStage(i)) {
      return staged(i);
    }
    Hit relative = relatives.read(i);
    if (relative != null) {
      return relative;
    }
    if (words.isWeekday(i)) {
      return weekdays.read(i);
    }
    if (words.isMonth(i)) {
      return dates.month(i);
    }
    Hit period = years.period(i);
    return period != null ? period : relatives.ago(i);
  }

  /** Whether a day or longer can begin with the word at all. */
  static boolean mayBegin(String lower) {
    return CalendarWords.mayBegin(lower)
        || Numbers.isNumberWord(lower)
        || Numbers.isOrdinalWord(lower)
        || Holidays.starts(lower);
  }

  /** Lexemes to jump over where {@link #read} found nothing: names that look like days. */
  int skip(int i) {
    Holidays.Hit h = x.word(i) ? Holidays.read(x, i) : null;
    return h != null && !h.isDay() ? h.end() : i + 1;
  }

  private @Nullable Hit holiday(int i) {
    Holidays.Hit h = Holidays.read(x, i);
    if (h == null || !h.isDay()) {
      return null;
    }
    int y = words.yearAt(x.is(h.end(), ",") ? h.end() + 1 : h.end());
    if (y > 0) {
      return words.day(x.is(h.end(), ",") ? h.end() + 2 : h.end() + 1, h.in(y), null);
    }
    LocalDate today = almanac.today();
    LocalDate date = h.in(today.getYear());
    Which which = words.which(i - 1);
    if (which == Which.LAST) {
      return words.day(h.end(), date.isBefore(today) ? date : h.in(today.getYear() - 1), null);
    }
    if (which == Which.NEXT) {
      return words.day(h.end(), date.isAfter(today) ? date : h.in(today.getYear() + 1), null);
    }
    LocalDate before = h.in(today.getYear() - 1);
    LocalDate after = h.in(today.getYear() + 1);
    return words.day(
        h.end(), almanac.near(date, before, after, Tense.of(x, i, h.end())), words.part(h.end()));
  }

  /** "Early Tuesday", "late in August", "later this month", "mid-2019", "the early 1990s". */
  private @Nullable Hit staged(int i) {
    int j = i + 1;
    if (x.is(j, "-")) {
      j++;
    }
    if (x.is(j, "on") || x.is(j, "in")) {
      j++;
    }
    if (x.is(j, "the") && j > i + 1) {
      j++;
    }
    boolean comparative = x.is(i, "earlier") || x.is(i, "later");
    if (x.number(j)) {
      Hit h = comparative ? null : number(j);
      return h != null && h.type() != Type.RANGE ? h : null;
    }
    if (words.isStage(j) || !x.word(j)) {
      return null;
    }
    Hit h = read(j);
    if (h == null || h.type() == Type.RANGE && !x.is(h.end() - 1, "weekend")) {
      return null;
    }
    return h;
  }

  private @Nullable Hit number(int i) {
    Hit h = dates.numeric(i);
    if (h == null) {
      h = dates.dayMonth(i);
    }
    if (h == null && Numbers.isOrdinalSuffix(x, i + 1)) {
      h = years.centuryOrQuarter(i, i + 2);
    }
    if (h == null) {
      h = years.yearOrDecade(i);
    }
    return h != null ? h : relatives.ago(i);
  }
}
