package news.slugline.story;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.slugline.rows.RowKey;
import news.slugline.rows.Rows;
import news.slugline.story.Tables.Mark;
import org.jspecify.annotations.Nullable;

/**
 * The claims of one story, each of which leads a fact or follows the first leader that it belongs
 * with. In the order of {@link Place} a claim looks at the leaders before it that share a key with
 * it, no more than the first few of a key, and follows the first that the joiner accepts for sure,
 * else the one that it accepts best; if there is none, it leads. So who leads whom is a function of
 * the set of claims, and a new claim costs a look at a bounded number of leaders. Of the others it
 * stands beside the few of whose happening it tells as well, and beside what else is claimed in
 * their sentences, if it says that too; as a mention it stands beside what tells of an event of a
 * class that its sentence names. Only where a claim begins or ceases to lead, those after it that
 * it may concern look again, in order.
 */
final class Graph {
  /** A claim looks at so many leaders of a typed key. */
  private static final int TYPED = 64;

  /** And of an anchor: one that many unlike claims share says little. */
  private static final int ANCHOR = 24;

  /** A claim stands beside so many leaders that it does not follow. */
  private static final int BESIDE = 2;

  /** And so many of what else is claimed in the sentences of those. */
  private static final int CLAIMED = 4;

  /** And as a mention beside so many of those that it is kept apart from, or that are left. */
  private static final int NEAR = 6;

  /** Of sentences that name an event of a class the first few may be what others mention. */
  private static final int NAMED = 4;

  private static final Mark MARK = new Mark("");

  private final String story;
  private final Rows rows;
  private final Nodes nodes;
  private final Joiner joiner;
  private final Told told;
  private final Saying saying;
  private final Ranks ranks;
  private final Filing filing;
  private final Leaders leaders;
  private final Map<String, NodeRow> cache = new HashMap<>();

  /** Those that differ from their rows; a claim changes several times before it has its place. */
  private final Set<String> unwritten = new LinkedHashSet<>();

  private final TreeMap<Place, String> queue = new TreeMap<>();

  /** Is told where claims stand. */
  interface Filing {
    /** The claim stands under this leader now, or under none. */
    void move(NodeRow node, @Nullable NodeRow leader);

    /** The claim stands beside the facts of these leaders now, and of no others. */
    void beside(NodeRow node, List<Side> sides);
  }

  /** Where a claim stands: after no leader it leads itself. */
  private record Found(@Nullable NodeRow leader, List<Side> sides) {}

  /** That a claim stands in a bucket of a leader which it does not follow. */
  record Side(NodeRow leader, String bucket) {}

  Graph(String story, Rows rows, Nodes nodes, Rules rules, Filing filing) {
    this.story = story;
    this.rows = rows;
    this.nodes = nodes;
    this.joiner = rules.joiner();
    this.told = rules.told();
    this.saying = rules.saying();
    this.ranks = rules.ranks();
    this.filing = filing;
    this.leaders = new Leaders(story, rows, TYPED);
  }

  @Nullable NodeRow node(String id) {
    NodeRow n = cache.get(id);
    if (n == null) {
      n = nodes.get(story, id, rows);
      if (n != null) {
        cache.put(id, n);
      }
    }
    return n;
  }

  NodeRow required(String id) {
    return Objects.requireNonNull(node(id), id);
  }

  void put(NodeRow n) {
    cache.put(n.id(), n);
    unwritten.add(n.id());
  }

  /** Writes the rows of the claims that changed. */
  void write() {
    for (String id : unwritten) {
      nodes.put(story, required(id), rows);
    }
    unwritten.clear();
  }

  /** Brings a claim in; {@link #settle} finds its place. */
  void insert(NodeRow n) {
    put(n);
    Place at = ranks.place(n);
    queue.put(at, n.id());
  }

  void remove(NodeRow n) {
    Place at = ranks.place(n);
    if (n.lead().equals(n.id())) {
      leads(n, at, false);
    }
    filing.beside(n, List.of());
    filing.move(required(n.id()), null);
    retold(n);
    valued(n, at, null);
    rows.delete(Tables.NODES, RowKey.of(story, n.id()));
    unwritten.remove(n.id());
    cache.remove(n.id());
    queue.remove(at);
  }

