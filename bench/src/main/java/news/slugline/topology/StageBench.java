package news.slugline.topology;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import news.slugline.bench.Mix;
import news.slugline.bench.Newsroom;
import news.slugline.claim.ClaimExtractor;
import news.slugline.grouping.Grouper;
import news.slugline.grouping.Routed;
import news.slugline.schema.Outputs;
import news.slugline.story.Ledger;
import news.slugline.story.Memory;
import news.slugline.story.StoryInput;
import news.slugline.story.StoryOutput;
import news.slugline.wire.Intake;
import news.slugline.wire.LogEntry;
import news.slugline.wire.WireArticle;
import org.jspecify.annotations.Nullable;

/**
 * Grouping and story with their state on disk, on one thread, without Kafka: what an article costs
 * in processor time by part and as the articles become more, what is asked of the store, and a
 * digest of all that came out, so that two builds can be compared.
 */
public final class StageBench {
  private static final int PARTS = 10;

  /** As a stream of two partitions has them. */
  private static final int TASKS = 2;

  /** After so long without an article every story has left. */
  private static final Duration LEFT = Duration.ofDays(31);

  private static final Set<String> KEYS =
      Set.of("articles", "mix", "seed", "simulated", "engine", "leave", "looks");
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Processor time of the parts, and bytes allocated, since the last line. */
  private enum Part {
    GROUPING,
    EXTRACTION,
    LEDGER,
    WRITING,
    TICKS,
    AVRO
  }

  private final long[] spent = new long[Part.values().length];
  private final MessageDigest digest = MessageDigest.getInstance("SHA-256");
  private final ClaimExtractor extractor = ClaimExtractor.standard();
  private final List<StoryOutput> out = new ArrayList<>();
  private final DraftRows grouping;
  private final DraftRows story;

  /** Null unless it is asked for, as it takes time itself. */
  private final @Nullable LookedAt looked;

  private final RocksRows store;
  private final Grouper grouper;
  private final Ledger ledger;
  private long allocated;
  private long extracting;

  private StageBench(Path folder, String engine, boolean looks) throws Exception {
    store = new RocksRows(Files.createDirectory(folder.resolve("story")));
    grouping =
        new DraftRows(new RocksRows(Files.createDirectory(folder.resolve("grouping"))), TASKS);
    grouper = new Grouper(grouping);
    ledger =
        new Ledger(
            (article, time) -> {
              long from = cpu();
              try {
                return extractor.extract(article, time);
              } finally {
                extracting += cpu() - from;
              }
            },
            engine,
            Memory.of(HeapShare.of(TASKS)));
    story = new DraftRows(store, TASKS, ledger::remembers);
    looked = looks ? new LookedAt(story) : null;
  }

  public static void main(String[] args) throws Exception {
    Map<String, String> given = new HashMap<>();
    for (String word : args) {
      int eq = word.indexOf('=');
      if (eq < 0 || !KEYS.contains(word.substring(0, eq))) {
        System.err.println(
            "bench/run stage: cannot read " + word + ": give key=value with a key of " + KEYS);
        System.exit(2);
      }
      given.put(word.substring(0, eq), word.substring(eq + 1));
    }
    int articles = Integer.parseInt(given.getOrDefault("articles", "2000"));
    double perSecond = Double.parseDouble(given.getOrDefault("simulated", "10"));
    Mix mix = Mix.named(given.getOrDefault("mix", "usual"));
    long seed = Long.parseLong(given.getOrDefault("seed", "1"));
    Path folder = Files.createTempDirectory("slugline-bench");
    try {
      new StageBench(
              folder,
              given.getOrDefault("engine", Engine.ID),
              Boolean.parseBoolean(given.getOrDefault("looks", "false")))
          .run(
              new Newsroom(seed, mix, perSecond),
              articles,
              Boolean.parseBoolean(given.getOrDefault("leave", "false")));
    } finally {
      delete(folder);
    }
  }

  private static long cpu() {
    return THREADS.getCurrentThreadCpuTime();
  }

  private void run(Newsroom newsroom, int articles, boolean leave) {
    System.out.println("processor time, ms an article");
    System.out.printf("%9s", "articles");
    for (Part p : Part.values()) {
      System.out.printf("%12s", p.name().toLowerCase(Locale.ROOT));
    }
    System.out.printf("%12s%16s%s%n", "all", "KB allocated", looked == null ? "" : LookedAt.HEAD);
    Instant tick = Newsroom.START;
    int before = 0;
    allocated = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    for (int i = 1; i <= articles; i++) {
      WireArticle a = newsroom.next();
      Instant now = Objects.requireNonNull(a.versionCreated());
      if (Duration.between(tick, now).compareTo(Intake.TICK) >= 0) {
        tick = now;
        enter(new LogEntry.Tick(now));
      }
      enter(new LogEntry.Accepted(a, now));
      if ((long) i * PARTS / articles > (long) (i - 1) * PARTS / articles) {
        line(i, i - before);
        before = i;
      }
    }
    enter(new LogEntry.Tick(tick.plus(Intake.TICK)));
    System.out.println("digest of all outputs " + HexFormat.of().formatHex(digest.digest()));
    asked(articles);
    held("while its stories are open", articles);
    if (leave) {
      leave(tick.plus(LEFT));
      held("after its stories have left", articles);
    }
  }

