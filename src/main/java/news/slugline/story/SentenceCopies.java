package news.slugline.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import news.slugline.claim.text.Fnv;
import org.jspecify.annotations.Nullable;

/**
 * Whether two sentences of two articles were written once: nearly word for word, in more words than
 * two reporters choose alike. What stands in quotation marks is the speaker's own and shows
 * nothing; short sentences and those made of what copy always says do neither. The same for (a, b)
 * and (b, a). Remembers sentences that it looked at; one thread.
 */
final class SentenceCopies {
  /** Words that must stand beside each other on both sides. */
  private static final int RUN = 3;

  /** Of the shorter sentence's runs so many stand in the other one. */
  private static final double SHARE = 0.5;

  /** With so many it is the same sentence, cut or with a word changed. */
  private static final double MOST = 0.6;

  /** With so many it is the same, but for a word. */
  private static final double WHOLE = 0.9;

  /** Words of content in shared runs, numbers left out; fewer are enough of the same sentence. */
  private static final int CONTENT = 8;

  private static final int CONTENT_OF_WHOLE = 6;

  /** And of those such as are in no name: how many, and what they weigh together. */
  private static final int PLAIN = 4;

  private static final int WEIGHT = 1_200;
  private static final int WEIGHT_OF_REWRITTEN = 1_600;
  private static final int WEIGHT_OF_LONG = 600;

  /** Of a sentence that shows it together with others. */
  private static final int CONTENT_OF_SEVERAL = 6;

  private static final int WEIGHT_OF_SEVERAL = 1_000;

  /** Of a sentence that is the same, whole, in both, beside others of the kind. */
  private static final int CONTENT_OF_SAME = 5;

  private static final int WORDS_OF_SAME = 9;

  /** Of one that is the same in two articles which share another. */
  private static final int CONTENT_OF_KNOWN = 3;

  /** Times 64 bits. */
  private static final int MARKS = 4;

  /** Stands for what was in quotation marks. */
  private static final String CUT = "|";

  private static final int NO_TERM = -1;

  private static final Pattern PARTS = Pattern.compile("[\\s\u2013\u2014]+");

  private static final int REMEMBERED = 1_024;

  /** Two reporters who write from one statement may write one of its sentences alike. */
  private static final int SENTENCES = 3;

  /** Of two articles that name the same outlet as who reported it. */
  private static final int SENTENCES_OF_REPORT = 2;

  /** Of so many runs of a sentence its copies are looked up by. */
  private static final int KEYS = 2;

  private static final int TEXTS = 128;
  private static final int EACH = 256;

  private final Wording wording;
  private final Recent<String, Print> prints;

  /** By the list itself: a claim's sentences are asked for again and again. */
  private final Recent<List<String>, Print[]> printsOf;

  private final Recent<Articles.Copy, Recent<Articles.Copy, Boolean>> texts;

  /**
   * A sentence as it is compared.
   *
   * @param runs a number for each run of words, in order
   * @param sorted the same, ascending
   * @param marks a bit for each of them, of so few that some share one
   * @param terms of each word, which word of the sentence had the same term first; {@link #NO_TERM}
   *     for a word of every text, a number, or a quoted one
   * @param weights of the words' terms
   * @param plain which of them are in no name
   * @param isLong whether it has more words than a formula has
   * @param shows whether it has what shows a copy if all of it stands elsewhere
   */
  private record Print(
      long[] runs,
      long[] sorted,
      long[] marks,
      int[] terms,
      int[] weights,
      BitSet plain,
      boolean isLong,
      boolean shows) {}

  SentenceCopies(Wording wording, Memory memory) {
    this.prints = memory.byValue(REMEMBERED);
    this.printsOf = memory.byObject(REMEMBERED);
    this.texts = memory.byObject(TEXTS);
    this.wording = wording;
  }

