package news.slugline.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import news.slugline.rows.RowKey;
import news.slugline.rows.Rows;
import org.jspecify.annotations.Nullable;

/**
 * Where the claims of one story stand: each is filed under its leader, by what it says and what it
 * counts for, and beside what other leaders lead. What that touches is noted.
 */
final class Filings {
  private final String story;
  private final Rows rows;
  private final Ranks ranks;
  private final Saying saying;
  private final Digests digests;
  private final Courses courses;
  private final Graph graph;
  private final Buckets buckets;
  private final Touched touched = new Touched();

  /** Claims to be filed anew whose leader is being replaced. */
  private final Set<String> unfiled = new TreeSet<>();

  Filings(String story, Rows rows, Rules rules, Nodes nodes, Digests digests, Courses courses) {
    this.story = story;
    this.rows = rows;
    this.ranks = rules.ranks();
    this.saying = rules.saying();
    this.digests = digests;
    this.courses = courses;
    this.graph = new Graph(story, rows, nodes, rules, new Filer());
    this.buckets = new Buckets(story, rows, graph::node);
  }

  Digests digests() {
    return digests;
  }

  Courses courses() {
    return courses;
  }

  Graph graph() {
    return graph;
  }

  Buckets buckets() {
    return buckets;
  }

  Touched touched() {
    return touched;
  }

  @Nullable NodeRow node(String id) {
    return graph.node(id);
  }

  /** Finds the place of each claim that came, and of those that this concerns. */
  void settle() {
    graph.settle();
    unfiled.forEach(this::refile);
    unfiled.clear();
  }

  /** Sets an editor's ruling on a claim. */
  void rule(NodeRow n, String ruling) {
    graph.put(n.withRuling(ruling));
    refile(n.id());
  }

  /** Makes the fact of a claim anew. */
  void touch(String id) {
    NodeRow n = node(id);
    if (n != null && !n.lead().isEmpty()) {
      touched.touch(n.lead());
    }
  }

  /**
   * Makes what a sentence tells anew: whether that is a fact depends on what its article copies.
   */
  void retell(String id) {
    NodeRow n = node(id);
    if (n != null && n.claim().isTold() && !n.lead().isEmpty()) {
      touched.remake(n.lead());
    }
  }

  /** Makes the facts anew in which a claim stands. */
  void remake(String id) {
    NodeRow n = node(id);
    if (n != null && !n.lead().isEmpty()) {
      touched.remake(n.lead());
      n.besides().forEach(touched::remake);
    }
  }

  /** Puts claims of an article in the place of others. */
  void replace(List<String> oldIds, List<NodeRow> fresh) {
    Map<String, NodeRow> now = new LinkedHashMap<>();
    fresh.forEach(n -> now.put(n.id(), n));
    for (String id : oldIds) {
      NodeRow old = node(id);
      NodeRow kept = now.get(id);
      if (old == null) {
        continue;
      }
      if (kept != null && ranks.place(kept).equals(ranks.place(old))) {
        now.remove(id);
        NodeRow next =
            kept.withLead(old.lead())
                .withFiling(old.filed())
                .withFact(old.factId())
                .withBeside(old.beside())
                .withRuling(old.ruling());
        if (!next.equals(old)) {
          graph.put(next);
          refile(id);
        }
        // what else its sentence claims may count there, and may have changed
        next.besides().forEach(touched::remake);
      } else {
        graph.remove(old);
        if (kept != null) {
          now.put(id, kept.withRuling(old.ruling()));
        } else if (!old.ruling().isEmpty()) {
          rows.delete(Tables.RULINGS, RowKey.of(story, id));
        }
      }
    }
    now.values().forEach(graph::insert);
  }

  /** Files a claim anew whose standing, origin or ruling changed. */
  void refile(String id) {
    NodeRow n = node(id);
    if (n == null || n.lead().isEmpty() || n.filed() == null) {
      return;
    }
    NodeRow leader = node(n.lead());
    if (leader == null) {
      // It may come back under the same id, so that the claim need not look for another.
      unfiled.add(id);
    } else {
      move(n, leader);
    }
    if (!n.beside().isEmpty()) {
      List<Graph.Side> sides = new ArrayList<>();
      for (NodeRow.Filing f : n.beside()) {
        NodeRow z = node(f.leader());
        if (z == null) {
          unfiled.add(id);
          return;
        }
        sides.add(new Graph.Side(z, f.bucket()));
      }
      beside(graph.required(id), sides);
    }
  }

  private final class Filer implements Graph.Filing {
    @Override
    public void move(NodeRow n, @Nullable NodeRow leader) {
      Filings.this.move(n, leader);
    }

    @Override
    public void beside(NodeRow n, List<Graph.Side> sides) {
      Filings.this.beside(n, sides);
    }
  }

  /** Files a claim beside what other leaders lead, and beside nothing else. */
  private void beside(NodeRow n, List<Graph.Side> sides) {
    if (n.beside().isEmpty() && sides.isEmpty()) {
      return;
    }
    touched.moved(n);
    for (NodeRow.Filing f : n.beside()) {
      buckets.remove(n, f);
      touched.changed(f);
    }
    Member m = digests.member(n);
    List<NodeRow.Filing> filings = new ArrayList<>();
    for (Graph.Side s : sides) {
      filings.add(
          new NodeRow.Filing(
              s.leader().id(), s.bucket(), sort(m), m.node().standing(), m.originKey(), false));
    }
    NodeRow now = n.withBeside(filings);
    graph.put(now);
    for (NodeRow.Filing f : filings) {
      buckets.add(now, f);
      touched.changed(f);
    }
  }

  private static NodeRow.Sort sort(Member m) {
    return m.supports()
        ? NodeRow.Sort.SUPPORTS
        : m.isLive() ? NodeRow.Sort.DENIES : NodeRow.Sort.GONE;
  }

  /** Files a claim under a leader; null takes it out. */
  private void move(NodeRow n, @Nullable NodeRow leader) {
    touched.moved(n);
    NodeRow.Filing old = n.filed();
    String from = "";
    if (old != null) {
      buckets.remove(n, old);
      touched.changed(old);
      NodeRow was = node(old.leader());
      from = was == null ? "" : was.factId();
      touched.lost(from);
    }
    if (leader == null) {
      courses.note(n, false).forEach(this::touch);
      return;
    }
    Member m = digests.member(n);
    courses.note(n, m.supports()).forEach(this::touch);
    NodeRow.Filing filing =
        new NodeRow.Filing(
            leader.id(),
            saying.bucket(leader, n),
            sort(m),
            m.node().standing(),
            m.originKey(),
            !n.ruling().isEmpty());
    NodeRow now = n.withFiling(filing);
    graph.put(now);
    buckets.add(now, filing);
    touched.changed(filing);
    touched.touch(leader.id(), from);
  }
}
