package news.slugline.claim.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.EntityType;
import news.slugline.claim.text.Mention;
import news.slugline.claim.text.Names;
import news.slugline.claim.text.Resources;
import news.slugline.claim.text.Sentence;
import news.slugline.claim.text.Token;
import news.slugline.claim.text.Verbs;
import org.jspecify.annotations.Nullable;

/**
 * A sentence prepared for the models: words, lemmas, tags, noun phrases, quotations. Indices are
 * those of the sentence's tokens; beyond its ends stand empty words.
 */
final class Reading {
  private static final Set<String> ARTICLES = Set.of("a", "an", "the");
  private static final Set<String> BODIES = Resources.set(Names.class, "organisation-words.txt");

  final Document document;
  final Names names;
  final Sentence sentence;
  final int n;
  final String[] lower;
  final String[] lemma;
  final String[] tag;

  /** Number of the quotation in which a token stands, -1 outside; marks stand outside. */
  final int[] quote;

  /** Index of the noun phrase of a token, -1 for none. */
  final int[] chunkOf;

  /** How many full verbs, auxiliaries, commas and quotation marks stand before a token. */
  final int[] verbs;

  final int[] auxiliaries;
  final int[] commas;
  final int[] marks;

  final List<int[]> chunks = new ArrayList<>();

  Reading(Document document, Names names, Sentence sentence, List<Quotation> quotations) {
    this.document = document;
    this.names = names;
    this.sentence = sentence;
    n = sentence.endToken() - sentence.firstToken();
    lower = new String[n];
    lemma = new String[n];
    tag = new String[n];
    quote = new int[n];
    chunkOf = new int[n];
    verbs = new int[n + 1];
    auxiliaries = new int[n + 1];
    commas = new int[n + 1];
    marks = new int[n + 1];
    int q = Quotation.firstEndingAfter(quotations, sentence.start());
    for (int i = 0; i < n; i++) {
      Token t = token(i);
      lower[i] = t.lower();
      tag[i] = adjective(i) ? "ADJ" : body(i) ? "NOUN" : document.tag(sentence.firstToken() + i);
      lemma[i] =
          tag[i].equals("VERB") || tag[i].equals("AUX") ? Verbs.lemma(t.lower()) : noun(t.lower());
      while (q < quotations.size() && quotations.get(q).end() <= t.start()) {
        q++;
      }
      quote[i] = q < quotations.size() && quotations.get(q).start() <= t.start() ? q : -1;
      chunkOf[i] = -1;
      verbs[i + 1] = verbs[i] + (tag[i].equals("VERB") ? 1 : 0);
      auxiliaries[i + 1] = auxiliaries[i] + (tag[i].equals("AUX") ? 1 : 0);
      commas[i + 1] = commas[i] + (lower[i].equals(",") ? 1 : 0);
      marks[i + 1] = marks[i] + (quoteMark(i) ? 1 : 0);
    }
    chunk();
  }

  /**
   * "A suspected boss said", "three written warnings": the participle between an article or a
   * number and its noun says nothing.
   */
  private boolean adjective(int i) {
    int at = sentence.firstToken() + i;
    boolean participle = lower[i].endsWith("ed") || lower[i].endsWith("en");
    if (i == 0 || i + 1 >= n || !document.tag(at).equals("VERB") || !participle) {
      return false;
    }
    String next = document.tag(at + 1);
    boolean counted = document.tag(at - 1).equals("NUM");
    return (ARTICLES.contains(lower[i - 1]) || possessive(lower[i - 1]) || counted)
        && (next.equals("NOUN") || next.equals("ADJ"));
  }

  /** "The town fire brigade said": a noun of bodies behind a noun and before a verb is no verb. */
  private boolean body(int i) {
    int at = sentence.firstToken() + i;
    return i > 0
        && i + 1 < n
        && BODIES.contains(lower[i])
        && tag[i - 1].equals("NOUN")
        && document.tag(at + 1).equals("VERB");
  }

