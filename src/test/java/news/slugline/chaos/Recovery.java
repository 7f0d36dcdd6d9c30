package news.slugline.chaos;

import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import news.slugline.broker.EmbeddedRegistry;
import news.slugline.runtime.TopicAdmin;
import news.slugline.testing.Histories;
import news.slugline.topology.TopicSerdes;
import news.slugline.topology.Topics;
import news.slugline.wire.WireArticle;
import org.apache.kafka.clients.admin.Admin;

/**
 * How long a killed instance is missed: from its kill -9 to the first update, read as committed, on
 * an article that was published after it, in each partition of the updates. Ten articles a second
 * come in all the while.
 *
 * <p>Arguments: kills a row of the table, articles sent in before, folder, and the settings' names,
 * all if none is given.
 */
public final class Recovery {
  private static final int PARTITIONS = 3;
  private static final long PATIENCE_MILLIS = 180_000;
  private static final String NOT_WITHIN = "not within " + PATIENCE_MILLIS / 1_000 + " s";

  /** Settings of Kafka that decide how long it takes to notice and to clear up. */
  private enum Tuning {
    STOCK(
        "Kafka's own defaults",
        Map.of(
            "broker.session.timeout.ms", "9000",
            "broker.heartbeat.interval.ms", "2000",
            "group.initial.rebalance.delay.ms", "3000"),
        List.of("kafka.consumer.session.timeout.ms=45000")),
    SLUGLINE(
        "Slugline's, with the brokers of docker-compose.yml",
        Map.of("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000"),
        List.of()),
    QUICK(
        "quick: session 2 s, transactions 2.5 s",
        Map.of(
            "transaction.abort.timed.out.transaction.cleanup.interval.ms", "250",
            "group.min.session.timeout.ms", "1000"),
        List.of(
            "kafka.consumer.session.timeout.ms=2000",
            "kafka.consumer.heartbeat.interval.ms=500",
            "kafka.producer.transaction.timeout.ms=2500"));

    final String words;
    final Map<String, String> brokers;
    final List<String> instance;

    Tuning(String words, Map<String, String> brokers, List<String> instance) {
      this.words = words;
      this.brokers = brokers;
      this.instance = instance;
    }
  }

  private final Path folder;
  private final int kills;
  private final int before;
  private final Iterator<WireArticle> wire = Histories.of(20_000, 20261126L).iterator();

  private Recovery(Path folder, int kills, int before) {
    this.folder = folder;
    this.kills = kills;
    this.before = before;
  }

  public static void main(String[] args) throws Exception {
    int kills = Integer.parseInt(args[0]);
    int before = Integer.parseInt(args[1]);
    Path folder = Path.of(args[2], "recovery-" + ProcessHandle.current().pid());
    Files.createDirectories(folder);
    System.out.println(
        "| Kafka settings | the killed instance | standbys | kill, s to the first / to every partition |");
    System.out.println("|---|---|---|---|");
    List<String> wanted = List.of(args).subList(3, args.length);
    for (Tuning tuning : Tuning.values()) {
      if (!wanted.isEmpty() && !wanted.contains(tuning.name().toLowerCase(Locale.ROOT))) {
        continue;
      }
      for (boolean back : new boolean[] {true, false}) {
        for (int standbys = 0; standbys < 2; standbys++) {
          String name =
              tuning.name().toLowerCase(Locale.ROOT) + (back ? "-back-" : "-away-") + standbys;
          String row =
              new Recovery(folder.resolve(name), kills, before).row(tuning, back, standbys);
          System.out.printf(
              Locale.ROOT,
              "| %s | %s | %d | %s |%n",
              tuning.words,
              back ? "is started again at once" : "stays away",
              standbys,
              row);
        }
      }
    }
    System.exit(0);
  }

  /** Kills one instance after the other; a figure pair each. */
  private String row(Tuning tuning, boolean back, int standbys) throws Exception {
    Files.createDirectories(folder);
    List<Instance> instances = new ArrayList<>();
    try (EmbeddedRegistry registry = EmbeddedRegistry.inMemory(0);
        Brokers brokers = new Brokers(folder, tuning.brokers)) {
      Map<String, Object> client = new HashMap<>(Map.of("bootstrap.servers", brokers.bootstrap()));
      CachedSchemaRegistryClient schemas = new CachedSchemaRegistryClient(registry.url(), 100);
      Topics topics = new Topics("", PARTITIONS, Brokers.COUNT);
      TopicSerdes serdes = new TopicSerdes(Map.of("schema.registry.url", registry.url()), schemas);
      try (Admin admin = Admin.create(client)) {
        new TopicAdmin(admin, schemas).create(topics);
      }
      for (int i = 0; i < 2; i++) {
        instances.add(instance(brokers, registry, tuning, standbys, i));
        instances.get(i).start();
      }
      try (Pulse pulse = new Pulse(client, topics, serdes, wire, before)) {
        return measure(instances, back, pulse);
      } finally {
        for (Instance each : instances) {
          each.kill();
        }
      }
    }
  }

  private String measure(List<Instance> instances, boolean back, Pulse pulse) throws Exception {
    StringBuilder out = new StringBuilder();
    // all that was sent in before has come out, and both instances have their tasks
    while (pulse.updates() < before) {
      Thread.sleep(1_000);
    }
    Thread.sleep(15_000);
    for (int k = 0; k < kills; k++) {
      Instance victim = instances.get(k % instances.size());
      pulse.mark();
      victim.kill();
      if (back) {
        victim.start();
      }
      boolean came = pulse.await(PARTITIONS, PATIENCE_MILLIS);
      out.append(out.isEmpty() ? "" : "; ").append(came ? times(pulse) : NOT_WITHIN);
      if (!back) {
        victim.start();
      }
      // until it has its tasks, and its copies, again
      Thread.sleep(25_000);
    }
    return out.toString();
  }

  private static String times(Pulse pulse) {
    return String.format(Locale.ROOT, "%.1f / %.1f", pulse.firstSeconds(), pulse.lastSeconds());
  }

  private Instance instance(
      Brokers brokers, EmbeddedRegistry registry, Tuning tuning, int standbys, int i)
      throws Exception {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "run",
                "--bootstrap-servers",
                brokers.bootstrap(i),
                "--registry",
                registry.url(),
                "--set",
                "threads=2",
                "--set",
                "standbys=" + standbys,
                "--set",
                "partitions=" + PARTITIONS,
                "--set",
                "replication=" + Brokers.COUNT,
                "--set",
                "application-id=recovery",
                "--set",
                "state-dir=" + folder.resolve("state-" + i)));
    for (String setting : tuning.instance) {
      arguments.add("--set");
      arguments.add(setting);
    }
    return new Instance(arguments, folder.resolve("instance-" + i + ".log"));
  }
}
