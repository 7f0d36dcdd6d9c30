package news.slugline.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RatesTest {
  @Test
  void aClientMayBurstAndThenGoesOnAtItsRateWhileOthersAreFree() {
    Rates rates = new Rates(10);
    for (int i = 0; i < 40; i++) {
      assertThat(rates.admits("a", 0)).isTrue();
    }
    assertThat(rates.admits("a", 0)).isFalse();
    assertThat(rates.admits("b", 0)).isTrue();
    assertThat(rates.admits("a", 100_000_000)).isTrue();
    assertThat(rates.admits("a", 100_000_000)).isFalse();
  }

  @Test
  void zeroIsNoLimit() {
    Rates rates = new Rates(0);
    for (int i = 0; i < 10_000; i++) {
      assertThat(rates.admits("a", 0)).isTrue();
    }
  }
}
