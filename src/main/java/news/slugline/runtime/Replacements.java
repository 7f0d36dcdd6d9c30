package news.slugline.runtime;

import java.time.Duration;
import java.util.Optional;

/**
 * How often stream threads failed and were replaced of late, whether one more may be, after which
 * pause, and what an operator should hear of it. Times are those of {@link System#nanoTime}.
 */
final class Replacements {
  private static final int MOST = 10;
  private static final long WINDOW = Duration.ofMinutes(10).toNanos();

  /** Once may be chance; so long after the second time the instance is not called ready. */
  private static final long UNSTEADY = Duration.ofMinutes(1).toNanos();

  private static final int LONGEST_PAUSE_MS = 30_000;

  private int times;
  private int faults;
  private long since;
  private long lastFault;
  private String what = "";

  /** Counts a failure; an outage may last and is no fault. */
  synchronized void failed(Throwable e, boolean outage, long now) {
    if (times == 0 || now - since > WINDOW) {
      since = now;
      times = 0;
      faults = 0;
    }
    times++;
    if (!outage) {
      faults++;
      lastFault = now;
      what = e.toString();
    }
  }

  /** Whether it has failed too often within the window for it to pass by itself. */
  synchronized boolean areTooMany() {
    return times > MOST;
  }

  /** Milliseconds to wait before the next thread begins; longer each time. */
  synchronized long pause() {
    return Math.min(LONGEST_PAUSE_MS, 500L << Math.min(6, times));
  }

  /** What is wrong while threads fail again and again. */
  synchronized Optional<Health.Cause> trouble(long now) {
    if (faults < 2 || now - lastFault > UNSTEADY) {
      return Optional.empty();
    }
    return Optional.of(
        new Health.Cause(
            "a stream thread failed " + faults + " times within ten minutes: " + what,
            "read the log; operate.md tells how to step over a record"));
  }
}
