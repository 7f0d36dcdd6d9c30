package news.slugline.cli;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import news.slugline.schema.ExportFiles;
import news.slugline.story.Evidence;
import news.slugline.story.Fact;
import news.slugline.story.FactStatus;
import news.slugline.story.Position;
import news.slugline.story.StoryState;

/**
 * One story as an editor reads it: what differs, what changed, what is agreed, who is independent.
 */
final class StoryPage {
  private static final int MOST_SINGLE = 15;
  private static final int MOST_EVIDENCE = 3;

  private final Terminal terminal;
  private final boolean all;

  /**
   * @param all whether facts that only one article states are shown to the last
   */
  StoryPage(Terminal terminal, boolean all) {
    this.terminal = terminal;
    this.all = all;
  }

  void print(StoryState s) {
    Style style = terminal.style();
    line(style.strong(s.headline().isEmpty() ? s.storyId() : s.headline()));
    line(
        s.storyId()
            + "  revision "
            + s.revision()
            + "  "
            + ExportFiles.word(s.state())
            + "  last "
            + s.eventTime());
    line(
        s.counts().articles()
            + " articles by "
            + s.counts().providers()
            + " providers; "
            + s.counts().origins()
            + " independent origins"
            + (s.counts().unknownOrigin() == 0
                ? ""
                : ", " + s.counts().unknownOrigin() + " of them only assumed"));
    if (!s.people().isEmpty()) {
      line("people: " + String.join(", ", s.people()));
    }
    if (!s.places().isEmpty()) {
      line("places: " + String.join(", ", s.places()));
    }
    section("Disputed", s, f -> f.status() == FactStatus.DISPUTED, true);
    section(
        "Retracted and corrected",
        s,
        f -> f.status() == FactStatus.RETRACTED || f.status() == FactStatus.CORRECTED,
        true);
    section("Changed", s, f -> f.status() == FactStatus.SUPERSEDED, true);
    section("Corroborated", s, f -> f.status() == FactStatus.CORROBORATED, false);
    section("Said by one origin", s, f -> f.status() == FactStatus.SINGLE_SOURCE, false);
    sources(s);
  }

  private void section(
      String title, StoryState s, java.util.function.Predicate<Fact> which, boolean sentences) {
    List<Fact> facts = s.facts().stream().filter(which).toList();
    if (facts.isEmpty()) {
      return;
    }
    line("");
    line(terminal.style().strong(title + " (" + facts.size() + ")"));
    boolean single = facts.get(0).status() == FactStatus.SINGLE_SOURCE;
    int most = single && !all ? MOST_SINGLE : Integer.MAX_VALUE;
    Table table =
        Table.of("what", "value", "origins", "who").right("origins").prose("what", "value", "who");
    facts.stream().limit(most).forEach(f -> rows(table, f, sentences));
    table.print(terminal);
    if (facts.size() > most) {
      line("and " + (facts.size() - most) + " more; --all shows them");
    }
  }

  private static void rows(Table table, Fact f, boolean sentences) {
    String what = f.gist();
    for (Position p : f.positions()) {
      table.row(what, Table.Cell.of(value(f, p), tone(f, p)), p.origins(), who(p));
      what = "";
      if (sentences) {
        p.evidence().stream()
            .limit(MOST_EVIDENCE)
            .forEach(e -> table.row(Table.Cell.of("  " + quoted(e), Style.Tone.FAINT), "", "", ""));
      }
    }
  }

  private static String value(Fact f, Position p) {
    StringBuilder b = new StringBuilder(p.value());
    if (!p.current()) {
      b.append(" (").append(ExportFiles.word(p.status()).replace('_', ' ')).append(')');
    } else if (f.outcome() != null) {
      b.append(" (").append(ExportFiles.word(f.outcome()).replace('_', ' ')).append(')');
    }
    return b.toString();
  }

  private static Style.Tone tone(Fact f, Position p) {
    if (!p.current()) {
      return Style.Tone.FAINT;
    }
    return switch (f.status()) {
      case DISPUTED, RETRACTED -> Style.Tone.BAD;
      case CORROBORATED -> Style.Tone.GOOD;
      case CORRECTED, SUPERSEDED -> Style.Tone.DOUBTFUL;
      case SINGLE_SOURCE -> Style.Tone.NAME;
    };
  }

  private static String quoted(Evidence e) {
    return e.text().isEmpty()
        ? "[" + e.source() + ": withdrawn]"
        : "“" + e.text() + "” — " + e.source();
  }

  private static String who(Position p) {
    StringBuilder b = new StringBuilder(String.join(", ", p.originNames()));
    if (!p.attributedTo().isEmpty()) {
      b.append("; all from ").append(String.join(", ", p.attributedTo()));
    }
    if (!p.deniedBy().isEmpty()) {
      b.append("; denied by ").append(String.join(", ", p.deniedBy()));
    }
    return b.toString();
  }

  private void sources(StoryState s) {
    line("");
    line(terminal.style().strong("Articles"));
    Table table = Table.of("article", "provider", "origin", "time", "headline").prose("headline");
    for (StoryState.ArticleRef a : s.articles()) {
      String copy = a.copyOf() == null ? "" : " (copy of " + a.copyOf() + ")";
      table.row(
          a.uri() + " v" + a.version(),
          a.source(),
          (a.origin() == null ? "assumed: " + a.source() : a.origin()) + copy,
          a.eventTime(),
          a.headline());
    }
    table.print(terminal);
    Set<String> shared = new LinkedHashSet<>(s.origins());
    if (shared.size() > 1) {
      line("independent origins: " + shared.stream().collect(Collectors.joining(", ")));
    }
  }

  private void line(String text) {
    terminal.out().println(text);
  }
}
