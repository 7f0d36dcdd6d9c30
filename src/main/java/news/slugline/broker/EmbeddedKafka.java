package news.slugline.broker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import news.slugline.broker.BrokerException.Reason;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.jspecify.annotations.Nullable;

/**
 * A real Kafka, broker and controller, in this process, on the loopback interface.
 *
 * <p>It is a single node: nothing is replicated, transactions work with one copy of their log, and
 * topics are never created by use. The data folder holds everything; started again on the same
 * folder, also after a kill, it goes on where it was. Ports may differ from run to run. The
 * settings trade the patience of a cluster (seconds of waiting for members that may join, dozens of
 * partitions for internal topics) for a quick start.
 *
 * <p>Kafka ends the process itself when its disk fails. Here that becomes a call of {@code
 * onFailure} with one line of text, once; the owner decides.
 */
public final class EmbeddedKafka implements AutoCloseable {
  /** Lets a topic allow records of up to 4 MiB; what a topic really allows is its own setting. */
  private static final int MAX_RECORD_BYTES = 4 << 20;

  private static final int NODE = 1;
  private static final int ATTEMPTS_ON_FREE_PORTS = 5;
  private static final String HOST = "127.0.0.1";

  private final DataFolder folder;
  private final KafkaRaftServer server;
  private final int port;
  private final AtomicBoolean closed = new AtomicBoolean();

  private EmbeddedKafka(DataFolder folder, KafkaRaftServer server, int port) {
    this.folder = folder;
    this.server = server;
    this.port = port;
  }

  /** Starts on a temporary folder, deleted on close, and any free port. */
  public static EmbeddedKafka start() throws BrokerException {
    return start(DataFolder.temporary(), 0, EmbeddedKafka::endProcess);
  }

  /**
   * Starts on a data folder that is created if need be.
   *
   * @param port the port for clients; 0 for any free one
   */
  public static EmbeddedKafka start(Path dataDir, int port) throws BrokerException {
    return start(dataDir, port, EmbeddedKafka::endProcess);
  }

  /**
   * Starts on a data folder that is created if need be.
   *
   * @param port the port for clients; 0 for any free one
   * @param onFailure called from one of Kafka's threads when the running broker cannot go on, for
   *     example because the disk is full; Kafka does no more work after it
   */
  public static EmbeddedKafka start(Path dataDir, int port, Consumer<BrokerException> onFailure)
      throws BrokerException {
    return start(DataFolder.open(dataDir), port, onFailure);
  }

  private static EmbeddedKafka start(
      DataFolder folder, int port, Consumer<BrokerException> onFailure) throws BrokerException {
    try {
      Path logs = folder.path().resolve("kafka");
      format(logs);
      int attempt = 1;
      while (true) {
        int clientPort = port == 0 ? freePort() : port;
        requireFree(clientPort);
        try {
          KafkaRaftServer server = boot(settings(logs, clientPort, freePort()), logs, onFailure);
          return new EmbeddedKafka(folder, server, clientPort);
        } catch (BrokerException e) {
          // Between finding a port free and using it, another process may have taken it; if that
          // is the port asked for, the next look says so.
          if (e.reason() != Reason.PORT_TAKEN || attempt >= ATTEMPTS_ON_FREE_PORTS) {
            throw e;
          }
          attempt++;
        }
      }
    } catch (BrokerException | RuntimeException | Error e) {
      folder.close();
      throw e;
    }
  }

  /** Comma-free: one broker, {@code host:port}. */
  public String bootstrapServers() {
    return HOST + ":" + port;
  }

  public int port() {
    return port;
  }

  public Path dataDir() {
    return folder.path();
  }

  /** Tells others on this machine, by a file in the data folder, where to reach it. */
  public void announce(String registryUrl) throws BrokerException {
    try {
      new Addresses(bootstrapServers(), registryUrl).write(folder.path());
    } catch (IOException e) {
      throw new BrokerException(
          Reason.FOLDER_UNUSABLE,
          "data folder unusable: " + folder.path() + " (" + e.getMessage() + ")",
          "make it a folder that this user can write or name another with --data-dir",
          e);
    }
  }

