package news.slugline.story;

import java.util.ArrayList;
import java.util.List;

/**
 * Partitions the claims of a component into facts, in canonical order: a claim goes to the first
 * fact whose first claim it joins, and with it at least half of the early ones, else begins one.
 * Retracted and corrected claims come after the live ones, so that they lead nothing that others
 * stand in. A function of the set.
 */
final class Clusters {
  /** How many early claims a newcomer is compared with; more would say the same again. */
  private static final int WITNESSES = 8;

  private final Joiner joiner;

  Clusters(Joiner joiner) {
    this.joiner = joiner;
  }

  List<List<NodeRow>> of(List<NodeRow> component) {
    List<NodeRow> order = new ArrayList<>(component);
    order.sort(Member.CANONICAL);
    List<List<NodeRow>> out = new ArrayList<>();
    for (int pass = 0; pass < 3; pass++) {
      for (NodeRow n : order) {
        if (pass(n.standing()) == pass) {
          place(n, out);
        }
      }
    }
    out.forEach(c -> c.sort(Member.CANONICAL));
    return out;
  }

  private static int pass(Standing s) {
    return switch (s) {
      case ACTIVE -> 0;
      case REVISED, CORRECTED -> 1;
      case RETRACTED -> 2;
    };
  }

  private void place(NodeRow n, List<List<NodeRow>> clusters) {
    for (List<NodeRow> c : clusters) {
      if (fits(n, c)) {
        c.add(n);
        return;
      }
    }
    List<NodeRow> c = new ArrayList<>();
    c.add(n);
    clusters.add(c);
  }

  private boolean fits(NodeRow n, List<NodeRow> cluster) {
    if (!joins(cluster.get(0), n)) {
      return false;
    }
    int witnesses = n.typedKey() != null ? Math.min(WITNESSES, cluster.size()) : 1;
    int joined = 0;
    for (int i = 0; i < witnesses; i++) {
      joined += joins(cluster.get(i), n) ? 1 : 0;
    }
    return 2 * joined >= witnesses;
  }

  private boolean joins(NodeRow w, NodeRow n) {
    boolean alike =
        n.typedKey() != null
            && w.claim().kind() == n.claim().kind()
            && w.claim().about().equals(n.claim().about());
    return alike || joiner.joins(w.claim(), n.claim());
  }
}
