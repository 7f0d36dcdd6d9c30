package news.slugline.config;

import java.net.InetSocketAddress;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One setting of Slugline's own: its name (`tick-interval` in a file, `--tick-interval` as a flag,
 * `SLUGLINE_TICK_INTERVAL` in the environment), what it is for, its default and what it accepts.
 */
public final class Setting {
  private static final Pattern TOPIC_PART = Pattern.compile("[A-Za-z0-9._-]*");
  private static final Pattern SERVERS = Pattern.compile("[^\\s,:]+:\\d+(,\\s*[^\\s,:]+:\\d+)*");
  private static final Pattern URLS =
      Pattern.compile("(https?|mock)://[^\\s,]+(,\\s*https?://[^\\s,]+)*");

  public static final Setting PREFIX =
      new Setting("prefix", "", "put before every topic's name", Setting::topicPart);
  public static final Setting APPLICATION_ID =
      new Setting(
          "application-id",
          "slugline",
          "names the consumer groups, state stores and transactions",
          Setting::applicationId);
  public static final Setting BOOTSTRAP_SERVERS =
      new Setting(
          "bootstrap-servers",
          "",
          "the Kafka to use, host:port[,host:port]; empty for the embedded one",
          text -> matching(text, SERVERS, "host:port[,host:port]"));
  public static final Setting REGISTRY =
      new Setting(
          "registry",
          "",
          "the schema registry's URL; empty for the embedded one",
          text -> matching(text, URLS, "a URL, http://host:port"));
  public static final Setting PARTITIONS =
      new Setting(
          "partitions",
          "6",
          "of topics with more than one, 1 to 1000",
          text -> range(text, 1, 1000));
  public static final Setting REPLICATION =
      new Setting(
          "replication",
          "-1",
          "copies of each topic; -1 leaves it to the broker",
          text -> text.equals("-1") ? -1 : range(text, 1, 32));
  public static final Setting THREADS =
      new Setting("threads", "2", "that process stories, 1 to 64", text -> range(text, 1, 64));
  public static final Setting STANDBYS =
      new Setting(
          "standbys",
          "0",
          "warm copies of each state on other instances, 0 to 3",
          text -> range(text, 0, 3));
  public static final Setting DATA_DIR =
      new Setting("data-dir", "data", "the embedded broker's folder", Setting::path);
  public static final Setting STATE_DIR =
      new Setting(
          "state-dir",
          "",
          "the state stores' folder; empty for `state` in data-dir",
          Setting::path);
  public static final Setting MODE =
      new Setting(
          "mode",
          "LIVE",
          "where time comes from: LIVE (the clock) or REPLAY (the articles)",
          text -> oneOf(text, List.of("LIVE", "REPLAY")));
  public static final Setting TICK_INTERVAL =
      new Setting(
          "tick-interval",
          "15s",
          "how often a changed story tells its whole state, 1s to 1h",
          text -> duration(text, Duration.ofSeconds(1), Duration.ofHours(1)));
  public static final Setting RETENTION =
      new Setting(
          "retention",
          "400d",
          "how long topics keep articles, claims, updates and states, 1d to 36500d",
          text -> duration(text, Duration.ofDays(1), Duration.ofDays(36500)));
  public static final Setting BROKER_PORT =
      new Setting(
          "broker-port",
          "0",
          "of the embedded Kafka; 0 for any free one",
          text -> range(text, 0, 65535));
  public static final Setting REGISTRY_PORT =
      new Setting(
          "registry-port",
          "0",
          "of the embedded schema registry; 0 for any free one",
          text -> range(text, 0, 65535));
  public static final Setting HEALTH =
      new Setting(
          "health",
          "off",
          "where `run` serves metrics and health: [host:]port, 0 for any free one, or off",
          Setting::listenAddress);

