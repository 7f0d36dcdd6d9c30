package news.slugline.rows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Rows on the heap, for tests and for one-off work without a stream. */
public final class InMemoryRows implements Rows {
  private static final Comparator<RowKey> ORDER = InMemoryRows::compare;

  private final Map<String, TreeMap<RowKey, Record>> tables = new HashMap<>();

  @Override
  public <R extends Record> @Nullable R get(Table<R> table, RowKey key) {
    return table.type().cast(rows(table).get(key));
  }

  @Override
  public <R extends Record> void put(Table<R> table, RowKey key, R row) {
    rows(table).put(key, row);
  }

  @Override
  public <R extends Record> void delete(Table<R> table, RowKey key) {
    rows(table).remove(key);
  }

  @Override
  public <R extends Record> void scan(Table<R> table, RowKey prefix, Visitor<R> visitor) {
    int n = prefix.parts().size();
    List<Map.Entry<RowKey, Record>> hits = new ArrayList<>();
    for (Map.Entry<RowKey, Record> e : rows(table).tailMap(prefix, true).entrySet()) {
      List<String> parts = e.getKey().parts();
      if (parts.size() < n || !parts.subList(0, n).equals(prefix.parts())) {
        break;
      }
      hits.add(e);
    }
    for (Map.Entry<RowKey, Record> e : hits) {
      if (!visitor.visit(e.getKey(), table.type().cast(e.getValue()))) {
        return;
      }
    }
  }

  /** How many rows a table holds. */
  public int size(Table<?> table) {
    return rows(table).size();
  }

  private TreeMap<RowKey, Record> rows(Table<?> table) {
    return tables.computeIfAbsent(table.name(), n -> new TreeMap<>(ORDER));
  }

  private static int compare(RowKey a, RowKey b) {
    int n = Math.min(a.parts().size(), b.parts().size());
    for (int i = 0; i < n; i++) {
      byte[] x = a.part(i).getBytes(StandardCharsets.UTF_8);
      byte[] y = b.part(i).getBytes(StandardCharsets.UTF_8);
      int c = Integer.compare(x.length, y.length);
      if (c == 0) {
        c = Arrays.compareUnsigned(x, y);
      }
      if (c != 0) {
        return c;
      }
    }
    return Integer.compare(a.parts().size(), b.parts().size());
  }
}
