package news.slugline.bench.stream;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import news.slugline.avro.CauseType;
import news.slugline.avro.StoryUpdate;
import news.slugline.topology.TopicSerdes;
import news.slugline.topology.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads committed updates as a subscriber would and notes, for each article version, how long after
 * its acknowledgement the update was there.
 */
final class Watch implements AutoCloseable {
  private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();
  private final Map<String, Long> seen = new ConcurrentHashMap<>();
  private final KafkaConsumer<String, StoryUpdate> consumer;
  private final Thread thread;
  private volatile boolean stop;
  private volatile long last = System.nanoTime();

  Watch(Topics topics, TopicSerdes serdes, Map<String, Object> client) {
    Map<String, Object> c = new HashMap<>(client);
    c.put("isolation.level", "read_committed");
    c.put("enable.auto.commit", false);
    c.put("fetch.max.wait.ms", 50);
    consumer = new KafkaConsumer<>(c, new StringDeserializer(), serdes.update().deserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(topics.updates()).stream()
            .map(p -> new TopicPartition(p.topic(), p.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    thread = new Thread(this::read, "watch");
    thread.start();
  }

  void acknowledged(String uri, String version) {
    acknowledged.put(uri + "/" + version, System.nanoTime());
  }

  private void read() {
    while (!stop) {
      var records = consumer.poll(Duration.ofMillis(50));
      long now = System.nanoTime();
      for (ConsumerRecord<String, StoryUpdate> r : records) {
        var cause = r.value().getCause();
        if (cause.getType() == CauseType.article) {
          seen.putIfAbsent(cause.getUri() + "/" + cause.getVersion(), now);
          last = now;
        }
      }
    }
  }

  int seen() {
    return seen.size();
  }

  double quietSeconds() {
    return (System.nanoTime() - last) / 1e9;
  }

  /** Nanoseconds, ascending, of the articles that were acknowledged from {@code from} on. */
  long[] latencies(long from) {
    return acknowledged.entrySet().stream()
        .filter(e -> e.getValue() >= from && seen.containsKey(e.getKey()))
        .mapToLong(e -> Math.max(0, seen.get(e.getKey()) - e.getValue()))
        .sorted()
        .toArray();
  }

  /**
   * How many updates were there after so many tenths of the whole time, from the first to the last.
   */
  int[] tenths(long from) {
    long[] times = seen.values().stream().mapToLong(t -> t - from).sorted().toArray();
    int[] out = new int[10];
    for (int i = 0; i < 10 && times.length > 0; i++) {
      long limit = times[times.length - 1] / 10 * (i + 1);
      int n = Arrays.binarySearch(times, limit);
      out[i] = n < 0 ? -n - 1 : n + 1;
    }
    out[9] = times.length;
    return out;
  }

  @Override
  public void close() throws InterruptedException {
    stop = true;
    thread.join();
    consumer.close();
  }
}
