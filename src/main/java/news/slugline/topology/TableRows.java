package news.slugline.topology;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.slugline.rows.RowKey;
import news.slugline.rows.Rows;
import news.slugline.rows.Table;
import news.slugline.schema.RowCodec;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/** The domain's rows in state stores: one key-value store a table, named after it. */
final class TableRows implements Rows {
  /**
   * Rows above this are refused before the broker does it; held articles, bodies and all, are
   * below.
   */
  static final int MAX_ROW_BYTES = Topics.MAX_RECORD_BYTES - 64 * 1024;

  private final RowCodec codec = new RowCodec();
  private final Map<String, KeyValueStore<Bytes, byte[]>> stores = new HashMap<>();

  TableRows(ProcessingContext context, List<Table<?>> tables) {
    for (Table<?> t : tables) {
      stores.put(t.name(), context.getStateStore(t.name()));
    }
  }

  /** A builder of the store of a table: on disk, with a changelog. */
  static StoreBuilder<KeyValueStore<Bytes, byte[]>> store(Table<?> table) {
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(table.name()), Serdes.Bytes(), Serdes.ByteArray())
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
    byte[] row = rows(table).get(bytes(key));
    return row == null ? null : codec.decode(row, table.type());
  }

  @Override
  public <R extends Record> void put(Table<R> table, RowKey key, R row) {
    byte[] value = codec.encode(row);
    if (value.length > MAX_ROW_BYTES) {
      throw new IllegalStateException(
          "Row "
              + key.parts()
              + " of "
              + table.name()
              + " has "
              + value.length
              + " bytes, at most "
              + MAX_ROW_BYTES
              + " fit");
    }
    rows(table).put(bytes(key), value);
  }

  @Override
  public <R extends Record> void delete(Table<R> table, RowKey key) {
    rows(table).delete(bytes(key));
  }

  @Override
  public <R extends Record> void scan(Table<R> table, RowKey prefix, Visitor<R> visitor) {
    try (KeyValueIterator<Bytes, byte[]> it = rowsFrom(rows(table), prefix)) {
      while (it.hasNext()) {
        KeyValue<Bytes, byte[]> row = it.next();
        if (!visitor.visit(
            RowCodec.decodeKey(row.key.get()), codec.decode(row.value, table.type()))) {
          return;
        }
      }
    }
  }

  private static KeyValueIterator<Bytes, byte[]> rowsFrom(
      KeyValueStore<Bytes, byte[]> store, RowKey prefix) {
    return prefix.parts().isEmpty()
        ? store.all()
        : store.prefixScan(RowCodec.encode(prefix), new ByteArraySerializer());
  }

  private KeyValueStore<Bytes, byte[]> rows(Table<?> table) {
    KeyValueStore<Bytes, byte[]> store = stores.get(table.name());
    if (store == null) {
      throw new IllegalArgumentException("No store for table " + table.name());
    }
    return store;
  }

  private static Bytes bytes(RowKey key) {
    return Bytes.wrap(RowCodec.encode(key));
  }
}
