package news.slugline.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import news.slugline.wire.WireArticle;
import org.junit.jupiter.api.Test;

/** Which words of a clause an editor is shown for each value that the clause gives. */
class ShownWordsTest {
  private static final Instant TIME = Instant.parse("2025-08-13T15:00:00Z");
  private static final String LEAD =
      "The head of the ferry company, Ole Berg, 58, was shot twice outside the company's main offices"
          + " on the eastern edge of Marlow on Tuesday evening and taken by helicopter to a hospital"
          + " in Larch.";

  private static String shown(String body, Kind kind, String value) {
    List<Claim> claims =
        ClaimExtractor.standard()
            .extract(WireArticle.builder("u", "1", "p").body(body).build(), TIME)
            .claims();
    return claims.stream()
        .filter(c -> c.kind() == kind && value.equals(c.value()))
        .map(Claim::shownText)
        .findFirst()
        .orElse("no claim of " + value + " in " + claims.stream().map(Claim::value).toList());
  }

  @Test
  void eachValueOfALongClauseIsShownInWordsOfItsOwn() {
    String age = shown(LEAD, Kind.QUANTITY, "58 y");
    assertThat(age).contains("Ole Berg, 58").doesNotContain("Tuesday", "helicopter");
    assertThat(shown(LEAD, Kind.TIME, "2025-08-12"))
        .contains("Tuesday")
        .doesNotContain("58", "Larch");
  }

  @Test
  void theEventOfAValueIsShownWithIt() {
    assertThat(
            shown(
                "At least 12 people were killed on the lower deck of the old wooden ferry when it"
                    + " sank off Marlow on Monday.",
                Kind.QUANTITY,
                ">=12 killed"))
        .startsWith("At least 12")
        .contains("killed")
        .doesNotContain("Monday");
  }

  @Test
  void noHalfARemarkAndNoHalfABracketIsShown() {
    assertThat(
            shown(
                "Berg insisted that nobody would \u201ctake it all away from us\u201d ahead of the first"
                    + " meeting of the two owners since 2018.",
                Kind.HISTORY,
                "first since 2018"))
        .startsWith("ahead of the first meeting")
        .endsWith("since 2018");
    assertThat(
            shown(
                "It added that the meeting will take place on Friday at 11am Eastern time (4pm BST).",
                Kind.TIME,
                "2025-08-15T15:00Z"))
        .endsWith("(4pm BST)");
  }

  @Test
  void aValueThatAClauseGivesTwiceIsOneClaim() {
    String body =
        "The owners meet on Friday. It added that the meeting will take place at 11am Alaska time (8pm BST).";
    assertThat(
            ClaimExtractor.standard()
                .extract(WireArticle.builder("u", "1", "p").body(body).build(), TIME)
                .claims())
        .filteredOn(c -> String.valueOf(c.value()).contains("19:00Z"))
        .hasSize(1);
  }

  @Test
  void whatIsShownStandsInTheClaim() {
    List<Claim> claims =
        ClaimExtractor.standard()
            .extract(
                WireArticle.builder("u", "1", "p")
                    .body("MARLOW (North Wire) - \ud83d\udea2 " + LEAD)
                    .build(),
                TIME)
            .claims();
    assertThat(claims)
        .anyMatch(c -> !c.shown().equals(c.span()))
        .allSatisfy(
            c -> {
              assertThat(c.span().contains(c.shown())).isTrue();
              assertThat(c.text()).contains(c.shownText());
              assertThat(c.shownText().codePointCount(0, c.shownText().length()))
                  .isEqualTo(c.shown().end() - c.shown().start());
            });
  }

  private static String event(String body, String trigger) {
    List<Claim> claims =
        ClaimExtractor.standard()
            .extract(WireArticle.builder("u", "1", "p").body(body).build(), TIME)
            .claims();
    return claims.stream()
        .filter(c -> c.kind() == Kind.EVENT && !c.isTold() && c.about().trigger().equals(trigger))
        .map(Claim::shownText)
        .findFirst()
        .orElse("no " + trigger + " in " + claims.stream().map(c -> c.about().trigger()).toList());
  }

