package news.slugline.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How fast a replay goes: as fast as it can, or so many times as fast as it once was. */
final class Pace {
  /** As fast as it goes. */
  static final Pace MAX = new Pace(0);

  private static final Pattern FACTOR = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,3})?) ?x?");
  private static final Duration LONGEST = Duration.ofMillis(250);

  private final double factor;
  private @Nullable Instant first;
  private long started;

  private Pace(double factor) {
    this.factor = factor;
  }

  /** Null if it is none. */
  static @Nullable Pace parse(String text) {
    String plain = text.strip().toLowerCase(Locale.ROOT);
    if (plain.equals("max")) {
      return MAX;
    }
    Matcher m = FACTOR.matcher(plain);
    double factor = m.matches() ? Double.parseDouble(m.group(1)) : 0;
    return factor > 0 ? new Pace(factor) : null;
  }

  boolean isMax() {
    return factor == 0;
  }

  /**
   * Waits a moment for the turn of an article.
   *
   * @param time its own; without one its turn is now
   * @return whether its turn has come
   */
  boolean await(Instant time) throws InterruptedException {
    if (isMax() || time.equals(Instant.MAX)) {
      return true;
    }
    Instant from = first;
    if (from == null) {
      first = time;
      started = System.nanoTime();
      return true;
    }
    double due = Duration.between(from, time).toMillis() / factor;
    long left = (long) due - (System.nanoTime() - started) / 1_000_000;
    if (left > 0) {
      Thread.sleep(Math.min(left, LONGEST.toMillis()));
    }
    return left <= LONGEST.toMillis();
  }
}