  /** Whether any of the sentences is one with any of the others. */
  boolean anyIsOne(List<String> some, List<String> others) {
    Print[] y = prints(others);
    for (Print a : prints(some)) {
      for (Print b : y) {
        if (areOne(a, b)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Whether any of the sentences stands among the others as it is, be it one that two may write
   * alike: of articles of which the one has sentences of the other anyway.
   */
  boolean anyStands(List<String> some, List<String> others) {
    Print[] y = prints(others);
    for (Print a : prints(some)) {
      for (Print b : y) {
        if (isWhole(a, b) && content(a.terms) >= CONTENT_OF_KNOWN) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Whether two articles share so many sentences that the one was written from the other, or both
   * from a third: what the one says beside them it has from there too.
   */
  boolean areOneText(Articles.Copy a, Articles.Copy b) {
    return a != b
        && texts
            .get(a, c -> new Recent<>(EACH, IdentityHashMap::new))
            .get(b, c -> haveInCommon(a, b));
  }

  /**
   * Whether an article is made of another's sentences: half of its own or more, three at least, two
   * word for word, or all. What else it says it has from there too.
   */
  boolean isMadeOf(Articles.Copy copy, Articles.Copy of) {
    Print[] own = prints(copy.sentences());
    Print[] others = prints(of.sentences());
    int like = 0;
    int same = 0;
    for (Print x : own) {
      boolean isLike = false;
      boolean isSame = false;
      for (Print y : others) {
        isSame |= areSame(x, y);
        isLike |= isSame || areLike(x, y);
      }
      like += isLike ? 1 : 0;
      same += isSame ? 1 : 0;
    }
    return (like >= SENTENCES || same >= SENTENCES_OF_REPORT) && 2 * like >= own.length;
  }

  /** Keys of which a sentence's copies share one as a rule; none if it could show nothing. */
  List<String> keys(String sentence) {
    Print p = print(sentence);
    return p.shows
        ? IntStream.range(0, p.runs.length)
            .filter(i -> isTelling(p, i))
            .mapToLong(i -> p.runs[i])
            .distinct()
            .sorted()
            .limit(KEYS)
            .mapToObj(h -> "t" + Long.toHexString(h))
            .toList()
        : List.of();
  }

  /** Whether a run has more than one word of content, so that not all copy has it. */
  private static boolean isTelling(Print p, int run) {
    int content = 0;
    for (int i = run; i < run + RUN; i++) {
      content += p.terms[i] == NO_TERM ? 0 : 1;
    }
    return content > 1;
  }

  private boolean haveInCommon(Articles.Copy a, Articles.Copy b) {
    boolean oneReport = a.outlets().stream().anyMatch(b.outlets()::contains);
    int enough = oneReport ? SENTENCES_OF_REPORT : SENTENCES;
    Print[] some = prints(a.sentences());
    Print[] others = prints(b.sentences());
    boolean[] also = new boolean[others.length];
    int own = 0;
    int theirs = 0;
    for (Print x : some) {
      boolean shared = false;
      for (int j = 0; j < others.length; j++) {
        if ((!shared || !also[j]) && areLike(x, others[j])) {
          shared = true;
          theirs += also[j] ? 0 : 1;
          also[j] = true;
        }
      }
      own += shared ? 1 : 0;
      if (Math.min(own, theirs) >= enough) {
        return true;
      }
    }
    return false;
  }

  boolean areOne(String a, String b) {
    return areOne(print(a), print(b));
  }

  private Print[] prints(List<String> sentences) {
    return printsOf.get(sentences, all -> all.stream().map(this::print).toArray(Print[]::new));
  }

  private Print print(String sentence) {
    return prints.get(sentence, this::makePrint);
  }

  private static boolean areOne(Print x, Print y) {
    Print few = x.runs.length <= y.runs.length ? x : y;
    return mayHold(few, few == x ? y : x) && holds(few, few == x ? y : x, false);
  }

  /** Whether they are so alike that several such pairs show what one does not. */
  private static boolean areLike(Print x, Print y) {
    Print few = x.runs.length <= y.runs.length ? x : y;
    return mayHold(few, few == x ? y : x) && holds(few, few == x ? y : x, true);
  }

  /** Whether the one is the other, whole and but for a word, in more words than a formula has. */
  private static boolean areSame(Print x, Print y) {
    return x.isLong && y.isLong && isWhole(x, y);
  }

  private static boolean isWhole(Print x, Print y) {
    int least = Math.min(x.runs.length, y.runs.length);
    return least >= WHOLE * Math.max(x.runs.length, y.runs.length) && shared(x, y) >= WHOLE * least;
  }

  private static boolean isLong(int[] terms) {
    return terms.length >= WORDS_OF_SAME && content(terms) >= CONTENT_OF_SAME;
  }

  private static long content(int[] terms) {
    return Arrays.stream(terms).filter(t -> t != NO_TERM).distinct().count();
  }

  private static int shared(Print few, Print many) {
    int shared = 0;
    for (long run : few.runs) {
      shared += Arrays.binarySearch(many.sorted, run) >= 0 ? 1 : 0;
    }
    return shared;
  }

  /** Whether so many runs may be shared, seen at a glance: nearly all pairs share none. */
  private static boolean mayHold(Print few, Print many) {
    int own = 0;
    int shared = 0;
    for (int i = 0; i < MARKS; i++) {
      own += Long.bitCount(few.marks[i]);
      shared += Long.bitCount(few.marks[i] & many.marks[i]);
    }
    return shared > 0 && 5 * shared >= 2 * own;
  }

  private static boolean holds(Print few, Print many, boolean oneOfSeveral) {
    boolean[] covered = new boolean[few.terms.length];
    int shared = 0;
    for (int i = 0; i < few.runs.length; i++) {
      if (Arrays.binarySearch(many.sorted, few.runs[i]) >= 0) {
        shared++;
        Arrays.fill(covered, i, i + RUN, true);
      }
    }
    if (shared == 0 || shared < SHARE * few.runs.length) {
      return false;
    }
    BitSet content = new BitSet();
    BitSet plain = new BitSet();
    int weight = 0;
    for (int i = 0; i < covered.length; i++) {
      int t = few.terms[i];
      if (covered[i] && t != NO_TERM) {
        content.set(t);
        if (few.plain.get(i) && !plain.get(t)) {
          plain.set(t);
          weight += few.weights[i];
        }
      }
    }
    if (oneOfSeveral) {
      return content.cardinality() >= CONTENT_OF_SEVERAL
          && plain.cardinality() >= PLAIN
          && weight >= WEIGHT_OF_SEVERAL;
    }
    boolean whole = shared >= WHOLE * few.runs.length;
    if (whole && content.cardinality() >= CONTENT) {
      return plain.cardinality() >= 2 && weight >= WEIGHT_OF_LONG;
    }
    boolean most = shared >= MOST * few.runs.length;
    return content.cardinality() >= (whole ? CONTENT_OF_WHOLE : CONTENT)
        && plain.cardinality() >= PLAIN
        && weight >= (most ? WEIGHT : WEIGHT_OF_REWRITTEN);
  }

  private Print makePrint(String sentence) {
    List<String> words = new ArrayList<>();
    List<@Nullable String> terms = new ArrayList<>();
    BitSet plain = new BitSet();
    for (String part : PARTS.split(unquoted(sentence))) {
      for (String w : Wording.words(part)) {
        plain.set(words.size(), words.isEmpty() || !isCapital(part));
        words.add(w);
        terms.add(Character.isDigit(w.charAt(0)) ? null : wording.term(w));
      }
      if (part.equals(CUT)) {
        words.add(CUT);
        terms.add(null);
      }
    }
    int n = Math.max(0, words.size() - RUN + 1);
    long[] runs = new long[n];
    for (int i = 0; i < n; i++) {
      long h = Fnv.START;
      for (String w : words.subList(i, i + RUN)) {
        h = Fnv.add(Fnv.add(h, w), " ");
      }
      runs[i] = h;
    }
    long[] sorted = runs.clone();
    Arrays.sort(sorted);
    long[] marks = new long[MARKS];
    for (long h : runs) {
      marks[(int) (h >>> 6 & MARKS - 1)] |= 1L << (h & 63);
    }
    int[] first = new int[terms.size()];
    int[] weights = new int[terms.size()];
    for (int i = 0; i < first.length; i++) {
      String t = terms.get(i);
      first[i] = t == null ? NO_TERM : terms.indexOf(t);
      weights[i] = t == null ? 0 : wording.weight(t);
    }
    boolean isLong = isLong(first);
    Print p = new Print(runs, sorted, marks, first, weights, plain, isLong, true);
    boolean shows = isLong || holds(p, p, true);
    return shows ? p : new Print(runs, sorted, marks, first, weights, plain, false, false);
  }

  /**
   * The text with {@link #CUT} for each stretch in quotation marks, of which one may be missing.
   */
  static String unquoted(String s) {
    StringBuilder out = new StringBuilder();
    boolean inside = false;
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      boolean straight = c == '"';
      if (!straight && c != '\u201c' && c != '\u201d') {
        if (!inside) {
          out.append(c);
        }
      } else if (!inside && (c == '\u201c' || (straight && opens(s, i)))) {
        inside = true;
        out.append(' ').append(CUT).append(' ');
      } else {
        if (!inside) {
          out.setLength(Math.max(0, out.lastIndexOf(CUT)));
          out.append(CUT).append(' ');
        }
        inside = false;
      }
    }
    return out.toString();
  }

  private static boolean opens(String s, int i) {
    return i == 0
        || !Character.isLetterOrDigit(s.charAt(i - 1)) && ".,!?".indexOf(s.charAt(i - 1)) < 0;
  }

  static boolean isCapital(String part) {
    int i = 0;
    while (i < part.length() && !Character.isLetterOrDigit(part.charAt(i))) {
      i++;
    }
    return i < part.length() && Character.isUpperCase(part.codePointAt(i));
  }
}
