package news.slugline.broker;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import news.slugline.broker.BrokerException.Reason;

/**
 * A schema registry in this process, for Confluent's clients, on the loopback interface.
 *
 * <p>Schemas and their ids are kept in the compacted topic {@code _schemas} and are the same after
 * a restart. New versions must be compatible both ways with every earlier one (FULL_TRANSITIVE)
 * unless a subject's or the global level says otherwise. One registry a topic.
 */
public final class EmbeddedRegistry implements AutoCloseable {
  private static final String HOST = "127.0.0.1";
  private static final int THREADS = 4;

  private final HttpServer server;
  private final ExecutorService threads;
  private final SchemaLog log;
  private final AtomicBoolean closed = new AtomicBoolean();

  private EmbeddedRegistry(HttpServer server, ExecutorService threads, SchemaLog log) {
    this.server = server;
    this.threads = threads;
    this.log = log;
  }

  /**
   * Keeps the schemas in the topic {@code _schemas}, created if need be.
   *
   * @param client settings of every Kafka client, {@code bootstrap.servers} at least
   * @param port 0 for any free one
   */
  public static EmbeddedRegistry start(Map<String, Object> client, int port)
      throws BrokerException {
    SchemaLog log;
    try {
      log = SchemaTopic.open(client);
    } catch (IOException e) {
      throw unreadable(e);
    }
    return serve(log, port);
  }

  /** Keeps the schemas as long as it runs. */
  public static EmbeddedRegistry inMemory(int port) throws BrokerException {
    return serve(new SchemaLog.InMemory(), port);
  }

  private static EmbeddedRegistry serve(SchemaLog log, int port) throws BrokerException {
    try {
      RegistrySubjects subjects = new RegistrySubjects(log);
      HttpServer server = bind(port);
      ExecutorService threads =
          Executors.newFixedThreadPool(
              THREADS,
              task -> {
                Thread thread = new Thread(task, "schema-registry");
                thread.setDaemon(true);
                return thread;
              });
      server.createContext("/", new RegistryRoutes(subjects));
      server.setExecutor(threads);
      server.start();
      return new EmbeddedRegistry(server, threads, log);
    } catch (BrokerException e) {
      log.close();
      throw e;
    } catch (IOException e) {
      log.close();
      throw unreadable(e);
    }
  }

  private static HttpServer bind(int port) throws IOException {
    // The JDK's server writes head and body apart; without this each answer waits 40 ms for an ACK.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getByName(HOST), port), 0);
    } catch (BindException e) {
      throw new BrokerException(
          Reason.PORT_TAKEN,
          "port taken: " + HOST + ":" + port + " (schema registry)",
          "stop the program that uses it or choose another with --registry-port (0 for any)",
          e);
    }
  }

  private static BrokerException unreadable(IOException e) {
    return new BrokerException(
        Reason.FAILED,
        "the schema registry did not start: " + e.getMessage(),
        "check that the broker runs and that the topic _schemas can be read and written",
        e);
  }

  /** For {@code schema.registry.url}. */
  public String url() {
    return "http://" + HOST + ":" + server.getAddress().getPort();
  }

  /** Answers what is under way, then stops. May be called again. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      server.stop(0);
      threads.shutdown();
      log.close();
    }
  }
}
