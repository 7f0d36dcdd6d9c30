package news.slugline.grouping;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import news.slugline.bench.Mix;
import news.slugline.bench.Newsroom;
import news.slugline.rows.InMemoryRows;
import news.slugline.rows.RowKey;
import news.slugline.rows.Rows;
import news.slugline.rows.Table;
import news.slugline.wire.LogEntry;
import news.slugline.wire.WireArticle;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Which story an article belongs to, with so many stories open all the while: a story that opens
 * beyond that number sends the longest quiet one off. Articles come in the usual mix, so copies,
 * takes and versions are among them; about one in eight opens a story. Rows lie on the heap.
 *
 * <p>Says, once they are open, what the stories cost of the heap: they and their index, without
 * rows.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 5)
@Measurement(iterations = 5, time = 4)
@Fork(1)
public class GroupingBenchmark {
  private static final int BATCH = 500;

  @Param({"1000", "10000", "100000"})
  public int openStories;

  private final Newsroom wire = new Newsroom(3, Mix.USUAL, 5);
  private final OpenedRows rows = new OpenedRows();
  private List<WireArticle> batch = List.of();
  private Grouper grouper = new Grouper(rows);
  private int open;

  /**
   * Single articles, each of other people in another town and many of them in the same sentences.
   * Some are taken for takes on a story that is open, so there are more articles than stories.
   */
  @Setup
  public void open() {
    Window standard = Window.STANDARD;
    Window window =
        new Window(standard.matchable(), standard.known(), standard.copy(), openStories);
    grouper = new Grouper(rows, window, Likeness.load());
    long before = usedBytes();
    int articles = 0;
    // all within a day and a half, so that none is too old to be found
    for (Newsroom apart = new Newsroom(2, Mix.APART, 1); open < openStories; articles++) {
      WireArticle a = apart.next();
      grouper.apply(entry(a.toBuilder().uri("before:" + a.uri()).build()), this::count);
    }
    System.out.printf(
        Locale.ROOT,
        "%d stories open after %d articles, %d bytes of heap a story%n",
        open,
        articles,
        (usedBytes() - before) / open);
    rows.keep();
  }

  private void count(Routed routed) {
    if (routed instanceof Routed.Placed p && p.placement().opened()) {
      open++;
    } else if (routed instanceof Routed.Absorbed) {
      open--;
    }
  }

  @Setup(Level.Invocation)
  public void write() {
    batch = wire.next(BATCH);
  }

  @Benchmark
  @OperationsPerInvocation(BATCH)
  public void group(Blackhole hole) {
    batch.forEach(a -> grouper.apply(entry(a), hole::consume));
  }

  private static LogEntry entry(WireArticle a) {
    return new LogEntry.Accepted(a, Objects.requireNonNull(a.versionCreated()));
  }

  private static long usedBytes() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /** Forgets what is written while the stories open, so that only their own heap is counted. */
  private static final class OpenedRows implements Rows {
    private final InMemoryRows kept = new InMemoryRows();
    private boolean keeps;

    void keep() {
      keeps = true;
    }

    @Override
    public <R extends Record> @Nullable R get(Table<R> table, RowKey key) {
      return kept.get(table, key);
    }

    @Override
    public <R extends Record> void put(Table<R> table, RowKey key, R row) {
      if (keeps) {
        kept.put(table, key, row);
      }
    }

    @Override
    public <R extends Record> void delete(Table<R> table, RowKey key) {
      kept.delete(table, key);
    }

    @Override
    public <R extends Record> void scan(Table<R> table, RowKey prefix, Visitor<R> visitor) {
      kept.scan(table, prefix, visitor);
    }

    @Override
    public int clear(Table<?> table, RowKey prefix, int most) {
      return kept.clear(table, prefix, most);
    }
  }
}
