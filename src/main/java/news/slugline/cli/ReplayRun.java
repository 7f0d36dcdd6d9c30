package news.slugline.cli;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import news.slugline.claim.ClaimExtractor;
import news.slugline.runtime.Drain;
import news.slugline.runtime.Publisher;
import news.slugline.runtime.Results;
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
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;

/**
 * A replay under a prefix and an application id of its own: creates the topics, publishes,
 * processes, waits until all has gone through, reads the results.
 *
 * @param client Kafka client settings
 * @param registry settings of the registry client
 * @param partitions of the topics keyed by story
 */
record ReplayRun(
    String prefix,
    Map<String, Object> client,
    Map<String, Object> registry,
    SchemaRegistryClient registryClient,
    int partitions,
    int replication,
    int threads) {
  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Runs it. */
  Results run(List<ReplayInput.Item> items, Drain.Progress progress)
      throws IOException, InterruptedException {
    String run = UUID.randomUUID().toString();
    String applicationId = prefix + "slugline-replay-" + run;
    Topics topics = new Topics(prefix, partitions, replication);
    TopicSerdes serdes = new TopicSerdes(registry, registryClient);
    Path state = Files.createTempDirectory("slugline-replay");
    try (Admin admin = Admin.create(client)) {
      new TopicAdmin(admin, registryClient).create(topics);
    }
    Topology topology =
        SluglineTopology.build(
            topics, serdes, true, Intake.TICK, Engine.ID, ClaimExtractor.standard(), Observer.NONE);
    try (StreamsRunner streams =
        new StreamsRunner(
            topology, StreamsRunner.config(applicationId, state.toString(), threads, 0, client))) {
      streams.start();
      publish(items, topics, serdes, run);
      if (!streams.awaitRunning(START)) {
        throw new ReplayFailed("the streams did not start", streams.failure());
      }
      boolean through =
          new Drain(topics, serdes, client, applicationId)
              .await(run, PATIENCE, streams::failure, progress);
      if (!through) {
        throw new ReplayFailed(
            streams.failure() == null
                ? "nothing moved for " + PATIENCE.toMinutes() + " minutes"
                : "the stream failed",
            streams.failure());
      }
    } finally {
      delete(state);
    }
    return Results.read(topics, serdes, client);
  }

  private void publish(
      List<ReplayInput.Item> items, Topics topics, TopicSerdes serdes, String run) {
    try (Publisher publisher = new Publisher(topics, serdes, client)) {
      for (ReplayInput.Item item : items) {
        WireArticle article = item.article();
        byte[] bytes = item.bytes();
        if (article != null) {
          publisher.article(article, item.path());
        } else if (bytes != null) {
          publisher.bytes(bytes, item.path());
        }
      }
      publisher.endOfReplay(run);
      publisher.flush();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path p : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(p);
      }
    }
  }

  /** A replay that did not come to its end. */
  static final class ReplayFailed extends IOException {
    private static final long serialVersionUID = 1L;

    ReplayFailed(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }
}
