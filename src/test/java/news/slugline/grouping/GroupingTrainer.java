package news.slugline.grouping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import news.slugline.claim.text.Document;
import news.slugline.grouping.Booster.Example;
import news.slugline.wire.WireArticle;
import org.jspecify.annotations.Nullable;

/**
 * Learns {@code likeness.tsv} and measures it: {@code GroupingTrainer FILE
 * FIRST:LATER:MERGE:MERGE-LATER MARGIN DIR:WEIGHT[:ORDERS]...}, see {@link Thresholds}; of several
 * thresholds with commas between them, all are measured and the first is written. A collection
 * whose articles are in no order of their own is learned from in so many further orders, too, and
 * there without the lines that say when a page was made: the trees must tell stories apart where no
 * text tells its day, and what they do then is measured beside the rest.
 *
 * <p>Examples are an article, or a story that has just taken one in, and a story near it, in the
 * state in which grouping meets it: first with every article in its right story or in a piece of
 * it, then as the models of the round before have grouped them, since a story that took a wrong
 * article in must still be told apart. Five models are learned, each without the stories of a fold;
 * an article is grouped by the one that has not seen its story, so that the figures printed are
 * cross-validated. What is written is learned from all.
 */
final class GroupingTrainer {
  private static final int FOLDS = 5;
  private static final int POLICY_ROUNDS = 1;

  /** Those of the groupings that examples are taken from. */
  private static final Thresholds POLICY = new Thresholds(0.6, 0.6, 0.75, 0.65);

  private static final int TREES = 70;
  private static final int DEPTH = 4;

  /** The seed of the first further order. */
  private static final long SHUFFLE = 77;

  /** Each article is learned from once more as a headline alone, with this weight. */
  private static final double SNAP = 0.2;

  /**
   * Of the examples that are not alike at all, one in four is enough, with four times the weight.
   */
  private static final double EASY = 0.1;

  private GroupingTrainer() {}

  /**
   * One collection, read and profiled once.
   *
   * @param orders its articles in their own order first
   */
  record Collection(String name, double weight, List<List<Item>> orders) {}

  record Item(
      WireArticle article,
      Profile profile,
      Profile undated,
      Profile snap,
      String story,
      int fold,
      long time) {}

  public static void main(String[] args) throws IOException {
    List<Thresholds> thresholds =
        Stream.of(args[1].split(",")).map(GroupingTrainer::thresholds).toList();
    Thresholds chosen = thresholds.get(0);
    List<Collection> collections = new ArrayList<>();
    for (String arg : List.of(args).subList(3, args.length)) {
      String[] parts = arg.split(":");
      double weight = Double.parseDouble(parts[1]);
      int orders = parts.length > 2 ? Integer.parseInt(parts[2]) : 0;
      collections.add(collection(Path.of(parts[0]), weight, orders));
    }
    List<Example> examples = new ArrayList<>();
    for (Collection c : collections) {
      examples.addAll(examples(c, List.of()));
    }
    List<Trees> folds = folds(examples);
    for (int round = 0; round < POLICY_ROUNDS; round++) {
      for (Collection c : collections) {
        examples.addAll(examples(c, models(folds, POLICY)));
      }
      folds = folds(examples);
    }
    System.out.println(examples.size() + " examples");
    for (Thresholds t : thresholds) {
      StringBuilder line = new StringBuilder(t.toString());
      for (Collection c : collections) {
        for (List<Item> items : c.orders()) {
          line.append(items == c.orders().get(0) ? " | " : " / ");
          Run run = new Run(items, models(folds, t), false);
          line.append(new Score(items, run.stories)).append(" first ");
          line.append(String.format(Locale.ROOT, "%.3f", new Score(items, run.first).f1()));
        }
      }
      System.out.println(line);
    }
    List<String> lines = new ArrayList<>();
    lines.add("# The trees of likeness; made by GroupingTrainer. See Trees and Likeness.");
    lines.add("@first\t" + chosen.first());
    lines.add("@later\t" + chosen.later());
    lines.add("@margin\t" + args[2]);
    lines.add("@merge\t" + chosen.merge());
    lines.add("@merge-later\t" + chosen.mergeLater());
    lines.addAll(Booster.learn(examples, -1, Likeness.FEATURES, TREES, DEPTH));
    Files.writeString(Path.of(args[0]), String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
  }

  private static List<Example> examples(Collection c, List<Likeness> models) {
    List<Example> out = new ArrayList<>();
    for (List<Item> items : c.orders()) {
      out.addAll(new Run(items, models, true).examples());
    }
    return weighted(c, out);
  }

  private static Thresholds thresholds(String four) {
    double[] t = Stream.of(four.split(":")).mapToDouble(Double::parseDouble).toArray();
    return new Thresholds(t[0], t[1], t[2], t[3]);
  }

  /** Trees that have not seen the stories of a fold, for each fold. */
  private static List<Trees> folds(List<Example> examples) {
    List<Trees> out = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      List<String> lines = Booster.learn(examples, fold, Likeness.FEATURES, TREES, DEPTH);
      out.add(Trees.parse(lines, Likeness.FEATURES));
    }
    return out;
  }

