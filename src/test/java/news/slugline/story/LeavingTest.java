package news.slugline.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import news.slugline.claim.About;
import news.slugline.claim.Claim;
import news.slugline.claim.EventStatus;
import news.slugline.claim.Extraction;
import news.slugline.rows.InMemoryRows;
import news.slugline.rows.RowKey;
import news.slugline.rows.Rows;
import news.slugline.rows.Table;
import news.slugline.wire.LogEntry;
import news.slugline.wire.PubStatus;
import news.slugline.wire.Signal;
import news.slugline.wire.WireArticle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A story that has left keeps its articles alone, and says of whatever comes later what it would
 * say had it kept all. {@code -Dslugline.histories=10000} for the long run.
 */
class LeavingTest {
  private static final int DAY = 24;

  /**
   * No history is longer: grouping sends a story nothing any more 400 days after its last article.
   */
  private static final int KNOWN = 360 * DAY;

  private static final List<String> STORIES = List.of("s1", "s2");

  /** Small portions, so that a story of some articles takes several. */
  private static final Archive.Portions SMALL = new Archive.Portions(60, 4, 2, 2);

  /** The same, and each story keeps all of its rows until it leaves. */
  private static final Archive.Portions WHOLE_AT_FIRST = new Archive.Portions(60, 4, 2, 0);

  /** Rows that never tell the ledger that a story has left, so that it keeps all. */
  private record KeepingAll(InMemoryRows rows) implements Rows {
    @Override
    public <R extends Record> @Nullable R get(Table<R> table, RowKey key) {
      return rows.get(table, key);
    }

    @Override
    public <R extends Record> void put(Table<R> table, RowKey key, R row) {
      rows.put(table, key, row);
    }

    @Override
    public <R extends Record> void delete(Table<R> table, RowKey key) {
      rows.delete(table, key);
    }

    @Override
    public <R extends Record> void scan(Table<R> table, RowKey prefix, Visitor<R> visitor) {
      if (!table.equals(Tables.LEAVING)) {
        rows.scan(table, prefix, visitor);
      }
    }

    @Override
    public int clear(Table<?> table, RowKey prefix, int most) {
      throw new AssertionError("nothing is to go");
    }
  }

  /** A ledger whose stories' words to themselves may come back late, as they do in the stream. */
  private static final class Room {
    final InMemoryRows rows = new InMemoryRows();
    final Map<String, List<StoryUpdate>> updates = new TreeMap<>();
    final Map<String, StoryState> states = new TreeMap<>();
    final List<StoryOutput.Kept> kept = new ArrayList<>();
    private final Deque<StoryOutput.HandOver> coming = new ArrayDeque<>();
    private final Map<String, Claim> claims;
    private final Rows seen;
    private final Ledger ledger;

    Room(Map<String, Claim> claims, boolean keepsAll, Archive.Portions portions) {
      this.claims = claims;
      this.seen = keepsAll ? new KeepingAll(rows) : rows;
      this.ledger =
          new Ledger(this::extract, "test", Memory.LEAST, keepsAll ? WHOLE_AT_FIRST : portions);
    }

    private Extraction extract(WireArticle a, Instant time) {
      List<Claim> out = new ArrayList<>();
      int at = 0;
      for (String line : a.body().split("\n", -1)) {
        Claim c = claims.get(line);
        if (c != null) {
          out.add(Desk.moved(c, at));
        }
        at += line.length() + 1;
      }
      return new Extraction(out, null, List.of(), List.of(), List.of());
    }

    void apply(String story, StoryInput in) {
      take(out -> ledger.apply(story, in, seen, out));
    }

    void tick(int hours) {
      take(out -> ledger.tick(new LogEntry.Tick(at(hours)), seen, out));
    }

    /** Lets the first of what stories told themselves come back; says whether there was any. */
    boolean goOn() {
      StoryOutput.HandOver next = coming.poll();
      if (next != null) {
        apply(next.survivor(), next.row());
      }
      return next != null;
    }

    void settle(int hours) {
      while (goOn()) {}
      tick(hours);
      while (goOn()) {}
    }

