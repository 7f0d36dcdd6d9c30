package news.slugline.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import news.slugline.wire.WireArticle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small words that turn a number, a day, a place or a denial into another one. */
class SmallWordsTest {
  /** A Wednesday. */
  private static final Instant TIME = Instant.parse("2026-02-18T15:00:00Z");

  private static List<Claim> claims(String body) {
    WireArticle a =
        WireArticle.builder("u", "1", "p").body(body.replace("\\n", "\n")).language("en").build();
    return ClaimExtractor.standard().extract(a, TIME).claims();
  }

  private static List<String> read(String body) {
    return claims(body).stream()
        .map(c -> c.about().trigger() + "/" + c.about().slot() + " " + c.value())
        .toList();
  }

  private static List<@Nullable String> values(String body, Kind kind) {
    return claims(body).stream().filter(c -> c.kind() == kind).map(Claim::value).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A rockfall on Monday has now claimed 11 lives, officials said. | collapse/killed 11 killed
          The floods have cost 40 lives.                                | flood/killed 40 killed
          As many as 22 people, including two boys, lost their lives in a crash. | crash/killed ~22 killed
          The ministry put the number of dead at 112.                   | /killed 112 killed
          Three brothers, their uncle and a cousin died in the fire.    | fire/killed 5 killed
          Divers found the bodies of two men missing since the storm hit. | storm/killed 2 killed
          Divers found two missing men on Friday, taking the death toll from the crash to 15. | crash/killed 15 killed
          The judge ordered him to hand over three houses.              | order/amount:house 3 house
          He signed for a road that was never built with six firms.     | build/amount:firm 6 firm
          Inmates set mattresses on fire.                    | fire/status occurred
          The union's drivers have called off their strike.            | strike/status cancelled
          A dispute that almost shut the port on Tuesday ended.         | close/status did_not_occur
          The port is not expected to open before 6 a.m.                | open/status planned
          A shaft caved in on Monday. The minister said the accident happened at 22:10. | collapse/start 2026-02-16T22:10
          A bus fell into a gorge in a crash on Monday. The mishap took place at 4:45 a.m. | crash/start 2026-02-16T04:45
          Commuters face chaos on Friday after drivers voted to strike. | vote/status occurred
          A march that would have shut the centre on Friday was called off. | cancel/status occurred
          Rescuers have so far retrieved seven bodies.                  | /killed 7 killed
          Twenty-three bodies have been recovered so far.               | /killed 23 killed
          There were no reports of deaths or injuries after the quake.  | quake/killed 0 killed
          There were no reports of deaths or injuries after the quake.  | quake/injured 0 injured
          We do not have any reports of fatalities from the storm.      | storm/killed 0 killed
          The minister and four other people were killed in a crash.    | crash/killed 5 killed
          The blast killed Ann Lee and four others were hurt.           | explosion/killed 1 killed
          The blast killed Ann Lee and four others were hurt.           | explosion/injured 4 injured
          Deaths from the outbreak stand at 34.                         | outbreak/killed 34 killed
          The ministry corrected the number of escapees to 29.          | /amount:escapee 29 escapee
          After the blast 17 persons were taken to Al Qassimi Hospital. | explosion/injured 17 injured
          The attendance was 84,312.                                    | attend/amount:people 84312 people
          Police put the crowd at 23,000 and organisers 100,000.        | /amount:people 100000 people
          A seven-storey block of flats collapsed.                      | collapse/amount:storey 7 storey
          The launch put a four-person crew into orbit.                 | launch/amount:member 4 member
          The rival has offered 705p a share in cash.                   | offer/amount:penny 705 penny
          Seismologists revised the magnitude to 6.8 from 6.7.          | /magnitude M6.8
          The man, 34, is in custody.                                   | /age 34 y
          A mine shaft collapsed, killing nine, company officials said. | collapse/status occurred
          """)
  void whatItSays(String body, String claim) {
    assertThat(read(body)).contains(claim);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The ministry put the number of dead at 112.                   | /age 112 y
          Fifty died in the blast, part of a war which has killed tens of thousands. | blast/killed tens of thousands killed
          Army planes dropped four barrel bombs on the town.            | explosion/amount:bbl 4 bbl
          Commuters face chaos on Friday after drivers voted to strike. | vote/date 2026-02-20
          A bus on its way to Bergen crashed on Monday.                 | crash/venue Bergen
          A mine collapsed in Bergen on Monday, Oslo-listed Vik Metals said. | collapse/venue Oslo
          A mine collapsed in Bergen on Monday, far west of the capital Oslo. | collapse/venue Oslo
          Ten people were killed when shells fell on a market.          | price_fall/status occurred
          The goalkeeper made three saves in the penalty shootout.      | shooting/status occurred
          Sales came in at 41.2 billion crowns.                         | sell/status occurred
          The launch was put off because of a leaking valve.            | spill/status occurred
          The runner's sample tested positive for a banned substance.   | outbreak/status occurred
          Airlines grounded all planes of the type.                     | sinking/status occurred
          Doors open at 7p.m. on Friday.                                | open/amount:penny 7 penny
          """)
  void whatItDoesNotSay(String body, String claim) {
    assertThat(read(body)).doesNotContain(claim);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The president declared three days of mourning from Friday.    | 2026-02-20
          A march that would have shut the centre on Friday was called off. | 2026-02-20
          The truce takes effect in the east on Friday.                 | 2026-02-20
          They signed a truce for 60 days, commencing on Friday.        | 2026-02-20
          The new fares come into force on Monday.                      | 2026-02-23
          Voting ends on Sunday.                                        | 2026-02-22
          The new fares came into force on Monday.                      | 2026-02-16
          The launch, originally planned for January, is set for March. | 2026-01
          Commuters face chaos on Friday after drivers voted to strike. | 2026-02-20
          """)
  void theDayIsAheadOrBehind(String body, String day) {
    assertThat(values(body, Kind.TIME)).contains(day);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          COLOGNE, Germany, Feb 18 (Vik) - A fire broke out at 12:30 p.m. on Tuesday. | 2026-02-17T11:30Z
          Cologne (Germany), Feb 18 (Vik) - A fire broke out at 12:30 p.m. on Tuesday. | 2026-02-17T11:30Z
          GOTHENBURG, Feb 18 (Vik) - A fire broke out at 12:30 p.m. on Tuesday. | 2026-02-17T11:30Z
          LODZ, Feb 18 (Vik) - A fire broke out at 12:30 p.m. on Tuesday. | 2026-02-17T11:30Z
          BRISTOL, TN (Vik) - A fire broke out at 12:30 p.m. on Tuesday. | 2026-02-17T17:30Z
          BRISTOL, Tenn. (Vik) - A fire broke out at 12:30 p.m. on Tuesday. | 2026-02-17T17:30Z
          LONDON, Ontario (Vik) - A fire broke out at 12:30 p.m. on Tuesday. | 2026-02-17T17:30Z
          SYDNEY, Feb 18 (Vik) - A fire broke out at 6 a.m. (2000 GMT on Monday) on Tuesday. | 2026-02-16T20:00Z
          TOKYO, Feb 18 (Vik) - A fire broke out at 8:09 a.m. (10:09 p.m. in Japan) on Tuesday. | 2026-02-17T13:09Z
          """)
  void theClockIsThatOfItsPlace(String body, String time) {
    assertThat(values(body, Kind.TIME)).contains(time);
  }

