package news.slugline.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PackedTest {
  private final List<String> read = new ArrayList<>();
  private final Function<byte[], String> reader =
      bytes -> {
        String s = new String(bytes, StandardCharsets.UTF_8);
        read.add(s);
        return s;
      };

  private static byte[] bytes(String s) {
    return s.getBytes(StandardCharsets.UTF_8);
  }

  private Packed<String> packed(String... elements) {
    List<byte[]> bytes = new ArrayList<>();
    for (String e : elements) {
      bytes.add(bytes(e));
    }
    return Packed.of(bytes, reader);
  }

  @Test
  void anElementIsReadWhenItIsAskedForAndOnlyOnce() {
    Packed<String> list = packed("a", "b", "c");
    assertThat(list).hasSize(3);
    assertThat(read).isEmpty();
    assertThat(list.get(1)).isEqualTo("b").isSameAs(list.get(1));
    assertThat(read).containsExactly("b");
  }

  @Test
  void whatWasNotReadIsWrittenAsItStands() {
    Packed<String> list = packed("a", "b");
    list.get(0);
    read.clear();
    assertThat(list.bytes(0, s -> bytes(s + "!"))).isEqualTo(bytes("a!"));
    assertThat(list.bytes(1, s -> bytes(s + "!"))).isEqualTo(bytes("b"));
    assertThat(read).isEmpty();
  }

  @Test
  void listsAreEqualWhetherPackedOrNot() {
    assertThat(packed("a", "b")).isEqualTo(packed("a", "b"));
    assertThat(read).as("equal bytes need not be read").isEmpty();
    assertThat(packed("a", "b")).isEqualTo(List.of("a", "b")).hasSameHashCodeAs(List.of("a", "b"));
    assertThat(Packed.copyOf(List.of("a", "b"))).isEqualTo(packed("a", "b"));
    assertThat(packed("a", "b"))
        .isNotEqualTo(packed("a", "c"))
        .isNotEqualTo(Packed.copyOf(List.of("a", "c")))
        .isNotEqualTo(packed("a"));
  }

  @Test
  void whatLiesElsewhereIsLookedUpEachTime() {
    List<Integer> asked = new ArrayList<>();
    Packed<String> list =
        Packed.elsewhere(
            2,
            i -> {
              asked.add(i);
              return i == 0 ? "a" : "b";
            });
    assertThat(list.get(1)).isEqualTo(list.get(1)).isEqualTo("b");
    assertThat(asked).containsExactly(1, 1);
    Packed<String> gathered = list.gathered();
    asked.clear();
    assertThat(gathered).containsExactly("a", "b");
    assertThat(gathered.gathered()).isSameAs(gathered);
    assertThat(asked).isEmpty();
    assertThat(list).isEqualTo(gathered).isEqualTo(packed("a", "b")).isNotEqualTo(packed("a", "c"));
    assertThat(list.bytes(1, PackedTest::bytes)).isEqualTo(bytes("b"));
  }

  @Test
  void itCannotBeChanged() {
    List<String> from = new ArrayList<>(List.of("a"));
    Packed<String> list = Packed.copyOf(from);
    from.set(0, "b");
    assertThat(list).containsExactly("a");
    assertThat(Packed.copyOf(list)).isSameAs(list);
    assertThatThrownBy(() -> list.set(0, "b")).isInstanceOf(UnsupportedOperationException.class);
  }
}
