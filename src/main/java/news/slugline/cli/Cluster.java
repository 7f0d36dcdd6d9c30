package news.slugline.cli;

import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.util.HashMap;
import java.util.Map;
import news.slugline.broker.BrokerException;
import news.slugline.broker.EmbeddedKafka;
import news.slugline.broker.EmbeddedRegistry;
import news.slugline.config.Settings;
import news.slugline.topology.TopicSerdes;
import news.slugline.topology.Topics;
import org.jspecify.annotations.Nullable;

/**
 * The broker and the registry that a command works with: those of the settings, or, where they name
 * none, ones inside this process on the data folder.
 */
final class Cluster implements AutoCloseable {
  private static final int SCHEMAS = 1_000;

  private final Settings settings;
  private final @Nullable EmbeddedKafka kafka;
  private final @Nullable EmbeddedRegistry embeddedRegistry;
  private final SchemaRegistryClient registryClient;

  private Cluster(
      Settings settings, @Nullable EmbeddedKafka kafka, @Nullable EmbeddedRegistry registry) {
    this.settings = settings;
    this.kafka = kafka;
    this.embeddedRegistry = registry;
    this.registryClient =
        new CachedSchemaRegistryClient(
            settings.registryUrl().orElseThrow(), SCHEMAS, settings.registry());
  }

  static Cluster open(Settings settings) throws BrokerException {
    if (settings.bootstrapServers().isPresent()) {
      if (settings.registryUrl().isEmpty()) {
        throw new CliException(
            ExitCode.USAGE,
            "a Kafka is named but no schema registry",
            "--registry",
            "name the registry that goes with it",
            null);
      }
      return new Cluster(settings, null, null);
    }
    EmbeddedKafka kafka = EmbeddedKafka.start(settings.dataDir(), settings.brokerPort());
    try {
      Map<String, Object> client = new HashMap<>(settings.kafka());
      client.put("bootstrap.servers", kafka.bootstrapServers());
      String url = settings.registryUrl().orElse("");
      EmbeddedRegistry registry =
          url.isEmpty() ? EmbeddedRegistry.start(client, settings.registryPort()) : null;
      return new Cluster(
          settings.at(kafka.bootstrapServers(), registry == null ? url : registry.url()),
          kafka,
          registry);
    } catch (BrokerException | RuntimeException e) {
      kafka.close();
      throw e;
    }
  }

  boolean embedded() {
    return kafka != null;
  }

  /** The settings with the addresses in use. */
  Settings settings() {
    return settings;
  }

  Topics topics() {
    return new Topics(
        settings.prefix(),
        settings.partitions(),
        embedded() ? 1 : settings.replication(),
        settings.retention());
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
