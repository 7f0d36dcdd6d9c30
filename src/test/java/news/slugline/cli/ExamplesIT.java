package news.slugline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import news.slugline.runtime.Publisher;
import news.slugline.testing.Ports;
import news.slugline.topology.TopicSerdes;
import news.slugline.topology.Topics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code slugline run --embedded --http} in a process of its own, and the subscribers' examples of
 * the manual beside it, each in its own, as a person would run them.
 */
class ExamplesIT {
  private static final Pattern ADDRESSES =
      Pattern.compile("running as \\S+ on (\\S+), schema registry (\\S+)");
  private static final Pattern BOARD = Pattern.compile("serving the board on (\\S+)/");
  private static final Path EXAMPLES = Path.of("docs/examples").toAbsolutePath();

  @TempDir static Path folder;

  private static final List<Process> STARTED = new ArrayList<>();
  private static Process run;
  private static String bootstrap;
  private static String registry;

  /** The followers stand ready before the first article comes. */
  @BeforeAll
  static void replayTheSeeds() throws Exception {
    run =
        start(
            "run",
            java(
                classPath(),
                "news.slugline.cli.Main",
                "run",
                "--embedded",
                "--data-dir",
                folder.resolve("data").toString(),
                "--http",
                "127.0.0.1:0",
                "--set",
                "mode=REPLAY"));
    Matcher at = await("run", l -> ADDRESSES.matcher(l).find(), ADDRESSES);
    bootstrap = at.group(1);
    registry = at.group(2);
    String board = await("run", l -> BOARD.matcher(l).find(), BOARD).group(1);
    startReceiver(board);
    ProcessBuilder stream = new ProcessBuilder("bash", EXAMPLES.resolve("stream.sh").toString());
    stream.command().add(board);
    stream.environment().put("PLACE", folder.resolve("place").toString());
    start("stream", stream);
    await(() -> get(board + "/api/v1/status").path("streams").asInt() == 1, "the stream is open");
    TopicSerdes serdes =
        new TopicSerdes(
            Map.of("schema.registry.url", registry), new CachedSchemaRegistryClient(registry, 100));
    try (Publisher publisher =
        new Publisher(new Topics("", 6, 1), serdes, Map.of("bootstrap.servers", bootstrap))) {
      for (ReplayInput.Item item : ReplayInput.read(List.of(Path.of("seeds"))).items()) {
        publisher.article(java.util.Objects.requireNonNull(item.article()), item.path());
      }
      publisher.endOfReplay("end");
      publisher.flush();
    }
  }

