package news.slugline.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import news.slugline.claim.ClaimExtractor;
import news.slugline.claim.Kind;
import news.slugline.rows.InMemoryRows;
import news.slugline.wire.LogEntry;
import news.slugline.wire.Signal;
import news.slugline.wire.WireArticle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A toll as several wires tell it while it grows: one fact, whatever else they disagree on. */
class RunningTollTest {
  private static final String WIRE =
      "ARDEN, May 4 (Coast Wire) - Five miners were killed when a gallery of the Blackfell mine near"
          + " Arden collapsed late on Sunday, the mining board said.\n\n"
          + "Rescuers said 14 people were injured.\n\n"
          + "The board said 60 people were working underground at the time.";
  private static final String AGENCY =
      "ARDEN (Inland Press) - The collapse of a gallery in the Blackfell mine killed five people and"
          + " injured %s on Sunday outside the town of Arden, fire chief Per Nyberg said.\n\n"
          + "Labour Minister Ida Holm will visit Arden on Tuesday, her office said.\n\n"
          + "Nyberg said the roof gave way after a blast.";
  private static final String GAZETTE =
      "At least eight people died in the collapse at the Blackfell mine near Arden on Sunday night,"
          + " the Arden Infirmary told the Gazette.\n\n"
          + "The mine was opened in 1911, its owner Norcoal said.";
  private static final String DAYS_LATER =
      "Labour Minister Ida Holm visited Arden on Tuesday, two days after the collapse at the"
          + " Blackfell mine.\n\n"
          + "The death toll rose to eight, fire chief Per Nyberg said.";
  private static final String LAST =
      "ARDEN, May 7 (Coast Wire) - Rescuers ended the search for victims of the collapse at the"
          + " Blackfell mine on Thursday.\n\n"
          + "Eight people were killed and 16 injured in the collapse, the mining board said.";

  /** A Monday. */
  private static final Instant START = Instant.parse("2026-05-04T08:00:00Z");

  private final Ledger ledger = new Ledger(ClaimExtractor.standard(), "test");
  private final InMemoryRows rows = new InMemoryRows();
  private @Nullable StoryState state;

  private void arriveAs(String headline, String uri, String provider, int hours, String body) {
    Instant time = START.plusSeconds(hours * 3_600L);
    WireArticle a =
        WireArticle.builder(uri, "1", provider)
            .versionCreated(time)
            .headline(headline)
            .language("en")
            .body(body)
            .build();
    ledger.apply("s1", new StoryInput.Arrived(a, time), rows, this::take);
    ledger.tick(new LogEntry.Tick(time.plusSeconds(60)), rows, this::take);
  }

  private void arrive(
      String uri, String version, String provider, int hours, boolean correction, String body) {
    Instant time = START.plusSeconds(hours * 3_600L);
    WireArticle.Builder a =
        WireArticle.builder(uri, version, provider)
            .versionCreated(time)
            .headline("Mine collapse near Arden")
            .language("en")
            .body(body);
    if (correction) {
      a.signal(Signal.CORRECTION);
    }
    ledger.apply("s1", new StoryInput.Arrived(a.build(), time), rows, this::take);
    ledger.tick(new LogEntry.Tick(time.plusSeconds(60)), rows, this::take);
  }

  private void take(StoryOutput out) {
    if (out instanceof StoryOutput.Settled s) {
      state = s.state();
    }
  }

  private List<Fact> facts(String key) {
    return Objects.requireNonNull(state).facts().stream()
        .filter(f -> f.topicKey().equals(key))
        .toList();
  }

  private static Position position(Fact f, String value) {
    Optional<Position> p = f.positions().stream().filter(x -> x.value().equals(value)).findFirst();
    assertThat(p).as(value + " of " + f.positions()).isPresent();
    return p.orElseThrow();
  }

