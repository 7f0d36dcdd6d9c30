package news.slugline.topology;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import news.slugline.rows.RowKey;
import news.slugline.rows.Rows;
import news.slugline.rows.Table;
import news.slugline.schema.RowCodec;
import org.jspecify.annotations.Nullable;

/**
 * A page of a bundle of rows ({@link Table.Bundle}): rows in the order of their keys; or, of a
 * bundle that has many pages, which page holds the keys from where on. Immutable but for what it
 * keeps of decoded rows.
 */
final class RowPage {
  private static final Entry[] NONE = {};
  private static final byte[] LOWEST = {};

  static final RowPage EMPTY = new RowPage(List.of(), 0, 0, NONE);

  /** What an entry takes besides its key and its row. */
  private static final int LENGTHS = 3;

  private final List<String> first;
  private final int level;
  private final int numbers;
  private final Entry[] entries;

  private RowPage(List<String> first, int level, int numbers, Entry[] entries) {
    this.first = first;
    this.level = level;
    this.numbers = numbers;
    this.entries = entries;
  }

  /**
   * A row, or where the page lies that holds the keys from this one on. Of a row its bytes, its
   * object and its key are made when they are first asked for.
   */
  static final class Entry {
    private final byte[] key;
    private byte @Nullable [] bytes;
    private @Nullable Record row;
    private @Nullable RowKey decodedKey;

    private Entry(byte[] key, byte @Nullable [] bytes, @Nullable Record row) {
      this.key = key;
      this.bytes = bytes;
      this.row = row;
    }

    static Entry of(byte[] from, int page) {
      return new Entry(from, ByteBuffer.allocate(Integer.BYTES).putInt(page).array(), null);
    }

    byte[] from() {
      return key;
    }

    int page() {
      return ByteBuffer.wrap(Objects.requireNonNull(bytes)).getInt();
    }

    private byte[] bytes(Function<Record, byte[]> encoder) {
      byte[] b = bytes;
      if (b == null) {
        b = encoder.apply(Objects.requireNonNull(row));
        bytes = b;
      }
      return b;
    }
  }

  /** A row's decoder, so that equal rows may share an object. */
  interface Decoder {
    <R extends Record> R decode(byte[] bytes, Class<R> type);
  }

  /** 0 for rows; above, the pages that it names are one level lower. */
  int level() {
    return level;
  }

  /** Of the first page of a bundle: the highest number that any other page has had. */
  int numbers() {
    return numbers;
  }

  RowPage withNumbers(int n) {
    return n == numbers ? this : new RowPage(first, level, n, entries);
  }

  boolean isEmpty() {
    return entries.length == 0;
  }

  // --- pages that name pages

  List<Entry> entries() {
    return List.of(entries);
  }

  /** A page that names these; the first one holds whatever stands before the second. */
  static RowPage naming(int level, List<Entry> pages) {
    Entry[] all = pages.toArray(NONE);
    if (all.length > 0 && all[0].key.length > 0) {
      all[0] = Entry.of(LOWEST, all[0].page());
    }
    return new RowPage(List.of(), level, 0, all);
  }

  /** Which of the pages holds a key, or the first of those that begin like it. */
  int find(byte[] key) {
    int at = search(key);
    return at >= 0 ? at : Math.max(0, -at - 2);
  }

  Entry entry(int i) {
    return entries[i];
  }

  int size() {
    return entries.length;
  }

  /** Whether all keys of a page stand behind those that begin with {@code prefix}. */
  static boolean isBehind(Entry page, byte[] prefix) {
    return Arrays.compareUnsigned(page.key, prefix) > 0 && !startsWith(page.key, prefix);
  }

  // --- rows

