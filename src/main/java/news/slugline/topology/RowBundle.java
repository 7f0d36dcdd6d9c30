package news.slugline.topology;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import news.slugline.rows.RowKey;
import news.slugline.rows.Rows;
import news.slugline.rows.Table;
import news.slugline.schema.RowCodec;
import org.jspecify.annotations.Nullable;

/**
 * Small rows that lie together under the leading parts of their keys ({@link Table.Bundle}), in the
 * order of their keys; or the word that they have become too many and lie each for itself.
 * Immutable but for what it keeps of decoded rows.
 */
final class RowBundle {
  /** Above so many bytes the rows lie each for itself, from then on. */
  private static final int MOST_BYTES = 4 * 1024;

  static final RowBundle EMPTY = new RowBundle(List.of(), new Entry[0], false);

  /** The rows lie each for itself. */
  static final RowBundle SPREAD = new RowBundle(List.of(), new Entry[0], true);

  /** The mark and its length in front of an entry's key. */
  private static final int MARK_BYTES = Short.BYTES + 1;

  private static final byte TOGETHER = 0;
  private static final byte APART = 1;

  private final List<String> first;
  private final Entry[] entries;
  private final boolean spread;

  private RowBundle(List<String> first, Entry[] entries, boolean spread) {
    this.first = first;
    this.entries = entries;
    this.spread = spread;
  }

  /** A row; its bytes, its object and its key are made when they are first asked for. */
  private static final class Entry {
    final byte[] key;
    byte @Nullable [] bytes;
    @Nullable Record row;
    @Nullable RowKey decodedKey;

    Entry(byte[] key, byte @Nullable [] bytes, @Nullable Record row) {
      this.key = key;
      this.bytes = bytes;
      this.row = row;
    }

    byte[] bytes(RowCodec codec) {
      byte[] b = bytes;
      if (b == null) {
        b = codec.encode(Objects.requireNonNull(row));
        bytes = b;
      }
      return b;
    }
  }

  /** A row's decoder, so that equal rows may share an object. */
  interface Decoder {
    <R extends Record> R decode(byte[] bytes, Class<R> type);
  }

  boolean isSpread() {
    return spread;
  }

  boolean isEmpty() {
    return entries.length == 0;
  }

  <R extends Record> @Nullable R get(Table<R> table, RowKey key, Decoder decoder) {
    int at = find(key(table, key));
    return at < 0 ? null : row(entries[at], table, decoder);
  }

  private static <R extends Record> R row(Entry e, Table<R> table, Decoder decoder) {
    Record r = e.row;
    if (r == null) {
      r = decoder.decode(Objects.requireNonNull(e.bytes), table.type());
      e.row = r;
    }
    return table.type().cast(r);
  }

  RowBundle with(Table<?> table, RowKey key, Record row) {
    byte[] k = key(table, key);
    int at = find(k);
    Entry[] now;
    if (at >= 0) {
      if (row.equals(entries[at].row)) {
        return this;
      }
      now = entries.clone();
    } else {
      at = -at - 1;
      now = new Entry[entries.length + 1];
      System.arraycopy(entries, 0, now, 0, at);
      System.arraycopy(entries, at, now, at + 1, entries.length - at);
    }
    now[at] = new Entry(k, null, row);
    return new RowBundle(entries.length == 0 ? first(table, key) : first, now, false);
  }

  RowBundle without(Table<?> table, RowKey key) {
    int at = find(key(table, key));
    if (at < 0) {
      return this;
    }
    Entry[] now = new Entry[entries.length - 1];
    System.arraycopy(entries, 0, now, 0, at);
    System.arraycopy(entries, at + 1, now, at, now.length - at);
    return new RowBundle(first, now, false);
  }

  /** As {@link Rows#scan}. */
  <R extends Record> void scan(
      Table<R> table, RowKey prefix, Decoder decoder, Rows.Visitor<R> visitor) {
    byte[] from = key(table, prefix);
    int at = find(from);
    for (int i = at < 0 ? -at - 1 : at; i < entries.length; i++) {
      Entry e = entries[i];
      if (e.key.length < from.length
          || !Arrays.equals(e.key, 0, from.length, from, 0, from.length)
          || !visitor.visit(rowKey(e), row(e, table, decoder))) {
        return;
      }
    }
  }

