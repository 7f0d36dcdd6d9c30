package news.slugline.bench.stream;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import news.slugline.claim.ClaimExtractor;
import news.slugline.grouping.Grouper;
import news.slugline.grouping.Routed;
import news.slugline.rows.InMemoryRows;
import news.slugline.rows.RowKey;
import news.slugline.rows.Rows;
import news.slugline.rows.Table;
import news.slugline.story.StoryInput;
import news.slugline.story.StoryOutput;
import news.slugline.story.StoryState;
import news.slugline.story.StoryUpdate;
import news.slugline.topology.Domain;
import news.slugline.wire.LogEntry;
import org.jspecify.annotations.Nullable;

/**
 * The domain alone, on a log, without Kafka; and what it read, wrote and sent at each step, so that
 * {@link #constant} can do the same again without any work of its own.
 */
final class Recording {
  private final List<LogEntry> log;
  private final boolean keep;
  private final Tape groupingTape = new Tape();
  private final Tape storyTape = new Tape();
  private final List<List<Routed>> grouped = new ArrayList<>();
  private final List<List<StoryOutput>> told = new ArrayList<>();
  private final List<List<Consumer<Rows>>> groupingSteps = new ArrayList<>();
  private final List<List<Consumer<Rows>>> storySteps = new ArrayList<>();
  final List<StoryUpdate> updates = new ArrayList<>();
  final Map<String, StoryState> states = new HashMap<>();
  double seconds;
  double cpuSeconds;

  /**
   * @param keep whether to keep what {@link #constant} needs
   */
  Recording(List<LogEntry> log, boolean keep) {
    this.log = log;
    this.keep = keep;
  }

  /** Runs the domain, with the article's claims and stories, on one thread. */
  Recording run(ClaimExtractor extractor, String engine) {
    Grouper grouper = new Grouper(groupingTape);
    Domain.Story story = Domain.standard(extractor, engine).story().apply(1);
    Cost cost = new Cost();
    groupingTape.take();
    for (LogEntry entry : log) {
      List<Routed> out = new ArrayList<>();
      grouper.apply(entry, out::add);
      if (keep) {
        grouped.add(out);
        groupingSteps.add(groupingTape.take());
      }
      out.forEach(r -> tell(story, r));
    }
    seconds = cost.seconds();
    cpuSeconds = cost.cpuSeconds();
    return this;
  }

  private void tell(Domain.Story story, Routed routed) {
    if (routed instanceof Routed.Ticked t) {
      goOn(story, step(out -> story.tick(t.tick(), storyTape, out)));
    } else if (routed instanceof Routed.Placed p) {
      apply(story, p.storyId(), new StoryInput.Arrived(p.article(), p.eventTime()));
    } else if (routed instanceof Routed.Absorbed a) {
      apply(story, a.storyId(), new StoryInput.Absorbed(a.survivor(), a.time()));
    } else if (routed instanceof Routed.Absorb a) {
      apply(story, a.storyId(), new StoryInput.Absorb(a.absorbed(), a.time()));
    } else if (routed instanceof Routed.Removed r) {
      apply(story, r.storyId(), new StoryInput.Removed(r.uri(), r.time()));
    } else if (routed instanceof Routed.Ordered o) {
      apply(story, o.storyId(), new StoryInput.Ordered(o.command()));
    }
  }

  private void apply(Domain.Story story, String id, StoryInput input) {
    goOn(story, step(o -> story.apply(id, input, storyTape, o)));
  }

  private void goOn(Domain.Story story, List<StoryOutput> out) {
    for (StoryOutput o : out) {
      if (o instanceof StoryOutput.HandOver h) {
        apply(story, h.survivor(), h.row());
      }
    }
  }

  private List<StoryOutput> step(Consumer<Consumer<StoryOutput>> action) {
    List<StoryOutput> out = new ArrayList<>();
    action.accept(out::add);
    for (StoryOutput o : out) {
      if (o instanceof StoryOutput.Updated u) {
        updates.add(u.update());
      } else if (o instanceof StoryOutput.Settled s) {
        states.put(s.state().storyId(), s.state());
      }
    }
    if (keep) {
      told.add(out);
      storySteps.add(storyTape.take());
    }
    return out;
  }

  /**
   * A domain that reads, writes and sends at each step what was recorded; for one partition and the
   * same log.
   */
  Domain constant() {
    return new Domain(rows -> grouping(rows), tasks -> new Story());
  }

  private Domain.Grouping grouping(Rows rows) {
    int[] at = {0};
    return (entry, out) -> {
      int i = at[0]++;
      groupingSteps.get(i).forEach(s -> s.accept(rows));
      grouped.get(i).forEach(out);
    };
  }

  private final class Story implements Domain.Story {
    private int at;

    @Override
    public void apply(String storyId, StoryInput input, Rows rows, Consumer<StoryOutput> out) {
      next(rows, out);
    }

    @Override
    public void tick(LogEntry.Tick tick, Rows rows, Consumer<StoryOutput> out) {
      next(rows, out);
    }

    private void next(Rows rows, Consumer<StoryOutput> out) {
      storySteps.get(at).forEach(s -> s.accept(rows));
      told.get(at).forEach(out);
      at++;
    }
  }

  /** Rows on the heap that note what is done to them. */
  private final class Tape implements Rows {
    private final InMemoryRows rows = new InMemoryRows();
    private List<Consumer<Rows>> notes = new ArrayList<>();

    List<Consumer<Rows>> take() {
      List<Consumer<Rows>> out = notes;
      notes = new ArrayList<>();
      return out;
    }

    private void note(Consumer<Rows> done) {
      if (keep) {
        notes.add(done);
      }
    }

    @Override
    public <R extends Record> @Nullable R get(Table<R> table, RowKey key) {
      note(r -> r.get(table, key));
      return rows.get(table, key);
    }

    @Override
    public <R extends Record> void put(Table<R> table, RowKey key, R row) {
      note(r -> r.put(table, key, row));
      rows.put(table, key, row);
    }

    @Override
    public <R extends Record> void delete(Table<R> table, RowKey key) {
      note(r -> r.delete(table, key));
      rows.delete(table, key);
    }

    @Override
    public <R extends Record> void scan(Table<R> table, RowKey prefix, Visitor<R> visitor) {
      int[] seen = {0};
      rows.scan(
          table,
          prefix,
          (k, row) -> {
            seen[0]++;
            return visitor.visit(k, row);
          });
      int count = seen[0];
      note(
          r -> {
            int[] left = {Math.max(1, count)};
            r.scan(table, prefix, (k, row) -> --left[0] > 0);
          });
    }

    @Override
    public int clear(Table<?> table, RowKey prefix, int most) {
      note(r -> r.clear(table, prefix, most));
      return rows.clear(table, prefix, most);
    }
  }

  static List<LogEntry> entries(List<news.slugline.avro.LogRecord> records) {
    return records.stream()
        .map(r -> Objects.requireNonNull(news.slugline.schema.LogRecords.fromAvro(r)))
        .toList();
  }
}
