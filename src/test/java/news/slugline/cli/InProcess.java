package news.slugline.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A command in this process, with no terminal. */
final class InProcess {
  private InProcess() {}

  /** Returns its exit status. */
  static int run(ByteArrayOutputStream out, ByteArrayOutputStream err, String... args) {
    Terminal terminal =
        Terminal.of(
            List.of(args),
            Map.of(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            false);
    return new Main(terminal, Commands.all()).run(args);
  }
}
