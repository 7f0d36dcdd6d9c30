package news.slugline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class OutFileTest {
  @TempDir Path temp;

  @Test
  void whatIsPrintedStandsInTheFile() throws Exception {
    OutFile.write(temp.resolve("a"), to -> to.print("é\n"));
    assertThat(temp.resolve("a")).hasContent("é\n");
  }

  @Test
  void aPlaceThatCannotBeWrittenIsTheEnvironmentsFaultAndNamed() throws Exception {
    Path file = Files.writeString(temp.resolve("file"), "");
    CliException below =
        catchThrowableOfType(CliException.class, () -> OutFile.folder(file.resolve("below")));
    assertThat(below.code()).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(below.line()).contains("cannot write", file.toString(), "--out");
    CliException none =
        catchThrowableOfType(
            CliException.class, () -> OutFile.write(temp.resolve("none/a"), to -> {}));
    assertThat(none.code()).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(none.line()).contains("no such folder", "none/a");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDiskIsNoticedAndNamed() {
    CliException full =
        catchThrowableOfType(
            CliException.class, () -> OutFile.write(Path.of("/dev/full"), to -> to.print("x")));
    assertThat(full.code()).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(full.line()).contains("disk full: /dev/full");
  }
}
