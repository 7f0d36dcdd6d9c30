package news.slugline.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Numbers of one thing that differ are positions of one fact; those of two things are two facts.
 */
class SameMeasureTest {
  private static final String VOTE =
      "Voters in Larch elected Ida Moe as mayor on Sunday, the Larch electoral board said. ";

  /** How many facts give one of the numbers. */
  private static int facts(String x, String y, String a, String b) {
    Desk desk = new Desk();
    desk.arrive(Desk.article("a", "1", 0, VOTE + a).build());
    desk.arrive(Desk.article("b", "1", 5, VOTE + b).build());
    List<String> numbers = List.of(x, y);
    return (int)
        desk.tick(6).facts().stream()
            .filter(f -> f.positions().stream().anyMatch(p -> numbers.contains(p.value())))
            .count();
  }

  static Stream<Arguments> ofOne() {
    return Stream.of(
        arguments(
            "64 %",
            "61 %",
            "The board put turnout at 64 percent.",
            "Voter turnout stood at 61 percent, an official said, the lowest since 1994."),
        arguments(
            "22 station",
            "21 station",
            "Some 22 polling stations opened late because of the snow.",
            "Snow kept 21 polling stations shut into the morning."));
  }

  @ParameterizedTest
  @MethodSource("ofOne")
  void numbersBesideTheSameWordsAreOfOneThing(String x, String y, String a, String b) {
    assertThat(facts(x, y, a, b)).isEqualTo(1);
    assertThat(facts(y, x, b, a)).isEqualTo(1);
  }

  static Stream<Arguments> ofTwo() {
    return Stream.of(
        arguments( // one text gives both
            "3.6 %",
            "3.2 %",
            "The board sees inflation at 3.6 percent this year.",
            "The board sees inflation at 3.6 percent this year and at 3.2 percent next year."),
        arguments( // few, of many things
            "2 helicopter",
            "3 helicopter",
            "The army sent two helicopters with ballot boxes.",
            "A firm of the district has three helicopters."),
        arguments( // other words beside
            "40 %",
            "38 %",
            "The winner promised to cut the fees of clinics by 40 percent.",
            "Unemployment among the young has reached 38 percent."));
  }

  @ParameterizedTest
  @MethodSource("ofTwo")
  void numbersOfTwoThingsAreTwoFacts(String x, String y, String a, String b) {
    assertThat(facts(x, y, a, b)).isEqualTo(2);
    assertThat(facts(y, x, b, a)).isEqualTo(2);
  }
}
