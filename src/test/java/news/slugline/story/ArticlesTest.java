package news.slugline.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import news.slugline.claim.Claim;
import news.slugline.rows.InMemoryRows;
import news.slugline.rows.Packed;
import news.slugline.rows.RowKey;
import news.slugline.wire.PubStatus;
import org.junit.jupiter.api.Test;

class ArticlesTest {
  private final InMemoryRows rows = new InMemoryRows();
  private final Articles articles = new Articles(Memory.LEAST);
  private final List<Claim> claims =
      LedgerOrderTest.claims(new Random(1)).values().stream()
          .sorted((a, b) -> Integer.compare(a.span().start(), b.span().start()))
          .toList();

  private ArticleRow.Version version(String number, List<Claim> of) {
    return new ArticleRow.Version(
        number,
        "2026-03-02T08:00:00Z",
        "North Wire",
        "",
        null,
        PubStatus.USABLE,
        false,
        false,
        List.of(),
        List.of(),
        Scene.NONE,
        List.of(),
        List.of(),
        Packed.copyOf(of));
  }

  private ArticleRow read(String uri) {
    ArticleRow row = new Articles(Memory.LEAST).get("s", uri, rows);
    assertThat(row).isNotNull();
    return row;
  }

  @Test
  void anArticleIsReadBackAsItWas() {
    ArticleRow row = new ArticleRow("a", List.of(version("1", claims)));
    articles.put("s", row, rows);
    assertThat(claims).hasSizeGreaterThan(32);
    assertThat(read("a")).isEqualTo(row);
  }

  @Test
  void ofALookOnlyAFewClaimsAreRead() {
    articles.put("s", new ArticleRow("a", List.of(version("1", claims))), rows);
    int parts = rows.size(Tables.CLAIMS);
    List<RowKey> keys = new ArrayList<>();
    rows.scan(Tables.CLAIMS, RowKey.of("s"), (k, c) -> keys.add(k));
    Claim last = claims.get(claims.size() - 1);
    keys.forEach(
        k -> {
          if (!java.util.Objects.requireNonNull(rows.get(Tables.CLAIMS, k))
              .claims()
              .contains(last)) {
            rows.delete(Tables.CLAIMS, k);
          }
        });
    assertThat(rows.size(Tables.CLAIMS)).isOne().isLessThan(parts);
    assertThat(read("a").versions().get(0).claims().get(claims.size() - 1)).isEqualTo(last);
  }

  /** What is remembered of claims is known by their objects, and equal rows may be one object. */
  @Test
  void rowsOfTwoCopiesAreNotEqual() {
    for (String uri : List.of("a", "b")) {
      articles.put(
          "s", new ArticleRow(uri, List.of(version("2", claims), version("1", claims))), rows);
    }
    List<Tables.ClaimsRow> all = new ArrayList<>();
    rows.scan(Tables.CLAIMS, RowKey.of("s"), (k, c) -> all.add(c));
    assertThat(all).hasSizeGreaterThan(8);
    assertThat(all.stream().filter(r -> r.claims().size() == all.get(0).claims().size()))
        .doesNotHaveDuplicates();
  }

  @Test
  void aVersionThatIsCutLosesTheRestOfItsClaims() {
    articles.put("s", new ArticleRow("a", List.of(version("1", claims))), rows);
    int before = rows.size(Tables.CLAIMS);
    ArticleRow.Version old = read("a").versions().get(0);
    ArticleRow cut =
        new ArticleRow("a", List.of(version("2", List.of()), old.withClaims(claims.subList(0, 3))));
    articles.put("s", cut, rows);
    assertThat(rows.size(Tables.CLAIMS)).isOne().isLessThan(before);
    assertThat(read("a")).isEqualTo(cut);
  }

  @Test
  void anArticleThatGoesLeavesNoRows() {
    articles.put("s", new ArticleRow("a", List.of(version("1", claims))), rows);
    articles.delete("s", "a", rows);
    assertThat(rows.size(Tables.ARTICLES) + rows.size(Tables.CLAIMS)).isZero();
  }

  @Test
  void anArticleThatIsAloneIsOneRow() {
    ArticleRow row = new ArticleRow("a", List.of(version("1", claims)));
    articles.put("s", row, rows);
    articles.putAlone("s", row, rows);
    assertThat(rows.size(Tables.ARTICLES)).isOne();
    assertThat(rows.size(Tables.CLAIMS)).isZero();
    assertThat(read("a")).isEqualTo(row);
    articles.put("s", read("a"), rows);
    assertThat(rows.size(Tables.CLAIMS)).isGreaterThan(1);
    assertThat(read("a")).isEqualTo(row);
  }
}
