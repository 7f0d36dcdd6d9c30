package news.slugline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import news.slugline.avro.Accepted;
import news.slugline.avro.LogRecord;
import news.slugline.broker.EmbeddedKafka;
import news.slugline.broker.EmbeddedRegistry;
import news.slugline.claim.ClaimExtractor;
import news.slugline.runtime.StreamsRunner;
import news.slugline.runtime.TopicAdmin;
import news.slugline.runtime.TopicReader;
import news.slugline.schema.RawArticles;
import news.slugline.testing.Ports;
import news.slugline.topology.ControlHeaders;
import news.slugline.topology.Engine;
import news.slugline.topology.Observer;
import news.slugline.topology.SluglineTopology;
import news.slugline.topology.TopicSerdes;
import news.slugline.topology.Topics;
import news.slugline.wire.Hints;
import news.slugline.wire.Intake;
import news.slugline.wire.Parsed;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The ingester is killed at random moments while a folder fills, a feed grows and a desk pushes:
 * what came from the folder and the feed stands exactly once in {@code articles.raw}, and every
 * article exactly once in {@code articles}.
 *
 * <p>{@code -Dslugline.kills=50 -Dslugline.seed=7} kills it more often or elsewhere.
 */
class KilledIngesterIT {
  private static final int KILLS = Integer.getInteger("slugline.kills", 3);
  private static final long SEED = Long.getLong("slugline.seed", 20260301L);
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir Path home;

  private final Set<String> filed = ConcurrentHashMap.newKeySet();
  private final Set<String> fed = ConcurrentHashMap.newKeySet();
  private final Set<String> pushed = ConcurrentHashMap.newKeySet();
  private final List<String> items = new CopyOnWriteArrayList<>();
  private final AtomicBoolean over = new AtomicBoolean();

  @Test
  void nothingIsLostAndNothingTakenTwice() throws Exception {
    Random random = new Random(SEED);
    HttpServer feed = feed();
    int port = Ports.free();
    try (EmbeddedKafka kafka = EmbeddedKafka.start();
        EmbeddedRegistry registry = EmbeddedRegistry.inMemory(0)) {
      Map<String, Object> client =
          new HashMap<>(Map.of("bootstrap.servers", kafka.bootstrapServers()));
      CachedSchemaRegistryClient schemas = new CachedSchemaRegistryClient(registry.url(), 100);
      Topics topics = new Topics("", 1, 1);
      TopicSerdes serdes = new TopicSerdes(Map.of("schema.registry.url", registry.url()), schemas);
      try (Admin admin = Admin.create(client)) {
        new TopicAdmin(admin, schemas).create(topics);
      }
      Path config = config(kafka, registry, feed, port);
      List<Thread> senders =
          List.of(new Thread(() -> fill(random.nextLong())), new Thread(() -> push(port)));
      senders.forEach(Thread::start);
      for (int i = 0; i < KILLS; i++) {
        int before = raw(topics, serdes, client).size();
        Process process = start(config, i);
        // two of three have got somewhere before they die; the third may still be starting
        if (i % 3 != 2) {
          awaitThat(process, () -> raw(topics, serdes, client).size() > before);
        }
        Thread.sleep(random.nextInt(3_000));
        process.destroyForcibly().waitFor();
      }
      over.set(true);
      Process last = start(config, KILLS);
      for (Thread t : senders) {
        t.join(PATIENCE.toMillis());
      }
      awaitThat(last, () -> raw(topics, serdes, client).keySet().containsAll(all()));
      last.destroy();
      last.waitFor();
      Map<String, Integer> raw = raw(topics, serdes, client);
      assertThat(raw.keySet()).as("seed %d", SEED).containsExactlyInAnyOrderElementsOf(all());
      raw.forEach(
          (uri, times) -> {
            if (!pushed.contains(uri)) {
              assertThat(times).as("seed %d: %s in articles.raw", SEED, uri).isEqualTo(1);
            }
          });
      assertThat(log(topics, serdes, client, all().size()))
          .as("seed %d", SEED)
          .containsExactlyInAnyOrderElementsOf(all());
    } finally {
      over.set(true);
      feed.stop(0);
    }
  }

  private List<String> all() {
    List<String> all = new ArrayList<>(filed);
    all.addAll(fed);
    all.addAll(pushed);
    return all;
  }

  private Path config(EmbeddedKafka kafka, EmbeddedRegistry registry, HttpServer feed, int port)
      throws IOException {
    Files.createDirectories(home.resolve("in"));
    Path config = home.resolve("ingest.yaml");
    Files.writeString(
        config,
        """
        settings:
          bootstrap-servers: %s
          registry: %s
          partitions: 1
        sources:
          - {name: drop, type: folder, path: in, every: 100ms, settle: 200ms}
          - {name: paper, type: feed, url: "http://127.0.0.1:%d/", every: 1s}
          - {name: desk, type: push, port: %d}
        """
            .formatted(
                kafka.bootstrapServers(), registry.url(), feed.getAddress().getPort(), port));
    return config;
  }

