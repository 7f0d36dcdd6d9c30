package news.slugline.ingest;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.slugline.avro.Rejected;
import news.slugline.runtime.TopicReader;
import news.slugline.topology.ControlHeaders;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** What intake could not accept, and sending it again when the cause is mended. */
public final class Rejects {
  private static final SourceSpec.Job JOB = new SourceSpec.Job("rejected", "job");
  private static final Pattern IN_TOPIC = Pattern.compile("(.+), partition (\\d+), offset (\\d+)");

  private final Target target;

  public Rejects(Target target) {
    this.target = target;
  }

  /**
   * One reject.
   *
   * @param id its offset in {@code articles.rejected}
   * @param sentAgain whether it was sent again already
   */
  public record Entry(long id, Rejected rejected, boolean sentAgain) {}

  /** All of them, the oldest first. */
  public List<Entry> read() {
    Set<String> again = SourceList.taken(target, JOB.name()).keySet();
    List<Entry> out = new ArrayList<>();
    try (TopicReader<Rejected> reader =
        new TopicReader<>(
            target.client(),
            target.topics().rejected(),
            target.serdes().rejected().deserializer())) {
      for (ConsumerRecord<String, Rejected> r : reader.toEnd()) {
        out.add(new Entry(r.offset(), r.value(), again.contains(item(r.offset()))));
      }
    }
    return out;
  }

  /**
   * Sends entries again, in one transaction with the note that it was done.
   *
   * @param mended bytes to send in place of the original; only for a single entry
   * @throws IOException if an original cannot be found; then nothing is sent
   */
  public void sendAgain(List<Entry> entries, byte @Nullable [] mended)
      throws IOException, InterruptedException {
    List<Outgoing> out = new ArrayList<>();
    Map<String, Map<String, String>> taken = new HashMap<>();
    for (Entry e : entries) {
      byte[] bytes = mended == null ? original(e) : mended;
      out.add(outgoing(e, bytes));
      taken.put(item(e.id()), Map.of());
    }
    Meters meters = new Meters(new SimpleMeterRegistry());
    try (Session session =
        Session.open(target, JOB, InstantSource.system(), meters, UUID.randomUUID().toString())) {
      session.publish(out, new Session.Changes(taken, List.of(), Map.of()));
      session.tell("stopped", "All is taken.");
    }
  }

  private String item(long id) {
    return target.topics().rejected() + "/" + id;
  }

  private static Outgoing outgoing(Entry e, byte[] bytes) {
    Rejected r = e.rejected();
    Map<String, String> headers = new HashMap<>();
    String source = r.getSource() == null ? "" : r.getSource();
    headers.put(ControlHeaders.SOURCE, source);
    if (r.getContentType() != null) {
      headers.put(ControlHeaders.CONTENT_TYPE, r.getContentType());
    }
    if (r.getProvider() != null) {
      headers.put(ControlHeaders.PROVIDER, r.getProvider());
    }
    String id = Long.toString(e.id());
    return new Outgoing(id, id, r.getUri() == null ? source : r.getUri(), bytes, headers, false);
  }

  private byte[] original(Entry e) throws IOException {
    Rejected r = e.rejected();
    if (r.getTopic().equals(target.topics().commands())) {
      throw new IOException("reject " + e.id() + " is no article but a command");
    }
    if (r.getOriginal() != null) {
      byte[] bytes = new byte[r.getOriginal().remaining()];
      r.getOriginal().duplicate().get(bytes);
      return bytes;
    }
    String lies = String.valueOf(r.getLies());
    Matcher topic = IN_TOPIC.matcher(lies);
    if (topic.matches()) {
      TopicPartition partition =
          new TopicPartition(topic.group(1), Integer.parseInt(topic.group(2)));
      return record(partition, Long.parseLong(topic.group(3)));
    }
    try {
      if (Files.isRegularFile(Path.of(lies))) {
        return Files.readAllBytes(Path.of(lies));
      }
    } catch (InvalidPathException notAPath) {
      // said below
    }
    throw new IOException("the original of reject " + e.id() + " is not here: " + lies);
  }

  private byte[] record(TopicPartition partition, long offset) throws IOException {
    Map<String, Object> c = new HashMap<>(target.client());
    c.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    c.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    c.remove(ConsumerConfig.GROUP_ID_CONFIG);
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(c, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seek(partition, offset);
      for (int tries = 0; tries < 100; tries++) {
        for (ConsumerRecord<byte[], byte[]> r : consumer.poll(Duration.ofMillis(100))) {
          if (r.offset() == offset && r.value() != null) {
            return r.value();
          }
        }
      }
    }
    throw new IOException("the original is not in " + partition + " any more");
  }
}
