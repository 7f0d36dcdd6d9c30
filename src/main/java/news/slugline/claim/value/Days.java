package news.slugline.claim.value;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import news.slugline.claim.text.WordGroups;
import news.slugline.claim.value.TimeMention.Type;
import org.jspecify.annotations.Nullable;

/** Reads days and longer times of one sentence, tied to the article's own day. */
final class Days {

  /**
   * A day or longer.
   *
   * @param end lexeme after it
   * @param value ISO 8601
   * @param day null if it is longer than a day
   * @param part of the day, if one is named
   */
  record Hit(int end, Type type, String value, @Nullable LocalDate day, @Nullable Part part) {}

  /** A part of a day. */
  enum Part {
    MORNING,
    AFTERNOON,
    EVENING,
    NIGHT
  }

  private enum Which {
    LAST,
    THIS,
    NEXT
  }

  private static final Map<String, Integer> MONTHS = new HashMap<>();
  private static final Map<String, DayOfWeek> WEEKDAYS = new HashMap<>();
  private static final WordGroups WORDS = WordGroups.of(Days.class, "day-words.tsv");
  private static final Set<String> STARTS = WORDS.get("starts");
  private static final Set<String> SHORT_WEEKDAYS = WORDS.get("short weekdays");
  private static final Set<String> WORDS_TOO = WORDS.get("words too");
  private static final Map<String, Part> PARTS =
      Map.of(
          "morning", Part.MORNING,
          "afternoon", Part.AFTERNOON,
          "lunchtime", Part.AFTERNOON,
          "evening", Part.EVENING,
          "night", Part.NIGHT);

  /** Words between "from" and the month: "from 5.6 percent in April". */
  private static final int START_WORDS = 5;

  private static final Set<String> SEASONS = Set.of("spring", "summer", "autumn", "fall");
  private static final Set<String> STAGES = WORDS.get("stages");
  private static final Set<String> BEFORE_MONTH = WORDS.get("before month");
  private static final Set<String> BEFORE_YEAR = WORDS.get("before year");
  private static final Set<String> SURE_BEFORE_YEAR = WORDS.get("sure before year");
  private static final Set<String> COUNTED = WORDS.get("counted");

  static {
    String[] months = {
      "january",
      "february",
      "march",
      "april",
      "may",
      "june",
      "july",
      "august",
      "september",
      "october",
      "november",
      "december"
    };
    for (int i = 0; i < 12; i++) {
      MONTHS.put(months[i], i + 1);
      MONTHS.put(months[i].substring(0, 3), i + 1);
    }
    MONTHS.put("sept", 9);
    for (DayOfWeek d : DayOfWeek.values()) {
      WEEKDAYS.put(d.name().toLowerCase(java.util.Locale.ROOT), d);
    }
    DayOfWeek[] w = DayOfWeek.values();
    String[][] shorts = {
      {"mon"}, {"tue", "tues"}, {"wed", "weds"}, {"thu", "thur", "thurs"}, {"fri"}, {"sat"}, {"sun"}
    };
    for (int i = 0; i < 7; i++) {
      for (String s : shorts[i]) {
        WEEKDAYS.put(s, w[i]);
      }
    }
  }

  private final Lexemes x;
  private final LocalDate today;
  private final LocalDate begun;
  private final @Nullable ZoneId zone;

  Days(Lexemes x, Anchor anchor) {
    this.x = x;
    this.today = anchor.day();
    this.begun = anchor.begun();
    this.zone = anchor.zone();
  }

  /** The day, month, year or the like that begins here; null if none does. */
  @Nullable Hit read(int i) {
    if (x.number(i)) {
      return number(i);
    }
    if (x.is(i, "'") && x.digits(i + 1) == 2 && x.is(i + 2, "s") && !x.spaced(i + 2)) {
      int d = x.value(i + 1);
      return d % 10 == 0 ? decade(i + 3, (d <= 20 ? 2000 : 1900) + d) : null;
    }
    if (!x.word(i)) {
      return null;
    }
    Hit holiday = holiday(i);
    if (holiday != null) {
      return holiday;
    }
    String w = x.lower(i);
    if (STAGES.contains(w)) {
      return staged(i);
    }
    Hit relative = relative(i, w);
    if (relative != null) {
      return relative;
    }
    if (isWeekday(i)) {
      return weekday(i);
    }
    if (isMonth(i)) {
      return month(i);
    }
    Hit period = period(i, w);
    return period != null ? period : ago(i);
  }

