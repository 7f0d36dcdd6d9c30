package news.slugline.claim.text;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import news.slugline.claim.text.Document.Line;
import org.jspecify.annotations.Nullable;

/** The dateline that opens wire copy and the signature that closes it. */
final class Edges {
  private static final Set<String> PLACES = Resources.set(Edges.class, "places.txt");
  private static final Set<String> KNOWN = lower(PLACES);
  private static final Map<String, String> ABBREVIATIONS =
      Resources.map(Edges.class, "abbreviations.tsv");
  private static final Set<String> OPENERS = Resources.set(Edges.class, "common-openers.txt");
  private static final Pattern AGENCIES =
      Pattern.compile("(agencies|agency|wire services|wire reports|news agencies)[\\s.)\\]]*");
  private static final Pattern DATE =
      Pattern.compile(
          "(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\\.? \\d{1,2}(?:, \\d{4})?");
  private static final int LOOK = 90;
  private static final String DASHES = "-\u2013\u2014";

  private Edges() {}

  private static Set<String> lower(Set<String> names) {
    Set<String> out = new HashSet<>();
    for (String n : names) {
      out.add(n.toLowerCase(Locale.ROOT));
    }
    return out;
  }

  /**
   * The dateline of a paragraph, its separator included: a place in capitals or a known one, then
   * perhaps a region, a date and the agency in brackets, then a dash or a colon.
   */
  static @Nullable Line dateline(String text, int from, int to) {
    int limit = Math.min(to, from + LOOK);
    int i = from;
    boolean bracket = false;
    while (i < limit) {
      char c = text.charAt(i);
      if (c == '(') {
        int close = text.indexOf(')', i);
        if (close < 0 || close > limit || close - i > 40) {
          return null;
        }
        bracket = true;
        i = close + 1;
        if (station(text, from, open(text, from, i), i, to)) {
          return line(text, from, skip(text, i, to), i);
        }
        continue;
      }
      int separator = separator(text, i, to);
      if (separator > i && i > from) {
        String left = text.substring(from, i).strip();
        boolean colon = text.charAt(separator - 1) == ':';
        boolean place = place(left, bracket, colon) || dashed(text, left, separator, to);
        return place ? line(text, from, skip(text, separator, to), i) : null;
      }
      if (!(Character.isLetterOrDigit(c)
          || c == ','
          || c == '.'
          || c == '\''
          || c == '\u2019'
          || c == '/'
          || c == '-'
          || Character.isWhitespace(c))) {
        return null;
      }
      i++;
    }
    return null;
  }

  private static Line line(String text, int from, int to, int leftEnd) {
    return new Line(from, to, text.substring(from, leftEnd).strip());
  }

  private static int skip(String text, int i, int to) {
    int n = i;
    while (n < to && Character.isWhitespace(text.charAt(n))) {
      n++;
    }
    return n;
  }

  /**
   * End of a separator at i: a dash with a blank or a bracket beside it, or a colon and a blank.
   */
  private static int separator(String text, int i, int to) {
    char c = text.charAt(i);
    if (c == ':') {
      return i + 1 < to && Character.isWhitespace(text.charAt(i + 1)) ? i + 1 : -1;
    }
    if (text.startsWith(">> ", i)) {
      return i + 2;
    }
    if (DASHES.indexOf(c) < 0) {
      return -1;
    }
    int n = i;
    while (n < to && DASHES.indexOf(text.charAt(n)) >= 0) {
      n++;
    }
    boolean before =
        i > 0 && (Character.isWhitespace(text.charAt(i - 1)) || text.charAt(i - 1) == ')');
    boolean after = n == to || Character.isWhitespace(text.charAt(n));
    before |= after && region(text, i);
    return c == '\u2014' || n - i > 1 || (before && after) ? n : -1;
  }

