package news.slugline.chaos;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import news.slugline.broker.EmbeddedRegistry;
import news.slugline.testing.Histories;
import news.slugline.wire.WireArticle;

/**
 * Runs the same wire again and again through three brokers and two instances while faults happen,
 * and sets every update and every final state beside those of an undisturbed run. Each history is
 * told by its seed; what is done stands in a file, and is not done again.
 *
 * <p>Arguments: number of histories, first seed, number of stories, folder.
 */
public final class Chaos implements AutoCloseable {
  private final Path folder;
  private final List<WireArticle> articles;
  private final Brokers brokers;
  private final EmbeddedRegistry registry;
  private final Wire registryWire;
  private final Set<Fault> possible = EnumSet.allOf(Fault.class);
  private History.Outcome reference = new History.Outcome(List.of(), List.of(), 0, 0);

  /**
   * @param folder for logs and brokers' data
   */
  Chaos(Path folder, int stories) throws Exception {
    this.folder = folder.resolve("run-" + ProcessHandle.current().pid());
    Files.createDirectories(this.folder);
    this.articles = workload(stories);
    this.brokers = new Brokers(this.folder, java.util.Map.of());
    this.registry = EmbeddedRegistry.inMemory(0);
    this.registryWire = new Wire(URI.create(registry.url()).getPort());
    if (Instance.faketime() == null) {
      possible.remove(Fault.CLOCK_JUMPED);
    }
    if (!Disk.canMount()) {
      possible.remove(Fault.DISK_FULL);
    }
  }

  /** What one history showed; its line in the table. */
  record Row(
      long seed, List<Fault> faults, int updates, int differences, long silence, long seconds) {
    String line() {
      return String.format(
          Locale.ROOT,
          "| %d | %s | %d | %d | %.1f | %d |",
          seed,
          faults.stream().map(Fault::words).collect(Collectors.joining("; ")),
          updates,
          differences,
          silence / 1000.0,
          seconds);
    }
  }

  public static void main(String[] args) throws Exception {
    int histories = Integer.parseInt(args[0]);
    long first = Long.parseLong(args[1]);
    int stories = Integer.parseInt(args[2]);
    Path folder = Path.of(args[3]);
    Files.createDirectories(folder);
    Path table = folder.resolve("table-" + stories + ".md");
    TreeSet<Long> done = done(table);
    int wrong = 0;
    try (Chaos chaos = new Chaos(folder, stories)) {
      say("not possible here: " + EnumSet.complementOf(EnumSet.copyOf(chaos.possible)));
      say(chaos.articles.size() + " article versions; the undisturbed run ...");
      chaos.refer();
      say(
          chaos.reference.updates().size()
              + " updates, "
              + chaos.reference.stories().size()
              + " stories");
      for (long seed = first; seed < first + histories; seed++) {
        if (done.contains(seed)) {
          continue;
        }
        Row row = chaos.history(seed, chaos.faults(seed));
        say(row.line());
        Files.writeString(
            table,
            row.line() + "\n",
            StandardCharsets.UTF_8,
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND);
        wrong += row.differences();
      }
    }
    System.exit(wrong == 0 ? 0 : 1);
  }

  /** Runs the workload undisturbed. */
  void refer() throws Exception {
    reference = history("reference", 0).run(articles, List.of());
    if (reference.updates().isEmpty()) {
      throw new IllegalStateException("the undisturbed run gave no updates");
    }
    if (reference.behind() > 0) {
      throw new IllegalStateException(
          reference.behind() + " states of the undisturbed run are behind their updates");
    }
  }

  /** Three to five faults, as the seed has it, a killed instance always among them. */
  List<Fault> faults(long seed) {
    Random random = new Random(seed);
    List<Fault> all = new ArrayList<>(possible);
    List<Fault> faults = new ArrayList<>(List.of(Fault.INSTANCE_KILLED));
    int more = 2 + random.nextInt(3);
    for (int i = 0; i < more; i++) {
      faults.add(random.nextInt(faults.size() + 1), all.get(random.nextInt(all.size())));
    }
    return List.copyOf(faults);
  }

  Row history(long seed, List<Fault> faults) throws Exception {
    long start = System.nanoTime();
    History.Outcome outcome = history("h" + seed, seed).run(articles, faults);
    int differences =
        different(reference.updates(), outcome.updates())
            + different(reference.stories(), outcome.stories())
            + Math.toIntExact(outcome.behind());
    if (differences > 0) {
      Files.write(folder.resolve("h" + seed + "-updates.jsonl"), outcome.updates());
      Files.write(folder.resolve("h" + seed + "-stories.jsonl"), outcome.stories());
      Files.write(folder.resolve("reference-updates.jsonl"), reference.updates());
      Files.write(folder.resolve("reference-stories.jsonl"), reference.stories());
    }
    return new Row(
        seed,
        faults,
        outcome.updates().size(),
        differences,
        outcome.longestSilenceMillis(),
        Duration.ofNanos(System.nanoTime() - start).toSeconds());
  }

  @Override
  public void close() throws Exception {
    registryWire.close();
    registry.close();
    brokers.close();
  }

  private History history(String name, long seed) {
    return new History(
        brokers, URI.create(registry.url()).getPort(), registryWire, folder, name, seed);
  }

  /** Lines that only one of them has, counted as often as they occur. */
  private static int different(List<String> a, List<String> b) {
    List<String> left = new ArrayList<>(a);
    int onlyB = 0;
    java.util.Map<String, Integer> counts = new java.util.HashMap<>();
    left.forEach(l -> counts.merge(l, 1, Integer::sum));
    for (String line : b) {
      Integer n = counts.get(line);
      if (n == null || n == 0) {
        onlyB++;
      } else {
        counts.put(line, n - 1);
      }
    }
    return onlyB + counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /**
   * Invented stories with versions, corrections and kills; every twentieth article is embargoed.
   */
  private static List<WireArticle> workload(int stories) {
    List<WireArticle> out = new ArrayList<>();
    int n = 0;
    for (WireArticle a : Histories.of(stories, 20261125L)) {
      n++;
      out.add(
          n % 20 == 0 && a.version().equals("1") && a.versionCreated() != null
              ? a.toBuilder().embargoed(a.versionCreated().plus(Duration.ofHours(3))).build()
              : a);
    }
    return List.copyOf(out);
  }

  private static TreeSet<Long> done(Path table) throws IOException {
    TreeSet<Long> done = new TreeSet<>();
    if (Files.exists(table)) {
      for (String line : Files.readAllLines(table)) {
        done.add(Long.valueOf(Arrays.asList(line.split("\\|")).get(1).strip()));
      }
    }
    return done;
  }

  private static void say(String line) {
    System.out.println(line);
  }
}
