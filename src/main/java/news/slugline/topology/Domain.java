package news.slugline.topology;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import news.slugline.claim.ClaimExtractor;
import news.slugline.grouping.Grouper;
import news.slugline.grouping.Routed;
import news.slugline.rows.Rows;
import news.slugline.story.Ledger;
import news.slugline.story.Memory;
import news.slugline.story.StoryInput;
import news.slugline.story.StoryOutput;
import news.slugline.wire.LogEntry;

/**
 * What the stream does with an article, as the topology sees it; anything else than {@link
 * #standard} is for tests of faults and for measuring the stream without its work.
 *
 * @param grouping made anew from the rows whenever a task starts or an input was dropped
 * @param story one for each task, by how many there may be in the process
 */
public record Domain(Function<Rows, Grouping> grouping, IntFunction<Story> story) {

  /** Gives articles their stories. */
  @FunctionalInterface
  public interface Grouping {
    void apply(LogEntry entry, Consumer<Routed> out);
  }

  /** Keeps the stories of a task. */
  public interface Story {
    void apply(String storyId, StoryInput input, Rows rows, Consumer<StoryOutput> out);

    void tick(LogEntry.Tick tick, Rows rows, Consumer<StoryOutput> out);

    /** As {@link Ledger#remembers}. */
    default int remembers() {
      return 1;
    }
  }

  /** The real one. */
  public static Domain standard(ClaimExtractor extractor, String engine) {
    return new Domain(
        rows -> new Grouper(rows)::apply,
        tasks -> story(new Ledger(extractor::extract, engine, Memory.of(HeapShare.of(tasks)))));
  }

  /** Keeps stories with a ledger. */
  public static Story story(Ledger ledger) {
    return new Story() {
      @Override
      public void apply(String storyId, StoryInput input, Rows rows, Consumer<StoryOutput> out) {
        ledger.apply(storyId, input, rows, out);
      }

      @Override
      public void tick(LogEntry.Tick tick, Rows rows, Consumer<StoryOutput> out) {
        ledger.tick(tick, rows, out);
      }

      @Override
      public int remembers() {
        return ledger.remembers();
      }
    };
  }
}