  <R extends Record> @Nullable R get(byte[] key, Table<R> table, Decoder decoder) {
    int at = search(key);
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

  RowPage with(byte[] k, Table<?> table, RowKey key, Record row) {
    int at = search(k);
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
    return new RowPage(entries.length == 0 ? first(table, key) : first, 0, numbers, now);
  }

  RowPage without(byte[] key) {
    int at = search(key);
    if (at < 0) {
      return this;
    }
    Entry[] now = new Entry[entries.length - 1];
    System.arraycopy(entries, 0, now, 0, at);
    System.arraycopy(entries, at + 1, now, at, now.length - at);
    return new RowPage(first, 0, numbers, now);
  }

  /** As {@link Rows#scan}; says whether those that begin so may go on in the next page. */
  <R extends Record> boolean scan(
      byte[] prefix, Table<R> table, Decoder decoder, Rows.Visitor<R> visitor) {
    int at = search(prefix);
    for (int i = at < 0 ? -at - 1 : at; i < entries.length; i++) {
      Entry e = entries[i];
      if (!startsWith(e.key, prefix) || !visitor.visit(rowKey(e), row(e, table, decoder))) {
        return false;
      }
    }
    return true;
  }

  /** Whether a key begins with the prefix. */
  boolean has(byte[] prefix) {
    int at = search(prefix);
    int first = at < 0 ? -at - 1 : at;
    return first < entries.length && startsWith(entries[first].key, prefix);
  }

  private RowKey rowKey(Entry e) {
    RowKey k = e.decodedKey;
    if (k == null) {
      k = RowCodec.decodeKey(first, e.key);
      e.decodedKey = k;
    }
    return k;
  }

  /** Whether both hold the same, byte for byte. */
  boolean equals(RowPage other, Function<Record, byte[]> encoder) {
    boolean same = entries.length == other.entries.length;
    for (int i = 0; same && i < entries.length; i++) {
      Entry a = entries[i];
      Entry b = other.entries[i];
      same =
          a == b
              || (Arrays.equals(a.key, b.key) && Arrays.equals(a.bytes(encoder), b.bytes(encoder)));
    }
    return same;
  }

  private int search(byte[] key) {
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

  static boolean startsWith(byte[] key, byte[] prefix) {
    return key.length >= prefix.length
        && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
  }

  // --- keys

  static byte[] bundleKey(Table<?> table, RowKey key) {
    return RowCodec.encode(bundle(table).name(), key.parts(), 0, bundle(table).depth());
  }

  /** How the keys of those bundles begin whose rows' keys begin with these parts. */
  static byte[] bundleKeys(Table<?> table, RowKey prefix) {
    int depth = Math.min(bundle(table).depth(), prefix.parts().size());
    return RowCodec.encode(bundle(table).name(), prefix.parts(), 0, depth);
  }

  /** The key of a row, or of the rows that begin so, within its bundle. */
  static byte[] key(Table<?> table, RowKey key) {
    Table.Bundle b = bundle(table);
    return RowCodec.encode(b.mark(), key.parts(), b.depth(), key.parts().size());
  }

  private static Table.Bundle bundle(Table<?> table) {
    return Objects.requireNonNull(table.bundle());
  }

  private static List<String> first(Table<?> table, RowKey key) {
    return key.parts().subList(0, bundle(table).depth());
  }

  // --- sizes

  private static int size(Entry e, Function<Record, byte[]> encoder) {
    return e.key.length + e.bytes(encoder).length + LENGTHS;
  }

  /**
   * The page itself, or, if it has more bytes than {@code most}, pages in its stead of about {@code
   * each}.
   */
  List<RowPage> split(int most, int each, Function<Record, byte[]> encoder) {
    int all = 0;
    for (Entry e : entries) {
      all += size(e, encoder);
    }
    if (all <= most || entries.length < 2) {
      return List.of(this);
    }
    List<RowPage> out = new ArrayList<>();
    int enough = all / ((all + each - 1) / each);
    int from = 0;
    int sum = 0;
    for (int i = 0; i < entries.length; i++) {
      sum += size(entries[i], encoder);
      if (sum >= enough || i == entries.length - 1) {
        out.add(new RowPage(first, level, 0, Arrays.copyOfRange(entries, from, i + 1)));
        from = i + 1;
        sum = 0;
      }
    }
    return out;
  }

  /** The shortest key from which on {@code this} holds what {@code before} does not. */
  byte[] from(RowPage before) {
    byte[] key = entries[0].key;
    if (level > 0) {
      return key;
    }
    byte[] last = before.entries[before.entries.length - 1].key;
    return Arrays.copyOf(key, Arrays.mismatch(last, key) + 1);
  }

  // --- bytes

  byte[] encode(Function<Record, byte[]> encoder) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
    out.write(RowCodec.FORMAT);
    out.write(level);
    number(out, numbers);
    for (Entry e : entries) {
      write(out, e.key);
      write(out, e.bytes(encoder));
    }
    return out.toByteArray();
  }

  private static void write(ByteArrayOutputStream out, byte[] b) {
    number(out, b.length);
    out.writeBytes(b);
  }

  /** Seven bits a byte, the lowest first. */
  private static void number(ByteArrayOutputStream out, int n) {
    int left = n;
    while (left >= 0x80) {
      out.write(left | 0x80);
      left >>>= 7;
    }
    out.write(left);
  }

  /** Reads a page's bytes; {@code key} is of any row or scan of the bundle. */
  static RowPage decode(byte[] bytes, Table<?> table, RowKey key) {
    if (bytes.length < 3 || bytes[0] != RowCodec.FORMAT) {
      throw new IllegalStateException(RowCodec.otherFormat(bytes));
    }
    int level = bytes[1];
    ByteBuffer in = ByteBuffer.wrap(bytes, 2, bytes.length - 2);
    int numbers = number(in);
    List<Entry> entries = new ArrayList<>();
    byte[] last = LOWEST;
    while (in.hasRemaining()) {
      byte[] at = read(in);
      byte[] row = read(in);
      // marks are equal row for row, and pages are remembered
      last = Arrays.equals(row, last) ? last : row;
      entries.add(new Entry(at, last, null));
    }
    return new RowPage(first(table, key), level, numbers, entries.toArray(NONE));
  }

  private static byte[] read(ByteBuffer in) {
    byte[] out = new byte[number(in)];
    in.get(out);
    return out;
  }

  private static int number(ByteBuffer in) {
    int out = 0;
    for (int shift = 0; ; shift += 7) {
      byte b = in.get();
      out |= (b & 0x7f) << shift;
      if (b >= 0) {
        return out;
      }
    }
  }
}
