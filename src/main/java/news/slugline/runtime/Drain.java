package news.slugline.runtime;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import news.slugline.avro.LogRecord;
import news.slugline.avro.StoryRecord;
import news.slugline.avro.Tick;
import news.slugline.topology.TopicSerdes;
import news.slugline.topology.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Knows when a replay has gone all the way through: its last tick stands in the log, has reached
 * every partition by story, and the group has committed past everything that stands there, rows
 * handed over by merges included (they become visible in the transaction that commits their cause).
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
        } else if (offset >= 0
            && reached(ticked, byStory.partitions(), offset)
            && committedPast(admin, last)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean reached(Map<Integer, Long> ticked, int partitions, long offset) {
    return ticked.size() == partitions && ticked.values().stream().allMatch(t -> t >= offset);
  }

  private boolean committedPast(Admin admin, Map<Integer, Long> last) throws InterruptedException {
    Map<TopicPartition, OffsetAndMetadata> committed;
    try {
      committed =
          admin.listConsumerGroupOffsets(applicationId).partitionsToOffsetAndMetadata().get();
    } catch (ExecutionException e) {
      return false;
    }
    return last.entrySet().stream()
        .allMatch(
            e -> {
              OffsetAndMetadata c = committed.get(new TopicPartition(topics.byStory(), e.getKey()));
              return c != null && c.offset() > e.getValue();
            });
  }
}
