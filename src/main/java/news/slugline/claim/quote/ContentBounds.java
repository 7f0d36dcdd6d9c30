package news.slugline.claim.quote;

import java.util.ArrayList;
import java.util.List;

/** Where the words that a cue ascribes may begin and end: at marks, "that", clauses and phrases. */
final class ContentBounds {
  /** How far from the cue contents may begin and end, in boundaries. */
  private static final int STARTS = 14;

  private static final int ENDS = 22;

  /** So many tokens behind a cue each may be the first that is said. */
  private static final int RIGHT_BEHIND = 4;

  /** How near the cue a noun phrase must begin to be a boundary, behind it and before it. */
  private static final int PHRASE_BEHIND = 12;

  private static final int PHRASE_BEFORE = 14;

  private ContentBounds() {}

  /** First words that a content may have, given the cue: boundaries on both sides. */
  static List<Integer> starts(Reading r, int cue) {
    List<Integer> out = new ArrayList<>();
    int left = 0;
    for (int i = cue - 1; i >= 0 && left < STARTS; i--) {
      if ((i == 0 || isBoundary(r, i - 1)) && !isMark(r, i)) {
        out.add(i);
        left++;
      }
    }
    if (left == STARTS || !out.contains(0)) {
      out.add(0);
    }
    int right = 0;
    for (int i = cue + 1; i < r.n && right < STARTS; i++) {
      boolean begins =
          i <= cue + RIGHT_BEHIND
              || isBoundary(r, i - 1)
              || opensClause(r, i)
              || opensPhrase(r, i) && i < cue + PHRASE_BEHIND;
      if (begins && (!isMark(r, i) || r.lower[i].equals("'"))) {
        out.add(i);
        right++;
      }
    }
    return out;
  }

  /** Ends (exclusive) of contents that begin at a word. */
  static List<Integer> ends(Reading r, int cue, int start) {
    List<Integer> out = new ArrayList<>();
    boolean before = start < cue;
    int last = before ? cue : r.n;
    while (last > start + 1 && isMark(r, last - 1)) {
      last--;
    }
    for (int i = start + 1; i < last && out.size() < ENDS; i++) {
      if (isBoundary(r, i) && !isBoundary(r, i - 1)
          || opensClause(r, i)
          || before && opensPhrase(r, i) && cue - i < PHRASE_BEFORE) {
        out.add(i);
      }
    }
    out.add(last);
    return out;
  }

  private static boolean isBoundary(Reading r, int i) {
    String t = r.lower[i];
    return isMark(r, i) && !t.equals("-") || t.equals("that");
  }

  private static boolean opensPhrase(Reading r, int i) {
    return r.chunkOf[i] >= 0 && r.chunkOf[i - 1] != r.chunkOf[i];
  }

  private static boolean opensClause(Reading r, int i) {
    switch (r.tag[i]) {
      case "CCONJ":
      case "SCONJ":
      case "ADP":
        return true;
      default:
        return r.lower[i].equals("when")
            || r.lower[i].equals("who")
            || r.lower[i].equals("which")
            || r.lower[i].equals("where")
            || r.lower[i].equals("to");
    }
  }

  /** A mark of punctuation; a word may be tagged as one, too. */
  static boolean isMark(Reading r, int i) {
    return r.tag[i].equals("PUNCT") && !r.token(i).isWord();
  }
}
