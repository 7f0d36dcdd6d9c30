package news.slugline.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import news.slugline.claim.value.NumberWords;

/**
 * Whether an article tells in other words what an earlier one told: most of its sentences have one
 * there that is like them, and no name or number that the earlier article lacks. Who reports for
 * himself has a name, a number or a matter of his own in most sentences. What stands in quotation
 * marks is the speaker's and shows nothing. Remembers articles that it looked at; one thread.
 */
final class Rewrites {
  /** So many sentences must be told again. */
  private static final int ENOUGH = 3;

  /**
   * And such a share of both articles: two who hear the same police write alike, too, but each
   * leaves out and adds more.
   */
  private static final double SHARE = 0.7;

  /** If it says itself that the earlier one's outlet reported. */
  private static final int ENOUGH_OF_NAMED = 2;

  private static final double SHARE_OF_NAMED = 0.5;

  /** Of the weight of two sentences so much is in both, if the one may tell the other. */
  private static final double ALIKE = 0.25;

  /** Of a sentence's weight so much stands somewhere in the earlier article. */
  private static final double KNOWN = 0.5;

  /** A sentence of fewer terms tells nothing. */
  private static final int TERMS = 3;

  private static final Pattern PARTS = Pattern.compile("[\\s\u2013\u2014-]+");

  /** "One" is more often a pronoun. */
  private static final String ONE = "one";

  /** A word of such weight in a name says whose it is, without title and given name. */
  private static final int RARE = 600;

  private static final int NONE = -1;

  private static final int TEXTS = 128;
  private static final int EACH = 256;

  private final Wording wording;
  private final Recent<Articles.Copy, Text> texts;
  private final Recent<Articles.Copy, Recent<Articles.Copy, Again>> pairs;

  /**
   * What of one article another tells again.
   *
   * @param sentences of the later one, that tell again
   * @param of so many
   * @param told of the earlier one, that are told again
   * @param from so many
   */
  private record Again(int sentences, int of, int told, int from) {
    boolean isMost(boolean named) {
      return named
          ? sentences >= ENOUGH_OF_NAMED && sentences >= SHARE_OF_NAMED * of
          : sentences >= ENOUGH && sentences + told >= SHARE * (of + from);
    }
  }

  /**
   * A sentence as it is compared.
   *
   * @param terms ascending
   * @param names each with its words, as they stand
   */
  private record Sentence(
      long[] terms, int[] weights, int weight, List<Name> names, long[] numbers) {}

  /** A name with what stands before it, or part of one. */
  private record Name(long[] words, int[] weights) {}

  /**
   * An article as it is compared.
   *
   * @param all the terms of all of it, ascending
   */
  private record Text(List<Sentence> sentences, long[] all) {
    boolean has(long id) {
      return Arrays.binarySearch(all, id) >= 0;
    }
  }

  Rewrites(Wording wording, Memory memory) {
    this.wording = wording;
    this.texts = memory.byObject(TEXTS);
    this.pairs = memory.byObject(TEXTS);
  }

  /**
   * Whether an article mostly tells again what an earlier one told.
   *
   * @param named whether it names the outlet of the earlier one as who reported something
   */
  boolean isRewritten(Articles.Copy later, Articles.Copy earlier, boolean named) {
    return later != earlier
        && pairs
            .get(later, c -> new Recent<>(EACH, IdentityHashMap::new))
            .get(earlier, c -> again(text(later), text(earlier)))
            .isMost(named);
  }

  private static Again again(Text later, Text earlier) {
    int again = 0;
    BitSet told = new BitSet();
    for (Sentence s : later.sentences) {
      int of = isKnown(s, earlier) ? like(s, earlier) : NONE;
      if (of != NONE) {
        again++;
        told.set(of);
      }
    }
    return new Again(again, later.sentences.size(), told.cardinality(), earlier.sentences.size());
  }

