package news.slugline.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether two articles tell of one event or number, or of two that look alike. */
class OneEventTest {
  private static List<Fact> facts(String key, String a, String b) {
    return new Desk().factsOf(a, b).stream().filter(f -> f.topicKey().contains(key)).toList();
  }

  private static List<String> values(List<Fact> facts, FactStatus status) {
    return facts.stream()
        .flatMap(f -> f.positions().stream())
        .filter(p -> p.status() == status)
        .map(Position::value)
        .sorted()
        .toList();
  }

  static Stream<Arguments> one() {
    return Stream.of(
        arguments(
            "death/status",
            "occurred",
            "At least nine people were killed when a tram left the rails in Larch on Sunday.",
            "Nine people died on Sunday after a tram derailed near the port, doctors said."),
        arguments(
            "sign/status",
            "occurred",
            "The text, signed in Larch with President Ida Moe, sets aside 700 million for the"
                + " cleaning of the Blackfell lake.",
            "Presidents Ida Moe and Odd Berg signed the pact in Larch, a town on the western shore"
                + " of the Blackfell lake."),
        arguments(
            "strike/status",
            "occurred",
            "Hundreds of travellers were stuck on Sunday as Norland bus drivers began a 24-hour"
                + " strike over pay, officials said.",
            "Norland bus drivers walked off the job on Sunday in a one-day stoppage over wages."),
        arguments(
            "amount:km",
            "40 km",
            "The quake hit late on Sunday and was centred 40 km south of Larch at a depth of 35"
                + " km.",
            "It struck on Sunday 40 kilometres south of the city of Larch."),
        arguments(
            "quake/start",
            "2026-03-01T21:52",
            "A quake shook Norland on Sunday. It struck at 9:52 p.m. on Sunday.",
            "A quake shook Norland on Sunday. The quake hit at 9:52 p.m. on Sunday."),
        arguments(
            "amount:%",
            "1.9 %",
            "The bank said inflation would average 1.9% this year.",
            "The bank forecast inflation of 1.9 percent in 2026."),
        arguments(
            "amount:people",
            "28 miner",
            "Soldiers on Sunday freed 28 miners who were abducted from a pit near Larch.",
            "Twenty-eight miners kidnapped from a pit in the north were released on Sunday, the"
                + " governor said."),
        arguments(
            "amount:%",
            "6 %",
            "The Norland Miners' Union, which represents about 9,000 miners, is demanding a 6% pay"
                + " rise.",
            "The union wants a raise of 6 percent, while the firm has put 3.5 percent on the"
                + " table."),
        arguments(
            "",
            "first since 1998",
            "The cup is Larch United's first major trophy since 1998.",
            "Larch United won their first major trophy for 28 years when they beat Vik on Sunday."),
        arguments(
            "venue",
            "Bergen",
            "BERGEN, March 2 (Vik) - Seven miners died after a section of a shaft caved in at a mine in"
                + " Bergen on Sunday night.",
            "OSLO, March 2 (Lar) - Seven miners were killed in a rockfall in a mine in Bergen on"
                + " Sunday, the company said."),
        arguments(
            "age",
            "41 y",
            "A man took six people hostage in a shop in Bergen on Sunday. Police said he was a"
                + " 41-year-old citizen.",
            "A judge in Bergen on Monday ordered the 41-year-old man who held six people in a shop to"
                + " be kept in custody."),
        arguments(
            "amount:SEK",
            "41200000000 SEK",
            "STOCKHOLM (Vik) - Vastby said on Sunday that net sales were down 8 per cent at 41.2"
                + " billion crowns, hit by weak demand.",
            "Vastby's sales in the three months to March declined 8% to SEK41.2 billion, the firm said"
                + " on Sunday."),
        arguments(
            "protest/date",
            "2026-03-01",
            "Thousands of people marched through Larch on Sunday against rising rents.",
            "Thousands protested in Larch on Sunday against rising rents."));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("one")
  void isOne(String key, String value, String a, String b) {
    for (List<Fact> facts : List.of(facts(key, a, b), facts(key, b, a))) {
      assertThat(values(facts, FactStatus.CORROBORATED))
          .as(facts.toString())
          .anyMatch(v -> v.startsWith(value));
    }
  }

  static Stream<Arguments> two() {
    return Stream.of(
        arguments(
            "meeting",
            "The presidents Ada Marsh and Leo Brandt met in Oslo on Sunday.",
            "President Ada Marsh spoke of a second meeting with Leo Brandt. They would hold further"
                + " talks in Bergen in May."),
        arguments(
            "",
            "Revenue rose 8% to 31 billion crowns at the power firm.",
            "Quarterly net profit rose 8 percent to 4.2 billion crowns, the power firm said."),
        arguments(
            "death/status",
            "At least nine people were killed when a tram left the rails in Larch on Sunday.",
            "Five people died on Sunday after a wall fell near the port, doctors said."),
        arguments(
            "amount:EUR",
            "Moe, 61, is accused of accepting about 1.2 million euros from the building company"
                + " Stavebygg in return for contracts.",
            "Stavebygg was fined 2 million euros. The court also fined him 500,000 euros."));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("two")
  void areTwo(String key, String a, String b) {
    for (List<Fact> facts : List.of(facts(key, a, b), facts(key, b, a))) {
      assertThat(facts).isNotEmpty();
      assertThat(values(facts, FactStatus.CORROBORATED)).isEmpty();
      assertThat(values(facts, FactStatus.DISPUTED)).isEmpty();
    }
  }

  static Stream<Arguments> magnitudes() {
    return Stream.of(
        arguments("6.8", "6.9", List.of("M6.8", "M6.9")), arguments("6.8", "5.4", List.of()));
  }

  /** Two bodies measure one quake otherwise; an aftershock is weaker. */
  @ParameterizedTest
  @MethodSource("magnitudes")
  void twoMagnitudesOfOneQuakeAreADispute(String a, String b, List<String> disputed) {
    List<Fact> facts =
        facts(
            "magnitude",
            "A magnitude "
                + a
                + " earthquake struck southern Norland late on Sunday, the national"
                + " survey said.",
            "An earthquake of magnitude "
                + b
                + " shook southern Norland on Sunday night, the"
                + " Geophysical Institute said.");
    assertThat(values(facts, FactStatus.DISPUTED)).as(facts.toString()).isEqualTo(disputed);
  }
}
