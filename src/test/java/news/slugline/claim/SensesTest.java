package news.slugline.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import news.slugline.wire.WireArticle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words that mean two things: each kind of fault with a sentence and, beside it, its contrary. */
class SensesTest {
  private static final Instant WEDNESDAY = Instant.parse("2024-05-08T12:00:00Z");

  private static List<Claim> claims(String body) {
    return ClaimExtractor.standard()
        .extract(WireArticle.builder("u", "1", "p").body(body).build(), WEDNESDAY)
        .claims();
  }

  private static Set<String> classes(String body) {
    Set<String> out = new TreeSet<>();
    for (Claim c : claims(body)) {
      if (c.kind() == Kind.EVENT) {
        out.add(c.about().trigger());
      }
    }
    return out;
  }

  private static List<String> values(String body) {
    return claims(body).stream().map(Claim::value).filter(Objects::nonNull).toList();
  }

  @Test
  void workersOnStrikeInATownAttackNobody() {
    assertThat(classes("The number of weavers on strike in Larch rose to 400."))
        .contains("strike")
        .doesNotContain("attack");
  }

  @Test
  void aCountThatRisesIsNoPrice() {
    assertThat(classes("The number of mills that were hit has risen to 14."))
        .doesNotContain("price_rise");
    assertThat(classes("The number of loans at a rate of 4 percent has risen to 14."))
        .contains("price_rise");
  }

