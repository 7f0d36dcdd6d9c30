package news.slugline.grouping;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How likely it is that an article belongs to a story: a logistic model over what the two share and
 * where they clash. The weights are the resource {@code likeness.tsv}, made by the trainer in the
 * tests. Sums run in a fixed order.
 */
final class Likeness {
  /** Names of the features, in the order of {@link #features}. */
  static final List<String> FEATURES =
      List.of(
          "bias",
          "all",
          "all squared",
          "words",
          "names",
          "phrases",
          "numbers",
          "days",
          "days clash",
          "headline in story",
          "story headline in article",
          "lead in story",
          "story lead in article",
          "top in story",
          "story top in article",
          "phrases shared",
          "phrases clash",
          "names clash",
          "gap",
          "gap past window",
          "size",
          "short",
          "core",
          "core names",
          "names shared",
          "names squared",
          "all and names",
          "all and core",
          "phrases and all",
          "gap and names",
          "short and all",
          "short and headline",
          "short and names",
          "gap and all",
          "size and all");

  private static final double HOUR = 3_600_000.0;

  private final double[] weights;
  private final double threshold;
  private final double margin;
  private final double merge;

  Likeness(double[] weights, double threshold, double margin, double merge) {
    this.weights = weights.clone();
    this.threshold = threshold;
    this.margin = margin;
    this.merge = merge;
  }

  static Likeness load() {
    Map<String, Double> values = new TreeMap<>();
    try (InputStream in = Likeness.class.getResourceAsStream("likeness.tsv")) {
      if (in == null) {
        throw new IllegalStateException("missing resource likeness.tsv");
      }
      BufferedReader r = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = r.readLine(); line != null; line = r.readLine()) {
        int tab = line.indexOf('\t');
        if (tab > 0 && line.charAt(0) != '#') {
          values.put(line.substring(0, tab), Double.parseDouble(line.substring(tab + 1)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    double[] weights = new double[FEATURES.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = values.getOrDefault(FEATURES.get(i), 0.0);
    }
    return new Likeness(
        weights,
        values.getOrDefault("threshold", 0.5),
        values.getOrDefault("margin", 0.0),
        values.getOrDefault("merge", 2.0));
  }

  /** From this score on an article joins a story. */
  double threshold() {
    return threshold;
  }

  /** By so much the best story must lead the second. */
  double margin() {
    return margin;
  }

  /** From this score on, of both, two stories are one. */
  double merge() {
    return merge;
  }

  /** 0 to 1. */
  double score(double[] features) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * features[i];
    }
    return 1 / (1 + StrictMath.exp(-sum));
  }

  double score(Profile p, Story s, long time) {
    return score(features(p, s, time));
  }

  /** How likely it is that two stories are one: the less likely of both directions. */
  static double alike(Likeness likeness, Story a, Story b) {
    double ab = likeness.score(profile(a), b, a.gap(b.last) == 0 ? a.last : a.first);
    double ba = likeness.score(profile(b), a, b.gap(a.last) == 0 ? b.last : b.first);
    return Math.min(ab, ba);
  }

  private static Profile profile(Story s) {
    return new Profile(s.language, s.terms, s.weights, s.marks, 400);
  }

  /** What the model looks at. */
  static double[] features(Profile p, Story s, long time) {
    Overlap o = new Overlap(p, s);
    double hours = s.gap(time) / HOUR;
    double gap = StrictMath.log(1 + hours) / StrictMath.log(721);
    double size = StrictMath.log(Math.max(1, s.articles)) / StrictMath.log(100);
    double all = o.cosine(Overlap.ALL);
    double shorter = 1.0 / (1 + p.words() / 40.0);
    return new double[] {
      1,
      all,
      all * all,
      o.cosine(Overlap.WORD),
      o.cosine(Overlap.NAME),
      o.cosine(Overlap.PHRASE),
      o.cosine(Overlap.NUMBER),
      o.cosine(Overlap.DAY),
      o.clash(Overlap.DAY),
      o.headlineInStory(),
      o.storyHeadlineInArticle(),
      o.leadInStory(),
      o.storyLeadInArticle(),
      o.topInStory(),
      o.storyTopInArticle(),
      Math.min(3, o.shared(Overlap.PHRASE)) / 3.0,
      o.clash(Overlap.PHRASE),
      o.clash(Overlap.NAME),
      gap,
      hours > 72 ? 1 : 0,
      size,
      shorter,
      o.core(),
      Math.min(4, o.coreNames()) / 4.0,
      Math.min(8, o.shared(Overlap.NAME)) / 8.0,
      o.cosine(Overlap.NAME) * o.cosine(Overlap.NAME),
      all * o.cosine(Overlap.NAME),
      all * o.core(),
      all * Math.min(3, o.shared(Overlap.PHRASE)) / 3.0,
      gap * o.cosine(Overlap.NAME),
      shorter * all,
      shorter * o.headlineInStory(),
      shorter * o.cosine(Overlap.NAME),
      gap * all,
      size * all
    };
  }
}
