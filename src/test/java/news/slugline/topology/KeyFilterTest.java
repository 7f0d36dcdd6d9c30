package news.slugline.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;

class KeyFilterTest {
  private final KeyFilter filter = new KeyFilter();

  @Test
  void whatAnOwnerThatBeganHereHasNotWrittenIsNotThere() {
    filter.begin("one");
    filter.add("one", key("a"));
    assertThat(filter.mayHold("one", key("a"))).isTrue();
    assertThat(filter.mayHold("one", key("b"))).isFalse();
  }

  @Test
  void ofAnOwnerThatWasThereBeforeAnyKeyMayBeThere() {
    filter.add("old", key("a"));
    assertThat(filter.mayHold("old", key("a"))).isTrue();
    assertThat(filter.mayHold("old", key("b"))).isTrue();
  }

  @Test
  void anOwnerThatIsSaidToBeginAgainKeepsItsKeys() {
    filter.begin("one");
    filter.add("one", key("a"));
    filter.begin("one");
    assertThat(filter.mayHold("one", key("a"))).isTrue();
  }

  @Test
  void ofAnOwnerThatWasForgottenAnyKeyMayBeThere() {
    filter.begin("first");
    filter.add("first", key("a"));
    for (int owner = 0; owner < 12; owner++) {
      filter.begin("owner " + owner);
      for (int i = 0; i < 100_000; i++) {
        filter.add("owner " + owner, key(owner + " " + i));
      }
    }
    assertThat(filter.mayHold("first", key("a"))).isTrue();
    assertThat(filter.mayHold("first", key("b"))).isTrue();
    assertThat(filter.mayHold("owner 11", key("11 99999"))).isTrue();
    assertThat(filter.mayHold("owner 11", key("none"))).isFalse();
  }

  private static Bytes key(String text) {
    return Bytes.wrap(text.getBytes(StandardCharsets.UTF_8));
  }
}
