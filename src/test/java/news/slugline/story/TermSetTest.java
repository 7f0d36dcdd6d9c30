package news.slugline.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TermSetTest {
  @Test
  void itHoldsWhatAHashSetHoldsInTheOrderGiven() {
    Random random = new Random(7);
    for (int size = 0; size < 300; size += 1 + size / 20) {
      List<String> terms = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        // "Aa" and "BB" have one hash
        terms.add((random.nextBoolean() ? "Aa" : "BB") + random.nextInt(2 * size));
      }
      Set<String> model = new LinkedHashSet<>(terms);
      Set<String> set = TermSet.copyOf(terms);
      assertThat(set).as("size %d, seed 7", size).isEqualTo(model).containsExactlyElementsOf(model);
      for (int i = 0; i < 2 * size; i++) {
        assertThat(set.contains("Aa" + i)).isEqualTo(model.contains("Aa" + i));
        assertThat(set.contains("BB" + i)).isEqualTo(model.contains("BB" + i));
      }
    }
  }

  @Test
  void itCannotBeChanged() {
    Set<String> set = TermSet.copyOf(List.of("a", "b"));
    assertThatThrownBy(() -> set.add("c")).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> set.remove("a")).isInstanceOf(UnsupportedOperationException.class);
  }
}
