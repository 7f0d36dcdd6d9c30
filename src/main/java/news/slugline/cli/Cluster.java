package news.slugline.cli;

import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import news.slugline.avro.Promotion;
import news.slugline.broker.Addresses;
import news.slugline.broker.BrokerException;
import news.slugline.broker.EmbeddedKafka;
import news.slugline.broker.EmbeddedRegistry;
import news.slugline.config.Settings;
import news.slugline.ingest.Target;
import news.slugline.runtime.Promotions;
import news.slugline.topology.TopicSerdes;
import news.slugline.topology.Topics;
import org.jspecify.annotations.Nullable;

/**
 * The broker and the registry that a command works with: those of the settings, or, where they name
 * none, those on the data folder: of the process that holds it, else ones inside this process.
 */
final class Cluster implements AutoCloseable {
  private static final int SCHEMAS = 1_000;

  /** A registry that takes a call and does not answer it; its client would wait for a minute. */
  private static final int REGISTRY_MS = 10_000;

  /** How long a Kafka of one's own may take to start. */
  private static final Duration START = Duration.ofSeconds(30);

  private static final long PAUSE_MS = 200;

  private final Settings settings;
  private final @Nullable EmbeddedKafka kafka;
  private final boolean onDataFolder;
  private final @Nullable EmbeddedRegistry embeddedRegistry;
  private final SchemaRegistryClient registryClient;

  /** Null until it is asked for. */
  private @Nullable Optional<Promotion> promotion;

  private Cluster(
      Settings settings,
      boolean onDataFolder,
      @Nullable EmbeddedKafka kafka,
      @Nullable EmbeddedRegistry registry) {
    this.settings = settings;
    this.onDataFolder = onDataFolder;
    this.kafka = kafka;
    this.embeddedRegistry = registry;
    Map<String, Object> patience = new HashMap<>(settings.registry());
    patience.putIfAbsent(SchemaRegistryClientConfig.HTTP_CONNECT_TIMEOUT_MS, REGISTRY_MS);
    patience.putIfAbsent(SchemaRegistryClientConfig.HTTP_READ_TIMEOUT_MS, REGISTRY_MS);
    this.registryClient =
        new CachedSchemaRegistryClient(settings.registryUrl().orElseThrow(), SCHEMAS, patience);
  }

  /**
   * The same for a command that only reads or rules: where nothing ever ran there is nothing to
   * read, and a mistyped folder must not be made.
   */
  static Cluster existing(Settings settings) throws BrokerException {
    if (settings.bootstrapServers().isEmpty() && !Files.isDirectory(settings.dataDir())) {
      throw new CliException(
          ExitCode.BAD_INPUT,
          "there is no data folder",
          settings.dataDir().toString(),
          "name the one of `slugline run` with --data-dir, or a Kafka with --bootstrap-servers",
          null);
    }
    return open(settings);
  }

  /** Works beside a process that holds the data folder, such as {@code slugline run}. */
  static Cluster open(Settings settings) throws BrokerException {
    try {
      return own(settings);
    } catch (BrokerException e) {
      boolean isHeld = e.reason() == BrokerException.Reason.FOLDER_LOCKED;
      Addresses other = isHeld ? addresses(settings.dataDir()) : null;
      if (other == null) {
        throw e;
      }
      return new Cluster(
          settings.at(other.bootstrapServers(), other.registryUrl()), true, null, null);
    }
  }

  /**
   * Of the process that holds the folder: one that has just been started tells them when it is up.
   */
  private static @Nullable Addresses addresses(Path dataDir) {
    long start = System.nanoTime();
    Optional<Addresses> told = Addresses.of(dataDir);
    while (told.isEmpty() && System.nanoTime() - start < START.toNanos()) {
      try {
        Thread.sleep(PAUSE_MS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return null;
      }
      told = Addresses.of(dataDir);
    }
    return told.orElse(null);
  }

  /** Does not: it wants the data folder for itself. */
  static Cluster own(Settings settings) throws BrokerException {
    if (settings.bootstrapServers().isPresent()) {
      if (settings.registryUrl().isEmpty()) {
        throw new CliException(
            ExitCode.USAGE,
            "a Kafka is named but no schema registry",
            "--registry",
            "name the registry that goes with it",
            null);
      }
      return new Cluster(settings, false, null, null);
    }
    EmbeddedKafka kafka = EmbeddedKafka.start(settings.dataDir(), settings.brokerPort());
    try {
      Map<String, Object> client = new HashMap<>(settings.kafka());
      client.put("bootstrap.servers", kafka.bootstrapServers());
      String url = settings.registryUrl().orElse("");
      EmbeddedRegistry registry =
          url.isEmpty() ? EmbeddedRegistry.start(client, settings.registryPort()) : null;
      String at = registry == null ? url : registry.url();
      kafka.announce(at);
      return new Cluster(settings.at(kafka.bootstrapServers(), at), true, kafka, registry);
    } catch (BrokerException | RuntimeException e) {
      kafka.close();
      throw e;
    }
  }

  /** Whether Kafka runs inside this process. */
  boolean embedded() {
    return kafka != null;
  }

  /** The settings with the addresses in use. */
  Settings settings() {
    return settings;
  }

  /** The topics of the live stream: those of a promoted backfill, if there is one. */
  Topics topics() {
    Promotion live = live();
    return live == null ? ownTopics() : ownTopics().promoted(live.getPrefix());
  }

  /** The topics under the prefix of the settings, whatever is promoted. */
  Topics ownTopics() {
    return new Topics(settings.prefix(), settings.partitions(), copies(), settings.retention());
  }

  /** Of each topic, changelogs included; -1 leaves it to the broker. */
  short copies() {
    return onDataFolder ? 1 : settings.replication();
  }

  /** Of the live stream. */
  String applicationId() {
    Promotion live = live();
    return live == null ? settings.applicationId() : live.getApplicationId();
  }

  /** Where sources publish; a promotion changes nothing for them. */
  Target target() {
    return target(ownTopics());
  }

  Target target(Topics topics) {
    return new Target(topics, serdes(), client(), settings.applicationId());
  }

  /**
   * Asks Kafka something small, which fails after ten seconds without an answer: most calls of its
   * clients wait for a minute in silence.
   */
  void requireAnswer() {
    Promotion unused = live();
  }

  private @Nullable Promotion live() {
    Optional<Promotion> known = promotion;
    if (known == null) {
      known = Optional.ofNullable(Promotions.live(ownTopics(), serdes(), client()));
      promotion = known;
    }
    return known.orElse(null);
  }

  Map<String, Object> client() {
    return settings.kafka();
  }

  Map<String, Object> registry() {
    return settings.registry();
  }

  SchemaRegistryClient registryClient() {
    return registryClient;
  }

  TopicSerdes serdes() {
    return new TopicSerdes(registry(), registryClient);
  }

  @Override
  public void close() {
    if (embeddedRegistry != null) {
      embeddedRegistry.close();
    }
    if (kafka != null) {
      kafka.close();
    }
  }
}