  private static List<Likeness> models(List<Trees> folds, Thresholds t) {
    return folds.stream().map(trees -> new Likeness(trees, t, 0)).toList();
  }

  /** What is true of a collection's examples weighs as much as the collection. */
  private static List<Example> weighted(Collection c, List<Example> examples) {
    double yes = examples.stream().mapToDouble(e -> e.truth() * e.weight()).sum();
    double scale = c.weight() / yes;
    List<Example> out = new ArrayList<>();
    for (Example e : examples) {
      out.add(new Example(e.x(), e.truth(), e.weight() * scale, e.fold()));
    }
    return out;
  }

  /** One pass over a collection: in the right stories, or as the models say. */
  private static final class Run {
    /** By article, its story in the end. */
    final List<String> stories = new ArrayList<>();

    /** By article, the story that it came into. */
    final List<String> first = new ArrayList<>();

    private final List<Example> examples = new ArrayList<>();
    private final StoryIndex index = new StoryIndex();
    private final Map<String, Map<String, Integer>> gold = new HashMap<>();
    private final Map<String, List<Story>> right = new HashMap<>();
    private final Map<String, String> survivors = new HashMap<>();
    private final List<Likeness> models;
    private final boolean learning;
    private long seq;
    private long easies;

    Run(List<Item> items, List<Likeness> models, boolean learning) {
      this.models = models;
      this.learning = learning;
      for (Item item : items) {
        Story fresh = new Story(item.article().uri(), item.profile(), item.time());
        Map<String, Integer> gold = Map.of(item.story(), 1);
        if (learning) {
          learn(fresh, gold, 1, item.fold());
          learn(new Story("", item.snap(), item.time()), gold, SNAP, item.fold());
        }
        Story s = put(item, models.isEmpty() ? right(item) : joined(fresh, item.fold()));
        unite(s, item.fold());
      }
      first.addAll(stories);
      stories.replaceAll(this::survivor);
    }

    private String survivor(String id) {
      String s = id;
      while (survivors.containsKey(s)) {
        s = survivors.get(s);
      }
      return s;
    }

    List<Example> examples() {
      return examples;
    }

    private List<Story> candidates(Story story) {
      List<Story> out = new ArrayList<>();
      for (Story s : index.candidates(story)) {
        if (Likeness.gap(story, s) <= Window.STANDARD.matchable().toMillis()) {
          out.add(s);
        }
      }
      return out;
    }

