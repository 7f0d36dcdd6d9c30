package news.slugline.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
  final String story;
  final Head head;
  final Ranking ranking;
  final Owing owing;
  private final Rows rows;
  private final TopicKeys keys;
  private final Articles articles;
  private final Facts facts;
  private final Digests digests;
  private final Filings filings;
  private final Provenance provenance;
  private final Making making;
  private final Explainer explainer;

  StoryWork(String story, Rows rows, Rules rules, Nodes nodes, Recent<FactRow, Fact> wholeFacts) {
    this.story = story;
    this.rows = rows;
    this.keys = rules.keys();
    HeadRow h = rows.get(Tables.HEADS, RowKey.of(story));
    if (h == null) {
      // each input to a story writes its head
      rows.begin(story);
    }
    this.head = new Head(h == null ? HeadRow.empty() : h);
    this.articles = nodes.articles();
    this.facts = new Facts(story, rows, articles, wholeFacts);
    this.ranking = new Ranking(story, head, rows, facts);
    this.owing = new Owing(story, rows);
    this.digests = new Digests(story, rows, ranking, owing);
    Courses courses = new Courses(story, rows, rules.stages());
    this.filings = new Filings(story, rows, rules, nodes, digests, courses);
    this.provenance = new Provenance(story, rows, rules, head, articles, digests, filings);
    this.making = new Making(story, rows, rules, head, facts, filings, provenance);
    this.explainer = new Explainer(rules, facts, digests, filings.graph());
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
    return digests.get(uri);
  }

  @Nullable Fact fact(String id) {
    return facts.get(id);
  }

  /** Sets an article to what its versions amount to; null takes it out. */
  void set(String uri, @Nullable ArticleRow row) {
    DigestRow old = digest(uri);
    ArticleRow before = article(uri);
    Set<String> concerned = new TreeSet<>();
    if (old != null && before != null) {
      old.nodes().forEach(this::look);
      ranking.count(old, -1);
      concerned.addAll(provenance.goes(before, old));
    }
    List<NodeRow> nodes = row == null ? List.of() : Versions.nodes(row, keys);
    if (row == null) {
      provenance.gone(uri);
      articles.delete(story, uri, rows);
      digests.delete(uri);
    } else {
      articles.put(story, row, rows);
      DigestRow now = Provenance.digest(row, nodes.stream().map(NodeRow::id).toList());
      digests.put(now);
      ranking.count(now, 1);
      concerned.addAll(provenance.came(row, now));
    }
    filings.replace(old == null ? List.of() : old.nodes(), nodes);
    provenance.settle(concerned);
    if (old != null) {
      changed(old);
    }
  }

  /** An article that stood like this may have other words now, or another origin. */
  private void changed(DigestRow old) {
    provenance.remakeTakers(old.uri());
    DigestRow now = digest(old.uri());
    if (now != null && !standsAlike(old, now)) {
      now.nodes().forEach(filings::refile);
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
            filings.rule(n, ruling.what());
          }
          return true;
        });
    settle();
    owing.forget();
  }

  /** Reads what rests on the article's row, which is about to lose claims, while it can be read. */
  private void look(String id) {
    NodeRow n = node(id);
    if (n != null) {
      filings.graph().mates(n);
      lookAtFact(n.lead());
      n.besides().forEach(this::lookAtFact);
    }
  }

  private void lookAtFact(String lead) {
    NodeRow leader = node(lead);
    if (leader != null) {
      facts.get(leader.factId());
    }
  }

  private static boolean standsAlike(DigestRow a, DigestRow b) {
    return a.origin().equals(b.origin())
        && a.use() == b.use()
        && a.assumed() == b.assumed()
        && a.provider().equals(b.provider());
  }

  // --- claims

  @Nullable NodeRow node(String id) {
    return filings.node(id);
  }

  /** Sets an editor's ruling on a claim, and so on its fact. */
  void rule(NodeRow n, String ruling) {
    rows.put(Tables.RULINGS, RowKey.of(story, n.id()), new Mark(ruling));
    filings.rule(n, ruling);
  }

  /** Makes the fact of a claim anew. */
  void touch(String id) {
    filings.touch(id);
  }

  // --- facts

  /** Makes the facts anew that the changes so far touch, and says how they changed. */
  List<FactChange> settle() {
    filings.settle();
    Touched touched = filings.touched();
    Map<String, Shape.Made> made = new TreeMap<>();
    Map<String, Set<String>> cameFrom = new TreeMap<>();
    touched.forEach(
        (leader, from) -> {
          NodeRow n = filings.graph().node(leader);
          if (n == null) {
            return;
          }
          touched.lost(n.factId());
          Shape.Made m = n.lead().equals(leader) ? making.make(n) : null;
          String id = m == null ? "" : m.fact().factId();
          if (m != null) {
            made.put(id, m);
            Set<String> sources = new TreeSet<>(from);
            sources.add(n.factId());
            cameFrom.put(id, sources);
          }
          if (!n.factId().equals(id)) {
            filings.graph().put(n.withFact(id));
          }
        });
    filings.graph().write();
    Map<String, Fact> before = new TreeMap<>();
    for (String id : touched.oldFacts()) {
      Fact f = facts.get(id);
      if (f != null) {
        before.put(id, f);
      }
    }
    List<FactChange> out = changes(made, cameFrom, before);
    touched.clear();
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
    Fact before = facts.get(id);
    Fact fact = made == null ? null : made.fact();
    boolean same = Objects.equals(before, fact);
    if (made == null) {
      facts.delete(id);
    } else if (!same || !Objects.equals(made.shape(), facts.shape(id))) {
      facts.put(made);
    }
    if (!same) {
      ranking.fact(before, fact);
      owing.fact(id);
    }
  }

  /** What joined the claims of a fact; null if there is none. */
  @Nullable Explanation explain(String factId) {
    return explainer.explain(factId);
  }

  <R extends Record> void scan(Table<R> table, Rows.Visitor<R> visitor) {
    rows.scan(table, RowKey.of(story), visitor);
  }
}
