package news.slugline.claim.quote;

import org.jspecify.annotations.Nullable;

/**
 * What the model of contents looks at in a stretch: its side of the cue, the words and marks at its
 * ends, where the source stands. One instance for a cue and its source, one stretch at a time.
 */
final class ContentFeatures {
  private static final int BEFORE = 0;
  private static final int BEHIND = 1;

  /** Up to here each length of a stretch is one of its own; beyond, those up to a bound are. */
  private static final int SHORT = 5;

  private static final int[] LONGER = {8, 11, 16, 24};

  private final Reading r;
  private final Features f;
  private final int cue;
  private final int lemma;
  private final int tag;
  private final int @Nullable [] source;

  private int start;
  private int end;
  private int side;
  private int distance;

  /** 1 if nothing but marks follows in the sentence. */
  private int closes;

  ContentFeatures(Reading r, int cue, int source, Features f) {
    this.r = r;
    this.f = f;
    this.cue = cue;
    this.source = source < 0 ? null : r.chunks.get(source);
    lemma = r.lemma[cue].hashCode();
    tag = r.tag[cue].hashCode();
  }

  /** Fills in those of a stretch. */
  void of(int from, int to) {
    start = from;
    end = to;
    side = start > cue ? BEHIND : BEFORE;
    distance = side == BEHIND ? Math.min(start - cue, 8) : Math.min(cue - end, 8);
    closes = closes() ? 1 : 0;
    f.clear();
    ends();
    marks();
    source();
    inside();
    between();
    neighbours();
  }

  private boolean closes() {
    return end >= r.n
        || end == r.n - 1 && ContentBounds.isMark(r, end)
        || end == r.n - 2 && ContentBounds.isMark(r, end) && ContentBounds.isMark(r, end + 1);
  }

  private int length() {
    int length = end - start;
    int told = Math.min(length, SHORT);
    for (int bound : LONGER) {
      told += length > bound ? 1 : 0;
    }
    return told;
  }

  private void ends() {
    int length = length();
    int first = start == 0 || start == 1 && ContentBounds.isMark(r, 0) ? 1 : 0;
    int s0 = r.lower(start).hashCode();
    int s1 = r.lower(start - 1).hashCode();
    int e0 = r.lower(end).hashCode();
    int et0 = r.tag(end).hashCode();
    f.add(1, side);
    f.add(2, side, lemma);
    f.add(3, side, tag, length);
    f.add(4, side, s0);
    f.add(5, side, s0, s1);
    f.add(6, side, s0, lemma);
    f.add(7, side, r.tag(start).hashCode(), s1);
    f.add(8, side, e0, et0);
    f.add(9, side, e0, lemma);
    f.add(10, side, et0, r.tag(end - 1).hashCode());
    f.add(11, side, distance, tag);
    f.add(12, side, distance, lemma);
    f.add(13, side, distance, s0);
    f.add(14, side, closes, lemma);
    f.add(15, side * 2 + closes, first, tag);
    f.add(16, side, closes, e0);
    f.add(17, side, closes, length);
    f.add(18, side, first, length);
    f.add(19, side, first, lemma);
    f.add(20, side, r.lower(end - 1).hashCode(), et0);
  }

  /** Quotation marks at the ends, how they pair, and whether a quotation is cut. */
  private void marks() {
    int qs = r.quote(start);
    int qe = r.quote(end - 1);
    int atOpen = r.quoteMark(start - 1) && qs >= 0 ? 1 : 0;
    int atClose = qe >= 0 && (end >= r.n || r.quote(end) != qe) ? 1 : 0;
    int pairing =
        (qs >= 0 ? 1 : 0) + (qe >= 0 ? 2 : 0) + (qs == qe ? 4 : 0) + 8 * atOpen + 16 * atClose;
    int cueInQuote = r.quote[cue] >= 0 ? 1 : 0;
    f.add(21, pairing, side);
    f.add(22, pairing, side, closes);
    f.add(23, pairing, lemma);
    f.add(24, pairing, side, cueInQuote);
    int cut = qs >= 0 && start > 0 && r.quote(start - 1) == qs ? 1 : 0;
    cut += qe >= 0 && end < r.n && r.quote(end) == qe ? 2 : 0;
    f.add(25, cut, side, cueInQuote);
  }

  /** Where the source stands: 1 before the stretch, 2 behind it, 3 in it, 0 nowhere. */
  private void source() {
    int[] c = source;
    int where = c == null ? 0 : c[1] <= start ? 1 : c[0] >= end ? 2 : 3;
    f.add(26, where, side);
    f.add(27, where, side, closes);
    if (c != null) {
      int near = where == 2 ? Math.min(c[0] - end, 4) : where == 1 ? Math.min(start - c[1], 6) : 9;
      f.add(28, where, near, side);
      f.add(29, where, near, r.lower(start - 1).hashCode());
      int inner = where == 2 && c[0] < cue ? 1 : 0;
      f.add(30, inner, near, r.lower(end).hashCode());
    }
  }

  private void inside() {
    int verbs = r.verbs[end] - r.verbs[start] + r.auxiliaries[end] - r.auxiliaries[start];
    int commas = r.commas[end] - r.commas[start];
    f.add(31, Math.min(verbs, 3), side, lemma);
    f.add(32, Math.min(verbs, 3), side, r.lower(start - 1).hashCode());
    f.add(33, Math.min(commas, 3), closes, side);
    f.add(34, Math.min(verbs, 2), r.lower(end).hashCode(), side);
  }

  private void between() {
    int from = side == BEHIND ? cue + 1 : end;
    int to = side == BEHIND ? start : cue;
    f.add(35, r.verbs[to] - r.verbs[from], side);
    if (distance < 6) {
      int words = 0;
      for (int k = from; k < to; k++) {
        words = words * 31 + (ContentBounds.isMark(r, k) ? r.lower[k] : r.tag[k]).hashCode();
      }
      f.add(36, words, side);
      f.add(37, words, lemma);
    }
    f.add(38, r.lower(cue + 1).hashCode(), side, distance);
  }

  private void neighbours() {
    int s0 = r.lower(start).hashCode();
    int e0 = r.lower(end).hashCode();
    int et0 = r.tag(end).hashCode();
    int et1 = r.tag(end + 1).hashCode();
    f.add(39, tag, e0, s0);
    f.add(40, r.tag(start).hashCode(), tag, side * 2 + closes);
    f.add(41, r.lower(start + 1).hashCode(), s0, side);
    f.add(42, r.lower(end + 1).hashCode(), e0, side);
    f.add(43, et0, et1, side);
    f.add(44, et0, et1, r.tag(end + 2).hashCode());
  }
}
