package news.slugline.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import news.slugline.topology.TopicSerdes;
import news.slugline.topology.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a {@link ReadModel} up to date: one thread reads the topics as committed and applies record
 * by record. Goes on where the rows on disk end; begins anew where they are of other topics.
 */
final class ModelReader implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ModelReader.class);
  private static final String FORMAT = "1";
  private static final Duration POLL = Duration.ofMillis(250);
  private static final Duration PRUNE = Duration.ofMinutes(10);

  /** A reader that waits for fewer records than this keeps summaries up to date one by one. */
  private static final long LIVE = 2_000;

  private final Topics topics;
  private final ModelStore store;
  private final ReadModel model;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions = new ArrayList<>();
  private final Thread thread = new Thread(this::run, "slugline-read-model");
  private final Set<String> behind = new HashSet<>();
  private final List<Consumer<List<ReadModel.Entry>>> listeners = new ArrayList<>();
  private volatile boolean caughtUp;
  private volatile long waiting = Long.MAX_VALUE;
  private volatile @Nullable RuntimeException failure;
  private volatile boolean closing;

  private ModelReader(
      Topics topics, ModelStore store, ReadModel model, KafkaConsumer<byte[], byte[]> consumer) {
    this.topics = topics;
    this.store = store;
    this.model = model;
    this.consumer = consumer;
  }

  /**
   * Opens the rows in the folder, which are dropped if they are of other topics, and prepares to
   * read.
   *
   * @param client Kafka client settings, {@code bootstrap.servers} at least
   * @throws IOException if the folder cannot be used
   */
  static ModelReader open(
      Path folder, Topics topics, TopicSerdes serdes, Map<String, ?> client, int maxSummaries)
      throws IOException, InterruptedException {
    List<String> names = List.of(topics.log(), topics.claims(), topics.stories(), topics.updates());
    Map<String, TopicDescription> there = describe(client, names);
    StringBuilder identity = new StringBuilder(FORMAT);
    names.forEach(n -> identity.append(' ').append(of(there, n).topicId()));
    Path marker = folder.resolve("topics");
    if (!Files.exists(marker) || !Files.readString(marker).equals(identity.toString())) {
      delete(folder);
    }
    Files.createDirectories(folder);
    Files.writeString(marker, identity);
    ModelStore store = ModelStore.open(folder.resolve("rows"), ModelStore.Durability.PREFIX);
    TopicDescription updates = of(there, topics.updates());
    String id = String.format(java.util.Locale.ROOT, "%08x", updates.topicId().hashCode());
    ReadModel model =
        new ReadModel(
            store, topics, serdes, Position.start(id, updates.partitions().size()), maxSummaries);
    Map<String, Object> c = new HashMap<>(client);
    c.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    c.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    c.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    c.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    c.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000);
    c.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1);
    c.remove(ConsumerConfig.GROUP_ID_CONFIG);
    KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(c, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    ModelReader reader = new ModelReader(topics, store, model, consumer);
    there.forEach(
        (name, d) ->
            d.partitions()
                .forEach(p -> reader.partitions.add(new TopicPartition(name, p.partition()))));
    return reader;
  }

  private static Map<String, TopicDescription> describe(Map<String, ?> client, List<String> names)
      throws IOException, InterruptedException {
    try (Admin admin = Admin.create(new HashMap<>(client))) {
      return admin.describeTopics(names).allTopicNames().get();
    } catch (ExecutionException e) {
      throw new IOException("the topics cannot be described: " + e.getCause(), e.getCause());
    }
  }

  private static TopicDescription of(Map<String, TopicDescription> there, String name) {
    return Objects.requireNonNull(there.get(name));
  }

  ReadModel model() {
    return model;
  }

  ModelStore store() {
    return store;
  }

  /**
   * Calls back on the reader's thread whenever there are more updates; before {@link #start} only.
   *
   * @param listener gets the new updates in order, or none if too many came at once
   */
  void onUpdates(Consumer<List<ReadModel.Entry>> listener) {
    listeners.add(listener);
  }

  void start() {
    thread.start();
  }

  /** Whether everything that was there at the start has been read. */
  boolean caughtUp() {
    return caughtUp;
  }

  /** How many records of the topics are still to be read, control records included. */
  long behind() {
    return waiting;
  }

  /** What ended the reading, if anything did. */
  @Nullable RuntimeException failure() {
    return failure;
  }

  private void run() {
    try {
      consumer.assign(partitions);
      for (TopicPartition p : partitions) {
        long next = model.next(p.topic(), p.partition());
        if (next == 0) {
          consumer.seekToBeginning(List.of(p));
        } else {
          consumer.seek(p, next);
        }
      }
      behind.addAll(model.storyIds());
      long pruned = System.nanoTime();
      waiting = lag();
      while (!closing) {
        boolean live = waiting < LIVE && behind.isEmpty();
        apply(consumer.poll(POLL), live);
        waiting = lag();
        if (waiting < LIVE && !behind.isEmpty()) {
          model.summarize(behind);
          behind.clear();
        }
        caughtUp |= waiting == 0 && behind.isEmpty();
        if (System.nanoTime() - pruned > PRUNE.toNanos()) {
          prune();
          pruned = System.nanoTime();
        }
      }
    } catch (WakeupException | ModelStore.Closed e) {
      LOG.debug("The read model stops");
    } catch (RuntimeException e) {
      LOG.error("The read model stops: {}", e.toString(), e);
      failure = e;
    } finally {
      closeConsumer();
    }
  }

  private void closeConsumer() {
    consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ofSeconds(2)));
  }

  private record Decoded(
      ConsumerRecord<byte[], byte[]> record, news.slugline.avro.StoryUpdate update) {}

  /** The log first: what it withdraws must not leave with the updates that came beside it. */
  private void apply(ConsumerRecords<byte[], byte[]> records, boolean live) {
    records.records(topics.log()).forEach(r -> model.log(r.value()));
    records
        .records(topics.claims())
        .forEach(r -> model.claim(r.partition(), r.offset(), text(r.key()), r.value()));
    List<ConsumerRecord<byte[], byte[]>> updates = new ArrayList<>();
    records.records(topics.updates()).forEach(updates::add);
    List<Decoded> decoded =
        (live ? updates.stream() : updates.parallelStream())
            .map(r -> new Decoded(r, model.decoded(r.value())))
            .toList();
    List<ReadModel.Entry> entries = new ArrayList<>();
    for (Decoded d : decoded) {
      ConsumerRecord<byte[], byte[]> r = d.record();
      ReadModel.Entry e = model.update(r.partition(), r.offset(), r.value(), d.update(), live);
      if (e != null) {
        entries.add(e);
      }
      if (!live) {
        behind.add(d.update().getStoryId());
      }
    }
    if (!decoded.isEmpty()) {
      listeners.forEach(l -> l.accept(entries));
    }
    for (ConsumerRecord<byte[], byte[]> r : records.records(topics.stories())) {
      String story = text(r.key());
      model.state(story, r.value(), live);
      if (!live) {
        behind.add(story);
      }
    }
    for (TopicPartition p : records.partitions()) {
      List<ConsumerRecord<byte[], byte[]>> of = records.records(p);
      model.next(p.topic(), p.partition(), of.get(of.size() - 1).offset() + 1);
    }
  }

  private long lag() {
    long sum = 0;
    for (TopicPartition p : partitions) {
      sum += consumer.currentLag(p).orElse(LIVE);
    }
    return sum;
  }

  private void prune() {
    List<TopicPartition> of =
        partitions.stream().filter(p -> p.topic().equals(topics.updates())).toList();
    Map<Integer, Long> first = new HashMap<>();
    consumer.beginningOffsets(of).forEach((p, offset) -> first.put(p.partition(), offset));
    model.prune(first);
  }

  private static String text(byte[] key) {
    return new String(key, StandardCharsets.UTF_8);
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      walk.sorted(Comparator.reverseOrder())
          .forEach(
              p -> {
                try {
                  Files.delete(p);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public void close() {
    closing = true;
    if (thread.getState() == Thread.State.NEW) {
      closeConsumer();
    } else {
      consumer.wakeup();
      try {
        thread.join(10_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    store.close();
  }
}
