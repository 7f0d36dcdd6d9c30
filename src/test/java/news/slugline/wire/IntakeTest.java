package news.slugline.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import news.slugline.rows.InMemoryRows;
import org.junit.jupiter.api.Test;

class IntakeTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:07Z");

  private final InMemoryRows rows = new InMemoryRows();
  private final Intake live = new Intake(false, Intake.TICK);
  private final Intake replay = new Intake(true, Intake.TICK);

  @Test
  void anArticleEntersOnceAndItsRepeatIsDropped() {
    WireArticle a = article("1", NOW);
    assertThat(live.article(a, NOW, rows))
        .isEqualTo(new Intake.Verdict.Enter(List.of(new LogEntry.Accepted(a, NOW))));
    assertThat(live.article(a, NOW.plusSeconds(5), rows)).isEqualTo(new Intake.Verdict.Repeat());
  }

  @Test
  void aLateOlderVersionEntersToo() {
    live.article(article("2", NOW), NOW, rows);
    assertThat(live.article(article("1", NOW.minusSeconds(60)), NOW, rows))
        .isInstanceOf(Intake.Verdict.Enter.class);
  }

  @Test
  void theSameVersionWithOtherWordsIsNoRepeat() {
    live.article(article("1", NOW), NOW, rows);
    WireArticle changed = article("1", NOW).toBuilder().body("other").build();
    assertThat(live.article(changed, NOW, rows)).isInstanceOf(Intake.Verdict.Enter.class);
  }

  @Test
  void otherWordsUnderAUsedNumberGetTheNextOne() {
    List<String> numbers = new ArrayList<>();
    for (String body : List.of("first", "second", "third")) {
      WireArticle a = article("1", NOW).toBuilder().body(body).build();
      numbers.add(accepted(live.article(a, NOW, rows)).version());
    }
    numbers.add(accepted(live.article(article("2", NOW), NOW, rows)).version());
    numbers.add(accepted(live.article(article("7", NOW), NOW, rows)).version());
    assertThat(numbers).containsExactly("1", "2", "3", "4", "7");
  }

  @Test
  void aRepeatOfWhatGotANumberIsDroppedToo() {
    live.article(article("1", NOW), NOW, rows);
    WireArticle changed = article("1", NOW).toBuilder().body("other").build();
    live.article(changed, NOW, rows);
    assertThat(live.article(changed, NOW, rows)).isEqualTo(new Intake.Verdict.Repeat());
    assertThat(live.article(article("1", NOW), NOW, rows)).isEqualTo(new Intake.Verdict.Repeat());
  }

  @Test
  void theSameWordsWithOtherKeywordsKeepTheirNumber() {
    live.article(article("1", NOW), NOW, rows);
    WireArticle changed = article("1", NOW).toBuilder().keywords(List.of("ferry")).build();
    assertThat(accepted(live.article(changed, NOW, rows)).version()).isEqualTo("1");
  }

  private static WireArticle accepted(Intake.Verdict verdict) {
    List<LogEntry> entries = entered(verdict);
    return ((LogEntry.Accepted) entries.get(entries.size() - 1)).article();
  }

  @Test
  void aTimeAheadIsClampedAndAnAbsurdOneRefused() {
    assertThat(entered(live.article(article("1", NOW.plus(Duration.ofHours(3))), NOW, rows)))
        .last()
        .extracting(LogEntry::time)
        .isEqualTo(NOW.plus(Times.TOLERANCE));
    assertThat(live.article(article("2", NOW.plus(Duration.ofDays(30))), NOW, rows))
        .isInstanceOfSatisfying(
            Intake.Verdict.Refuse.class, r -> assertThat(r.reason()).isEqualTo("bad_time"));
    assertThat(live.article(article("3", Instant.EPOCH), NOW, rows))
        .isInstanceOf(Intake.Verdict.Refuse.class);
  }

  @Test
  void anArticleWithoutATimeGetsTheBrokers() {
    WireArticle a = article("1", null);
    assertThat(entered(live.article(a, NOW, rows)))
        .last()
        .extracting(LogEntry::time)
        .isEqualTo(NOW);
  }

  @Test
  void liveTimeIsToldByTheClockAndNeverRunsBackwards() {
    assertThat(live.wallClock(NOW, rows))
        .isEqualTo(new LogEntry.Tick(Instant.parse("2026-03-01T12:00:06Z"), 2, 5));
    assertThat(live.wallClock(NOW.plusSeconds(1), rows)).isNull();
    assertThat(live.wallClock(NOW.minusSeconds(3600), rows)).isNull();
    assertThat(live.wallClock(NOW.plusSeconds(8), rows))
        .isEqualTo(new LogEntry.Tick(Instant.parse("2026-03-01T12:00:15Z"), 0, 5));
  }

  @Test
  void withinTheTimeThatIsSetEveryPartOfTheStoriesIsToldOnce() {
    Intake slow = new Intake(false, Duration.ofSeconds(60));
    assertThat(slow.clockwork()).isEqualTo(Duration.ofSeconds(12));
    List<Integer> parts = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Instant now = NOW.plus(slow.clockwork().multipliedBy(i));
      parts.add(Objects.requireNonNull(slow.wallClock(now, rows)).part());
    }
    assertThat(parts).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
  }

  @Test
  void inAReplayArticlesTellTheTimeAndItsEndTicksOnce() {
    assertThat(entered(replay.article(article("1", NOW), NOW, rows)))
        .first()
        .isEqualTo(new LogEntry.Tick(Instant.parse("2026-03-01T12:00:00Z")));
    assertThat(entered(replay.article(article("2", NOW.plusSeconds(1)), NOW.plusSeconds(1), rows)))
        .hasSize(1);
    assertThat(replay.wallClock(NOW.plusSeconds(900), rows)).isNull();
    assertThat(replay.end(rows))
        .isEqualTo(new LogEntry.Tick(Instant.parse("2026-03-01T12:00:15Z")));
  }

  @Test
  void aCommandEntersOnceAtTheLogsTime() {
    LogEntry.Command c =
        new LogEntry.Command("c1", LogEntry.CommandType.SPLIT, "s", "u", null, "me", Instant.EPOCH);
    assertThat(entered(live.command(c, NOW, rows)))
        .singleElement()
        .extracting(LogEntry::time)
        .isEqualTo(NOW);
    assertThat(live.command(c, NOW, rows)).isEqualTo(new Intake.Verdict.Repeat());
  }

  @Test
  void whatIsOlderThanTheMemoryIsForgotten() {
    replay.article(article("1", NOW), NOW, rows);
    Instant later = NOW.plus(Intake.MEMORY).plus(Duration.ofDays(3));
    WireArticle other = article("9", later).toBuilder().uri("urn:b").build();
    replay.article(other, later, rows);
    assertThat(replay.article(article("1", NOW), later, rows))
        .isInstanceOf(Intake.Verdict.Enter.class);
  }

  private static List<LogEntry> entered(Intake.Verdict verdict) {
    return ((Intake.Verdict.Enter) verdict).entries();
  }

  private static WireArticle article(
      String version, @org.jspecify.annotations.Nullable Instant created) {
    return WireArticle.builder("urn:a", version, "agency")
        .versionCreated(created)
        .headline("A thing happened")
        .body("A thing happened.")
        .build();
  }
}
