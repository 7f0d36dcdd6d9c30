package news.slugline.claim.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.Sentence;
import news.slugline.claim.text.Token;
import news.slugline.claim.text.WordGroups;

/** Cuts a sentence into the clauses that an editor would read as one piece each. */
public final class Clauses {
  private static final WordGroups WORDS = WordGroups.of(Clauses.class, "clause-words.tsv");
  private static final Set<String> OPENS = WORDS.get("opens");
  private static final Set<String> OPENS_AFTER_COMMA = WORDS.get("opens after comma");
  private static final Set<String> SUBJECTS = WORDS.get("subjects");
  private static final Set<String> STRONG = Set.of(";", ":", "\u2014", "\u2013", "--");
  private static final int SHORTEST = 3;

  private Clauses() {}

  /** A clause: tokens {@code [first, end)} of the document. */
  public record Clause(int first, int end) {
    /** UTF-16 offset of its first word. */
    public int start(Document d) {
      return d.tokens().get(first).start();
    }

    /** UTF-16 offset after its last word, marks at the end left out. */
    public int close(Document d) {
      int e = end;
      while (e - 1 > first && trailing(d.tokens().get(e - 1))) {
        e--;
      }
      return d.tokens().get(e - 1).end();
    }

    /** "If he goes", "whether it was": what it tells may not be so. */
    boolean conditional(Document d) {
      String w = d.tokens().get(first).lower();
      return w.equals("if") || w.equals("unless") || w.equals("whether");
    }

    private static boolean trailing(Token t) {
      return t.type() == Token.Type.PUNCTUATION && ",;:\u2014\u2013-".contains(t.text());
    }
  }

  /** The clauses of a sentence in order; together they are the whole of it. */
  public static List<Clause> of(Document d, Sentence s) {
    List<Clause> out = new ArrayList<>();
    List<Token> t = d.tokens();
    int first = s.firstToken();
    for (int i = first + 1; i < s.endToken(); i++) {
      if (i - first >= SHORTEST && s.endToken() - i >= SHORTEST && opens(t, i, s.endToken())) {
        out.add(new Clause(first, i));
        first = i;
      }
    }
    if (first < s.endToken()) {
      out.add(new Clause(first, s.endToken()));
    }
    return out;
  }

  private static boolean opens(List<Token> t, int i, int end) {
    Token here = t.get(i);
    String before = t.get(i - 1).lower();
    if (STRONG.contains(before) && t.get(i - 1).end() < here.start()) {
      return true;
    }
    if (OPENS.contains(here.lower())) {
      return true;
    }
    boolean comma = before.equals(",");
    if (comma && OPENS_AFTER_COMMA.contains(here.lower())) {
      return true;
    }
    if (comma && here.lower().length() > 5 && here.lower().endsWith("ing")) {
      return true;
    }
    if (here.lower().equals("and") && i + 2 < end) {
      String next = t.get(i + 1).lower();
      boolean subject = SUBJECTS.contains(next) || t.get(i + 1).isCapitalised();
      return comma && (subject || next.length() > 3 && next.endsWith("ed"))
          || Groups.auxiliary(next)
          || Set.of("he", "she", "they", "it", "that").contains(next);
    }
    return false;
  }
}
