package news.slugline.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import news.slugline.avro.LogRecord;
import news.slugline.avro.StoryRecord;
import news.slugline.grouping.Grouper;
import news.slugline.grouping.Routed;
import news.slugline.schema.LogRecords;
import news.slugline.schema.StoryRecords;
import news.slugline.wire.LogEntry;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Puts {@link Grouper} on the log. Its index is built anew from the stores when the task starts.
 */
final class GroupingProcessor implements Processor<String, LogRecord, String, StoryRecord> {
  private final Observer observer;

  /** The last tick that this instance saw; for the observer only. */
  private @Nullable Instant lastTick;

  // set by init, before any record
  private @Nullable ProcessorContext<String, StoryRecord> context;
  private @Nullable Grouper grouper;

  GroupingProcessor(Observer observer) {
    this.observer = observer;
  }

  @Override
  public void init(ProcessorContext<String, StoryRecord> context) {
    this.context = context;
    grouper = new Grouper(new TableRows(context, Grouper.TABLES));
  }

  @Override
  public void process(Record<String, LogRecord> record) {
    ProcessorContext<String, StoryRecord> c = Objects.requireNonNull(context);
    long offset = c.recordMetadata().orElseThrow().offset();
    LogEntry entry = LogRecords.fromAvro(record.value());
    if (entry instanceof LogEntry.Accepted a) {
      LogContext.set(null, a.article().uri(), a.article().version());
    } else {
      LogContext.set(null, null, null);
    }
    Headers trail = Trail.follow(record);
    Objects.requireNonNull(grouper)
        .apply(
            entry,
            routed -> {
              observe(routed);
              StoryRecord out = StoryRecords.toAvro(routed, offset);
              c.forward(new Record<>(out.getStoryId(), out, record.timestamp(), trail));
            });
  }

  private void observe(Routed routed) {
    if (routed instanceof Routed.Tick tick) {
      lastTick = tick.time();
    } else if (routed instanceof Routed.Placed p) {
      Duration behind =
          lastTick == null ? Duration.ZERO : Duration.between(p.eventTime(), lastTick);
      observer.placed(p.storyId(), p.placement(), behind);
    }
  }
}
