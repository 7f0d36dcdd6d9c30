package news.slugline.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a sentence only mentions stands beside the fact of it, and counts for nothing. */
class MentionTest {
  private static final String RAID =
      "Gunmen robbed the harbour bank in Larch on Monday and fled with two bags of cash.";

  private static final String MENTION =
      "Shops near the harbour bank in Larch stayed closed after the robbery, their owners said.";

  private static Fact robbery(String other) {
    List<Fact> facts = new Desk().factsOf(RAID, other);
    return facts.stream()
        .filter(f -> f.topicKey().equals("event:robbery/status"))
        .filter(f -> f.positions().get(0).evidence().get(0).text().contains("Gunmen"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aSentenceThatNamesTheEventStandsBesideIt() {
    Position p = robbery(MENTION).positions().get(0);
    assertThat(p.origins()).isOne();
    assertThat(p.evidence())
        .filteredOn(e -> !e.counts())
        .extracting(Evidence::text)
        .anyMatch(t -> t.contains("after the robbery"));
  }

  @Test
  void aSentenceOfAnotherMatterDoesNot() {
    String other = "Prosecutors in Elm opened an inquiry into the robbery of a jeweller in March.";
    assertThat(robbery(other).positions().get(0).evidence()).allMatch(Evidence::counts);
  }

  @Test
  void whatHappensAtAnotherHourDoesNot() {
    String one = "The funeral will be held Friday at 10 a.m. at Larch Baptist Church in Bergen.";
    String other =
        "The funeral mass will be held Friday at 2:30 p.m. at Birch Catholic Church in Bergen.";
    assertThat(new Desk().factsOf(one, other))
        .filteredOn(f -> f.topicKey().startsWith("event:funeral/"))
        .isNotEmpty()
        .allSatisfy(
            f ->
                assertThat(f.positions().stream().flatMap(p -> p.evidence().stream()))
                    .extracting(Evidence::article)
                    .containsOnly(f.positions().get(0).evidence().get(0).article()));
  }

  @Test
  void whatSomebodyIsQuotedAsTellingStandsBesideIt() {
    String quoted =
        "\"Gunmen came into the harbour bank in Larch on Monday and they fled with two bags,\" a clerk said.";
    Position p = robbery(quoted).positions().get(0);
    assertThat(p.origins()).isOne();
    assertThat(p.evidence())
        .filteredOn(e -> !e.counts())
        .extracting(Evidence::text)
        .anyMatch(t -> t.contains("they fled"));
  }

  @Test
  void twoQuotationsMakeNoFactOfWhatIsTold() {
    String one = "\"The wall came down on the parked cars near the mill,\" said Ada Berg.";
    String other = "\"The wall came down on the parked cars near the mill,\" Ada Berg said.";
    assertThat(new Desk().factsOf(one, other))
        .extracting(Fact::topicKey)
        .noneMatch(k -> k.startsWith("told|"));
  }

  @Test
  void twoWhoGiveAnotherHourDoNotCountTogether() {
    String one =
        "The summit on fire safety will begin at 11:30 on Saturday in Leeds, the city said.";
    String other =
        "The summit on fire safety will begin at 11:00 on Saturday in Leeds, the city said.";
    assertThat(new Desk().factsOf(one, other))
        .filteredOn(f -> f.topicKey().startsWith("told|") || f.topicKey().startsWith("said"))
        .flatExtracting(Fact::positions)
        .isNotEmpty()
        .allMatch(p -> p.origins() == 1);
  }
}
