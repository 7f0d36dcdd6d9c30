package news.slugline.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import news.slugline.config.Setting;
import news.slugline.config.Settings;
import news.slugline.config.SettingsException;
import news.slugline.ingest.BadConfig;
import news.slugline.ingest.IngestFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of every command that reads settings or talks to Kafka; used as a mixin. */
public final class SharedOptions {
  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT",
      description =
          "The Kafka to use; without it, that of the `slugline run` that works in the data folder,"
              + " else one inside this process. `replay` without it always has one of its own.")
  private @Nullable String bootstrapServers;

  @Option(
      names = "--registry",
      paramLabel = "URL",
      description = "The schema registry to use; without it, that of the data folder.")
  private @Nullable String registry;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "Properties: Slugline's settings and any of Kafka's clients. Or YAML: sources, with such"
              + " settings under `settings:`.")
  private @Nullable Path config;

  @Option(names = "--prefix", paramLabel = "TEXT", description = "Put before every topic's name.")
  private @Nullable String prefix;

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description = "The embedded Kafka's folder (default: data).")
  private @Nullable String dataDir;

  @Option(
      names = "--broker-port",
      paramLabel = "PORT",
      description = "Of the embedded Kafka (default: any free one).")
  private @Nullable String brokerPort;

  @Option(
      names = "--registry-port",
      paramLabel = "PORT",
      description = "Of the embedded schema registry (default: any free one).")
  private @Nullable String registryPort;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Any other setting; `slugline settings` lists them.")
  private Map<String, String> others = new LinkedHashMap<>();

  @Option(names = "--json", description = "Results as JSON lines.")
  private boolean json;

  /** Whether results are wanted as JSON lines. */
  public boolean json() {
    return json;
  }

  /**
   * The settings in force: defaults, then the file, then the environment, then these options.
   *
   * @throws CliException if one is unknown or does not fit
   */
  public Settings settings() {
    return settings(System.getenv());
  }

  Settings settings(Map<String, String> environment) {
    Settings.Builder builder = Settings.builder().environment(environment);
    flag(builder, Setting.BOOTSTRAP_SERVERS, bootstrapServers);
    flag(builder, Setting.REGISTRY, registry);
    flag(builder, Setting.PREFIX, prefix);
    flag(builder, Setting.DATA_DIR, dataDir);
    flag(builder, Setting.BROKER_PORT, brokerPort);
    flag(builder, Setting.REGISTRY_PORT, registryPort);
    others.forEach((name, value) -> builder.flag(name, value, "--set " + name));
    try {
      Path file = config != null ? config : configOf(environment);
      if (file != null && IngestFile.isYaml(file)) {
        builder.values(IngestFile.read(file, environment).settings(), file.toString());
      } else if (file != null) {
        builder.file(file);
      }
      return builder.build();
    } catch (BadConfig e) {
      throw badConfig(e);
    } catch (SettingsException e) {
      throw new CliException(
          ExitCode.USAGE, String.valueOf(e.getMessage()), e.where(), e.remedy(), e);
    }
  }

  /** The file of sources that {@code --config} names; null if it names none, or settings only. */
  @Nullable IngestFile ingestFile() {
    Path file = config != null ? config : configOf(System.getenv());
    try {
      return file == null || !IngestFile.isYaml(file)
          ? null
          : IngestFile.read(file, System.getenv());
    } catch (BadConfig e) {
      throw badConfig(e);
    }
  }

  static CliException badConfig(BadConfig e) {
    return new CliException(
        ExitCode.USAGE, String.valueOf(e.getMessage()), e.where(), e.remedy(), e);
  }

  private static @Nullable Path configOf(Map<String, String> environment) {
    String file = environment.get("SLUGLINE_CONFIG");
    return file == null || file.isEmpty() ? null : Path.of(file);
  }

  private static void flag(Settings.Builder builder, Setting setting, @Nullable String value) {
    if (value != null) {
      builder.flag(setting.name(), value);
    }
  }
}