  public static final Setting HTTP_HOST =
      new Setting(
          "http-host",
          "127.0.0.1",
          "address that the board and the API are served on",
          Setting::host);
  public static final Setting HTTP_PORT =
      new Setting(
          "http-port",
          "8080",
          "of the board and the API; 0 for any free one",
          text -> range(text, 0, 65535));
  public static final Setting HTTP_ACCESS =
      new Setting(
          "http-access",
          "",
          "file of bearer tokens, `read TOKEN` or `admin TOKEN` a line; empty on this machine only",
          Setting::path);
  public static final Setting HTTP_STREAMS =
      new Setting(
          "http-streams",
          "2500",
          "event streams held at once, 1 to 100000",
          text -> range(text, 1, 100_000));
  public static final Setting HTTP_RATE =
      new Setting(
          "http-rate",
          "100",
          "requests a second from one address, 0 (any) to 1000000",
          text -> range(text, 0, 1_000_000));

  private static final List<Setting> ALL =
      List.of(
          PREFIX,
          APPLICATION_ID,
          BOOTSTRAP_SERVERS,
          REGISTRY,
          PARTITIONS,
          REPLICATION,
          THREADS,
          STANDBYS,
          DATA_DIR,
          STATE_DIR,
          MODE,
          TICK_INTERVAL,
          RETENTION,
          BROKER_PORT,
          REGISTRY_PORT,
          HEALTH,
          HTTP_HOST,
          HTTP_PORT,
          HTTP_ACCESS,
          HTTP_STREAMS,
          HTTP_RATE);

  /** Text to value; an {@link IllegalArgumentException} carries what is accepted. */
  @FunctionalInterface
  private interface Reader {
    Object read(String text);
  }

  private final String name;
  private final String defaultText;
  private final String description;
  private final Reader reader;

  private Setting(String name, String defaultText, String description, Reader reader) {
    this.name = name;
    this.defaultText = defaultText;
    this.description = description;
    this.reader = reader;
  }

  public static List<Setting> all() {
    return ALL;
  }

  public String name() {
    return name;
  }

  public String defaultText() {
    return defaultText;
  }

  public String description() {
    return description;
  }

  public String flag() {
    return "--" + name;
  }

  public String variable() {
    return "SLUGLINE_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  Object read(String text) {
    return reader.read(text.trim());
  }

  private static Object matching(String text, Pattern pattern, String wanted) {
    if (text.isEmpty() || pattern.matcher(text).matches()) {
      return text.replace(" ", "");
    }
    throw new IllegalArgumentException(wanted);
  }

  private static Object topicPart(String text) {
    // Kafka allows 249 characters; the longest internal name needs about 150
    if (text.length() <= 80 && TOPIC_PART.matcher(text).matches()) {
      return text;
    }
    throw new IllegalArgumentException("up to 80 letters, digits, dots, hyphens or underscores");
  }

  private static Object applicationId(String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("a name");
    }
    return topicPart(text);
  }

  private static Object range(String text, int least, int most) {
    String wanted = "a whole number from " + least + " to " + most;
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new IllegalArgumentException(wanted);
  }

  private static Object oneOf(String text, List<String> names) {
    String name = text.toUpperCase(Locale.ROOT);
    if (!names.contains(name)) {
      throw new IllegalArgumentException(String.join(" or ", names));
    }
    return name;
  }

  private static Object listenAddress(String text) {
    if (text.equals("off")) {
      return text;
    }
    int colon = text.lastIndexOf(':');
    String host = colon < 0 ? "127.0.0.1" : text.substring(0, colon);
    try {
      int port = (Integer) range(text.substring(colon + 1), 0, 65535);
      if (!host.isEmpty()) {
        return InetSocketAddress.createUnresolved(host, port);
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("[host:]port, or off", e);
    }
    throw new IllegalArgumentException("[host:]port, or off");
  }

  private static Object host(String text) {
    if (text.isEmpty() || text.contains("/") || text.contains(" ")) {
      throw new IllegalArgumentException("a host name or address, such as 127.0.0.1 or 0.0.0.0");
    }
    return text;
  }

  private static Object path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("a path", e);
    }
  }

  private static Object duration(String text, Duration least, Duration most) {
    Duration duration = Durations.parse(text);
    if (duration == null || duration.compareTo(least) < 0 || duration.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          "a duration from "
              + Durations.write(least)
              + " to "
              + Durations.write(most)
              + ", such as 15s, 5m, 72h, 30d");
    }
    return duration;
  }

  @Override
  public String toString() {
    return name;
  }
}
