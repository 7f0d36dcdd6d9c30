package news.slugline.bench.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import news.slugline.avro.Cause;
import news.slugline.avro.CauseType;
import news.slugline.avro.StoryUpdate;
import news.slugline.topology.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Reads committed updates as a subscriber would and notes, for each article version, how long after
 * its acknowledgement the first update that it caused was there, and what each tenth of the
 * articles cost. It tells them by a header that goes with an article to all that it causes, and by
 * the cause that an update names: an article that had to wait for another, as its story was handed
 * over to a second one meanwhile, is told under that other's headers.
 */
final class Watch implements AutoCloseable {
  /** A header of W3C's that the stream hands on; here it names the article. */
  static final String ARTICLE = "traceparent";

  private static final int TENTHS = 10;
  private static final long SAY_EVERY = 10_000_000_000L;

  private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();
  private final Map<String, Long> seen = new ConcurrentHashMap<>();
  private final KafkaConsumer<byte[], StoryUpdate> consumer;
  private final int articles;
  private final Path folder;
  private final Cost cost = new Cost();
  private final List<String> sizes = Collections.synchronizedList(new ArrayList<>());
  private volatile ByThread half = ByThread.now(0);

  /** Processor time when so many tenths of the articles had an update. */
  private final double[] cpuAt = new double[TENTHS + 1];

  private volatile int tenth;
  private final Thread thread;
  private volatile boolean stop;
  private volatile long last = System.nanoTime();

  /**
   * @param folder of broker and state, whose size is watched
   */
  Watch(
      Topics topics,
      Map<String, Object> client,
      Deserializer<StoryUpdate> updates,
      int articles,
      Path folder) {
    this.articles = articles;
    this.folder = folder;
    Map<String, Object> c = new HashMap<>(client);
    c.put("isolation.level", "read_committed");
    c.put("enable.auto.commit", false);
    c.put("fetch.max.wait.ms", 50);
    consumer = new KafkaConsumer<>(c, new ByteArrayDeserializer(), updates);
    List<TopicPartition> partitions =
        consumer.partitionsFor(topics.updates()).stream()
            .map(p -> new TopicPartition(p.topic(), p.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    thread = new Thread(this::read, "watch");
    thread.start();
  }

  static String name(String uri, String version) {
    return uri + "/" + version;
  }

  void acknowledged(String uri, String version) {
    acknowledged.put(name(uri, version), System.nanoTime());
  }

  private void read() {
    long said = System.nanoTime();
    int before = 0;
    while (!stop) {
      var records = consumer.poll(Duration.ofMillis(50));
      long now = System.nanoTime();
      for (ConsumerRecord<byte[], StoryUpdate> r : records) {
        Header article = r.headers().lastHeader(ARTICLE);
        if (article != null) {
          seen.putIfAbsent(new String(article.value(), StandardCharsets.UTF_8), now);
          last = now;
        }
        Cause cause = r.value().getCause();
        if (cause.getType() == CauseType.article && cause.getUri() != null) {
          seen.putIfAbsent(name(cause.getUri(), String.valueOf(cause.getVersion())), now);
        }
      }
      while (tenth < TENTHS && seen.size() >= (long) articles * (tenth + 1) / TENTHS) {
        cpuAt[tenth + 1] = cost.cpuSeconds();
        tenth++;
        note();
      }
      if (now - said >= SAY_EVERY) {
        System.err.printf(
            Locale.ROOT,
            "bench/run stream: %d of %d articles have an update, %.1f/s of late%n",
            seen.size(),
            articles,
            (seen.size() - before) * 1e9 / (now - said));
        said = now;
        before = seen.size();
      }
    }
  }

  private void note() {
    if (tenth == TENTHS / 2) {
      half = ByThread.now(cost.cpuSeconds());
    }
    try {
      sizes.add(Cost.rssMb() + "/" + Cost.diskMb(folder));
    } catch (IOException | UncheckedIOException e) {
      // files come and go while they are counted
      sizes.add("?");
    }
  }

  /** Resident memory and disk after each tenth of the articles, in MB. */
  List<String> sizes() {
    return List.copyOf(sizes);
  }

  /** Milliseconds of processor time an article by kind of thread, of the second half. */
  String cpuByThread() {
    int since = articles - articles / 2;
    return ByThread.now(cost.cpuSeconds()).since(half, since);
  }

  /** Milliseconds of processor time an article, of each tenth of the articles that came through. */
  List<String> cpuByTenth() {
    List<String> out = new ArrayList<>();
    for (int i = 1; i <= tenth; i++) {
      double ms = 1000 * (cpuAt[i] - cpuAt[i - 1]) * TENTHS / articles;
      out.add(String.format(Locale.ROOT, "%.1f", ms));
    }
    return out;
  }

  int seen() {
    return seen.size();
  }

  /** Articles that were acknowledged and of which no update has come, by name. */
  List<String> missing() {
    return acknowledged.keySet().stream().filter(a -> !seen.containsKey(a)).sorted().toList();
  }

  double quietSeconds() {
    return (System.nanoTime() - last) / 1e9;
  }

  /** Nanoseconds, ascending, of the articles that were acknowledged from {@code from} on. */
  long[] latencies(long from) {
    return acknowledged.entrySet().stream()
        .filter(e -> e.getValue() >= from && seen.containsKey(e.getKey()))
        .mapToLong(e -> Math.max(0, seen.get(e.getKey()) - e.getValue()))
        .sorted()
        .toArray();
  }

  /**
   * How many updates were there after so many tenths of the whole time, from the first to the last.
   */
  int[] tenths(long from) {
    long[] times = seen.values().stream().mapToLong(t -> t - from).sorted().toArray();
    int[] out = new int[10];
    for (int i = 0; i < 10 && times.length > 0; i++) {
      long limit = times[times.length - 1] / 10 * (i + 1);
      int n = Arrays.binarySearch(times, limit);
      out[i] = n < 0 ? -n - 1 : n + 1;
    }
    out[9] = times.length;
    return out;
  }

  @Override
  public void close() throws InterruptedException {
    stop = true;
    thread.join();
    consumer.close();
  }
}
