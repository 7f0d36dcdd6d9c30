package news.slugline.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.avro.Schema;

/**
 * A generated class's schema as others see it: without the properties that only Java code needs.
 */
public final class PublicSchema {
  private PublicSchema() {}

  public static Schema of(Schema generated) {
    try {
      JsonNode json = new ObjectMapper().readTree(generated.toString());
      strip(json);
      return new Schema.Parser().parse(json.toString());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A schema is no JSON", e);
    }
  }

  private static void strip(JsonNode node) {
    if (node instanceof ObjectNode o) {
      o.remove("avro.java.string");
    }
    node.forEach(PublicSchema::strip);
  }
}
