package news.slugline.story;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import news.slugline.claim.Claim;
import news.slugline.claim.Kind;
import news.slugline.rows.RowKey;
import news.slugline.rows.Rows;
import news.slugline.rows.Table;
import news.slugline.story.Tables.FactRow;
import news.slugline.story.Tables.Mark;
import org.jspecify.annotations.Nullable;

/**
 * One story's rows while one input is applied. Articles are set or taken out; what they change is
 * found by look-up: their claims' keys, the copies of their wording, the facts of the components
 * that these touch. {@link #settle} makes those facts anew.
 */
final class StoryWork {
  /** An anchor key of more claims than this joins nothing: it says too little. */
  static final int HUB = 100;

  private static final Mark MARK = new Mark("");

  final String story;
  final Head head;
  final Ranking ranking;
  private final Rows rows;
  private final Rules rules;
  private final Map<String, NodeRow> cache = new HashMap<>();
  private final Set<String> dirty = new TreeSet<>();
  private final Set<String> dirtyTyped = new TreeSet<>();
  private final Set<String> oldFacts = new TreeSet<>();
  private final Set<String> touchedFacts = new TreeSet<>();
  private final Set<String> touchedArticles = new TreeSet<>();

  StoryWork(String story, Rows rows, Rules rules) {
    this.story = story;
    this.rows = rows;
    this.rules = rules;
    HeadRow h = rows.get(Tables.HEADS, RowKey.of(story));
    this.head = new Head(h == null ? HeadRow.empty() : h);
    this.ranking = new Ranking(story, head, rows);
  }

  // --- articles

  @Nullable ArticleRow article(String uri) {
    return rows.get(Tables.ARTICLES, RowKey.of(story, uri));
  }

  @Nullable DigestRow digest(String uri) {
    return rows.get(Tables.DIGESTS, RowKey.of(story, uri));
  }

  @Nullable Fact fact(String id) {
    FactRow f = rows.get(Tables.FACTS, RowKey.of(story, id));
    return f == null ? null : f.fact();
  }

  /** Ids of rows that this input touched and of those that earlier updates had no room for. */
  Set<String> owed(String sort) {
    Set<String> out = new TreeSet<>(sort.equals("fact") ? touchedFacts : touchedArticles);
    rows.scan(Tables.OWED, RowKey.of(story, sort), (k, m) -> out.add(k.part(2)));
    return out;
  }

  /** Notes which of the due rows still wait for an update. */
  void owe(String sort, Set<String> due, Set<String> still) {
    for (String id : due) {
      if (still.contains(id)) {
        rows.put(Tables.OWED, RowKey.of(story, sort, id), MARK);
      } else {
        rows.delete(Tables.OWED, RowKey.of(story, sort, id));
      }
    }
    touchedFacts.clear();
    touchedArticles.clear();
  }

  boolean isTouched() {
    return !touchedFacts.isEmpty() || !touchedArticles.isEmpty();
  }

  boolean owes() {
    boolean[] any = {false};
    rows.scan(Tables.OWED, RowKey.of(story), (k, m) -> !(any[0] = true));
    return any[0];
  }

  private void put(DigestRow d) {
    touchedArticles.add(d.uri());
    rows.put(Tables.DIGESTS, RowKey.of(story, d.uri()), d);
  }

  /** Sets an article to what its versions amount to; null takes it out. */
  void set(String uri, @Nullable ArticleRow row) {
    ArticleRow before = article(uri);
    DigestRow old = digest(uri);
    Set<String> recheck = new TreeSet<>();
    if (before != null && old != null) {
      ranking.count(old, -1);
      recheck.addAll(old.copies());
      forgetCopy(old, before);
    }
    List<NodeRow> nodes = row == null ? List.of() : Versions.nodes(row, rules.keys());
    replaceNodes(old == null ? List.of() : old.nodes(), nodes);
    if (row == null) {
      rows.delete(Tables.ARTICLES, RowKey.of(story, uri));
      rows.delete(Tables.DIGESTS, RowKey.of(story, uri));
      touchedArticles.add(uri);
    } else {
      rows.put(Tables.ARTICLES, RowKey.of(story, uri), row);
      DigestRow d = digestOf(row, nodes.stream().map(NodeRow::id).toList());
      put(d);
      ranking.count(d, 1);
      if (d.use() == ArticleUse.USED) {
        for (String k : rules.sketches().keys(row.versions().get(0))) {
          rows.put(Tables.COPIES, RowKey.of(story, k, d.time(), uri), MARK);
        }
        recheck.addAll(later(d, row));
      }
      recheck.add(uri);
    }
    Deque<String> changed = new ArrayDeque<>();
    recheck.forEach(u -> resource(u, changed));
    changed.addAll(recheck);
    while (!changed.isEmpty()) {
      resolve(changed.poll(), changed);
    }
    DigestRow now = digest(uri);
    if (old != null && now != null && !standsAlike(old, now)) {
      dirty.addAll(now.nodes());
    }
  }