  /** Whether a day or longer can begin with the word at all. */
  static boolean mayBegin(String lower) {
    return STARTS.contains(lower)
        || MONTHS.containsKey(lower)
        || WEEKDAYS.containsKey(lower)
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
    int y = yearAt(x.is(h.end(), ",") ? h.end() + 1 : h.end());
    if (y > 0) {
      return day(x.is(h.end(), ",") ? h.end() + 2 : h.end() + 1, h.in(y), null);
    }
    LocalDate date = h.in(today.getYear());
    Which which = which(i - 1);
    if (which == Which.LAST) {
      return day(h.end(), date.isBefore(today) ? date : h.in(today.getYear() - 1), null);
    }
    if (which == Which.NEXT) {
      return day(h.end(), date.isAfter(today) ? date : h.in(today.getYear() + 1), null);
    }
    LocalDate before = h.in(today.getYear() - 1);
    LocalDate after = h.in(today.getYear() + 1);
    return day(h.end(), near(date, before, after, Tense.of(x, i, h.end())), part(h.end()));
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
    if (STAGES.contains(x.lower(j)) || !x.word(j)) {
      return null;
    }
    Hit h = read(j);
    if (h == null || h.type() == Type.RANGE && !x.is(h.end() - 1, "weekend")) {
      return null;
    }
    return h;
  }

  private @Nullable Hit relative(int i, String w) {
    switch (w) {
      case "today" -> {
        return x.phrase(i + 1, "'", "s")
                && x.in(i + 3, Set.of("world", "society", "youth", "economy"))
            ? null
            : day(i + 1, today, part(i + 1));
      }
      case "tonight" -> {
        return day(i + 1, today, Part.NIGHT);
      }
      case "yesterday" -> {
        return day(i + 1, today.minusDays(1), part(i + 1));
      }
      case "tomorrow" -> {
        return day(i + 1, today.plusDays(1), part(i + 1));
      }
      case "the" -> {
        return the(i);
      }
      case "this", "last", "next" -> {
        return which(i, w);
      }
      default -> {
        return null;
      }
    }
  }

  private @Nullable Hit the(int i) {
    if (x.phrase(i + 1, "day", "before", "yesterday")) {
      return day(i + 4, today.minusDays(2), null);
    }
    if (x.phrase(i + 1, "day", "after", "tomorrow")) {
      return day(i + 4, today.plusDays(2), null);
    }
    if (x.is(i + 1, "weekend")
        && (x.is(i - 1, "over") || x.is(i - 1, "at") || x.is(i - 1, "during"))) {
      return weekend(i + 2, Tense.of(x, i, i + 2) == Tense.FUTURE ? Which.THIS : Which.LAST, true);
    }
    return null;
  }

