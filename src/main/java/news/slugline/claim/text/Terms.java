package news.slugline.claim.text;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings words to the terms under which they are compared: lower case, no possessive, light
 * stemming, no stop words. The same word always gives the same term; the term of an English word is
 * not itself a word and is never shown.
 */
public final class Terms {
  private final Set<String> stopWords;
  private final Memo<Optional<String>> known = new Memo<>(this::make);

  private Terms(Set<String> stopWords) {
    this.stopWords = stopWords;
  }

  /** The terms of English; the stop words are those of the resource {@code stop-words.txt}. */
  public static Terms english() {
    return new Terms(WordLists.words("stop-words.txt"));
  }

  /** The term of a word, or null if it is a stop word or has no letter or digit. */
  public @Nullable String of(String word) {
    return known.of(word).orElse(null);
  }

  private Optional<String> make(String word) {
    String w = bare(word);
    return w.isEmpty() || stopWords.contains(w) ? Optional.empty() : Optional.of(stem(w));
  }

  /** Whether the word says nothing about a text's matter. */
  public boolean isStopWord(String word) {
    return stopWords.contains(bare(word));
  }

  /** Lower case, without a possessive ending and without marks at either end. */
  static String bare(String word) {
    String w = word.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    int start = 0;
    int end = w.length();
    while (start < end && !Character.isLetterOrDigit(w.charAt(start))) {
      start++;
    }
    while (end > start && !Character.isLetterOrDigit(w.charAt(end - 1))) {
      end--;
    }
    w = w.substring(start, end);
    return w.endsWith("'s") ? w.substring(0, w.length() - 2) : w;
  }

  /** Drops the endings of plural, past, progressive and a final e, where a stem is left. */
  static String stem(String w) {
    if (w.length() < 4 || Character.isDigit(w.charAt(0))) {
      return w;
    }
    String s = w;
    if (s.endsWith("ies") && s.length() > 4) {
      s = s.substring(0, s.length() - 3) + "y";
    } else if (s.endsWith("s") && !s.endsWith("ss") && !s.endsWith("us") && !s.endsWith("is")) {
      s = s.substring(0, s.length() - 1);
    }
    if (s.endsWith("ied") && s.length() > 4) {
      s = s.substring(0, s.length() - 3) + "y";
    } else if (s.endsWith("ing") && s.length() > 5 && hasVowel(s, s.length() - 3)) {
      s = undouble(s.substring(0, s.length() - 3));
    } else if (s.endsWith("ed") && s.length() > 4 && hasVowel(s, s.length() - 2)) {
      s = undouble(s.substring(0, s.length() - 2));
    }
    return s.endsWith("e") && s.length() > 3 ? s.substring(0, s.length() - 1) : s;
  }

  private static String undouble(String s) {
    int n = s.length();
    char c = s.charAt(n - 1);
    boolean twice = n > 3 && c == s.charAt(n - 2) && "bdgmnprt".indexOf(c) >= 0;
    return twice ? s.substring(0, n - 1) : s;
  }

  private static boolean hasVowel(String s, int end) {
    for (int i = 0; i < end; i++) {
      if ("aeiouy".indexOf(s.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }
}
