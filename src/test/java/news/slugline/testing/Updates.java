package news.slugline.testing;

import java.util.List;
import news.slugline.story.Cause;
import news.slugline.story.Counts;
import news.slugline.story.LifeState;
import news.slugline.story.StoryState;
import news.slugline.story.StoryUpdate;

/** Updates for tests that look at something else. */
public final class Updates {
  private Updates() {}

  /** An update that a tick caused and that changed no fact. */
  public static StoryUpdate bare(String storyId, int revision, String time) {
    return of(storyId, revision, time, List.of());
  }

  /** An update that brings articles and no fact. */
  public static StoryUpdate of(
      String storyId, int revision, String time, List<StoryState.ArticleRef> articles) {
    return new StoryUpdate(
        storyId,
        revision,
        new Cause(Cause.Type.TICK, null, null, null, time),
        List.of(),
        0,
        LifeState.EMERGING,
        "A headline",
        new Counts(1, 1, 1, 0),
        null,
        time,
        "2",
        "A gist",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        articles,
        List.of(),
        List.of(),
        List.of(),
        0,
        0);
  }
}
