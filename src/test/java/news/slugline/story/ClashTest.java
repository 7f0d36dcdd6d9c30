package news.slugline.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import news.slugline.claim.About;
import news.slugline.claim.Claim;
import news.slugline.claim.EventStatus;
import news.slugline.claim.Kind;
import org.junit.jupiter.api.Test;

/** What is held against what, and what is not: two articles of two providers, one claim each. */
class ClashTest {
  private static final About COUNCIL = Desk.about("hearing", "date", null, "Ada Marsh");

  /** The statuses of the facts that two articles' claims make, published so many days apart. */
  private static List<FactStatus> statuses(int days, Claim a, Claim b) {
    Map<String, Claim> claims = new LinkedHashMap<>();
    claims.put("a", a);
    claims.put("b", b);
    claims.put(a.text(), a);
    claims.put(b.text(), b);
    Desk desk = new Desk(claims);
    desk.arrive(Desk.article("a", "1", 0, a.text()).build());
    desk.arrive(Desk.article("b", "1", 24 * days, b.text()).build());
    return desk.tick(24 * days + 1).facts().stream().map(Fact::status).toList();
  }

  private static boolean disputed(int days, Claim a, Claim b) {
    return statuses(days, a, b).contains(FactStatus.DISPUTED);
  }

  private static Claim time(String text, String value, String trigger, String slot, String... who) {
    return Desk.claim(Kind.TIME, text, value, Desk.about(trigger, slot, null, who));
  }

  private static Claim toll(String text, String value, String slot) {
    return Desk.claim(Kind.QUANTITY, text, value, Desk.about("fire", slot, null));
  }

  @Test
  void oneHearingOnTwoDaysIsDisputed() {
    Claim a = Desk.claim(Kind.TIME, "Ada Marsh will be heard on June 4.", "2026-06-04", COUNCIL);
    Claim b = Desk.claim(Kind.TIME, "Marsh is to be heard on June 5.", "2026-06-05", COUNCIL);
    assertThat(disputed(0, a, b)).isTrue();
  }

  @Test
  void theDayOfPublicationMayBeThatOfTheTelling() {
    Claim a =
        Desk.claim(Kind.TIME, "Police said March 2 Ada Marsh was heard.", "2026-03-02", COUNCIL);
    Claim b = Desk.claim(Kind.TIME, "Ada Marsh was heard on March 1.", "2026-03-01", COUNCIL);
    Claim c = Desk.claim(Kind.TIME, "Ada Marsh was heard on Feb. 28.", "2026-02-28", COUNCIL);
    assertThat(disputed(0, a, b)).isFalse();
    assertThat(disputed(0, b, c)).isTrue();
  }

  @Test
  void aCallComesAfterWhatItIsAbout() {
    Claim a = time("The ferry sank at 1:30 a.m.", "2026-03-02T01:30Z", "sink", "start");
    Claim b =
        time("Crews were called to the ferry at 2 a.m.", "2026-03-02T02:00Z", "sink", "start");
    Claim c = time("The ferry sank at 2 a.m.", "2026-03-02T02:00Z", "sink", "start");
    assertThat(disputed(0, a, b)).isFalse();
    assertThat(disputed(0, a, c)).isTrue();
  }

  @Test
  void aPartOfTheWoundedIsNotHeldAgainstAllOfThem() {
    Claim a = toll("Seven people were hurt in the fire.", "7 injured", "injured");
    Claim b =
        toll("Four of the residents were hurt in the fire, another badly.", "4 injured", "injured");
    Claim c = toll("Four people were hurt in the fire.", "4 injured", "injured");
    assertThat(disputed(0, a, b)).isFalse();
    assertThat(disputed(0, a, c)).isTrue();
  }

  @Test
  void theSameWeekdayReadAWeekApartIsNoConflict() {
    Claim a = time("The old mill burned on Friday.", "2026-02-27", "fire", "date");
    Claim b = time("The old mill burned down on Friday.", "2026-03-06", "fire", "date");
    assertThat(disputed(0, a, b)).isFalse();
    Claim c = time("The old mill burned on Feb. 27.", "2026-02-27", "fire", "date");
    Claim d = time("The old mill burned down on March 6.", "2026-03-06", "fire", "date");
    assertThat(disputed(0, c, d)).isTrue();
  }

  @Test
  void aTimeOfNothingKnownSpeaksAgainstNothing() {
    Claim a = time("Warm and sunny weather came on Tuesday.", "2026-03-03", "", "date");
    Claim b = time("Warm and sunny weather came on Thursday.", "2026-03-05", "", "date");
    assertThat(disputed(0, a, b)).isFalse();
  }

  @Test
  void aClockTimeWithoutAZoneMayBeTheOneWithAZone() {
    Claim a = time("The ferry sank at 8:30 a.m.", "2026-03-02T13:30Z", "sink", "start");
    Claim b = time("The ferry sank at 8.30 a.m.", "2026-03-02T08:30", "sink", "start");
    assertThat(statuses(0, a, b)).containsExactly(FactStatus.CORROBORATED);
  }

