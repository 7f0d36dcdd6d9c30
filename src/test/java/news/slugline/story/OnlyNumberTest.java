package news.slugline.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import news.slugline.claim.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What two desks each give one number of is one thing where the numbers are near each other, and
 * differing numbers of one day are a dispute.
 */
class OnlyNumberTest {
  private static final String PRIZE =
      "\"The Salt Mill\" by director Ida Moe won the main prize of the Larch film festival on"
          + " Saturday, the Larch festival's jury said. ";

  /** The facts that give one of the numbers, of two articles some hours apart. */
  private static List<Fact> facts(String x, String y, String a, String b, int hours) {
    Desk desk = new Desk();
    desk.arrive(Desk.article("a", "1", 0, PRIZE + a).build());
    desk.arrive(Desk.article("b", "1", hours, PRIZE + b).build());
    List<String> numbers = List.of(x, y);
    return desk.tick(hours + 1).facts().stream()
        .filter(f -> f.positions().stream().anyMatch(p -> numbers.contains(p.value())))
        .toList();
  }

  static Stream<Arguments> ofOne() {
    return Stream.of(
        arguments( // a noun that each counts once
            "22 film",
            "21 film",
            "Twenty-two films were in competition this year.",
            "The winner was chosen unanimously from 21 films."),
        arguments( // a distance
            "180 m",
            "250 m",
            "The red carpet ran on for 180 metres beyond the hall.",
            "Crowds waited behind barriers along 250 metres of the quay."),
        arguments( // an age of one who is named in one of them only
            "38 y",
            "39 y",
            "Director Ida Moe, 38, thanked her crew.",
            "The 39-year-old director thanked her crew."));
  }

  @ParameterizedTest
  @MethodSource("ofOne")
  void desksThatGiveOneNumberEachGiveItOfOneThing(String x, String y, String a, String b) {
    List<Fact> facts = facts(x, y, a, b, 3);
    assertThat(facts).singleElement().extracting(Fact::status).isEqualTo(FactStatus.DISPUTED);
    assertThat(facts.get(0).positions()).extracting(Position::value).contains(x, y);
    assertThat(facts(y, x, b, a, 3)).hasSize(1);
  }

  static Stream<Arguments> ofTwo() {
    return Stream.of(
        arguments( // one of them gives a second number of the noun
            "22 film",
            "21 film",
            "Twenty-two films were in competition this year.",
            "The winner was chosen from 21 films, and nine films came from students."),
        arguments( // too far apart
            "22 film",
            "60 film",
            "Twenty-two films were in competition this year.",
            "Some guests had made 60 films between them."),
        arguments( // few, of many things
            "4 screen",
            "5 screen",
            "Four screens broke down in the night.",
            "A new hall with five screens opens in May."),
        arguments( // how many there may be
            "118 guest",
            "120 guest",
            "He said the list named 118 guests.",
            "The hall is licensed to seat 120 guests."),
        arguments( // sums are of much
            "340000 EUR",
            "322000 EUR",
            "The prize is worth 340,000 euros.",
            "The town paid 322,000 euros for the fireworks."),
        arguments( // not yet so
            "340 seat",
            "350 seat",
            "The hall has 340 seats.",
            "The new hall could have 350 seats."));
  }

  @ParameterizedTest
  @MethodSource("ofTwo")
  void numbersThatMayBeOfTwoThingsAreTwoFacts(String x, String y, String a, String b) {
    assertThat(facts(x, y, a, b, 3)).hasSize(2);
    assertThat(facts(y, x, b, a, 3)).hasSize(2);
  }

  @Test
  void whatADayLaterHasGrownIsNoDispute() {
    List<Fact> facts =
        facts(
            "22 film",
            "21 film",
            "The festival has shown 21 films so far.",
            "The number of films has risen to 22 films.",
            40);
    assertThat(facts).extracting(Fact::status).doesNotContain(FactStatus.DISPUTED);
  }

  @Test
  void twoClockTimesOfWhatEachTimesOnceAreADispute() {
    Desk desk = new Desk();
    String crash = "A ferry ran aground off Larch on Monday, the Larch coast guard said. ";
    desk.arrive(Desk.article("a", "1", 0, crash + "The hull struck a rock at 10:52 a.m.").build());
    desk.arrive(Desk.article("b", "1", 1, crash + "It hit the reef at 11:15 a.m.").build());
    assertThat(
            desk.tick(2).facts().stream()
                .filter(f -> f.kind() == Kind.TIME)
                .filter(f -> f.positions().stream().anyMatch(p -> p.value().contains("T"))))
        .singleElement()
        .extracting(Fact::status)
        .isEqualTo(FactStatus.DISPUTED);
  }
}