  /** Each calls it something else, and one names the country where the others name the town. */
  @Test
  void aTollIsTheStorysWhateverEachCallsTheEvent() {
    arriveAs(
        "Seven miners die as shaft caves in",
        "h",
        "Arden Herald",
        0,
        "ARDEN, Monday - Seven miners have died and 14 others are trapped underground after a section"
            + " of a shaft caved in at Blackfell Deep Mine in Arden last night.");
    arriveAs(
        "Six pulled alive from collapsed Norland mine",
        "c",
        "Continental",
        30,
        "Arden (Norland) - Rescuers on Tuesday brought six miners alive to the surface from the"
            + " Blackfell Deep mine in Norland, almost two days after a rockfall that has now claimed"
            + " 11 lives, officials said.");
    arriveAs(
        "Norland mine search ends, toll at 15",
        "w",
        "Coast Wire",
        80,
        "Rescuers found the bodies of the last four missing miners at Norland's Blackfell Deep mine on"
            + " Thursday, taking the final death toll to 15 and ending the search.");
    assertThat(facts("killed")).hasSize(1);
    Fact killed = facts("killed").get(0);
    assertThat(position(killed, "7 killed").status()).isEqualTo(FactStatus.SUPERSEDED);
    assertThat(position(killed, "11 killed").status()).isEqualTo(FactStatus.SUPERSEDED);
    assertThat(position(killed, "15 killed").current()).isTrue();
    assertThat(Objects.requireNonNull(state).headline())
        .isEqualTo("Norland mine search ends, toll at 15");
  }

  @Test
  void aTollThatGrowsIsOneFactOfAllWires() {
    arrive("w", "1", "Coast Wire", 0, false, WIRE);
    arrive("a", "1", "Inland Press", 4, false, AGENCY.formatted("14"));
    arrive("g", "1", "Arden Gazette", 5, false, GAZETTE);
    arrive("g2", "1", "Arden Gazette", 30, false, DAYS_LATER);
    arrive("w2", "1", "Coast Wire", 76, false, LAST);
    assertThat(facts("killed")).hasSize(1);
    Fact killed = facts("killed").get(0);
    Position five = position(killed, "5 killed");
    assertThat(five.originNames()).containsExactly("Coast Wire", "Inland Press");
    assertThat(five.status()).isEqualTo(FactStatus.SUPERSEDED);
    Position eight = position(killed, "8 killed");
    assertThat(eight.originNames()).containsExactly("Arden Gazette", "Coast Wire");
    assertThat(eight.current()).isTrue();
    assertThat(facts("injured")).hasSize(1);
    assertThat(position(facts("injured").get(0), "14 injured").current()).isFalse();
    assertThat(position(facts("injured").get(0), "16 injured").current()).isTrue();
  }

  @Test
  void aCorrectionOfOneNumberLeavesTheOtherWhatItWas() {
    arrive("w", "1", "Coast Wire", 0, false, WIRE);
    arrive("a", "1", "Inland Press", 4, false, AGENCY.formatted("14"));
    arrive("a", "2", "Inland Press", 6, true, AGENCY.formatted("19"));
    assertThat(facts("killed")).hasSize(1);
    Fact killed = facts("killed").get(0);
    assertThat(killed.status()).isEqualTo(FactStatus.CORROBORATED);
    assertThat(position(killed, "5 killed").origins()).isEqualTo(2);
    assertThat(Objects.requireNonNull(state).facts())
        .filteredOn(f -> f.kind() == Kind.EVENT)
        .filteredOn(f -> !f.topicKey().startsWith("told"))
        .noneMatch(f -> f.status() == FactStatus.CORRECTED);
  }

  /** Far from the opening, and of whatever event, the only such number of its article. */
  @Test
  void theOnlyTollsOfTwoArticlesAreOfOneThing() {
    String march =
        "ARDEN - Thousands marched through Arden on Sunday against a mine that Norcoal plans near"
            + " the Blackfell lake, in one of the largest protests of the town in years.\n\n"
            + "The firm says the mine would bring work to the valley, which has lost half of its"
            + " people since the mills closed, and that the lake would be kept clean by a plant of"
            + " its own, built before the first shaft is sunk next to the lake.\n\n";
    arriveAs("March in Arden", "a", "Coast Wire", 0, march + "Fourteen people were detained.");
    arriveAs(
        "March in Arden",
        "b",
        "Inland Press",
        9,
        march + "Twenty-one people were in custody, prosecutors said, among them two minors.");
    assertThat(state).isNotNull();
    assertThat(state.facts())
        .filteredOn(f -> f.topicKey().equals("arrested"))
        .singleElement()
        .satisfies(f -> assertThat(f.status()).isEqualTo(FactStatus.SUPERSEDED));
  }

  /** "Told the Gazette" in a Gazette is no second paper. */
  @Test
  void aPaperThatNamesItselfShortlyIsOneOrigin() {
    arrive("g", "1", "Arden Gazette", 5, false, GAZETTE);
    assertThat(Objects.requireNonNull(state).origins()).containsExactly("Arden Gazette");
    assertThat(position(facts("killed").get(0), ">=8 killed").originNames())
        .containsExactly("Arden Gazette");
  }

