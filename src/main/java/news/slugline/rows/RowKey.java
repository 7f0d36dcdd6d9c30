package news.slugline.rows;

import java.util.List;

/**
 * The key of a row. Keys order part by part; parts of equal length order as their UTF-8 bytes, a
 * shorter part stands before a longer one. Numbers that must order are written with a fixed width.
 */
public record RowKey(List<String> parts) {
  public RowKey {
    parts = List.copyOf(parts);
  }

  public static RowKey of(String... parts) {
    return new RowKey(List.of(parts));
  }

  public String part(int i) {
    return parts.get(i);
  }
}
