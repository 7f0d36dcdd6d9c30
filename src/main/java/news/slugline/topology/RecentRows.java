package news.slugline.topology;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * What is known to stand in a store, of rows that were asked for of late, up to a size that may
 * change. In two halves: a row that is asked for comes into the younger one; when that is full the
 * older one is forgotten and they change places. Unlike a list in the order of use, a look-up
 * changes nothing, which spares the collector: what it would change is old.
 */
final class RecentRows {
  /** What a row takes at least. */
  private static final int OBJECTS_BYTES = 64;

  private final LongSupplier most;
  private Map<Bytes, Known> now = new HashMap<>();
  private Map<Bytes, Known> before = new HashMap<>();
  private long bytes;

  /**
   * @param most bytes of all rows, counted as they are stored
   */
  RecentRows(LongSupplier most) {
    this.most = most;
  }

  /**
   * A row.
   *
   * @param row a record or a page; null if there is nothing
   * @param bytes that it takes
   */
  record Known(@Nullable Object row, int bytes) {}

  /** Null if nothing is known. */
  @Nullable Known get(Bytes key) {
    Known k = now.get(key);
    if (k == null) {
      k = before.get(key);
      if (k != null) {
        add(key, k);
      }
    }
    return k;
  }

  /**
   * @param stored how many bytes the row has in the store, 0 if it is not there
   */
  void put(Bytes key, @Nullable Object row, int stored) {
    Known known = new Known(row, stored + key.get().length + OBJECTS_BYTES);
    if (known.bytes > most.getAsLong() / 16) {
      // It would crowd out all others.
      forget(key);
    } else {
      add(key, known);
    }
  }

  /** From now on nothing is known of it. */
  void forget(Bytes key) {
    Known old = now.remove(key);
    bytes -= old == null ? 0 : old.bytes;
    before.remove(key);
  }

  private void add(Bytes key, Known known) {
    Known old = now.put(key, known);
    bytes += known.bytes - (old == null ? 0 : old.bytes);
    if (bytes > most.getAsLong() / 2) {
      before = now;
      now = new HashMap<>(before.size());
      bytes = 0;
    }
  }
}
