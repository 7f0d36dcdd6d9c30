package news.slugline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractCommandTest {
  private static final String BODY =
      "Two people were killed in Oslo on Tuesday, police said.\n\n\"We <b>had</b> no warning at"
          + " all,\" Karl Lindqvist said.\u001b[2J\n";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  @TempDir private Path folder;
  private String file = "";

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(folder.resolve("a.txt"), BODY).toString();
  }

  private int run(String... args) {
    return InProcess.run(out, err, args);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void theTextIsFollowedByItsClaims() {
    assertThat(run("extract", "--date", "2025-08-13", file)).isZero();
    assertThat(out()).contains("2 killed", "2025-08-12", "Karl Lindqvist").doesNotContain("\u001b");
  }

  @Test
  void coloursMarkTheClaimsOnATerminal() {
    assertThat(run("extract", "--color=always", "--date", "2025-08-13", file)).isZero();
    assertThat(out()).contains("\u001b[33m").doesNotContain("\u001b[2J");
  }

  @Test
  void jsonGivesALineAClaim() throws IOException {
    assertThat(run("extract", "--json", "--date", "2025-08-13T10:00Z", file)).isZero();
    for (String line : out().split("\n")) {
      JsonNode claim = new ObjectMapper().readTree(line);
      assertThat(claim.get("text").asText()).isNotEmpty();
      assertThat(claim.get("start").asInt()).isLessThan(claim.get("end").asInt());
    }
  }

  @Test
  void htmlEscapesTheCopy() {
    assertThat(run("extract", "--html", "--date", "2025-08-13", file)).isZero();
    assertThat(out())
        .startsWith("<!DOCTYPE html>")
        .contains("<mark class=", "&lt;b&gt;")
        .doesNotContain("<b>")
        .endsWith("</html>\n");
  }

  @Test
  void whatIsWrongIsSaidInOneLine() {
    assertThat(run("extract", file)).isEqualTo(ExitCode.BAD_INPUT.status());
    assertThat(run("extract", "--date", "soon", file)).isEqualTo(ExitCode.USAGE.status());
    assertThat(run("extract", "--json", "--html", file)).isEqualTo(ExitCode.USAGE.status());
    assertThat(run("extract", file + ".none")).isEqualTo(ExitCode.BAD_INPUT.status());
    assertThat(run("extract", folder.toString())).isEqualTo(ExitCode.USAGE.status());
    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .hasSize(5)
        .allSatisfy(l -> assertThat(l).startsWith("slugline: "));
  }

  @Test
  void parseOfNothingThatCanBeReadEndsWithBadInput() throws IOException {
    String bad = Files.writeString(folder.resolve("bad.json"), "{").toString();
    assertThat(run("parse", bad)).isEqualTo(3);
    assertThat(run("parse", bad, file)).isZero();
  }

  @Test
  void relateRefusesWhatItCannotCompare() throws IOException {
    String day =
        "{\"id\":1,\"a\":{\"text\":\"A.\",\"date\":\"15/08/2025\"},\"b\":{\"text\":\"B.\"}}\n";
    String empty = "{\"id\":1,\"a\":{\"text\":\"A.\"},\"b\":{\"text\":\" \"}}\n";
    String good =
        "{\"id\":1,\"a\":{\"text\":\"A.\",\"date\":\"2025-08-15\"},\"b\":{\"text\":\"B.\"}}\n";
    for (String pair : new String[] {day, empty}) {
      String pairs = Files.writeString(folder.resolve("pairs.jsonl"), good + pair).toString();
      assertThat(run("relate", pairs)).isEqualTo(3);
      assertThat(err.toString(StandardCharsets.UTF_8)).contains("line 2");
    }
  }

  @Test
  void rejectedRefusesAReasonThatThereIsNot() {
    assertThat(run("rejected", "--reason", "foo")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("bad_json", "not_a_replay");
  }
}
