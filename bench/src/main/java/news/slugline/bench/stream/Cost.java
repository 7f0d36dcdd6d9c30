package news.slugline.bench.stream;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Time and processor time since it was made. */
final class Cost {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final long wall = System.nanoTime();
  private final long cpu = SYSTEM.getProcessCpuTime();

  double seconds() {
    return (System.nanoTime() - wall) / 1e9;
  }

  /** Of the whole process: broker, stream, producer, compiler, collector. */
  double cpuSeconds() {
    return (SYSTEM.getProcessCpuTime() - cpu) / 1e9;
  }

  /**
   * Memory of the process, resident, in MB; the most it ever had. 0 where the system does not say.
   */
  static long peakRssMb() throws IOException {
    return memoryMb("VmHWM:");
  }

  /** As {@link #peakRssMb}, now. */
  static long rssMb() throws IOException {
    return memoryMb("VmRSS:");
  }

  private static long memoryMb(String what) throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return 0;
    }
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith(what)) {
        return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024;
      }
    }
    return 0;
  }

  static long heapMb() {
    System.gc();
    Runtime r = Runtime.getRuntime();
    return (r.totalMemory() - r.freeMemory()) >> 20;
  }

  static long diskMb(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(Cost::size).sum() >> 20;
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException gone) {
      return 0;
    }
  }
}
