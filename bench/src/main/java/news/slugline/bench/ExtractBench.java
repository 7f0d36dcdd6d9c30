package news.slugline.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import news.slugline.claim.ClaimExtractor;
import news.slugline.claim.Kind;
import news.slugline.wire.Hints;
import news.slugline.wire.Parsed;
import news.slugline.wire.WireArticle;
import news.slugline.wire.WireParser;

/** Claims of articles of a ninjs file, in a process of its own: all kinds, quotes among them. */
public final class ExtractBench {
  private ExtractBench() {}

  /**
   * @param args a file of ninjs lines, how many extractions warm up, how many are measured
   */
  public static void main(String[] args) throws IOException {
    int warm = Integer.parseInt(args[1]);
    int measured = Integer.parseInt(args[2]);
    WireParser parser = WireParser.standard();
    List<WireArticle> articles = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(args[0]))) {
      for (Parsed p : parser.parse(line.getBytes(StandardCharsets.UTF_8), Hints.none())) {
        articles.add(((Parsed.Article) p).article());
      }
    }
    ClaimExtractor extractor = ClaimExtractor.standard();
    quotes(extractor, articles, warm);
    long before = cpu();
    long quotes = quotes(extractor, articles, measured);
    double ms = (cpu() - before) / 1e6 / measured;
    System.out.printf(Locale.ROOT, "%.3f %d%n", ms, quotes);
  }

  private static long quotes(ClaimExtractor extractor, List<WireArticle> articles, int count) {
    long quotes = 0;
    for (int i = 0; i < count; i++) {
      WireArticle a = articles.get(i % articles.size());
      quotes +=
          extractor.extract(a, Objects.requireNonNull(a.versionCreated())).claims().stream()
              .filter(c -> c.kind() == Kind.QUOTE)
              .count();
    }
    return quotes;
  }

  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
