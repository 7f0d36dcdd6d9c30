package news.slugline.topology;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import news.slugline.rows.RowKey;
import news.slugline.rows.Rows;
import news.slugline.rows.Table;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * The rows that lie together in bundles ({@link Table.Bundle}), while one input is applied. A
 * bundle is one page as long as it is small, then a tree of pages: the first page says which page
 * holds the keys from where on, and so on. So what an input reads and writes of a bundle are the
 * pages of the rows that it reads and changes, however large the bundle is.
 */
final class RowBundles {
  /** Above so many bytes the first page of a bundle no longer stands alone. */
  private static final int MOST_OF_FIRST = 4 * 1024;

  /** Above so many bytes another page is split. */
  private static final int MOST_OF_PAGE = 1_536;

  /** So large are the pages that come of it, so that rows may be added to each. */
  private static final int SPLIT_INTO = 1_024;

  private static final int[] TOP = {};

  private final Shelf shelf;
  private final Function<Record, byte[]> encoder;

  /** Pages of rows that the input changed, by where they lie. */
  private final Map<Bytes, Changed> changed = new LinkedHashMap<>();

  /**
   * The page that was looked at last, which is often the next one too; null if it may be another.
   */
  private @Nullable Bytes lastAt;

  private RowPage last = RowPage.EMPTY;

  private @Nullable Root lastRoot;

  /** Where pages lie. */
  interface Shelf extends RowPage.Decoder {
    /** A page as it stood before the input, empty if there is none; of the bundle of this row. */
    RowPage read(Bytes at, Table<?> table, RowKey key);
  }

  /** Takes what is to be written; null for a page that goes. */
  interface Writer {
    void write(Bytes at, @Nullable RowPage page);
  }

  /**
   * @param encoder gives the bytes of a row
   */
  RowBundles(Shelf shelf, Function<Record, byte[]> encoder) {
    this.shelf = shelf;
    this.encoder = encoder;
  }

  /**
   * A page of rows.
   *
   * @param path numbers of the pages that lead from the first one to it, its own last
   */
  private record Leaf(Bytes root, Bytes at, int[] path, RowPage page) {}

  /**
   * Where a bundle begins.
   *
   * @param key of any row in it
   */
  private record Root(Table.Bundle bundle, RowKey key, Bytes at) {
    boolean isOf(Table.Bundle other, RowKey row) {
      boolean same = bundle.name().equals(other.name());
      for (int i = 0; same && i < bundle.depth(); i++) {
        same = key.part(i).equals(row.part(i));
      }
      return same;
    }
  }

  private record Changed(
      Table<?> table, RowKey key, Bytes root, int[] path, RowPage before, RowPage now) {}

  private Leaf leaf(Table<?> table, RowKey key, byte[] k) {
    Bytes root = root(table, key);
    Bytes at = root;
    int[] path = TOP;
    RowPage page = page(at, table, key);
    while (page.level() > 0) {
      int number = page.entry(page.find(k)).page();
      path = Arrays.copyOf(path, path.length + 1);
      path[path.length - 1] = number;
      at = page(root, number);
      page = page(at, table, key);
    }
    return new Leaf(root, at, path, page);
  }

  /** The first page of the bundle that was looked at last, which is often the next one too. */
  private Bytes root(Table<?> table, RowKey key) {
    Table.Bundle bundle = Objects.requireNonNull(table.bundle());
    Root root = lastRoot;
    if (root == null || !root.isOf(bundle, key)) {
      root = new Root(bundle, key, Bytes.wrap(RowPage.bundleKey(table, key)));
      lastRoot = root;
    }
    return root.at;
  }

  private RowPage page(Bytes at, Table<?> table, RowKey key) {
    if (!at.equals(lastAt)) {
      Changed c = changed.get(at);
      last = c == null ? shelf.read(at, table, key) : c.now;
      lastAt = at;
    }
    return last;
  }

  /** Where a page lies that is not the first: behind the bundle's key its number as a part. */
  private static Bytes page(Bytes root, int number) {
    byte[] r = root.get();
    return Bytes.wrap(
        ByteBuffer.allocate(r.length + Short.BYTES + Integer.BYTES)
            .put(r)
            .putShort((short) Integer.BYTES)
            .putInt(number)
            .array());
  }

  <R extends Record> @Nullable R get(Table<R> table, RowKey key) {
    byte[] k = RowPage.key(table, key);
    return leaf(table, key, k).page.get(k, table, shelf);
  }

  void put(Table<?> table, RowKey key, Record row) {
    byte[] k = RowPage.key(table, key);
    Leaf leaf = leaf(table, key, k);
    change(table, key, leaf, leaf.page.with(k, table, key, row));
  }

  void delete(Table<?> table, RowKey key) {
    byte[] k = RowPage.key(table, key);
    Leaf leaf = leaf(table, key, k);
    change(table, key, leaf, leaf.page.without(k));
  }

  private void change(Table<?> table, RowKey key, Leaf leaf, RowPage now) {
    if (now != leaf.page) {
      Changed c = changed.get(leaf.at);
      RowPage before = c == null ? leaf.page : c.before;
      changed.put(leaf.at, new Changed(table, key, leaf.root, leaf.path, before, now));
      forgetLast();
    }
  }

