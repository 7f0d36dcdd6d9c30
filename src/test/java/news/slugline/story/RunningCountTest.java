package news.slugline.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Numbers of one thing under other words, other numbers of one thing, and what only looks like it.
 */
class RunningCountTest {
  private static final String FEVER =
      "A fever that came with the summer rains has spread in Norland, the health office in Larch"
          + " said. Schools in Larch stay shut until the rains end. ";

  /** Of the same, by somebody who has asked others. */
  private static final String RAINS =
      "Norland's health office in Larch tells of a fever that spreads since the summer rains began."
          + " Ole Quist, a ferryman, was the first in Larch who fell ill of the fever. ";

  static Stream<Arguments> sameNumbers() {
    return Stream.of(
        arguments(
            "15 y",
            FEVER + "Ida Moe, a 15-year veteran of the health office, runs the wards.",
            RAINS + "She has worked for the health office for 15 years."),
        arguments(
            "340000 ",
            FEVER + "The appeal by Kurt Holm on Norland Radio drew 340,000 viewers on Sunday.",
            RAINS + "Some people sat up late; 340,000 people watched the appeal on Sunday."));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("sameNumbers")
  void oneNumberOfOneThingIsOneFactWhateverTheWords(String value, String a, String b) {
    for (List<Fact> facts : List.of(Desk.amounts(5, a, b), Desk.amounts(5, b, a))) {
      assertThat(Desk.stands(facts, value, FactStatus.CORROBORATED)).as(facts.toString()).isTrue();
    }
  }

  static Stream<Arguments> newer() {
    return Stream.of(
        arguments(
            "203 case",
            "215 case",
            FEVER + "Doctors have found 203 cases of the fever in Norland.",
            FEVER + "The number of cases of the fever in Norland rose to 215 cases on Sunday."),
        arguments(
            "203 case",
            "215 case",
            FEVER + "The health office told of 17 more cases, bringing the total to 203.",
            FEVER + "The health office told of 12 new cases, bringing the total to 215."),
        arguments(
            "30 village",
            "39 village",
            FEVER + "The fever has reached 30 villages in the north of Norland.",
            FEVER + "The fever has now reached 39 villages in the north, up from 30."));
  }

  @ParameterizedTest(name = "{0}, then {1}")
  @MethodSource("newer")
  void aCountThatWentOnIsSuperseded(String old, String now, String a, String b) {
    List<Fact> facts = Desk.amounts(50, a, b);
    assertThat(Desk.stands(facts, old, FactStatus.SUPERSEDED)).as(facts.toString()).isTrue();
    assertThat(facts)
        .filteredOn(f -> Desk.stands(List.of(f), old, FactStatus.SUPERSEDED))
        .allMatch(f -> f.positions().stream().anyMatch(p -> p.value().equals(now) && p.current()));
  }

  static Stream<Arguments> others() {
    return Stream.of(
        arguments(
            FEVER + "Doctors have found 203 cases of the fever in Norland.",
            FEVER + "Doctors have now found 215 cases of the fever in Sudland."),
        arguments(
            FEVER + "Doctors have found 33 cases of the fever in Norland.",
            FEVER + "Doctors have now found 44 new cases of the fever in Norland."),
        arguments(
            FEVER + "The fever was found in Norland in 12 of the 30 villages.",
            FEVER + "The fever has now been found in Norland in 30 villages."),
        arguments(
            FEVER + "Ida Moe serves at least four years in prison before parole.",
            FEVER + "Ole Berg was now given nine years in prison before the fever came."),
        arguments(
            FEVER + "Suspected cases of the fever in Norland number 203 suspected cases.",
            FEVER + "Confirmed cases in Norland now stand at 215 confirmed cases of the fever."));
  }

  @ParameterizedTest(name = "{0} / {1}")
  @MethodSource("others")
  void numbersOfTwoThingsStandInTwoFacts(String a, String b) {
    for (Fact f : Desk.amounts(50, a, b)) {
      assertThat(f.status()).as(f.toString()).isNotIn(FactStatus.SUPERSEDED, FactStatus.DISPUTED);
      assertThat(f.positions()).as(f.toString()).hasSize(1);
    }
  }
}
