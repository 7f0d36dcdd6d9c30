package news.slugline.story;

import news.slugline.rows.InMemoryRows;
import news.slugline.rows.RowKey;
import news.slugline.rows.Rows;
import news.slugline.rows.Table;
import news.slugline.schema.RowCodec;
import org.jspecify.annotations.Nullable;

/** Rows that are read back from their bytes each time, as by a process that has just started. */
final class StoredRows implements Rows {
  private final RowCodec codec = new RowCodec();
  private final Rows rows = new InMemoryRows();

  @Override
  public <R extends Record> @Nullable R get(Table<R> table, RowKey key) {
    R row = rows.get(table, key);
    return row == null ? null : readBack(table, row);
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
    rows.scan(table, prefix, (key, row) -> visitor.visit(key, readBack(table, row)));
  }

  @Override
  public int clear(Table<?> table, RowKey prefix, int most) {
    return rows.clear(table, prefix, most);
  }

  private <R extends Record> R readBack(Table<R> table, R row) {
    return codec.decode(codec.encode(row), table.type());
  }
}
