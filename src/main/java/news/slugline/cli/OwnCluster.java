package news.slugline.cli;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import news.slugline.broker.BrokerException;
import news.slugline.broker.EmbeddedKafka;

/** A Kafka and a registry in this process, for one replay; gone when it is closed. */
final class OwnCluster implements AutoCloseable {
  private final String scope = UUID.randomUUID().toString();
  private final EmbeddedKafka kafka;

  OwnCluster() throws BrokerException {
    kafka = EmbeddedKafka.start();
  }

  ReplayRun replay(int partitions, int threads) {
    Map<String, Object> client =
        new HashMap<>(Map.of("bootstrap.servers", kafka.bootstrapServers()));
    SchemaRegistryClient registry = MockSchemaRegistry.getClientForScope(scope);
    return new ReplayRun(
        "",
        "slugline-replay-" + scope,
        kafka.dataDir(),
        client,
        Map.of("schema.registry.url", "mock://" + scope),
        registry,
        partitions,
        1,
        threads);
  }

  @Override
  public void close() {
    kafka.close();
    MockSchemaRegistry.dropScope(scope);
  }
}
