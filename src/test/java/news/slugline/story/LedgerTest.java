package news.slugline.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import news.slugline.claim.About;
import news.slugline.claim.Claim;
import news.slugline.claim.EventStatus;
import news.slugline.claim.Kind;
import news.slugline.claim.Participant;
import news.slugline.wire.PubStatus;
import news.slugline.wire.Signal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private static final Claim EIGHT =
      Desk.claim(
          Kind.TIME,
          "The ceremony begins at 8 p.m.",
          "2026-03-05T20:00Z",
          Desk.about("ceremony", "start", null));
  private static final Claim NINE =
      Desk.claim(
          Kind.TIME,
          "The ceremony begins at 9 p.m.",
          "2026-03-05T21:00Z",
          Desk.about("ceremony", "start", null));
  private static final Claim THURSDAY =
      Desk.claim(
          Kind.TIME,
          "The ceremony is on Thursday.",
          "2026-03-05",
          Desk.about("ceremony", "start", null));
  private static final Claim PLANNED =
      Desk.event(
          "The mayor will hold a briefing.",
          EventStatus.PLANNED,
          Desk.about("briefing", "status", null, "Anna Mayor"));
  private static final Claim HELD =
      Desk.event(
          "The mayor held a briefing.",
          EventStatus.OCCURRED,
          Desk.about("briefing", "status", null, "Mayor"));
  private static final Claim TWELVE =
      Desk.claim(
          Kind.QUANTITY, "Twelve people died.", "12 killed", Desk.about("quake", "killed", null));
  private static final Claim FOURTEEN =
      Desk.claim(
          Kind.QUANTITY, "Fourteen people died.", "14 killed", Desk.about("quake", "killed", null));
  private static final Claim LONG =
      Desk.quote("a wonderful and rather surprising harvest of turnips for the valley", "Jo Field");
  private static final Claim SHORT = Desk.quote("surprising harvest of turnips", "Field");
  private static final Claim TOLD =
      Desk.told(
          "Port Alma's council closed the old lantern factory after 94 years.",
          EventStatus.OCCURRED,
          "Port Alma");
  private static final Claim RETOLD =
      Desk.told(
          "The lantern factory of Port Alma was closed by the council after 94 years.",
          EventStatus.OCCURRED,
          "Port Alma");
  private static final String LOST =
      "Port Alma lost its lantern factory, which had cost the town three million crowns before the"
          + " council closed it";
  private static final Claim AHEAD =
      Desk.told(
          "The lantern factory of Port Alma will be closed by the council after 94 years.",
          EventStatus.PLANNED,
          "Port Alma");
  private static final Map<String, Claim> TELLINGS =
      Map.of("told", TOLD, "retold", RETOLD, "ahead", AHEAD);
  private static final Map<String, Claim> CLAIMS =
      Map.of(
          "eight",
          EIGHT,
          "nine",
          NINE,
          "thursday",
          THURSDAY,
          "planned",
          PLANNED,
          "held",
          HELD,
          "twelve",
          TWELVE,
          "fourteen",
          FOURTEEN,
          "long",
          LONG,
          "short",
          SHORT);

  private final Desk desk = new Desk(CLAIMS);

  private Fact only() {
    StoryState s = desk.tick(100);
    assertThat(s.facts()).hasSize(1);
    return s.facts().get(0);
  }

  @Test
  void twoOriginsThatSayTheSameCorroborate() {
    desk.arrive(Desk.article("a", "1", 0, "eight").build());
    desk.arrive(Desk.article("b", "1", 1, "eight").build());
    assertThat(only().status()).isEqualTo(FactStatus.CORROBORATED);
    assertThat(desk.updates.get(1).changes()).anyMatch(c -> c.reason() == ChangeReason.NEW_ORIGIN);
  }

  @Test
  void aFactTurnsOnceADayAndNotWhileItHasASingleSource() {
    desk.arrive(Desk.article("a", "1", 0, "eight").build());
    assertThat(only().changes()).isEmpty();
    desk.arrive(Desk.article("b", "1", 1, "eight").build());
    desk.arrive(Desk.article("c", "1", 2, "nine").build());
    desk.arrive(Desk.article("d", "1", 30, "nine").build());
    assertThat(only().changes())
        .extracting(Fact.Turn::date, Fact.Turn::reason)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("2026-03-02", ChangeReason.CONFLICT_OPENED),
            org.assertj.core.groups.Tuple.tuple("2026-03-03", ChangeReason.NEW_ORIGIN));
  }

  @Test
  void oneOriginUnderTwoSpellingsCorroboratesNothing() {
    desk.arrive(Desk.article("a", "1", 0, "eight").credit("The Valley Post").build());
    desk.arrive(Desk.article("b", "1", 1, "eight").credit("\u2013 VALLEY POST").build());
    assertThat(only().status()).isEqualTo(FactStatus.SINGLE_SOURCE);
    assertThat(desk.updates.get(1).changes()).anyMatch(c -> c.reason() == ChangeReason.COPY_ADDED);
  }

  @Test
  void differentStartsAreDisputed() {
    desk.arrive(Desk.article("a", "1", 0, "eight").build());
    desk.arrive(Desk.article("b", "1", 1, "nine").build());
    Fact f = only();
    assertThat(f.status()).isEqualTo(FactStatus.DISPUTED);
    assertThat(f.positions()).hasSize(2);
    assertThat(desk.updates.get(1).changes().get(0).reason())
        .isIn(ChangeReason.CONFLICT_OPENED, ChangeReason.STATE_CHANGED);
  }

  @Test
  void aVaguerValueJoinsTheOnlyOneThatItFits() {
    desk.arrive(Desk.article("a", "1", 0, "eight").build());
    desk.arrive(Desk.article("b", "1", 1, "thursday").build());
    Fact f = only();
    assertThat(f.positions()).hasSize(1);
    assertThat(f.positions().get(0).value()).isEqualTo("2026-03-05T20:00Z");
  }

  @Test
  void aVaguerValueThatFitsTwoStandsAlone() {
    desk.arrive(Desk.article("a", "1", 0, "eight").build());
    desk.arrive(Desk.article("b", "1", 1, "nine").build());
    desk.arrive(Desk.article("c", "1", 2, "thursday").build());
    assertThat(only().positions()).hasSize(3);
  }

  @Test
  void aPlanThatMetItsOutcomeIsSuperseded() {
    desk.arrive(Desk.article("a", "1", 0, "planned").build());
    desk.arrive(Desk.article("b", "1", 5, "held").build());
    Fact f = only();
    assertThat(f.status()).isEqualTo(FactStatus.SUPERSEDED);
    assertThat(f.outcome()).isEqualTo(Outcome.FULFILLED);
    assertThat(f.positions())
        .filteredOn(Position::current)
        .extracting(Position::value)
        .containsExactly("occurred");
  }

  @Test
  void aTollThatGrowsSupersedesAndOneThatShrinksConflicts() {
    desk.arrive(Desk.article("a", "1", 0, "twelve").build());
    desk.arrive(Desk.article("b", "1", 5, "fourteen").build());
    assertThat(only().status()).isEqualTo(FactStatus.SUPERSEDED);
    Desk other = new Desk(CLAIMS);
    other.arrive(Desk.article("a", "1", 0, "fourteen").build());
    other.arrive(Desk.article("b", "1", 5, "twelve").build());
    assertThat(other.tick(9).facts().get(0).status()).isEqualTo(FactStatus.DISPUTED);
  }

  @Test
  void quotesJoinAcrossCuts() {
    desk.arrive(Desk.article("a", "1", 0, "long").build());
    desk.arrive(Desk.article("b", "1", 1, "short").build());
    Fact f = only();
    assertThat(f.status()).isEqualTo(FactStatus.CORROBORATED);
    assertThat(f.positions().get(0).attributedTo()).containsExactly("Jo Field");
  }

  @Test
  void aCorrectionReplacesItsArticlesClaims() {
    desk.arrive(Desk.article("a", "1", 0, "twelve").build());
    desk.arrive(Desk.article("a", "2", 1, "fourteen").signal(Signal.CORRECTION).build());
    Fact f = only();
    assertThat(f.status()).isEqualTo(FactStatus.CORRECTED);
    assertThat(f.positions())
        .filteredOn(Position::current)
        .extracting(Position::value)
        .containsExactly("14 killed");
  }

  @Test
  void aKillRetractsEveryClaimOfItsArticleAndShowsNoneOfItsWords() {
    desk.arrive(Desk.article("a", "1", 0, "twelve", "long").build());
    desk.arrive(Desk.article("a", "2", 900, "").pubStatus(PubStatus.CANCELED).build());
    StoryState s = desk.tick(901);
    assertThat(s.state()).isEqualTo(LifeState.WITHDRAWN);
    assertThat(s.facts()).hasSize(2).allMatch(f -> f.status() == FactStatus.RETRACTED);
    assertThat(s.toString()).doesNotContain("turnips", "Twelve", "Headline of", "Field");
    StoryUpdate last = desk.updates.get(desk.updates.size() - 1);
    assertThat(last.toString()).doesNotContain("turnips", "Twelve", "Headline of", "Field");
    assertThat(last.changes()).anyMatch(c -> c.reason() == ChangeReason.RETRACTED);
  }

  /** A body long enough to be known again in a copy. */
  private static String[] lines(String claim) {
    StringBuilder b = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      b.append("word").append(i).append(' ');
    }
    return new String[] {claim, b.toString()};
  }

  @Test
  void aKillTakesTheCopiesAlongThatCreditIt() {
    desk.arrive(Desk.article("a", "1", 0, lines("eight")).provider("Coast Wire").build());
    desk.arrive(Desk.article("b", "1", 1, lines("eight")).build());
    desk.arrive(Desk.article("c", "1", 2, lines("eight")).credit("COAST WIRE").build());
    desk.arrive(Desk.article("d", "1", 2, lines("eight")).credit("CW").build());
    assertThat(only().positions().get(0).origins()).isEqualTo(1);
    desk.arrive(
        Desk.article("a", "2", 3).provider("Coast Wire").pubStatus(PubStatus.CANCELED).build());
    Fact f = only();
    assertThat(f.status()).isEqualTo(FactStatus.RETRACTED);
    StoryState s = desk.tick(101);
    assertThat(s.toString()).doesNotContain("ceremony begins").doesNotContain("Headline of");
    assertThat(s.articles()).allMatch(a -> a.use() == ArticleUse.KILLED);
    desk.arrive(Desk.article("b", "2", 4, "nine").build());
    s = desk.tick(102);
    assertThat(s.counts().articles()).isEqualTo(1);
    assertThat(s.facts().get(0).positions().get(0).originNames()).containsExactly("Provider b");
  }

  @Test
  void aKillLeavesCopiesOfOthersAndWhatIsSentInItsStead() {
    desk.arrive(Desk.article("a", "1", 0, lines("eight")).provider("Coast Wire").build());
    desk.arrive(Desk.article("b", "1", 1, lines("eight")).credit("Hill Press").build());
    desk.arrive(
        Desk.article("a", "2", 2).provider("Coast Wire").pubStatus(PubStatus.CANCELED).build());
    desk.arrive(Desk.article("d", "1", 3, lines("nine")).provider("Coast Wire").build());
    desk.arrive(Desk.article("e", "1", 4, lines("nine")).build());
    StoryState s = desk.tick(100);
    assertThat(s.articles())
        .filteredOn(a -> a.use() == ArticleUse.USED)
        .extracting(StoryState.ArticleRef::uri)
        .containsExactlyInAnyOrder("b", "d", "e");
  }

  @Test
  void aWithheldArticleCountsForNothingUntilItIsFree() {
    desk.arrive(Desk.article("a", "1", 0, "twelve").pubStatus(PubStatus.WITHHELD).build());
    assertThat(desk.tick(1).facts()).isEmpty();
    assertThat(desk.tick(1).state()).isEqualTo(LifeState.HELD);
    desk.arrive(Desk.article("a", "2", 2, "twelve").build());
    assertThat(desk.tick(3).facts()).hasSize(1);
  }

  @Test
  void aRepeatSendsNoUpdate() {
    desk.arrive(Desk.article("a", "1", 0, "twelve").build());
    desk.arrive(Desk.article("a", "1", 0, "twelve").build());
    assertThat(desk.updates).hasSize(1);
  }

  /**
   * It would have been open for ever, as the tick at 73 hours found it not quiet for long enough.
   */
  @Test
  void aVersionThatComesWhileAStoryIsQuietPutsItsEndOff() {
    desk.arrive(Desk.article("a", "1", 0, "twelve").build());
    assertThat(desk.tick(25).state()).isEqualTo(LifeState.QUIET);
    desk.arrive(Desk.article("a", "2", 60, "twelve", "eight").build());
    assertThat(desk.tick(73).state()).isEqualTo(LifeState.QUIET);
    assertThat(desk.tick(131).state()).isEqualTo(LifeState.QUIET);
    assertThat(desk.tick(133).state()).isEqualTo(LifeState.CLOSED);
  }

  @Test
  void storiesGoQuietCloseAndReopen() {
    desk.arrive(Desk.article("a", "1", 0, "twelve").build());
    assertThat(desk.tick(23).state()).isEqualTo(LifeState.EMERGING);
    assertThat(desk.tick(25).state()).isEqualTo(LifeState.QUIET);
    assertThat(desk.tick(73).state()).isEqualTo(LifeState.CLOSED);
    desk.arrive(Desk.article("b", "1", 80, "eight").build());
    assertThat(desk.tick(81).state()).isEqualTo(LifeState.DEVELOPING);
    assertThat(desk.updates.get(3).changes().get(0).reason()).isEqualTo(ChangeReason.REOPENED);
    assertThat(desk.updates).extracting(StoryUpdate::revision).containsExactly(1, 2, 3, 4);
  }

  /** The rows of a merge come later than ticks that the merge must come before. */
  @Test
  void aTickThatWaitedForAMergeTellsTheWholeStateWhenItsTurnComes() {
    desk.arrive("s1", Desk.article("a", "1", 0, "eight").build());
    desk.arrive("s2", Desk.article("b", "1", 1, "nine").build());
    desk.tick(2);
    desk.apply("s1", new StoryInput.Absorb("s2", Desk.START));
    desk.tick(500);
    desk.apply("s2", new StoryInput.Absorbed("s1", Desk.START));
    StoryState told = java.util.Objects.requireNonNull(desk.states.get("s1"));
    assertThat(told.state()).isEqualTo(LifeState.CLOSED);
    assertThat(told.articles()).hasSize(2);
    assertThat(told.revision())
        .isEqualTo(
            desk.updates.stream()
                .filter(u -> u.storyId().equals("s1"))
                .mapToInt(StoryUpdate::revision)
                .max()
                .orElseThrow());
    assertThat(desk.tick(501)).as("nothing is left to tell").isSameAs(told);
  }

  @Test
  void theSurvivorOfAMergeHoldsWhatBothHeld() {
    desk.arrive("s1", Desk.article("a", "1", 0, "eight").build());
    desk.arrive("s2", Desk.article("b", "1", 1, "nine").build());
    Instant t = Desk.START.plusSeconds(7_200);
    desk.apply("s1", new StoryInput.Absorb("s2", t));
    desk.arrive("s1", Desk.article("c", "1", 3, "eight").build());
    assertThat(desk.updates).hasSize(2);
    desk.apply("s2", new StoryInput.Absorbed("s1", t));
    StoryState s = desk.tick(4);
    assertThat(s.facts()).hasSize(1);
    assertThat(s.counts().articles()).isEqualTo(3);
    assertThat(s.facts().get(0).status()).isEqualTo(FactStatus.DISPUTED);
    StoryState gone = java.util.Objects.requireNonNull(desk.states.get("s2"));
    assertThat(gone.state()).isEqualTo(LifeState.MERGED);
    assertThat(gone.mergedInto()).isEqualTo("s1");
    assertThat(desk.updates)
        .filteredOn(u -> u.storyId().equals("s1"))
        .extracting(StoryUpdate::revision)
        .containsExactly(1, 2, 3);
  }

  @Test
  void anArticleThatIsTakenOutLeavesNothing() {
    desk.arrive(Desk.article("a", "1", 0, "eight").build());
    desk.arrive(Desk.article("b", "1", 1, "nine").build());
    desk.apply("s1", new StoryInput.Removed("b", Desk.START.plusSeconds(9_000)));
    assertThat(only().status()).isEqualTo(FactStatus.SINGLE_SOURCE);
  }

  @Test
  void valuesAndMapsOfRowsHaveAnOrder() {
    Collection<String> keys =
        new HeadRow(
                0,
                LifeState.EMERGING,
                "",
                "",
                "",
                false,
                "",
                "",
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                Map.of("b", "1", "a", "2", "c", "3"),
                Map.of(),
                0,
                null,
                Keeping.WHOLE,
                "",
                "")
            .pending()
            .keySet();
    assertThat(List.copyOf(keys)).containsExactly("a", "b", "c");
  }

  @Test
  void whatAnUpdateRevisedIsCorrectedOnceACorrectionComes() {
    desk.arrive(Desk.article("a", "1", 0, "twelve").build());
    desk.arrive(Desk.article("a", "2", 1, "fourteen").build());
    assertThat(only().positions()).extracting(Position::status).contains(FactStatus.SUPERSEDED);
    desk.arrive(Desk.article("a", "3", 2, "fourteen").signal(Signal.CORRECTION).build());
    Fact f = only();
    assertThat(f.status()).isEqualTo(FactStatus.CORRECTED);
    assertThat(f.positions()).extracting(Position::status).doesNotContain(FactStatus.SUPERSEDED);
  }

  @Test
  void aCorrectionThatComesLateCorrectsWhatFollowsAClaimThatItSaysToo() {
    desk.arrive(Desk.article("a", "1", 2, "twelve").build());
    desk.arrive(Desk.article("a", "3", 3, "fourteen").build());
    desk.arrive(Desk.article("a", "2", 1, "fourteen").signal(Signal.CORRECTION).build());
    assertThat(only().positions())
        .extracting(Position::status)
        .containsExactly(FactStatus.SINGLE_SOURCE, FactStatus.CORRECTED);
  }

  @Test
  void aPlanIsNotMetByWhatHappenedBeforeItWasVoiced() {
    desk.arrive(Desk.article("a", "1", 0, "held").build());
    desk.arrive(Desk.article("b", "1", 5, "planned").build());
    assertThat(desk.tick(100).facts()).hasSize(2).noneMatch(f -> f.outcome() == Outcome.FULFILLED);
  }

  @Test
  void aSecondMeetingIsNotTheFirst() {
    Map<String, Claim> claims =
        Map.of(
            "first",
            Desk.event(
                "Rowe met Hale.",
                EventStatus.OCCURRED,
                Desk.about("meeting", "status", null, "Rowe", "Hale")),
            "second",
            Desk.event(
                "Rowe will hold a second meeting with Hale.",
                EventStatus.PLANNED,
                Desk.about("meeting", "status", null, "Rowe", "Hale")));
    Desk d = new Desk(claims);
    d.arrive(Desk.article("a", "1", 0, "second").build());
    d.arrive(Desk.article("b", "1", 5, "first").build());
    assertThat(d.tick(100).facts()).hasSize(2).noneMatch(f -> f.outcome() == Outcome.FULFILLED);
  }

  private static Claim undergone(String text, String trigger, String name) {
    List<Participant> who = List.of(new Participant(Participant.Role.PATIENT, name));
    return Desk.event(
        text,
        EventStatus.OCCURRED,
        new About(trigger, false, who, "status", null, null, null, List.of()));
  }

  private static final Map<String, Claim> COURSES =
      Map.of(
          "hurt", undergone("Tom Reed was hospitalised.", "injury", "Tom Reed"),
          "hurt too", undergone("Eva Reed was hospitalised.", "injury", "Eva Reed"),
          "dead", undergone("Thomas Reed died.", "death", "Thomas Reed"),
          "charged", undergone("Ivo Lang was charged with arson.", "charge", "Ivo Lang"),
          "convicted", undergone("Ivo Lang was convicted of arson.", "conviction", "Ivo Lang"),
          "acquitted", undergone("Ivo Lang was acquitted.", "acquittal", "Ivo Lang"));

  private static Map<String, FactStatus> statuses(StoryState s) {
    Map<String, FactStatus> out = new TreeMap<>();
    s.facts().forEach(f -> out.put(f.gist(), f.status()));
    return out;
  }

  @Test
  void aDeathSupersedesThatTheSamePersonWasHurt() {
    Desk d = new Desk(COURSES);
    d.arrive(Desk.article("b", "1", 5, "dead").build());
    d.arrive(Desk.article("a", "1", 0, "hurt", "hurt too").build());
    Map<String, FactStatus> all = statuses(d.tick(6));
    assertThat(all).containsEntry("Tom Reed was hospitalised.", FactStatus.SUPERSEDED);
    assertThat(all).containsEntry("Eva Reed was hospitalised.", FactStatus.SINGLE_SOURCE);
    assertThat(all).containsEntry("Thomas Reed died.", FactStatus.SINGLE_SOURCE);
    d.arrive(Desk.article("b", "2", 7).pubStatus(PubStatus.CANCELED).build());
    assertThat(statuses(d.tick(8)))
        .as("nobody says any more that he died")
        .containsEntry("Tom Reed was hospitalised.", FactStatus.SINGLE_SOURCE);
  }

  @Test
  void aVerdictSupersedesTheChargeAndNotAnotherVerdict() {
    Desk d = new Desk(COURSES);
    d.arrive(Desk.article("a", "1", 0, "charged").build());
    d.arrive(Desk.article("b", "1", 5, "convicted").build());
    d.arrive(Desk.article("c", "1", 9, "acquitted").build());
    Map<String, FactStatus> all = statuses(d.tick(10));
    assertThat(all).containsEntry("Ivo Lang was charged with arson.", FactStatus.SUPERSEDED);
    assertThat(all).containsEntry("Ivo Lang was convicted of arson.", FactStatus.SINGLE_SOURCE);
    assertThat(all).containsEntry("Ivo Lang was acquitted.", FactStatus.SINGLE_SOURCE);
    assertThat(d.updates.get(1).changes()).anyMatch(c -> c.reason() == ChangeReason.SUPERSEDED);
  }

  @Test
  void whatTwoOriginsTellInOtherWordsIsOneFactThatStandsLast() {
    Desk d = new Desk(TELLINGS);
    d.arrive(Desk.article("a", "1", 0, "told").build());
    assertThat(d.tick(1).facts()).as("told by one alone").isEmpty();
    d.arrive(Desk.article("b", "1", 1, "retold").build());
    Fact f = d.tick(2).facts().get(0);
    assertThat(f.status()).isEqualTo(FactStatus.CORROBORATED);
    assertThat(f.positions()).hasSize(1);
    assertThat(f.positions().get(0).evidence()).hasSize(2);
    assertThat(f.positions().get(0).value()).contains("lantern factory");
    d.arrive(Desk.article("b", "2", 3).pubStatus(PubStatus.CANCELED).build());
    assertThat(d.tick(4).facts()).as("told by one alone again").isEmpty();
  }

  @Test
  void sentencesThatClaimOtherThingsOfOneHappeningDoNotCorroborateEachOther() {
    Claim loss = Desk.told(LOST + " after 94 years.", EventStatus.OCCURRED, "Port Alma");
    Desk d = new Desk(Map.of("told", TOLD, "retold", RETOLD, "loss", loss));
    d.arrive(Desk.article("a", "1", 0, "told").build());
    d.arrive(Desk.article("b", "1", 1, "loss").build());
    Fact f = d.tick(2).facts().get(0);
    assertThat(f.status()).isEqualTo(FactStatus.SINGLE_SOURCE);
    assertThat(f.positions()).hasSize(1);
    Position p = f.positions().get(0);
    assertThat(p.origins()).isEqualTo(1);
    assertThat(p.originNames()).containsExactly("Provider a");
    assertThat(p.value()).isEqualTo(TOLD.text());
    assertThat(p.evidence()).extracting(Evidence::article).containsExactly("a", "b");
    assertThat(p.evidence()).extracting(Evidence::counts).containsExactly(true, false);
    d.arrive(Desk.article("c", "1", 3, "retold").build());
    d.arrive(Desk.article("d", "1", 4, "loss").build());
    Fact g = d.tick(5).facts().get(0);
    assertThat(g.status()).isEqualTo(FactStatus.CORROBORATED);
    assertThat(g.positions())
        .extracting(Position::origins)
        .as("d has b's sentence word for word")
        .containsExactly(2, 1);
    assertThat(g.positions().get(0).evidence()).extracting(Evidence::article).contains("a", "c");
    assertThat(g.positions().get(1).evidence()).extracting(Evidence::article).contains("b", "d");
  }

  /** Two facts, and a sentence that tells of both. */
  private static final Map<String, Claim> TWO_FACTS =
      Map.of(
          "told",
          TOLD,
          "retold",
          RETOLD,
          "jobs",
          alma("Some 300 glass workers with families lost their jobs on Friday."),
          "lost",
          alma("On Friday 300 glass workers with families lost their jobs."),
          "both",
          alma(
              "Port Alma's council closed the old lantern factory after 94 years, and 300 glass"
                  + " workers with families lost their jobs on Friday."));

  private static void tellTwoFacts(Desk d) {
    d.arrive(Desk.article("a", "1", 0, "told").build());
    d.arrive(Desk.article("b", "1", 1, "retold").build());
    d.arrive(Desk.article("c", "1", 2, "jobs").build());
    d.arrive(Desk.article("d", "1", 3, "lost").build());
  }

  @Test
  void aSentenceThatTellsOfTwoFactsFollowsOneAndStandsBesideTheOther() {
    Desk d = new Desk(TWO_FACTS);
    tellTwoFacts(d);
    List<Fact> before = d.tick(4).facts();
    assertThat(before).hasSize(2).allMatch(f -> f.positions().get(0).origins() == 2);
    d.arrive(Desk.article("e", "1", 5, "both").build());
    List<Fact> facts = d.tick(6).facts();
    assertThat(facts).extracting(Fact::status).containsOnly(FactStatus.CORROBORATED);
    List<Fact> beside = facts.stream().filter(f -> uncounted(f).contains("e")).toList();
    assertThat(facts).allMatch(f -> f.toString().contains("article=e"));
    assertThat(beside).isNotEmpty().allMatch(f -> f.positions().get(0).origins() == 2);
    Explanation why = java.util.Objects.requireNonNull(d.explain(beside.get(0).factId()));
    assertThat(why.claims())
        .anyMatch(
            j -> j.article().equals("e") && j.why().contains("counts not") && j.score() > 0.6);
    d.arrive(Desk.article("e", "2", 7).pubStatus(PubStatus.CANCELED).build());
    List<Fact> after = d.tick(8).facts();
    assertThat(after).allMatch(f -> uncounted(f).isEmpty());
    assertThat(after.toString()).doesNotContain("94 years, and 300 glass workers");
  }

  /** Of older versions of a long article only the first claims are kept. */
  @Test
  void aFactOutlastsTheVersionWhoseSentenceStandsBesideIt() {
    Map<String, Claim> claims = new TreeMap<>(TWO_FACTS);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      lines.add("quote" + i);
      claims.put("quote" + i, Desk.quote("number " + i + " of ".repeat(200) + "many", "Jo Field"));
    }
    lines.add("both");
    Desk d = Desk.restarting(claims);
    tellTwoFacts(d);
    d.arrive(Desk.article("e", "1", 5, lines.toArray(new String[0])).build());
    List<Fact> before = d.tick(6).facts();
    assertThat(before).anyMatch(f -> uncounted(f).contains("e"));
    d.arrive(Desk.article("e", "2", 7, lines.toArray(new String[0])).build());
    assertThat(d.tick(8).facts()).hasSameSizeAs(before).anyMatch(f -> uncounted(f).contains("e"));
  }

  @Test
  void aSentenceStandsBesideWhatElseIsClaimedInTheOneThatItRetells() {
    Claim toll =
        Desk.claim(
            Kind.QUANTITY,
            "closed the old lantern factory after 94 years",
            "94 y",
            Desk.about("closure", "duration", null));
    Claim closed =
        Desk.event(
            TOLD.text().substring(2),
            EventStatus.OCCURRED,
            new About(
                "closure", false, List.of(), "status", null, null, null, TOLD.about().terms()));
    Claim arrest =
        Desk.event("A man was held.", EventStatus.OCCURRED, Desk.about("arrest", "status", null));
    Desk d =
        new Desk(
            Map.of("told", TOLD, "retold", RETOLD, "toll", toll, "closed", closed, "held", arrest));
    d.arrive(Desk.article("a", "1", 0, "told+toll+closed+held").build());
    d.arrive(Desk.article("b", "1", 1, "retold").build());
    for (Fact f : d.tick(2).facts()) {
      boolean says = !f.topicKey().contains("arrest") && !f.topicKey().startsWith("told");
      assertThat(uncounted(f)).as(f.topicKey()).isEqualTo(says ? List.of("b") : List.of());
      assertThat(f.positions().get(0).origins()).isEqualTo(f.topicKey().startsWith("told") ? 2 : 1);
    }
    d.arrive(Desk.article("a", "2", 3).pubStatus(PubStatus.CANCELED).build());
    assertThat(d.tick(4).facts()).allMatch(f -> uncounted(f).isEmpty());
  }

  private static Claim duration(String trigger, String value, @Nullable String day) {
    About of = new About(trigger, false, List.of(), "duration", null, day, null, List.of());
    return Desk.claim(Kind.QUANTITY, "lost its lantern factory after 94 years", value, of);
  }

  private static Fact withKey(StoryState s, String key) {
    return s.facts().stream().filter(f -> f.topicKey().contains(key)).findFirst().orElseThrow();
  }

  @Test
  void aSentenceBesideAFactCountsIfItGivesTheValueUnderAnotherKey() {
    Map<String, Claim> claims =
        Map.of(
            "told", TOLD,
            "retold", RETOLD,
            "closure", duration("closure", "94 y", "2026-03-01"),
            "strike", duration("strike", "94 y", "2026-03-01"),
            "other", duration("strike", "93 y", "2026-03-01"),
            "past", duration("strike", "94 y", "2026-01-05"));
    for (String mate : List.of("strike", "other", "past")) {
      Desk d = Desk.restarting(claims);
      d.arrive(Desk.article("a", "1", 0, "told+closure").build());
      d.arrive(Desk.article("b", "1", 1, "retold+" + mate).build());
      Fact f = withKey(d.tick(2), "closure");
      boolean same = mate.equals("strike");
      assertThat(f.status())
          .as(mate)
          .isEqualTo(same ? FactStatus.CORROBORATED : FactStatus.SINGLE_SOURCE);
      Position p = f.positions().get(0);
      assertThat(p.originNames()).hasSize(same ? 2 : 1);
      assertThat(p.evidence()).extracting(Evidence::article).containsExactly("a", "b");
      assertThat(p.evidence()).extracting(Evidence::counts).containsExactly(true, same);
      assertThat(p.evidenceFolded()).isZero();
      String why = java.util.Objects.requireNonNull(d.explain(f.factId())).claims().toString();
      assertThat(why.contains("counts not")).isEqualTo(!same);
    }
  }

  @Test
  void whatCountsBesideAFactGoesWithItsArticlesVersion() {
    Map<String, Claim> claims =
        Map.of(
            "told", TOLD,
            "retold", RETOLD,
            "closure", duration("closure", "94 y", null),
            "strike", duration("strike", "94 y", null),
            "other", duration("strike", "93 y", null));
    Desk d = new Desk(claims);
    d.arrive(Desk.article("a", "1", 0, "told+closure").build());
    d.arrive(Desk.article("b", "1", 1, "retold+other").build());
    assertThat(withKey(d.tick(2), "closure").positions().get(0).origins()).isEqualTo(1);
    d.arrive(Desk.article("b", "2", 3, "retold+strike").build());
    assertThat(withKey(d.tick(4), "closure").positions().get(0).origins()).isEqualTo(2);
    d.arrive(Desk.article("b", "3", 5, "retold").build());
    assertThat(withKey(d.tick(6), "closure").positions().get(0).origins()).isEqualTo(1);
    d.arrive(Desk.article("b", "4", 7, "retold+strike").build());
    assertThat(withKey(d.tick(8), "closure").positions().get(0).origins()).isEqualTo(2);
    d.arrive(Desk.article("b", "5", 9).pubStatus(PubStatus.CANCELED).build());
    assertThat(withKey(d.tick(10), "closure").positions().get(0).origins()).isEqualTo(1);
  }

  @Test
  void theAgeOfOneNamedPersonIsNotThatOfAnother() {
    for (String who : List.of("boy", "Ann Roe", "Bo Kim")) {
      String at = "closed the old lantern factory after 94 years";
      Claim ann = Desk.claim(Kind.QUANTITY, at, "94 y", Desk.about("", "age", "Ann Roe"));
      Claim other = Desk.claim(Kind.QUANTITY, at, "94 y", Desk.about("", "age", who));
      Desk d = new Desk(Map.of("told", TOLD, "retold", RETOLD, "ann", ann, "other", other));
      d.arrive(Desk.article("a", "1", 0, "told+ann").build());
      d.arrive(Desk.article("b", "1", 1, "retold+other").build());
      assertThat(withKey(d.tick(2), "age of ").positions().get(0).origins())
          .as(who)
          .isEqualTo(who.equals("Bo Kim") ? 1 : 2);
    }
  }

  @Test
  void whatTwoArticlesOfOneOriginTellIsAFactButNotWhatACopyRepeats() {
    StringBuilder copy = new StringBuilder("told");
    for (int i = 0; i < 80; i++) {
      copy.append("\nword").append(i * 7).append(" of the old town");
    }
    for (boolean copied : List.of(true, false)) {
      Desk d = new Desk(TELLINGS);
      d.arrive(Desk.article("a", "1", 0, copy.toString()).provider("One").build());
      String other = copied ? copy.toString() : "retold";
      d.arrive(Desk.article("b", "1", 1, other).provider("One").build());
      List<Fact> facts = d.tick(2).facts();
      assertThat(facts).hasSize(copied ? 0 : 1);
      assertThat(facts).allMatch(f -> f.status() == FactStatus.SINGLE_SOURCE);
      d.arrive(Desk.article("c", "1", 3, "retold").provider("One").build());
      assertThat(d.tick(4).facts()).hasSize(1);
    }
  }

  private static List<String> uncounted(Fact f) {
    return f.positions().stream()
        .flatMap(p -> p.evidence().stream())
        .filter(e -> !e.counts())
        .map(Evidence::article)
        .toList();
  }

  private static Claim alma(String text) {
    return Desk.told(text, EventStatus.OCCURRED, "Port Alma");
  }

  @Test
  void nothingStandsBesideAFactThatTellsOfAnotherDay() {
    Claim loss = told("2026-02-20", LOST);
    Claim same = told("2026-03-01", LOST);
    Claim first = told("2026-03-01", "Port Alma's council closed the old lantern factory");
    for (Claim other : List.of(loss, same)) {
      Desk d = new Desk(Map.of("told", first, "other", other));
      d.arrive(Desk.article("a", "1", 0, "told").build());
      d.arrive(Desk.article("b", "1", 1, "other").build());
      assertThat(d.tick(2).facts().get(0).positions()).hasSize(other == loss ? 2 : 1);
    }
  }

  private static Claim told(String day, String text) {
    Claim c = Desk.told(text + " after 94 years.", EventStatus.OCCURRED, "Port Alma");
    About of = c.about();
    return Desk.event(
        c.text(),
        EventStatus.OCCURRED,
        new About("", false, of.participants(), of.slot(), null, day, null, of.terms()));
  }

  @Test
  void whatIsKilledStandsBesideNothing() {
    Claim loss = told("2026-03-01", LOST);
    Desk d = new Desk(Map.of("told", TOLD, "retold", RETOLD, "loss", loss));
    d.arrive(Desk.article("a", "1", 0, "told").build());
    d.arrive(Desk.article("b", "1", 1, "loss").build());
    d.arrive(Desk.article("c", "1", 2, "retold").build());
    assertThat(d.tick(3).facts().get(0).positions().get(0).evidence()).hasSize(3);
    d.arrive(Desk.article("b", "2", 4).pubStatus(PubStatus.CANCELED).build());
    assertThat(d.tick(5).facts().toString()).doesNotContain("lost its lantern");
    Fact f = d.tick(6).facts().get(0);
    assertThat(f.status()).isEqualTo(FactStatus.CORROBORATED);
    assertThat(f.positions().get(0).evidence()).allMatch(Evidence::counts);
  }

  @Test
  void sentencesThatGiveTwoMagnitudesAreNotToldAsOne() {
    String quake = "Port Alma's old lantern factory fell in a magnitude %s earthquake.";
    for (String other : List.of("5.4", "6.2")) {
      Claim a = Desk.told(quake.replace("%s", "5.4"), EventStatus.OCCURRED, "Port Alma");
      Claim b =
          Desk.told(("Sunday: " + quake).replace("%s", other), EventStatus.OCCURRED, "Port Alma");
      Desk d = new Desk(Map.of("one", a, "two", b));
      d.arrive(Desk.article("a", "1", 0, "one").build());
      d.arrive(Desk.article("b", "1", 1, "two").build());
      assertThat(d.tick(2).facts()).as(other).hasSize(other.equals("5.4") ? 1 : 0);
    }
  }

  @Test
  void theFirstSentencesOfAnArticleLeadWhateverCameBefore() {
    Desk d = new Desk(TELLINGS);
    String before = "x".repeat(900);
    d.arrive(Desk.article("a", "1", 0, before, "told").build());
    d.arrive(Desk.article("b", "1", 1, "retold").build());
    Fact f = d.tick(2).facts().get(0);
    Explanation e = java.util.Objects.requireNonNull(d.explain(f.factId()));
    assertThat(e.claims()).extracting(Explanation.Joined::article).containsExactly("b", "a");
    Desk even = new Desk(TELLINGS);
    even.arrive(Desk.article("a", "1", 0, "told").build());
    even.arrive(Desk.article("b", "1", 1, "retold").build());
    String id = even.tick(2).facts().get(0).factId();
    assertThat(java.util.Objects.requireNonNull(even.explain(id)).claims())
        .extracting(Explanation.Joined::article)
        .containsExactly("a", "b");
  }

  @Test
  void twoEventsOfAClassThatShareNothingElseDoNotCorroborateEachOther() {
    Claim team =
        Desk.event(
            "The visiting rowers arrived on two coaches.",
            EventStatus.OCCURRED,
            Desk.about("arrive", "status", null));
    Claim envoy =
        Desk.event(
            "Ines Falk arrived by seaplane from Marrow.",
            EventStatus.OCCURRED,
            Desk.about("arrive", "status", null, "Ines Falk"));
    Claim again =
        Desk.event(
            "Envoy Falk arrived from Marrow by seaplane.",
            EventStatus.OCCURRED,
            Desk.about("arrive", "status", null, "Falk"));
    Desk d = new Desk(Map.of("team", team, "envoy", envoy, "again", again));
    d.arrive(Desk.article("a", "1", 0, "team").build());
    d.arrive(Desk.article("b", "1", 1, "envoy").build());
    assertThat(d.tick(2).facts()).allMatch(f -> f.status() == FactStatus.SINGLE_SOURCE);
    d.arrive(Desk.article("c", "1", 3, "again").build());
    List<Position> all = d.tick(4).facts().stream().flatMap(f -> f.positions().stream()).toList();
    assertThat(all).hasSize(2);
    assertThat(all.get(0).status()).isEqualTo(FactStatus.CORROBORATED);
    assertThat(all.get(1).status()).isEqualTo(FactStatus.SINGLE_SOURCE);
  }

  @Test
  void anArticleThatNamesItsOutletIsNoSecondOrigin() {
    Claim heard =
        new Claim(
            PLANNED.kind(),
            PLANNED.span(),
            PLANNED.text(),
            null,
            null,
            null,
            PLANNED.value(),
            PLANNED.modality(),
            PLANNED.polarity(),
            PLANNED.eventStatus(),
            "Alma Herald",
            PLANNED.about());
    Desk d = new Desk(Map.of("planned", PLANNED, "heard", heard));
    d.arrive(Desk.article("a", "1", 0, "heard", "planned").build());
    Fact f = d.tick(1).facts().get(0);
    assertThat(f.status()).isEqualTo(FactStatus.SINGLE_SOURCE);
    assertThat(f.positions().get(0).origins()).isEqualTo(1);
    assertThat(f.positions().get(0).originNames()).containsExactly("Alma Herald");
    d.arrive(Desk.article("b", "1", 2, "planned").build());
    assertThat(d.tick(3).facts().get(0).positions().get(0).origins()).isEqualTo(2);
  }

  @Test
  void whatIsToBeIsNotToldAsWhatIs() {
    Desk d = new Desk(TELLINGS);
    d.arrive(Desk.article("a", "1", 0, "told").build());
    d.arrive(Desk.article("b", "1", 1, "ahead").build());
    assertThat(d.tick(2).facts()).isEmpty();
  }

  @Test
  void aPersonIsListedByTheFullName() {
    Desk desk = new Desk();
    desk.arrive(
        Desk.article("a", "1", 0, "Captain Berg was held in Larch. Captain Berg said no.").build());
    desk.arrive(Desk.article("b", "1", 1, "Captain Ole Berg was held in Larch on Friday.").build());
    assertThat(desk.tick(6).people()).contains("Ole Berg").doesNotContain("Berg");
  }
}
