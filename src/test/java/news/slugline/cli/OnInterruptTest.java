package news.slugline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class OnInterruptTest {
  @TempDir Path temp;

  @Test
  void theLastThingAddedGoesFirstAndAFaultKeepsNoOther() {
    List<String> gone = new ArrayList<>();
    OnInterrupt interrupt = new OnInterrupt();
    interrupt.add(() -> gone.add("kafka"));
    interrupt.add(
        () -> {
          throw new IllegalStateException("odd");
        });
    interrupt.add(() -> gone.add("streams"));
    interrupt.run();
    interrupt.run();
    assertThat(gone).containsExactly("streams", "kafka");
  }

  /** With a real process, in a folder for temporary files of its own. */
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aReplayThatIsStoppedLeavesNothingBehind() throws Exception {
    Path tmp = Files.createDirectory(temp.resolve("tmp"));
    // so slow that it is at work when it is stopped
    Process replay =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + tmp,
                "-cp",
                System.getProperty("java.class.path"),
                "news.slugline.cli.Main",
                "replay",
                "seeds",
                "--speed",
                "1x")
            .redirectErrorStream(true)
            .redirectOutput(temp.resolve("out").toFile())
            .start();
    try {
      while (replay.isAlive() && !hasState(tmp)) {
        Thread.sleep(100);
      }
      replay.destroy();
      assertThat(replay.waitFor()).isEqualTo(ExitCode.TERMINATED.status());
    } finally {
      replay.destroyForcibly();
    }
    assertThat(Files.readAllLines(temp.resolve("out")))
        .as("progress, and no fault")
        .allMatch(l -> l.startsWith("replaying 5 articles") || l.startsWith("articles "));
    try (Stream<Path> left = Files.list(tmp)) {
      assertThat(left.filter(p -> p.getFileName().toString().startsWith("slugline"))).isEmpty();
    }
  }

  /** Whether the streams have begun to keep rows. */
  private static boolean hasState(Path tmp) throws Exception {
    try (Stream<Path> all = Files.walk(tmp)) {
      return all.anyMatch(p -> p.getFileName().toString().equals("rocksdb"));
    } catch (java.io.UncheckedIOException e) {
      return false; // a file went while it was looked at
    }
  }
}
