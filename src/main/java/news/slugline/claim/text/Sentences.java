package news.slugline.claim.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Cuts a paragraph into sentences. Every terminator is judged by the word before it and the word
 * after it; one pass, looking a bounded number of characters back and ahead.
 */
final class Sentences {
  private static final Map<String, String> ABBREVIATIONS =
      Resources.map(Sentences.class, "abbreviations.tsv");

  private static final WordGroups WORDS = WordGroups.of(Sentences.class, "sentence-words.tsv");

  /** Words whose letter or numeral is no initial: "World War I. Peace came." */
  private static final Set<String> NUMBERED = WORDS.get("numbered");

  private static final Set<String> OPENERS = Resources.set(Sentences.class, "sentence-openers.txt");
  private static final Set<String> TITLES = Resources.set(Sentences.class, "person-titles.txt");
  private static final Set<String> SPEECH = Resources.set(Sentences.class, "speech-verbs.txt");
  private static final Set<String> ZONES = WORDS.get("zones");
  private static final Set<String> CALENDAR = WORDS.get("calendar");
  private static final String CLOSERS = "\"'\u201d\u2019)]\u00bb";
  private static final String OPENING = "\"'\u201c\u2018([\u00ab\u201e\u201a-\u2013\u2014\u2022*";
  private static final int LOOK = 60;
  private static final int LONGEST = 2000;

  private final String text;
  private final int from;
  private final int to;
  private final List<int[]> out = new ArrayList<>();

  private Sentences(String text, int from, int to) {
    this.text = text;
    this.from = from;
    this.to = to;
  }

  /** Start and end of each sentence of a stretch; together they hold all that is not blank. */
  static List<int[]> split(String text, int from, int to) {
    Sentences s = new Sentences(text, from, to);
    s.run();
    return s.out;
  }

  private void run() {
    int start = skipSpace(from);
    int straight = 0;
    int i = start;
    while (i < to) {
      char c = text.charAt(i);
      if (c == '"') {
        straight++;
      }
      if (i > start && bullet(c) && blank(i - 1)) {
        add(start, i);
        start = i;
        i++;
        continue;
      }
      if (!terminator(c)) {
        i++;
        continue;
      }
      int run = endOfRun(i);
      int closed = closers(run, straight);
      for (int k = run; k < closed; k++) {
        straight += text.charAt(k) == '"' ? 1 : 0;
      }
      if (ends(start, i, run, closed)) {
        add(start, closed);
        start = skipSpace(closed);
        i = start;
      } else {
        i = closed;
      }
    }
    add(start, to);
  }

  /** Adds a sentence; one longer than any writer's is cut at blanks, to bound later work. */
  private void add(int from, int end) {
    int start = from;
    while (end - start > LONGEST) {
      int cut = start + LONGEST;
      while (cut > start + LONGEST / 2 && !blank(cut)) {
        cut--;
      }
      if (!blank(cut)) {
        cut = start + LONGEST;
        cut -= Character.isLowSurrogate(text.charAt(cut)) ? 1 : 0;
      }
      addTrimmed(start, cut);
      start = cut;
      while (start < end && blank(start)) {
        start++;
      }
    }
    addTrimmed(start, end);
  }

  private void addTrimmed(int start, int end) {
    int e = end;
    while (e > start && blank(e - 1)) {
      e--;
    }
    if (e > start) {
      out.add(new int[] {start, e});
    }
  }

  private int skipSpace(int i) {
    int n = i;
    while (n < to && blank(n)) {
      n++;
    }
    return n;
  }

  private boolean blank(int i) {
    return isBlank(text.charAt(i));
  }

  static boolean isBlank(char c) {
    return Character.isWhitespace(c) || c == '\u00a0' || c == '\u200b' || c == '\ufeff';
  }

  private static boolean terminator(char c) {
    return c == '.' || c == '!' || c == '?' || c == '\u2026';
  }

  private static boolean bullet(char c) {
    return c == '\u2022' || c == '\u25aa' || c == '\u25cf' || c == '\u25a0' || c == '\u2023';
  }

  /** End of "...", "?!", ". . ." and the like. */
  private int endOfRun(int i) {
    int n = i + 1;
    while (n < to) {
      if (terminator(text.charAt(n))) {
        n++;
      } else if (text.charAt(n - 1) == '.'
          && n + 1 < to
          && blank(n)
          && text.charAt(n + 1) == '.'
          && !(n + 2 < to && Character.isDigit(text.charAt(n + 2)))) {
        n += 2;
      } else {
        break;
      }
    }
    return n;
  }

  private int closers(int i, int straight) {
    int n = i;
    int open = straight;
    while (n < to && (CLOSERS.indexOf(text.charAt(n)) >= 0 || germanCloser(i, n))) {
      char c = text.charAt(n);
      boolean attached = n + 1 < to && Character.isLetterOrDigit(text.charAt(n + 1));
      if (attached && (c == '"' && open % 2 == 0 || c == '\'')) {
        break;
      }
      if (c == '"') {
        open++;
      }
      n++;
    }
    // a mark set off by a blank still closes if one is open: he said. "
    if (n + 1 < to && n == i && blank(n) && text.charAt(n + 1) == '"' && open % 2 == 1) {
      int k = n + 2;
      if (k >= to || blank(k)) {
        n = k;
      }
    }
    return n;
  }

