package news.slugline.grouping;

import java.time.Instant;
import news.slugline.wire.LogEntry;
import news.slugline.wire.WireArticle;

/** What grouping sends on to the stories' tasks. */
public sealed interface Routed {

  /** An article found its story. */
  record Placed(String storyId, WireArticle article, Instant eventTime, Placement placement)
      implements Routed {}

  /** For every task. */
  record Ticked(LogEntry.Tick tick) implements Routed {}

  /** To the story that ends: it was absorbed by the survivor. */
  record Absorbed(String storyId, String survivor, Instant time) implements Routed {}

  /**
   * To the story that goes on: it absorbs another. Sent right after that one's {@link Absorbed}.
   */
  record Absorb(String storyId, String absorbed, Instant time) implements Routed {}

  /** An article leaves a story by an editor's split; it is placed anew right after. */
  record Removed(String storyId, String uri, Instant time) implements Routed {}

  /** An editor's confirm or dismiss, to the story it is about. */
  record Ordered(String storyId, LogEntry.Command command) implements Routed {}
}