  /** "This week", "last August", "next Friday", "this morning", "last night". */
  private @Nullable Hit which(int i, String w) {
    Which which = w.equals("this") ? Which.THIS : w.equals("last") ? Which.LAST : Which.NEXT;
    int j = i + 1;
    if (which == Which.THIS && (x.is(j, "coming") || x.is(j, "past"))) {
      which = x.is(j, "coming") ? Which.NEXT : Which.LAST;
      if (isWeekday(j + 1)) {
        LocalDate d =
            which == Which.NEXT
                ? today.with(TemporalAdjusters.next(weekdayAt(j + 1)))
                : today.with(TemporalAdjusters.previous(weekdayAt(j + 1)));
        return day(j + 2, d, part(j + 2));
      }
      return x.is(j + 1, "weekend") ? weekend(j + 2, which, true) : null;
    }
    String u = x.lower(j);
    int sign = which == Which.LAST ? -1 : which == Which.NEXT ? 1 : 0;
    switch (u) {
      case "week" -> {
        return week(j + 1, today.plusWeeks(sign));
      }
      case "weekend" -> {
        return weekend(j + 1, which, false);
      }
      case "month" -> {
        return month(j + 1, YearMonth.from(today).plusMonths(sign));
      }
      case "year" -> {
        return year(j + 1, today.getYear() + sign);
      }
      case "decade" -> {
        return decade(j + 1, Math.floorDiv(today.getYear(), 10) * 10 + 10 * sign);
      }
      case "century" -> {
        return century(j + 1, (today.getYear() + 99) / 100 + sign);
      }
      case "night" -> {
        return which == Which.LAST ? day(j + 1, today.minusDays(1), Part.NIGHT) : null;
      }
      case "morning", "afternoon", "evening", "lunchtime" -> {
        Part p = PARTS.get(u);
        return which == Which.NEXT ? null : day(j + 1, today.plusDays(sign), p);
      }
      default -> {
        return whichNamed(j, which, sign);
      }
    }
  }

  private @Nullable Hit whichNamed(int j, Which which, int sign) {
    if (isWeekday(j)) {
      LocalDate d = weekday(weekdayAt(j), which, Tense.of(x, j - 1, j + 1));
      return dateBeside(afterWeekday(j), d);
    }
    if (isMonth(j) && !x.number(afterMonth(j))) {
      int m = monthAt(j);
      int y = today.getYear();
      int now = today.getMonthValue();
      if (which == Which.LAST && m >= now) {
        y--;
      } else if (which == Which.NEXT && m <= now) {
        y++;
      }
      return month(afterMonth(j), YearMonth.of(y, m));
    }
    if (SEASONS.contains(x.lower(j)) && !x.is(j + 1, "back")) {
      return season(j, sign);
    }
    return null;
  }

  private @Nullable Hit season(int j, int sign) {
    int begins =
        switch (x.lower(j)) {
          case "spring" -> 3;
          case "summer" -> 6;
          default -> 9;
        };
    int y = today.getYear() + sign;
    if (sign < 0 && today.getMonthValue() > begins + 2) {
      y = today.getYear(); // last summer, said in autumn
    } else if (sign > 0 && today.getMonthValue() < begins) {
      y = today.getYear();
    }
    return new Hit(j + 1, Type.SEASON, iso(y), null, null);
  }

  private @Nullable Which which(int i) {
    return switch (x.lower(i)) {
      case "last" -> Which.LAST;
      case "next" -> Which.NEXT;
      case "this" -> Which.THIS;
      default -> null;
    };
  }

  // --- weekdays

  private boolean isWeekday(int i) {
    String w = x.lower(i);
    if (!WEEKDAYS.containsKey(w) || !x.capitalised(i)) {
      return false;
    }
    if (SHORT_WEEKDAYS.contains(w)) {
      int j = x.is(i + 1, ".") ? i + 2 : i + 1;
      j = x.is(j, ",") ? j + 1 : j;
      boolean sure =
          isMonth(j) || x.number(j) && (isMonth(j + 1) || Numbers.isOrdinalSuffix(x, j + 1));
      return sure || x.is(i + 1, ".") && !w.equals("sun") && !w.equals("sat") && x.is(i - 1, "on");
    }
    return true;
  }

  private DayOfWeek weekdayAt(int i) {
    return WEEKDAYS.getOrDefault(x.lower(i), DayOfWeek.MONDAY);
  }

  private int afterWeekday(int i) {
    return SHORT_WEEKDAYS.contains(x.lower(i)) && x.is(i + 1, ".") ? i + 2 : i + 1;
  }

