package news.slugline.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecentTest {
  private final Recent<String, String> recent = new Recent<>(4, HashMap::new);

  @Test
  void whatWasPutAnewIsGivenAndNotWhatWasFoundBefore() {
    recent.get("Larch", k -> "first");
    recent.get("Marlow", k -> "other");
    recent.put("Larch", "second");
    assertThat(recent.get("Larch", k -> "third")).isEqualTo("second");
    recent.put("Larch", "fourth");
    assertThat(recent.get("Marlow", k -> "fifth")).isEqualTo("other");
    assertThat(recent.get("Larch", k -> "sixth")).isEqualTo("fourth");
  }

  @Test
  void theTwoAskedForLastAreNotWorkedOutAgain() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      recent.get("Larch", k -> made.add(k) ? k : k);
      recent.get("Marlow", k -> made.add(k) ? k : k);
    }
    assertThat(made).containsExactly("Larch", "Marlow");
  }

  @Test
  void whateverIsAskedForInWhateverOrderTheLastValueIsGiven() {
    long seed = 20_261_127;
    Random random = new Random(seed);
    Map<String, String> expected = new HashMap<>();
    for (int i = 0; i < 5_000; i++) {
      String key = "place " + random.nextInt(12);
      if (random.nextInt(3) == 0) {
        recent.put(key, "put " + i);
        expected.put(key, "put " + i);
      } else {
        // what was forgotten is worked out again, to the same
        String found = recent.get(key, k -> expected.computeIfAbsent(k, n -> n));
        assertThat(found).as("seed %d, step %d", seed, i).isEqualTo(expected.get(key));
      }
    }
  }
}
