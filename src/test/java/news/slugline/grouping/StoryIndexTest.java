package news.slugline.grouping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which stories are looked at, of those that share a term. */
class StoryIndexTest {
  private static final int SHARED = 1_000;

  private final StoryIndex index = new StoryIndex();

  /**
   * A long story and a take of it often share no term of the very weightiest.
   *
   * @param heavierThere so many terms of the story weigh more than the one that is shared
   * @param heavierHere the same for the article
   */
  @ParameterizedTest
  @CsvSource({"0,0,true", "31,0,true", "32,0,false", "0,47,true", "0,48,false", "31,47,true"})
  void aTermCountsAmongTheWeightiestOfEither(int heavierThere, int heavierHere, boolean found) {
    Story there = story("there", 2_000, heavierThere);
    index.put(there);
    Story here = story("here", 3_000, heavierHere);
    assertThat(index.candidates(here)).isEqualTo(found ? List.of(there) : List.of());
  }

  private static Story story(String id, int from, int heavier) {
    int[] terms = new int[heavier + 1];
    int[] weights = new int[heavier + 1];
    terms[0] = SHARED;
    weights[0] = 10;
    for (int i = 1; i <= heavier; i++) {
      terms[i] = from + i;
      weights[i] = 20;
    }
    byte[] marks = new byte[heavier + 1];
    return new Story(id, new Profile("en", terms, weights, marks, 60, Profile.NOW), 0);
  }
}
