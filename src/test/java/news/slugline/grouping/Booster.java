package news.slugline.grouping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Learns the {@link Trees} of a logistic model by gradient boosting. A feature's sign ({@code +} or
 * {@code -} before its name) holds in every tree. No chance is involved: the same examples give the
 * same trees.
 *
 * <p>A feature with {@code >} or {@code <} before its name, a share that may raise or lower the
 * answer alone, has a last tree of its own, learned when the others are there. It adds nothing
 * where the share is 0: what is not told must not count, and the other trees have not seen it.
 */
final class Booster {
  /** What is known of one case: features, how much of it is true (0 to 1), and its weight. */
  record Example(double[] x, double truth, double weight, int fold) {}

  private static final int BINS = 64;
  private static final double RATE = 0.08;
  private static final double RIDGE = 4;

  /** Where the trees of shares cut; 0 adds nothing. */
  private static final double[] SHARES = {0, 0.25, 0.5, 0.75, 1};

  /** The trees of shares are learned in so many rounds, one after the other. */
  private static final int SHARE_ROUNDS = 20;

  private static final double LEAST_WEIGHT = 4;

  private final List<String> features;
  private final int rounds;
  private final int depth;
  private final List<Example> examples = new ArrayList<>();
  private final double[][] cuts;
  private final byte[][] bins;
  private final double[] gradient;
  private final double[] curvature;
  private final double[] sum;

  private Booster(List<Example> all, int without, List<String> features, int rounds, int depth) {
    for (Example e : all) {
      if (e.fold() != without) {
        examples.add(e);
      }
    }
    this.features = features;
    this.rounds = rounds;
    this.depth = depth;
    int n = examples.size();
    cuts = new double[features.size()][];
    bins = new byte[features.size()][n];
    for (int f = 0; f < features.size(); f++) {
      bin(f);
    }
    gradient = new double[n];
    curvature = new double[n];
    sum = new double[n];
  }

  /** The lines of the trees learned from all examples but those of one fold. */
  static List<String> learn(
      List<Example> all, int without, List<String> features, int rounds, int depth) {
    return new Booster(all, without, features, rounds, depth).run();
  }

