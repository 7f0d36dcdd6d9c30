package news.slugline.web;

import java.util.LinkedHashMap;
import java.util.Map;

/** Lets each client make so many requests a second, with a burst; forgets clients that rest. */
final class Rates {
  private static final int CLIENTS = 10_000;
  private static final int BURST_S = 4;

  private static final class Bucket {
    double left;
    long at;
  }

  private final int perSecond;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > CLIENTS;
        }
      };

  /**
   * @param perSecond 0 for no limit
   */
  Rates(int perSecond) {
    this.perSecond = perSecond;
  }

  /**
   * @param now in nanoseconds, of a clock that never goes back
   */
  synchronized boolean admits(String client, long now) {
    if (perSecond == 0) {
      return true;
    }
    double most = (double) perSecond * BURST_S;
    Bucket b = buckets.get(client);
    if (b == null) {
      b = new Bucket();
      b.left = most;
      b.at = now;
      buckets.put(client, b);
    }
    b.left = Math.min(most, b.left + (now - b.at) / 1e9 * perSecond);
    b.at = now;
    if (b.left < 1) {
      return false;
    }
    b.left--;
    return true;
  }
}
