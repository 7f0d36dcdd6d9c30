package news.slugline.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads JSON within the limits; what it throws says where. */
final class Json {
  private final ObjectMapper mapper =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(Limits.DEPTH)
                          .maxStringLength(Limits.DOCUMENT_BYTES)
                          .maxTokenCount(2L * Limits.NODES)
                          .build())
                  .build())
          .build();

  /** The one value, or the several that follow each other. */
  List<JsonNode> values(String text, int line) throws BadWire {
    List<JsonNode> values = new ArrayList<>();
    try (JsonParser p = mapper.createParser(text)) {
      while (p.nextToken() != null) {
        values.add(mapper.readTree(p));
        if (values.size() > Limits.ITEMS) {
          throw new BadWire(Reason.TOO_LARGE, "More than " + Limits.ITEMS + " items in one file.");
        }
      }
    } catch (StreamConstraintsException e) {
      throw constraint(e, line);
    } catch (JsonProcessingException e) {
      throw new BadWire(
          Reason.BAD_JSON,
          "This is not well-formed JSON: " + sentence(e.getOriginalMessage()),
          position(e.getLocation(), line));
    } catch (IOException e) {
      throw new BadWire(Reason.BAD_JSON, "This JSON cannot be read: " + e.getMessage());
    }
    return values;
  }

  private static BadWire constraint(StreamConstraintsException e, int line) {
    String message = e.getOriginalMessage();
    boolean deep = message != null && message.toLowerCase(Locale.ROOT).contains("nesting");
    return deep
        ? new BadWire(
            Reason.TOO_DEEP,
            "The JSON is nested deeper than " + Limits.DEPTH + " levels.",
            position(e.getLocation(), line))
        : new BadWire(
            Reason.TOO_LARGE,
            "The JSON passes a limit: " + sentence(message),
            position(e.getLocation(), line));
  }

  private static String sentence(@Nullable String message) {
    String s = message == null ? "no reason given" : message;
    int end = s.indexOf('\n');
    s = end < 0 ? s : s.substring(0, end);
    s = s.length() > 200 ? s.substring(0, 200) + "..." : s;
    return s.endsWith(".") ? s : s + ".";
  }

  private static @Nullable String position(@Nullable JsonLocation at, int line) {
    return at == null
        ? null
        : "line " + (at.getLineNr() + line - 1) + ", column " + at.getColumnNr();
  }

  ObjectMapper mapper() {
    return mapper;
  }

  /** The text of a property that is a string or a number, of the first of the names that has it. */
  static @Nullable String text(JsonNode node, String... names) {
    for (String name : names) {
      JsonNode v = node.get(name);
      if (v != null && v.isValueNode() && !v.isNull()) {
        String s = v.asText();
        if (!s.isBlank()) {
          return s;
        }
      }
    }
    return null;
  }

  /** The elements of the first of the named arrays that is there; a lone object counts as one. */
  static List<JsonNode> array(JsonNode node, String... names) {
    for (String name : names) {
      JsonNode v = node.get(name);
      if (v != null && v.isArray()) {
        List<JsonNode> out = new ArrayList<>(v.size());
        v.forEach(out::add);
        return out;
      }
      if (v != null && v.isObject()) {
        return List.of(v);
      }
    }
    return List.of();
  }
}
