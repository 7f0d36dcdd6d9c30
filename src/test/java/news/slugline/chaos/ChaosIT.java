package news.slugline.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@code bench/chaos}: one history, with the faults that cost least time. */
class ChaosIT {
  private static final long SEED = Long.getLong("slugline.seed", 7L);
  private static final int STORIES = Integer.getInteger("slugline.stories", 150);

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  void killedInstancesAndBrokersLoseRepeatAndChangeNoUpdate() throws Exception {
    try (Chaos chaos = new Chaos(folder, STORIES)) {
      chaos.refer();
      Chaos.Row row =
          chaos.history(
              SEED, List.of(Fault.INSTANCE_KILLED, Fault.SENT_AGAIN, Fault.BROKER_KILLED));
      assertThat(row.differences()).as("seed %d: %s", SEED, row.line()).isZero();
    }
  }
}
