package news.slugline.runtime;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** Measures how long stores take to be restored. */
final class RestoreWatch implements StateRestoreListener {
  private final StreamsRunner.Watch watch;
  private final Map<TopicPartition, Long> since = new ConcurrentHashMap<>();

  RestoreWatch(StreamsRunner.Watch watch) {
    this.watch = watch;
  }

  @Override
  public void onRestoreStart(TopicPartition partition, String store, long start, long end) {
    since.put(partition, System.nanoTime());
  }

  @Override
  public void onBatchRestored(TopicPartition partition, String store, long end, long count) {}

  @Override
  public void onRestoreEnd(TopicPartition partition, String store, long total) {
    Long start = since.remove(partition);
    if (start != null) {
      watch.restored(store, total, Duration.ofNanos(System.nanoTime() - start));
    }
  }

  @Override
  public void onRestoreSuspended(TopicPartition partition, String store, long total) {
    since.remove(partition);
  }
}