    private void take(Consumer<Consumer<StoryOutput>> step) {
      List<StoryOutput.HandOver> handed = new ArrayList<>();
      step.accept(
          o -> {
            if (o instanceof StoryOutput.Updated u) {
              updates.computeIfAbsent(u.update().storyId(), s -> new ArrayList<>()).add(u.update());
            } else if (o instanceof StoryOutput.Settled s) {
              states.put(s.state().storyId(), s.state());
            } else if (o instanceof StoryOutput.Kept k) {
              kept.add(k);
            } else if (o instanceof StoryOutput.HandOver h) {
              handed.add(h);
            }
          });
      for (StoryOutput.HandOver h : handed) {
        if (h.survivor().equals(h.row().from())) {
          coming.add(h);
        } else {
          apply(h.survivor(), h.row());
        }
      }
    }

    List<StoryUpdate> told(String story) {
      return updates.getOrDefault(story, List.of());
    }

    long derived() {
      return List.of(
              Tables.DIGESTS,
              Tables.NODES,
              Tables.LEADS,
              Tables.FILED,
              Tables.BUCKETS,
              Tables.STAGES,
              Tables.SKETCHES,
              Tables.COPIES,
              Tables.FACTS,
              Tables.RANKS)
          .stream()
          .mapToLong(rows::size)
          .sum();
    }

    long times(Keeping how) {
      return kept.stream().filter(k -> k.how() == how).count();
    }
  }

  private static Instant at(int hours) {
    return Desk.START.plusSeconds(hours * 3_600L);
  }

  /** A step of a history: the same for both rooms. */
  private interface Step extends Consumer<Room> {}

  @Test
  void whateverComesLateIsToldAsIfAllHadBeenKept() {
    int histories = Integer.getInteger("slugline.histories", 200);
    long archived = 0;
    long back = 0;
    for (int seed = 0; seed < histories; seed++) {
      Random random = new Random(seed);
      Map<String, Claim> claims = LedgerOrderTest.claims(random);
      Room all = new Room(claims, true, Archive.Portions.STANDARD);
      Room small = new Room(claims, false, SMALL);
      Room standard = new Room(claims, false, Archive.Portions.STANDARD);
      for (Step step : history(random, claims)) {
        step.accept(all);
        step.accept(standard);
        while (standard.goOn()) {}
        while (random.nextInt(3) == 0 && small.goOn()) {}
        step.accept(small);
      }
      for (int i = 0; i < 60; i++) {
        int hours = 700 * DAY + i;
        List.of(all, small, standard).forEach(r -> r.settle(hours));
      }
      assertSame(seed, standard, all);
      assertSame(seed, small, all);
      assertThat(all.kept).isEmpty();
      assertThat(small.derived()).as("rows left, seed %d", seed).isZero();
      archived += small.times(Keeping.ARCHIVED);
      back += small.times(Keeping.WHOLE);
    }
    assertThat(archived).isGreaterThan(histories);
    assertThat(back).isGreaterThan(histories / 2);
  }

  private static void assertSame(int seed, Room room, Room all) {
    assertThat(room.updates.keySet()).as("seed %d", seed).isEqualTo(all.updates.keySet());
    room.updates.forEach(
        (story, updates) -> {
          List<StoryUpdate> expected = Objects.requireNonNull(all.updates.get(story));
          for (int i = 0; i < Math.min(expected.size(), updates.size()); i++) {
            assertThat(updates.get(i)).as("seed %d", seed).isEqualTo(expected.get(i));
          }
          assertThat(updates).as("seed %d", seed).hasSameSizeAs(expected);
        });
    assertThat(room.states).as("seed %d", seed).isEqualTo(all.states);
  }

