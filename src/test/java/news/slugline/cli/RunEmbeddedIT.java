package news.slugline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import news.slugline.runtime.Publisher;
import news.slugline.topology.TopicSerdes;
import news.slugline.topology.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code slugline run --embedded} in a process of its own, read by another that knows only
 * Confluent.
 */
class RunEmbeddedIT {
  private static final Pattern ADDRESSES =
      Pattern.compile("running as \\S+ on (\\S+), schema registry (\\S+)");

  @TempDir Path folder;

  @Test
  void aStockConsumerInAnotherProcessReadsTheUpdates() throws Exception {
    File log = folder.resolve("run.log").toFile();
    Process run =
        java(
                classPath(),
                "news.slugline.cli.Main",
                "run",
                "--embedded",
                "--data-dir",
                folder.resolve("data").toString(),
                "--set",
                "mode=REPLAY")
            .redirectErrorStream(true)
            .redirectOutput(log)
            .start();
    try {
      Matcher at = addresses(run, log.toPath());
      String url = at.group(2);
      Map<String, Object> client = Map.of("bootstrap.servers", at.group(1));
      TopicSerdes serdes =
          new TopicSerdes(
              Map.of("schema.registry.url", url), new CachedSchemaRegistryClient(url, 100));
      try (Publisher publisher = new Publisher(new Topics("", 6, 1), serdes, client)) {
        for (ReplayInput.Item item : ReplayInput.read(List.of(Path.of("seeds"))).items()) {
          publisher.article(java.util.Objects.requireNonNull(item.article()), item.path());
        }
        publisher.endOfReplay("end");
        publisher.flush();
      }
      assertThat(consumed(at.group(1), url))
          .as("what a stock consumer printed")
          .hasSizeGreaterThanOrEqualTo(5)
          .first()
          .asString()
          .contains(" 1 ")
          .contains("NEW_CLAIM");
    } finally {
      run.destroy();
      assertThat(run.waitFor(60, TimeUnit.SECONDS)).as("it stops on SIGTERM").isTrue();
    }
  }

  private List<String> consumed(String bootstrap, String registry) throws Exception {
    File out = folder.resolve("consumed.log").toFile();
    Process consumer =
        java(withoutSlugline(), "news.slugline.cli.StockConsumer", bootstrap, registry)
            .redirectErrorStream(true)
            .redirectOutput(out)
            .start();
    assertThat(consumer.waitFor(90, TimeUnit.SECONDS)).isTrue();
    List<String> lines = Files.readAllLines(out.toPath(), StandardCharsets.UTF_8);
    assertThat(consumer.exitValue()).as(String.join("\n", lines)).isZero();
    return lines.stream().filter(l -> l.startsWith("update ")).toList();
  }

  private static Matcher addresses(Process run, Path log) throws Exception {
    for (int i = 0; i < 600 && run.isAlive(); i++) {
      Matcher m = ADDRESSES.matcher(Files.readString(log, StandardCharsets.UTF_8));
      if (m.find()) {
        return m;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("it did not start: " + Files.readString(log, StandardCharsets.UTF_8));
  }

  /** The tests' class path, also where the runner hides it behind a jar of its own. */
  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  /** A subscriber has the libraries but neither Slugline nor its generated classes. */
  private static String withoutSlugline() {
    return Arrays.stream(classPath().split(File.pathSeparator))
        .filter(e -> !e.endsWith("classes") || e.endsWith("test-classes"))
        .filter(e -> !e.endsWith("slugline.jar"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static ProcessBuilder java(String classPath, String main, String... args) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+UseSerialGC");
    command.add("-cp");
    command.add(classPath);
    command.add(main);
    command.addAll(List.of(args));
    return new ProcessBuilder(command);
  }
}
