package news.slugline.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record of the log {@code articles}: everything after intake is a pure function of these, in
 * their order.
 */
public sealed interface LogEntry {

  /** The time that this entry stands for. */
  Instant time();

  /**
   * An accepted article version.
   *
   * @param eventTime the article's own time of this version, clamped by intake
   */
  record Accepted(WireArticle article, Instant eventTime) implements LogEntry {
    @Override
    public Instant time() {
      return eventTime;
    }
  }

  /**
   * Time itself as data; nothing downstream looks at a clock. Never runs backwards.
   *
   * @param part which stories tell their whole state now, from 0 on: writing all that have changed
   *     at once would hold up the articles that come meanwhile
   * @param parts into how many parts the stories are divided
   */
  record Tick(Instant time, int part, int parts) implements LogEntry {
    public Tick {
      if (parts < 1 || part < 0 || part >= parts) {
        throw new IllegalArgumentException("part " + part + " of " + parts);
      }
    }

    /** For all stories. */
    public Tick(Instant time) {
      this(time, 0, 1);
    }

    /** Whether this story tells its whole state now. */
    public boolean isFor(String storyId) {
      return Math.floorMod(storyId.hashCode(), parts) == part;
    }
  }

  /**
   * What an editor ordered.
   *
   * @param id of the command, chosen by who sends it; a repeated id is dropped by intake
   * @param storyId the story it is about; of a merge, the survivor
   * @param target of a merge the absorbed story, of a split the uri of the article to take out, of
   *     a confirm or dismiss the fact
   * @param value the position that is confirmed, if any
   * @param editor who gave it
   */
  record Command(
      String id,
      CommandType type,
      String storyId,
      String target,
      @Nullable String value,
      String editor,
      Instant time)
      implements LogEntry {}

  /** What an editor can order. */
  enum CommandType {
    SPLIT,
    MERGE,
    CONFIRM,
    DISMISS
  }
}