  /** Bursts of articles with months between them, then late versions, orders, a merge. */
  private static List<Step> history(Random random, Map<String, Claim> claims) {
    List<String> lines = new ArrayList<>(claims.keySet());
    List<Step> out = new ArrayList<>();
    int hours = 0;
    boolean merged = false;
    for (int burst = 0; burst < 6; burst++) {
      for (WireArticle a : LedgerOrderTest.versions(random, lines)) {
        hours += random.nextInt(3);
        String story = merged ? "s1" : STORIES.get(Math.floorMod(a.uri().hashCode(), 2));
        StoryInput in = new StoryInput.Arrived(a, at(hours));
        out.add(r -> r.apply(story, in));
        ticks(random, hours, 2, out);
      }
      hours = quiet(random, hours, out);
      if (random.nextInt(4) == 0) {
        order(random, at(hours), out);
      }
      if (random.nextInt(6) == 0) {
        StoryInput in = new StoryInput.Removed("u" + random.nextInt(4), at(hours));
        out.add(r -> r.apply("s1", in));
      }
      if (!merged && random.nextInt(4) == 0) {
        merged = true;
        StoryInput absorbed = new StoryInput.Absorbed("s1", at(hours));
        StoryInput absorb = new StoryInput.Absorb("s2", at(hours));
        out.add(r -> r.apply("s2", absorbed));
        out.add(r -> r.apply("s1", absorb));
      }
      ticks(random, hours, 2, out);
    }
    return out;
  }

