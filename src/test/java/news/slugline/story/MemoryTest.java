package news.slugline.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryTest {
  private static final long GIGABYTE = 1L << 30;

  @Test
  void withALargerHeapMoreIsRemembered() {
    assertThat(madeAnew(Memory.of(4 * GIGABYTE))).isZero();
    assertThat(madeAnew(Memory.of(GIGABYTE))).isPositive();
  }

  @Test
  void withNextToNoHeapTheLeastIsRemembered() {
    assertThat(madeAnew(Memory.of(0))).isEqualTo(madeAnew(Memory.LEAST)).isPositive();
  }

  /** How many of 100 things are worked out again when they are asked for a second time. */
  private static int madeAnew(Memory memory) {
    Recent<Integer, String> recent = memory.byValue(5);
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
