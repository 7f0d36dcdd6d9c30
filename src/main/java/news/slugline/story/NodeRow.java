package news.slugline.story;

import java.util.List;
import news.slugline.claim.Claim;
import org.jspecify.annotations.Nullable;

/**
 * A claim as a node of the graph of accepted pairs.
 *
 * @param id of the claim
 * @param time of the first version that made it, ISO 8601 in UTC
 * @param claim of a retracted one the text is empty
 * @param typedKey if it has one, it has no anchors
 * @param edges ids of the claims that it is accepted with by anchors, sorted
 * @param factId of the fact that it stands in; empty before it stands in one
 * @param ruling an editor's: empty, {@code dismissed}, or {@code confirmed:VALUE}
 */
record NodeRow(
    String id,
    String uri,
    String version,
    String time,
    Standing standing,
    Claim claim,
    @Nullable String typedKey,
    List<String> anchors,
    List<String> edges,
    String factId,
    String ruling) {
  NodeRow {
    anchors = List.copyOf(anchors);
    edges = List.copyOf(edges);
  }

  NodeRow withEdges(List<String> e) {
    return new NodeRow(
        id, uri, version, time, standing, claim, typedKey, anchors, e, factId, ruling);
  }

  NodeRow withFact(String f) {
    return new NodeRow(
        id, uri, version, time, standing, claim, typedKey, anchors, edges, f, ruling);
  }

  NodeRow withRuling(String r) {
    return new NodeRow(
        id, uri, version, time, standing, claim, typedKey, anchors, edges, factId, r);
  }
}
