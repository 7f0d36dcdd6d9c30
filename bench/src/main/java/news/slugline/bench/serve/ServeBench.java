package news.slugline.bench.serve;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;
import news.slugline.broker.EmbeddedKafka;
import news.slugline.claim.Kind;
import news.slugline.claim.Modality;
import news.slugline.runtime.TopicAdmin;
import news.slugline.schema.Outputs;
import news.slugline.story.ArticleUse;
import news.slugline.story.Cause;
import news.slugline.story.Change;
import news.slugline.story.ChangeReason;
import news.slugline.story.Counts;
import news.slugline.story.Evidence;
import news.slugline.story.Fact;
import news.slugline.story.FactStatus;
import news.slugline.story.LifeState;
import news.slugline.story.Position;
import news.slugline.story.StoryState;
import news.slugline.story.StoryUpdate;
import news.slugline.topology.TopicSerdes;
import news.slugline.topology.Topics;
import news.slugline.web.Tokens;
import news.slugline.web.WebServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Serves invented stories and measures: the catch-up of an empty read model, the API's answers, and
 * from an update's acknowledgement by the broker to its arrival at each of many event streams.
 */
public final class ServeBench {
  private static final int FACTS = 30;
  private static final int UPDATES = 3;
  private static final String BIG = "big";
  private static final int BIG_ARTICLES = 3_000;
  private static final String MARK = "\"storyId\":\"load-";

  private ServeBench() {}

  public static void main(String[] args) throws Exception {
    Map<String, Integer> o = new java.util.TreeMap<>();
    o.putAll(Map.of("stories", 10_000, "streams", 2_000, "rate", 20, "seconds", 30));
    for (String a : args) {
      String[] kv = a.split("=", 2);
      if (kv.length < 2 || !o.containsKey(kv[0])) {
        System.err.println(
            "unknown option " + a + ": stories, streams, rate, seconds, each =NUMBER");
        System.exit(2);
      }
      o.put(kv[0], Integer.parseInt(kv[1]));
    }
    SchemaRegistryClient registry = MockSchemaRegistry.getClientForScope("serve");
    TopicSerdes serdes = new TopicSerdes(Map.of("schema.registry.url", "mock://serve"), registry);
    Topics topics = new Topics("", 6, 1);
    Path folder = Files.createTempDirectory("serve-bench");
    try (EmbeddedKafka kafka = EmbeddedKafka.start()) {
      Map<String, Object> client = Map.of("bootstrap.servers", kafka.bootstrapServers());
      try (Admin admin = Admin.create(client)) {
        new TopicAdmin(admin, registry).create(topics);
      }
      try (Out out = new Out(topics, serdes, client)) {
        IntStream.range(0, o.get("stories")).forEach(out::story);
        out.bigStory();
        out.flush();
        long start = System.nanoTime();
        try (WebServer server =
            WebServer.start(
                new WebServer.Options(
                    "127.0.0.1", 0, folder, Tokens.none(), o.get("streams") + 10, 0),
                topics,
                serdes,
                client)) {
          while (!server.caughtUp()) {
            Thread.sleep(20);
          }
          say("catch-up, %d stories: %.1f s", o.get("stories"), (System.nanoTime() - start) / 1e9);
          api(server.port(), o.get("stories"));
          big(server.port());
          say("the board: %s/", server.url());
          streams(server.port(), out, o.get("streams"), o.get("rate"), o.get("seconds"));
        }
      }
    }
    System.exit(0);
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }

  /** The one story of thousands of articles, whole. */
  private static void big(int port) throws Exception {
    HttpClient http = HttpClient.newHttpClient();
    HttpRequest r =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/stories/" + BIG))
            .build();
    List<Long> took = new ArrayList<>();
    int bytes = 0;
    for (int i = 0; i < 200; i++) {
      long t = System.nanoTime();
      bytes = http.send(r, HttpResponse.BodyHandlers.ofByteArray()).body().length;
      if (i >= 50) {
        took.add(System.nanoTime() - t);
      }
    }
    say("a story of %d articles: %d bytes", BIG_ARTICLES, bytes);
    quantiles("its whole state", took.stream().mapToLong(Long::longValue).toArray());
  }

