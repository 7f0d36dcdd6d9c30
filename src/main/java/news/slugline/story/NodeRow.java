package news.slugline.story;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import news.slugline.claim.Claim;
import org.jspecify.annotations.Nullable;

/**
 * A claim as a node of the graph of accepted pairs; what is kept of it is {@link Kept}.
 *
 * @param id of the claim
 * @param time of the first version that made it, ISO 8601 in UTC
 * @param at where the claim stands among those of its version
 * @param scene what its article is about at large
 * @param lead id of the claim that it follows, its own if it leads a fact; empty before that
 * @param filed how it stands in its fact, null before it does
 * @param factId of a leader: of its fact; else empty
 * @param beside how it stands beside facts of other leaders, of whose happening it tells as well
 * @param ruling an editor's: empty, {@code dismissed}, or {@code confirmed:VALUE}
 */
record NodeRow(
    String id,
    String uri,
    String version,
    String time,
    Standing standing,
    Claim claim,
    int at,
    Scene scene,
    TopicKeys.Keyed keyed,
    String lead,
    @Nullable Filing filed,
    String factId,
    List<Filing> beside,
    String ruling) {
  /**
   * How a claim is filed under its leader.
   *
   * @param bucket what it says: the value, or for or against the leader's words
   * @param sort what it counts for
   * @param standing as it was when it was filed
   * @param origin who first reported it, by normalised name
   * @param ruled whether an editor ruled on it
   */
  record Filing(
      String leader, String bucket, Sort sort, Standing standing, String origin, boolean ruled) {}

  /** A node without what its article's row holds: its claim and all that follows from it. */
  record Kept(
      String uri,
      String version,
      int at,
      String time,
      Standing standing,
      String lead,
      @Nullable Filing filed,
      String factId,
      List<Filing> beside,
      String ruling) {
    Kept {
      beside = List.copyOf(beside);
    }

    NodeRow node(String id, ArticleRow.Version v, TopicKeys keys) {
      Claim claim = v.claims().get(at);
      return new NodeRow(
          id,
          uri,
          version,
          time,
          standing,
          claim,
          at,
          v.scene(),
          keys.keyed(claim, v.scene()),
          lead,
          filed,
          factId,
          beside,
          ruling);
    }
  }

  /** What a claim counts for in its fact. */
  enum Sort {
    SUPPORTS,
    DENIES,
    /** Revised, corrected or retracted. */
    GONE;

    /** As it stands in keys. */
    final String word = name().toLowerCase(Locale.ROOT);
  }

  NodeRow {
    beside = List.copyOf(beside);
  }

  /** If it has one, its anchors are those of its value. */
  @Nullable String typedKey() {
    return keyed.get().typed();
  }

  List<String> anchors() {
    return keyed.get().anchors();
  }

  List<String> keys() {
    return keyed.get().all();
  }

  /** Whether the two share an anchor of a sort. */
  boolean sharesAnchor(NodeRow other, Predicate<String> sort) {
    for (String k : anchors()) {
      if (sort.test(k) && other.anchors().contains(k)) {
        return true;
      }
    }
    return false;
  }

  Kept kept() {
    return new Kept(uri, version, at, time, standing, lead, filed, factId, beside, ruling);
  }

  NodeRow withStanding(Standing s) {
    return new NodeRow(
        id, uri, version, time, s, claim, at, scene, keyed, lead, filed, factId, beside, ruling);
  }

  NodeRow withLead(String l) {
    return new NodeRow(
        id, uri, version, time, standing, claim, at, scene, keyed, l, filed, factId, beside,
        ruling);
  }

  NodeRow withFiling(@Nullable Filing f) {
    return new NodeRow(
        id, uri, version, time, standing, claim, at, scene, keyed, lead, f, factId, beside, ruling);
  }

  NodeRow withFact(String f) {
    return new NodeRow(
        id, uri, version, time, standing, claim, at, scene, keyed, lead, filed, f, beside, ruling);
  }

  NodeRow withRuling(String r) {
    return new NodeRow(
        id, uri, version, time, standing, claim, at, scene, keyed, lead, filed, factId, beside, r);
  }

  NodeRow withBeside(List<Filing> b) {
    return new NodeRow(
        id, uri, version, time, standing, claim, at, scene, keyed, lead, filed, factId, b, ruling);
  }

  /** Ids of the leaders that it stands beside. */
  List<String> besides() {
    return beside.stream().map(Filing::leader).toList();
  }
}
