package news.slugline.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaMetadata;
import io.confluent.kafka.schemaregistry.client.rest.entities.SchemaReference;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedRegistryTest {
  private static final String FIRST = record("[{'name':'uri','type':'string'}]");
  private static final String WITH_DEFAULT =
      record("[{'name':'uri','type':'string'},{'name':'desk','type':'string','default':''}]");
  private static final String WITHOUT_DEFAULT =
      record("[{'name':'uri','type':'string'},{'name':'desk','type':'string'}]");
  private static final String OTHER_TYPE = record("[{'name':'uri','type':'long'}]");

  private final HttpClient http = HttpClient.newHttpClient();
  private final EmbeddedRegistry registry = open();
  private final CachedSchemaRegistryClient client = newClient(registry);

  private static EmbeddedRegistry open() {
    try {
      return EmbeddedRegistry.inMemory(0);
    } catch (BrokerException e) {
      throw new AssertionError(e);
    }
  }

  @BeforeEach
  void nothingIsRegistered() throws Exception {
    assertThat(client.getAllSubjects()).isEmpty();
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  @Test
  void theStockSerializersReadWhatTheyWrote() {
    Map<String, Object> settings = Map.of("schema.registry.url", registry.url());
    GenericRecord article = new GenericData.Record(new Schema.Parser().parse(FIRST));
    article.put("uri", "urn:a");
    try (var serializer = new KafkaAvroSerializer();
        var deserializer = new KafkaAvroDeserializer()) {
      serializer.configure(settings, false);
      deserializer.configure(settings, false);
      byte[] bytes = serializer.serialize("articles", article);
      assertThat(bytes[0]).isZero();
      assertThat(deserializer.deserialize("articles", bytes)).hasToString("{\"uri\": \"urn:a\"}");
    }
  }

  @Test
  void oneSchemaHasOneIdInEverySubject() throws Exception {
    int id = client.register("a-value", new AvroSchema(FIRST));
    assertThat(newClient(registry).register("a-value", new AvroSchema(FIRST))).isEqualTo(id);
    assertThat(client.register("b-value", new AvroSchema(FIRST))).isEqualTo(id);
    assertThat(client.register("a-value", new AvroSchema(WITH_DEFAULT))).isEqualTo(id + 1);
    assertThat(client.getAllSubjects()).containsExactly("a-value", "b-value");
    assertThat(client.getAllVersions("a-value")).containsExactly(1, 2);
    assertThat(client.getAllSubjectsById(id)).containsExactly("a-value", "b-value");
    SchemaMetadata latest = client.getLatestSchemaMetadata("a-value");
    assertThat(latest.getVersion()).isEqualTo(2);
    assertThat(latest.getId()).isEqualTo(id + 1);
    assertThat(client.getVersion("a-value", new AvroSchema(FIRST))).isEqualTo(1);
    assertThat(newClient(registry).getId("a-value", new AvroSchema(FIRST))).isEqualTo(id);
    assertThat(newClient(registry).getSchemaById(id).canonicalString())
        .isEqualTo(new AvroSchema(FIRST).canonicalString());
  }

  @Test
  void aVersionMustFitEveryEarlierOneBothWays() throws Exception {
    client.register("a-value", new AvroSchema(FIRST));
    assertThat(client.testCompatibility("a-value", new AvroSchema(WITH_DEFAULT))).isTrue();
    assertThat(client.testCompatibility("a-value", new AvroSchema(WITHOUT_DEFAULT))).isFalse();
    refused(409, 409, () -> client.register("a-value", new AvroSchema(WITHOUT_DEFAULT)));
    client.register("a-value", new AvroSchema(WITH_DEFAULT));
    // fits the second version, but readers of the first would miss what they need
    refused(409, 409, () -> client.register("a-value", new AvroSchema(WITHOUT_DEFAULT)));
    assertThat(client.testCompatibilityVerbose("a-value", new AvroSchema(OTHER_TYPE))).isNotEmpty();
  }

  @Test
  void aSubjectMayHaveALevelOfItsOwn() throws Exception {
    assertThat(client.getCompatibility(null)).isEqualTo("FULL_TRANSITIVE");
    refused(404, 40408, () -> client.getCompatibility("a-value"));
    client.register("a-value", new AvroSchema(FIRST));
    client.updateCompatibility("a-value", "NONE");
    assertThat(client.getCompatibility("a-value")).isEqualTo("NONE");
    client.register("a-value", new AvroSchema(OTHER_TYPE));
    client.deleteConfig("a-value");
    refused(404, 40408, () -> client.getCompatibility("a-value"));
    client.updateCompatibility("b-value", "FORWARD");
    client.register("b-value", new AvroSchema(FIRST));
    client.register("b-value", new AvroSchema(WITHOUT_DEFAULT));
    refused(422, 42203, () -> client.updateCompatibility("a-value", "SOMETIMES"));
  }

  @Test
  void aReadOnlySubjectTakesNoSchema() throws Exception {
    assertThat(client.getMode()).isEqualTo("READWRITE");
    client.setMode("READONLY", "a-value");
    assertThat(client.getMode("a-value")).isEqualTo("READONLY");
    refused(422, 42205, () -> client.register("a-value", new AvroSchema(FIRST)));
    refused(422, 42204, () -> client.setMode("SOMETIMES"));
  }

  @Test
  void whatIsDeletedStaysReadableByItsId() throws Exception {
    int id = client.register("a-value", new AvroSchema(FIRST));
    assertThat(client.deleteSubject("a-value")).containsExactly(1);
    assertThat(client.getAllSubjects()).isEmpty();
    assertThat(client.getAllSubjects(true)).containsExactly("a-value");
    refused(404, 40401, () -> client.getLatestSchemaMetadata("a-value"));
    assertThat(newClient(registry).getSchemaById(id)).isNotNull();
    assertThat(newClient(registry).register("a-value", new AvroSchema(FIRST))).isEqualTo(id);
    assertThat(client.getAllVersions("a-value")).containsExactly(2);
    client.deleteSchemaVersion("a-value", "2");
    assertThat(client.deleteSubject("a-value", true)).containsExactly(1, 2);
    refused(404, 40403, () -> newClient(registry).getSchemaById(id));
    assertThat(client.register("a-value", new AvroSchema(OTHER_TYPE))).isEqualTo(id + 1);
  }

  @Test
  void aSchemaMayReferToOneOfAnotherSubject() throws Exception {
    client.register("uri", new AvroSchema(FIRST));
    SchemaReference reference = new SchemaReference("wire.Article", "uri", 1);
    AvroSchema list =
        new AvroSchema(
            "{\"type\":\"array\",\"items\":\"wire.Article\"}",
            List.of(reference),
            Map.of("wire.Article", FIRST),
            null);
    int id = client.register("list", list);
    assertThat(newClient(registry).getSchemaById(id).references()).containsExactly(reference);
    assertThat(get("/subjects/uri/versions/1/referencedby").body()).isEqualTo("[" + id + "]");
    refused(422, 42206, () -> client.deleteSchemaVersion("uri", "1"));
  }

  @Test
  void refusalsCarryConfluentsCodes() throws Exception {
    refused(404, 40401, () -> client.getAllVersions("none"));
    refused(404, 40403, () -> client.getSchemaById(77));
    client.register("a-value", new AvroSchema(FIRST));
    refused(404, 40402, () -> client.getSchemaMetadata("a-value", 9));
    refused(404, 40403, () -> client.getId("a-value", new AvroSchema(OTHER_TYPE)));
    assertThat(post("/subjects/a-value/versions", "{\"schema\":\"{\"}").body()).contains("42201");
    assertThat(post("/subjects/a-value/versions", "{\"schemaType\":\"JSON\",\"schema\":\"{}\"}"))
        .satisfies(r -> assertThat(r.statusCode()).isEqualTo(422));
    assertThat(post("/subjects/a-value/versions", "no json").statusCode()).isEqualTo(400);
    assertThat(post("/nothing", "{}").statusCode()).isEqualTo(404);
    assertThat(get("/subjects/a-value/versions/0").body()).contains("42202");
    assertThat(get("/subjects/a-value/versions/latest").statusCode()).isEqualTo(200);
  }

  @Test
  void subjectsMayHaveAnyName() throws Exception {
    String name = "a b/c+%-value";
    client.register(name, new AvroSchema(FIRST));
    assertThat(client.getAllSubjects()).containsExactly(name);
    assertThat(client.getAllVersions(name)).containsExactly(1);
  }

  @Test
  void idsAndSettingsOutliveARestart(@TempDir Path temp) throws Exception {
    int first;
    int second;
    try (EmbeddedKafka kafka = EmbeddedKafka.start(temp, 0);
        EmbeddedRegistry kept = EmbeddedRegistry.start(bootstrap(kafka), 0)) {
      CachedSchemaRegistryClient writer = newClient(kept);
      first = writer.register("a-value", new AvroSchema(FIRST));
      second = writer.register("b-value", new AvroSchema(OTHER_TYPE));
      writer.updateCompatibility("b-value", "NONE");
      writer.deleteSubject("b-value");
      writer.deleteSubject("b-value", true);
    }
    try (EmbeddedKafka kafka = EmbeddedKafka.start(temp, 0);
        EmbeddedRegistry kept = EmbeddedRegistry.start(bootstrap(kafka), 0)) {
      CachedSchemaRegistryClient reader = newClient(kept);
      assertThat(reader.getAllSubjects(true)).containsExactly("a-value");
      assertThat(reader.getId("a-value", new AvroSchema(FIRST))).isEqualTo(first);
      assertThat(reader.getCompatibility("b-value")).isEqualTo("NONE");
      assertThat(reader.register("c-value", new AvroSchema(WITH_DEFAULT))).isEqualTo(second + 1);
    }
  }

  @Test
  void anUnreachableBrokerIsNamed() {
    Map<String, Object> nobody = Map.of("bootstrap.servers", "none.invalid:9092");
    assertThatThrownBy(() -> EmbeddedRegistry.start(nobody, 0))
        .isInstanceOf(BrokerException.class)
        .hasMessageContaining("bootstrap");
  }

  private static Map<String, Object> bootstrap(EmbeddedKafka kafka) {
    return Map.of("bootstrap.servers", kafka.bootstrapServers());
  }

  private static CachedSchemaRegistryClient newClient(EmbeddedRegistry registry) {
    return new CachedSchemaRegistryClient(registry.url(), 100);
  }

  private static void refused(int status, int code, ThrowingCallable call) {
    RestClientException error = catchThrowableOfType(RestClientException.class, call);
    assertThat(error).isNotNull();
    assertThat(List.of(error.getStatus(), error.getErrorCode())).containsExactly(status, code);
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(registry.url() + path))
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(registry.url() + path)).build(), BodyHandlers.ofString());
  }

  private static String record(String fields) {
    return ("{'type':'record','name':'Article','namespace':'wire','fields':" + fields + "}")
        .replace('\'', '"');
  }
}
