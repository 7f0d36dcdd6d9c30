package news.slugline.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import news.slugline.wire.WireArticle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a sentence says of an event, each as {@code class/slot value}, and what it does not. */
class EventReadingTest {
  /** A Wednesday. */
  private static final Instant TIME = Instant.parse("2026-06-10T08:00:00Z");

  private static List<Claim> claims(String body) {
    WireArticle a = WireArticle.builder("u", "1", "p").body(body).build();
    return ClaimExtractor.standard().extract(a, TIME).claims().stream()
        .filter(c -> !c.isTold())
        .sorted(Comparator.comparing(c -> c.span().start()))
        .toList();
  }

  private static List<String> read(String body) {
    return claims(body).stream()
        .map(c -> c.about().trigger() + "/" + c.about().slot() + " " + c.value())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The ferry left Bergen at 6 a.m. and sank an hour later.       | sinking/start 2026-06-10T04:00Z
          The yacht, which sank on Monday, left Bergen at 6 a.m.        | sinking/start 2026-06-10T04:00Z
          The train left Bergen at 6 a.m. and crashed an hour later.    | crash/venue Bergen
          "We never took bribes," Moe told reporters before the hearing. | hearing/status did_not_occur
          Moe hopes to broker talks in Oslo following the strike.       | meeting/status occurred
          CORRECTION: An earlier version said the strike began on Sunday. | strike/start 2026-06-07
          An earlier version of this story said the strike began on Sunday. | strike/start 2026-06-07
          The verdict began to sink in on Monday.                       | sinking/date 2026-06-08
          Shares of the shipyard sank in early trading.                 | sinking/status occurred
          The board adjourned at 5 p.m.                                 | /start T17:00
          The council next meets on July 16.                            | meeting/status occurred
          He finished second at 10:35 behind the winner of the race.    | race/status planned
          """)
  void whatItDoesNotSay(String body, String claim) {
    assertThat(read(body)).doesNotContain(claim);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A barge carrying gravel sank in rough water on Monday.        | sinking/date 2026-06-08
          The talks will begin at 11:30 on Friday in Bergen.            | meeting/start 2026-06-12T09:30Z
          The talks ended at 5 p.m. on Monday in Bergen.                | meeting/end 2026-06-08T15:00Z
          The council next meets on July 16.                            | meeting/status planned
          A storm struck Bergen on Monday. It hit at 5:10 p.m.          | storm/start 2026-06-08T17:10
          A bus crashed on Monday. The accident happened at 5:10 p.m.   | crash/start 2026-06-08T17:10
          The shooting, police said, happened at 6 p.m. on Monday.      | shooting/start 2026-06-08T18:00
          The bank cut its key rate on Monday.                          | price_fall/date 2026-06-08
          The bank lowered its key deposit rate on Monday.              | price_fall/date 2026-06-08
          The grocer will cut prices.                                   | price_fall/status planned
          Police put the crowd in the square at 22,000.                 | /amount:people 22000 people
          Organisers said 150,000 had taken part.                       | /amount:people 150000 people
          Measles cases in Bergen have reached 112, doctors said.       | /amount:case 112 case
          The number of measles cases in Bergen has risen to 112.       | /amount:case 112 case
          The climber Ole Lund has died at 80, his family said.         | /age 80 y
          """)
  void whatItSays(String body, String claim) {
    assertThat(read(body)).contains(claim);
  }

  /** Neither the day nor the place of the first are those of "a second meeting". */
  @Test
  void aSecondEventOfAClassIsToldApart() {
    String body =
        "The two ministers met in Bergen on Monday. Moe also mentioned a second meeting."
            + " The talks in Bergen were long.";
    List<Claim> met =
        claims(body).stream()
            .filter(c -> c.about().trigger().equals("meeting"))
            .filter(c -> c.about().slot().equals("status"))
            .toList();
    assertThat(met).extracting(c -> c.about().further()).contains(true, false);
    assertThat(met)
        .filteredOn(c -> c.about().further())
        .allSatisfy(c -> assertThat(c.about().where()).isNull())
        .allSatisfy(c -> assertThat(c.about().when()).isNull());
    assertThat(met)
        .filteredOn(c -> !c.about().further())
        .allSatisfy(c -> assertThat(c.about().where()).isEqualTo("Bergen"));
  }

  @ParameterizedTest
  @CsvSource({
    "The second-degree murder trial began., false",
    "Next week's talks were called off., false",
    "The next Friday meeting was called off., false",
    "Another round of long talks was held., false",
    "A further high-level meeting was held., true",
    "New talks were held., true",
    "The two sides held follow-up talks., true"
  })
  void aWordBeforeTheNounMayTellItApart(String body, boolean further) {
    assertThat(claims(body))
        .filteredOn(c -> c.about().slot().equals("status"))
        .extracting(c -> c.about().further())
        .isNotEmpty()
        .containsOnly(further);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The climber Ole Lund has died at 80, his family said.",
        "Ole Lund, who first climbed the tower in winter, has died aged 80, Anna Berg said."
      })
  void theAgeAtWhichSomebodyDiedIsHis(String body) {
    assertThat(claims(body))
        .filteredOn(c -> c.about().slot().equals("age"))
        .extracting(c -> c.about().holder())
        .containsExactly("Ole Lund");
  }

  /** What a denial takes for granted is told by the copy. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Police denied that anyone had been arrested over a fire that killed three people. | arrest/status
          Officials denied that the flood that killed 20 people was caused by a dam.        | -
          The ministry denied that talks had taken place.                                   | meeting/status
          Moe denied any involvement in the attack on Sunday.                               | -
          The minister denied that three people had died in the protests. | death/status protest/killed
          The club denied that Moe had resigned.                                            | resign/status
          """)
  void aDenialReachesWhatItSaysAndNotWhatItSpeaksOf(String body, String denied) {
    List<String> found =
        claims(body).stream()
            .filter(c -> c.kind() != Kind.STATEMENT && c.modality() == Modality.DENIED)
            .map(c -> c.about().trigger() + "/" + c.about().slot())
            .toList();
    assertThat(String.join(" ", found)).isEqualTo(denied.equals("-") ? "" : denied);
  }

  /** "He" is not whom he speaks of. */
  @Test
  void whoIsNamedInARemarkIsNotItsSpeaker() {
    String body =
        "Premier Erik Lindgren admitted defeat late on Sunday. \"I have called Anna Dahlberg and"
            + " wished her luck,\" he told his party.";
    assertThat(claims(body))
        .filteredOn(c -> c.kind() == Kind.QUOTE)
        .extracting(c -> Objects.requireNonNull(c.speaker()).name())
        .containsExactly("Erik Lindgren");
  }
}
