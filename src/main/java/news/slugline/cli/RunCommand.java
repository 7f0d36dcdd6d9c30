package news.slugline.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import news.slugline.claim.ClaimExtractor;
import news.slugline.config.Mode;
import news.slugline.config.Settings;
import news.slugline.ingest.IngestFile;
import news.slugline.ingest.Ingester;
import news.slugline.runtime.Acls;
import news.slugline.runtime.StreamsRunner;
import news.slugline.runtime.TopicAdmin;
import news.slugline.topology.Engine;
import news.slugline.topology.SluglineTopology;
import news.slugline.web.WebServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the processor until it is told to stop. */
@Command(
    name = "run",
    description = {
      "Run the processor until Ctrl-C or a SIGTERM.",
      "",
      "Without --bootstrap-servers a Kafka and a schema registry run inside this process, on the"
          + " data folder, open to other processes on this machine. Otherwise the topics must be"
          + " there: `slugline topics` creates them.",
      "",
      "Where --config is YAML with sources, these are taken in by the same process, as `slugline"
          + " ingest` does in one of its own."
    })
final class RunCommand implements Callable<Integer> {
  private static final long CLOSE_S = 45;

  private final Terminal terminal;
  @Mixin private SharedOptions shared = new SharedOptions();

  @Option(
      names = "--embedded",
      description =
          "Use the Kafka and the registry inside this process, whatever the settings say.")
  private boolean embedded;

  @Option(
      names = "--http",
      arity = "0..1",
      fallbackValue = "",
      paramLabel = "[HOST:]PORT",
      description =
          "Serve the board and the API, too, on this machine's port 8080 unless told; `slugline"
              + " serve --help` says more.")
  private @Nullable String http;

  RunCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    Settings settings = http == null ? shared.settings() : HttpOptions.at(shared.settings(), http);
    if (embedded && settings.bootstrapServers().isPresent()) {
      throw new CliException(
          ExitCode.USAGE,
          "both an embedded Kafka and another one are asked for",
          "--embedded, bootstrap.servers",
          "leave one out",
          null);
    }
    if (http != null) {
      HttpOptions.requireFree(settings);
    }
    CountDownLatch closed = new CountDownLatch(1);
    try (Monitoring monitoring = Monitoring.start(settings);
        Cluster cluster = Cluster.own(settings)) {
      prepare(cluster, Acls.Role.PROCESSOR);
      Settings s = cluster.settings();
      Map<String, Object> config =
          StreamsRunner.config(
              cluster.applicationId(),
              s.stateDir().toString(),
              s.threads(),
              s.standbys(),
              cluster.client());
      config.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) cluster.copies());
      Topology topology =
          SluglineTopology.build(
              cluster.topics(),
              cluster.serdes(),
              s.mode() == Mode.REPLAY,
              s.tickInterval(),
              Engine.ID,
              ClaimExtractor.standard(),
              monitoring.metrics());
      StreamsRunner streams = new StreamsRunner(topology, config, monitoring.metrics());
      monitoring.watch(streams, cluster);
      Ingester ingester = ingester(cluster, monitoring);
      Thread hook =
          new Thread(
              () -> {
                closeSources(ingester);
                streams.close();
                await(closed);
              },
              "slugline-close");
      Runtime.getRuntime().addShutdownHook(hook);
      streams.start();
      startSources(ingester);
      terminal.remark(
          "running as "
              + cluster.applicationId()
              + " on "
              + s.bootstrapServers().orElse("")
              + ", schema registry "
              + s.registryUrl().orElse("")
              + monitoring.port().map(port -> ", metrics and health on port " + port).orElse(""));
      awaitEnd(streams, cluster);
      monitoring.stopWatching();
      Throwable failure = streams.failure();
      if (failure != null) {
        streams.close();
        throw new CliException(
            ExitCode.FAILED,
            "the stream stopped (" + failure + ")",
            s.applicationId(),
            "the log names the record, if it was one: docs/operate.md, Outages, says how to step over it;"
                + " --debug gives the whole error",
            failure);
      }
    } finally {
      closed.countDown();
    }
    return ExitCode.OK.status();
  }

  /** Null if the configuration names no sources. */
  private @Nullable Ingester ingester(Cluster cluster, Monitoring monitoring) {
    IngestFile file = shared.ingestFile();
    return file == null || file.sources().isEmpty()
        ? null
        : new Ingester(
            file.sources(), cluster.target(), false, System.in, monitoring.metrics().registry());
  }

  private void startSources(@Nullable Ingester ingester) {
    if (ingester != null) {
      ingester.start();
      terminal.remark("sources of --config are taken in; `slugline sources` shows them");
    }
  }

  private static void closeSources(@Nullable Ingester ingester) {
    if (ingester != null) {
      ingester.close();
    }
  }

  /** Waits, serving the board meanwhile if that is asked for. */
  private void awaitEnd(StreamsRunner streams, Cluster cluster) throws Exception {
    if (http == null) {
      streams.awaitEnd();
      return;
    }
    try (WebServer server = HttpOptions.start(cluster)) {
      terminal.remark("serving the board on " + server.url() + "/");
      streams.awaitEnd();
    } catch (CliException e) {
      streams.close();
      throw e;
    }
  }

  static void prepare(Cluster cluster, Acls.Role role) throws InterruptedException {
    if (cluster.embedded()) {
      try (Admin admin = Admin.create(cluster.client())) {
        new TopicAdmin(admin, cluster.registryClient()).create(cluster.topics());
      }
    } else {
      DoctorCommand.require(cluster, role);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      boolean unused = latch.await(CLOSE_S, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
