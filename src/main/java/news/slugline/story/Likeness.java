package news.slugline.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How alike two texts are, and whether one denies the other: two small logistic models over what
 * the texts share. The same for (a, b) and (b, a). Weights are a resource, made by {@code
 * LikenessTrainer} in the tests.
 */
final class Likeness {
  static final List<String> SORTS = List.of("no", "false", "deny", "told");

  private final Wording wording;
  private final Map<String, Set<String>> words = new HashMap<>();
  private final double[] same;
  private final double[] conflict;

  Likeness(Wording wording) {
    this(wording, weights("same"), weights("conflict"));
  }

  Likeness(Wording wording, double[] same, double[] conflict) {
    this.wording = wording;
    this.same = same;
    this.conflict = conflict;
    SORTS.forEach(s -> words.put(s, Lists.of("denial-words.tsv", s)));
  }

  private static double[] weights(String model) {
    List<Double> out = new ArrayList<>();
    for (String w : Lists.of("likeness-weights.tsv", model, 2)) {
      out.add(Double.parseDouble(w));
    }
    return out.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /**
   * @param same that both say the same, 0 to 1
   * @param conflict that one denies the other, given that they speak of the same, 0 to 1
   * @param heading whether one of the two is no whole sentence but a heading or label
   */
  record Scores(double same, double conflict, boolean heading) {}

  Scores of(String a, String b) {
    return new Scores(
        logistic(same, sameFeatures(a, b)),
        logistic(conflict, conflictFeatures(a, b)),
        isHeading(a) || isHeading(b));
  }

  private static double logistic(double[] w, double[] x) {
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
    List<String> p = Wording.words(a);
    List<String> q = Wording.words(b);
    Set<String> x = wording.terms(a);
    Set<String> y = wording.terms(b);
    Set<String> both = new TreeSet<>(x);
    both.retainAll(y);
    double wx = Math.max(1, wording.weight(x));
    double wy = Math.max(1, wording.weight(y));
    double wb = wording.weight(both);
    double low = Math.min(p.size(), q.size());
    double high = Math.max(1, Math.max(p.size(), q.size()));
    Set<String> nx = numbers(p);
    Set<String> ny = numbers(q);
    Set<String> nb = new TreeSet<>(nx);
    nb.retainAll(ny);
    boolean clash = !nx.isEmpty() && !ny.isEmpty() && nb.size() < Math.min(nx.size(), ny.size());
    boolean lone = nx.isEmpty() != ny.isEmpty();
    Set<String> grams = grams(p);
    Set<String> shared = new TreeSet<>(grams);
    Set<String> other = grams(q);
    shared.retainAll(other);
    double bigrams = shared.size() / Math.max(1.0, Math.min(grams.size(), other.size()));
    double bigramsAll = shared.size() / Math.max(1.0, Math.max(grams.size(), other.size()));
    return new double[] {
      1,
      2 * wb / (wx + wy),
      wb / Math.min(wx, wy),
      wb / Math.max(wx, wy),
      bigrams,
      bigramsAll,
      low / high,
      Math.min(1, (wx + wy - 2 * wb) / 10_000),
      clash ? 1 : 0,
      lone ? 1 : 0,
      nx.equals(ny) && !nx.isEmpty() ? 1 : 0,
      Joiner.longestRun(p, q) / Math.max(1, low),
      p.equals(q) ? 1 : 0
    };
  }

  double[] conflictFeatures(String a, String b) {
    List<String> p = Wording.words(a);
    List<String> q = Wording.words(b);
    Set<String> x = wording.terms(a);
    Set<String> y = wording.terms(b);
    Set<String> both = new TreeSet<>(x);
    both.retainAll(y);
    double wb = wording.weight(both);
    double[] out = new double[3 + 2 * SORTS.size() + 3];
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
    out[i++] = wb / Math.max(1, Math.min(wording.weight(x), wording.weight(y)));
    out[i++] = a.indexOf('?') >= 0 != b.indexOf('?') >= 0 ? 1 : 0;
    out[i++] = out[3] * out[7];
    out[i] = out[3] * out[i - 3];
    return out;
  }

  private int hits(String sort, List<String> text) {
    Set<String> list = java.util.Objects.requireNonNull(words.get(sort));
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

  private static Set<String> grams(List<String> words) {
    Set<String> out = new TreeSet<>();
    for (int i = 0; i + 1 < words.size(); i++) {
      out.add(words.get(i) + " " + words.get(i + 1));
    }
    return out;
  }
}
