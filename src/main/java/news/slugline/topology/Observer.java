package news.slugline.topology;

import java.time.Duration;
import news.slugline.grouping.Placement;
import news.slugline.story.Keeping;
import news.slugline.story.StoryUpdate;
import org.jspecify.annotations.Nullable;

/**
 * Is told what the processors do, at their edge, for metrics and logs; it decides nothing. Work
 * that a crash repeats is told again. Called from all stream threads at once.
 */
public interface Observer {
  /** Nobody looks. */
  Observer NONE = new Observer() {};

  /** Intake let an article version into the log. */
  default void accepted(String uri, String version) {}

  /**
   * Intake refused a record or an article in it.
   *
   * @param reason one of a closed list of words
   * @param uri if the article could be read
   */
  default void rejected(String reason, String detail, @Nullable String uri) {}

  /**
   * An article version found its story.
   *
   * @param behind how far its own time lies behind the log's last tick; zero or less if it does not
   */
  default void placed(String storyId, Placement placement, Duration behind) {}

  /** Claims of an article version were written. */
  default void claims(String storyId, String uri, int count) {}

  /** A story is kept otherwise from now on: it has left, or was brought back. */
  default void kept(String storyId, Keeping how) {}

  /** A story update was written. */
  default void updated(StoryUpdate update) {}
}
