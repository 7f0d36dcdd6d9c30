package news.slugline.runtime;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.CompressionType;
import org.rocksdb.Filter;
import org.rocksdb.IndexType;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * Bounds the memory of all state stores of the process together, off the heap: blocks, indexes and
 * what is not yet written share one cache. Left to itself every store would take its own.
 */
public final class RocksMemory implements RocksDBConfigSetter {
  private static final long TOTAL_BYTES = 128L << 20;
  private static final long UNWRITTEN_BYTES = 48L << 20;
  private static final long UNWRITTEN_BYTES_OF_A_STORE = 24L << 20;
  private static final double SHARE_FOR_INDEXES = 0.2;
  private static final int BLOCK_BYTES = 8 << 10;

  /** Of the parts of an index or a filter. */
  private static final int PART_BYTES = 4 << 10;

  /** Parts of the cache, 2 to the power of it. Left to itself it would make 64, too small each. */
  private static final int SHARD_BITS = 3;

  private static final double BLOOM_BITS = 10;
  private static final double MEMTABLE_BLOOM = 0.1;

  /** Belongs to the process, not to a store, and is never closed. */
  private static final class Shared {
    static final Cache CACHE;
    static final WriteBufferManager UNWRITTEN;
    static final Filter FILTER;

    static {
      RocksDB.loadLibrary();
      CACHE = new LRUCache(TOTAL_BYTES, SHARD_BITS, false, SHARE_FOR_INDEXES);
      UNWRITTEN = new WriteBufferManager(UNWRITTEN_BYTES, CACHE);
      FILTER = new BloomFilter(BLOOM_BITS);
    }
  }

  @Override
  public void setConfig(String store, Options options, Map<String, Object> configs) {
    // Streams reads its metrics off the format that it made, so that one is changed, not replaced
    BlockBasedTableConfig blocks = (BlockBasedTableConfig) options.tableFormatConfig();
    blocks.setBlockCache(Shared.CACHE);
    blocks.setBlockSize(BLOCK_BYTES);
    blocks.setFilterPolicy(Shared.FILTER);
    blocks.setCacheIndexAndFilterBlocks(true);
    blocks.setCacheIndexAndFilterBlocksWithHighPriority(true);
    // in parts: the index of a large file as a whole may find no room, and is read for every row
    blocks.setIndexType(IndexType.kTwoLevelIndexSearch);
    blocks.setPartitionFilters(true);
    blocks.setMetadataBlockSize(PART_BYTES);
    blocks.setPinTopLevelIndexAndFilter(true);
    options.setTableFormatConfig(blocks);
    options.setWriteBufferManager(Shared.UNWRITTEN);
    options.setWriteBufferSize(UNWRITTEN_BYTES_OF_A_STORE);
    // most look-ups are for rows that are not there
    options.setMemtablePrefixBloomSizeRatio(MEMTABLE_BLOOM);
    options.setMemtableWholeKeyFiltering(true);
    options.setCompressionType(CompressionType.LZ4_COMPRESSION);
    // where rows come to rest: a quarter less on disk, and only compaction pays for it
    options.setBottommostCompressionType(CompressionType.ZSTD_COMPRESSION);
  }

  @Override
  public void close(String store, Options options) {
    // what is shared stays for the other stores
  }
}