  private static void api(int port, int stories) throws Exception {
    HttpClient http = HttpClient.newHttpClient();
    List<Long> took = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      String path =
          switch (i % 4) {
            case 0 -> "stories";
            case 1 -> "stories?text=harbour+" + i % 10;
            case 2 -> "stories/old-" + (i * 7919L % stories);
            default -> "stories/old-" + (i * 104_729L % stories) + "/updates?brief=true";
          };
      HttpRequest r =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/" + path))
              .build();
      long t = System.nanoTime();
      http.send(r, HttpResponse.BodyHandlers.ofByteArray());
      if (i >= 500) {
        took.add(System.nanoTime() - t);
      }
    }
    quantiles("API, one client", took.stream().mapToLong(Long::longValue).toArray());
  }

  private static void streams(int port, Out out, int count, int rate, int seconds)
      throws Exception {
    int updates = rate * seconds;
    AtomicLongArray acknowledged = new AtomicLongArray(updates);
    Listeners listeners = new Listeners(port, count, acknowledged);
    Thread reading = new Thread(listeners, "listeners");
    reading.setDaemon(true);
    reading.start();
    Thread.sleep(3_000);
    long next = System.nanoTime();
    for (int i = 0; i < updates; i++) {
      int n = i;
      out.live(n, () -> acknowledged.set(n, System.nanoTime()));
      next += 1_000_000_000L / rate;
      Thread.sleep(Math.max(0, (next - System.nanoTime()) / 1_000_000));
    }
    Thread.sleep(5_000);
    say("streams: %d, arrivals %d of %d", count, listeners.arrived, (long) count * updates);
    say("bytes an arrival: %d", listeners.bytes / Math.max(1, listeners.arrived));
    quantiles("from acknowledgement to arrival", Arrays.copyOf(listeners.took, listeners.arrived));
  }

  private static void quantiles(String what, long[] nanos) {
    long[] s = nanos.clone();
    Arrays.sort(s);
    if (s.length > 0) {
      say(
          "%s: p50 %.1f ms, p99 %.1f ms, most %.1f ms",
          what, s[s.length / 2] / 1e6, s[(int) (s.length * 0.99)] / 1e6, s[s.length - 1] / 1e6);
    }
  }

  /** Many streams read by one thread. */
  private static final class Listeners implements Runnable {
    private final Selector selector = Selector.open();
    private final AtomicLongArray acknowledged;
    private final long[] took;
    private volatile int arrived;
    private volatile long bytes;

    Listeners(int port, int count, AtomicLongArray acknowledged) throws IOException {
      this.acknowledged = acknowledged;
      this.took = new long[count * acknowledged.length()];
      byte[] request =
          ("GET /api/v1/updates/stream HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII);
      for (int i = 0; i < count; i++) {
        SocketChannel c = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
        c.write(ByteBuffer.wrap(request));
        c.configureBlocking(false);
        c.register(selector, SelectionKey.OP_READ, new Chunks());
      }
    }

    @Override
    public void run() {
      ByteBuffer buffer = ByteBuffer.allocate(256 * 1024);
      try {
        while (true) {
          selector.select();
          for (SelectionKey k : selector.selectedKeys()) {
            buffer.clear();
            int n = ((SocketChannel) k.channel()).read(buffer);
            if (n < 0) {
              k.cancel();
              continue;
            }
            bytes += n;
            ((Chunks) k.attachment()).take(buffer.flip(), this::arrived);
          }
          selector.selectedKeys().clear();
        }
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }

    private void arrived(int update) {
      long sent = acknowledged.get(update);
      long now = System.nanoTime();
      // the stream can be faster than the producer's thread
      took[arrived++] = sent == 0 ? 0 : Math.max(0, now - sent);
    }
  }

  /** One answer in chunks: finds the numbers of its updates, wherever the chunks' borders are. */
  private static final class Chunks {
    private static final byte[] MARKED = MARK.getBytes(StandardCharsets.US_ASCII);

    private boolean head = true;
    private int ends;
    private int left;
    private int size;
    private boolean sized;
    private int matched;
    private int number = -1;

    void take(ByteBuffer in, java.util.function.IntConsumer found) {
      while (in.hasRemaining()) {
        if (head) {
          byte b = in.get();
          ends = b == '\n' ? ends + 1 : b == '\r' ? ends : 0;
          head = ends < 2;
        } else if (left == 0) {
          size(in.get());
        } else {
          body(in, found);
        }
      }
    }

    private void size(byte b) {
      int digit = Character.digit(b, 16);
      if (digit >= 0) {
        size = size * 16 + digit;
        sized = true;
      } else if (b == '\n' && sized) {
        left = size;
        size = 0;
        sized = false;
      }
    }

    private void body(ByteBuffer in, java.util.function.IntConsumer found) {
      byte[] a = in.array();
      int from = in.position();
      int to = from + Math.min(left, in.remaining());
      for (int i = from; i < to; i++) {
        byte b = a[i];
        if (number >= 0) {
          if (b >= '0' && b <= '9') {
            number = number * 10 + b - '0';
          } else {
            found.accept(number);
            number = -1;
          }
        } else if (b == MARKED[matched]) {
          if (++matched == MARKED.length) {
            matched = 0;
            number = 0;
          }
        } else {
          matched = b == MARKED[0] ? 1 : 0;
        }
      }
      left -= to - from;
      in.position(to);
    }
  }

  /** Writes what the story's task would. */
  private static final class Out implements AutoCloseable {
    private final Topics topics;
    private final TopicSerdes serdes;
    private final KafkaProducer<String, byte[]> producer;

    Out(Topics topics, TopicSerdes serdes, Map<String, Object> client) {
      this.topics = topics;
      this.serdes = serdes;
      Map<String, Object> c = new java.util.HashMap<>(client);
      c.put("compression.type", "lz4");
      producer = new KafkaProducer<>(c, new StringSerializer(), new ByteArraySerializer());
    }

    void story(int n) {
      String id = "old-" + n;
      for (int r = 1; r <= UPDATES; r++) {
        send(update(id, r, 10), () -> {});
      }
      byte[] value =
          serdes.state().serializer().serialize(topics.stories(), Outputs.toAvro(state(id)));
      producer.send(new ProducerRecord<>(topics.stories(), id, value));
    }

    void bigStory() {
      StoryState s = state(BIG);
      StoryState big =
          new StoryState(
              BIG,
              UPDATES,
              s.state(),
              s.headline(),
              s.gist(),
              s.people(),
              s.places(),
              new Counts(BIG_ARTICLES, 40, 40, 5),
              IntStream.range(0, BIG_ARTICLES).mapToObj(n -> ref(BIG, n)).toList(),
              s.sources(),
              s.origins(),
              facts(BIG, 300),
              500,
              null,
              s.eventTime(),
              s.engine());
      byte[] value = serdes.state().serializer().serialize(topics.stories(), Outputs.toAvro(big));
      producer.send(new ProducerRecord<>(topics.stories(), BIG, value));
    }

    void live(int n, Runnable acknowledged) {
      send(update("load-" + n, 1, 10), acknowledged);
    }

    private void send(StoryUpdate u, Runnable acknowledged) {
      byte[] value = serdes.update().serializer().serialize(topics.updates(), Outputs.toAvro(u));
      producer.send(
          new ProducerRecord<>(topics.updates(), u.storyId(), value), (m, e) -> acknowledged.run());
    }

    void flush() {
      producer.flush();
    }

    @Override
    public void close() {
      producer.close();
    }

    private static Fact fact(String id, int n) {
      Evidence e =
          new Evidence(
              "urn:" + id + ":" + n % UPDATES,
              "1",
              "North Wire",
              "North Wire",
              true,
              10,
              90,
              "The harbour of " + id + " was closed after " + n + " boats sank, the master said.",
              null,
              Modality.REPORTED,
              true,
              null);
      Position p =
          new Position(
              n + " boats",
              FactStatus.SINGLE_SOURCE,
              true,
              1,
              List.of("North Wire"),
              List.of(),
              List.of(),
              List.of(e, e),
              0);
      return new Fact(
          id + "-" + n,
          "sink|" + n,
          Kind.QUANTITY,
          FactStatus.SINGLE_SOURCE,
          null,
          e.text(),
          List.of(p),
          List.of());
    }

    private static List<Fact> facts(String id, int count) {
      return IntStream.range(0, count).mapToObj(n -> fact(id, n)).toList();
    }

    private static StoryState.ArticleRef ref(String id, int n) {
      return new StoryState.ArticleRef(
          "urn:" + id + ":" + n,
          "1",
          "North Wire",
          null,
          null,
          "Harbour closed",
          time(id),
          ArticleUse.USED);
    }

    private static String time(String id) {
      return Instant.parse("2026-03-01T08:00:00Z")
          .plusSeconds(Math.floorMod(id.hashCode(), 864_000))
          .toString();
    }

    private static StoryUpdate update(String id, int revision, int facts) {
      List<Change> changes =
          facts(id, facts).stream()
              .map(
                  f ->
                      new Change(
                          ChangeReason.NEW_CLAIM,
                          f.factId(),
                          null,
                          null,
                          f.positions().get(0).value(),
                          f.gist(),
                          f.positions().get(0).evidence()))
              .toList();
      return new StoryUpdate(
          id,
          revision,
          new Cause(Cause.Type.ARTICLE, "urn:" + id + ":" + (revision - 1), "1", null, time(id)),
          changes,
          0,
          LifeState.EMERGING,
          "Harbour of " + id + " closed",
          new Counts(revision, 1, 1, 1),
          null,
          time(id),
          "1",
          "The harbour is closed.",
          List.of("Anna Berg"),
          List.of("Port Alba"),
          List.of("North Wire"),
          List.of("North Wire"),
          List.of(ref(id, revision - 1)),
          List.of(),
          facts(id, facts),
          List.of(),
          facts,
          0);
    }

    private static StoryState state(String id) {
      return new StoryState(
          id,
          UPDATES,
          LifeState.EMERGING,
          "Harbour of " + id + " closed",
          "The harbour is closed.",
          List.of("Anna Berg"),
          List.of("Port Alba"),
          new Counts(UPDATES, 1, 1, 1),
          IntStream.range(0, UPDATES).mapToObj(n -> ref(id, n)).toList(),
          List.of("North Wire"),
          List.of("North Wire"),
          facts(id, FACTS),
          0,
          null,
          time(id),
          "1");
    }
  }
}
