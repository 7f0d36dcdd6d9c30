package news.slugline.chaos;

import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import news.slugline.broker.EmbeddedRegistry;
import news.slugline.runtime.TopicAdmin;
import news.slugline.testing.Histories;
import news.slugline.topology.TopicSerdes;
import news.slugline.topology.Topics;
import news.slugline.wire.WireArticle;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;

/**
 * How long a restart takes when many stories are open: after a kill -9, after which exactly once
 * wipes the stores and restores them from their changelogs; after a stop in order, whose stores are
 * good; and with a standby copy, when the killed instance stays away. From the signal, or for the
 * stop in order from the new start, to the first update, read as committed, on an article that was
 * published after it. Ten articles a second come in all the while.
 *
 * <p>Arguments: articles, folder. Every article is about something else, and short; how many
 * stories grouping makes of them is told.
 */
public final class Restart {
  private static final int PARTITIONS = 3;
  private static final int MEGABYTES = 1_500;
  private static final long PATIENCE_MILLIS = 600_000;
  private static final Pattern RESTORED =
      Pattern.compile("Restored (\\d+) rows of (\\S+) in (\\d+) ms");

  private final Path folder;
  private final Brokers brokers;
  private final EmbeddedRegistry registry;

  private Restart(Path folder, Brokers brokers, EmbeddedRegistry registry) {
    this.folder = folder;
    this.brokers = brokers;
    this.registry = registry;
  }