  /** Lets all look again that something before them concerns, in order. */
  void settle() {
    while (!queue.isEmpty()) {
      Map.Entry<Place, String> next = Objects.requireNonNull(queue.pollFirstEntry());
      NodeRow n = node(next.getValue());
      if (n != null) {
        look(n, next.getKey());
      }
    }
  }

  private void look(NodeRow n, Place at) {
    Found found = find(n, at);
    follow(n, at, found.leader());
    NodeRow now = required(n.id());
    if (!stands(now, found.sides())) {
      filing.beside(now, found.sides());
    }
  }

  private static boolean stands(NodeRow n, List<Side> sides) {
    List<NodeRow.Filing> now = n.beside();
    boolean same = now.size() == sides.size();
    for (int i = 0; same && i < now.size(); i++) {
      Side s = sides.get(i);
      same = now.get(i).leader().equals(s.leader().id()) && now.get(i).bucket().equals(s.bucket());
    }
    return same;
  }

  private void follow(NodeRow n, Place at, @Nullable NodeRow leader) {
    String lead = leader == null ? n.id() : leader.id();
    if (lead.equals(n.lead())) {
      return;
    }
    boolean led = n.lead().equals(n.id());
    if (led) {
      leads(n, at, false);
    }
    NodeRow now = n.withLead(lead);
    put(now);
    valued(n, at, leader);
    filing.move(now, leader == null ? now : leader);
    retold(now);
    if (leader == null) {
      leads(required(n.id()), at, true);
    } else {
      keyed(n, leader);
    }
  }

  /**
   * What the claim's sentence tells looks again beside which facts it stands, and so does what
   * follows it.
   */
  private void retold(NodeRow n) {
    for (NodeRow mate : n.claim().isTold() ? List.<NodeRow>of() : mates(n)) {
      if (!mate.lead().isEmpty()) {
        queue.put(ranks.place(mate), mate.id());
        if (mate.lead().equals(mate.id())) {
          followers(mate.id());
        }
      }
    }
  }

  /**
   * Notes by which further keys claims under a leader are found. What is noted stays when the claim
   * leaves: it may cost a look, never a find.
   */
  private void keyed(NodeRow n, NodeRow leader) {
    for (String k : n.keys()) {
      if (!leader.keys().contains(k)) {
        RowKey key = RowKey.of(story, k, leader.id());
        if (rows.get(Tables.KEYED, key) == null) {
          rows.put(Tables.KEYED, key, MARK);
        }
      }
    }
  }

  /** Notes whether a claim follows by its value alone: then any leader of its topic is better. */
  private void valued(NodeRow n, Place at, @Nullable NodeRow leader) {
    if (n.keys().stream().noneMatch(SameValue::isKey)) {
      return;
    }
    List<String> topical = n.keys().stream().filter(k -> !SameValue.isKey(k)).toList();
    boolean follows = leader != null && Collections.disjoint(topical, leader.keys());
    if (follows) {
      topical.forEach(k -> rows.put(Tables.VALUED, at.key(story, k), MARK));
    } else if (!n.lead().isEmpty()) {
      topical.forEach(k -> rows.delete(Tables.VALUED, at.key(story, k)));
    }
  }

  /**
   * The first leader before this claim that it belongs with for sure, else best; one of its topic
   * before one that only gives its value; and those others of whose happening it tells best.
   */
  private Found find(NodeRow n, Place at) {
    Set<Place> topical = new TreeSet<>();
    Set<Place> byValue = new TreeSet<>();
    for (String k : n.keys()) {
      (SameValue.isKey(k) ? byValue : topical).addAll(before(k, n, at));
    }
    Set<Place> candidates = new LinkedHashSet<>(topical);
    candidates.addAll(byValue);
    NodeRow best = null;
    double most = 0;
    TreeMap<Double, List<NodeRow>> others = new TreeMap<>(Comparator.reverseOrder());
    for (Place p : candidates) {
      NodeRow z = node(p.id());
      double strength = z == null ? 0 : joiner.strength(z, n);
      if (z != null && strength > 0 && n.claim().isTold()) {
        others.computeIfAbsent(strength, s -> new ArrayList<>()).add(z);
      }
      if (strength > most && !n.claim().isRemark()) {
        best = z;
        most = strength;
      }
      if (most >= 1 && !n.claim().isTold()) {
        break;
      }
    }
    List<NodeRow> beside = beside(n, best, others);
    List<Side> sides = new ArrayList<>();
    beside.forEach(z -> sides.add(new Side(z, Bucket.BESIDE)));
    if (n.claim().isTold()) {
      Set<String> own = mates(n).stream().map(NodeRow::lead).collect(Collectors.toSet());
      claimed(n, own, best, beside).forEach(z -> sides.add(new Side(z, Bucket.BESIDE)));
      if (isLive(n)) {
        Set<String> known = new HashSet<>(own);
        sides.forEach(s -> known.add(s.leader().id()));
        if (best != null) {
          known.add(best.id());
        }
        near(others).stream().filter(z -> known.add(z.id())).forEach(z -> sides.add(mention(z)));
        named(n, at).stream().filter(z -> known.add(z.id())).forEach(z -> sides.add(mention(z)));
      }
    }
    return new Found(best, sides);
  }

