package news.slugline.topology;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import news.slugline.runtime.RocksMemory;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.FlushOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * A stage's store as it is on disk, with the stream's own settings but without a changelog; counts
 * what is asked of it by table.
 */
final class RocksRows implements KeyValueStore<Bytes, byte[]> {
  /** What was asked of one table. */
  static final class Asked {
    long got;
    long scanned;
    long written;
    long deleted;
    long bytes;
  }

  private final Options options;
  private final WriteOptions writing;
  private final RocksDB db;
  private final Map<String, Asked> asked = new TreeMap<>();

  RocksRows(Path folder) throws RocksDBException {
    RocksDB.loadLibrary();
    writing = new WriteOptions().setDisableWAL(true);
    options = new Options().setCreateIfMissing(true);
    options.setTableFormatConfig(new BlockBasedTableConfig());
    new RocksMemory().setConfig("rows", options, Map.of());
    db = RocksDB.open(options, folder.toString());
  }

  Map<String, Asked> asked() {
    return asked;
  }

  private Asked of(Bytes key) {
    return asked.computeIfAbsent(table(key.get()), n -> new Asked());
  }

  private static String table(byte[] key) {
    ByteBuffer in = ByteBuffer.wrap(key);
    byte[] name = new byte[in.getShort()];
    in.get(name);
    return new String(name, java.nio.charset.StandardCharsets.UTF_8);
  }

  /** Bytes of keys and rows that it holds now, by table. */
  Map<String, Long> held() {
    Map<String, Long> out = new TreeMap<>();
    try (RocksIterator it = db.newIterator()) {
      for (it.seekToFirst(); it.isValid(); it.next()) {
        byte[] key = it.key();
        out.merge(table(key), (long) key.length + it.value().length, Long::sum);
      }
    }
    return out;
  }

  /** Bytes of its files once they have been written anew without what is gone. */
  long onDisk() {
    try (FlushOptions flush = new FlushOptions().setWaitForFlush(true)) {
      db.flush(flush);
      db.compactRange();
      return db.getLongProperty("rocksdb.total-sst-files-size");
    } catch (RocksDBException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public byte[] get(Bytes key) {
    of(key).got++;
    try {
      return db.get(key.get());
    } catch (RocksDBException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void put(Bytes key, byte[] value) {
    Asked a = of(key);
    try {
      if (value == null) {
        a.deleted++;
        db.delete(writing, key.get());
      } else {
        a.written++;
        a.bytes += key.get().length + value.length;
        db.put(writing, key.get(), value);
      }
    } catch (RocksDBException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public byte[] delete(Bytes key) {
    put(key, null);
    return null;
  }

  @Override
  public <S extends Serializer<P>, P> KeyValueIterator<Bytes, byte[]> prefixScan(
      P prefix, S serializer) {
    byte[] from = serializer.serialize("", prefix);
    of(Bytes.wrap(from)).scanned++;
    RocksIterator it = db.newIterator();
    it.seek(from);
    return new Scan(it, from);
  }

  /** Rows whose keys begin with {@code prefix}. */
  private record Scan(RocksIterator it, byte[] prefix) implements KeyValueIterator<Bytes, byte[]> {
    @Override
    public boolean hasNext() {
      byte[] key = it.isValid() ? it.key() : null;
      return key != null
          && key.length >= prefix.length
          && java.util.Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
    }

    @Override
    public Bytes peekNextKey() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return Bytes.wrap(it.key());
    }

    @Override
    public KeyValue<Bytes, byte[]> next() {
      KeyValue<Bytes, byte[]> out = KeyValue.pair(peekNextKey(), it.value());
      it.next();
      return out;
    }

    @Override
    public void close() {
      it.close();
    }
  }

  @Override
  public byte[] putIfAbsent(Bytes key, byte[] value) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void putAll(List<KeyValue<Bytes, byte[]>> entries) {
    try (WriteBatch batch = new WriteBatch()) {
      for (KeyValue<Bytes, byte[]> e : entries) {
        Asked a = of(e.key);
        if (e.value == null) {
          a.deleted++;
          batch.delete(e.key.get());
        } else {
          a.written++;
          a.bytes += e.key.get().length + e.value.length;
          batch.put(e.key.get(), e.value);
        }
      }
      db.write(writing, batch);
    } catch (RocksDBException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
    throw new UnsupportedOperationException();
  }

  @Override
  public KeyValueIterator<Bytes, byte[]> all() {
    throw new UnsupportedOperationException();
  }

  @Override
  public long approximateNumEntries() {
    return asked.values().stream().mapToLong(a -> a.written - a.deleted).sum();
  }

  @Override
  public String name() {
    return "rows";
  }

  @Override
  public void init(StateStoreContext context, StateStore root) {}

  @Override
  public void close() {
    db.close();
    writing.close();
    options.close();
  }

  @Override
  public boolean persistent() {
    return true;
  }

  @Override
  public boolean isOpen() {
    return true;
  }
}
