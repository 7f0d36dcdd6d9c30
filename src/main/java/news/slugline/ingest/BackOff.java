package news.slugline.ingest;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/** How long to wait after each failure in a row: twice as long every time, with jitter. */
final class BackOff {
  private final Duration first;
  private final Duration longest;
  private final DoubleSupplier chance;
  private int failures;

  /**
   * @param chance numbers from 0 to 1
   */
  BackOff(Duration first, Duration longest, DoubleSupplier chance) {
    this.first = first;
    this.longest = longest;
    this.chance = chance;
  }

  /** It went well; the next failure is the first one. */
  void reset() {
    failures = 0;
  }

  /** One more failure: between half of the pause and all of it. */
  Duration next() {
    long whole = first.toMillis() << Math.min(20, failures++);
    long pause = Math.max(1, Math.min(longest.toMillis(), whole));
    return Duration.ofMillis((long) (pause * (0.5 + chance.getAsDouble() / 2)));
  }
}
