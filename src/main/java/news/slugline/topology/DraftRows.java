package news.slugline.topology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import news.slugline.rows.RowKey;
import news.slugline.rows.Rows;
import news.slugline.rows.Table;
import news.slugline.schema.RowCodec;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The domain's rows while one input is applied: changes stand in a draft that is kept as a whole or
 * dropped as a whole, so that an input that fails leaves no trace. Within the input a row is
 * written and read back without its bytes being made; what did not change is not written. Rows of
 * recent inputs are remembered up to a size. One task, one thread.
 */
final class DraftRows implements Rows {
  /** What is remembered of recent rows, counted in bytes as stored; as objects it is more. */
  private static final int REMEMBERED_BYTES = 16 * 1024 * 1024;

  /** What a remembered row takes at least. */
  private static final int OBJECTS_BYTES = 64;

  private final RowCodec codec = new RowCodec();
  private final KeyValueStore<Bytes, byte[]> store;

  /** What the input changed; null stands for a row that goes. */
  private final TreeMap<Bytes, @Nullable Record> changes = new TreeMap<>();

  /** Bundles that the input changed. */
  private final Map<Bytes, Bundled> bundles = new LinkedHashMap<>();

  private final LinkedHashMap<Bytes, Known> known = new LinkedHashMap<>(1024, 0.75f, true);
  private long knownBytes;
  private final KeyFilter filter = new KeyFilter();
  private final Map<Class<?>, Decoded> lastDecoded = new HashMap<>();

  DraftRows(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
  }

  @Override
  public <R extends Record> @Nullable R get(Table<R> table, RowKey key) {
    RowBundle bundle = bundle(table, key);
    if (bundle != null) {
      return bundle.get(table, key, this::decode);
    }
    Bytes k = key(table, key);
    Record changed = changes.get(k);
    if (changed != null || changes.containsKey(k)) {
      return table.type().cast(changed);
    }
    Known remembered = known.get(k);
    if (remembered != null) {
      return table.type().cast(remembered.row);
    }
    byte[] bytes = stored(key, k);
    if (bytes == null) {
      remember(k, null, 0);
      return null;
    }
    R row = decode(bytes, table.type());
    remember(k, row, bytes.length);
    return row;
  }

  @Override
  public <R extends Record> void put(Table<R> table, RowKey key, R row) {
    RowBundle bundle = bundle(table, key);
    if (bundle != null) {
      change(table, key, bundle, bundle.with(table, key, row));
      return;
    }
    Bytes k = key(table, key);
    Known remembered = known.get(k);
    if (remembered != null && row.equals(remembered.row)) {
      changes.remove(k);
    } else {
      changes.put(k, row);
    }
  }

  @Override
  public <R extends Record> void delete(Table<R> table, RowKey key) {
    RowBundle bundle = bundle(table, key);
    if (bundle != null) {
      change(table, key, bundle, bundle.without(table, key));
      return;
    }
    Bytes k = key(table, key);
    Known remembered = known.get(k);
    if (remembered != null && remembered.row == null) {
      changes.remove(k);
    } else {
      changes.put(k, null);
    }
  }

  /** The rows that lie together with one; null if it lies for itself. */
  private @Nullable RowBundle bundle(Table<?> table, RowKey key) {
    if (table.bundle() == null) {
      return null;
    }
    table.check(key);
    Bytes k = Bytes.wrap(RowBundle.bundleKey(table, key));
    Bundled changed = bundles.get(k);
    if (changed != null) {
      return changed.now;
    }
    Known remembered = known.get(k);
    RowBundle bundle;
    if (remembered == null) {
      byte[] bytes = stored(key, k);
      bundle = bytes == null ? RowBundle.EMPTY : read(bytes, table, key);
      remember(k, bundle, bytes == null ? 0 : bytes.length);
    } else {
      bundle = (RowBundle) Objects.requireNonNull(remembered.row);
    }
    return bundle.isSpread() ? null : bundle;
  }

  private byte @Nullable [] stored(RowKey key, Bytes k) {
    boolean may = key.parts().isEmpty() || filter.mayHold(key.part(0), k);
    return may ? store.get(k) : null;
  }

  @Override
  public void begin(String first) {
    filter.begin(first);
  }

  private static RowBundle read(byte[] bytes, Table<?> table, RowKey key) {
    try {
      return RowBundle.decode(bytes, table, key);
    } catch (IllegalStateException e) {
      throw unreadable(table.name(), e);
    }
  }

  private void change(Table<?> table, RowKey key, RowBundle before, RowBundle now) {
    if (now != before) {
      Bytes k = Bytes.wrap(RowBundle.bundleKey(table, key));
      Bundled changed = bundles.get(k);
      bundles.put(k, new Bundled(table, changed == null ? before : changed.before, now));
    }
  }

  @Override
  public <R extends Record> void scan(Table<R> table, RowKey prefix, Visitor<R> visitor) {
    RowBundle bundle = bundle(table, prefix);
    if (bundle != null) {
      bundle.scan(table, prefix, this::decode, visitor);
      return;
    }
    Bytes from = key(table, prefix);
    Iterator<Map.Entry<Bytes, @Nullable Record>> changed = changed(from);
    Map.Entry<Bytes, @Nullable Record> change = changed.hasNext() ? changed.next() : null;
    try (KeyValueIterator<Bytes, byte[]> stored = TableRows.rowsFrom(store, from)) {
      while (stored.hasNext() || change != null) {
        Bytes next = stored.hasNext() ? stored.peekNextKey() : null;
        int order = change == null ? 1 : next == null ? -1 : change.getKey().compareTo(next);
        R row;
        Bytes key;
        if (change != null && order <= 0) {
          key = change.getKey();
          row = table.type().cast(change.getValue());
          change = changed.hasNext() ? changed.next() : null;
          if (order == 0) {
            stored.next();
          }
        } else {
          KeyValue<Bytes, byte[]> kv = stored.next();
          key = kv.key;
          Known remembered = known.get(key);
          row =
              remembered == null
                  ? decode(kv.value, table.type())
                  : table.type().cast(remembered.row);
        }
        if (row != null && !visitor.visit(TableRows.rowKey(key), row)) {
          return;
        }
      }
    }
  }

