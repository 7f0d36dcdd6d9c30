package news.slugline.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import news.slugline.avro.Accepted;
import news.slugline.avro.Change;
import news.slugline.avro.ChangeReason;
import news.slugline.avro.Command;
import news.slugline.avro.CommandType;
import news.slugline.avro.LogRecord;
import news.slugline.avro.Rejected;
import news.slugline.avro.StoryUpdate;
import news.slugline.avro.Tick;
import news.slugline.claim.ClaimExtractor;
import news.slugline.schema.Articles;
import news.slugline.story.Keeping;
import news.slugline.testing.Golden;
import news.slugline.wire.Intake;
import news.slugline.wire.PubStatus;
import news.slugline.wire.Signal;
import news.slugline.wire.WireArticle;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SluglineTopologyTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:07Z");
  private static final String SCOPE = "topology-test";

  private final Topics topics = new Topics("t.", 3, 1);
  private final SchemaRegistryClient registry = MockSchemaRegistry.getClientForScope(SCOPE);
  private final List<Keeping> kept = new ArrayList<>();
  private final TopicSerdes serdes =
      new TopicSerdes(Map.of("schema.registry.url", "mock://" + SCOPE), registry);

  @TempDir Path state;

  @AfterEach
  void dropRegistry() {
    MockSchemaRegistry.dropScope(SCOPE);
  }

  @Test
  void itsDescriptionIsTheGoldenOne() throws Exception {
    Golden.assertMatches("topology.txt", sorted(topology(false).describe().toString()));
  }

  @Test
  void liveTheWallClockTicksAndARepeatIsDropped() throws Exception {
    try (Run run = new Run(false)) {
      run.raw.pipeInput("urn:a", avro(article("urn:a", "1")), NOW);
      run.raw.pipeInput("urn:a", avro(article("urn:a", "1")), NOW.plusSeconds(1));
      run.driver.advanceWallClockTime(Duration.ofSeconds(31));
      List<LogRecord> log = run.log.readValuesToList();
      assertThat(log).filteredOn(r -> r.getEntry() instanceof Accepted).hasSize(1);
      assertThat(log).filteredOn(r -> r.getEntry() instanceof Tick).isNotEmpty();
      assertThat(run.rejected.isEmpty()).isTrue();
    }
  }

  @Test
  void whatCannotBeReadIsRejectedWithItsBytesAndItsNeighboursGoOn() throws Exception {
    try (Run run = new Run(true)) {
      byte[] broken = "{\"uri\": ".getBytes(StandardCharsets.UTF_8);
      run.raw.pipeInput("k", broken, NOW);
      run.raw.pipeInput("k", new byte[] {0, 0, 0, 0, 99, 1, 2}, NOW);
      run.raw.pipeInput("k", (byte[]) null, NOW);
      run.raw.pipeInput("urn:a", avro(article("urn:a", "1")), NOW);
      List<Rejected> rejected = run.rejected.readValuesToList();
      assertThat(rejected)
          .extracting(Rejected::getReason)
          .containsExactly("bad_json", "bad_avro", "empty");
      assertThat(rejected.get(0).getOriginal().array()).isEqualTo(broken);
      assertThat(run.log.readValuesToList())
          .filteredOn(r -> r.getEntry() instanceof Accepted)
          .hasSize(1);
    }
  }

  @Test
  void theEndOfAReplayTicksUnderItsIdAndIsRefusedLive() throws Exception {
    var end = new RecordHeaders();
    end.add(ControlHeaders.END_OF_REPLAY, "run-1".getBytes(StandardCharsets.UTF_8));
    try (Run run = new Run(true)) {
      run.raw.pipeInput("urn:a", avro(article("urn:a", "1")), NOW);
      run.raw.pipeInput(new TestRecord<>("end", null, end, NOW));
      assertThat(run.log.readKeyValuesToList()).last().extracting(kv -> kv.key).isEqualTo("run-1");
    }
    try (Run run = new Run(false)) {
      run.raw.pipeInput(new TestRecord<>("end", null, end, NOW));
      assertThat(run.rejected.readValue().getReason()).isEqualTo("not_a_replay");
    }
  }

  @Test
  void everyUpdateIsACloudEventWhoseIdIsItsStoryAndRevision() throws Exception {
    try (Run run = new Run(true)) {
      run.raw.pipeInput("urn:a", avro(article("urn:a", "1")), NOW);
      TestRecord<String, StoryUpdate> first = run.updates.readRecord();
      assertThat(headers(first))
          .containsEntry("ce_specversion", "1.0")
          .containsEntry("ce_id", first.key() + "/1")
          .containsEntry("ce_source", "/slugline/engines/test")
          .containsEntry("ce_type", "news.slugline.story.updated.v1")
          .containsEntry("ce_subject", first.key())
          .containsEntry("ce_time", first.value().getCause().getTime())
          .containsEntry("content-type", "application/avro");
    }
  }

  @Test
  void aSplitAndAMergeTakeEffectInARunningStream() throws Exception {
    try (Run run = new Run(true)) {
      run.raw.pipeInput("urn:a", avro(article("urn:a", "1")), NOW);
      run.raw.pipeInput("urn:b", avro(article("urn:b", "1")), NOW);
      List<StoryUpdate> together = run.updates.readValuesToList();
      String story = together.get(0).getStoryId();
      assertThat(together).extracting(StoryUpdate::getStoryId).containsOnly(story);
      assertThat(last(together, story).getCounts().getArticles()).isEqualTo(2);

      run.order("order-1", CommandType.split, story, "urn:b");
      List<StoryUpdate> split = run.updates.readValuesToList();
      assertThat(split).extracting(StoryUpdate::getStoryId).hasSize(2).contains(story);
      String fresh =
          split.stream()
              .map(StoryUpdate::getStoryId)
              .filter(id -> !id.equals(story))
              .findFirst()
              .orElseThrow();
      assertThat(last(split, story).getCounts().getArticles()).isEqualTo(1);
      assertThat(last(split, fresh).getCounts().getArticles()).isEqualTo(1);
      run.raw.pipeInput("urn:b", avro(article("urn:b", "2")), NOW);
      assertThat(run.updates.readValuesToList())
          .extracting(StoryUpdate::getStoryId)
          .allMatch(fresh::equals);

      run.order("order-2", CommandType.merge, story, fresh);
      List<StoryUpdate> merged = run.updates.readValuesToList();
      assertThat(merged)
          .filteredOn(u -> reasons(u).contains(ChangeReason.MERGED))
          .extracting(StoryUpdate::getStoryId)
          .containsExactlyInAnyOrder(story, fresh);
      assertThat(last(merged, fresh).getMergedInto()).isEqualTo(story);
      assertThat(last(merged, story).getCounts().getArticles()).isEqualTo(2);

      run.order("order-2", CommandType.split, story, "urn:b");
      assertThat(run.updates.isEmpty()).as("an order with a known id is dropped").isTrue();
    }
  }

  /** So many articles come back with more than one record, through the topic by story. */
  @Test
  void aKillReachesAStoryThatHasLeft() throws Exception {
    try (Run run = new Run(true)) {
      for (int i = 0; i < 40; i++) {
        run.raw.pipeInput("urn:" + i, avro(article("urn:" + i, "1")), NOW);
      }
      List<StoryUpdate> told = run.updates.readValuesToList();
      String story = told.get(0).getStoryId();
      assertThat(last(told, story).getCounts().getArticles()).isEqualTo(40);
      for (int day : List.of(4, 35)) {
        Instant later = NOW.plus(Duration.ofDays(day));
        WireArticle other =
            article("urn:other" + day, "1").toBuilder()
                .versionCreated(later)
                .headline("Council of Lindow votes on bins " + day)
                .body("The council of Lindow voted on " + day + " new bins, a clerk said.")
                .build();
        run.raw.pipeInput(other.uri(), avro(other), later);
      }
      assertThat(kept).containsExactly(Keeping.ARCHIVED);
      run.updates.readValuesToList();

      Instant late = NOW.plus(Duration.ofDays(300));
      WireArticle kill =
          article("urn:7", "2").toBuilder()
              .versionCreated(late)
              .pubStatus(PubStatus.CANCELED)
              .signal(Signal.KILL)
              .build();
      run.raw.pipeInput("urn:7", avro(kill), late);
      assertThat(kept).contains(Keeping.WHOLE);
      StoryUpdate last = last(run.updates.readValuesToList(), story);
      assertThat(last.getRevision()).isEqualTo(last(told, story).getRevision() + 2);
      assertThat(last.getCause().getUri()).isEqualTo("urn:7");
      assertThat(last.getCounts().getArticles()).isEqualTo(39);
    }
  }

  private static StoryUpdate last(List<StoryUpdate> updates, String story) {
    return updates.stream()
        .filter(u -> u.getStoryId().equals(story))
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  private static List<ChangeReason> reasons(StoryUpdate u) {
    return u.getChanges().stream().map(Change::getReason).toList();
  }

  private static Map<String, String> headers(TestRecord<String, ?> record) {
    Map<String, String> out = new TreeMap<>();
    record.headers().forEach(h -> out.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
    return out;
  }

  /** The names within brackets come out of a hash set; sorted, they are the same on every JDK. */
  private static String sorted(String description) {
    return java.util.regex.Pattern.compile("stores: \\[([^\\]]*)\\]")
        .matcher(description)
        .replaceAll(
            m ->
                "stores: ["
                    + java.util.Arrays.stream(m.group(1).split(", "))
                        .sorted()
                        .collect(java.util.stream.Collectors.joining(", "))
                    + "]");
  }

  private static WireArticle article(String uri, String version) {
    return WireArticle.builder(uri, version, "agency")
        .versionCreated(NOW)
        .language("en")
        .headline("Ferry runs aground near Port Alba")
        .body("A ferry with 120 people on board ran aground near Port Alba on Sunday, police said.")
        .build();
  }

  private byte[] avro(WireArticle article) {
    return serdes.article().serializer().serialize(topics.raw(), Articles.toAvro(article));
  }

  private Topology topology(boolean replay) {
    return SluglineTopology.build(
        topics,
        serdes,
        replay,
        Intake.TICK,
        "test",
        ClaimExtractor.standard(),
        new Observer() {
          @Override
          public void kept(String storyId, Keeping how) {
            kept.add(how);
          }
        });
  }

  private final class Run implements AutoCloseable {
    final TopologyTestDriver driver;
    final TestInputTopic<String, byte[]> raw;
    final TestInputTopic<String, Command> orders;
    final TestOutputTopic<String, LogRecord> log;
    final TestOutputTopic<String, Rejected> rejected;
    final TestOutputTopic<String, StoryUpdate> updates;

    Run(boolean replay) throws Exception {
      for (Topics.Spec spec : topics.all()) {
        registry.register(spec.subject(), new AvroSchema(spec.schema()));
      }
      Properties p = new Properties();
      p.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
      p.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
      p.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
      // the default cache would hide what is emitted in between
      p.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
      driver = new TopologyTestDriver(topology(replay), p, NOW);
      raw =
          driver.createInputTopic(topics.raw(), new StringSerializer(), new ByteArraySerializer());
      orders =
          driver.createInputTopic(
              topics.commands(), new StringSerializer(), serdes.command().serializer());
      log =
          driver.createOutputTopic(
              topics.log(), new StringDeserializer(), serdes.log().deserializer());
      updates =
          driver.createOutputTopic(
              topics.updates(), new StringDeserializer(), serdes.update().deserializer());
      rejected =
          driver.createOutputTopic(
              topics.rejected(), new StringDeserializer(), serdes.rejected().deserializer());
    }

    void order(String id, CommandType type, String story, String target) {
      Command c =
          Command.newBuilder()
              .setId(id)
              .setType(type)
              .setStoryId(story)
              .setTarget(target)
              .setEditor("desk")
              .setTime(NOW)
              .build();
      orders.pipeInput(id, c, NOW);
    }

    @Override
    public void close() {
      driver.close();
    }
  }
}
