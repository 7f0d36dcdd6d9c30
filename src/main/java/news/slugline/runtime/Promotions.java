package news.slugline.runtime;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import news.slugline.avro.Promotion;
import news.slugline.topology.TopicSerdes;
import news.slugline.topology.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Which stream is live. A backfill runs under a prefix and an application id of its own; promoted,
 * it goes on with what comes in live, from where its own articles end, while all that it has put
 * out stays where it is. The stream that was live keeps its topics and its place, so that it can
 * take over again.
 */
public final class Promotions {
  private static final long TIMEOUT_S = 30;

  /** Every command asks which stream is live; a broker that is away must not cost a minute. */
  private static final int TIMEOUT_MS = 10_000;

  private final Topics live;
  private final TopicSerdes serdes;
  private final Map<String, ?> client;

  /**
   * @param live the topics under the prefix of the settings
   */
  public Promotions(Topics live, TopicSerdes serdes, Map<String, ?> client) {
    this.live = live;
    this.serdes = serdes;
    this.client = client;
  }

  /** What is promoted; null if nothing is. */
  public static @Nullable Promotion live(Topics topics, TopicSerdes serdes, Map<String, ?> client) {
    Promotion found = null;
    Map<String, Object> c = new HashMap<>(client);
    c.putIfAbsent(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MS);
    try (TopicReader<Promotion> reader =
        new TopicReader<>(c, topics.promotions(), serdes.promotion().deserializer())) {
      for (ConsumerRecord<String, Promotion> r : reader.toEnd()) {
        if (Topics.PROMOTED.equals(r.key())) {
          found = r.value();
        }
      }
    }
    return found;
  }

  /**
   * Lets a stream that does not run at the moment go on with the live articles and commands of a
   * time.
   *
   * @param since of the broker, when it took them in
   */
  public void takeOver(String prefix, String applicationId, Instant since) {
    try (Admin admin = Admin.create(new HashMap<>(client))) {
      Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
      for (String topic : List.of(live.raw(), live.commands())) {
        TopicPartition partition = new TopicPartition(topic, 0);
        offsets.put(partition, new OffsetAndMetadata(offset(admin, partition, since)));
      }
      admin
          .alterConsumerGroupOffsets(applicationId, offsets)
          .all()
          .get(TIMEOUT_S, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new AdminException(
          "set where " + applicationId + " goes on; it must not run meanwhile", cause(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AdminException("set where " + applicationId + " goes on", e);
    }
    Promotion promotion =
        Promotion.newBuilder()
            .setPrefix(prefix)
            .setApplicationId(applicationId)
            .setTime(Instant.now())
            .build();
    write(promotion);
  }

  /** Lets the stream under the prefix of the settings be live again. */
  public void takeBack() {
    write(null);
  }

  private static long offset(Admin admin, TopicPartition partition, Instant since)
      throws ExecutionException, InterruptedException, TimeoutException {
    long found = ask(admin, partition, OffsetSpec.forTimestamp(since.toEpochMilli()));
    return found >= 0 ? found : ask(admin, partition, OffsetSpec.latest());
  }

  private static long ask(Admin admin, TopicPartition partition, OffsetSpec spec)
      throws ExecutionException, InterruptedException, TimeoutException {
    return admin
        .listOffsets(Map.of(partition, spec))
        .partitionResult(partition)
        .get(TIMEOUT_S, TimeUnit.SECONDS)
        .offset();
  }

  private void write(@Nullable Promotion promotion) {
    Map<String, Object> c = new HashMap<>(client);
    c.put(ProducerConfig.ACKS_CONFIG, "all");
    byte[] value =
        promotion == null
            ? null
            : serdes.promotion().serializer().serialize(live.promotions(), promotion);
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(c, new StringSerializer(), new ByteArraySerializer())) {
      producer
          .send(new ProducerRecord<>(live.promotions(), Topics.PROMOTED, value))
          .get(TIMEOUT_S, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new AdminException("write to " + live.promotions(), cause(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AdminException("write to " + live.promotions(), e);
    }
  }

  private static Throwable cause(Exception e) {
    return e.getCause() == null ? e : e.getCause();
  }
}
