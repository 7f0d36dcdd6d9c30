package news.slugline.grouping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a story knows of copy that says it was written long before it came. */
class StoryTest {
  private static final long TIME = 1_777_000_000_000L;

  private final Story story = new Story("s", profile(1, 16_000), TIME);

  @Test
  void itKnowsHowManyOfItsArticlesAreOldAndFromWhen() {
    story.add(profile(2, Profile.NOW), TIME);
    story.add(profile(3, 15_990), TIME);
    assertOld(story, 2, 15_990, 16_000);
    assertThat(story.articles).isEqualTo(3);
  }

  @Test
  void itIsTheSameReadBackFromItsRow() {
    story.add(profile(3, 15_990), TIME);
    assertOld(new Story(story.row()), 2, 15_990, 16_000);
  }

  @Test
  void aVersionThatGivesAnotherDayCountsOnce() {
    story.replace(profile(1, 16_000), profile(1, 16_010), TIME);
    assertOld(story, 1, 16_010, 16_010);
    story.replace(profile(1, 16_010), profile(1, Profile.NOW), TIME);
    assertThat(story.old).isZero();
  }

  @Test
  void whatIsTakenOutCountsNoMore() {
    story.add(profile(2, Profile.NOW), TIME);
    story.remove(profile(1, 16_000));
    assertThat(story.old).isZero();
    story.add(profile(3, 14_000), TIME);
    assertOld(story, 1, 14_000, 14_000);
  }

  @Test
  void whatItTakesInCounts() {
    Story other = new Story("o", profile(4, 15_000), TIME);
    story.absorb(other);
    assertOld(story, 2, 15_000, 16_000);
    story.absorb(new Story("n", profile(5, Profile.NOW), TIME));
    assertOld(story, 2, 15_000, 16_000);
  }

  private static void assertOld(Story s, int articles, int from, int to) {
    assertThat(List.of(s.old, s.oldFirst, s.oldLast)).containsExactly(articles, from, to);
  }

  private static Profile profile(int term, int written) {
    return new Profile("en", new int[] {term}, new int[] {1000}, new byte[] {0}, 1, written);
  }
}
