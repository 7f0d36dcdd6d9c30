package news.slugline.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import news.slugline.claim.Claim;
import news.slugline.claim.Kind;
import news.slugline.rows.InMemoryRows;
import news.slugline.rows.RowKey;
import news.slugline.rows.Rows;
import news.slugline.rows.Table;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an article costs, in rows read and written, does not grow with its story. */
class StoryCostTest {
  /** Counts every row that is read, seen in a scan, or written. */
  private static final class Counted implements Rows {
    private final Rows rows = new InMemoryRows();
    private long touched;

    @Override
    public <R extends Record> @Nullable R get(Table<R> table, RowKey key) {
      touched++;
      return rows.get(table, key);
    }

    @Override
    public <R extends Record> void put(Table<R> table, RowKey key, R row) {
      touched++;
      rows.put(table, key, row);
    }

    @Override
    public <R extends Record> void delete(Table<R> table, RowKey key) {
      touched++;
      rows.delete(table, key);
    }

    @Override
    public <R extends Record> void scan(Table<R> table, RowKey prefix, Visitor<R> visitor) {
      rows.scan(
          table,
          prefix,
          (k, r) -> {
            touched++;
            return visitor.visit(k, r);
          });
    }

    @Override
    public int clear(Table<?> table, RowKey prefix, int most) {
      int gone = rows.clear(table, prefix, most);
      touched += gone;
      return gone;
    }
  }

  private static Map<String, Claim> claims() {
    Map<String, Claim> out = new TreeMap<>();
    for (int i = 2; i < 8; i++) {
      out.put(
          "toll" + i,
          Desk.claim(
              Kind.QUANTITY, i + " died.", i + " killed", Desk.about("quake", "killed", null)));
      out.put("quote" + i, Desk.quote("the harbour lantern fell on violin " + i, "Jo Field"));
    }
    return out;
  }

  /** A leader of one key is no concern of those who share it but follow another for sure. */
  @Test
  void aNewLeaderDoesNotLetAllOfALargeFactLookAgain() {
    Map<String, Claim> claims = new TreeMap<>();
    claims.put("bare", Desk.quote("harbour lantern fell on violin", "Jo Field"));
    for (int i = 0; i < 600; i++) {
      String where = "meadow" + i % 40;
      claims.put("near" + i, Desk.quote("harbour lantern fell on violin " + where, "Jo Field"));
      String sale = where + " painter" + i + " orchard" + i + " quarry" + i;
      claims.put("sale" + i, Desk.quote(sale, "Jo Field"));
    }
    Counted rows = new Counted();
    Desk desk = new Desk(claims, rows);
    List<Long> costs = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      long before = rows.touched;
      String said = i == 0 ? "bare" : "near" + i;
      String[] lines = {said, "sale" + i, "number " + i};
      desk.arrive(Desk.article("u" + i, "1", i / 10, lines).provider("P" + i % 7).build());
      costs.add(rows.touched - before);
    }
    long early = costs.subList(100, 200).stream().mapToLong(c -> c).sum();
    long late = costs.subList(500, 600).stream().mapToLong(c -> c).sum();
    assertThat(late).isLessThan(early * 3 / 2);
  }

  @Test
  void aFloodOfCopiesCostsAsMuchAtItsEndAsAtItsBeginning() {
    Counted rows = new Counted();
    Desk desk = new Desk(claims(), rows);
    List<Long> costs = new ArrayList<>();
    StringBuilder words = new StringBuilder();
    for (int w = 0; w < 60; w++) {
      words.append(" word").append(w);
    }
    for (int i = 0; i < 1_200; i++) {
      long before = rows.touched;
      String[] lines = {
        "toll" + (2 + i % 6), "quote" + (2 + i % 5), words.toString(), "number " + i
      };
      desk.arrive(Desk.article("u" + i, "1", i / 10, lines).provider("P" + i % 7).build());
      costs.add(rows.touched - before);
    }
    long early = costs.subList(100, 200).stream().mapToLong(c -> c).sum();
    long late = costs.subList(1_100, 1_200).stream().mapToLong(c -> c).sum();
    assertThat(late).isLessThan(early * 3 / 2);
    StoryState s = desk.tick(100);
    assertThat(s.counts().articles()).isEqualTo(1_200);
    Fact toll = s.facts().stream().filter(f -> f.kind() == Kind.QUANTITY).findFirst().orElseThrow();
    int said = 0;
    for (Position p : toll.positions()) {
      said += p.evidence().size() + p.evidenceFolded();
    }
    assertThat(said).isEqualTo(1_200);
  }
}
