package news.slugline.story;

import java.util.Collection;
import news.slugline.claim.text.Fnv;

/**
 * Which terms a whole text has, in a few hundred bytes: each term is one of so many bits, so that a
 * text which has a term is always known to have it, and one that has not seems to have it now and
 * then (of two hundred terms, one in twenty of those missing).
 */
final class TermBits {
  /** A power of two. */
  private static final int BITS = 4_096;

  /** A character of seven bits is a byte, both in a row and in memory. */
  private static final int PER_CHARACTER = 7;

  /** Of an unknown text. */
  private static final TermBits NONE = new TermBits(new long[0], 0);

  private final long[] words;
  private final int size;

  private TermBits(long[] words, int size) {
    this.words = words;
    this.size = size;
  }

  /** A term as a number that no other one has by chance. */
  static long id(String term) {
    return Likeness.mixed(Fnv.add(Fnv.START, term));
  }

  /** As a row keeps it; empty if there is no term. */
  static String of(Collection<String> terms) {
    if (terms.isEmpty()) {
      return "";
    }
    char[] out = new char[(BITS + PER_CHARACTER - 1) / PER_CHARACTER];
    for (String t : terms) {
      int bit = (int) id(t) & (BITS - 1);
      out[bit / PER_CHARACTER] |= (char) (1 << bit % PER_CHARACTER);
    }
    return new String(out);
  }

  static TermBits read(String kept) {
    if (kept.isEmpty()) {
      return NONE;
    }
    long[] words = new long[BITS / Long.SIZE];
    int size = 0;
    for (int bit = 0; bit < BITS; bit++) {
      if ((kept.charAt(bit / PER_CHARACTER) >> bit % PER_CHARACTER & 1) != 0) {
        words[bit / Long.SIZE] |= 1L << bit;
        size++;
      }
    }
    return new TermBits(words, size);
  }

  /** Whether the text may have the term of this number; an unknown one may have any. */
  boolean has(long id) {
    int bit = (int) id & (BITS - 1);
    return words.length == 0 || (words[bit / Long.SIZE] >>> bit & 1) != 0;
  }

  /** How many bits there are. */
  int size() {
    return size;
  }

  /** How many bits both have. */
  int shared(TermBits other) {
    int n = 0;
    for (int i = 0; i < Math.min(words.length, other.words.length); i++) {
      n += Long.bitCount(words[i] & other.words[i]);
    }
    return n;
  }
}
