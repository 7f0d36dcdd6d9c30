package news.slugline.story;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import news.slugline.claim.Claim;
import news.slugline.claim.Kind;
import news.slugline.claim.Outlets;
import news.slugline.rows.RowKey;
import news.slugline.rows.Rows;
import news.slugline.rows.Table;
import news.slugline.story.Tables.FactRow;
import news.slugline.story.Tables.Mark;
import news.slugline.story.Tables.SketchRow;
import org.jspecify.annotations.Nullable;

/**
 * One story's rows while one input is applied. Articles are set or taken out; what they change is
 * found by look-up: their claims' keys, the copies of their wording, the facts of the components
 * that these touch. {@link #settle} makes those facts anew.
 */
final class StoryWork {
  private static final Mark MARK = new Mark("");

  /** How many claims of a fact are explained. */
  private static final int EXPLAINED = 100;

  final String story;
  final Head head;
  final Ranking ranking;
  private final Rows rows;
  private final Rules rules;
  private final Articles articles;
  private final Facts facts;
  private final Graph graph;
  private final Buckets buckets;
  private final Copies copies;

  /** As they stand; a fact's claims ask for the same ones again and again. */
  private final Map<String, Optional<DigestRow>> digests = new HashMap<>();

  /** Leaders whose facts are to be made anew, with the ids of the facts that claims came from. */
  private final Map<String, Set<String>> touched = new TreeMap<>();

  /** Claims to be filed anew whose leader is being replaced. */
  private final Set<String> unfiled = new TreeSet<>();

  /** Ids of facts that lost claims. */
  private final Set<String> oldFacts = new TreeSet<>();

  /** Claims that are filed otherwise than when their fact was made. */
  private final Set<String> moved = new HashSet<>();

  /** The buckets that they came into or left, by leader. */
  private final Map<String, Set<String>> changed = new HashMap<>();

  /** Leaders whose facts may begin or cease to be, though no claim came or went. */
  private final Set<String> retold = new HashSet<>();

  private final Set<String> touchedFacts = new TreeSet<>();
  private final Set<String> touchedArticles = new TreeSet<>();

  StoryWork(String story, Rows rows, Rules rules, Nodes nodes, Recent<FactRow, Fact> wholeFacts) {
    this.story = story;
    this.rows = rows;
    this.rules = rules;
    HeadRow h = rows.get(Tables.HEADS, RowKey.of(story));
    if (h == null) {
      // each input to a story writes its head
      rows.begin(story);
    }
    this.head = new Head(h == null ? HeadRow.empty() : h);
    this.articles = nodes.articles();
    this.facts = new Facts(story, rows, articles, wholeFacts);
    this.ranking = new Ranking(story, head, rows, facts);
    this.graph = new Graph(story, rows, nodes, rules.joiner(), new Filer());
    this.buckets = new Buckets(story, rows, graph::node);
    this.copies = new Copies(story, rows, rules.sketches(), rules.sentences());
  }

  // --- articles

  @Nullable ArticleRow article(String uri) {
    return articles.get(story, uri, rows);
  }

  /** All articles, with their claims wherever these lie. */
  List<ArticleRow> articles() {
    List<ArticleRow> out = new ArrayList<>();
    articles.scan(story, rows, a -> out.add(Articles.gathered(a)));
    return out;
  }

  /** Lets each article lie in one row. */
  void keepArticlesAlone() {
    List<ArticleRow> all = articles();
    all.forEach(a -> articles.putAlone(story, a, rows));
  }

  @Nullable DigestRow digest(String uri) {
    return digests
        .computeIfAbsent(
            uri, u -> Optional.ofNullable(rows.get(Tables.DIGESTS, RowKey.of(story, u))))
        .orElse(null);
  }

  @Nullable Fact fact(String id) {
    return facts.get(id);
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
    return any(Tables.OWED, RowKey.of(story));
  }

  private void put(DigestRow d) {
    touchedArticles.add(d.uri());
    digests.put(d.uri(), Optional.of(d));
    rows.put(Tables.DIGESTS, RowKey.of(story, d.uri()), d);
  }

