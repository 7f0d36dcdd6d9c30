package news.slugline.bench.micro;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import news.slugline.bench.Mix;
import news.slugline.bench.Newsroom;
import news.slugline.claim.ClaimExtractor;
import news.slugline.claim.Extraction;
import news.slugline.rows.InMemoryRows;
import news.slugline.story.Ledger;
import news.slugline.story.StoryInput;
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

/** Adding articles, read before, to a story that has so many already: it must cost the same. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 3)
@Fork(1)
public class StoryGrowthBenchmark {
  private static final int ADDED = 50;

  @Param({"10", "100", "1000", "3000"})
  public int size;

  private final Map<WireArticle, Extraction> read = new HashMap<>();
  private List<WireArticle> articles = List.of();
  private Ledger ledger;
  private InMemoryRows rows;

  @Setup
  public void write() {
    ClaimExtractor claims = ClaimExtractor.standard();
    articles = new Newsroom(4, Mix.HOT, 0.26).next(3_000 + ADDED);
    for (WireArticle a : articles) {
      read.put(a, claims.extract(a, Objects.requireNonNull(a.versionCreated())));
    }
    ledger = new Ledger((a, time) -> Objects.requireNonNull(read.get(a)), "bench");
  }

  /** The same articles are added whatever the story has: the last ones. */
  @Setup(Level.Iteration)
  public void grow() {
    rows = new InMemoryRows();
    for (WireArticle a : articles.subList(3_000 - size, 3_000)) {
      arrive(a, null);
    }
  }

  @Benchmark
  @OperationsPerInvocation(ADDED)
  public void add(Blackhole hole) {
    for (WireArticle a : articles.subList(3_000, 3_000 + ADDED)) {
      arrive(a, hole);
    }
  }

  private void arrive(WireArticle a, Blackhole hole) {
    ledger.apply(
        "story",
        new StoryInput.Arrived(a, Objects.requireNonNull(a.versionCreated())),
        rows,
        out -> {
          if (hole != null) {
            hole.consume(out);
          }
        });
  }
}
