package news.slugline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.slugline.broker.Addresses;
import news.slugline.broker.EmbeddedKafka;
import news.slugline.broker.EmbeddedRegistry;
import news.slugline.config.Settings;
import news.slugline.runtime.Acls;
import news.slugline.runtime.Results;
import news.slugline.story.FactStatus;
import news.slugline.topology.Topics;
import news.slugline.wire.Signal;
import news.slugline.wire.WireArticle;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator does: look, compare, save, start over. On one broker and one registry. */
class OperationsTest {
  private static EmbeddedKafka kafka;
  private static EmbeddedRegistry registry;

  @TempDir Path folder;

  /** What a command said and how it ended. */
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
  void aStartIsRefusedWithTheFaultAndTheRemedy() throws Exception {
    Said missing = slugline("run", "--prefix", "gone.");
    assertThat(missing.status()).isEqualTo(ExitCode.INCOMPATIBLE.status());
    assertThat(missing.err())
        .contains("topic gone.articles.raw is missing")
        .contains("slugline topics");

    assertThat(slugline("topics", "--prefix", "ok.").status()).isZero();
    assertAllRight("ok.");
    Said partitions = slugline("run", "--prefix", "ok.", "--set", "partitions=4");
    assertThat(partitions.err()).contains("has 6 partitions").contains("set partitions=6");

    cleanUp("ok.stories", "delete");
    Said policy = slugline("doctor", "--prefix", "ok.");
    assertThat(policy.out()).contains("cleanup.policy=[compact,delete]");
    assertThat(policy.status()).isEqualTo(ExitCode.INCOMPATIBLE.status());
    assertThat(policy.out()).contains("ok.stories has cleanup.policy=delete").contains("--alter");
    // as earlier versions made it
    cleanUp("ok.stories", "compact");
    assertAllRight("ok.");
  }

  private static void cleanUp(String topic, String policy) throws Exception {
    AlterConfigOp set =
        new AlterConfigOp(new ConfigEntry("cleanup.policy", policy), AlterConfigOp.OpType.SET);
    try (Admin admin = Admin.create(client())) {
      admin
          .incrementalAlterConfigs(
              Map.of(new ConfigResource(ConfigResource.Type.TOPIC, topic), Set.of(set)))
          .all()
          .get();
    }
  }

  @Test
  void topicsTopologyAndWhatAResetDeletesAreJsonLinesToo() throws Exception {
    var json = new com.fasterxml.jackson.databind.ObjectMapper();
    assertThat(slugline("topics", "--prefix", "lines.").status()).isZero();
    Set<String> raw = new java.util.TreeSet<>();
    for (String[] command :
        new String[][] {
          {"topics", "--json", "--prefix", "lines."},
          {"topics", "--list", "--json", "--prefix", "lines."},
          {"topology", "--json", "--prefix", "lines."},
          {"reset", "--json", "--prefix", "lines."}
        }) {
      Said said = slugline(command);
      assertThat(said.status()).as(said.err()).isZero();
      for (String line : said.out().lines().toList()) {
        var node = json.readTree(line);
        raw.add(node.path("topic").asText());
        if (node.path("what").asText().equals("topic")) {
          raw.add("goes " + node.path("name").asText());
        }
        node.path("reads").forEach(t -> raw.add("read " + t.asText()));
      }
    }
    assertThat(raw)
        .contains("lines.articles.raw", "read lines.articles.raw", "goes lines.story-updates");
  }

  @Test
  void aTopicWithoutItsSchemaIsRefused() throws Exception {
    try (Admin admin = Admin.create(client())) {
      List<NewTopic> all = new ArrayList<>();
      for (Topics.Spec spec : new Topics("bare.", 6, 1).all()) {
        all.add(new NewTopic(spec.name(), spec.partitions(), (short) 1).configs(spec.settings()));
      }
      admin.createTopics(all).all().get();
    }
    Said said = slugline("run", "--prefix", "bare.");
    assertThat(said.status()).isEqualTo(ExitCode.INCOMPATIBLE.status());
    assertThat(said.err()).contains("schema under bare.articles.raw-value");
  }

