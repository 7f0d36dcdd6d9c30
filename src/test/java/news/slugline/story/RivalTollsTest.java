package news.slugline.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Tolls of two parties who each keep to their own, and tolls that only grow. */
class RivalTollsTest {
  private static final String GUNS =
      "Guns from the hills shelled the market of Larch in Norland on Monday. ";
  private static final String ROUND =
      "It was market day in Larch when Norland's worst bombardment of the spring began on Monday. ";
  private static final String AFTER =
      "Stalls stood open again in Larch two days after the shelling of its market. ";

  private static List<Fact> killed(String... bodies) {
    Desk desk = new Desk();
    for (int i = 0; i < bodies.length; i++) {
      desk.arrive(Desk.article("a" + i, "1", i * 12, bodies[i]).build());
    }
    return desk.tick(100).facts().stream().filter(f -> f.topicKey().endsWith("killed")).toList();
  }

  private static boolean stands(List<Fact> facts, String value, FactStatus status) {
    return facts.stream()
        .flatMap(f -> f.positions().stream())
        .anyMatch(p -> p.value().equals(value) && p.status() == status);
  }

  @Test
  void aTollThatItsSourceRepeatsAfterAHigherOneIsDisputed() {
    List<Fact> facts =
        killed(
            GUNS + "The shelling killed four people, the defence ministry said.",
            ROUND + "The shelling killed 19 people, doctors said.",
            AFTER + "The shelling killed four people, the defence ministry said on Tuesday.");
    assertThat(stands(facts, "4 killed", FactStatus.DISPUTED)).as(facts.toString()).isTrue();
    assertThat(stands(facts, "19 killed", FactStatus.DISPUTED)).as(facts.toString()).isTrue();
  }

  @Test
  void tollsThatOneArticleGivesAsThoseOfTwoPartiesAreDisputed() {
    List<Fact> facts =
        killed(
            GUNS + "The shelling killed four people, the defence ministry said.",
            ROUND + "The shelling killed 19 people, doctors said.",
            AFTER
                + "The shelling killed 19 people, doctors said. The defence ministry puts the death"
                + " toll at four.");
    assertThat(stands(facts, "4 killed", FactStatus.DISPUTED)).as(facts.toString()).isTrue();
    assertThat(stands(facts, "19 killed", FactStatus.DISPUTED)).as(facts.toString()).isTrue();
  }

  private static final String BOTH =
      ROUND
          + "The shelling killed nine people, the rebels said. The defence ministry puts the death"
          + " toll at four.";

  @Test
  void aTollThatItsOwnSourceRaisedIsNotKeptUpAgainstItsRivals() {
    List<Fact> facts =
        killed(
            GUNS + "The shelling killed four people, the defence ministry said.",
            BOTH,
            AFTER + "The shelling killed seven people, the defence ministry said on Tuesday.");
    assertThat(stands(facts, "4 killed", FactStatus.SUPERSEDED)).as(facts.toString()).isTrue();
    assertThat(stands(facts, "9 killed", FactStatus.DISPUTED)).as(facts.toString()).isTrue();
    assertThat(stands(facts, "7 killed", FactStatus.DISPUTED)).as(facts.toString()).isTrue();
  }

  @Test
  void aPartysTollIsNotSupersededByItsRivals() {
    List<Fact> facts =
        killed(
            GUNS + "The shelling killed four people, the defence ministry said.",
            BOTH,
            AFTER + "The shelling killed 11 people, the defence ministry said on Tuesday.");
    assertThat(stands(facts, "4 killed", FactStatus.SUPERSEDED)).as(facts.toString()).isTrue();
    assertThat(stands(facts, "9 killed", FactStatus.DISPUTED)).as(facts.toString()).isTrue();
    assertThat(stands(facts, "11 killed", FactStatus.DISPUTED)).as(facts.toString()).isTrue();
  }

  @Test
  void aNewerTollOfOneWhoIsNeitherTakesThePlaceOfBoth() {
    List<Fact> facts =
        killed(
            GUNS + "The shelling killed four people, the defence ministry said.",
            BOTH,
            AFTER + "The shelling killed 13 people, doctors said on Tuesday.");
    assertThat(stands(facts, "4 killed", FactStatus.SUPERSEDED)).as(facts.toString()).isTrue();
    assertThat(stands(facts, "9 killed", FactStatus.SUPERSEDED)).as(facts.toString()).isTrue();
    assertThat(stands(facts, "13 killed", FactStatus.SINGLE_SOURCE)).as(facts.toString()).isTrue();
  }

  @Test
  void twoPartiesTollsThatOneOriginGivesAreDisputedOnceAnotherTellsOfOne() {
    List<Fact> facts = killed(GUNS + "The shelling killed nine people, the rebels said.", BOTH);
    assertThat(stands(facts, "9 killed", FactStatus.DISPUTED)).as(facts.toString()).isTrue();
    assertThat(stands(facts, "4 killed", FactStatus.DISPUTED)).as(facts.toString()).isTrue();
  }

  @Test
  void aTollThatGrewIsSupersededWhoeverGaveIt() {
    List<Fact> facts =
        killed(
            GUNS + "The shelling killed four people, the defence ministry said.",
            ROUND + "The shelling killed 19 people, doctors said.",
            AFTER
                + "The shelling killed 19 people, doctors said. The defence ministry had initially"
                + " put the death toll at four.");
    assertThat(stands(facts, "4 killed", FactStatus.SUPERSEDED)).as(facts.toString()).isTrue();
  }

  @Test
  void theDayOnWhichATollIsToldDatesNoOtherEvent() {
    List<Fact> facts =
        killed(
            GUNS + "The shelling of Larch killed 11 people, the coast guard said on Monday.",
            ROUND + "The shelling of Larch killed 24 people, the coast guard said on Tuesday.",
            AFTER + "The death toll of the shelling of Larch rose to 31 on Wednesday.");
    assertThat(facts).as(facts.toString()).hasSize(1);
    assertThat(stands(facts, "11 killed", FactStatus.SUPERSEDED)).isTrue();
    assertThat(stands(facts, "24 killed", FactStatus.SUPERSEDED)).isTrue();
  }
}
