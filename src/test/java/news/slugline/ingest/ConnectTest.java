package news.slugline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import news.slugline.schema.RawArticles;
import news.slugline.wire.Hints;
import news.slugline.wire.Parsed;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.file.FileStreamSourceTask;
import org.apache.kafka.connect.json.JsonConverter;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.apache.kafka.connect.storage.Converter;
import org.apache.kafka.connect.storage.OffsetStorageReader;
import org.apache.kafka.connect.storage.StringConverter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stock source connectors and Connect's own converters write is read as it is. */
class ConnectTest {
  private static final String RSS =
      "<?xml version=\"1.0\"?>\n<rss version=\"2.0\"><channel><title>Harbour Paper</title>"
          + "<link>https://harbour.example/</link><description>d</description>\n"
          + "<item><guid>urn:rss</guid><title>Ferry freed</title>"
          + "<description>It was freed, \"at last\".</description></item>\n</channel></rss>";

  @TempDir Path home;

  private static Converter converter(String name) {
    Converter converter =
        switch (name) {
          case "string" -> new StringConverter();
          default -> new JsonConverter();
        };
    converter.configure(
        Map.of("schemas.enable", Boolean.toString(name.equals("json with schema"))), false);
    return converter;
  }

  private static List<String> read(byte[] bytes) {
    RawArticles reader = new RawArticles(Map.of("schema.registry.url", "mock://connect"), null);
    List<String> uris = new ArrayList<>();
    for (Parsed p : reader.read("articles.raw", bytes, Hints.none())) {
      assertThat(p).isInstanceOf(Parsed.Article.class);
      uris.add(((Parsed.Article) p).article().uri());
    }
    return uris;
  }

  /** Kafka's own FileStreamSource sends each line of a file as a string. */
  @ParameterizedTest
  @ValueSource(strings = {"string", "json", "json with schema"})
  void theLinesOfAFileAreRead(String converter) throws Exception {
    Path file = home.resolve("wire.jsonl");
    Files.writeString(
        file,
        IngestBench.ninjs("urn:a", 1, "Ferry \\\"freed\\\"")
            + "\n"
            + IngestBench.ninjs("urn:b", 1, "Ferry stuck")
            + "\n",
        StandardCharsets.UTF_8);
    FileStreamSourceTask task = new FileStreamSourceTask();
    task.initialize(new NewWorker());
    task.start(Map.of("file", file.toString(), "topic", "articles.raw", "batch.size", "100"));
    List<String> uris = new ArrayList<>();
    try {
      while (uris.size() < 2) {
        List<SourceRecord> records = task.poll();
        for (SourceRecord r : records == null ? List.<SourceRecord>of() : records) {
          byte[] bytes =
              converter(converter).fromConnectData(r.topic(), r.valueSchema(), r.value());
          uris.addAll(read(bytes));
        }
      }
    } finally {
      task.stop();
    }
    assertThat(uris).containsExactly("urn:a", "urn:b");
  }

  /** A worker that has not run the task before. */
  private static final class NewWorker implements SourceTaskContext, OffsetStorageReader {
    @Override
    public Map<String, String> configs() {
      return Map.of();
    }

    @Override
    public OffsetStorageReader offsetStorageReader() {
      return this;
    }

    @Override
    public PluginMetrics pluginMetrics() {
      throw new UnsupportedOperationException("the task does not count");
    }

    @Override
    public <T> @Nullable Map<String, Object> offset(Map<String, T> partition) {
      return null;
    }

    @Override
    public <T> Map<Map<String, T>, Map<String, Object>> offsets(
        Collection<Map<String, T>> partitions) {
      return Map.of();
    }
  }

  /** Connectors for FTP, SFTP, object stores and queues send a whole document as bytes or text. */
  @ParameterizedTest
  @ValueSource(strings = {"string", "json", "json with schema"})
  void aWholeDocumentIsRead(String name) {
    Converter converter = converter(name);
    assertThat(read(converter.fromConnectData("articles.raw", Schema.STRING_SCHEMA, RSS)))
        .containsExactly("urn:rss");
  }

  /** The ByteArrayConverter sends bytes as they are; the JsonConverter puts them into base 64. */
  @Test
  void bytesAreRead() {
    byte[] bytes = RSS.getBytes(StandardCharsets.UTF_8);
    assertThat(read(bytes)).containsExactly("urn:rss");
    Converter converter = converter("json with schema");
    assertThat(read(converter.fromConnectData("articles.raw", Schema.BYTES_SCHEMA, bytes)))
        .containsExactly("urn:rss");
  }

  @Test
  void copyThatBeginsAndEndsWithQuotationMarksStaysCopy() {
    RawArticles reader = new RawArticles(Map.of("schema.registry.url", "mock://connect"), null);
    String copy = "\"The ferry is free,\" she said. \"At last.\"";
    List<Parsed> parsed =
        reader.read("articles.raw", copy.getBytes(StandardCharsets.UTF_8), Hints.ofPath("a.txt"));
    assertThat(((Parsed.Article) parsed.get(0)).article().body()).isEqualTo(copy);
  }
}