    private void learn(Story story, Map<String, Integer> ours, double weight, int fold) {
      for (Likeness.Near n : Likeness.closely(story, candidates(story), Double.MAX_VALUE)) {
        Map<String, Integer> theirs = Objects.requireNonNull(gold.get(n.story().id));
        double same = 0;
        double all = 0;
        for (Map.Entry<String, Integer> a : ours.entrySet()) {
          for (Map.Entry<String, Integer> b : theirs.entrySet()) {
            double pairs = (double) a.getValue() * b.getValue();
            all += pairs;
            same += a.getKey().equals(b.getKey()) ? pairs : 0;
          }
        }
        boolean easy = same == 0 && n.features()[0] < EASY;
        if (!easy || ++easies % 4 == 0) {
          examples.add(new Example(n.features(), same / all, easy ? 4 * weight : weight, fold));
        }
      }
    }

    private @Nullable Story joined(Story story, int fold) {
      Likeness model = models.get(fold);
      return nearest(model, story, other -> model.thresholds().join(other.articles));
    }

    private @Nullable Story merged(Story story, int fold) {
      Likeness model = models.get(fold);
      return nearest(
          model, story, other -> model.thresholds().merge(story.articles, other.articles));
    }

    private @Nullable Story nearest(Likeness model, Story story, ToDoubleFunction<Story> least) {
      List<Likeness.Near> near = model.nearest(story, candidates(story));
      Likeness.Near first = near.isEmpty() ? null : near.get(0);
      return first == null || first.score() < least.applyAsDouble(first.story())
          ? null
          : first.story();
    }

    /** The right story; now and then none, so that stories in pieces are learned from too. */
    private @Nullable Story right(Item item) {
      List<Story> pieces = right.computeIfAbsent(item.story(), k -> new ArrayList<>());
      long chance = Long.remainderUnsigned(TermIds.hash(item.article().uri()), 100);
      for (int i = pieces.size() - 1 - (int) (chance % 2); i >= 0; i--) {
        boolean open = pieces.get(i).gap(item.time()) <= Window.STANDARD.matchable().toMillis();
        if (open && chance >= 20) {
          return pieces.get(i);
        }
      }
      return null;
    }

    private Story put(Item item, @Nullable Story into) {
      Story s = into;
      if (s == null) {
        s = new Story(item.article().uri(), item.profile(), item.time());
        right.computeIfAbsent(item.story(), k -> new ArrayList<>()).add(s);
      } else {
        s.add(item.profile(), item.time());
      }
      s.seq = ++seq;
      index.put(s);
      gold.computeIfAbsent(s.id, k -> new TreeMap<>()).merge(item.story(), 1, Integer::sum);
      stories.add(s.id);
      return s;
    }

    private void unite(Story changed, int fold) {
      Story story = changed;
      if (learning) {
        learn(story, Objects.requireNonNull(gold.get(story.id)), 0.5, fold);
      }
      for (int n = 0; !models.isEmpty() && n < 3; n++) {
        Story other = merged(story, fold);
        if (other == null) {
          return;
        }
        boolean older = story.first < other.first;
        Story survivor = older ? story : other;
        Story loser = older ? other : story;
        index.remove(loser.id);
        survivor.absorb(loser);
        survivor.seq = ++seq;
        index.put(survivor);
        survivors.put(loser.id, survivor.id);
        Map<String, Integer> into = Objects.requireNonNull(gold.get(survivor.id));
        Objects.requireNonNull(gold.remove(loser.id))
            .forEach((k, v) -> into.merge(k, v, Integer::sum));
        story = survivor;
      }
    }
  }

  /** B-cubed over all, over articles of stories of several, and precision of deciding pairs. */
  static final class Score {
    private double precision;
    private double recall;
    private double precisionMulti;
    private double recallMulti;
    private int multi;
    private final int n;
    private long pairs;
    private long rightPairs;

    Score(List<Item> items, List<String> stories) {
      n = items.size();
      Map<String, List<Integer>> product = new HashMap<>();
      Map<String, Integer> size = new HashMap<>();
      for (int i = 0; i < n; i++) {
        product.computeIfAbsent(stories.get(i), k -> new ArrayList<>()).add(i);
        size.merge(items.get(i).story(), 1, Integer::sum);
      }
      for (List<Integer> members : product.values()) {
        count(items, members, size);
      }
    }