  @Test
  void sentencesWithOtherTollsDoNotSayTheSame() {
    arrive("w", "1", "Coast Wire", 0, false, WIRE);
    arrive("g", "1", "Arden Gazette", 5, false, GAZETTE);
    for (Fact f : Objects.requireNonNull(state).facts()) {
      for (Position p : f.positions()) {
        boolean five = p.evidence().stream().anyMatch(e -> e.text().contains("Five miners"));
        boolean eight = p.evidence().stream().anyMatch(e -> e.text().contains("At least eight"));
        boolean counts = f.topicKey().startsWith("told") || f.topicKey().contains("death");
        assertThat(five && eight && counts && p.origins() > 1).as(f.toString()).isFalse();
      }
    }
  }

  /** Of the missing the newer number counts, of the homeless the higher one. */
  @Test
  void whatChangesFromDayToDayIsNoDispute() {
    arrive(
        "w",
        "1",
        "Coast Wire",
        0,
        false,
        "ARDEN, May 4 (Coast Wire) - At least 12 people were killed when a cyclone hit Arden on"
            + " Sunday, the governor said.\n\n"
            + "More than 70 people were injured in the cyclone. The governor said 40 people were"
            + " missing and 3,000 were homeless after the cyclone.");
    arrive(
        "a",
        "1",
        "Inland Press",
        2,
        false,
        "Twelve people died in the cyclone that struck Arden on Sunday, the governor's office"
            + " said.");
    arrive(
        "g",
        "1",
        "Arden Gazette",
        30,
        false,
        "The number of people killed in Sunday's cyclone rose to 29 on Monday, the governor"
            + " said.\n\n"
            + "The governor said 190 people were injured in the cyclone and 18 were missing."
            + " About 4,500 people have lost their homes in the cyclone.");
    for (Fact f : Objects.requireNonNull(state).facts()) {
      assertThat(f.status()).as(f.toString()).isNotEqualTo(FactStatus.DISPUTED);
    }
    assertThat(facts("killed")).hasSize(1);
    Fact killed = facts("killed").get(0);
    assertThat(killed.positions()).hasSize(2);
    assertThat(position(killed, "12 killed").originNames())
        .containsExactly("Coast Wire", "Inland Press");
    assertThat(position(killed, "12 killed").current()).isFalse();
    assertThat(position(killed, "29 killed").current()).isTrue();
    assertThat(position(facts("missing").get(0), "40 missing").current()).isFalse();
    assertThat(position(facts("missing").get(0), "18 missing").current()).isTrue();
    assertThat(position(facts("displaced").get(0), "3000 displaced").current()).isFalse();
    assertThat(position(facts("displaced").get(0), "~4500 displaced").current()).isTrue();
    assertThat(position(facts("injured").get(0), ">70 injured").current()).isFalse();
  }

  /** A reporter files from wherever he got to: the town is not where the earth shook. */
  @Test
  void theDatelineOfADisasterIsNoVenue() {
    String quake = " (Coast Wire) - A strong earthquake shook the north on Sunday, police said.";
    arrive("w", "1", "Coast Wire", 0, false, "ARDEN" + quake);
    arrive("w2", "1", "Coast Wire", 9, false, "SKELBY" + quake + " Roads were cut.");
    assertThat(Objects.requireNonNull(state).facts())
        .noneMatch(f -> f.kind() == Kind.PLACE && f.status() == FactStatus.SUPERSEDED)
        .noneMatch(f -> f.topicKey().contains("quake/venue"));
  }

  /** A story goes on: of the articles that say as much, the newest gives it its headline. */
  @Test
  void theNewestOfTheBestArticlesGivesTheHeadline() {
    arriveAs("Miners killed", "w", "Coast Wire", 0, WIRE);
    arriveAs("Five die in mine", "a", "Inland Press", 4, AGENCY.formatted("14"));
    arriveAs("Eight die in mine", "w2", "Coast Wire", 76, LAST);
    arriveAs("Mine owner's shares", "x", "Bourse News", 80, "Shares in Norcoal were unchanged.");
    arriveAs("Toll at eight", "g", "Arden Gazette", 81, DAYS_LATER);
    assertThat(Objects.requireNonNull(state).headline()).isEqualTo("Toll at eight");
  }
}
