package news.slugline.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import news.slugline.rows.Packed;
import news.slugline.rows.RowKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowCodecTest {
  private enum Colour {
    RED,
    BLUE
  }

  private record Inner(int n, @Nullable String text) {}

  private record Row(
      String s, long l, double d, boolean b, Colour c, List<Inner> list, Map<String, Long> map) {}

  private final RowCodec codec = new RowCodec();

  @Test
  void aRowComesBackAsItWas() {
    Row row =
        new Row(
            "żółw",
            1L << 40,
            0.1,
            true,
            Colour.BLUE,
            List.of(new Inner(1, null), new Inner(2, "x")),
            Map.of("a", 5L));
    assertThat(codec.decode(codec.encode(row), Row.class)).isEqualTo(row);
  }

  @Test
  void aPropertyThatANewerVersionWroteIsPassedOver() {
    record Newer(
        String s,
        long l,
        double d,
        boolean b,
        Colour c,
        List<Inner> list,
        Map<String, Long> map,
        int more) {}
    byte[] bytes = codec.encode(new Newer("s", 1, 2, false, Colour.RED, List.of(), Map.of(), 7));
    assertThat(codec.decode(bytes, Row.class).s()).isEqualTo("s");
  }

  @Test
  void aPropertyThatAnOlderVersionDidNotWriteIsAbsent() {
    record Older(String s, long l) {}
    record Now(String s, long l, @Nullable Inner inner, int more) {}
    assertThat(codec.decode(codec.encode(new Older("s", 1)), Now.class))
        .isEqualTo(new Now("s", 1, null, 0));
  }

  @Test
  void aPackedListComesBackAsItWas() {
    record Wrapped(String before, Packed<Inner> inners, int after) {}
    Wrapped row =
        new Wrapped("x", Packed.copyOf(List.of(new Inner(1, null), new Inner(2, "y"))), 3);
    byte[] bytes = codec.encode(row);
    Wrapped read = codec.decode(bytes, Wrapped.class);
    assertThat(codec.encode(read))
        .as("as it was read, its elements not looked at")
        .isEqualTo(bytes);
    assertThat(read).isEqualTo(row);
    assertThat(codec.encode(read)).isEqualTo(bytes);
  }

  @Test
  void whatARecordWorksOutIsNotWritten() {
    record Plain(int from, int to) {}
    record Span(int from, int to) {
      public boolean isEmpty() {
        return from == to;
      }

      public int getLength() {
        return to - from;
      }
    }
    assertThat(codec.encode(new Span(3, 3))).isEqualTo(codec.encode(new Plain(3, 3)));
    assertThat(codec.decode(codec.encode(new Span(3, 4)), Span.class)).isEqualTo(new Span(3, 4));
  }

  @Test
  void stateOfAnotherFormatIsRefusedWithWhatToDo() {
    byte other = RowCodec.FORMAT + 1;
    assertThatThrownBy(() -> codec.decode(new byte[] {other, 1, 2}, Row.class))
        .hasMessageContaining("format " + other)
        .hasMessageContaining("reset");
  }

  @Test
  void keysOfMoreThanOnePartComeBackAndKeepTheirPrefix() {
    RowKey key = RowKey.of("story", "", "é\n");
    byte[] bytes = RowCodec.encode("t", key);
    assertThat(RowCodec.decodeKey(bytes)).isEqualTo(key);
    assertThat(bytes).startsWith(RowCodec.encode("t", RowKey.of("story")));
    assertThat(RowCodec.encode("t", RowKey.of("ab", "c")))
        .isNotEqualTo(RowCodec.encode("t", RowKey.of("a", "bc")));
  }
}
