package news.slugline.story;

import java.util.List;
import news.slugline.claim.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The claims that share topic keys.
 *
 * @param factId the id of its first claim in canonical order
 * @param topicKey its main key, readable
 * @param outcome of a planned event
 * @param gist one line for an editor; keeps "allegedly" and who says so
 * @param changes the days on which it turned
 */
public record Fact(
    String factId,
    String topicKey,
    Kind kind,
    FactStatus status,
    @Nullable Outcome outcome,
    String gist,
    List<Position> positions,
    List<Turn> changes) {
  public Fact {
    positions = List.copyOf(positions);
    changes = List.copyOf(changes);
  }

  Fact withPositions(List<Position> p) {
    return new Fact(factId, topicKey, kind, status, outcome, gist, p, changes);
  }

  /**
   * A day on which a fact turned.
   *
   * @param date ISO day
   * @param article uri of the article that turned it
   */
  public record Turn(String date, ChangeReason reason, String article) {}
}
