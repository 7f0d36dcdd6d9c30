package news.slugline.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import news.slugline.config.Nearest;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program: parses the arguments, runs one command, says in one line what went wrong. */
public final class Main {
  private static final String NO_NUMBER = " is not a whole number";

  private final Terminal terminal;
  private final List<Commands.Entry> commands;

  Main(Terminal terminal, List<Commands.Entry> commands) {
    this.terminal = terminal;
    this.commands = commands;
  }

  public static void main(String[] args) {
    Terminal terminal = Terminal.ofProcess(List.of(args), System.getenv());
    if (terminal.debug()) {
      // read by logback.xml, which is not loaded before the first logger is asked for
      System.setProperty("slugline.log", "DEBUG");
      System.setProperty("slugline.log.kafka", "INFO");
    }
    int status = new Main(terminal, Commands.all()).run(args);
    terminal.out().flush();
    System.exit(status);
  }

  /** Runs one command and gives the exit status. */
  int run(String... args) {
    try {
      return commandLine(List.of(args)).execute(args);
    } catch (OutOfMemoryError e) {
      report(
          new CliException(
              ExitCode.ENVIRONMENT,
              "out of memory",
              "",
              "give more with SLUGLINE_JAVA_OPTS=-Xmx2g",
              e));
      return ExitCode.ENVIRONMENT.status();
    }
  }

  private CommandLine commandLine(List<String> args) {
    CommandSpec root = CommandSpec.forAnnotatedObject(new Root());
    root.versionProvider(() -> new String[] {Version.line()});
    root.usageMessage().footer(exitCodes());
    CommandLine line = new CommandLine(root);
    for (Commands.Entry entry : commands) {
      line.addSubcommand(
          entry.name(), args.contains(entry.name()) ? entry.open().apply(terminal) : stub(entry));
    }
    // Java takes an empty path for the current folder, which nobody means by "$FORGOTTEN"
    line.registerConverter(Path.class, Main::path);
    line.setOut(new PrintWriter(terminal.out(), true));
    line.setErr(new PrintWriter(terminal.err(), true));
    line.setUsageHelpWidth(Math.max(60, Math.min(100, terminal.width())));
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(
            terminal.style() == Style.COLORED ? Ansi.ON : Ansi.OFF));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setAbbreviatedOptionsAllowed(false);
    line.setParameterExceptionHandler((e, given) -> report(usage(e)));
    line.setExecutionExceptionHandler(
        (e, command, parsed) -> report(Faults.explain(e, () -> broker(command))));
    line.setExecutionStrategy(parsed -> needCommand(parsed));
    return line;
  }

  private static Path path(String text) {
    if (text.isBlank()) {
      throw new TypeConversionException("the path is empty");
    }
    return Path.of(text);
  }

  /** Its name and summary are all that the list of commands shows. */
  private static CommandSpec stub(Commands.Entry entry) {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage().description(entry.summary());
    return spec;
  }

  private int needCommand(CommandLine.ParseResult parsed) {
    Integer help = CommandLine.executeHelpRequest(parsed);
    if (help != null) {
      return help;
    }
    if (!parsed.hasSubcommand()) {
      return report(
          new CliException(ExitCode.USAGE, "which command?", "", "`slugline --help` lists them"));
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  /** Which Kafka the command was told to use; empty if none, or if that cannot be read. */
  private static String broker(CommandLine command) {
    for (Object mixin : command.getMixins().values()) {
      if (mixin instanceof SharedOptions shared) {
        try {
          return shared.settings().bootstrapServers().orElse("");
        } catch (CliException e) {
          return "";
        }
      }
    }
    return "";
  }

  private static String[] exitCodes() {
    StringBuilder text = new StringBuilder("%nExit status:%n");
    for (ExitCode code : ExitCode.values()) {
      text.append(String.format(java.util.Locale.ROOT, "  %3d  ", code.status()))
          .append(code.meaning())
          .append("%n");
    }
    return new String[] {text.toString()};
  }

  private static CliException usage(ParameterException e) {
    String name = e.getCommandLine().getCommandSpec().qualifiedName();
    String see = "see `" + name + " --help`";
    if (e instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
      String first = unmatched.getUnmatched().get(0);
      boolean command =
          !unmatched.isUnknownOption() && !e.getCommandLine().getSubcommands().isEmpty();
      String kind =
          unmatched.isUnknownOption()
              ? "unknown option"
              : command ? "unknown command" : "unexpected argument";
      Optional<String> meant = Nearest.to(first, names(e.getCommandLine(), command));
      return new CliException(
          ExitCode.USAGE, kind, first, meant.map(m -> "did you mean " + m + "?").orElse(see), e);
    }
    String what = String.valueOf(e.getMessage()).replaceAll(" is not an? (int|long)$", NO_NUMBER);
    return new CliException(ExitCode.USAGE, lower(what), "", see, e);
  }

  /** What could have been meant: the commands, or the options of this one. */
  private static Collection<String> names(CommandLine line, boolean commands) {
    return commands ? line.getSubcommands().keySet() : line.getCommandSpec().optionsMap().keySet();
  }

  private static String lower(String text) {
    return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }

  private int report(CliException e) {
    terminal.out().flush();
    terminal.err().println(e.line());
    if (terminal.debug()) {
      e.printStackTrace(terminal.err());
    }
    return e.code().status();
  }
}
