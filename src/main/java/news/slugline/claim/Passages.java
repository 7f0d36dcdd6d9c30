package news.slugline.claim;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import news.slugline.claim.event.Clauses;
import news.slugline.claim.event.EventMention;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.Sentence;
import news.slugline.claim.text.Terms;
import news.slugline.claim.text.Token;
import org.jspecify.annotations.Nullable;

/**
 * The stretches of a text that stand for a claim: the clause, what an editor reads of it as
 * evidence (never more than {@value #LONGEST} words), and the words that give a value.
 */
final class Passages {
  private static final int LONGEST = 78;
  private static final int TERMS = 24;

  /** Tokens of the clause that are shown before and after a value's own. */
  private static final int BEFORE = 7;

  private static final int AFTER = 8;

  /** Tokens between a value and the words of its event, if these are shown with it. */
  private static final int REACH = 16;

  private static final Terms ENGLISH = Terms.english();
  private static final Set<String> PAUSES =
      Set.of(
          ",", ";", ":", "-", "\u2013", "\u2014", "'s", "\u2019s", "\"", "\u201c", "\u201d", "(");

  private final Document d;
  private final List<Token> t;
  private final EventWords eventWords;
  private final int[] points;
  private final List<List<Clauses.Clause>> clauses = new ArrayList<>();

  Passages(Document d, EventWords eventWords) {
    this.d = d;
    this.t = d.tokens();
    this.eventWords = eventWords;
    this.points = points(d.text());
    for (Sentence s : d.sentences()) {
      clauses.add(Clauses.of(d, s));
    }
  }

  /** Code points of UTF-16 offsets; counted once for the whole body, since bodies can be long. */
  Span span(int start, int end) {
    return points.length == 0 ? new Span(start, end) : new Span(points[start], points[end]);
  }

  private static int[] points(String text) {
    int n = text.length();
    if (text.codePointCount(0, n) == n) {
      return new int[0];
    }
    int[] out = new int[n + 1];
    for (int i = 0; i < n; i++) {
      boolean pair =
          Character.isHighSurrogate(text.charAt(i))
              && i + 1 < n
              && Character.isLowSurrogate(text.charAt(i + 1));
      out[i + 1] = out[i] + (pair ? 0 : 1);
    }
    return out;
  }

  /** The clause in which a stretch stands, else its sentence. */
  int[] clause(Sentence s, int start, int end) {
    int from = s.start();
    int to = s.end();
    for (Clauses.Clause c : clauses.get(s.index())) {
      int a = c.start(d);
      int b = c.close(d);
      if (a <= start && b >= end) {
        from = a;
        to = b;
      }
    }
    return new int[] {from, to};
  }

  /** Of a stretch at most {@value #LONGEST} words, around what the claim turns on. */
  int[] shortened(int[] span, int[] core) {
    List<Token> words = new ArrayList<>();
    int first = d.tokenFrom(span[0]);
    for (int i = first; i < t.size() && t.get(i).start() < span[1]; i++) {
      words.add(t.get(i));
    }
    if (words.size() <= LONGEST) {
      return span;
    }
    int at = 0;
    while (at < words.size() - 1 && words.get(at).end() <= core[0]) {
      at++;
    }
    int from = Math.max(0, Math.min(at - LONGEST / 2, words.size() - LONGEST));
    int to = Math.min(words.size(), from + LONGEST);
    int a = Math.min(words.get(from).start(), core[0]);
    int b = Math.max(words.get(to - 1).end(), core[1]);
    return new int[] {a, b};
  }

  /**
   * The words that give a value: its own, those of its event if they stand near, and a few more on
   * both sides, as far as the clause goes; no article, preposition or the like at the end.
   *
   * @param core the value's own
   * @param age whether the commas about it are its own: "Berg, 42, was"
   */
  int[] phrase(int[] span, int[] core, @Nullable EventMention of, boolean age) {
    int first = d.tokenFrom(core[0]);
    int last = d.tokenFrom(core[1]) - 1;
    if (last < first) {
      return core; // a dateline is no part of a sentence
    }
    int from = first - BEFORE;
    int to = last + AFTER;
    if (of != null && of.start() >= span[0] && of.end() <= span[1]) {
      int e = d.tokenFrom(of.start());
      from = first - e <= REACH ? Math.min(from, e) : from;
      to = e - last <= REACH ? Math.max(to, e) : to;
    }
    int inner = Math.max(from, d.tokenFrom(span[0]));
    int begin = of == null ? first : Math.min(first, Math.max(inner, d.tokenFrom(of.start())));
    from = inner;
    to = Math.min(to, d.tokenFrom(span[1]) - 1);
    for (int i = from; !age && i < begin; i++) {
      from = PAUSES.contains(t.get(i).text()) ? i + 1 : from;
    }
    if (of != null && !age && of.start() >= span[0] && of.end() <= span[1]) {
      int[] own = eventWords.without(span, from, to, first, of);
      from = Math.min(own[0], first);
      to = Math.max(own[1], last);
    }
    while (from < first && !t.get(from).isWord()) {
      from++;
    }
    while (to > last && !eventWords.says(to)) {
      to--;
    }
    while (to + 1 < d.tokenFrom(span[1]) && t.get(to + 1).text().equals(")")) {
      to++;
    }
    return new int[] {Math.min(t.get(from).start(), core[0]), Math.max(t.get(to).end(), core[1])};
  }

  /** The token at an offset, at most the last of the sentence. */
  int tokenAt(Sentence s, int offset) {
    return Math.min(d.tokenFrom(offset), s.endToken() - 1);
  }

  /** The first words of weight of a stretch, each once. */
  List<String> terms(int start, int end) {
    Set<String> seen = new LinkedHashSet<>();
    for (int i = d.tokenFrom(start); i < t.size() && t.get(i).start() < end; i++) {
      Token w = t.get(i);
      String term = w.isWord() ? ENGLISH.of(w.text()) : w.isNumber() ? w.lower() : null;
      if (term != null && seen.size() < TERMS) {
        seen.add(term);
      }
    }
    return List.copyOf(seen);
  }
}
