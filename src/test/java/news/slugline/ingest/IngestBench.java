package news.slugline.ingest;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import news.slugline.avro.SourceRecord;
import news.slugline.broker.EmbeddedKafka;
import news.slugline.runtime.TopicAdmin;
import news.slugline.runtime.TopicReader;
import news.slugline.schema.RawArticles;
import news.slugline.topology.ControlHeaders;
import news.slugline.topology.TopicSerdes;
import news.slugline.topology.Topics;
import news.slugline.wire.Hints;
import news.slugline.wire.Parsed;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Topics of its own on a Kafka that the tests of this JVM share, and what stands in them. */
final class IngestBench {
  static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final Map<String, EmbeddedKafka> SHARED = new HashMap<>();
  private static final String SCOPE = "ingest-tests";

  private final Target target;

  private IngestBench(Target target) {
    this.target = target;
  }

  static synchronized IngestBench open() throws Exception {
    EmbeddedKafka kafka = SHARED.get(SCOPE);
    if (kafka == null) {
      kafka = EmbeddedKafka.start();
      SHARED.put(SCOPE, kafka);
      Runtime.getRuntime().addShutdownHook(new Thread(kafka::close));
    }
    SchemaRegistryClient registry = MockSchemaRegistry.getClientForScope(SCOPE);
    Map<String, Object> client = Map.of("bootstrap.servers", kafka.bootstrapServers());
    Topics topics = new Topics("t" + NUMBER.incrementAndGet() + ".", 1, 1);
    TopicSerdes serdes =
        new TopicSerdes(Map.of("schema.registry.url", "mock://" + SCOPE), registry);
    try (Admin admin = Admin.create(client)) {
      new TopicAdmin(admin, registry).create(topics);
    }
    return new IngestBench(new Target(topics, serdes, client, "slugline"));
  }

  Target target() {
    return target;
  }

  /** Runs sources until they end. */
  void take(SourceSpec... sources) throws InterruptedException {
    try (Ingester ingester = ingester(true, InputStream.nullInputStream(), sources)) {
      ingester.start();
      ingester.awaitEnd();
    }
  }

  Ingester ingester(boolean once, InputStream in, SourceSpec... sources) {
    return new Ingester(List.of(sources), target, once, in, new SimpleMeterRegistry());
  }

  /** A source of the type folder that takes files quickly. */
  static SourceSpec folder(Path folder, String... fields) throws BadConfig {
    Map<String, String> all = new HashMap<>();
    all.put("type", "folder");
    all.put("name", "drop");
    all.put("path", folder.toString());
    all.put("every", "50ms");
    all.put("settle", "100ms");
    all.put("patience", "200ms");
    for (int i = 0; i < fields.length; i += 2) {
      all.put(fields[i], fields[i + 1]);
    }
    return IngestFile.source(all, "test", Map.of());
  }

  /** What stands in {@code articles.raw}, as committed. */
  List<Raw> raw() {
    List<Raw> out = new ArrayList<>();
    RawArticles reader = target.serdes().raw();
    try (TopicReader<byte[]> topic =
        new TopicReader<>(target.client(), target.topics().raw(), new ByteArrayDeserializer())) {
      for (ConsumerRecord<String, byte[]> r : topic.toEnd()) {
        String refused = header(r, ControlHeaders.REFUSED);
        Hints hints =
            new Hints(
                header(r, ControlHeaders.SOURCE),
                header(r, ControlHeaders.CONTENT_TYPE),
                null,
                header(r, ControlHeaders.PROVIDER));
        List<Parsed> parsed =
            refused == null ? reader.read(target.topics().raw(), r.value(), hints) : List.of();
        out.add(new Raw(r, refused, parsed));
      }
    }
    return out;
  }

  /** The uris of the articles in {@code articles.raw}, in their order. */
  List<String> uris() {
    return raw().stream()
        .flatMap(r -> r.parsed().stream())
        .map(p -> ((Parsed.Article) p).article().uri())
        .toList();
  }

  List<SourceRecord> sources() {
    return SourceList.read(target);
  }

  record Raw(ConsumerRecord<String, byte[]> record, @Nullable String refused, List<Parsed> parsed) {
    String header(String name) {
      return String.valueOf(IngestBench.header(record, name));
    }
  }

  private static @Nullable String header(ConsumerRecord<?, ?> r, String name) {
    Header h = r.headers().lastHeader(name);
    return h == null ? null : new String(h.value(), StandardCharsets.UTF_8);
  }

  /** Waits until it is so. */
  static void await(String what, Supplier<Boolean> condition) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.get()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited in vain: " + what);
      }
      Thread.sleep(50);
    }
  }

  /** A ninjs object on a line. */
  static String ninjs(String uri, int version, String headline) {
    return "{\"uri\":\""
        + uri
        + "\",\"version\":\""
        + version
        + "\",\"versioncreated\":\"2026-03-01T08:00:00Z\",\"type\":\"text\",\"headlines\":"
        + "[{\"role\":\"main\",\"value\":\""
        + headline
        + "\"}],\"bodies\":[{\"role\":\"main\",\"contenttype\":\"text/plain\",\"value\":\"The ferry"
        + " was freed on Sunday, the coast guard said.\"}]}";
  }

  static List<String> names(Path folder) throws Exception {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile)
          .map(f -> f.getFileName().toString())
          .sorted()
          .toList();
    }
  }
}
