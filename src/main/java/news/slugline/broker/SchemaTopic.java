package news.slugline.broker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * The registry's records in the compacted topic {@code _schemas}, in the JSON that Confluent's
 * registry writes there, so that one can take over from the other. One writer only.
 */
final class SchemaTopic implements SchemaLog {
  private static final String TOPIC = "_schemas";
  private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Map<String, Object> client;
  private final KafkaProducer<byte[], byte[]> producer;

  private SchemaTopic(Map<String, Object> client) {
    this.client = client;
    Map<String, Object> settings = new LinkedHashMap<>(client);
    settings.put("acks", "all");
    settings.put("enable.idempotence", "true");
    settings.put("delivery.timeout.ms", Math.toIntExact(PATIENCE.toMillis()));
    settings.put("request.timeout.ms", 5000);
    settings.put("max.block.ms", PATIENCE.toMillis());
    settings.put("max.request.size", 4 << 20);
    this.producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /**
   * @param client settings of every Kafka client, {@code bootstrap.servers} at least
   */
  static SchemaTopic open(Map<String, Object> client) throws IOException {
    createTopic(client);
    return new SchemaTopic(client);
  }

  private static void createTopic(Map<String, Object> client) throws IOException {
    Map<String, Object> settings = new LinkedHashMap<>(client);
    settings.put("default.api.timeout.ms", Math.toIntExact(PATIENCE.toMillis()));
    settings.put("request.timeout.ms", 5000);
    try (Admin admin = Admin.create(settings)) {
      NewTopic topic =
          new NewTopic(TOPIC, 1, (short) 1)
              .configs(Map.of("cleanup.policy", "compact", "max.message.bytes", "4194304"));
      admin.createTopics(List.of(topic)).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new IOException("cannot create " + TOPIC + ": " + rootText(e), e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while creating " + TOPIC, e);
    } catch (KafkaException e) {
      throw new IOException("cannot create " + TOPIC + ": " + rootText(e), e);
    }
  }

  @Override
  public List<Entry> load() throws IOException {
    Map<String, Object> settings = new LinkedHashMap<>(client);
    settings.put("default.api.timeout.ms", Math.toIntExact(PATIENCE.toMillis()));
    settings.put("request.timeout.ms", 5000);
    settings.put("enable.auto.commit", "false");
    List<Entry> entries = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(PARTITION));
      consumer.seekToBeginning(List.of(PARTITION));
      long end = consumer.endOffsets(List.of(PARTITION)).getOrDefault(PARTITION, 0L);
      while (consumer.position(PARTITION) < end) {
        consumer
            .poll(Duration.ofMillis(500))
            .forEach(r -> entries.add(new Entry(text(r.key()), textOrNull(r.value()))));
      }
    } catch (KafkaException e) {
      throw new IOException("cannot read " + TOPIC + ": " + rootText(e), e);
    }
    return entries;
  }

  @Override
  public void append(Entry entry) throws IOException {
    byte[] value = entry.value() == null ? null : entry.value().getBytes(StandardCharsets.UTF_8);
    byte[] key = entry.key().getBytes(StandardCharsets.UTF_8);
    try {
      producer
          .send(new ProducerRecord<>(TOPIC, 0, key, value))
          .get(PATIENCE.toSeconds() + 1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while writing to " + TOPIC, e);
    } catch (Exception e) {
      throw new IOException("cannot write to " + TOPIC + ": " + rootText(e), e);
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
  }

  private static String text(byte @Nullable [] bytes) {
    return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
  }

  private static @Nullable String textOrNull(byte @Nullable [] bytes) {
    return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
  }

  private static String rootText(Throwable error) {
    Throwable root = error;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage());
  }
}
