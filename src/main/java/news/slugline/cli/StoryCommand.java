package news.slugline.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import news.slugline.schema.ExportFiles;
import news.slugline.story.Explanation;
import news.slugline.story.Fact;
import news.slugline.story.StoryFolder;
import news.slugline.story.StoryState;
import news.slugline.story.StoryUpdate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one story: now, as it was, or why one of its facts stands together. */
@Command(
    name = "story",
    description = "Show one story: what differs, what changed, what is agreed, who is independent.")
final class StoryCommand implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private SharedOptions shared = new SharedOptions();

  @Parameters(paramLabel = "STORY", description = "Its id, or the beginning of it.")
  private String id = "";

  @Option(names = "--all", description = "Show every fact; else long sections are cut.")
  private boolean all;

  @Option(
      names = "--as-of",
      paramLabel = "TIME",
      description = {
        "Show it as it stood then: 2026-01-05T14:30Z, with any offset, or a day, which means its"
            + " end in UTC. Of what was killed or withheld since, no word is shown."
      })
  private @Nullable String asOf;

  @Option(
      names = "--explain",
      paramLabel = "FACT",
      description =
          "Show the keys and scores that joined this fact's claims; its id, or the"
              + " beginning of it.")
  private @Nullable String explain;

  StoryCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    String time = asOf;
    String fact = explain;
    if (time != null && fact != null) {
      throw new CliException(
          ExitCode.USAGE,
          "a fact is explained as it stands now",
          "--explain, --as-of",
          "leave one out");
    }
    Instant when = time == null ? null : time(time);
    try (Cluster cluster = Cluster.existing(shared.settings())) {
      if (when != null) {
        StoryHistory history = StoryHistory.read(cluster, id);
        String story = history.story(id);
        List<StoryUpdate> updates = history.of(story);
        StoryState then = StoryFolder.asOf(updates, when);
        if (then == null) {
          throw new CliException(
              ExitCode.BAD_INPUT,
              "the story was not there yet",
              String.valueOf(time),
              "it begins at " + updates.get(0).cause().time());
        }
        List<StoryUpdate> until = updates.subList(0, then.revision());
        show(history.withdrawn().hide(then), hidden(history, until));
      } else {
        Map<String, StoryState> stories = StoriesCommand.read(cluster);
        String story =
            StoryHistory.one(
                id,
                stories.keySet().stream()
                    .filter(s -> s.startsWith(id))
                    .collect(java.util.stream.Collectors.toCollection(TreeSet::new)));
        StoryState state = java.util.Objects.requireNonNull(stories.get(story));
        StoryHistory history = StoryHistory.read(cluster, story);
        if (fact != null) {
          explain(history, state, fact);
        } else {
          show(state, hidden(history, history.of(story)));
        }
      }
      terminal.out().flush();
    }
    return ExitCode.OK.status();
  }

  private static List<StoryUpdate> hidden(StoryHistory history, List<StoryUpdate> updates) {
    var withdrawn = history.withdrawn();
    return updates.stream().map(withdrawn::hide).toList();
  }

  private void show(StoryState state, List<StoryUpdate> updates) {
    if (shared.json()) {
      terminal.out().println(ExportFiles.story(state));
    } else {
      new StoryPage(terminal, all).print(state, updates);
    }
  }

  private void explain(StoryHistory history, StoryState state, String fact) {
    List<Fact> found = state.facts().stream().filter(f -> f.factId().startsWith(fact)).toList();
    if (found.size() != 1) {
      throw new CliException(
          ExitCode.BAD_INPUT,
          found.isEmpty() ? "the story has no such fact" : found.size() + " facts begin so",
          fact,
          "`slugline story " + state.storyId() + " --json` lists their ids");
    }
    Explanation e = history.explain(state.storyId(), found.get(0).factId());
    if (e == null) {
      throw new CliException(
          ExitCode.FAILED,
          "the fact cannot be made again from the log",
          fact,
          "the log no longer holds all of the story's articles");
    }
    if (shared.json()) {
      terminal.out().println(ExportFiles.explanation(e));
      return;
    }
    TextWidth.wrap(Terminals.clean(found.get(0).gist()), terminal.width())
        .forEach(l -> terminal.out().println(terminal.style().strong(l)));
    Table table =
        Table.of("claim", "article", "standing", "score", "keys", "why")
            .right("score")
            .prose("article", "keys", "why");
    for (Explanation.Joined j : e.claims()) {
      table.row(
          j.claimId(), j.article(), j.standing(), j.score(), String.join(", ", j.keys()), j.why());
    }
    table.print(terminal);
  }

  /** A time with an offset, or the end of a day. */
  static Instant time(String text) {
    try {
      return text.length() <= 10
          ? LocalDate.parse(text)
              .plusDays(1)
              .atStartOfDay()
              .toInstant(ZoneOffset.UTC)
              .minusSeconds(1)
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new CliException(
          ExitCode.USAGE,
          "not a time",
          text,
          "write 2026-01-05T14:30Z (Z or an offset must be there), or 2026-01-05 for a whole day");
    }
  }
}
