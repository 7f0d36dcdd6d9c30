package news.slugline.claim.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells the page's furniture from copy by how lines begin, how they end and where they stand; it
 * knows no site by name.
 */
final class Furniture {
  private static final Map<Character, List<String>> OPENINGS =
      Resources.lines(Furniture.class, "furniture-openings.txt").stream()
          .collect(Collectors.groupingBy(s -> s.charAt(0)));
  private static final Set<String> STAMP_WORDS = WordLists.words("stamp-words.txt");
  private static final Set<String> NOTES = WordLists.words("note-words.txt");
  private static final Pattern LETTERS = Pattern.compile("[a-z](?:[a-z.]*[a-z])?");
  private static final Pattern STAMP_LABEL =
      Pattern.compile("(?i)\\b(?:posted|updated|published|last modified)\\s*:?\\s");
  private static final Pattern REACH =
      Pattern.compile("\\b\\d{3}[-. )]{1,2}\\d{3}[-. ]\\d{4}\\b|\\w@\\w|(?<!\\w)@\\w{3}");
  private static final Pattern STAFF =
      Pattern.compile("(?i)\\b(?:reporter|staff writer|editor|correspondent|columnist)\\b");

  /** A longer line is copy. In characters. */
  private static final int STAMP_LENGTH = 240;

  /** So many digits has a number that {@link #REACH} finds. */
  private static final int TELEPHONE = 10;

  private static final int LINE_WORDS = 25;
  private static final int HEADLINE_WORDS = 22;

  private final String text;
  private final List<int[]> lines;
  private final boolean[] marked;
  private final boolean[] stamps;

  private Furniture(String text, List<int[]> lines) {
    this.text = text;
    this.lines = lines;
    marked = new boolean[lines.size()];
    stamps = new boolean[lines.size()];
  }

  /** Looks at all lines (start, end) of a text. */
  static Furniture of(String text, List<int[]> lines) {
    Furniture f = new Furniture(text, lines);
    f.run();
    return f;
  }

  /** Which lines are furniture. */
  boolean[] marked() {
    return marked;
  }

  /** Whether a line of copy only says when the page was made, a heading before it or not. */
  boolean isStamp(int line) {
    return stamps[line];
  }

  /** The same of any line, furniture or not. */
  boolean saysWhen(int line) {
    return stamps[line] || marked[line] && stamped(line);
  }

  private void run() {
    for (int i = 0; i < lines.size(); i++) {
      marked[i] = byWords(i);
      stamps[i] = !marked[i] && stamped(i);
    }
    relatedLines();
    tail();
  }

  private boolean byWords(int line) {
    int start = lines.get(line)[0];
    int end = lines.get(line)[1];
    int words = words(start, end);
    if (words == 0) {
      return true;
    }
    if (words > 2 * LINE_WORDS) {
      return false;
    }
    if (isNote(start, end)) {
      return true;
    }
    String head = head(start, end);
    boolean stop = sentenceEnd(end);
    char first = head.isEmpty() ? ' ' : head.charAt(0);
    for (String opening : OPENINGS.getOrDefault(first, List.of())) {
      if (head.startsWith(opening) && wordEnds(head, opening)) {
        boolean label = opening.endsWith(":") || opening.indexOf(' ') > 0;
        int limit = !label ? (stop ? 3 : 10) : stop && dated(opening) ? 8 : 2 * LINE_WORDS;
        if (words <= limit && !(stop && speechLike(start, end))) {
          return true;
        }
      }
    }
    return creditLine(start, end, words, stop) || words <= LINE_WORDS && contact(start, end);
  }

  /** "(Corrects age in first paragraph)": what an editor tells other editors of the text. */
  private boolean isNote(int start, int end) {
    if (text.charAt(start) != '(' || text.indexOf(')', start) < end - 2) {
      return false;
    }
    int i = start + 1;
    while (i < end && Character.isLetter(text.charAt(i))) {
      i++;
    }
    return NOTES.contains(text.substring(start + 1, i).toLowerCase(Locale.ROOT));
  }

