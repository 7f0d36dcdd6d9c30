package news.slugline.grouping;

import java.util.Arrays;

/** Where a term stands among some; a term that is not among them mostly costs one look. */
final class TermPlaces {
  private final int[] terms;

  /** By cell: a place, or -1 for none. */
  private final short[] cells;

  private final int shift;

  TermPlaces(int[] terms) {
    this.terms = terms;
    int bits = 36 - Integer.numberOfLeadingZeros(terms.length);
    this.shift = 32 - bits;
    this.cells = new short[1 << bits];
    Arrays.fill(cells, (short) -1);
    for (int i = 0; i < terms.length; i++) {
      int c = home(terms[i]);
      while (cells[c] >= 0) {
        c = (c + 1) & (cells.length - 1);
      }
      cells[c] = (short) i;
    }
  }

  /** The place of a term; -1 if it is not among them. */
  int of(int term) {
    int c = home(term);
    while (cells[c] >= 0) {
      if (terms[cells[c]] == term) {
        return cells[c];
      }
      c = (c + 1) & (cells.length - 1);
    }
    return -1;
  }

  private int home(int term) {
    return (term * 0x9E3779B9) >>> shift;
  }
}
