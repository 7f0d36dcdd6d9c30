package news.slugline.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Where a command writes: results to {@code out}, everything else to {@code err}, both UTF-8.
 *
 * <p>Colour only where a person looks: on a terminal, unless {@code NO_COLOR} is set or {@code
 * --color} says otherwise.
 *
 * @param outIsTerminal whether a person reads {@code out} directly
 * @param width columns that tables may use
 * @param style colours for {@code out}
 * @param quiet no progress, no remarks
 * @param debug stack traces and the log
 */
public record Terminal(
    PrintStream out,
    PrintStream err,
    boolean outIsTerminal,
    boolean errIsTerminal,
    int width,
    Style style,
    boolean quiet,
    boolean debug) {
  private static final int WIDTH_OF_FILES = 120;
  private static final int WIDTH_OF_UNKNOWN_TERMINALS = 80;

  static Terminal ofProcess(List<String> args, Map<String, String> environment) {
    boolean out = isTerminal(1);
    return of(
        args,
        environment,
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
        out,
        isTerminal(2));
  }

  /** The flags must be known before the arguments are parsed, or its errors could not be shown. */
  static Terminal of(
      List<String> args,
      Map<String, String> environment,
      PrintStream out,
      PrintStream err,
      boolean outIsTerminal,
      boolean errIsTerminal) {
    List<String> flags = args.subList(0, args.contains("--") ? args.indexOf("--") : args.size());
    String color = "auto";
    for (int i = 0; i < flags.size(); i++) {
      if (flags.get(i).startsWith("--color=")) {
        color = flags.get(i).substring("--color=".length());
      } else if (flags.get(i).equals("--color") && i + 1 < flags.size()) {
        color = flags.get(i + 1);
      }
    }
    return new Terminal(
        out,
        err,
        outIsTerminal,
        errIsTerminal,
        outIsTerminal ? width(environment) : WIDTH_OF_FILES,
        Style.of(colored(color, environment, outIsTerminal)),
        flags.contains("--quiet") || flags.contains("-q"),
        flags.contains("--debug") || environment.containsKey("SLUGLINE_DEBUG"));
  }

  /** A remark for the person who waits; not an error, not a result. */
  public void remark(String text) {
    if (!quiet) {
      err.println(text);
    }
  }

  /** False once nobody reads any more, as in {@code slugline watch | head}. */
  public boolean isRead() {
    return !out.checkError();
  }

  private static boolean colored(String color, Map<String, String> environment, boolean terminal) {
    return switch (color.toLowerCase(Locale.ROOT)) {
      case "always" -> true;
      case "never" -> false;
      default ->
          terminal
              && environment.getOrDefault("NO_COLOR", "").isEmpty()
              && !environment.getOrDefault("TERM", "").equals("dumb");
    };
  }

  private static int width(Map<String, String> environment) {
    // The launcher asks the terminal; COLUMNS helps where it was not used.
    String columns = System.getProperty("slugline.columns", environment.get("COLUMNS"));
    try {
      int width = columns == null ? 0 : Integer.parseInt(columns.trim());
      return width >= 20 && width <= 1000 ? width : WIDTH_OF_UNKNOWN_TERMINALS;
    } catch (NumberFormatException e) {
      return WIDTH_OF_UNKNOWN_TERMINALS;
    }
  }

  /** {@code System.console()} tells only whether both input and output are terminals. */
  private static boolean isTerminal(int descriptor) {
    Path link = Path.of("/proc/self/fd/" + descriptor);
    if (Files.isSymbolicLink(link)) {
      try {
        String target = Files.readSymbolicLink(link).toString();
        return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
      } catch (IOException e) {
        return false;
      }
    }
    String told = System.getProperty("slugline.terminal" + descriptor);
    return told == null ? System.console() != null : Boolean.parseBoolean(told);
  }
}
