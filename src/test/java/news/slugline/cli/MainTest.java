package news.slugline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

class MainTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final List<String> opened = new ArrayList<>();
  private @Nullable Exception failure;

  @Command(name = "tell", description = "Tells.")
  private final class Tell implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "WORD")
    private String word = "";

    @Option(names = "--times")
    private int times = 1;

    Tell(Terminal terminal) {
      this.terminal = terminal;
      opened.add("tell");
    }

    @Override
    public Integer call() throws Exception {
      if (failure != null) {
        throw failure;
      }
      terminal.out().println(terminal.style().strong(word.repeat(times)));
      return ExitCode.OK.status();
    }
  }

  @Test
  void aCommandRunsAndItsResultIsOnOut() {
    assertThat(run("tell", "héllo")).isZero();
    assertThat(text(out)).isEqualTo("héllo\n");
    assertThat(text(err)).isEmpty();
  }

  @Test
  void helpListsTheCommandsWithoutOpeningThem() {
    assertThat(run("--help")).isZero();
    assertThat(text(out)).contains("tell", "Tells a word.", "--color", "Exit status:", "  130  ");
    assertThat(opened).isEmpty();
    assertThat(run("tell", "--help")).isZero();
    assertThat(text(out)).contains("Tells.", "WORD", "--quiet");
  }

  @Test
  void theVersionIsOneLine() {
    assertThat(run("--version")).isZero();
    assertThat(text(out).strip()).startsWith("slugline ").doesNotContain("\n");
  }

  @Test
  void anUnknownOptionIsOneLineWithWhatWasProbablyMeant() {
    assertThat(run("tell", "x", "--colour", "never")).isEqualTo(2);
    assertThat(text(err)).isEqualTo("slugline: unknown option: --colour: did you mean --color?\n");
  }

  @Test
  void anUnknownCommandIsOneLineWithWhatWasProbablyMeant() {
    assertThat(run("tel")).isEqualTo(2);
    assertThat(text(err)).isEqualTo("slugline: unknown command: tel: did you mean tell?\n");
    err.reset();
    assertThat(run("nonsense")).isEqualTo(2);
    assertThat(text(err)).isEqualTo("slugline: unknown command: nonsense: see `slugline --help`\n");
  }

  @Test
  void aMissingOrExtraArgumentIsOneLine() {
    assertThat(run("tell")).isEqualTo(2);
    assertThat(text(err)).hasLineCount(1).contains("WORD").contains("see `slugline tell --help`");
    err.reset();
    assertThat(run("tell", "a", "b")).isEqualTo(2);
    assertThat(text(err)).startsWith("slugline: unexpected argument: b:");
    err.reset();
    assertThat(run("tell", "a", "--times", "x")).isEqualTo(2);
    assertThat(text(err)).startsWith("slugline: invalid value").contains("not a whole number: see");
    err.reset();
    assertThat(run()).isEqualTo(2);
    assertThat(text(err)).hasLineCount(1).contains("which command?");
  }

  @Test
  void aBadColorIsOneLine() {
    assertThat(run("--color", "pink", "tell", "x")).isEqualTo(2);
    assertThat(text(err)).hasLineCount(1).contains("pink");
  }

  @Test
  void everyFailureHasOneLineAndItsExitCode() {
    expect(new NoSuchFileException("none.txt"), 3, "no such file: none.txt");
    expect(new IOException("No space left on device"), 5, "disk full");
    expect(new TimeoutException("no node"), 4, "the broker does not answer");
    expect(new ExecutionException(new TimeoutException("no node")), 4, "does not answer");
    expect(new RestClientException("no\ndefault", 409, 409), 6, "incompatible schema (no default");
    expect(new RestClientException("down", 500, 50001), 4, "registry failed");
    expect(badJson(), 3, "line 2");
    expect(new IllegalStateException("odd"), 1, "IllegalStateException: odd");
    expect(new CliException(ExitCode.BAD_INPUT, "a", "b\u001b[31m\n", "c"), 3, ": a: b [31m: c\n");
  }

  @Test
  void stackTracesAreShownOnlyWhenAskedFor() {
    failure = new IllegalStateException("odd");
    assertThat(run("tell", "x", "--debug")).isEqualTo(1);
    assertThat(text(err)).contains("at news.slugline");
  }

  private void expect(Exception thrown, int status, String part) {
    failure = thrown;
    err.reset();
    assertThat(run("tell", "x")).isEqualTo(status);
    assertThat(text(err)).startsWith("slugline: ").hasLineCount(1).contains(part);
  }

  private static Exception badJson() {
    try {
      new ObjectMapper().readTree("{\n!");
      throw new AssertionError("parsed");
    } catch (IOException e) {
      return e;
    }
  }

  private int run(String... args) {
    PrintStream o = new PrintStream(out, true, StandardCharsets.UTF_8);
    PrintStream e = new PrintStream(err, true, StandardCharsets.UTF_8);
    Terminal terminal = Terminal.of(List.of(args), Map.of(), o, e, false, false);
    return new Main(terminal, List.of(new Commands.Entry("tell", "Tells a word.", Tell::new)))
        .run(args);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
