package news.slugline.cli;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import news.slugline.config.Settings;
import news.slugline.runtime.Results;
import news.slugline.schema.ExportFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads articles, sends them through the whole stream and shows the stories. */
@Command(
    name = "replay",
    description = {
      "Send articles through the whole stream and show the stories that come out.",
      "",
      "Reads files and folders: ninjs (JSON, JSON lines), any other wire format that Slugline"
          + " parses, plain text with an optional sidecar of the same name ending in .json."
          + " Articles are published in the order of their own times, which also tell the time in"
          + " the stream. A file that cannot be read is named and left out; the command then ends"
          + " with 3.",
      "",
      "Without --bootstrap-servers it runs on a Kafka of its own in this process, gone afterwards;"
          + " with it, under a prefix and an application id of its own, so that it never mixes with"
          + " a live stream. Interrupted, it goes on with the same command and --as. A backfill is"
          + " such a replay that takes the live place afterwards: `slugline promote NAME`."
    })
final class ReplayCommand implements Callable<Integer> {
  /** Of files that cannot be read so many are named, the others counted. */
  private static final int MOST_NAMED = 10;

  private final Terminal terminal;

  @Mixin private SharedOptions shared = new SharedOptions();

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files and folders.")
  private List<Path> paths = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Write articles, assignments, claims, updates, stories and rejected there, as JSON"
              + " lines.")
  private @Nullable Path out;

  @Option(
      names = "--speed",
      paramLabel = "FACTOR",
      description = "So many times as fast as it once was, such as 60x; or max, the default.")
  private String speed = "max";

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description = "Only articles from this time on: 2026-03-01 or 2026-03-01T06:00:00Z.")
  private @Nullable String from;

  @Option(
      names = "--to",
      paramLabel = "TIME",
      description = "Only articles before this time; of a day, with the day itself.")
  private @Nullable String to;

  @Option(
      names = "--as",
      paramLabel = "NAME",
      description = "On a cluster: under this name, to go on with it or to promote it.")
  private @Nullable String name;

  @Option(names = "--all", description = "Show every fact; else long sections are cut.")
  private boolean all;

  ReplayCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new NoSuchFileException(path.toString());
      }
    }
    Settings settings = shared.settings();
    Pace pace = Pace.parse(speed);
    if (pace == null) {
      throw new CliException(
          ExitCode.USAGE, "not a speed", "--speed " + speed, "write 60x, 1x or max");
    }
    Instant after = from == null ? null : time("--from", from, 0);
    Instant before = to == null ? null : time("--to", to, 1);
    ReplayInput input = ReplayInput.read(paths).between(after, before);
    if (input.items().isEmpty()) {
      tell(input.unread());
      throw new CliException(
          ExitCode.BAD_INPUT,
          "no articles",
          String.join(" ", paths.stream().map(Path::toString).toList()),
          after == null && before == null
              ? "give files or folders with wire articles"
              : "give files or folders with wire articles of that time",
          null);
    }
    Path folder = out;
    if (folder != null) {
      OutFile.folder(folder);
    }
    Results results = run(settings, input, pace);
    if (folder != null) {
      ExportFolder.write(folder, results);
    }
    show(results);
    if (folder != null) {
      terminal.remark("written to " + folder);
    }
    tell(input.unread());
    boolean isWhole = input.unread().isEmpty() && !results.articles().isEmpty();
    return (isWhole ? ExitCode.OK : ExitCode.BAD_INPUT).status();
  }

  /** Names what could not be read, where it is seen: after all else. */
  private void tell(List<ReplayInput.Unread> unread) {
    unread.stream()
        .limit(MOST_NAMED)
        .map(
            u ->
                new CliException(
                    ExitCode.BAD_INPUT,
                    Faults.reason(u.why()),
                    u.path().toString(),
                    "it was left out"))
        .forEach(e -> terminal.err().println(e.line()));
    if (unread.size() > MOST_NAMED) {
      terminal
          .err()
          .println("slugline: and " + (unread.size() - MOST_NAMED) + " more that cannot be read");
    }
  }

  private Results run(Settings settings, ReplayInput input, Pace pace) throws Exception {
    int total = input.articles();
    int unread = input.unread().size();
    terminal.remark(
        "replaying "
            + StoryPage.count(total, "article")
            + " from "
            + StoryPage.count(input.files(), "file")
            + (unread == 0 ? "" : "; " + unread + " could not be read"));
    try (OnInterrupt interrupt = OnInterrupt.waiting();
        Progress progress = Progress.of(terminal, "articles", total)) {
      if (settings.bootstrapServers().isEmpty()) {
        if (name != null) {
          throw new CliException(
              ExitCode.USAGE,
              "a Kafka of its own is gone afterwards",
              "--as",
              "name a Kafka with --bootstrap-servers, or leave --as out");
        }
        try (OwnCluster own = new OwnCluster()) {
          interrupt.add(own::close);
          return own.replay(settings.partitions(), settings.threads())
              .run(input.items(), pace, progress::at, interrupt);
        }
      }
      try (Cluster cluster = Cluster.open(settings)) {
        cluster.requireAnswer();
        String as = name == null ? "replay-" + UUID.randomUUID().toString().substring(0, 8) : name;
        Backfill backfill = Backfill.of(settings, as);
        terminal.remark(
            "under the prefix " + backfill.prefix() + "; if interrupted, go on with --as " + as);
        return new ReplayRun(
                backfill.prefix(),
                backfill.applicationId(),
                Path.of(System.getProperty("java.io.tmpdir", ".")),
                cluster.client(),
                cluster.registry(),
                cluster.registryClient(),
                settings.partitions(),
                settings.replication(),
                settings.threads())
            .run(input.items(), pace, progress::at, interrupt);
      }
    }
  }

  /**
   * @param days to add to a day without a time
   */
  private static Instant time(String option, String text, int days) {
    try {
      return text.length() == 10
          ? LocalDate.parse(text).plusDays(days).atStartOfDay(ZoneOffset.UTC).toInstant()
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw new CliException(
          ExitCode.USAGE,
          "not a time",
          option + " " + text,
          "write 2026-03-01 or 2026-03-01T06:00:00Z",
          e);
    }
  }

  private void show(Results results) {
    if (shared.json()) {
      results.stories().forEach(s -> terminal.out().println(ExportFiles.story(s)));
    } else if (results.stories().size() == 1) {
      new StoryPage(terminal, all).print(results.stories().get(0), results.updates());
    } else {
      StoryList.print(terminal, results.stories(), true);
    }
    terminal.out().flush();
    if (!results.rejected().isEmpty()) {
      Table table = Table.of("rejected", "reason", "detail").prose("detail");
      results
          .rejected()
          .forEach(
              r ->
                  table.row(
                      r.getSource() == null ? "" : r.getSource(), r.getReason(), r.getDetail()));
      if (!shared.json()) {
        terminal.out().println();
        table.print(terminal);
        terminal.out().flush();
      }
    }
  }
}
