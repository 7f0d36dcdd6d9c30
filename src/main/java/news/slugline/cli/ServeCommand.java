package news.slugline.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import news.slugline.config.Setting;
import news.slugline.config.Settings;
import news.slugline.runtime.TopicAdmin;
import news.slugline.web.WebServer;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves the board and the API until it is told to stop. */
@Command(
    name = "serve",
    description = {
      "Serve the board, the HTTP API, event streams and webhooks until Ctrl-C or a SIGTERM.",
      "",
      "Reads the topics of a cluster into rows on disk (web in --set state-dir), goes on from there"
          + " after a restart, and processes nothing: `slugline run` does. Without"
          + " --bootstrap-servers it shows what stands in the embedded Kafka's data folder.",
      "",
      "Serves this machine only, without tokens. To serve others, name their tokens:",
      "`slugline serve --host 0.0.0.0 --access FILE`, a line of FILE being `read TOKEN` or"
          + " `admin TOKEN`; put a proxy that speaks TLS before it."
    })
final class ServeCommand implements Callable<Integer> {
  private static final long CLOSE_S = 20;
  private static final long LOOK_MS = 500;

  private final Terminal terminal;
  @Mixin private SharedOptions shared = new SharedOptions();

  @Option(
      names = "--host",
      paramLabel = "HOST",
      description = "To serve on (default: 127.0.0.1, this machine only).")
  private @Nullable String host;

  @Option(names = "--port", paramLabel = "PORT", description = "To serve on (default: 8080).")
  private @Nullable String port;

  @Option(
      names = "--access",
      paramLabel = "FILE",
      description = "Bearer tokens, `read TOKEN` or `admin TOKEN` a line.")
  private @Nullable String access;

  ServeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    Settings settings = shared.settings();
    settings = with(settings, Setting.HTTP_HOST, host, "--host");
    settings = with(settings, Setting.HTTP_PORT, port, "--port");
    settings = with(settings, Setting.HTTP_ACCESS, access, "--access");
    HttpOptions.requireFree(settings);
    CountDownLatch stop = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    try (Cluster cluster = Cluster.open(settings)) {
      if (cluster.embedded()) {
        try (Admin admin = Admin.create(cluster.client())) {
          new TopicAdmin(admin, cluster.registryClient()).create(cluster.topics());
        }
      }
      try (WebServer server = HttpOptions.start(cluster)) {
        Thread hook =
            new Thread(
                () -> {
                  stop.countDown();
                  await(closed);
                },
                "slugline-close");
        Runtime.getRuntime().addShutdownHook(hook);
        terminal.remark("serving the board on " + server.url() + "/");
        while (!stop.await(LOOK_MS, TimeUnit.MILLISECONDS)) {
          RuntimeException failure = server.failure();
          if (failure != null) {
            throw failure;
          }
        }
      }
    } finally {
      closed.countDown();
    }
    return ExitCode.OK.status();
  }

  private static Settings with(
      Settings settings, Setting setting, @Nullable String value, String flag) {
    try {
      return value == null ? settings : settings.with(setting, value);
    } catch (IllegalArgumentException e) {
      throw new CliException(
          ExitCode.USAGE, "'" + value + "' does not fit", flag, "give " + e.getMessage(), e);
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
