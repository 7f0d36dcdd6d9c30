package news.slugline.claim.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The day on which a text says that it was written: the latest of the full dates in those of its
 * first lines that say nothing else, as "Posted: Monday, Aug. 17, 2015 3:19 PM EDT". Copy from an
 * archive comes with the time at which it was sent, and tells its own.
 */
public final class Written {
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private static final String MONTH = "(" + String.join("|", MONTHS) + ")[a-z]*\\.?";
  private static final String NTH = "(\\d{1,2})(?:st|nd|rd|th)?";

  /** "Aug. 17, 2015". */
  private static final Pattern MONTH_FIRST =
      Pattern.compile("\\b" + MONTH + "\\s*" + NTH + ",?\\s+(\\d{4})\\b");

  /** "17 August 2015", "17-Aug-2015". */
  private static final Pattern DAY_FIRST =
      Pattern.compile("\\b" + NTH + "[\\s-]+" + MONTH + ",?[\\s-]+(\\d{4})\\b");

  /** "2015-08-17". */
  private static final Pattern YEAR_FIRST =
      Pattern.compile("\\b(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)");

  /** "8/17/2015", "17.08.15": of two readings the one nearer to the day of sending. */
  private static final Pattern NUMBERS =
      Pattern.compile("\\b(\\d{1,2})[/.](\\d{1,2})[/.](\\d{4}|\\d{2})\\b");

  private final LocalDate sent;
  private @Nullable LocalDate latest;

  private Written(LocalDate sent) {
    this.sent = sent;
  }

  /** That day; null if the text does not tell, or only days after it was sent. */
  public static @Nullable LocalDate day(Document head, Document body, LocalDate sent) {
    if (head.stampLines().isEmpty() && body.stampLines().isEmpty()) {
      return null;
    }
    Written w = new Written(sent);
    head.stampLines().forEach(w::read);
    body.stampLines().forEach(w::read);
    return w.latest;
  }

  private void read(String stamp) {
    String line = stamp.toLowerCase(Locale.ROOT);
    for (Matcher m = MONTH_FIRST.matcher(line); m.find(); ) {
      see(date(number(m.group(3)), month(m.group(1)), number(m.group(2))));
    }
    for (Matcher m = DAY_FIRST.matcher(line); m.find(); ) {
      see(date(number(m.group(3)), month(m.group(2)), number(m.group(1))));
    }
    for (Matcher m = YEAR_FIRST.matcher(line); m.find(); ) {
      see(date(number(m.group(1)), number(m.group(2)), number(m.group(3))));
    }
    for (Matcher m = NUMBERS.matcher(line); m.find(); ) {
      int year = year(m.group(3));
      int one = number(m.group(1));
      int other = number(m.group(2));
      see(nearer(date(year, one, other), date(year, other, one)));
    }
  }

  private void see(@Nullable LocalDate day) {
    // A day ahead, for it may be tomorrow already where the page was made.
    if (day != null && !day.isAfter(sent.plusDays(1)) && (latest == null || day.isAfter(latest))) {
      latest = day;
    }
  }

  private @Nullable LocalDate nearer(@Nullable LocalDate one, @Nullable LocalDate other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return distance(other) < distance(one) ? other : one;
  }

  private long distance(LocalDate day) {
    return Math.abs(day.toEpochDay() - sent.toEpochDay());
  }

  private int year(String digits) {
    int year = number(digits);
    if (digits.length() == 4) {
      return year;
    }
    int century = sent.getYear() / 100 * 100;
    return century + year > sent.getYear() + 1 ? century - 100 + year : century + year;
  }

  private static int month(String name) {
    return MONTHS.indexOf(name) + 1;
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  private static @Nullable LocalDate date(int year, int month, int day) {
    try {
      return LocalDate.of(year, month, day);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
