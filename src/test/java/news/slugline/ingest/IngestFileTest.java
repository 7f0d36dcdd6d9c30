package news.slugline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IngestFileTest {
  @TempDir Path home;

  private IngestFile read(String text) throws Exception {
    Path file = home.resolve("ingest.yaml");
    Files.writeString(file, text);
    return IngestFile.read(file, Map.of());
  }

  @Test
  void sourcesAndSettingsAreRead() throws Exception {
    IngestFile file =
        read(
            """
            user-agent: Desk/1.0
            settings:
              bootstrap-servers: kafka:9092
            sources:
              - name: drop
                type: folder
                path: wires/in
                after: delete
                settle: 5s
              - name: paper
                type: feed
                url: https://harbour.example/rss
                every: 10m
            """);
    assertThat(file.settings()).containsEntry("bootstrap-servers", "kafka:9092");
    SourceSpec.Folder folder = (SourceSpec.Folder) file.sources().get(0);
    assertThat(folder.path()).isEqualTo(home.resolve("wires/in"));
    assertThat(folder.archive()).isEqualTo(home.resolve("wires/in-archive"));
    assertThat(folder.after()).isEqualTo(SourceSpec.After.DELETE);
    assertThat(folder.settle()).isEqualTo(Duration.ofSeconds(5));
    SourceSpec.Feed feed = (SourceSpec.Feed) file.sources().get(1);
    assertThat(feed.userAgent()).isEqualTo("Desk/1.0");
    assertThat(feed.every()).isEqualTo(Duration.ofMinutes(10));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "type: folder, pth: x | unknown key pth | did you mean path?",
        "type: folder | path is missing | the folder to watch",
        "type: fedd, url: https://x.example/ | type cannot be 'fedd' | folder, feed, push",
        "type: feed, url: ftp://x.example/ | url cannot be | http",
        "type: feed, url: 'https://me:pw@x.example/' | holds a password | token-file",
        "type: feed, url: https://x.example/, every: fast | every cannot be 'fast' | such as 5s",
        "type: feed, url: https://x.example/, token-env: NONE | NONE is not set | set it",
        "type: push, port: 70000 | port cannot be '70000' | from 0 to 65535",
        "type: push, limit: 1GB | limit cannot be '1GB' | up to 20MB",
        "type: folder, path: x, after: burn | after cannot be 'burn' | archive, delete, keep",
      })
  void whatIsWrongIsSaidWithPlaceAndRemedy(String fields, String what, String remedy) {
    assertThatThrownBy(() -> read("sources:\n  - {name: a, " + fields + "}\n"))
        .isInstanceOfSatisfying(
            BadConfig.class,
            e -> {
              assertThat(e).hasMessageContaining(what);
              assertThat(e.where()).contains("ingest.yaml: source 1");
              assertThat(e.remedy()).contains(remedy);
            });
  }

  @Test
  void twoSourcesMayNotHaveOneName() {
    assertThatThrownBy(
            () ->
                read(
                    "sources:\n  - {name: a, type: stdin}\n  - {name: a, type: folder, path: x}\n"))
        .hasMessageContaining("two sources have the name a");
  }

  @Test
  void brokenYamlIsSaidWithItsLine() {
    assertThatThrownBy(() -> read("sources:\n  - name: [\n"))
        .isInstanceOfSatisfying(
            BadConfig.class, e -> assertThat(e.where()).matches(".*ingest.yaml:\\d+"));
  }

  @Test
  void tokensAreNeverPrinted() throws Exception {
    Files.writeString(home.resolve("token"), "open sesame\n");
    IngestFile file =
        read(
            "sources:\n  - {name: a, type: push, token-file: token}\n"
                + "  - {name: b, type: feed, url: https://x.example/, token-file: token}\n");
    assertThat(((SourceSpec.Push) file.sources().get(0)).token()).isEqualTo("open sesame");
    assertThat(file.toString()).doesNotContain("sesame");
  }
}