  @Test
  void whoHoldsFireSetsNone() {
    assertThat(classes("Both armies will hold their fire for three days.")).doesNotContain("fire");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The talks in Larch ended without a deal.",
        "The talks in Larch ended without any final agreement."
      })
  void whatSomethingEndedWithoutDidNotComeAbout(String body) {
    assertThat(classes(body)).doesNotContain("agreement");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ida Moe said she had no plans to resign.|did_not_occur",
        "Ida Moe has no intention of resigning.|did_not_occur",
        "Ida Moe ruled out resigning.|did_not_occur",
        "Ida Moe plans to resign.|planned",
      })
  void whoHasNoPlansToDoItDoesNotPlanIt(String body, String status) {
    assertThat(claims(body))
        .filteredOn(c -> c.about().trigger().equals("resign"))
        .filteredOn(c -> c.kind() == Kind.EVENT && !c.isTold())
        .isNotEmpty()
        .allMatch(c -> status.equals(c.value()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The toll of the sinking of the Larch Maid rose to 31 on Tuesday.",
        "The mayor told parliament on Tuesday of the sinking of the Larch Maid."
      })
  void theDayOfARiseOrOfTheTellingIsNotThatOfTheEvent(String body) {
    assertThat(claims(body))
        .filteredOn(c -> c.kind() == Kind.TIME)
        .isNotEmpty()
        .noneMatch(c -> c.about().trigger().equals("sinking"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The school will not open on 20 May but on 27 May.|2024-05-27",
        "The school won't open on May 20 but on May 27.|2024-05-27",
        "The school will open on May 27 and not on May 20.|2024-05-27",
        "The school will open on May 27 instead of May 20.|2024-05-27",
        "The board accepted a sale of six weeks starting on Friday.|2024-05-10",
        "The board accepted a sale of six weeks beginning Friday.|2024-05-10",
      })
  void aDayThatIsPutInThePlaceOfAnotherIsTheOnlyOne(String body, String day) {
    assertThat(values(body)).filteredOn(v -> v.startsWith("2024-")).containsOnly(day);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The school did not open on May 2, but the library did on May 3.",
        "The school opened not only on May 2 but on May 3."
      })
  void daysSideBySideStayTwo(String body) {
    assertThat(values(body)).contains("2024-05-02", "2024-05-03");
  }

  private static List<Claim> statements(String body) {
    return claims(body).stream().filter(c -> c.kind() == Kind.STATEMENT).toList();
  }

  private static List<Claim> status(String body, String trigger) {
    return claims(body).stream()
        .filter(c -> c.kind() == Kind.EVENT && c.about().slot().equals("status"))
        .filter(c -> c.about().trigger().equals(trigger))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Voting ended on Sunday and the result is expected to be close.||close",
        "The shares are worth more than their closing price on Monday.||close",
        "The nurse got the post in Lund on Monday after passing a test.||death",
        "Lena Orr became mayor of Lund, beating Ole Holm by 312 votes.|win|assault",
        "The guard was jailed for beating a prisoner in Lund on Monday.|assault|win",
        "Fjord Partners made a bid for the company on Monday and its shares rose.|acquire|campaign",
        "A crowd in Lund cried that it was a stolen election.||robbery",
        "Two bikes were stolen in Lund on Monday.|robbery|",
        "The rebels fired six rockets at the port on Monday.||dismiss",
        "Soldiers denied that they had fired on the port on Monday.||dismiss",
        "The coach was fired on Monday after six defeats.|dismiss|",
        "The firm replaces lamp batteries free of charge in Lund from Monday.||assault",
        "A man was charged with battery in Lund on Monday.|assault|",
        "Holm resigned on Monday in protest at the school law.|resign|protest",
        "The fight is not over, the union said on Monday.||assault",
        "The court in Lund found Holm not guilty of theft on Monday.|acquittal|conviction",
        "Holm was found guilty of theft on Monday.|conviction|acquittal",
        "Holm denied taking bribes as his trial began in Lund on Monday.|trial|fraud",
        "Lena Orr won 31.4% of the vote on Sunday.||win",
        "Lena Orr won the final on Sunday.|win|",
        "Lena Orr won the election on Sunday with 52 percent of the vote.|elect|",
        "A tram carrying oil jumped the tracks near the depot on Monday.|crash|price_rise",
        "The price of gas jumped on Monday after the talks.|price_rise|crash",
        "Two hikers were buried by an avalanche in the valley on Sunday.|landslide|funeral",
        "The poet was buried on Sunday beside his wife in Lund.|funeral|landslide",
        "The judge said the letters should never have been admitted as evidence.||illness",
        "The singer was admitted to a clinic in Bern on Tuesday with a fever.|illness|",
        "Customs officers raided a warehouse in the harbour on Tuesday.|search|attack",
        "Gunmen raided a police station in the north on Tuesday and took rifles.|attack|search",
        "Cleaners began a strike on Monday, and their union said it wanted higher wages.|strike|attack",
        "A missile strike on a depot killed four soldiers on Monday, the army said.|attack|strike",
        "Cyclone Osric slammed into the coast on Monday and tore roofs off houses.|storm|crash",
        "A lorry slammed into a bus on Monday in the fog, police said.|crash|storm",
        "A poll published on Tuesday by Larsen Research found that support fell.||election",
        "Presidential polls will be held in Norland on Sunday, the commission said.|election|",
        "The loss came to 20 million crowns a day on Tuesday.||ceremony",
        "The queen was crowned on Tuesday in the cathedral before 2,000 guests.|ceremony|",
        "The goal of the plan is a shorter week for nurses, the board said.||score",
        "Her goal in the second half decided the match on Sunday.|score|",
        "The battery of the phone lasted two days in the trial.||assault",
        "No tsunami warning was issued after the tremor on Tuesday.||tsunami",
        "The ex-mayor got nine years for bribery on Tuesday.|sentence|",
        "Talks between the parties collapsed on Monday after an hour of shouting.||collapse",
        "A bridge collapsed on Monday after an hour of rain.|collapse|",
      })
  void aWordIsReadInItsCompany(String text, String is, String not) {
    Set<String> found = classes(text);
    if (is != null) {
      assertThat(found).contains(is);
    }
    if (not != null) {
      assertThat(found).doesNotContain(not);
    }
  }

  @Test
  void whatIsOnlyForecastHasNotOccurred() {
    assertThat(status("The low is forecast to strengthen into a cyclone by Friday.", "storm"))
        .allSatisfy(c -> assertThat(c.eventStatus()).isEqualTo(EventStatus.PLANNED));
    assertThat(
            status("Officials spoke of the risk of an avalanche above the village.", "landslide"))
        .allSatisfy(c -> assertThat(c.eventStatus()).isEqualTo(EventStatus.PLANNED));
    assertThat(status("The storm killed four people on Tuesday in Aranda.", "storm"))
        .isNotEmpty()
        .allSatisfy(c -> assertThat(c.eventStatus()).isEqualTo(EventStatus.OCCURRED));
    assertThat(status("Police are expected to publish a report on the shooting.", "shooting"))
        .allSatisfy(c -> assertThat(c.eventStatus()).isEqualTo(EventStatus.OCCURRED));
  }

  @Test
  void aThreatToResignIsNoPlan() {
    assertThat(status("The coach threatened to resign last month over the sale.", "resign"))
        .isEmpty();
    assertThat(status("The coach plans to resign next month, the club said.", "resign"))
        .isNotEmpty()
        .allSatisfy(c -> assertThat(c.eventStatus()).isEqualTo(EventStatus.PLANNED));
  }

  @Test
  void aTimeBelongsToThePartOfTheSentenceInWhichItStands() {
    assertThat(status("Holm was elected in 2014 before stepping down last October.", "elect"))
        .allSatisfy(c -> assertThat(c.about().when()).isEqualTo("2014"));
    assertThat(
            status(
                "President Ines Duarte ended a visit to Norland early and is expected home on"
                    + " Friday.",
                "visit"))
        .allSatisfy(c -> assertThat(c.about().when()).isNull());
    assertThat(values("Ann Holm visited the harbour on Monday and met the crew."))
        .contains("2024-05-06");
  }

  @Test
  void theDayOfASentenceIsNotThatOfTheBribes() {
    assertThat(
            status(
                "The mayor was sentenced Friday to six years in prison for taking more than 300,000"
                    + " euros in bribes from a builder.",
                "fraud"))
        .allSatisfy(c -> assertThat(c.about().when()).isNull());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Quake hits Port Alma, 12 dead, dozens missing|12 killed",
        "The two sailors, aged 34 and 51, were on watch.|51 y",
        "The women, aged 24, 31 and 60, were on a pier.|31 y",
        "A jury found her guilty of 11 of 14 counts on Tuesday.|11 count",
        "The plan raised 20 million euros over ten years.|10 y",
        "He ran the shop for over ten years.|>10 y",
        "The amendment failed 47-52, with two abstentions.|47-52 votes",
        "Police put the death toll at nine.|9 killed",
        "The toll from the fire has since climbed to 31.|31 killed",
        "The ministry revised the toll from nine to 12.|12 killed",
      })
  void aNumberIsReadWhole(String text, String value) {
    assertThat(values(text)).contains(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A jury found her guilty of 11 of 14 counts on Tuesday.|14 count",
        "The plan raised 20 million euros over ten years.|>10 y",
        "The ministry revised the toll from nine to 12.|9 killed",
        "The toll could rise to 40, doctors said.|40 killed",
        "The boys, aged 9 and 12 others were on a bus.|12 y",
        "Lars Holm, 31, died of his wounds.|31 killed",
      })
  void aNumberIsNotReadAsAnother(String text, String value) {
    assertThat(values(text)).doesNotContain(value);
  }

  @Test
  void anEarlierTollStandsBesideTheLaterOne() {
    assertThat(
            values(
                "A cyclone killed 12 people in Aranda on Tuesday, officials said.\n\n"
                    + "Earlier, police had put the death toll at nine."))
        .contains("12 killed", "9 killed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The union accused the port of ignoring three written warnings about worn ropes.|three",
        "A survey found that 58 percent of sailors opposed the toll road.|58 percent",
        "The hauler agreed to pay a fine of two million euros.|the hauler",
        "President Ines Duarte cut short a trip to Norland and is expected back on Friday.|ines duarte",
        "Parliament rejected the fishing bill on Tuesday.|parliament",
        "Lars Holm was jailed on Friday, ending a case that has gripped the port for two years.|lars holm",
        "The minister is expected to arrive on Friday in the capital.|the minister",
        "Ines Duarte appeared to accept the denial of the fleet on Monday.|ines duarte",
        "Ines Duarte aimed to secure a halt in the fishing and a promise of quotas.|ines duarte",
      })
  void whoDoesSomethingSaysNothing(String text, String nobody) {
    assertThat(statements(text))
        .noneSatisfy(
            c -> {
              assertThat(c.speaker()).isNotNull();
              Speaker s = c.speaker();
              assertThat(s == null ? "" : s.name().toLowerCase(Locale.ROOT)).isEqualTo(nobody);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Parliament rejected the claim that it had been told of the leak.|parliament",
        "Many said they had heard a bang at night.|",
        "The minister is convinced that the harbour will open in May.|",
        "Two people familiar with the talks said the port would be sold.|two people familiar with the talks",
      })
  void whoSaysSomethingIsItsSpeaker(String text, String who) {
    assertThat(statements(text))
        .anySatisfy(
            c -> {
              Speaker s = c.speaker();
              assertThat(s == null ? null : s.name().toLowerCase(Locale.ROOT)).isEqualTo(who);
            });
  }

  @Test
  void whereATrainWasBoundForIsNoVenue() {
    assertThat(
            claims("A train bound for Basel left the rails in Lyon on Monday.").stream()
                .filter(c -> c.kind() == Kind.PLACE)
                .map(Claim::value))
        .containsExactly("Lyon");
  }

  @Test
  void aBodyBehindByIsNoVenue() {
    assertThat(
            claims("A survey published on Monday by the Larsen Institute found fewer eels.")
                .stream()
                .filter(c -> c.kind() == Kind.PLACE))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Teachers have called a march in Lund for Friday.|2024-05-10",
        "Teachers repeated their call for a march in Lund on Friday.|2024-05-10",
        "The union marched in Lund on Friday.|2024-05-03",
        "The mayor called for calm on Friday after the march in Lund.|2024-05-03",
        "Holm blamed the police for Friday's march in Lund.|2024-05-03",
      })
  void aDayThatSomebodyFixesIsYetToCome(String body, String day) {
    assertThat(values(body)).anyMatch(v -> v.startsWith(day));
    assertThat(values(body)).noneMatch(v -> v.startsWith("2024-05") && !v.startsWith(day));
  }

  @Test
  void whatIsBeforeAnEventInThePresentDoesNotTellThatItWas() {
    String body = "Holm resigned on Monday, a day before parliament votes on the school law.";
    assertThat(status(body, "vote"))
        .extracting(Claim::eventStatus)
        .containsExactly(EventStatus.PLANNED);
    assertThat(status("The minister resigned before parliament voted on Monday.", "vote"))
        .extracting(Claim::eventStatus)
        .containsExactly(EventStatus.OCCURRED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The key witness in the case against Ole Berg said that he had paid for the car.",
        "A neighbour of Ole Berg said that the door was open.",
        "The main witness in the trial of Mr Ole Berg said that he had paid for the car.",
      })
  void whoIsNamedBesideASpeakerDoesNotSpeak(String body) {
    assertThat(statements(body)).isNotEmpty();
    for (Claim c : statements(body)) {
      assertThat(Objects.requireNonNull(c.speaker()).name()).isNotEqualTo("Ole Berg");
    }
  }

  @Test
  void whoHasATitleSpeaks() {
    assertThat(statements("Harbour chief Ole Berg said that the door was open."))
        .extracting(c -> Objects.requireNonNull(c.speaker()).name())
        .containsExactly("Ole Berg");
  }

  @Test
  void whatRisesFromOneNumberToAnotherIsNoVote() {
    assertThat(values("Parliament passed a bill that raises the age from 61 to 63 on Monday."))
        .noneMatch(v -> v.contains("votes"));
    assertThat(values("Parliament passed the bill by 61 to 38 on Monday.")).contains("61-38 votes");
  }

  @Test
  void whatGoesOnOnADayIsYetToCome() {
    assertThat(values("The trial in Lund continues on Friday.")).contains("2024-05-10");
  }

  @Test
  void whatEndsOnceSomethingIsDoneIsStillToCome() {
    assertThat(status("The director will leave when the mine closes, the owner said.", "close"))
        .allMatch(c -> c.eventStatus() == EventStatus.PLANNED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Prosecutor Ida Moe said that Holm stole the car. Defence lawyer Ohm said it was a loan."
            + " \"He paid it back,\" he said.",
        "Prosecutor Ida Moe spoke first. Ohm, the council chairman, said it was a loan. \"He paid it"
            + " back,\" he said.",
      })
  void aSpeakerWithoutAFirstNameGoesOnSpeaking(String body) {
    assertThat(claims(body))
        .filteredOn(c -> c.kind() == Kind.QUOTE)
        .extracting(c -> Objects.requireNonNull(c.speaker()).name())
        .containsExactly("Ohm");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ida Moe added a late goal for Rovers.",
        "Ida Moe, who has 12 goals this season, was also wanted by the champions Lund United.",
      })
  void whatPlayersAndClubsDoIsNotSaid(String body) {
    assertThat(statements(body)).isEmpty();
  }
}
