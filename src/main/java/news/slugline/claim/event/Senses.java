package news.slugline.claim.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.slugline.claim.event.Triggers.Hit;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.Resources;
import news.slugline.claim.text.Sentence;
import news.slugline.claim.text.Token;
import org.jspecify.annotations.Nullable;

/**
 * What a word that names events of two classes means beside other words: police who raid a home
 * search it, and a strike of a union is no attack.
 */
final class Senses {
  private static final int BEFORE = 10;
  private static final int AFTER = 8;

  /** "Won only about 12 percent". */
  private static final int SHARE_REACH = 3;

  private static final String ANY = "*";

  /** One line of the table. */
  private record Sense(Set<String> words, Where where, Set<String> others, String becomes) {}

  private enum Where {
    BEFORE,
    AFTER,
    BY,
    NEAR,
    ARTICLE,
    SHARE,
    NEXT
  }

  private static final Map<String, List<Sense>> TABLE = table();

  private final Document d;
  private final List<Token> t;
  private @Nullable Set<String> article;

  Senses(Document d) {
    this.d = d;
    this.t = d.tokens();
  }

  private static Map<String, List<Sense>> table() {
    Map<String, List<Sense>> table = new HashMap<>();
    for (String line : Resources.lines(Senses.class, "senses.tsv")) {
      String[] c = line.split("\t");
      Where where = Where.valueOf(c[2].toUpperCase(java.util.Locale.ROOT));
      table
          .computeIfAbsent(c[0], k -> new ArrayList<>())
          .add(new Sense(Set.of(c[1].split(" ")), where, Set.of(c[3].split(" ")), c[4]));
    }
    return table;
  }

  /** The hit in the class that it has in its company; {@code -} is that of no event. */
  Hit of(Sentence s, Hit hit) {
    List<Sense> senses = TABLE.get(hit.type());
    if (senses == null) {
      return hit;
    }
    String first = t.get(hit.start()).lower();
    for (Sense x : senses) {
      if ((x.words.contains(first) || x.words.contains(ANY)) && fits(x, s, hit)) {
        return hit.as(x.becomes, Triggers.TABLE.family(x.becomes));
      }
    }
    return hit;
  }

  private boolean fits(Sense x, Sentence s, Hit hit) {
    if (x.others.contains(ANY)) {
      return true;
    }
    return switch (x.where) {
      case BEFORE -> any(x.others, Math.max(s.firstToken(), hit.start() - BEFORE), hit.start());
      case AFTER -> any(x.others, hit.end(), Math.min(s.endToken(), hit.end() + AFTER));
      case BY -> by(x.others, hit.end(), Math.min(s.endToken(), hit.end() + AFTER));
      case NEAR -> any(x.others, s.firstToken(), s.endToken());
      case SHARE -> share(x.others, hit.end(), s.endToken());
      case NEXT -> any(x.others, hit.end(), Math.min(s.endToken(), hit.end() + 1));
      case ARTICLE -> article().stream().anyMatch(x.others::contains);
    };
  }

  private boolean any(Set<String> others, int from, int to) {
    for (int i = from; i < to; i++) {
      String w = t.get(i).lower();
      if (others.contains(w) || others.contains(w.substring(w.lastIndexOf('-') + 1))) {
        return true; // "UPDATE 2-Typhoon" is a typhoon
      }
    }
    return false;
  }

  /** "Won 41.7% of the vote": the figure and what it is of right behind the verb. */
  private boolean share(Set<String> others, int from, int to) {
    for (int i = from; i < Math.min(to, from + SHARE_REACH); i++) {
      if (t.get(i).isNumber()) {
        return any(others, i + 1, Math.min(to, i + 3));
      }
    }
    return false;
  }

  private boolean by(Set<String> others, int from, int to) {
    for (int i = from; i < to; i++) {
      if (t.get(i).lower().equals("by")) {
        return any(others, i + 1, to);
      }
    }
    return false;
  }

  /** The words of the article that the table knows of. */
  private Set<String> article() {
    Set<String> words = article;
    if (words == null) {
      words = new HashSet<>();
      for (Token token : d.tokens()) {
        if (ARTICLE_WORDS.contains(token.lower())) {
          words.add(token.lower());
        }
      }
      article = words;
    }
    return words;
  }

  private static final Set<String> ARTICLE_WORDS = articleWords();

  private static Set<String> articleWords() {
    Set<String> words = new HashSet<>();
    TABLE
        .values()
        .forEach(
            of ->
                of.stream()
                    .filter(x -> x.where == Where.ARTICLE)
                    .forEach(x -> words.addAll(x.others)));
    return Set.copyOf(words);
  }
}
