package news.slugline.grouping;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import news.slugline.bench.Mix;
import news.slugline.bench.Newsroom;
import news.slugline.rows.InMemoryRows;
import news.slugline.wire.LogEntry;
import news.slugline.wire.WireArticle;

/**
 * What becomes of stories that share their sentences and differ in names, towns, days and figures
 * alone: {@code LookAlikeReport [FILE]}, with the trees of a file as the trainer writes it, or with
 * those that are shipped. No collection of real copy shows how easily such stories run together, so
 * look at this before any change of trees, thresholds or vetoes.
 */
public final class LookAlikeReport {
  private static final int ARTICLES = 2_000;

  /** By name: every article a story of its own; beside one long story; 60 long stories at once. */
  private static final Map<String, Newsroom> WIRES = new LinkedHashMap<>();

  static {
    WIRES.put("apart", new Newsroom(2, Mix.APART, 1));
    WIRES.put("beside a long one", new Newsroom(2, new Mix(1, 0, 0, 0, 0, 0, 0.05), 0.02));
    WIRES.put("long ones", new Newsroom(2, new Mix(0.03, 0.1, 0, 0, 0, 0.1, 0), 0.02));
  }

  private final Grouper grouper;
  private final Map<String, String> survivors = new HashMap<>();
  private final List<String> first = new ArrayList<>();
  private final List<Object> right = new ArrayList<>();
  private int merges;

  private LookAlikeReport(Likeness likeness, Newsroom wire) {
    grouper = new Grouper(new InMemoryRows(), Window.STANDARD, likeness);
    for (int i = 0; i < ARTICLES; i++) {
      WireArticle a = wire.next();
      right.add(wire.latestStory());
      grouper.apply(
          new LogEntry.Accepted(a, Objects.requireNonNull(a.versionCreated())), this::see);
    }
  }

  public static void main(String[] args) throws IOException {
    Likeness likeness =
        args.length == 0
            ? Likeness.load()
            : Likeness.of(Files.readAllLines(Path.of(args[0]), StandardCharsets.UTF_8));
    System.out.printf(
        "%-18s %8s %8s %8s %8s %8s %9s %9s %9s%n",
        "wire of look-alikes",
        "stories",
        "found",
        "merges",
        "largest",
        "strayed",
        "precision",
        "recall",
        "first F1");
    WIRES.forEach((name, wire) -> new LookAlikeReport(likeness, wire).print(name));
  }

  private void see(Routed routed) {
    if (routed instanceof Routed.Placed p) {
      first.add(p.storyId());
    } else if (routed instanceof Routed.Absorbed a) {
      survivors.put(a.storyId(), a.survivor());
      merges++;
    }
  }

  private void print(String name) {
    List<String> last = first.stream().map(this::survivor).toList();
    Cubed end = cubed(last);
    System.out.printf(
        Locale.ROOT,
        "%-18s %8d %8d %8d %8d %8d %9.3f %9.3f %9.3f%n",
        name,
        new HashSet<>(right).size(),
        new HashSet<>(last).size(),
        merges,
        end.largest(),
        end.strayed(),
        end.precision(),
        end.recall(),
        cubed(first).f1());
  }

  private String survivor(String id) {
    String s = id;
    while (survivors.containsKey(s)) {
      s = survivors.get(s);
    }
    return s;
  }

  /**
   * B-cubed.
   *
   * @param strayed articles that are in a story half of which, or more, is about something else
   */
  private record Cubed(double precision, double recall, int largest, int strayed) {
    double f1() {
      return 2 * precision * recall / (precision + recall);
    }
  }

  private Cubed cubed(List<String> stories) {
    Map<String, Map<Object, Integer>> found = new HashMap<>();
    Map<Object, Integer> size = new HashMap<>();
    for (int i = 0; i < ARTICLES; i++) {
      found
          .computeIfAbsent(stories.get(i), s -> new HashMap<>())
          .merge(right.get(i), 1, Integer::sum);
      size.merge(right.get(i), 1, Integer::sum);
    }
    double precision = 0;
    double recall = 0;
    int largest = 0;
    int strayed = 0;
    for (int i = 0; i < ARTICLES; i++) {
      Map<Object, Integer> parts = Objects.requireNonNull(found.get(stories.get(i)));
      int whole = parts.values().stream().mapToInt(Integer::intValue).sum();
      int same = Objects.requireNonNull(parts.get(right.get(i)));
      precision += (double) same / whole;
      recall += (double) same / Objects.requireNonNull(size.get(right.get(i)));
      largest = Math.max(largest, whole);
      strayed += 2 * same <= whole ? 1 : 0;
    }
    return new Cubed(precision / ARTICLES, recall / ARTICLES, largest, strayed);
  }
}