  <R extends Record> void scan(Table<R> table, RowKey prefix, Rows.Visitor<R> visitor) {
    byte[] k = RowPage.key(table, prefix);
    Bytes root = root(table, prefix);
    visit(table, prefix, k, root, page(root, table, prefix), p -> p.scan(k, table, shelf, visitor));
  }

  boolean has(Table<?> table, RowKey prefix) {
    byte[] k = RowPage.key(table, prefix);
    Bytes root = root(table, prefix);
    return !visit(table, prefix, k, root, page(root, table, prefix), p -> !p.has(k));
  }

  /**
   * Visits the pages of rows that may hold keys with a prefix, for as long as the visitor wants;
   * says whether it wanted all.
   */
  private boolean visit(
      Table<?> table,
      RowKey key,
      byte[] prefix,
      Bytes root,
      RowPage page,
      Predicate<RowPage> visitor) {
    if (page.level() == 0) {
      return visitor.test(page);
    }
    int from = page.find(prefix);
    for (int i = from; i < page.size(); i++) {
      RowPage.Entry e = page.entry(i);
      if (i > from && RowPage.isBehind(e, prefix)) {
        return true;
      }
      if (!visit(table, key, prefix, root, page(page(root, e.page()), table, key), visitor)) {
        return false;
      }
    }
    return true;
  }

  /** Takes back what was changed in the bundles whose keys begin like this. */
  void takeBack(Table<?> table, RowKey prefix) {
    byte[] from = RowPage.bundleKeys(table, prefix);
    changed.values().removeIf(c -> RowPage.startsWith(c.root.get(), from));
    forgetLast();
  }

  /** Gives out the pages that the changes make anew. */
  void keep(Writer out) {
    forgetLast();
    changed.values().removeIf(c -> c.now.equals(c.before, encoder));
    Map<Bytes, Rewriting> bundles = new LinkedHashMap<>();
    for (Changed c : changed.values()) {
      Rewriting r =
          bundles.computeIfAbsent(c.root, root -> new Rewriting(c.table, c.key, root, out));
      for (int number : c.path) {
        r.touched.add(number);
      }
    }
    bundles.values().forEach(Rewriting::run);
  }

  /** Leaves everything as it was before the input. */
  void drop() {
    changed.clear();
    forgetLast();
  }

  /** Pages are not what they were. */
  void forgetLast() {
    lastAt = null;
    last = RowPage.EMPTY;
  }

  /** Makes a bundle's changed pages anew, from the rows upwards. */
  private final class Rewriting {
    private final Table<?> table;
    private final RowKey key;
    private final Bytes root;
    private final Writer out;

    /** Numbers of the pages that changed or have such below them. */
    private final Set<Integer> touched = new HashSet<>();

    private int numbers;

    Rewriting(Table<?> table, RowKey key, Bytes root, Writer out) {
      this.table = table;
      this.key = key;
      this.root = root;
      this.out = out;
    }

    void run() {
      numbers = shelf.read(root, table, key).numbers();
      RowPage now = now(root);
      List<RowPage> pieces = now.split(MOST_OF_FIRST, SPLIT_INTO, encoder);
      if (now.isEmpty()) {
        out.write(root, null);
      } else if (pieces.size() == 1) {
        out.write(root, now.withNumbers(numbers));
      } else {
        RowPage first = RowPage.naming(now.level() + 1, write(pieces, new byte[0], ++numbers));
        out.write(root, first.withNumbers(numbers));
      }
    }

    private RowPage now(Bytes at) {
      RowPage page = page(at, table, key);
      if (page.level() == 0) {
        return page;
      }
      List<RowPage.Entry> pages = new ArrayList<>();
      for (RowPage.Entry e : page.entries()) {
        if (touched.contains(e.page())) {
          pages.addAll(below(e));
        } else {
          pages.add(e);
        }
      }
      return RowPage.naming(page.level(), pages);
    }

    /** What takes the place of a page: nothing, itself, or itself and more. */
    private List<RowPage.Entry> below(RowPage.Entry e) {
      Bytes at = page(root, e.page());
      RowPage now = now(at);
      if (now.isEmpty()) {
        out.write(at, null);
        return List.of();
      }
      return write(now.split(MOST_OF_PAGE, SPLIT_INTO, encoder), e.from(), e.page());
    }

    /** The first of the pieces gets the number, the others new ones. */
    private List<RowPage.Entry> write(List<RowPage> pieces, byte[] from, int number) {
      List<RowPage.Entry> out = new ArrayList<>();
      for (int i = 0; i < pieces.size(); i++) {
        RowPage piece = pieces.get(i);
        int n = i == 0 ? number : ++numbers;
        out.add(RowPage.Entry.of(i == 0 ? from : piece.from(pieces.get(i - 1)), n));
        RowPage page = piece.level() == 0 ? piece : RowPage.naming(piece.level(), piece.entries());
        this.out.write(page(root, n), page);
      }
      return out;
    }
  }
}
