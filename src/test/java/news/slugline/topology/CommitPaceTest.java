package news.slugline.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.streams.processor.Punctuator;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommitPaceTest {
  private static final long START = 1_772_000_000_000L;

  @TempDir Path state;

  private MockProcessorContext<Void, Void> fast;
  private MockProcessorContext<Void, Void> slow;
  private CommitPace fastPace;
  private CommitPace slowPace;

  /** Two tasks of this thread. */
  @BeforeEach
  void begin() {
    fast = context(0);
    slow = context(1);
    fastPace = CommitPace.of(fast);
    slowPace = CommitPace.of(slow);
    at(START);
  }

  @Test
  void aStreamThatKeepsUpCommitsAtEachTurnInWhichItDidSomething() {
    at(START + 50);
    fastPace.done(START);
    at(START + 100);
    assertThat(commits()).isEqualTo(1);
    at(START + 200);
    assertThat(commits()).as("nothing was done").isZero();
    fastPace.done(START + 190);
    at(START + 300);
    assertThat(commits()).isEqualTo(1);
  }

  @Test
  void aTaskThatLagsLeavesCommittingToTheLongIntervalForAllOfItsThread() {
    slowPace.done(START - 30_000);
    fastPace.done(START);
    at(START + 100);
    assertThat(commits()).isZero();
    at(START + 2_900);
    assertThat(commits()).isZero();
  }

  @Test
  void whatIsOwedIsCommittedOnceNoTaskLagsAnyMore() {
    slowPace.done(START - 30_000);
    fastPace.done(START);
    at(START + 3_100);
    assertThat(commits()).isEqualTo(2);
    at(START + 3_200);
    assertThat(commits()).isZero();
  }

  private MockProcessorContext<Void, Void> context(int partition) {
    return new MockProcessorContext<>(new Properties(), new TaskId(0, partition), state.toFile());
  }

  private void at(long now) {
    for (MockProcessorContext<Void, Void> c : List.of(fast, slow)) {
      c.setCurrentSystemTimeMs(now);
      for (MockProcessorContext.CapturedPunctuator p : c.scheduledPunctuators()) {
        Punctuator turn = p.getPunctuator();
        turn.punctuate(now);
      }
    }
  }

  /** How many of the tasks asked for a commit since the last look. */
  private int commits() {
    int out = (fast.committed() ? 1 : 0) + (slow.committed() ? 1 : 0);
    fast.resetCommit();
    slow.resetCommit();
    return out;
  }
}