  /** What a command says whose broker is not there, without waiting for it as long as usual. */
  private static Said withoutABroker(String... command) throws Exception {
    List<String> all = new ArrayList<>(Arrays.asList(command));
    all.addAll(List.of("--bootstrap-servers", "127.0.0.1:9", "--registry", registry.url()));
    all.addAll(List.of("--set", "kafka.default.api.timeout.ms=3000"));
    all.addAll(List.of("--set", "kafka.request.timeout.ms=2000"));
    return Commanded.run(all.toArray(String[]::new));
  }

  @Test
  void aBrokerOrARegistryThatDoesNotAnswerIsNamed() throws Exception {
    Said broker = withoutABroker("run");
    assertThat(broker.status()).isEqualTo(ExitCode.UNREACHABLE.status());
    assertThat(broker.err())
        .contains("127.0.0.1:9 does not answer")
        .contains("--bootstrap-servers");
    for (String command :
        List.of(
            "stories", "sources", "promote any", "replay seeds", "reset", "compare --with x.")) {
      Said reader = withoutABroker(command.split(" "));
      assertThat(reader.status()).as(command).isEqualTo(ExitCode.UNREACHABLE.status());
      assertThat(reader.err()).contains("does not answer").contains(": 127.0.0.1:9: check");
    }
    Said schemas =
        Commanded.run(
            "run",
            "--bootstrap-servers",
            kafka.bootstrapServers(),
            "--registry",
            "http://127.0.0.1:9");
    assertThat(schemas.status()).isEqualTo(ExitCode.UNREACHABLE.status());
    assertThat(schemas.err()).contains("http://127.0.0.1:9").contains("--registry");
  }

  @Test
  void commandsWorkBesideTheProcessThatHoldsTheDataFolderButASecondRunDoesNot() throws Exception {
    Path data = folder.resolve("with a space");
    try (Cluster held = Cluster.own(Settings.builder().flag("data-dir", data.toString()).build())) {
      RunCommand.prepare(held, Acls.Role.PROCESSOR);
      Said stories = Commanded.run("stories", "--data-dir", data.toString());
      assertThat(stories.status()).as(stories.err()).isZero();
      assertThat(stories.err()).contains("no stories yet");
      Said doctor = Commanded.run("doctor", "--data-dir", data.toString());
      assertThat(doctor.out()).contains(held.settings().bootstrapServers().orElseThrow());
      assertThat(doctor.status()).as(doctor.out()).isZero();
      Said run = Commanded.run("run", "--data-dir", data.toString());
      assertThat(run.status()).isEqualTo(ExitCode.ENVIRONMENT.status());
      assertThat(run.err()).contains("data folder in use");
    }
    assertThat(Addresses.of(data)).isEmpty();
  }

  /** As of `slugline run` and `slugline ingest` typed into two terminals, one after the other. */
  @Test
  void aCommandWaitsForTheProcessThatHasJustTakenTheDataFolder() throws Exception {
    Path data = folder.resolve("starting");
    try (EmbeddedKafka starting = EmbeddedKafka.start(data, 0)) {
      Thread rest =
          new Thread(
              () -> {
                try {
                  Thread.sleep(500);
                  starting.announce(registry.url());
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
              });
      rest.start();
      try (Cluster beside =
          Cluster.open(Settings.builder().flag("data-dir", data.toString()).build())) {
        assertThat(beside.settings().bootstrapServers()).contains(starting.bootstrapServers());
        assertThat(beside.embedded()).isFalse();
      }
      rest.join();
    }
  }

  @Test
  void aTakenPortOfTheBoardIsSaidBeforeAnythingIsStarted() throws Exception {
    Path data = folder.resolve("untouched");
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      for (String option : List.of("run --http=", "serve --port=")) {
        List<String> args = new ArrayList<>(List.of((option + taken.getLocalPort()).split(" ")));
        args.addAll(List.of("--data-dir", data.toString()));
        Said said = Commanded.run(args.toArray(String[]::new));
        assertThat(said.status()).isEqualTo(ExitCode.ENVIRONMENT.status());
        assertThat(said.err().lines())
            .containsExactly(
                "slugline: the port is taken: 127.0.0.1:"
                    + taken.getLocalPort()
                    + ": choose another, or 0 for any");
      }
    }
    assertThat(data).doesNotExist();
  }