  private @Nullable Hit weekday(int i) {
    int j = afterWeekday(i);
    if (x.is(j, "s") && !x.spaced(j)) {
      return null; // "Mondays": any of them
    }
    if (x.lower(i).endsWith("s") || x.is(i - 1, "every") || x.is(i - 1, "each")) {
      return null;
    }
    Hit date = explicitDate(j);
    if (date != null) {
      return date;
    }
    Hit of = weekOf(i, j);
    if (of != null) {
      return of;
    }
    // "will appeal against Thursday's ruling": yesterday's, whatever is to come of it
    boolean itsOwn = x.phrase(j, "'", "s") && !x.spaced(j) && !x.spaced(j + 1);
    boolean yesterday = today.minusDays(1).getDayOfWeek() == weekdayAt(i);
    Tense tense = itsOwn && yesterday ? Tense.PAST : Tense.of(x, i, j);
    return dateBeside(j, weekday(weekdayAt(i), null, tense));
  }

  /** "Friday, Aug. 15, 2025", "Friday 15 August", "Friday (Aug. 15)", "Friday night, Aug. 15". */
  private @Nullable Hit explicitDate(int j) {
    Part part = part(j);
    int k = part != null ? j + 1 : j;
    boolean open = x.is(k, "(");
    if (x.is(k, ",") || open) {
      k++;
    }
    if (x.is(k, "the")) {
      k++;
    }
    Hit d = null;
    if (isMonth(k)) {
      d = month(k);
    } else if (x.number(k) && x.digits(k) <= 2) {
      d = dayMonth(k);
    }
    if (d == null || d.type() != Type.DAY) {
      return null;
    }
    int end = open && x.is(d.end(), ")") ? d.end() + 1 : d.end();
    return new Hit(end, Type.DAY, d.value(), d.day(), part != null ? part : d.part());
  }

  /** "Friday last week", "Tuesday of next week". */
  private @Nullable Hit weekOf(int i, int j) {
    int k = x.is(j, "of") ? j + 1 : j;
    Which which = which(k);
    if (which == null || !x.is(k + 1, "week")) {
      return null;
    }
    int sign = which == Which.LAST ? -1 : which == Which.NEXT ? 1 : 0;
    return day(k + 2, inWeek(today.plusWeeks(sign), weekdayAt(i)), null);
  }

  private static LocalDate inWeek(LocalDate any, DayOfWeek day) {
    return any.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
        .plusDays(day.getValue() - 1);
  }

  private LocalDate weekday(DayOfWeek day, @Nullable Which which, Tense tense) {
    if (which == Which.LAST) {
      return today.with(TemporalAdjusters.previous(day));
    }
    if (which == Which.NEXT) {
      return inWeek(today.plusWeeks(1), day);
    }
    if (which == Which.THIS && tense != Tense.PAST || tense == Tense.FUTURE) {
      return today.with(TemporalAdjusters.nextOrSame(day));
    }
    // What a text of Thursday evening tells of Friday has happened where it is Friday already: of
    // the Friday before it would say "last".
    return begun.getDayOfWeek() == day ? begun : today.with(TemporalAdjusters.previousOrSame(day));
  }

  private Hit dateBeside(int j, LocalDate date) {
    return day(j, date, part(j));
  }

  // --- months

  private boolean isMonth(int i) {
    String w = x.lower(i);
    if (!x.capitalised(i) || !MONTHS.containsKey(w)) {
      return false;
    }
    if (w.length() <= 4 && !w.equals("may") && !w.equals("june") && !w.equals("july")) {
      return x.is(i + 1, ".") || x.number(i + 1) || x.number(i - 1) || w.equals("sept");
    }
    return true;
  }

  private int monthAt(int i) {
    return MONTHS.getOrDefault(x.lower(i), 1);
  }

  private int afterMonth(int i) {
    return x.lower(i).length() <= 4 && x.is(i + 1, ".") && !x.spaced(i + 1) ? i + 2 : i + 1;
  }

