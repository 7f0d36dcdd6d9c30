package news.slugline.grouping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import news.slugline.rows.InMemoryRows;
import news.slugline.wire.LogEntry;
import news.slugline.wire.WireArticle;

/**
 * Learns {@code likeness.tsv} and measures it. Arguments: {@code run OUT DIR...} groups each folder
 * with the weights that are there and writes OUT/NAME/assignments.jsonl; {@code train FILE
 * THRESHOLD MARGIN MERGE DIR...} learns from all folders; {@code cross OUT THRESHOLD MARGIN MERGE
 * DIR...} learns five times without the stories of a fold, groups with each and writes each
 * article's story of the run that had not seen it to OUT/NAME-FOLD.
 *
 * <p>Examples: articles are fed into their right stories in order; each candidate that the index
 * gives is an example, for the whole text and for the headline alone.
 */
final class GroupingTrainer {
  private static final int FOLDS = 5;

  /** Each article is learned from once more as a headline alone, with this weight. */
  private static final double SNAP = 0.2;

  private static final int ROUNDS = 30;
  private static final double RIDGE = 1e-3;
  private static final int N = Likeness.FEATURES.size();

  private GroupingTrainer() {}

  public static void main(String[] args) throws IOException {
    switch (args[0]) {
      case "run" -> {
        for (int i = 2; i < args.length; i++) {
          Path dir = Path.of(args[i]);
          group(read(dir), Likeness.load(), Path.of(args[1], dir.getFileName().toString()));
        }
      }
      case "train" -> {
        List<Example> examples = new ArrayList<>();
        for (int i = 5; i < args.length; i++) {
          examples.addAll(examples(Path.of(args[i])));
        }
        double[] w = learn(examples, -1);
        try (PrintWriter out = writer(Path.of(args[1]))) {
          out.print("# The logistic model of likeness; made by GroupingTrainer. See Likeness.\n");
          out.print(
              "threshold\t" + args[2] + "\nmargin\t" + args[3] + "\nmerge\t" + args[4] + "\n");
          for (int i = 0; i < N; i++) {
            out.print(Likeness.FEATURES.get(i) + "\t" + Math.round(w[i] * 1000) / 1000.0 + "\n");
          }
        }
      }
      case "cross" -> {
        List<Example> examples = new ArrayList<>();
        for (int i = 5; i < args.length; i++) {
          examples.addAll(examples(Path.of(args[i])));
        }
        for (int fold = 0; fold < FOLDS; fold++) {
          double[] w = learn(examples, fold);
          Likeness model =
              new Likeness(
                  w,
                  Double.parseDouble(args[2]),
                  Double.parseDouble(args[3]),
                  Double.parseDouble(args[4]));
          for (int i = 5; i < args.length; i++) {
            Path dir = Path.of(args[i]);
            group(read(dir), model, Path.of(args[1], dir.getFileName() + "-" + fold));
          }
        }
      }
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  record Example(double[] x, boolean same, double weight, int fold) {}

  static int fold(String story) {
    return (int) Long.remainderUnsigned(TermIds.hash(story), FOLDS);
  }

  private static List<Example> examples(Path dir) throws IOException {
    ObjectMapper json = new ObjectMapper();
    Map<String, String> gold = new HashMap<>();
    for (String line : Files.readAllLines(dir.resolve("clusters.jsonl"), StandardCharsets.UTF_8)) {
      JsonNode n = json.readTree(line);
      gold.put(n.path("uri").asText(), n.path("story").asText());
    }
    List<WireArticle> articles = read(dir);
    Profiler profiler = new Profiler();
    StoryIndex index = new StoryIndex();
    Map<String, Story> stories = new HashMap<>();
    List<Example> out = new ArrayList<>();
    long seq = 0;
    for (WireArticle a : articles) {
      Instant t = Objects.requireNonNull(a.versionCreated());
      long time = t.toEpochMilli();
      Profile p = profiler.of(a, t);
      String story = Objects.requireNonNull(gold.get(a.uri()));
      collect(index, p, story, time, 1, out);
      WireArticle snap = a.toBuilder().body("").build();
      collect(index, profiler.of(snap, t), story, time, SNAP, out);
      Story s = stories.get(story);
      if (s == null || s.gap(time) > Window.STANDARD.matchable().toMillis()) {
        s = new Story(story, p, time);
        stories.put(story, s);
      } else {
        s.add(p, time);
      }
      s.seq = ++seq;
      index.put(s);
    }
    long positives = out.stream().filter(Example::same).count();
    System.out.println(dir.getFileName() + ": " + out.size() + " examples, " + positives + " same");
    // A folder of a few endless stories says little about where stories end.
    double scale = (stories.size() < 10 ? 500.0 : 1000.0) / positives;
    List<Example> weighted = new ArrayList<>();
    for (Example e : out) {
      weighted.add(new Example(e.x(), e.same(), scale * e.weight(), e.fold()));
    }
    return weighted;
  }

  private static void collect(
      StoryIndex index, Profile p, String story, long time, double weight, List<Example> out) {
    List<Example> near = new ArrayList<>();
    for (Story s : index.candidates(p)) {
      if (s.gap(time) <= Window.STANDARD.matchable().toMillis()) {
        boolean same = s.id.equals(story);
        near.add(new Example(Likeness.features(p, s, time), same, weight, fold(story)));
      }
    }
    for (Example e : near) {
      for (int i = 0; i < N; i++) {
        if (!Double.isFinite(e.x()[i])) {
          throw new IllegalStateException(Likeness.FEATURES.get(i) + " " + e.x()[i]);
        }
      }
    }
    out.addAll(near);
  }

  /** Newton's method on the ridge-penalised likelihood. */
  private static double[] learn(List<Example> examples, int without) {
    double[] w = new double[N];
    for (int round = 0; round < ROUNDS; round++) {
      double[] g = new double[N];
      double[][] h = new double[N][N];
      for (Example e : examples) {
        if (e.fold() == without) {
          continue;
        }
        double z = 0;
        for (int i = 0; i < N; i++) {
          z += w[i] * e.x()[i];
        }
        double p = 1 / (1 + StrictMath.exp(-z));
        double d = ((e.same() ? 1 : 0) - p) * e.weight();
        double v = Math.max(p * (1 - p), 1e-9) * e.weight();
        for (int i = 0; i < N; i++) {
          g[i] += d * e.x()[i];
          for (int j = 0; j <= i; j++) {
            h[i][j] += v * e.x()[i] * e.x()[j];
          }
        }
      }
      for (int i = 0; i < N; i++) {
        double ridge = i == 0 ? 1e-6 : RIDGE * 1000;
        g[i] -= ridge * w[i];
        h[i][i] += ridge;
        for (int j = 0; j < i; j++) {
          h[j][i] = h[i][j];
        }
      }
      double[] step = solve(h, g);
      double most = Arrays.stream(step).map(Math::abs).max().orElse(0);
      for (int i = 0; i < N; i++) {
        w[i] += step[i] * Math.min(1, 4 / most);
      }
    }
    return w;
  }

  private static double[] solve(double[][] a, double[] b) {
    int n = b.length;
    double[] x = b.clone();
    for (int c = 0; c < n; c++) {
      int pivot = c;
      for (int r = c + 1; r < n; r++) {
        pivot = Math.abs(a[r][c]) > Math.abs(a[pivot][c]) ? r : pivot;
      }
      double[] row = a[c];
      a[c] = a[pivot];
      a[pivot] = row;
      double y = x[c];
      x[c] = x[pivot];
      x[pivot] = y;
      for (int r = c + 1; r < n; r++) {
        double f = a[r][c] / a[c][c];
        for (int k = c; k < n; k++) {
          a[r][k] -= f * a[c][k];
        }
        x[r] -= f * x[c];
      }
    }
    for (int c = n - 1; c >= 0; c--) {
      for (int k = c + 1; k < n; k++) {
        x[c] -= a[c][k] * x[k];
      }
      x[c] /= a[c][c];
    }
    return x;
  }

  private static void group(List<WireArticle> articles, Likeness likeness, Path out)
      throws IOException {
    Files.createDirectories(out);
    long start = System.nanoTime();
    Grouper grouper = new Grouper(new InMemoryRows(), Window.STANDARD, likeness);
    Map<String, List<String>> members = new LinkedHashMap<>();
    try (PrintWriter w = writer(out.resolve("assignments.jsonl"))) {
      for (WireArticle a : articles) {
        Instant t = Objects.requireNonNull(a.versionCreated());
        grouper.apply(new LogEntry.Tick(t), r -> {});
        grouper.apply(
            new LogEntry.Accepted(a, t),
            r -> {
              if (r instanceof Routed.Placed p) {
                members.computeIfAbsent(p.storyId(), s -> new ArrayList<>()).add(a.uri());
                line(w, a.uri(), p.storyId());
              } else if (r instanceof Routed.Absorbed m) {
                List<String> moved = Objects.requireNonNull(members.remove(m.storyId()));
                moved.forEach(u -> line(w, u, m.survivor()));
                Objects.requireNonNull(members.get(m.survivor())).addAll(moved);
              }
            });
      }
    }
    System.out.printf("%s: %.1f s%n", out, (System.nanoTime() - start) / 1e9);
  }

  private static void line(PrintWriter w, String uri, String story) {
    Map<String, String> o = new TreeMap<>(Map.of("article", uri, "version", "1", "story", story));
    try {
      w.println(new ObjectMapper().writeValueAsString(o));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static List<WireArticle> read(Path dir) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<WireArticle> out = new ArrayList<>();
    for (String line : Files.readAllLines(dir.resolve("articles.jsonl"), StandardCharsets.UTF_8)) {
      JsonNode n = json.readTree(line);
      out.add(
          WireArticle.builder(
                  n.path("uri").asText(),
                  n.path("version").asText("1"),
                  n.at("/infoSources/0/name").asText("unknown"))
              .headline(n.at("/headlines/0/value").asText(""))
              .language(n.path("language").asText("en"))
              .versionCreated(OffsetDateTime.parse(n.path("versionCreated").asText()).toInstant())
              .body(n.at("/bodies/0/value").asText(""))
              .build());
    }
    return out;
  }

  private static PrintWriter writer(Path file) throws IOException {
    return new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
  }
}