  @Test
  void aCommandThatReadsDoesNotMakeTheFolderThatItIsGiven() {
    Path mistyped = folder.resolve("dta");
    for (String command : List.of("stories", "watch --once", "doctor", "sources", "rejected")) {
      List<String> args = new ArrayList<>(List.of(command.split(" ")));
      args.addAll(List.of("--data-dir", mistyped.toString()));
      Said said = Commanded.run(args.toArray(String[]::new));
      assertThat(said.status()).as(command).isEqualTo(ExitCode.BAD_INPUT.status());
      assertThat(said.err()).contains("there is no data folder", "dta", "--data-dir");
    }
    assertThat(mistyped).doesNotExist();
  }

  @Test
  void whoWatchesOnceForAStoryThatThereIsNotIsToldSo() {
    Said said = slugline("watch", "--once", "--story", "2026-01-01-nosuch");
    assertThat(said.status()).isEqualTo(ExitCode.OK.status());
    assertThat(said.err()).contains("no update is of these", "slugline stories");
  }

  @Test
  void aStateThatThereIsNotIsRefusedWithThoseThatThereAre() {
    Said said = slugline("stories", "--state", "nope");
    assertThat(said.status()).isEqualTo(ExitCode.USAGE.status());
    assertThat(said.err()).contains("state 'nope' is unknown", "DEVELOPING");
  }

  @Test
  void twoRunsOfTheSameInputCompareEqualAndAnotherInputDoesNot() throws Exception {
    List<WireArticle> articles = List.of(article("urn:op:1", 3), article("urn:op:2", 4));
    replay("blue.", articles);
    replay("green.", articles);
    replay("odd.", articles.subList(0, 1));
    assertThat(slugline("compare", "--prefix", "blue.", "--with", "green.").status()).isZero();
    Said said = slugline("compare", "--prefix", "blue.", "--with", "odd.");
    assertThat(said.status()).isEqualTo(ExitCode.FAILED.status());
    assertThat(said.out()).contains("updates");
  }

  @Test
  void anExportedStorySentInAgainGivesTheSameFactsAndHoldsNoWordOfAKilledArticle()
      throws Exception {
    WireArticle dead = article("urn:ex:2", 9);
    WireArticle kill =
        dead.toBuilder()
            .version("2")
            .signal(Signal.KILL)
            .versionCreated(Instant.parse("2026-03-01T13:00:00Z"))
            .build();
    Results before = replay("saved.", List.of(article("urn:ex:1", 3), dead, kill));
    String story = before.stories().get(0).storyId();
    Path file = folder.resolve("story.jsonl");
    assertThat(slugline("export", story, "--prefix", "saved.", "--out", file.toString()).status())
        .isZero();
    String saved = Files.readString(file);
    assertThat(saved.lines()).hasSize(2);
    assertThat(saved).contains("3 people").doesNotContain("9 people");

    List<WireArticle> read =
        ReplayInput.read(List.of(file)).items().stream()
            .map(i -> java.util.Objects.requireNonNull(i.article()))
            .toList();
    Results after = replay("restored.", read);
    assertThat(standing(after)).isNotEmpty().isEqualTo(standing(before));
    assertThat(after.stories().get(0).storyId()).isEqualTo(story);
  }