  /** Stops the broker in order; all that was acknowledged is on disk. May be called again. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      server.shutdown();
      server.awaitShutdown();
      folder.close();
    }
  }

  private static KafkaRaftServer boot(
      Map<String, String> settings, Path logs, Consumer<BrokerException> onFailure)
      throws BrokerException {
    AtomicBoolean reported = new AtomicBoolean();
    Exit.Procedure failed =
        (status, message) -> {
          if (reported.compareAndSet(false, true)) {
            onFailure.accept(stopped(logs, message));
          }
        };
    Exit.setExitProcedure(failed);
    Exit.setHaltProcedure(failed);
    @Nullable KafkaRaftServer server = null;
    try {
      server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
      server.startup();
      return server;
    } catch (RuntimeException | Error e) {
      reported.set(true);
      shutDownHalfStarted(server);
      throw explain(e, logs, settings);
    }
  }

  private static void shutDownHalfStarted(@Nullable KafkaRaftServer server) {
    if (server == null) {
      return;
    }
    try {
      server.shutdown();
    } catch (RuntimeException e) {
      // The error that stopped the start is the one to report.
    }
  }

  private static BrokerException stopped(Path logs, @Nullable String message) {
    long free = logs.toFile().getUsableSpace();
    if (free < MAX_RECORD_BYTES) {
      return new BrokerException(
          Reason.DISK_FULL,
          "disk full: the embedded Kafka stopped, " + logs + " has no space left",
          "free some space and start again; nothing acknowledged is lost");
    }
    return new BrokerException(
        Reason.FAILED,
        "the embedded Kafka stopped: " + logs + (message == null ? "" : " (" + message + ")"),
        "check that the folder is there and can be written, then start again");
  }

  private static BrokerException explain(Throwable error, Path logs, Map<String, String> settings) {
    for (Throwable e = error; e != null; e = e.getCause()) {
      String text = String.valueOf(e.getMessage());
      String lower = text.toLowerCase(Locale.ROOT);
      if (e instanceof java.net.BindException || lower.contains("address already in use")) {
        return new BrokerException(
            Reason.PORT_TAKEN,
            "port taken: " + settings.get("listeners"),
            "stop the program that uses it or choose another with --broker-port (0 for any)",
            error);
      }
      if (lower.contains("no space left")) {
        return new BrokerException(
            Reason.DISK_FULL,
            "disk full: " + logs + " (" + text + ")",
            "free some space or name another folder with --data-dir",
            error);
      }
      if (lower.contains("failed to acquire lock")) {
        return new BrokerException(
            Reason.FOLDER_LOCKED,
            "data folder in use: " + logs,
            "stop the other Kafka or name another folder with --data-dir",
            error);
      }
    }
    return new BrokerException(
        Reason.FAILED,
        "the embedded Kafka did not start: " + logs + " (" + rootText(error) + ")",
        "run with --debug for the whole error, or name an empty folder with --data-dir",
        error);
  }

  private static String rootText(Throwable error) {
    Throwable root = error;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
  }

  private static void format(Path logs) throws BrokerException {
    // Written last by the formatter, so a folder without it was never used.
    if (Files.exists(logs.resolve("meta.properties"))) {
      return;
    }
    try (PrintStream discard =
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8)) {
      Files.createDirectories(logs);
      new Formatter()
          .setPrintStream(discard)
          .setNodeId(NODE)
          .setClusterId(Uuid.randomUuid().toString())
          .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
          .setControllerListenerName("CONTROLLER")
          .setMetadataLogDirectory(logs.toString())
          .addDirectory(logs.toString())
          .setIgnoreFormatted(true)
          .run();
    } catch (Exception e) {
      throw new BrokerException(
          Reason.FOLDER_UNUSABLE,
          "data folder unusable: " + logs + " (" + rootText(e) + ")",
          "make it a folder that this user can write or name another with --data-dir",
          e);
    }
  }

  private static Map<String, String> settings(Path logs, int port, int controllerPort) {
    Map<String, String> s = new LinkedHashMap<>();
    String client = "CLIENT://" + HOST + ":" + port;
    s.put("process.roles", "broker,controller");
    s.put("node.id", Integer.toString(NODE));
    s.put("controller.quorum.voters", NODE + "@" + HOST + ":" + controllerPort);
    s.put("listeners", client + ",CONTROLLER://" + HOST + ":" + controllerPort);
    s.put("advertised.listeners", client);
    s.put("inter.broker.listener.name", "CLIENT");
    s.put("controller.listener.names", "CONTROLLER");
    s.put("listener.security.protocol.map", "CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    s.put("log.dirs", logs.toString());
    s.put("auto.create.topics.enable", "false");
    singleCopies(s);
    quickRestart(s);
    limits(s);
    return s;
  }

  private static void singleCopies(Map<String, String> s) {
    s.put("default.replication.factor", "1");
    s.put("min.insync.replicas", "1");
    s.put("offsets.topic.replication.factor", "1");
    s.put("offsets.topic.num.partitions", "4");
    s.put("transaction.state.log.replication.factor", "1");
    s.put("transaction.state.log.min.isr", "1");
    s.put("transaction.state.log.num.partitions", "4");
    s.put("share.coordinator.state.topic.replication.factor", "1");
    s.put("share.coordinator.state.topic.min.isr", "1");
    s.put("share.coordinator.state.topic.num.partitions", "1");
  }

  private static void quickRestart(Map<String, String> s) {
    // After a kill the controller waits until the dead broker's session is over: 9 s by default.
    s.put("broker.session.timeout.ms", "1500");
    s.put("broker.heartbeat.interval.ms", "400");
    s.put("group.initial.rebalance.delay.ms", "0");
    s.put("group.streams.initial.rebalance.delay.ms", "0");
    s.put("group.min.session.timeout.ms", "1000");
    for (String protocol : new String[] {"consumer", "streams"}) {
      s.put("group." + protocol + ".min.heartbeat.interval.ms", "200");
      s.put("group." + protocol + ".heartbeat.interval.ms", "1000");
      s.put("group." + protocol + ".min.session.timeout.ms", "1000");
      s.put("group." + protocol + ".session.timeout.ms", "10000");
    }
    s.put("log.initial.task.delay.ms", "1000");
  }

  private static void limits(Map<String, String> s) {
    s.put("message.max.bytes", Integer.toString(MAX_RECORD_BYTES));
    s.put("replica.fetch.max.bytes", Integer.toString(MAX_RECORD_BYTES));
    // An article's own time may lie ahead of this machine's clock; changelogs carry it.
    s.put("log.message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE));
    // A laptop may sleep for weeks; forgotten offsets would process everything again.
    s.put("offsets.retention.minutes", Integer.toString(Integer.MAX_VALUE));
    s.put("log.cleaner.dedupe.buffer.size", Integer.toString(16 << 20));
    s.put("num.network.threads", "2");
    s.put("num.io.threads", "4");
    s.put("num.recovery.threads.per.data.dir", "2");
  }

  private static int freePort() throws BrokerException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new BrokerException(
          Reason.FAILED, "no free port: " + HOST, "close some connections and try again", e);
    }
  }

  /** Kafka would need seconds to find out, and fails with a page of text. */
  private static void requireFree(int port) throws BrokerException {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName(HOST))) {
      socket.setReuseAddress(true);
    } catch (IOException e) {
      throw new BrokerException(
          Reason.PORT_TAKEN,
          "port taken: " + HOST + ":" + port,
          "stop the program that uses it or choose another with --broker-port (0 for any)",
          e);
    }
  }

  private static void endProcess(BrokerException e) {
    System.err.println("slugline: " + e.getMessage() + ": " + e.remedy());
    Runtime.getRuntime().halt(5);
  }
}
