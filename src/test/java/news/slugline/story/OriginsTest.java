package news.slugline.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of outlets: which of them is shown, and which are one outlet's. */
class OriginsTest {
  @ParameterizedTest
  @CsvSource({
    "Gazette,Larch Gazette",
    "the Gazette,Larch Gazette",
    "Gazette,Daily Gazette of Larch",
    "LARCH GAZETTE,Larch Gazette"
  })
  void theFullNameIsShownWhicheverComesFirst(String less, String full) {
    assertThat(Origins.better(less, full)).isEqualTo(full);
    assertThat(Origins.better(full, less)).isEqualTo(full);
  }

  @Test
  void aTownIsNoShortNameOfItsPaper() {
    assertThat(Origins.isShortFor("Larch", "Daily Gazette of Larch")).isFalse();
    assertThat(Origins.isShortFor("Herald", "Daily Gazette of Larch")).isFalse();
  }
}
