package news.slugline.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Claims that meet by a value that tells of what it is, and values that tell nothing. */
class SameValueTest {
  /** Of what both copies of a story are about. */
  private static final String PRIZE =
      "The singer Ida Moe will present the Harbour Prizes in Larch, the Harbour Academy said. ";

  private static final String SHOT =
      "A guard was shot in a bank in Larch on Sunday night, police said. ";

  private static List<Position> positions(String a, String b) {
    Desk desk = new Desk();
    desk.arrive(Desk.article("a", "1", 0, a).build());
    desk.arrive(Desk.article("b", "1", 5, b).build());
    List<Position> out = new ArrayList<>();
    desk.tick(6).facts().stream()
        .filter(f -> !f.topicKey().startsWith("told") && !f.topicKey().startsWith("said by"))
        .forEach(f -> out.addAll(f.positions()));
    return out;
  }

  /** How many origins at most say so in one position. */
  private static int most(String value, String a, String b) {
    return positions(a, b).stream()
        .filter(p -> p.value().contains(value))
        .mapToInt(Position::origins)
        .max()
        .orElse(0);
  }

  static Stream<Arguments> values() {
    return Stream.of(
        arguments(
            "a day weeks ahead",
            "2026-04-19",
            PRIZE + "The ceremony will take place in Larch on April 19.",
            PRIZE + "Channel Nine will broadcast the show on April 19."),
        arguments(
            "a clock time to the minute",
            "19:38",
            SHOT + "Officers were dispatched to the bank at 7:38 p.m. on Sunday.",
            SHOT + "The shooting began at 7:38 p.m. on Sunday."),
        arguments(
            "a house by name",
            "Harbour Theatre",
            PRIZE + "The ceremony of the academy will take place at the Harbour Theatre.",
            PRIZE + "Moe will greet the members of the academy at the Harbour Theatre."),
        arguments(
            "a count that is not round",
            "46 ",
            PRIZE + "The show of the prizes was seen in 46 countries last year.",
            PRIZE + "Last year the prizes reached 46 countries, the academy said."),
        arguments(
            "workers by the posts they lose",
            "640 ",
            SHOT + "The bank is to close its offices with the loss of 640 jobs.",
            SHOT + "All 640 workers of the bank will be laid off by June."),
        arguments(
            "a sum of three figures",
            "146000000 ",
            SHOT + "The bank reported a pretax profit of 146 million euros for 2025.",
            SHOT + "Last year it earned 146 million euros before tax."),
        arguments(
            "the age of one whom only one names",
            "53 y",
            SHOT + "The guard, Nils Dahl, 53, was shot twice.",
            SHOT + "The 53-year-old guard had worked there for years."));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("values")
  void whatIsToldOfOneThingByItsValueIsOne(String what, String value, String a, String b) {
    assertThat(most(value, a, b)).isEqualTo(2);
    assertThat(most(value, b, a)).isEqualTo(2);
  }

  static Stream<Arguments> others() {
    return Stream.of(
        arguments(
            "a day of the week of writing",
            "2026-03-04",
            PRIZE + "Moe will rehearse with the orchestra on March 4.",
            PRIZE + "Union members vote on the pay of stage hands on March 4."),
        arguments(
            "a day long past, of two things",
            "2025-06-24",
            SHOT + "The bank was sold to a rival on June 24, 2025.",
            SHOT + "The mayor, Odd Berg, was elected on June 24, 2025."),
        arguments(
            "a house, of two things",
            "Larch Hospital",
            SHOT + "The guard was pronounced dead at Larch Hospital.",
            SHOT + "Ida Moe, a clerk at Larch Hospital, knew his wife."),
        arguments(
            "a full hour, of two things",
            "17:00",
            SHOT + "The vigil for the guard starts at 5 p.m. on Wednesday.",
            SHOT + "The council meets at 5 p.m. on Thursday to debate cameras."),
        arguments(
            "a count of players' points",
            "23 ",
            PRIZE + "Odd Berg scored 23 points in the final of the cup.",
            PRIZE + "Nils Dahl scored 23 points in the opening game."));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("others")
  void whatOnlySharesAValueIsNot(String what, String value, String a, String b) {
    assertThat(most(value, a, b)).isLessThan(2);
    assertThat(most(value, b, a)).isLessThan(2);
  }

  /** The day of the show does not stand against that of the vote that it was told beside. */
  @Test
  void whatIsJoinedByItsValueDisputesNothing() {
    Desk desk = new Desk();
    desk.arrive(
        Desk.article("a", "1", 0, PRIZE + "The ceremony will take place in Larch on April 19.")
            .build());
    desk.arrive(
        Desk.article("b", "1", 5, PRIZE + "Channel Nine will broadcast the show on April 19.")
            .build());
    desk.arrive(
        Desk.article("c", "1", 9, PRIZE + "Channel Nine will broadcast the show on April 26.")
            .build());
    assertThat(desk.tick(10).facts()).noneMatch(f -> f.status() == FactStatus.DISPUTED);
  }

  @Test
  void aTermIsNoOtherTermThatIsLongEnough() {
    String case1 = "A driver who struck and killed a rider in Larch has been sentenced to serve ";
    List<Position> all =
        positions(
            case1 + "at least seven years in prison before he may seek parole.",
            case1 + "20 years in prison before he may seek parole.");
    assertThat(all).filteredOn(p -> p.value().endsWith(" y")).hasSize(2);
    Desk desk = new Desk();
    desk.arrive(
        Desk.article("a", "1", 0, case1 + "at least seven years in prison before parole.").build());
    desk.arrive(Desk.article("b", "1", 5, case1 + "20 years in prison before parole.").build());
    assertThat(desk.tick(6).facts())
        .filteredOn(f -> f.topicKey().contains("amount:y"))
        .allMatch(f -> f.positions().size() == 1);
  }

  /** "About 4:30 a.m.", "around 4.45": what each article says once of when it was. */
  @Test
  void twoClocksNearEachOtherAreOfOneThing() {
    Desk desk = new Desk();
    desk.arrive(
        Desk.article("a", "1", 0, SHOT + "The guard was found at 9:14 p.m. on Sunday.").build());
    desk.arrive(
        Desk.article("b", "1", 5, SHOT + "It happened at 9:35 p.m. on Sunday, the bank said.")
            .build());
    desk.arrive(
        Desk.article("c", "1", 9, SHOT + "It opens at 9 a.m. and shuts at 9:40 p.m. on Sunday.")
            .build());
    assertThat(desk.tick(10).facts())
        .filteredOn(f -> f.positions().stream().anyMatch(p -> p.value().contains("T21:14")))
        .singleElement()
        .satisfies(
            f ->
                assertThat(f.positions().stream().map(p -> p.value().substring(11, 16)))
                    .containsExactlyInAnyOrder("21:14", "21:35"));
  }

  /** "Since the attacks of May 11" is read of the year of writing, whichever it was. */
  @Test
  void aDayWithoutItsYearDisputesNoHistory() {
    Desk desk = new Desk();
    String fire = "A fire killed nine guards in Larch, the deadliest day for guards since the ";
    desk.arrive(Desk.article("a", "1", 0, fire + "attacks of Feb. 11.").build());
    desk.arrive(Desk.article("b", "1", 5, fire + "attacks of Feb. 11, 2001.").build());
    assertThat(desk.tick(6).facts()).noneMatch(f -> f.status() == FactStatus.DISPUTED);
  }

  /** "4 mg or 10 mg" was no change of mind. */
  @Test
  void anOriginThatGivesBothValuesRevisesNeither() {
    String study = "The new drug for heart patients is given in Larch in a daily dose of ";
    Desk desk = new Desk();
    desk.arrive(
        Desk.article("a", "1", 0, study + "4 mg, the hospital said. " + study + "10 mg for men.")
            .build());
    desk.arrive(Desk.article("b", "1", 30, study + "10 mg, the hospital said.").build());
    assertThat(desk.tick(31).facts()).noneMatch(f -> f.status() == FactStatus.SUPERSEDED);
  }
}