  private static boolean standsAlike(DigestRow a, DigestRow b) {
    return a.origin().equals(b.origin())
        && a.assumed() == b.assumed()
        && a.provider().equals(b.provider());
  }

  private static DigestRow digestOf(ArticleRow row, List<String> nodes) {
    ArticleRow.Version v = row.versions().get(0);
    ArticleUse use = Versions.use(row);
    boolean used = use == ArticleUse.USED;
    return new DigestRow(
        row.uri(),
        v.version(),
        v.provider(),
        v.credit(),
        null,
        List.of(),
        used ? v.headline() : "",
        Versions.firstTime(row),
        v.time(),
        use,
        used ? v.people() : List.of(),
        used ? v.places() : List.of(),
        Origins.clean(v.provider()),
        true,
        nodes);
  }

  // --- copies and origins

  private void forgetCopy(DigestRow d, ArticleRow row) {
    if (d.use() == ArticleUse.USED) {
      for (String k : rules.sketches().keys(row.versions().get(0))) {
        rows.delete(Tables.COPIES, RowKey.of(story, k, d.time(), d.uri()));
      }
    }
    unlinkCopy(d);
  }

  private void unlinkCopy(DigestRow d) {
    DigestRow source = d.copyOf() == null ? null : digest(d.copyOf());
    if (source != null) {
      List<String> copies = new ArrayList<>(source.copies());
      copies.remove(d.uri());
      put(source.withCopies(copies));
    }
  }

  /** The articles after this one that may copy it. */
  private Set<String> later(DigestRow d, ArticleRow row) {
    Set<String> out = new TreeSet<>();
    for (String k : rules.sketches().keys(row.versions().get(0))) {
      rows.scan(
          Tables.COPIES,
          RowKey.of(story, k),
          (key, m) -> {
            if (before(d.time(), d.uri(), key.part(2), key.part(3))) {
              out.add(key.part(3));
            }
            return true;
          });
    }
    return out;
  }

  private static boolean before(String t, String u, String time, String uri) {
    int c = t.compareTo(time);
    return c != 0 ? c < 0 : u.compareTo(uri) < 0;
  }

  /** Finds anew the earliest article that this one copies. */
  private void resource(String uri, Deque<String> changed) {
    DigestRow d = digest(uri);
    ArticleRow row = article(uri);
    if (d == null || row == null) {
      return;
    }
    String source = d.use() == ArticleUse.USED ? source(d, row) : null;
    boolean linked = source != null && isLinked(source, uri);
    if (java.util.Objects.equals(source, d.copyOf()) && (source == null || linked)) {
      return;
    }
    unlinkCopy(d);
    put(java.util.Objects.requireNonNull(digest(uri)).withCopyOf(source));
    DigestRow s = source == null ? null : digest(source);
    if (s != null && !s.copies().contains(uri)) {
      Set<String> copies = new TreeSet<>(s.copies());
      copies.add(uri);
      put(s.withCopies(List.copyOf(copies)));
    }
    changed.add(uri);
  }

  private boolean isLinked(String source, String uri) {
    DigestRow s = digest(source);
    return s != null && s.copies().contains(uri);
  }

  private @Nullable String source(DigestRow d, ArticleRow row) {
    Map<String, String> candidates = new TreeMap<>();
    for (String k : rules.sketches().keys(row.versions().get(0))) {
      rows.scan(
          Tables.COPIES,
          RowKey.of(story, k),
          (key, m) -> {
            boolean earlier = before(key.part(2), key.part(3), d.time(), d.uri());
            if (earlier) {
              candidates.put(key.part(2) + "\n" + key.part(3), key.part(3));
            }
            return earlier;
          });
    }
    for (String uri : candidates.values()) {
      ArticleRow other = article(uri);
      if (other != null
          && rules.sketches().copies(row.versions().get(0), other.versions().get(0))) {
        return uri;
      }
    }
    return null;
  }

