package news.slugline.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import news.slugline.rows.RowKey;
import news.slugline.schema.RowCodec;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.CompressionType;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteOptions;

/**
 * Rows of bytes on disk under ordered keys. Any number of threads; after {@link #close} every call
 * throws {@link Closed}.
 */
final class ModelStore implements AutoCloseable {
  private static final long CACHE_BYTES = 32L << 20;
  private static final long BUFFER_BYTES = 16L << 20;

  private final ReadWriteLock gate = new ReentrantReadWriteLock();
  private final LRUCache cache;
  private final Options options;
  private final WriteOptions writes;
  private final RocksDB db;
  private boolean open = true;

  /** The store was closed: the program is about to end. */
  static final class Closed extends IllegalStateException {
    private static final long serialVersionUID = 1L;
  }

  /** Sees one row of a scan. */
  @FunctionalInterface
  interface Visitor {
    /** Returns whether to go on. */
    boolean visit(RowKey key, byte[] row);
  }

  private ModelStore(LRUCache cache, Options options, WriteOptions writes, RocksDB db) {
    this.cache = cache;
    this.options = options;
    this.writes = writes;
    this.db = db;
  }

  /** What a killed process leaves behind. */
  enum Durability {
    /** Everything that was written. */
    LOGGED,
    /** What was written up to some moment, all of it; for rows that can be made anew from there. */
    PREFIX
  }

  /**
   * @throws FolderException if it is damaged, or another process uses it
   * @throws IOException if it cannot be made
   */
  static ModelStore open(Path folder, Durability durability) throws IOException {
    Files.createDirectories(folder);
    RocksDB.loadLibrary();
    LRUCache cache = new LRUCache(CACHE_BYTES);
    Options options =
        new Options()
            .setCreateIfMissing(true)
            .setWriteBufferSize(BUFFER_BYTES)
            .setKeepLogFileNum(2)
            .setMaxOpenFiles(256)
            .setCompressionType(CompressionType.LZ4_COMPRESSION)
            .setTableFormatConfig(new BlockBasedTableConfig().setBlockCache(cache));
    WriteOptions writes = new WriteOptions().setDisableWAL(durability == Durability.PREFIX);
    try {
      return new ModelStore(cache, options, writes, RocksDB.open(options, folder.toString()));
    } catch (RocksDBException e) {
      writes.close();
      options.close();
      cache.close();
      throw new FolderException(
          "the rows of the board cannot be opened (" + e.getMessage() + ")", e);
    }
  }

  byte @Nullable [] get(String... key) {
    return locked(() -> db.get(bytes(key)));
  }

  boolean has(String... key) {
    return get(key) != null;
  }

  void put(byte[] row, String... key) {
    locked(
        () -> {
          db.put(writes, bytes(key), row);
          return null;
        });
  }

  void delete(String... key) {
    locked(
        () -> {
          db.delete(writes, bytes(key));
          return null;
        });
  }

  /** Removes every row whose key begins with these parts. */
  void deleteAll(String... prefix) {
    byte[] from = bytes(prefix);
    byte[] to = after(from);
    locked(
        () -> {
          db.deleteRange(writes, from, to);
          return null;
        });
  }

  /** Visits, in order, the rows whose keys begin with the parts of {@code prefix}. */
  void scan(Visitor visitor, String... prefix) {
    scan(RowKey.of(prefix), RowKey.of(prefix), visitor);
  }

  /** As {@link #scan}, from a key on. */
  void scan(RowKey prefix, RowKey from, Visitor visitor) {
    byte[] limit = bytes(prefix);
    locked(
        () -> {
          try (RocksIterator it = db.newIterator()) {
            for (it.seek(bytes(from)); it.isValid(); it.next()) {
              byte[] key = it.key();
              if (!startsWith(key, limit)
                  || !visitor.visit(whole(prefix.part(0), key), it.value())) {
                break;
              }
            }
            it.status();
          }
          return null;
        });
  }

  /** The last key that begins with these parts, or null. */
  @Nullable RowKey last(String... prefix) {
    byte[] from = bytes(prefix);
    return locked(
        () -> {
          try (RocksIterator it = db.newIterator()) {
            it.seekForPrev(after(from));
            return it.isValid() && startsWith(it.key(), from) ? whole(prefix[0], it.key()) : null;
          }
        });
  }

  @Override
  public void close() {
    gate.writeLock().lock();
    try {
      if (open) {
        open = false;
        db.close();
        writes.close();
        options.close();
        cache.close();
      }
    } finally {
      gate.writeLock().unlock();
    }
  }

  @FunctionalInterface
  private interface Call<R> {
    @Nullable R run() throws RocksDBException;
  }

  /** A closed database must not be touched: its memory is gone. */
  private <R> @Nullable R locked(Call<R> call) {
    gate.readLock().lock();
    try {
      if (!open) {
        throw new Closed();
      }
      return call.run();
    } catch (RocksDBException e) {
      throw new IllegalStateException("the read model cannot be read or written", e);
    } finally {
      gate.readLock().unlock();
    }
  }

  private static byte[] bytes(String... key) {
    return bytes(RowKey.of(key));
  }

  /** The first part of a key is its table. */
  private static byte[] bytes(RowKey key) {
    List<String> parts = key.parts();
    return RowCodec.encode(parts.get(0), new RowKey(parts.subList(1, parts.size())));
  }

  private static RowKey whole(String table, byte[] key) {
    List<String> parts = new ArrayList<>();
    parts.add(table);
    parts.addAll(RowCodec.decodeKey(key).parts());
    return new RowKey(parts);
  }

  private static boolean startsWith(byte[] key, byte[] prefix) {
    return key.length >= prefix.length
        && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
  }

  /** The first key behind all that begin so: parts stand behind their lengths, below 0xFF. */
  private static byte[] after(byte[] prefix) {
    byte[] b = Arrays.copyOf(prefix, prefix.length + 1);
    b[prefix.length] = (byte) 0xFF;
    return b;
  }
}
