package news.slugline.claim.value;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The noun phrase that a number counts. */
final class Nouns {
  /**
   * A counted noun phrase.
   *
   * @param start first lexeme
   * @param end lexeme after it
   * @param head lexeme of its head
   * @param person whether it counts persons
   */
  record Phrase(int start, int end, int head, boolean person) {}

  static final Set<String> FUNCTION = Lists.words("function-words.txt");
  static final Set<String> PEOPLE = Lists.words("people-nouns.txt");
  private static final Set<String> MODIFIES_IN_PLURAL =
      Set.of(
          "sports",
          "arms",
          "news",
          "police",
          "rights",
          "sales",
          "armed",
          "services",
          "troops",
          "measles",
          "mumps",
          "rabies",
          "shingles",
          "herpes",
          "diabetes",
          "games",
          "savings");
  private static final Set<String> UNINFLECTED =
      Set.of(
          "people",
          "troops",
          "police",
          "crew",
          "staff",
          "personnel",
          "clergy",
          "aircraft",
          "sheep",
          "fish",
          "cattle",
          "species",
          "spacecraft",
          "deer");
  private static final int LONGEST = 6;

  private Nouns() {}

  static boolean isPerson(String lower) {
    if (PEOPLE.contains(lower)) {
      return true;
    }
    return lower.length() > 3 && PEOPLE.contains(Units.lemma(lower));
  }

  static boolean isPlural(String lower) {
    return lower.length() > 2
            && lower.endsWith("s")
            && !lower.endsWith("ss")
            && !lower.endsWith("us")
            && !lower.endsWith("is")
        || UNINFLECTED.contains(lower)
        || Units.IRREGULAR.containsKey(lower) && !lower.equals("person")
        || lower.endsWith("men")
        || lower.endsWith("children");
  }

  /** The phrase that begins here, with or without "of the" before it; null if none does. */
  static @Nullable Phrase read(Lexemes x, int from, boolean singular) {
    int i = from;
    if (x.is(i, "of")
        && (x.is(i + 1, "the")
            || x.is(i + 1, "his")
            || x.is(i + 1, "her")
            || x.is(i + 1, "their")
            || x.is(i + 1, "its")
            || x.is(i + 1, "those"))) {
      i += 2;
    }
    int head = -1;
    int j = i;
    while (j < x.size && j < i + 2 * LONGEST) {
      int e = word(x, j);
      if (e < 0) {
        break;
      }
      String w = x.lower(e - 1);
      if (head < 0 && Casualties.startsPredicate(x, j) && !isPerson(x.lower(e))) {
        break;
      }
      if (head >= 0 && endsBefore(x, j, w, head)) {
        break;
      }
      head = e - 1;
      j = e;
      if (isHead(x, e, w, singular)) {
        break;
      }
      if (x.is(j, ",")
          && j == i + 1
          && !isPlural(w)
          && x.word(j + 1)
          && !x.in(j + 1, FUNCTION)
          && !singular) {
        break;
      }
    }
    if (head < 0) {
      return null;
    }
    String h = x.lower(head);
    boolean named = x.capitalised(head) && h.endsWith("s");
    boolean aged = h.equals("old") || h.equals("olds") || h.equals("yo"); // "a 6-year-old"
    boolean person = isPerson(h) || aged && head > i || named && !singular && h.length() > 4;
    return new Phrase(from, j, head, person);
  }

  /** The end of a word with its hyphens and ages ("19-year-old"); -1 if none stands here. */
  private static int word(Lexemes x, int j) {
    int k = j;
    if (x.number(k)) {
      if (x.is(k + 1, "yo")) {
        return k + 2;
      }
      boolean age = x.is(k + 1, "-") || x.is(k + 1, "year") || x.is(k + 1, "month");
      if (!age) {
        return -1;
      }
      k++;
      for (int n = 0; n < 4; n++) {
        if (x.is(k, "-")) {
          k++;
        }
        if (x.is(k, "old")) {
          return k + 1;
        }
        if (!x.is(k, "year") && !x.is(k, "month") && !x.is(k, "week") && !x.is(k, "day")) {
          return -1;
        }
        k++;
      }
      return -1;
    }
    if (!x.word(k) || x.in(k, FUNCTION) && !x.is(k, "other") || x.is(k - 1, "'") && !x.spaced(k)) {
      return -1;
    }
    k++;
    while (x.is(k, "-") && !x.spaced(k) && x.word(k + 1) && !x.spaced(k + 1)) {
      k += 2;
    }
    if (x.is(k, ".") && x.lower(k - 1).length() == 1 && x.upper(k - 1)) { // U.S.
      while (x.is(k, ".")
          && !x.spaced(k)
          && x.word(k + 1)
          && x.lower(k + 1).length() == 1
          && !x.spaced(k + 1)) {
        k += 2;
      }
      return x.is(k, ".") && x.word(k + 1) ? k + 1 : k;
    }
    return k;
  }

  private static boolean endsBefore(Lexemes x, int j, String w, int head) {
    if (Casualties.startsPredicate(x, j)) {
      return true;
    }
    String h = x.lower(head);
    if (h.equals("old") || h.equals("year")) {
      return false;
    }
    boolean verbal =
        (w.endsWith("ed") || w.endsWith("ing")) && w.length() > 4 && !Nouns.isPerson(w);
    boolean name = x.capitalised(j) && !x.capitalised(head) && !isPerson(w);
    return verbal || name;
  }

  private static boolean isHead(Lexemes x, int next, String w, boolean singular) {
    boolean last = singular ? isPerson(w) : isPlural(w) && !MODIFIES_IN_PLURAL.contains(w);
    if (!last) {
      return false;
    }
    return !x.word(next) || !isPerson(x.lower(next)) || x.in(next, FUNCTION);
  }
}
