package news.slugline.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * One thing to publish to {@code articles.raw}.
 *
 * @param fingerprint equal for the same version of the same article, or for the same refusal
 * @param label of an article its uri and version, of a refusal its reason and detail
 */
record Outgoing(
    String fingerprint,
    String label,
    String key,
    byte @Nullable [] value,
    Map<String, String> headers,
    boolean refused) {

  int size() {
    return value == null ? 0 : value.length;
  }

  ProducerRecord<byte[], byte[]> record(String topic) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), value);
    headers.forEach((k, v) -> record.headers().add(k, v.getBytes(StandardCharsets.UTF_8)));
    return record;
  }
}
