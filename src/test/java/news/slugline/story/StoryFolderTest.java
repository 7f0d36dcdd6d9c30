package news.slugline.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import news.slugline.claim.Claim;
import news.slugline.claim.EventStatus;
import news.slugline.claim.Kind;
import news.slugline.wire.PubStatus;
import news.slugline.wire.WireArticle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoryFolderTest {
  @Test
  void foldingUpdatesFromTheFirstGivesTheSettledState() {
    for (int seed = 0; seed < 150; seed++) {
      Random random = new Random(seed);
      Map<String, Claim> claims = LedgerOrderTest.claims(random);
      List<WireArticle> versions =
          LedgerOrderTest.versions(random, new ArrayList<>(claims.keySet()));
      Collections.shuffle(versions, random);
      Desk desk = new Desk(claims);
      StoryFolder folder = StoryFolder.of("s1");
      StoryFolder joined = null;
      int seen = 0;
      for (WireArticle a : versions) {
        desk.arrive(a);
        StoryState settled = desk.tick(random.nextInt(40));
        for (StoryUpdate u : desk.updates.subList(seen, desk.updates.size())) {
          folder.apply(u);
          if (joined != null) {
            joined.apply(u);
          }
        }
        seen = desk.updates.size();
        assertThat(folder.state()).as("seed %d", seed).isEqualTo(settled);
        if (joined != null) {
          assertThat(joined.state()).as("seed %d, from a state", seed).isEqualTo(settled);
        } else if (random.nextInt(3) == 0) {
          joined = StoryFolder.from(settled);
        }
      }
    }
  }

  @Test
  void aMergeTooLargeForOneUpdateIsToldByTheNextOnes() {
    Map<String, Claim> claims = new TreeMap<>();
    for (int i = 0; i < 600; i++) {
      String text = "turnip" + i + " lantern" + i + " glacier" + i + " " + "orchard ".repeat(80);
      claims.put("q" + i, Desk.quote(text, "Jo Field"));
    }
    Desk desk = new Desk(claims);
    for (int i = 0; i < 600; i++) {
      desk.arrive("s2", Desk.article("u" + i, "1", 1, "q" + i).build());
    }
    desk.apply("s2", new StoryInput.Absorbed("s1", Desk.START));
    desk.apply("s1", new StoryInput.Absorb("s2", Desk.START));
    StoryState settled = desk.tick(2);
    for (int i = 0; i < 30; i++) {
      settled = desk.tick(2);
    }
    StoryFolder folder = StoryFolder.of("s1");
    List<StoryUpdate> own = desk.updates.stream().filter(u -> u.storyId().equals("s1")).toList();
    own.forEach(folder::apply);
    assertThat(own.get(0).owed()).isPositive();
    assertThat(own.get(own.size() - 1).owed()).isZero();
    assertThat(own.size()).isLessThan(20);
    assertThat(folder.state()).isEqualTo(settled);
    assertThat(own)
        .allMatch(u -> u.facts().stream().mapToInt(Folding::size).sum() <= Folding.UPDATE_ROWS);
  }

  @Test
  void anUpdateOutOfTurnIsRefused() {
    Desk desk = new Desk(Map.of());
    desk.arrive(Desk.article("a", "1", 0).build());
    desk.arrive(Desk.article("b", "1", 1).build());
    StoryFolder folder = StoryFolder.of("s1");
    assertThatThrownBy(() -> folder.apply(desk.updates.get(1)))
        .hasMessageContaining("revision 0, the update 2");
    folder.apply(desk.updates.get(0));
    folder.apply(desk.updates.get(0));
    assertThat(folder.revision()).isEqualTo(1);
  }

  @Test
  void theStateAsOfATimeIsThatOfTheUpdatesUpToIt() {
    Desk desk = new Desk(Map.of());
    desk.arrive(Desk.article("a", "1", 0).build());
    desk.arrive(Desk.article("b", "1", 3).build());
    assertThat(StoryFolder.asOf(desk.updates, Desk.START.minusSeconds(1))).isNull();
    StoryState early = StoryFolder.asOf(desk.updates, Desk.START.plusSeconds(60));
    assertThat(early).isNotNull();
    assertThat(early.articles()).extracting(StoryState.ArticleRef::uri).containsExactly("a");
    assertThat(StoryFolder.at(desk.updates, 2)).isNotNull();
    assertThat(StoryFolder.at(desk.updates, 3)).isNull();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void noWordOfAWithdrawnArticleIsShownInItsPast(boolean killed) {
    Claim quote = Desk.quote("the harbour belongs to the lantern people", "Jo Field");
    Claim age = Desk.claim(Kind.QUANTITY, "Field is 44.", "44 y", Desk.about("", "age", "Field"));
    Desk desk = new Desk(Map.of("q", quote, "a", age));
    desk.arrive(Desk.article("secret", "1", 0, "q", "a").headline("Lantern scandal").build());
    desk.arrive(Desk.article("other", "1", 1, "a").headline("Field is forty four").build());
    WireArticle.Builder last = Desk.article("secret", "2", 2);
    last.pubStatus(killed ? PubStatus.CANCELED : PubStatus.WITHHELD);
    desk.arrive(last.build());
    Withdrawn withdrawn = Withdrawn.of(desk.updates);
    StoryState past = StoryFolder.at(desk.updates, 2);
    assertThat(past).isNotNull();
    String shown = withdrawn.hide(past).toString();
    assertThat(shown).doesNotContainIgnoringCase("lantern").contains("Field is 44");
    for (StoryUpdate u : desk.updates) {
      assertThat(withdrawn.hide(u).toString()).doesNotContainIgnoringCase("lantern");
    }
    assertThat(past.toString()).containsIgnoringCase("lantern");
  }

  /** What sentences tell of one happening has the words of one of them as its value. */
  @Test
  void aToldFactDoesNotKeepTheWordsOfAWithdrawnArticle() {
    String lost = "Fire destroyed the Port Alma lantern factory and the glacier museum beside it";
    Claim told = Desk.told(lost + " after 94 years.", EventStatus.OCCURRED, "Port Alma");
    Claim other =
        Desk.told(lost.replace("destroyed", "ruined") + ".", EventStatus.OCCURRED, "Port Alma");
    Desk desk = new Desk(Map.of("t", told, "o", other));
    desk.arrive(Desk.article("secret", "1", 0, "t").provider("A").build());
    desk.arrive(Desk.article("other", "1", 1, "o").provider("B").build());
    StoryState before = StoryFolder.at(desk.updates, 2);
    assertThat(before).isNotNull();
    assertThat(before.facts()).as("one told fact of two origins").hasSize(1);
    assertThat(before.toString()).contains("94 years");
    desk.arrive(Desk.article("secret", "2", 2).pubStatus(PubStatus.CANCELED).build());
    assertThat(Withdrawn.of(desk.updates).hide(before).toString()).doesNotContain("94 years");
  }
}