  private static void ticks(Random random, int hours, int most, List<Step> out) {
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      out.add(r -> r.tick(hours));
    }
  }

  /** Days or weeks, now and then months, a year in all; by ticks of hours, days, a month. */
  private static int quiet(Random random, int from, List<Step> out) {
    int days = random.nextInt(4) > 0 ? 2 + random.nextInt(39) : random.nextInt(170);
    int until = Math.min(from + days * DAY, KNOWN);
    int hours = from;
    while (hours < until) {
      hours += random.nextInt(4) == 0 ? 31 * DAY : 1 + random.nextInt(4 * DAY);
      int now = hours;
      out.add(r -> r.tick(now));
    }
    return hours;
  }

  /** An editor's word on a fact that the story has told of. */
  private static void order(Random random, Instant time, List<Step> out) {
    int which = random.nextInt(1_000);
    boolean confirms = random.nextBoolean();
    out.add(
        r -> {
          while (r.goOn()) {}
          TreeSet<String> facts = new TreeSet<>();
          r.told("s1").stream()
              .flatMap(u -> u.facts().stream())
              .forEach(f -> facts.add(f.factId()));
          if (!facts.isEmpty()) {
            String fact = List.copyOf(facts).get(which % facts.size());
            LogEntry.CommandType type =
                confirms ? LogEntry.CommandType.CONFIRM : LogEntry.CommandType.DISMISS;
            r.apply(
                "s1",
                new StoryInput.Ordered(
                    new LogEntry.Command(
                        "c" + which, type, "s1", fact, confirms ? "4 killed" : null, "ed", time)));
          }
        });
  }

  /** Its rows go and come in many portions; a kill waits for all of them. */
  @Test
  void aKillReachesALargeStoryThatLeftLongAgo() {
    Random random = new Random(7);
    Map<String, Claim> claims = LedgerOrderTest.claims(random);
    List<String> lines = new ArrayList<>(claims.keySet());
    List<WireArticle> versions = LedgerOrderTest.versions(random, lines, 90, 30);
    Room all = new Room(claims, true, Archive.Portions.STANDARD);
    Room room = new Room(claims, false, new Archive.Portions(300, 4, 7, 0));
    for (Room r : List.of(all, room)) {
      versions.forEach(a -> r.apply("s1", new StoryInput.Arrived(a, at(1))));
      r.tick(80);
      for (int hours = 31 * DAY; hours < 34 * DAY; hours++) {
        r.tick(hours);
      }
    }
    assertThat(room.derived()).isZero();
    assertThat(all.derived()).isPositive();
    int before = room.told("s1").size();
    String said =
        Objects.requireNonNull(room.states.get("s1"))
            .facts()
            .get(0)
            .positions()
            .get(0)
            .evidence()
            .stream()
            .findFirst()
            .orElseThrow()
            .article();
    WireArticle kill =
        Desk.article(said, "9", 350 * DAY)
            .pubStatus(PubStatus.CANCELED)
            .signal(Signal.KILL)
            .build();
    for (Room r : List.of(all, room)) {
      r.apply("s1", new StoryInput.Arrived(kill, at(350 * DAY)));
      r.tick(350 * DAY);
    }
    assertThat(room.told("s1")).as("it waits").hasSize(before);
    List.of(all, room).forEach(r -> r.settle(350 * DAY + 1));
    assertThat(room.updates).isEqualTo(all.updates);
    assertThat(room.states).isEqualTo(all.states);
    assertThat(Objects.requireNonNull(room.states.get("s1")).facts())
        .flatExtracting(Fact::positions)
        .flatExtracting(Position::evidence)
        .filteredOn(e -> e.article().equals(said))
        .allMatch(e -> e.text().isEmpty());
  }

  private static Map<String, Claim> plan(String day) {
    About of = new About("briefing", false, List.of(), "status", null, day, null, List.of());
    return Map.of("plan", Desk.event("The mayor will hold a briefing.", EventStatus.PLANNED, of));
  }

  /** So most of a wire, which is said once and never again, takes no more than that. */
  @Test
  void aStoryOfOneArticleIsAHandfulOfRows() {
    Map<String, Claim> claims = LedgerOrderTest.claims(new Random(1));
    Room all = new Room(claims, true, Archive.Portions.STANDARD);
    Room room = new Room(claims, false, Archive.Portions.STANDARD);
    String[] lines = claims.keySet().toArray(new String[0]);
    StoryInput in = new StoryInput.Arrived(Desk.article("a", "1", 0, lines).build(), at(0));
    all.apply("s1", in);
    assertThat(rows(all)).isGreaterThan(100);
    room.apply("s1", in);
    assertThat(rows(room)).isLessThan(7);
    for (int hours : new int[] {1, 25, 73}) {
      List.of(all, room).forEach(r -> r.settle(hours));
      assertThat(rows(room)).isLessThan(7);
      assertThat(room.states).as("after hours: %d", hours).isEqualTo(all.states);
    }
    assertThat(Objects.requireNonNull(room.states.get("s1")).state()).isEqualTo(LifeState.CLOSED);
    assertThat(room.updates).isEqualTo(all.updates);
    assertThat(room.kept).isEmpty();
    assertThat(Tables.ALL.stream().filter(t -> room.rows.size(t) > 0))
        .containsExactly(Tables.HEADS, Tables.ARTICLES, Tables.LEAVING)
        .allMatch(t -> room.rows.size(t) == 1);
  }

  private static int rows(Room room) {
    return Tables.ALL.stream().mapToInt(room.rows::size).sum();
  }

  @Test
  void factsOfAStoryOfOneArticleAreExplained() {
    Map<String, Claim> claims = LedgerOrderTest.claims(new Random(1));
    Room all = new Room(claims, true, Archive.Portions.STANDARD);
    Room room = new Room(claims, false, Archive.Portions.STANDARD);
    String[] lines = claims.keySet().toArray(new String[0]);
    for (Room r : List.of(all, room)) {
      r.apply("s1", new StoryInput.Arrived(Desk.article("a", "1", 0, lines).build(), at(0)));
    }
    List<Fact> facts = room.told("s1").get(0).facts();
    assertThat(facts).isNotEmpty();
    for (Fact f : facts) {
      Explanation why = room.ledger.explain("s1", f.factId(), room.rows);
      assertThat(Objects.requireNonNull(why).claims()).isNotEmpty();
      assertThat(why).isEqualTo(all.ledger.explain("s1", f.factId(), all.rows));
    }
    assertThat(rows(room)).isLessThan(7);
  }

  @Test
  void aStoryOfMoreArticlesRestsLonger() {
    Room room = new Room(LedgerOrderTest.claims(new Random(1)), false, SMALL);
    for (int i = 0; i < 9; i++) {
      WireArticle a = Desk.article("u" + i, "1", 0, "toll0").build();
      room.apply("s1", new StoryInput.Arrived(a, at(0)));
    }
    for (int hours = 1; hours < 7 * DAY; hours += 5) {
      room.settle(hours);
    }
    assertThat(room.kept).isEmpty();
    for (int hours = 7 * DAY; hours < 8 * DAY; hours++) {
      room.settle(hours);
    }
    assertThat(room.times(Keeping.ARCHIVED)).isOne();
  }

  @Test
  void aStoryWaitsForWhatIsPlannedForTheNextWeeks() {
    Room room = new Room(plan("2026-03-20"), false, WHOLE_AT_FIRST);
    room.apply("s1", new StoryInput.Arrived(Desk.article("a", "1", 0, "plan").build(), at(0)));
    for (int day = 1; day < 18; day++) {
      room.settle(day * DAY);
    }
    assertThat(room.kept).isEmpty();
    for (int day = 18; day < 22; day++) {
      room.settle(day * DAY);
    }
    assertThat(room.kept).extracting(StoryOutput.Kept::how).containsExactly(Keeping.ARCHIVED);
    assertThat(Objects.requireNonNull(room.states.get("s1")).facts())
        .extracting(Fact::outcome)
        .containsExactly(Outcome.OVERDUE);
  }

  @Test
  void whatWasPlannedForLaterIsOverdueInAStoryThatLeft() {
    Map<String, Claim> claims = plan("2026-06-01");
    Room room = new Room(claims, false, WHOLE_AT_FIRST);
    room.apply("s1", new StoryInput.Arrived(Desk.article("a", "1", 0, "plan").build(), at(0)));
    room.tick(1);
    room.tick(80);
    room.settle(31 * DAY);
    room.settle(31 * DAY + 1);
    assertThat(room.times(Keeping.ARCHIVED)).isOne();
    room.settle(100 * DAY);
    assertThat(room.times(Keeping.WHOLE)).isOne();
    List<StoryUpdate> updates = room.told("s1");
    assertThat(updates.get(updates.size() - 1).facts())
        .extracting(Fact::outcome)
        .containsExactly(Outcome.OVERDUE);
    room.settle(100 * DAY + 1);
    assertThat(room.times(Keeping.ARCHIVED)).isEqualTo(2);
  }

  @Test
  void whatWasMergedAwayKeepsNothingButItsHead() {
    Random random = new Random(3);
    Map<String, Claim> claims = LedgerOrderTest.claims(random);
    Room room = new Room(claims, false, Archive.Portions.STANDARD);
    for (WireArticle a : LedgerOrderTest.versions(random, new ArrayList<>(claims.keySet()))) {
      room.apply("s2", new StoryInput.Arrived(a, at(1)));
    }
    room.apply("s2", new StoryInput.Absorbed("s1", at(2)));
    room.settle(3);
    room.settle(4);
    assertThat(Objects.requireNonNull(room.states.get("s2")).state()).isEqualTo(LifeState.MERGED);
    assertThat(room.derived()).isZero();
    assertThat(room.rows.size(Tables.ARTICLES) + room.rows.size(Tables.CLAIMS)).isZero();
    assertThat(room.rows.size(Tables.HEADS)).as("its own, and the survivor's").isEqualTo(2);
  }

  @Test
  void afterFourHundredDaysTheHeadIsLeftSoThatRevisionsGoOn() {
    Random random = new Random(5);
    Map<String, Claim> claims = LedgerOrderTest.claims(random);
    Room room = new Room(claims, false, Archive.Portions.STANDARD);
    List<WireArticle> versions = LedgerOrderTest.versions(random, new ArrayList<>(claims.keySet()));
    versions.forEach(a -> room.apply("s1", new StoryInput.Arrived(a, at(1))));
    for (int day = 0; day < 400; day++) {
      room.settle(2 + day * DAY);
    }
    assertThat(room.times(Keeping.ARCHIVED)).isOne();
    assertThat(room.rows.size(Tables.ARTICLES)).isPositive();
    room.settle(404 * DAY);
    assertThat(room.times(Keeping.FORGOTTEN)).isOne();
    assertThat(List.of(Tables.ARTICLES, Tables.CLAIMS, Tables.LEAVING))
        .allMatch(t -> room.rows.size(t) == 0);
    int revision = room.told("s1").size();
    room.apply(
        "s1", new StoryInput.Arrived(Desk.article("z", "1", 0, "toll0").build(), at(410 * DAY)));
    List<StoryUpdate> updates = room.told("s1");
    assertThat(updates).hasSize(revision + 1);
    assertThat(updates.get(revision).revision()).isEqualTo(revision + 1);
    assertThat(updates.get(revision).counts().articles()).isOne();
  }
}
