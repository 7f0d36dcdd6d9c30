package news.slugline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsCommandTest {
  @TempDir Path temp;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void optionsBeatTheFileAndSecretsAreMasked() throws Exception {
    Path file = temp.resolve("s.properties");
    Files.writeString(file, "threads=3\npartitions=3\nssl.key.password=hidden\n");
    int status =
        run(
            "settings",
            "--config",
            file.toString(),
            "--set",
            "threads=5",
            "--data-dir=d",
            "--json");
    assertThat(status).isZero();
    assertThat(text(out))
        .contains("{\"key\":\"threads\",\"value\":\"5\",\"source\":\"--set threads\"}\n")
        .contains("{\"key\":\"partitions\",\"value\":\"3\",\"source\":\"" + file + ":2\"}\n")
        .contains("{\"key\":\"data-dir\",\"value\":\"d\",\"source\":\"--data-dir\"}\n")
        .contains("\"kafka.ssl.key.password\",\"value\":\"********\"")
        .doesNotContain("hidden");
  }

  @Test
  void theTableSaysWhatEachSettingIs() {
    assertThat(run("settings")).isZero();
    assertThat(text(out))
        .contains("tick-interval", "15s", "default", "how often a changed story tells");
  }

  @Test
  void aSettingThatDoesNotFitIsOneLine() {
    assertThat(run("settings", "--set", "threads=many")).isEqualTo(2);
    assertThat(run("settings", "--set", "thread=2")).isEqualTo(2);
    assertThat(run("settings", "--config", temp.resolve("none").toString())).isEqualTo(2);
    assertThat(text(err).lines())
        .containsExactly(
            "slugline: threads cannot be 'many': --set threads: give a whole number from 1 to 64",
            "slugline: unknown setting thread: --set thread: did you mean threads?",
            "slugline: no such file: " + temp.resolve("none") + ": name a properties file");
  }

  private int run(String... args) {
    return InProcess.run(out, err, args);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
