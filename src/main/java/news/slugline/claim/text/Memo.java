package news.slugline.claim.text;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a pure function of a text gave last for the texts it is asked for again and again. A table
 * of fixed size in which a text takes the place of whichever stood where it belongs; any thread.
 */
public final class Memo<V> {
  private static final int PLACES = 1 << 12;

  private final Function<String, V> function;

  /** Entries do not change, so a thread sees a whole one or none. */
  private final @Nullable Entry<V>[] entries;

  private record Entry<V>(String text, V value) {}

  /**
   * @param function gives the same for the same text, and nothing that its callers change
   */
  @SuppressWarnings({"unchecked", "rawtypes"})
  public Memo(Function<String, V> function) {
    this.function = function;
    this.entries = new Entry[PLACES];
  }

  public V of(String text) {
    int h = text.hashCode();
    int at = (h ^ (h >>> 12)) & (PLACES - 1);
    Entry<V> e = entries[at];
    if (e == null || !e.text.equals(text)) {
      e = new Entry<>(text, function.apply(text));
      entries[at] = e;
    }
    return e.value;
  }
}
