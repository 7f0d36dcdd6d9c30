package news.slugline.story;

import java.util.HashMap;
import java.util.IdentityHashMap;

/**
 * How much a ledger remembers of what it worked out. A story that grows to thousands of articles is
 * looked at in many places for each new one; what is no longer remembered is read and worked out
 * anew. So more is remembered while a ledger works on a large story, if there is room; otherwise
 * little, as more would weigh on the collector and save next to nothing. Outputs are the same
 * whatever is remembered. One thread, but for {@link #LEAST}, which stays as it is.
 */
public final class Memory {
  /** What is remembered without any factor takes about so many bytes, in the usual mix of news. */
  private static final long ONCE = 192L << 20;

  /** With this factor a story of some thousand articles is remembered whole. */
  private static final int MOST = 16;

  /** For so many articles more of a story the factor rises by one. */
  private static final int ARTICLES = 200;

  /** After so many inputs to smaller stories no more is remembered for a larger one. */
  private static final int OTHERS = 500;

  /** The least with which a ledger works well. */
  public static final Memory LEAST = new Memory(1);

  private final int most;
  private int times = 1;
  private int others;

  private Memory(int most) {
    this.most = most;
  }

  /**
   * @param bytes of heap that the ledger may take up
   */
  public static Memory of(long bytes) {
    return new Memory((int) Math.max(1, Math.min(MOST, bytes / ONCE)));
  }

  /** A story of so many articles is worked on. */
  void workOn(int articles) {
    int wanted = Math.min(most, 1 + articles / ARTICLES);
    if (wanted == times) {
      others = 0;
    } else if (wanted > times || ++others > OTHERS) {
      times = wanted;
      others = 0;
    }
  }

  /** So many times as much as usual is remembered just now. */
  int times() {
    return times;
  }

  /** What is remembered of objects, each of which is another one even if it is equal. */
  <K, V> Recent<K, V> byObject(int many) {
    return new Recent<>(() -> many * times, IdentityHashMap::new);
  }

  /** What is remembered of values. */
  <K, V> Recent<K, V> byValue(int many) {
    return new Recent<>(() -> many * times, HashMap::new);
  }
}
