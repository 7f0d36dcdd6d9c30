package news.slugline.story;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import news.slugline.claim.Claim;
import news.slugline.claim.Speaker;
import news.slugline.claim.text.Memo;
import news.slugline.claim.text.TermWeights;
import news.slugline.claim.text.Terms;
import org.jspecify.annotations.Nullable;

/** Texts as terms with weights. Remembers claims that it looked at; one thread. */
final class Wording {
  /** Two claims that share so much of their words are one, however their dates were read. */
  static final double NEAR = 0.6;

  /** And at least so many. */
  private static final int ENOUGH = 4;

  /** Letters of a currency's code. */
  private static final int CODE = 3;

  /** What newspapers write for naira, rand and kwacha. */
  private static final String LETTERS = "NRK";

  private static final int REMEMBERED = 2_048;

  /** A word as it is compared; the same object for the same word, as many claims are remembered. */
  private static final Memo<String> LOWER =
      new Memo<>(w -> w.toLowerCase(Locale.ROOT).replace('\u2019', '\''));

  /** What ends a run of words within a sentence. */
  private static final Pattern CLAUSES = Pattern.compile("[,;:\u2013\u2014]");

  /** What stands between words, and is no part of one. */
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}'\u2019.-]+");

  private static final Pattern NO_LETTERS = Pattern.compile("[^a-z]");

  private final Set<String> telling = Lists.of("change-words.tsv", "telling");
  private final Terms terms;
  private final TermWeights weights;
  private final Recent<Claim, List<String>> words;
  private final Recent<Claim, Set<String>> claimTerms;
  private final Recent<Claim, Set<String>> claimNames;

  Wording(Terms terms, TermWeights weights, Memory memory) {
    this.words = memory.byObject(REMEMBERED);
    this.claimTerms = memory.byObject(REMEMBERED);
    this.claimNames = memory.byObject(REMEMBERED);
    this.terms = terms;
    this.weights = weights;
  }

  static Wording english(Memory memory) {
    return new Wording(Terms.english(), TermWeights.standard(), memory);
  }

  int weight(String term) {
    return weights.weight(term);
  }

  int weight(Collection<String> terms) {
    int sum = 0;
    for (String t : terms) {
      sum += weight(t);
    }
    return sum;
  }

  /** The distinct terms of what a claim says, in order; those of its content if it has one. */
  Set<String> terms(Claim claim) {
    return claimTerms.get(claim, c -> TermSet.copyOf(makeTerms(c)));
  }

  private Set<String> makeTerms(Claim claim) {
    Set<String> out = new LinkedHashSet<>();
    for (String w : claim.about().terms()) {
      String t = terms.of(w);
      if (t != null) {
        out.add(t);
      }
    }
    return out.isEmpty() ? terms(content(claim)) : out;
  }

  /** The distinct terms of a text, in order. */
  Set<String> terms(String text) {
    return new LinkedHashSet<>(sequence(text));
  }

  /** The terms of a text, in order. */
  List<String> sequence(String text) {
    List<String> out = new ArrayList<>();
    for (String w : words(text)) {
      String t = terms.of(w);
      if (t != null) {
        out.add(t);
      }
    }
    return out;
  }

  @Nullable String term(String word) {
    return terms.of(word);
  }

  /** The words of a claim's text. */
  List<String> words(Claim claim) {
    return words.get(claim, c -> List.copyOf(words(c.text())));
  }

  /**
   * The terms of a claim that stand in it as parts of names: with a capital, but not at its head,
   * nor in a headline that gives one to most of its words.
   */
  Set<String> names(Claim claim) {
    return claimNames.get(claim, c -> TermSet.copyOf(makeNames(c)));
  }

  private Set<String> makeNames(Claim claim) {
    Set<String> out = new HashSet<>();
    String[] all = BETWEEN.split(claim.text().strip());
    int capitals = 0;
    for (int i = 1; i < all.length; i++) {
      if (!all[i].isEmpty() && Character.isUpperCase(all[i].codePointAt(0))) {
        capitals++;
        if (behindCurrency(all[i], 0, all[i].length()) == 0) {
          words(all[i]).stream().map(terms::of).filter(Objects::nonNull).forEach(out::add);
        }
      }
    }
    return 2 * capitals > all.length ? Set.of() : out;
  }

  /** The same without those of who says so. */
  Set<String> namesOfOthers(Claim claim) {
    Set<String> out = new HashSet<>(names(claim));
    Speaker s = claim.speaker();
    if (s != null) {
      out.removeAll(terms(s.name()));
    }
    for (String clause : CLAUSES.split(claim.text())) {
      int verb = tellingVerb(clause);
      if (verb > 0) {
        out.removeAll(terms(clause.substring(0, verb)));
      }
    }
    return out;
  }

  private static String bare(String word) {
    return NO_LETTERS.matcher(word.toLowerCase(Locale.ROOT)).replaceAll("");
  }

  /** Where the first verb of saying of a clause begins; -1 if it has none. */
  private int tellingVerb(String clause) {
    int from = 0;
    for (String w : clause.split(" ")) {
      if (telling.contains(bare(w))) {
        return from;
      }
      from += w.length() + 1;
    }
    return -1;
  }

  /** Whether each has something that the other does not: two who name others. */
  static boolean eachHasOwn(Set<String> a, Set<String> b) {
    return !a.containsAll(b) && !b.containsAll(a);
  }

  /** Whether any of some words is among those of a claim's text. */
  boolean has(Claim claim, Set<String> some) {
    for (String w : words(claim)) {
      if (some.contains(w)) {
        return true;
      }
    }
    return false;
  }

  /** Whether any of some phrases, of a word or more, stands in a text of these words. */
  static boolean hasAny(List<String> words, Collection<String> phrases) {
    String text = ' ' + String.join(" ", words) + ' ';
    return phrases.stream().anyMatch(p -> text.contains(' ' + p + ' '));
  }

  /** Words and numbers in lower case, apostrophes and inner points kept, in order. */
  static List<String> words(String text) {
    List<String> out = new ArrayList<>();
    int n = text.length();
    int i = 0;
    while (i < n) {
      if (!Character.isLetterOrDigit(text.charAt(i))) {
        i++;
        continue;
      }
      int j = i + 1;
      while (j < n && (Character.isLetterOrDigit(text.charAt(j)) || joins(text, j))) {
        j++;
      }
      int sum = behindCurrency(text, i, j);
      if (sum > i) {
        out.add(LOWER.of(text.substring(i, sum)));
      }
      out.add(LOWER.of(text.substring(sum, j)));
      i = j;
    }
    return out;
  }

  /** Where the sum begins in "SEK41.2", "N850,000"; the word's beginning if it is none. */
  private static int behindCurrency(String text, int from, int to) {
    int k = from;
    while (k < to && k <= from + CODE && Character.isUpperCase(text.charAt(k))) {
      k++;
    }
    boolean code = k == from + CODE || k == from + 1 && LETTERS.indexOf(text.charAt(from)) >= 0;
    return code && k < to && Character.isDigit(text.charAt(k)) ? k : from;
  }

  private static boolean joins(String text, int i) {
    char c = text.charAt(i);
    boolean inner = i + 1 < text.length() && Character.isLetterOrDigit(text.charAt(i + 1));
    return inner
        && (c == '\''
            || c == '\u2019'
            || ((c == '.' || c == ',') && Character.isDigit(text.charAt(i + 1)))
            || (c == '.' && i > 1 && text.charAt(i - 2) == '.'));
  }

  /** The words of a claim's content, else of all of it. */
  static String content(Claim claim) {
    return claim.said();
  }

  /** Whether two claims share so much of their words that they are one, whatever else. */
  boolean areNear(Claim a, Claim b) {
    Set<String> p = terms(a);
    Set<String> q = terms(b);
    int shared = 0;
    int both = 0;
    for (String t : p) {
      if (q.contains(t)) {
        shared++;
        both += weight(t);
      }
    }
    return shared >= ENOUGH && both >= NEAR * Math.min(weight(p), weight(q));
  }

  static Set<String> shared(Set<String> a, Set<String> b) {
    Set<String> out = new TreeSet<>();
    for (String t : a) {
      if (b.contains(t)) {
        out.add(t);
      }
    }
    return out;
  }
}
