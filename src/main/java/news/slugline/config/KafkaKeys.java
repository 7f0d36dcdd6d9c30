package news.slugline.config;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** The names that Kafka's clients know; a list, so that reading settings does not load Kafka. */
final class KafkaKeys {
  static final Set<String> ALL = read();

  private KafkaKeys() {}

  private static Set<String> read() {
    try (InputStream in = KafkaKeys.class.getResourceAsStream("kafka-keys.txt")) {
      if (in == null) {
        throw new IllegalStateException("kafka-keys.txt is not in the jar");
      }
      Set<String> keys = new TreeSet<>();
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(keys::add);
      return Collections.unmodifiableSet(keys);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