  /** Says anew who is behind an article; if that changes, so may the facts that it stands in. */
  private void resolve(String uri, Deque<String> changed) {
    DigestRow d = digest(uri);
    if (d == null) {
      return;
    }
    DigestRow s = d.copyOf() == null ? null : digest(d.copyOf());
    String name = d.provider();
    boolean assumed = true;
    if (d.credit() != null) {
      name = d.credit();
      assumed = false;
    } else if (s != null) {
      name = s.origin();
      assumed = s.assumed();
    }
    String origin = Origins.clean(name);
    if (!origin.equals(d.origin()) || assumed != d.assumed()) {
      ranking.count(d, -1);
      DigestRow now = d.withOrigin(origin, assumed);
      put(now);
      ranking.count(now, 1);
      dirty.addAll(d.nodes());
      changed.addAll(d.copies());
    }
  }

  // --- nodes and their graph

  @Nullable NodeRow node(String id) {
    NodeRow n = cache.get(id);
    if (n == null) {
      n = rows.get(Tables.NODES, RowKey.of(story, id));
      if (n != null) {
        cache.put(id, n);
      }
    }
    return n;
  }

  void put(NodeRow n) {
    cache.put(n.id(), n);
    rows.put(Tables.NODES, RowKey.of(story, n.id()), n);
  }

  void touch(String id) {
    dirty.add(id);
  }

  private void replaceNodes(List<String> oldIds, List<NodeRow> fresh) {
    Map<String, NodeRow> now = new LinkedHashMap<>();
    fresh.forEach(n -> now.put(n.id(), n));
    Set<String> anchors = new TreeSet<>();
    List<NodeRow> gone = new ArrayList<>();
    for (String id : oldIds) {
      NodeRow old = node(id);
      NodeRow kept = now.get(id);
      if (old != null && kept == null) {
        gone.add(old);
        anchors.addAll(old.anchors());
      } else if (old != null && kept != null) {
        now.remove(id);
        NodeRow next = kept.withEdges(old.edges()).withFact(old.factId()).withRuling(old.ruling());
        if (!next.equals(old)) {
          put(next);
          dirty.add(id);
        }
      }
    }
    now.values().forEach(n -> anchors.addAll(n.anchors()));
    Map<String, Boolean> hubs = new TreeMap<>();
    anchors.forEach(a -> hubs.put(a, members(a).size() > HUB));
    gone.forEach(this::drop);
    for (NodeRow n : now.values()) {
      put(n);
      keysOf(n).forEach(k -> rows.put(Tables.INDEX, RowKey.of(story, k, n.id()), MARK));
    }
    Set<String> relink = new TreeSet<>(now.keySet());
    hubs.forEach(
        (a, was) -> {
          List<String> m = members(a);
          if (m.size() > HUB != was) {
            relink.addAll(m.size() > HUB ? all(a) : m);
          }
        });
    relink.forEach(this::link);
    dirty.addAll(relink);
  }

  private static List<String> keysOf(NodeRow n) {
    return n.typedKey() == null ? n.anchors() : List.of(n.typedKey());
  }

  private void drop(NodeRow n) {
    keysOf(n).forEach(k -> rows.delete(Tables.INDEX, RowKey.of(story, k, n.id())));
    rows.delete(Tables.NODES, RowKey.of(story, n.id()));
    cache.remove(n.id());
    dirty.remove(n.id());
    for (String e : n.edges()) {
      NodeRow other = node(e);
      if (other != null) {
        put(other.withEdges(without(other.edges(), n.id())));
        dirty.add(e);
      }
    }
    if (n.typedKey() != null) {
      dirtyTyped.add(n.typedKey());
    }
    if (!n.factId().isEmpty()) {
      oldFacts.add(n.factId());
    }
  }

  /** The claims of a key, one more than a hub's at most. */
  private List<String> members(String key) {
    List<String> out = new ArrayList<>();
    rows.scan(
        Tables.INDEX,
        RowKey.of(story, key),
        (k, m) -> {
          out.add(k.part(2));
          return out.size() <= HUB;
        });
    return out;
  }

