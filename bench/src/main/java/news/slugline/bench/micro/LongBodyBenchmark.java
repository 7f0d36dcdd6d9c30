package news.slugline.bench.micro;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import news.slugline.claim.ClaimExtractor;
import news.slugline.claim.Extraction;
import news.slugline.wire.WireArticle;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One very long body: the time must grow with its length, whatever it is made of. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
@Fork(1)
public class LongBodyBenchmark {
  @Param({"250000", "500000", "1000000"})
  public int characters;

  /** Copy with its paragraphs, the same on one line, and one line of quotation marks and words. */
  @Param({"copy", "line", "marks"})
  public String shape = "copy";

  private WireArticle article = WireArticle.builder("u", "1", "p").build();

  @Setup(Level.Trial)
  public void write(Articles articles) {
    StringBuilder b = new StringBuilder();
    WireArticle next = articles.next();
    while (b.length() < characters) {
      next = articles.next();
      if (shape.equals("copy")) {
        b.append(next.body()).append("\n\n");
      } else if (shape.equals("line")) {
        b.append(next.body().replace('\n', ' ')).append(' ');
      } else {
        b.append("\"\u201cthe ferry \" said Anna Holm, two killed and ");
      }
    }
    article =
        WireArticle.builder("u", "1", "p")
            .versionCreated(next.versionCreated())
            .body(b.substring(0, characters))
            .build();
  }

  @Benchmark
  public Extraction claims() {
    return ClaimExtractor.standard()
        .extract(article, Objects.requireNonNull(article.versionCreated()));
  }
}
