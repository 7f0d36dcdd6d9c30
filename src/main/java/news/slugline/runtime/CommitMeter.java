package news.slugline.runtime;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.slugline.topology.Topics;
import news.slugline.topology.Trail;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the update feed as any subscriber does, committed only, and measures how long after its
 * article each update came. The instances share the partitions, so each update is measured once.
 * Never commits: after a pause it goes on with what is new.
 */
public final class CommitMeter implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CommitMeter.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final long PAUSE_MS = 10_000;
  private static final long CLOSE_MS = 5_000;

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Metrics metrics;
  private final Thread thread;
  private volatile boolean closed;

  private CommitMeter(KafkaConsumer<byte[], byte[]> consumer, String topic, Metrics metrics) {
    this.consumer = consumer;
    this.metrics = metrics;
    thread = new Thread(() -> run(topic), "slugline-meter");
    thread.setDaemon(true);
  }

  /** Starts measuring. */
  public static CommitMeter start(
      Topics topics, Map<String, ?> client, String applicationId, Metrics metrics) {
    Map<String, Object> c = new HashMap<>(client);
    c.put(ConsumerConfig.GROUP_ID_CONFIG, applicationId + "-meter");
    c.put(ConsumerConfig.CLIENT_ID_CONFIG, applicationId + "-meter");
    c.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    c.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    c.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
    c.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    CommitMeter meter =
        new CommitMeter(
            new KafkaConsumer<>(c, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
            topics.updates(),
            metrics);
    meter.thread.start();
    return meter;
  }

  @Override
  public void close() {
    closed = true;
    consumer.wakeup();
    try {
      thread.join(CLOSE_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run(String topic) {
    try (consumer) {
      consumer.subscribe(List.of(topic));
      while (!closed) {
        measure();
      }
    } catch (WakeupException | InterruptException e) {
      LOG.debug("The meter was told to stop");
    } catch (KafkaException e) {
      LOG.warn("The end-to-end time is no longer measured: {}", e.toString());
    }
  }

  private void measure() {
    try {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        Long received = Trail.received(record.headers());
        if (received != null) {
          metrics.endToEnd(Duration.ofMillis(System.currentTimeMillis() - received));
        }
      }
    } catch (org.apache.kafka.common.errors.RetriableException e) {
      LOG.debug("The update feed cannot be read now: {}", e.toString());
      try {
        Thread.sleep(PAUSE_MS);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        closed = true;
      }
    }
  }
}
