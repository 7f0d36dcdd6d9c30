package news.slugline.chaos;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts classes of the tests' class path in processes of their own. */
final class Jvm {
  private Jvm() {}

  static ProcessBuilder command(String main, int megabytes, String... args) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + megabytes + "m");
    command.add("-XX:+UseSerialGC");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(main);
    command.addAll(List.of(args));
    return new ProcessBuilder(command);
  }
}