  /** "PORT ALMA, Ill.- Two", "PORT ALMA, IL- Two": the dash stands at the region's abbreviation. */
  private static boolean region(String text, int dash) {
    boolean stop = dash > 1 && text.charAt(dash - 1) == '.';
    boolean code =
        dash > 3
            && Character.isUpperCase(text.charAt(dash - 1))
            && Character.isUpperCase(text.charAt(dash - 2))
            && text.charAt(dash - 3) == ' ';
    return stop || code;
  }

  private static int open(String text, int from, int close) {
    return Math.max(from, text.lastIndexOf('(', close));
  }

  /**
   * "PORT ALMA, Ill. (WXYZ) Two men", "Larch, Jun 9 (BSS) Two men": a station's or an agency's
   * letters close a dateline without a dash, behind a town in capitals or a date.
   */
  private static boolean station(String text, int from, int open, int end, int to) {
    String left = text.substring(from, open).strip();
    int comma = left.indexOf(',');
    String town = comma < 0 ? "" : left.substring(0, comma);
    boolean letters = end - open > 3 && allCapitals(text.substring(open + 1, end - 1));
    boolean begins =
        end + 1 < to
            && Character.isWhitespace(text.charAt(end))
            && (Character.isUpperCase(text.charAt(end + 1))
                || Character.isDigit(text.charAt(end + 1)));
    boolean told = allCapitals(town) || DATE.matcher(left.substring(comma + 1).strip()).matches();
    return letters && begins && !town.isEmpty() && told && place(left, true, false);
  }

  private static boolean allCapitals(String s) {
    return s.equals(s.toUpperCase(Locale.ROOT)) && letters(s) >= 3;
  }

  /** "Port Alma \u2014 Two men": one to three capitalised words, a spaced long dash, a sentence. */
  private static boolean dashed(String text, String left, int separator, int to) {
    int next = skip(text, separator, to);
    char dash = text.charAt(separator - 1);
    boolean spaced = separator < to && text.charAt(separator) == ' ';
    boolean town = allCapitalised(left) && left.split("\\s+").length <= 3 && letters(left) > 3;
    return (dash == '\u2014' || dash == '\u2013')
        && spaced
        && town
        && lettersOnly(left)
        && !OPENERS.contains(left.split("\\s+")[0].toLowerCase(Locale.ROOT))
        && next < to
        && Character.isUpperCase(text.charAt(next));
  }

  private static boolean lettersOnly(String s) {
    return s.chars().allMatch(c -> Character.isLetter(c) || c == ' ');
  }

  /** Whether the words before the separator are a place and what may follow one. */
  private static boolean place(String left, boolean bracket, boolean colon) {
    String head = left;
    int open = left.indexOf('(');
    if (open >= 0) {
      head = left.substring(0, open).strip();
      if (head.isEmpty()) {
        return !colon;
      }
    }
    int comma = head.indexOf(',');
    String first = (comma < 0 ? head : head.substring(0, comma)).strip();
    if (first.isEmpty() || first.split("\\s+").length > 4) {
      return false;
    }
    if (colon && !bracket && !KNOWN.contains(first.toLowerCase(Locale.ROOT))) {
      return false;
    }
    boolean capitals = first.equals(first.toUpperCase(Locale.ROOT)) && letters(first) >= 3;
    if (!capitals && !(PLACES.contains(first) && !colon) && !(bracket && allCapitalised(first))) {
      return false;
    }
    return comma < 0 || restFits(head.substring(comma + 1));
  }

  private static boolean restFits(String rest) {
    for (String w : rest.split("[\\s,/]+")) {
      String plain = w.endsWith(".") ? w.substring(0, w.length() - 1) : w;
      if (plain.isEmpty()
          || Character.isUpperCase(plain.charAt(0))
          || Character.isDigit(plain.charAt(0))) {
        continue;
      }
      if (!plain.equals("of") && !ABBREVIATIONS.containsKey(plain.toLowerCase(Locale.ROOT))) {
        return false;
      }
    }
    return true;
  }

