package news.slugline.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import news.slugline.avro.Rejected;
import news.slugline.claim.ClaimExtractor;
import news.slugline.grouping.Grouper;
import news.slugline.rows.Rows;
import news.slugline.schema.Articles;
import news.slugline.story.Extractor;
import news.slugline.story.Ledger;
import news.slugline.story.StoryInput;
import news.slugline.story.StoryOutput;
import news.slugline.wire.Intake;
import news.slugline.wire.LogEntry;
import news.slugline.wire.WireArticle;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuarantineTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:07Z");
  private static final String SCOPE = "quarantine-test";
  private static final String POISON = "urn:poison";

  private final ClaimExtractor real = ClaimExtractor.standard();
  private final Topics topics = new Topics("t.", 1, 1);
  private final SchemaRegistryClient registry = MockSchemaRegistry.getClientForScope(SCOPE);
  private final TopicSerdes serdes =
      new TopicSerdes(Map.of("schema.registry.url", "mock://" + SCOPE), registry);

  @TempDir Path state;

  @BeforeEach
  void register() throws Exception {
    for (Topics.Spec spec : topics.all()) {
      registry.register(spec.subject(), new AvroSchema(spec.schema()));
    }
  }

  @AfterEach
  void dropRegistry() {
    MockSchemaRegistry.dropScope(SCOPE);
  }

  @Test
  void anArticleThatExtractionCannotHandleBecomesARejectAndItsNeighboursStandAsIfItHadNotCome() {
    Extractor poisoned =
        (a, t) -> {
          if (a.uri().equals(POISON)) {
            throw new ArrayIndexOutOfBoundsException("deep inside, with words of the article");
          }
          return real.extract(a, t);
        };
    Outcome with = run(poisonedStory(poisoned), List.of("urn:a", POISON, "urn:b"));
    assertThat(with.rejected).hasSize(1);
    Rejected r = with.rejected.get(0);
    assertThat(r.getReason()).isEqualTo("story_fault");
    assertThat(r.getUri()).isEqualTo(POISON);
    assertThat(r.getVersion()).isEqualTo("1");
    assertThat(r.getPosition()).isEqualTo("story");
    assertThat(r.getTopic()).isEqualTo(topics.log());
    assertThat(r.getDetail())
        .contains("ArrayIndexOutOfBoundsException")
        .contains("QuarantineTest")
        .doesNotContain("words of the article");

    // the same without the poisoned article's claims; grouping has seen it in both
    Outcome without = run(silentStory(), List.of("urn:a", POISON, "urn:b"));
    assertThat(with.claims).isNotEmpty().isEqualTo(without.claims);
    assertThat(with.updates).isNotEmpty().isEqualTo(without.updates);
    assertThat(with.storyState()).isEqualTo(without.storyState());
  }

  @Test
  void aFaultHalfwayThroughTheJoinLeavesNoClaimNoUpdateAndNoRow() {
    Domain.Story ledger = Domain.story(new Ledger(real, "test"));
    Domain.Story failsLate =
        new Domain.Story() {
          @Override
          public void apply(String id, StoryInput in, Rows rows, Consumer<StoryOutput> out) {
            ledger.apply(id, in, rows, out);
            if (uri(in).equals(POISON)) {
              throw new IllegalStateException("after everything was written and sent");
            }
          }

          @Override
          public void tick(LogEntry.Tick tick, Rows rows, Consumer<StoryOutput> out) {
            ledger.tick(tick, rows, out);
          }
        };
    Outcome with =
        run(new Domain(standardGrouping(), tasks -> failsLate), List.of("urn:a", POISON, "urn:b"));
    Outcome without = run(silentStory(), List.of("urn:a", POISON, "urn:b"));
    assertThat(with.rejected).extracting(Rejected::getReason).containsExactly("story_fault");
    assertThat(with.claims).isNotEmpty().isEqualTo(without.claims);
    assertThat(with.updates).isEqualTo(without.updates);
    assertThat(with.storyState()).isEqualTo(without.storyState());
  }

  @Test
  void anArticleThatGroupingCannotHandleBecomesARejectAndLeavesNoTrace() {
    Function<Rows, Domain.Grouping> poisoned =
        rows -> {
          Grouper grouper = new Grouper(rows);
          return (entry, out) -> {
            grouper.apply(entry, out);
            if (entry instanceof LogEntry.Accepted a && a.article().uri().equals(POISON)) {
              throw new NullPointerException();
            }
          };
        };
    Domain.Story story = Domain.story(new Ledger(real, "test"));
    Outcome with = run(new Domain(poisoned, tasks -> story), List.of("urn:a", POISON, "urn:b"));
    Outcome without =
        run(Domain.standard(ClaimExtractor.standard(), "test"), List.of("urn:a", "urn:b"));
    assertThat(with.rejected).extracting(Rejected::getReason).containsExactly("grouping_fault");
    assertThat(with.rejected).extracting(Rejected::getOffset).containsExactly(2L);
    assertThat(with.updates).isNotEmpty().isEqualTo(without.updates);
    assertThat(with.states).isEqualTo(without.states);
  }

  @Test
  void theRejectIsTheSameOnEveryReading() {
    Extractor poisoned =
        (a, t) -> {
          throw new IllegalArgumentException();
        };
    List<Rejected> first = run(poisonedStory(poisoned), List.of("urn:a", POISON)).rejected;
    List<Rejected> again = run(poisonedStory(poisoned), List.of("urn:a", POISON)).rejected;
    assertThat(first).hasSize(2).isEqualTo(again);
  }

  @Test
  void whatARetryMayMendAndWhatIsWrongWithTheMachineIsNotTakenForTheArticlesFault() {
    RuntimeException outage = new TimeoutException("the broker does not answer");
    assertThat(outage).isInstanceOf(RetriableException.class);
    for (Throwable fault : List.of(outage, new StackOverflowError(), new OutOfMemoryError())) {
      Extractor failing =
          (a, t) -> {
            if (fault instanceof Error e) {
              throw e;
            }
            throw (RuntimeException) fault;
          };
      assertThatThrownBy(() -> run(poisonedStory(failing), List.of("urn:a")))
          .satisfies(e -> assertThat(causes(e)).contains(fault.getClass().getName()));
    }
  }

  private static String causes(Throwable e) {
    StringBuilder b = new StringBuilder();
    for (Throwable c = e; c != null; c = c.getCause()) {
      b.append(c.getClass().getName()).append(' ');
    }
    return b.toString();
  }

  private static String uri(StoryInput in) {
    return in instanceof StoryInput.Arrived a ? a.article().uri() : "";
  }

  private static Function<Rows, Domain.Grouping> standardGrouping() {
    return rows -> new Grouper(rows)::apply;
  }

  private static Domain poisonedStory(Extractor extractor) {
    return new Domain(standardGrouping(), tasks -> Domain.story(new Ledger(extractor, "test")));
  }

  /** The real ledger, which never hears of the poisoned article. */
  private Domain silentStory() {
    Domain.Story ledger = Domain.story(new Ledger(real, "test"));
    return new Domain(
        standardGrouping(),
        tasks ->
            new Domain.Story() {
              @Override
              public void apply(String id, StoryInput in, Rows rows, Consumer<StoryOutput> out) {
                if (!uri(in).equals(POISON)) {
                  ledger.apply(id, in, rows, out);
                }
              }

              @Override
              public void tick(LogEntry.Tick tick, Rows rows, Consumer<StoryOutput> out) {
                ledger.tick(tick, rows, out);
              }
            });
  }

  private record Outcome(
      List<Rejected> rejected,
      List<Object> claims,
      List<Object> updates,
      List<Object> states,
      Map<String, List<String>> stores) {
    Map<String, List<String>> storyState() {
      return stores.entrySet().stream()
          .filter(e -> e.getKey().startsWith("story-"))
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
  }

  private Outcome run(Domain domain, List<String> uris) {
    Properties p = new Properties();
    p.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
    p.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
    p.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
    p.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
    try (TopologyTestDriver driver =
        new TopologyTestDriver(
            SluglineTopology.build(
                topics, serdes, true, Intake.TICK, "test", domain, Observer.NONE),
            p,
            NOW)) {
      TestInputTopic<String, byte[]> raw =
          driver.createInputTopic(topics.raw(), new StringSerializer(), new ByteArraySerializer());
      uris.forEach(u -> raw.pipeInput(u, avro(article(u)), NOW));
      RecordHeaders end = new RecordHeaders();
      end.add(ControlHeaders.END_OF_REPLAY, "end".getBytes(StandardCharsets.UTF_8));
      raw.pipeInput(new TestRecord<>("end", null, end, NOW));
      return new Outcome(
          read(driver, topics.rejected(), serdes.rejected().deserializer()),
          List.copyOf(read(driver, topics.claims(), serdes.claim().deserializer())),
          List.copyOf(read(driver, topics.updates(), serdes.update().deserializer())),
          List.copyOf(read(driver, topics.stories(), serdes.state().deserializer())),
          stores(driver));
    }
  }

  private static <V> List<V> read(
      TopologyTestDriver driver, String topic, Deserializer<V> deserializer) {
    return driver
        .createOutputTopic(topic, new StringDeserializer(), deserializer)
        .readValuesToList();
  }

  private static Map<String, List<String>> stores(TopologyTestDriver driver) {
    Map<String, List<String>> out = new TreeMap<>();
    for (String name : driver.getAllStateStores().keySet()) {
      List<String> rows = new ArrayList<>();
      try (var it = driver.<Bytes, byte[]>getKeyValueStore(name).all()) {
        while (it.hasNext()) {
          KeyValue<Bytes, byte[]> row = it.next();
          rows.add(row.key + "=" + java.util.Arrays.hashCode(row.value));
        }
      }
      out.put(name, rows);
    }
    return out;
  }

  private byte[] avro(WireArticle article) {
    return serdes.article().serializer().serialize(topics.raw(), Articles.toAvro(article));
  }

  private static WireArticle article(String uri) {
    return WireArticle.builder(uri, "1", "agency " + uri)
        .versionCreated(NOW)
        .language("en")
        .headline("Ferry runs aground near Port Alba")
        .body(
            "A ferry with 120 people on board ran aground near Port Alba on Sunday, police said.\n\n"
                + "\"We heard a bang under the car deck,\" said Anna Tamwes, a passenger. ("
                + uri
                + ")")
        .build();
  }
}
