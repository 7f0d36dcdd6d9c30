package news.slugline.topology;

import java.nio.BufferUnderflowException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.IntSupplier;
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
  private static final long FEWEST_REMEMBERED = 8L << 20;

  /** More pays only while one large story is worked on. */
  private static final long USUALLY_REMEMBERED = 24L << 20;

  /**
   * So much of a task's heap is for rows as they are stored; as objects they are three times that.
   */
  private static final int ROWS = 8;

  private final RowCodec codec = new RowCodec();
  private final KeyValueStore<Bytes, byte[]> store;

  /**
   * What the input changed, by the first part of the keys, so that a tick that changes many stories
   * finds those of one; null stands for a row that goes.
   */
  private final Map<String, Map<Bytes, @Nullable Record>> changes = new HashMap<>();

  private final RowBundles bundles = new RowBundles(new Pages(), this::encode);
  private final RecentRows known;

  private final KeyFilter filter = new KeyFilter();
  private final Map<Class<?>, Coded> lastDecoded = new HashMap<>();
  private final Map<Class<?>, Coded> lastEncoded = new HashMap<>();

  /**
   * @param tasks how many such there may be in the process, which share what is remembered of rows
   */
  DraftRows(KeyValueStore<Bytes, byte[]> store, int tasks) {
    this(store, tasks, () -> 1);
  }

  /**
   * @param times so many times what is usual is worth remembering just now, if there is room
   */
  DraftRows(KeyValueStore<Bytes, byte[]> store, int tasks, IntSupplier times) {
    this.store = store;
    long room = Math.max(FEWEST_REMEMBERED, HeapShare.of(tasks) / ROWS);
    long usual = Math.min(USUALLY_REMEMBERED, room);
    this.known = new RecentRows(() -> Math.min(room, usual * times.getAsInt()));
  }

  @Override
  public <R extends Record> @Nullable R get(Table<R> table, RowKey key) {
    if (isBundled(table, key)) {
      return bundles.get(table, key);
    }
    Bytes k = key(table, key);
    Map<Bytes, @Nullable Record> own = changes(key);
    Record changed = own.get(k);
    if (changed != null || own.containsKey(k)) {
      return table.type().cast(changed);
    }
    RecentRows.Known remembered = known.get(k);
    if (remembered != null) {
      return table.type().cast(remembered.row());
    }
    byte[] bytes = stored(key, k);
    if (bytes == null) {
      known.put(k, null, 0);
      return null;
    }
    R row = decode(bytes, table.type());
    known.put(k, row, bytes.length);
    return row;
  }

  @Override
  public <R extends Record> void put(Table<R> table, RowKey key, R row) {
    if (isBundled(table, key)) {
      bundles.put(table, key, row);
      return;
    }
    Bytes k = key(table, key);
    RecentRows.Known remembered = known.get(k);
    if (remembered != null && row.equals(remembered.row())) {
      changesOf(key).remove(k);
    } else {
      changesOf(key).put(k, row);
    }
  }

  @Override
  public <R extends Record> void delete(Table<R> table, RowKey key) {
    if (isBundled(table, key)) {
      bundles.delete(table, key);
      return;
    }
    Bytes k = key(table, key);
    RecentRows.Known remembered = known.get(k);
    if (remembered != null && remembered.row() == null) {
      changesOf(key).remove(k);
    } else {
      changesOf(key).put(k, null);
    }
  }

  /** Of the rows with the key's first part; none may be added. */
  private Map<Bytes, @Nullable Record> changes(RowKey key) {
    return changes.getOrDefault(first(key), Map.of());
  }

  private Map<Bytes, @Nullable Record> changesOf(RowKey key) {
    return changes.computeIfAbsent(first(key), f -> new HashMap<>());
  }

  private static String first(RowKey key) {
    return key.parts().isEmpty() ? "" : key.part(0);
  }

  private static boolean isBundled(Table<?> table, RowKey key) {
    table.check(key);
    return table.bundle() != null;
  }

  /** The pages of bundles as they are remembered and stored. */
  private final class Pages implements RowBundles.Shelf {
    @Override
    public RowPage read(Bytes at, Table<?> table, RowKey key) {
      RecentRows.Known remembered = known.get(at);
      if (remembered != null) {
        return (RowPage) Objects.requireNonNull(remembered.row());
      }
      byte[] bytes = stored(key, at);
      RowPage page = bytes == null ? RowPage.EMPTY : page(bytes, table, key);
      known.put(at, page, bytes == null ? 0 : bytes.length);
      return page;
    }

    @Override
    public <R extends Record> R decode(byte[] bytes, Class<R> type) {
      return DraftRows.this.decode(bytes, type);
    }
  }

  private byte @Nullable [] stored(RowKey key, Bytes k) {
    boolean may = key.parts().isEmpty() || filter.mayHold(key.part(0), k);
    return may ? store.get(k) : null;
  }

  @Override
  public void begin(String first) {
    filter.begin(first);
  }

  private static RowPage page(byte[] bytes, Table<?> table, RowKey key) {
    try {
      return RowPage.decode(bytes, table, key);
    } catch (IllegalStateException | BufferUnderflowException e) {
      throw unreadable(table.name(), e);
    }
  }

  @Override
  public <R extends Record> void scan(Table<R> table, RowKey prefix, Visitor<R> visitor) {
    if (isBundled(table, prefix)) {
      bundles.scan(table, prefix, visitor);
      return;
    }
    Bytes from = key(table, prefix);
    Iterator<Map.Entry<Bytes, @Nullable Record>> changed = changed(prefix, from);
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
          RecentRows.Known remembered = known.get(key);
          row =
              remembered == null
                  ? decode(kv.value, table.type())
                  : table.type().cast(remembered.row());
        }
        if (row != null && !visitor.visit(TableRows.rowKey(key), row)) {
          return;
        }
      }
    }
  }

  @Override
  public boolean has(Table<?> table, RowKey prefix) {
    return isBundled(table, prefix) ? bundles.has(table, prefix) : Rows.super.has(table, prefix);
  }

  @Override
  public int clear(Table<?> table, RowKey prefix, int most) {
    List<Bytes> gone = TableRows.clear(store, table, prefix, most);
    gone.forEach(known::forget);
    bundles.forgetLast();
    return gone.size();
  }

  @Override
  public void takeBack(Table<?> table, RowKey prefix) {
    if (table.bundle() != null) {
      bundles.takeBack(table, prefix);
      return;
    }
    byte[] from = key(table, prefix).get();
    changesOf(prefix).keySet().removeIf(k -> RowPage.startsWith(k.get(), from));
  }

  /**
   * Makes the bytes of what changed and writes them.
   *
   * @throws IllegalStateException if a row is too large; nothing is written then
   */
  void keep() {
    List<Write> writes = new ArrayList<>();
    bundles.keep((at, page) -> writes.add(write(at, page)));
    NavigableMap<Bytes, @Nullable Record> all = new TreeMap<>();
    changes.values().forEach(all::putAll);
    all.forEach((key, row) -> writes(key, row, writes));
    // in one batch, which takes the store less time than a call for each
    store.putAll(writes.stream().map(w -> KeyValue.pair(w.key, w.bytes)).toList());
    for (Write w : writes) {
      if (w.bytes == null) {
        known.put(w.key, w.row, 0);
      } else {
        filter.add(RowCodec.firstPart(w.key.get()), w.key);
        known.put(w.key, w.row, w.bytes.length);
      }
    }
    drop();
  }

  /** What came and went within the input was never there: looking costs less than a deletion. */
  private void writes(Bytes key, @Nullable Record row, List<Write> out) {
    if (row != null) {
      out.add(new Write(key, row, TableRows.checked(encode(row))));
    } else if (known.get(key) != null || store.get(key) != null) {
      out.add(new Write(key, null, null));
    }
  }

  private Write write(Bytes at, @Nullable RowPage page) {
    return page == null
        ? new Write(at, RowPage.EMPTY, null)
        : new Write(at, page, TableRows.checked(page.encode(this::encode)));
  }

  /** Leaves everything as it was before the input. */
  void drop() {
    changes.clear();
    bundles.drop();
  }

  private static Bytes key(Table<?> table, RowKey key) {
    return TableRows.key(table, key);
  }

  /** Rows are scanned seldom and looked up often, so their order is made when it is needed. */
  private Iterator<Map.Entry<Bytes, @Nullable Record>> changed(RowKey prefix, Bytes from) {
    byte[] begin = from.get();
    NavigableMap<Bytes, @Nullable Record> out = new TreeMap<>();
    Collection<Map<Bytes, @Nullable Record>> of =
        prefix.parts().isEmpty() ? changes.values() : List.of(changes(prefix));
    for (Map<Bytes, @Nullable Record> own : of) {
      own.forEach(
          (key, row) -> {
            if (RowPage.startsWith(key.get(), begin)) {
              out.put(key, row);
            }
          });
    }
    return out.entrySet().iterator();
  }

  /** Marks and the like are equal row for row; their object is made once. */
  private <R extends Record> R decode(byte[] bytes, Class<R> type) {
    Coded last = lastDecoded.get(type);
    if (last != null && Arrays.equals(bytes, last.bytes)) {
      return type.cast(last.row);
    }
    R row;
    try {
      row = codec.decode(bytes, type);
    } catch (IllegalStateException e) {
      throw unreadable(type.getSimpleName(), e);
    }
    lastDecoded.put(type, new Coded(bytes, row));
    return row;
  }

  /** So are their bytes, which nobody changes. */
  private byte[] encode(Record row) {
    Coded last = lastEncoded.get(row.getClass());
    if (last != null && row.equals(last.row)) {
      return last.bytes;
    }
    byte[] bytes = codec.encode(row);
    lastEncoded.put(row.getClass(), new Coded(bytes, row));
    return bytes;
  }

  /** The state's fault, not the input's. */
  private static StreamsException unreadable(String rows, RuntimeException e) {
    return new StreamsException("Rows of " + rows + " cannot be read", e);
  }

  private record Coded(byte[] bytes, Record row) {}

  /**
   * What is written.
   *
   * @param row what is to be remembered of it
   * @param bytes null for a row that goes
   */
  private record Write(Bytes key, @Nullable Object row, byte @Nullable [] bytes) {}
}
