package news.slugline.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import news.slugline.topology.Topics;
import org.apache.avro.Schema;
import org.apache.avro.SchemaValidationException;
import org.apache.avro.SchemaValidatorBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every schema that ever stood in a topic is kept in {@code schemas/history/TOPIC/N.avsc}; today's
 * must be compatible with each of them, both ways.
 */
class SchemaHistoryTest {
  private static final Path HISTORY = Path.of("schemas/history");

  static List<Topics.Spec> topics() {
    return new Topics("", 1, 1).all();
  }

  @ParameterizedTest
  @MethodSource("topics")
  void todaysSchemaIsCompatibleWithEveryEarlierOne(Topics.Spec topic)
      throws IOException, SchemaValidationException {
    List<Schema> history = history(topic);
    if (Boolean.getBoolean("golden.update")
        && (history.isEmpty() || !history.get(history.size() - 1).equals(topic.schema()))) {
      Path file = folder(topic).resolve(history.size() + 1 + ".avsc");
      Files.createDirectories(file.getParent());
      Files.writeString(file, topic.schema().toString(true) + "\n", StandardCharsets.UTF_8);
      history = history(topic);
    }
    List<Schema> newestFirst = new ArrayList<>(history);
    java.util.Collections.reverse(newestFirst);
    new SchemaValidatorBuilder()
        .mutualReadStrategy()
        .validateAll()
        .validate(topic.schema(), newestFirst);
    assertThat(newestFirst)
        .as("the newest of %s; a changed schema is added by -Dgolden.update=true", folder(topic))
        .isNotEmpty()
        .first()
        .isEqualTo(topic.schema());
  }

  @Test
  void everyFieldOfEverySchemaSaysWhatItIs() {
    for (Topics.Spec topic : topics()) {
      undocumented(topic.schema(), new ArrayList<>(), new ArrayList<>())
          .forEach(f -> assertThat(f).as("a field without doc").isNull());
    }
  }

  private static List<String> undocumented(Schema s, List<String> seen, List<String> out) {
    switch (s.getType()) {
      case RECORD -> {
        if (!seen.contains(s.getFullName())) {
          seen.add(s.getFullName());
          for (Schema.Field f : s.getFields()) {
            if (f.doc() == null || f.doc().isBlank()) {
              out.add(s.getName() + "." + f.name());
            }
            undocumented(f.schema(), seen, out);
          }
        }
      }
      case UNION -> s.getTypes().forEach(t -> undocumented(t, seen, out));
      case ARRAY -> undocumented(s.getElementType(), seen, out);
      default -> {}
    }
    return out;
  }

  private static List<Schema> history(Topics.Spec topic) throws IOException {
    if (!Files.isDirectory(folder(topic))) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder(topic))) {
      List<Schema> out = new ArrayList<>();
      for (Path f :
          files
              .sorted(
                  Comparator.comparingInt(
                      p -> Integer.parseInt(p.getFileName().toString().replace(".avsc", ""))))
              .toList()) {
        out.add(new Schema.Parser().parse(Files.readString(f, StandardCharsets.UTF_8)));
      }
      return out;
    }
  }

  private static Path folder(Topics.Spec topic) {
    return HISTORY.resolve(topic.name());
  }
}
