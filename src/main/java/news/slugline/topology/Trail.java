package news.slugline.topology;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * The headers that go with an article from {@code articles.raw} to everything that it causes: when
 * it came in, and the producer's trace context (W3C, as OpenTelemetry writes it). No value depends
 * on them. An article that waits until its story is handed over is told when the hand-over comes,
 * and with its headers: an update's cause names the article, its trail what set it off.
 */
public final class Trail {
  /** When the broker took the article in, in milliseconds since 1970, as digits. */
  public static final String RECEIVED = "slugline-received";

  private static final List<String> CARRIED =
      List.of(RECEIVED, "traceparent", "tracestate", "baggage");

  private Trail() {}

  /** Of what an incoming record causes, where the trail begins. */
  static Headers begin(Record<?, ?> record) {
    Headers trail = follow(record);
    trail.remove(RECEIVED);
    trail.add(RECEIVED, Long.toString(record.timestamp()).getBytes(StandardCharsets.US_ASCII));
    return trail;
  }

  /** Of what a record causes. */
  static Headers follow(Record<?, ?> record) {
    Headers trail = new RecordHeaders();
    for (String name : CARRIED) {
      Header h = record.headers().lastHeader(name);
      if (h != null) {
        trail.add(h);
      }
    }
    return trail;
  }

  /** When the article came in that caused a record with these headers; null if none did. */
  public static @Nullable Long received(Headers headers) {
    Header h = headers.lastHeader(RECEIVED);
    if (h == null || h.value() == null) {
      return null;
    }
    try {
      return Long.valueOf(new String(h.value(), StandardCharsets.US_ASCII));
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
