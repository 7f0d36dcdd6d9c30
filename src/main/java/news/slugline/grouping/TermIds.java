package news.slugline.grouping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import news.slugline.claim.text.Fnv;

/** Numbers for terms: a hash that never changes, so that rows can keep it. */
final class TermIds {
  private TermIds() {}

  private static final int DAYS = 0x40000000;
  private static final int MOST_DAYS = 1 << 16;

  /** A calendar day, which can be read back. */
  static int ofDay(long epochDay) {
    return DAYS + (int) Math.floorMod(epochDay, (long) MOST_DAYS);
  }

  /** Days since 1970 of an id made by {@link #ofDay}. */
  static int day(int id) {
    return id - DAYS;
  }

  static int of(String term) {
    long h = hash(term);
    return (int) (h ^ (h >>> 32));
  }

  /** FNV-1a, 64 bits, mixed once more. */
  static long hash(String s) {
    long h = Fnv.ofBytes(s);
    h ^= h >>> 33;
    h *= 0xff51afd7ed558ccdL;
    return h ^ (h >>> 33);
  }

  /** A profile of {id, weight, marks} entries; should two terms share an id, the first stays. */
  static Profile profile(String language, List<int[]> entries, int words, int written) {
    List<int[]> sorted = new ArrayList<>(entries);
    sorted.sort(Comparator.comparingInt(e -> e[0]));
    long square = 0;
    int n = 0;
    for (int i = 0; i < sorted.size(); i++) {
      int[] e = sorted.get(i);
      if (n == 0 || sorted.get(n - 1)[0] != e[0]) {
        sorted.set(n++, e);
        square += (long) e[1] * e[1];
      }
    }
    double norm = Math.sqrt(square);
    int[] terms = new int[n];
    int[] weights = new int[n];
    byte[] marks = new byte[n];
    for (int i = 0; i < n; i++) {
      int[] e = sorted.get(i);
      terms[i] = e[0];
      weights[i] = (int) Math.round(e[1] * 1000 / norm);
      marks[i] = (byte) e[2];
    }
    return new Profile(language, terms, weights, marks, words, written);
  }
}