  /** The mark that opens in English and closes in German, set right behind a stop. */
  private boolean germanCloser(int i, int n) {
    return n == i && text.charAt(n) == '\u201c' && (n + 1 >= to || blank(n + 1));
  }

  private boolean ends(int start, int dot, int run, int closed) {
    if (closed >= to) {
      return true;
    }
    boolean spaced = blank(closed);
    if (!spaced && !gluedSentence(dot, run, closed)) {
      return false;
    }
    int next = wordAhead(closed);
    if (next >= to) {
      return true;
    }
    int c = text.codePointAt(next);
    String ahead = word(next);
    if (Character.isLowerCase(c) && !camel(ahead)) {
      return false;
    }
    if (closed > run && text.charAt(run - 1) != '.' && quotedThenCue(next)) {
      return false;
    }
    boolean quoteOpens = opensQuote(closed, next);
    if (run - dot > 1 || text.charAt(dot) == '\u2026') {
      return ellipsis(dot, run) ? afterEllipsis(dot, run, closed, ahead, quoteOpens) : true;
    }
    if (text.charAt(dot) != '.') {
      return !Character.isDigit(c) || spaced;
    }
    return stopEnds(start, dot, closed > run, ahead, quoteOpens);
  }

  private boolean ellipsis(int dot, int run) {
    for (int i = dot; i < run; i++) {
      char c = text.charAt(i);
      if (c == '!' || c == '?') {
        return false;
      }
    }
    return true;
  }

  private boolean afterEllipsis(int dot, int run, int closed, String ahead, boolean quoteOpens) {
    int dots = 0;
    for (int i = dot; i < run; i++) {
      dots += text.charAt(i) == '.' ? 1 : 0;
    }
    return closed > run || quoteOpens || dots == 4 || dots == 2 || opener(ahead);
  }

  /** A full stop without the blank after it, as text from the web has it: "the end.The next". */
  private boolean gluedSentence(int dot, int run, int closed) {
    if (run - dot > 1 && !terminatorMix(dot, run)) {
      return false;
    }
    int next = closed;
    boolean quote = closed > run;
    if (next < to && "\"\u201c\u2018(".indexOf(text.charAt(next)) >= 0) {
      quote = true;
      next++;
    }
    if (next + 1 >= to || !Character.isUpperCase(text.charAt(next))) {
      return false;
    }
    if (quote) {
      return true;
    }
    boolean lowerBefore = dot - 2 >= from && plainEnd(dot - 1) && plainEnd(dot - 2);
    String ahead = word(next);
    boolean shaped = ahead.length() <= 1 || Character.isLowerCase(ahead.charAt(1));
    int end = next + ahead.length();
    boolean ordinary = end >= to || text.charAt(end) != '.' || end + 1 >= to || blank(end + 1);
    int w = dot;
    while (w > from && !blank(w - 1) && dot - w < LOOK) {
      w--;
      char c = text.charAt(w);
      if (c == '/' || c == '@' || c == '.') {
        return false;
      }
    }
    return lowerBefore && shaped && ordinary;
  }

  private boolean terminatorMix(int dot, int run) {
    return text.charAt(dot) != '.' || text.charAt(run - 1) != '.';
  }

  private boolean plainEnd(int i) {
    char c = text.charAt(i);
    return Character.isLowerCase(c) || Character.isDigit(c) || c == ')' || c == '"' || c == '%';
  }

  private int wordAhead(int i) {
    int n = i;
    while (n < to && (blank(n) || OPENING.indexOf(text.charAt(n)) >= 0)) {
      n++;
    }
    return n;
  }