  private static Side mention(NodeRow leader) {
    return new Side(leader, Bucket.MENTION);
  }

  /** Leaders of whose happening a claim tells, the surest first, whatever keeps it apart. */
  private List<NodeRow> near(TreeMap<Double, List<NodeRow>> others) {
    return others.values().stream()
        .flatMap(List::stream)
        .filter(Graph::isLive)
        .limit(NEAR)
        .toList();
  }

  /**
   * Of each class of events that a claim's sentence names, the first sentence that may tell of the
   * same one, and what that claims of it.
   */
  private List<NodeRow> named(NodeRow n, Place at) {
    List<NodeRow> out = new ArrayList<>();
    for (String k : n.keys()) {
      NodeRow z = TopicKeys.isMention(k) ? teller(k, n, at) : null;
      if (z != null) {
        out.add(z);
        for (NodeRow m : mates(z)) {
          boolean tells = !m.lead().isEmpty() && TopicKeys.isMention(k, m.claim());
          NodeRow y = tells ? node(m.lead()) : null;
          if (y != null && isLive(y)) {
            out.add(y);
          }
        }
      }
    }
    return out;
  }

  /** The first leader of a class of events before a claim that it may mention. */
  private @Nullable NodeRow teller(String key, NodeRow n, Place at) {
    for (Place p : before(key, n, at)) {
      NodeRow z = node(p.id());
      if (z != null && told.mentions(z, n)) {
        return z;
      }
    }
    return null;
  }

  private static boolean isLive(NodeRow n) {
    return n.standing() == Standing.ACTIVE;
  }

  /**
   * Leaders of what else is claimed in the sentences whose happening the claim tells, if it says
   * that too and its own sentence is not of that fact already.
   *
   * @param own leaders of what else its own sentence claims
   */
  private List<NodeRow> claimed(
      NodeRow n, Set<String> own, @Nullable NodeRow leader, List<NodeRow> others) {
    Set<String> known = new HashSet<>(own);
    List<NodeRow> out = new ArrayList<>();
    for (NodeRow z : Stream.concat(Stream.ofNullable(leader), others.stream()).toList()) {
      for (NodeRow m : mates(z)) {
        NodeRow y = m.lead().isEmpty() ? null : node(m.lead());
        if (y != null
            && out.size() < CLAIMED
            && known.add(y.id())
            && saying.saysAsLeader(y, m)
            && told.standsBesideClaim(y, n)) {
          out.add(y);
        }
      }
    }
    return out;
  }

  /**
   * The other claims of the sentence; of what is none of the claims that sentences tell, that of
   * its sentence. Known from then on, even if the article's row loses them.
   */
  List<NodeRow> mates(NodeRow n) {
    List<NodeRow> out = new ArrayList<>();
    for (String id : nodes.mates(story, n, rows)) {
      NodeRow m = node(id);
      if (m != null) {
        out.add(m);
      }
    }
    return out;
  }

  /** The words by which copies of a claim's sentence are known. */
  List<String> sentences(NodeRow n) {
    return nodes.sentences(story, n, rows);
  }

  /** The text that a claim's article has, as copies of it are known by. */
  Articles.Copy copy(NodeRow n) {
    return nodes.copy(story, n, rows);
  }

