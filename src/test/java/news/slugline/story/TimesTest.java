package news.slugline.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimesTest {
  @Test
  void hoursAreThoseBetweenTheInstants() {
    long seed = 20261127;
    Random random = new Random(seed);
    for (int i = 0; i < 1_000; i++) {
      Instant a = Instant.ofEpochSecond(random.nextInt(2_000_000_000) - 500_000_000L);
      Instant b = a.plusSeconds(random.nextInt(2_000_000) - 1_000_000);
      assertThat(Times.hours(Times.format(a), Times.format(b)))
          .as("seed %d: from %s to %s", seed, a, b)
          .isEqualTo(Duration.between(a, b).toHours());
    }
  }

  @Test
  void timesOfFarYearsAreReadToo() {
    assertThat(Times.hours("+10000-01-01T00:00:00Z", "+10000-01-01T05:59:59Z")).isEqualTo(5);
  }
}
