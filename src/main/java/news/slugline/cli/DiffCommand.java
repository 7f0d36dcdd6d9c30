package news.slugline.cli;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import news.slugline.claim.Kind;
import news.slugline.schema.ExportFiles;
import news.slugline.schema.ReadableValue;
import news.slugline.story.Change;
import news.slugline.story.FactStatus;
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
    if (from > to) {
      throw new CliException(
          ExitCode.USAGE,
          "the earlier revision comes first",
          from + " " + to,
          "write `slugline diff " + id + " " + to + " " + from + "`");
    }
    try (Cluster cluster = Cluster.existing(shared.settings())) {
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
    TextWidth.wrap(Terminals.clean(StoryPage.title(after)), terminal.width())
        .forEach(l -> terminal.out().println(terminal.style().strong(l)));
    terminal
        .out()
        .println(after.storyId() + "  revision " + before.revision() + " to " + after.revision());
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
    Map<String, Kind> kinds = new HashMap<>();
    before.facts().forEach(f -> kinds.put(f.factId(), f.kind()));
    after.facts().forEach(f -> kinds.put(f.factId(), f.kind()));
    for (Change c : changes) {
      Kind kind = c.factId() == null ? null : kinds.get(c.factId());
      String reason = StoryPage.spaced(ExportFiles.word(c.reason()));
      table.row(reason, text(c.gist()), words(kind, c.before()), words(kind, c.after()));
    }
    table.print(terminal);
  }

  /** A status, or values with bars between them, each once; those of one fact are of one kind. */
  private static String words(@Nullable Kind kind, @Nullable String s) {
    if (s == null) {
      return "";
    }
    boolean isStatus =
        Arrays.stream(FactStatus.values()).anyMatch(x -> ExportFiles.word(x).equals(s));
    if (kind == null || isStatus) {
      return StoryPage.spaced(s);
    }
    return Arrays.stream(s.split(" \\| ", -1))
        .map(v -> ReadableValue.of(kind, v))
        .distinct()
        .collect(Collectors.joining(" | "));
  }

  private static String text(@Nullable String s) {
    return s == null ? "" : s;
  }
}
