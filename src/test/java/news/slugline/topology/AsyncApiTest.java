package news.slugline.topology;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import news.slugline.story.StoryUpdate;
import news.slugline.testing.Updates;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;

/** The description of the topics says what the program does. */
class AsyncApiTest {
  private static final Path DOCS = Path.of("docs");
  private final JsonNode api = read(DOCS.resolve("asyncapi.yaml"), new YAMLMapper());

  @Test
  void everyTopicIsAChannelWithTheSchemaOfItsValues() {
    Map<String, String> described = new TreeMap<>();
    for (JsonNode channel : api.path("channels")) {
      JsonNode message = at(channel.path("messages").elements().next());
      Path schema = DOCS.resolve(message.at("/payload/schema/$ref").asText()).normalize();
      assertThat(message.at("/payload/schemaFormat").asText()).contains("avro");
      described.put(
          channel.path("address").asText(), read(schema, new ObjectMapper()).path("name").asText());
    }
    Map<String, String> topics = new TreeMap<>();
    new Topics("", 6, 1).all().forEach(t -> topics.put(t.name(), t.schema().getName()));
    assertThat(described).isEqualTo(topics);
  }

  @Test
  void everyOperationIsOfAChannelAndEveryChannelHasOne() {
    List<String> used = new ArrayList<>();
    for (JsonNode operation : api.path("operations")) {
      used.add(at(operation.path("channel")).path("address").asText());
    }
    List<String> channels = new ArrayList<>();
    api.path("channels").forEach(c -> channels.add(c.path("address").asText()));
    assertThat(used).containsExactlyInAnyOrderElementsOf(channels);
  }

  @Test
  void anUpdatesHeadersAreThoseDescribed() {
    StoryUpdate u = Updates.bare("2026-01-05-abcdefgh", 3, "2026-01-05T06:00:00Z");
    JsonNode headers = api.at("/components/messages/StoryUpdate/headers");
    List<String> required = new ArrayList<>();
    headers.path("required").forEach(r -> required.add(r.asText()));
    List<String> sent = new ArrayList<>();
    for (Header h : CloudEventHeaders.of(u)) {
      sent.add(h.key());
      JsonNode value = headers.path("properties").path(h.key());
      if (value.has("const")) {
        assertThat(new String(h.value(), java.nio.charset.StandardCharsets.UTF_8))
            .as(h.key())
            .isEqualTo(value.path("const").asText());
      }
    }
    assertThat(required).containsExactlyInAnyOrderElementsOf(sent);
  }

  private JsonNode at(JsonNode reference) {
    return api.at(reference.path("$ref").asText().substring(1));
  }

  private static JsonNode read(Path file, ObjectMapper mapper) {
    try {
      return mapper.readTree(Files.readString(file));
    } catch (IOException e) {
      throw new AssertionError(file + " cannot be read", e);
    }
  }
}
