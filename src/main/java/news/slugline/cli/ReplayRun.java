package news.slugline.cli;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
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
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;

/**
 * A replay under a prefix and an application id of its own: creates the topics, publishes,
 * processes, waits until all has gone through, reads the results.
 *
 * <p>{@code articles.raw} itself says how far an interrupted replay had come: it holds nothing but
 * the items, in their order, and in the end one more record that ends the replay.
 *
 * @param tmp where a folder for its state is made
 * @param client Kafka client settings
 * @param registry settings of the registry client
 * @param partitions of the topics keyed by story
 */
record ReplayRun(
    String prefix,
    String applicationId,
    Path tmp,
    Map<String, Object> client,
    Map<String, Object> registry,
    SchemaRegistryClient registryClient,
    int partitions,
    int replication,
    int threads) {
  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** A handful of articles is over before a long interval between commits pays. */
  private static final int FEW = 100;

  /** Runs it, as fast as it goes. */
  Results run(List<ReplayInput.Item> items, Drain.Progress progress)
      throws IOException, InterruptedException {
    return run(items, Pace.MAX, progress, new OnInterrupt());
  }

  private Map<String, Object> config(Path state, int articles) {
    Map<String, Object> config =
        StreamsRunner.config(applicationId, state.toString(), threads, 0, client);
    config.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, replication);
    if (articles <= FEW) {
      // all lag, and somebody waits for them
      config.put(
          StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
          client.getOrDefault(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100));
    }
    return config;
  }

  /** Runs it, or what is left of it. */
  Results run(
      List<ReplayInput.Item> items, Pace pace, Drain.Progress progress, OnInterrupt interrupt)
      throws IOException, InterruptedException {
    Topics topics = new Topics(prefix, partitions, replication);
    TopicSerdes serdes = new TopicSerdes(registry, registryClient);
    long begun;
    try (Admin admin = Admin.create(client)) {
      new TopicAdmin(admin, registryClient).create(topics);
      begun = begun(admin, topics, items);
    }
    Topology topology =
        SluglineTopology.build(
            topics, serdes, true, Intake.TICK, Engine.ID, ClaimExtractor.standard(), Observer.NONE);
    Path state = Files.createTempDirectory(tmp, "slugline-replay");
    interrupt.add(() -> deleteQuietly(state));
    try (StreamsRunner streams = new StreamsRunner(topology, config(state, items.size()))) {
      interrupt.add(streams::close);
      streams.start();
      try (Publisher publisher = new Publisher(topics, serdes, client)) {
        publish(items, begun, pace, publisher, streams, progress);
      }
      if (!streams.awaitRunning(START)) {
        throw new ReplayFailed("the streams did not start", streams.failure());
      }
      boolean through =
          new Drain(topics, serdes, client, applicationId)
              .await(
                  applicationId,
                  PATIENCE,
                  streams::failure,
                  pace.isMax() ? progress : placed -> {});
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
      List<ReplayInput.Item> items,
      long begun,
      Pace pace,
      Publisher publisher,
      StreamsRunner streams,
      Drain.Progress progress)
      throws InterruptedException, ReplayFailed {
    for (int i = (int) Math.min(begun, items.size()); i < items.size(); i++) {
      ReplayInput.Item item = items.get(i);
      WireArticle article = item.article();
      byte[] bytes = item.bytes();
      if (article != null) {
        while (!pace.await(ReplayInput.time(item))) {
          progress.at(i);
          if (streams.failure() != null) {
            throw new ReplayFailed("the stream failed", streams.failure());
          }
        }
        publisher.article(article, item.path());
      } else if (bytes != null) {
        publisher.bytes(bytes, item.path());
      }
      if (!pace.isMax()) {
        publisher.flush();
        progress.at(i + 1);
      }
    }
    if (begun <= items.size()) {
      publisher.endOfReplay(applicationId);
    }
    publisher.flush();
  }

  /** How many items stand in the topic already. */
  private long begun(Admin admin, Topics topics, List<ReplayInput.Item> items)
      throws InterruptedException, ReplayFailed {
    TopicPartition raw = new TopicPartition(topics.raw(), 0);
    long end;
    try {
      end = admin.listOffsets(Map.of(raw, OffsetSpec.latest())).partitionResult(raw).get().offset();
    } catch (ExecutionException e) {
      throw new ReplayFailed("cannot see how far it had come", e.getCause());
    }
    long last = Math.min(end, items.size()) - 1;
    if (last >= 0 && !lastKey(raw, last).equals(key(items.get((int) last)))) {
      throw new ReplayFailed("another replay was begun under " + prefix, null);
    }
    if (end > items.size() + 1L) {
      throw new ReplayFailed("a longer replay was begun under " + prefix, null);
    }
    return end;
  }

  private static String key(ReplayInput.Item item) {
    return item.article() == null ? item.path() : item.article().uri();
  }

  private String lastKey(TopicPartition raw, long offset) {
    Map<String, Object> c = new HashMap<>(client);
    c.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    c.remove(ConsumerConfig.GROUP_ID_CONFIG);
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(c, new StringDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(raw));
      consumer.seek(raw, offset);
      while (true) {
        for (ConsumerRecord<String, byte[]> r : consumer.poll(Duration.ofMillis(200))) {
          return String.valueOf(r.key());
        }
      }
    }
  }

  private static void deleteQuietly(Path folder) {
    try {
      delete(folder);
    } catch (IOException | UncheckedIOException e) {
      // the next start sweeps what lies in the folder of a Kafka of its own
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