  /** Lets ticks come until all stories have left, and says what that took. */
  private void leave(Instant from) {
    spent[Part.TICKS.ordinal()] = 0;
    long wasDeleted = store.asked().values().stream().mapToLong(a -> a.deleted).sum();
    long deleted = wasDeleted;
    int ticks = 0;
    long before;
    do {
      before = deleted;
      enter(new LogEntry.Tick(from.plus(Intake.TICK.multipliedBy(ticks++))));
      deleted = store.asked().values().stream().mapToLong(a -> a.deleted).sum();
    } while (deleted > before);
    System.out.printf(
        "leaving: %d ticks, %d records deleted, %d ms%n",
        ticks, deleted - wasDeleted, spent[Part.TICKS.ordinal()] / 1_000_000);
  }

  private void held(String when, int articles) {
    System.out.printf("bytes that the story's store holds %s, an article%n", when);
    long all = 0;
    for (Map.Entry<String, Long> e : store.held().entrySet()) {
      System.out.printf("%-24s%9d%n", e.getKey(), e.getValue() / articles);
      all += e.getValue();
    }
    System.out.printf("%-24s%9d%n", "all", all / articles);
    System.out.printf("%-24s%9d%n", "in its files", store.onDisk() / articles);
  }

  private void enter(LogEntry entry) {
    List<Routed> routed = new ArrayList<>();
    long from = cpu();
    grouper.apply(entry, routed::add);
    grouping.keep();
    spend(Part.GROUPING, cpu() - from);
    for (Routed r : routed) {
      tell(r);
    }
  }

  private void tell(Routed routed) {
    if (routed instanceof Routed.Ticked t) {
      long from = cpu();
      ledger.tick(t.tick(), story, out::add);
      story.keep();
      spend(Part.TICKS, cpu() - from);
      goOn(send());
    } else if (routed instanceof Routed.Placed p) {
      apply(p.storyId(), new StoryInput.Arrived(p.article(), p.eventTime()));
    } else if (routed instanceof Routed.Absorbed a) {
      apply(a.storyId(), new StoryInput.Absorbed(a.survivor(), a.time()));
    } else if (routed instanceof Routed.Absorb a) {
      apply(a.storyId(), new StoryInput.Absorb(a.absorbed(), a.time()));
    } else if (routed instanceof Routed.Removed r) {
      apply(r.storyId(), new StoryInput.Removed(r.uri(), r.time()));
    } else if (routed instanceof Routed.Ordered o) {
      apply(o.storyId(), new StoryInput.Ordered(o.command()));
    }
  }

  private void apply(String id, StoryInput input) {
    long from = cpu();
    extracting = 0;
    ledger.apply(id, input, looked == null ? story : looked, out::add);
    if (looked != null) {
      looked.end();
    }
    long kept = cpu();
    spend(Part.EXTRACTION, extracting);
    spend(Part.LEDGER, kept - from - extracting);
    story.keep();
    spend(Part.WRITING, cpu() - kept);
    goOn(send());
  }

  private void goOn(List<StoryOutput> sent) {
    for (StoryOutput o : sent) {
      if (o instanceof StoryOutput.HandOver h) {
        apply(h.survivor(), h.row());
      }
    }
  }

  /** Makes the Avro records as the stream does, without their bytes. */
  private List<StoryOutput> send() {
    List<StoryOutput> sent = List.copyOf(out);
    out.clear();
    long from = cpu();
    for (StoryOutput o : sent) {
      if (o instanceof StoryOutput.Updated u) {
        Outputs.toAvro(u.update());
      } else if (o instanceof StoryOutput.Settled s) {
        Outputs.toAvro(s.state());
      }
    }
    spend(Part.AVRO, cpu() - from);
    long sums = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    for (StoryOutput o : sent) {
      digest.update(o.toString().getBytes(StandardCharsets.UTF_8));
    }
    allocated += THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - sums;
    return sent;
  }

  private void spend(Part part, long nanos) {
    spent[part.ordinal()] += nanos;
  }

  private void line(int articles, int count) {
    System.out.printf("%9d", articles);
    double all = 0;
    for (Part p : Part.values()) {
      double ms = spent[p.ordinal()] / 1e6 / count;
      all += ms;
      spent[p.ordinal()] = 0;
      System.out.printf(Locale.ROOT, "%12.2f", ms);
    }
    long now = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    System.out.printf(Locale.ROOT, "%12.2f%16d", all, (now - allocated) / count / 1_000);
    System.out.println(looked == null ? "" : looked.line(count));
    allocated = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
  }

  private void asked(int articles) {
    RocksRows.Asked all = new RocksRows.Asked();
    System.out.printf("asked of the story's store, an article%n%-24s", "");
    System.out.printf("%9s%9s%9s%9s%9s%n", "got", "scanned", "written", "deleted", "bytes");
    store
        .asked()
        .forEach(
            (table, a) -> {
              asked(table, a, articles);
              all.got += a.got;
              all.scanned += a.scanned;
              all.written += a.written;
              all.deleted += a.deleted;
              all.bytes += a.bytes;
            });
    asked("all", all, articles);
  }

  private static void asked(String table, RocksRows.Asked a, double n) {
    System.out.printf(
        Locale.ROOT,
        "%-24s%9.1f%9.1f%9.1f%9.1f%9.0f%n",
        table,
        a.got / n,
        a.scanned / n,
        a.written / n,
        a.deleted / n,
        a.bytes / n);
  }

  private static void delete(Path folder) throws java.io.IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path p : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(p);
      }
    }
  }
}
