package news.slugline.bench.micro;

import java.util.List;
import java.util.concurrent.TimeUnit;
import news.slugline.bench.Mix;
import news.slugline.bench.Newsroom;
import news.slugline.grouping.Grouper;
import news.slugline.rows.InMemoryRows;
import news.slugline.wire.LogEntry;
import news.slugline.wire.WireArticle;
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

/** Which story an article belongs to, with so many stories open before. Rows on the heap. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 6, time = 1)
@Measurement(iterations = 6, time = 1)
@Fork(1)
public class GroupingBenchmark {
  private static final int BATCH = 500;

  @Param({"1000", "10000", "100000"})
  public int openStories;

  private final Newsroom wire = new Newsroom(3, Mix.USUAL, 0.26);
  private List<WireArticle> batch = List.of();
  private Grouper grouper = new Grouper(new InMemoryRows());

  /** So close in time that none is too old to be found. */
  @Setup
  public void open() {
    grouper = new Grouper(new InMemoryRows());
    Newsroom before = new Newsroom(2, Mix.APART, 1);
    for (int i = 0; i < openStories; i++) {
      grouper.apply(entry(before.next()), routed -> {});
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
    return new LogEntry.Accepted(a, java.util.Objects.requireNonNull(a.versionCreated()));
  }
}
