package news.slugline.claim.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import news.slugline.claim.Span;
import org.jspecify.annotations.Nullable;

/**
 * An article's body, taken apart once for all extractors. Positions inside are UTF-16 offsets,
 * which Java works with; {@link #span} turns them into the code points that leave the package.
 */
public final class Document {
  private static final Set<String> CLITICS = Set.of("'s", "'re", "'ve", "'ll", "'d", "'m", "n't");

  /** A dateline stands in one of so many first paragraphs of the copy. */
  private static final int DATELINE_WITHIN = 3;

  /** When a page was made stands in one of so many first lines. */
  private static final int STAMP_WITHIN = 10;

  /** Marks before the entries of lists; behind a dash may also stand who said what is above. */
  private static final String BULLETS =
      "*\u2022\u2023\u25aa\u25a0\u25cf\u25e6\u00b7\u203a\u00bb\u25ba";

  /** No sentence of real text has more tokens; what has is cut, so that its time stays linear. */
  private static final int LONGEST_SENTENCE = 500;

  private final String text;
  private final int[] pairs;
  private final List<Paragraph> paragraphs = new ArrayList<>();
  private final List<Sentence> sentences = new ArrayList<>();
  private final List<Token> tokens = new ArrayList<>();
  private final BitSet stamps = new BitSet();
  private final List<String> when = new ArrayList<>();
  private final @Nullable String[] tags;
  private @Nullable Line dateline;
  private @Nullable Line signature;

  private Document(String text) {
    this.text = text;
    pairs = pairs(text);
    List<int[]> lines = lines(text);
    Furniture page = Furniture.of(text, lines);
    boolean[] furniture = page.marked();
    int last = lastCopy(furniture);
    int copy = 0;
    for (int i = 0; i < lines.size(); i++) {
      int start = lines.get(i)[0];
      int end = lines.get(i)[1];
      boolean signed = false;
      if (i < STAMP_WITHIN && page.saysWhen(i)) {
        when.add(text.substring(start, end));
      }
      if (!furniture[i] && i >= last - 2 && signature == null) {
        Line found = Edges.signature(text, start, end);
        if (found != null && (copy > 0 || found.start() > start)) {
          signature = found;
          signed = found.start() == start;
          end = signed ? end : trimmed(start, found.start());
        }
      }
      paragraphs.add(new Paragraph(i, start, lines.get(i)[1], furniture[i] || signed));
      if (furniture[i] || signed) {
        continue;
      }
      if (dateline == null && copy < DATELINE_WITHIN) {
        dateline = Edges.dateline(text, start, end);
        start = dateline == null ? start : dateline.end();
      }
      if (page.isStamp(i)) {
        stamps.set(i);
      }
      copy++;
      for (int[] s : Sentences.split(text, start, end)) {
        addSentence(i, behindBullet(s[0], s[1]), s[1]);
      }
    }
    tags = new String[tokens.size()];
  }

  /** "* Raises its forecast": a mark of a list is no word of its sentence. */
  private int behindBullet(int start, int end) {
    boolean marked =
        start + 1 < end
            && BULLETS.indexOf(text.charAt(start)) >= 0
            && Sentences.isBlank(text.charAt(start + 1));
    int i = marked ? start + 1 : start;
    while (marked && i < end && Sentences.isBlank(text.charAt(i))) {
      i++;
    }
    return i < end ? i : start;
  }

  public static Document of(String body) {
    return new Document(body);
  }

  public String text() {
    return text;
  }

  public String text(int start, int end) {
    return text.substring(start, end);
  }

  public List<Paragraph> paragraphs() {
    return paragraphs;
  }

  /** Those of the first lines that only say when the page was made, furniture or not. */
  public List<String> stampLines() {
    return Collections.unmodifiableList(when);
  }

  /** Sentences of the copy, in order; furniture has none. */
  public List<Sentence> sentences() {
    return sentences;
  }

  /**
   * Whether a sentence stands in a line that only says when the page was made. It tells texts of
   * different days apart, but claims nothing.
   */
  public boolean isStamp(Sentence s) {
    return stamps.get(s.paragraph());
  }

  /** Tokens of the sentences, in order. */
  public List<Token> tokens() {
    return tokens;
  }

  /** Index of the first token that begins at an offset or behind it. */
  public int tokenFrom(int offset) {
    int low = 0;
    int high = tokens.size();
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (tokens.get(mid).start() < offset) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return low;
  }