  private boolean stamped(int line) {
    int start = lines.get(line)[0];
    int end = lines.get(line)[1];
    return end - start <= STAMP_LENGTH
        && (stamp(start, end) || !sentenceEnd(end) && stampBehind(start, end));
  }

  /** "Two hurt in crash Posted: Monday, Aug. 17, 2:27 PM": a heading with its stamp. */
  private boolean stampBehind(int start, int end) {
    Matcher m = STAMP_LABEL.matcher(text).region(start, end);
    return m.find() && stamp(m.start(), end);
  }

  /** "Call reporter Jane Roe at 555-0101": whom to reach at the paper. */
  private boolean contact(int start, int end) {
    return mayReach(start, end)
        && REACH.matcher(text).region(start, end).find()
        && STAFF.matcher(text).region(start, end).find();
  }

  /** Whether there is a mark of an address or the digits of a telephone's number. */
  private boolean mayReach(int start, int end) {
    int digits = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c == '@') {
        return true;
      }
      digits += c >= '0' && c <= '9' ? 1 : 0;
    }
    return digits >= TELEPHONE;
  }

  /**
   * "Updated Monday, Aug. 17, 2015 3:19 PM EDT": nothing but when. A name of a day alone is a
   * heading.
   */
  private boolean stamp(int start, int end) {
    String s = text.substring(start, end).toLowerCase(Locale.ROOT);
    Matcher m = LETTERS.matcher(s);
    boolean named = s.indexOf('/') > 0;
    while (m.find()) {
      named = true;
      if (!STAMP_WORDS.contains(m.group())) {
        return false;
      }
    }
    return named && s.chars().filter(Character::isDigit).count() >= 2;
  }

  /** "Updated at 5 p.m.: The fire ..." is copy with a stamp before it. */
  private static boolean dated(String opening) {
    return opening.startsWith("updated")
        || opening.startsWith("posted")
        || opening.startsWith("publish");
  }

  /** Openings are whole words, unless they end in a mark or are cut on purpose ("related stor"). */
  private static boolean wordEnds(String head, String opening) {
    int n = opening.length();
    char last = opening.charAt(n - 1);
    return n >= head.length()
        || !Character.isLetterOrDigit(last)
        || !Character.isLetter(head.charAt(n))
        || opening.indexOf(' ') > 0;
  }

  private String head(int start, int end) {
    int s = start;
    while (s < end && "*-\u2013\u2014\u2022>[(#|+\u00bb ".indexOf(text.charAt(s)) >= 0) {
      s++;
    }
    return text.substring(s, Math.min(end, s + 60))
        .toLowerCase(Locale.ROOT)
        .replace('\u2019', '\'');
  }

  /** A full sentence with a quotation in it is copy, however it begins. */
  private boolean speechLike(int start, int end) {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c == '\u201c' || c == '"') {
        return true;
      }
    }
    return false;
  }

  /** "Jane Roe/Agency", "(Photo: Jane Roe)", "Jane Roe via Agency": a picture's credit. */
  private boolean creditLine(int start, int end, int words, boolean stop) {
    if (words > LINE_WORDS) {
      return false;
    }
    String s = text.substring(start, end);
    String lower = s.toLowerCase(Locale.ROOT);
    if (lower.contains("all rights reserved") || lower.contains("\u00a9")) {
      return true;
    }
    if (lower.contains("photo by ")
        || lower.contains("photo/")
        || lower.contains("photo courtesy")) {
      return words <= LINE_WORDS;
    }
    if (lower.startsWith("by ") && words <= 6 && !stop && capitalShare(start + 3, end) >= 0.6) {
      return true;
    }
    if (lower.startsWith("http") || lower.startsWith("www.")) {
      return words <= 8;
    }
    int slash = s.lastIndexOf('/');
    return !stop
        && words <= 8
        && slash > 2
        && slash + 2 < s.length()
        && Character.isUpperCase(s.charAt(slash + 1))
        && Character.isLetter(s.charAt(slash - 1))
        && capitalShare(start, end) >= 0.8;
  }

  /** "A Headline Of Another Story (Outlet)": related stories with their outlets in brackets. */
  private void relatedLines() {
    for (int i = 0; i < lines.size(); i++) {
      int start = lines.get(i)[0];
      int end = lines.get(i)[1];
      if (text.charAt(end - 1) != ')' || words(start, end) > HEADLINE_WORDS) {
        continue;
      }
      int open = bracket(start, end);
      if (open > start
          && words(open, end) <= 4
          && Character.isUpperCase(text.charAt(open + 1))
          && !sentenceEnd(backOverBlank(open, start))
          && (capitalShare(start, open) >= 0.6 || neighbourLikeIt(i))) {
        marked[i] = true;
      }
    }
  }

  /** The last opening bracket of a line, close to its end. */
  private int bracket(int start, int end) {
    for (int i = end - 2; i >= Math.max(start, end - 80); i--) {
      if (text.charAt(i) == '(') {
        return i;
      }
    }
    return -1;
  }

  private boolean neighbourLikeIt(int i) {
    return bracketEnd(i - 1) || bracketEnd(i + 1);
  }

  private boolean bracketEnd(int i) {
    if (i < 0 || i >= lines.size()) {
      return false;
    }
    int[] l = lines.get(i);
    int open = bracket(l[0], l[1]);
    return text.charAt(l[1] - 1) == ')' && open > l[0] && words(open, l[1]) <= 4;
  }

  private int backOverBlank(int i, int start) {
    int e = i;
    while (e > start && Character.isWhitespace(text.charAt(e - 1))) {
      e--;
    }
    return e;
  }

  /** Short lines without a closing mark at the end of a body whose other lines have one. */
  private void tail() {
    int closed = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (!marked[i] && sentenceEnd(lines.get(i)[1])) {
        closed++;
      }
    }
    int last = lines.size();
    int run = 0;
    while (last > 1) {
      int[] l = lines.get(last - 1);
      boolean open = !sentenceEnd(l[1]) && words(l[0], l[1]) <= HEADLINE_WORDS;
      if (!marked[last - 1] && !open) {
        break;
      }
      run += marked[last - 1] ? 0 : 1;
      last--;
    }
    boolean underHeading = last < lines.size() && marked[last];
    if (closed < 2 || (run < 2 && !underHeading)) {
      return;
    }
    for (int i = last; i < lines.size(); i++) {
      if (!signatureLike(i)) {
        marked[i] = true;
      }
    }
  }

  private boolean signatureLike(int i) {
    return Edges.signatureLine(text, lines.get(i)[0], lines.get(i)[1]);
  }

  private boolean sentenceEnd(int end) {
    int e = end;
    while (e > 0 && "\"'\u201d\u2019)] ".indexOf(text.charAt(e - 1)) >= 0) {
      e--;
    }
    if (e == 0) {
      return false;
    }
    char c = text.charAt(e - 1);
    return c == '.'
        || c == '!'
        || c == '?'
        || c == '\u2026'
        || c == ':'
        || c == ';'
        || c == ','
        || e < end && quoteClosed(end);
  }

  private boolean quoteClosed(int end) {
    char c = text.charAt(end - 1);
    return c == '\u201d' || c == '"';
  }

  private int words(int start, int end) {
    int n = 0;
    boolean in = false;
    for (int i = start; i < end; i++) {
      boolean letter = Character.isLetterOrDigit(text.charAt(i));
      if (letter && !in) {
        n++;
      }
      in = !Character.isWhitespace(text.charAt(i)) && (in || letter);
    }
    return n;
  }

  private double capitalShare(int start, int end) {
    int words = 0;
    int capitals = 0;
    boolean in = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      boolean letter = Character.isLetter(c);
      if (letter && !in) {
        words++;
        capitals += Character.isUpperCase(c) ? 1 : 0;
      }
      in = !Character.isWhitespace(c) && (in || letter);
    }
    return words == 0 ? 0 : (double) capitals / words;
  }
}
