package news.slugline.topology;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import news.slugline.rows.RowKey;
import news.slugline.rows.Rows;
import news.slugline.rows.Table;
import org.jspecify.annotations.Nullable;

/**
 * Counts at how many different rows an input looks, which no memory of rows and no machine changes.
 */
final class LookedAt implements Rows {
  private static final List<String> TABLES =
      List.of("story-articles", "story-nodes", "story-facts");
  static final String HEAD =
      String.format("%12s%12s%12s%12s%12s", "articles", "nodes", "facts", "scans", "scanned");

  private final Rows rows;
  private final Map<String, Set<RowKey>> seen = new HashMap<>();
  private final Map<String, Integer> all = new HashMap<>();
  private int scans;
  private int scanned;

  LookedAt(Rows rows) {
    this.rows = rows;
  }

  String line(int inputs) {
    StringBuilder out = new StringBuilder();
    for (String t : TABLES) {
      out.append(String.format(Locale.ROOT, "%12.1f", (double) all.getOrDefault(t, 0) / inputs));
    }
    out.append(
        String.format(
            Locale.ROOT, "%12.1f%12.1f", (double) scans / inputs, (double) scanned / inputs));
    all.clear();
    scans = 0;
    scanned = 0;
    return out.toString();
  }

  /** An input has been applied: what the next one looks at counts again. */
  void end() {
    seen.forEach((t, keys) -> all.merge(t, keys.size(), Integer::sum));
    seen.clear();
  }

  @Override
  public void begin(String first) {
    rows.begin(first);
  }

  @Override
  public <R extends Record> @Nullable R get(Table<R> table, RowKey key) {
    seen.computeIfAbsent(table.name(), t -> new HashSet<>()).add(key);
    return rows.get(table, key);
  }

  @Override
  public <R extends Record> void put(Table<R> table, RowKey key, R row) {
    rows.put(table, key, row);
  }

  @Override
  public <R extends Record> void delete(Table<R> table, RowKey key) {
    rows.delete(table, key);
  }

  @Override
  public <R extends Record> void scan(Table<R> table, RowKey prefix, Visitor<R> visitor) {
    scans++;
    rows.scan(
        table,
        prefix,
        (k, r) -> {
          scanned++;
          return visitor.visit(k, r);
        });
  }

  @Override
  public int clear(Table<?> table, RowKey prefix, int most) {
    return rows.clear(table, prefix, most);
  }

  @Override
  public void takeBack(Table<?> table, RowKey prefix) {
    rows.takeBack(table, prefix);
  }
}
