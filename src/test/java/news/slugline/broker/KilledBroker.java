package news.slugline.broker;

import java.nio.file.Path;
import java.util.Map;

/** A process of its own that runs a broker until it is killed. */
final class KilledBroker {
  private KilledBroker() {}

  public static void main(String[] args) throws Exception {
    EmbeddedKafka kafka = EmbeddedKafka.start(Path.of(args[0]), 0);
    EmbeddedKafkaTest.createTopic(kafka, "wire", Map.of());
    EmbeddedKafkaTest.inTransaction(kafka, "before");
    System.out.println("written");
    Thread.sleep(600_000);
  }
}
