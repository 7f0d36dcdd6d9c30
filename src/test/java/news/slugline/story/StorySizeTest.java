package news.slugline.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import news.slugline.claim.Claim;
import news.slugline.claim.Kind;
import news.slugline.rows.RowKey;
import news.slugline.schema.Outputs;
import news.slugline.wire.PubStatus;
import news.slugline.wire.WireArticle;
import org.junit.jupiter.api.Test;

/** However large a story grows, what is sent of it stays within the design's bounds. */
class StorySizeTest {
  private static final int ARTICLES = 3_000;
  private static final int PEOPLE = 400;
  private static final int STATE = 1 << 20;
  private static final int UPDATE = 256 << 10;

  private static Map<String, Claim> claims() {
    Map<String, Claim> out = new TreeMap<>();
    for (int i = 0; i < PEOPLE; i++) {
      // Surnames that sound unlike each other.
      String name = "Person " + "Q" + (char) ('a' + i % 26) + "l" + (char) ('a' + i / 26) + "mber";
      String text = (name + " was there, and so was everybody else. ").repeat(12);
      for (int age = 30; age <= 40; age += 10) {
        out.put(
            i + " is " + age,
            Desk.claim(
                Kind.QUANTITY, text + age, age + " y", Desk.about("race", "age", name, name)));
      }
    }
    return out;
  }

  private static List<WireArticle> articles() {
    Random random = new Random(7);
    List<WireArticle> out = new ArrayList<>();
    for (int a = 0; a < ARTICLES; a++) {
      String[] lines = new String[3];
      for (int i = 0; i < lines.length; i++) {
        // Some people are told of by very many, most by few.
        int who = (int) (PEOPLE * Math.pow(random.nextDouble(), 2));
        lines[i] = who + " is " + (30 + 10 * random.nextInt(2));
      }
      out.add(Desk.article("u" + a, "1", a / 100, lines).provider("P" + a % 6).build());
    }
    return out;
  }

  @Test
  void theStateAndTheUpdatesOfAStoryOfThreeThousandArticlesStayBounded() throws IOException {
    Desk desk = new Desk(claims());
    List<WireArticle> articles = articles();
    articles.forEach(desk::arrive);
    StoryState s = desk.tick(100);
    assertThat(s.counts().articles()).isEqualTo(ARTICLES);
    assertThat(Outputs.toAvro(s).toByteBuffer().remaining()).isLessThan(STATE);
    assertThat(s.factsFolded()).isPositive();
    List<Fact> all = new ArrayList<>();
    Facts facts =
        new Facts("s1", desk.rows, new Articles(Memory.LEAST), Memory.LEAST.byObject(1_000));
    desk.rows.scan(Tables.FACTS, RowKey.of("s1"), (k, f) -> all.add(facts.get(k.part(1))));
    List<String> ranked = FactOrder.ranked(all).stream().map(Fact::factId).toList();
    assertThat(s.facts()).hasSize(all.size() - s.factsFolded());
    assertThat(s.facts())
        .as("the least supported ones are left out")
        .extracting(Fact::factId)
        .isEqualTo(ranked.subList(0, s.facts().size()));
    evidenceFoldsBeforeFactsDo(s, all);
    StoryFolder joined = StoryFolder.from(s);
    assertThat(joined.state()).as("what is folded folds no further").isEqualTo(s);
    desk.arrive(Desk.article("u0", "2", 101).pubStatus(PubStatus.CANCELED).build());
    for (StoryUpdate u : desk.updates) {
      assertThat(Outputs.toAvro(u).toByteBuffer().remaining()).isLessThan(UPDATE);
    }
    Collections.shuffle(articles, new Random(8));
    Desk other = new Desk(claims());
    articles.forEach(other::arrive);
    StoryState again = other.tick(100);
    assertThat(again.facts()).as("folding follows no order").isEqualTo(s.facts());
    assertThat(again.factsFolded()).isEqualTo(s.factsFolded());
  }

  /** From some fact on, a position has a piece of each origin or a few, and counts the others. */
  private static void evidenceFoldsBeforeFactsDo(StoryState s, List<Fact> all) {
    Map<String, Fact> whole = new TreeMap<>();
    all.forEach(f -> whole.put(f.factId(), f));
    int shown = 0;
    int fit = 0;
    int folded = 0;
    for (Fact f : s.facts()) {
      Fact of = Objects.requireNonNull(whole.get(f.factId()));
      shown += Folding.size(of);
      fit += shown < 700_000 ? 1 : 0;
      folded += f.equals(of) ? 0 : 1;
      assertThat(f.equals(of) || folded > 0).isTrue();
      assertThat(FactOrder.key(f)).isEqualTo(FactOrder.key(of));
      for (int i = 0; i < f.positions().size(); i++) {
        Position p = f.positions().get(i);
        Position was = of.positions().get(i);
        assertThat(p.withEvidence(List.of())).isEqualTo(was.withEvidence(List.of()));
        assertThat(p.evidence()).isSubsetOf(was.evidence());
        List<String> said = p.evidence().stream().map(Evidence::origin).toList();
        assertThat(said).containsAll(origins(was));
        assertThat(folded == 0 || said.size() <= 3 + origins(p).size())
            .as("one of each origin, or a few")
            .isTrue();
      }
    }
    assertThat(folded).isPositive();
    assertThat(s.facts()).as("more than would fit unfolded").hasSizeGreaterThan(fit);
  }

  private static List<String> origins(Position p) {
    return p.evidence().stream().map(Evidence::origin).distinct().toList();
  }

  @Test
  void whatCarriesAStatusIsKeptOfEachPosition() {
    Claim yes = Desk.quote("the harbour belongs to the lantern people", "Jo Field");
    Desk desk = new Desk(Map.of("q", yes));
    for (String uri : List.of("a", "b", "c", "d", "e", "f")) {
      String provider = uri.equals("f") ? "Other" : "One";
      desk.arrive(Desk.article(uri, "1", 1, "words of " + uri, "q").provider(provider).build());
    }
    desk.arrive(Desk.article("a", "2", 2).provider("One").pubStatus(PubStatus.CANCELED).build());
    Position p = desk.tick(3).facts().get(0).positions().get(0);
    assertThat(p.evidence())
        .extracting(Evidence::article)
        .containsExactly("a", "b", "c", "d", "e", "f");
    Position less = Folding.withoutMore(desk.tick(3).facts().get(0)).positions().get(0);
    assertThat(less.evidence())
        .as("the withdrawn piece, the first few, and the first of each origin")
        .extracting(Evidence::article)
        .containsExactly("a", "b", "c", "d", "f");
    assertThat(less.evidenceFolded()).isEqualTo(1);
    assertThat(less.origins()).isEqualTo(2);
  }
}
