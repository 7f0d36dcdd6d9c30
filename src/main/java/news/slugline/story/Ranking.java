package news.slugline.story;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import news.slugline.claim.text.NameKeys;
import news.slugline.rows.RowKey;
import news.slugline.rows.Rows;
import news.slugline.story.Tables.Mark;
import news.slugline.story.Tables.TallyRow;
import org.jspecify.annotations.Nullable;

/**
 * Counts and orders of one story, kept as articles and facts come and go, so that its headline,
 * gist, people, places and first facts are found by look-up. A function of its articles and facts.
 */
final class Ranking {
  private static final int SHOWN = 12;

  /** Of so many articles, best first, one gives the headline. */
  private static final int HEADLINES = 12;

  /** For so many corroborated facts counts one by which something has moved. */
  private static final int NEWS = 2;

  /** A headline's article may state so many times fewer of them than the first. */
  private static final int FEWER = 3;

  private static final int MOST = 999_999;
  private static final Mark MARK = new Mark("");

  private final String story;
  private final Head head;
  private final Rows rows;
  private final Facts facts;

  Ranking(String story, Head head, Rows rows, Facts facts) {
    this.story = story;
    this.facts = facts;
    this.head = head;
    this.rows = rows;
  }

  // --- articles

  /** Counts an article in (1) or out (-1). */
  void count(DigestRow d, int by) {
    switch (d.use()) {
      case HELD -> head.held += by;
      case KILLED -> head.killed += by;
      case USED -> {
        head.used += by;
        head.unknownOrigin += d.assumed() ? by : 0;
        tally("sources", d.provider(), by);
        head.providers += turned(tally("source-keys", Origins.key(d.provider()), by), by);
        tally("origins", d.origin(), by);
        head.origins += turned(tally("origin-keys", Origins.key(d.origin()), by), by);
        d.people().forEach(p -> name("people", p, by));
        d.places().forEach(p -> name("places", p, by));
        headline(d, by > 0);
      }
    }
  }

  private static int turned(int now, int by) {
    return by > 0 && now == 1 ? 1 : by < 0 && now == 0 ? -1 : 0;
  }

  private void name(String sort, String name, int by) {
    int now = tally(sort, name, by);
    if (now - by > 0) {
      rows.delete(Tables.RANKS, RowKey.of(story, sort, inverse(now - by), name));
    }
    if (now > 0) {
      rows.put(Tables.RANKS, RowKey.of(story, sort, inverse(now), name), MARK);
    }
  }

  private void headline(DigestRow d, boolean in) {
    if (d.use() == ArticleUse.USED && !d.headline().isEmpty()) {
      RowKey key = headlineKey(d, count("support", d.uri()));
      if (in) {
        rows.put(Tables.RANKS, key, MARK);
      } else {
        rows.delete(Tables.RANKS, key);
      }
    }
  }

  private RowKey headlineKey(DigestRow d, int support) {
    return RowKey.of(story, "headline", inverse(support), d.time(), d.uri());
  }

  /**
   * Uri of the article whose headline the story shows: of those that state most corroborated facts
   * and what has replaced something, or at least a third as many as the first of them, the newest,
   * since a story goes on.
   */
  @Nullable String headlineOf() {
    List<RowKey> best = new ArrayList<>();
    rows.scan(
        Tables.RANKS,
        RowKey.of(story, "headline"),
        (k, m) -> {
          best.add(k);
          return best.size() < HEADLINES && support(k) > 0;
        });
    RowKey shown = null;
    for (RowKey k : best) {
      boolean newer = shown == null || k.part(3).compareTo(shown.part(3)) > 0;
      boolean enough = shown == null || FEWER * support(k) >= support(best.get(0));
      shown = newer && enough && (shown == null || support(k) > 0) ? k : shown;
    }
    return shown == null ? null : shown.part(4);
  }

  private static int support(RowKey headline) {
    return MOST - Integer.parseInt(headline.part(2));
  }

  // --- facts

  /** Takes a fact's change into account; either may be null. */
  void fact(@Nullable Fact before, @Nullable Fact after) {
    head.facts += (after == null ? 0 : 1) - (before == null ? 0 : 1);
    List<RowKey> old = before == null ? List.of() : keys(before);
    List<RowKey> fresh = after == null ? List.of() : keys(after);
    others(old, fresh, k -> rows.delete(Tables.RANKS, k));
    others(fresh, old, k -> rows.put(Tables.RANKS, k, MARK));
    Set<String> was = before == null ? Set.of() : supporters(before);
    Set<String> now = after == null ? Set.of() : supporters(after);
    others(was, now, u -> support(u, -1));
    others(now, was, u -> support(u, 1));
    Set<String> moved = before == null ? Set.of() : movers(before);
    Set<String> moves = after == null ? Set.of() : movers(after);
    others(moved, moves, u -> support(u, -NEWS));
    others(moves, moved, u -> support(u, NEWS));
  }

  /** Visits those that are not among some. */
  private static <T> void others(Collection<T> all, Collection<T> some, Consumer<T> visitor) {
    for (T t : all) {
      if (!some.contains(t)) {
        visitor.accept(t);
      }
    }
  }

