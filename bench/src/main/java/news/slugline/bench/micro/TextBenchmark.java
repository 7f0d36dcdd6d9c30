package news.slugline.bench.micro;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import news.slugline.bench.NinjsLines;
import news.slugline.claim.ClaimExtractor;
import news.slugline.claim.Extraction;
import news.slugline.claim.text.Document;
import news.slugline.wire.Hints;
import news.slugline.wire.Parsed;
import news.slugline.wire.WireArticle;
import news.slugline.wire.WireParser;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From bytes to claims, one article at a time; each includes the steps before it but parsing. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class TextBenchmark {
  private final WireParser parser = WireParser.standard();
  private final ClaimExtractor extractor = ClaimExtractor.standard();
  private final List<byte[]> ninjs = new ArrayList<>();

  @Setup
  public void write(Articles articles) {
    articles.all().forEach(a -> ninjs.add(NinjsLines.line(a)));
  }

  @Benchmark
  public List<Parsed> parse(Articles articles) {
    articles.next();
    return parser.parse(ninjs.get(articles.position()), Hints.none());
  }

  @Benchmark
  public int sentences(Articles articles) {
    return Document.of(articles.next().body()).sentences().size();
  }

  /** Tags every word; the extractor itself asks for fewer. */
  @Benchmark
  public int partsOfSpeech(Articles articles) {
    Document d = Document.of(articles.next().body());
    int nouns = 0;
    for (int i = 0; i < d.tokens().size(); i++) {
      nouns += d.tag(i).equals("NOUN") ? 1 : 0;
    }
    return nouns;
  }

  @Benchmark
  public Extraction claims(Articles articles) {
    WireArticle a = articles.next();
    return extractor.extract(a, Objects.requireNonNull(a.versionCreated()));
  }
}
