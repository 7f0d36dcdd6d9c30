package news.slugline.cli;

import java.util.Comparator;
import java.util.List;
import news.slugline.schema.ExportFiles;
import news.slugline.story.FactStatus;
import news.slugline.story.StoryState;

/** Stories as a table, the latest first. */
final class StoryList {
  private static final int MOST = 50;

  private StoryList() {}

  /**
   * @param areAll whether there are no others
   */
  static void print(Terminal terminal, List<StoryState> stories, boolean areAll) {
    if (stories.isEmpty()) {
      terminal.remark(areAll ? "no stories yet" : "no such stories");
      return;
    }
    Table table =
        Table.of("story", "state", "articles", "origins", "facts", "disputed", "last", "headline")
            .right("articles", "origins", "facts", "disputed")
            .prose("headline");
    stories.stream()
        .sorted(
            Comparator.comparing(StoryState::eventTime)
                .reversed()
                .thenComparing(StoryState::storyId))
        .limit(MOST)
        .forEach(
            s ->
                table.row(
                    Table.Cell.of(s.storyId(), Style.Tone.NAME),
                    ExportFiles.word(s.state()),
                    s.counts().articles(),
                    s.counts().origins(),
                    s.facts().size(),
                    disputed(s),
                    StoryPage.minute(s.eventTime()),
                    StoryPage.title(s)));
    table.print(terminal);
    if (stories.size() > MOST) {
      terminal.out().println("and " + (stories.size() - MOST) + " more; --json lists them all");
    }
  }

  private static Table.Cell disputed(StoryState s) {
    long n = s.facts().stream().filter(f -> f.status() == FactStatus.DISPUTED).count();
    return n == 0 ? Table.Cell.of("") : Table.Cell.of(Long.toString(n), Style.Tone.BAD);
  }
}