  private void support(String uri, int by) {
    int now = tally("support", uri, by);
    DigestRow d = rows.get(Tables.DIGESTS, RowKey.of(story, uri));
    if (d != null && d.use() == ArticleUse.USED && !d.headline().isEmpty()) {
      rows.delete(Tables.RANKS, headlineKey(d, now - by));
      rows.put(Tables.RANKS, headlineKey(d, now), MARK);
    }
  }

  private List<RowKey> keys(Fact f) {
    List<RowKey> out = new ArrayList<>();
    String key = FactOrder.key(f);
    out.add(RowKey.of(story, "facts", key, f.factId()));
    if (FactOrder.mayBeGist(f)) {
      out.add(RowKey.of(story, "gist", FactOrder.gistKey(f, key), f.factId()));
    }
    return out;
  }

  /** Articles that state it, if more than one origin does. */
  private static Set<String> supporters(Fact f) {
    Set<String> out = new TreeSet<>();
    for (Position p : f.positions()) {
      if (p.current() && p.origins() > 1) {
        p.evidence().stream().filter(Evidence::counts).forEach(e -> out.add(e.article()));
      }
    }
    return out;
  }

  /** Articles that give what has replaced something: the story has gone on to there. */
  private static Set<String> movers(Fact f) {
    Set<String> out = new TreeSet<>();
    if (f.positions().stream().anyMatch(p -> p.status() == FactStatus.SUPERSEDED)) {
      for (Position p : f.positions()) {
        if (p.current()) {
          p.evidence().stream().filter(Evidence::counts).forEach(e -> out.add(e.article()));
        }
      }
    }
    return out;
  }

  /** Visits the facts in an editor's order for as long as the visitor wants. */
  void facts(Predicate<Fact> visitor) {
    rows.scan(
        Tables.RANKS,
        RowKey.of(story, "facts"),
        (k, m) -> {
          Fact f = facts.get(k.part(3));
          return f == null || visitor.test(f);
        });
  }

  /**
   * The words of the fact that stands first; if they give an old number, those with the new one.
   */
  String gist() {
    List<String> first = first("gist", 1);
    Fact f = first.isEmpty() ? null : facts.get(first.get(0));
    if (f == null) {
      return "";
    }
    List<Fact> changed = new ArrayList<>();
    facts(x -> FactOrder.hasChanged(x) && changed.add(x) && changed.size() < FactOrder.CHANGED);
    return FactOrder.upToDate(f.gist(), changed);
  }

  // --- names

  List<String> people() {
    return distinct(first("people", 3 * SHOWN), true);
  }

  List<String> places() {
    return distinct(first("places", SHOWN), false);
  }

  private static List<String> distinct(List<String> names, boolean people) {
    Map<String, String> out = new LinkedHashMap<>();
    for (String n : names) {
      String key = people ? NameKeys.key(n) : n;
      if (out.size() < SHOWN || out.containsKey(key)) {
        out.merge(key, n, Ranking::fuller);
      }
    }
    return List.copyOf(out.values());
  }

  /** "Berg", "Ole Berg": the first, but its full name if it is a surname alone. */
  private static String fuller(String first, String other) {
    boolean alone = first.indexOf(' ') < 0;
    return alone && other.indexOf(' ') > 0 && NameKeys.same(first, other) ? other : first;
  }

  List<String> sources() {
    return tallied("sources").stream().sorted().toList();
  }

  List<String> origins() {
    Map<String, String> out = new TreeMap<>();
    tallied("origins").forEach(n -> out.merge(Origins.key(n), n, Origins::better));
    return out.values().stream().sorted().toList();
  }

  private List<String> tallied(String sort) {
    List<String> out = new ArrayList<>();
    rows.scan(
        Tables.TALLIES,
        RowKey.of(story, sort),
        (k, t) -> {
          out.add(k.part(2));
          return out.size() < StoryState.NAMES;
        });
    return out;
  }

  /** The last parts of the first keys of an order. */
  private List<String> first(String sort, int most) {
    List<String> out = new ArrayList<>();
    rows.scan(
        Tables.RANKS,
        RowKey.of(story, sort),
        (k, m) -> {
          out.add(k.part(k.parts().size() - 1));
          return out.size() < most;
        });
    return out;
  }

  private int count(String sort, String name) {
    TallyRow t = rows.get(Tables.TALLIES, RowKey.of(story, sort, name));
    return t == null ? 0 : t.n();
  }

  private int tally(String sort, String name, int by) {
    int now = count(sort, name) + by;
    RowKey key = RowKey.of(story, sort, name);
    if (now == 0) {
      rows.delete(Tables.TALLIES, key);
    } else {
      rows.put(Tables.TALLIES, key, new TallyRow(now));
    }
    return now;
  }

  /** Sorts high counts first. */
  static String inverse(int n) {
    return Integer.toString(1 + MOST + MOST - Math.min(MOST, Math.max(0, n))).substring(1);
  }
}
