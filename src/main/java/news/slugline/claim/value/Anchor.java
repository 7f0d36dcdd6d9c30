package news.slugline.claim.value;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * To what "today", "Friday" and "last month" of an article are tied.
 *
 * @param eventTime the article's own time, or noon of the day on which it says it was written
 * @param zone of the dateline or the main place; null if neither is known, then days are counted in
 *     UTC and clock times without a named zone keep none
 * @param datelinePlace where the article was filed, by name
 * @param country of that, ISO 3166-1; empty if not known
 */
public record Anchor(
    Instant eventTime, @Nullable ZoneId zone, @Nullable String datelinePlace, String country) {

  /** Of copy whose country is not known. */
  public Anchor(Instant eventTime, @Nullable ZoneId zone, @Nullable String datelinePlace) {
    this(eventTime, zone, datelinePlace, "");
  }

  /** The day on which the article was written, where it was written. */
  public LocalDate day() {
    return LocalDate.ofInstant(eventTime, zone == null ? ZoneOffset.UTC : zone);
  }

  /** The day that has begun by then: farther east it is tomorrow already. */
  LocalDate begun() {
    LocalDate utc = LocalDate.ofInstant(eventTime, ZoneOffset.UTC);
    return utc.isAfter(day()) ? utc : day();
  }
}
