package news.slugline.runtime;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import news.slugline.avro.LogRecord;
import news.slugline.avro.StoryRecord;
import news.slugline.avro.Tick;
import news.slugline.topology.TopicSerdes;
import news.slugline.topology.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Knows when a replay has gone all the way through: its last tick stands in the log, has reached
 * every partition by story, the group has committed past everything that stands there, rows handed
 * over by merges included, and no transaction is open on what was written.
 *
 * <p>A transaction's end reaches its partitions one after the other: the group's offset may be seen
 * as committed before the rows and updates of the same transaction can be read. So the ends of the
 * partitions are asked for after the offsets, with what is not yet committed counted in.
 */
public final class Drain {
  private final Topics topics;
  private final TopicSerdes serdes;
  private final Map<String, ?> client;
  private final String applicationId;

  public Drain(Topics topics, TopicSerdes serdes, Map<String, ?> client, String applicationId) {
    this.topics = topics;
    this.serdes = serdes;
    this.client = client;
    this.applicationId = applicationId;
  }

  /** Sees how far it has come. */
  @FunctionalInterface
  public interface Progress {
    /**
     * @param placed how many article versions have found their story so far
     */
    void at(long placed);
  }

  /**
   * Waits.
   *
   * @param lastTick key of the last tick in the log
   * @param failure what ended the stream, if anything did
   * @return false if the stream failed or nothing moved for {@code patience}
   */
  public boolean await(
      String lastTick, Duration patience, Supplier<@Nullable Throwable> failure, Progress progress)
      throws InterruptedException {
    long offset = -1;
    long moved = System.nanoTime();
    long placed = 0;
    Map<Integer, Long> last = new HashMap<>();
    Map<Integer, Long> ticked = new HashMap<>();
    Map<TopicPartition, OffsetAndMetadata> committed = Map.of();
    try (TopicReader<LogRecord> log =
            new TopicReader<>(client, topics.log(), serdes.log().deserializer());
        TopicReader<StoryRecord> byStory =
            new TopicReader<>(client, topics.byStory(), serdes.byStory().deserializer());
        Admin admin = Admin.create(new HashMap<>(client))) {
      while (failure.get() == null && System.nanoTime() - moved < patience.toNanos()) {
        if (offset < 0) {
          List<ConsumerRecord<String, LogRecord>> got = log.poll();
          for (ConsumerRecord<String, LogRecord> r : got) {
            if (lastTick.equals(r.key())) {
              offset = r.offset();
            }
          }
          if (!got.isEmpty()) {
            moved = System.nanoTime();
          }
        }
        List<ConsumerRecord<String, StoryRecord>> got = byStory.poll();
        for (ConsumerRecord<String, StoryRecord> r : got) {
          last.put(r.partition(), r.offset());
          Object entry = r.value().getEntry();
          if (entry instanceof news.slugline.avro.Placed) {
            placed++;
          } else if (entry instanceof Tick) {
            ticked.put(r.partition(), r.value().getOffset());
          }
        }
        if (!got.isEmpty()) {
          moved = System.nanoTime();
          progress.at(placed);
          continue;
        }
        Map<TopicPartition, OffsetAndMetadata> now = committed(admin);
        if (!now.equals(committed)) {
          committed = now;
          moved = System.nanoTime();
        }
        if (offset >= 0
            && reached(ticked, byStory.partitions(), offset)
            && past(committed, last)
            && byStory.position() == settledEnd(admin, topics.byStory())
            && settled(admin)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean reached(Map<Integer, Long> ticked, int partitions, long offset) {
    return ticked.size() == partitions && ticked.values().stream().allMatch(t -> t >= offset);
  }

  /** Whether all that was written for readers can be read. */
  private boolean settled(Admin admin) throws InterruptedException {
    for (String topic :
        List.of(topics.log(), topics.updates(), topics.claims(), topics.stories())) {
      if (settledEnd(admin, topic) < 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * @return the sum of the ends of a topic's partitions, or -1 if a transaction is open on one
   */
  private static long settledEnd(Admin admin, String topic) throws InterruptedException {
    try {
      Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
      Objects.requireNonNull(
              admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic), topic)
          .partitions()
          .forEach(p -> latest.put(new TopicPartition(topic, p.partition()), OffsetSpec.latest()));
      long written = sum(admin, latest, IsolationLevel.READ_UNCOMMITTED);
      return written == sum(admin, latest, IsolationLevel.READ_COMMITTED) ? written : -1;
    } catch (ExecutionException e) {
      return -1;
    }
  }

  private static long sum(
      Admin admin, Map<TopicPartition, OffsetSpec> latest, IsolationLevel isolation)
      throws InterruptedException, ExecutionException {
    return admin
        .listOffsets(latest, new ListOffsetsOptions(isolation))
        .all()
        .get()
        .values()
        .stream()
        .mapToLong(ListOffsetsResult.ListOffsetsResultInfo::offset)
        .sum();
  }

  /** How far the group has come; nothing where the broker does not answer. */
  private Map<TopicPartition, OffsetAndMetadata> committed(Admin admin)
      throws InterruptedException {
    try {
      return admin.listConsumerGroupOffsets(applicationId).partitionsToOffsetAndMetadata().get();
    } catch (ExecutionException e) {
      return Map.of();
    }
  }

  private boolean past(Map<TopicPartition, OffsetAndMetadata> committed, Map<Integer, Long> last) {
    return last.entrySet().stream()
        .allMatch(
            e -> {
              OffsetAndMetadata c = committed.get(new TopicPartition(topics.byStory(), e.getKey()));
              return c != null && c.offset() > e.getValue();
            });
  }
}
