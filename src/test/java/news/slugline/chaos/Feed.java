package news.slugline.chaos;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import news.slugline.topology.Topics;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Follows the updates as a subscriber does and keeps the longest time without any. */
final class Feed implements AutoCloseable {
  private final Thread thread;
  private volatile boolean closed;
  private volatile long last;
  private volatile long longest;
  private final AtomicInteger count = new AtomicInteger();

  Feed(Topics topics, Map<String, Object> client) {
    Map<String, Object> c = new HashMap<>(client);
    c.put("isolation.level", "read_committed");
    c.put("auto.offset.reset", "earliest");
    c.put("enable.auto.commit", false);
    thread = new Thread(() -> follow(topics, c), "feed");
    thread.setDaemon(true);
    thread.start();
  }

  /** After the first update; that one waits for the start of the instances. */
  long longestSilenceMillis() {
    return longest;
  }

  /** How many updates came so far. */
  int count() {
    return count.get();
  }

  /** Waits until more than so many updates have come, but no longer than so many seconds. */
  void awaitMoreThan(int before, int seconds) throws InterruptedException {
    for (int i = 0; i < seconds * 50 && count() <= before; i++) {
      Thread.sleep(20);
    }
  }

  @Override
  public void close() throws InterruptedException {
    closed = true;
    thread.join(10_000);
  }

  private void follow(Topics topics, Map<String, Object> client) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> all =
          consumer.partitionsFor(topics.updates()).stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      consumer.assign(all);
      consumer.seekToBeginning(all);
      while (!closed) {
        int arrived = consumer.poll(Duration.ofMillis(200)).count();
        if (arrived > 0) {
          count.addAndGet(arrived);
          long now = System.nanoTime() / 1_000_000;
          if (last > 0) {
            longest = Math.max(longest, now - last);
          }
          last = now;
        }
      }
    }
  }
}
