package news.slugline.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import news.slugline.avro.SourceRecord;
import news.slugline.runtime.TopicReader;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Where every source stands, as it last said. */
public final class SourceList {
  private SourceList() {}

  /** The sources, by name. */
  public static List<SourceRecord> read(Target target) {
    Map<String, SourceRecord> latest = new TreeMap<>();
    for (ConsumerRecord<String, SourceRecord> r : records(target)) {
      if (r.value() == null) {
        latest.remove(r.key());
      } else if (r.value().getItem() == null) {
        latest.put(r.key(), r.value());
      }
    }
    return List.copyOf(latest.values());
  }

  /** What one source has taken and kept for each. */
  static Map<String, SourceRecord> taken(Target target, String source) {
    Map<String, SourceRecord> taken = new HashMap<>();
    for (ConsumerRecord<String, SourceRecord> r : records(target)) {
      if (r.key().startsWith(source + "/")) {
        String item = r.key().substring(source.length() + 1);
        if (r.value() == null) {
          taken.remove(item);
        } else {
          taken.put(item, r.value());
        }
      }
    }
    return taken;
  }

  static @Nullable String instance(Target target, String source) {
    return read(target).stream()
        .filter(s -> s.getSource().equals(source))
        .map(s -> s.getValues().get(Session.INSTANCE))
        .findFirst()
        .orElse(null);
  }

  private static List<ConsumerRecord<String, SourceRecord>> records(Target target) {
    try (TopicReader<SourceRecord> reader =
        new TopicReader<>(
            target.client(), target.topics().sources(), target.serdes().source().deserializer())) {
      return reader.toEnd();
    }
  }
}
