package news.slugline.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Kafka Connect's JsonConverter makes of a document: a JSON string, with or without an object
 * of schema and payload around it; of bytes, a string in base 64.
 */
final class ConnectEnvelope {
  private ConnectEnvelope() {}

  /** The document in a JSON string; null if the text is no such string, but copy in quotes. */
  static byte @Nullable [] ofString(String text, Json json) {
    String s = text.strip();
    if (s.length() < 2 || s.charAt(s.length() - 1) != '"') {
      return null;
    }
    try {
      List<JsonNode> values = json.values(s, 1);
      String inner = values.size() == 1 ? values.get(0).textValue() : null;
      return inner != null && isDocument(inner) ? inner.getBytes(StandardCharsets.UTF_8) : null;
    } catch (BadWire e) {
      return null;
    }
  }

  /** The payload of a schema and a payload, if that is what the object is. */
  static @Nullable JsonNode payload(JsonNode o) {
    return o.size() == 2 && o.has("schema") && o.has("payload") ? o.get("payload") : null;
  }

  /** The document that a payload is as a whole; null if the payload is an object of its own. */
  static byte @Nullable [] document(JsonNode o, JsonNode payload) throws BadWire {
    if (!payload.isTextual()) {
      return null;
    }
    if (!o.get("schema").path("type").asText().equals("bytes")) {
      return payload.textValue().getBytes(StandardCharsets.UTF_8);
    }
    try {
      return Base64.getDecoder().decode(payload.textValue());
    } catch (IllegalArgumentException e) {
      throw new BadWire(Reason.BAD_FRAME, "The payload is not in base 64, as its schema says.");
    }
  }

  private static boolean isDocument(String inner) {
    String s = inner.strip();
    return !s.isEmpty()
        && ("<{[".indexOf(s.charAt(0)) >= 0 || s.indexOf('\n') >= 0 || s.charAt(0) < ' ');
  }
}
