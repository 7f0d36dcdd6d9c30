package news.slugline.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import news.slugline.claim.About;
import news.slugline.claim.Claim;
import news.slugline.claim.ClaimExtractor;
import news.slugline.claim.EventStatus;
import news.slugline.claim.Kind;
import news.slugline.claim.value.Places;
import news.slugline.wire.WireArticle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What shows that two sentences of much the same words tell of two happenings. */
class ApartTest {
  private static final Instant TIME = Instant.parse("2026-06-10T12:00:00Z");
  private static final ClaimExtractor EXTRACTOR = ClaimExtractor.standard();

  private final Wording wording = Wording.english(Memory.LEAST);
  private final Clash clash =
      new Clash(wording, new Values(Places.standard(), Memory.LEAST), Memory.LEAST);
  private final Apart apart = new Apart(wording, clash.calendar(), Memory.LEAST);

  private NodeRow node(String uri, Claim c) {
    Scene scene = Scene.of("", c.text(), List.of(), wording);
    return new NodeRow(
        uri,
        uri,
        "1",
        TIME.toString(),
        Standing.ACTIVE,
        c,
        0,
        scene,
        new TopicKeys.Keyed(() -> TopicKeys.Keys.of(null, List.of())),
        "",
        null,
        "",
        List.of(),
        "");
  }

  private static Claim told(String sentence) {
    WireArticle a = WireArticle.builder("u", "1", "p").body(sentence).build();
    return EXTRACTOR.extract(a, TIME).claims().stream()
        .filter(Claim::isTold)
        .findFirst()
        .orElseThrow(() -> new AssertionError("tells nothing: " + sentence));
  }

  private boolean areApart(Claim a, Claim b) {
    boolean out = apart.shows(node("a", a), node("b", b));
    assertThat(apart.shows(node("b", b), node("a", a))).as("the other way round").isEqualTo(out);
    return out;
  }

  private static Arguments row(String by, String a, String other, String same) {
    return Arguments.of(by, a, other, same);
  }

  static Stream<Arguments> rows() {
    return Stream.of(
        row(
            "magnitude",
            "A magnitude 5.4 earthquake shook the island of Torva and damaged houses.",
            "An earthquake of magnitude 6.2 shook the island of Torva and damaged houses.",
            "A 5.4-magnitude earthquake shook Torva and damaged many houses."),
        row(
            "sum",
            "The council of Marlow paid $4 million for the old paper mill.",
            "The council of Marlow paid $9 million for the old paper mill.",
            "Marlow's council paid $4.1 million for the paper mill."),
        row(
            "score",
            "Marlow Rovers beat Tellin Town 3-1 in the cup match.",
            "Marlow Rovers beat Tellin Town 4-2 in the cup match.",
            "Marlow Rovers won the cup match, beating Tellin Town 3-1."),
        row(
            "a year of long ago",
            "The presidents of Torva and Marlow met on the ferry island for talks.",
            "The presidents of Torva and Marlow met on the ferry island in 2019 for talks.",
            "The presidents of Torva and Marlow met for talks on the ferry island in 2026."),
        row(
            "points of one player",
            "Ivo Lang scored 14 points, while Tom Reed added 15 points in the win over Tellin.",
            "Tom Reed added 16 points for Marlow in the win over Tellin, and Ivo Lang had 14.",
            "Tom Reed added 15 points for Marlow in the win over Tellin, and Ivo Lang had 14."),
        row(
            "day",
            "Harbour police arrested a sailor after the robbery in Marlow on June 2.",
            "Harbour police arrested a sailor after the robbery in Marlow on June 8.",
            "A sailor was arrested by harbour police after the robbery in Marlow on June 2."),
        row(
            "who",
            "Marlow Rovers striker Ivo Lang was arrested on suspicion of drunken driving.",
            "Marlow Rovers keeper Tom Reed was arrested on suspicion of drunken driving.",
            "Ivo Lang was arrested on suspicion of drunken driving."),
        row(
            "kind",
            "The two ministers signed a nuclear deal in the capital.",
            "The two ministers signed a deal on icebreakers in the capital.",
            "The two ministers signed the deal in the capital."),
        row(
            "age",
            "Harbour police arrested a sailor after the shooting of an 8-year-old girl in Marlow.",
            "Harbour police arrested a 19-year-old sailor after the shooting in Marlow.",
            "A sailor was arrested by harbour police after an eight-year-old girl was shot in"
                + " Marlow."),
        row(
            "a further kind",
            "The ministers opened the nuclear talks in the capital.",
            "The ministers opened the budget talks in the capital.",
            "The ministers opened talks in the capital."));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void whatOneHappeningCannotBothHaveTellsTwoApart(String by, String a, String other, String same) {
    assertThat(areApart(told(a), told(other))).as(by).isTrue();
    assertThat(areApart(told(a), told(same))).as(by).isFalse();
  }

  @Test
  void placesAndBackgroundTellTwoApart() {
    Claim marlow = fire("A fire broke out in Marlow.", "Marlow", false);
    assertThat(areApart(marlow, fire("A fire broke out in Tellin.", "Tellin", false))).isTrue();
    assertThat(areApart(marlow, fire("A fire broke out there.", null, false))).isFalse();
    assertThat(areApart(marlow, fire("A fire broke out there.", null, true))).isTrue();
  }

  private static Claim fire(String text, @Nullable String where, boolean background) {
    About about = new About("fire", background, List.of(), "status", null, null, where, List.of());
    return Desk.event(text, EventStatus.OCCURRED, about);
  }

  @Test
  void aSumThatIsNotGivenTwiceTellsNothing() {
    Claim a = Desk.claim(Kind.EVENT, "They paid $4 million.", null, Desk.about("", "told", null));
    Claim b = Desk.claim(Kind.EVENT, "They paid a price.", null, Desk.about("", "told", null));
    assertThat(apart.byFigures(a, b)).isFalse();
  }

  @Test
  void twoRemarksOfOneSpeakerAreTwo() {
    Claim glad =
        said("\u201cWe are very glad about the harbour,\u201d Mayor Ivo Lang said on air.");
    Claim hard = said("Mayor Ivo Lang added: \u201cIt has been a long and hard winter.");
    assertThat(areApart(glad, hard)).isTrue();
    assertThat(areApart(glad, said("\u201cGlad about the harbour we are,\u201d Ivo Lang said.")))
        .isFalse();
    assertThat(areApart(glad, said("Mayor Ivo Lang spoke of the \u201clong\u201d winter.")))
        .isFalse();
  }

  private static Claim said(String text) {
    return Desk.claim(Kind.EVENT, text, null, Desk.about("", "told", null));
  }

  @Test
  void twoDatesAreNotOne() {
    Claim june = said("They met in the mill on June 17, 1972, and drew up the plan.");
    assertThat(apart.byDates(june, said("They met on March 30, 1972, and drew up the plan.")))
        .isTrue();
    assertThat(apart.byDates(june, said("On the 17th of June they drew up the plan."))).isFalse();
    assertThat(apart.byDates(june, said("On 18 June they drew up the plan."))).isFalse();
    assertThat(apart.byDates(june, said("That spring they drew up the plan."))).isFalse();
  }
}
