package news.slugline.grouping;

/** Bits that say what kind of term a term is and where it stood. */
final class Marks {
  /** Stood with a capital inside a sentence. */
  static final byte NAME = 1;

  /** Two capitalised words in a row, such as a full name. */
  static final byte PHRASE = 2;

  /** A number with the word that follows, or an age. */
  static final byte NUMBER = 4;

  /** A calendar day that the text speaks of. */
  static final byte DAY = 8;

  /** Stood in the headline. */
  static final byte HEAD = 16;

  /** Stood in the first sentences. */
  static final byte LEAD = 32;

  /** A town or city; with {@link #NUMBER}, the region or country that it lies in. */
  static final byte PLACE = 64;

  /** The full name of a person; with {@link #NUMBER}, a person's age. */
  static final byte PERSON = -128;

  private Marks() {}

  static boolean has(byte marks, byte mark) {
    return (marks & mark) != 0;
  }
}