  private static Process start(Path config, int number) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            "news.slugline.cli.Main",
            "ingest",
            "--config",
            config.toString())
        .redirectErrorStream(true)
        .redirectOutput(new File("target/killed-ingester-" + number + ".log"))
        .start();
  }

  /** Files of one article and of several, written aside and moved in. */
  private void fill(long seed) {
    Random random = new Random(seed);
    try {
      for (int n = 0; !over.get(); n++) {
        StringBuilder text = new StringBuilder();
        List<String> uris = new ArrayList<>();
        for (int k = random.nextInt(4) == 0 ? 1 + random.nextInt(20) : 1; k > 0; k--) {
          String uri = "urn:file:" + n + ":" + k;
          uris.add(uri);
          text.append(ninjs(uri)).append('\n');
        }
        Path aside = home.resolve("aside.json");
        Files.writeString(aside, text);
        filed.addAll(uris);
        Files.move(aside, home.resolve("in").resolve(n + ".json"), StandardCopyOption.ATOMIC_MOVE);
        if (n % 3 == 0) {
          String uri = "urn:feed:" + n;
          fed.add(uri);
          items.add(0, "<item><guid>" + uri + "</guid><title>Ferry " + n + "</title></item>");
        }
        Thread.sleep(random.nextInt(150));
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Sends each article again and again until it is acknowledged. */
  private void push(int port) {
    HttpClient http = HttpClient.newHttpClient();
    URI url = URI.create("http://127.0.0.1:" + port + "/articles");
    try {
      for (int n = 0; !over.get(); n++) {
        String uri = "urn:push:" + n;
        pushed.add(uri);
        HttpRequest request =
            HttpRequest.newBuilder(url)
                .timeout(Duration.ofSeconds(30))
                .POST(HttpRequest.BodyPublishers.ofString(ninjs(uri)))
                .build();
        while (!accepted(http, request)) {
          Thread.sleep(200);
        }
        Thread.sleep(50);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean accepted(HttpClient http, HttpRequest request)
      throws InterruptedException {
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 202;
    } catch (IOException e) {
      return false;
    }
  }

  private HttpServer feed() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String rss =
              "<rss version=\"2.0\"><channel><title>Paper</title><link>https://p.example/</link>"
                  + "<description>d</description>"
                  + String.join("", items)
                  + "</channel></rss>";
          byte[] body = rss.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    return server;
  }

  private static String ninjs(String uri) {
    return "{\"uri\":\""
        + uri
        + "\",\"version\":\"1\",\"type\":\"text\",\"headlines\":[{\"role\":\"main\",\"value\":"
        + "\"Ferry freed\"}],\"bodies\":[{\"role\":\"main\",\"contenttype\":\"text/plain\","
        + "\"value\":\"The ferry was freed on Sunday.\"}]}";
  }

  /** How often each uri stands in {@code articles.raw}, as committed. */
  private static Map<String, Integer> raw(
      Topics topics, TopicSerdes serdes, Map<String, Object> client) {
    Map<String, Integer> times = new TreeMap<>();
    RawArticles reader = serdes.raw();
    try (TopicReader<byte[]> topic =
        new TopicReader<>(client, topics.raw(), new ByteArrayDeserializer())) {
      for (ConsumerRecord<String, byte[]> r : topic.toEnd()) {
        assertThat(r.headers().lastHeader(ControlHeaders.REFUSED)).isNull();
        for (Parsed p : reader.read(topics.raw(), r.value(), Hints.none())) {
          times.merge(((Parsed.Article) p).article().uri(), 1, Integer::sum);
        }
      }
    }
    return times;
  }

  /** The uris in the log, once the processor has gone through all of it. */
  private List<String> log(
      Topics topics, TopicSerdes serdes, Map<String, Object> client, int expected)
      throws Exception {
    List<String> uris = new ArrayList<>();
    try (StreamsRunner streams =
            new StreamsRunner(
                SluglineTopology.build(
                    topics,
                    serdes,
                    false,
                    Intake.TICK,
                    Engine.ID,
                    ClaimExtractor.standard(),
                    Observer.NONE),
                StreamsRunner.config(
                    "killed-ingester", home.resolve("state").toString(), 1, 0, client));
        TopicReader<LogRecord> reader =
            new TopicReader<>(client, topics.log(), serdes.log().deserializer())) {
      streams.start();
      long end = System.nanoTime() + PATIENCE.toNanos();
      int idle = 0;
      while (System.nanoTime() < end && (uris.size() < expected || idle < 30)) {
        List<ConsumerRecord<String, LogRecord>> got = reader.poll();
        idle = got.isEmpty() ? idle + 1 : 0;
        for (ConsumerRecord<String, LogRecord> r : got) {
          if (r.value().getEntry() instanceof Accepted a) {
            uris.add(a.getArticle().getUri());
          }
        }
      }
    }
    return uris;
  }

  private static void awaitThat(Process process, BooleanSupplier condition)
      throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(process.isAlive()).as("the ingester runs").isTrue();
      assertThat(System.nanoTime()).as("patience").isLessThan(end);
      Thread.sleep(200);
    }
  }
}
