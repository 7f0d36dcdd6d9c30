package news.slugline.chaos;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.slugline.testing.Ports;
import org.apache.kafka.clients.admin.Admin;

/**
 * Three brokers in processes of their own. Each has a door for the harness, and one for each
 * instance behind a {@link Wire}, so that an instance can be cut off alone.
 */
final class Brokers implements AutoCloseable {
  static final int COUNT = 3;

  /** So many instances have doors: two that run, and one more. */
  static final int INSTANCES = 3;

  private final Path folder;
  private final Map<String, String> settings;
  private final List<Process> processes = new ArrayList<>();
  private final int[] clientPorts = new int[COUNT];
  private final Wire[][] wires = new Wire[INSTANCES][COUNT];

  /**
   * @param folder for settings, logs and data
   * @param settings brokers' settings over those of the harness
   */
  Brokers(Path folder, Map<String, String> settings) throws Exception {
    this.folder = folder;
    this.settings = settings;
    int[] controllers = new int[COUNT];
    int[][] doors = new int[INSTANCES][COUNT];
    for (int b = 0; b < COUNT; b++) {
      clientPorts[b] = Ports.free();
      controllers[b] = Ports.free();
      for (int i = 0; i < INSTANCES; i++) {
        doors[i][b] = Ports.free();
        wires[i][b] = new Wire(doors[i][b]);
      }
    }
    String voters =
        IntStream.range(0, COUNT)
            .mapToObj(b -> (b + 1) + "@127.0.0.1:" + controllers[b])
            .collect(Collectors.joining(","));
    for (int b = 0; b < COUNT; b++) {
      write(b, controllers[b], doors, voters);
      processes.add(launch(b));
    }
    try {
      awaitAll();
    } catch (IllegalStateException e) {
      // nobody else can stop what never came up
      close();
      throw e;
    }
  }

  String bootstrap() {
    return servers(clientPorts);
  }

  /** The addresses that an instance uses. */
  String bootstrap(int instance) {
    return servers(java.util.Arrays.stream(wires[instance]).mapToInt(Wire::port).toArray());
  }

  void kill(int broker) throws InterruptedException {
    processes.get(broker).destroyForcibly().waitFor(30, TimeUnit.SECONDS);
  }

  void restart(int broker) throws Exception {
    processes.set(broker, launch(broker));
    awaitAll();
  }

  void pause(int broker) throws Exception {
    signal("-STOP", broker);
  }

  void resume(int broker) throws Exception {
    signal("-CONT", broker);
  }

  void cutOff(int instance) {
    for (Wire wire : wires[instance]) {
      wire.cut();
    }
  }

  void reconnect(int instance) {
    for (Wire wire : wires[instance]) {
      wire.mend();
    }
  }

  /** Waits until every broker is in the cluster and unfenced. */
  void awaitAll() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap()))) {
      for (int i = 0; i < 600; i++) {
        try {
          if (admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).size() == COUNT) {
            return;
          }
        } catch (java.util.concurrent.ExecutionException
            | java.util.concurrent.TimeoutException e) {
          // not yet
        }
        requireAlive();
        Thread.sleep(500);
      }
    }
    throw new IllegalStateException("the brokers did not come up; see " + folder);
  }

  /** One that could not start says why in its log; nobody need wait for it. */
  private void requireAlive() throws IOException {
    for (int b = 0; b < COUNT; b++) {
      if (!processes.get(b).isAlive()) {
        List<String> said = Files.readAllLines(log(b), StandardCharsets.UTF_8);
        throw new IllegalStateException(
            "broker %d ended with %d; its last words in %s:%n%s"
                .formatted(
                    b + 1,
                    processes.get(b).exitValue(),
                    log(b),
                    String.join("\n", said.subList(Math.max(0, said.size() - 30), said.size()))));
      }
    }
  }

  @Override
  public void close() throws Exception {
    for (Process p : processes) {
      p.destroyForcibly();
    }
    for (Process p : processes) {
      p.waitFor(30, TimeUnit.SECONDS);
    }
    for (Wire[] each : wires) {
      for (Wire wire : each) {
        wire.close();
      }
    }
  }

  private void signal(String signal, int broker) throws Exception {
    new ProcessBuilder("kill", signal, Long.toString(processes.get(broker).pid()))
        .start()
        .waitFor(10, TimeUnit.SECONDS);
  }

  private Process launch(int broker) throws IOException {
    return Jvm.command("news.slugline.chaos.BrokerProcess", 320, file(broker).toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log(broker).toFile()))
        .start();
  }

  private Path log(int broker) {
    return folder.resolve("broker-" + (broker + 1) + ".log");
  }

  private Path file(int broker) {
    return folder.resolve("broker-" + (broker + 1) + ".properties");
  }

  private void write(int b, int controller, int[][] doors, String voters) throws IOException {
    Properties s = new Properties();
    StringBuilder listeners = new StringBuilder("CLIENT://127.0.0.1:" + clientPorts[b]);
    StringBuilder advertised = new StringBuilder(listeners);
    StringBuilder protocols = new StringBuilder("CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    for (int i = 0; i < INSTANCES; i++) {
      listeners.append(",DOOR").append(i).append("://127.0.0.1:").append(doors[i][b]);
      advertised.append(",DOOR").append(i).append("://127.0.0.1:").append(wires[i][b].port());
      protocols.append(",DOOR").append(i).append(":PLAINTEXT");
    }
    s.put("process.roles", "broker,controller");
    s.put("node.id", Integer.toString(b + 1));
    s.put("controller.quorum.voters", voters);
    s.put("listeners", listeners + ",CONTROLLER://127.0.0.1:" + controller);
    s.put("advertised.listeners", advertised.toString());
    s.put("listener.security.protocol.map", protocols.toString());
    s.put("inter.broker.listener.name", "CLIENT");
    s.put("controller.listener.names", "CONTROLLER");
    s.put("log.dirs", folder.resolve("broker-" + (b + 1)).toString());
    s.put("auto.create.topics.enable", "false");
    s.put("default.replication.factor", "3");
    s.put("min.insync.replicas", "2");
    s.put("offsets.topic.replication.factor", "3");
    s.put("offsets.topic.num.partitions", "3");
    s.put("transaction.state.log.replication.factor", "3");
    s.put("transaction.state.log.min.isr", "2");
    s.put("transaction.state.log.num.partitions", "3");
    s.put("share.coordinator.state.topic.replication.factor", "3");
    s.put("group.initial.rebalance.delay.ms", "0");
    s.put("broker.session.timeout.ms", "6000");
    s.put("broker.heartbeat.interval.ms", "1000");
    s.put("message.max.bytes", Integer.toString(4 << 20));
    s.put("replica.fetch.max.bytes", Integer.toString(4 << 20));
    s.put("log.message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE));
    s.put("log.cleaner.dedupe.buffer.size", Integer.toString(16 << 20));
    s.put("num.network.threads", "2");
    s.put("num.io.threads", "4");
    s.putAll(settings);
    try (var out = Files.newBufferedWriter(file(b))) {
      s.store(out, null);
    }
  }

  private static String servers(int[] ports) {
    return java.util.Arrays.stream(ports)
        .mapToObj(p -> "127.0.0.1:" + p)
        .collect(Collectors.joining(","));
  }
}
