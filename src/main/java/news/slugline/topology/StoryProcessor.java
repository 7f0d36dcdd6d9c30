package news.slugline.topology;

import java.util.Objects;
import news.slugline.avro.StoryRecord;
import news.slugline.avro.Tick;
import news.slugline.schema.Outputs;
import news.slugline.schema.StoryRecords;
import news.slugline.story.Ledger;
import news.slugline.story.StoryOutput;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Puts {@link Ledger} on the log by story. */
final class StoryProcessor implements Processor<String, StoryRecord, String, Object> {
  private final Ledger ledger;
  private final String engine;

  // set by init, before any record
  private @Nullable ProcessorContext<String, Object> context;
  private @Nullable TableRows rows;

  StoryProcessor(Ledger ledger, String engine) {
    this.ledger = ledger;
    this.engine = engine;
  }

  @Override
  public void init(ProcessorContext<String, Object> context) {
    this.context = context;
    rows = new TableRows(context, Ledger.TABLES);
  }

  @Override
  public void process(Record<String, StoryRecord> record) {
    StoryRecord r = record.value();
    TableRows state = Objects.requireNonNull(rows);
    if (r.getEntry() instanceof Tick tick) {
      ledger.tick(tick.getTime(), state, out -> send(out, record.timestamp()));
    } else {
      ledger.apply(
          r.getStoryId(), StoryRecords.input(r), state, out -> send(out, record.timestamp()));
    }
  }

  private void send(StoryOutput out, long timestamp) {
    if (out instanceof StoryOutput.Updated u) {
      Objects.requireNonNull(context)
          .forward(
              new Record<>(
                  u.update().storyId(),
                  Outputs.toAvro(u.update()),
                  timestamp,
                  CloudEventHeaders.of(u.update())),
              StoryTopology.UPDATES_SINK);
    } else if (out instanceof StoryOutput.Settled s) {
      forward(
          s.state().storyId(), Outputs.toAvro(s.state()), timestamp, StoryTopology.STORIES_SINK);
    } else if (out instanceof StoryOutput.HandOver h) {
      forward(h.survivor(), StoryRecords.toAvro(h), timestamp, StoryTopology.HANDOVER_SINK);
    } else if (out instanceof StoryOutput.Claims c) {
      c.claims()
          .forEach(
              k ->
                  forward(
                      c.uri(), Outputs.toAvro(c, k, engine), timestamp, StoryTopology.CLAIMS_SINK));
    }
  }

  private void forward(String key, Object value, long timestamp, String sink) {
    Objects.requireNonNull(context).forward(new Record<>(key, value, timestamp), sink);
  }
}