  @Test
  void roughClockTimesAQuarterOfAnHourApartAgreeWell() {
    Claim a = time("The ferry sank about 9 p.m.", "2026-03-02T21:00Z", "sink", "start");
    Claim b = time("The ferry sank at 8:50 p.m.", "2026-03-02T20:50Z", "sink", "start");
    assertThat(disputed(0, a, b)).isFalse();
    Claim c = time("The ferry sank at 9 p.m.", "2026-03-02T21:00Z", "sink", "start");
    assertThat(disputed(0, c, b)).isTrue();
  }

  @Test
  void theSameHourOfTwoDaysIsNoConflictAndHoursApartAreTwoEvents() {
    Claim a =
        time("Two men were robbed on Gull Hill at 4 p.m.", "2026-03-02T16:00Z", "rob", "start");
    Claim b =
        time("Two men were robbed on Gull Hill at 4 p.m.", "2026-03-05T16:00Z", "rob", "start");
    Claim c =
        time(
            "A young waiter was robbed of his bicycle outside the railway station at 4 a.m.",
            "2026-03-02T04:00Z",
            "rob",
            "start");
    assertThat(disputed(0, a, b)).isFalse();
    assertThat(disputed(0, a, c)).isFalse();
  }

  @Test
  void theDayAfterIsNotTheDay() {
    Claim a = Desk.claim(Kind.TIME, "Ada Marsh was heard on Feb. 26.", "2026-02-26", COUNCIL);
    Claim b =
        Desk.claim(Kind.TIME, "Marsh left on Feb. 27 after being heard.", "2026-02-27", COUNCIL);
    assertThat(disputed(0, a, b)).isFalse();
  }

  @Test
  void oneArticleThatGivesTwoValuesGivesThemOfTwoThings() {
    Claim a = toll("Six firefighters were hurt in the fire.", "6 injured", "injured");
    Claim b = toll("Nine residents were hurt in the fire.", "9 injured", "injured");
    Desk desk = new Desk(Map.of(a.text(), a, b.text(), b));
    desk.arrive(Desk.article("a", "1", 0, a.text(), b.text()).build());
    assertThat(desk.tick(1).facts()).noneMatch(f -> f.status() == FactStatus.DISPUTED);
  }

  @Test
  void oneVictimIsToldOfBesideTheOthers() {
    Claim a = toll("One man was hurt in the fire.", "1 injured", "injured");
    Claim b = toll("Eight people were hurt in the fire.", "8 injured", "injured");
    Claim c = toll("Six people were hurt in the fire.", "6 injured", "injured");
    assertThat(disputed(0, a, b)).isFalse();
    assertThat(disputed(0, b, c)).isTrue();
  }

  @Test
  void aBareTollIsHeldAgainstTheOthersOfItsStory() {
    Claim a = toll("Six died.", "6 killed", "killed");
    Claim b = toll("Eight people were killed in the fire on Elm Street.", "8 killed", "killed");
    assertThat(disputed(0, a, b)).isTrue();
  }

  @Test
  void agesOfTheUnnamedNeverMeet() {
    About one = Desk.about("fire", "age", "man, 19 y");
    About other = Desk.about("fire", "age", "man, 22 y");
    Claim a = Desk.claim(Kind.QUANTITY, "A man, 19, died in the fire.", "19 y", one);
    Claim b = Desk.claim(Kind.QUANTITY, "A man, 22, died in the fire.", "22 y", other);
    assertThat(statuses(0, a, b)).hasSize(2).doesNotContain(FactStatus.DISPUTED);
  }

  @Test
  void numbersOfOtherThingsAreNotHeldAgainstEachOther() {
    About of = Desk.about("fire", "duration", null);
    Claim a =
        Desk.claim(Kind.QUANTITY, "Crews fought the fire on Gull Hill for six hours.", "6 h", of);
    Claim b = Desk.claim(Kind.QUANTITY, "Help came within an hour of the fire.", "1 h", of);
    Claim c =
        Desk.claim(Kind.QUANTITY, "Crews fought the fire on Gull Hill for nine hours.", "9 h", of);
    assertThat(disputed(0, a, b)).isFalse();
    assertThat(disputed(0, a, c)).isTrue();
  }

  @Test
  void thatOneThingDidNotHappenDoesNotDenyAnother() {
    Claim a =
        Desk.event(
            "Harbour tours were cancelled by the storm.",
            EventStatus.CANCELLED,
            Desk.about("visit", "status", null));
    Claim b =
        Desk.event(
            "Pilgrims visited the shrine at dawn.",
            EventStatus.OCCURRED,
            Desk.about("visit", "status", null));
    assertThat(disputed(0, a, b)).isFalse();
  }
}
