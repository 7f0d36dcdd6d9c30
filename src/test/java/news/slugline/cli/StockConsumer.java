package news.slugline.cli;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/**
 * What a subscriber writes who knows nothing of Slugline but its topic: Kafka's consumer and
 * Confluent's deserializer. Prints story, revision and reasons of each update until none comes for
 * ten seconds.
 */
final class StockConsumer {
  private StockConsumer() {}

  public static void main(String[] args) {
    Map<String, Object> config = new HashMap<>();
    config.put("bootstrap.servers", args[0]);
    config.put("schema.registry.url", args[1]);
    config.put("group.id", "stock-consumer");
    config.put("auto.offset.reset", "earliest");
    config.put("isolation.level", "read_committed");
    config.put("key.deserializer", "org.apache.kafka.common.serialization.StringDeserializer");
    config.put("value.deserializer", "io.confluent.kafka.serializers.KafkaAvroDeserializer");
    try (KafkaConsumer<String, GenericRecord> consumer = new KafkaConsumer<>(config)) {
      consumer.subscribe(List.of("story-updates"));
      long last = System.nanoTime();
      while (System.nanoTime() - last < Duration.ofSeconds(10).toNanos()) {
        for (ConsumerRecord<String, GenericRecord> r : consumer.poll(Duration.ofMillis(200))) {
          last = System.nanoTime();
          System.out.println(
              "update " + r.key() + " " + r.value().get("revision") + " " + reasons(r.value()));
        }
      }
    }
  }

  private static String reasons(GenericRecord update) {
    StringBuilder b = new StringBuilder();
    for (Object change : (Iterable<?>) update.get("changes")) {
      b.append(((GenericRecord) change).get("reason")).append(' ');
    }
    return b.toString();
  }
}
