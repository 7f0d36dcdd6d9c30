package news.slugline.claim.value;

import java.util.Locale;
import java.util.Set;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.Sentence;

/**
 * A sentence cut as finely as values need it: runs of letters, runs of digits, single marks. Finer
 * than the tokens of {@link Document}, so that "11.30am", "7-9", "£3.2m" and "19-year-old" need no
 * special cases. Positions outside the sentence read as empty lexemes.
 */
final class Lexemes {
  private static final byte WORD = 1;
  private static final byte NUMBER = 2;
  private static final byte MARK = 3;

  final String text;
  final int size;
  private final int[] start;
  private final int[] end;
  private final String[] lower;
  private final byte[] kind;
  private final boolean[] spaced;

  private Lexemes(String text, int from, int to) {
    this.text = text;
    int room = to - from;
    int[] starts = new int[room];
    int[] ends = new int[room];
    byte[] kinds = new byte[room];
    boolean[] spaces = new boolean[room];
    int n = 0;
    boolean space = true;
    int i = from;
    while (i < to) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        space = true;
        i++;
        continue;
      }
      int e = i + 1;
      byte k = MARK;
      if (isLetter(c)) {
        k = WORD;
        while (e < to && isLetter(text.charAt(e))) {
          e++;
        }
      } else if (c >= '0' && c <= '9') {
        k = NUMBER;
        while (e < to && text.charAt(e) >= '0' && text.charAt(e) <= '9') {
          e++;
        }
      }
      starts[n] = i;
      ends[n] = e;
      kinds[n] = k;
      spaces[n] = space;
      n++;
      space = false;
      i = e;
    }
    size = n;
    start = starts;
    end = ends;
    kind = kinds;
    spaced = spaces;
    lower = new String[n];
    for (int j = 0; j < n; j++) {
      lower[j] = lower(text, starts[j], ends[j]);
    }
  }

  static Lexemes of(Document document, Sentence sentence) {
    return new Lexemes(document.text(), sentence.start(), sentence.end());
  }

  static Lexemes of(String text) {
    return new Lexemes(text, 0, text.length());
  }

  private static boolean isLetter(char c) {
    return Character.isLetter(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || Character.isSurrogate(c);
  }

  private static String lower(String text, int from, int to) {
    if (to == from + 1) {
      char c = text.charAt(from);
      switch (c) {
        case '\u2019', '\u2018', '\u02bc' -> {
          return "'";
        }
        case '\u2013', '\u2014', '\u2010', '\u2011', '\u2012', '\u2212' -> {
          return "-";
        }
        case '\u201c', '\u201d' -> {
          return "\"";
        }
        default -> {}
      }
    }
    return text.substring(from, to).toLowerCase(Locale.ROOT);
  }

  private boolean inside(int i) {
    return i >= 0 && i < size;
  }

  int start(int i) {
    return start[i];
  }

  int end(int i) {
    return end[i];
  }

  String lower(int i) {
    return inside(i) ? lower[i] : "";
  }

  String raw(int i) {
    return inside(i) ? text.substring(start[i], end[i]) : "";
  }

  /** The text from one lexeme up to, not including, another. */
  String raw(int from, int to) {
    return text.substring(start[from], end[to - 1]);
  }

  boolean is(int i, String word) {
    return inside(i) && lower[i].equals(word);
  }

  boolean in(int i, Set<String> words) {
    return inside(i) && words.contains(lower[i]);
  }

  boolean word(int i) {
    return inside(i) && kind[i] == WORD;
  }

  boolean number(int i) {
    return inside(i) && kind[i] == NUMBER;
  }

  boolean mark(int i) {
    return inside(i) && kind[i] == MARK;
  }

  /** How many digits. */
  int digits(int i) {
    return number(i) ? end[i] - start[i] : 0;
  }

  /** The number written in up to nine digits, else -1. */
  int value(int i) {
    int d = digits(i);
    return d == 0 || d > 9 ? -1 : Integer.parseInt(lower[i]);
  }

  /** Whether white space stands before it. */
  boolean spaced(int i) {
    return !inside(i) || spaced[i];
  }

  boolean capitalised(int i) {
    return word(i) && Character.isUpperCase(text.codePointAt(start[i]));
  }

  /** Whether all its letters are capitals. */
  boolean upper(int i) {
    if (!word(i)) {
      return false;
    }
    for (int p = start[i]; p < end[i]; p++) {
      if (Character.isLowerCase(text.charAt(p))) {
        return false;
      }
    }
    return true;
  }

  /** Whether the words stand here, one lexeme each. */
  boolean phrase(int i, String... words) {
    for (int k = 0; k < words.length; k++) {
      if (!is(i + k, words[k])) {
        return false;
      }
    }
    return true;
  }
}
