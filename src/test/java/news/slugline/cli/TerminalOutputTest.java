package news.slugline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import news.slugline.cli.Style.Tone;
import org.junit.jupiter.api.Test;

class TerminalOutputTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void colourIsForTerminalsOnly() {
    assertThat(style(true, Map.of())).isEqualTo(Style.COLORED);
    assertThat(style(false, Map.of())).isEqualTo(Style.PLAIN);
    assertThat(style(true, Map.of("NO_COLOR", "1"))).isEqualTo(Style.PLAIN);
    assertThat(style(true, Map.of("TERM", "dumb"))).isEqualTo(Style.PLAIN);
    assertThat(style(true, Map.of(), "--color=never")).isEqualTo(Style.PLAIN);
    assertThat(style(false, Map.of("NO_COLOR", "1"), "--color", "always")).isEqualTo(Style.COLORED);
    assertThat(style(false, Map.of(), "--", "--color=always")).isEqualTo(Style.PLAIN);
  }

  @Test
  void aTableFitsTheTerminal() {
    Table table =
        Table.of("status", "claim", "origins")
            .right("origins")
            .prose("claim")
            .row("disputed", "the talks begin at half past eleven in the morning", 3)
            .row("single", "短い文", 12);
    assertThat(table.lines(45, Style.PLAIN))
        .containsExactly(
            "status    claim                       origins",
            "disputed  the talks begin at half           3",
            "          past eleven in the morning",
            "single    短い文                           12");
    assertThat(table.lines(200, Style.PLAIN)).hasSize(3);
  }

  @Test
  void aTableThatCannotFitIsABlockARow() {
    Table table =
        Table.of("story", "state", "facts", "headline")
            .right("facts")
            .prose("headline")
            .row("2026-03-01-abcdefgh", "developing", 159, "The council closes Quay Road")
            .row("2026-03-02-abcdefgh", "closed", 7, "");
    assertThat(table.lines(40, Style.PLAIN))
        .containsExactly(
            "2026-03-01-abcdefgh  state developing",
            "facts 159",
            "    headline: The council closes Quay",
            "    Road",
            "2026-03-02-abcdefgh  state closed",
            "facts 7");
    assertThat(table.lines(60, Style.PLAIN)).allMatch(l -> l.length() <= 60);
  }

  @Test
  void aTableCarriesNoControlCharactersOfItsCells() {
    Table table = Table.of("a").row(Table.Cell.of("x\u001b[2Jy\nz", Tone.BAD));
    assertThat(table.lines(40, Style.PLAIN)).containsExactly("a", "x [2Jy z");
    assertThat(table.lines(40, Style.COLORED).get(1)).isEqualTo("\u001b[31mx [2Jy z\u001b[0m");
    assertThatThrownBy(() -> table.row("a", "b")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aWordLongerThanItsColumnIsCut() {
    assertThat(TextWidth.wrap("a bcdefgh i", 3)).containsExactly("a", "bcd", "efg", "h i");
    assertThat(TextWidth.wrap("", 3)).containsExactly("");
    assertThat(TextWidth.of("e\u0301\ud83d\ude00")).isEqualTo(3);
  }

  @Test
  void progressIsALineThatChangesOnATerminal() {
    AtomicLong nanos = new AtomicLong();
    try (Progress progress = Progress.of(terminal(true), "articles", 100, nanos::get)) {
      progress.at(1);
      assertThat(text()).isEmpty();
      nanos.set(2_000_000_000L);
      progress.at(20);
      assertThat(text()).isEqualTo("\r\u001b[Karticles 20 of 100, 20 %, 10.0/s, 8 s left");
    }
    assertThat(text()).endsWith("\r\u001b[K");
  }

  @Test
  void progressIsALineEveryTenSecondsElsewhere() {
    AtomicLong nanos = new AtomicLong();
    try (Progress progress = Progress.of(terminal(false), "articles", 0, nanos::get)) {
      for (int second = 1; second <= 25; second++) {
        nanos.set(second * 1_000_000_000L);
        progress.at(second);
      }
    }
    assertThat(text()).isEqualTo("articles 10, 1.0/s\narticles 20, 1.0/s\n");
  }

  @Test
  void quietMeansNoProgressAndNoRemarks() {
    AtomicLong nanos = new AtomicLong();
    Terminal quiet = terminal(true, "--quiet");
    try (Progress progress = Progress.of(quiet, "articles", 0, nanos::get)) {
      nanos.set(60_000_000_000L);
      progress.at(5);
    }
    quiet.remark("building");
    assertThat(text()).isEmpty();
  }

  private Style style(boolean terminal, Map<String, String> environment, String... args) {
    PrintStream none = new PrintStream(err, true, StandardCharsets.UTF_8);
    return Terminal.of(List.of(args), environment, none, none, terminal, terminal).style();
  }

  private Terminal terminal(boolean isTerminal, String... args) {
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    return Terminal.of(List.of(args), Map.of(), stream, stream, isTerminal, isTerminal);
  }

  private String text() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
