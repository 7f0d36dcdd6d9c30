package news.slugline.claim.value;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A time that a sentence names. Durations are quantities, see {@link QuantityMention}.
 *
 * @param start UTF-16 offset into the document's text
 * @param end exclusive
 * @param value canonical ISO 8601, as precise as the text and no more: {@code 2025-08-15T19:30Z},
 *     {@code 2025-08-15}, {@code 2025-W33}, {@code 2025-08}, {@code 2019}, {@code 1990/1999}. An
 *     instant whose zone is not known has no {@code Z}. A clock time without a day is {@code
 *     T19:30Z} if its zone has one offset the year round, {@code T11:30[America/Anchorage]} if not,
 *     {@code T11:30} if none is known
 * @param approx whether the text says "about", "before" and so on
 * @param clock the local clock time, null if the text gives none
 * @param clockEnd the end of a clock range ("from 7 to 9 p.m."), null if it is none
 * @param zone of {@code clock}: the named one, else the anchor's
 * @param zoneNamed whether the text itself names the zone
 */
public record TimeMention(
    int start,
    int end,
    Type type,
    String value,
    Comparator approx,
    @Nullable LocalTime clock,
    @Nullable LocalTime clockEnd,
    @Nullable ZoneId zone,
    boolean zoneNamed) {

  /** How precise a time is. */
  public enum Type {
    /** A day and a clock time. */
    INSTANT,
    /** A day, also where a part of it is named ("Tuesday night"). */
    DAY,
    WEEK,
    MONTH,
    /** The value is the year. */
    SEASON,
    YEAR,
    DECADE,
    CENTURY,
    CLOCK_WITHOUT_DAY,
    /** From one day, month or year to another; also weekends and quarters. */
    RANGE
  }

  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT);

  /**
   * The canonical value of this clock time on a day of its own zone, daylight saving time as on
   * that day.
   *
   * @throws IllegalStateException if the mention has no clock time
   */
  public String on(LocalDate day) {
    if (clock == null) {
      throw new IllegalStateException("no clock time in " + value);
    }
    String from = instant(day, clock, zone);
    if (clockEnd == null) {
      return from;
    }
    LocalDate endDay = clockEnd.isBefore(clock) ? day.plusDays(1) : day;
    return from + "/" + instant(endDay, clockEnd, zone);
  }

  static String instant(LocalDate day, LocalTime clock, @Nullable ZoneId zone) {
    if (zone == null) {
      return MINUTES.format(day.atTime(clock));
    }
    return MINUTES.format(
            day.atTime(clock).atZone(zone).withZoneSameInstant(ZoneOffset.UTC).toLocalDateTime())
        + "Z";
  }
}