  /** Index of the first token that ends behind an offset: the one there, or the next. */
  public int tokenAt(int offset) {
    int low = 0;
    int high = tokens.size();
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (tokens.get(mid).end() <= offset) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return low;
  }

  public List<Token> tokens(Sentence s) {
    return tokens.subList(s.firstToken(), s.endToken());
  }

  public String text(Sentence s) {
    return text.substring(s.start(), s.end());
  }

  /**
   * The Universal POS tag of a token: NOUN, PROPN, VERB, AUX, ADJ, ADV, ADP, PRON, DET, NUM, CCONJ,
   * SCONJ, PART, INTJ, PUNCT, SYM or X. Costs most of the time that a document takes, so ask only
   * where words alone do not tell; the first question in a sentence pays for the whole of it.
   */
  public String tag(int token) {
    String tag = tags[token];
    if (tag == null) {
      tagSentence(sentences.get(sentenceOf(token)));
      tag = Objects.requireNonNull(tags[token]);
    }
    return tag;
  }

  /** Index of the sentence in which a token stands. */
  public int sentenceOf(int token) {
    int low = 0;
    int high = sentences.size() - 1;
    while (low < high) {
      int mid = (low + high + 1) >>> 1;
      if (sentences.get(mid).firstToken() <= token) {
        low = mid;
      } else {
        high = mid - 1;
      }
    }
    return low;
  }

  /** Index of the sentence at an offset: of the first token that ends behind it, or the last. */
  public int sentenceAt(int offset) {
    return sentenceOf(Math.min(tokenAt(offset), tokens.size() - 1));
  }

  /** Index of the last paragraph that begins at an offset or before it. */
  public int paragraphAt(int offset) {
    int low = 0;
    int high = paragraphs.size() - 1;
    while (low < high) {
      int mid = (low + high + 1) >>> 1;
      if (paragraphs.get(mid).start() <= offset) {
        low = mid;
      } else {
        high = mid - 1;
      }
    }
    return low;
  }

  /** The dateline that opens the copy ("PARIS, May 3 (AP) \u2014"); it is in no sentence. */
  public @Nullable Line dateline() {
    return dateline;
  }

  /** The agency's or the author's signature that closes the copy; it is in no sentence. */
  public @Nullable Line signature() {
    return signature;
  }

  /** A line of the article that is no sentence of the copy. UTF-16 offsets. */
  public record Line(int start, int end, String text) {}

  private void tagSentence(Sentence s) {
    Tagger.standard().tag(tokens, s.firstToken(), s.endToken(), tags);
  }

  /** The code point span of a stretch given in UTF-16 offsets. */
  public Span span(int start, int end) {
    return new Span(start - pairsBefore(start), end - pairsBefore(end));
  }

  /** How many surrogate pairs end at or before an offset. */
  private int pairsBefore(int offset) {
    int low = 0;
    int high = pairs.length;
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (pairs[mid] < offset) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return low;
  }

  /** Offsets of the second halves of surrogate pairs. */
  private static int[] pairs(String text) {
    int n = 0;
    int[] out = new int[0];
    for (int i = 1; i < text.length(); i++) {
      if (Character.isSurrogatePair(text.charAt(i - 1), text.charAt(i))) {
        out = n == out.length ? Arrays.copyOf(out, Math.max(16, 2 * n)) : out;
        out[n++] = i;
        i++;
      }
    }
    return Arrays.copyOf(out, n);
  }

  private int trimmed(int start, int end) {
    int e = end;
    while (e > start && blank(text.charAt(e - 1))) {
      e--;
    }
    return e;
  }

  private static int lastCopy(boolean[] furniture) {
    int last = furniture.length - 1;
    while (last > 0 && furniture[last]) {
      last--;
    }
    return last;
  }

