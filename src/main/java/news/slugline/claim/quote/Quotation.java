package news.slugline.claim.quote;

import java.util.ArrayList;
import java.util.List;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.Paragraph;

/**
 * A stretch between quotation marks.
 *
 * @param start UTF-16 offset of the first character inside the marks
 * @param end of the last, exclusive; the end of the paragraph if the mark is missing there
 * @param closed whether a closing mark stands at its end
 * @param continues whether it takes up the quotation of the paragraph before
 * @param single whether its marks are single ones
 */
record Quotation(int start, int end, boolean closed, boolean continues, boolean single) {

  /** No nested quotation is longer; this bounds the time that made-up text can take. */
  private static final int LONGEST = 1000;

  static boolean isMark(String token) {
    char c = token.charAt(0);
    if (c > '"' && c < '\u00ab' && c != '\'' && c != '`') {
      return false; // nearly all tokens
    }
    return token.length() == 1 && "\"\u201c\u201d\u201e\u00ab\u00bb".indexOf(c) >= 0
        || token.equals("''")
        || token.equals("``");
  }

  /** The quotations of the copy, in order; they never overlap. */
  static List<Quotation> of(Document d) {
    List<Quotation> out = new ArrayList<>();
    boolean open = false;
    for (Paragraph p : d.paragraphs()) {
      if (!p.furniture()) {
        open = scan(d.text(), p.start(), p.end(), open, out);
      }
    }
    return out;
  }

  /** Index of the first that ends behind an offset, of those in order. */
  static int firstEndingAfter(List<Quotation> quotations, int offset) {
    int low = 0;
    int high = quotations.size();
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (quotations.get(mid).end() <= offset) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return low;
  }

