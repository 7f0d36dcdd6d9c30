package news.slugline.story;

import java.time.Instant;
import news.slugline.wire.LogEntry;
import news.slugline.wire.WireArticle;
import org.jspecify.annotations.Nullable;

/** What a story's task is told, in the order of the log. */
public sealed interface StoryInput {

  /** An article of this story. */
  record Arrived(WireArticle article, Instant eventTime) implements StoryInput {}

  /** This story is absorbed by another: it hands on its articles and ends. */
  record Absorbed(String survivor, Instant time) implements StoryInput {}

  /** This story absorbs another: what follows waits until the other's articles are in. */
  record Absorb(String absorbed, Instant time) implements StoryInput {}

  /**
   * One article of an absorbed story, for the survivor; or a story's own word to itself to go on.
   *
   * @param index from 0
   * @param total how many come; if 0, one record with a null row says so
   */
  record Handed(String from, int index, int total, @Nullable ArticleRow row)
      implements StoryInput {}

  /** An editor's split took this article out. */
  record Removed(String uri, Instant time) implements StoryInput {}

  /** An editor's confirm or dismiss. */
  record Ordered(LogEntry.Command command) implements StoryInput {}
}
