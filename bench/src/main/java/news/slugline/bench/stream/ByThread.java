package news.slugline.bench.stream;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Processor time by what threads do, from one point of a run to another. */
final class ByThread {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Map<String, Double> seconds;

  private ByThread(Map<String, Double> seconds) {
    this.seconds = seconds;
  }

  /** Of the threads that are there now, since they began; the rest is the process's. */
  static ByThread now(double processSeconds) {
    Map<String, Double> out = new LinkedHashMap<>();
    long[] ids = THREADS.getAllThreadIds();
    long[] nanos = THREADS.getThreadCpuTime(ids);
    double rest = processSeconds;
    for (int i = 0; i < ids.length; i++) {
      var info = THREADS.getThreadInfo(ids[i]);
      if (info != null && nanos[i] > 0) {
        out.merge(kind(info.getThreadName()), nanos[i] / 1e9, Double::sum);
        rest -= nanos[i] / 1e9;
      }
    }
    out.put("compiler and collector", rest);
    return new ByThread(out);
  }

  private static String kind(String name) {
    if (name.equals("main") || name.startsWith("kafka-producer-network-thread | producer-")) {
      return "offering";
    }
    if (name.equals("watch")) {
      return "watching";
    }
    if (name.contains("StreamThread")) {
      return name.startsWith("kafka-producer") ? "stream's sender" : "stream";
    }
    if (name.contains("log-cleaner")) {
      return "broker's log cleaner";
    }
    return name.startsWith("data-plane-kafka") ? "broker's requests" : "broker, other";
  }

  /** Milliseconds an article since an earlier point; what takes most stands first. */
  String since(ByThread before, int articles) {
    StringBuilder out = new StringBuilder();
    seconds.entrySet().stream()
        .map(
            e -> Map.entry(e.getKey(), e.getValue() - before.seconds.getOrDefault(e.getKey(), 0.0)))
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .forEach(
            e ->
                out.append(out.length() == 0 ? "" : ", ")
                    .append(
                        String.format(
                            Locale.ROOT, "%s %.1f", e.getKey(), 1000 * e.getValue() / articles)));
    return out.toString();
  }
}
