package news.slugline.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import news.slugline.claim.text.Fnv;

/**
 * How alike two texts are, and whether one denies the other: two small logistic models over what
 * the texts share. The same for (a, b) and (b, a). Weights are a resource, made by {@code
 * LikenessTrainer} in the tests. Remembers texts that it looked at; one thread.
 */
final class Likeness {
  static final List<String> SORTS = List.of("no", "false", "deny", "told");

  private final Wording wording;

  /** From here on two say the same: one wrong fact costs more than a split one. */
  static final double SAME = 0.62;

  private static final String WEIGHTS = "likeness-weights.tsv";

  /** So many words before a denial may open the clause that it stands in. */
  private static final int ASIDE = 3;

  private static final int GRAMS = 3;
  private static final int REMEMBERED = 2_048;

  private final Map<String, Set<String>> words = new HashMap<>();

  /** For each word the sides of opposites that it is on; the sides of one pair are 2 n, 2 n + 1. */
  private final Map<String, BitSet> antonyms = new HashMap<>();

  private final Recent<String, Text> texts;

  /** The claims of one fact are compared again whenever one more comes to it. */
  private final Recent<Pair, Double> pairs;

  private final double[] same;
  private final double[] conflict;

  Likeness(Wording wording, Memory memory) {
    this(wording, weights(WEIGHTS, "same"), weights(WEIGHTS, "conflict"), memory);
  }

  Likeness(Wording wording, double[] same, double[] conflict, Memory memory) {
    this.texts = memory.byValue(REMEMBERED);
    this.pairs = memory.byValue(4 * REMEMBERED);
    this.wording = wording;
    this.same = same;
    this.conflict = conflict;
    SORTS.forEach(s -> words.put(s, Lists.of("denial-words.tsv", s)));
    words.put("aside", Lists.of("denial-words.tsv", "aside"));
    int side = 0;
    for (String[] row : Lists.rows("antonyms.tsv")) {
      for (int i = 0; i < 2; i++) {
        for (String word : row[i].split(" ")) {
          antonyms.computeIfAbsent(word, w -> new BitSet()).set(side + i);
        }
      }
      side += 2;
    }
  }

  /** A model's weights, in the order of its features. */
  static double[] weights(String file, String model) {
    return Lists.of(file, model, 2).stream().mapToDouble(Double::parseDouble).toArray();
  }

  /** How two texts stand to each other; worked out when asked for. */
  final class Scores {
    private final Text a;
    private final Text b;

    private Scores(Text a, Text b) {
      this.a = a;
      this.b = b;
    }

    /** That both say the same, 0 to 1. */
    double same() {
      return pairs.get(new Pair(a.text, b.text), p -> logistic(same, sameFeatures(a, b)));
    }

    /** That one denies the other, given that they speak of the same, 0 to 1. */
    double conflict() {
      return logistic(conflict, conflictFeatures(a, b));
    }

    /** Whether one of the two is no whole sentence but a heading or label. */
    boolean heading() {
      return isHeading(a.text) || isHeading(b.text);
    }
  }

  private record Pair(String a, String b) {}

  Scores of(String a, String b) {
    return new Scores(text(a), text(b));
  }

  /** A text as the models look at it; the same texts are compared with many others. */
  private final class Text {
    final String text;
    final List<String> words;
    final Set<String> known;
    final Set<String> terms;
    final int weight;

    /** By length less one: numbers that stand for the sequences of so many words, ascending. */
    final long[][] grams = new long[GRAMS][];

    final Set<String> numbers;
    final Set<String> names;
    final BitSet sides = new BitSet();

    Text(String text) {
      this.text = text;
      words = Wording.words(text);
      known = TermSet.copyOf(words);
      terms = TermSet.copyOf(wording.terms(text));
      weight = wording.weight(terms);
      long[] numbered = words.stream().mapToLong(w -> Fnv.add(Fnv.START, w)).toArray();
      for (int n = 1; n <= GRAMS; n++) {
        grams[n - 1] = grams(numbered, n);
      }
      numbers = TermSet.copyOf(numbers(words));
      names = TermSet.copyOf(names(text));
      for (String w : known) {
        BitSet of = antonyms.get(w);
        if (of != null) {
          sides.or(of);
        }
      }
    }
  }

  private Text text(String s) {
    return texts.get(s, Text::new);
  }

  static double logistic(double[] w, double[] x) {
    double z = 0;
    for (int i = 0; i < x.length; i++) {
      z += w[i] * x[i];
    }
    return 1 / (1 + Math.exp(-z));
  }

