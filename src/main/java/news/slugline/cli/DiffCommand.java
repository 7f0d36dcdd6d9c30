package news.slugline.cli;

import java.util.List;
import java.util.concurrent.Callable;
import news.slugline.schema.ExportFiles;
import news.slugline.story.Change;
import news.slugline.story.StoryDiff;
import news.slugline.story.StoryFolder;
import news.slugline.story.StoryState;
import news.slugline.story.StoryUpdate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows what changed in a story between two revisions. */
@Command(
    name = "diff",
    description = {
      "Show what changed in a story between two of its revisions.",
      "",
      "Of what was killed or withheld since, no word is shown."
    })
final class DiffCommand implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private SharedOptions shared = new SharedOptions();

  @Parameters(index = "0", paramLabel = "STORY", description = "Its id, or the beginning of it.")
  private String id = "";

  @Parameters(index = "1", paramLabel = "REV", description = "The earlier revision, from 1.")
  private int from;

  @Parameters(index = "2", paramLabel = "REV", description = "The later one.")
  private int to;

  DiffCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    try (Cluster cluster = Cluster.open(shared.settings())) {
      StoryHistory history = StoryHistory.read(cluster, id);
      String story = history.story(id);
      List<StoryUpdate> updates = history.of(story);
      StoryState before = history.withdrawn().hide(at(updates, from));
      StoryState after = history.withdrawn().hide(at(updates, to));
      List<Change> changes = StoryDiff.between(before, after);
      if (shared.json()) {
        changes.forEach(c -> terminal.out().println(ExportFiles.change(c)));
      } else {
        print(before, after, changes);
      }
      terminal.out().flush();
    }
    return ExitCode.OK.status();
  }

  private static StoryState at(List<StoryUpdate> updates, int revision) {
    StoryState s = StoryFolder.at(updates, revision);
    if (s == null) {
      throw new CliException(
          ExitCode.BAD_INPUT,
          "the story has no such revision",
          Integer.toString(revision),
          "it has 1 to " + updates.size());
    }
    return s;
  }

  private void print(StoryState before, StoryState after, List<Change> changes) {
    terminal
        .out()
        .println(
            terminal.style().strong(Terminals.clean(after.headline()))
                + "  revision "
                + before.revision()
                + " to "
                + after.revision());
    terminal
        .out()
        .println(
            "articles "
                + before.counts().articles()
                + " → "
                + after.counts().articles()
                + ", independent origins "
                + before.counts().origins()
                + " → "
                + after.counts().origins());
    if (changes.isEmpty()) {
      terminal.out().println("no fact changed");
      return;
    }
    Table table = Table.of("reason", "what", "before", "after").prose("what", "before", "after");
    for (Change c : changes) {
      table.row(c.reason().name(), text(c.gist()), text(c.before()), text(c.after()));
    }
    table.print(terminal);
  }

  private static String text(@Nullable String s) {
    return s == null ? "" : s;
  }
}
