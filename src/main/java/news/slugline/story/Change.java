package news.slugline.story;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that an update changes.
 *
 * @param factId null if it is about the story as a whole
 * @param previousFactId the fact's id before this update, if it changed
 * @param before the status, value or state before, null if there was none
 * @param after the status, value or state now, null if there is none
 * @param gist of the fact
 * @param evidence for it, at most the stated number of pieces
 */
public record Change(
    ChangeReason reason,
    @Nullable String factId,
    @Nullable String previousFactId,
    @Nullable String before,
    @Nullable String after,
    @Nullable String gist,
    List<Evidence> evidence) {
  public Change {
    evidence = List.copyOf(evidence);
  }
}
