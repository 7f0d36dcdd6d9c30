package news.slugline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.slugline.runtime.Results;
import news.slugline.runtime.TopicAdmin;
import news.slugline.topology.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** The same program against a real broker and a registry that is not Confluent's own. */
class ClusterContainerIT {
  private static final DockerImageName KAFKA = DockerImageName.parse("apache/kafka:4.3.1");
  private static final DockerImageName REGISTRY =
      DockerImageName.parse("apicurio/apicurio-registry:3.3.3");

  @Test
  void theSeedsGiveTheSameOnAKafkaAndARegistryInContainers() throws Exception {
    needsDocker();
    List<ReplayInput.Item> items = ReplayInput.read(List.of(Path.of("seeds"))).items();
    Results expected;
    try (OwnCluster own = new OwnCluster()) {
      expected = own.replay(1, 1).run(items, placed -> {});
    }
    try (KafkaContainer kafka = new KafkaContainer(KAFKA);
        GenericContainer<?> registry =
            new GenericContainer<>(REGISTRY)
                .withExposedPorts(8080)
                .waitingFor(
                    Wait.forHttp("/apis/ccompat/v7/subjects")
                        .forPort(8080)
                        .withStartupTimeout(Duration.ofMinutes(3)))) {
      start(kafka);
      start(registry);
      String url =
          "http://" + registry.getHost() + ":" + registry.getMappedPort(8080) + "/apis/ccompat/v7";
      Map<String, Object> client =
          new HashMap<>(Map.of("bootstrap.servers", kafka.getBootstrapServers()));
      CachedSchemaRegistryClient schemas = new CachedSchemaRegistryClient(url, 100);
      ReplayRun replay =
          new ReplayRun(
              "it.",
              "it-replay",
              Path.of(System.getProperty("java.io.tmpdir")),
              client,
              Map.of("schema.registry.url", url),
              schemas,
              3,
              1,
              2);
      Results results = replay.run(items, placed -> {});

      assertThat(results.updates()).isEqualTo(expected.updates());
      assertThat(results.stories()).isEqualTo(expected.stories());
      try (Admin admin = Admin.create(client)) {
        assertThat(new TopicAdmin(admin, schemas).check(new Topics("it.", 3, 1))).isEmpty();
        assertThat(new TopicAdmin(admin, schemas).check(new Topics("none.", 3, 1)))
            .anySatisfy(p -> assertThat(p.remedy()).contains("slugline topics"));
      }
    }
  }

  /**
   * A person without an engine, or without the images, must still be able to build; CI must not.
   */
  private static void needsDocker() {
    boolean there;
    try {
      there = DockerClientFactory.instance().isDockerAvailable();
    } catch (ContainerFetchException e) {
      there = false;
    }
    if (!there) {
      skip("no Docker engine that can be used");
    }
  }

  private static void start(GenericContainer<?> container) {
    try {
      container.start();
    } catch (ContainerFetchException e) {
      skip("an image can be neither found nor pulled (" + e.getMessage() + ")");
    }
  }

  private static void skip(String why) {
    if (System.getenv("CI") != null) {
      throw new AssertionError(why + ", and this is CI");
    }
    Assumptions.abort(why + ": the container tests are skipped");
  }
}
