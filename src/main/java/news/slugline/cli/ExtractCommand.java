package news.slugline.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.concurrent.Callable;
import news.slugline.claim.Claim;
import news.slugline.claim.ClaimExtractor;
import news.slugline.claim.Markup;
import news.slugline.schema.ExportFiles;
import news.slugline.wire.WireArticle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows an article with its claims. */
@Command(
    name = "extract",
    description = {
      "Show the claims of an article: marked in its text, then one by one.",
      "",
      "Reads any wire format, and plain text. Nothing is published. \"Today\" and \"Friday\" count"
          + " from the article's own date; text without one needs --date."
    })
final class ExtractCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", description = "One file; it may hold several articles.")
  private Path file = Path.of("");

  @Option(
      names = "--date",
      paramLabel = "WHEN",
      description = "When it was written, if it does not say: 2025-08-15 or 2025-08-15T19:30Z.")
  private @Nullable String date;

  @ArgGroup private Form form = new Form();

  /** At most one of them. */
  static final class Form {
    @Option(names = "--json", description = "A JSON line a claim, as in claims.jsonl.")
    private boolean json;

    @Option(names = "--html", description = "A page with the claims marked.")
    private boolean html;
  }

  ExtractCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    if (Files.isDirectory(file)) {
      throw new CliException(
          ExitCode.USAGE, "a folder, not a file", file.toString(), "name a file");
    }
    Instant given = date == null ? null : time(date);
    ReplayInput input = ReplayInput.read(List.of(file));
    if (!input.unread().isEmpty()) {
      throw input.unread().get(0).why();
    }
    List<ReplayInput.Item> items = input.items();
    boolean any = false;
    if (form.html) {
      terminal.out().print(HtmlClaims.head(file.toString()));
    }
    for (ReplayInput.Item item : items) {
      WireArticle article = item.article();
      if (article != null) {
        show(article, timeOf(article, given));
        any = true;
      }
    }
    if (form.html) {
      terminal.out().print(HtmlClaims.TAIL);
    }
    if (!any) {
      throw new CliException(
          ExitCode.BAD_INPUT,
          "no article in it",
          file.toString(),
          "`slugline parse " + file + "` says what it holds");
    }
    terminal.out().flush();
    return ExitCode.OK.status();
  }

  private Instant timeOf(WireArticle a, @Nullable Instant given) {
    Instant own = a.versionCreated() != null ? a.versionCreated() : a.firstCreated();
    if (own != null) {
      return own;
    }
    if (given == null) {
      throw new CliException(
          ExitCode.BAD_INPUT,
          "the article has no date",
          file.toString(),
          "give it, as in --date 2025-08-15");
    }
    return given;
  }

  private static Instant time(String text) {
    try {
      return text.length() <= 10
          ? LocalDate.parse(text).atTime(12, 0).toInstant(ZoneOffset.UTC)
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw new CliException(
          ExitCode.USAGE, "no date", "--date " + text, "write 2025-08-15 or 2025-08-15T19:30Z", e);
    }
  }

  private void show(WireArticle a, Instant time) {
    List<Claim> claims = ClaimExtractor.standard().extract(a, time).claims();
    PrintStream out = terminal.out();
    if (form.json) {
      claims.forEach(c -> out.print(ExportFiles.claim(a.uri(), a.version(), c) + "\n"));
    } else if (form.html) {
      out.print(HtmlClaims.article(a, claims));
    } else {
      boolean colored = terminal.style() == Style.COLORED;
      out.println(terminal.style().strong(Terminals.clean(a.headline())));
      out.println();
      out.println(colored ? Markup.ansi(a.body(), claims) : Markup.plain(a.body()));
      out.println();
      table(claims).lines(terminal.width(), terminal.style()).forEach(out::println);
    }
  }

  private static Table table(List<Claim> claims) {
    Table table = Table.of("kind", "value", "of", "says", "text").prose("text");
    for (Claim c : claims) {
      String of = (c.about().trigger() + " " + c.about().slot()).strip();
      String value = c.value() == null ? "" : c.value();
      String says = c.speaker() == null ? "" : c.speaker().name();
      table.row(ExportFiles.word(c.kind()), value, of, says, c.text());
    }
    return table;
  }
}
