package news.slugline.story;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one log entry changed in one story. Holds no processing time: two runs give equal bytes.
 *
 * @param revision 1, 2, 3 … without gaps
 * @param changesFolded how many more changes there were than are listed
 * @param mergedInto the surviving story, once this one is absorbed
 * @param eventTime the newest event time of the story, ISO 8601 in UTC
 * @param engine version of rules, models and tables
 */
public record StoryUpdate(
    String storyId,
    int revision,
    Cause cause,
    List<Change> changes,
    int changesFolded,
    LifeState state,
    String headline,
    Counts counts,
    @Nullable String mergedInto,
    String eventTime,
    String engine) {
  public StoryUpdate {
    changes = List.copyOf(changes);
  }
}