  @Test
  void anEventIsShownWithoutTheDayPlaceAndMeasureThatAreClaimsOfTheirOwn() {
    String body =
        "On Tuesday a Marlow court sentenced the captain Ole Berg to 20 years in prison on Friday.";
    assertThat(event(body, "sentence")).isEqualTo("a Marlow court sentenced the captain Ole Berg");
    assertThat(
            event(
                "Berg was sentenced to serve at least seven years in prison before he can ask for"
                    + " parole.",
                "sentence"))
        .isEqualTo("Berg was sentenced");
    assertThat(event("Police arrested Ole Berg at his home in Leeds late on Monday.", "arrest"))
        .isEqualTo("Police arrested Ole Berg at his home");
  }

  @Test
  void theWeekdayThatOwnsAnEventStaysWithIt() {
    assertThat(event("Friday\u2019s talks in Leeds will include a lunch.", "meeting"))
        .startsWith("Friday\u2019s talks");
  }

  @Test
  void whomAnEventConcernsIsShownWithItEvenIfCounted() {
    assertThat(event("The fire killed four people in Larch on Monday.", "killing"))
        .isEqualTo("The fire killed four people");
    assertThat(event("Two boys were shot outside a school in Larch on Monday.", "shooting"))
        .startsWith("Two boys were shot");
  }

  @Test
  void ofTwoEventsOfAClauseEachIsShownWithItsOwnPeople() {
    String body =
        "The raid left a guard wounded in the leg and a 30-year-old driver was killed near the bank.";
    assertThat(event(body, "injury")).contains("guard wounded").doesNotContain("driver");
    assertThat(event(body, "killing")).contains("driver was killed").doesNotContain("guard");
    String more =
        "The flood, which had put the town on its highest alert for days, has injured more than 300"
            + " people but killed just two.";
    assertThat(event(more, "injury")).contains("injured more than 300").doesNotContain("killed");
    String both = "A man who shot and killed his brother surrendered to the police on Monday.";
    assertThat(event(both, "shooting")).contains("shot and killed his brother");
  }

  @Test
  void thoseBetweenWhomAnEventIsStayTogether() {
    String body =
        "A gun battle between the harbour police and a smuggler left a guard wounded on Friday.";
    assertThat(event(body, "shooting")).contains("between the harbour police and a smuggler");
  }

  @Test
  void whatASentenceTellsIsShownWithoutTheMeasureAtItsEnd() {
    String body =
        "A Leeds man who shot his brother has been given a new trial in prison on Friday.";
    assertThat(told(body))
        .isEqualTo("A Leeds man who shot his brother has been given a new trial in prison");
    String bare = "The wounded sailor of the old ferry was taken to Leeds.";
    assertThat(told(bare)).isEqualTo(bare);
  }

  private static String told(String body) {
    return ClaimExtractor.standard()
        .extract(WireArticle.builder("u", "1", "p").body(body).build(), TIME)
        .claims()
        .stream()
        .filter(Claim::isTold)
        .map(Claim::shownText)
        .findFirst()
        .orElse("nothing told");
  }

  @Test
  void aValueIsShownWithoutAnotherEventOfItsClause() {
    String body = "So far 12 people have died in Norway and two have been killed in Iceland.";
    assertThat(shown(body, Kind.PLACE, "Norway")).contains("12 people").doesNotContain("two");
    assertThat(shown(body, Kind.PLACE, "Iceland")).contains("two").doesNotContain("Norway");
  }

  @Test
  void whatAnotherSentenceOfTheArticleTellsStaysWithIt() {
    assertThat(
            event(
                "Berg, 18, is charged with murder and armed robbery in the shooting death of Eva Holm,"
                    + " also 18.",
                "charge"))
        .isEqualTo("Berg, 18, is charged with murder and armed robbery");
  }

  @Test
  void ofWordsThatSomebodySaysTheWholeClaimIsShown() {
    Claim quote =
        ClaimExtractor.standard()
            .extract(
                WireArticle.builder("u", "1", "p")
                    .body("\"The company will pay for all of it,\" Berg said.")
                    .build(),
                TIME)
            .claims()
            .stream()
            .filter(c -> c.kind() == Kind.QUOTE)
            .findFirst()
            .orElseThrow();
    assertThat(quote.shown()).isEqualTo(quote.span());
    assertThat(quote.said()).isEqualTo("The company will pay for all of it,");
  }
}
