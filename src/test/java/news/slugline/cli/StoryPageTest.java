package news.slugline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import news.slugline.claim.Kind;
import news.slugline.claim.Modality;
import news.slugline.schema.ReadableValue;
import news.slugline.story.ArticleUse;
import news.slugline.story.Cause;
import news.slugline.story.Change;
import news.slugline.story.ChangeReason;
import news.slugline.story.Counts;
import news.slugline.story.Evidence;
import news.slugline.story.Fact;
import news.slugline.story.FactStatus;
import news.slugline.story.LifeState;
import news.slugline.story.Position;
import news.slugline.story.StoryState;
import news.slugline.story.StoryUpdate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StoryPageTest {
  private static Fact fact(int n, FactStatus status) {
    List<String> origins =
        status == FactStatus.CORROBORATED
            ? List.of("North Wire", "Bay Press")
            : List.of("Bay Press");
    Position p =
        new Position(
            n + " boats",
            status,
            true,
            origins.size(),
            origins,
            List.of(),
            List.of(),
            List.of(),
            0);
    return new Fact(
        "f" + n, "count:boats", Kind.QUANTITY, status, null, "Boats " + n, List.of(p), List.of());
  }

  private static String page(List<Fact> facts, int folded, boolean all) {
    return page(facts, folded, all, new Counts(2, 2, 2, 0), List.of());
  }

  private static String page(
      List<Fact> facts, int folded, boolean all, Counts counts, List<StoryUpdate> updates) {
    StoryState s =
        new StoryState(
            "2026-03-01-abcdefgh",
            3,
            LifeState.DEVELOPING,
            "Storm at Port Alma",
            "Twelve boats sank at Port Alma.",
            List.of(),
            List.of(),
            counts,
            List.of(),
            List.of(),
            List.of(),
            facts,
            folded,
            null,
            "2026-03-01T10:00:00Z",
            "x");
    return printed(s, updates, all);
  }

  private static String printed(StoryState s, List<StoryUpdate> updates, boolean all) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    new StoryPage(Terminal.of(List.of(), Map.of(), print, print, false, false), all)
        .print(s, updates);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void whatIsKnownStandsUnderTheHeadline() {
    assertThat(page(List.of(), 0, false).lines().limit(2))
        .containsExactly("Storm at Port Alma", "Twelve boats sank at Port Alma.");
  }

  @Test
  void longSectionsAreCutAndSaySo() {
    List<Fact> facts =
        IntStream.range(0, 60)
            .mapToObj(n -> fact(n, n < 43 ? FactStatus.CORROBORATED : FactStatus.SINGLE_SOURCE))
            .toList();
    assertThat(page(facts, 0, false))
        .contains("Corroborated (43)", "and 3 more; --all shows them", "Boats 39")
        .contains("Said by one origin (17)", "and 2 more; --all shows them")
        .doesNotContain("Boats 40", "Boats 59");
    assertThat(page(facts, 0, true)).contains("Boats 42", "Boats 59").doesNotContain("--all");
  }

  @Test
  void factsThatTheStateLeftOutAreCounted() {
    assertThat(page(List.of(), 7, false))
        .contains("7 more facts, the least supported, are left out for size");
    assertThat(page(List.of(), 0, false)).doesNotContain("left out");
  }

  @Test
  void whatDoesNotCountIsShownApart() {
    Position p =
        new Position(
            "4 boats",
            FactStatus.SINGLE_SOURCE,
            true,
            1,
            List.of("Bay Press"),
            List.of(),
            List.of(),
            List.of(evidence("Four boats sank.", true), evidence("The harbour lost boats.", false)),
            0);
    Fact f =
        new Fact(
            "f1",
            "count:boats",
            Kind.QUANTITY,
            FactStatus.SINGLE_SOURCE,
            null,
            "Four boats sank.",
            List.of(p),
            List.of());
    String page = page(List.of(f), 0, true).replaceAll("\\s+", " ");
    assertThat(page).contains("4 boats 1: Bay Press");
    assertThat(page).contains("not counted: “The harbour lost boats.”");
    assertThat(page(List.of(f), 0, false))
        .contains("told of as well, not counted: Bay Press")
        .doesNotContain("The harbour lost");
    assertThat(page).doesNotContain("not counted: “Four boats");
  }

  @Test
  void whoTellsItInAnothersWordsIsNamed() {
    Evidence own = evidence("Four boats sank.", true);
    Evidence copied =
        new Evidence(
            "urn:b",
            "1",
            "Cape News",
            "Bay Press",
            false,
            0,
            16,
            "Four boats sank.",
            null,
            Modality.ASSERTED,
            true,
            "urn:a");
    Position p = position("4 boats", FactStatus.SINGLE_SOURCE, List.of(), own, copied);
    Fact f =
        new Fact(
            "f1",
            "count:boats",
            Kind.QUANTITY,
            FactStatus.SINGLE_SOURCE,
            null,
            "Four boats sank.",
            List.of(p),
            List.of());
    assertThat(page(List.of(f), 0, false).replaceAll("\\s+", " "))
        .contains("told after another article, so not counted: Cape News");
  }

  private static Evidence evidence(String text, boolean counts) {
    return new Evidence(
        "urn:a",
        "1",
        "Bay Press",
        "Bay Press",
        false,
        0,
        16,
        text,
        null,
        Modality.ASSERTED,
        counts,
        null);
  }

  private static Position position(
      String value, FactStatus status, List<String> attributedTo, Evidence... evidence) {
    return new Position(
        value,
        status,
        status != FactStatus.RETRACTED,
        1,
        List.of("Bay Press"),
        attributedTo,
        List.of(),
        List.of(evidence),
        0);
  }

  private static Fact of(Kind kind, FactStatus status, Position... positions) {
    return new Fact("f1", "k", kind, status, null, "What it says", List.of(positions), List.of());
  }

  private static String plain(Fact... facts) {
    return page(List.of(facts), 0, false).replaceAll("\\s+", " ");
  }

  @Test
  void articlesWithoutAnOriginOfTheirOwnAreCountedAsArticles() {
    assertThat(page(List.of(), 0, false, new Counts(4, 3, 3, 4), List.of()))
        .contains(
            "3 independent origins; 4 articles name none, so their providers are taken for it");
    assertThat(page(List.of(), 0, false, new Counts(4, 3, 3, 1), List.of()))
        .contains("; 1 article names none, so its provider is taken for it");
  }

  private static StoryState.ArticleRef article(String uri, String source, @Nullable String copyOf) {
    return new StoryState.ArticleRef(
        uri, "1", source, null, copyOf, "Storm", "2026-03-01T10:00:00Z", ArticleUse.USED);
  }

  private static String pageOf(
      List<StoryState.ArticleRef> articles,
      List<Fact> facts,
      Counts counts,
      StoryUpdate... updates) {
    StoryState s =
        new StoryState(
            "2026-03-01-abcdefgh",
            3,
            LifeState.DEVELOPING,
            "Storm at Port Alma",
            "",
            List.of(),
            List.of(),
            counts,
            articles,
            List.of(),
            List.of(),
            facts,
            0,
            null,
            "2026-03-01T10:00:00Z",
            "x");
    return printed(s, List.of(updates), false);
  }

  @Test
  void aCopyHasTheOriginOfWhatItCopiesAndIsNotSaidToBeItsProviders() {
    String page =
        pageOf(
            List.of(
                article("urn:a", "North Wire", null),
                article("urn:b", "Bay Press", "urn:a"),
                article("urn:c", "Evening Post", "urn:b")),
            List.of(),
            new Counts(3, 3, 1, 3));
    assertThat(page.replaceAll("\\s+", " "))
        .contains(
            "3 articles by 3 providers; 1 independent origin; 3 articles name none: 2 copy others,"
                + " else the provider is taken for it");
    assertThat(page.replaceAll(" +", " "))
        .contains("urn:a v1\n")
        .contains("urn:b v1; origin: North Wire (copy of urn:a)")
        .contains("urn:c v1; origin: North Wire (copy of urn:b)");
  }

  @Test
  void noLineOfTheArticlesIsWiderThanTheTerminal() {
    String page =
        pageOf(
            List.of(
                article("urn:newsml:press.example:20260302:storm", "North Press Agency", null),
                article(
                    "https://evening.example/storm",
                    "Evening Post",
                    "urn:newsml:press.example:20260302:storm")),
            List.of(),
            new Counts(2, 2, 1, 2));
    assertThat(page.lines()).allMatch(line -> line.length() <= 120);
  }

  @Test
  void aStoryWithoutClaimsSaysWhyThatMayBe() {
    assertThat(pageOf(List.of(), List.of(), new Counts(1, 1, 1, 1)))
        .contains("1 article by 1 provider; 1 independent origin;")
        .contains("No claims were found.", "other than English are not read");
    assertThat(page(List.of(fact(1, FactStatus.SINGLE_SOURCE)), 0, false))
        .doesNotContain("No claims");
  }

  @Test
  void ofAFactThatStandsWithoutTheReportThatWentTheStandingWordsAreShown() {
    Fact f = fact(1, FactStatus.CORROBORATED);
    Change c =
        new Change(
            ChangeReason.RETRACTED,
            "f1",
            null,
            "corroborated",
            "corroborated",
            "retracted claim",
            List.of());
    assertThat(pageOf(List.of(), List.of(f), new Counts(2, 2, 2, 0), update(c)))
        .containsPattern("one report retracted, now corroborated +Boats 1")
        .doesNotContain("retracted claim");
  }

  private static StoryUpdate update(Change... changes) {
    return new StoryUpdate(
        "2026-03-01-abcdefgh",
        3,
        new Cause(Cause.Type.ARTICLE, "urn:a", "2", null, "2026-03-01T10:00:00Z"),
        List.of(changes),
        0,
        LifeState.DEVELOPING,
        "Storm at Port Alma",
        new Counts(2, 2, 2, 0),
        null,
        "2026-03-01T10:00:00Z",
        "x",
        "Twelve boats sank at Port Alma.",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        1,
        0);
  }

  @Test
  void likeTurnsOfOneTimeStandOnce() {
    Change c =
        new Change(
            ChangeReason.RETRACTED,
            "f1",
            null,
            "single_source",
            "retracted",
            "retracted claim",
            List.of());
    String page =
        page(List.of(), 0, false, new Counts(2, 2, 2, 0), List.of(update(c, c, c)))
            .replaceAll("\\s+", " ");
    assertThat(page).contains("retracted retracted claim (3 times)");
  }

  @Test
  void theSidesOfADisputeAreInWordsAmongTheTurns() {
    Change c =
        new Change(
            ChangeReason.CONFLICT_OPENED,
            "f1",
            null,
            "single_source",
            "disputed",
            "Boats sank. [~2000 boat against ~3100 boat]",
            List.of());
    assertThat(
            pageOf(
                List.of(),
                List.of(fact(1, FactStatus.SINGLE_SOURCE)),
                new Counts(2, 2, 2, 0),
                update(c)))
        .contains("Boats sank. [about 2,000 boats against about 3,100 boats]");
  }

  @Test
  void whatIsWithdrawnWholeIsCountedAndNamesItsSource() {
    Evidence gone = evidence("", true);
    Fact f =
        of(Kind.EVENT, FactStatus.RETRACTED, position("", FactStatus.RETRACTED, List.of(), gone));
    assertThat(plain(f, f))
        .contains("Retracted and corrected (2) 2 withdrawn whole, by Bay Press")
        .doesNotContain("(retracted)");
  }

  @Test
  void aSecondPositionOfOneValueShowsItsWords() {
    Position p =
        position(
            "occurred", FactStatus.SINGLE_SOURCE, List.of(), evidence("The fire began.", true));
    Position q =
        position(
            "occurred", FactStatus.SINGLE_SOURCE, List.of(), evidence("A fire began too.", true));
    Fact f = of(Kind.EVENT, FactStatus.SINGLE_SOURCE, p, q);
    assertThat(page(List.of(f), 0, true).replaceAll("\\s+", " "))
        .contains("What it says 1: Bay Press [f1]")
        .contains("also told: “A fire began too.” 1: Bay Press");
    assertThat(plain(f)).contains("What it says 1: Bay Press").doesNotContain("also told");
  }

  private static Fact told(String id, Kind kind, String gist, String value, String... from) {
    Position p = position(value, FactStatus.SINGLE_SOURCE, List.of(from));
    return new Fact(
        id, "amount:boat|a", kind, FactStatus.SINGLE_SOURCE, null, gist, List.of(p), List.of());
  }

  @Test
  void whatOneSentenceTellsStandsUnderItOnce() {
    String sentence = "Twelve boats sank at Port Alma on Sunday, the harbour master said.";
    String page =
        page(
            List.of(
                told("f1", Kind.EVENT, sentence, "occurred"),
                told("f2", Kind.QUANTITY, sentence, "12 boat"),
                told(
                    "f3",
                    Kind.STATEMENT,
                    "The harbour master: Twelve boats sank at Port Alma on Sunday",
                    "Twelve boats sank at Port Alma on Sunday",
                    "The harbour master"),
                told("f4", Kind.QUANTITY, "Three men were missing.", "3 missing")),
            0,
            false);
    assertThat(page).contains("Said by one origin (4)").containsOnlyOnce("at Port Alma on Sunday");
    assertThat(page.replaceAll("\\s+", " "))
        .contains(
            sentence + " 12 boats 1: Bay Press Three men were missing. 3 missing 1: Bay Press");
  }

  @Test
  void noLineOfFactsIsWiderThanTheTerminal() {
    String words = "The harbour master of Port Alma said that boats were lost. ".repeat(4);
    Fact f =
        of(
            Kind.STATEMENT,
            FactStatus.SINGLE_SOURCE,
            position(
                words,
                FactStatus.SINGLE_SOURCE,
                List.of("the harbour master"),
                evidence(words, true)));
    assertThat(page(List.of(f, told("f2", Kind.EVENT, words, "occurred")), 0, true).lines())
        .allMatch(line -> line.length() <= 120);
  }

  @Test
  void valuesAreInWords() {
    Map<String, String> words =
        Map.ofEntries(
            Map.entry("~2600 people", "about 2,600 people"),
            Map.entry(">=6 house", "at least 6 houses"),
            Map.entry("1 house", "1 house"),
            Map.entry("34 route", "34 routes"),
            Map.entry("thousands member", "thousands of members"),
            Map.entry("thousands killed", "thousands killed"),
            Map.entry("3 fisherman", "3 fishermen"),
            Map.entry("2 country", "2 countries"),
            Map.entry("150 bus", "150 buses"),
            Map.entry("48 h", "48 hours"),
            Map.entry("1 y", "1 year"),
            Map.entry("2 killed", "2 killed"),
            Map.entry("5.5 %", "5.5 %"),
            Map.entry("48000000 krone", "48 million kroner"),
            Map.entry("41234567 EUR", "41,234,567 EUR"),
            Map.entry("2150000000 USD", "2.15 billion USD"),
            Map.entry("5..10 boat", "5 to 10 boats"),
            Map.entry("3-2 votes", "3-2 votes"));
    words.forEach((v, w) -> assertThat(ReadableValue.of(Kind.QUANTITY, v)).isEqualTo(w));
  }

  @Test
  void longNumbersAndWordsOfSeveralAreReadable() {
    assertThat(
            plain(
                of(
                    Kind.QUANTITY,
                    FactStatus.SINGLE_SOURCE,
                    position(
                        "2000000000.12345 USD",
                        FactStatus.SINGLE_SOURCE,
                        List.of("police", "Ida Moe", "the mayor")))))
        .contains("2,000,000,000.12345 USD 1: Bay Press; all from police, Ida Moe and the mayor");
    assertThat(
            plain(
                of(
                    Kind.EVENT,
                    FactStatus.SINGLE_SOURCE,
                    position("did_not_occur", FactStatus.SINGLE_SOURCE, List.of()))))
        .contains("did not occur");
    assertThat(
            plain(
                of(
                    Kind.TIME,
                    FactStatus.SINGLE_SOURCE,
                    position("2026-03-02", FactStatus.SINGLE_SOURCE, List.of()))))
        .contains("2026-03-02");
  }
}
