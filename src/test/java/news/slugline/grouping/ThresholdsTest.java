package news.slugline.grouping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThresholdsTest {
  private static final Thresholds T = new Thresholds(0.6, 0.4, 0.8, 0.7);

  @Test
  void lessIsAskedOfLongerStories() {
    assertThat(T.join(1)).isEqualTo(0.6);
    assertThat(T.join(Thresholds.FEW)).isEqualTo(0.6);
    assertThat(T.join(12)).isBetween(0.499, 0.501);
    assertThat(T.join(Thresholds.MANY)).isEqualTo(0.4);
    assertThat(T.join(5_000)).isEqualTo(0.4);
  }

  @Test
  void twoStoriesAreOneFromWhatIsAskedOfTheShorter() {
    assertThat(T.merge(2, 500)).isEqualTo(0.8);
    assertThat(T.merge(500, 2)).isEqualTo(0.8);
    assertThat(T.merge(30, 500)).isBetween(0.699, 0.701);
  }

  @Test
  void anArticleThatWasAloneIsTakenInAsIfItCameNow() {
    for (int articles : new int[] {1, 3, 9, 40}) {
      assertThat(T.merge(1, articles)).isEqualTo(T.join(articles));
      assertThat(T.merge(articles, 1)).isEqualTo(T.join(articles));
    }
  }
}
