package news.slugline.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import news.slugline.wire.WireArticle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimExtractorTest {
  private static final Instant WEDNESDAY = Instant.parse("2024-05-08T12:00:00Z");
  private static final ClaimExtractor EXTRACTOR = ClaimExtractor.standard();

  private static Extraction read(String body) {
    return read(body, WEDNESDAY);
  }

  private static Extraction read(String body, Instant time) {
    return EXTRACTOR.extract(WireArticle.builder("u", "1", "p").body(body).build(), time);
  }

  private static Extraction seed(String number, String time) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("seeds"))) {
      Path file =
          files
              .filter(
                  f ->
                      f.getFileName().toString().startsWith(number)
                          && f.toString().endsWith(".txt"))
              .findFirst()
              .orElseThrow();
      return read(Files.readString(file), Instant.parse(time));
    }
  }

  private static List<Claim> of(Extraction e, Kind kind, String trigger, String slot) {
    return e.claims().stream()
        .filter(c -> c.kind() == kind)
        .filter(c -> c.about().trigger().equals(trigger) && c.about().slot().equals(slot))
        .toList();
  }

  private static List<String> people(Claim c) {
    return c.about().participants().stream().map(Participant::name).sorted().toList();
  }

  private static List<String> values(String text) {
    return read(text).claims().stream().map(c -> String.valueOf(c.value())).toList();
  }

  /** A page from an archive, or one that is printed again, tells its own day. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Posted: Monday, Aug. 17, 2015 3:19 PM | 2015-08-14
          Updated 6 May 2024                    | 2024-05-03
          Updated 8 May 2024                    | 2024-05-03
          Updated 20 May 2024                   | 2024-05-03
          """)
  void fridayIsThatBeforeTheDayOnWhichTheCopyWasWritten(String line, String friday) {
    Extraction e = read(line + "\nA crane fell onto a warehouse in Kolmar Bay on Friday.");
    assertThat(e.claims().stream().filter(c -> c.kind() == Kind.TIME).map(Claim::value))
        .containsExactly(friday);
  }

  @Test
  void anArticleBeforeASignIsNoCurrency() {
    assertThat(values("The judge set a $10,000 bail."))
        .contains("10000 USD")
        .doesNotContain("10000 AUD");
    assertThat(values("The fine was A$500.")).contains("500 AUD");
  }

  @Test
  void whoIsFearedDeadIsNotKilled() {
    for (String text :
        List.of(
            "Thirty people are feared dead after the ferry Alba sank.",
            "At least 30 people were feared killed in the mill, police said.",
            "Thirty miners are presumed dead.")) {
      assertThat(values(text)).doesNotContain("30 killed", ">=30 killed");
      assertThat(of(read(text), Kind.EVENT, "death", "status")).isEmpty();
    }
    assertThat(values("Thirty people are dead after the ferry sank.")).contains("30 killed");
    assertThat(values("Thirty people were found dead in the mill.")).contains("30 killed");
  }

  @Test
  void whatBecameOfAPlanIsReadBehindIt() {
    for (String text :
        List.of(
            "The meeting, planned for Friday, was postponed until next week.",
            "The minister put off a meeting in Bergen that had been planned for Friday.",
            "The meeting planned for Friday in Bergen has been postponed.")) {
      assertThat(of(read(text), Kind.EVENT, "meeting", "status"))
          .extracting(Claim::eventStatus)
          .containsExactly(EventStatus.POSTPONED);
    }
    assertThat(
            of(
                read("The meeting planned for May has been called off."),
                Kind.EVENT,
                "meeting",
                "status"))
        .extracting(Claim::eventStatus)
        .containsExactly(EventStatus.CANCELLED);
    String other = "The meeting planned for Friday will be short, as the match was postponed.";
    assertThat(of(read(other), Kind.EVENT, "meeting", "status"))
        .extracting(Claim::eventStatus)
        .doesNotContain(EventStatus.POSTPONED);
  }

  @Test
  void aDayThatOwnsSomethingElseDatesNothingElse() {
    String text = "The school is cancelling Friday's concert after the death of Ivo Lang.";
    assertThat(of(read(text), Kind.EVENT, "death", "status"))
        .allSatisfy(c -> assertThat(c.about().when()).isNull());
    assertThat(of(read(text), Kind.TIME, "death", "date")).isEmpty();
    assertThat(of(read("Friday's deadly shooting shook Bergen."), Kind.TIME, "shooting", "date"))
        .isNotEmpty();
  }

  @Test
  void anIssueIsNoRelease() {
    assertThat(
            of(
                read("Nurses care about these issues more than men."),
                Kind.EVENT,
                "release",
                "status"))
        .isEmpty();
    assertThat(
            of(read("He wrote on poverty and other life issues."), Kind.EVENT, "release", "status"))
        .isEmpty();
  }

  @Test
  void aBlockIsNoYearAndStreetsAreNoTowns() {
    assertThat(values("Police came to the 1900 block of Elm Street.")).doesNotContain("1900");
    assertThat(values("A man was shot at Bergen and Holm streets on Monday."))
        .doesNotContain("Bergen");
  }

  @Test
  void whatCameAfterIsPast() {
    assertThat(values("A teenager is dead after a fire on Friday.")).contains("2024-05-03");
    assertThat(values("The museum is open on Friday.")).contains("2024-05-10");
  }

  @Test
  void aMonthIsNoMarch() {
    assertThat(read("The trial is set to begin on March 28.").claims())
        .noneSatisfy(c -> assertThat(c.about().trigger()).isEqualTo("rally"));
  }

  @Test
  void firedShotsDismissNobody() {
    assertThat(read("Police said shots were fired through the door.").claims())
        .noneSatisfy(c -> assertThat(c.about().trigger()).isEqualTo("dismiss"))
        .anySatisfy(c -> assertThat(c.about().trigger()).isEqualTo("shooting"));
  }

  @Test
  void onlyWhatIsMeasuredFallsInPrice() {
    assertThat(of(read("A climber fell from the north face."), Kind.EVENT, "price_fall", "status"))
        .isEmpty();
    assertThat(of(read("The board declined to meet."), Kind.EVENT, "price_fall", "status"))
        .isEmpty();
    assertThat(of(read("Shares in the port fell 6%."), Kind.EVENT, "price_fall", "status"))
        .hasSize(1);
    assertThat(of(read("The lira fell to a record low."), Kind.EVENT, "price_fall", "status"))
        .hasSize(1);
  }

  @Test
  void theMonthOfMayIsNoAuxiliary() {
    Extraction e = read("In May the company opened a harbour in Oslo with a long pier.");
    assertThat(of(e, Kind.EVENT, "open", "status"))
        .allSatisfy(c -> assertThat(c.modality()).isEqualTo(Modality.ASSERTED));
    assertThat(of(e, Kind.EVENT, "open", "told"))
        .allSatisfy(c -> assertThat(c.modality()).isEqualTo(Modality.ASSERTED));
    assertThat(values("A vote is expected in October.")).doesNotContain("October");
  }

  @Test
  void whatIsCalledFalseIsDenied() {
    Extraction e = read("A statement that nine sailors had died was wrong, the navy said.");
    assertThat(e.claims())
        .filteredOn(c -> "9 killed".equals(c.value()))
        .hasSize(1)
        .allSatisfy(c -> assertThat(c.modality()).isEqualTo(Modality.DENIED));
    assertThat(of(e, Kind.EVENT, "death", "status")).isEmpty();
  }

  @Test
  void theDayOfAPleaIsNotThatOfTheDeed() {
    Extraction e = read("A sailor accused of looting pleaded not guilty on Thursday.");
    assertThat(of(e, Kind.EVENT, "robbery", "status"))
        .allSatisfy(c -> assertThat(c.about().when()).isNull());
    assertThat(of(e, Kind.EVENT, "plea", "status"))
        .allSatisfy(c -> assertThat(c.about().when()).isNotNull());
  }

  @Test
  void theDayOfASentenceIsNotThatOfTheDeed() {
    Extraction e = read("A sailor was jailed on Tuesday for stabbing a guard.");
    assertThat(of(e, Kind.EVENT, "stabbing", "status"))
        .allSatisfy(c -> assertThat(c.about().when()).isNull());
    assertThat(of(e, Kind.EVENT, "sentence", "status"))
        .allSatisfy(c -> assertThat(c.about().when()).isEqualTo("2024-05-07"));
  }

  @Test
  void whoDoesNotWantToBeNamedIsNotAppointed() {
    assertThat(of(read("A guard did not want to be named."), Kind.EVENT, "appoint", "status"))
        .isEmpty();
    assertThat(of(read("Ana Ruiz was named as coach."), Kind.EVENT, "appoint", "status"))
        .hasSize(1);
  }

  @Test
  void noOneIsNotOne() {
    assertThat(values("A fire broke out. No one was seriously hurt.")).doesNotContain("1 injured");
    assertThat(values("A fire broke out. Not one person was hurt.")).contains("0 injured");
    assertThat(values("A fire broke out. No one was killed.")).contains("0 killed");
  }

  @Test
  void anAgeOfFewWordsBelongsToWhomTheTextNames() {
    Extraction e =
        read(
            "Esther Moore, the swimmer, died on Monday. She was 91. Her brother Tom Moore was 75"
                + " when he died. Turnout was 75. The film star Ana Ruiz died at the age of 88.");
    assertThat(e.claims())
        .filteredOn(c -> c.about().slot().equals("age"))
        .extracting(c -> c.about().holder() + " " + c.value())
        .containsExactly("Esther Moore 91 y", "Tom Moore 75 y", "Ana Ruiz 88 y");
  }

  @Test
  void whatIsRuledOutIsNoFire() {
    assertThat(of(read("Detectives have ruled out arson."), Kind.EVENT, "fire", "status"))
        .isEmpty();
  }

  @Test
  void aDayOfSayingIsNamedRightBehindIt() {
    assertThat(
            of(read("She said an inspection in March found no faults."), Kind.TIME, "", "said_on"))
        .isEmpty();
    assertThat(of(read("She told reporters on Monday it was safe."), Kind.TIME, "", "said_on"))
        .hasSize(1);
  }

  @Test
  void untilAndByAreNoDates() {
    Extraction e = read("Schools will stay closed until Monday. The port must close by Friday.");
    assertThat(values("It forecast more rain until Sunday.")).contains("2024-05-12");
    assertThat(e.claims())
        .filteredOn(c -> c.kind() == Kind.TIME)
        .extracting(c -> c.about().slot() + " " + c.value())
        .containsExactly("end 2024-05-13", "by 2024-05-10");
  }

  @Test
  void aNameWithAnAgeBehindItTakesNoneBeforeIt() {
    assertThat(
            read("The victims are a 3-year-old boy, Ana Ruiz, 20, and Luis Ortega, 34.").claims())
        .filteredOn(c -> c.about().slot().equals("age"))
        .extracting(c -> c.about().holder() + " " + c.value())
        .contains("Ana Ruiz 20 y", "Luis Ortega 34 y")
        .doesNotContain("Ana Ruiz 3 y");
  }

  @Test
  void anEventIsDatedByItsOwnClauseOnly() {
    Extraction e = read("A sailor died in a fire on Tuesday. The fire killed two more.");
    assertThat(of(e, Kind.EVENT, "death", "status"))
        .extracting(Claim::value)
        .containsExactly("2024-05-07");
    assertThat(of(e, Kind.EVENT, "killing", "status"))
        .extracting(Claim::value)
        .containsExactly("occurred");
  }

  @Test
  void whatAPlaceIsMeasuredFromIsNoVenue() {
    assertThat(values("The plane crashed 40 miles west of Dayton.")).doesNotContain("Dayton");
    assertThat(values("The plane crashed in Dayton.")).contains("Dayton");
  }

  @Test
  void whereTheDeadWereFromIsNoVenue() {
    assertThat(values("The man killed was identified as Luis Ortega, 34, of Dayton."))
        .doesNotContain("Dayton");
    assertThat(values("The mayor of Dayton called the attack cruel.")).doesNotContain("Dayton");
    assertThat(values("The man killed was identified as Luis Ortega of Dayton."))
        .doesNotContain("Dayton");
  }

  @Test
  void whereSomebodySpeaksIsNoVenue() {
    assertThat(values("The president, speaking in Lyon, called the attack cruel."))
        .doesNotContain("Lyon");
  }

  @Test
  void eachOfTwoPersonsHasAnAge() {
    assertThat(values("A 34-year-old man and a 21-year-old woman were hurt."))
        .contains("34 y", "21 y");
  }

  @Test
  void aClockTimeTakesTheDayThatTheTextNamedLast() {
    assertThat(values("The vote is on Friday.\nDoors open at 7 a.m. GMT."))
        .contains("2024-05-10T07:00Z");
  }

  @Test
  void aPersonsNameBehindInIsNoPlace() {
    Extraction e =
        read(
            "Anna Berg spoke first. The party's faith in Berg is strong. In Alaskan waters it is.");
    assertThat(e.places()).doesNotContain("Berg", "Alaskan");
  }

  @Test
  void aClockTimeTakesTheDayOfItsEventFromAnotherSentence() {
    Extraction e =
        read(
            "Anna Berg and Paul Stone will meet in Geneva on Friday.\n"
                + "The meeting will begin at 10 a.m. CEST, aides said.");
    assertThat(of(e, Kind.TIME, "meeting", "start"))
        .singleElement()
        .satisfies(c -> assertThat(c.value()).isEqualTo("2024-05-10T08:00Z"))
        .satisfies(c -> assertThat(people(c)).containsExactly("Anna Berg", "Paul Stone"));
  }

  @Test
  void whatIsAnnouncedIsPlannedAndWhatIsToldHasOccurred() {
    Extraction ahead =
        read("Anna Berg and Paul Stone will hold a joint press conference on Friday.");
    Extraction after = read("Anna Berg and Paul Stone held a joint press conference on Tuesday.");
    assertThat(of(ahead, Kind.EVENT, "press_conference", "status"))
        .extracting(Claim::eventStatus)
        .containsExactly(EventStatus.PLANNED);
    assertThat(of(after, Kind.EVENT, "press_conference", "status"))
        .extracting(Claim::eventStatus, Claim::value)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(EventStatus.OCCURRED, "2024-05-07"));
  }

  @Test
  void coordinatedInfinitivesShareStatusAndSubject() {
    Extraction ahead =
        read(
            "Anna Berg and Paul Stone met in Geneva on Tuesday.\n"
                + "Both ministers are expected to sum up the day and address questions from"
                + " reporters.");
    Extraction after = read("Neither minister took questions from the press on Wednesday.");
    assertThat(of(ahead, Kind.EVENT, "take_questions", "status"))
        .extracting(Claim::eventStatus)
        .containsExactly(EventStatus.PLANNED);
    assertThat(of(after, Kind.EVENT, "take_questions", "status"))
        .extracting(Claim::eventStatus)
        .containsExactly(EventStatus.DID_NOT_OCCUR);
  }

  @Test
  void whatNobodyKnowsOfDidNotOccurAsFarAsIsKnown() {
    for (String s :
        List.of(
            "Crews do not know of any deaths at this point.",
            "Police had no reports of any serious injuries.")) {
      assertThat(read(s).claims())
          .filteredOn(c -> c.kind() == Kind.EVENT && c.about().slot().equals("status"))
          .singleElement()
          .satisfies(c -> assertThat(c.polarity()).isEqualTo(Polarity.NEGATIVE))
          .satisfies(c -> assertThat(c.value()).isEqualTo("did_not_occur"));
    }
  }

  @Test
  void whatIsNotSoInOneSentenceIsSoInTheNextThatASemicolonJoins() {
    Extraction e =
        read("The boats did not arrive on Wednesday; they are now expected on 4 December.");
    assertThat(e.claims())
        .filteredOn(c -> c.kind() == Kind.TIME)
        .filteredOn(c -> String.valueOf(c.value()).endsWith("-12-04"))
        .singleElement()
        .satisfies(c -> assertThat(c.polarity()).isEqualTo(Polarity.POSITIVE));
  }

  @Test
  void negationTurnsAnEventIntoOneThatDidNotOccur() {
    for (String s :
        List.of(
            "Neither minister took questions.",
            "The ministers took no questions.",
            "The ministers did not take any questions.")) {
      assertThat(of(read(s), Kind.EVENT, "take_questions", "status"))
          .as(s)
          .singleElement()
          .satisfies(c -> assertThat(c.value()).isEqualTo("did_not_occur"))
          .satisfies(c -> assertThat(c.polarity()).isEqualTo(Polarity.NEGATIVE));
    }
  }

  @Test
  void cancelledAndPostponedEventsSaySo() {
    assertThat(of(read("The summit was cancelled on Monday."), Kind.EVENT, "meeting", "status"))
        .extracting(Claim::eventStatus)
        .containsExactly(EventStatus.CANCELLED);
    assertThat(of(read("The hearing has been postponed."), Kind.EVENT, "hearing", "status"))
        .extracting(Claim::eventStatus)
        .containsExactly(EventStatus.POSTPONED);
  }

  @Test
  void aTallyBelongsToItsIncidentAndAnAgeToItsPerson() {
    Extraction e =
        read(
            "A bus crash near Lyon killed 12 people and injured 30 on Tuesday, police said.\n"
                + "The driver, Marie Dubois, 45, survived. Luc Petit, 19, died in hospital.");
    assertThat(of(e, Kind.QUANTITY, "crash", "killed"))
        .extracting(Claim::value)
        .contains("12 killed");
    assertThat(of(e, Kind.QUANTITY, "crash", "injured"))
        .extracting(Claim::value)
        .contains("30 injured");
    assertThat(e.claims().stream().filter(c -> c.about().slot().equals("age")))
        .extracting(c -> c.about().holder() + " " + c.value())
        .containsExactlyInAnyOrder("Marie Dubois 45 y", "Luc Petit 19 y");
  }

  /**
   * Who says so behind an age, where somebody lives, and where he was taken, have no part in it.
   */
  @Test
  void agesAreOfWhoIsNamedWithThem() {
    Extraction e =
        read(
            "He leaves two sons, ages 16 and 6, Moe said.\n"
                + "The 18-year-old gunman, of Larch, was jailed.\n"
                + "A 35-year-old woman, Ann Lee, was hurt. Lee also was 35 years old when she fell.\n"
                + "The bus hit 34-year-old Rosa Diaz.\n"
                + "The 15-year-old victim, identified as Jo Ward, died.\n"
                + "The 23-year-old man killed was Ivo Lang.\n"
                + "The police named the victim as Lea Moss, also 15.\n"
                + "Eighteen-year-old Otto Kern fell.");
    assertThat(e.claims().stream().filter(c -> c.about().slot().equals("age")))
        .extracting(c -> c.about().holder())
        .containsExactlyInAnyOrder(
            "person, 16 y",
            "person, 6 y",
            "gunman, 18 y",
            "Ann Lee",
            "Ann Lee",
            "Rosa Diaz",
            "Jo Ward",
            "Ivo Lang",
            "Lea Moss",
            "Otto Kern");
  }

  @Test
  void agesOfPeopleWithoutNamesNeverShareAHolder() {
    Extraction e = read("A 34-year-old man was hurt. The car hit a 21-year-old woman.");
    assertThat(e.claims().stream().filter(c -> c.about().slot().equals("age")))
        .extracting(c -> c.about().holder())
        .hasSize(2)
        .doesNotHaveDuplicates();
  }

  @Test
  void earlierEventsAreBackground() {
    Extraction e = read("Anna Berg and Paul Stone last met in 2011 in Oslo.");
    assertThat(of(e, Kind.EVENT, "meeting", "status"))
        .allSatisfy(c -> assertThat(c.about().background()).isTrue());
  }

  @Test
  void theOutletThatTheCopyCreditsIsItsCredit() {
    Extraction e = read("PARIS, May 8 (Reuters) - Ministers met on Tuesday.\n");
    assertThat(e.credit()).isEqualTo("Reuters");
    assertThat(read("Ministers met on Tuesday.").credit()).isNull();
    String met = "Ministers met on Tuesday to speak about the harbour.\n\n";
    assertThat(read(met + "(With Norpress)").credit()).isEqualTo("Norpress");
    assertThat(read(met + "With inputs from Norpress").credit()).isEqualTo("Norpress");
    assertThat(read(met + "(With Jane Marsh)").credit()).isNull();
    assertThat(read("PARIS, May 4 (Norpress) - " + met).credit()).isEqualTo("Norpress");
    assertThat(read("PARIS (Texas) - " + met).credit()).isNull();
    assertThat(Outlets.isShort("NNA", "Norland News Agency")).isTrue();
    assertThat(Outlets.isShort("Norland", "Norland News Agency")).isTrue();
    assertThat(Outlets.isShort("Nor", "Norland News Agency")).isFalse();
    assertThat(Outlets.isShort("NNP", "Norland News Agency")).isFalse();
  }

  @Test
  void spansCountCodePointsAndNeverExceedEightyWords() {
    String body =
        "\ud83d\ude80 Rocket news.\nAnna Berg will meet Paul Stone on Friday, "
            + "and then on, and on, again and again, ".repeat(40)
            + "until the end.";
    for (Claim c : read(body).claims()) {
      int from = body.offsetByCodePoints(0, c.span().start());
      int to = body.offsetByCodePoints(0, c.span().end());
      assertThat(body.substring(from, to)).isEqualTo(c.text());
      if (c.kind() != Kind.QUOTE && c.kind() != Kind.STATEMENT) {
        assertThat(c.text().split("\\s+").length).isLessThanOrEqualTo(80);
      }
    }
  }

  @Test
  void theSameArticleGivesTheSameClaimsInAnyLocaleAndZone() throws IOException {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    Extraction here = seed("002", "2025-08-15T13:00:00Z");
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
      assertThat(seed("002", "2025-08-15T13:00:00Z")).isEqualTo(here);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void theSeedsTellWhenTheMeetingBegins() throws IOException {
    assertThat(of(seed("000", "2025-08-14T18:00:00Z"), Kind.TIME, "meeting", "start"))
        .extracting(Claim::value)
        .containsOnly("2025-08-15T19:30Z");
    assertThat(of(seed("001", "2025-08-15T08:00:00Z"), Kind.TIME, "meeting", "start"))
        .extracting(Claim::value)
        .containsOnly("2025-08-15T19:00Z");
    assertThat(of(seed("002", "2025-08-15T13:00:00Z"), Kind.TIME, "meeting", "start"))
        .extracting(Claim::value)
        .containsOnly("2025-08-15T19:30Z");
  }

  @Test
  void theSeedsTellOfThePressConferenceBeforeAndAfter() throws IOException {
    for (String n : List.of("000", "001", "002")) {
      assertThat(of(seed(n, "2025-08-15T09:00:00Z"), Kind.EVENT, "press_conference", "status"))
          .as(n)
          .isNotEmpty()
          .allSatisfy(c -> assertThat(c.eventStatus()).isEqualTo(EventStatus.PLANNED));
    }
    Extraction after = seed("003", "2025-08-16T06:00:00Z");
    assertThat(of(after, Kind.EVENT, "press_conference", "status"))
        .anySatisfy(c -> assertThat(c.eventStatus()).isEqualTo(EventStatus.OCCURRED));
    assertThat(of(after, Kind.EVENT, "take_questions", "status"))
        .extracting(Claim::value)
        .containsExactly("did_not_occur");
  }

  @Test
  void pageFurnitureMakesNoClaims() throws IOException {
    List<String> furniture =
        List.of("You may also like", "hair transplant", "Also Read", "email address", "(Forbes)");
    for (String n : List.of("000", "001", "002", "003", "004")) {
      for (Claim c : seed(n, "2025-08-15T12:00:00Z").claims()) {
        assertThat(furniture).noneMatch(c.text()::contains);
      }
    }
  }

  @Test
  void aHistoryBelongsToTheVerbBeforeIt() {
    assertThat(
            read("The two presidents met on Friday at an old base by the sea near Port Alma for"
                    + " the first time in six years and signed a treaty.")
                .claims())
        .filteredOn(c -> c.kind() == Kind.HISTORY)
        .allSatisfy(c -> assertThat(c.about().trigger()).isEqualTo("meeting"))
        .isNotEmpty();
  }

  private static List<String> told(String text) {
    return read(text).claims().stream()
        .filter(Claim::isTold)
        .flatMap(c -> people(c).stream())
        .toList();
  }

  @Test
  void theDayOfACourtAppearanceIsNotThatOfTheCharge() {
    for (String text :
        List.of(
            "He is to appear in court on Tuesday on a charge of murder.",
            "Berg appeared in court on Tuesday on two charges of theft.",
            "Berg appeared in court on Tuesday charged with arson.")) {
      assertThat(read(text).claims())
          .as(text)
          .filteredOn(c -> c.about().trigger().equals("charge"))
          .allSatisfy(c -> assertThat(c.about().when()).isNull());
      assertThat(of(read(text), Kind.TIME, "hearing", "date")).as(text).hasSize(1);
    }
  }

  @Test
  void whatIsToHappenIsPlannedAndAnAimIsNot() {
    assertThat(
            of(read("Ministers are to meet in Oslo on Friday."), Kind.EVENT, "meeting", "status"))
        .extracting(Claim::value)
        .containsExactly("planned");
    assertThat(of(read("The goal is to meet early."), Kind.EVENT, "meeting", "status")).isEmpty();
  }

  @Test
  void anOutletInQuotationMarksIsOne() {
    assertThat(read("\u201cReuters\u201d is now reporting that the dam has broken.").claims())
        .filteredOn(c -> c.kind() == Kind.STATEMENT)
        .extracting(Claim::outlet)
        .containsExactly("Reuters");
  }

  @Test
  void officesWithAnOutletsWordAreNoOutlets() {
    for (String who :
        List.of(
            "The White House press officer",
            "The Allegheny County Medical Examiner",
            "A Star Wars actor",
            "A TV producer",
            "The Royal Mail")) {
      assertThat(read(who + " said the harbour was closed.").claims())
          .as(who)
          .allSatisfy(c -> assertThat(c.outlet()).isNull());
    }
    assertThat(read("The Press Association said the harbour was closed.").claims())
        .allSatisfy(c -> assertThat(c.outlet()).isEqualTo("Press Association"));
  }

  @Test
  void wordsThatOnlyOpenASentenceAreNoNames() {
    assertThat(told("Initially the guards thought the alarm was a bad joke.")).isEmpty();
    assertThat(told("Hearing a loud bang, neighbours called the fire brigade.")).isEmpty();
    assertThat(told("Initially Berg kept the harbour gates closed.")).containsExactly("Berg");
  }

  @Test
  void whoPullsOutAGunWithdrawsFromNothing() {
    assertThat(of(read("He pulled out a gun."), Kind.EVENT, "withdrawal", "status")).isEmpty();
    assertThat(of(read("The firm pulled out of the deal."), Kind.EVENT, "withdrawal", "status"))
        .hasSize(1);
  }

  @Test
  void whoHearsSomethingIsAtNoHearing() {
    for (String text :
        List.of(
            "Officers came after hearing reports of shots.",
            "Hearing of the fire, she ran to the bridge.")) {
      assertThat(of(read(text), Kind.EVENT, "hearing", "status")).as(text).isEmpty();
    }
    assertThat(of(read("A hearing is set for Friday."), Kind.EVENT, "hearing", "status"))
        .hasSize(1);
  }

  @Test
  void timesThatSayOfWhichKindSomethingIsDateNothing() {
    assertThat(values("The pastor holds Sunday services in the hall."))
        .doesNotContain("2024-05-05");
    assertThat(values("The famous 1950s film star Ida Moe has died.")).doesNotContain("1950/1959");
    assertThat(values("In the 1950s farmers left the valley.")).contains("1950/1959");
    assertThat(values("A man was arrested Sunday hours after the fire.")).contains("2024-05-05");
  }

  @Test
  void noTimeAtAllIsNoDuration() {
    assertThat(values("Attacks on a zero-day flaw began on Monday.")).doesNotContain("0 d");
  }

  @Test
  void aParticipleBeforeItsNounIsNoSaying() {
    assertThat(read("A suspected boss of the gang said he was innocent.").claims())
        .filteredOn(c -> c.kind() == Kind.STATEMENT)
        .extracting(c -> c.about().holder())
        .containsExactly("A suspected boss");
  }

  @Test
  void whatWasFoundFurtherIsNotPlanned() {
    assertThat(
            of(
                read("Further investigation led the officers to a second house."),
                Kind.EVENT,
                "investigation",
                "status"))
        .noneMatch(c -> c.eventStatus() == EventStatus.PLANNED);
  }

  @Test
  void aPlaceBesideAnyEventOfAKindIsNoVenueOfOne() {
    assertThat(read("It showed how hard it is to get a death sentence in Larch.").claims())
        .noneMatch(c -> c.kind() == Kind.PLACE && c.about().trigger().equals("sentence"));
  }

  @Test
  void aPlaceInTheNameOfABodyIsNoVenue() {
    for (String body : List.of("Conference on Trade and Travel", "Alliance for Fair Elections")) {
      assertThat(read("The " + body + " in Norway sent nine observers to the election.").claims())
          .as(body)
          .noneMatch(c -> c.kind() == Kind.PLACE);
    }
    assertThat(read("Nine observers came to the election in Norway.").claims())
        .anyMatch(c -> c.kind() == Kind.PLACE);
  }
}