  private boolean opensQuote(int closed, int next) {
    for (int i = closed; i < next; i++) {
      if ("\"\u201c\u2018\u2022".indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private String word(int i) {
    int n = i;
    while (n < to && n - i < LOOK) {
      char c = text.charAt(n);
      if (!Character.isLetterOrDigit(c) && c != '-') {
        break;
      }
      n++;
    }
    return text.substring(i, n);
  }

  private static boolean camel(String w) {
    return w.length() > 2
        && Character.isLowerCase(w.charAt(0))
        && Character.isUpperCase(w.charAt(1));
  }

  private static boolean opener(String w) {
    return OPENERS.contains(w.toLowerCase(Locale.ROOT)) && !w.equals("US");
  }

  /** {@code "Is it over?" Smith asked}: the sentence goes on after the quotation. */
  private boolean quotedThenCue(int next) {
    int i = next;
    for (int n = 0; n < 5 && i < to; n++) {
      String w = word(i);
      if (w.isEmpty()) {
        return false;
      }
      String lower = w.toLowerCase(Locale.ROOT);
      if (n > 0 && SPEECH.contains(lower)) {
        return true;
      }
      boolean name = Character.isUpperCase(w.codePointAt(0));
      if (!name && !(n > 0 && TITLES.contains(lower))) {
        return false;
      }
      i += w.length();
      if (i < to && text.charAt(i) == '.') {
        i++;
      }
      while (i < to && blank(i)) {
        i++;
      }
    }
    return false;
  }

  private boolean stopEnds(int start, int dot, boolean closing, String ahead, boolean quoteOpens) {
    int w = dot;
    while (w > from && dot - w < LOOK && wordChar(text.charAt(w - 1))) {
      w--;
    }
    String word = text.substring(w, dot);
    if (word.isEmpty() || closing && text.charAt(dot + 1) != ')') {
      return true;
    }
    boolean digitAhead = !ahead.isEmpty() && Character.isDigit(ahead.charAt(0));
    if (w == start || (w == start + 1 && text.charAt(start) == '(')) {
      boolean label = word.length() <= 3 && allDigits(word) || word.length() == 1;
      if (label) {
        return false;
      }
    }
    String lower = word.toLowerCase(Locale.ROOT);
    // "Ft. Worth" is a name, "9 ft. in" a measure
    String kind = word.equals("Ft") ? "title" : ABBREVIATIONS.get(lower);
    if (kind != null
        && (lower.length() > 3 || Character.isUpperCase(word.charAt(0)) || !capitalOnly(kind))) {
      return abbreviationEnds(kind, lower, ahead, digitAhead, quoteOpens, w);
    }
    if (word.length() == 1 && Character.isUpperCase(word.charAt(0))) {
      return initialEnds(word, w, ahead, quoteOpens);
    }
    if (word.indexOf('.') > 0 && !digitsAround(word)) {
      return quoteOpens || opener(ahead);
    }
    return true;
  }

  private static boolean capitalOnly(String kind) {
    return kind.equals("title")
        || kind.equals("ending")
        || kind.equals("day")
        || kind.equals("month");
  }

  private boolean abbreviationEnds(
      String kind, String lower, String ahead, boolean digitAhead, boolean quoteOpens, int w) {
    switch (kind) {
      case "never":
        return false;
      case "title":
        // an ambiguous one can end a sentence only before a word that is no name
        return false;
      case "number":
        return !digitAhead && !ahead.isEmpty() && (lower.equals("no") || opener(ahead));
      case "month":
      case "unit":
        return !digitAhead;
      case "day":
        return !digitAhead
            && !month(ahead)
            && (opener(ahead) || quoteOpens || !abbreviatedDate(ahead));
      case "clock":
        return clockEnds(ahead, digitAhead);
      default:
        if (lower.length() <= 4 && isWordToo(lower) && !afterComma(w)) {
          return true;
        }
        return quoteOpens || opener(ahead);
    }
  }

  private static boolean clockEnds(String ahead, boolean digitAhead) {
    String lower = ahead.toLowerCase(Locale.ROOT);
    return !ZONES.contains(ahead) && !CALENDAR.contains(lower) && !month(ahead) && !digitAhead;
  }

  private static boolean month(String w) {
    String kind = ABBREVIATIONS.get(w.toLowerCase(Locale.ROOT));
    return CALENDAR.contains(w.toLowerCase(Locale.ROOT))
        || "month".equals(kind)
        || "day".equals(kind);
  }

  private static boolean abbreviatedDate(String w) {
    return month(w);
  }

  /** State abbreviations that are words as well count only after a comma: "Peoria, Ill." */
  private static boolean isWordToo(String lower) {
    return Set.of(
                "ill", "me", "miss", "mass", "wash", "mo", "la", "pa", "ind", "ore", "man", "al",
                "del", "co")
            .contains(lower)
        && !lower.equals("co")
        && !lower.equals("al");
  }

  private boolean afterComma(int w) {
    int i = w - 1;
    while (i > from && blank(i)) {
      i--;
    }
    return i >= from && text.charAt(i) == ',';
  }

  private boolean initialEnds(String word, int w, String ahead, boolean quoteOpens) {
    String before = wordBefore(w);
    if (NUMBERED.contains(before.toLowerCase(Locale.ROOT))) {
      return true;
    }
    boolean capital = !before.isEmpty() && Character.isUpperCase(before.charAt(0));
    return opener(ahead) || quoteOpens || word.equals("I") && !capital;
  }

  private String wordBefore(int w) {
    int e = w;
    while (e > from && blank(e - 1)) {
      e--;
    }
    int s = e;
    while (s > from && e - s < LOOK && Character.isLetter(text.charAt(s - 1))) {
      s--;
    }
    return text.substring(s, e);
  }

  private static boolean wordChar(char c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '\'' || c == '\u2019';
  }

  private static boolean allDigits(String w) {
    for (int i = 0; i < w.length(); i++) {
      if (!Character.isDigit(w.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** "3.5", "11.30am", "bbc.co": a dot inside that makes no abbreviation of single letters. */
  private static boolean digitsAround(String w) {
    int dot = w.indexOf('.');
    return Character.isDigit(w.charAt(dot - 1)) || dot > 3;
  }
}
