package news.slugline.bench.stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import news.slugline.avro.LogRecord;
import news.slugline.bench.Mix;
import news.slugline.bench.Newsroom;
import news.slugline.broker.EmbeddedKafka;
import news.slugline.claim.ClaimExtractor;
import news.slugline.runtime.Drain;
import news.slugline.runtime.Results;
import news.slugline.runtime.StreamsRunner;
import news.slugline.runtime.TopicAdmin;
import news.slugline.runtime.TopicReader;
import news.slugline.schema.Articles;
import news.slugline.schema.ExportFiles;
import news.slugline.topology.ControlHeaders;
import news.slugline.topology.Domain;
import news.slugline.topology.Engine;
import news.slugline.topology.Observer;
import news.slugline.topology.SluglineTopology;
import news.slugline.topology.TopicSerdes;
import news.slugline.topology.Topics;
import news.slugline.wire.LogEntry;
import news.slugline.wire.WireArticle;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The stream as it runs, exactly once, with broker and registry in this process: offers articles
 * flat out or at a rate, watches committed updates, checks that every article came out as the
 * domain alone says, and prints the figures.
 */
public final class StreamBench {
  private static final String SCOPE = "bench";
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** A full collection of a stream that lags, or a machine that does other work, takes seconds. */
  private static final double QUIET_SECONDS = 60;

  /** So many articles without an update are named. */
  private static final int NAMED = 20;

  /**
   * Behind the warm-up, in milliseconds: a stream that lagged commits at longer intervals for some
   * seconds, which says nothing about one that keeps up.
   */
  private static final long REST = 10_000;

  /** Above so many, articles are written while they are offered, and not held in memory. */
  private static final int HELD = 10_000;

  private final Options options;
  private final Map<String, Object> client;
  private final Path folder;
  private final SchemaRegistryClient registry = MockSchemaRegistry.getClientForScope(SCOPE);
  private final TopicSerdes serdes =
      new TopicSerdes(Map.of("schema.registry.url", "mock://" + SCOPE), registry);
  private final Map<String, Object> figures = new LinkedHashMap<>();

  private StreamBench(Options options, EmbeddedKafka kafka, Path folder) {
    this.options = options;
    this.folder = folder;
    this.client = new HashMap<>(Map.of("bootstrap.servers", kafka.bootstrapServers()));
  }

