package news.slugline.story;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Times as the ledger's rows hold them: ISO 8601 in UTC, to the second, so that they order. */
final class Times {
  /** Characters of a time of the years 0 to 9999. */
  private static final int SECONDS_LENGTH = 20;

  private Times() {}

  static String format(Instant t) {
    return t.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  static String format(long epochSecond) {
    return Instant.ofEpochSecond(epochSecond).toString();
  }

  /** Whole hours from the one to the other, less than none if that is earlier. */
  static long hours(String from, String to) {
    return (seconds(to) - seconds(from)) / 3_600;
  }

  /** Since 1970. Claims' times are held against each other too often to parse each in full. */
  private static long seconds(String time) {
    if (time.length() != SECONDS_LENGTH || time.charAt(SECONDS_LENGTH - 1) != 'Z') {
      return Instant.parse(time).getEpochSecond();
    }
    long day =
        LocalDate.of(number(time, 0, 4), number(time, 5, 7), number(time, 8, 10)).toEpochDay();
    return day * 86_400
        + number(time, 11, 13) * 3_600L
        + number(time, 14, 16) * 60L
        + number(time, 17, 19);
  }

  private static int number(String s, int from, int to) {
    return Integer.parseInt(s, from, to, 10);
  }

  static String plusHours(String time, int hours) {
    return time.isEmpty() ? "" : format(Instant.parse(time).plusSeconds(hours * 3_600L));
  }
}
