package news.slugline.topology;

import java.util.Objects;
import news.slugline.avro.LogRecord;
import news.slugline.avro.StoryRecord;
import news.slugline.grouping.Grouper;
import news.slugline.schema.LogRecords;
import news.slugline.schema.StoryRecords;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Puts {@link Grouper} on the log. Its index is built anew from the stores when the task starts.
 */
final class GroupingProcessor implements Processor<String, LogRecord, String, StoryRecord> {
  // set by init, before any record
  private @Nullable ProcessorContext<String, StoryRecord> context;
  private @Nullable Grouper grouper;

  @Override
  public void init(ProcessorContext<String, StoryRecord> context) {
    this.context = context;
    grouper = new Grouper(new TableRows(context, Grouper.TABLES));
  }

  @Override
  public void process(Record<String, LogRecord> record) {
    ProcessorContext<String, StoryRecord> c = Objects.requireNonNull(context);
    long offset = c.recordMetadata().orElseThrow().offset();
    Objects.requireNonNull(grouper)
        .apply(
            LogRecords.fromAvro(record.value()),
            routed -> {
              StoryRecord out = StoryRecords.toAvro(routed, offset);
              c.forward(new Record<>(out.getStoryId(), out, record.timestamp()));
            });
  }
}