  private static void startReceiver(String board) throws Exception {
    if (!has("python3")) {
      return;
    }
    int port = Ports.free();
    HttpResponse<String> made =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(board + "/api/v1/webhooks"))
                    .header("Content-Type", "application/json")
                    .POST(
                        HttpRequest.BodyPublishers.ofString(
                            "{\"url\":\"http://127.0.0.1:" + port + "/\",\"format\":\"text\"}"))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    String secret = new ObjectMapper().readTree(made.body()).path("secret").asText();
    start(
        "receiver",
        new ProcessBuilder(
            "python3", EXAMPLES.resolve("receiver.py").toString(), Integer.toString(port), secret));
  }

  @AfterAll
  static void stop() throws Exception {
    for (Process p : STARTED) {
      List<ProcessHandle> children = p.descendants().toList();
      p.destroy();
      children.forEach(ProcessHandle::destroy);
    }
    assertThat(run.waitFor(60, TimeUnit.SECONDS)).as("it stops on SIGTERM").isTrue();
  }

  @Test
  void aConsumerWithStockLibrariesReadsTheUpdates() throws Exception {
    awaitFiveUpdates();
    Process consumer =
        start(
            "consumer",
            java(
                withoutSlugline(),
                EXAMPLES.resolve("UpdatesConsumer.java").toString(),
                bootstrap,
                registry));
    assertThat(consumer.waitFor(120, TimeUnit.SECONDS)).isTrue();
    List<String> lines = Files.readAllLines(log("consumer"));
    assertThat(consumer.exitValue()).as(String.join("\n", lines)).isZero();
    assertThat(lines.stream().filter(l -> l.matches("\\S+/\\d+ \\w+ .*")))
        .hasSizeGreaterThanOrEqualTo(5)
        .first()
        .asString()
        .contains("/1 emerging ");
    assertThat(lines).anyMatch(l -> l.startsWith("  NEW_CLAIM "));
  }

  @Test
  void curlFollowsTheStreamAndKeepsItsPlace() throws Exception {
    await("stream", l -> l.startsWith("update {"), Pattern.compile("\"storyId\":\"([^\"]+)\""));
    await(() -> Files.exists(folder.resolve("place")), "the place is kept");
    assertThat(Files.readString(folder.resolve("place"))).matches("[0-9a-f]{8}-[0-9.]+");
  }

  @Test
  void aWebhookReceiverVerifiesAndPrintsTheText() throws Exception {
    assumeTrue(has("python3"), "python3 is not installed");
    await("receiver", l -> l.contains("/story/"), Pattern.compile("/story/(\\S+)"));
  }

  @Test
  void kcatShowsWhichStoriesChanged() throws Exception {
    assumeTrue(has("kcat"), "kcat is not installed");
    awaitFiveUpdates();
    Process kcat =
        start(
            "kcat",
            new ProcessBuilder("bash", EXAMPLES.resolve("console.sh").toString(), bootstrap));
    assertThat(kcat.waitFor(60, TimeUnit.SECONDS)).isTrue();
    List<String> lines = Files.readAllLines(log("kcat"));
    assertThat(kcat.exitValue()).as(String.join("\n", lines)).isZero();
    assertThat(lines).isNotEmpty().allMatch(l -> l.contains("ce_type=news.slugline.story.updated"));
  }

  /** The examples that end by themselves would not wait for a slow machine. */
  private static void awaitFiveUpdates() throws Exception {
    await(
        () ->
            Files.readAllLines(log("stream")).stream().filter(l -> l.startsWith("update {")).count()
                >= 5,
        "five updates on the stream");
  }

  private static boolean has(String command) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(p -> Files.isExecutable(Path.of(p, command)));
  }

  private static Path log(String name) {
    return folder.resolve(name + ".log");
  }

  private static Process start(String name, ProcessBuilder builder) throws IOException {
    Process p = builder.redirectErrorStream(true).redirectOutput(log(name).toFile()).start();
    STARTED.add(p);
    return p;
  }

  private interface Condition {
    boolean holds() throws Exception;
  }

  private static void await(Condition condition, String what) throws Exception {
    for (int i = 0; i < 1_800; i++) {
      if (condition.holds()) {
        return;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("waited in vain: " + what);
  }

  /** Waits until a program prints a line, and finds something in all that it printed. */
  private static Matcher await(String name, Predicate<String> line, Pattern what) throws Exception {
    await(
        () -> Files.exists(log(name)) && Files.readAllLines(log(name)).stream().anyMatch(line),
        name + " prints what is expected; it printed: " + log(name));
    Matcher m = what.matcher(Files.readString(log(name), StandardCharsets.UTF_8));
    assertThat(m.find()).as(what + " in what " + name + " printed").isTrue();
    return m;
  }

  private static JsonNode get(String url) throws Exception {
    return new ObjectMapper()
        .readTree(
            HttpClient.newHttpClient()
                .send(
                    HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(20)).build(),
                    HttpResponse.BodyHandlers.ofString())
                .body());
  }

  /** The tests' class path, also where the runner hides it behind a jar of its own. */
  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  /** A subscriber has the libraries but neither Slugline nor its generated classes. */
  private static String withoutSlugline() {
    return Arrays.stream(classPath().split(File.pathSeparator))
        .filter(e -> !e.endsWith("classes"))
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
