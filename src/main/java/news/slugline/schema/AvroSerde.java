package news.slugline.schema;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
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

  /** Before every value: a zero and the number that the registry gave to the schema. */
  private static final int HEAD_BYTES = 1 + Integer.BYTES;

  private static final int USUAL_BYTES = 1_024;

  private final KafkaAvroSerializer serializer;
  private final Map<String, Known> known = new ConcurrentHashMap<>();
  private final KafkaAvroDeserializer deserializer;
  private final Class<T> type;

  /** How the values of one topic begin, as the registry gave it, and how they go on. */
  private record Known(Schema schema, byte[] head, DatumWriter<Object> writer) {}

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
    return (topic, value) -> value == null ? null : bytes(topic, value);
  }

  /**
   * Confluent's serializer looks for the schema's number with every value, which costs more than to
   * write a claim; so it is asked with the first value of a topic, and the others get that number.
   */
  private byte[] bytes(String topic, T value) {
    Known k = known.get(topic);
    if (k == null || k.schema != value.getSchema()) {
      byte[] first = patiently("write to " + topic, () -> serializer.serialize(topic, value));
      DatumWriter<Object> writer = new SpecificDatumWriter<>(value.getSchema());
      known.put(topic, new Known(value.getSchema(), Arrays.copyOf(first, HEAD_BYTES), writer));
      return first;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(USUAL_BYTES);
    out.writeBytes(k.head);
    try {
      k.writer.write(value, EncoderFactory.get().directBinaryEncoder(out, null));
    } catch (IOException | RuntimeException e) {
      throw new SerializationException("A record for " + topic + " cannot be written", e);
    }
    return out.toByteArray();
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