  private static boolean isKnown(Sentence s, Text in) {
    if (!Arrays.stream(s.numbers).allMatch(in::has)
        || !s.names.stream().allMatch(n -> isKnown(n, in))) {
      return false;
    }
    int known = 0;
    for (int i = 0; i < s.terms.length; i++) {
      known += in.has(s.terms[i]) ? s.weights[i] : 0;
    }
    return known >= KNOWN * s.weight;
  }

  private static boolean isKnown(Name n, Text in) {
    int known = 0;
    for (int i = 0; i < n.words.length; i++) {
      boolean has = in.has(n.words[i]);
      if (has && n.weights[i] >= RARE) {
        return true;
      }
      known += has ? 1 : 0;
    }
    return known == n.words.length;
  }

  /** Which sentence a sentence tells again, the most alike; {@link #NONE} if none. */
  private static int like(Sentence s, Text in) {
    int out = NONE;
    double best = ALIKE;
    for (int i = 0; i < in.sentences.size(); i++) {
      Sentence other = in.sentences.get(i);
      double share = 2.0 * shared(s, other) / (s.weight + other.weight);
      if (share > best) {
        best = share;
        out = i;
      }
    }
    return out;
  }

  private static int shared(Sentence s, Sentence other) {
    int sum = 0;
    int i = 0;
    int j = 0;
    while (i < s.terms.length && j < other.terms.length) {
      int order = Long.compare(s.terms[i], other.terms[j]);
      sum += order == 0 ? s.weights[i] : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return sum;
  }

  private Text text(Articles.Copy c) {
    return texts.get(c, this::makeText);
  }

  private Text makeText(Articles.Copy c) {
    List<Sentence> sentences = new ArrayList<>();
    TreeSet<Long> all = new TreeSet<>();
    for (String t : c.sentences()) {
      Sentence s = sentence(t);
      Arrays.stream(s.terms).forEach(all::add);
      if (s.terms.length >= TERMS) {
        sentences.add(s);
      }
    }
    return new Text(List.copyOf(sentences), array(all));
  }

  private Sentence sentence(String text) {
    TreeMap<Long, Integer> terms = new TreeMap<>();
    TreeSet<Long> numbers = new TreeSet<>();
    List<Name> names = new ArrayList<>();
    List<String> name = new ArrayList<>();
    boolean first = true;
    for (String part : PARTS.split(SentenceCopies.unquoted(text))) {
      boolean capital = !first && SentenceCopies.isCapital(part);
      for (String w : Wording.words(part)) {
        String number = number(w);
        String term = number.isEmpty() ? wording.term(w) : number;
        if (term != null) {
          terms.put(TermBits.id(term), wording.weight(term));
          if (!number.isEmpty()) {
            numbers.add(TermBits.id(term));
          } else if (capital) {
            name.add(term);
          }
        }
        first = false;
      }
      if (!name.isEmpty() && (!capital || endsName(part))) {
        names.add(name(name));
        name.clear();
      }
    }
    if (!name.isEmpty()) {
      names.add(name(name));
    }
    int[] weights = terms.values().stream().mapToInt(Integer::intValue).toArray();
    int weight = Arrays.stream(weights).sum();
    return new Sentence(array(terms.keySet()), weights, weight, List.copyOf(names), array(numbers));
  }

  private Name name(List<String> words) {
    return new Name(
        words.stream().mapToLong(TermBits::id).toArray(),
        words.stream().mapToInt(wording::weight).toArray());
  }

  /** Whether a mark behind a word parts it from the next. */
  private static boolean endsName(String part) {
    return ",;:)".indexOf(part.charAt(part.length() - 1)) >= 0;
  }

  /** A number however it is written, without a unit that it is written together with. */
  private static String number(String word) {
    int end = word.length();
    if (Character.isDigit(word.charAt(0))) {
      while (!Character.isDigit(word.charAt(end - 1))) {
        end--;
      }
      return word.substring(0, end).replace(",", "");
    }
    long n = word.equals(ONE) ? -1 : NumberWords.of(word);
    return n < 0 ? "" : Long.toString(n);
  }

  private static long[] array(Collection<Long> ids) {
    return ids.stream().mapToLong(Long::longValue).toArray();
  }
}
