package news.slugline.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemoryTest {
  private static final long GIGABYTE = 1L << 30;

  @Test
  void ofALargeStoryMoreIsRememberedWhereTheHeapIsLarger() {
    assertThat(madeAnew(4 * GIGABYTE, 5_000)).isZero();
    assertThat(madeAnew(GIGABYTE, 5_000)).isPositive();
    assertThat(madeAnew(4 * GIGABYTE, 100)).isEqualTo(madeAnew(0, 5_000)).isPositive();
  }

  @Test
  void whenALargeStoryHasGoneItsRoomGoesToo() {
    Memory memory = Memory.of(4 * GIGABYTE);
    memory.workOn(5_000);
    IntStream.range(0, 1_000).forEach(i -> memory.workOn(10));
    assertThat(madeAnew(memory)).isPositive();
  }

  private static int madeAnew(long heap, int articles) {
    Memory memory = Memory.of(heap);
    memory.workOn(articles);
    return madeAnew(memory);
  }

  /** How many of 100 things are worked out again when they are asked for a second time. */
  private static int madeAnew(Memory memory) {
    Recent<Integer, String> recent = memory.byValue(7);
    List<Integer> made = new ArrayList<>();
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 100; i++) {
        recent.get(
            i,
            n -> {
              made.add(n);
              return n.toString();
            });
      }
    }
    return made.size() - 100;
  }
}
