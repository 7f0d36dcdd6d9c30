package news.slugline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayInputTest {
  @TempDir Path temp;

  @Test
  void aBrokenLineIsNamedByItsNumberAndItsNeighboursAreRead() throws Exception {
    String line =
        "{\"uri\":\"urn:%d\",\"version\":\"1\",\"headline\":\"Quay Road\",\"body_text\":\"It closes.\"}\n";
    Path file = temp.resolve("wire.jsonl");
    Files.writeString(file, line.formatted(1) + "{\"uri\":\"urn:2\", broken\n" + line.formatted(3));
    ReplayInput input = ReplayInput.read(List.of(file));
    assertThat(input.articles()).isEqualTo(2);
    ReplayInput.Item bad = input.items().get(2);
    assertThat(bad.path()).isEqualTo(file + ":2");
    assertThat(new String(bad.bytes(), StandardCharsets.UTF_8))
        .isEqualTo("{\"uri\":\"urn:2\", broken");
  }
}
