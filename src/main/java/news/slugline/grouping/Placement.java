package news.slugline.grouping;

import java.util.List;

/**
 * Why an article stands in its story.
 *
 * @param opened whether it opened the story
 * @param reason one of: version, link, likeness, event, new, command
 * @param score of the likeness, 0 to 1; 0 where likeness did not decide
 * @param near the other stories that were near, nearest first, at most five
 */
public record Placement(boolean opened, String reason, double score, List<Near> near) {
  public Placement {
    near = List.copyOf(near);
  }

  /** A story that was near. */
  public record Near(String storyId, double score) {}
}
