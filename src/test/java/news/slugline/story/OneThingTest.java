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

/**
 * Ages, days and terms of one thing that two articles tell in unlike ways, and their look-alikes.
 */
class OneThingTest {
  private static List<Fact> facts(String key, int hours, String a, String b) {
    Desk desk = new Desk();
    desk.arrive(Desk.article("a", "1", 0, a).build());
    desk.arrive(Desk.article("b", "1", hours, b).build());
    List<Fact> out = new ArrayList<>();
    for (Fact f : desk.tick(hours + 1).facts()) {
      if (f.topicKey().contains(key)) {
        out.add(f);
      }
    }
    return out;
  }

  private static List<String> values(List<Fact> facts, FactStatus status) {
    return facts.stream()
        .flatMap(f -> f.positions().stream())
        .filter(p -> p.status() == status)
        .map(Position::value)
        .toList();
  }

  private static final String SHOT = "A guard was shot in a bank in Larch on Friday, police said. ";

  @Test
  void whoIsOlderWhenTheJuryHasSpokenWasBoth() {
    List<Fact> ages =
        facts(
            "age of",
            48,
            SHOT + "Officers were looking for Ole Bergstrom, 27, a former clerk of the bank.",
            SHOT + "Ole Bergstrom, 29, was found guilty of the shooting by a jury in Larch.");
    assertThat(ages).hasSize(1);
    assertThat(values(ages, FactStatus.SUPERSEDED)).containsExactly("27 y");
    assertThat(values(ages, FactStatus.SINGLE_SOURCE)).containsExactly("29 y");
  }

  /** Nobody grows younger, and a lifetime is no trial. */
  @Test
  void otherAgesOfTheTriedAreNotSuperseded() {
    String guilty =
        SHOT + "Ole Bergstrom, %s, was found guilty of the shooting by a jury in Larch.";
    String sought = SHOT + "Officers were looking for Ole Bergstrom, %s, a clerk of the bank.";
    assertThat(
            values(
                facts("age of", 48, sought.formatted("29"), guilty.formatted("27")),
                FactStatus.SUPERSEDED))
        .isEmpty();
    assertThat(
            values(
                facts("age of", 48, sought.formatted("27"), guilty.formatted("39")),
                FactStatus.SUPERSEDED))
        .isEmpty();
    assertThat(
            values(
                facts("age of", 48, sought.formatted("27"), guilty.formatted("29 and 27")),
                FactStatus.SUPERSEDED))
        .isEmpty();
  }

  private static final String VOTE =
      "The vote in Norland on Sunday brought %s of those who may vote to the ballot, ";

  @Test
  void whoGivesAnotherNumberHoursLaterSaysNothingAgainstHimself() {
    String a = VOTE.formatted("63 percent") + "the commission in Larch said.";
    String b = VOTE.formatted("71 percent") + "the commission in Larch said.";
    String other = VOTE.formatted("71 percent") + "the opposition in Larch said.";
    assertThat(values(facts("amount", 14, a, b), FactStatus.DISPUTED)).isEmpty();
    assertThat(values(facts("amount", 14, a, other), FactStatus.DISPUTED))
        .containsExactlyInAnyOrder("63 %", "71 %");
  }

  static Stream<Arguments> somebody() {
    return Stream.of(
        arguments(
            true,
            SHOT + "A 13-year-old boy who stood at the counter of the bank was hit in the arm.",
            SHOT + "The 13-year-old pupil, who stood at the counter of the bank, was hit too."),
        arguments(
            false,
            SHOT + "A 13-year-old boy who stood at the counter of the bank was hit in the arm.",
            SHOT + "A 13-year-old girl who stood at the counter of the bank was hit in the arm."),
        arguments(
            false,
            SHOT + "The 33-year-old suspect stood at the counter of the bank, Moe said.",
            SHOT + "The 33-year-old victim stood at the counter of the bank, Moe said."));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("somebody")
  void aPersonWithoutANameIsKnownByAgeAndWhatIsTold(boolean one, String a, String b) {
    for (List<Fact> ages : List.of(facts("age of", 5, a, b), facts("age of", 5, b, a))) {
      assertThat(values(ages, FactStatus.CORROBORATED)).hasSize(one ? 1 : 0);
    }
  }

  static Stream<Arguments> days() {
    return Stream.of(
        arguments(
            true,
            "Guard Odd Larsen was killed in a bank in Larch on March 1, police said.",
            "A jury in Larch convicted Ole Bergstrom on Tuesday. He had been charged with the murder"
                + " of the guard Odd Larsen, who was killed in a bank on March 1, 2026."),
        arguments(
            false,
            "Guard Odd Larsen was killed in a bank in Larch on March 1, police said.",
            "A jury in Larch convicted Ole Bergstrom on Tuesday. He had been charged with the murder"
                + " of the guard Odd Larsen, who was killed in a bank on June 1, 2024."));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("days")
  void theDayOfAnEventIsOneWhetherItIsNewsOrBackground(boolean one, String a, String b) {
    List<Fact> days = facts("death/date", 100 * 24, a, b);
    assertThat(values(days, FactStatus.CORROBORATED)).hasSize(one ? 1 : 0);
    assertThat(days).isNotEmpty().noneMatch(f -> f.status() == FactStatus.DISPUTED);
  }

  @Test
  void aLeastTermIsThatTermOnAnyDay() {
    List<Fact> terms =
        facts(
            "amount:y",
            72,
            SHOT + "Bergstrom must serve at least seven years in prison before parole.",
            SHOT + "Bergstrom must serve seven years in prison before he is free for parole.");
    assertThat(terms).hasSize(1);
    assertThat(terms.get(0).positions()).hasSize(1);
    assertThat(terms.get(0).status()).isEqualTo(FactStatus.CORROBORATED);
  }

  @Test
  void twoPlacesOfTwoEventsOfAClauseAreTwoFacts() {
    Desk desk = new Desk();
    desk.arrive(
        Desk.article(
                "a", "1", 0, "So far 12 people have died in Norway and two have died in Iceland.")
            .build());
    List<Fact> places =
        desk.tick(1).facts().stream().filter(f -> f.topicKey().contains("death/venue")).toList();
    assertThat(places).hasSize(2).allSatisfy(f -> assertThat(f.positions()).hasSize(1));
  }
}
