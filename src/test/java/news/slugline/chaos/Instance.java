package news.slugline.chaos;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A processor in a process of its own. If it ends by itself it is started again, as an orchestrator
 * would.
 */
final class Instance implements AutoCloseable {
  private static final int MEGABYTES = 512;

  private final List<String> arguments;
  private final Path log;
  private final int megabytes;
  private @Nullable Process process;
  private boolean wanted;
  private String clock = "";

  Instance(List<String> arguments, Path log) {
    this(arguments, log, MEGABYTES);
  }

  /**
   * @param megabytes of heap
   */
  Instance(List<String> arguments, Path log, int megabytes) {
    this.arguments = arguments;
    this.log = log;
    this.megabytes = megabytes;
    Thread keeper = new Thread(this::keep, "keeper");
    keeper.setDaemon(true);
    keeper.start();
  }

  synchronized void start() throws IOException {
    wanted = true;
    launch();
  }

  /** kill -9, then up again after a moment. */
  void crash(long downMillis) throws Exception {
    kill();
    Thread.sleep(downMillis);
    start();
  }

  /** kill -9; it stays away. */
  void kill() throws InterruptedException {
    Process p;
    synchronized (this) {
      wanted = false;
      p = process;
    }
    if (p != null) {
      p.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
    }
  }

  /** Stops in order, then up again under another clock. */
  void restartAt(String offset) throws Exception {
    close();
    clock = offset;
    start();
  }

  @Override
  public void close() throws Exception {
    Process p;
    synchronized (this) {
      wanted = false;
      p = process;
    }
    if (p != null) {
      p.destroy();
      if (!p.waitFor(40, TimeUnit.SECONDS)) {
        p.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
      }
    }
  }

  /** Whether a clock can be jumped here: Debian's package faketime. */
  static @Nullable Path faketime() {
    for (String arch : List.of("x86_64-linux-gnu", "aarch64-linux-gnu")) {
      Path library = Path.of("/usr/lib", arch, "faketime", "libfaketime.so.1");
      if (Files.exists(library)) {
        return library;
      }
    }
    return null;
  }

  private synchronized void launch() throws IOException {
    ProcessBuilder builder =
        Jvm.command("news.slugline.cli.Main", megabytes, arguments.toArray(String[]::new));
    builder.environment().put("SLUGLINE_LOG_LEVEL", "INFO");
    Path library = faketime();
    if (!clock.isEmpty() && library != null) {
      builder.environment().put("LD_PRELOAD", library.toString());
      builder.environment().put("FAKETIME", clock);
      builder.environment().put("FAKETIME_DONT_FAKE_MONOTONIC", "1");
      // else timed waits come back at once, and the process spins
      builder.environment().put("FAKETIME_FORCE_MONOTONIC_FIX", "0");
    }
    process =
        builder
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(log.toString())))
            .start();
  }

  private void keep() {
    try {
      while (true) {
        Thread.sleep(500);
        synchronized (this) {
          if (wanted && process != null && !process.isAlive()) {
            launch();
          }
        }
      }
    } catch (InterruptedException | IOException e) {
      Thread.currentThread().interrupt();
    }
  }
}