  /** Where the words begin, behind blanks; at least one character is left. */
  int trimmedStart(String text) {
    int i = start;
    while (i < end - 1 && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** Where the words end, before blanks; at least one character is left. */
  int trimmedEnd(String text) {
    int i = end;
    while (i > start + 1 && Character.isWhitespace(text.charAt(i - 1))) {
      i--;
    }
    return i;
  }

  /** Returns whether the paragraph ends inside a quotation that the next one may go on with. */
  private static boolean scan(String t, int from, int to, boolean carried, List<Quotation> out) {
    int open = -1;
    char opener = 0;
    boolean first = true;
    boolean nested = false;
    for (int i = from; i < to; i++) {
      int width = width(t, i, to);
      if (width == 0) {
        continue;
      }
      char c = t.charAt(i);
      if (open < 0) {
        if (opens(t, i, width, from, to)) {
          open = i + width;
          opener = c;
        } else if (c == '\u201d' || c == '"') {
          open = wrongWay(t, i, from, to) ? i + width : -1;
          opener = c;
        }
        nested = false;
      } else if (nested || nests(t, i, opener, open, to)) {
        nested = !nested || c != (opener == '"' ? '\u201d' : '"');
      } else if (closes(t, i, width, opener, open, from, to)) {
        if (i > open) {
          out.add(new Quotation(open, i, true, carried && first, width == 1 && single(c)));
        }
        first = false;
        open = -1;
      } else if (restarts(t, i, c, opener, open)) {
        open = i + width;
      }
      i += width - 1;
    }
    if (open >= 0 && open < to && !single(opener)) {
      out.add(new Quotation(open, to, false, carried && first, false));
      return true;
    }
    return false;
  }

  private static boolean single(char c) {
    return c == '\u2018' || c == '\'' || c == '\u2019';
  }

  /** Length of the mark at i: 1, 2 for '' and ``, 0 for none. */
  private static int width(String t, int i, int to) {
    char c = t.charAt(i);
    if ("\"\u201c\u201d\u201e\u00ab\u00bb\u2018".indexOf(c) >= 0) {
      return 1;
    }
    if ((c == '\'' || c == '`') && i + 1 < to && t.charAt(i + 1) == c) {
      return 2;
    }
    return c == '\'' || c == '\u2019' ? 1 : 0;
  }

  private static boolean wordAt(String t, int i, int from, int to) {
    return i >= from && i < to && Character.isLetterOrDigit(t.charAt(i));
  }

  private static boolean opens(String t, int i, int width, int from, int to) {
    char c = t.charAt(i);
    boolean wordBefore = wordAt(t, i - 1, from, to);
    boolean after = i + width < to && !Character.isWhitespace(t.charAt(i + width));
    if (c == '\u201c' || c == '\u201e' || c == '\u00ab' || c == '`') {
      return true;
    }
    if (c == '"') {
      return true;
    }
    if (width == 2) {
      return !wordBefore || after;
    }
    if (c == '\u2018' || c == '\'') {
      return !wordBefore && after && singleCloses(t, i, from, to);
    }
    return false;
  }

  /**
   * A single mark opens a quotation only if a closing one stands in the paragraph, before the next
   * opening one; else it is an apostrophe ('90s, 'em).
   */
  private static boolean singleCloses(String t, int i, int from, int to) {
    if (i + 1 < to && Character.isDigit(t.charAt(i + 1))) {
      return false;
    }
    int limit = Math.min(to, i + 600);
    for (int k = i + 2; k < limit; k++) {
      char c = t.charAt(k);
      if ((c == '\'' || c == '\u2019')
          && !wordAt(t, k + 1, from, to)
          && closesSingle(t, k, from, to)) {
        return true;
      }
      if (c == '\u2018' || c == '\u201c' || c == '"') {
        return false;
      }
    }
    return false;
  }

  /** After a stop or comma, or after a word that is no plural's possessive. */
  private static boolean closesSingle(String t, int k, int from, int to) {
    char before = t.charAt(k - 1);
    if (".,!?\u2026".indexOf(before) >= 0) {
      return true;
    }
    if (!Character.isLetterOrDigit(before)) {
      return false;
    }
    boolean markAfter = k + 1 >= to || ".,;:!?)\u2014".indexOf(t.charAt(k + 1)) >= 0;
    return before != 's' || markAfter;
  }

  private static boolean closes(
      String t, int i, int width, char opener, int open, int from, int to) {
    char c = t.charAt(i);
    if (single(opener)
        && t.charAt(open - 1) == opener
        && (open < 2 || t.charAt(open - 2) != opener)) {
      return (c == '\'' || c == '\u2019')
          && width == 1
          && !wordAt(t, i + 1, from, to)
          && closesSingle(t, i, from, to);
    }
    if (opener == '\'' || opener == '`') {
      return width == 2;
    }
    if (opener == '\u00ab') {
      return c == '\u00bb';
    }
    if (c == '\u201d' || c == '"') {
      return true;
    }
    // a mark turned the wrong way that stands where only a closing one can
    return c == '\u201c'
        && i > open
        && !Character.isWhitespace(t.charAt(i - 1))
        && (i + 1 >= to
            || Character.isWhitespace(t.charAt(i + 1))
            || ".,;".indexOf(t.charAt(i + 1)) >= 0);
  }

  /**
   * Whether a quotation inside the quotation begins: with marks of the other shape, which close
   * again, and then the outer one closes too.
   */
  private static boolean nests(String t, int i, char opener, int open, int to) {
    char c = t.charAt(i);
    boolean curly = opener == '"' && c == '\u201c';
    boolean straight = opener == '\u201c' && c == '"';
    boolean begins =
        i > open
            && !Character.isLetterOrDigit(t.charAt(i - 1))
            && i + 1 < to
            && Character.isLetterOrDigit(t.charAt(i + 1));
    if (!begins || !curly && !straight) {
      return false;
    }
    int limit = Math.min(to, i + LONGEST);
    int inner = indexOf(t, curly ? '\u201d' : '"', i + 1, limit);
    int outer = inner < 0 ? -1 : indexOf(t, curly ? '"' : '\u201d', inner + 1, limit);
    int again = indexOf(t, curly ? '"' : '\u201c', i + 1, limit);
    boolean closed = inner >= 0 && (again < 0 || again > inner);
    return closed && (curly && open == openOfParagraph(t, open) || outer >= 0);
  }

  private static int indexOf(String t, char c, int from, int to) {
    for (int i = from; i < to; i++) {
      if (t.charAt(i) == c) {
        return i;
      }
    }
    return -1;
  }

  /** The offset itself if the quotation opens its paragraph, else -1. */
  private static int openOfParagraph(String t, int open) {
    return open < 2 || t.charAt(open - 2) == '\n' ? open : -1;
  }

  /** A new opening mark while one is open: the first was never closed. */
  private static boolean restarts(String t, int i, char c, char opener, int open) {
    return c == '\u201c'
        && opener == '\u201c'
        && i > open
        && Character.isWhitespace(t.charAt(i - 1));
  }

  /** A closing mark that stands where only an opening one can. */
  private static boolean wrongWay(String t, int i, int from, int to) {
    boolean before = i == from || Character.isWhitespace(t.charAt(i - 1)) || t.charAt(i - 1) == '(';
    return before && wordAt(t, i + 1, from, to);
  }
}
