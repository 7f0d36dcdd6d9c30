package news.slugline.claim.quote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import news.slugline.claim.Span;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.Names;

/** Writes the attributions of a folder's articles as claims: {@code SET-FOLDER OUT-FOLDER}. */
public final class AttributionRun {
  private static final ObjectMapper JSON = new ObjectMapper();

  private AttributionRun() {}

  public static void main(String[] args) throws IOException {
    Path out = Path.of(args[1]);
    Files.createDirectories(out);
    long began = System.nanoTime();
    int articles = 0;
    try (BufferedWriter w = Files.newBufferedWriter(out.resolve("claims.jsonl"))) {
      for (String line :
          Files.readAllLines(Path.of(args[0], "articles.jsonl"), StandardCharsets.UTF_8)) {
        JsonNode a = JSON.readTree(line);
        Document d = Document.of(a.get("bodies").get(0).get("value").asText());
        Names names = Names.of(d, a.get("headlines").get(0).get("value").asText());
        int n = 0;
        for (Attribution x : Attributions.find(d, names)) {
          w.write(claim(a.get("uri").asText(), ++n, d, x).toString());
          w.write('\n');
        }
        articles++;
      }
    }
    System.out.printf(
        Locale.ROOT, "%d articles, %.0f ms%n", articles, (System.nanoTime() - began) / 1e6);
  }

  private static ObjectNode claim(String uri, int n, Document d, Attribution x) {
    ObjectNode o = JSON.createObjectNode();
    Span whole = d.span(x.start(), x.end());
    o.put("id", uri + "#" + n).put("article", uri);
    o.put("kind", x.kind().name().toLowerCase(Locale.ROOT));
    o.put("start", whole.start()).put("end", whole.end());
    if (x.speaker() != null) {
      ObjectNode s = o.putObject("speaker").put("name", x.speaker());
      if (x.speakerStart() >= 0) {
        Span m = d.span(x.speakerStart(), x.speakerEnd());
        s.put("start", m.start()).put("end", m.end());
      }
    } else {
      o.putNull("speaker");
    }
    span(o, "cue", d, x.cueStart(), x.cueEnd());
    span(o, "content", d, x.contentStart(), x.contentEnd());
    return o.putNull("value").put("modality", "reported").put("polarity", "positive");
  }

  private static void span(ObjectNode o, String name, Document d, int start, int end) {
    if (start < 0) {
      o.putNull(name);
    } else {
      Span s = d.span(start, end);
      o.putObject(name).put("start", s.start()).put("end", s.end());
    }
  }
}
