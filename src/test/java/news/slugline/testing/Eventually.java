package news.slugline.testing;

import java.util.concurrent.Callable;
import java.util.function.Predicate;

/** Waits for what another thread brings about; patient, since machines are slow at times. */
public final class Eventually {
  private static final long PATIENCE_MS = 120_000;
  private static final long PAUSE_MS = 50;

  private Eventually() {}

  /** The first answer that holds; an error that shows the last one if none does. */
  public static <T> T get(Callable<T> ask, Predicate<T> holds) throws Exception {
    long end = System.nanoTime() + PATIENCE_MS * 1_000_000;
    T last = ask.call();
    while (!holds.test(last)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("it did not come to that; last seen: " + last);
      }
      Thread.sleep(PAUSE_MS);
      last = ask.call();
    }
    return last;
  }
}
