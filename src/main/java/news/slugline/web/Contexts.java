package news.slugline.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import news.slugline.wire.WireArticle;

/** Sets the paragraph around a piece of evidence beside it, as the article has it. */
final class Contexts {
  private static final int MOST = 400;

  private final ReadModel model;
  private final Map<String, Optional<int[]>> bodies = new HashMap<>();

  Contexts(ReadModel model) {
    this.model = model;
  }

  /** Adds {@code context} to each piece of evidence of a fact whose article may be shown. */
  void addTo(ObjectNode fact) {
    for (JsonNode position : fact.path("positions")) {
      for (JsonNode evidence : position.path("evidence")) {
        add((ObjectNode) evidence);
      }
    }
  }

  private void add(ObjectNode evidence) {
    int start = evidence.path("start").asInt();
    int end = evidence.path("end").asInt();
    int[] body = body(evidence.path("article").asText(), evidence.path("version").asText());
    if (evidence.path("text").asText().isEmpty() || start < 0 || end > body.length || start > end) {
      return;
    }
    int from = start;
    while (from > 0 && body[from - 1] != '\n' && start - from < MOST) {
      from--;
    }
    int to = end;
    while (to < body.length && body[to] != '\n' && to - end < MOST) {
      to++;
    }
    evidence
        .putObject("context")
        .put("before", new String(body, from, start - from))
        .put("after", new String(body, end, to - end));
  }

  private int[] body(String uri, String version) {
    return bodies
        .computeIfAbsent(
            uri + "\n" + version,
            k ->
                Optional.ofNullable(model.article(uri, version))
                    .map(WireArticle::body)
                    .map(b -> b.codePoints().toArray()))
        .orElse(new int[0]);
  }
}
