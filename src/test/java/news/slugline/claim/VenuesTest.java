package news.slugline.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import news.slugline.wire.WireArticle;
import org.junit.jupiter.api.Test;

class VenuesTest {
  private static final Instant TIME = Instant.parse("2025-08-13T15:00:00Z");

  private static List<String> venues(String headline, String body) {
    return ClaimExtractor.standard()
        .extract(WireArticle.builder("u", "1", "p").headline(headline).body(body).build(), TIME)
        .claims()
        .stream()
        .filter(c -> c.kind() == Kind.PLACE)
        .map(c -> String.valueOf(c.value()))
        .toList();
  }

  private static List<String> venues(String body) {
    return venues("Two hurt in shooting", body);
  }

  @Test
  void aTownWhoseNameIsAnotherWordIsKnownBeforeACommaAndByItsPolice() {
    assertThat(venues("Two men were hurt in an early Sunday shooting in Columbia, police said."))
        .contains("Columbia");
    assertThat(venues("The Columbia Police Department is looking for a man who shot two people."))
        .contains("Columbia");
    assertThat(venues("Campus police arrested a man who shot two people."))
        .doesNotContain("Campus");
  }

  @Test
  void aCountryWhoseWarIsSpokenOfIsNoVenueOfTheTalks() {
    String body = "Two ministers held talks on Friday to address the war in Sudan.";
    assertThat(venues("Ministers meet", body)).doesNotContain("Sudan");
    assertThat(venues("Ministers meet", "Two ministers held talks on Friday in Sudan."))
        .contains("Sudan");
  }

  @Test
  void aTownIsKnownByItsSide() {
    assertThat(venues("Two men were shot on Saginaw's southeast side on Tuesday."))
        .contains("Saginaw");
  }

  @Test
  void aTownIsWrittenAsTheCopyWritesIt() {
    assertThat(venues("Two men were shot early on Friday in Macon.")).contains("Macon");
  }

  @Test
  void aChildOfATownIsKnownByHisAge() {
    assertThat(venues("A 3-year-old Wichita boy was shot on Tuesday night.")).contains("Wichita");
    assertThat(venues("A Temecula man who was accidentally shot is in hospital."))
        .contains("Temecula");
  }

  @Test
  void aTownThatIsNotKnownIsFoundBesideDaysAndStreets() {
    assertThat(venues("A man was shot at a boat ramp near Larch Falls Tuesday afternoon."))
        .contains("Larch Falls");
    assertThat(venues("A shooting was reported in rural Larchhome Wednesday morning."))
        .contains("Larchhome");
    assertThat(venues("Deputies came to a house on Elm Street in Larchville for a quarrel."))
        .contains("Larchville");
    assertThat(venues("A man was shot in the Town of West Larch on Sunday."))
        .contains("West Larch");
  }

  @Test
  void datelinesOfStationsAndPapersAreRead() {
    String told = "A man was seriously hurt in a shooting at a motel, police said.";
    assertThat(venues("PORT ALMA, Ill. (WXYZ) " + told)).contains("Port Alma");
    assertThat(venues("PORT ALMA, Ill.\u2013 " + told)).contains("Port Alma");
    assertThat(venues("PORT ALMA, IL- " + told)).contains("Port Alma");
    assertThat(venues("PORT ALMA, Ill. -\n\n" + told)).contains("Port Alma");
    assertThat(venues("Saginaw \u2014 " + told)).contains("Saginaw");
    assertThat(venues("Suspects \u2014 " + told)).doesNotContain("Suspects");
  }

  @Test
  void theDatelinesTownStandsBesideASmallerOneInTheCopy() {
    assertThat(
            venues(
                "BUFFALO, N.Y. (WXYZ) \u2014 A boy was shot on Tuesday near Hickory, police said."))
        .contains("Buffalo");
    assertThat(venues("OGDEN, Utah (WXYZ) \u2014 A boy was shot on Tuesday in Chicago."))
        .contains("Chicago")
        .doesNotContain("Ogden");
  }

  @Test
  void withoutATownInTheCopyTheHeadlinesIsTaken() {
    assertThat(
            venues(
                "Saginaw man hurt in shooting",
                "A man was shot in his kitchen on Tuesday.\n\n"
                    + "He told Saginaw Radio that he knew nobody."))
        .contains("Saginaw");
  }

  @Test
  void whereTheHurtAreTakenIsNoVenue() {
    assertThat(venues("A man was shot on Tuesday. He was taken to a clinic in Saginaw."))
        .doesNotContain("Saginaw");
  }

  /** A correspondent in the capital writes of the whole country. */
  @Test
  void theCapitalInADatelineIsAVenueOnlyIfTheCopySaysSo() {
    String crash = " (Meridian) - A small plane with six people crashed in the hills on Sunday";
    assertThat(venues("Plane crashes", "BOGOTA" + crash + ".")).doesNotContain("Bogota");
    assertThat(venues("Plane crashes", "BOGOTA" + crash + ", after it had left Cali for Bogota."))
        .doesNotContain("Bogota", "Cali");
    assertThat(venues("Plane crashes", "BOGOTA" + crash + ". It had been built in Bogota."))
        .contains("Bogota");
    assertThat(venues("Plane crashes", "MEDELLIN" + crash + ".")).contains("Medellin");
  }
}
