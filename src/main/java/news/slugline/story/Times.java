package news.slugline.story;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as the ledger's rows hold them: ISO 8601 in UTC, to the second, so that they order. */
final class Times {
  private Times() {}

  static String format(Instant t) {
    return t.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  static String format(long epochSecond) {
    return Instant.ofEpochSecond(epochSecond).toString();
  }

  static String plusHours(String time, int hours) {
    return time.isEmpty() ? "" : format(Instant.parse(time).plusSeconds(hours * 3_600L));
  }
}
