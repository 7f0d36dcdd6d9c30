package news.slugline.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import news.slugline.claim.event.PersonEvents;
import news.slugline.wire.WireArticle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom a claim says was charged, convicted, appointed and so on. */
class PersonEventsTest {
  private static final Instant WEDNESDAY = Instant.parse("2024-05-08T12:00:00Z");

  private static List<Claim> claims(String body) {
    return ClaimExtractor.standard()
        .extract(WireArticle.builder("u", "1", "p").body(body).build(), WEDNESDAY)
        .claims();
  }

  /** By claim of a class the persons whom it befell. */
  private static List<String> persons(String type, String body) {
    List<String> out = new ArrayList<>();
    for (Claim c : claims(body)) {
      if (c.kind() == Kind.EVENT && !c.isTold() && c.about().trigger().equals(type)) {
        out.add(String.join("+", PersonEvents.persons(c.about())));
      }
    }
    return out;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plea|Torvo Quist pleaded guilty to taking bribes.|Torvo Quist",
        "plea|Torvo Quist, 52, who ran the port, pleaded not guilty to fraud.|Torvo Quist",
        "plea|Torvo Quist entered a guilty plea on Monday.|Torvo Quist",
        "charge|A third man, accountant Mirra Zandt, was charged with forgery.|Mirra Zandt",
        "charge|Prosecutors charged Mirra Zandt with forgery.|Mirra Zandt",
        "charge|Mirra Zandt, charged with forgery, left the town.|Mirra Zandt",
        "charge|First charged with theft, Mirra Zandt pleaded guilty to fraud.|Mirra Zandt",
        "charge|Mirra Zandt faces charges of forgery.|Mirra Zandt",
        "charge|The harbour firm's lawyer, Mirra Zandt, has also been charged.|Mirra Zandt",
        "conviction|A jury found company director Lukko Verhoff guilty of bribery.|Lukko Verhoff",
        "conviction|Lukko Verhoff was convicted of bribing port chief Torvo Quist.|Lukko Verhoff",
        "conviction|After Lukko Verhoff was convicted of bribery, the port was sold.|Lukko Verhoff",
        "acquittal|The court acquitted Lukko Verhoff of fraud.|Lukko Verhoff",
        "acquittal|A jury found Lukko Verhoff guilty of theft and acquitted him of fraud.|Lukko Verhoff",
        "arrest|Police arrested Mirra Zandt and Torvo Quist at the port.|Mirra Zandt+Torvo Quist",
        "arrest|Mirra Zandt, 41, and Torvo Quist, 52, were arrested at the port.|Mirra Zandt+Torvo Quist",
        "arrest|The wife of Torvo Quist was arrested at the port.|''",
        "arrest|Torvo Quist's wife was arrested at the port.|''",
        "bail|Torvo Quist was released on bail on Monday.|Torvo Quist",
        "fine|Torvo Quist was fined 40,000 euros.|Torvo Quist",
        "extradition|Spain extradited Torvo Quist to Norland.|Torvo Quist",
        "resign|Torvo Quist, the head of the port, resigned on Monday.|Torvo Quist",
        "appoint|Norvik on Wednesday appointed Tovva Sandmo as chief executive.|Tovva Sandmo",
        "appoint|Norvik appointed its operations manager, Gerro Moe, as chief.|Gerro Moe",
        "appoint|Tovva Sandmo, the head of a ferry firm, was named chief executive.|Tovva Sandmo",
        "dismiss|Norvik sacked the head of its tanker unit, Ollav Brandal, over losses.|Ollav Brandal",
        "suspend|The minister, Elvva Vask, suspended Andrej Kolan.|Andrej Kolan",
        "elect|Shareholders elected Tovva Sandmo as chairman on Monday.|Tovva Sandmo",
        "elect|Tovva Sandmo was re-elected in her constituency.|Tovva Sandmo",
        "sentence|A court sentenced the former mayor Lukko Verhoff to six years.|Lukko Verhoff",
        "sentence|Judge Ann Holm said Lukko Verhoff would be sentenced in June.|Lukko Verhoff",
      })
  void whoIsChargedOrAppointedTakesPart(String type, String body, String person) {
    assertThat(persons(type, body)).containsExactly(person);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Lukko Verhoff was sentenced to six years in jail and Torvo Quist to four years.",
        "A court on Monday sentenced Lukko Verhoff to six years in prison for bribery and a former"
            + " port official, Torvo Quist, to four.",
        "Lukko Verhoff was sentenced to six years, and Torvo Quist to four.",
      })
  void whatIsLeftOutBehindAndIsReadOfTheSecond(String body) {
    assertThat(persons("sentence", body)).containsExactly("Lukko Verhoff", "Torvo Quist");
  }

  @Test
  void whatIsLeftOutIsReadBehindOtherPrepositions() {
    assertThat(
            persons(
                "charge", "Lukko Verhoff was charged with arson and Torvo Quist with conspiracy."))
        .containsExactly("Lukko Verhoff", "Torvo Quist");
  }

  @Test
  void heIsThePersonOfWhomTheSentenceBeforeTells() {
    String named = "Torvo Quist was released on bail on Monday. ";
    assertThat(persons("sentence", named + "He will be sentenced on May 20."))
        .containsExactly("Torvo Quist");
  }

  @Test
  void heIsNobodyForSureWhereTwoAreNamed() {
    String named = "At the port Torvo Quist met Lukko Verhoff. ";
    assertThat(persons("arrest", named + "He was arrested on Monday.")).containsExactly("");
  }

  @Test
  void whoSaysThatSheWillResignIsMeantAndNotWhoSaysThatHeIsJailed() {
    assertThat(
            persons(
                "resign", "Ida Moe, head of Larch Lines, said on Monday that she would resign."))
        .containsExactly("Ida Moe");
    String named = "Torvo Quist left the court. ";
    assertThat(persons("sentence", named + "Judge Ida Moe said he would be sentenced in June."))
        .containsExactly("Torvo Quist");
  }

  @Test
  void heIsNotTheFirmWhoseDirectorHeIs() {
    String named = "The director of Dolta Bager wept. ";
    assertThat(persons("arrest", named + "He was arrested on Monday.")).containsExactly("");
  }

  @Test
  void oneDayIsThatOfAllWhoWereSentenced() {
    String body =
        "Two men were jailed on Monday. Lukko Verhoff was sentenced to six years and Torvo Quist to"
            + " four.";
    List<String> days = new ArrayList<>();
    for (Claim c : claims(body)) {
      if (c.kind() == Kind.EVENT && c.about().trigger().equals("sentence")) {
        days.add(c.about().when());
      }
    }
    assertThat(days).isNotEmpty().allMatch("2024-05-06"::equals);
  }

  @Test
  void whoIsNotNamedIsNotTakenForAnotherOfTheAccused() {
    String body =
        "A former official pleaded guilty to bribery on Monday. Lukko Verhoff pleaded not guilty to"
            + " bribery. Torvo Quist was charged with fraud.";
    assertThat(persons("plea", body)).containsExactly("", "Lukko Verhoff");
  }

  @Test
  void whoIsNotNamedIsTheOnlyAccused() {
    String body =
        "A former official was sentenced to six years on Monday. Lukko Verhoff was sentenced after"
            + " a long trial.";
    assertThat(persons("sentence", body)).containsExactly("Lukko Verhoff", "Lukko Verhoff");
  }
}
