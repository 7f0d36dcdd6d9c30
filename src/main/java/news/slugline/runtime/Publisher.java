package news.slugline.runtime;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import news.slugline.avro.Article;
import news.slugline.avro.Command;
import news.slugline.schema.Articles;
import news.slugline.schema.LogRecords;
import news.slugline.topology.ControlHeaders;
import news.slugline.topology.TopicSerdes;
import news.slugline.topology.Topics;
import news.slugline.wire.LogEntry;
import news.slugline.wire.WireArticle;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/**
 * Publishes to {@code articles.raw} and {@code commands}, in order, acknowledged by all replicas.
 * One thread at a time.
 */
public final class Publisher implements AutoCloseable {
  private final Topics topics;
  private final Serde<Article> serde;
  private final Serde<Command> commands;
  private final KafkaProducer<byte[], byte[]> producer;
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

  /**
   * @param client Kafka client settings, {@code bootstrap.servers} at least
   */
  public Publisher(Topics topics, TopicSerdes serdes, Map<String, ?> client) {
    this.topics = topics;
    this.serde = serdes.article();
    this.commands = serdes.command();
    Map<String, Object> c = new HashMap<>(client);
    c.put(ProducerConfig.ACKS_CONFIG, "all");
    c.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    c.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.MAX_RECORD_BYTES);
    c.put(ProducerConfig.LINGER_MS_CONFIG, 5);
    c.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    producer = new KafkaProducer<>(c, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** Sends a parsed article, as Avro. */
  public void article(WireArticle article, String source) {
    byte[] value = serde.serializer().serialize(topics.raw(), Articles.toAvro(article));
    send(topics.raw(), article.uri(), value, ControlHeaders.SOURCE, source);
  }

  /** Sends bytes as they were found; intake reads or rejects them. */
  public void bytes(byte[] value, String source) {
    send(topics.raw(), source, value, ControlHeaders.SOURCE, source);
  }

  /** Sends an editor's order. */
  public void order(LogEntry.Command command, String source) {
    byte[] value = commands.serializer().serialize(topics.commands(), LogRecords.toAvro(command));
    send(topics.commands(), command.storyId(), value, ControlHeaders.SOURCE, source);
  }

  /**
   * Ends a replay.
   *
   * @param id becomes the key of the last tick in the log
   */
  public void endOfReplay(String id) {
    send(topics.raw(), id, null, ControlHeaders.END_OF_REPLAY, id);
  }

  /** Waits until everything is acknowledged; throws what went wrong, if anything did. */
  public void flush() {
    producer.flush();
    Exception e = failure.get();
    if (e != null) {
      throw new AdminException("publish to " + topics.raw() + " or " + topics.commands(), e);
    }
  }

  @Override
  public void close() {
    producer.close(java.time.Duration.ofSeconds(10));
  }

  private void send(
      String topic, String key, byte @Nullable [] value, String header, String headerValue) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), value);
    record.headers().add(header, headerValue.getBytes(StandardCharsets.UTF_8));
    producer.send(
        record,
        (metadata, e) -> {
          if (e != null) {
            failure.compareAndSet(null, e);
          }
        });
  }
}
