package news.slugline.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import news.slugline.rows.RowKey;
import news.slugline.rows.Rows;
import news.slugline.rows.Table;
import news.slugline.schema.RowCodec;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * The domain's rows in a state store. One store holds all tables of a stage, each row under its
 * table's name: every store has a changelog, and a commit writes a marker into each changelog that
 * it touched.
 */
final class TableRows implements Rows {
  /**
   * Rows above this are refused before the broker does it; held articles, bodies and all, are
   * below.
   */
  static final int MAX_ROW_BYTES = Topics.MAX_RECORD_BYTES - 64 * 1024;

  private final RowCodec codec = new RowCodec();
  private final KeyValueStore<Bytes, byte[]> store;

  TableRows(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
  }

  /** A builder of a stage's store: on disk, with a changelog. */
  static StoreBuilder<KeyValueStore<Bytes, byte[]>> store(String name) {
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray())
        .withCachingDisabled()
        .withLoggingEnabled(
            Map.of(
                "max.message.bytes",
                Integer.toString(Topics.MAX_RECORD_BYTES),
                "min.cleanable.dirty.ratio",
                "0.3"));
  }

  @Override
  public <R extends Record> @Nullable R get(Table<R> table, RowKey key) {
    byte[] row = store.get(key(table, key));
    return row == null ? null : codec.decode(row, table.type());
  }

  @Override
  public <R extends Record> void put(Table<R> table, RowKey key, R row) {
    store.put(key(table, key), checked(codec.encode(row)));
  }

  /** The bytes of a row, if they fit. */
  static byte[] checked(byte[] row) {
    if (row.length > MAX_ROW_BYTES) {
      throw new IllegalStateException(
          "A row has " + row.length + " bytes, at most " + MAX_ROW_BYTES + " fit");
    }
    return row;
  }

  @Override
  public <R extends Record> void delete(Table<R> table, RowKey key) {
    store.delete(key(table, key));
  }

  @Override
  public <R extends Record> void scan(Table<R> table, RowKey prefix, Visitor<R> visitor) {
    try (KeyValueIterator<Bytes, byte[]> it = rowsFrom(store, key(table, prefix))) {
      while (it.hasNext()) {
        KeyValue<Bytes, byte[]> row = it.next();
        if (!visitor.visit(rowKey(row.key), codec.decode(row.value, table.type()))) {
          return;
        }
      }
    }
  }

  @Override
  public int clear(Table<?> table, RowKey prefix, int most) {
    return clear(store, table, prefix, most).size();
  }

  /** Removes what {@link Rows#clear} says; returns the keys of the records that went. */
  static List<Bytes> clear(
      KeyValueStore<Bytes, byte[]> store, Table<?> table, RowKey prefix, int most) {
    Table.Bundle bundle = table.bundle();
    String name = bundle == null ? table.name() : bundle.name();
    List<Bytes> gone = new ArrayList<>();
    try (KeyValueIterator<Bytes, byte[]> it =
        rowsFrom(store, Bytes.wrap(RowCodec.encode(name, prefix)))) {
      while (gone.size() < most && it.hasNext()) {
        gone.add(it.next().key);
      }
    }
    store.putAll(gone.stream().map(k -> KeyValue.pair(k, (byte[]) null)).toList());
    return gone;
  }

  static KeyValueIterator<Bytes, byte[]> rowsFrom(
      KeyValueStore<Bytes, byte[]> store, Bytes prefix) {
    return store.prefixScan(prefix, new BytesSerializer());
  }

  /** Where a row lies, or the rows whose keys begin like this. */
  static Bytes key(Table<?> table, RowKey key) {
    return Bytes.wrap(RowCodec.encode(table.name(), key));
  }

  static RowKey rowKey(Bytes key) {
    return RowCodec.decodeKey(key.get());
  }
}