  /** Start and end of the lines that are not blank. */
  private static List<int[]> lines(String text) {
    List<int[]> out = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || breaks(text.charAt(i))) {
        int start = from;
        int end = i;
        while (start < end && blank(text.charAt(start))) {
          start++;
        }
        while (end > start && blank(text.charAt(end - 1))) {
          end--;
        }
        if (start < end) {
          out.add(new int[] {start, end});
        }
        from = i + 1;
      }
    }
    return out;
  }

  private static boolean breaks(char c) {
    return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029' || c == '\u0085' || c == '\f';
  }

  private static boolean blank(char c) {
    return Character.isWhitespace(c) || c == '\u00a0' || c == '\u200b' || c == '\ufeff';
  }

  private void addSentence(int paragraph, int from, int end) {
    int start = from;
    int first = tokens.size();
    int i = start;
    while (i < end) {
      int c = text.codePointAt(i);
      int n = i + Character.charCount(c);
      if (Character.isWhitespace(c) || c == 0xA0 || c == 0x200B || c == 0xFEFF) {
        i = n;
        continue;
      }
      if (tokens.size() - first >= LONGEST_SENTENCE && i > tokens.get(tokens.size() - 1).end()) {
        int last = tokens.get(tokens.size() - 1).end();
        sentences.add(new Sentence(sentences.size(), start, last, paragraph, first, tokens.size()));
        first = tokens.size();
        start = i;
      }
      if ((c == '\'' || c == '`') && n < end && text.charAt(n) == c) {
        n++;
        String mark = text.substring(i, n);
        tokens.add(new Token(i, n, mark, mark, Token.Type.PUNCTUATION));
        i = n;
        continue;
      }
      int clitic = clitic(i, end);
      Token.Type type;
      if (clitic > 0) {
        n = i + clitic;
        type = Token.Type.WORD;
      } else if (Character.isLetter(c)) {
        type = Token.Type.WORD;
      } else if (Character.isDigit(c)) {
        type = Token.Type.NUMBER;
      } else {
        type =
            Character.getType(c) == Character.CURRENCY_SYMBOL || c == '%'
                ? Token.Type.SYMBOL
                : Token.Type.PUNCTUATION;
      }
      if (clitic == 0 && (type == Token.Type.WORD || type == Token.Type.NUMBER)) {
        while (n < end && inside(n, end)) {
          n += Character.charCount(text.codePointAt(n));
        }
      }
      if (clitic == 0 && type == Token.Type.WORD) {
        n = i + withoutClitic(text, i, n);
      }
      String t = text.substring(i, n);
      tokens.add(new Token(i, n, t, t.toLowerCase(Locale.ROOT).replace('\u2019', '\''), type));
      i = n;
    }
    sentences.add(new Sentence(sentences.size(), start, end, paragraph, first, tokens.size()));
  }

  /**
   * Length of a word without a clitic at its end ("Smith's", "doesn't"), which becomes a token of
   * its own: 's 're 've 'll 'd 'm n't.
   */
  private static int withoutClitic(String text, int from, int to) {
    int length = to - from;
    if (length < 3) {
      return length;
    }
    int c = to - 2;
    char mark = text.charAt(c);
    char last = Character.toLowerCase(text.charAt(to - 1));
    if (length >= 4 && apostrophe(mark) && last == 't' && (text.charAt(c - 1) | 32) == 'n') {
      return length - 3;
    }
    if (apostrophe(mark)) {
      return "sdm".indexOf(last) >= 0 ? length - 2 : length;
    }
    if (length >= 4 && apostrophe(text.charAt(c - 1))) {
      String two = text.substring(c, to).toLowerCase(Locale.ROOT);
      return two.equals("re") || two.equals("ve") || two.equals("ll") ? length - 3 : length;
    }
    return length;
  }

  /** A clitic that stands at a place where a word was cut. */
  private int clitic(int i, int end) {
    if (i == 0 || !Character.isLetter(text.charAt(i - 1))) {
      return 0;
    }
    int n = i;
    while (n < end
        && n < i + 4
        && (Character.isLetter(text.charAt(n)) || apostrophe(text.charAt(n)))) {
      n++;
    }
    String t = text.substring(i, n).toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    return CLITICS.contains(t) ? t.length() : 0;
  }

  private static boolean apostrophe(char c) {
    return c == '\'' || c == '\u2019';
  }

  private boolean inside(int i, int end) {
    int c = text.codePointAt(i);
    if (Character.isLetterOrDigit(c)) {
      return true;
    }
    boolean joined = i + 1 < end && Character.isLetterOrDigit(text.codePointAt(i + 1));
    return joined
        && "'\u2019-.,:".indexOf(c) >= 0
        && (c == '\''
            || c == '\u2019'
            || c == '-'
            || Character.isDigit(text.codePointAt(i + 1))
            || c == '.');
  }
}
