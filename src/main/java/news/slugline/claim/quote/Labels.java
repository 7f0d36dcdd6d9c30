package news.slugline.claim.quote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.EntityType;
import news.slugline.claim.text.Mention;
import news.slugline.claim.text.Names;
import news.slugline.claim.text.Paragraph;
import news.slugline.claim.text.Sentence;
import news.slugline.claim.text.Token;
import org.jspecify.annotations.Nullable;

/**
 * Speakers whom the layout names and no sentence: "SMITH: We did." in a transcript, "— Anna Smith"
 * behind or below a quotation.
 */
final class Labels {
  /** Words of a label at most. */
  private static final int LONGEST = 6;

  /** Words that may stand behind the dash of a credit: the name, then age, role and place. */
  private static final int CREDIT = 24;

  private static final Set<String> DASHES =
      Set.of("\u2014", "\u2013", "\u2015", "\u2012", "-", "~");

  /**
   * A speaker by layout.
   *
   * @param first first token of the name
   * @param end token after its last
   * @param content where in the text the speech begins
   */
  record Label(int first, int end, int content) {}

  private final Document document;
  private final Names names;
  private final int[] firstSentence;
  private final @Nullable Label[] own;
  private final @Nullable Label[] carried;
  private final boolean transcript;

  Labels(Document document, Names names) {
    this.document = document;
    this.names = names;
    int n = document.paragraphs().size();
    firstSentence = new int[n];
    Arrays.fill(firstSentence, -1);
    for (Sentence s : document.sentences()) {
      if (firstSentence[s.paragraph()] < 0) {
        firstSentence[s.paragraph()] = s.index();
      }
    }
    own = new Label[n];
    carried = new Label[n];
    transcript = read();
    carry();
  }

  /** The label that opens a paragraph, or an earlier one whose speech goes on in it. */
  @Nullable Label of(int paragraph) {
    return carried[paragraph];
  }

  boolean opens(int paragraph) {
    return own[paragraph] != null;
  }

  /** Whether speech stands without marks: two speakers or more, each twice. */
  boolean transcript() {
    return transcript;
  }

  /** The name behind the dash that follows a quotation, or that opens the next paragraph. */
  @Nullable Label credit(Quotation q, int paragraph) {
    int end = document.paragraphs().get(paragraph).end();
    int t = document.tokenFrom(q.end());
    List<Token> tokens = document.tokens();
    while (t < tokens.size()
        && tokens.get(t).start() < end
        && (Quotation.isMark(tokens.get(t).text()) || ".,".contains(tokens.get(t).text()))) {
      t++;
    }
    if (t < tokens.size() && tokens.get(t).start() < end) {
      return creditAt(t);
    }
    int next = paragraph + 1;
    if (next < firstSentence.length && firstSentence[next] >= 0) {
      return creditAt(document.sentences().get(firstSentence[next]).firstToken());
    }
    return null;
  }

  private @Nullable Label creditAt(int dash) {
    List<Token> tokens = document.tokens();
    int i = dash;
    while (i < tokens.size() && i < dash + 2 && DASHES.contains(tokens.get(i).text())) {
      i++;
    }
    if (i == dash || i >= tokens.size()) {
      return null;
    }
    Mention m = names.at(i);
    int paragraph = document.sentences().get(document.sentenceOf(dash)).paragraph();
    if (!tokens.get(i).isCapitalised()) {
      return null;
    }
    int end = i;
    while (end < tokens.size() && end < i + CREDIT && inParagraph(end, paragraph)) {
      String tag = document.tag(end);
      if (tag.equals("VERB") || tag.equals("AUX") || Quotation.isMark(tokens.get(end).text())) {
        return null;
      }
      end++;
    }
    if (end < tokens.size() && inParagraph(end, paragraph)) {
      return null;
    }
    int last = i;
    while (last < end && (m != null && last < m.endToken() || nameLike(tokens.get(last)))) {
      last++;
    }
    return last > i ? new Label(i, last, -1) : null;
  }

  private static boolean nameLike(Token t) {
    return t.isWord() && t.isCapitalised();
  }

  private boolean inParagraph(int token, int paragraph) {
    Paragraph p = document.paragraphs().get(paragraph);
    return document.tokens().get(token).start() < p.end();
  }

  /** Fills {@link #own}; the answer says whether the copy is a transcript. */
  private boolean read() {
    Map<String, Integer> counts = new HashMap<>();
    Set<String> people = new HashSet<>();
    for (Mention m : names.mentions()) {
      if (m.type() == EntityType.PERSON) {
        people.add(upper(m.name().substring(m.name().lastIndexOf(' ') + 1)));
      }
    }
    List<Integer> candidates = new ArrayList<>();
    for (int p = 0; p < own.length; p++) {
      Label l = firstSentence[p] < 0 ? null : labelAt(document.sentences().get(firstSentence[p]));
      if (l != null) {
        own[p] = l;
        candidates.add(p);
        counts.merge(words(l), 1, Integer::sum);
      }
    }
    int speakers = 0;
    for (int n : counts.values()) {
      speakers += n > 1 ? 1 : 0;
    }
    for (int p : candidates) {
      Label l = own[p];
      String words = l == null ? "" : words(l);
      boolean known = people.contains(words.substring(words.lastIndexOf(' ') + 1));
      if (!(speakers > 1 && (counts.getOrDefault(words, 0) > 1 || known))) {
        own[p] = null;
      }
    }
    return speakers > 1;
  }

  private String words(Label l) {
    List<Token> tokens = document.tokens();
    return upper(document.text(tokens.get(l.first()).start(), tokens.get(l.end() - 1).end()));
  }

  private static String upper(String s) {
    return s.toUpperCase(java.util.Locale.ROOT);
  }

  /** Capitals, or a person's name, then a colon, at the beginning of a paragraph. */
  private @Nullable Label labelAt(Sentence s) {
    List<Token> tokens = document.tokens();
    int i = s.firstToken();
    while (i < s.endToken() && i < s.firstToken() + 2 && Quotation.isMark(tokens.get(i).text())) {
      i++;
    }
    int first = i;
    boolean capitals = true;
    while (i < s.endToken() && i < first + LONGEST && !tokens.get(i).text().equals(":")) {
      Token t = tokens.get(i);
      if (!t.isWord() && !t.text().equals(".")) {
        return null;
      }
      capitals &= t.text().equals(upper(t.text()));
      i++;
    }
    if (i == first || i + 1 >= s.endToken() || !tokens.get(i).text().equals(":")) {
      return null;
    }
    Mention m = names.at(first);
    boolean person = m != null && m.type() == EntityType.PERSON && m.endToken() == i;
    boolean one = i == first + 1 && tokens.get(first).text().length() < 2;
    return person || capitals && !one ? new Label(first, i, tokens.get(i + 1).start()) : null;
  }

  /** Speech goes on in paragraphs without a label that open with a mark, or in a transcript. */
  private void carry() {
    Label last = null;
    for (int p = 0; p < own.length; p++) {
      Paragraph paragraph = document.paragraphs().get(p);
      char first = document.text().charAt(paragraph.start());
      boolean aside = first == '(' || first == '[';
      boolean mark = Quotation.isMark(String.valueOf(first));
      if (own[p] != null) {
        last = own[p];
      } else if (!mark && !aside && !paragraph.furniture()) {
        last = null;
      }
      carried[p] = aside ? null : last;
      int inner = paragraph.start() + 1;
      if (own[p] == null && mark && inner < paragraph.end()) {
        char c = document.text().charAt(inner);
        carried[p] = c == '(' || c == '[' ? null : last;
      }
    }
  }
}
