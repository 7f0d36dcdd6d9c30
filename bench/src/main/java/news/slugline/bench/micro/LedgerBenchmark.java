package news.slugline.bench.micro;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import news.slugline.bench.Mix;
import news.slugline.bench.Newsroom;
import news.slugline.claim.ClaimExtractor;
import news.slugline.claim.Extraction;
import news.slugline.grouping.Grouper;
import news.slugline.grouping.Routed;
import news.slugline.rows.InMemoryRows;
import news.slugline.story.Extractor;
import news.slugline.story.Ledger;
import news.slugline.story.StoryInput;
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

/** Joining claims that were extracted before into facts; stories as grouping made them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 6, time = 1)
@Measurement(iterations = 6, time = 1)
@Fork(1)
public class LedgerBenchmark {
  private static final int BATCH = 500;

  @Param({"usual", "hot"})
  public String mix;

  private final Map<WireArticle, Extraction> read = new HashMap<>();
  private final List<Routed.Placed> placed = new ArrayList<>();
  private InMemoryRows rows = new InMemoryRows();
  private Ledger ledger;

  @Setup
  public void write() {
    ClaimExtractor claims = ClaimExtractor.standard();
    Grouper grouper = new Grouper(new InMemoryRows());
    for (WireArticle a : new Newsroom(4, Mix.named(mix), 0.26).next(BATCH)) {
      var time = Objects.requireNonNull(a.versionCreated());
      read.put(a, claims.extract(a, time));
      grouper.apply(
          new LogEntry.Accepted(a, time),
          routed -> {
            if (routed instanceof Routed.Placed p) {
              placed.add(p);
            }
          });
    }
    Extractor known = (a, time) -> Objects.requireNonNull(read.get(a));
    ledger = new Ledger(known, "bench");
  }

  @Setup(Level.Invocation)
  public void open() {
    rows = new InMemoryRows();
  }

  @Benchmark
  @OperationsPerInvocation(BATCH)
  public void join(Blackhole hole) {
    for (Routed.Placed p : placed) {
      ledger.apply(
          p.storyId(), new StoryInput.Arrived(p.article(), p.eventTime()), rows, hole::consume);
    }
  }
}
