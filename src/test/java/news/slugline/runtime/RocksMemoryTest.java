package news.slugline.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.CompactionStyle;
import org.rocksdb.FlushOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.Statistics;
import org.rocksdb.TickerType;
import org.rocksdb.WriteOptions;

class RocksMemoryTest {
  /** Together 280 MB, twice what all stores may keep in memory. */
  private static final int ROWS = 600_000;

  private static final int ROW_BYTES = 400;
  private static final int LOOKS = 20_000;

  @TempDir Path folder;

  /**
   * A look-up in state that has outgrown the memory reads the row's block and at most a small part
   * of an index. An index that is one block for a whole file does not fit beside others then, and
   * is read and checked again for each row: the stream slowed down tenfold.
   */
  @Test
  void aLookUpInStateLargerThanMemoryReadsNoIndexOfAWholeFile() throws RocksDBException {
    try (Statistics statistics = new Statistics();
        Options options = options(statistics);
        RocksDB store = RocksDB.open(options, folder.resolve("rows").toString());
        RocksDB other = RocksDB.open(options, folder.resolve("other").toString());
        WriteOptions noLog = new WriteOptions().setDisableWAL(true);
        FlushOptions now = new FlushOptions().setWaitForFlush(true)) {
      Random random = new Random(7);
      for (int i = 0; i < ROWS; i++) {
        store.put(noLog, key(i), row(random));
      }
      store.flush(now);
      store.compactRange();
      for (int i = 0; i < 50_000; i++) {
        other.put(noLog, key(i), row(random));
      }
      look(store, random);
      long before = read(statistics);
      look(store, random);
      long bytes = (read(statistics) - before) / LOOKS;
      assertThat(bytes).as("bytes read into memory for a look-up").isLessThan(40_000);
    }
  }

  private static void look(RocksDB store, Random random) throws RocksDBException {
    for (int i = 0; i < LOOKS; i++) {
      assertThat(store.get(key(random.nextInt(ROWS)))).hasSize(ROW_BYTES);
    }
  }

  private static long read(Statistics statistics) {
    return statistics.getTickerCount(TickerType.BLOCK_CACHE_BYTES_WRITE);
  }

  /** As Streams opens a store. */
  private static Options options(Statistics statistics) {
    Options options = new Options().setCreateIfMissing(true).setStatistics(statistics);
    options.optimizeFiltersForHits();
    options.setCompactionStyle(CompactionStyle.UNIVERSAL);
    options.setMaxWriteBufferNumber(3);
    options.setTableFormatConfig(new BlockBasedTableConfig());
    new RocksMemory().setConfig("rows", options, new HashMap<>());
    return options;
  }

  /** Packs to a quarter, as rows do. */
  private static byte[] row(Random random) {
    byte[] row = new byte[ROW_BYTES];
    byte[] part = new byte[ROW_BYTES / 5];
    random.nextBytes(part);
    System.arraycopy(part, 0, row, 0, part.length);
    return row;
  }

  /** As long as those of the story stage: a story, a table, two words. */
  private static byte[] key(int i) {
    return "s%08x|facts|%040d|%012d".formatted(i % 3_000, i, i).getBytes(UTF_8);
  }
}