  /** Whether the same rows stand in both. */
  boolean equals(RowBundle other, RowCodec codec) {
    boolean same = spread == other.spread && entries.length == other.entries.length;
    for (int i = 0; same && i < entries.length; i++) {
      Entry a = entries[i];
      Entry b = other.entries[i];
      same =
          a == b || (Arrays.equals(a.key, b.key) && Arrays.equals(a.bytes(codec), b.bytes(codec)));
    }
    return same;
  }

  private RowKey rowKey(Entry e) {
    RowKey k = e.decodedKey;
    if (k == null) {
      k = RowCodec.decodeKey(first, e.key);
      e.decodedKey = k;
    }
    return k;
  }

  // --- bytes

  static byte[] bundleKey(Table<?> table, RowKey key) {
    return RowCodec.encode(bundle(table).name(), first(table, key));
  }

  private static Table.Bundle bundle(Table<?> table) {
    return Objects.requireNonNull(table.bundle());
  }

  private static List<String> first(Table<?> table, RowKey key) {
    return key.parts().subList(0, bundle(table).depth());
  }

  private static byte[] key(Table<?> table, RowKey key) {
    Table.Bundle b = bundle(table);
    return RowCodec.encode(
        String.valueOf(b.mark()), key.parts().subList(b.depth(), key.parts().size()));
  }

  private int find(byte[] key) {
    int low = 0;
    int high = entries.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int c = Arrays.compareUnsigned(entries[middle].key, key);
      if (c == 0) {
        return middle;
      }
      if (c < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -low - 1;
  }

  /** The bytes of the record; null if the rows are too many to lie together. */
  byte @Nullable [] encode(RowCodec codec) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(512);
    out.write(RowCodec.FORMAT);
    out.write(spread ? APART : TOGETHER);
    for (Entry e : entries) {
      write(out, e.key);
      write(out, e.bytes(codec));
      if (out.size() > MOST_BYTES) {
        return null;
      }
    }
    return out.toByteArray();
  }

  private static void write(ByteArrayOutputStream out, byte[] b) {
    out.write(b.length >>> 8);
    out.write(b.length);
    out.writeBytes(b);
  }

  /** Reads a record's bytes; {@code key} is of any row or scan of the bundle. */
  static RowBundle decode(byte[] bytes, Table<?> table, RowKey key) {
    if (bytes.length < 2 || bytes[0] != RowCodec.FORMAT) {
      throw new IllegalStateException(RowCodec.otherFormat(bytes));
    }
    if (bytes[1] == APART) {
      return SPREAD;
    }
    ByteBuffer in = ByteBuffer.wrap(bytes, 2, bytes.length - 2);
    List<Entry> entries = new ArrayList<>();
    while (in.hasRemaining()) {
      entries.add(new Entry(read(in), read(in), null));
    }
    return new RowBundle(first(table, key), entries.toArray(Entry[]::new), false);
  }

  private static byte[] read(ByteBuffer in) {
    byte[] out = new byte[in.getShort() & 0xffff];
    in.get(out);
    return out;
  }

  /** Gives out each row as one that lies for itself. */
  void spread(Table<?> table, RowCodec codec, BiConsumer<byte[], byte[]> out) {
    for (Entry e : entries) {
      String name = name(bundle(table), (char) e.key[Short.BYTES]);
      byte[] head = RowCodec.encode(name, first);
      byte[] key = Arrays.copyOf(head, head.length + e.key.length - MARK_BYTES);
      System.arraycopy(e.key, MARK_BYTES, key, head.length, e.key.length - MARK_BYTES);
      out.accept(key, e.bytes(codec));
    }
  }

  /** Where a row of a table lies for itself. */
  static byte[] ownKey(Table<?> table, RowKey key) {
    Table.Bundle b = table.bundle();
    return RowCodec.encode(b == null ? table.name() : name(b, b.mark()), key);
  }

  private static String name(Table.Bundle b, char mark) {
    return b.name() + "-" + mark;
  }
}
