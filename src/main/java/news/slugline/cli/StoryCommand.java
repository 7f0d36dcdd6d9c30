package news.slugline.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import news.slugline.schema.ExportFiles;
import news.slugline.story.StoryState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one story. */
@Command(
    name = "story",
    description = "Show one story: what differs, what changed, what is agreed, who is independent.")
final class StoryCommand implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private SharedOptions shared = new SharedOptions();

  @Parameters(paramLabel = "STORY", description = "Its id, or the beginning of it.")
  private String id = "";

  @Option(
      names = "--all",
      description = "Show every fact, also those that only one article states.")
  private boolean all;

  StoryCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    try (Cluster cluster = Cluster.open(shared.settings())) {
      Map<String, StoryState> stories = StoriesCommand.read(cluster);
      List<StoryState> found =
          stories.containsKey(id)
              ? List.of(stories.get(id))
              : stories.values().stream().filter(s -> s.storyId().startsWith(id)).toList();
      if (found.size() != 1) {
        throw new CliException(
            ExitCode.BAD_INPUT,
            found.isEmpty() ? "no such story" : found.size() + " stories begin so",
            id,
            "`slugline stories` lists them",
            null);
      }
      if (shared.json()) {
        terminal.out().println(ExportFiles.story(found.get(0)));
      } else {
        new StoryPage(terminal, all).print(found.get(0));
      }
      terminal.out().flush();
    }
    return ExitCode.OK.status();
  }
}
