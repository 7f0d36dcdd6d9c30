package news.slugline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import news.slugline.broker.EmbeddedKafka;
import news.slugline.broker.EmbeddedRegistry;
import news.slugline.runtime.Drain;
import news.slugline.runtime.Publisher;
import news.slugline.runtime.Results;
import news.slugline.runtime.TopicAdmin;
import news.slugline.schema.ExportFiles;
import news.slugline.story.LifeState;
import news.slugline.testing.Histories;
import news.slugline.topology.TopicSerdes;
import news.slugline.topology.Topics;
import news.slugline.wire.WireArticle;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same log gives the same bytes: on one partition and one thread, on six and four, and on two
 * instances of which one is killed.
 */
class DeterminismIT {
  private static final long SEED = Long.getLong("slugline.seed", 20261124L);
  private static final int STORIES = Integer.getInteger("slugline.stories", 500);

  private static final List<WireArticle> ARTICLES = Histories.of(STORIES, SEED);
  private static List<String> reference = List.of();

  @TempDir Path folder;

  @BeforeAll
  static void runOnOnePartition() throws Exception {
    Results results = replay(1, 1);
    reference = lines(results);
    assertThat(results.stories())
        .as("seed %d: stories that closed", SEED)
        .filteredOn(s -> s.state() == LifeState.CLOSED)
        .isNotEmpty();
    Map<String, Integer> last = new HashMap<>();
    results.updates().forEach(u -> last.merge(u.storyId(), u.revision(), Math::max));
    assertThat(results.stories())
        .as("seed %d: each state is of its story's last update", SEED)
        .allSatisfy(s -> assertThat(s.revision()).isEqualTo(last.get(s.storyId())));
    assertThat(results.updates())
        .as("seed %d: stories that opened again and claims that were retracted", SEED)
        .extracting(u -> u.changes().toString())
        .anyMatch(c -> c.contains("REOPENED"))
        .anyMatch(c -> c.contains("RETRACTED"));
  }

  @Test
  void sixPartitionsAndFourThreadsGiveTheSameBytes() throws Exception {
    assertSameAsReference(lines(replay(6, 4)));
  }

  @Test
  void twoInstancesOfWhichOneIsKilledGiveTheSameBytes() throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start();
        EmbeddedRegistry registry = EmbeddedRegistry.inMemory(0)) {
      Map<String, Object> client =
          new HashMap<>(Map.of("bootstrap.servers", kafka.bootstrapServers()));
      Map<String, Object> registrySettings = Map.of("schema.registry.url", registry.url());
      CachedSchemaRegistryClient schemas = new CachedSchemaRegistryClient(registry.url(), 100);
      Topics topics = new Topics("", 6, 1);
      TopicSerdes serdes = new TopicSerdes(registrySettings, schemas);
      try (Admin admin = Admin.create(client)) {
        new TopicAdmin(admin, schemas).create(topics);
      }
      List<Process> instances = new ArrayList<>();
      try (Publisher publisher = new Publisher(topics, serdes, client)) {
        instances.add(instance(kafka, registry, "one"));
        instances.add(instance(kafka, registry, "two"));
        int half = ARTICLES.size() / 2;
        ARTICLES.subList(0, half).forEach(a -> publisher.article(a, "test"));
        publisher.flush();
        Thread.sleep(8_000);
        instances.get(0).destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        ARTICLES.subList(half, ARTICLES.size()).forEach(a -> publisher.article(a, "test"));
        publisher.endOfReplay("end");
        publisher.flush();
        assertThat(
                new Drain(topics, serdes, client, "determinism")
                    .await("end", Duration.ofSeconds(90), () -> null, placed -> {}))
            .as("seed %d: all went through", SEED)
            .isTrue();
      } finally {
        instances.forEach(Process::destroy);
        for (Process p : instances) {
          if (!p.waitFor(30, TimeUnit.SECONDS)) {
            p.destroyForcibly();
          }
        }
      }
      assertSameAsReference(lines(Results.read(topics, serdes, client)));
    }
  }

  private Process instance(EmbeddedKafka kafka, EmbeddedRegistry registry, String name)
      throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            "news.slugline.cli.Main",
            "run",
            "--bootstrap-servers",
            kafka.bootstrapServers(),
            "--registry",
            registry.url(),
            "--set",
            "mode=REPLAY",
            "--set",
            "partitions=6",
            "--set",
            "application-id=determinism",
            "--set",
            "state-dir=" + folder.resolve(name))
        .redirectErrorStream(true)
        .redirectOutput(new File("target/determinism-" + name + ".log"))
        .start();
  }

  private static Results replay(int partitions, int threads) throws Exception {
    List<ReplayInput.Item> items =
        ARTICLES.stream().map(a -> new ReplayInput.Item(a.uri(), a, null)).toList();
    try (OwnCluster own = new OwnCluster()) {
      return own.replay(partitions, threads).run(items, placed -> {});
    }
  }

  /** Names the first line that differs: the whole of both runs would be megabytes. */
  private static void assertSameAsReference(List<String> lines) {
    for (int i = 0; i < Math.min(lines.size(), reference.size()); i++) {
      assertThat(lines.get(i)).as("seed %d, line %d", SEED, i).isEqualTo(reference.get(i));
    }
    assertThat(lines).as("seed %d: lines", SEED).hasSameSizeAs(reference);
  }

  private static List<String> lines(Results r) {
    List<String> out = new ArrayList<>();
    r.updates().forEach(u -> out.add(ExportFiles.update(u)));
    r.stories().forEach(s -> out.add(ExportFiles.story(s)));
    return out;
  }
}
