package news.slugline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.slugline.broker.EmbeddedKafka;
import news.slugline.broker.EmbeddedRegistry;
import news.slugline.claim.ClaimExtractor;
import news.slugline.config.Setting;
import news.slugline.config.Settings;
import news.slugline.runtime.Drain;
import news.slugline.runtime.StreamsRunner;
import news.slugline.runtime.TopicAdmin;
import news.slugline.schema.Articles;
import news.slugline.topology.Engine;
import news.slugline.topology.SluglineTopology;
import news.slugline.topology.Topics;
import news.slugline.topology.Trail;
import news.slugline.wire.WireArticle;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A processor that runs, watched as Prometheus, an orchestrator and a tracer watch it. */
class MonitoringTest {
  private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern METRIC = Pattern.compile("\\b(?:slugline|jvm|process)_[a-z_]*[a-z]");

  @TempDir static Path folder;
  private static EmbeddedKafka kafka;
  private static EmbeddedRegistry registry;
  private static Cluster cluster;
  private static Monitoring monitoring;
  private static StreamsRunner streams;

  @BeforeAll
  static void processTwoArticlesAndABrokenOne() throws Exception {
    kafka = EmbeddedKafka.start();
    registry = EmbeddedRegistry.inMemory(0);
    Settings settings =
        Settings.defaults()
            .at(kafka.bootstrapServers(), registry.url())
            .with(Setting.HEALTH, "0")
            .with(Setting.REPLICATION, "1")
            .with(Setting.MODE, "REPLAY")
            .with(Setting.STATE_DIR, folder.toString());
    monitoring = Monitoring.start(settings);
    assertThat(get("/health/live").statusCode()).isEqualTo(200);
    assertThat(get("/health/ready").statusCode()).isEqualTo(503);
    assertThat(get("/health/started").statusCode()).isEqualTo(503);
    cluster = Cluster.open(settings);
    try (Admin admin = Admin.create(cluster.client())) {
      new TopicAdmin(admin, cluster.registryClient()).create(cluster.topics());
    }
    streams =
        new StreamsRunner(
            SluglineTopology.build(
                cluster.topics(),
                cluster.serdes(),
                true,
                settings.tickInterval(),
                Engine.ID,
                ClaimExtractor.standard(),
                monitoring.metrics()),
            StreamsRunner.config(
                settings.applicationId(), folder.toString(), 1, 0, cluster.client()),
            monitoring.metrics());
    monitoring.watch(streams, cluster);
    streams.start();
    assertThat(streams.awaitRunning(Duration.ofMinutes(2))).isTrue();
    // the meter measures what comes after it has joined
    await(() -> get("/health/ready"), answer -> answer.statusCode() == 200);
    Thread.sleep(3_000);
    publish();
    assertThat(
            new Drain(
                    cluster.topics(), cluster.serdes(), cluster.client(), settings.applicationId())
                .await("end", Duration.ofMinutes(2), streams::failure, placed -> {}))
        .isTrue();
  }

  @AfterAll
  static void stop() {
    if (streams != null) {
      streams.close();
    }
    monitoring.close();
    cluster.close();
    registry.close();
    kafka.close();
  }

  @Test
  void everyMetricThatTheRulesTheDashboardAndTheManualNameIsServed() throws Exception {
    TreeSet<String> named = new TreeSet<>();
    for (String file :
        List.of(
            "deploy/prometheus/slugline.rules.yml",
            "deploy/grafana/slugline-dashboard.json",
            "docs/operate.md")) {
      Matcher m = METRIC.matcher(Files.readString(Path.of(file)));
      while (m.find()) {
        named.add(m.group());
      }
    }
    String served = get("/metrics").body();
    assertThat(named).hasSizeGreaterThan(15);
    assertThat(named)
        .allSatisfy(
            name ->
                assertThat(served)
                    .containsPattern("(?m)^(# TYPE )?" + Pattern.quote(name) + "[ {]"));
  }

  @Test
  void whatHappenedIsCounted() throws Exception {
    String served =
        await(() -> get("/metrics"), r -> value(r.body(), "slugline_end_to_end_seconds_count") >= 2)
            .body();
    assertThat(value(served, "slugline_articles_total")).isEqualTo(2);
    assertThat(value(served, "slugline_rejects_total{reason=\"bad_json\"}")).isEqualTo(1);
    assertThat(value(served, "slugline_claims_total")).isPositive();
    assertThat(value(served, "slugline_updates_total")).isGreaterThanOrEqualTo(2);
    assertThat(value(served, "slugline_update_changes_total{reason=\"new_claim\"}")).isPositive();
    assertThat(served.lines().filter(l -> l.startsWith("slugline_state_rows{")))
        .as("rows by store")
        .hasSize(SluglineTopology.STORES.size())
        .anyMatch(l -> !l.endsWith(" 0.0"));
    assertThat(value(served, "slugline_ready")).isEqualTo(1);
  }