  public static void main(String[] args) throws Exception {
    int articles = Integer.parseInt(args[0]);
    Path folder = Path.of(args[1], "restart-" + ProcessHandle.current().pid());
    Files.createDirectories(folder);
    // as docker-compose.yml has it
    Map<String, String> settings =
        Map.of("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
    try (EmbeddedRegistry registry = EmbeddedRegistry.inMemory(0);
        Brokers brokers = new Brokers(folder, settings)) {
      new Restart(folder, brokers, registry).run(articles);
    }
    System.exit(0);
  }

  private void run(int articles) throws Exception {
    Map<String, Object> client = new HashMap<>(Map.of("bootstrap.servers", brokers.bootstrap()));
    CachedSchemaRegistryClient schemas = new CachedSchemaRegistryClient(registry.url(), 100);
    Topics topics = new Topics("", PARTITIONS, Brokers.COUNT);
    TopicSerdes serdes = new TopicSerdes(Map.of("schema.registry.url", registry.url()), schemas);
    List<Instance> instances = new ArrayList<>();
    try (Admin admin = Admin.create(client)) {
      new TopicAdmin(admin, schemas).create(topics);
      instances.add(instance(0, 0));
      try (Pulse pulse = new Pulse(client, topics, serdes, new Strangers(), articles)) {
        instances.get(0).start();
        fill(pulse);
        System.out.printf("%d stories of %d articles%n", pulse.stories(), articles);
        changelogs(admin);
        System.out.println("| what | to the first / to every partition, s | restored |");
        System.out.println("|---|---|---|");
        alone(pulse, instances);
        withStandby(pulse, instances);
      } finally {
        for (Instance each : instances) {
          each.kill();
        }
      }
    }
  }

  /** Waits until all that was sent flat out has come through. */
  private static void fill(Pulse pulse) throws InterruptedException {
    while (!pulse.calm()) {
      Thread.sleep(100);
    }
    pulse.mark();
    while (!pulse.await(PARTITIONS, 0)) {
      System.err.printf("bench/restart: %d updates%n", pulse.updates());
      Thread.sleep(10_000);
    }
  }

  private void alone(Pulse pulse, List<Instance> instances) throws Exception {
    Instance instance = instances.get(0);
    // first, as a store that was closed in order not long ago is good up to then
    long from = logged(0);
    pulse.mark();
    instance.kill();
    instance.start();
    tell("kill -9, started again", pulse, 0, from);
    Thread.sleep(20_000);
    from = logged(0);
    instance.close();
    pulse.mark();
    instance.start();
    tell("stopped in order, started again", pulse, 0, from);
    Thread.sleep(20_000);
    instance.close();
  }

  /** Two instances, each with a copy of the other's stores; one after the other is killed. */
  private void withStandby(Pulse pulse, List<Instance> instances) throws Exception {
    pulse.mark();
    instances.set(0, instance(0, 1));
    instances.add(instance(1, 1));
    for (Instance each : instances) {
      each.start();
    }
    pulse.await(PARTITIONS, PATIENCE_MILLIS);
    // a copy is made as a store is restored
    long copied = (long) (2_000 * pulse.lastSeconds()) + 60_000;
    for (int i = 0; i < 2; i++) {
      Thread.sleep(copied);
      long from = logged(1 - i);
      pulse.mark();
      instances.get(i).kill();
      tell("kill -9 with a standby, stays away (" + (i + 1) + ")", pulse, 1 - i, from);
      instances.get(i).start();
    }
  }

  private void tell(String what, Pulse pulse, int instance, long from) throws Exception {
    String times =
        pulse.await(PARTITIONS, PATIENCE_MILLIS)
            ? String.format(Locale.ROOT, "%.1f / %.1f", pulse.firstSeconds(), pulse.lastSeconds())
            : "not within " + PATIENCE_MILLIS / 1_000 + " s";
    System.out.printf("| %s | %s | %s |%n", what, times, restored(instance, from));
  }

  private Path log(int instance) {
    return folder.resolve("instance-" + instance + ".log");
  }

  private long logged(int instance) throws IOException {
    return Files.size(log(instance));
  }

  /** What an instance says it has restored, from there on in its log: rows and time by store. */
  private String restored(int instance, long from) throws IOException {
    byte[] all = Files.readAllBytes(log(instance));
    String said = new String(all, (int) from, all.length - (int) from, StandardCharsets.UTF_8);
    Map<String, long[]> stores = new TreeMap<>();
    for (Matcher m = RESTORED.matcher(said); m.find(); ) {
      long[] sum = stores.computeIfAbsent(m.group(2), s -> new long[2]);
      sum[0] += Long.parseLong(m.group(1));
      sum[1] = Math.max(sum[1], Long.parseLong(m.group(3)));
    }
    List<String> out = new ArrayList<>();
    stores.forEach(
        (store, sum) ->
            out.add(
                String.format(
                    Locale.ROOT, "%s: %,d rows, %.1f s", store, sum[0], sum[1] / 1_000.0)));
    return out.isEmpty() ? "nothing" : String.join("; ", out);
  }

  /** Records and bytes of the changelogs, the latter of one copy as it lies on a broker's disk. */
  private static void changelogs(Admin admin) throws ExecutionException, InterruptedException {
    List<String> names =
        admin.listTopics().names().get().stream()
            .filter(name -> name.endsWith("-changelog"))
            .sorted()
            .toList();
    Map<String, TopicDescription> topics = admin.describeTopics(names).allTopicNames().get();
    Map<TopicPartition, Long> bytes = new HashMap<>();
    Collection<LogDirDescription> folders =
        Objects.requireNonNull(admin.describeLogDirs(List.of(1)).allDescriptions().get().get(1))
            .values();
    for (LogDirDescription each : folders) {
      each.replicaInfos().forEach((partition, info) -> bytes.put(partition, info.size()));
    }
    System.out.println("| changelog | partitions | records | MB |");
    System.out.println("|---|---|---|---|");
    for (String name : names) {
      List<TopicPartition> partitions =
          Objects.requireNonNull(topics.get(name)).partitions().stream()
              .map(p -> new TopicPartition(name, p.partition()))
              .toList();
      long records =
          sum(admin, partitions, OffsetSpec.latest())
              - sum(admin, partitions, OffsetSpec.earliest());
      long size = partitions.stream().mapToLong(p -> bytes.getOrDefault(p, 0L)).sum();
      System.out.printf(
          Locale.ROOT, "| %s | %d | %,d | %.1f |%n", name, partitions.size(), records, size / 1e6);
    }
  }

  private static long sum(Admin admin, List<TopicPartition> partitions, OffsetSpec of)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    partitions.forEach(p -> asked.put(p, of));
    LongStream offsets =
        admin.listOffsets(asked).all().get().values().stream()
            .mapToLong(ListOffsetsResultInfo::offset);
    return offsets.sum();
  }

  private Instance instance(int i, int standbys) throws IOException {
    List<String> arguments =
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
            "application-id=restart",
            "--set",
            "state-dir=" + folder.resolve("state-" + i));
    Files.createDirectories(folder);
    Path log = log(i);
    if (Files.notExists(log)) {
      Files.createFile(log);
    }
    return new Instance(arguments, log, MEGABYTES);
  }

  /** First articles of invented stories without end, written just now. */
  private static final class Strangers implements Iterator<WireArticle> {
    private int count;

    @Override
    public boolean hasNext() {
      return true;
    }

    @Override
    public WireArticle next() {
      WireArticle a = Histories.stranger(++count);
      Instant now = Instant.now().minus(Duration.ofSeconds(1));
      return a.toBuilder()
          .uri("urn:test:restart:" + count)
          .firstCreated(now)
          .versionCreated(now)
          .build();
    }
  }
}
