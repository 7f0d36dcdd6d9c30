package news.slugline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.ByteArrayOutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayInputTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

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

  @Test
  void whatCannotBeReadIsNamedAndTheOthersAreRead() throws Exception {
    Files.writeString(
        temp.resolve("b.json"),
        "{\"uri\":\"urn:b\",\"headline\":\"Quay Road\",\"body_text\":\"It closes.\"}");
    Path large = temp.resolve("a.json");
    try (RandomAccessFile empty = new RandomAccessFile(large.toFile(), "rw")) {
      empty.setLength(3L << 30);
    }
    Path nowhere = Files.createSymbolicLink(temp.resolve("c.json"), temp.resolve("gone"));
    Files.write(temp.resolve("d.json"), new byte[] {'{', (byte) 0xc3, (byte) 0x28, 0});
    ReplayInput input = ReplayInput.read(List.of(temp));
    assertThat(input.articles()).isEqualTo(1);
    assertThat(input.files()).as("those that were read").isEqualTo(2);
    assertThat(input.unread())
        .extracting(u -> u.path() + " " + Faults.reason(u.why()))
        .containsExactlyInAnyOrder(large + " larger than 2 GB", nowhere + " no such file");
  }

  @Test
  void aFolderThatMayNotBeLookedIntoDoesNotStopTheOthers() throws Exception {
    Files.writeString(temp.resolve("b.txt"), "The quay closes on Monday, the port said.");
    Path locked = Files.createDirectory(temp.resolve("locked"));
    Path secret = Files.writeString(temp.resolve("secret.txt"), "The bridge closes, too.");
    Files.setPosixFilePermissions(locked, Set.of());
    Files.setPosixFilePermissions(secret, Set.of());
    assumeFalse(Files.isReadable(secret), "the superuser may read everything");
    ReplayInput input = ReplayInput.read(List.of(temp));
    assertThat(input.articles()).isEqualTo(1);
    assertThat(input.unread())
        .extracting(u -> u.path() + " " + Faults.reason(u.why()))
        .containsExactlyInAnyOrder(locked + " permission denied", secret + " permission denied");
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void aReplayTellsWhatItLeftOutAndEndsWithBadInput() throws Exception {
    Files.writeString(
        temp.resolve("quay.txt"), "Two people were hurt at the quay on Monday, police said.");
    Files.createSymbolicLink(temp.resolve("gone.txt"), temp.resolve("nothing"));
    assertThat(slugline("replay", temp.toString())).isEqualTo(ExitCode.BAD_INPUT.status());
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("Two people were hurt");
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("replaying 1 article from 1 file; 1 could not be read")
        .endsWith("slugline: no such file: " + temp.resolve("gone.txt") + ": it was left out\n");
  }

  @Test
  void parseGivesALineForWhatCannotBeRead() throws Exception {
    Files.writeString(temp.resolve("quay.txt"), "The quay closes.");
    Files.createSymbolicLink(temp.resolve("gone.txt"), temp.resolve("nothing"));
    assertThat(slugline("parse", temp.toString())).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .hasSize(2)
        .anyMatch(l -> l.contains("gone.txt") && l.contains("\"unread: no such file\""));
  }

  /** As of {@code slugline replay "$FORGOTTEN"}. */
  @Test
  void anEmptyPathIsNotTheCurrentFolder() {
    for (String command : List.of("replay", "parse", "extract")) {
      err.reset();
      assertThat(slugline(command, "")).as(command).isEqualTo(ExitCode.USAGE.status());
      assertThat(err.toString(StandardCharsets.UTF_8)).hasLineCount(1).contains("path is empty");
    }
  }

  private int slugline(String... args) {
    return InProcess.run(out, err, args);
  }
}