  private static boolean allCapitalised(String s) {
    for (String w : s.split("\\s+")) {
      if (!Character.isUpperCase(w.charAt(0))) {
        return false;
      }
    }
    return true;
  }

  private static int letters(String s) {
    int n = 0;
    for (int i = 0; i < s.length(); i++) {
      n += Character.isLetter(s.charAt(i)) ? 1 : 0;
    }
    return n;
  }

  /** Whether a whole line is a signature: a dash and a name, a name in brackets, a credit. */
  static boolean signatureLine(String text, int from, int to) {
    return signatureStart(text, from, to) == from;
  }

  /** The signature at the end of a paragraph; null if there is none. */
  static @Nullable Line signature(String text, int from, int to) {
    int start = signatureStart(text, from, to);
    if (start < 0) {
      return null;
    }
    String s = text.substring(start, to);
    int a = 0;
    int b = s.length();
    while (a < b && !Character.isLetterOrDigit(s.charAt(a))) {
      a++;
    }
    while (b > a && !Character.isLetterOrDigit(s.charAt(b - 1))) {
      b--;
    }
    return new Line(start, to, s.substring(a, b));
  }

  private static int signatureStart(String text, int from, int to) {
    if (to - from < 2) {
      return -1;
    }
    String lower = text.substring(from, Math.min(to, from + 40)).toLowerCase(Locale.ROOT);
    String bare = lower.startsWith("(") || lower.startsWith("[") ? lower.substring(1) : lower;
    if ((bare.startsWith("reporting by ")
            || bare.startsWith("additional reporting")
            || bare.startsWith("with inputs from")
            || bare.startsWith("with files from")
            || bare.startsWith("with reporting by")
            || bare.startsWith("editing by ")
            || bare.startsWith("writing by ")
            || bare.startsWith("source: ")
            || bare.startsWith("compiled by "))
        && to - from < 400) {
      return from;
    }
    if (AGENCIES.matcher(bare).matches()) {
      return from;
    }
    if (text.charAt(to - 1) == ')') {
      int open = text.lastIndexOf('(', to - 2);
      boolean closesSentence = open > from && stop(text, open, from) || open == from;
      return open >= from && closesSentence && name(text.substring(open + 1, to - 1)) ? open : -1;
    }
    int dash =
        Math.max(
            text.lastIndexOf('\u2013', to - 1),
            Math.max(text.lastIndexOf('\u2014', to - 1), text.lastIndexOf('-', to - 1)));
    if (dash < from || dash + 1 >= to || to - dash > 60) {
      return -1;
    }
    int start = dash;
    while (start > from && DASHES.indexOf(text.charAt(start - 1)) >= 0) {
      start--;
    }
    boolean alone = start == from || stop(text, start, from);
    return alone && name(text.substring(dash + 1, to)) ? start : -1;
  }

  private static boolean stop(String text, int i, int from) {
    int e = i;
    while (e > from
        && (Character.isWhitespace(text.charAt(e - 1))
            || "\"\u201d\u2019'".indexOf(text.charAt(e - 1)) >= 0)) {
      e--;
    }
    return e > from && ".!?".indexOf(text.charAt(e - 1)) >= 0 && e < i;
  }

  /** One to five capitalised words, no closing mark. */
  private static boolean name(String s) {
    String t = s.strip();
    if (t.isEmpty() || t.length() > 50) {
      return false;
    }
    String[] words = t.split("[\\s/,&]+");
    for (String w : words) {
      boolean small = w.equals("and") || w.equals("with") || w.equals("of") || w.equals("the");
      if (!w.isEmpty() && !small && !Character.isUpperCase(w.charAt(0))) {
        return false;
      }
    }
    return words.length <= 5 && ".!?".indexOf(t.charAt(t.length() - 1)) < 0 && letters(t) >= 2;
  }
}
