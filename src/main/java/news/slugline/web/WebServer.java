package news.slugline.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import news.slugline.topology.TopicSerdes;
import news.slugline.topology.Topics;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves the board, the API, the streams and the webhooks from a read model of its own. Closing it
 * leaves rows on disk that the next one goes on from.
 */
public final class WebServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
  private static final int MAX_BODY = 64 * 1024;
  private static final int THREADS = 32;
  private static final int SUMMARIES = 100_000;

  private final Options options;
  private final ModelReader reader;
  private final Streams streams;
  private final Webhooks webhooks;
  private final Javalin javalin;

  /**
   * How to serve.
   *
   * @param host to bind to
   * @param port to bind to; 0 for any free one
   * @param folder for the rows of the read model and of the webhooks
   * @param maxStreams connections that are held at once
   * @param rate requests a second that one client may make; 0 for any
   */
  public record Options(
      String host, int port, Path folder, Tokens tokens, int maxStreams, int rate) {

    /** Whether only this machine can reach it. */
    public boolean loopback() throws IOException {
      return InetAddress.getByName(host).isLoopbackAddress();
    }
  }

  private WebServer(
      Options options, ModelReader reader, Streams streams, Webhooks webhooks, Javalin javalin) {
    this.options = options;
    this.reader = reader;
    this.streams = streams;
    this.webhooks = webhooks;
    this.javalin = javalin;
  }

  /**
   * Starts serving; the read model catches up while it serves, and says so.
   *
   * @param client Kafka client settings, {@code bootstrap.servers} at least
   * @throws BindException if the port is taken
   * @throws IOException if a folder cannot be used or the topics are not there
   */
  public static WebServer start(
      Options options, Topics topics, TopicSerdes serdes, Map<String, ?> client)
      throws IOException, InterruptedException {
    return start(options, topics, serdes, client, Webhooks.Pauses.USUAL);
  }

  static WebServer start(
      Options options,
      Topics topics,
      TopicSerdes serdes,
      Map<String, ?> client,
      Webhooks.Pauses pauses)
      throws IOException, InterruptedException {
    if (options.tokens().isOpen() && !options.loopback()) {
      throw new IllegalArgumentException(
          "to serve other machines on " + options.host() + ", tokens are needed");
    }
    ModelReader reader =
        ModelReader.open(options.folder().resolve("model"), topics, serdes, client, SUMMARIES);
    try {
      ModelStore hooks =
          ModelStore.open(options.folder().resolve("webhooks"), ModelStore.Durability.LOGGED);
      Feed feed = new Feed(reader.model());
      Streams streams = new Streams(reader.model(), feed, options.maxStreams());
      Clock clock = Clock.systemUTC();
      Webhooks webhooks =
          new Webhooks(
              reader.model(),
              feed,
              hooks,
              clock,
              pauses,
              "http://" + options.host() + ":" + options.port());
      Api api = new Api(reader, streams, clock.instant());
      Board board = new Board();
      Gate gate = new Gate(options.tokens(), new Rates(options.rate()), options.loopback());
      Javalin javalin =
          Javalin.create(c -> configure(c, options, gate, streams, api, webhooks, board));
      WebServer server = new WebServer(options, reader, streams, webhooks, javalin);
      server.open(feed);
      return server;
    } catch (IOException | RuntimeException e) {
      reader.close();
      throw e;
    }
  }

  private void open(Feed feed) throws BindException {
    reader.onUpdates(feed::add);
    try {
      javalin.start();
    } catch (RuntimeException e) {
      close();
      for (Throwable t = e; t != null; t = t.getCause()) {
        if (t instanceof BindException bind) {
          throw bind;
        }
      }
      throw e;
    }
    reader.start();
    webhooks.start();
  }

  private static void configure(
      JavalinConfig c,
      Options options,
      Gate gate,
      Streams streams,
      Api api,
      Webhooks webhooks,
      Board board) {
    c.startup.showJavalinBanner = false;
    c.startup.showOldJavalinVersionWarning = false;
    c.startup.startupWatcherEnabled = false;
    c.http.maxRequestSize = MAX_BODY;
    c.http.prefer405over404 = true;
    c.jetty.host = options.host();
    c.jetty.port = options.port();
    QueuedThreadPool threads = new QueuedThreadPool(THREADS, 4);
    threads.setName("slugline-http");
    threads.setDaemon(true);
    c.jetty.threadPool = threads;
    c.jetty.modifyHttpConfiguration(
        h -> {
          h.setSendServerVersion(false);
          h.setSendDateHeader(true);
          h.setRequestHeaderSize(8 * 1024);
        });
    c.jetty.modifyServer(server -> limit(server, options));
    c.jetty.modifyServletContextHandler(h -> servlets(h, gate, streams));
    api.routes(c.routes);
    webhooks.routes(c.routes);
    board.routes(c.routes);
    c.routes.exception(
        Problem.class, (e, ctx) -> problem(ctx, e.status(), String.valueOf(e.getMessage())));
    c.routes.exception(
        IllegalArgumentException.class,
        (e, ctx) -> problem(ctx, 400, String.valueOf(e.getMessage())));
    c.routes.exception(
        HttpResponseException.class, (e, ctx) -> problem(ctx, e.getStatus(), detail(e)));
    c.routes.exception(
        ModelStore.Closed.class, (e, ctx) -> problem(ctx, 503, "the server is about to stop"));
    c.routes.exception(
        Exception.class,
        (e, ctx) -> {
          LOG.error("{} {} failed: {}", ctx.method(), ctx.path(), e.toString(), e);
          problem(ctx, 500, "the server failed; its log says why");
        });
  }

  private static void limit(Server server, Options options) {
    server.addBean(
        new org.eclipse.jetty.server.NetworkConnectionLimit(options.maxStreams() + 500, server));
  }

  private static void servlets(ServletContextHandler h, Gate gate, Streams streams) {
    FilterHolder first = new FilterHolder(gate);
    first.setAsyncSupported(true);
    h.addFilter(first, "/*", EnumSet.of(DispatcherType.REQUEST));
    ServletHolder holder = new ServletHolder(streams);
    holder.setAsyncSupported(true);
    h.addServlet(holder, "/api/v1/updates/stream");
  }

  private static void problem(io.javalin.http.Context c, int status, String detail) {
    c.status(status).contentType(Problem.TYPE).result(Problem.body(status, detail));
  }

  /** Javalin's own words would give back the address that was asked for. */
  private static String detail(HttpResponseException e) {
    return switch (e.getStatus()) {
      case 404 -> "no such page; / is the board, /openapi.yaml describes the API";
      case 405 -> "this address does not take that method";
      default -> String.valueOf(e.getMessage());
    };
  }

  /** What is served: methods and paths, as {@code GET /health/live}. */
  List<String> routes() {
    return javalin.unsafe.internalRouter.allHttpHandlers().stream()
        .map(p -> p.endpoint.method + " " + p.endpoint.path)
        .toList();
  }

  public int port() {
    return javalin.port();
  }

  /** Its address for people. */
  public String url() {
    String host = options.host().contains(":") ? "[" + options.host() + "]" : options.host();
    return "http://" + host + ":" + port();
  }

  /** Whether everything that was there at the start has been read. */
  public boolean caughtUp() {
    return reader.caughtUp();
  }

  /** What ended the reading of the topics, if anything did. */
  public @Nullable RuntimeException failure() {
    return reader.failure();
  }

  @Override
  public void close() {
    streams.close();
    javalin.stop();
    webhooks.close();
    reader.close();
  }
}
