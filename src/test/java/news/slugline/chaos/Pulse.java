package news.slugline.chaos;

import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import news.slugline.avro.StoryUpdate;
import news.slugline.runtime.Publisher;
import news.slugline.runtime.TopicReader;
import news.slugline.schema.Outputs;
import news.slugline.story.Cause;
import news.slugline.topology.TopicSerdes;
import news.slugline.topology.Topics;
import news.slugline.wire.WireArticle;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Sends articles, so many flat out and then ten a second, and says how long after a moment the
 * first update comes, read as committed, on an article that was sent after it, in each partition of
 * the updates.
 */
final class Pulse implements AutoCloseable {
  private static final long GAP_MILLIS = 100;

  private final Iterator<WireArticle> wire;
  private final long rushed;
  private final Thread sender;
  private final Thread reader;

  /** When an article was sent, by address and version, in nanoseconds. */
  private final Map<String, Long> sent = new ConcurrentHashMap<>();

  /** When the first update came on an article sent since the moment, by partition. */
  private final Map<Integer, Long> first = new ConcurrentHashMap<>();

  private final Set<String> stories = ConcurrentHashMap.newKeySet();
  private final AtomicLong updates = new AtomicLong();
  private volatile long moment = Long.MAX_VALUE;
  private volatile boolean calm;
  private volatile boolean ended;

  Pulse(
      Map<String, Object> client,
      Topics topics,
      TopicSerdes serdes,
      Iterator<WireArticle> wire,
      long rushed) {
    this.wire = wire;
    this.rushed = rushed;
    sender = new Thread(() -> send(client, topics, serdes), "wire");
    reader = new Thread(() -> follow(client, topics, serdes), "updates");
    reader.start();
    sender.start();
  }

  /** How many updates came so far. */
  long updates() {
    return updates.get();
  }

  /** How many stories the updates so far are of. */
  int stories() {
    return stories.size();
  }

  /** Whether all that is sent flat out has been sent. */
  boolean calm() {
    return calm;
  }

  /** From now on {@link #partitions} counts. */
  void mark() {
    moment = Long.MAX_VALUE;
    first.clear();
    moment = System.nanoTime();
  }

  /** How many partitions have given an update on an article that was sent after the moment. */
  int partitions() {
    return first.size();
  }

  /** Waits until so many partitions have, or that time is over; false then. */
  boolean await(int partitions, long patienceMillis) throws InterruptedException {
    long deadline = moment + patienceMillis * 1_000_000;
    while (first.size() < partitions && System.nanoTime() < deadline) {
      Thread.sleep(20);
    }
    return first.size() >= partitions;
  }

  /** Seconds from the moment to the earliest of the partitions. */
  double firstSeconds() {
    return (first.values().stream().mapToLong(Long::longValue).min().orElseThrow() - moment) / 1e9;
  }

  /** Seconds from the moment until all had given one. */
  double lastSeconds() {
    return (first.values().stream().mapToLong(Long::longValue).max().orElseThrow() - moment) / 1e9;
  }

  @Override
  public void close() throws InterruptedException {
    ended = true;
    sender.join();
    reader.join();
  }

  private void send(Map<String, Object> client, Topics topics, TopicSerdes serdes) {
    try (Publisher publisher = new Publisher(topics, serdes, client)) {
      for (long n = 0; !ended && wire.hasNext(); n++) {
        WireArticle a = wire.next();
        if (n == rushed) {
          publisher.flush();
          calm = true;
        }
        sent.put(a.uri() + " " + a.version(), System.nanoTime());
        publisher.article(a, "pulse");
        if (calm) {
          publisher.flush();
          Thread.sleep(GAP_MILLIS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void follow(Map<String, Object> client, Topics topics, TopicSerdes serdes) {
    try (TopicReader<StoryUpdate> updated =
        new TopicReader<>(client, topics.updates(), serdes.update().deserializer())) {
      while (!ended) {
        for (ConsumerRecord<String, StoryUpdate> r : updated.poll()) {
          updates.incrementAndGet();
          stories.add(r.key());
          Cause cause = Outputs.fromAvro(r.value()).cause();
          Long at = sent.get(cause.uri() + " " + cause.version());
          if (at != null && at > moment) {
            first.putIfAbsent(r.partition(), System.nanoTime());
          }
        }
      }
    }
  }
}
