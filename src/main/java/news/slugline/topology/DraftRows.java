package news.slugline.topology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
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
  /** What is remembered of recent rows, counted in bytes as stored. */
  private static final int REMEMBERED_BYTES = 4 * 1024 * 1024;

  private final RowCodec codec = new RowCodec();
  private final KeyValueStore<Bytes, byte[]> store;

  /** What the input changed; null stands for a row that goes. */
  private final TreeMap<Bytes, @Nullable Record> changes = new TreeMap<>();

  private final LinkedHashMap<Bytes, Known> known = new LinkedHashMap<>(1024, 0.75f, true);
  private long knownBytes;
  private final Map<Class<?>, Decoded> lastDecoded = new HashMap<>();

  DraftRows(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
  }

  @Override
  public <R extends Record> @Nullable R get(Table<R> table, RowKey key) {
    Bytes k = TableRows.key(table, key);
    Record changed = changes.get(k);
    if (changed != null || changes.containsKey(k)) {
      return table.type().cast(changed);
    }
    Known remembered = known.get(k);
    if (remembered != null) {
      return table.type().cast(remembered.row);
    }
    byte[] bytes = store.get(k);
    if (bytes == null) {
      return null;
    }
    R row = decode(bytes, table.type());
    remember(k, row, bytes.length);
    return row;
  }

  @Override
  public <R extends Record> void put(Table<R> table, RowKey key, R row) {
    Bytes k = TableRows.key(table, key);
    Known remembered = known.get(k);
    if (remembered != null && remembered.row.equals(row)) {
      changes.remove(k);
    } else {
      changes.put(k, row);
    }
  }

  @Override
  public <R extends Record> void delete(Table<R> table, RowKey key) {
    changes.put(TableRows.key(table, key), null);
  }

  @Override
  public <R extends Record> void scan(Table<R> table, RowKey prefix, Visitor<R> visitor) {
    Bytes from = TableRows.key(table, prefix);
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
    List<Write> writes = new ArrayList<>(changes.size());
    changes.forEach(
        (key, row) ->
            writes.add(
                new Write(key, row, row == null ? null : TableRows.checked(codec.encode(row)))));
    for (Write w : writes) {
      forget(w.key);
      if (w.row == null || w.bytes == null) {
        store.delete(w.key);
      } else {
        store.put(w.key, w.bytes);
        remember(w.key, w.row, w.bytes.length);
      }
    }
    changes.clear();
  }

  /** Leaves everything as it was before the input. */
  void drop() {
    changes.clear();
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
      // the state's fault, not the input's
      throw new StreamsException("Rows of " + type.getSimpleName() + " cannot be read", e);
    }
    lastDecoded.put(type, new Decoded(bytes, row));
    return row;
  }

  private void remember(Bytes key, Record row, int bytes) {
    forget(key);
    int size = bytes + key.get().length;
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

  private record Known(Record row, int bytes) {}

  private record Decoded(byte[] bytes, Record row) {}

  private record Write(Bytes key, @Nullable Record row, byte @Nullable [] bytes) {}
}
