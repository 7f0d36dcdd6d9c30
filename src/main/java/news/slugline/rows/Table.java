package news.slugline.rows;

/**
 * A table of the domain's state.
 *
 * @param name stable; the state store and its changelog are named after it
 * @param type of the rows: a record of strings, numbers, booleans, enums, lists, maps and such
 *     records
 */
public record Table<R extends Record>(String name, Class<R> type) {}
