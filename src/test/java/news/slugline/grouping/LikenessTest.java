package news.slugline.grouping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of the shipped trees whatever they were learned from. */
class LikenessTest {
  private final List<String> lines = lines();

  /**
   * Live copy seldom says when it was written; there the trees must judge as if nobody ever did.
   */
  @ParameterizedTest
  @ValueSource(strings = {"written apart", "written together"})
  void whatNoTextTellsCountsNothing(String feature) {
    List<String> asking = lines.stream().filter(l -> l.contains(feature)).toList();
    assertThat(asking).hasSize(1);
    String[] fields = asking.get(0).split("\t");
    assertThat(List.of(fields).subList(0, 3)).containsExactly(feature, "0.0", "=0.0");
    assertThat(List.of(fields)).filteredOn(f -> f.startsWith("w")).containsOnly(feature);
  }

  @Test
  void writtenApartTakesAwayAndWrittenTogetherAdds() {
    assertThat(last("written apart")).isNegative();
    assertThat(last("written together")).isPositive();
  }

  /** Ten terms are full names, half of them of persons; the others are plain words. */
  @Test
  void otherNamesInTheSameWordsAreNeverComparedAndInOtherWordsAre() {
    Story one = told("one", 0, 0);
    assertThat(near(one, told("form", 10, 0))).as("all words shared").isEmpty();
    assertThat(near(one, told("some", 10, 10))).as("half of the words").isEmpty();
    assertThat(near(one, told("own words", 10, 18))).as("a tenth of the words").hasSize(1);
    assertThat(near(one, told("names, too", 0, 18))).as("the same names").hasSize(1);
  }

  private static List<Likeness.Near> near(Story one, Story other) {
    return Likeness.closely(one, List.of(other), Double.MAX_VALUE);
  }

  /** The numbers are those of the first name and of the first of twenty words. */
  private static Story told(String id, int name, int word) {
    int[] terms = new int[30];
    int[] weights = new int[30];
    byte[] marks = new byte[30];
    for (int i = 0; i < 30; i++) {
      terms[i] = i < 10 ? name + i : 100 + word + i;
      weights[i] = 180;
      marks[i] = i < 5 ? (byte) (Marks.PHRASE | Marks.PERSON) : i < 10 ? Marks.PHRASE : 0;
    }
    return new Story(id, new Profile("en", terms, weights, marks, 30, Profile.NOW), 0);
  }

  private double last(String feature) {
    String line = lines.stream().filter(l -> l.startsWith(feature)).findFirst().orElseThrow();
    return Double.parseDouble(line.substring(line.lastIndexOf('=') + 1));
  }

  private static List<String> lines() {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Likeness.class.getResourceAsStream("likeness.tsv")),
                StandardCharsets.UTF_8))) {
      return in.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
