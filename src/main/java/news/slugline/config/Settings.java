package news.slugline.config;

import java.io.IOException;
import java.io.StringReader;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Everything that can be set, typed and checked; immutable.
 *
 * <p>A flag beats an environment variable, which beats the properties file, which beats the
 * default. The file may also hold Kafka client settings, plain ({@code security.protocol}) or with
 * {@code kafka.} before them, that go to every Kafka client, and settings with {@code registry.}
 * before them, that go to the registry client. Unknown keys are refused: a misspelt one must not be
 * ignored. Neither {@link #toString} nor {@link #effective} shows a secret.
 */
public final class Settings {
  private static final String KAFKA = "kafka.";
  private static final String REGISTRY = "registry.";
  private static final String VARIABLE = "SLUGLINE_";

  /** Variables that belong to the launcher or name the file itself. */
  private static final Set<String> OTHER_VARIABLES =
      Set.of(
          "SLUGLINE_CONFIG",
          "SLUGLINE_JAVA_OPTS",
          "SLUGLINE_BUILD",
          "SLUGLINE_DEBUG",
          "SLUGLINE_LOG_FORMAT",
          "SLUGLINE_LOG_LEVEL");

  /** Kafka's own names for settings that Slugline has, too. */
  private static final Map<String, Setting> ALIASES =
      Map.of(
          "bootstrap.servers", Setting.BOOTSTRAP_SERVERS,
          "schema.registry.url", Setting.REGISTRY,
          "application.id", Setting.APPLICATION_ID,
          "state.dir", Setting.STATE_DIR,
          "num.stream.threads", Setting.THREADS,
          "replication.factor", Setting.REPLICATION,
          "registry.url", Setting.REGISTRY);

  /** A value as it may be shown, and where it came from. */
  public record Entry(String key, String value, String source) {}

  private record Given(String text, String source) {}

  private final Map<String, Given> own;
  private final Map<String, Given> kafka;
  private final Map<String, Given> registry;

  private Settings(Map<String, Given> own, Map<String, Given> kafka, Map<String, Given> registry) {
    this.own = own;
    this.kafka = kafka;
    this.registry = registry;
  }

  public static Settings defaults() {
    return new Settings(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
  }

  public static Builder builder() {
    return new Builder();
  }

  /** The same settings with the addresses of a broker and a registry that were just started. */
  public Settings at(String bootstrapServers, String registryUrl) {
    Map<String, Given> changed = new TreeMap<>(own);
    changed.put(Setting.BOOTSTRAP_SERVERS.name(), new Given(bootstrapServers, "embedded"));
    changed.put(Setting.REGISTRY.name(), new Given(registryUrl, "embedded"));
    return new Settings(changed, kafka, registry);
  }

  /**
   * The same settings with another value for one.
   *
   * @throws IllegalArgumentException if the setting does not accept it
   */
  public Settings with(Setting setting, String value) {
    Object unused = setting.read(value);
    Map<String, Given> changed = new TreeMap<>(own);
    changed.put(setting.name(), new Given(value, "program"));
    return new Settings(changed, kafka, registry);
  }

  public String prefix() {
    return (String) value(Setting.PREFIX);
  }

  public String applicationId() {
    return (String) value(Setting.APPLICATION_ID);
  }

  /** Empty if the embedded broker is to be used. */
  public Optional<String> bootstrapServers() {
    return nonEmpty(Setting.BOOTSTRAP_SERVERS);
  }

  /** Empty if the embedded registry is to be used. */
  public Optional<String> registryUrl() {
    return nonEmpty(Setting.REGISTRY);
  }

  public int partitions() {
    return (Integer) value(Setting.PARTITIONS);
  }

  /** -1 leaves it to the broker. */
  public short replication() {
    return ((Integer) value(Setting.REPLICATION)).shortValue();
  }

  public int threads() {
    return (Integer) value(Setting.THREADS);
  }

  public int standbys() {
    return (Integer) value(Setting.STANDBYS);
  }

  public Path dataDir() {
    return (Path) value(Setting.DATA_DIR);
  }

  public Path stateDir() {
    Path given = (Path) value(Setting.STATE_DIR);
    return given.toString().isEmpty() ? dataDir().resolve("state") : given;
  }

  public Mode mode() {
    return Mode.valueOf((String) value(Setting.MODE));
  }

  public Duration tickInterval() {
    return (Duration) value(Setting.TICK_INTERVAL);
  }

  public Duration retention() {
    return (Duration) value(Setting.RETENTION);
  }

  public int brokerPort() {
    return (Integer) value(Setting.BROKER_PORT);
  }

  public int registryPort() {
    return (Integer) value(Setting.REGISTRY_PORT);
  }

  /** Where health and metrics are served; empty if they are not. Unresolved. */
  public Optional<InetSocketAddress> health() {
    return value(Setting.HEALTH) instanceof InetSocketAddress at
        ? Optional.of(at)
        : Optional.empty();
  }

  public String httpHost() {
    return (String) value(Setting.HTTP_HOST);
  }

  public int httpPort() {
    return (Integer) value(Setting.HTTP_PORT);
  }

  /** Empty if no token is asked for. */
  public Optional<Path> httpAccess() {
    Path file = (Path) value(Setting.HTTP_ACCESS);
    return file.toString().isEmpty() ? Optional.empty() : Optional.of(file);
  }

  public int httpStreams() {
    return (Integer) value(Setting.HTTP_STREAMS);
  }

  public int httpRate() {
    return (Integer) value(Setting.HTTP_RATE);
  }

  /** For every Kafka client: what was passed through, and the bootstrap servers if known. */
  public Map<String, Object> kafka() {
    Map<String, Object> client = texts(kafka);
    bootstrapServers().ifPresent(servers -> client.put("bootstrap.servers", servers));
    return client;
  }

  /** For the registry client and serializers: what was passed through, and the URL if known. */
  public Map<String, Object> registry() {
    Map<String, Object> client = texts(registry);
    registryUrl().ifPresent(url -> client.put("schema.registry.url", url));
    return client;
  }

  /** All settings in force, secrets masked, in order of their keys. */
  public List<Entry> effective() {
    List<Entry> entries = new ArrayList<>();
    for (Setting setting : Setting.all()) {
      Given given = given(setting);
      entries.add(
          new Entry(setting.name(), Secrets.shown(setting.name(), given.text()), given.source()));
    }
    kafka.forEach(
        (k, v) -> entries.add(new Entry(KAFKA + k, Secrets.shown(k, v.text()), v.source())));
    registry.forEach(
        (k, v) -> entries.add(new Entry(REGISTRY + k, Secrets.shown(k, v.text()), v.source())));
    return entries;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    effective().forEach(e -> text.append(e.key()).append('=').append(e.value()).append('\n'));
    return text.toString();
  }

  private Object value(Setting setting) {
    return setting.read(given(setting).text());
  }

  private Given given(Setting setting) {
    return own.getOrDefault(setting.name(), new Given(setting.defaultText(), "default"));
  }

  private Optional<String> nonEmpty(Setting setting) {
    return Optional.of((String) value(setting)).filter(text -> !text.isEmpty());
  }

  private static Map<String, Object> texts(Map<String, Given> givens) {
    Map<String, Object> texts = new TreeMap<>();
    givens.forEach((key, given) -> texts.put(key, given.text()));
    return texts;
  }

  /** Collects settings from their sources; the order of calls does not matter. */
  public static final class Builder {
    private final Map<String, Given> fromFile = new TreeMap<>();
    private final Map<String, Given> fromEnvironment = new TreeMap<>();
    private final Map<String, Given> fromFlags = new TreeMap<>();

    private Builder() {}

    /** A Java properties file in UTF-8. */
    public Builder file(Path file) throws SettingsException {
      String text;
      try {
        text = Files.readString(file);
      } catch (NoSuchFileException e) {
        throw new SettingsException("no such file", file.toString(), "name a properties file");
      } catch (IOException e) {
        throw new SettingsException(
            "unreadable (" + e.getClass().getSimpleName() + ")",
            file.toString(),
            "name a properties file in UTF-8 that this user can read");
      }
      Properties properties = new Properties();
      try {
        properties.load(new StringReader(text));
      } catch (IOException | IllegalArgumentException e) {
        throw new SettingsException(
            "not a properties file (" + e.getMessage() + ")",
            file.toString(),
            "write one `key=value` a line");
      }
      for (String key : properties.stringPropertyNames()) {
        fromFile.put(key, new Given(properties.getProperty(key), file + ":" + lineOf(key, text)));
      }
      return this;
    }

    /**
     * Settings that stand in another file.
     *
     * @param where the file, for errors
     */
    public Builder values(Map<String, String> values, String where) {
      values.forEach((key, value) -> fromFile.put(key, new Given(value, where)));
      return this;
    }

    /** Takes the variables that start with {@code SLUGLINE_}. */
    public Builder environment(Map<String, String> variables) {
      variables.forEach(
          (name, value) -> {
            if (name.startsWith(VARIABLE) && !OTHER_VARIABLES.contains(name)) {
              fromEnvironment.put(keyOf(name), new Given(value, name));
            }
          });
      return this;
    }

    /** A flag, by its setting's name, without hyphens before it. */
    public Builder flag(String name, String value) {
      return flag(name, value, "--" + name);
    }

    /**
     * A setting that an option gives.
     *
     * @param where the option, for errors
     */
    public Builder flag(String name, String value, String where) {
      fromFlags.put(name, new Given(value, where));
      return this;
    }

    public Settings build() throws SettingsException {
      Settings settings = defaults();
      for (Map<String, Given> source : List.of(fromFile, fromEnvironment, fromFlags)) {
        for (Map.Entry<String, Given> each : source.entrySet()) {
          put(settings, each.getKey(), each.getValue());
        }
      }
      return settings;
    }

    private static void put(Settings settings, String key, Given given) throws SettingsException {
      Optional<Setting> setting = settingNamed(key);
      if (setting.isPresent()) {
        check(setting.get(), given);
        settings.own.put(setting.get().name(), given);
      } else if (key.startsWith(KAFKA) && key.length() > KAFKA.length()) {
        put(settings, settings.kafka, key.substring(KAFKA.length()), given);
      } else if (key.startsWith(REGISTRY) && key.length() > REGISTRY.length()) {
        settings.registry.put(key.substring(REGISTRY.length()), given);
      } else if (KafkaKeys.ALL.contains(key)) {
        settings.kafka.put(key, given);
      } else {
        throw unknown(key, given);
      }
    }

    /** {@code kafka.bootstrap.servers} is the setting, not one more Kafka key beside it. */
    private static void put(Settings settings, Map<String, Given> kafka, String key, Given given)
        throws SettingsException {
      if (ALIASES.containsKey(key)) {
        put(settings, key, given);
      } else {
        kafka.put(key, given);
      }
    }

    private static void check(Setting setting, Given given) throws SettingsException {
      try {
        Object unused = setting.read(given.text());
      } catch (IllegalArgumentException e) {
        throw new SettingsException(
            setting.name() + " cannot be '" + given.text() + "'",
            given.source(),
            "give " + e.getMessage());
      }
    }

    private static Optional<Setting> settingNamed(String key) {
      return Setting.all().stream()
          .filter(s -> s.name().equals(key))
          .findFirst()
          .or(() -> Optional.ofNullable(ALIASES.get(key)));
    }

    private static SettingsException unknown(String key, Given given) {
      boolean variable = given.source().startsWith(VARIABLE);
      Set<String> known = new TreeSet<>();
      for (Setting setting : Setting.all()) {
        known.add(variable ? setting.variable() : setting.name());
      }
      if (!variable) {
        known.addAll(KafkaKeys.ALL);
      }
      String typed = variable ? given.source() : key;
      return new SettingsException(
          "unknown setting " + typed,
          given.source(),
          Nearest.to(typed, known)
              .map(nearest -> "did you mean " + nearest + "?")
              .orElse("see `slugline settings`; Kafka's own take `kafka.` before them"));
    }

    /** SLUGLINE_STATE_DIR is state-dir; SLUGLINE_KAFKA_SSL_PROTOCOL is kafka.ssl.protocol. */
    private static String keyOf(String variable) {
      for (Setting setting : Setting.all()) {
        if (setting.variable().equals(variable)) {
          return setting.name();
        }
      }
      return variable.substring(VARIABLE.length()).toLowerCase(Locale.ROOT).replace('_', '.');
    }

    private static int lineOf(String key, String text) {
      int number = 0;
      for (String line : text.split("\\R", -1)) {
        number++;
        String trimmed = line.stripLeading();
        if (trimmed.startsWith(key)
            && (trimmed.length() == key.length()
                || "=: \t".indexOf(trimmed.charAt(key.length())) >= 0)) {
          return number;
        }
      }
      return 1;
    }
  }
}
