package news.slugline.claim.quote;

import java.util.List;
import news.slugline.claim.quote.Saying.Content;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.Token;
import org.jspecify.annotations.Nullable;

/**
 * Where in the text what is said begins and ends, and whether it is a quote: words in marks are
 * taken as a whole, even beyond the sentence, and without their marks.
 */
final class Contents {
  /** Characters before an opening mark that are too few to be a clause before the speech. */
  private static final int BEFORE_MARK = 2;

  /** A speech that a clause leads to has more words than these; fewer are a name or a term. */
  private static final int FEW = 2;

  private final Document document;
  private final String text;
  private final List<Quotation> quotations;

  Contents(Document document, List<Quotation> quotations) {
    this.document = document;
    this.text = document.text();
    this.quotations = quotations;
  }

  /** What stands between two offsets, as it is. */
  Content of(int start, int end) {
    return new Content(start, end, isQuote(start, end));
  }

  /** The words inside the marks of a quotation. */
  Content of(Quotation q) {
    return of(q.trimmedStart(text), q.trimmedEnd(text));
  }

  /** What a cue ascribes: the cue as an offset, the words as tokens of its sentence. */
  Content of(Reading r, int cueStart, int first, int end) {
    int from = first;
    int to = end;
    while (from < to - 1 && r.quoteMark(from)) {
      from++;
    }
    while (to > from + 1 && r.quoteMark(to - 1)) {
      to--;
    }
    int start = start(r, cueStart, from, to);
    int stop = beforeComma(cueStart, start, end(r, cueStart, to));
    start = behindColon(cueStart, start, stop);
    return of(start, pastBracket(start, stop));
  }

  /** With what stands before it of the same quotation, in an earlier sentence. */
  private int start(Reading r, int cueStart, int from, int to) {
    int start = r.token(from).start();
    int q = r.quote[from];
    boolean one = q >= 0 && q == r.quote[to - 1] && opens(r, from, q);
    return one && cueStart >= quotations.get(q).end()
        ? Math.min(start, quotations.get(q).trimmedStart(text))
        : start;
  }

  /** Whether no token before is in the quotation. */
  private static boolean opens(Reading r, int token, int quotation) {
    for (int k = token - 1; k >= 0; k--) {
      if (r.quote[k] == quotation) {
        return false;
      }
    }
    return true;
  }

  /** With what follows of the same quotation, in later sentences. */
  private int end(Reading r, int cueStart, int to) {
    int end = r.token(to - 1).end();
    int at = r.quote[to - 1];
    if (at < 0 || !closes(r, to, at)) {
      return end;
    }
    Quotation q = quotations.get(at);
    boolean cueOutside = cueStart < q.start() || cueStart >= q.end();
    return cueOutside ? Math.max(end, q.trimmedEnd(text)) : end;
  }

  /** Whether nothing but marks of the same quotation follows in the sentence. */
  private static boolean closes(Reading r, int to, int quotation) {
    for (int k = to; k < r.n && r.quote[k] == quotation; k++) {
      if (r.token(k).isWord() || r.token(k).isNumber()) {
        return false;
      }
    }
    return true;
  }

  /** "It is shut," he said: a comma before the closing mark ends it. */
  private int beforeComma(int cueStart, int start, int end) {
    Quotation q = endingAfter(start);
    if (q == null || !q.closed() || cueStart < end) {
      return end;
    }
    boolean inside = q.start() <= start && q.end() < end;
    int last = q.trimmedEnd(text);
    return inside && text.charAt(last - 1) == ',' ? last : end;
  }

  /**
   * "The mayor was short, adding, "It is shut."": a colon or comma before its opening mark, with a
   * capital behind, begins it.
   */
  private int behindColon(int cueStart, int start, int end) {
    Quotation q = endingAfter(end - 1);
    if (q == null || q.start() <= start + BEFORE_MARK) {
      return start;
    }
    int speech = q.trimmedStart(text);
    int mark = q.start() - 2;
    while (mark > start && text.charAt(mark) == ' ') {
      mark--;
    }
    boolean cueInside = cueStart >= speech && cueStart < q.end();
    boolean begins =
        ":,".indexOf(text.charAt(mark)) >= 0 && speech < end && !cueInside && isSentence(q);
    return begins && words(speech, end) > FEW ? speech : start;
  }

  private @Nullable Quotation endingAfter(int offset) {
    int q = Quotation.firstEndingAfter(quotations, offset);
    return q < quotations.size() ? quotations.get(q) : null;
  }

  /** "It sank at 5 a.m. (0300 GMT)": a bracket that opens in what is said closes in it. */
  private int pastBracket(int start, int end) {
    if (end >= text.length() || text.charAt(end) != ')') {
      return end;
    }
    int open = text.lastIndexOf('(', end - 1);
    return open >= start && text.indexOf(')', open) == end ? end + 1 : end;
  }

  /** Nine words of ten between marks. Doubled single marks are too often other things. */
  private boolean isQuote(int start, int end) {
    int words = 0;
    int inside = 0;
    int q = Quotation.firstEndingAfter(quotations, start);
    for (int t = document.tokenAt(start); t < document.tokens().size(); t++) {
      Token token = document.tokens().get(t);
      if (token.start() >= end) {
        break;
      }
      if (!token.isWord() && !token.isNumber()) {
        continue;
      }
      words++;
      while (q < quotations.size() && quotations.get(q).end() <= token.start()) {
        q++;
      }
      boolean in =
          q < quotations.size()
              && quotations.get(q).start() <= token.start()
              && !isDoubled(quotations.get(q));
      inside += in ? 1 : 0;
    }
    return words > 0 && inside * 10 >= words * 9;
  }

  private boolean isDoubled(Quotation q) {
    return q.start() >= 2
        && text.charAt(q.start() - 1) == '\''
        && text.charAt(q.start() - 2) == '\'';
  }

  /** A capital at its beginning and a closing mark at its end; single marks are for terms. */
  boolean isSentence(Quotation q) {
    int start = q.trimmedStart(text);
    int end = q.trimmedEnd(text);
    return !q.single()
        && Character.isUpperCase(text.charAt(start))
        && ".!?,\u2026".indexOf(text.charAt(end - 1)) >= 0
        && words(start, end) > 0;
  }

  /** How many words stand in a stretch. */
  int words(int start, int end) {
    int n = 0;
    for (int t = document.tokenAt(start);
        t < document.tokens().size() && document.tokens().get(t).start() < end;
        t++) {
      n += document.tokens().get(t).isWord() ? 1 : 0;
    }
    return n;
  }
}