  private void bin(int f) {
    int n = examples.size();
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = examples.get(i).x()[f];
    }
    Arrays.sort(values);
    List<Double> found = new ArrayList<>();
    for (int b = 1; b < BINS; b++) {
      double v = values[(int) ((long) n * b / BINS)];
      // Rounded as it is written, so that what is learned is what is read.
      double cut = Math.round(v * 10_000) / 10_000.0;
      if (found.isEmpty() || cut > found.get(found.size() - 1)) {
        found.add(cut);
      }
    }
    cuts[f] = found.stream().mapToDouble(Double::doubleValue).toArray();
    for (int i = 0; i < n; i++) {
      int at = Arrays.binarySearch(cuts[f], examples.get(i).x()[f]);
      bins[f][i] = (byte) (at >= 0 ? at : -at - 1);
    }
  }

  private List<String> run() {
    List<String> lines = new ArrayList<>();
    double yes = 0;
    double no = 0;
    for (Example e : examples) {
      yes += e.weight() * e.truth();
      no += e.weight() * (1 - e.truth());
    }
    double bias = round(StrictMath.log(yes / no));
    lines.add("=" + bias);
    Arrays.fill(sum, bias);
    int[] all = new int[examples.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = i;
    }
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < all.length; i++) {
        Example e = examples.get(i);
        double p = 1 / (1 + StrictMath.exp(-sum[i]));
        gradient[i] = (e.truth() - p) * e.weight();
        curvature[i] = Math.max(p * (1 - p), 1e-6) * e.weight();
      }
      StringBuilder line = new StringBuilder();
      grow(all, depth, -1e9, 1e9, line);
      lines.add(line.toString());
    }
    shares(lines);
    return lines;
  }

  private void shares(List<String> lines) {
    double[][] answers = new double[features.size()][SHARES.length];
    for (int round = 0; round < SHARE_ROUNDS; round++) {
      for (int f = 0; f < answers.length; f++) {
        if (share(f)) {
          step(f, answers[f]);
        }
      }
    }
    for (int f = 0; f < answers.length; f++) {
      if (share(f)) {
        StringBuilder line = new StringBuilder();
        for (int b = 0; b + 1 < SHARES.length; b++) {
          line.append(features.get(f).substring(1)).append('\t').append(SHARES[b]);
          line.append("\t=").append(round(answers[f][b])).append('\t');
        }
        lines.add(line.append('=').append(round(answers[f][SHARES.length - 1])).toString());
      }
    }
  }

  private boolean share(int f) {
    return features.get(f).charAt(0) == '<' || features.get(f).charAt(0) == '>';
  }

  /** One step of Newton's for what a share adds, kept rising or falling. */
  private void step(int f, double[] answers) {
    double[] gs = new double[SHARES.length];
    double[] hs = new double[SHARES.length];
    int[] part = new int[examples.size()];
    for (int i = 0; i < part.length; i++) {
      Example e = examples.get(i);
      int at = Arrays.binarySearch(SHARES, e.x()[f]);
      part[i] = Math.min(at >= 0 ? at : -at - 1, SHARES.length - 1);
      double p = 1 / (1 + StrictMath.exp(-sum[i]));
      gs[part[i]] += (e.truth() - p) * e.weight();
      hs[part[i]] += Math.max(p * (1 - p), 1e-6) * e.weight();
    }
    double sign = features.get(f).charAt(0) == '<' ? -1 : 1;
    double[] before = answers.clone();
    for (int b = 1; b < SHARES.length; b++) {
      double answer = answers[b] + (gs[b] - RIDGE * answers[b]) / (hs[b] + RIDGE);
      answers[b] = sign * Math.max(sign * answer, sign * answers[b - 1]);
    }
    for (int i = 0; i < part.length; i++) {
      sum[i] += answers[part[i]] - before[part[i]];
    }
  }

  private record Split(int feature, int bin, double gain, double low, double high) {}

  private void grow(int[] rows, int left, double least, double most, StringBuilder line) {
    double g = 0;
    double h = 0;
    for (int i : rows) {
      g += gradient[i];
      h += curvature[i];
    }
    Split best = left == 0 ? null : split(rows, g, h, least, most);
    if (line.length() > 0) {
      line.append('\t');
    }
    if (best == null) {
      double answer = round(RATE * clamp(g / (h + RIDGE), least, most));
      for (int i : rows) {
        sum[i] += answer;
      }
      line.append('=').append(answer);
      return;
    }
    String name = features.get(best.feature());
    line.append(name.substring(1)).append('\t').append(cuts[best.feature()][best.bin()]);
    int[] below = Arrays.stream(rows).filter(i -> bins[best.feature()][i] <= best.bin()).toArray();
    int[] above = Arrays.stream(rows).filter(i -> bins[best.feature()][i] > best.bin()).toArray();
    double middle = (best.low() + best.high()) / 2;
    char sign = name.charAt(0);
    grow(below, left - 1, sign == '-' ? middle : least, sign == '+' ? middle : most, line);
    grow(above, left - 1, sign == '+' ? middle : least, sign == '-' ? middle : most, line);
  }

  private @Nullable Split split(int[] rows, double g, double h, double least, double most) {
    double whole = clamp(g / (h + RIDGE), least, most);
    double before = gain(g, h, whole);
    Split best = null;
    double[] gs = new double[BINS + 1];
    double[] hs = new double[BINS + 1];
    for (int f = 0; f < cuts.length; f++) {
      if (share(f)) {
        continue;
      }
      Arrays.fill(gs, 0);
      Arrays.fill(hs, 0);
      byte[] bin = bins[f];
      for (int i : rows) {
        gs[bin[i]] += gradient[i];
        hs[bin[i]] += curvature[i];
      }
      char sign = features.get(f).charAt(0);
      double lg = 0;
      double lh = 0;
      for (int b = 0; b < cuts[f].length; b++) {
        lg += gs[b];
        lh += hs[b];
        if (lh < LEAST_WEIGHT || h - lh < LEAST_WEIGHT) {
          continue;
        }
        double low = clamp(lg / (lh + RIDGE), least, most);
        double high = clamp((g - lg) / (h - lh + RIDGE), least, most);
        if (sign == '+' && low > high || sign == '-' && low < high) {
          continue;
        }
        double gain = gain(lg, lh, low) + gain(g - lg, h - lh, high) - before;
        if (gain > 1e-3 && (best == null || gain > best.gain())) {
          best = new Split(f, b, gain, low, high);
        }
      }
    }
    return best;
  }

  /** How much the loss falls by an answer. */
  private static double gain(double g, double h, double answer) {
    return g * answer - (h + RIDGE) * answer * answer / 2;
  }

  private static double clamp(double x, double least, double most) {
    return Math.max(least, Math.min(most, x));
  }

  private static double round(double x) {
    return Double.parseDouble(String.format(Locale.ROOT, "%.4f", x));
  }
}
