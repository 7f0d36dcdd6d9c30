package news.slugline.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReplacementsTest {
  private static final IllegalStateException FAULT = new IllegalStateException("a row");

  private final Replacements replaced = new Replacements();

  private static long at(long seconds) {
    return -5_000_000_000_000L + Duration.ofSeconds(seconds).toNanos(); // nanoTime may be negative
  }

  @Test
  void whatFailsAgainAndAgainIsToldUntilItHasHeldForAMinute() {
    replaced.failed(FAULT, false, at(0));
    assertThat(replaced.trouble(at(1))).isEmpty();
    replaced.failed(FAULT, false, at(5));
    assertThat(replaced.trouble(at(6)))
        .hasValueSatisfying(
            c -> assertThat(c.what()).contains("failed 2 times", FAULT.getMessage()));
    assertThat(replaced.trouble(at(70))).isEmpty();
  }

  @Test
  void anOutageIsNoFault() {
    for (int i = 0; i < 5; i++) {
      replaced.failed(FAULT, true, at(i));
    }
    assertThat(replaced.trouble(at(5))).isEmpty();
  }

  @Test
  void moreThanTenWithinTenMinutesAreTooMany() {
    for (int i = 0; i < 10; i++) {
      replaced.failed(FAULT, false, at(i));
    }
    assertThat(replaced.areTooMany()).isFalse();
    replaced.failed(FAULT, false, at(11));
    assertThat(replaced.areTooMany()).isTrue();
    replaced.failed(FAULT, false, at(11 * 60));
    assertThat(replaced.areTooMany()).isFalse();
  }

  @Test
  void eachTimeIsWaitedForLongerUpToHalfAMinute() {
    replaced.failed(FAULT, false, at(0));
    assertThat(replaced.pause()).isEqualTo(1_000);
    for (int i = 1; i < 9; i++) {
      replaced.failed(FAULT, false, at(i));
    }
    assertThat(replaced.pause()).isEqualTo(30_000);
  }
}
