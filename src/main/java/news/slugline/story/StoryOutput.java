package news.slugline.story;

import java.util.List;
import news.slugline.claim.Claim;

/** What a story's task sends out. */
public sealed interface StoryOutput {

  /**
   * The claims of an article version, once.
   *
   * @param uri of the article
   */
  record Claims(String storyId, String uri, String version, List<KeyedClaim> claims)
      implements StoryOutput {
    public Claims {
      claims = List.copyOf(claims);
    }
  }

  /** A claim with its id and its main topic key. */
  record KeyedClaim(String id, String topicKey, Claim claim) {}

  record Updated(StoryUpdate update) implements StoryOutput {}

  /**
   * The whole state of a story: at a tick, if it changed since the last one; of a story that is
   * kept as its one article, with each update.
   */
  record Settled(StoryState state) implements StoryOutput {}

  /** A story is kept otherwise from now on; nobody is told but who watches. */
  record Kept(String storyId, Keeping how) implements StoryOutput {}

  /**
   * A row of this story for the one that absorbs it; it comes back to that one as {@link
   * StoryInput.Handed}. To itself a story sends it without a row, to go on with what takes long.
   */
  record HandOver(String survivor, StoryInput.Handed row) implements StoryOutput {}
}
