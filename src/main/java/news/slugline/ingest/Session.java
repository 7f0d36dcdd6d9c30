package news.slugline.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import news.slugline.avro.SourceRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * The hold that one source has on Kafka, from its opening until something goes wrong. What is
 * published and what is thereby taken are written in one transaction, under a transactional id that
 * only this source has: opening a session ends whatever an earlier one left open, and shuts out a
 * second process that runs the same source. After an exception a session is closed and opened anew.
 */
final class Session implements AutoCloseable {
  /** An open transaction of a dead process holds up intake; so it is given up soon. */
  private static final int TRANSACTION_MS = 30_000;

  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration CLOSE = Duration.ofSeconds(5);

  /** Of the source itself: which process runs it. */
  static final String INSTANCE = "instance";

  private final Target target;
  private final SourceSpec source;
  private final InstantSource clock;
  private final Meters meters;
  private final Serializer<SourceRecord> records;
  private final KafkaProducer<byte[], byte[]> producer;
  private final Map<String, SourceRecord> items = new HashMap<>();
  private final Map<String, String> values = new TreeMap<>();
  private long published;
  private long refused;
  private Instant told = Instant.EPOCH;

  private Session(
      Target target,
      SourceSpec source,
      InstantSource clock,
      Meters meters,
      String transactionalId) {
    this.target = target;
    this.source = source;
    this.clock = clock;
    this.meters = meters;
    this.records = target.serdes().source().serializer();
    Map<String, Object> c = new HashMap<>(target.client());
    c.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
    c.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_MS);
    c.put(ProducerConfig.ACKS_CONFIG, "all");
    c.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, news.slugline.topology.Topics.MAX_RECORD_BYTES);
    c.put(ProducerConfig.LINGER_MS_CONFIG, 5);
    c.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    producer = new KafkaProducer<>(c, new ByteArraySerializer(), new ByteArraySerializer());
  }

  static Session open(
      Target target, SourceSpec source, InstantSource clock, Meters meters, String instance)
      throws InterruptedException {
    String id =
        target.applicationId() + "-ingest-" + target.topics().sources() + "-" + source.name();
    Session session = new Session(target, source, clock, meters, id);
    try {
      session.producer.initTransactions();
      session.load();
      session.values.put(INSTANCE, instance);
      session.tell("running", null);
      return session;
    } catch (RuntimeException | InterruptedException e) {
      session.close();
      throw e;
    }
  }

  /** What is taken and must not be published again; null if it is not. */
  @Nullable SourceRecord taken(String item) {
    return items.get(item);
  }

  /** Everything that is taken. */
  Map<String, SourceRecord> taken() {
    return items;
  }

  /** What the source keeps for itself. */
  @Nullable String value(String name) {
    return values.get(name);
  }

  Instant now() {
    return clock.instant();
  }

  Duration sinceTold() {
    return Duration.between(told, clock.instant());
  }

  /**
   * What a transaction changes.
   *
   * @param taken items that must not be published again, with what is to be kept for each
   * @param forgotten items that will not come again
   * @param values of the source itself; empty removes one
   */
  record Changes(
      Map<String, Map<String, String>> taken, List<String> forgotten, Map<String, String> values) {
    static final Changes NONE = new Changes(Map.of(), List.of(), Map.of());
  }

  /** Publishes all of it and takes note of it, or nothing of both. */
  void publish(List<Outgoing> out, Changes changes) {
    Instant now = clock.instant();
    Map<String, SourceRecord> written = new TreeMap<>();
    producer.beginTransaction();
    for (Outgoing o : out) {
      producer.send(o.record(target.topics().raw()));
    }
    changes.taken.forEach((item, kept) -> written.put(item, itemRecord(item, kept, now)));
    written.forEach(this::send);
    for (String item : changes.forgotten) {
      producer.send(tombstone(item));
    }
    long bad = out.stream().filter(Outgoing::refused).count();
    Map<String, String> next = new TreeMap<>(values);
    next.putAll(changes.values);
    next.values().removeIf(String::isEmpty);
    send(null, head("running", null, next, published + out.size() - bad, refused + bad, now));
    meters.committed(source, producer::commitTransaction);
    // only now is it so
    published += out.size() - bad;
    refused += bad;
    values.clear();
    values.putAll(next);
    items.putAll(written);
    changes.forgotten.forEach(items::remove);
    told = now;
    meters.published(source, out);
  }

  /** Says how the source does. */
  void tell(String state, @Nullable String detail) {
    Instant now = clock.instant();
    producer.beginTransaction();
    send(null, head(state, detail, values, published, refused, now));
    producer.commitTransaction();
    told = now;
  }

  @Override
  public void close() {
    producer.close(CLOSE);
  }

  /**
   * Reads what this source wrote. What was committed last may lie behind a transaction of another
   * source that is still open, so it is not enough to read as far as is stable now: the end is that
   * of everything that was ever sent.
   */
  private void load() throws InterruptedException {
    TopicPartition partition = new TopicPartition(target.topics().sources(), 0);
    long end = end(partition);
    try (KafkaConsumer<String, SourceRecord> consumer = consumer()) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      while (consumer.position(partition) < end) {
        for (ConsumerRecord<String, SourceRecord> r : consumer.poll(POLL)) {
          take(r.key(), r.value());
        }
      }
    }
  }

  private void take(String key, @Nullable SourceRecord record) {
    if (key.equals(source.name()) && record != null) {
      published = record.getPublished();
      refused = record.getRefused();
      values.clear();
      values.putAll(record.getValues());
    } else if (key.startsWith(source.name() + "/")) {
      String item = key.substring(source.name().length() + 1);
      if (record == null) {
        items.remove(item);
      } else {
        items.put(item, record);
      }
    }
  }

  private long end(TopicPartition partition) throws InterruptedException {
    try (Admin admin = Admin.create(new HashMap<>(target.client()))) {
      return admin
          .listOffsets(
              Map.of(partition, OffsetSpec.latest()),
              new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
          .partitionResult(partition)
          .get()
          .offset();
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot ask for the end of " + partition.topic(), e);
    }
  }

  private KafkaConsumer<String, SourceRecord> consumer() {
    Map<String, Object> c = new HashMap<>(target.client());
    c.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    c.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    c.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    c.remove(ConsumerConfig.GROUP_ID_CONFIG);
    return new KafkaConsumer<>(
        c, new StringDeserializer(), target.serdes().source().deserializer());
  }

  private SourceRecord itemRecord(String item, Map<String, String> kept, Instant now) {
    return SourceRecord.newBuilder()
        .setSource(source.name())
        .setItem(item)
        .setType(source.type())
        .setTime(now)
        .setValues(new TreeMap<>(kept))
        .build();
  }

  private SourceRecord head(
      String state,
      @Nullable String detail,
      Map<String, String> kept,
      long published,
      long refused,
      Instant now) {
    return SourceRecord.newBuilder()
        .setSource(source.name())
        .setType(source.type())
        .setState(state)
        .setDetail(detail)
        .setTime(now)
        .setPublished(published)
        .setRefused(refused)
        .setValues(new TreeMap<>(kept))
        .build();
  }

  private void send(@Nullable String item, SourceRecord record) {
    String topic = target.topics().sources();
    producer.send(new ProducerRecord<>(topic, key(item), records.serialize(topic, record)));
  }

  private ProducerRecord<byte[], byte[]> tombstone(String item) {
    return new ProducerRecord<>(target.topics().sources(), key(item), null);
  }

  private byte[] key(@Nullable String item) {
    String key = item == null ? source.name() : source.name() + "/" + item;
    return key.getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }
}
