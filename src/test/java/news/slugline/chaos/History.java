package news.slugline.chaos;

import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import news.slugline.runtime.Drain;
import news.slugline.runtime.Publisher;
import news.slugline.runtime.Results;
import news.slugline.runtime.TopicAdmin;
import news.slugline.schema.ExportFiles;
import news.slugline.topology.SluglineTopology;
import news.slugline.topology.TopicSerdes;
import news.slugline.topology.Topics;
import news.slugline.wire.WireArticle;
import org.apache.kafka.clients.admin.Admin;

/**
 * One run of the workload through two instances under a prefix of its own, with faults between its
 * parts. Without faults it is the reference.
 */
final class History {
  private static final int PARTITIONS = 3;

  /** So many instances run; one more stands by for when it is scaled. */
  private static final int RUNNING = 2;

  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Brokers brokers;
  private final Wire registryWire;
  private final Path folder;
  private final String name;
  private final Random random;
  private final List<Instance> instances = new ArrayList<>();
  private final Topics topics;
  private final TopicSerdes serdes;
  private final CachedSchemaRegistryClient schemas;
  private final Map<String, Object> client;

  /**
   * @param registryPort the registry itself; the instances go through {@code registryWire}
   * @param seed decides which instance, which broker, how long
   */
  History(
      Brokers brokers, int registryPort, Wire registryWire, Path folder, String name, long seed) {
    this.brokers = brokers;
    this.registryWire = registryWire;
    this.folder = folder.resolve(name);
    this.name = name;
    this.random = new Random(seed);
    String url = "http://127.0.0.1:" + registryPort;
    this.client = new HashMap<>(Map.of("bootstrap.servers", brokers.bootstrap()));
    this.schemas = new CachedSchemaRegistryClient(url, 100);
    this.topics = new Topics(name + ".", PARTITIONS, Brokers.COUNT);
    this.serdes = new TopicSerdes(Map.of("schema.registry.url", url), schemas);
  }

  /**
   * What came out.
   *
   * @param behind final states that are not of their story's last update
   */
  record Outcome(
      List<String> updates, List<String> stories, long longestSilenceMillis, long behind) {}

  Outcome run(List<WireArticle> articles, List<Fault> faults) throws Exception {
    Files.createDirectories(folder);
    try (Admin admin = Admin.create(client)) {
      new TopicAdmin(admin, schemas).create(topics);
      try (Feed feed = new Feed(topics, client);
          Publisher publisher = new Publisher(topics, serdes, client)) {
        for (int i = 0; i < Brokers.INSTANCES; i++) {
          instances.add(instance(i));
        }
        for (Instance each : instances.subList(0, RUNNING)) {
          each.start();
        }
        send(publisher, articles, faults, feed);
        if (!new Drain(topics, serdes, client, name)
            .await("end", PATIENCE, () -> null, placed -> {})) {
          throw new IllegalStateException("it did not go through; see " + folder);
        }
        Results results = Results.read(topics, serdes, client);
        return new Outcome(
            results.updates().stream().map(ExportFiles::update).toList(),
            results.stories().stream().map(ExportFiles::story).toList(),
            feed.longestSilenceMillis(),
            behind(results));
      } finally {
        for (Instance each : instances) {
          each.close();
        }
        delete(admin);
      }
    }
  }

  private static long behind(Results results) {
    Map<String, Integer> last = new HashMap<>();
    results.updates().forEach(u -> last.merge(u.storyId(), u.revision(), Math::max));
    return results.stories().stream()
        .filter(s -> s.revision() != last.getOrDefault(s.storyId(), 0))
        .count();
  }

  private void send(Publisher publisher, List<WireArticle> articles, List<Fault> faults, Feed feed)
      throws Exception {
    int parts = faults.size() + 2;
    int from = 0;
    for (int part = 0; part < parts; part++) {
      int to = articles.size() * (part + 1) / parts;
      int before = feed.count();
      for (WireArticle a : articles.subList(from, to)) {
        publisher.article(a, "chaos");
      }
      publisher.flush();
      from = to;
      if (part < faults.size()) {
        // it strikes while this part is worked on, not before the instances have come up
        feed.awaitMoreThan(before, 60);
        Thread.sleep(random.nextInt(2_000));
        strike(faults.get(part), publisher, articles.subList(0, to));
      }
    }
    publisher.endOfReplay("end");
    publisher.flush();
  }

