package news.slugline.runtime;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import news.slugline.topology.Topics;
import org.apache.kafka.clients.admin.Admin;

/**
 * Asks the broker and the registry again and again whether they answer, and tells {@link Health}.
 * Nothing is decided by it: the stream waits out an outage by itself.
 */
public final class Probe implements AutoCloseable {
  private static final long EVERY_S = 5;
  private static final long PATIENCE_S = 4;

  private final Health health;
  private final Admin admin;
  private final SchemaRegistryClient registry;
  private final String subject;
  private final String brokerAt;
  private final String registryAt;
  private final ScheduledExecutorService threads =
      Executors.newScheduledThreadPool(
          2,
          task -> {
            Thread t = new Thread(task, "slugline-probe");
            t.setDaemon(true);
            return t;
          });

  private Probe(
      Health health,
      Admin admin,
      SchemaRegistryClient registry,
      String subject,
      String brokerAt,
      String registryAt) {
    this.health = health;
    this.admin = admin;
    this.registry = registry;
    this.subject = subject;
    this.brokerAt = brokerAt;
    this.registryAt = registryAt;
  }

  /**
   * Starts asking.
   *
   * @param client Kafka client settings
   * @param registryAt the registry's address, for people
   */
  public static Probe start(
      Health health,
      Map<String, Object> client,
      SchemaRegistryClient registry,
      Topics topics,
      String registryAt) {
    Probe probe =
        new Probe(
            health,
            Admin.create(client),
            registry,
            topics.log() + "-value",
            String.valueOf(client.get("bootstrap.servers")),
            registryAt);
    probe.threads.scheduleWithFixedDelay(probe::askBroker, 0, EVERY_S, TimeUnit.SECONDS);
    probe.threads.scheduleWithFixedDelay(probe::askRegistry, 0, EVERY_S, TimeUnit.SECONDS);
    return probe;
  }

  @Override
  public void close() {
    threads.shutdownNow();
    admin.close(java.time.Duration.ofSeconds(2));
  }

  private void askBroker() {
    try {
      admin.describeCluster().nodes().get(PATIENCE_S, TimeUnit.SECONDS);
      health.report("broker", Optional.empty());
    } catch (ExecutionException | TimeoutException e) {
      String why = e.getCause() == null ? "no answer" : String.valueOf(e.getCause().getMessage());
      health.report(
          "broker",
          Optional.of(
              new Health.Cause(
                  "the broker at " + brokerAt + " does not answer (" + why + ")",
                  "start it, or mend the network; the stream goes on by itself")));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void askRegistry() {
    try {
      registry.getAllVersions(subject);
      health.report("registry", Optional.empty());
    } catch (IOException | RestClientException | RuntimeException e) {
      health.report(
          "registry",
          Optional.of(
              new Health.Cause(
                  "the schema registry at " + registryAt + " does not answer: " + e.getMessage(),
                  "start it, or mend the network; the stream goes on by itself")));
    }
  }
}
