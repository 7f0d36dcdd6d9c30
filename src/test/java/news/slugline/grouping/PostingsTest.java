package news.slugline.grouping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostingsTest {
  private static final int SLOTS = 300;

  @ParameterizedTest
  @ValueSource(longs = {5, 23, 404})
  void listsAreAsThoseOfAMapAfterAnyChanges(long seed) {
    Random random = new Random(seed);
    Postings postings = new Postings();
    TreeMap<Integer, List<Integer>> expected = new TreeMap<>();
    int[][] keys = new int[SLOTS][0];
    long[] seqs = new long[SLOTS];
    for (int change = 0; change < 5_000; change++) {
      int slot = random.nextInt(SLOTS);
      for (int term : keys[slot]) {
        postings.remove(term, slot, seqs);
        Objects.requireNonNull(expected.get(term)).remove((Integer) slot);
      }
      seqs[slot] = change;
      keys[slot] = random.nextInt(3) == 0 ? new int[0] : terms(random);
      for (int term : keys[slot]) {
        postings.add(term, slot);
        expected.computeIfAbsent(term, t -> new ArrayList<>()).add(slot);
      }
      if (change % 500 == 0) {
        expected.forEach(
            (term, slots) ->
                assertThat(list(postings, term))
                    .as("seed %d, term %d", seed, term)
                    .isEqualTo(slots));
      }
    }
    assertThat(list(postings, 1_000_000)).isEmpty();
  }

  /** Some that many stories have, some that hardly another has, none of them twice. */
  private static int[] terms(Random random) {
    return random
        .ints(24, -20, 20)
        .map(t -> t < 0 ? t : t * 7_919 * (1 + random.nextInt(400)))
        .distinct()
        .toArray();
  }

  private static List<Integer> list(Postings postings, int term) {
    int list = postings.of(term);
    List<Integer> out = new ArrayList<>();
    for (int i = 0; i < postings.size(list); i++) {
      out.add(postings.slot(list, i));
    }
    return out;
  }
}
