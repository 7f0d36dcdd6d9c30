package news.slugline.claim.value;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import news.slugline.claim.value.Almanac.Which;
import news.slugline.claim.value.Days.Hit;
import news.slugline.claim.value.Days.Part;
import org.jspecify.annotations.Nullable;

/**
 * Reads days and longer that are told from the article's own: "today", "last week", "a year ago".
 */
final class RelativeScan {
  private final Lexemes x;
  private final CalendarWords words;
  private final Almanac almanac;
  private final LocalDate today;

  RelativeScan(Lexemes x, CalendarWords words, Almanac almanac) {
    this.x = x;
    this.words = words;
    this.almanac = almanac;
    this.today = almanac.today();
  }

  /** What begins with "today" and the like, or with "this", "last" or "next"; else null. */
  @Nullable Hit read(int i) {
    String w = x.lower(i);
    switch (w) {
      case "today" -> {
        return x.phrase(i + 1, "'", "s")
                && x.in(i + 3, Set.of("world", "society", "youth", "economy"))
            ? null
            : words.day(i + 1, today, words.part(i + 1));
      }
      case "tonight" -> {
        return words.day(i + 1, today, Part.NIGHT);
      }
      case "yesterday" -> {
        return words.day(i + 1, today.minusDays(1), words.part(i + 1));
      }
      case "tomorrow" -> {
        return words.day(i + 1, today.plusDays(1), words.part(i + 1));
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
      return words.day(i + 4, today.minusDays(2), null);
    }
    if (x.phrase(i + 1, "day", "after", "tomorrow")) {
      return words.day(i + 4, today.plusDays(2), null);
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
      if (words.isWeekday(j + 1)) {
        LocalDate d =
            which == Which.NEXT
                ? today.with(TemporalAdjusters.next(words.weekdayAt(j + 1)))
                : today.with(TemporalAdjusters.previous(words.weekdayAt(j + 1)));
        return words.day(j + 2, d, words.part(j + 2));
      }
      return x.is(j + 1, "weekend") ? weekend(j + 2, which, true) : null;
    }
    String u = x.lower(j);
    int sign = which.sign;
    switch (u) {
      case "week" -> {
        return Hit.week(j + 1, today.plusWeeks(sign));
      }
      case "weekend" -> {
        return weekend(j + 1, which, false);
      }
      case "month" -> {
        return Hit.month(j + 1, YearMonth.from(today).plusMonths(sign));
      }
      case "year" -> {
        return Hit.year(j + 1, today.getYear() + sign);
      }
      case "decade" -> {
        return Hit.decade(j + 1, Math.floorDiv(today.getYear(), 10) * 10 + 10 * sign);
      }
      case "century" -> {
        return Hit.century(j + 1, (today.getYear() + 99) / 100 + sign);
      }
      case "night" -> {
        return which == Which.LAST ? words.day(j + 1, today.minusDays(1), Part.NIGHT) : null;
      }
      case "morning", "afternoon", "evening", "lunchtime" -> {
        Part p = words.part(j);
        return which == Which.NEXT ? null : words.day(j + 1, today.plusDays(sign), p);
      }
      default -> {
        return named(j, which);
      }
    }
  }

  /** A weekday, month or season behind "this", "last" or "next". */
  private @Nullable Hit named(int j, Which which) {
    if (words.isWeekday(j)) {
      LocalDate d = almanac.weekday(words.weekdayAt(j), which, Tense.of(x, j - 1, j + 1));
      return words.day(words.afterWeekday(j), d, words.part(words.afterWeekday(j)));
    }
    if (words.isMonth(j) && !x.number(words.afterMonth(j))) {
      int m = words.monthAt(j);
      int y = today.getYear();
      int now = today.getMonthValue();
      if (which == Which.LAST && m >= now) {
        y--;
      } else if (which == Which.NEXT && m <= now) {
        y++;
      }
      return Hit.month(words.afterMonth(j), YearMonth.of(y, m));
    }
    if (CalendarWords.SEASONS.contains(x.lower(j)) && !x.is(j + 1, "back")) {
      return season(j, which.sign);
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
    return Hit.season(j + 1, y);
  }

  /** Saturday and Sunday. On a weekend "this" one is the running one, "last" the one before. */
  private Hit weekend(int end, Which which, boolean latest) {
    LocalDate saturday = almanac.inWeek(Which.THIS, DayOfWeek.SATURDAY);
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
    return Hit.range(end, saturday.toString(), saturday.plusDays(1).toString());
  }

  /** "Two days ago", "a year ago", "three weeks from now", "in five days' time". */
  @Nullable Hit ago(int i) {
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
      case "day", "days" -> words.day(end, today.plusDays(n), null);
      case "night", "nights" -> words.day(end, today.plusDays(n), Part.NIGHT);
      case "week", "weeks" -> Hit.week(end, today.plusWeeks(n));
      case "fortnight" -> Hit.week(end, today.plusWeeks(2 * n));
      case "month", "months" -> Hit.month(end, YearMonth.from(today).plusMonths(n));
      case "year", "years" -> Hit.year(end, today.getYear() + (int) n);
      case "decade", "decades" -> Hit.year(end, today.getYear() + 10 * (int) n);
      case "century", "centuries" -> null;
      default -> null;
    };
  }
}