    private void count(List<Item> items, List<Integer> members, Map<String, Integer> size) {
      for (int i : members) {
        Item a = items.get(i);
        int same = 0;
        for (int j : members) {
          Item b = items.get(j);
          boolean one = a.story().equals(b.story());
          same += one ? 1 : 0;
          if (j < i && !a.article().provider().equals(b.article().provider())) {
            pairs++;
            rightPairs += one ? 1 : 0;
          }
        }
        double p = (double) same / members.size();
        int whole = size.getOrDefault(a.story(), 1);
        double r = (double) same / whole;
        precision += p;
        recall += r;
        if (whole > 1) {
          multi++;
          precisionMulti += p;
          recallMulti += r;
        }
      }
    }

    double f1() {
      return 2 * precision * recall / (n * (precision + recall));
    }

    @Override
    public String toString() {
      double p = precision / n;
      double r = recall / n;
      double pm = precisionMulti / multi;
      double rm = recallMulti / multi;
      return String.format(
          Locale.ROOT,
          "P %.3f R %.3f F %.3f m %.3f d %.3f",
          p,
          r,
          f1(),
          2 * pm * rm / (pm + rm),
          (double) rightPairs / Math.max(1, pairs));
    }
  }

  static int fold(String story) {
    // Sister stories, whose ids share their number, stay in one fold.
    String number = story.replaceAll("[^0-9]", "");
    String key = number.isEmpty() ? story : number;
    return (int) Long.remainderUnsigned(TermIds.hash(key), FOLDS);
  }

  /**
   * The same articles in another order, at the times of the first, as the deal of a pack of cards,
   * and without the lines that say when a page was made.
   */
  private static List<Item> shuffled(List<Item> items, int order) {
    List<Item> dealt = new ArrayList<>(items);
    Collections.shuffle(dealt, new Random(SHUFFLE + order));
    List<Item> out = new ArrayList<>();
    for (int i = 0; i < dealt.size(); i++) {
      Item x = dealt.get(i);
      long time = items.get(i).time();
      Profile p = x.undated();
      out.add(new Item(x.article(), p, p, x.snap(), x.story(), x.fold(), time));
    }
    return out;
  }

  static Collection collection(Path dir, double weight, int orders) throws IOException {
    ObjectMapper json = new ObjectMapper();
    Map<String, String> gold = new HashMap<>();
    for (String line : Files.readAllLines(dir.resolve("clusters.jsonl"), StandardCharsets.UTF_8)) {
      JsonNode n = json.readTree(line);
      gold.put(n.path("uri").asText(), n.path("story").asText());
    }
    Profiler profiler = new Profiler();
    List<Item> items = new ArrayList<>();
    for (WireArticle a : read(dir)) {
      Instant t = Objects.requireNonNull(a.versionCreated());
      String story = Objects.requireNonNull(gold.get(a.uri()));
      Profile snap = profiler.of(a.toBuilder().body("").build(), t);
      Profile undated = orders == 0 ? snap : profiler.of(undated(a), t);
      Profile p = profiler.of(a, t);
      items.add(new Item(a, p, undated, snap, story, fold(story), t.toEpochMilli()));
    }
    List<List<Item>> all = new ArrayList<>(List.of(items));
    for (int n = 0; n < orders; n++) {
      all.add(shuffled(items, n));
    }
    return new Collection(dir.getFileName().toString(), weight, all);
  }

  private static WireArticle undated(WireArticle a) {
    String headline = undated(a.headline());
    return a.toBuilder().headline(headline).body(undated(a.body())).build();
  }

  private static String undated(String text) {
    String out = text;
    for (String line : Document.of(text).stampLines()) {
      out = out.replace(line, "");
    }
    return out;
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
}
