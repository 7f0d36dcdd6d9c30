package news.slugline.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import news.slugline.claim.Kind;
import org.jspecify.annotations.Nullable;

/** Makes the whole state of a story from its rows; the same for the same set of articles. */
final class StateMaker {
  private static final int NAMES = 12;
  private static final int REFS = 2_000;

  private final StoryWork work;
  private final String engine;

  StateMaker(StoryWork work, String engine) {
    this.work = work;
    this.engine = engine;
  }

  StoryState make() {
    Head head = work.head;
    List<DigestRow> digests = new ArrayList<>();
    if (head.state != LifeState.MERGED) {
      work.scan(Tables.DIGESTS, (k, d) -> digests.add(d));
    }
    digests.sort(Comparator.comparing(DigestRow::time).thenComparing(DigestRow::uri));
    List<Fact> facts = new ArrayList<>();
    if (head.state != LifeState.MERGED) {
      work.scan(Tables.FACTS, (k, r) -> facts.add(r.fact()));
    }
    facts.sort(RANK);
    Map<String, Integer> support = support(facts);
    DigestRow best = best(digests, support);
    if (best != null) {
      head.headline = best.headline();
      head.headlineOf = best.uri();
    }
    List<StoryState.ArticleRef> refs = refs(digests);
    List<Fact> kept = Folding.facts(facts, 250 * refs.size());
    return new StoryState(
        work.story,
        head.revision,
        head.state,
        head.headline,
        gist(facts),
        names(digests, true),
        names(digests, false),
        head.counts(),
        refs,
        sources(digests),
        origins(digests),
        kept,
        facts.size() - kept.size(),
        head.mergedInto,
        head.last,
        engine);
  }

  /** Conflicts and changes first, then by how many stand behind a fact, then by its first claim. */
  private static final Comparator<Fact> RANK =
      Comparator.comparingInt((Fact f) -> order(f.status()))
          .thenComparing(f -> -origins(f))
          .thenComparing(f -> -evidence(f))
          .thenComparing(Fact::factId);

  private static int order(FactStatus s) {
    return switch (s) {
      case DISPUTED -> 0;
      case CORRECTED -> 1;
      case SUPERSEDED -> 2;
      case CORROBORATED -> 3;
      case SINGLE_SOURCE -> 4;
      case RETRACTED -> 5;
    };
  }

  private static int origins(Fact f) {
    return f.positions().stream().mapToInt(Position::origins).max().orElse(0);
  }

  private static int evidence(Fact f) {
    return f.positions().stream().mapToInt(p -> p.evidence().size() + p.evidenceFolded()).sum();
  }

  /** How many corroborated facts an article states. */
  private static Map<String, Integer> support(List<Fact> facts) {
    Map<String, Integer> out = new TreeMap<>();
    for (Fact f : facts) {
      for (Position p : f.positions()) {
        Set<String> uris = new TreeSet<>();
        p.evidence().forEach(e -> uris.add(e.article()));
        if (p.current() && p.origins() > 1) {
          uris.forEach(u -> out.merge(u, 1, Integer::sum));
        }
      }
    }
    return out;
  }

  private static @Nullable DigestRow best(List<DigestRow> digests, Map<String, Integer> support) {
    DigestRow best = null;
    int most = -1;
    for (DigestRow d : digests) {
      int n = support.getOrDefault(d.uri(), 0);
      if (d.use() == DigestRow.Use.USED && !d.headline().isEmpty() && n > most) {
        best = d;
        most = n;
      }
    }
    return best;
  }

  static @Nullable DigestRow firstWithHeadline(StoryWork work) {
    List<DigestRow> out = new ArrayList<>();
    work.scan(
        Tables.DIGESTS,
        (k, d) -> {
          if (d.use() == DigestRow.Use.USED && !d.headline().isEmpty()) {
            out.add(d);
          }
          return true;
        });
    out.sort(Comparator.comparing(DigestRow::time).thenComparing(DigestRow::uri));
    return out.isEmpty() ? null : out.get(0);
  }

  private static List<StoryState.ArticleRef> refs(List<DigestRow> digests) {
    List<StoryState.ArticleRef> out = new ArrayList<>();
    for (DigestRow d : digests.subList(Math.max(0, digests.size() - REFS), digests.size())) {
      out.add(
          new StoryState.ArticleRef(
              d.uri(),
              d.version(),
              d.provider(),
              d.assumed() ? null : d.origin(),
              d.copyOf(),
              d.headline(),
              d.latest()));
    }
    return out;
  }

  private static String gist(List<Fact> facts) {
    Fact best = null;
    for (Fact f : facts) {
      if (f.status() != FactStatus.RETRACTED
          && f.kind() != Kind.QUOTE
          && (best == null || rank(f) > rank(best))) {
        best = f;
      }
    }
    return best == null ? "" : best.gist();
  }

  private static int rank(Fact f) {
    return origins(f) * 2 + (f.kind() == Kind.EVENT ? 1 : 0);
  }

  private static List<String> names(List<DigestRow> digests, boolean people) {
    Map<String, Integer> counts = new TreeMap<>();
    for (DigestRow d : digests) {
      if (d.use() == DigestRow.Use.USED) {
        (people ? d.people() : d.places()).forEach(n -> counts.merge(n, 1, Integer::sum));
      }
    }
    List<Map.Entry<String, Integer>> order = new ArrayList<>(counts.entrySet());
    order.sort(
        Map.Entry.<String, Integer>comparingByValue()
            .reversed()
            .thenComparing(Map.Entry.comparingByKey()));
    Map<String, String> out = new LinkedHashMap<>();
    for (Map.Entry<String, Integer> e : order) {
      String key = people ? news.slugline.claim.text.NameKeys.key(e.getKey()) : e.getKey();
      if (out.size() < NAMES) {
        out.putIfAbsent(key, e.getKey());
      }
    }
    return List.copyOf(out.values());
  }

  private static List<String> sources(List<DigestRow> digests) {
    Set<String> out = new TreeSet<>();
    for (DigestRow d : digests) {
      if (d.use() == DigestRow.Use.USED) {
        out.add(d.provider());
      }
    }
    return List.copyOf(out);
  }

  private static List<String> origins(List<DigestRow> digests) {
    Map<String, String> out = new TreeMap<>();
    for (DigestRow d : digests) {
      if (d.use() == DigestRow.Use.USED) {
        out.merge(Origins.key(d.origin()), d.origin(), Origins::better);
      }
    }
    return out.values().stream().sorted().toList();
  }
}
