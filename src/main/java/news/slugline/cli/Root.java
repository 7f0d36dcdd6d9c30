package news.slugline.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What stands before and beside every command. */
@Command(
    name = "slugline",
    description = "Turns a newsroom's wire into story states, claim by claim.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = false,
    usageHelpAutoWidth = false)
final class Root {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  private boolean version;

  /** Read by {@link Terminal}, before the arguments are parsed; here so that help shows them. */
  @Option(
      names = "--color",
      paramLabel = "WHEN",
      scope = ScopeType.INHERIT,
      description = "auto (on a terminal, unless NO_COLOR is set), always or never.")
  private Color color = Color.auto;

  @Option(
      names = {"-q", "--quiet"},
      scope = ScopeType.INHERIT,
      description = "No progress and no remarks.")
  private boolean quiet;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show stack traces and the log.")
  private boolean debug;

  enum Color {
    auto,
    always,
    never
  }
}
