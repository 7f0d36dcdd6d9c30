package news.slugline.runtime;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import news.slugline.grouping.Placement;
import news.slugline.story.Cause;
import news.slugline.story.Change;
import news.slugline.story.ChangeReason;
import news.slugline.story.Keeping;
import news.slugline.story.LifeState;
import news.slugline.story.StoryUpdate;
import news.slugline.topology.Observer;
import news.slugline.wire.Reason;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.streams.KafkaStreams.State;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts what the processors do and reads what Kafka Streams measures of itself; docs/operate.md
 * lists the names. Counters count work done: what a crash repeats is counted again.
 */
public final class Metrics implements Observer, StreamsRunner.Watch, AutoCloseable {
  /** An article is late if its own time lies further behind the log's. */
  public static final Duration LATE = Duration.ofHours(1);

  private static final Logger LOG = LoggerFactory.getLogger(Metrics.class);

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics gc = new JvmGcMetrics();
  private final Counter articles;
  private final Counter late;
  private final Counter claims;
  private final Counter updates;
  private final Counter closures;
  private final Counter archived;
  private final Counter broughtBack;
  private final Counter forgotten;
  private final Counter failures;
  private final DistributionSummary margin;
  private final Timer endToEnd;
  private final Timer restore;
  private final MultiGauge lag;
  private final MultiGauge stateBytes;
  private final MultiGauge stateRows;
  private volatile @Nullable StreamsRunner streams;

