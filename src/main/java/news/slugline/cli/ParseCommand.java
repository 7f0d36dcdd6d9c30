package news.slugline.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import news.slugline.ingest.WireFiles;
import news.slugline.wire.Hints;
import news.slugline.wire.Parsed;
import news.slugline.wire.ParsedLine;
import news.slugline.wire.WireParser;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads wire files and says what they hold; publishes nothing. */
@Command(
    name = "parse",
    description = {
      "Read wire files and say what they hold, a JSON line an item; nothing is published.",
      "",
      "Each file is read by itself: plain text without the sidecar that `replay` and `ingest` heed.",
      "",
      "Paths in a folder are given relative to it. A file that cannot be read gives a line with"
          + " \"error\" and does not stop the others. Ends with 3 if none could be read."
    })
final class ParseCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files and folders.")
  private List<Path> paths = List.of();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write there and not to the terminal.")
  private @Nullable Path out;

  /** Items that could be read, and those that could not. */
  private int good;

  private int bad;

  ParseCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new NoSuchFileException(path.toString());
      }
    }
    Path file = out;
    if (file == null) {
      parse(terminal.out());
      terminal.out().flush();
    } else {
      OutFile.write(file, this::parse);
    }
    return (good == 0 && bad > 0 ? ExitCode.BAD_INPUT : ExitCode.OK).status();
  }

  private void parse(PrintStream to) throws IOException {
    WireParser parser = WireParser.standard();
    for (Path path : paths) {
      WireFiles.Found found = WireFiles.all(path);
      for (Path f : found.files()) {
        String name = name(path, f);
        byte[] bytes;
        try {
          bytes = WireFiles.read(f);
        } catch (IOException e) {
          to.print(unread(name, e));
          bad++;
          continue;
        }
        for (Parsed parsed : parser.parse(bytes, Hints.ofPath(name))) {
          good += parsed instanceof Parsed.Rejected ? 0 : 1;
          bad += parsed instanceof Parsed.Rejected ? 1 : 0;
          to.print(ParsedLine.of(name, parsed).toJson() + "\n");
        }
      }
      found.unread().forEach((f, why) -> to.print(unread(name(path, f), why)));
    }
  }

  private static String unread(String name, IOException why) {
    String error = "unread: " + Faults.reason(why);
    return new ParsedLine(name, null, null, null, null, error).toJson() + "\n";
  }

  private static String name(Path path, Path file) {
    return Files.isDirectory(path)
        ? path.relativize(file).toString().replace('\\', '/')
        : file.toString();
  }
}
