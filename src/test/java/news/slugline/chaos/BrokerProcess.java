package news.slugline.chaos;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** One broker of a cluster, in a process of its own, so that it can be killed and paused. */
final class BrokerProcess {
  private BrokerProcess() {}

  /** Takes a file of broker settings; formats the folder that they name when it is new. */
  public static void main(String[] args) throws Exception {
    Properties p = new Properties();
    try (var in = Files.newBufferedReader(Path.of(args[0]))) {
      p.load(in);
    }
    Map<String, String> settings = new HashMap<>();
    p.stringPropertyNames().forEach(n -> settings.put(n, p.getProperty(n)));
    String folder = settings.get("log.dirs");
    if (!Files.exists(Path.of(folder, "meta.properties"))) {
      Files.createDirectories(Path.of(folder));
      try (PrintStream discard =
          new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8)) {
        new Formatter()
            .setPrintStream(discard)
            .setNodeId(Integer.parseInt(settings.get("node.id")))
            .setClusterId("chaoschaoschaoschaosQQ")
            .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
            .setControllerListenerName("CONTROLLER")
            .setMetadataLogDirectory(folder)
            .addDirectory(folder)
            .setIgnoreFormatted(true)
            .run();
      }
    }
    KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
    server.startup();
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown));
    server.awaitShutdown();
  }
}
