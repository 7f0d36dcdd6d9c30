package news.slugline.schema;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Avro in Confluent's wire format, by Confluent's serializers. A registry that does not answer is
 * waited for, with growing pauses, so that an outage is never taken for bad data; after {@link
 * #PATIENCE_MS} the call fails and the stream goes back to its last commit.
 */
public final class AvroSerde<T extends SpecificRecord> implements Serde<T> {
  /**
   * How long a call waits for the registry, in milliseconds; below the consumer's poll interval.
   */
  static final long PATIENCE_MS = 120_000;

  private static final Logger LOG = LoggerFactory.getLogger(AvroSerde.class);

  private final KafkaAvroSerializer serializer;
  private final KafkaAvroDeserializer deserializer;
  private final Class<T> type;

  /**
   * @param config of the registry client; {@code schema.registry.url} at least
   */
  public AvroSerde(Class<T> type, Map<String, ?> config, @Nullable SchemaRegistryClient client) {
    AvroTrust.install();
    this.type = type;
    Map<String, Object> all = new HashMap<>(config);
    all.put("auto.register.schemas", false);
    all.put("specific.avro.reader", true);
    all.put("avro.remove.java.properties", true);
    serializer = client == null ? new KafkaAvroSerializer() : new KafkaAvroSerializer(client);
    deserializer = client == null ? new KafkaAvroDeserializer() : new KafkaAvroDeserializer(client);
    serializer.configure(all, false);
    deserializer.configure(all, false);
  }

  @Override
  public Serializer<T> serializer() {
    return (topic, value) ->
        value == null
            ? null
            : patiently("write to " + topic, () -> serializer.serialize(topic, value));
  }

  @Override
  public Deserializer<T> deserializer() {
    return (topic, bytes) ->
        bytes == null
            ? null
            : type.cast(patiently("read " + topic, () -> deserializer.deserialize(topic, bytes)));
  }

  /** Tries until the registry answers; throws at once what waiting cannot mend. */
  static <R> R patiently(String what, Supplier<R> call) {
    long waited = 0;
    long pause = 100;
    while (true) {
      try {
        return call.get();
      } catch (SerializationException e) {
        if (!isOutage(e) || waited >= PATIENCE_MS) {
          throw e;
        }
        LOG.warn("The schema registry does not answer ({}); trying again in {} ms", what, pause);
        try {
          Thread.sleep(pause);
        } catch (InterruptedException interrupted) {
          Thread.currentThread().interrupt();
          throw e;
        }
        waited += pause;
        pause = Math.min(5_000, pause * 2);
      }
    }
  }

  /** Whether the registry failed, and not the data. */
  public static boolean isOutage(Throwable e) {
    for (Throwable c = e; c != null; c = c.getCause()) {
      if (c instanceof RestClientException rest) {
        return rest.getStatus() >= 500 || rest.getStatus() == 429 || rest.getStatus() == 408;
      }
      if (c instanceof IOException) {
        return true;
      }
    }
    return false;
  }
}
