import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/**
 * Follows story-updates with Kafka's consumer and Confluent's deserializer; knows nothing else of
 * Slugline. Ends when nothing came for ten seconds.
 *
 * <p>java -cp "LIBRARIES/*" UpdatesConsumer.java HOST:PORT http://REGISTRY
 */
class UpdatesConsumer {
  public static void main(String[] args) {
    Map<String, Object> config = new HashMap<>();
    config.put("bootstrap.servers", args[0]);
    config.put("schema.registry.url", args[1]);
    config.put("group.id", "updates-example");
    config.put("auto.offset.reset", "earliest");
    config.put("isolation.level", "read_committed"); // what was aborted was never said
    config.put("key.deserializer", "org.apache.kafka.common.serialization.StringDeserializer");
    config.put("value.deserializer", "io.confluent.kafka.serializers.KafkaAvroDeserializer");
    try (KafkaConsumer<String, GenericRecord> consumer = new KafkaConsumer<>(config)) {
      consumer.subscribe(List.of("story-updates"));
      long last = System.nanoTime();
      while (System.nanoTime() - last < Duration.ofSeconds(10).toNanos()) {
        for (ConsumerRecord<String, GenericRecord> r : consumer.poll(Duration.ofMillis(200))) {
          last = System.nanoTime();
          // story and revision: drop what you have seen
          String id = new String(r.headers().lastHeader("ce_id").value());
          System.out.println(id + " " + r.value().get("state") + " " + r.value().get("headline"));
          for (Object change : (Iterable<?>) r.value().get("changes")) {
            GenericRecord c = (GenericRecord) change;
            System.out.println("  " + c.get("reason") + " " + c.get("gist"));
          }
        }
      }
    }
  }
}
