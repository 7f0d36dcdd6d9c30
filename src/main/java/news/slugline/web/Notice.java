package news.slugline.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import news.slugline.story.Change;
import news.slugline.story.ChangeReason;
import news.slugline.story.LifeState;
import news.slugline.story.StoryUpdate;

/** What is needed of an update to know who wants it. */
record Notice(
    String storyId, LifeState state, int origins, List<String> people, Set<ChangeReason> reasons) {

  static Notice of(StoryUpdate u) {
    Set<ChangeReason> reasons = EnumSet.noneOf(ChangeReason.class);
    for (Change c : u.changes()) {
      reasons.add(c.reason());
    }
    return new Notice(
        u.storyId(), u.state(), u.counts().origins(), u.people(), Set.copyOf(reasons));
  }
}
