package news.slugline.bench.stream;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import news.slugline.bench.Mix;
import news.slugline.wire.Intake;

/**
 * What to run, from words of the form {@code key=value}.
 *
 * @param perSecond articles offered a second; 0 is flat out, as a replay
 * @param simulated articles a second of simulated time, flat out only: it decides how often ticks
 *     come
 * @param warm of the articles so many are offered flat out first and waited for, so that those
 *     offered at a rate meet compiled code; of a rate only
 * @param ratios also measure the stream without its work, the work without the stream, and produce
 *     → consume
 * @param check compare every update and state with the domain's alone
 * @param tick time between ticks at a rate; of a replay it is the product's
 * @param json file for the figures; empty for none
 * @param kafka settings laid over the stream's
 */
record Options(
    int articles,
    double perSecond,
    double simulated,
    String mix,
    long seed,
    int partitions,
    int threads,
    int warm,
    Duration tick,
    boolean ratios,
    boolean check,
    String json,
    Map<String, String> kafka) {
  private static final Set<String> KEYS =
      Set.of(
          "articles",
          "rate",
          "simulated",
          "mix",
          "seed",
          "partitions",
          "threads",
          "warm",
          "tick",
          "ratios",
          "check",
          "days",
          "json");

  static Options parse(String[] words) {
    Map<String, String> given = new HashMap<>();
    Map<String, String> kafka = new TreeMap<>();
    for (String w : words) {
      int eq = w.indexOf('=');
      String key = eq < 0 ? w : w.substring(0, eq);
      if (eq > 0 && key.startsWith("kafka.")) {
        kafka.put(key.substring(6), w.substring(eq + 1));
      } else if (eq > 0 && KEYS.contains(key)) {
        given.put(key, w.substring(eq + 1));
      } else {
        throw new IllegalArgumentException(
            "cannot read " + w + ": give key=value with a key of " + KEYS + " or kafka.SETTING");
      }
    }
    double simulated = Double.parseDouble(given.getOrDefault("simulated", "10"));
    int articles = Integer.parseInt(given.getOrDefault("articles", "2000"));
    if (given.containsKey("days")) {
      // as many as come in so many days of the articles' own time
      articles = (int) Math.ceil(Double.parseDouble(given.get("days")) * 86_400 * simulated);
    }
    Options o =
        new Options(
            articles,
            Double.parseDouble(given.getOrDefault("rate", "0")),
            simulated,
            given.getOrDefault("mix", "usual"),
            Long.parseLong(given.getOrDefault("seed", "1")),
            Integer.parseInt(given.getOrDefault("partitions", "6")),
            Integer.parseInt(given.getOrDefault("threads", "2")),
            Integer.parseInt(given.getOrDefault("warm", "0")),
            Duration.ofSeconds(
                given.containsKey("tick")
                    ? Long.parseLong(given.get("tick"))
                    : Intake.TICK.toSeconds()),
            Boolean.parseBoolean(given.getOrDefault("ratios", "false")),
            Boolean.parseBoolean(given.getOrDefault("check", "true")),
            given.getOrDefault("json", ""),
            kafka);
    Mix.named(o.mix);
    if (o.ratios && (o.partitions != 1 || !o.flatOut())) {
      throw new IllegalArgumentException("ratios=true needs partitions=1 and no rate");
    }
    if (o.warm > 0 && (o.flatOut() || o.warm >= o.articles)) {
      throw new IllegalArgumentException("warm=N needs a rate and more than N articles");
    }
    if (o.flatOut() && given.containsKey("tick")) {
      throw new IllegalArgumentException("tick=SECONDS needs a rate");
    }
    return o;
  }

  boolean flatOut() {
    return perSecond == 0;
  }
}
