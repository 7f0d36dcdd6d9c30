package news.slugline.story;

import java.util.HashMap;
import java.util.IdentityHashMap;

/**
 * How much a ledger remembers of what it worked out. A story that grows to thousands of articles is
 * looked at in many places for each new one; what is no longer remembered is read and worked out
 * anew. Outputs are the same whatever is remembered.
 */
public final class Memory {
  /** What is remembered without any factor takes about so many bytes, in the usual mix of news. */
  private static final long ONCE = 192L << 20;

  /** From here on a story of several thousand articles is remembered whole. */
  private static final int MOST = 32;

  /** The least with which a ledger works well. */
  public static final Memory LEAST = new Memory(1);

  private final int times;

  private Memory(int times) {
    this.times = times;
  }

  /**
   * @param bytes of heap that the ledger may take up
   */
  public static Memory of(long bytes) {
    return new Memory((int) Math.max(1, Math.min(MOST, bytes / ONCE)));
  }

  /** What is remembered of objects, each of which is another one even if it is equal. */
  <K, V> Recent<K, V> byObject(int most) {
    return new Recent<>(most * times, IdentityHashMap::new);
  }

  /** What is remembered of values. */
  <K, V> Recent<K, V> byValue(int most) {
    return new Recent<>(most * times, HashMap::new);
  }
}
