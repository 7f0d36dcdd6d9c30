package news.slugline.chaos;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A small disk that can be filled: a file system in memory, where this user may mount one. */
final class Disk {
  private static final String SIZE = "256m";

  private Disk() {}

  /** Whether this user may mount. */
  static boolean canMount() throws IOException, InterruptedException {
    Path probe = Files.createTempDirectory("slugline-mount");
    boolean can = run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", probe.toString()) == 0;
    if (can) {
      run("umount", probe.toString());
    }
    Files.delete(probe);
    return can;
  }

  /** Makes the folder, as a disk of its own if that is possible. */
  static void mount(Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    run("mount", "-t", "tmpfs", "-o", "size=" + SIZE, "tmpfs", folder.toString());
  }

  static void unmount(Path folder) throws IOException, InterruptedException {
    run("umount", folder.toString());
  }

  /** Writes until nothing fits. */
  static void fill(Path file) throws IOException {
    byte[] block = new byte[1 << 20];
    try (OutputStream out = Files.newOutputStream(file)) {
      while (true) {
        out.write(block);
      }
    } catch (IOException e) {
      if (!String.valueOf(e.getMessage()).contains("No space left")) {
        throw e;
      }
    }
  }

  private static int run(String... command) throws IOException, InterruptedException {
    try {
      Process p =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return p.waitFor(20, TimeUnit.SECONDS) ? p.exitValue() : 1;
    } catch (IOException e) {
      return 1;
    }
  }
}
