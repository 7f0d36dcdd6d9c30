package news.slugline.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import news.slugline.topology.Topics;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.RandomData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A program of every earlier schema version and today's, side by side on one topic and one
 * registry: each reads what the other writes.
 */
class SchemaEvolutionTest {
  private static final String SCOPE = "evolution";
  private static final long SEED = Long.getLong("slugline.seed", 20261125L);
  private static final int RECORDS = 20;
  private static final Map<String, Object> CONFIG =
      Map.of(
          "schema.registry.url",
          "mock://" + SCOPE,
          "auto.register.schemas",
          false,
          "avro.remove.java.properties",
          true);

  record Version(Topics.Spec topic, int number, Schema schema) {
    @Override
    public String toString() {
      return topic.name() + " " + number;
    }
  }

  static List<Version> versions() throws Exception {
    List<Version> all = new ArrayList<>();
    for (Topics.Spec topic : new Topics("", 1, 1).all()) {
      Path folder = Path.of("schemas/history", topic.name());
      for (int n = 1; Files.exists(folder.resolve(n + ".avsc")); n++) {
        String text = Files.readString(folder.resolve(n + ".avsc"));
        all.add(new Version(topic, n, new Schema.Parser().parse(text)));
      }
    }
    return all;
  }

  @AfterEach
  void dropRegistry() {
    MockSchemaRegistry.dropScope(SCOPE);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void theOldAndTheNewProgramReadEachOther(Version old) throws Exception {
    SchemaRegistryClient registry = MockSchemaRegistry.getClientForScope(SCOPE);
    registry.register(old.topic().subject(), new AvroSchema(old.schema()));
    registry.register(old.topic().subject(), new AvroSchema(old.topic().schema()));
    AvroSerde<SpecificRecord> today = new AvroSerde<>(SpecificRecord.class, CONFIG, registry);
    KafkaAvroSerializer oldWriter = new KafkaAvroSerializer(registry, CONFIG);
    KafkaAvroDeserializer oldReader = new KafkaAvroDeserializer(registry, CONFIG);
    String topic = old.topic().name();

    for (Object written : new RandomData(old.schema(), RECORDS, SEED, true)) {
      byte[] bytes = oldWriter.serialize(topic, written);
      SpecificRecord read = today.deserializer().deserialize(topic, bytes);
      assertThat(read.getSchema().getFullName()).isEqualTo(old.schema().getFullName());

      byte[] back = today.serializer().serialize(topic, read);
      GenericRecord again = (GenericRecord) oldReader.deserialize(topic, back, old.schema());
      assertThat(again)
          .as("seed %d: what the old program wrote came back to it through the new one", SEED)
          .isEqualTo(written);
    }
  }
}