  @Test
  void theProducersTraceContextGoesOnToTheUpdate() {
    Map<String, Object> client = new HashMap<>(cluster.client());
    client.put("isolation.level", "read_committed");
    Topics topics = cluster.topics();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      for (Topics.Spec spec : topics.all()) {
        if (spec.name().equals(topics.updates()) || spec.name().equals(topics.claims())) {
          List<TopicPartition> all =
              consumer.partitionsFor(spec.name()).stream()
                  .map(p -> new TopicPartition(p.topic(), p.partition()))
                  .toList();
          consumer.assign(all);
          consumer.seekToBeginning(all);
          ConsumerRecord<byte[], byte[]> first =
              consumer.poll(Duration.ofSeconds(20)).iterator().next();
          assertThat(new String(first.headers().lastHeader("traceparent").value(), US_ASCII))
              .isEqualTo(TRACE);
          assertThat(Trail.received(first.headers())).isNotNull();
        }
      }
    }
  }

  @Test
  void aRegistryThatDoesNotAnswerTakesReadinessWithTheCauseAndComesBack() throws Exception {
    int port = URI.create(registry.url()).getPort();
    registry.close();
    JsonNode down =
        JSON.readTree(await(() -> get("/health/ready"), r -> r.statusCode() == 503).body());
    assertThat(down.get("status").asText()).isEqualTo("down");
    assertThat(down.get("causes").get(0).get("what").asText()).contains("schema registry at");
    assertThat(down.get("causes").get(0).get("remedy").asText()).isNotEmpty();
    assertThat(get("/health/live").statusCode()).isEqualTo(200);
    assertThat(get("/health/started").statusCode()).isEqualTo(200);
    registry = EmbeddedRegistry.inMemory(port);
    try (Admin admin = Admin.create(cluster.client())) {
      new TopicAdmin(
              admin,
              new io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient(
                  registry.url(), 100))
          .create(cluster.topics());
    }
    await(() -> get("/health/ready"), r -> r.statusCode() == 200);
  }

  private static final java.nio.charset.Charset US_ASCII = StandardCharsets.US_ASCII;

  private static void publish() throws Exception {
    Topics topics = cluster.topics();
    Map<String, Object> client = new HashMap<>(cluster.client());
    client.put("acks", "all");
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (String uri : List.of("urn:monitored:1", "urn:monitored:2")) {
        byte[] value =
            cluster
                .serdes()
                .article()
                .serializer()
                .serialize(topics.raw(), Articles.toAvro(article(uri)));
        RecordHeaders headers = new RecordHeaders();
        headers.add("traceparent", TRACE.getBytes(US_ASCII));
        producer.send(
            new ProducerRecord<>(topics.raw(), 0, uri.getBytes(US_ASCII), value, headers));
      }
      producer.send(new ProducerRecord<>(topics.raw(), "{\"uri\": ".getBytes(US_ASCII)));
      RecordHeaders end = new RecordHeaders();
      end.add("slugline-end-of-replay", "end".getBytes(US_ASCII));
      producer.send(new ProducerRecord<>(topics.raw(), 0, "end".getBytes(US_ASCII), null, end));
    }
  }

  private static WireArticle article(String uri) {
    return WireArticle.builder(uri, "1", "agency " + uri)
        .versionCreated(java.time.Instant.parse("2026-03-01T12:00:00Z"))
        .language("en")
        .headline("Ferry runs aground near Port Alba")
        .body("A ferry with 120 people on board ran aground near Port Alba on Sunday, police said.")
        .build();
  }

  private static double value(String served, String series) {
    return served
        .lines()
        .filter(l -> l.startsWith(series + " "))
        .mapToDouble(l -> Double.parseDouble(l.substring(series.length() + 1)))
        .findFirst()
        .orElse(0);
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(
                    URI.create("http://127.0.0.1:" + monitoring.port().orElseThrow() + path))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> await(Call call, Predicate<HttpResponse<String>> wanted)
      throws Exception {
    HttpResponse<String> last = call.now();
    for (int i = 0; i < 600 && !wanted.test(last); i++) {
      Thread.sleep(200);
      last = call.now();
    }
    assertThat(last).as("%s", last.body()).matches(wanted);
    return last;
  }

  private interface Call {
    HttpResponse<String> now() throws Exception;
  }
}