  /**
   * @param engine stands in every update
   */
  public Metrics(String engine) {
    articles = counter("slugline.articles", "Article versions that entered the log");
    late = counter("slugline.articles.late", "Articles more than an hour behind the log's time");
    claims = counter("slugline.claims", "Claims written");
    updates = counter("slugline.updates", "Story updates written");
    closures = counter("slugline.window.closures", "Stories that closed after their quiet window");
    archived =
        counter("slugline.stories.archived", "Stories that left: only their articles' rows stay");
    broughtBack =
        counter("slugline.stories.brought.back", "Stories that had left and are needed again");
    forgotten = counter("slugline.stories.forgotten", "Stories of which only the head stays");
    failures = counter("slugline.thread.failures", "Stream threads that failed and were replaced");
    for (ChangeReason reason : ChangeReason.values()) {
      changes(reason);
    }
    for (Reason reason : Reason.values()) {
      rejects(reason.name().toLowerCase(Locale.ROOT));
    }
    margin =
        DistributionSummary.builder("slugline.grouping.margin")
            .description("Likeness of the story chosen less that of the next one")
            .serviceLevelObjectives(0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 1)
            .register(registry);
    endToEnd =
        Timer.builder("slugline.end.to.end")
            .description("From an article's arrival to its committed update")
            .serviceLevelObjectives(buckets(50, 100, 250, 500, 1000, 2500, 5000, 10000, 30000))
            .register(registry);
    restore =
        Timer.builder("slugline.restore")
            .description("Restoring a store's partition from its changelog")
            .serviceLevelObjectives(buckets(100, 1000, 10000, 60000, 600000))
            .register(registry);
    lag = gauges("slugline.lag.records", "Records of a partition not yet read");
    stateBytes = gauges("slugline.state.bytes", "Bytes on disk and in memory, by store");
    stateRows = gauges("slugline.state.rows", "Rows by store, estimated");
    Gauge.builder("slugline.ready", this, m -> m.runs() ? 1 : 0)
        .description("1 if the stream runs")
        .register(registry);
    Gauge.builder("slugline.info", () -> 1)
        .description("The engine of this instance")
        .tag("engine", engine)
        .register(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    gc.bindTo(registry);
  }

  /** For whoever counts beside the stream. */
  public MeterRegistry registry() {
    return registry;
  }

  /** The streams whose own measures are read, from now on. */
  public void watch(StreamsRunner streams) {
    this.streams = streams;
  }

  /** Everything, in Prometheus' text format. */
  public String scrape() {
    readStreams();
    return registry.scrape();
  }

  @Override
  public void accepted(String uri, String version) {
    articles.increment();
  }

  @Override
  public void rejected(String reason, String detail, @Nullable String uri) {
    rejects(reason).increment();
    LOG.info("Rejected as {}: {} ({})", reason, uri == null ? "unreadable" : uri, detail);
  }

  @Override
  public void placed(String storyId, Placement placement, Duration behind) {
    if (behind.compareTo(LATE) > 0) {
      late.increment();
    }
    if (placement.score() > 0 && !placement.near().isEmpty()) {
      margin.record(Math.max(0, placement.score() - placement.near().get(0).score()));
    }
  }

  @Override
  public void claims(String storyId, String uri, int count) {
    claims.increment(count);
  }

  @Override
  public void kept(String storyId, Keeping how) {
    switch (how) {
      case ARCHIVED -> archived.increment();
      case WHOLE -> broughtBack.increment();
      case FORGOTTEN -> forgotten.increment();
      case ALONE, GOING, TURNING, COMING -> {
        // on the way, and never told
      }
    }
  }

  @Override
  public void updated(StoryUpdate update) {
    updates.increment();
    for (Change change : update.changes()) {
      changes(change.reason()).increment();
      if (change.factId() == null
          && change.reason() == ChangeReason.STATE_CHANGED
          && update.state() == LifeState.CLOSED
          && update.cause().type() == Cause.Type.TICK) {
        closures.increment();
      }
    }
    LOG.debug("Update {} of {}, {}", update.revision(), update.storyId(), update.state());
  }

  /** An update was seen committed, so long after the article came in that caused it. */
  public void endToEnd(Duration took) {
    endToEnd.record(took.isNegative() ? Duration.ZERO : took);
  }

  @Override
  public void threadFailed(Throwable cause) {
    failures.increment();
  }

  @Override
  public void restored(String store, long rows, Duration took) {
    restore.record(took);
    LOG.info("Restored {} rows of {} in {} ms", rows, store, took.toMillis());
  }

  @Override
  public void close() {
    gc.close();
    registry.close();
  }

  private boolean runs() {
    StreamsRunner s = streams;
    return s != null && s.state() == State.RUNNING;
  }

  private void readStreams() {
    StreamsRunner s = streams;
    if (s == null) {
      return;
    }
    Map<String, Double> bytes = new TreeMap<>();
    Map<String, Double> rows = new TreeMap<>();
    List<MultiGauge.Row<?>> lags = new ArrayList<>();
    for (Map.Entry<MetricName, ? extends Metric> each : s.metrics().entrySet()) {
      MetricName name = each.getKey();
      Map<String, String> tags = name.tags();
      String store = tags.get("rocksdb-state-id");
      switch (name.name()) {
        case "total-sst-files-size", "size-all-mem-tables" ->
            bytes.merge(String.valueOf(store), number(each.getValue()), Double::sum);
        case "estimate-num-keys" ->
            rows.merge(String.valueOf(store), number(each.getValue()), Double::sum);
        case "records-lag" -> {
          if (!tags.getOrDefault("client-id", "").contains("restore")) {
            lags.add(
                MultiGauge.Row.of(
                    Tags.of(
                        "topic", tags.getOrDefault("topic", ""),
                        "partition", tags.getOrDefault("partition", "")),
                    number(each.getValue())));
          }
        }
        default -> {}
      }
    }
    stateBytes.register(byStore(bytes), true);
    stateRows.register(byStore(rows), true);
    lag.register(lags, true);
  }

  private static List<MultiGauge.Row<?>> byStore(Map<String, Double> sums) {
    List<MultiGauge.Row<?>> rows = new ArrayList<>();
    sums.forEach((store, sum) -> rows.add(MultiGauge.Row.of(Tags.of("store", store), sum)));
    return rows;
  }

  private static double number(Metric metric) {
    return metric.metricValue() instanceof Number n && !Double.isNaN(n.doubleValue())
        ? n.doubleValue()
        : 0;
  }

  private Counter changes(ChangeReason reason) {
    return Counter.builder("slugline.update.changes")
        .description("Changes that story updates tell, by reason")
        .tag("reason", reason.name().toLowerCase(Locale.ROOT))
        .register(registry);
  }

  private Counter rejects(String reason) {
    return Counter.builder("slugline.rejects")
        .description("Input that intake refused, by reason")
        .tag("reason", reason)
        .register(registry);
  }

  private Counter counter(String name, String description) {
    return Counter.builder(name).description(description).register(registry);
  }

  private MultiGauge gauges(String name, String description) {
    return MultiGauge.builder(name).description(description).register(registry);
  }

  private static Duration[] buckets(long... millis) {
    return java.util.Arrays.stream(millis).mapToObj(Duration::ofMillis).toArray(Duration[]::new);
  }
}