  /** Sets an article to what its versions amount to; null takes it out. */
  void set(String uri, @Nullable ArticleRow row) {
    DigestRow old = digest(uri);
    ArticleRow before = article(uri);
    Set<String> recheck = new TreeSet<>();
    if (old != null && before != null) {
      old.nodes().forEach(this::look);
      ranking.count(old, -1);
      boolean killed = Versions.use(before) == ArticleUse.KILLED;
      recheck.addAll(copies.remove(old, text(before), killed));
      if (old.copyOf() != null) {
        copies.unlink(old.copyOf(), uri);
      }
    }
    List<NodeRow> nodes = row == null ? List.of() : Versions.nodes(row, rules.keys());
    DigestRow now = row == null ? null : digestOf(row, nodes.stream().map(NodeRow::id).toList());
    if (row == null || now == null) {
      copies.take(uri, copies.lendersTo(uri), List.of());
      articles.delete(story, uri, rows);
      rows.delete(Tables.DIGESTS, RowKey.of(story, uri));
      digests.put(uri, Optional.empty());
      touchedArticles.add(uri);
    } else {
      articles.put(story, row, rows);
      put(now);
      ranking.count(now, 1);
      if (now.use() != ArticleUse.HELD) {
        ArticleRow.Version v = Versions.worded(row);
        SketchRow s = new SketchRow(v.sketch(), v.thread());
        recheck.addAll(copies.insert(now, s, text(row), now.use() == ArticleUse.KILLED));
      }
      recheck.add(uri);
    }
    replaceNodes(old == null ? List.of() : old.nodes(), nodes);
    Deque<String> changed = new ArrayDeque<>();
    recheck.forEach(u -> resource(u, changed));
    changed.addAll(recheck);
    while (!changed.isEmpty()) {
      resolve(changed.poll(), changed);
    }
    DigestRow then = digest(uri);
    if (old != null) {
      remakeTakers(uri); // its words or its origin may be others
    }
    if (old != null && then != null && !standsAlike(old, then)) {
      then.nodes().forEach(this::refile);
    }
  }

  /**
   * Makes anew what follows from some articles' rows, whose other rows went when the story left.
   * All of it has been told.
   */
  void rebuild(List<ArticleRow> articles) {
    for (ArticleRow a : articles) {
      set(a.uri(), a);
    }
    rows.scan(
        Tables.RULINGS,
        RowKey.of(story),
        (k, ruling) -> {
          NodeRow n = node(k.part(1));
          if (n != null && n.ruling().isEmpty()) {
            graph.put(n.withRuling(ruling.what()));
            refile(n.id());
          }
          return true;
        });
    settle();
    touchedFacts.clear();
    touchedArticles.clear();
  }

  /** Reads what rests on the article's row, which is about to lose claims, while it can be read. */
  private void look(String id) {
    NodeRow n = node(id);
    if (n != null) {
      graph.mates(n);
      lookAtFact(n.lead());
      n.besides().forEach(this::lookAtFact);
    }
  }

  private void lookAtFact(String lead) {
    NodeRow leader = node(lead);
    if (leader != null) {
      fact(leader.factId());
    }
  }

