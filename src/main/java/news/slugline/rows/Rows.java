package news.slugline.rows;

import org.jspecify.annotations.Nullable;

/** State that outlives a call. One thread at a time. */
public interface Rows {

  <R extends Record> @Nullable R get(Table<R> table, RowKey key);

  /** Writes a row; an equal row may be written again at no harm. */
  <R extends Record> void put(Table<R> table, RowKey key, R row);

  /** Removes a row; a missing one is no error. */
  <R extends Record> void delete(Table<R> table, RowKey key);

  /**
   * Says that no row was kept under keys that begin with this part, before this input. It may spare
   * looking for them.
   */
  default void begin(String first) {}

  /**
   * Visits, in the order of their keys, the rows whose keys begin with the parts of {@code prefix}.
   */
  <R extends Record> void scan(Table<R> table, RowKey prefix, Visitor<R> visitor);

  /** Whether there is any row whose key begins with the parts of {@code prefix}. */
  default boolean has(Table<?> table, RowKey prefix) {
    boolean[] out = {false};
    scan(table, prefix, (k, r) -> !(out[0] = true));
    return out[0];
  }

  /**
   * Removes rows whose keys begin with these parts, one at least, without looking at them; of a
   * table that lies in a bundle, those of all tables of such bundles. It does so at once, and for
   * good should the input fail later on, so it is for rows that nothing rests on; the input must
   * not have changed any of them.
   *
   * @param most records of the store that go
   * @return how many went; fewer than {@code most} if none is left
   */
  int clear(Table<?> table, RowKey prefix, int most);

  /**
   * Takes back what this input wrote under keys that begin with these parts, one at least; of a
   * table that lies in a bundle, in all tables of such bundles. Only for what had no row there
   * before the input: then nothing is left of it.
   */
  default void takeBack(Table<?> table, RowKey prefix) {
    clear(table, prefix, Integer.MAX_VALUE);
  }

  /** Sees one row of a scan. It must not write to the table that is scanned. */
  @FunctionalInterface
  interface Visitor<R> {
    /** Returns whether to go on. */
    boolean visit(RowKey key, R row);
  }
}