  /** What begins with a month's name. */
  private @Nullable Hit month(int i) {
    int m = monthAt(i);
    int j = afterMonth(i);
    int d = x.is(j, "the") ? j + 1 : j;
    boolean dayFollows =
        x.number(d) && x.digits(d) <= 2 && x.value(d) >= 1 && !x.is(d + 1, ":") && !isShare(d + 1);
    if (dayFollows) {
      return monthDay(i, m, d);
    }
    int k = x.is(j, ",") || x.is(j, "of") ? j + 1 : j;
    int y = yearAt(k);
    if (y > 0) {
      return rangeOfMonths(k + 1, YearMonth.of(y, m));
    }
    Which which = which(x.is(j, "of") ? j + 1 : j);
    int w = x.is(j, "of") ? j + 2 : j + 1;
    if (which != null && x.is(w, "year")) {
      int sign = which == Which.LAST ? -1 : which == Which.NEXT ? 1 : 0;
      return month(w + 1, YearMonth.of(today.getYear() + sign, m));
    }
    return bareMonth(i, m, j);
  }

  private boolean isShare(int i) {
    return x.is(i, "%") || x.is(i, "percent") || x.is(i, "people");
  }

  private @Nullable Hit bareMonth(int i, int m, int j) {
    boolean led = x.in(i - 1, BEFORE_MONTH) || x.is(i - 1, "-") && STAGES.contains(x.lower(i - 2));
    boolean the = x.is(i - 1, "the") || x.is(i - 1, "s") || x.is(i - 1, "its");
    String w = x.lower(i);
    if (!led && !(the && !WORDS_TOO.contains(w))) {
      return null;
    }
    boolean name = WORDS_TOO.contains(w) && x.capitalised(j) && MONTHS.get(x.lower(j)) == null;
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
    return rangeOfMonths(j, month);
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

  private Hit rangeOfMonths(int end, YearMonth from) {
    return month(end, from);
  }

  private @Nullable Hit monthDay(int i, int m, int d) {
    int dayOfMonth = x.value(d);
    int j = Numbers.isOrdinalSuffix(x, d + 1) ? d + 2 : d + 1;
    int y = yearAfter(j);
    int end = y > 0 ? (x.is(j, ",") ? j + 2 : j + 1) : j;
    boolean through = x.is(j, "-") || x.is(j, "to") || x.is(j, "through") || x.is(j, "until");
    boolean and = x.is(j, "and") && x.is(i - 1, "between");
    if (y <= 0 && (through || and)) {
      Hit range = endOfRange(i, m, dayOfMonth, j + 1);
      if (range != null) {
        return range;
      }
    }
    LocalDate date = date(y, m, dayOfMonth, Tense.of(x, i, end));
    return date == null ? null : day(end, date, part(end));
  }

  /** "Aug. 12-15", "June 28 to July 3, 2024". */
  private @Nullable Hit endOfRange(int i, int m, int first, int k) {
    int last;
    int lastMonth = m;
    int j;
    if (isMonth(k) && x.number(afterMonth(k)) && x.digits(afterMonth(k)) <= 2) {
      lastMonth = monthAt(k);
      last = x.value(afterMonth(k));
      j = afterMonth(k) + 1;
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
    int y = yearAfter(j);
    int end = y > 0 ? (x.is(j, ",") ? j + 2 : j + 1) : j;
    LocalDate to = date(y, lastMonth, last, Tense.of(x, i, end));
    if (to == null) {
      return null;
    }
    LocalDate from = safe(lastMonth < m ? to.getYear() - 1 : to.getYear(), m, first);
    return from == null ? null : range(end, from.toString(), to.toString());
  }

  /** "15 August 2025", "6th of January", "12-15 August". */
  private @Nullable Hit dayMonth(int i) {
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
    if (!isMonth(k) || x.is(k, "may") && k == j && x.is(k + 1, "be")) {
      return null;
    }
    int m = monthAt(k);
    int a = afterMonth(k);
    int y = yearAfter(a);
    int end = y > 0 ? (x.is(a, ",") ? a + 2 : a + 1) : a;
    boolean single = last < 0 && y <= 0 && (x.is(a, "-") || x.is(a, "to") || x.is(a, "until"));
    if (single && x.number(a + 1)) {
      Hit to = dayMonth(a + 1);
      if (to != null && to.day() != null) {
        LocalDate t = to.day();
        LocalDate from = safe(m > t.getMonthValue() ? t.getYear() - 1 : t.getYear(), m, d);
        return from == null ? null : range(to.end(), from.toString(), to.value());
      }
    }
    LocalDate date = date(y, m, last > 0 ? last : d, Tense.of(x, i, end));
    if (date == null) {
      return null;
    }
    LocalDate from = last > 0 ? safe(date.getYear(), m, d) : null;
    return from != null ? range(end, from.toString(), date.toString()) : day(end, date, part(end));
  }

  private int yearAfter(int j) {
    return x.is(j, ",") ? yearAt(j + 1) : yearAt(j);
  }

  /** The year in four digits that stands here, else 0. */
  private int yearAt(int i) {
    int v = x.digits(i) == 4 ? x.value(i) : 0;
    boolean clock = x.is(i + 1, "gmt") || x.is(i + 1, "utc") || x.is(i + 1, "hours");
    boolean grouped =
        x.is(i + 1, ",") && !x.spaced(i + 1) && x.digits(i + 2) == 3 && !x.spaced(i + 2);
    return v >= 1000 && v < 2200 && !clock && !grouped ? v : 0;
  }

  private @Nullable LocalDate date(int year, int month, int day, Tense tense) {
    if (year > 0) {
      return safe(year, month, day);
    }
    LocalDate same = safe(today.getYear(), month, day);
    LocalDate before = safe(today.getYear() - 1, month, day);
    LocalDate after = safe(today.getYear() + 1, month, day);
    if (same == null) {
      return before != null ? before : after;
    }
    return near(same, before == null ? same : before, after == null ? same : after, tense);
  }

  /** A date without a year is the nearest one; far from both the tense decides. */
  private LocalDate near(LocalDate same, LocalDate before, LocalDate after, Tense tense) {
    LocalDate past = same.isAfter(today) ? before : same;
    LocalDate future = same.isBefore(today) ? after : same;
    long back = ChronoUnit.DAYS.between(past, today);
    long ahead = ChronoUnit.DAYS.between(today, future);
    long far = 120;
    if (Math.min(back, ahead) > far || tense != Tense.UNKNOWN && Math.min(back, ahead) > 30) {
      if (tense == Tense.FUTURE) {
        return future;
      }
      if (tense == Tense.PAST) {
        return past;
      }
    }
    return back <= ahead ? past : future;
  }

  private static @Nullable LocalDate safe(int year, int month, int day) {
    try {
      return LocalDate.of(year, month, day);
    } catch (DateTimeException e) {
      return null;
    }
  }

  // --- numbers

  private @Nullable Hit number(int i) {
    Hit h = numeric(i);
    if (h == null) {
      h = dayMonth(i);
    }
    if (h == null && Numbers.isOrdinalSuffix(x, i + 1)) {
      h = centuryOrQuarter(i, i + 2);
    }
    if (h == null) {
      h = yearOrDecade(i);
    }
    return h != null ? h : ago(i);
  }

  /** "2025-08-15", "15/08/2025", "8/15/2025", "15.08.2025", "9/11". */
  private @Nullable Hit numeric(int i) {
    String sep = x.lower(i + 1);
    boolean dated = sep.equals("-") || sep.equals("/") || sep.equals(".");
    if (!dated || x.spaced(i + 1) || x.spaced(i + 2) || !x.number(i + 2)) {
      return null;
    }
    if (!x.is(i + 3, sep) || x.spaced(i + 3) || !x.number(i + 4) || x.spaced(i + 4)) {
      boolean nineEleven =
          sep.equals("/") && x.is(i, "9") && x.is(i + 2, "11") && !x.is(i + 3, "/");
      return nineEleven ? day(i + 3, LocalDate.of(2001, 9, 11), null) : null;
    }
    int a = x.value(i);
    int b = x.value(i + 2);
    int c = x.value(i + 4);
    if (x.digits(i) == 4) {
      return dayOrNull(i + 5, safe(a, b, c));
    }
    if (x.digits(i + 4) != 4 && !(x.digits(i + 4) == 2 && sep.equals("/"))) {
      return null;
    }
    int y = c < 100 ? 2000 + c : c;
    if (sep.equals(".") || a > 12) {
      return dayOrNull(i + 5, safe(y, b, a));
    }
    if (b > 12 || a == b) {
      return dayOrNull(i + 5, safe(y, a, b));
    }
    if (zone == null) {
      return null; // which is the month is anybody's guess
    }
    boolean american =
        zone.getId().startsWith("America/") || zone.getId().startsWith("Pacific/Hon");
    return dayOrNull(i + 5, american ? safe(y, a, b) : safe(y, b, a));
  }

  private @Nullable Hit dayOrNull(int end, @Nullable LocalDate date) {
    return date == null ? null : day(end, date, null);
  }

  private @Nullable Hit yearOrDecade(int i) {
    int y = yearAt(i);
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
      return decade(x.is(i + 1, "s") ? i + 2 : i + 3, y);
    }
    if (s && x.is(i + 1, "s") || x.is(i + 1, ".") && x.number(i + 2) && !x.spaced(i + 2)) {
      return null;
    }
    Hit span = years(i, y);
    if (span != null) {
      return span;
    }
    return isYear(i, y) ? year(i + 1, y) : null;
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
    if (x.is(b, "-") && STAGES.contains(x.lower(b - 1))) {
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
    if (SEASONS.contains(x.lower(b)) || x.is(b, "winter") || x.is(b, "quarter")) {
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
    return range(i + 3, iso(y), iso(last));
  }

  // --- spans

  private @Nullable Hit period(int i, String w) {
    if (w.equals("q") && x.digits(i + 1) == 1 && !x.spaced(i + 1)) {
      int y = yearAt(i + 2);
      int q = x.value(i + 1);
      return y > 0 && q >= 1 && q <= 4 ? quarter(i + 3, y, q) : null;
    }
    if (Numbers.ordinal(x, i) > 0) {
      return centuryOrQuarter(i, i + 1);
    }
    if (SEASONS.contains(w) || w.equals("winter")) {
      int k = x.is(i + 1, "of") ? i + 2 : i + 1;
      int y = yearAt(k);
      return y > 0 ? new Hit(k + 1, Type.SEASON, iso(y), null, null) : null;
    }
    return null;
  }

  private @Nullable Hit centuryOrQuarter(int i, int j) {
    int n = Numbers.ordinal(x, i);
    int c = x.is(j, "-") ? j + 1 : j;
    if (x.is(c, "century") && n >= 1 && n <= 22) {
      return x.phrase(c + 1, "bc") ? null : century(c + 1, n);
    }
    boolean quarter = x.is(j, "quarter") && n >= 1 && n <= 4;
    boolean half = x.is(j, "half") && n >= 1 && n <= 2;
    if (!quarter && !half) {
      return null;
    }
    int k = x.is(j + 1, "of") || x.is(j + 1, "in") ? j + 2 : j + 1;
    int y = yearAt(k);
    int end = k + 1;
    Which which = which(k);
    if (which != null && x.is(k + 1, "year")) {
      y = today.getYear() + (which == Which.LAST ? -1 : which == Which.NEXT ? 1 : 0);
      end = k + 2;
    }
    if (y <= 0) {
      return null;
    }
    return quarter
        ? quarter(end, y, n)
        : range(
            end,
            YearMonth.of(y, n == 1 ? 1 : 7).toString(),
            YearMonth.of(y, n == 1 ? 6 : 12).toString());
  }

  private Hit quarter(int end, int y, int q) {
    YearMonth first = YearMonth.of(y, 3 * q - 2);
    return range(end, first.toString(), first.plusMonths(2).toString());
  }

  /** "Two days ago", "a year ago", "three weeks from now", "in five days' time". */
  private @Nullable Hit ago(int i) {
    int n;
    int j;
    if (x.is(i, "a") || x.is(i, "an") || x.is(i, "one")) {
      n = 1;
      j = i + 1;
    } else {
      if (!x.number(i) && !Numbers.isNumberWord(x.lower(i))) {
        return null;
      }
      Numbers.Hit h = Numbers.read(x, i);
      if (h == null || h.scaled() || h.value().scale() > 0 || h.value().intValue() > 1000) {
        return null;
      }
      n = h.value().intValue();
      j = h.end();
    }
    int sign = 0;
    int end = j + 1;
    if (x.is(j + 1, "ago")) {
      sign = -1;
      end = j + 2;
    } else if (x.phrase(j + 1, "from", "now") || x.phrase(j + 1, "from", "today")) {
      sign = 1;
      end = j + 3;
    } else if (x.phrase(j + 1, "'", "time") && x.is(i - 1, "in")
        || x.phrase(j + 1, "'", "s", "time")) {
      sign = 1;
      end = x.is(j + 2, "s") ? j + 4 : j + 3;
    }
    return sign == 0 ? null : shifted(x.lower(j), (long) n * sign, end);
  }

  private @Nullable Hit shifted(String unit, long n, int end) {
    return switch (unit) {
      case "day", "days" -> day(end, today.plusDays(n), null);
      case "night", "nights" -> day(end, today.plusDays(n), Part.NIGHT);
      case "week", "weeks" -> week(end, today.plusWeeks(n));
      case "fortnight" -> week(end, today.plusWeeks(2 * n));
      case "month", "months" -> month(end, YearMonth.from(today).plusMonths(n));
      case "year", "years" -> year(end, today.getYear() + (int) n);
      case "decade", "decades" -> year(end, today.getYear() + 10 * (int) n);
      case "century", "centuries" -> null;
      default -> null;
    };
  }

  // --- makers

  private @Nullable Part part(int j) {
    return PARTS.get(x.lower(j));
  }

  private Hit day(int end, LocalDate date, @Nullable Part part) {
    int e = part != null && part == part(end) ? end + 1 : end;
    return new Hit(e, Type.DAY, date.toString(), date, part);
  }

  private Hit week(int end, LocalDate any) {
    int y = any.get(IsoFields.WEEK_BASED_YEAR);
    int w = any.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    return new Hit(end, Type.WEEK, iso(y) + "-W" + (w < 10 ? "0" : "") + w, null, null);
  }

  /** Saturday and Sunday. On a weekend "this" one is the running one, "last" the one before. */
  private Hit weekend(int end, Which which, boolean latest) {
    LocalDate saturday = inWeek(today, DayOfWeek.SATURDAY);
    boolean running = today.getDayOfWeek().getValue() >= 6;
    if (which == Which.LAST && !(latest && running)) {
      saturday = saturday.minusWeeks(1);
    } else if (which == Which.NEXT) {
      saturday = latest && !running ? saturday : saturday.plusWeeks(1);
    } else if (which == Which.THIS
        && !running
        && !latest
        && Tense.of(x, end - 2, end) == Tense.PAST) {
      saturday = saturday.minusWeeks(1);
    }
    return range(end, saturday.toString(), saturday.plusDays(1).toString());
  }

  private Hit month(int end, YearMonth m) {
    return new Hit(end, Type.MONTH, m.toString(), null, null);
  }

  private Hit year(int end, int y) {
    return new Hit(end, Type.YEAR, iso(y), null, null);
  }

  private Hit decade(int end, int y) {
    return new Hit(end, Type.DECADE, iso(y) + "/" + iso(y + 9), null, null);
  }

  private Hit century(int end, int n) {
    return new Hit(end, Type.CENTURY, iso(100 * n - 99) + "/" + iso(100 * n), null, null);
  }

  private Hit range(int end, String from, String to) {
    return new Hit(end, Type.RANGE, from + "/" + to, null, null);
  }

  private static String iso(int year) {
    String y = Integer.toString(year);
    return "0".repeat(Math.max(0, 4 - y.length())) + y;
  }
}