  private static boolean standsAlike(DigestRow a, DigestRow b) {
    return a.origin().equals(b.origin())
        && a.use() == b.use()
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

  /** Finds anew the earliest article that this one copies, and whether it was killed. */
  private void resource(String uri, Deque<String> changed) {
    DigestRow d = digest(uri);
    boolean used = d != null && isUsed(d);
    if (d != null) {
      take(d, used);
    }
    if (d == null || (!used && d.copyOf() == null)) {
      return;
    }
    String killed = used && head.killed > 0 ? copies.source(d, true, k -> isOf(d, k)) : null;
    String source = killed != null ? killed : used ? copies.source(d, false, u -> true) : null;
    if (!Objects.equals(source, d.copyOf())) {
      d.nodes().forEach(this::retell);
      if (d.copyOf() != null) {
        copies.unlink(d.copyOf(), uri);
      }
      if (source != null) {
        copies.link(source, uri);
      }
      put(d.withCopyOf(source));
      changed.add(uri);
    }
    if (used && (killed != null) != (d.use() == ArticleUse.KILLED)) {
      withdraw(uri, killed != null);
    }
  }

  /** Finds anew from which earlier articles this one has sentences. */
  private void take(DigestRow d, boolean used) {
    List<Copies.Taken> now = new ArrayList<>();
    if (used) {
      Articles.Copy own = text(d);
      for (String uri : copies.lenders(d, own)) {
        DigestRow lender = required(uri);
        Articles.Copy of = text(lender);
        String signed = lender.credit() == null ? lender.provider() : lender.credit();
        boolean named = own.names(signed, lender.provider());
        boolean whole =
            rules.sentences().isMadeOf(own, of) || rules.rewrites().isRewritten(own, of, named);
        if (whole || rules.sentences().anyIsOne(own.sentences(), of.sentences())) {
          now.add(new Copies.Taken(uri, whole));
        }
      }
    }
    List<Copies.Taken> before = copies.lendersTo(d.uri());
    if (!now.equals(before)) {
      copies.take(d.uri(), before, now);
      remakeAll(d);
    }
  }

  private Articles.Copy text(DigestRow d) {
    return articles.copy(story, d.uri(), d.version(), rows);
  }

  private Articles.Copy text(ArticleRow row) {
    return articles.copy(story, row.uri(), Versions.worded(row).version(), rows);
  }

  /** Makes the facts anew in which an article's claims stand. */
  private void remakeAll(DigestRow d) {
    for (String id : d.nodes()) {
      NodeRow n = node(id);
      if (n != null && !n.lead().isEmpty()) {
        remake(n.lead());
        n.besides().forEach(this::remake);
      }
    }
  }

  /** Makes the facts anew of those who have sentences of an article. */
  private void remakeTakers(String uri) {
    for (String taker : copies.takersFrom(uri)) {
      remakeAll(required(taker));
    }
  }

  /**
   * The earlier article from which that of a claim has its sentence, or of which it is made; if
   * that has another origin, and the claim names none.
   */
  private Draft.@Nullable Lender source(Member m) {
    if (!m.assumed()) {
      return null;
    }
    Draft.Lender whole = null;
    for (Copies.Taken t : copies.lendersTo(m.node().uri())) {
      DigestRow d = required(t.from());
      if (d.use() == ArticleUse.USED && !Origins.key(d.origin()).equals(m.originKey())) {
        if (rules.sentences().anyStands(graph.sentences(m.node()), text(d).sentences())
            || rules.sentences().anyIsOne(graph.sentences(m.node()), text(d).sentences())) {
          return lender(d, true);
        }
        whole = whole == null && t.whole() ? lender(d, false) : whole;
      }
    }
    return whole;
  }

  private static Draft.Lender lender(DigestRow d, boolean sure) {
    return new Draft.Lender(
        d.uri(), d.time(), Origins.key(d.origin()), d.origin(), d.assumed(), sure);
  }

  /** Whether an article counts by its own versions, be it the copy of a killed one. */
  private boolean isUsed(DigestRow d) {
    ArticleRow row = d.use() == ArticleUse.KILLED ? article(d.uri()) : null;
    return row == null ? d.use() == ArticleUse.USED : Versions.use(row) == ArticleUse.USED;
  }

  /**
   * Whether an article that is like a killed one goes with it: it credits it, or nobody, and its
   * provider has not sent it in its stead, nor anything else that is like it.
   */
  private boolean isOf(DigestRow d, String killed) {
    DigestRow k = digest(killed);
    ArticleRow row = article(killed);
    if (k == null || row == null || areOne(d.provider(), k.provider())) {
      return false;
    }
    boolean credits =
        d.credit() == null
            || areOne(d.credit(), k.provider())
            || Outlets.isShort(d.credit(), k.provider());
    for (ArticleRow.Version v : row.versions()) {
      credits |= v.credit() != null && d.credit() != null && areOne(v.credit(), d.credit());
    }
    return credits
        && copies.source(d, false, u -> areOne(required(u).provider(), k.provider())) == null;
  }

  private DigestRow required(String uri) {
    return Objects.requireNonNull(digest(uri), uri);
  }

  private static boolean areOne(String a, String b) {
    return Origins.key(a).equals(Origins.key(b));
  }

  /** Lets an article go with the killed one that it copies, or lets it count again. */
  private void withdraw(String uri, boolean gone) {
    DigestRow d = required(uri);
    ArticleRow row = Objects.requireNonNull(article(uri), uri);
    ranking.count(d, -1);
    DigestRow now =
        gone
            ? d.withdrawn()
            : digestOf(row, d.nodes()).withCopyOf(d.copyOf()).withOrigin(d.origin(), d.assumed());
    put(now);
    ranking.count(now, 1);
    now.nodes().forEach(this::refile);
    remakeTakers(uri);
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
      String source = s == null ? "" : s.origin();
      name = Outlets.isShort(d.credit(), source) ? source : d.credit();
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
      now.nodes().forEach(this::refile);
      changed.addAll(copies.copiesOf(uri));
      remakeTakers(uri);
    }
  }

