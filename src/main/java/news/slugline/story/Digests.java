package news.slugline.story;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import news.slugline.rows.RowKey;
import news.slugline.rows.Rows;
import org.jspecify.annotations.Nullable;

/** The digests of one story's articles while one input is applied, and whose claims are whose. */
final class Digests {
  private final String story;
  private final Rows rows;
  private final Ranking ranking;
  private final Owing owing;

  /** As they stand; a fact's claims ask for the same ones again and again. */
  private final Map<String, Optional<DigestRow>> known = new HashMap<>();

  Digests(String story, Rows rows, Ranking ranking, Owing owing) {
    this.story = story;
    this.rows = rows;
    this.ranking = ranking;
    this.owing = owing;
  }

  @Nullable DigestRow get(String uri) {
    return known
        .computeIfAbsent(
            uri, u -> Optional.ofNullable(rows.get(Tables.DIGESTS, RowKey.of(story, u))))
        .orElse(null);
  }

  DigestRow required(String uri) {
    return Objects.requireNonNull(get(uri), uri);
  }

  void put(DigestRow d) {
    owing.article(d.uri());
    known.put(d.uri(), Optional.of(d));
    rows.put(Tables.DIGESTS, RowKey.of(story, d.uri()), d);
  }

  /** Puts a digest in the place of another, also in what is counted of them. */
  void replace(DigestRow old, DigestRow now) {
    ranking.count(old, -1);
    put(now);
    ranking.count(now, 1);
  }

  void delete(String uri) {
    owing.article(uri);
    known.put(uri, Optional.empty());
    rows.delete(Tables.DIGESTS, RowKey.of(story, uri));
  }

  /** A claim with who is behind it. */
  Member member(NodeRow n) {
    DigestRow d = get(n.uri());
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
}
