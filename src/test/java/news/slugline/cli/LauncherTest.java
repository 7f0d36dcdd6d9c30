package news.slugline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher with a Java that only tells how it was called, in a folder with a space. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  @TempDir Path temp;
  private final Map<String, String> environment = new TreeMap<>();

  record Ran(int status, String out, String err) {}

  @BeforeEach
  void aProjectThatIsBuilt() throws Exception {
    Path project = Files.createDirectories(temp.resolve("a project"));
    script(project.resolve("slugline"), Files.readString(Path.of("slugline")));
    Files.createDirectories(project.resolve("src/main"));
    Files.writeString(project.resolve("pom.xml"), "");
    Files.createDirectories(project.resolve("target"));
    Files.writeString(project.resolve("target/slugline.jar"), "");
    java("17.0.9");
    environment.put("JAVA_HOME", temp.resolve("jdk").toString());
  }

  @Test
  void argumentsAndExitStatusGoThrough() throws Exception {
    Ran ran = run("a project/slugline", "replay", "a b", "*");
    assertThat(ran.status()).isEqualTo(7);
    assertThat(ran.out()).contains("-jar\n").endsWith("slugline.jar\nreplay\na b\n*\n");
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void itWorksThroughLinks() throws Exception {
    Files.createDirectories(temp.resolve("bin"));
    Files.createSymbolicLink(temp.resolve("bin/one"), Path.of("../a project/slugline"));
    Files.createSymbolicLink(temp.resolve("two"), temp.resolve("bin/one"));
    assertThat(run("two", "x").out()).contains("/a project/target/slugline.jar\nx\n");
  }

  @Test
  void anOldJavaIsNamed() throws Exception {
    for (String version : List.of("11.0.2", "1.8.0_402")) {
      java(version);
      Ran ran = run("a project/slugline", "x");
      assertThat(ran.status()).isEqualTo(5);
      assertThat(ran.err()).hasLineCount(1).startsWith("slugline: Java is too old: ");
    }
  }

  @Test
  void aMissingJavaIsNamed() throws Exception {
    environment.put("JAVA_HOME", temp.resolve("none").toString());
    Ran ran = run("a project/slugline", "x");
    assertThat(ran.status()).isEqualTo(5);
    assertThat(ran.err()).hasLineCount(1).startsWith("slugline: no Java: ");
  }

  @Test
  void whatIsOlderThanItsSourcesIsBuiltOnce() throws Exception {
    Path project = temp.resolve("a project");
    script(
        temp.resolve("tools/mvn"),
        "#!/bin/sh\necho built >> \"$PWD/builds\"\necho \"$@\"\necho new > target/slugline.jar\n");
    environment.put("PATH", temp.resolve("tools") + ":" + System.getenv("PATH"));
    environment.put("MAVEN_ARGS", "-o -Dmaven.repo.local=r");
    Files.delete(project.resolve("target/slugline.jar"));
    assertThat(run("a project/slugline", "x").err()).hasLineCount(1).contains("building");
    assertThat(run("a project/slugline", "x").err()).isEmpty();
    assertThat(Files.readAllLines(project.resolve("builds"))).hasSize(1);
    assertThat(Files.readString(project.resolve("target/build.log")))
        .contains("-o -Dmaven.repo.local=r package");
    Files.setLastModifiedTime(
        project.resolve("target/slugline.jar"), java.nio.file.attribute.FileTime.fromMillis(0));
    assertThat(run("a project/slugline", "x").status()).isEqualTo(7);
    assertThat(Files.readAllLines(project.resolve("builds"))).hasSize(2);
  }

  @Test
  void aFailedBuildNamesItsLog() throws Exception {
    script(temp.resolve("tools/mvn"), "#!/bin/sh\necho '[ERROR] odd'\nexit 1\n");
    environment.put("PATH", temp.resolve("tools") + ":" + System.getenv("PATH"));
    Files.delete(temp.resolve("a project/target/slugline.jar"));
    Ran ran = run("a project/slugline", "x");
    assertThat(ran.status()).isEqualTo(5);
    assertThat(ran.err()).contains("[ERROR] odd", "slugline: the build failed: ", "build.log");
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamed() throws Exception {
    Path project = temp.resolve("a project");
    Files.delete(project.resolve("target/slugline.jar"));
    Files.createDirectory(project.resolve("target/build.lock"));
    Ran ran = run("a project/slugline", "x");
    assertThat(ran.status()).isEqualTo(5);
    assertThat(ran.err())
        .hasLineCount(1)
        .startsWith("slugline: ")
        .contains("build.lock", "SLUGLINE_BUILD=never");
  }

  @Test
  void namesOfFilesAreReadAlsoInTheLocaleOfC() throws Exception {
    script(temp.resolve("jdk/bin/java"), "#!/bin/sh\necho \"$LC_ALL\"\n");
    environment.put("LC_ALL", "C");
    assertThat(run("a project/slugline", "x").out()).isEqualTo("C.UTF-8\n");
    environment.put("LC_ALL", "de_DE.UTF-8");
    assertThat(run("a project/slugline", "x").out()).isEqualTo("de_DE.UTF-8\n");
  }

  @Test
  void theFirstReplayAfterABuildKeepsItsClassesForTheNextStarts() throws Exception {
    Path archive = temp.resolve("a project/target/slugline.jsa");
    assertThat(run("a project/slugline", "replay", "x").out())
        .contains("-XX:ArchiveClassesAtExit=" + temp.resolve("a project/target").toRealPath());
    assertThat(run("a project/slugline", "--version").out()).doesNotContain("slugline.jsa");
    Files.writeString(archive, "");
    Files.setLastModifiedTime(
        archive, java.nio.file.attribute.FileTime.fromMillis(System.currentTimeMillis() + 60_000));
    assertThat(run("a project/slugline", "--version").out()).contains("-XX:SharedArchiveFile=");
  }

  @Test
  void littleWorkIsNotWaitedForByTheCompiler() throws Exception {
    Files.writeString(temp.resolve("little.jsonl"), "{}");
    Files.write(temp.resolve("much.jsonl"), new byte[2 << 20]);
    String stop = "-XX:TieredStopAtLevel=1";
    assertThat(run("a project/slugline", "replay", "little.jsonl").out()).contains(stop);
    assertThat(run("a project/slugline", "replay", "much.jsonl").out()).doesNotContain(stop);
    assertThat(run("a project/slugline", "run").out()).doesNotContain(stop);
  }

  @Test
  void theCollectorFitsTheProcessorsUnlessOneIsNamed() throws Exception {
    String getconf = "#!/bin/sh\necho ";
    environment.put("PATH", temp.resolve("tools") + ":" + System.getenv("PATH"));
    script(temp.resolve("tools/getconf"), getconf + "2\n");
    assertThat(run("a project/slugline", "run").out()).contains("-XX:+UseParallelGC");
    script(temp.resolve("tools/getconf"), getconf + "8\n");
    assertThat(run("a project/slugline", "run").out()).doesNotContain("GC");
    environment.put("SLUGLINE_JAVA_OPTS", "-Xmx1g -XX:+UseG1GC");
    assertThat(run("a project/slugline", "topics").out())
        .contains("-XX:+UseG1GC")
        .doesNotContain("SerialGC");
  }

  @Test
  void javaIsGivenOnlyWhatItKnows() throws Exception {
    String compact = "-XX:+UseCompactObjectHeaders";
    for (String version : List.of("17.0.9", "21", "24.0.2")) {
      java(version);
      assertThat(run("a project/slugline", "run").out()).as(version).doesNotContain(compact);
    }
    java("25.0.1");
    assertThat(run("a project/slugline", "run").out()).contains(compact);
  }

  private void java(String version) throws IOException {
    script(temp.resolve("jdk/bin/java"), "#!/bin/sh\nprintf '%s\\n' \"$@\"\nexit 7\n");
    Files.writeString(temp.resolve("jdk/release"), "JAVA_VERSION=\"" + version + "\"\n");
  }

  private static void script(Path path, String text) throws IOException {
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
    assertThat(path.toFile().setExecutable(true)).isTrue();
  }

  private Ran run(String launcher, String... args) throws Exception {
    ProcessBuilder builder = new ProcessBuilder();
    builder.command().add(temp.resolve(launcher).toString());
    builder.command().addAll(List.of(args));
    builder.directory(temp.toFile());
    builder.environment().putAll(environment);
    Path out = temp.resolve("out");
    Path err = temp.resolve("err");
    int status = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start().waitFor();
    return new Ran(
        status,
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }
}
