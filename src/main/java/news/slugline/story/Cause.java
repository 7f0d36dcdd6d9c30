package news.slugline.story;

import org.jspecify.annotations.Nullable;

/**
 * What brought an update about.
 *
 * @param uri of an article, or the other story's id of a merge
 * @param time of the log entry, ISO 8601 in UTC
 */
public record Cause(
    Type type,
    @Nullable String uri,
    @Nullable String version,
    @Nullable String command,
    String time) {
  /** The sorts of causes. */
  public enum Type {
    ARTICLE,
    TICK,
    COMMAND,
    MERGE
  }
}
