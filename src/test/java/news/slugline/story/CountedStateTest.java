package news.slugline.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Counts of what is in one state, which go on or are told differently, and what only looks so. */
class CountedStateTest {
  private static final String GALE =
      "A gale that came in from the sea has struck the coast of Norland, the weather office in Larch"
          + " said. Ferries and schools in Norland stay shut until the gale ends. ";

  private static final String LATER =
      "Norland's coast was battered on by the gale from the sea, by the word of forecasters in Larch;"
          + " no ferry sails there and no school opens before the gale is over. ";

  static Stream<Arguments> newer() {
    return Stream.of(
        arguments(
            "280000 household",
            "~410000 home",
            "The gale tore off roofs, leaving 280,000 households without electricity.",
            "Some 410,000 homes were without power, a third of the country's total."),
        arguments(
            "~410000 home",
            "~150000 home",
            "Some 410,000 homes were without power, according to the grid operator Norgrid.",
            "Some 150,000 homes are still without power, grid operator Norgrid said."),
        arguments(
            "~65000 people",
            "82000 people",
            "Some 65,000 people were in 210 shelters by nightfall, said Ida Moe, who heads the guard.",
            "Ida Moe said 82,000 people had spent the night in shelters."),
        arguments(
            "~340 operation",
            "~1600 operation",
            "Some 340 operations were cancelled on Monday, Ida Moe said.",
            "The number of operations cancelled has risen to about 1,600, the clinics said."),
        arguments(
            "1200 ha",
            "3000 ha",
            "A fire that the gale fanned has burned 1,200 hectares of heath in Norland.",
            "About noon the fire in Norland had scorched 3,000 hectares."),
        arguments(
            "203 case",
            "215 case",
            "The guard told of 17 more cases of looting, bringing the total to 203.",
            "Ten more cases of looting were reported overnight. The total now stands at 215."),
        arguments(
            "203 case",
            "231 case",
            "The guard told of 17 more cases of looting, bringing the total to 203.",
            "The guard counted 12 new cases of looting on Tuesday. The coast now has 231."),
        arguments(
            "23 hospital",
            "31 hospital",
            "The gale crippled the computer systems of 23 hospitals in Norland on Monday.",
            "The guard spoke of a gale that has paralysed 31 hospitals."));
  }

  @ParameterizedTest(name = "{0}, then {1}")
  @MethodSource("newer")
  void aCountOfOneStateThatWentOnIsSuperseded(String old, String now, String a, String b) {
    List<Fact> facts = Desk.amounts(20, GALE + a, LATER + b);
    assertThat(Desk.stands(facts, old, FactStatus.SUPERSEDED)).as(facts.toString()).isTrue();
    assertThat(facts)
        .filteredOn(f -> Desk.stands(List.of(f), old, FactStatus.SUPERSEDED))
        .allMatch(f -> f.positions().stream().anyMatch(p -> p.value().equals(now) && p.current()));
  }

  static Stream<Arguments> others() {
    return Stream.of(
        arguments(
            "Some 3,400 homes in Vik were without power.",
            "Some 4,100 homes in Larkey were without power."),
        arguments(
            "About 340 flights were cancelled on Monday.",
            "About 410 flights were cancelled on Tuesday."),
        arguments(
            "Varn Air cancelled 85 flights on Monday.",
            "Varn Air said 60 flights were cancelled on Tuesday."),
        arguments(
            "The fever after the gale has infected 1,000 people in the country.",
            "The fever after the gale has infected 1,400 people worldwide."),
        arguments(
            "Some 300 people have been quarantined in Larch.",
            "In Larch 143 people are ill and 520 stay away."),
        arguments(
            "Some three million people were affected by the gale.",
            "Some two million children were affected by the gale."),
        arguments("About 340 flights have been cancelled.", "About 410 flights have been delayed."),
        arguments("Some 3,400 homes were without power.", "Some 4,100 people were without power."),
        arguments(
            "About 340 operations were cancelled.",
            "Another 410 operations were cancelled, the clinics said."),
        arguments(
            "About 340 operations were cancelled.",
            "About 410 operations could be cancelled, the clinics said."));
  }

  @ParameterizedTest(name = "{0} / {1}")
  @MethodSource("others")
  void countsOfTwoThingsStandInTwoFacts(String a, String b) {
    for (Fact f : Desk.amounts(20, GALE + a, LATER + b)) {
      assertThat(f.status()).as(f.toString()).isNotIn(FactStatus.SUPERSEDED, FactStatus.DISPUTED);
      assertThat(f.positions()).as(f.toString()).hasSize(1);
    }
  }

  @Test
  void theLowerNumberOfAnotherWhoIsNamedIsHeldAgainstTheFirst() {
    List<Fact> facts =
        Desk.amounts(
            24,
            GALE
                + "The clinics' president, Ruth Holm, said data of 2.4 million patients had been copied.",
            LATER + "Norcare said on Thursday that data of 1.9 million patients had been copied.");
    assertThat(Desk.stands(facts, "2400000", FactStatus.DISPUTED)).as(facts.toString()).isTrue();
    assertThat(Desk.stands(facts, "1900000", FactStatus.DISPUTED)).as(facts.toString()).isTrue();
  }

  @Test
  void twoPartiesNumbersOfWhatStaysAreDisputed() {
    List<Fact> facts =
        Desk.amounts(
            3,
            GALE + "The ferry had 212 people on board, according to Norland Lines.",
            LATER
                + "The ferry carried 212 people, Norland Lines said. The crews' union said that 240"
                + " people were on board.");
    assertThat(Desk.stands(facts, "212 people", FactStatus.DISPUTED)).as(facts.toString()).isTrue();
    assertThat(Desk.stands(facts, "240 people", FactStatus.DISPUTED)).as(facts.toString()).isTrue();
  }

  @Test
  void twoPartiesNumbersThatOneOriginGivesStandBesideEachOtherInOneFact() {
    List<Fact> facts =
        Desk.amounts(
            20,
            GALE
                + "Some 9,000 pilots are on strike, the Pilots' Union said. Norland Lines said 5,500"
                + " pilots had joined the strike.",
            LATER);
    assertThat(facts)
        .as(facts.toString())
        .anyMatch(
            f ->
                f.status() == FactStatus.SINGLE_SOURCE
                    && f.positions().stream()
                        .map(Position::value)
                        .toList()
                        .containsAll(List.of("~9000 pilot", "5500 pilot")));
  }

  @Test
  void theNumberOfAllIsNotThatOfThoseThatAreInAState() {
    List<Fact> facts =
        Desk.amounts(
            20,
            GALE + "Nine of the group's 22 hospitals were hit.",
            LATER + "The gale has hit 31 hospitals.");
    assertThat(facts)
        .as(facts.toString())
        .flatExtracting(Fact::positions)
        .extracting(Position::value)
        .doesNotContain("22 hospital");
  }

  @Test
  void whereOperationsAreCalledOffNoHospitalIs() {
    List<Fact> facts =
        Desk.amounts(
            20,
            GALE + "Operations were called off at three hospitals.",
            LATER + "The guard cancelled 45 flights.");
    assertThat(facts).as(facts.toString()).noneMatch(f -> f.topicKey().contains("hospital cancel"));
  }

  @Test
  void aCountThatSomebodySaidHadGrownIsNewer() {
    List<Fact> facts =
        Desk.amounts(
            8,
            GALE + "Ida Moe said 131 people had been rescued.",
            LATER + "So far 148 people have been rescued, Ida Moe said.");
    assertThat(Desk.stands(facts, "131 people", FactStatus.SUPERSEDED))
        .as(facts.toString())
        .isTrue();
  }
}