  private List<String> all(String key) {
    List<String> out = new ArrayList<>();
    rows.scan(Tables.INDEX, RowKey.of(story, key), (k, m) -> out.add(k.part(2)));
    return out;
  }

  private void link(String id) {
    NodeRow n = node(id);
    if (n == null || n.typedKey() != null) {
      return;
    }
    Set<String> candidates = new TreeSet<>();
    for (String a : n.anchors()) {
      List<String> m = members(a);
      if (m.size() <= HUB) {
        candidates.addAll(m);
      }
    }
    candidates.remove(id);
    Set<String> edges = new TreeSet<>();
    for (String c : candidates) {
      NodeRow other = node(c);
      if (other != null
          && (n.edges().contains(c) || rules.joiner().joins(n.claim(), other.claim()))) {
        edges.add(c);
      }
    }
    for (String e : n.edges()) {
      NodeRow other = node(e);
      if (!edges.contains(e) && other != null) {
        put(other.withEdges(without(other.edges(), id)));
        dirty.add(e);
      }
    }
    for (String e : edges) {
      NodeRow other = node(e);
      if (other != null && !other.edges().contains(id)) {
        Set<String> with = new TreeSet<>(other.edges());
        with.add(id);
        put(other.withEdges(List.copyOf(with)));
      }
    }
    put(n.withEdges(List.copyOf(edges)));
  }

  private static List<String> without(List<String> list, String id) {
    List<String> out = new ArrayList<>(list);
    out.remove(id);
    return out;
  }

  // --- facts

  /** Makes the facts anew that the changes so far touch, and says how they changed. */
  List<FactChange> settle() {
    List<List<NodeRow>> components = components();
    Map<String, Fact> before = new TreeMap<>();
    List<List<NodeRow>> clusters = new ArrayList<>();
    for (List<NodeRow> c : components) {
      c.forEach(n -> oldFacts.add(n.factId()));
      clusters.addAll(rules.clusters().of(c));
    }
    oldFacts.remove("");
    for (String id : oldFacts) {
      FactRow f = rows.get(Tables.FACTS, RowKey.of(story, id));
      if (f != null) {
        before.put(id, f.fact());
      }
    }
    clusters.sort((a, b) -> Member.CANONICAL.compare(a.get(0), b.get(0)));
    Set<String> ids = new TreeSet<>();
    clusters.forEach(c -> ids.add(c.get(0).id()));
    List<FactChange> out = new ArrayList<>();
    Set<String> claimed = new TreeSet<>();
    for (List<NodeRow> cluster : clusters) {
      String id = cluster.get(0).id();
      Fact fact = make(cluster);
      String previous = previous(cluster, id, before, ids, claimed);
      out.add(new FactChange(previous == null ? null : before.get(previous), fact));
      write(id, fact);
      for (NodeRow n : cluster) {
        if (!n.factId().equals(id)) {
          put(java.util.Objects.requireNonNull(node(n.id())).withFact(id));
        }
      }
    }
    before.forEach(
        (id, f) -> {
          if (!ids.contains(id)) {
            write(id, null);
            if (!claimed.contains(id)) {
              out.add(new FactChange(f, null));
            }
          }
        });
    dirty.clear();
    dirtyTyped.clear();
    oldFacts.clear();
    return out;
  }

  private void write(String id, @Nullable Fact fact) {
    Fact before = fact(id);
    if (java.util.Objects.equals(before, fact)) {
      return;
    }
    if (fact == null) {
      rows.delete(Tables.FACTS, RowKey.of(story, id));
    } else {
      rows.put(Tables.FACTS, RowKey.of(story, id), new FactRow(fact));
    }
    ranking.fact(before, fact);
    touchedFacts.add(id);
  }

  private static @Nullable String previous(
      List<NodeRow> cluster,
      String id,
      Map<String, Fact> before,
      Set<String> ids,
      Set<String> claimed) {
    if (before.containsKey(id)) {
      claimed.add(id);
      return id;
    }
    for (NodeRow n : cluster) {
      String f = n.factId();
      if (before.containsKey(f) && !ids.contains(f) && claimed.add(f)) {
        return f;
      }
    }
    return null;
  }

