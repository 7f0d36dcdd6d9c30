package news.slugline.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import news.slugline.wire.WireArticle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TollsTest {
  private static final Instant TIME = Instant.parse("2025-08-13T15:00:00Z");

  private static Map<Boolean, List<String>> tolls(String body) {
    return ClaimExtractor.standard()
        .extract(WireArticle.builder("u", "1", "p").headline("Shooting").body(body).build(), TIME)
        .claims()
        .stream()
        .filter(c -> c.kind() == Kind.QUANTITY)
        .filter(c -> value(c).matches(".*(killed|injured|shot)"))
        .collect(
            Collectors.partitioningBy(
                c -> c.about().background(),
                Collectors.mapping(TollsTest::value, Collectors.toList())));
  }

  private static List<Claim> claims(String body) {
    return ClaimExtractor.standard()
        .extract(WireArticle.builder("u", "1", "p").body(body).build(), TIME)
        .claims();
  }

  private static String value(Claim c) {
    String value = c.value();
    return value == null ? "" : value;
  }

  private static List<String> own(String body) {
    return tolls(body).getOrDefault(false, List.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The death toll of the storm rose to 31 on Wednesday and 26 people were injured.",
        "The death toll of the storm rose to 31 on Wednesday, and at least 26 people were injured.",
        "The storm has killed 31 people in Port Alma and 26 people were injured.",
      })
  void whatBefellTheNextNumberDidNotBefallThisOne(String body) {
    assertThat(own(body)).contains("31 killed").doesNotContain("31 injured");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Nine people, four men and five women, were injured in the blast on Tuesday. | 9 injured",
        "Six people, two men, a woman and three children, were killed on Tuesday. | 6 killed",
        "Two women, two men and four children were killed in the fire on Tuesday. | 8 killed",
        "Two men and a woman were shot on Tuesday. | 3 shot",
      })
  void whomANumberConsistsOfAreNotCountedTwice(String body, String toll) {
    assertThat(own(body)).containsExactly(toll);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Some 1,200 soldiers were killed or wounded in the battle on Tuesday.",
        "More than 40 people were dead or missing after the flood on Tuesday.",
        "None suffered life-threatening injuries, police said on Wednesday.",
        "Eleven others were wounded in shootings across the city since Friday evening.",
      })
  void howManyOfEachOrHowManyInAllIsNotSaid(String body) {
    assertThat(own(body)).isEmpty();
  }

  @Test
  void agesOfSeveralAreNoNumbersOfPeople() {
    assertThat(own("Four children between the ages of 11 and 15 hospitalized in the shooting."))
        .doesNotContain("15 injured");
  }

  @Test
  void oneVictimOfSeveralIsNoToll() {
    assertThat(
            own(
                "Three people were killed in a shooting in Port Alma on Tuesday.\n\n"
                    + "A man was shot in a parking lot and died there. A woman was shot in her car."))
        .contains("3 killed")
        .doesNotContain("1 killed", "1 shot");
  }

  @Test
  void whatIsLessThanTheTollOfTheLeadIsAPartOfIt() {
    assertThat(
            own(
                "Five people were injured in a shooting on Tuesday.\n\n"
                    + "Two people were injured when they fled."))
        .containsExactly("5 injured");
  }

  @Test
  void theTollOfAYearIsNotTheIncidents() {
    assertThat(
            own(
                "A man was killed in a shooting on Tuesday.\n\n"
                    + "The city has seen 120 homicides so far this year.\n\n"
                    + "Nationwide 900 people were killed."))
        .containsExactly("1 killed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The cold has killed 61 people in the hills of Norland, the office said.|61 killed",
        "The storm had injured 20 by noon, the harbour office said.|20 injured",
        "The fever shut schools but killed just 7, the health office said.|7 killed",
        "The blast hurt many and killed only three workers, the mine said.|3 killed",
        "The fever has spread to six towns, with 41 having died, the office said.|41 killed"
      })
  void whatHasKilledOrInjuredSoManyGivesAToll(String body, String toll) {
    assertThat(own(body)).containsExactly(toll);
  }

  @Test
  void whoHadKilledSomebodyIsNotAmongTheDead() {
    assertThat(tolls("Two guards had killed three bears in the park in May, the ranger said."))
        .allSatisfy((past, values) -> assertThat(values).doesNotContain("2 killed", "5 killed"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The office in Larch told of 17 new cases, bringing the Norland total so far to 203.|203 case",
        "The number of confirmed cases in Norland has reached 5,251 in all.|5251 case",
        "The number of jobs at the mill rose from 184 to 203, the owners said.|203 job",
        "The number of homes without power fell to 4,200 on Monday.|4200 home"
      })
  void aNumberWithoutANounCountsWhatIsNamedBeforeIt(String body, String value) {
    assertThat(claims(body)).extracting(TollsTest::value).contains(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The number of strikes fell, and talks went on until 203.",
        "The total of the bids came to 203.",
        "She raised 12 points of order; the total went to 203.",
        "The office told of 17 new cases. It sent 203."
      })
  void aNumberWithoutANounOtherwiseCountsNothing(String body) {
    assertThat(claims(body)).extracting(TollsTest::value).noneMatch(v -> v.startsWith("203"));
  }

  @Test
  void anOldIncidentKeepsItsOwnToll() {
    Map<Boolean, List<String>> tolls =
        tolls(
            "Two people were killed in a shooting on Tuesday.\n\n"
                + "In 2012, 12 people were killed in a shooting at a theatre.");
    assertThat(tolls.get(false)).containsExactly("2 killed");
    assertThat(tolls.get(true)).containsExactly("12 killed");
  }

  @Test
  void namesInAListAreCounted() {
    assertThat(own("Ann Holm, 30, and Karl Lindqvist, 41, were killed in the crash on Tuesday."))
        .containsExactly("2 killed");
  }

  @Test
  void theVictimsOfAShootingWereShot() {
    assertThat(own("The shooting on Tuesday left four victims in a parking lot."))
        .containsExactly("4 shot");
  }

  @Test
  void bystandersAreNoToll() {
    List<Claim> claims =
        claims("Two men stood near the car when four people were shot on Tuesday.");
    assertThat(claims).noneSatisfy(c -> assertThat(c.value()).isEqualTo("2 man"));
  }

  @Test
  void aLocalIncidentHappenedWhereItsDatelineSays() {
    List<Claim> claims =
        ClaimExtractor.standard()
            .extract(
                WireArticle.builder("u", "1", "p")
                    .headline("Two killed in shooting")
                    .body(
                        "PORT ALMA, Ill. (WXYZ) \u2014 Two people were killed in a shooting on"
                            + " Tuesday.\n\nThe inquiry will open at 8 a.m. on Friday.")
                    .build(),
                TIME)
            .claims();
    assertThat(claims)
        .anySatisfy(
            c -> {
              assertThat(c.kind()).isEqualTo(Kind.PLACE);
              assertThat(c.value()).isEqualTo("Port Alma");
              assertThat(c.text()).isEqualTo("PORT ALMA");
            });
    assertThat(claims).anySatisfy(c -> assertThat(c.value()).isEqualTo("2025-08-15T13:00Z"));
  }

  @Test
  void thoseOfWhomOthersAreCountedAreNoToll() {
    assertThat(
            own(
                "Two people were shot in Port Alma on Tuesday, police said.\n\n"
                    + "Three other victims came to a clinic later. Two of the victims were in"
                    + " critical condition."))
        .containsExactly("2 shot");
  }

  @Test
  void whoDiedOfTheVictimsIsTheTollOfTheDead() {
    assertThat(own("Four people were shot in Port Alma on Tuesday, one of them was killed."))
        .contains("4 shot", "1 killed");
  }

  @Test
  void theTollOfSeveralIncidentsIsNoClaimOfOne() {
    assertThat(
            own(
                "A man was killed in a shooting on Tuesday.\n\n"
                    + "Six people were wounded in four separate shootings overnight. In the past"
                    + " two months, 18 people have been wounded."))
        .containsExactly("1 killed");
  }

  @Test
  void theHeadlinesTollTellsWhoIsOneOfSeveral() {
    WireArticle a =
        WireArticle.builder("u", "1", "p")
            .headline("Three killed in Port Alma shooting")
            .body("Ann Holm, 31, was killed in the shooting on Tuesday, her brother said.")
            .build();
    assertThat(ClaimExtractor.standard().extract(a, TIME).claims())
        .noneMatch(c -> value(c).equals("1 killed"));
  }

  @Test
  void countsOfAChargeAreNoToll() {
    assertThat(
            ClaimExtractor.standard()
                .extract(
                    WireArticle.builder("u", "1", "p")
                        .headline("Charges")
                        .body("He was charged with seven counts of attempted murder on Tuesday.")
                        .build(),
                    TIME)
                .claims())
        .noneMatch(c -> value(c).startsWith("7"));
  }

  @Test
  void howSomeOfTheWoundedAreIsNoToll() {
    assertThat(
            own(
                "Five people were shot in Port Alma on Tuesday.\n\n"
                    + "Three of the victims suffered non-life-threatening injuries. Two of those"
                    + " shot were seriously wounded."))
        .containsExactly("5 shot");
    assertThat(own("Holm is one of the three people wounded in Port Alma on Tuesday."))
        .doesNotContain("1 injured");
  }

  @Test
  void whatACallerReportedIsNoTollBesideOne() {
    assertThat(
            own(
                "Four people were shot in Port Alma on Tuesday.\n\n"
                    + "Officers were called to Elm Street after reports of several people shot."
                    + " There they found two men who had been shot."))
        .containsExactly("4 shot");
  }

  @Test
  void whoIsNamedIsNoToll() {
    assertThat(own("The sheriff released the names of two victims of the shooting on Tuesday."))
        .isEmpty();
  }

  @Test
  void nobodyHurtInSomethingElseIsNoTollBesideOne() {
    assertThat(
            own(
                "Two people were injured in a shooting on Tuesday.\n\n"
                    + "No one was injured in the fire that followed."))
        .containsExactly("2 injured");
    assertThat(own("A car crashed on Tuesday. No one was injured.")).containsExactly("0 injured");
  }

  @Test
  void whatDidNotHappenBesideVictimsLeavesTheirNumber() {
    List<Claim> claims = claims("The hearing did not take place after three people were wounded.");
    assertThat(claims)
        .filteredOn(c -> value(c).equals("3 injured"))
        .isNotEmpty()
        .allMatch(c -> c.polarity() == Polarity.POSITIVE);
  }

  @Test
  void oneWhoWasShotIsCountedOnce() {
    assertThat(
            own(
                "A man was shot in Port Alma on Tuesday, police said.\n\n"
                    + "A neighbour was hurt by glass.\n\nHe is in critical condition."))
        .containsExactly("1 injured");
  }

  @Test
  void aCrowdsEvidenceIsApartFromTheVictims() {
    List<Claim> claims =
        claims(
            "Four people were wounded on Tuesday, when someone began to fire into a"
                + " crowd of about 50 people on Elm Street.");
    assertThat(claims)
        .anySatisfy(
            c -> {
              assertThat(c.value()).isEqualTo("~50 people");
              assertThat(c.text()).contains("about 50 people").doesNotContain("wounded");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The number of people killed in Monday's avalanche rose to 31 on Tuesday.|31 killed",
        "The number of dead has reached 12, the mayor said.|12 killed",
        "Snow fell on Arlen, where the death toll from Monday's avalanche has risen to 33.|33 killed",
        "Doctors in Arlen put the number of wounded at 61.|61 injured",
        "About 2,000 people have lost their homes in the avalanche.|~2000 displaced",
        "The toll from a landslide on the northern slopes of Arlen has risen to nine.|9 killed",
        "A boy died on Monday, taking the death toll from Arlen's avalanche to six.|6 killed",
        "The number of people missing after the avalanche fell to 8.|8 missing",
      })
  void aTollInPlainWordsIsRead(String body, String value) {
    assertThat(claims(body)).extracting(TollsTest::value).contains(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The number of people who died of thirst is unknown, and the price rose to 31 crowns.",
        "The number of seats rose to 31 after the avalanche.",
        "The dead were found and the number of helpers rose to 31.",
      })
  void anotherNumberIsNoToll(String body) {
    assertThat(claims(body)).extracting(TollsTest::value).doesNotContain("31 killed");
  }
}
