package news.slugline.testing;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import news.slugline.broker.BrokerException;
import news.slugline.broker.EmbeddedKafka;
import news.slugline.claim.ClaimExtractor;
import news.slugline.runtime.Publisher;
import news.slugline.runtime.StreamsRunner;
import news.slugline.runtime.TopicAdmin;
import news.slugline.topology.Engine;
import news.slugline.topology.Observer;
import news.slugline.topology.SluglineTopology;
import news.slugline.topology.TopicSerdes;
import news.slugline.topology.Topics;
import news.slugline.wire.Intake;
import news.slugline.wire.WireArticle;
import org.apache.kafka.clients.admin.Admin;

/** The whole stream on a Kafka in this process, fed article by article; articles tell its time. */
public final class LiveRun implements AutoCloseable {
  private final String scope = UUID.randomUUID().toString();
  private final SchemaRegistryClient registry = MockSchemaRegistry.getClientForScope(scope);
  private final EmbeddedKafka kafka;
  private final Topics topics = new Topics("", 3, 1);
  private final StreamsRunner streams;
  private final Publisher publisher;

  public LiveRun(Path state) throws BrokerException, InterruptedException {
    kafka = EmbeddedKafka.start();
    try (Admin admin = Admin.create(client())) {
      new TopicAdmin(admin, registry).create(topics);
    }
    streams =
        new StreamsRunner(
            SluglineTopology.build(
                topics,
                serdes(),
                true,
                Intake.TICK,
                Engine.ID,
                ClaimExtractor.standard(),
                Observer.NONE),
            StreamsRunner.config("live-" + scope, state.toString(), 1, 0, client()));
    streams.start();
    if (!streams.awaitRunning(Duration.ofMinutes(2))) {
      throw new AssertionError("the streams did not start", streams.failure());
    }
    publisher = new Publisher(topics, serdes(), client());
  }

  public Map<String, Object> client() {
    return Map.of("bootstrap.servers", kafka.bootstrapServers());
  }

  public Topics topics() {
    return topics;
  }

  public TopicSerdes serdes() {
    return new TopicSerdes(Map.of("schema.registry.url", "mock://" + scope), registry);
  }

  public void publish(WireArticle article) {
    publisher.article(article, "test");
    publisher.flush();
  }

  /** Lets time pass once more, so that states are written and due embargoes lift. */
  public void tick() {
    publisher.endOfReplay(UUID.randomUUID().toString());
    publisher.flush();
  }

  @Override
  public void close() throws IOException {
    publisher.close();
    streams.close();
    kafka.close();
    MockSchemaRegistry.dropScope(scope);
  }
}
