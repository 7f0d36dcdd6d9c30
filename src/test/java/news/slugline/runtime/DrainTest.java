package news.slugline.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import news.slugline.avro.StoryRecord;
import news.slugline.avro.Tick;
import news.slugline.broker.EmbeddedKafka;
import news.slugline.broker.EmbeddedRegistry;
import news.slugline.schema.LogRecords;
import news.slugline.topology.TopicSerdes;
import news.slugline.topology.Topics;
import news.slugline.wire.LogEntry;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DrainTest {
  private static final Topics TOPICS = new Topics("", 2, 1);
  private static final String GROUP = "drained";
  private static final Instant NOW = Instant.parse("2026-01-05T06:00:00Z");

  /**
   * A group's offset can be seen before the rest of its transaction: what a transaction that is
   * still open wrote may belong to it.
   */
  @Test
  void waitsForTransactionsThatAreOpenOnWhatWasWritten() throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start();
        EmbeddedRegistry registry = EmbeddedRegistry.inMemory(0)) {
      Map<String, Object> client = Map.of("bootstrap.servers", kafka.bootstrapServers());
      CachedSchemaRegistryClient schemas = new CachedSchemaRegistryClient(registry.url(), 100);
      TopicSerdes serdes = new TopicSerdes(Map.of("schema.registry.url", registry.url()), schemas);
      try (Admin admin = Admin.create(client);
          KafkaProducer<String, byte[]> plain = producer(client, null);
          KafkaProducer<String, byte[]> transactional = producer(client, "one")) {
        new TopicAdmin(admin, schemas).create(TOPICS);
        byte[] end =
            serdes
                .log()
                .serializer()
                .serialize(TOPICS.log(), LogRecords.toAvro(new LogEntry.Tick(NOW)));
        plain.send(new ProducerRecord<>(TOPICS.log(), 0, "end", end)).get();
        byte[] tick = serdes.byStory().serializer().serialize(TOPICS.byStory(), tick());
        plain.send(new ProducerRecord<>(TOPICS.byStory(), 0, "", tick)).get();
        plain.send(new ProducerRecord<>(TOPICS.byStory(), 1, "", tick)).get();
        commit(admin, 1);
        Drain drain = new Drain(TOPICS, serdes, client, GROUP);

        transactional.initTransactions();
        transactional.beginTransaction();
        transactional.send(new ProducerRecord<>(TOPICS.updates(), 0, "s", new byte[] {1})).get();
        assertThat(finished(drain)).as("with an update that cannot be read yet").isFalse();
        transactional.commitTransaction();
        assertThat(finished(drain)).as("when it can be read").isTrue();

        transactional.beginTransaction();
        transactional.send(new ProducerRecord<>(TOPICS.byStory(), 0, "s", tick)).get();
        assertThat(finished(drain)).as("with a row that cannot be read yet").isFalse();
        transactional.commitTransaction();
        assertThat(finished(drain)).as("with a row that is not worked off").isFalse();
        commit(admin, 3);
        assertThat(finished(drain)).as("when it is worked off").isTrue();

        for (int i = 0; i < 20; i++) {
          plain.send(new ProducerRecord<>(TOPICS.byStory(), 0, "", tick)).get();
        }
        Thread slow = new Thread(() -> workOff(admin));
        slow.start();
        assertThat(finished(drain)).as("after longer than its patience, as work went on").isTrue();
        slow.join();
      }
    }
  }

  private static boolean finished(Drain drain) throws InterruptedException {
    return drain.await("end", Duration.ofSeconds(3), () -> null, placed -> {});
  }

  /** Twenty records, one in half a second. */
  private static void workOff(Admin admin) {
    try {
      for (int i = 1; i <= 20; i++) {
        Thread.sleep(500);
        commit(admin, 3 + i);
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void commit(Admin admin, long first) throws Exception {
    admin
        .alterConsumerGroupOffsets(
            GROUP,
            Map.of(
                new TopicPartition(TOPICS.byStory(), 0), new OffsetAndMetadata(first),
                new TopicPartition(TOPICS.byStory(), 1), new OffsetAndMetadata(1)))
        .all()
        .get();
  }

  private static StoryRecord tick() {
    return StoryRecord.newBuilder()
        .setStoryId("")
        .setOffset(0)
        .setEntry(Tick.newBuilder().setTime(NOW).build())
        .build();
  }

  private static KafkaProducer<String, byte[]> producer(
      Map<String, Object> client, @Nullable String transactionalId) {
    Map<String, Object> c = new HashMap<>(client);
    if (transactionalId != null) {
      c.put("transactional.id", transactionalId);
    }
    return new KafkaProducer<>(c, new StringSerializer(), new ByteArraySerializer());
  }
}
