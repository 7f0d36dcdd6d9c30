package news.slugline.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import news.slugline.avro.StoryState;
import news.slugline.runtime.TopicReader;
import news.slugline.schema.ExportFiles;
import news.slugline.schema.Outputs;
import news.slugline.story.LifeState;
import news.slugline.web.Interest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the stories. */
@Command(name = "stories", description = "List the stories, the latest first.")
final class StoriesCommand implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private SharedOptions shared = new SharedOptions();

  @Option(names = "--state", paramLabel = "STATE", description = "Only those in this state.")
  private String state = "";

  @Option(
      names = "--text",
      paramLabel = "WORDS",
      description = "Only those whose headline has these words.")
  private String text = "";

  @Option(
      names = "--explain",
      paramLabel = "ARTICLE",
      description =
          "Say why the article with this uri stands in its story, which others were near, and with"
              + " which scores.")
  private String explain = "";

  StoriesCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    Set<LifeState> states = states();
    try (Cluster cluster = Cluster.existing(shared.settings())) {
      if (!explain.isEmpty()) {
        PlacementPage.print(terminal, cluster, explain, shared.json());
        terminal.out().flush();
        return ExitCode.OK.status();
      }
      List<news.slugline.story.StoryState> stories =
          read(cluster).values().stream()
              .filter(s -> states.isEmpty() || states.contains(s.state()))
              .filter(
                  s ->
                      s.headline()
                          .toLowerCase(java.util.Locale.ROOT)
                          .contains(text.toLowerCase(java.util.Locale.ROOT)))
              .sorted(
                  Comparator.comparing(news.slugline.story.StoryState::eventTime)
                      .reversed()
                      .thenComparing(news.slugline.story.StoryState::storyId))
              .toList();
      if (shared.json()) {
        stories.forEach(s -> terminal.out().println(ExportFiles.story(s)));
      } else {
        StoryList.print(terminal, stories, states.isEmpty() && text.isEmpty());
      }
      terminal.out().flush();
    }
    return ExitCode.OK.status();
  }

  private Set<LifeState> states() {
    try {
      return Interest.of(List.of(), List.of(), List.of(state), List.of(), 0).states();
    } catch (IllegalArgumentException e) {
      throw new CliException(
          ExitCode.USAGE, String.valueOf(e.getMessage()), "", "see `slugline stories --help`", e);
    }
  }

  /** The latest state of every story. */
  static Map<String, news.slugline.story.StoryState> read(Cluster cluster) {
    Map<String, news.slugline.story.StoryState> latest = new TreeMap<>();
    try (TopicReader<StoryState> reader =
        new TopicReader<>(
            cluster.client(),
            cluster.topics().stories(),
            cluster.serdes().state().deserializer())) {
      reader.toEnd(r -> latest.put(r.key(), Outputs.fromAvro(r.value())));
    }
    return latest;
  }
}