  @Test
  void anArticlesPlaceIsExplainedAndAnOrderGoesToTheLog() throws Exception {
    String story = replay("why.", List.of(article("urn:why:1", 3))).assignments().get(0).storyId();
    Said page = slugline("stories", "--explain", "urn:why:1", "--prefix", "why.");
    assertThat(page.status()).isZero();
    assertThat(page.out()).contains("opened").contains(story).contains("no story was like it");
    Said json = slugline("stories", "--explain", "urn:why:1", "--prefix", "why.", "--json");
    assertThat(json.out()).contains("\"reason\":\"new\"").contains("\"storyNow\":\"" + story);
    Said unknown = slugline("stories", "--explain", "urn:why:9", "--prefix", "why.");
    assertThat(unknown.status()).isEqualTo(ExitCode.BAD_INPUT.status());
    assertThat(unknown.err()).contains("no such article: urn:why:9");

    assertThat(slugline("split", story, "urn:why:1", "--prefix", "why.").status()).isZero();
    Said merge = slugline("merge", story, "2000-01-01-nowhere", "--prefix", "why.");
    assertThat(merge.status()).isEqualTo(ExitCode.BAD_INPUT.status());
    assertThat(merge.err()).contains("no such story: 2000-01-01-nowhere");
    assertThat(slugline("merge", story, story, "--prefix", "why.").status())
        .isEqualTo(ExitCode.USAGE.status());

    // Only the order that was not refused is a record.
    assertThat(end("why.commands")).isEqualTo(1);
  }

  @Test
  void aStoryIsShownAsItStoodComparedWithItselfAndExplained() throws Exception {
    WireArticle first = article("urn:past:1", 3);
    WireArticle second =
        article("urn:past:2", 5).toBuilder()
            .versionCreated(Instant.parse("2026-03-01T14:00:00Z"))
            .build();
    WireArticle kill =
        second.toBuilder()
            .version("2")
            .signal(Signal.KILL)
            .versionCreated(Instant.parse("2026-03-01T16:00:00Z"))
            .build();
    String story = replay("past.", List.of(first, second)).stories().get(0).storyId();

    Said then = slugline("story", story, "--as-of", "2026-03-01T13:00Z", "--prefix", "past.");
    assertThat(then.status()).as(then.err()).isZero();
    assertThat(then.out()).contains("3 people").doesNotContain("5 people");
    Said json =
        slugline("story", story, "--as-of", "2026-03-01", "--prefix", "past.", "--json", "--all");
    assertThat(json.out()).contains("3 killed", "5 killed", "\"status\":\"superseded\"");
    Said early = slugline("story", story, "--as-of", "2026-02-27", "--prefix", "past.");
    assertThat(early.status()).isEqualTo(ExitCode.BAD_INPUT.status());
    assertThat(early.err()).contains("the story was not there yet").contains("2026-03-01T12:00");
    assertThat(slugline("story", story, "--as-of", "noon", "--prefix", "past.").status())
        .isEqualTo(ExitCode.USAGE.status());

    Said diff = slugline("diff", story, "1", "2", "--prefix", "past.");
    assertThat(diff.status()).as(diff.err()).isZero();
    assertThat(diff.out()).contains("\nsuperseded ").contains("articles 1 → 2");
    assertThat(diff.out()).contains("single source").doesNotContain("single_source");
    Said backwards = slugline("diff", story, "2", "1", "--prefix", "past.");
    assertThat(backwards.status()).isEqualTo(ExitCode.USAGE.status());
    assertThat(backwards.err()).contains("diff " + story + " 1 2");
    Said none = slugline("diff", story, "1", "9", "--prefix", "past.");
    assertThat(none.status()).isEqualTo(ExitCode.BAD_INPUT.status());
    assertThat(none.err()).contains("no such revision: 9").contains("it has 1 to 2");

    String fact = factOf(json.out(), "5 killed");
    Said why = slugline("story", story, "--explain", fact, "--prefix", "past.");
    assertThat(why.status()).as(why.err()).isZero();
    assertThat(why.out()).contains("urn:past:1", "urn:past:2", "same topic", "killed");
    Said both =
        slugline("story", story, "--explain", fact, "--as-of", "2026-03-01", "--prefix", "past.");
    assertThat(both.status()).isEqualTo(ExitCode.USAGE.status());
    Said unknown = slugline("story", story, "--explain", "nothing", "--prefix", "past.");
    assertThat(unknown.err()).contains("the story has no such fact: nothing");

    replay("silent.", List.of(first, second, kill));
    Said silent =
        slugline("story", story, "--as-of", "2026-03-01T15:00Z", "--prefix", "silent.", "--all");
    assertThat(silent.status()).as(silent.err()).isZero();
    assertThat(silent.out()).contains("3 people").doesNotContain("5 people");
    Said hidden = slugline("diff", story, "1", "2", "--prefix", "silent.");
    assertThat(hidden.status()).as(hidden.err()).isZero();
    assertThat(hidden.out()).contains("articles 1 → 2").doesNotContain("5 people");
  }

