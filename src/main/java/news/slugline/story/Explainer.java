package news.slugline.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says what joined the claims of a fact. */
final class Explainer {
  /** How many claims of a fact are explained. */
  private static final int EXPLAINED = 100;

  private final Told told;
  private final Saying saying;
  private final Facts facts;
  private final Digests digests;
  private final Graph graph;

  Explainer(Rules rules, Facts facts, Digests digests, Graph graph) {
    this.told = rules.told();
    this.saying = rules.saying();
    this.facts = facts;
    this.digests = digests;
    this.graph = graph;
  }

  @Nullable Explanation explain(String factId) {
    NodeRow first = graph.node(factId);
    NodeRow leader = first == null ? null : graph.node(first.lead());
    if (leader == null || !leader.factId().equals(factId)) {
      return null;
    }
    List<NodeRow> members = new ArrayList<>();
    graph.members(leader.id(), n -> members.add(n) && members.size() < EXPLAINED);
    members.sort(
        Comparator.comparing((NodeRow n) -> !n.id().equals(leader.id()))
            .thenComparing(Place.CANONICAL));
    return new Explanation(factId, members.stream().map(n -> joined(leader, n)).toList());
  }

  private Explanation.Joined joined(NodeRow leader, NodeRow n) {
    boolean gone = digests.member(n).node().standing() == Standing.RETRACTED;
    List<String> keys = new ArrayList<>(n.keys());
    if (!n.id().equals(leader.id())) {
      keys.retainAll(leader.keys());
    }
    boolean beside = !n.lead().equals(leader.id()) || isBeside(leader, n);
    String why = "shares rare words with the leading claim, and says the same";
    if (n.id().equals(leader.id())) {
      why = "leads the fact: the most precise of its claims, or the first of them";
    } else if (beside) {
      why =
          counts(leader, n)
              ? "tells of the same happening; what else its sentence claims gives the value"
              : "seems to tell of the same happening, in words of its own: stands beside, counts"
                  + " not";
    } else if (n.typedKey() != null) {
      why = "same topic; participants, dates and scale do not clash";
    }
    double score =
        gone ? 0 : beside ? told.oneHappening(leader, n) : saying.score(leader.claim(), n.claim());
    return new Explanation.Joined(
        n.id(),
        n.uri(),
        n.standing().name().toLowerCase(Locale.ROOT),
        gone ? List.of() : keys,
        Math.rint(score * 1_000) / 1_000,
        why);
  }

  /** Whether a claim of the claim's sentence is shown as evidence that counts. */
  private boolean counts(NodeRow leader, NodeRow n) {
    Fact f = n.lead().equals(leader.id()) ? null : facts.get(leader.factId());
    return f != null
        && f.positions().stream()
            .flatMap(p -> p.evidence().stream())
            .anyMatch(
                e ->
                    e.counts()
                        && e.article().equals(n.uri())
                        && e.start() >= n.claim().span().start()
                        && e.end() <= n.claim().span().end());
  }

  /** Whether the claim is shown as evidence that does not count. */
  private boolean isBeside(NodeRow leader, NodeRow n) {
    Fact f = facts.get(leader.factId());
    return f != null
        && f.positions().stream()
            .flatMap(p -> p.evidence().stream())
            .anyMatch(
                e ->
                    !e.counts()
                        && e.article().equals(n.uri())
                        && e.start() == n.claim().shown().start()
                        && e.end() == n.claim().shown().end());
  }
}
