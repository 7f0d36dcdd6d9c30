package news.slugline.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import news.slugline.avro.LogRecord;
import news.slugline.grouping.Grouper;
import news.slugline.grouping.Routed;
import news.slugline.rows.Rows;
import news.slugline.schema.LogRecords;
import news.slugline.schema.StoryRecords;
import news.slugline.wire.LogEntry;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Puts {@link Grouper} on the log. Its index is built anew from the stores when the task starts,
 * and after an article that it could not handle.
 */
final class GroupingProcessor implements Processor<String, LogRecord, String, Object> {
  /** There is one, but a process may have many of the story's, whose rows are more. */
  private static final int TASKS = 8;

  private final Function<Rows, Domain.Grouping> domain;
  private final Quarantine quarantine;
  private final Observer observer;

  /** The last tick that this instance saw; for the observer only. */
  private @Nullable Instant lastTick;

  // set by init, before any record
  private @Nullable ProcessorContext<String, Object> context;
  private @Nullable CommitPace pace;
  private @Nullable DraftRows rows;
  private Domain.@Nullable Grouping grouping;

  GroupingProcessor(
      Function<Rows, Domain.Grouping> domain, Quarantine quarantine, Observer observer) {
    this.domain = domain;
    this.quarantine = quarantine;
    this.observer = observer;
  }

  @Override
  public void init(ProcessorContext<String, Object> context) {
    this.context = context;
    pace = CommitPace.of(context);
    DraftRows fresh = new DraftRows(context.getStateStore(GroupingTopology.STORE), TASKS);
    rows = fresh;
    grouping = domain.apply(fresh);
  }

  @Override
  public void process(Record<String, LogRecord> record) {
    handle(record);
    Objects.requireNonNull(pace).done(record.timestamp());
  }

  private void handle(Record<String, LogRecord> record) {
    DraftRows state = Objects.requireNonNull(rows);
    long offset = Objects.requireNonNull(context).recordMetadata().orElseThrow().offset();
    LogEntry entry = LogRecords.fromAvro(record.value());
    if (entry instanceof LogEntry.Accepted a) {
      LogContext.set(null, a.article().uri(), a.article().version());
    } else {
      LogContext.set(null, null, null);
    }
    Headers trail = Trail.follow(record);
    List<Routed> out = new ArrayList<>();
    try {
      Objects.requireNonNull(grouping).apply(entry, out::add);
      state.keep();
    } catch (RuntimeException e) {
      if (!(entry instanceof LogEntry.Accepted a) || !Quarantine.takes(e)) {
        throw e;
      }
      state.drop();
      grouping = domain.apply(state);
      var reject = quarantine.reject("grouping", a.article(), a.eventTime(), offset, e);
      forward(a.article().uri(), reject, record.timestamp(), trail, GroupingTopology.REJECTED_SINK);
      return;
    }
    for (Routed routed : out) {
      observe(routed);
      var placed = StoryRecords.toAvro(routed, offset);
      forward(
          placed.getStoryId(), placed, record.timestamp(), trail, GroupingTopology.BY_STORY_SINK);
    }
  }

  private void forward(String key, Object value, long timestamp, Headers trail, String sink) {
    Objects.requireNonNull(context).forward(new Record<>(key, value, timestamp, trail), sink);
  }

  private void observe(Routed routed) {
    if (routed instanceof Routed.Ticked t) {
      lastTick = t.tick().time();
    } else if (routed instanceof Routed.Placed p) {
      Duration behind =
          lastTick == null ? Duration.ZERO : Duration.between(p.eventTime(), lastTick);
      observer.placed(p.storyId(), p.placement(), behind);
    }
  }
}
