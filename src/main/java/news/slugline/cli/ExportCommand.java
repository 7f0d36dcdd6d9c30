package news.slugline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import news.slugline.runtime.Results;
import news.slugline.wire.Ninjs;
import news.slugline.wire.PubStatus;
import news.slugline.wire.Signal;
import news.slugline.wire.WireArticle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Saves a story as what it is made of: its articles, all versions, in their order. */
@Command(
    name = "export",
    description = {
      "Write a story's articles, all versions, as ninjs JSON lines.",
      "",
      "Sent in again, with `slugline replay FILE` or to articles.raw, they give the same facts. Of an"
          + " article that was killed only the kill is written, without its words; nothing of what it"
          + " claimed comes back."
    })
final class ExportCommand implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private SharedOptions shared = new SharedOptions();

  @Parameters(paramLabel = "STORY", description = "Its id, or the beginning of it.")
  private String id = "";

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "Written anew.")
  private Path out = Path.of("");

  ExportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    Results results;
    try (Cluster cluster = Cluster.existing(shared.settings())) {
      results = Results.read(cluster.topics(), cluster.serdes(), cluster.client());
    }
    List<WireArticle> articles = articles(results, storyOf(results));
    write(articles);
    terminal.remark(articles.size() + " article versions in " + out);
    return ExitCode.OK.status();
  }

  private String storyOf(Results results) {
    TreeSet<String> found =
        current(results).values().stream()
            .filter(s -> s.startsWith(id))
            .collect(Collectors.toCollection(TreeSet::new));
    if (found.size() > 1 && !found.contains(id)) {
      throw new CliException(
          ExitCode.BAD_INPUT,
          found.size() + " stories begin so",
          id,
          "give more of it; `slugline stories` lists them");
    }
    if (found.isEmpty()) {
      throw new CliException(
          ExitCode.BAD_INPUT, "no such story", id, "`slugline stories` lists them");
    }
    return found.contains(id) ? id : found.first();
  }

  /** The story's articles in log order; of a killed one, the kill alone. */
  static List<WireArticle> articles(Results results, String storyId) {
    Map<String, String> stories = current(results);
    List<WireArticle> kept = new ArrayList<>();
    for (WireArticle a : results.articles()) {
      if (storyId.equals(stories.get(a.uri()))) {
        boolean killed = a.signal() == Signal.KILL || a.pubStatus() == PubStatus.CANCELED;
        if (killed) {
          kept.removeIf(earlier -> earlier.uri().equals(a.uri()));
        }
        kept.add(killed ? withoutWords(a) : a);
      }
    }
    return List.copyOf(kept);
  }

  private static Map<String, String> current(Results results) {
    Map<String, String> stories = new HashMap<>();
    results.assignments().forEach(a -> stories.put(a.uri(), a.storyId()));
    return stories;
  }

  private static WireArticle withoutWords(WireArticle a) {
    return WireArticle.builder(a.uri(), a.version(), a.provider())
        .pubStatus(PubStatus.CANCELED)
        .signal(a.signal())
        .firstCreated(a.firstCreated())
        .versionCreated(a.versionCreated())
        .links(a.links())
        .build();
  }

  private void write(List<WireArticle> articles) throws IOException {
    OutFile.write(out, to -> articles.forEach(a -> to.print(Ninjs.write(a) + "\n")));
  }
}