  /** A sentence of copy ends in a mark; a headline or a label does not. */
  static boolean isHeading(String s) {
    String t = s.strip();
    if (t.isEmpty()) {
      return true;
    }
    char c = t.charAt(t.length() - 1);
    return ".!?\"'\u201d\u2019)".indexOf(c) < 0;
  }

  double[] sameFeatures(String a, String b) {
    return sameFeatures(text(a), text(b));
  }

  private double[] sameFeatures(Text a, Text b) {
    List<String> p = a.words;
    List<String> q = b.words;
    Set<String> x = a.terms;
    Set<String> y = b.terms;
    Set<String> both = common(x, y);
    double wx = Math.max(1, a.weight);
    double wy = Math.max(1, b.weight);
    double wb = wording.weight(both);
    double low = Math.max(1, Math.min(p.size(), q.size()));
    double high = Math.max(1, Math.max(p.size(), q.size()));
    double dice = 2 * wb / (wx + wy);
    double most = wb / Math.max(wx, wy);
    List<Double> out = new ArrayList<>(List.of(1.0, dice, wb / Math.min(wx, wy), most));
    for (int n = 0; n < GRAMS; n++) {
      long[] g = a.grams[n];
      long[] h = b.grams[n];
      double shared = countCommon(g, h);
      out.add(shared / Math.max(1, Math.min(g.length, h.length)));
      out.add(shared / Math.max(1, Math.max(g.length, h.length)));
    }
    double inOrder = inOrder(p, q);
    out.addAll(List.of(inOrder / low, inOrder / high, low / high, (high - low) / 10));
    numbers(a.numbers, b.numbers, out);
    names(a, b, out);
    double left = Math.min(wx, wy) - wb;
    double more = Math.max(wx, wy) - wb;
    out.addAll(List.of(left / 3_000, more / 3_000, Math.min(1, (left + more) / 10_000)));
    out.add(common(beginnings(x, both), beginnings(y, both)).size() / 2.0);
    out.add(flag(hits("no", p) > 0 != hits("no", q) > 0));
    out.addAll(List.of(dice * dice, most * most, flag(p.equals(q))));
    out.add(flag(a.text.indexOf('"') >= 0 != b.text.indexOf('"') >= 0));
    return out.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double flag(boolean b) {
    return b ? 1.0 : 0.0;
  }

  private static Set<String> common(Set<String> a, Set<String> b) {
    Set<String> out = new HashSet<>(a);
    out.retainAll(b);
    return out;
  }

  private static int countCommon(Set<String> a, Set<String> b) {
    Set<String> few = a.size() <= b.size() ? a : b;
    Set<String> many = a.size() <= b.size() ? b : a;
    int n = 0;
    for (String s : few) {
      n += many.contains(s) ? 1 : 0;
    }
    return n;
  }

  /** Whether the two give other numbers. */
  private static void numbers(Set<String> x, Set<String> y, List<Double> out) {
    int both = countCommon(x, y);
    boolean clash = !x.isEmpty() && !y.isEmpty() && both < Math.min(x.size(), y.size());
    out.add(flag(clash));
    out.add(flag(x.isEmpty() != y.isEmpty()));
    out.add(flag(x.equals(y) && !x.isEmpty()));
    out.add((x.size() + y.size() - 2 * both) / 3.0);
  }

  /** How many names only one of the two has. */
  private void names(Text a, Text b, List<Double> out) {
    int m = a.names.size() - countCommon(a.names, b.known);
    int n = b.names.size() - countCommon(b.names, a.known);
    out.add(Math.min(m, n) / 3.0);
    out.add(Math.max(m, n) / 3.0);
  }

  /** The words in capitals within sentences, in lower case. */
  private static Set<String> names(String text) {
    Set<String> out = new HashSet<>();
    for (int i = 2; i < text.length(); i++) {
      boolean inside = text.charAt(i - 1) == ' ' && ".!?".indexOf(text.charAt(i - 2)) < 0;
      if (inside && Character.isUpperCase(text.charAt(i))) {
        int end = i;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
          end++;
        }
        String word = text.substring(i, end).toLowerCase(java.util.Locale.ROOT);
        if (word.length() > 1) {
          out.add(word);
        }
      }
    }
    return out;
  }

  /** How the terms begin that only one text has: "explode" and "explosion" begin alike. */
  static Set<String> beginnings(Set<String> terms, Set<String> both) {
    Set<String> out = new HashSet<>();
    for (String t : terms) {
      if (t.length() >= 4 && !both.contains(t)) {
        out.add(t.substring(0, 4));
      }
    }
    return out;
  }

