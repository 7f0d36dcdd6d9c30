package news.slugline.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;

class RecentRowsTest {
  private static final int ROW_BYTES = 200;

  private long most = 100 * ROW_BYTES;

  @Test
  void whatHasNoRoomIsForgotten() {
    RecentRows rows = new RecentRows(() -> most);
    put(rows, 1_000);
    assertThat(known(rows, 1_000)).isPositive().isLessThan(100);
  }

  @Test
  void withMoreRoomMoreIsKnownAndWithLessItGoes() {
    RecentRows rows = new RecentRows(() -> most);
    most *= 50;
    put(rows, 1_000);
    assertThat(known(rows, 1_000)).isEqualTo(1_000);
    most /= 50;
    put(rows, 1_000);
    assertThat(known(rows, 1_000)).isPositive().isLessThan(100);
  }

  private static void put(RecentRows rows, int many) {
    for (int i = 0; i < many; i++) {
      rows.put(key(i), i, ROW_BYTES);
    }
  }

  private static long known(RecentRows rows, int many) {
    return IntStream.range(0, many).filter(i -> rows.get(key(i)) != null).count();
  }

  private static Bytes key(int i) {
    return Bytes.wrap(new byte[] {(byte) (i >> 8), (byte) i});
  }
}
