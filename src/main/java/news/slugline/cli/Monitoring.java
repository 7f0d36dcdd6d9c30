package news.slugline.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import news.slugline.config.Settings;
import news.slugline.runtime.CommitMeter;
import news.slugline.runtime.Health;
import news.slugline.runtime.HealthServer;
import news.slugline.runtime.Metrics;
import news.slugline.runtime.Probe;
import news.slugline.runtime.StreamsRunner;
import news.slugline.topology.Engine;
import org.jspecify.annotations.Nullable;

/** What lets others watch a running processor: metrics always, endpoints if the settings say so. */
final class Monitoring implements AutoCloseable {
  private final Metrics metrics = new Metrics(Engine.ID);
  private final Health health = new Health();
  private final @Nullable HealthServer server;
  private @Nullable Probe probe;
  private @Nullable CommitMeter meter;

  private Monitoring(Settings settings) {
    Optional<InetSocketAddress> at = settings.health();
    this.server = at.isPresent() ? serve(at.get()) : null;
  }

  /**
   * Serves from now on, so that a start can be watched.
   *
   * @throws CliException if the address cannot be used
   */
  static Monitoring start(Settings settings) {
    return new Monitoring(settings);
  }

  Metrics metrics() {
    return metrics;
  }

  /** The port of the endpoints; empty if they are off. */
  Optional<Integer> port() {
    return Optional.ofNullable(server).map(HealthServer::port);
  }

  /** Watches the streams, the broker and the registry. */
  void watch(StreamsRunner streams, Cluster cluster) {
    metrics.watch(streams);
    health.watch(streams);
    probe =
        Probe.start(
            health,
            cluster.client(),
            cluster.registryClient(),
            cluster.topics(),
            cluster.settings().registryUrl().orElse(""));
    if (server != null) {
      meter =
          CommitMeter.start(cluster.topics(), cluster.client(), cluster.applicationId(), metrics);
    }
  }

  /** Once the stream has ended: a broker of one's own that stops then is no outage. */
  void stopWatching() {
    if (meter != null) {
      meter.close();
      meter = null;
    }
    if (probe != null) {
      probe.close();
      probe = null;
    }
  }

  @Override
  public void close() {
    stopWatching();
    if (server != null) {
      server.close();
    }
    metrics.close();
  }

  private HealthServer serve(InetSocketAddress at) {
    try {
      return HealthServer.start(
          new InetSocketAddress(at.getHostString(), at.getPort()), health, metrics::scrape);
    } catch (IOException e) {
      throw new CliException(
          ExitCode.ENVIRONMENT,
          "metrics and health cannot be served (" + e.getMessage() + ")",
          at.getHostString() + ":" + at.getPort(),
          "free the port, or set health to another [host:]port",
          e);
    }
  }
}
