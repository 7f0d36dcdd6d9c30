package news.slugline.grouping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import news.slugline.rows.RowKey;
import news.slugline.rows.Rows;

/**
 * Articles whose embargo is not over. They influence nothing; the heap only knows their keys, which
 * are built from the rows.
 */
final class Embargoes {
  private final Rows rows;
  private final TreeSet<String> ends = new TreeSet<>();
  private final Map<String, RowKey> byUri = new HashMap<>();
  private long count;

  Embargoes(Rows rows) {
    this.rows = rows;
    rows.scan(
        Tables.HELD,
        RowKey.of(),
        (key, row) -> {
          ends.add(key.part(0) + key.part(1));
          byUri.put(row.uri(), key);
          count = Math.max(count, Long.parseLong(key.part(1)));
          return true;
        });
  }

  /** Holds an article; an earlier version of it that was held goes. */
  void hold(CopyRow copy, long until) {
    drop(copy.uri());
    RowKey key = RowKey.of(Tables.fixed(until), Tables.fixed(++count));
    rows.put(Tables.HELD, key, copy);
    ends.add(key.part(0) + key.part(1));
    byUri.put(copy.uri(), key);
  }

  /** Forgets what is held of a uri: another version took its place. */
  void drop(String uri) {
    RowKey key = byUri.remove(uri);
    if (key != null) {
      rows.delete(Tables.HELD, key);
      ends.remove(key.part(0) + key.part(1));
    }
  }

  /** Takes out what may be published by now, by the embargo's end, then in order of arrival. */
  List<CopyRow> due(long now) {
    List<CopyRow> out = new ArrayList<>();
    String limit = Tables.fixed(now) + "~";
    while (!ends.isEmpty() && ends.first().compareTo(limit) < 0) {
      String end = ends.first();
      RowKey key = RowKey.of(end.substring(0, 19), end.substring(19));
      CopyRow copy = rows.get(Tables.HELD, key);
      if (copy == null) {
        throw new IllegalStateException("no held row " + end);
      }
      drop(copy.uri());
      out.add(copy);
    }
    return out;
  }
}
