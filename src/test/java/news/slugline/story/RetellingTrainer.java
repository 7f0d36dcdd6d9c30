package news.slugline.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import news.slugline.claim.Claim;
import news.slugline.claim.ClaimExtractor;
import news.slugline.wire.WireArticle;
import org.jspecify.annotations.Nullable;

/**
 * Learns the weights of {@link Retelling} and writes {@code retelling-weights.tsv}. Arguments: a
 * folder with articles and pairs of their sentences, of one story or of stories alike, and the file
 * to write. Prints figures of a cross-validation by topic: stories that are compared stand in one
 * fold.
 */
public final class RetellingTrainer {
  private static final int FOLDS = 8;

  /** A wrong join of two like stories counts as so many others. */
  private static final double SISTERS = 3;

  private static final ObjectMapper JSON = new ObjectMapper();

  private record Article(String story, Scene scene, List<Claim> told) {
    /** The claim that stands for most of a sentence; null if none does. */
    @Nullable Claim at(int start, int end) {
      for (Claim c : told) {
        int shared = Math.min(end, c.span().end()) - Math.max(start, c.span().start());
        if (2 * shared >= c.span().end() - c.span().start()) {
          return c;
        }
      }
      return null;
    }
  }

  public static void main(String[] args) throws IOException {
    Path set = Path.of(args[0]);
    Retelling model =
        new Retelling(Wording.english(Memory.LEAST), new double[0], new double[0], Memory.LEAST);
    Map<String, Article> articles = articles(set);
    List<JsonNode> pairs = lines(set.resolve("sentence_pairs.jsonl"));
    Map<String, Integer> folds = folds(pairs, articles);
    List<Logistic.Example> told = new ArrayList<>();
    List<Logistic.Example> scenes = new ArrayList<>();
    List<Boolean> sisters = new ArrayList<>();
    int positives = 0;
    for (JsonNode p : pairs) {
      Article x = article(p, "/a/article", articles);
      Article y = article(p, "/b/article", articles);
      boolean same = p.path("label").asText().equals("same");
      boolean sister = p.path("kind").asText().equals("sister_story");
      positives += same ? 1 : 0;
      int fold = Objects.requireNonNull(folds.get(x.story()), x.story());
      scenes.add(new Logistic.Example(model.sceneFeatures(x.scene(), y.scene()), !sister, fold, 1));
      Claim a = x.at(p.at("/a/start").asInt(), p.at("/a/end").asInt());
      Claim b = y.at(p.at("/b/start").asInt(), p.at("/b/end").asInt());
      if (a != null && b != null) {
        double[] features = model.toldFeatures(a, x.scene(), b, y.scene());
        told.add(new Logistic.Example(features, same, fold, sister ? SISTERS : 1));
        sisters.add(sister);
      }
    }
    System.out.printf("%d pairs, %d with claims%n", pairs.size(), told.size());
    report(told, sisters, positives);
    StringBuilder out = new StringBuilder();
    out.append(
        "# Weights of the two models of Retelling; made by RetellingTrainer, not by hand.\n");
    write("told", Logistic.train(told), out);
    write("scene", Logistic.train(scenes), out);
    Files.writeString(Path.of(args[1]), out.toString());
  }

  private static Article article(JsonNode pair, String at, Map<String, Article> articles) {
    String uri = pair.at(at).asText();
    return Objects.requireNonNull(articles.get(uri), uri);
  }

  private static void report(List<Logistic.Example> all, List<Boolean> sisters, int positives) {
    double[] scores = Logistic.crossValidated(all, FOLDS);
    for (double t = 0.3; t < 0.7; t += 0.05) {
      int right = 0;
      int wrong = 0;
      int alike = 0;
      for (int i = 0; i < scores.length; i++) {
        boolean says = scores[i] >= t;
        right += says && all.get(i).yes() ? 1 : 0;
        wrong += says && !all.get(i).yes() && !sisters.get(i) ? 1 : 0;
        alike += says && sisters.get(i) ? 1 : 0;
      }
      double p = (double) right / Math.max(1, right + wrong);
      double r = (double) right / positives;
      System.out.printf(
          Locale.ROOT,
          "at %.2f: precision %.3f recall %.3f F1 %.3f, of stories alike %d%n",
          t,
          p,
          r,
          2 * p * r / (p + r),
          alike);
    }
  }

  private static void write(String model, double[] weights, StringBuilder out) {
    for (double w : weights) {
      out.append(String.format(Locale.ROOT, "%s\tweight\t%.4f%n", model, w));
    }
  }

  private static Map<String, Article> articles(Path set) throws IOException {
    Map<String, String> stories = new HashMap<>();
    for (JsonNode n : lines(set.resolve("clusters.jsonl"))) {
      stories.put(n.path("uri").asText(), n.path("story").asText());
    }
    ClaimExtractor extractor = ClaimExtractor.standard();
    Wording wording = Wording.english(Memory.LEAST);
    Map<String, Article> out = new HashMap<>();
    for (JsonNode n : lines(set.resolve("articles.jsonl"))) {
      String uri = n.path("uri").asText();
      WireArticle a =
          WireArticle.builder(uri, "1", "x")
              .headline(n.at("/headlines/0/value").asText(""))
              .body(n.at("/bodies/0/value").asText(""))
              .build();
      OffsetDateTime time = OffsetDateTime.parse(n.path("versionCreated").asText());
      List<Claim> told =
          extractor.extract(a, time.toInstant()).claims().stream().filter(Claim::isTold).toList();
      out.put(
          uri,
          new Article(
              stories.getOrDefault(uri, uri),
              Scene.of(a.headline(), a.body(), List.of(), wording),
              told));
    }
    return out;
  }

  /** Stories of which pairs are compared have one fold. */
  private static Map<String, Integer> folds(List<JsonNode> pairs, Map<String, Article> articles) {
    Map<String, Set<String>> together = new TreeMap<>();
    for (JsonNode p : pairs) {
      String a = article(p, "/a/article", articles).story();
      String b = article(p, "/b/article", articles).story();
      Set<String> all = new TreeSet<>(together.getOrDefault(a, Set.of(a)));
      all.addAll(together.getOrDefault(b, Set.of(b)));
      all.forEach(s -> together.put(s, all));
    }
    Map<String, Integer> out = new TreeMap<>();
    List<Set<String>> topics = new ArrayList<>();
    together.forEach(
        (story, all) -> {
          if (!topics.contains(all)) {
            topics.add(all);
          }
          out.put(story, topics.indexOf(all) % FOLDS);
        });
    return out;
  }

  private static List<JsonNode> lines(Path file) throws IOException {
    List<JsonNode> out = new ArrayList<>();
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      if (!line.isBlank()) {
        out.add(JSON.readTree(line));
      }
    }
    return out;
  }
}
