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

  public static void main(String[] args) throws IOException {
    Wording wording = Wording.english(Memory.LEAST);
    Likeness l = new Likeness(wording, new double[0], new double[0], Memory.LEAST);
    List<Logistic.Example> same = new ArrayList<>();
    for (JsonNode p : pairs(Path.of(args[0]))) {
      String a = p.at("/a/text").asText();
      String b = p.at("/b/text").asText();
      same.add(
          new Logistic.Example(
              l.sameFeatures(a, b),
              p.path("relation").asText().equals("agrees"),
              Math.floorMod(a.hashCode(), FOLDS),
              1));
    }
    List<Logistic.Example> conflict = new ArrayList<>();
    for (JsonNode p : pairs(Path.of(args[1]))) {
      String a = p.at("/a/text").asText();
      String b = p.at("/b/text").asText();
      conflict.add(
          new Logistic.Example(
              l.conflictFeatures(a, b),
              p.path("relation").asText().equals("conflicts"),
              Math.floorMod(a.hashCode(), FOLDS),
              1));
    }
    StringBuilder out = new StringBuilder();
    out.append("# Weights of the two models of Likeness; made by LikenessTrainer, not by hand.\n");
    report("same", same, out);
    report("conflict", conflict, out);
    Files.writeString(Path.of(args[2]), out.toString());
  }

  private static void report(String model, List<Logistic.Example> all, StringBuilder out) {
    double[] scores = Logistic.crossValidated(all, FOLDS);
    for (double t = 0.35; t < 0.66; t += 0.03) {
      int tp = 0;
      int fp = 0;
      int fn = 0;
      int tn = 0;
      for (int i = 0; i < all.size(); i++) {
        boolean says = scores[i] >= t;
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
    for (double w : Logistic.train(all)) {
      out.append(String.format(Locale.ROOT, "%s\tweight\t%.4f%n", model, w));
    }
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
