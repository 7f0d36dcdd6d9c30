package news.slugline.cli;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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
      "Reads files and folders: ninjs (JSON, JSON lines), any other wire format that Slugline parses,"
          + " plain text with an optional sidecar of the same name ending in .json. Articles are"
          + " published in the order of their own times, which also tell the time in the stream.",
      "",
      "Without --bootstrap-servers it runs on a Kafka of its own in this process, gone afterwards;"
          + " with it, under a prefix of its own, so that it never mixes with a live stream."
    })
final class ReplayCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private SharedOptions shared = new SharedOptions();

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files and folders.")
  private List<Path> paths = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Write articles, assignments, claims, updates, stories and rejected there, as JSON lines.")
  private @Nullable Path out;

  @Option(
      names = "--all",
      description = "Show every fact, also those that only one article states.")
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
    ReplayInput input = ReplayInput.read(paths);
    if (input.items().isEmpty()) {
      throw new CliException(
          ExitCode.BAD_INPUT,
          "no articles",
          String.join(" ", paths.stream().map(Path::toString).toList()),
          "give files or folders with wire articles",
          null);
    }
    Results results = run(settings, input);
    Path folder = out;
    if (folder != null) {
      ExportFolder.write(folder, results);
    }
    show(results);
    if (folder != null) {
      terminal.remark("written to " + folder);
    }
    return results.articles().isEmpty() ? ExitCode.BAD_INPUT.status() : ExitCode.OK.status();
  }

  private Results run(Settings settings, ReplayInput input) throws Exception {
    int total = (int) input.items().stream().filter(i -> i.article() != null).count();
    terminal.remark(
        String.format(Locale.ROOT, "replaying %d articles from %d files", total, input.files()));
    try (Progress progress = Progress.of(terminal, "articles", total)) {
      if (settings.bootstrapServers().isEmpty()) {
        try (OwnCluster own = new OwnCluster()) {
          return own.replay(settings.partitions(), settings.threads())
              .run(input.items(), progress::at);
        }
      }
      try (Cluster cluster = Cluster.open(settings)) {
        String prefix =
            settings.prefix() + "replay-" + UUID.randomUUID().toString().substring(0, 8) + ".";
        terminal.remark("under the prefix " + prefix);
        return new ReplayRun(
                prefix,
                cluster.client(),
                cluster.registry(),
                cluster.registryClient(),
                settings.partitions(),
                settings.replication(),
                settings.threads())
            .run(input.items(), progress::at);
      }
    }
  }

  private void show(Results results) {
    if (shared.json()) {
      results.stories().forEach(s -> terminal.out().println(ExportFiles.story(s)));
    } else if (results.stories().size() == 1) {
      new StoryPage(terminal, all).print(results.stories().get(0));
    } else {
      StoryList.print(terminal, results.stories());
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