  /**
   * Makes the bytes of what changed and writes them.
   *
   * @throws IllegalStateException if a row is too large; nothing is written then
   */
  void keep() {
    List<Write> writes = new ArrayList<>(changes.size() + bundles.size());
    bundles.forEach((key, b) -> writes(key, b, writes));
    changes.forEach((key, row) -> writes(key, row, writes));
    for (Write w : writes) {
      forget(w.key);
      if (w.bytes == null) {
        store.delete(w.key);
        remember(w.key, w.row, 0);
      } else {
        store.put(w.key, w.bytes);
        filter.add(RowCodec.firstPart(w.key.get()), w.key);
        if (w.row != null) {
          remember(w.key, w.row, w.bytes.length);
        }
      }
    }
    drop();
  }

  /** What came and went within the input was never there: looking costs less than a deletion. */
  private void writes(Bytes key, @Nullable Record row, List<Write> out) {
    if (row != null) {
      out.add(new Write(key, row, TableRows.checked(codec.encode(row))));
    } else if (known.get(key) != null || store.get(key) != null) {
      out.add(new Write(key, null, null));
    }
  }

  /** A bundle that has grown too large is replaced by its rows. */
  private void writes(Bytes key, Bundled changed, List<Write> out) {
    if (changed.now.equals(changed.before, codec)) {
      return;
    }
    if (changed.now.isEmpty()) {
      out.add(new Write(key, RowBundle.EMPTY, null));
      return;
    }
    byte[] bytes = changed.now.encode(codec);
    if (bytes != null) {
      out.add(new Write(key, changed.now, bytes));
      return;
    }
    out.add(new Write(key, RowBundle.SPREAD, RowBundle.SPREAD.encode(codec)));
    changed.now.spread(
        changed.table,
        codec,
        (k, row) -> out.add(new Write(Bytes.wrap(k), null, TableRows.checked(row))));
  }

  /** Leaves everything as it was before the input. */
  void drop() {
    changes.clear();
    bundles.clear();
  }

  private static Bytes key(Table<?> table, RowKey key) {
    return Bytes.wrap(RowBundle.ownKey(table, key));
  }

  private Iterator<Map.Entry<Bytes, @Nullable Record>> changed(Bytes from) {
    Bytes end = after(from);
    NavigableMap<Bytes, @Nullable Record> tail = changes.tailMap(from, true);
    return (end == null ? tail : tail.headMap(end, false)).entrySet().iterator();
  }

  /** The first key behind all that begin with these bytes; null if there is none. */
  private static @Nullable Bytes after(Bytes prefix) {
    byte[] b = prefix.get();
    for (int i = b.length - 1; i >= 0; i--) {
      if (b[i] != (byte) 0xff) {
        byte[] end = Arrays.copyOf(b, i + 1);
        end[i]++;
        return Bytes.wrap(end);
      }
    }
    return null;
  }

  /** Marks and the like are equal row for row; their object is made once. */
  private <R extends Record> R decode(byte[] bytes, Class<R> type) {
    Decoded last = lastDecoded.get(type);
    if (last != null && Arrays.equals(bytes, last.bytes)) {
      return type.cast(last.row);
    }
    R row;
    try {
      row = codec.decode(bytes, type);
    } catch (IllegalStateException e) {
      throw unreadable(type.getSimpleName(), e);
    }
    lastDecoded.put(type, new Decoded(bytes, row));
    return row;
  }

  /** The state's fault, not the input's. */
  private static StreamsException unreadable(String rows, RuntimeException e) {
    return new StreamsException("Rows of " + rows + " cannot be read", e);
  }

  private void remember(Bytes key, @Nullable Object row, int bytes) {
    forget(key);
    int size = bytes + key.get().length + OBJECTS_BYTES;
    if (size > REMEMBERED_BYTES / 16) {
      return;
    }
    known.put(key, new Known(row, size));
    knownBytes += size;
    Iterator<Known> oldest = known.values().iterator();
    while (knownBytes > REMEMBERED_BYTES) {
      knownBytes -= oldest.next().bytes;
      oldest.remove();
    }
  }

  private void forget(Bytes key) {
    Known k = known.remove(key);
    if (k != null) {
      knownBytes -= k.bytes;
    }
  }

  /**
   * What is known to stand in the store.
   *
   * @param row a record or a bundle; null if there is nothing
   */
  private record Known(@Nullable Object row, int bytes) {}

  private record Bundled(Table<?> table, RowBundle before, RowBundle now) {}

  private record Decoded(byte[] bytes, Record row) {}

  /**
   * What is written.
   *
   * @param row what is to be remembered of it; null for nothing, or if there is nothing left
   * @param bytes null for a row that goes
   */
  private record Write(Bytes key, @Nullable Object row, byte @Nullable [] bytes) {}
}