  private List<List<NodeRow>> components() {
    List<List<NodeRow>> out = new ArrayList<>();
    Set<String> seen = new TreeSet<>();
    for (String id : dirty) {
      NodeRow n = node(id);
      if (n != null && n.typedKey() != null) {
        dirtyTyped.add(n.typedKey());
      } else if (n != null && seen.add(id)) {
        out.add(spread(n, seen));
      }
    }
    for (String key : dirtyTyped) {
      List<NodeRow> c = new ArrayList<>();
      for (String id : all(key)) {
        NodeRow n = node(id);
        if (n != null) {
          c.add(n);
        }
      }
      if (!c.isEmpty()) {
        out.add(c);
      }
    }
    return out;
  }

  private List<NodeRow> spread(NodeRow from, Set<String> seen) {
    List<NodeRow> out = new ArrayList<>();
    Deque<NodeRow> open = new ArrayDeque<>();
    open.add(from);
    while (!open.isEmpty()) {
      NodeRow n = open.poll();
      out.add(n);
      for (String e : n.edges()) {
        NodeRow other = node(e);
        if (other != null && seen.add(e)) {
          open.add(other);
        }
      }
    }
    return out;
  }

  private Fact make(List<NodeRow> cluster) {
    List<Member> members = new ArrayList<>(cluster.size());
    String key = null;
    String planned = "";
    for (NodeRow n : cluster) {
      members.add(member(n));
      if (key == null && n.standing() != Standing.RETRACTED) {
        key =
            n.typedKey() != null
                ? n.typedKey()
                : n.anchors().isEmpty() ? "alone" : n.anchors().get(0);
      }
      if (n.claim().kind() == Kind.EVENT && FactMaker.value(n.claim()).equals("planned")) {
        String end = passed(n.claim());
        planned = end.compareTo(planned) > 0 ? end : planned;
      }
    }
    boolean overdue = !planned.isEmpty() && planned.compareTo(head.clock) < 0;
    Fact f = rules.facts().make(members, key == null ? "" : key, overdue);
    if (f.outcome() == Outcome.OPEN && !planned.isEmpty()) {
      rows.put(Tables.DUE, RowKey.of(planned, story, f.factId()), MARK);
    }
    return f;
  }

  /** When the time of what is planned has passed for sure; empty if it has none. */
  private static String passed(Claim c) {
    String when = c.about().when();
    double[] s = when == null ? null : Values.stretch(when);
    return s == null ? "" : Times.format((long) s[1] + 86_400);
  }

  @Nullable Explanation explain(String factId) {
    NodeRow first = node(factId);
    if (first == null || !first.factId().equals(factId)) {
      return null;
    }
    List<NodeRow> component = new ArrayList<>();
    if (first.typedKey() == null) {
      component = spread(first, new TreeSet<>(Set.of(factId)));
    } else {
      for (String id : all(first.typedKey())) {
        NodeRow n = node(id);
        if (n != null) {
          component.add(n);
        }
      }
    }
    List<Explanation.Joined> out = new ArrayList<>();
    component.sort(Member.CANONICAL);
    for (NodeRow n : component) {
      if (n.factId().equals(factId)) {
        out.add(joined(first, n));
      }
    }
    return new Explanation(factId, out);
  }

  private Explanation.Joined joined(NodeRow first, NodeRow n) {
    boolean gone = n.standing() == Standing.RETRACTED;
    List<String> keys = new ArrayList<>(keysOf(n));
    if (!n.id().equals(first.id())) {
      keys.retainAll(keysOf(first));
    }
    String why =
        n.typedKey() != null
            ? "same topic; participants, dates and scale do not clash"
            : n.edges().contains(first.id())
                ? "shares rare words with the first claim, and says the same"
                : "says the same as the first claim";
    double score = gone ? 0 : rules.joiner().score(first.claim(), n.claim());
    return new Explanation.Joined(
        n.id(),
        n.uri(),
        n.standing().name().toLowerCase(java.util.Locale.ROOT),
        gone ? List.of() : keys,
        Math.rint(score * 1_000) / 1_000,
        why);
  }

  Member member(NodeRow n) {
    DigestRow d = digest(n.uri());
    String outlet = n.claim().outlet();
    if (d == null) {
      return new Member(n, "", "", true, "");
    }
    String name = outlet != null ? Origins.clean(outlet) : d.origin();
    return new Member(n, Origins.key(name), name, outlet == null && d.assumed(), d.provider());
  }

  <R extends Record> void scan(Table<R> table, Rows.Visitor<R> visitor) {
    rows.scan(table, RowKey.of(story), visitor);
  }
}
