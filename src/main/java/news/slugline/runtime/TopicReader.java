package news.slugline.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a whole topic as committed, from its beginning, in no group. */
public final class TopicReader<V> implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(100);
  private static final int FETCH_WAIT_MS = 50;

  private final KafkaConsumer<String, V> consumer;
  private final List<TopicPartition> partitions;

  /**
   * @param client Kafka client settings, {@code bootstrap.servers} at least
   */
  public TopicReader(Map<String, ?> client, String topic, Deserializer<V> values) {
    Map<String, Object> c = new HashMap<>(client);
    c.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    c.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    c.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    c.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    c.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000);
    // A fetch that waits for more of the partitions read to their ends holds up the others.
    c.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MS);
    c.remove(ConsumerConfig.GROUP_ID_CONFIG);
    consumer = new KafkaConsumer<>(c, new StringDeserializer(), values);
    partitions =
        consumer.partitionsFor(topic).stream()
            .map(p -> new TopicPartition(p.topic(), p.partition()))
            .sorted(java.util.Comparator.comparingInt(TopicPartition::partition))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  public int partitions() {
    return partitions.size();
  }

  /** The sum of the next offsets to read, over all partitions. */
  long position() {
    return partitions.stream().mapToLong(consumer::position).sum();
  }

  /** What has come since the last call; waits a moment for something. */
  public List<ConsumerRecord<String, V>> poll() {
    List<ConsumerRecord<String, V>> out = new ArrayList<>();
    consumer.poll(POLL).forEach(out::add);
    return out;
  }

  /** Everything up to what is committed now. */
  public List<ConsumerRecord<String, V>> toEnd() {
    List<ConsumerRecord<String, V>> out = new ArrayList<>();
    toEnd(out::add);
    return out;
  }

  /** Visits everything up to what is committed now, and keeps nothing of it. */
  public void toEnd(Consumer<ConsumerRecord<String, V>> visitor) {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
      poll().forEach(visitor);
    }
  }

  @Override
  public void close() {
    consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ofSeconds(5)));
  }
}