  public static void main(String[] args) throws Exception {
    Options options;
    try {
      options = Options.parse(args);
    } catch (IllegalArgumentException e) {
      System.err.println("bench/run stream: " + e.getMessage());
      System.exit(2);
      return;
    }
    Path folder = Files.createTempDirectory("slugline-bench");
    boolean right;
    try (EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0)) {
      right = new StreamBench(options, kafka, folder).run();
    } finally {
      delete(folder);
    }
    System.exit(right ? 0 : 1);
  }

  private boolean run() throws Exception {
    Iterable<WireArticle> articles = articles();
    Topics topics = new Topics("", options.partitions(), 1);
    double cpu = stream("stream", topics, articles, Domain.standard(extractor(), Engine.ID));
    boolean right = true;
    if (options.check() || options.ratios()) {
      List<LogEntry> log = log(topics);
      say("the domain alone");
      Recording alone = new Recording(log, options.ratios()).run(extractor(), Engine.ID);
      figures.put("alone.articles/s", options.articles() / alone.seconds);
      double work = 1000 * alone.cpuSeconds / options.articles();
      figures.put("alone.cpu ms/article", work);
      figures.put("stream over alone, cpu ms/article", cpu - work);
      right = check(topics, articles, log, alone);
      if (options.ratios()) {
        stream("constant", new Topics("constant.", 1, 1), articles, alone.constant());
        figures.put("produce-consume.articles/s", through(articles));
      }
    }
    figures.put("peak RSS MB", Cost.peakRssMb());
    figures.put("heap after MB", Cost.heapMb());
    figures.put("disk MB", Cost.diskMb(folder));
    print();
    return right;
  }

  private static ClaimExtractor extractor() {
    return ClaimExtractor.standard();
  }

  private Iterable<WireArticle> articles() {
    Iterable<WireArticle> anew =
        () -> Stream.generate(newsroom()::next).limit(options.articles()).iterator();
    if (options.articles() > HELD) {
      return anew;
    }
    say("writing " + options.articles() + " articles");
    List<WireArticle> out = new ArrayList<>();
    anew.forEach(out::add);
    return out;
  }

  private Newsroom newsroom() {
    double perSecond = options.flatOut() ? options.simulated() : options.perSecond();
    return new Newsroom(options.seed(), Mix.named(options.mix()), perSecond);
  }

  private static void say(String what) {
    System.err.println("bench/run stream: " + what);
  }

  /** Runs the articles through; returns the milliseconds of processor time of an article. */
  private double stream(String name, Topics topics, Iterable<WireArticle> articles, Domain domain)
      throws Exception {
    try (Admin admin = Admin.create(client)) {
      new TopicAdmin(admin, registry).create(topics);
    }
    boolean replay = options.flatOut();
    try (StreamsRunner streams = runner(name, topics, domain);
        Watch watch =
            new Watch(topics, client, serdes.update().deserializer(), options.articles(), folder)) {
      Cost start = new Cost();
      streams.start();
      if (!streams.awaitRunning(Duration.ofMinutes(1))) {
        throw new IOException("the streams did not start", streams.failure());
      }
      figures.put(name + ".start s", start.seconds());
      say(name + ": started");
      long from = System.nanoTime();
      Cost cost = new Cost();
      long measured = publish(topics, articles, watch);
      say(name + ": published");
      if (replay) {
        if (!new Drain(topics, serdes, client, name)
            .await("end", PATIENCE, streams::failure, placed -> {})) {
          throw new IOException("the articles did not come through", streams.failure());
        }
      } else {
        await(watch, options.articles());
      }
      double seconds = cost.seconds();
      double cpu = 1000 * cost.cpuSeconds() / options.articles();
      // the drain may be at the end of the topics before the watch is
      await(watch, options.articles());
      figures.put(name + ".articles/s", options.articles() / seconds);
      figures.put(name + ".cpu ms/article", cpu);
      figures.put(name + ".articles with an update", watch.seen());
      List<String> missing = watch.missing();
      if (!missing.isEmpty()) {
        figures.put(name + ".without one", missing.subList(0, Math.min(NAMED, missing.size())));
      }
      figures.put(name + ".updates after each tenth of the time", watch.tenths(from));
      figures.put(name + ".cpu ms/article by tenth of the articles", watch.cpuByTenth());
      figures.put(name + ".cpu ms/article, second half", watch.cpuByThread());
      figures.put(name + ".RSS/disk MB by tenth", watch.sizes());
      if (!replay) {
        latencies(name, watch, measured);
      }
      return cpu;
    }
  }

  private StreamsRunner runner(String name, Topics topics, Domain domain) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.putAll(options.kafka());
    Map<String, Object> config =
        StreamsRunner.config(name, state().toString(), options.threads(), 0, settings);
    return new StreamsRunner(
        SluglineTopology.build(
            topics, serdes, options.flatOut(), options.tick(), Engine.ID, domain, Observer.NONE),
        config);
  }

  private Path state() {
    return folder.resolve("state");
  }

  private void latencies(String name, Watch watch, long from) {
    long[] ns = watch.latencies(from);
    for (double p : new double[] {50, 99, 99.9, 100}) {
      int at = (int) Math.ceil(p / 100 * ns.length) - 1;
      String label = p == 100 ? "max" : "p" + (p % 1 == 0 ? Integer.toString((int) p) : "99.9");
      figures.put(name + ".latency " + label + " ms", ns.length == 0 ? -1 : ns[at] / 1e6);
    }
  }

  /**
   * Offers the articles; returns the nanosecond from which on their latency is measured: when those
   * that warm up have come through, or, if there are none, after a fifth of all.
   */
  private long publish(Topics topics, Iterable<WireArticle> articles, Watch watch)
      throws Exception {
    try (KafkaProducer<byte[], byte[]> producer = producer()) {
      long from = System.nanoTime();
      // The articles of the warm-up are as old as they would be, had they come at the rate.
      double early = options.flatOut() ? 0 : options.warm() / options.perSecond();
      Instant begun = Instant.now().minusMillis((long) (1000 * early));
      int sent = 0;
      for (WireArticle a : articles) {
        if (!options.flatOut()) {
          if (sent == options.warm() && sent > 0) {
            producer.flush();
            await(watch, sent);
            Thread.sleep(REST);
            from = System.nanoTime();
            say("warm after " + sent + " articles");
          }
          long paced = Math.max(0, sent++ - options.warm());
          long due = from + (long) (paced * 1e9 / options.perSecond());
          for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            Thread.sleep(left / 1_000_000, (int) (left % 1_000_000));
          }
          // live: the articles' own times are now, whatever the newsroom's are
          Duration at = Duration.between(Newsroom.START, a.versionCreated());
          a = a.toBuilder().versionCreated(begun.plus(at)).firstCreated(begun.plus(at)).build();
        }
        String uri = a.uri();
        String version = a.version();
        byte[] value = serdes.article().serializer().serialize(topics.raw(), Articles.toAvro(a));
        var record =
            new ProducerRecord<>(topics.raw(), uri.getBytes(StandardCharsets.UTF_8), value);
        record
            .headers()
            .add(Watch.ARTICLE, Watch.name(uri, version).getBytes(StandardCharsets.UTF_8));
        producer.send(record, (metadata, e) -> watch.acknowledged(uri, version));
      }
      if (options.flatOut()) {
        var end = new ProducerRecord<byte[], byte[]>(topics.raw(), new byte[] {'e'}, null);
        end.headers().add(ControlHeaders.END_OF_REPLAY, "end".getBytes(StandardCharsets.UTF_8));
        producer.send(end).get();
      }
      producer.flush();
      boolean cold = options.warm() == 0 && !options.flatOut();
      return cold ? from + (long) (0.2e9 * options.articles() / options.perSecond()) : from;
    }
  }

  /** Waits until so many articles have an update, or nothing comes any more. */
  private static void await(Watch watch, int articles) throws InterruptedException {
    while (watch.seen() < articles && watch.quietSeconds() < QUIET_SECONDS) {
      Thread.sleep(20);
    }
  }

  private KafkaProducer<byte[], byte[]> producer() {
    Map<String, Object> c = new HashMap<>(client);
    c.put("acks", "all");
    c.put("linger.ms", 5);
    c.put("compression.type", "lz4");
    return new KafkaProducer<>(c, new ByteArraySerializer(), new ByteArraySerializer());
  }

  private List<LogEntry> log(Topics topics) {
    try (TopicReader<LogRecord> reader =
        new TopicReader<>(client, topics.log(), serdes.log().deserializer())) {
      return Recording.entries(reader.toEnd().stream().map(r -> r.value()).toList());
    }
  }

  /**
   * Every article in the log once, in order, none rejected; every update and state as it must be.
   */
  private boolean check(
      Topics topics, Iterable<WireArticle> articles, List<LogEntry> log, Recording alone) {
    List<String> wrong = new ArrayList<>();
    List<String> sent = new ArrayList<>();
    articles.forEach(a -> sent.add(a.uri() + "/" + a.version()));
    List<String> logged =
        log.stream()
            .filter(LogEntry.Accepted.class::isInstance)
            .map(e -> ((LogEntry.Accepted) e).article())
            .map(a -> a.uri() + "/" + a.version())
            .toList();
    expect(wrong, "articles in the log", sent, logged);
    Results results = Results.read(topics, serdes, client);
    expect(
        wrong,
        "rejects",
        List.of(),
        results.rejected().stream().map(ExportFiles::rejected).toList());
    expect(
        wrong,
        "updates",
        alone.updates.stream().map(ExportFiles::update).sorted().toList(),
        results.updates().stream().map(ExportFiles::update).sorted().toList());
    if (options.flatOut()) {
      expect(
          wrong,
          "states",
          alone.states.values().stream().map(ExportFiles::story).sorted().toList(),
          results.stories().stream().map(ExportFiles::story).sorted().toList());
    }
    figures.put("stories", alone.states.size());
    figures.put("checked", wrong.isEmpty() ? "all right" : String.join("; ", wrong));
    return wrong.isEmpty();
  }

  private static void expect(
      List<String> wrong, String what, List<String> expected, List<String> found) {
    if (!expected.equals(found)) {
      int i = 0;
      while (i < Math.min(expected.size(), found.size()) && expected.get(i).equals(found.get(i))) {
        i++;
      }
      wrong.add(what + ": " + expected.size() + " expected, " + found.size() + " found, from " + i);
    }
  }

  /** Produces the same bytes to a topic of its own and consumes them. */
  private double through(Iterable<WireArticle> articles) throws Exception {
    Topics topics = new Topics("through.", 1, 1);
    try (Admin admin = Admin.create(client)) {
      new TopicAdmin(admin, registry).create(topics);
    }
    Cost cost = new Cost();
    try (KafkaProducer<byte[], byte[]> producer = producer()) {
      for (WireArticle a : articles) {
        byte[] value = serdes.article().serializer().serialize(topics.raw(), Articles.toAvro(a));
        producer.send(new ProducerRecord<>(topics.raw(), value));
      }
      producer.flush();
    }
    try (TopicReader<byte[]> reader =
        new TopicReader<>(
            client,
            topics.raw(),
            new org.apache.kafka.common.serialization.ByteArrayDeserializer())) {
      if (reader.toEnd().size() != options.articles()) {
        throw new IOException("produced " + options.articles() + ", consumed otherwise");
      }
    }
    return options.articles() / cost.seconds();
  }

  private void print() throws IOException {
    System.out.println(options);
    figures.forEach(
        (k, v) -> {
          String text =
              v instanceof Double d
                  ? String.format(java.util.Locale.ROOT, "%.2f", d)
                  : v instanceof int[] a ? java.util.Arrays.toString(a) : String.valueOf(v);
          System.out.printf("%-45s %s%n", k, text);
        });
    if (!options.json().isEmpty()) {
      Map<String, Object> all = new LinkedHashMap<>(figures);
      all.put("options", options.toString());
      new ObjectMapper()
          .writerWithDefaultPrettyPrinter()
          .writeValue(Path.of(options.json()).toFile(), all);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path p : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(p);
      }
    }
  }
}
