package news.slugline.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import news.slugline.avro.Placed;
import news.slugline.avro.StoryRecord;
import news.slugline.avro.Tick;
import news.slugline.schema.LogRecords;
import news.slugline.schema.Outputs;
import news.slugline.schema.StoryRecords;
import news.slugline.story.Ledger;
import news.slugline.story.StoryInput;
import news.slugline.story.StoryOutput;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Puts {@link Ledger} on the log by story. What an input changes and sends is kept back until all
 * of it is done; an article that it could not handle leaves no trace but a reject.
 */
final class StoryProcessor implements Processor<String, StoryRecord, String, Object> {
  private final Domain.Story domain;
  private final String engine;
  private final int tasks;
  private final Quarantine quarantine;
  private final Observer observer;

  // set by init, before any record
  private @Nullable ProcessorContext<String, Object> context;
  private @Nullable CommitPace pace;
  private @Nullable DraftRows rows;

  /**
   * @param tasks how many of them there may be in the process
   */
  StoryProcessor(
      Domain.Story domain, String engine, int tasks, Quarantine quarantine, Observer observer) {
    this.tasks = tasks;
    this.observer = observer;
    this.domain = domain;
    this.quarantine = quarantine;
    this.engine = engine;
  }

  @Override
  public void init(ProcessorContext<String, Object> context) {
    this.context = context;
    pace = CommitPace.of(context);
    rows = new DraftRows(context.getStateStore(StoryTopology.STORE), tasks, domain::remembers);
  }

  @Override
  public void process(Record<String, StoryRecord> record) {
    StoryRecord r = record.value();
    DraftRows state = Objects.requireNonNull(rows);
    if (r.getEntry() instanceof Placed p) {
      LogContext.set(r.getStoryId(), p.getArticle().getUri(), p.getArticle().getVersion());
    } else {
      LogContext.set(r.getStoryId(), null, null);
    }
    if (r.getEntry() instanceof Tick tick) {
      // many stories in one input, and none may be left out: sent at once, a fault stops the task
      domain.tick(LogRecords.fromAvro(tick), state, out -> send(out, record));
      state.keep();
    } else {
      apply(r, record, state);
    }
    Objects.requireNonNull(pace).done(record.timestamp());
  }

  private void apply(StoryRecord r, Record<?, ?> record, DraftRows state) {
    StoryInput input = StoryRecords.input(r);
    List<StoryOutput> out = new ArrayList<>();
    try {
      domain.apply(r.getStoryId(), input, state, out::add);
      state.keep();
    } catch (RuntimeException e) {
      if (!(input instanceof StoryInput.Arrived a) || !Quarantine.takes(e)) {
        throw e;
      }
      state.drop();
      forward(
          a.article().uri(),
          quarantine.reject("story", a.article(), a.eventTime(), r.getOffset(), e),
          record,
          StoryTopology.REJECTED_SINK);
      return;
    }
    out.forEach(o -> send(o, record));
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
    } else if (out instanceof StoryOutput.Kept k) {
      observer.kept(k.storyId(), k.how());
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
