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
