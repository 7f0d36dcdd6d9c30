package news.slugline.grouping;

import java.util.Arrays;

/**
 * What a story has by kind of term. It is worked out once for as long as the story does not change,
 * so that a comparison with another story looks only at the terms that both have.
 */
final class Inventory {
  /** So many of the weightiest terms the other side is asked for. */
  private static final int TOP = 10;

  private static final int TOP_NAMES = 4;

  /** By kind, the sum of the weights' squares. */
  final long[] square = new long[Overlap.KINDS];

  /** A bit for each kind that stands in the headline or first sentences. */
  int core;

  long coreSquare;
  long coreNameSquare;

  /** Sums of the weights of what stands in the headline and in the first sentences. */
  long head;

  long lead;
  long headNames;

  /** Of the names in either. */
  long leadNames;

  /** Of the words that name nothing. */
  long words;

  int fullNames;

  /** Terms besides the classes of incidents. */
  int terms;

  int heaviest;

  /** The greatest weight of a person and of a town. */
  int person;

  int city;

  /** The day that is spoken of most, and its weight. */
  int day;

  int dayWeight;

  /** The least weight of the weightiest terms and names, and what these weigh together. */
  final int topLeast;

  final long top;
  final int topNamesLeast;
  final long topNames;

  /** Places of the names in headline and first sentences. */
  private final byte[] coreNames;

  Inventory(Story of) {
    byte[] names = new byte[of.terms.length];
    int n = 0;
    for (int i = 0; i < of.terms.length; i++) {
      int kind = Overlap.kind(of.marks[i]);
      see(of, i, kind);
      if (Overlap.named(kind) && (of.marks[i] & Overlap.CORE) != 0) {
        names[n++] = (byte) i;
      }
    }
    coreNames = Arrays.copyOf(names, n);
    topLeast = least(of, TOP, false);
    top = sum(of, topLeast, false);
    topNamesLeast = least(of, TOP_NAMES, true);
    topNames = sum(of, topNamesLeast, true);
  }

  private void see(Story of, int i, int kind) {
    byte marks = of.marks[i];
    int weight = of.weights[i];
    long s = (long) weight * weight;
    square[Overlap.ALL] += s;
    square[kind] += s;
    heaviest = Math.max(heaviest, weight);
    fullNames += full(kind);
    terms += kind == Overlap.INCIDENT ? 0 : 1;
    boolean inHead = Marks.has(marks, Marks.HEAD);
    head += inHead ? weight : 0;
    lead += Marks.has(marks, Marks.LEAD) ? weight : 0;
    if ((marks & Overlap.CORE) != 0) {
      coreSquare += s;
      core |= 1 << kind;
      if (Overlap.named(kind)) {
        coreNameSquare += s;
        leadNames += weight;
        headNames += inHead ? weight : 0;
      }
    }
    if (kind == Overlap.WORD) {
      words += weight;
    } else if (kind == Overlap.PERSON) {
      person = Math.max(person, weight);
    } else if (kind == Overlap.CITY) {
      city = Math.max(city, weight);
    } else if (kind == Overlap.DAY && weight > dayWeight) {
      dayWeight = weight;
      day = TermIds.day(of.terms[i]);
    }
  }

  /** 1 for the kinds of full names. */
  static int full(int kind) {
    return kind == Overlap.PHRASE || kind == Overlap.PERSON ? 1 : 0;
  }

  /** The weight of the heaviest name in headline and first sentences that is not found. */
  int heaviestMissing(Story of, long[] found) {
    int most = 0;
    for (byte place : coreNames) {
      int i = place & 0xff;
      if ((found[i >> 6] & 1L << i) == 0) {
        most = Math.max(most, of.weights[i]);
      }
    }
    return most;
  }

  /** The weight of the last of the weightiest; 0 if there are not so many. */
  private static int least(Story of, int most, boolean names) {
    int[] best = new int[most];
    for (int i = 0; i < of.weights.length; i++) {
      if (names && !Overlap.isName(of.marks[i])) {
        continue;
      }
      // Most are no match for the best so far.
      for (int k = 0, x = of.weights[i]; x > best[most - 1] && k < most; k++) {
        if (x > best[k]) {
          int y = best[k];
          best[k] = x;
          x = y;
        }
      }
    }
    return best[most - 1];
  }

  /** What the weightiest weigh; of equal weights, all count or none. */
  private static long sum(Story of, int least, boolean names) {
    long sum = 0;
    for (int i = 0; i < of.weights.length; i++) {
      sum += of.weights[i] >= least && (!names || Overlap.isName(of.marks[i])) ? of.weights[i] : 0;
    }
    return sum;
  }
}
