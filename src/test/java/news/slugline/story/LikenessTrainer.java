package news.slugline.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Learns the weights of {@link Likeness} and writes {@code likeness-weights.tsv}. Arguments: a
 * folder of pairs that agree or not (model "same"), one of pairs that agree or conflict (model
 * "conflict"), and the file to write. Prints figures of a ten-fold cross-validation, by the first
 * text of a pair, so that pairs that share it stand in one fold.
 */
public final class LikenessTrainer {
  private static final int FOLDS = 10;
  private static final double RIDGE = 0.0005;

  private record Example(double[] x, boolean yes, int fold, boolean conflictPair) {}

  public static void main(String[] args) throws IOException {
    Wording wording = Wording.english();
    Likeness l = new Likeness(wording, new double[0], new double[0]);
    List<Example> same = new ArrayList<>();
    for (JsonNode p : pairs(Path.of(args[0]))) {
      String a = p.at("/a/text").asText();
      String b = p.at("/b/text").asText();
      same.add(
          new Example(
              l.sameFeatures(a, b),
              p.path("relation").asText().equals("agrees"),
              Math.floorMod(a.hashCode(), FOLDS),
              false));
    }
    List<Example> conflict = new ArrayList<>();
    for (JsonNode p : pairs(Path.of(args[1]))) {
      String a = p.at("/a/text").asText();
      String b = p.at("/b/text").asText();
      conflict.add(
          new Example(
              l.conflictFeatures(a, b),
              p.path("relation").asText().equals("conflicts"),
              Math.floorMod(a.hashCode(), FOLDS),
              true));
    }
    StringBuilder out = new StringBuilder();
    out.append("# Weights of the two models of Likeness; made by LikenessTrainer, not by hand.\n");
    report("same", same, out);
    report("conflict", conflict, out);
    Files.writeString(Path.of(args[2]), out.toString());
  }

  private static void report(String model, List<Example> all, StringBuilder out) {
    double[] scores = new double[all.size()];
    for (int f = 0; f < FOLDS; f++) {
      List<Example> train = new ArrayList<>();
      for (Example e : all) {
        if (e.fold() != f) {
          train.add(e);
        }
      }
      double[] w = train(train);
      for (int i = 0; i < all.size(); i++) {
        if (all.get(i).fold() == f) {
          scores[i] = dot(w, all.get(i).x());
        }
      }
    }
    for (double t = 0.35; t < 0.66; t += 0.03) {
      double z = Math.log(t / (1 - t));
      int tp = 0;
      int fp = 0;
      int fn = 0;
      int tn = 0;
      for (int i = 0; i < all.size(); i++) {
        boolean says = scores[i] >= z;
        boolean is = all.get(i).yes();
        tp += says && is ? 1 : 0;
        fp += says && !is ? 1 : 0;
        fn += !says && is ? 1 : 0;
        tn += !says && !is ? 1 : 0;
      }
      double yes = 2.0 * tp / (2 * tp + fp + fn);
      double no = 2.0 * tn / (2 * tn + fp + fn);
      System.out.printf(
          Locale.ROOT, "%s at %.2f: F1 %.3f %.3f macro %.3f%n", model, t, yes, no, (yes + no) / 2);
    }
    for (double w : train(all)) {
      out.append(String.format(Locale.ROOT, "%s\tweight\t%.4f%n", model, w));
    }
  }

  private static double dot(double[] w, double[] x) {
    double z = 0;
    for (int i = 0; i < x.length; i++) {
      z += w[i] * x[i];
    }
    return z;
  }

  /** Newton's method on the logistic loss with a ridge; the same on every run. */
  private static double[] train(List<Example> all) {
    int n = all.get(0).x().length;
    double[] w = new double[n];
    for (int step = 0; step < 30; step++) {
      double[][] m = new double[n][n + 1];
      for (Example e : all) {
        double p = 1 / (1 + Math.exp(-dot(w, e.x())));
        for (int i = 0; i < n; i++) {
          m[i][n] += (p - (e.yes() ? 1 : 0)) * e.x()[i];
          for (int k = 0; k < n; k++) {
            m[i][k] += p * (1 - p) * e.x()[i] * e.x()[k];
          }
        }
      }
      for (int i = 0; i < n; i++) {
        double ridge = i == 0 ? 1e-6 : RIDGE * all.size();
        m[i][i] += ridge;
        m[i][n] += ridge * w[i];
      }
      double[] d = solve(m);
      for (int i = 0; i < n; i++) {
        w[i] -= d[i];
      }
    }
    return w;
  }

  /** Gauss elimination; the last column is the right side. */
  private static double[] solve(double[][] m) {
    int n = m.length;
    for (int c = 0; c < n; c++) {
      int pivot = c;
      for (int r = c + 1; r < n; r++) {
        pivot = Math.abs(m[r][c]) > Math.abs(m[pivot][c]) ? r : pivot;
      }
      double[] swap = m[c];
      m[c] = m[pivot];
      m[pivot] = swap;
      for (int r = 0; r < n; r++) {
        double f = r == c ? 0 : m[r][c] / m[c][c];
        for (int k = c; f != 0 && k <= n; k++) {
          m[r][k] -= f * m[c][k];
        }
      }
    }
    double[] out = new double[n];
    for (int i = 0; i < n; i++) {
      out[i] = m[i][n] / m[i][i];
    }
    return out;
  }

  private static List<JsonNode> pairs(Path dir) throws IOException {
    ObjectMapper json = new ObjectMapper();
    Map<String, String> gold = new HashMap<>();
    for (String line : Files.readAllLines(dir.resolve("gold.jsonl"), StandardCharsets.UTF_8)) {
      JsonNode g = json.readTree(line);
      gold.put(g.path("id").asText(), g.path("relation").asText());
    }
    List<JsonNode> out = new ArrayList<>();
    for (String line : Files.readAllLines(dir.resolve("pairs.jsonl"), StandardCharsets.UTF_8)) {
      JsonNode p = json.readTree(line);
      ((com.fasterxml.jackson.databind.node.ObjectNode) p)
          .put("relation", gold.get(p.path("id").asText()));
      out.add(p);
    }
    return out;
  }

  private LikenessTrainer() {}
}
