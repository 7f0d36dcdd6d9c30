package news.slugline.grouping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import news.slugline.claim.text.Languages;
import news.slugline.rows.InMemoryRows;
import news.slugline.wire.Link;
import news.slugline.wire.LogEntry;
import news.slugline.wire.LogEntry.CommandType;
import news.slugline.wire.PubStatus;
import news.slugline.wire.WireArticle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrouperTest {
  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
  private static final String FIRE =
      "A fire at the Orlan paper mill in Tarnwick killed three workers on Monday, the mill's"
          + " director Edda Rollmar said.\nFlames broke out in the boiler house at noon. Tarnwick"
          + " firefighters needed six hours to put the blaze out.";
  private static final String DATED = FIRE.replace("on Monday", "on March 2");
  private static final String UNDATED = FIRE.replace(" on Monday", "");
  private static final String FIRE_AGAIN =
      "Three workers died on Monday when fire swept through the Orlan paper mill in Tarnwick."
          + "\nEdda Rollmar, who runs the mill, said the blaze began in the boiler house.";
  private static final String CUP =
      "Hessfield Rovers won the county cup on Saturday with two late goals by Piet Lambrook"
          + " against Osterly Town.\nThe goalkeeper saved a penalty before half-time.";

  private static final String FERRY =
      "LIVERPOOL - The ferry Saint Brannoc sank off Liverpool on Monday after its captain, Tom"
          + " Ardley, steered it onto a sandbank, the coastguard said.\nNora Hask, a deckhand, was"
          + " killed. Ardley and eleven passengers were taken to hospital in Liverpool.";
  private static final String FERRY_INQUIRY =
      "LIVERPOOL - Captain Tom Ardley had slept three hours before the ferry Saint Brannoc sank off"
          + " Liverpool, an inquiry heard on Monday.\nThe ferry ran onto a sandbank and the deckhand"
          + " Nora Hask was killed. Eleven passengers were taken to hospital, the coastguard told"
          + " the inquiry.";
  private static final String HARBOUR =
      "Crews in Veldhaven on Monday recovered the crane that fell into the inner harbour during the"
          + " storm.\nThe Veldhaven harbour crane, named Old Marta, was lifted by two barges. Divers"
          + " cut its cables. The harbour master, Joris Penndal, said ships could pass again.";
  private static final String MINISTER =
      "Transport minister Ada Quill promised lawmakers a report on safety after criticism of"
          + " inspections.\nQuill told parliament that inspectors had signed papers without going"
          + " there. Opposition leader Bram Teulen asked her to resign.";

  private InMemoryRows rows = new InMemoryRows();
  private Grouper grouper = new Grouper(rows);
  private Instant now = START;

  @Test
  void theSeedsAreOneStoryAndAnotherArticleIsNot() throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> dir = Files.newDirectoryStream(Path.of("seeds"), "*.txt")) {
      dir.forEach(files::add);
    }
    files.sort(null);
    Set<String> stories = new HashSet<>();
    for (Path f : files) {
      WireArticle a =
          article(f.getFileName().toString(), Files.readString(f).strip()).headline("").build();
      stories.add(place(a));
    }
    assertThat(files).hasSize(5);
    assertThat(stories).hasSize(1);
    assertThat(stories).doesNotContain(place("other", CUP));
  }

  @Test
  void likeArticlesShareAStoryAndTheReasonIsGiven() {
    String story = place("a", FIRE);
    Routed.Placed second = arrived("b", FIRE_AGAIN);
    assertThat(second.storyId()).isEqualTo(story).startsWith("2026-03-02-");
    assertThat(second.placement().reason()).isEqualTo("likeness");
    assertThat(second.placement().opened()).isFalse();
    assertThat(second.placement().score()).isBetween(0.5, 1.0);
    assertThat(place("c", CUP)).isNotEqualTo(story);
  }

  @Test
  void anotherVersionStaysWhateverItSays() {
    String story = place("a", FIRE);
    WireArticle b = article("a", CUP).build().toBuilder().build();
    Routed.Placed again = placed(apply(b));
    assertThat(again.storyId()).isEqualTo(story);
    assertThat(again.placement().reason()).isEqualTo("version");
    assertThat(place("b", CUP)).isEqualTo(story);
  }

  @Test
  void aKillGoesToTheStoryThatHoldsTheUriAndTakesItsTextOut() {
    String story = place("a", FIRE);
    WireArticle kill = article("a", "").pubStatus(PubStatus.CANCELED).build();
    assertThat(placed(apply(kill)).storyId()).isEqualTo(story);
    assertThat(place("b", FIRE_AGAIN)).isNotEqualTo(story);
  }

  @Test
  void aKillOfAnUnknownUriIsRemembered() {
    assertThat(apply(version("a", "3", FIRE).pubStatus(PubStatus.CANCELED).build())).isEmpty();
    assertThat(apply(version("a", "2", FIRE).build())).isEmpty();
    assertThat(apply(version("a", "4", FIRE).build())).hasSize(1);
  }

  @Test
  void aWithheldArticleInfluencesNothingUntilItIsUsable() {
    assertThat(apply(article("a", FIRE).pubStatus(PubStatus.WITHHELD).build())).isEmpty();
    String story = place("b", FIRE_AGAIN);
    assertThat(place("a", FIRE)).isEqualTo(story);
    WireArticle held = article("a", FIRE).pubStatus(PubStatus.WITHHELD).build();
    assertThat(placed(apply(held)).storyId()).isEqualTo(story);
  }

  @Test
  void anEmbargoedArticleWaitsForTheTick() {
    Instant end = START.plusSeconds(600);
    tick(START);
    assertThat(apply(article("a", FIRE).embargoed(end).build())).isEmpty();
    assertThat(tick(end.minusMillis(1))).hasSize(1);
    restart();
    List<Routed> out = tick(end);
    assertThat(out).hasSize(2);
    assertThat(placed(out).article().uri()).isEqualTo("a");
    assertThat(out.get(1)).isInstanceOf(Routed.Ticked.class);
    assertThat(tick(end.plusSeconds(15))).hasSize(1);
  }

  @Test
  void aKillEndsAnEmbargoForGood() {
    Instant end = START.plusSeconds(600);
    tick(START);
    apply(article("a", FIRE).embargoed(end).build());
    apply(version("a", "2", "").pubStatus(PubStatus.CANCELED).build());
    assertThat(tick(end)).hasSize(1);
  }

  @Test
  void linksDecideAtOnce() {
    String story = place("a", FIRE);
    WireArticle b = article("b", CUP).links(List.of(new Link(Link.Rel.UPDATES, "a"))).build();
    Routed.Placed p = placed(apply(b));
    assertThat(p.storyId()).isEqualTo(story);
    assertThat(p.placement().reason()).isEqualTo("link");
    WireArticle c = article("c", CUP).links(List.of(new Link(Link.Rel.RELATED, "a"))).build();
    assertThat(placed(apply(c)).placement().reason()).isNotEqualTo("link");
  }

  @Test
  void otherLanguagesAreKeptApartAndMarkedWhateverTheWireSays() {
    String story = place("a", FIRE);
    String german =
        "Bei dem Brand in der Papierfabrik von Ardmoor starben am Montag drei Arbeiter, wie die"
            + " Polizei mitteilte. Das Feuer war kurz nach Mitternacht in einem Lager ausgebrochen.";
    for (String said : new String[] {"de", "de-AT", "en", "en-GB", null}) {
      Routed.Placed p = placed(apply(article("in " + said, german).language(said).build()));
      assertThat(p.storyId()).as("marked %s", said).isNotEqualTo(story);
      assertThat(Languages.base(Objects.requireNonNull(p.article().language())))
          .as("marked %s", said)
          .isEqualTo("de");
    }
    Routed.Placed english = placed(apply(article("b", FIRE).language("de").build()));
    assertThat(english.storyId()).as("English, marked as German").isEqualTo(story);
    assertThat(english.article().language()).isEqualTo("en");
    Routed.Placed unread = placed(apply(article("c", FIRE).language("vi-x").body("").build()));
    assertThat(unread.article().language()).as("nothing says otherwise").isEqualTo("vi-x");
  }

  @Test
  void aSnapFindsItsStory() {
    String story = place("a", FIRE);
    WireArticle snap =
        article("b", "")
            .headline("Fire at Orlan paper mill in Tarnwick kills three workers - director")
            .build();
    assertThat(placed(apply(snap)).storyId()).isEqualTo(story);
  }

  @Test
  void aQuietStoryIsReopenedForThirtyDaysAndNotAfter() {
    String story = daysAgo(10, UNDATED);
    assertThat(place("b", UNDATED)).isEqualTo(story);
    move(Duration.ofDays(30));
    assertThat(place("c", UNDATED)).isEqualTo(story);
    move(Duration.ofDays(30).plusMillis(1));
    assertThat(place("d", UNDATED)).isNotEqualTo(story);
  }

  @Test
  void anOldStoryIsFoundByTheEventThatAnArticleNames() {
    String story = daysAgo(90, FERRY);
    restart();
    Routed.Placed again = arrived("b", FERRY_INQUIRY);
    assertThat(again.storyId()).isEqualTo(story);
    assertThat(again.placement().reason()).isEqualTo("event");
    assertThat(arrived("c", FERRY_INQUIRY).placement().reason()).isEqualTo("likeness");
  }

  @Test
  void anOldStoryIsFoundByANameAndADayThatAnArticleGives() {
    String story = daysAgo(120, DATED);
    restart();
    String charged =
        "Prosecutors have charged the director of a paper mill, Edda Rollmar, over the deaths of"
            + " three workers there on March 2.\nRollmar had known since winter that the boiler of"
            + " the Orlan mill leaked, they said. She denies it.";
    Routed.Placed again = arrived("b", charged);
    assertThat(again.storyId()).isEqualTo(story);
    assertThat(again.placement().reason()).isEqualTo("event");
  }

  @Test
  void whoElseDidSomethingOnThatDayIsAnotherStory() {
    String story = daysAgo(120, DATED);
    String other =
        "Edda Rollmar, the sculptor, whose show opened on March 2, will be given a prize of the"
            + " academy in autumn.\nThe jury praised her bronze horses. The museum has sold more"
            + " tickets than ever.";
    assertThat(place("b", other)).isNotEqualTo(story);
    String sameDay =
        "A tanker that ran aground off Osterly on March 2 has been towed free, the harbour master"
            + " Joris Penndal said.\nNone of its oil was lost. The crew had stayed on board.";
    assertThat(place("c", sameDay)).isNotEqualTo(story);
  }

  @Test
  void anOldStoryIsFoundByTwoPersonsFurtherDown() {
    String story = daysAgo(90, FERRY);
    String sold =
        "The ferry Saint Brannoc, raised after it sank in winter, is to be scrapped.\nIts owners"
            + " could not find a buyer. The coastguard wants a buoy at the sandbank.\nA yard will"
            + " take the hull.\nWork starts soon.\nThe bell stays.\nThe ferry's captain, Tom"
            + " Ardley, was fined after it ran onto the sandbank. Nora Hask, a deckhand, was killed.";
    Routed.Placed again = arrived("b", sold);
    assertThat(again.placement().reason()).isEqualTo("event");
    assertThat(again.storyId()).isEqualTo(story);
  }

  @Test
  void thePersonsOfAnOldStoryInAnotherMatterDoNotReopenIt() {
    String story = daysAgo(90, FERRY);
    String other =
        "Captain Tom Ardley and Nora Hask won the mixed doubles of the Liverpool tennis club on"
            + " Saturday.\nArdley and Hask beat the holders in three sets.";
    assertThat(place("b", other)).isNotEqualTo(story);
  }

  @Test
  void whatAnEditorHasSplitLikenessDoesNotMergeAgain() {
    String story = place("a", FIRE);
    place("b", FIRE_AGAIN);
    command(CommandType.SPLIT, story, "b");
    for (int i = 0; i < 6; i++) {
      List<Routed> out = apply(article("c" + i, i % 2 == 0 ? FIRE : FIRE_AGAIN).build());
      assertThat(out).hasSize(1);
    }
    String fresh = placed(apply(version("b", "2", FIRE_AGAIN).build())).storyId();
    assertThat(fresh).isNotEqualTo(story);
    assertThat(command(CommandType.MERGE, story, fresh)).hasSize(2);
  }

  @Test
  void storiesThatProveToBeOneAreMergedOnce() {
    place("a", HARBOUR);
    place("b", MINISTER);
    assertThat(rows.size(Tables.STORY)).isEqualTo(2);
    List<Routed> all = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      all.addAll(apply(article("c" + i, HARBOUR + "\n" + MINISTER).build()));
    }
    List<Routed> merges =
        all.stream()
            .filter(r -> r instanceof Routed.Absorbed || r instanceof Routed.Absorb)
            .toList();
    assertThat(merges).hasSize(2);
    Routed.Absorbed absorbed = (Routed.Absorbed) merges.get(0);
    assertThat(merges.get(1))
        .isEqualTo(new Routed.Absorb(absorbed.survivor(), absorbed.storyId(), absorbed.time()));
    assertThat(rows.size(Tables.STORY)).isEqualTo(1);
  }

  @Test
  void anExactRepeatUnderAnotherUriJoinsTheStory() {
    assertThat(place("b", FIRE)).isEqualTo(place("a", FIRE));
  }

  @Test
  void anOldStoryIsFoundByUriAndLinkOnly() {
    String story = daysAgo(200, FIRE);
    assertThat(place("b", FIRE)).isNotEqualTo(story);
    WireArticle c = article("c", CUP).links(List.of(new Link(Link.Rel.UPDATES, "a"))).build();
    assertThat(placed(apply(c)).storyId()).isEqualTo(story);
    assertThat(place("a", FIRE)).isEqualTo(story);
  }

  @Test
  void nothingIsKeptBeyondFourHundredDays() {
    place("a", FIRE);
    move(Duration.ofDays(402));
    for (var table : Grouper.TABLES) {
      if (!Set.of("grouping-clock", "grouping-seq").contains(table.name())) {
        assertThat(rows.size(table)).as(table.name()).isZero();
      }
    }
  }

  @Test
  void aStartReadsOnlyStoriesWithinTheWindow() {
    String story = daysAgo(31, FIRE);
    assertThat(rows.size(Tables.STORY)).isZero();
    assertThat(rows.size(Tables.RETIRED)).isEqualTo(1);
    restart();
    WireArticle update = article("b", CUP).links(List.of(new Link(Link.Rel.UPDATES, "a"))).build();
    assertThat(place(update)).isEqualTo(story);
    assertThat(rows.size(Tables.STORY)).isEqualTo(1);
    assertThat(rows.size(Tables.RETIRED)).isZero();
  }

  @Test
  void anArticleThatComesLateFindsAStoryThatBeganUpToThirtyDaysAfterIt() {
    Instant edge = START.minus(Duration.ofDays(30));
    String story = place("a", DATED);
    assertThat(placedAt("b", edge)).isEqualTo(story);
    rows = new InMemoryRows();
    restart();
    assertThat(place("a", DATED)).isEqualTo(story);
    assertThat(placedAt("b", edge.minusMillis(1))).isNotEqualTo(story);
  }

  @Test
  void aKillReachesItsStoryForFourHundredDays() {
    String story = place("a", FIRE);
    place("b", CUP);
    move(Duration.ofDays(400));
    WireArticle kill = version("a", "2", "").pubStatus(PubStatus.CANCELED).build();
    assertThat(placed(apply(kill)).storyId()).isEqualTo(story);
    move(Duration.ofDays(1));
    assertThat(apply(version("b", "2", "").pubStatus(PubStatus.CANCELED).build())).isEmpty();
  }

  @Test
  void anArticleCanBeSplitOffForSevenDays() {
    String story = place("a", FIRE);
    place("b", FIRE_AGAIN);
    place("c", FIRE);
    move(Duration.ofDays(7));
    assertThat(command(CommandType.SPLIT, story, "b")).hasSize(2);
    move(Duration.ofDays(1));
    assertThat(command(CommandType.SPLIT, story, "c")).isEmpty();
  }

  @Test
  void atTheLimitEveryStoryStays() {
    String story = fireThenCup(2);
    assertThat(place("c", FIRE_AGAIN)).isEqualTo(story);
  }

  @Test
  void beyondTheLimitTheLongestQuietStoryGoes() {
    String story = fireThenCup(1);
    assertThat(place("c", FIRE_AGAIN.replace(" on Monday", ""))).isNotEqualTo(story);
    assertThat(place("a", FIRE)).isEqualTo(story);
  }

  @Test
  void beyondTheLimitANameAndADayStillFindTheStory() {
    String story = fireThenCup(1);
    Routed.Placed again = arrived("c", FIRE_AGAIN);
    assertThat(again.placement().reason()).isEqualTo("event");
    assertThat(again.storyId()).isEqualTo(story);
  }

  @Test
  void editorsMergeAndSplit() {
    String fire = place("a", FIRE);
    String cup = place("b", CUP);
    List<Routed> merged = command(CommandType.MERGE, fire, cup);
    assertThat(merged)
        .containsExactly(new Routed.Absorbed(cup, fire, now), new Routed.Absorb(fire, cup, now));
    assertThat(command(CommandType.MERGE, cup, fire)).isEmpty();
    assertThat(placed(apply(version("b", "2", CUP).build())).storyId()).isEqualTo(fire);

    List<Routed> split = command(CommandType.SPLIT, cup, "b");
    assertThat(split.get(0)).isEqualTo(new Routed.Removed(fire, "b", now));
    Routed.Placed fresh = (Routed.Placed) split.get(1);
    assertThat(fresh.storyId()).isNotIn(fire, cup);
    assertThat(fresh.placement().reason()).isEqualTo("command");
    assertThat(fresh.article().body()).isEqualTo(CUP);
    assertThat(placed(apply(version("b", "3", FIRE).build())).storyId()).isEqualTo(fresh.storyId());
    assertThat(command(CommandType.SPLIT, fire, "b")).isEmpty();
  }

  @Test
  void mergesChainAndOrdersFollowThem() {
    String a = place("a", FIRE);
    String b = place("b", CUP);
    String c = place("c", "Parliament in Veldoria passed the harbour tax bill by 90 to 12 votes.");
    command(CommandType.MERGE, b, a);
    command(CommandType.MERGE, c, b);
    assertThat(command(CommandType.MERGE, a, c)).isEmpty();
    restart();
    List<Routed> ordered = command(CommandType.CONFIRM, a, "fact");
    assertThat(ordered).hasSize(1);
    assertThat(((Routed.Ordered) ordered.get(0)).storyId()).isEqualTo(c);
    assertThat(placed(apply(version("a", "2", CUP).build())).storyId()).isEqualTo(c);
    assertThat(command(CommandType.DISMISS, "2000-01-01-unknown", "fact")).isEmpty();
  }

  @Test
  void equalTimesFollowTheLog() {
    List<Routed> one = run(List.of(accepted("a", FIRE), accepted("b", FIRE_AGAIN)), -1);
    List<Routed> two = run(List.of(accepted("b", FIRE_AGAIN), accepted("a", FIRE)), -1);
    assertThat(stories(one)).hasSize(1);
    assertThat(stories(two)).hasSize(1).isNotEqualTo(stories(one));
  }

  @Test
  void aLogOfOneMomentIsReadInItsOrderWhateverTheRestarts() {
    List<LogEntry> log = new ArrayList<>();
    Random random = new Random(5);
    for (int i = 0; i < 120; i++) {
      log.add(accepted("urn:test:" + i, invented(i / 6, random)));
    }
    List<Routed> once = run(log, -1);
    assertThat(run(log, 1)).isEqualTo(once);
    assertThat(once.stream().filter(Routed.Placed.class::isInstance))
        .extracting(r -> ((Routed.Placed) r).article().uri())
        .containsExactlyElementsOf(
            log.stream().map(e -> ((LogEntry.Accepted) e).article().uri()).toList());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 42})
  void aMonthsLogGivesTheSameAgainAndAfterRestarts(long seed) {
    List<LogEntry> log = generated(new Random(seed));
    List<Routed> once = run(log, -1);
    assertThat(run(log, -1)).as("seed %d", seed).isEqualTo(once);
    assertThat(run(log, 37)).as("seed %d", seed).isEqualTo(once);
    Set<String> absorbed = new HashSet<>();
    for (Routed r : once) {
      if (r instanceof Routed.Absorbed a) {
        assertThat(absorbed.add(a.storyId())).isTrue();
        assertThat(absorbed).doesNotContain(a.survivor());
      } else if (r instanceof Routed.Placed p) {
        assertThat(absorbed).doesNotContain(p.storyId());
      }
    }
    long ticks = log.stream().filter(e -> e instanceof LogEntry.Tick).count();
    assertThat(once.stream().filter(r -> r instanceof Routed.Ticked).count()).isEqualTo(ticks);
  }

  @ParameterizedTest
  @ValueSource(longs = {3, 11, 77})
  void everyPlacementOfAMonthsLogKeepsTheWindowsRules(long seed) {
    Window window = new Window(Duration.ofDays(2), Duration.ofDays(400), Duration.ofDays(7), 4);
    Grouper g = new Grouper(rows, window, Likeness.load());
    WindowRules rules = new WindowRules(window);
    for (LogEntry entry : generated(new Random(seed))) {
      g.apply(entry, r -> rules.check(r, "seed " + seed + ", " + r));
    }
    assertThat(rules.sentOff).as("seed %d", seed).isPositive();
    assertThat(rules.reasons).as("seed %d", seed).contains("new", "likeness", "version", "link");
  }

  /** The rules of the window, told again without any index. */
  private static final class WindowRules {
    final Set<String> reasons = new TreeSet<>();
    private final Window window;
    private final Map<String, Instant> first = new HashMap<>();
    private final Map<String, Instant> last = new HashMap<>();
    private final Map<String, String> survivors = new HashMap<>();
    private final Map<String, String> storyOf = new HashMap<>();

    /** The stories that likeness may find. */
    private final Set<String> open = new TreeSet<>();

    /** How many stories went because there were too many. */
    int sentOff;

    WindowRules(Window window) {
      this.window = window;
    }

    void check(Routed routed, String what) {
      if (routed instanceof Routed.Absorb a) {
        survivors.put(a.absorbed(), a.storyId());
        assertThat(open).as(what).contains(a.storyId(), a.absorbed());
        open.remove(a.absorbed());
        span(a.storyId(), Objects.requireNonNull(first.get(a.absorbed())));
        span(a.storyId(), Objects.requireNonNull(last.get(a.absorbed())));
      } else if (routed instanceof Routed.Placed p) {
        check(p, what);
        opened(p.storyId());
      } else if (routed instanceof Routed.Ticked t) {
        open.removeIf(s -> lastOf(s).isBefore(t.tick().time().minus(window.matchable())));
      }
    }

    /** A story has changed: if there are too many now, the longest quiet goes. */
    private void opened(String story) {
      open.add(story);
      if (open.size() > window.limit()) {
        sentOff++;
        open.remove(open.stream().min(Comparator.comparing(this::lastOf)).orElseThrow());
      }
    }

    private Instant lastOf(String story) {
      return Objects.requireNonNull(last.get(story));
    }

    private void check(Routed.Placed p, String what) {
      String reason = p.placement().reason();
      String known = storyOf.put(p.article().uri(), p.storyId());
      reasons.add(reason);
      assertThat(survivors).as(what).doesNotContainKey(p.storyId());
      assertThat(reason.equals("version")).as(what).isEqualTo(known != null);
      switch (reason) {
        case "version" ->
            assertThat(survivor(Objects.requireNonNull(known))).as(what).isEqualTo(p.storyId());
        case "new" -> assertThat(last).as(what).doesNotContainKey(p.storyId());
        case "likeness" -> {
          Instant from = Objects.requireNonNull(first.get(p.storyId())).minus(window.matchable());
          Instant to = Objects.requireNonNull(last.get(p.storyId())).plus(window.matchable());
          assertThat(p.eventTime()).as(what).isBetween(from, to);
          assertThat(open).as(what).contains(p.storyId());
        }
        default -> assertThat(last).as(what).containsKey(p.storyId());
      }
      if (p.article().pubStatus() == PubStatus.USABLE) {
        span(p.storyId(), p.eventTime());
      }
    }

    private void span(String story, Instant t) {
      first.merge(story, t, (a, b) -> a.isBefore(b) ? a : b);
      last.merge(story, t, (a, b) -> a.isAfter(b) ? a : b);
    }

    private String survivor(String id) {
      String by = survivors.get(id);
      return by == null ? id : survivor(by);
    }
  }

  private static List<LogEntry> generated(Random random) {
    List<LogEntry> log = new ArrayList<>();
    List<String> uris = new ArrayList<>();
    Instant t = START;
    for (int i = 0; i < 400; i++) {
      t = t.plusSeconds(random.nextInt(4 * 3600));
      log.add(new LogEntry.Tick(t));
      int event = Math.max(0, i / 8 - random.nextInt(12));
      boolean old = !uris.isEmpty() && random.nextInt(5) == 0;
      String uri = old ? uris.get(random.nextInt(uris.size())) : "urn:test:" + i;
      uris.add(uri);
      WireArticle.Builder b = version(uri, Integer.toString(i), invented(event, random));
      switch (random.nextInt(20)) {
        case 0 -> b.pubStatus(PubStatus.CANCELED);
        case 1 -> b.pubStatus(PubStatus.WITHHELD);
        case 2 -> b.embargoed(t.plusSeconds(random.nextInt(20 * 3600)));
        case 3 -> b.links(List.of(new Link(Link.Rel.UPDATES, uris.get(random.nextInt(i + 1)))));
        default -> {}
      }
      log.add(new LogEntry.Accepted(b.build(), t.minusSeconds(random.nextInt(600))));
    }
    return log;
  }

  /** Copy about one of many events, each with its own names: some of what is known of it. */
  private static String invented(int event, Random random) {
    String[] kinds = {"fire", "strike", "trial", "flood", "summit", "robbery"};
    Random own = new Random(event * 7_919L);
    String town = name(own);
    StringBuilder text = new StringBuilder();
    for (int s = 0; s < 8; s++) {
      String sentence =
          String.format(
              "The %s in %s kept %s %s and the %s of %s busy. ",
              kinds[event % kinds.length], town, name(own), name(own), name(own), name(own));
      text.append(s > 0 && random.nextInt(3) == 0 ? "" : sentence);
    }
    return text.toString();
  }

  private static String name(Random random) {
    String[] syllables = {"bar", "dol", "fen", "gri", "hul", "jas", "kov", "lim", "mer", "nat"};
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      name.append(syllables[random.nextInt(syllables.length)]);
    }
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  private static List<Routed> run(List<LogEntry> log, int restartEvery) {
    List<Routed> out = new ArrayList<>();
    InMemoryRows rows = new InMemoryRows();
    Grouper g = new Grouper(rows);
    for (int i = 0; i < log.size(); i++) {
      if (restartEvery > 0 && i % restartEvery == 0) {
        g = new Grouper(rows);
      }
      g.apply(log.get(i), out::add);
    }
    return out;
  }

  private static TreeSet<String> stories(List<Routed> routed) {
    return routed.stream()
        .map(r -> ((Routed.Placed) r).storyId())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Window limited(int limit) {
    return new Window(Duration.ofDays(30), Duration.ofDays(400), Duration.ofDays(7), limit);
  }

  private String placedAt(String uri, Instant eventTime) {
    WireArticle a = article(uri, DATED).build();
    return placed(apply(new LogEntry.Accepted(a, eventTime))).storyId();
  }

  private void restart() {
    grouper = new Grouper(rows);
  }

  private void move(Duration d) {
    now = now.plus(d);
    tick(now);
  }

  private List<Routed> tick(Instant t) {
    return apply(new LogEntry.Tick(t));
  }

  /** The story of an article "a" that came so many days ago. */
  private String daysAgo(int days, String body) {
    String story = place("a", body);
    move(Duration.ofDays(days));
    return story;
  }

  /** The story of a fire; an hour later a cup's began, where only so many stay active. */
  private String fireThenCup(int limit) {
    grouper = new Grouper(rows, limited(limit), Likeness.load());
    String story = place("a", FIRE);
    move(Duration.ofHours(1));
    place("b", CUP);
    return story;
  }

  private Routed.Placed arrived(String uri, String body) {
    return placed(apply(article(uri, body).build()));
  }

  private String place(String uri, String body) {
    return place(article(uri, body).build());
  }

  private String place(WireArticle a) {
    return placed(apply(a)).storyId();
  }

  private List<Routed> command(CommandType type, String story, String target) {
    return apply(new LogEntry.Command("c", type, story, target, null, "editor", now));
  }

  private List<Routed> apply(WireArticle a) {
    return apply(new LogEntry.Accepted(a, now));
  }

  private List<Routed> apply(LogEntry e) {
    List<Routed> out = new ArrayList<>();
    grouper.apply(e, out::add);
    return out;
  }

  private static Routed.Placed placed(List<Routed> routed) {
    return (Routed.Placed) routed.get(0);
  }

  private static LogEntry accepted(String uri, String body) {
    return new LogEntry.Accepted(article(uri, body).build(), START);
  }

  private static WireArticle.Builder article(String uri, String body) {
    return version(uri, "1", body);
  }

  private static WireArticle.Builder version(String uri, String version, String body) {
    return WireArticle.builder(uri, version, "Testwire")
        .language("en")
        .versionCreated(START)
        .body(body);
  }
}
