package news.slugline.grouping;

import java.util.Arrays;

/**
 * For each term the slots of the stories that have it as a key, in the order in which they were
 * added. All in arrays of numbers: most terms are keys of one story only, and for those there is no
 * object at all.
 */
final class Postings {
  private int[] terms = new int[64];

  /** Per cell: 0 if it is free, slot + 1 for a list of one, else -1 - the number of a list. */
  private int[] cells = new int[64];

  private int used;

  /** Lists of two or more: the length, then the slots. */
  private int[][] lists = new int[16][];

  private int[] freeLists = new int[16];
  private int frees;
  private int listed;

  /** What {@link #size} and {@link #slot} ask for; good until the next change. */
  int of(int term) {
    return cells[cell(term)];
  }

  int size(int list) {
    return list < 0 ? lists[-1 - list][0] : list == 0 ? 0 : 1;
  }

  int slot(int list, int i) {
    return list < 0 ? lists[-1 - list][1 + i] : list - 1;
  }

  void add(int term, int slot) {
    int c = cell(term);
    int list = cells[c];
    if (list == 0) {
      terms[c] = term;
      cells[c] = slot + 1;
      if (++used * 3L > terms.length * 2L) {
        grow();
      }
    } else if (list > 0) {
      int fresh = frees > 0 ? freeLists[--frees] : listed++;
      if (fresh == lists.length) {
        lists = Arrays.copyOf(lists, fresh * 2);
      }
      lists[fresh] = new int[] {2, list - 1, slot, 0};
      cells[c] = -1 - fresh;
    } else {
      int[] slots = lists[-1 - list];
      int n = ++slots[0];
      if (n == slots.length) {
        slots = Arrays.copyOf(slots, n + (n >> 1) + 1);
        lists[-1 - list] = slots;
      }
      slots[n] = slot;
    }
  }

  /**
   * @param seqs ascending along every list; the slot is looked for by it
   */
  void remove(int term, int slot, long[] seqs) {
    int c = cell(term);
    int list = cells[c];
    if (list > 0) {
      free(c);
      return;
    }
    int[] slots = lists[-1 - list];
    int low = 1;
    int high = slots[0];
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (seqs[slots[mid]] < seqs[slot]) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    System.arraycopy(slots, low + 1, slots, low, slots[0] - low);
    if (--slots[0] == 1) {
      cells[c] = slots[1] + 1;
      lists[-1 - list] = new int[0];
      if (frees == freeLists.length) {
        freeLists = Arrays.copyOf(freeLists, frees * 2);
      }
      freeLists[frees++] = -1 - list;
    }
  }

  /** The cell of a term, or the free one where it would go. */
  private int cell(int term) {
    int c = home(term);
    while (cells[c] != 0 && terms[c] != term) {
      c = (c + 1) & (terms.length - 1);
    }
    return c;
  }

  private int home(int term) {
    return (term * 0x9E3779B9) >>> Integer.numberOfLeadingZeros(terms.length - 1);
  }

  /** Frees a cell and moves up what had to give way to it. */
  private void free(int c) {
    int mask = terms.length - 1;
    int hole = c;
    for (int i = (c + 1) & mask; cells[i] != 0; i = (i + 1) & mask) {
      int away = (i - home(terms[i])) & mask;
      if (away >= ((i - hole) & mask)) {
        terms[hole] = terms[i];
        cells[hole] = cells[i];
        hole = i;
      }
    }
    cells[hole] = 0;
    used--;
  }

  private void grow() {
    int[] oldTerms = terms;
    int[] oldCells = cells;
    terms = new int[oldTerms.length * 2];
    cells = new int[terms.length];
    for (int i = 0; i < oldTerms.length; i++) {
      if (oldCells[i] != 0) {
        int c = cell(oldTerms[i]);
        terms[c] = oldTerms[i];
        cells[c] = oldCells[i];
      }
    }
  }
}
