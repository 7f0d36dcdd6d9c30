package news.slugline.topology;

import java.util.Objects;
import news.slugline.avro.Placed;
import news.slugline.avro.StoryRecord;
import news.slugline.avro.Tick;
import news.slugline.schema.Outputs;
import news.slugline.schema.StoryRecords;
import news.slugline.story.Ledger;
import news.slugline.story.StoryOutput;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Puts {@link Ledger} on the log by story. */
final class StoryProcessor implements Processor<String, StoryRecord, String, Object> {
  private final Ledger ledger;
  private final String engine;
  private final Observer observer;

  // set by init, before any record
  private @Nullable ProcessorContext<String, Object> context;
  private @Nullable TableRows rows;

  StoryProcessor(Ledger ledger, String engine, Observer observer) {
    this.observer = observer;
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
    if (r.getEntry() instanceof Placed p) {
      LogContext.set(r.getStoryId(), p.getArticle().getUri(), p.getArticle().getVersion());
    } else {
      LogContext.set(r.getStoryId(), null, null);
    }
    if (r.getEntry() instanceof Tick tick) {
      ledger.tick(tick.getTime(), state, out -> send(out, record));
    } else {
      ledger.apply(r.getStoryId(), StoryRecords.input(r), state, out -> send(out, record));
    }
  }

  private void send(StoryOutput out, Record<?, ?> cause) {
    if (out instanceof StoryOutput.Updated u) {
      observer.updated(u.update());
      Headers headers = CloudEventHeaders.of(u.update());
      Trail.follow(cause).forEach(headers::add);
      Objects.requireNonNull(context)
          .forward(
              new Record<>(
                  u.update().storyId(), Outputs.toAvro(u.update()), cause.timestamp(), headers),
              StoryTopology.UPDATES_SINK);
    } else if (out instanceof StoryOutput.Settled s) {
      forward(s.state().storyId(), Outputs.toAvro(s.state()), cause, StoryTopology.STORIES_SINK);
    } else if (out instanceof StoryOutput.HandOver h) {
      forward(h.survivor(), StoryRecords.toAvro(h), cause, StoryTopology.HANDOVER_SINK);
    } else if (out instanceof StoryOutput.Claims c) {
      observer.claims(c.storyId(), c.uri(), c.claims().size());
      c.claims()
          .forEach(
              k ->
                  forward(c.uri(), Outputs.toAvro(c, k, engine), cause, StoryTopology.CLAIMS_SINK));
    }
  }

  private void forward(String key, Object value, Record<?, ?> cause, String sink) {
    Objects.requireNonNull(context)
        .forward(new Record<>(key, value, cause.timestamp(), Trail.follow(cause)), sink);
  }
}
