package news.slugline.claim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import news.slugline.wire.WireArticle;
import org.jspecify.annotations.Nullable;

/**
 * Extraction alone: reads {@code articles.jsonl} (ninjs 3) and writes {@code claims.jsonl}, says
 * how fast. Arguments: folder, output folder, number of articles.
 */
public final class ClaimDump {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ClaimDump() {}

  public static void main(String[] args) throws IOException {
    Path out = Files.createDirectories(Path.of(args[1]));
    int limit = args.length > 2 ? Integer.parseInt(args[2]) : Integer.MAX_VALUE;
    ClaimExtractor extractor = ClaimExtractor.standard();
    long busy = 0;
    long letters = 0;
    int n = 0;
    try (PrintWriter w =
        new PrintWriter(
            Files.newBufferedWriter(out.resolve("claims.jsonl"), StandardCharsets.UTF_8))) {
      List<String> lines = Files.readAllLines(Path.of(args[0], "articles.jsonl"));
      for (String line : lines) {
        if (n == limit) {
          break;
        }
        JsonNode a = JSON.readTree(line);
        WireArticle article = article(a);
        Instant time = OffsetDateTime.parse(a.path("versionCreated").asText()).toInstant();
        long start = cpu();
        Extraction e = extractor.extract(article, time);
        if (n > lines.size() / 10) {
          busy += cpu() - start;
          letters += article.body().length();
        }
        n++;
        int id = 0;
        for (Claim c : e.claims()) {
          w.println(JSON.writeValueAsString(json(c, article.uri(), id++)));
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%d articles, %.0f letters/s, i.e. %.0f articles/s of 500 words%n",
        n,
        letters / (busy / 1e9),
        letters / (busy / 1e9) / 3000);
  }

  private static long cpu() {
    return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  static WireArticle article(JsonNode a) {
    return WireArticle.builder(a.path("uri").asText(), a.path("version").asText("1"), "provider")
        .headline(a.path("headlines").path(0).path("value").asText(""))
        .body(a.path("bodies").path(0).path("value").asText(""))
        .build();
  }

  private static ObjectNode json(Claim c, String uri, int id) {
    ObjectNode o = JSON.createObjectNode();
    o.put("id", uri + "#" + id);
    o.put("article", uri);
    o.put("kind", c.kind().name().toLowerCase(Locale.ROOT));
    o.put("start", c.span().start());
    o.put("end", c.span().end());
    Speaker s = c.speaker();
    if (s == null) {
      o.putNull("speaker");
    } else {
      ObjectNode sp = o.putObject("speaker");
      sp.put("name", s.name());
      Span m = s.mention();
      if (m != null) {
        sp.put("start", m.start());
        sp.put("end", m.end());
      } else {
        sp.putNull("start");
        sp.putNull("end");
      }
    }
    span(o, "cue", c.cue());
    span(o, "content", c.content());
    o.put("value", c.value());
    o.put("modality", c.modality().name().toLowerCase(Locale.ROOT));
    o.put("polarity", c.polarity().name().toLowerCase(Locale.ROOT));
    o.put("text", c.text());
    o.put("about", c.about().toString());
    return o;
  }

  private static void span(ObjectNode o, String name, @Nullable Span s) {
    if (s == null) {
      o.putNull(name);
    } else {
      o.putObject(name).put("start", s.start()).put("end", s.end());
    }
  }
}
