package news.slugline.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import news.slugline.wire.LogEntry;
import org.junit.jupiter.api.Test;

class TickPartsTest {
  private static final int PARTS = 5;
  private static final Instant LATER = Desk.START.plusSeconds(7_200);

  private final Desk desk = new Desk();
  private final List<String> stories =
      IntStream.range(0, 12).mapToObj(i -> "2026-03-01-story" + i).toList();

  @Test
  void eachStoryThatChangedTellsItsStateAtOneTickOfTheRound() {
    stories.forEach(this::twoArticles);
    List<String> told = new ArrayList<>();
    for (int part = 0; part < PARTS; part++) {
      List<String> now = desk.toldAt(new LogEntry.Tick(LATER.plusSeconds(part), part, PARTS));
      assertThat(now).hasSizeLessThan(stories.size());
      told.addAll(now);
    }
    assertThat(told).containsExactlyInAnyOrderElementsOf(stories);
    assertThat(desk.toldAt(new LogEntry.Tick(LATER.plusSeconds(60)))).isEmpty();
  }

  @Test
  void aTickForAllTellsAll() {
    stories.forEach(this::twoArticles);
    assertThat(desk.toldAt(new LogEntry.Tick(LATER))).containsExactlyInAnyOrderElementsOf(stories);
  }

  @Test
  void timePassesForEveryStoryWhateverPartTheTickIsFor() {
    stories.forEach(this::twoArticles);
    desk.toldAt(new LogEntry.Tick(LATER));
    desk.toldAt(new LogEntry.Tick(LATER.plusSeconds(30 * 3_600), 0, PARTS));
    assertThat(desk.updates)
        .filteredOn(u -> u.state() == LifeState.QUIET)
        .extracting(StoryUpdate::storyId)
        .containsExactlyInAnyOrderElementsOf(stories);
  }

  @Test
  void aPartBeyondThePartsIsRefused() {
    assertThatThrownBy(() -> new LogEntry.Tick(LATER, PARTS, PARTS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("part 5 of 5");
  }

  private void twoArticles(String story) {
    String fire = "Nine people were injured in a fire at a mill in Port Alma on Sunday.";
    desk.arrive(story, Desk.article(story + "a", "1", 0, fire).build());
    desk.arrive(story, Desk.article(story + "b", "1", 1, fire + " The mill is old.").build());
  }
}