  private List<NodeRow> beside(
      NodeRow n, @Nullable NodeRow leader, TreeMap<Double, List<NodeRow>> others) {
    List<NodeRow> out = new ArrayList<>();
    others.forEach(
        (strength, all) -> {
          for (NodeRow z : all) {
            boolean isOther = leader == null || !z.id().equals(leader.id());
            if (out.size() < BESIDE && isOther && told.standsBeside(z, n, strength)) {
              out.add(z);
            }
          }
        });
    return out;
  }

  /** Of the leaders of a key at which a claim looks, those before its place. */
  private List<Place> before(String key, NodeRow n, Place at) {
    List<Place> first = leaders.first(key);
    int end = Math.min(cap(key, n), first.size());
    while (end > 0 && first.get(end - 1).compareTo(at) >= 0) {
      end--;
    }
    return first.subList(0, end);
  }

  /** At how many leaders of a key a claim looks; the same for all claims that have the key. */
  private static int cap(String key, NodeRow n) {
    return key.equals(n.typedKey()) ? TYPED : TopicKeys.isMention(key) ? NAMED : ANCHOR;
  }

  /**
   * A claim begins or ceases to lead: those look again whom it, or who changes places, concerns.
   */
  private void leads(NodeRow n, Place at, boolean begins) {
    for (String k : n.keys()) {
      int cap = cap(k, n);
      List<Place> first = leaders.first(k);
      // that changes places with the claim as the last at which others look
      Place next = begins ? at(first, cap - 1) : at(first, cap);
      boolean concerns = before(k, n, at).size() < cap;
      if (begins) {
        leaders.put(k, at);
      } else {
        leaders.delete(k, at);
      }
      if (!concerns) {
        continue;
      }
      if (begins) {
        after(k, n);
        if (next != null) {
          followers(next.id());
        }
      } else if (next != null) {
        after(k, required(next.id()));
      }
    }
    if (!begins) {
      followers(n.id());
    }
  }

  private static @Nullable Place at(List<Place> places, int i) {
    return i < places.size() ? places.get(i) : null;
  }

  /**
   * All of a key that stand after a new leader's place look again if their leader stands after it
   * too, or may be bettered, as one by value alone may. Of what follows the first leader that is
   * accepted for sure, only what the new one is accepted by.
   */
  private void after(String key, NodeRow fresh) {
    Place at = ranks.place(fresh);
    Set<String> ids = new LinkedHashSet<>();
    leaders.all(key, ids::add);
    rows.scan(Tables.KEYED, RowKey.of(story, key), (k, m) -> ids.add(k.part(2)) || true);
    for (String id : ids) {
      NodeRow leader = node(id);
      if (leader != null
          && leader.lead().equals(id)
          && (leader.claim().isTold() || ranks.place(leader).compareTo(at) > 0)) {
        members(
            id,
            m -> {
              Place p = ranks.place(m);
              if (p.compareTo(at) > 0
                  && m.keys().contains(key)
                  && (m.claim().isTold()
                      || m.lead().equals(m.id())
                      || joiner.strength(fresh, m) > 0)) {
                queue.put(p, m.id());
              }
              return true;
            });
      }
    }
    rows.scan(
        Tables.VALUED,
        RowKey.of(story, key),
        (k, m) -> {
          Place p = Place.ranked(k, 2);
          if (p.compareTo(at) > 0) {
            queue.put(p, p.id());
          }
          return true;
        });
  }

  private void followers(String leader) {
    rows.scan(
        Tables.FILED,
        RowKey.of(story, leader),
        (k, m) -> {
          String id = k.part(k.parts().size() - 1);
          NodeRow f = id.equals(leader) ? null : node(id);
          if (f != null) {
            queue.put(ranks.place(f), id);
          }
          return true;
        });
  }

  /** Visits the claims of a fact, those of one bucket together. */
  void members(String leader, Predicate<NodeRow> visitor) {
    List<String> ids = new ArrayList<>();
    rows.scan(
        Tables.FILED, RowKey.of(story, leader), (k, m) -> ids.add(k.part(k.parts().size() - 1)));
    NodeRow alone = ids.isEmpty() ? node(leader) : null;
    if (alone != null && Buckets.leadsItself(alone)) {
      ids.add(leader);
    }
    for (String id : ids) {
      if (!visitor.test(required(id))) {
        return;
      }
    }
  }
}
