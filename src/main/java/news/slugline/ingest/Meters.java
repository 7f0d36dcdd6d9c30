package news.slugline.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What is counted of each source: {@code slugline.ingest.*}, tagged with its name and type. */
final class Meters {
  private final MeterRegistry registry;
  private final Map<String, AtomicInteger> up = new ConcurrentHashMap<>();

  Meters(MeterRegistry registry) {
    this.registry = registry;
  }

  void published(SourceSpec source, List<Outgoing> out) {
    long bad = out.stream().filter(Outgoing::refused).count();
    count("slugline.ingest.published", source, out.size() - bad);
    count("slugline.ingest.refused", source, bad);
    count("slugline.ingest.bytes", source, out.stream().mapToLong(Outgoing::size).sum());
  }

  void failed(SourceSpec source) {
    count("slugline.ingest.failures", source, 1);
    up(source, 0);
  }

  void works(SourceSpec source) {
    up(source, 1);
  }

  /** An answer of a feed, or one given to a caller. */
  void answered(SourceSpec source, int status, @Nullable Duration took) {
    Timer timer =
        registry.timer(
            "slugline.ingest.http",
            "source",
            source.name(),
            "type",
            source.type(),
            "status",
            Integer.toString(status));
    timer.record(took == null ? Duration.ZERO : took);
  }

  void committed(SourceSpec source, Runnable commit) {
    registry
        .timer("slugline.ingest.commit", "source", source.name(), "type", source.type())
        .record(commit);
  }

  private void count(String name, SourceSpec source, long n) {
    registry.counter(name, "source", source.name(), "type", source.type()).increment(n);
  }

  private void up(SourceSpec source, int value) {
    up.computeIfAbsent(
            source.name(),
            name -> {
              AtomicInteger gauge = new AtomicInteger();
              registry.gauge(
                  "slugline.ingest.up",
                  io.micrometer.core.instrument.Tags.of("source", name, "type", source.type()),
                  gauge);
              return gauge;
            })
        .set(value);
  }
}