  Token token(int i) {
    return document.tokens().get(sentence.firstToken() + i);
  }

  String lower(int i) {
    return i < 0 ? "<" : i >= n ? ">" : lower[i];
  }

  String lemma(int i) {
    return i < 0 ? "<" : i >= n ? ">" : lemma[i];
  }

  String tag(int i) {
    return i < 0 ? "<" : i >= n ? ">" : tag[i];
  }

  int quote(int i) {
    return i < 0 || i >= n ? -1 : quote[i];
  }

  boolean quoteMark(int i) {
    return i >= 0 && i < n && Quotation.isMark(lower[i]);
  }

  @Nullable Mention mention(int i) {
    return names.at(sentence.firstToken() + i);
  }

  String entity(int[] chunk) {
    for (int i = chunk[1] - 1; i >= chunk[0]; i--) {
      Mention m = mention(i);
      if (m != null) {
        return m.type() == EntityType.PERSON
            ? "person"
            : m.type() == EntityType.ORGANISATION
                ? "organisation"
                : m.type() == EntityType.PLACE ? "place" : "other";
      }
    }
    return "none";
  }

  /** The head of a noun phrase: its last word that is no ending. */
  int head(int[] chunk) {
    int h = chunk[1] - 1;
    while (h > chunk[0] && !token(h).isWord()) {
      h--;
    }
    return h;
  }

  private static String noun(String w) {
    if (w.length() > 4 && w.endsWith("ies")) {
      return w.substring(0, w.length() - 3) + "y";
    }
    return w.length() > 3 && w.endsWith("s") && !w.endsWith("ss") && !w.endsWith("us")
        ? w.substring(0, w.length() - 1)
        : w;
  }

  private void chunk() {
    int i = 0;
    while (i < n) {
      if (!part(i)) {
        i++;
        continue;
      }
      int start = i;
      boolean pronoun = tag[i].equals("PRON") && !possessive(lower[i]);
      i++;
      while (!pronoun
          && i < n
          && (part(i)
                  && !(tag[i].equals("PRON") && !possessive(lower[i]))
                  && !(tag[i].equals("DET")
                      && !tag[i - 1].equals("DET")
                      && !tag[i - 1].equals("ADV"))
              || glue(i))) {
        i++;
      }
      while (i > start + 1 && glue(i - 1) && !part(i - 1)) {
        i--;
      }
      if (nominal(start, i)) {
        for (int k = start; k < i; k++) {
          chunkOf[k] = chunks.size();
        }
        chunks.add(new int[] {start, i});
      }
    }
  }

  private boolean part(int i) {
    switch (tag[i]) {
      case "DET":
      case "ADJ":
      case "NOUN":
      case "PROPN":
      case "NUM":
      case "PRON":
      case "SYM":
        return true;
      default:
        return mention(i) != null;
    }
  }

  /** What may stand inside a noun phrase: a possessive ending, the stop of "Mr.". */
  private boolean glue(int i) {
    if (lower[i].equals("'s") || lower[i].equals("'")) {
      return i + 1 < n && (part(i + 1) || quoteMark(i + 1));
    }
    return lower[i].equals(".")
        && i > 0
        && token(i - 1).end() == token(i).start()
        && i + 1 < n
        && part(i + 1);
  }

  private static boolean possessive(String w) {
    switch (w) {
      case "his":
      case "her":
      case "its":
      case "their":
      case "our":
      case "my":
      case "your":
      case "whose":
        return true;
      default:
        return false;
    }
  }

  private boolean nominal(int from, int to) {
    for (int i = from; i < to; i++) {
      String t = tag[i];
      if (t.equals("NOUN")
          || t.equals("PROPN")
          || t.equals("PRON")
          || t.equals("NUM")
          || mention(i) != null) {
        return true;
      }
    }
    return to - from > 0 && (tag[to - 1].equals("DET") || to - from > 1);
  }
}
