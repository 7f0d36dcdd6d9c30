package news.slugline.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import news.slugline.claim.Kind;
import news.slugline.schema.ReadableValue;
import news.slugline.story.Fact;
import news.slugline.story.StoryState;

/**
 * Sets beside canonical values what they are in words, so that whoever shows them needs no list of
 * units and plurals.
 */
final class Words {
  private static final String READABLE = "readable";

  private Words() {}

  /** Adds {@code readable} to each position of a fact. */
  static void addTo(JsonNode fact) {
    Kind kind = Kind.valueOf(fact.path("kind").asText().toUpperCase(Locale.ROOT));
    for (JsonNode p : fact.path("positions")) {
      ((ObjectNode) p).put(READABLE, ReadableValue.of(kind, p.path("value").asText()));
    }
  }

  /** Adds {@code readable} to the changes of an update whose facts the story still has. */
  static void addTo(JsonNode update, StoryState story) {
    Map<String, Kind> kinds = new HashMap<>();
    for (Fact f : story.facts()) {
      kinds.put(f.factId(), f.kind());
    }
    for (JsonNode c : update.path("changes")) {
      Kind kind = kinds.get(c.path("factId").asText());
      if (kind != null && c.path("gist").isTextual()) {
        String gist = ReadableValue.inGist(kind, c.path("gist").asText());
        ((ObjectNode) c).put(READABLE, gist);
      }
    }
  }
}