  /** The id of the fact of which a position has this value, in a story as JSON. */
  private static String factOf(String json, String value) throws Exception {
    for (var f : new com.fasterxml.jackson.databind.ObjectMapper().readTree(json).path("facts")) {
      for (var p : f.path("positions")) {
        if (p.path("value").asText().equals(value)) {
          return f.path("factId").asText();
        }
      }
    }
    throw new AssertionError("no position " + value + " in " + json);
  }

  @Test
  void aResetListsFirstKeepsTheInputAndDeletesTheRest() throws Exception {
    replay("again.", List.of(article("urn:re:1", 3)));
    Said listed = slugline("reset", "--prefix", "again.");
    assertThat(listed.status()).isZero();
    assertThat(listed.out()).contains("again.story-updates").doesNotContain("again.articles.raw");
    assertThat(listed.err()).contains("nothing is deleted yet");
    assertThat(slugline("stories", "--prefix", "again.").out()).contains("Ferry");

    assertThat(slugline("reset", "--prefix", "again.", "--yes").status()).isZero();
    assertThat(slugline("stories", "--prefix", "again.").out()).doesNotContain("Ferry");
    assertAllRight("again.");
    assertThat(end("again.articles.raw")).isPositive();
  }

  /** How many records were ever written to the first partition of a topic. */
  private static long end(String topic) throws Exception {
    try (Admin admin = Admin.create(client())) {
      var first = new org.apache.kafka.common.TopicPartition(topic, 0);
      return admin
          .listOffsets(Map.of(first, org.apache.kafka.clients.admin.OffsetSpec.latest()))
          .partitionResult(first)
          .get()
          .offset();
    }
  }

  /** What is still claimed; the traces of what was killed do not come back. */
  private static List<String> standing(Results results) {
    return results.stories().get(0).facts().stream()
        .flatMap(
            f ->
                f.positions().stream()
                    .filter(p -> p.status() != FactStatus.RETRACTED)
                    .map(p -> f.factId() + " " + p.value() + " " + p.status() + " " + p.origins()))
        .toList();
  }

  private static void assertAllRight(String prefix) {
    Said said = slugline("doctor", "--prefix", prefix);
    assertThat(said.status()).as(said.out() + said.err()).isZero();
  }

  private static Results replay(String prefix, List<WireArticle> articles) throws Exception {
    var schemas =
        new io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient(
            registry.url(), 100);
    List<ReplayInput.Item> items =
        articles.stream().map(a -> new ReplayInput.Item(a.uri(), a, null)).toList();
    return new ReplayRun(
            prefix,
            prefix + "replay",
            Path.of(System.getProperty("java.io.tmpdir")),
            client(),
            Map.of("schema.registry.url", registry.url()),
            schemas,
            6,
            1,
            1)
        .run(items, placed -> {});
  }

  private static WireArticle article(String uri, int dead) {
    return WireArticle.builder(uri, "1", "agency " + uri)
        .versionCreated(Instant.parse("2026-03-01T12:00:00Z"))
        .language("en")
        .headline("Ferry runs aground near Port Alba")
        .body("A ferry ran aground near Port Alba on Sunday. Police said " + dead + " people died.")
        .build();
  }

  private static Map<String, Object> client() {
    return new java.util.HashMap<>(Map.of("bootstrap.servers", kafka.bootstrapServers()));
  }

  private static Said slugline(String... args) {
    List<String> all = new ArrayList<>(Arrays.asList(args));
    all.addAll(
        List.of("--bootstrap-servers", kafka.bootstrapServers(), "--registry", registry.url()));
    return Commanded.run(all.toArray(String[]::new));
  }

  /** A command in this process. */
  private static final class Commanded {
    static Said run(String... args) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ByteArrayOutputStream err = new ByteArrayOutputStream();
      int status = InProcess.run(out, err, args);
      return new Said(
          status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
  }
}
