package news.slugline.grouping;

/**
 * What grouping knows of an article's text: its weighted terms. Sorted by id; an id is a hash of
 * the term, equal on every machine.
 *
 * @param language base tag, such as {@code en}; articles of different languages are never alike
 * @param terms ids, ascending
 * @param weights scaled so that their square sum is about 1000²
 * @param marks what kind of term each is, see {@link Marks}
 * @param words how many terms the text has in all
 * @param written the day on which the text says that it was written, in days since 1970, if that is
 *     so long ago that likeness would no longer find a story of that day; else {@link #NOW}
 */
record Profile(String language, int[] terms, int[] weights, byte[] marks, int words, int written) {
  /** The text is as old as its time says, or does not tell. */
  static final int NOW = Integer.MIN_VALUE;

  boolean isOld() {
    return written != NOW;
  }
}