  // --- claims

  @Nullable NodeRow node(String id) {
    return graph.node(id);
  }

  /** Sets an editor's ruling on a claim, and so on its fact. */
  void rule(NodeRow n, String ruling) {
    rows.put(Tables.RULINGS, RowKey.of(story, n.id()), new Mark(ruling));
    graph.put(n.withRuling(ruling));
    refile(n.id());
  }

  /** Makes the fact of a claim anew. */
  void touch(String id) {
    NodeRow n = node(id);
    if (n != null && !n.lead().isEmpty()) {
      touch(n.lead(), "");
    }
  }

  /**
   * Makes what a sentence tells anew: whether that is a fact depends on what its article copies.
   */
  private void retell(String id) {
    NodeRow n = node(id);
    if (n != null && n.claim().isTold() && !n.lead().isEmpty()) {
      remake(n.lead());
    }
  }

  /** Makes the fact of a leader anew, of its claims. */
  private void remake(String leader) {
    touch(leader, "");
    retold.add(leader);
  }

  private void touch(String leader, String cameFrom) {
    touched.computeIfAbsent(leader, l -> new TreeSet<>()).add(cameFrom);
  }

  private void replaceNodes(List<String> oldIds, List<NodeRow> fresh) {
    Map<String, NodeRow> now = new LinkedHashMap<>();
    fresh.forEach(n -> now.put(n.id(), n));
    for (String id : oldIds) {
      NodeRow old = node(id);
      NodeRow kept = now.get(id);
      if (old == null) {
        continue;
      }
      if (kept != null && rules.joiner().place(kept).equals(rules.joiner().place(old))) {
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
        next.besides().forEach(this::remake);
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
  private void refile(String id) {
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
      List<NodeRow> leaders = new ArrayList<>();
      for (String l : n.besides()) {
        NodeRow z = node(l);
        if (z == null) {
          unfiled.add(id);
          return;
        }
        leaders.add(z);
      }
      beside(graph.required(id), leaders);
    }
  }

  private final class Filer implements Graph.Filing {
    @Override
    public void move(NodeRow n, @Nullable NodeRow leader) {
      StoryWork.this.move(n, leader);
    }

    @Override
    public void beside(NodeRow n, List<NodeRow> leaders) {
      StoryWork.this.beside(n, leaders);
    }
  }

  /** Files a claim beside what other leaders lead, and beside nothing else. */
  private void beside(NodeRow n, List<NodeRow> leaders) {
    if (n.beside().isEmpty() && leaders.isEmpty()) {
      return;
    }
    moved.add(n.id());
    for (NodeRow.Filing f : n.beside()) {
      buckets.remove(n, f);
      changed(f);
      touch(f.leader(), "");
    }
    Member m = member(n);
    List<NodeRow.Filing> filings = new ArrayList<>();
    for (NodeRow z : leaders) {
      filings.add(
          new NodeRow.Filing(
              z.id(), Joiner.BESIDE, sort(m), m.node().standing(), m.originKey(), false));
    }
    NodeRow now = n.withBeside(filings);
    graph.put(now);
    for (NodeRow.Filing f : filings) {
      buckets.add(now, f);
      changed(f);
      touch(f.leader(), "");
    }
  }

  private static NodeRow.Sort sort(Member m) {
    return m.supports()
        ? NodeRow.Sort.SUPPORTS
        : m.isLive() ? NodeRow.Sort.DENIES : NodeRow.Sort.GONE;
  }

  /** Files a claim under a leader; null takes it out. */
  private void move(NodeRow n, @Nullable NodeRow leader) {
    moved.add(n.id());
    NodeRow.Filing old = n.filed();
    String from = "";
    if (old != null) {
      buckets.remove(n, old);
      changed(old);
      NodeRow was = node(old.leader());
      from = was == null ? "" : was.factId();
      oldFacts.add(from);
      touch(old.leader(), "");
    }
    if (leader == null) {
      stage(n, false);
      return;
    }
    Member m = member(n);
    stage(n, m.supports());
    NodeRow.Filing filing =
        new NodeRow.Filing(
            leader.id(),
            rules.joiner().bucket(leader, n),
            sort(m),
            m.node().standing(),
            m.originKey(),
            !n.ruling().isEmpty());
    NodeRow now = n.withFiling(filing);
    graph.put(now);
    buckets.add(now, filing);
    changed(filing);
    touch(leader.id(), from);
  }

  private void changed(NodeRow.Filing f) {
    changed.computeIfAbsent(f.leader(), l -> new HashSet<>()).add(f.bucket());
  }

  // --- stages

  /**
   * Notes how far it has come with somebody, or that a claim no longer says so; if that is news,
   * the facts of earlier stages are made anew.
   */
  private void stage(NodeRow n, boolean supports) {
    Stages.Stage s = rules.stages().of(n.claim());
    if (s == null) {
      return;
    }
    String number = Integer.toString(s.number());
    RowKey of = RowKey.of(story, s.course(), s.surname(), number, s.name());
    RowKey key = RowKey.of(story, s.course(), s.surname(), number, s.name(), n.id());
    boolean before = any(Tables.STAGES, of);
    if (supports) {
      rows.put(Tables.STAGES, key, MARK);
    } else {
      rows.delete(Tables.STAGES, key);
    }
    if (before == any(Tables.STAGES, of)) {
      return;
    }
    List<String> earlier = new ArrayList<>();
    for (int i = 1; i < s.number(); i++) {
      RowKey stage = RowKey.of(story, s.course(), s.surname(), Integer.toString(i));
      rows.scan(Tables.STAGES, stage, (k, m) -> earlier.add(k.part(5)));
    }
    earlier.forEach(this::touch);
  }

  /** Whether what a claim says happened to somebody has come further since. */
  private boolean isOvertaken(NodeRow leader) {
    Stages.Stage s = rules.stages().of(leader.claim());
    if (s == null) {
      return false;
    }
    boolean[] out = {false};
    for (int i = s.number() + 1; i <= Stages.LAST; i++) {
      RowKey stage = RowKey.of(story, s.course(), s.surname(), Integer.toString(i));
      rows.scan(Tables.STAGES, stage, (k, m) -> !(out[0] |= s.isOf(k.part(4))));
    }
    return out[0];
  }

  private <R extends Record> boolean any(Table<R> table, RowKey prefix) {
    boolean[] out = {false};
    rows.scan(table, prefix, (k, m) -> !(out[0] = true));
    return out[0];
  }

  // --- facts

  /** Makes the facts anew that the changes so far touch, and says how they changed. */
  List<FactChange> settle() {
    graph.settle();
    unfiled.forEach(this::refile);
    unfiled.clear();
    Map<String, Shape.Made> made = new TreeMap<>();
    Map<String, Set<String>> cameFrom = new TreeMap<>();
    touched.forEach(
        (leader, from) -> {
          NodeRow n = node(leader);
          Shape.Made m = n == null || !n.lead().equals(leader) ? null : make(n);
          Fact f = m == null ? null : m.fact();
          if (n != null && !n.factId().isEmpty()) {
            oldFacts.add(n.factId());
          }
          if (f != null) {
            made.put(f.factId(), m);
            Set<String> sources = new TreeSet<>(from);
            sources.add(Objects.requireNonNull(n).factId());
            cameFrom.put(f.factId(), sources);
          }
          if (n != null && !n.factId().equals(f == null ? "" : f.factId())) {
            graph.put(n.withFact(f == null ? "" : f.factId()));
          }
        });
    graph.write();
    oldFacts.remove("");
    Map<String, Fact> before = new TreeMap<>();
    for (String id : oldFacts) {
      Fact f = fact(id);
      if (f != null) {
        before.put(id, f);
      }
    }
    List<FactChange> out = changes(made, cameFrom, before);
    touched.clear();
    oldFacts.clear();
    moved.clear();
    changed.clear();
    retold.clear();
    return out;
  }

  private List<FactChange> changes(
      Map<String, Shape.Made> made, Map<String, Set<String>> cameFrom, Map<String, Fact> before) {
    List<FactChange> out = new ArrayList<>();
    Set<String> claimed = new TreeSet<>();
    made.forEach(
        (id, m) -> {
          String previous = before.containsKey(id) ? id : null;
          for (String from : cameFrom.getOrDefault(id, Set.of())) {
            if (previous == null && before.containsKey(from) && !made.containsKey(from)) {
              previous = claimed.contains(from) ? null : from;
            }
          }
          if (previous != null) {
            claimed.add(previous);
          }
          out.add(new FactChange(previous == null ? null : before.get(previous), m.fact()));
        });
    before.forEach(
        (id, f) -> {
          if (!made.containsKey(id)) {
            write(id, null);
            if (!claimed.contains(id)) {
              out.add(new FactChange(f, null));
            }
          }
        });
    made.forEach(this::write);
    return out;
  }

  private void write(String id, Shape.@Nullable Made made) {
    Fact before = fact(id);
    Fact fact = made == null ? null : made.fact();
    boolean same = Objects.equals(before, fact);
    if (made == null) {
      facts.delete(id);
    } else if (!same || !Objects.equals(made.shape(), facts.shape(id))) {
      facts.put(made);
    }
    if (!same) {
      ranking.fact(before, fact);
      touchedFacts.add(id);
    }
  }

  private Shape.@Nullable Made make(NodeRow leader) {
    if (leader.claim().isTold() && buckets.isAlone(leader.id())) {
      return null;
    }
    List<Buckets.Content> contents = buckets.of(leader.id());
    boolean overtaken = isOvertaken(leader);
    Shape shape = leader.factId().isEmpty() ? null : facts.shape(leader.factId());
    Fact old = shape == null ? null : fact(leader.factId());
    Shape.Made counted = null;
    if (shape != null && old != null && !retold.contains(leader.id())) {
      Set<String> of = changed.getOrDefault(leader.id(), Set.of());
      counted = shape.count(old, contents, of, moved, overtaken);
    }
    return counted != null ? counted : make(leader, contents, overtaken);
  }

  private Shape.@Nullable Made make(
      NodeRow leader, List<Buckets.Content> contents, boolean overtaken) {
    List<Pile> piles = new ArrayList<>();
    String planned = "";
    for (Buckets.Content c : contents) {
      List<Member> members = new ArrayList<>();
      for (String id : c.nodes()) {
        NodeRow n = graph.required(id);
        members.add(member(n));
        if (n.claim().kind() == Kind.EVENT && FactMaker.value(n.claim()).equals("planned")) {
          String end = passed(n.claim());
          planned = end.compareTo(planned) > 0 ? end : planned;
        }
      }
      members.sort(Comparator.comparing(Member::node, Place.CANONICAL));
      String value = FactMaker.value(members.get(0).claim());
      if (Joiner.isOtherwise(c.name())) {
        piles.addAll(Pile.split(value, c.name(), c.row(), members, rules.joiner()::saySame));
      } else {
        piles.add(
            new Pile(
                value,
                c.name().equals(Joiner.BESIDE) ? Pile.Sort.OTHER : Pile.Sort.COMMON,
                c.name(),
                c.row(),
                members,
                origin -> buckets.supports(leader.id(), c.name(), origin)));
      }
    }
    if (piles.isEmpty() || (leader.claim().isTold() && !isRetold(piles))) {
      return null;
    }
    boolean overdue = !planned.isEmpty() && planned.compareTo(head.clock) < 0;
    FactMaker.Drafted made =
        rules
            .facts()
            .make(
                piles,
                leader,
                keyOf(leader, piles),
                overdue,
                overtaken,
                graph::sentences,
                graph::copy,
                this::source,
                n -> graph.mates(n).stream().map(this::member).toList());
    Fact f = made.fact();
    if (f.outcome() == Outcome.OPEN && !planned.isEmpty()) {
      rows.put(Tables.DUE, RowKey.of(planned, story, f.factId()), MARK);
      Archive.await(head, planned);
    }
    return new Shape.Made(f, Shape.of(contents, made.drafts(), overtaken));
  }

  /**
   * What one article alone tells in words of no class, and what copies it, is a claim and no fact
   * yet.
   */
  private boolean isRetold(List<Pile> piles) {
    return piles.stream()
            .filter(p -> p.sort() != Pile.Sort.OTHER)
            .flatMap(p -> p.members().stream())
            .filter(Member::supports)
            .map(m -> wordedBy(m.node().uri()))
            .distinct()
            .count()
        > 1;
  }

  /** The article whose wording it is: the one that it copies, else itself. */
  private String wordedBy(String uri) {
    DigestRow d = digest(uri);
    return d == null || d.copyOf() == null ? uri : d.copyOf();
  }

  /** The leader's first key; if its words may not be shown, that of a claim whose words may. */
  private String keyOf(NodeRow leader, List<Pile> piles) {
    NodeRow of = member(leader).node();
    for (Pile p : piles) {
      for (Member m : p.sort() == Pile.Sort.OTHER ? List.<Member>of() : p.members()) {
        if (of.standing() == Standing.RETRACTED && m.node().standing() != Standing.RETRACTED) {
          of = m.node();
        }
      }
    }
    return of.keys().isEmpty() ? "alone" : of.keys().get(0);
  }

  /** When the time of what is planned has passed for sure; empty if it has none. */
  private static String passed(Claim c) {
    String when = c.about().when();
    double[] s = when == null ? null : Values.stretch(when);
    return s == null ? "" : Times.format((long) s[1] + 86_400);
  }

  // --- explanation

  @Nullable Explanation explain(String factId) {
    NodeRow first = node(factId);
    NodeRow leader = first == null ? null : node(first.lead());
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
    boolean gone = member(n).node().standing() == Standing.RETRACTED;
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
        gone
            ? 0
            : beside
                ? rules.joiner().oneHappening(leader, n)
                : rules.joiner().score(leader.claim(), n.claim());
    return new Explanation.Joined(
        n.id(),
        n.uri(),
        n.standing().name().toLowerCase(java.util.Locale.ROOT),
        gone ? List.of() : keys,
        Math.rint(score * 1_000) / 1_000,
        why);
  }

  /** Whether a claim of the claim's sentence is shown as evidence that counts. */
  private boolean counts(NodeRow leader, NodeRow n) {
    Fact f = n.lead().equals(leader.id()) ? null : fact(leader.factId());
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
    Fact f = fact(leader.factId());
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

  Member member(NodeRow n) {
    DigestRow d = digest(n.uri());
    String outlet = n.claim().outlet();
    if (d == null) {
      return new Member(n, "", "", true, "");
    }
    if (outlet != null && Origins.isShortFor(outlet, d.provider())) {
      outlet = null;
    }
    String name = outlet != null ? Origins.clean(outlet) : d.origin();
    boolean gone = d.use() == ArticleUse.KILLED && n.standing() != Standing.RETRACTED;
    NodeRow of = gone ? n.withStanding(Standing.RETRACTED) : n;
    return new Member(of, Origins.key(name), name, outlet == null && d.assumed(), d.provider());
  }

  <R extends Record> void scan(Table<R> table, Rows.Visitor<R> visitor) {
    rows.scan(table, RowKey.of(story), visitor);
  }
}
