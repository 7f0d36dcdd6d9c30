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