  private void strike(Fault fault, Publisher publisher, List<WireArticle> sent) throws Exception {
    int i = random.nextInt(RUNNING);
    int b = random.nextInt(Brokers.COUNT);
    Instance instance = instances.get(i);
    switch (fault) {
      case INSTANCE_KILLED -> instance.crash(random.nextInt(3_000));
      case BROKER_KILLED -> {
        brokers.kill(b);
        Thread.sleep(2_000 + random.nextInt(4_000));
        brokers.restart(b);
      }
      case BROKER_PAUSED -> {
        brokers.pause(b);
        Thread.sleep(8_000);
        brokers.resume(b);
        brokers.awaitAll();
      }
      case NETWORK_CUT -> {
        brokers.cutOff(i);
        Thread.sleep(12_000);
        brokers.reconnect(i);
      }
      case REGISTRY_DOWN -> {
        registryWire.cut();
        instance.crash(0);
        Thread.sleep(Integer.getInteger("slugline.chaos.registry.down.s", 60) * 1_000L);
        registryWire.mend();
      }
      case DISK_FULL -> fillDisk(i);
      case CLOCK_JUMPED -> instance.restartAt(random.nextBoolean() ? "+3h" : "-3h");
      case ROLLED -> {
        for (Instance each : instances.subList(0, RUNNING)) {
          each.close();
          each.start();
          Thread.sleep(3_000);
        }
      }
      case SCALED -> {
        Instance third = instances.get(RUNNING);
        third.start();
        Thread.sleep(10_000);
        third.close();
        instance.close();
        Thread.sleep(10_000);
        instance.start();
      }
      case SENT_AGAIN -> {
        for (int n = 0; n < 60; n++) {
          publisher.article(sent.get(random.nextInt(sent.size())), "chaos");
        }
        publisher.flush();
      }
    }
  }

  /** The instance's state folder is a small disk of its own; see {@link Disk}. */
  private void fillDisk(int i) throws Exception {
    Path filler = state(i).resolve("filler");
    Disk.fill(filler);
    Thread.sleep(12_000);
    Files.deleteIfExists(filler);
  }

  private Instance instance(int i) throws IOException, InterruptedException {
    Disk.mount(state(i));
    return new Instance(
        List.of(
            "run",
            "--bootstrap-servers",
            brokers.bootstrap(i),
            "--registry",
            "http://127.0.0.1:" + registryWire.port(),
            "--prefix",
            name + ".",
            "--set",
            "mode=REPLAY",
            "--set",
            "threads=2",
            "--set",
            "standbys=" + random.nextInt(2),
            "--set",
            "partitions=" + PARTITIONS,
            "--set",
            "replication=" + Brokers.COUNT,
            "--set",
            "application-id=" + name,
            "--set",
            "state-dir=" + state(i)),
        folder.resolve("instance-" + i + ".log"));
  }

  private Path state(int i) {
    return folder.resolve("state-" + i);
  }

  private void delete(Admin admin) throws Exception {
    List<String> own = new ArrayList<>();
    topics.all().forEach(t -> own.add(t.name()));
    SluglineTopology.STORES.forEach(s -> own.add(name + "-" + s + "-changelog"));
    for (var deleted : admin.deleteTopics(own).topicNameValues().values()) {
      try {
        deleted.get();
      } catch (java.util.concurrent.ExecutionException e) {
        // it was never made
      }
    }
    for (int i = 0; i < Brokers.INSTANCES; i++) {
      Disk.unmount(state(i));
      try (Stream<Path> walk = Files.walk(state(i))) {
        for (Path p : walk.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(p);
        }
      }
    }
  }
}
