package news.slugline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import news.slugline.broker.EmbeddedKafka;
import news.slugline.broker.EmbeddedRegistry;
import news.slugline.claim.ClaimExtractor;
import news.slugline.config.Settings;
import news.slugline.runtime.Publisher;
import news.slugline.runtime.Results;
import news.slugline.runtime.StreamsRunner;
import news.slugline.runtime.TopicAdmin;
import news.slugline.topology.Engine;
import news.slugline.topology.Observer;
import news.slugline.topology.SluglineTopology;
import news.slugline.topology.TopicSerdes;
import news.slugline.topology.Topics;
import news.slugline.wire.Ninjs;
import news.slugline.wire.WireArticle;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replays that go on, backfills that become live, rejects that are sent again. */
class BackfillIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static EmbeddedKafka kafka;
  private static EmbeddedRegistry registry;

  @TempDir Path home;

  private record Said(int status, String out, String err) {}

  @BeforeAll
  static void start() throws Exception {
    kafka = EmbeddedKafka.start();
    registry = EmbeddedRegistry.inMemory(0);
  }

  @AfterAll
  static void stop() {
    registry.close();
    kafka.close();
  }

  @Test
  void anInterruptedReplayGoesOnWhereItWas() throws Exception {
    List<WireArticle> articles = new ArrayList<>();
    Instant start = Instant.parse("2026-03-01T08:00:00Z");
    for (int i = 0; i < 40; i++) {
      articles.add(article("urn:on:" + i, start.plusSeconds(i)));
    }
    List<ReplayInput.Item> items =
        articles.stream().map(a -> new ReplayInput.Item(a.uri(), a, null)).toList();
    Topics topics = new Topics("on.", 2, 1);
    try (Admin admin = Admin.create(client())) {
      new TopicAdmin(admin, schemas()).create(topics);
    }
    try (Publisher publisher = new Publisher(topics, serdes(), client())) {
      articles.subList(0, 15).forEach(a -> publisher.article(a, a.uri()));
      publisher.flush();
    }
    Results first = run("on.", items);
    assertThat(first.articles()).extracting(WireArticle::uri).hasSize(40).doesNotHaveDuplicates();
    assertThat(end(topics.raw())).as("items and the end").isEqualTo(41);
    // and once more: it is done already, and shows the same
    assertThat(run("on.", items).stories()).isEqualTo(first.stories());
    assertThat(end(topics.raw())).isEqualTo(41);
  }

  @Test
  void anotherReplayUnderTheSameNameIsRefused() throws Exception {
    WireArticle a = article("urn:one", Instant.parse("2026-03-01T08:00:00Z"));
    WireArticle b = article("urn:other", Instant.parse("2026-03-01T08:00:00Z"));
    run("name.", List.of(new ReplayInput.Item("a", a, null)));
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> run("name.", List.of(new ReplayInput.Item("b", b, null))))
        .hasMessageContaining("another replay was begun");
  }

  @Test
  void aPromotedBackfillGoesOnWithWhatComesInLive() throws Exception {
    assertThat(slugline("topics", "--prefix", "live.").status()).isZero();
    Path old = home.resolve("old.jsonl");
    Instant now = Instant.now();
    Files.writeString(old, Ninjs.write(article("urn:past", now.minus(Duration.ofDays(2)))) + "\n");
    Said replayed = slugline("replay", old.toString(), "--as", "bf", "--prefix", "live.");
    assertThat(replayed.status()).as(replayed.err()).isZero();

    Said unknown = slugline("promote", "nobody", "--prefix", "live.");
    assertThat(unknown.err()).contains("no such backfill");
    Said promoted = slugline("promote", "bf", "--prefix", "live.");
    assertThat(promoted.status()).as(promoted.err()).isZero();

    Settings settings =
        Settings.builder()
            .flag("bootstrap-servers", kafka.bootstrapServers())
            .flag("registry", registry.url())
            .flag("prefix", "live.")
            .build();
    try (Cluster cluster = Cluster.open(settings)) {
      assertThat(cluster.topics().raw()).isEqualTo("live.articles.raw");
      assertThat(cluster.topics().stories()).isEqualTo("live.bf.stories");
      try (StreamsRunner streams = live(cluster.topics(), cluster.applicationId());
          Publisher publisher = new Publisher(cluster.topics(), serdes(), client())) {
        streams.start();
        publisher.article(article("urn:now", now), "test");
        publisher.flush();
        await("both articles in the log", () -> uris(cluster.topics()).size() == 2);
      }
      assertThat(uris(cluster.topics())).containsExactly("urn:past", "urn:now");
    }
    assertThat(slugline("promote", "--back", "--prefix", "live.").status()).isZero();
    try (Cluster cluster = Cluster.open(settings)) {
      assertThat(cluster.topics().stories()).isEqualTo("live.stories");
    }
  }

  @Test
  void whatWasRejectedIsListedAndSentAgainAfterAFix() throws Exception {
    assertThat(slugline("topics", "--prefix", "bad.").status()).isZero();
    Path in = Files.createDirectory(home.resolve("in"));
    Files.writeString(in.resolve("broken.json"), "{\"uri\": oops}");
    Said taken =
        slugline(
            "ingest",
            "--prefix",
            "bad.",
            "--once",
            "--folder",
            in.toString(),
            "--with",
            "settle=0s",
            "--with",
            "patience=0s");
    assertThat(taken.status()).as(taken.err()).isZero();
    Topics topics = new Topics("bad.", 6, 1);
    try (StreamsRunner streams = live(topics, "bad")) {
      streams.start();
      await(
          "the reject",
          () -> slugline("rejected", "--prefix", "bad.", "--json").out().contains("bad_json"));
      assertThat(slugline("rejected", "--prefix", "bad.").out())
          .contains("broken.json")
          .contains("line 1");
      assertThat(slugline("rejected", "0", "--original", "--prefix", "bad.").out())
          .isEqualTo("{\"uri\": oops}");
      Path mended = home.resolve("mended.json");
      Files.writeString(mended, Ninjs.write(article("urn:mended", Instant.now())));
      Said again =
          slugline("rejected", "0", "--with", mended.toString(), "--resubmit", "--prefix", "bad.");
      assertThat(again.status()).as(again.err()).isZero();
      await("the mended article", () -> uris(topics).contains("urn:mended"));
    }
    Said left = slugline("rejected", "--prefix", "bad.");
    assertThat(left.out()).doesNotContain("bad_json");
    assertThat(slugline("rejected", "--all", "--prefix", "bad.").out()).contains("sent again");
    assertThat(slugline("sources", "--prefix", "bad.").out())
        .contains("folder")
        .contains("stopped");
  }

  private StreamsRunner live(Topics topics, String applicationId) throws Exception {
    return new StreamsRunner(
        SluglineTopology.build(
            topics,
            serdes(),
            false,
            Duration.ofSeconds(1),
            Engine.ID,
            ClaimExtractor.standard(),
            Observer.NONE),
        StreamsRunner.config(
            applicationId,
            Files.createDirectories(home.resolve("state")).toString(),
            1,
            0,
            client()));
  }

  private static Results run(String prefix, List<ReplayInput.Item> items) throws Exception {
    return new ReplayRun(
            prefix,
            prefix + "replay",
            Path.of(System.getProperty("java.io.tmpdir")),
            client(),
            Map.of("schema.registry.url", registry.url()),
            schemas(),
            2,
            1,
            1)
        .run(items, placed -> {});
  }

  private static List<String> uris(Topics topics) {
    return Results.read(topics, serdes(), client()).articles().stream()
        .map(WireArticle::uri)
        .toList();
  }

  private static long end(String topic) throws Exception {
    var partition = new org.apache.kafka.common.TopicPartition(topic, 0);
    try (Admin admin = Admin.create(client())) {
      return admin
          .listOffsets(Map.of(partition, org.apache.kafka.clients.admin.OffsetSpec.latest()))
          .partitionResult(partition)
          .get()
          .offset();
    }
  }

  private static WireArticle article(String uri, Instant made) {
    return WireArticle.builder(uri, "1", "Harbour Wire")
        .versionCreated(made)
        .language("en")
        .headline("Ferry runs aground near Port Alba")
        .body("A ferry ran aground near Port Alba on Sunday, the coast guard said.")
        .build();
  }

  private static void await(String what, Supplier<Boolean> condition) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.get()) {
      assertThat(System.nanoTime()).as("waiting for %s", what).isLessThan(end);
      Thread.sleep(500);
    }
  }

  private static Map<String, Object> client() {
    return new HashMap<>(Map.of("bootstrap.servers", kafka.bootstrapServers()));
  }

  private static CachedSchemaRegistryClient schemas() {
    return new CachedSchemaRegistryClient(registry.url(), 100);
  }

  private static TopicSerdes serdes() {
    return new TopicSerdes(Map.of("schema.registry.url", registry.url()), schemas());
  }

  private static Said slugline(String... args) {
    List<String> all = new ArrayList<>(Arrays.asList(args));
    all.addAll(
        List.of("--bootstrap-servers", kafka.bootstrapServers(), "--registry", registry.url()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        Terminal.of(
            all,
            Map.of(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            false);
    int status = new Main(terminal, Commands.all()).run(all.toArray(String[]::new));
    return new Said(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
