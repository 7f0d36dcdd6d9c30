package news.slugline.rows;

import org.jspecify.annotations.Nullable;

/**
 * A table of the domain's state.
 *
 * @param name stable; the state store and its changelog are named after it
 * @param type of the rows: a record of strings, numbers, booleans, enums, lists, maps and such
 *     records
 * @param bundle null if each row lies for itself
 */
public record Table<R extends Record>(String name, Class<R> type, @Nullable Bundle bundle) {

  public Table(String name, Class<R> type) {
    this(name, type, null);
  }

  /**
   * How small rows that are read together lie together: those of all tables of one bundle whose
   * keys begin with the same parts are one record of the store as long as they are few, then a few
   * records, so that one look-up or two find them, or that there are none. A scan must give at
   * least these parts.
   *
   * @param name of the bundle, stable; tables that name the same one lie in it together
   * @param depth how many leading parts of a key they have in common
   * @param mark tells the tables of one bundle apart, stable
   */
  public record Bundle(String name, int depth, String mark) {
    public Bundle {
      if (mark.length() != 1 || mark.charAt(0) < 'a' || mark.charAt(0) > 'z') {
        throw new IllegalArgumentException("mark " + mark + " is no letter from a to z");
      }
    }
  }

  /** Refuses keys, of rows or of scans, that do not say in which bundle they are. */
  public void check(RowKey key) {
    if (bundle != null && key.parts().size() < bundle.depth()) {
      throw new IllegalArgumentException(
          "Rows of " + name + " are found by the first " + bundle.depth() + " parts of their keys");
    }
  }
}