  @Test
  void whoPutsANumberOnACrowdSaysSo() {
    Claim c =
        claims(
                "Police put the number of marchers at 22,000, while the unions that called the march"
                    + " said 150,000 took part.")
            .stream()
            .filter(x -> x.kind() == Kind.QUANTITY)
            .findFirst()
            .orElseThrow();
    assertThat(c.speaker()).extracting(Speaker::name).isEqualTo("Police");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Police put the crowd at 22,000, while the unions that called the march said 150,000 came. | the unions
          Superintendent Moa Par said an officer fired. \\n\\nThe man's cousin, Hemi Taut, said he was ill. "They told us to wait. Nobody came," he said. | Hemi Taut
          Minister Ole Berg said rain fell. \\n\\nMine Union of Norland secretary Jo Chew blamed managers. "We saw cracks. They sent us back," he said. | Jo Chew
          """)
  void theLastOneWhoSpeaks(String body, String speaker) {
    assertThat(claims(body))
        .filteredOn(c -> c.kind() == Kind.QUOTE || c.kind() == Kind.STATEMENT)
        .last()
        .extracting(c -> c.speaker() == null ? "" : c.speaker().name())
        .isEqualTo(speaker);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          LAGOS, Nigeria (Vik) - The court heard that N4.7 billion had gone. | 4700000000 NGN
          LARCH (Vik) - Sales rose to SEK41.2 billion.                       | 41200000000 SEK
          STOCKHOLM (Vik) - Sales rose to 41.2 billion crowns.               | 41200000000 SEK
          OTTAWA (Vik) - The firm paid him $240,000.                         | 240000 CAD
          OTTAWA (Vik) - The firm paid him C$240,000, and the agent $90,000. | 90000 USD
          SYDNEY, Australia (Vik) - The firm paid him $240,000.              | 240000 AUD
          PARIS (Vik) - The firm paid him $240,000.                          | 240000 USD
          CAIRO (Vik) - The firm paid him 240,000 pounds.                    | 240000 EGP
          The firm paid him 240,000 pounds.                                  | 240000 GBP
          He will get two lakh rupees.                                       | 200000 INR
          """)
  void theCurrencyIsThatOfTheCopy(String body, String value) {
    assertThat(values(body, Kind.QUANTITY)).contains(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PARIS (Vik) - A man fired at guards on Wednesday. \\n\\nThe man came. \\n\\nHe drank. \\n\\nHe left. \\n\\nHe fired at 12:30 p.m. | 2026-02-18T11:30Z
          The minister quit on Monday after claims that her office sold a licence. | 2026-02-16
          He will go back to his farm after resigning on Monday as minister. | 2026-02-16
          """)
  void theDayIsThatOfTheOpening(String body, String time) {
    assertThat(values(body, Kind.TIME)).contains(time);
  }

  /** Each event has the day that stands beside it, and not the first of its sentence. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Rescuers on Tuesday found a body in a house that collapsed on Monday. | collapse | 2026-02-16
          Rescuers on Tuesday found a body in a house that collapsed on Monday. | found | 2026-02-17
          Police on Tuesday arrested a man over the shooting of two on Monday.  | shooting | 2026-02-16
          The court on Tuesday jailed the driver of a bus that crashed on May 3. | crash | 2025-05-03
          Senators on Tuesday rejected the pact, two days after it was signed.  | sign | 2026-02-15
          A guard died on Tuesday, a day after the crash on February 12.        | crash | 2026-02-12
          Senators on Tuesday rejected the pact, almost two days after it was signed. | sign |
          Rescuers on Tuesday brought six men out of a collapsed house.         | collapse |
          """)
  void anEventHasItsOwnDay(String body, String type, @Nullable String day) {
    assertThat(claims(body).stream().filter(c -> c.kind() == Kind.EVENT && !c.isTold()))
        .filteredOn(c -> c.about().trigger().equals(type))
        .isNotEmpty()
        .allSatisfy(c -> assertThat(c.about().when()).isEqualTo(day));
  }
}
