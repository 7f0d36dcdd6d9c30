package news.slugline.claim.value;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import news.slugline.claim.value.Almanac.Which;
import org.jspecify.annotations.Nullable;

/** Which day a name without its year or week means, seen from the day of the article. */
final class Almanac {

  /** "Last", "this" or "next". */
  enum Which {
    LAST(-1),
    THIS(0),
    NEXT(1);

    /** Steps from now. */
    final int sign;

    Which(int sign) {
      this.sign = sign;
    }
  }

  private final LocalDate today;
  private final LocalDate begun;

  Almanac(Anchor anchor) {
    this.today = anchor.day();
    this.begun = anchor.begun();
  }

  /** The day of the article. */
  LocalDate today() {
    return today;
  }

  /**
   * The day that a weekday means.
   *
   * @param which the word before it, if it is one of these
   */
  LocalDate weekday(DayOfWeek day, @Nullable Which which, Tense tense) {
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

  /** A day of last, this or next week. */
  LocalDate inWeek(Which which, DayOfWeek day) {
    return inWeek(today.plusWeeks(which.sign), day);
  }

  private static LocalDate inWeek(LocalDate any, DayOfWeek day) {
    return any.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
        .plusDays(day.getValue() - 1);
  }

  /** A date; of one without a year (0) the one that is meant. Null if there is no such day. */
  @Nullable LocalDate date(int year, int month, int day, Tense tense) {
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
  LocalDate near(LocalDate same, LocalDate before, LocalDate after, Tense tense) {
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

  /** Null if there is no such day: February 30. */
  static @Nullable LocalDate safe(int year, int month, int day) {
    try {
      return LocalDate.of(year, month, day);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
