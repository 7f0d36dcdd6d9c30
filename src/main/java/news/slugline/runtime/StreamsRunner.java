package news.slugline.runtime;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import news.slugline.schema.AvroSerde;
import news.slugline.topology.Topics;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the topology, exactly once, until it is closed or fails for good. A thread that fails for a
 * reason that may pass is replaced after a pause and goes on from the last commit; the same failure
 * again and again, or one that no retry mends, ends the run with {@link #failure()}.
 */
public final class StreamsRunner implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StreamsRunner.class);
  private static final Duration CLOSE = Duration.ofSeconds(30);

  private final KafkaStreams streams;
  private final CountDownLatch running = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private final Watch watch;
  private final Replacements replaced = new Replacements();

  /** Is told what happens to the streams; called from their threads. */
  public interface Watch {
    /** Nobody looks. */
    Watch NONE = new Watch() {};

    /** A thread failed; it is replaced, or the run ends. */
    default void threadFailed(Throwable cause) {}

    /** A store's partition was restored from its changelog. */
    default void restored(String store, long rows, Duration took) {}
  }

  public StreamsRunner(Topology topology, Map<String, ?> config) {
    this(topology, config, Watch.NONE);
  }

  public StreamsRunner(Topology topology, Map<String, ?> config, Watch watch) {
    this.watch = watch;
    Properties p = new Properties();
    p.putAll(config);
    streams = new KafkaStreams(topology, p);
    streams.setUncaughtExceptionHandler(this::onFailure);
    streams.setGlobalStateRestoreListener(new RestoreWatch(watch));
    streams.setStateListener(
        (now, before) -> {
          LOG.debug("Streams {} -> {}", before, now);
          if (now == KafkaStreams.State.RUNNING) {
            running.countDown();
          } else if (now == KafkaStreams.State.ERROR || now == KafkaStreams.State.NOT_RUNNING) {
            running.countDown();
            ended.countDown();
          }
        });
  }

  /**
   * The settings that Slugline needs, with {@code client} settings laid over the clients' defaults.
   *
   * @param client any Kafka client settings, {@code bootstrap.servers} at least
   */
  public static Map<String, Object> config(
      String applicationId, String stateDir, int threads, int standbys, Map<String, ?> client) {
    Map<String, Object> c = new HashMap<>();
    c.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
    c.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, standbys);
    // of a stream that lags behind; one that keeps up asks for more, see CommitPace
    c.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 500);
    // a thread that waits for records sees no sooner that a commit is due
    c.put(StreamsConfig.POLL_MS_CONFIG, 10);
    // no record cache: rows are kept back for one input only, and updates must not be merged
    c.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
    c.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, RocksMemory.class);
    c.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    c.put(StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG, StreamsConfig.NO_OPTIMIZATION);
    // a failed-over task must not wait for a session of 45 s
    c.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 6_000);
    c.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 1_500);
    c.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 200);
    c.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG),
        Topics.MAX_RECORD_BYTES);
    c.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
    c.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 20);
    // an article writes some 170 KB of rows: in batches of 16 KB they cost the broker twice as much
    c.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 256 * 1024);
    c.put(
        StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
        Topics.MAX_RECORD_BYTES);
    c.putAll(client);
    c.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
    c.put(StreamsConfig.STATE_DIR_CONFIG, stateDir);
    // what a user must not change: everything rests on it
    c.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    return c;
  }

  public void start() {
    streams.start();
  }

  /** Waits until every task runs; false if it did not come to that in time. */
  public boolean awaitRunning(Duration time) throws InterruptedException {
    return running.await(time.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS)
        && streams.state() == KafkaStreams.State.RUNNING;
  }

  /** Waits until it is closed or has failed. */
  public void awaitEnd() throws InterruptedException {
    ended.await();
  }

  /** What ended it, if anything did. */
  public @Nullable Throwable failure() {
    return failure.get();
  }

  /** What is wrong while its threads fail again and again, though each is replaced. */
  Optional<Health.Cause> trouble() {
    return replaced.trouble(System.nanoTime());
  }

  /** What Kafka Streams measures of itself. */
  public Map<MetricName, ? extends Metric> metrics() {
    return streams.metrics();
  }

  public KafkaStreams.State state() {
    return streams.state();
  }

  /** Commits, leaves the group so that others take over at once, and stops. */
  @Override
  public void close() {
    boolean clean =
        streams.close(
            CloseOptions.timeout(CLOSE)
                .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
    if (!clean) {
      LOG.warn("The streams did not stop within {} s", CLOSE.toSeconds());
    }
    ended.countDown();
  }

  private synchronized StreamThreadExceptionResponse onFailure(Throwable e) {
    watch.threadFailed(e);
    // an outage may last: it is waited for, however long
    boolean outage = isOutage(e);
    replaced.failed(e, outage, System.nanoTime());
    if (isFinal(e) || (!outage && replaced.areTooMany())) {
      LOG.error("The stream stops: {}", e.toString(), e);
      failure.compareAndSet(null, e);
      return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
    long pause = replaced.pause();
    if (outage) {
      LOG.warn("A stream thread lost its connection and is replaced in {} ms: {}", pause, root(e));
      LOG.debug("The whole error", e);
    } else {
      LOG.warn("A stream thread failed and is replaced in {} ms: {}", pause, e.toString(), e);
    }
    try {
      Thread.sleep(pause);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return StreamThreadExceptionResponse.REPLACE_THREAD;
  }

  private static String root(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.toString();
  }

  /**
   * Whether the broker, the registry or the network failed, and not this program or its data; or
   * this process stood still so long that its tasks were given to others.
   */
  static boolean isOutage(Throwable e) {
    for (Throwable c = e; c != null; c = c.getCause()) {
      if (c instanceof RetriableException
          || c instanceof CommitFailedException
          || c instanceof ProducerFencedException
          || c instanceof InvalidProducerEpochException) {
        return true;
      }
    }
    return AvroSerde.isOutage(e) && !isDiskFull(e);
  }

  private static boolean isDiskFull(Throwable e) {
    for (Throwable c = e; c != null; c = c.getCause()) {
      if (String.valueOf(c.getMessage()).toLowerCase(Locale.ROOT).contains("no space left")) {
        return true;
      }
    }
    return false;
  }

  /** A client of Kafka that lost its way; a new one does better. */
  private static boolean isOfKafka(Throwable e) {
    StackTraceElement[] stack = e.getStackTrace();
    return stack.length > 0 && stack[0].getClassName().startsWith("org.apache.kafka.");
  }

  /** Whether no retry can mend it. */
  static boolean isFinal(Throwable e) {
    if (isDiskFull(e)) {
      return true;
    }
    for (Throwable c = e; c != null; c = c.getCause()) {
      if (c instanceof AuthorizationException
          || (c instanceof IllegalStateException && !isOfKafka(c))
          || c instanceof LinkageError
          || c instanceof OutOfMemoryError
          || c instanceof StackOverflowError) {
        return true;
      }
      if (c instanceof SerializationException) {
        return !AvroSerde.isOutage(c);
      }
    }
    return false;
  }
}
