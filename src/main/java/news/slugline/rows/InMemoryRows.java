package news.slugline.rows;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Rows on the heap, for tests and for one-off work without a stream. */
public final class InMemoryRows implements Rows {
  private record Entry(RowKey key, Record row) {}

  private final Map<String, TreeMap<byte[], Entry>> tables = new HashMap<>();

  @Override
  public <R extends Record> @Nullable R get(Table<R> table, RowKey key) {
    table.check(key);
    Entry e = rows(table).get(bytes(key));
    return e == null ? null : table.type().cast(e.row());
  }

  @Override
  public <R extends Record> void put(Table<R> table, RowKey key, R row) {
    table.check(key);
    rows(table).put(bytes(key), new Entry(key, row));
  }

  @Override
  public <R extends Record> void delete(Table<R> table, RowKey key) {
    rows(table).remove(bytes(key));
  }

  @Override
  public <R extends Record> void scan(Table<R> table, RowKey prefix, Visitor<R> visitor) {
    table.check(prefix);
    byte[] from = bytes(prefix);
    for (Map.Entry<byte[], Entry> e : rows(table).tailMap(from, true).entrySet()) {
      Entry row = e.getValue();
      if (!beginsWith(e.getKey(), from)
          || !visitor.visit(row.key(), table.type().cast(row.row()))) {
        return;
      }
    }
  }

  @Override
  public int clear(Table<?> table, RowKey prefix, int most) {
    List<byte[]> gone = new ArrayList<>();
    byte[] from = bytes(prefix);
    for (byte[] key : rows(table).tailMap(from, true).keySet()) {
      if (gone.size() == most || !beginsWith(key, from)) {
        break;
      }
      gone.add(key);
    }
    gone.forEach(rows(table)::remove);
    return gone.size();
  }

  private static boolean beginsWith(byte[] key, byte[] from) {
    return key.length >= from.length && Arrays.equals(key, 0, from.length, from, 0, from.length);
  }

  /** How many rows a table holds. */
  public int size(Table<?> table) {
    return rows(table).size();
  }

  private TreeMap<byte[], Entry> rows(Table<?> table) {
    return tables.computeIfAbsent(table.name(), n -> new TreeMap<>(Arrays::compareUnsigned));
  }

  /** Each part behind its length, so that bytes order as keys do. */
  private static byte[] bytes(RowKey key) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(128);
    for (String part : key.parts()) {
      byte[] b = part.getBytes(StandardCharsets.UTF_8);
      out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(b.length).array());
      out.writeBytes(b);
    }
    return out.toByteArray();
  }
}
