package news.slugline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import news.slugline.schema.ExportFiles;
import news.slugline.story.Relations;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says of pairs of texts whether they agree. */
@Command(
    name = "relate",
    description = {
      "Say of pairs of texts whether they agree, conflict or are unrelated, by the ledger's own joiner.",
      "",
      "Input, a JSON line a pair: {\"id\", \"a\": {\"text\", \"date\"}, \"b\": {\"text\","
          + " \"date\"}}; a date is an ISO day or null. Output: {\"id\", \"relation\", \"score\"}."
    })
final class RelateCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final ObjectMapper json = new ObjectMapper();

  @Parameters(paramLabel = "PAIRS", description = "A file of JSON lines.")
  private Path pairs = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write there and not to the terminal.")
  private @Nullable Path out;

  RelateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Path file = out;
    if (file == null) {
      relate(terminal.out());
      terminal.out().flush();
    } else {
      OutFile.write(file, this::relate);
    }
    return ExitCode.OK.status();
  }

  private void relate(PrintStream to) throws IOException {
    Relations relations = Relations.standard();
    int number = 0;
    try (BufferedReader in = Files.newBufferedReader(pairs, StandardCharsets.UTF_8)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        number++;
        if (line.isBlank()) {
          continue;
        }
        JsonNode pair = pair(line, number);
        Relations.Relation r =
            relations.relate(
                pair.at("/a/text").asText(),
                text(pair.at("/a/date")),
                pair.at("/b/text").asText(),
                text(pair.at("/b/date")));
        ObjectNode o = json.createObjectNode();
        o.set("id", pair.path("id"));
        o.put("relation", ExportFiles.word(r.kind()));
        o.put("score", r.score());
        to.print(json.writeValueAsString(o) + "\n");
      }
    }
  }

  private JsonNode pair(String line, int number) {
    JsonNode node;
    try {
      node = json.readTree(line);
    } catch (IOException e) {
      throw bad("bad JSON", number);
    }
    if (!node.hasNonNull("id")
        || !node.at("/a/text").isTextual()
        || !node.at("/b/text").isTextual()) {
      throw bad("no pair", number);
    }
    for (String side : List.of("/a", "/b")) {
      if (node.at(side + "/text").asText().isBlank()) {
        throw bad("no text", number);
      }
      if (!isDay(node.at(side + "/date"))) {
        throw bad("no ISO day such as 2025-08-15: " + node.at(side + "/date"), number);
      }
    }
    return node;
  }

  /** Whether a date may be given so: left out, null, or a day, with or without a time. */
  private static boolean isDay(JsonNode date) {
    if (date.isMissingNode() || date.isNull()) {
      return true;
    }
    try {
      return date.isTextual() && LocalDate.parse(date.asText().split("T", 2)[0]) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private CliException bad(String what, int number) {
    return new CliException(
        ExitCode.BAD_INPUT,
        what,
        pairs + " line " + number,
        "write {\"id\", \"a\": {\"text\", \"date\"}, \"b\": {\"text\", \"date\"}}",
        null);
  }

  private static @Nullable String text(JsonNode n) {
    return n.isTextual() ? n.asText() : null;
  }
}
