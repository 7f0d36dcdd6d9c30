package news.slugline.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import news.slugline.claim.ClaimExtractor;
import news.slugline.claim.Extraction;
import news.slugline.claim.Kind;
import news.slugline.rows.InMemoryRows;
import news.slugline.wire.LogEntry;
import news.slugline.wire.WireArticle;
import org.junit.jupiter.api.Test;

/** The five seeds, end to end: what an editor must see of them, in any order. */
class SeedsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, Extraction> READ = new HashMap<>();

  @Test
  void theStartOfTheMeetingIsDisputed() throws IOException {
    Map<String, Set<String>> positions = positions(state(seeds()), Kind.TIME, "meeting/start");
    assertThat(positions.get("2025-08-15T19:30Z")).containsExactly("000", "002");
    assertThat(positions.get("2025-08-15T19:00Z")).containsExactly("001");
  }

  @Test
  void theLastMeetingIsDisputed() throws IOException {
    Fact f = fact(state(seeds()), Kind.HISTORY, "meeting/since");
    assertThat(f.status()).isEqualTo(FactStatus.DISPUTED);
    for (Position p : f.positions()) {
      if (p.value().endsWith("2018")) {
        assertThat(uris(p)).containsExactly("001");
      } else {
        assertThat(p.value()).endsWith("2019");
        assertThat(uris(p)).contains("000", "002");
      }
    }
  }

  @Test
  void theVenueIsCorroborated() throws IOException {
    Fact f = fact(state(seeds()), Kind.PLACE, "meeting/venue");
    assertThat(f.status()).isEqualTo(FactStatus.CORROBORATED);
  }

  @Test
  void theMeetingTookPlaceAsPlanned() throws IOException {
    Fact f = fact(state(seeds()), Kind.EVENT, "meeting/status");
    assertThat(f.status()).isEqualTo(FactStatus.SUPERSEDED);
    assertThat(f.outcome()).isEqualTo(Outcome.FULFILLED);
  }

  @Test
  void aQuoteInTwoRenderingsIsOne() throws IOException {
    boolean found = false;
    for (Fact f : state(seeds()).facts()) {
      for (Position p : f.positions()) {
        Set<String> uris = new TreeSet<>();
        for (Evidence e : p.evidence()) {
          if (e.text().contains("quite energetic and sincere efforts")) {
            uris.add(e.article().substring(e.article().length() - 3));
          }
        }
        found |= uris.equals(Set.of("001", "002"));
      }
    }
    assertThat(found).isTrue();
  }

  @Test
  void theLunchOfTheDelegationsIsPlannedByTwoAndReportedByNone() throws IOException {
    Fact f = fact(state(seeds()), Kind.EVENT, "lunch/status");
    assertThat(f.status()).isEqualTo(FactStatus.CORROBORATED);
    assertThat(f.outcome()).isEqualTo(Outcome.OPEN);
    assertThat(uris(f.positions().get(0))).containsExactly("001", "002");
  }

  @Test
  void thePromiseOfADayTheRejectionAndTheFollowUpAreCorroborated() throws IOException {
    StoryState s = state(seeds());
    assertThat(supporters(s, Kind.STATEMENT, "war", "24 hours")).contains("001", "004");
    assertThat(supporters(s, Kind.EVENT, "eject", "erritor")).contains("000", "002");
    assertThat(supporters(s, Kind.EVENT, "three-way summit")).containsExactly("001", "004");
    Fact duration = fact(s, Kind.QUANTITY, "meeting/duration");
    assertThat(duration.status()).isEqualTo(FactStatus.CORROBORATED);
    assertThat(duration.positions()).hasSize(1);
    assertThat(uris(duration.positions().get(0))).containsExactly("003", "004");
  }

  @Test
  void whatOneArticleAloneSaysHasASingleSource() throws IOException {
    StoryState s = state(seeds());
    for (String words : List.of("sincerely interested", "to disrupt", "25%", "1.2 million")) {
      List<Fact> of =
          s.facts().stream()
              .filter(f -> f.kind() == Kind.STATEMENT || f.kind() == Kind.QUANTITY)
              .filter(f -> texts(f).stream().anyMatch(t -> t.contains(words)))
              .toList();
      assertThat(of).as(words).isNotEmpty();
      assertThat(of).as(words).allMatch(f -> f.status() == FactStatus.SINGLE_SOURCE);
    }
  }

  @Test
  void sentencesOfOneMatterThatClaimOtherThingsAreNotCorroborated() throws IOException {
    List<Fact> told =
        state(seeds()).facts().stream().filter(f -> f.topicKey().startsWith("told")).toList();
    // two outlets tell in their own words that the presidents met to talk about the war
    List<Fact> counted = told.stream().filter(f -> f.status() != FactStatus.SINGLE_SOURCE).toList();
    assertThat(counted).hasSize(1).allMatch(f -> f.gist().contains("held direct talks"));
    assertThat(told)
        .filteredOn(f -> !counted.contains(f))
        .hasSizeGreaterThan(4)
        .allMatch(f -> f.positions().stream().allMatch(p -> p.origins() <= 1));
  }

  @Test
  void aGatheringOfSomeIsOneInWhateverWordsItIsAnnounced() throws IOException {
    Fact f = fact(state(seeds()), Kind.EVENT, "press_conference/status");
    Position planned =
        f.positions().stream().filter(p -> p.value().equals("planned")).findFirst().orElseThrow();
    assertThat(uris(planned)).contains("000", "001", "002");
  }

  @Test
  void aDealOfThreeSortsIsNotOneDeal() throws IOException {
    for (Fact f : state(seeds()).facts()) {
      for (Position p : f.positions()) {
        boolean nuclear = p.evidence().stream().anyMatch(e -> e.text().contains("nuclear deal"));
        boolean ice = p.evidence().stream().anyMatch(e -> e.text().contains("icebreakers"));
        assertThat(nuclear && ice).as(p.value()).isFalse();
      }
    }
  }

  @Test
  void aGistSaysWhatItsStatusSays() throws IOException {
    Fact f = fact(state(seeds()), Kind.EVENT, "press_conference/status");
    assertThat(f.outcome()).isEqualTo(Outcome.FULFILLED);
    assertThat(f.gist()).contains("conference").doesNotContain("Neither");
  }

  @Test
  void aGistNamesWhoAPronounStandsFor() throws IOException {
    List<String> gists = state(seeds()).facts().stream().map(Fact::gist).toList();
    assertThat(gists).anyMatch(g -> g.startsWith("Donald Trump suggested a follow-up"));
    assertThat(gists).noneMatch(g -> g.contains(": He ") || g.contains(": She "));
  }

  /** The articles behind the one corroborated fact of which a claim holds all these words. */
  private static Set<String> supporters(StoryState s, Kind kind, String... words) {
    Set<String> out = new TreeSet<>();
    for (Fact f : s.facts()) {
      boolean told = f.topicKey().startsWith("told");
      boolean all = texts(f).stream().anyMatch(t -> Stream.of(words).allMatch(w -> t.contains(w)));
      if (f.kind() == kind && !told && all && f.status() == FactStatus.CORROBORATED) {
        f.positions().forEach(p -> out.addAll(uris(p)));
      }
    }
    return out;
  }

  private static List<String> texts(Fact f) {
    return f.positions().stream().flatMap(p -> p.evidence().stream()).map(Evidence::text).toList();
  }

  @Test
  void everyOrderGivesTheSameState() throws IOException {
    List<WireArticle> seeds = seeds();
    StoryState first = state(seeds);
    List<List<WireArticle>> orders = new ArrayList<>();
    permute(seeds, new ArrayList<>(), orders);
    assertThat(orders).hasSize(120);
    for (List<WireArticle> order : orders) {
      StoryState s = state(order);
      assertThat(s.facts()).isEqualTo(first.facts());
      assertThat(s.counts()).isEqualTo(first.counts());
      assertThat(s.origins()).isEqualTo(first.origins());
    }
  }

  private static void permute(
      List<WireArticle> rest, List<WireArticle> taken, List<List<WireArticle>> out) {
    if (rest.isEmpty()) {
      out.add(List.copyOf(taken));
    }
    for (WireArticle a : rest) {
      List<WireArticle> others = new ArrayList<>(rest);
      others.remove(a);
      List<WireArticle> with = new ArrayList<>(taken);
      with.add(a);
      permute(others, with, out);
    }
  }

  /** The largest fact of a kind about a topic. */
  private static Fact fact(StoryState s, Kind kind, String topic) {
    return s.facts().stream()
        .filter(f -> f.kind() == kind && f.topicKey().endsWith(topic))
        .max(
            java.util.Comparator.comparingInt(
                f -> f.positions().stream().mapToInt(p -> uris(p).size()).sum()))
        .orElseThrow();
  }

  private static Map<String, Set<String>> positions(StoryState s, Kind kind, String topic) {
    Fact f = fact(s, kind, topic);
    assertThat(f.status()).isEqualTo(FactStatus.DISPUTED);
    Map<String, Set<String>> out = new TreeMap<>();
    f.positions().forEach(p -> out.put(p.value(), uris(p)));
    return out;
  }

  private static Set<String> uris(Position p) {
    Set<String> out = new TreeSet<>();
    p.evidence().forEach(e -> out.add(e.article().substring(e.article().length() - 3)));
    return out;
  }

  private static StoryState state(List<WireArticle> articles) {
    ClaimExtractor extractor = ClaimExtractor.standard();
    Ledger ledger =
        new Ledger((a, t) -> READ.computeIfAbsent(a.uri(), u -> extractor.extract(a, t)), "seeds");
    InMemoryRows rows = new InMemoryRows();
    Instant last = Instant.EPOCH;
    for (WireArticle a : articles) {
      Instant t = java.util.Objects.requireNonNull(a.versionCreated());
      last = t.isAfter(last) ? t : last;
      ledger.apply("s", new StoryInput.Arrived(a, t), rows, o -> {});
    }
    List<StoryState> out = new ArrayList<>();
    ledger.tick(
        new LogEntry.Tick(last),
        rows,
        o -> {
          if (o instanceof StoryOutput.Settled s) {
            out.add(s.state());
          }
        });
    return out.get(0);
  }

  private static List<WireArticle> seeds() throws IOException {
    List<WireArticle> out = new ArrayList<>();
    List<Path> files;
    try (Stream<Path> s = Files.list(Path.of("seeds"))) {
      files = s.filter(f -> f.toString().endsWith(".json")).sorted().toList();
    }
    for (Path f : files) {
      JsonNode n = JSON.readTree(f.toFile());
      String text = f.toString().replace(".json", ".txt");
      out.add(
          WireArticle.builder(
                  n.path("uri").asText(), n.path("version").asText(), n.path("source").asText())
              .language("en")
              .versionCreated(Instant.parse(n.path("versionCreated").asText()))
              .body(Files.readString(Path.of(text), StandardCharsets.UTF_8))
              .build());
    }
    return out;
  }
}