  /** Length of the longest sequence of words that both have in the same order. */
  private static int inOrder(List<String> a, List<String> b) {
    int[] row = new int[b.size() + 1];
    for (String w : a) {
      int diagonal = 0;
      for (int j = 1; j <= b.size(); j++) {
        int up = row[j];
        row[j] = w.equals(b.get(j - 1)) ? diagonal + 1 : Math.max(up, row[j - 1]);
        diagonal = up;
      }
    }
    return row[b.size()];
  }

  double[] conflictFeatures(String a, String b) {
    return conflictFeatures(text(a), text(b));
  }

  private double[] conflictFeatures(Text a, Text b) {
    List<String> p = a.words;
    List<String> q = b.words;
    Set<String> x = a.terms;
    Set<String> y = b.terms;
    Set<String> both = common(x, y);
    double wb = wording.weight(both);
    double[] out = new double[3 + 2 * SORTS.size() + 6];
    out[0] = 1;
    int i = 1;
    int denied = 0;
    for (String s : SORTS) {
      int m = hits(s, p);
      int n = hits(s, q);
      out[i++] = m > 0 != n > 0 ? 1 : 0;
      out[i++] = Math.min(2, Math.abs(m - n));
      denied += s.equals("told") ? 0 : m - n;
    }
    out[i++] = denied != 0 ? 1 : 0;
    out[i++] = wb / Math.max(1, Math.min(a.weight, b.weight));
    out[i++] = a.text.indexOf('?') >= 0 != b.text.indexOf('?') >= 0 ? 1 : 0;
    out[i++] = out[3] * out[7];
    out[i] = out[3] * out[i - 3];
    i++;
    out[i++] = flag(denials(p) > 0 != denials(q) > 0);
    out[i++] = flag(aside(p) > 0 != aside(q) > 0);
    out[i] = flag(areOpposed(a, b));
    return out;
  }

  /** Denials of what the text tells, not of what it mentions aside ("who had not paid"). */
  private int denials(List<String> text) {
    return hits("no", text) - aside(text);
  }

  private int aside(List<String> text) {
    int n = 0;
    for (int i = 0; i < text.size(); i++) {
      if (words("no").contains(text.get(i))) {
        List<String> before = text.subList(Math.max(0, i - ASIDE), i + 1);
        n += before.stream().anyMatch(words("aside")::contains) ? 1 : 0;
      }
    }
    return n;
  }

  /** Whether one says what the other says the opposite of ("alive", "dead"). */
  private static boolean areOpposed(Text a, Text b) {
    BitSet one = onlyOneSide(a);
    BitSet other = onlyOneSide(b);
    for (int i = one.nextSetBit(0); i >= 0; i = one.nextSetBit(i + 1)) {
      if (other.get(i ^ 1)) {
        return true;
      }
    }
    return false;
  }

  /** The sides of opposites that a text has without the other side. */
  private static BitSet onlyOneSide(Text t) {
    BitSet out = new BitSet();
    for (int i = t.sides.nextSetBit(0); i >= 0; i = t.sides.nextSetBit(i + 1)) {
      out.set(i, !t.sides.get(i ^ 1));
    }
    return out;
  }

  private Set<String> words(String sort) {
    return java.util.Objects.requireNonNull(words.get(sort));
  }

  private int hits(String sort, List<String> text) {
    Set<String> list = words(sort);
    int n = 0;
    for (String w : text) {
      if (list.contains(w)) {
        n++;
      }
    }
    return n;
  }

  private static Set<String> numbers(List<String> words) {
    Set<String> out = new TreeSet<>();
    for (String w : words) {
      if (Character.isDigit(w.charAt(0))) {
        out.add(w.replace(",", ""));
      }
    }
    return out;
  }

  /** The distinct sequences of so many words, each as a number that no other one has by chance. */
  private static long[] grams(long[] words, int n) {
    int most = Math.max(0, words.length - n + 1);
    long[] all = new long[most];
    for (int i = 0; i < most; i++) {
      long h = n;
      for (int j = i; j < i + n; j++) {
        h = mixed(h ^ words[j]);
      }
      all[i] = h;
    }
    return Arrays.stream(all).sorted().distinct().toArray();
  }

  /** The last step of SplitMix64, which spreads every bit over all. */
  static long mixed(long n) {
    long h = (n ^ (n >>> 30)) * 0xbf58476d1ce4e5b9L;
    h = (h ^ (h >>> 27)) * 0x94d049bb133111ebL;
    return h ^ (h >>> 31);
  }

  private static int countCommon(long[] a, long[] b) {
    int n = 0;
    for (int i = 0, j = 0; i < a.length && j < b.length; ) {
      int order = Long.compare(a[i], b[j]);
      n += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return n;
  }
}
