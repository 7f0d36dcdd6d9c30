package news.slugline.schema;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.slugline.avro.Article;
import news.slugline.avro.Command;
import news.slugline.wire.Hints;
import news.slugline.wire.LogEntry;
import news.slugline.wire.Parsed;
import news.slugline.wire.Reason;
import news.slugline.wire.WireParser;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * Reads what comes in on {@code articles.raw} and {@code commands}: Avro in Confluent's wire
 * format, or any wire format that Slugline parses. Bad bytes are an answer, not an exception; a
 * registry that does not answer is waited for.
 */
public final class RawArticles {
  private static final byte MAGIC = 0;

  /** A zero byte and the schema's id. */
  private static final int FRAME = 5;

  private final KafkaAvroDeserializer avro;
  private final WireParser parser = WireParser.standard();

  public RawArticles(Map<String, ?> registry, @Nullable SchemaRegistryClient client) {
    AvroTrust.install();
    Map<String, Object> config = new HashMap<>(registry);
    config.put("specific.avro.reader", true);
    avro = client == null ? new KafkaAvroDeserializer() : new KafkaAvroDeserializer(client);
    avro.configure(config, false);
  }

  /**
   * The articles in a record, or why there are none.
   *
   * @param hints where the bytes come from
   */
  public List<Parsed> read(String topic, byte @Nullable [] bytes, Hints hints) {
    if (bytes == null || bytes.length == 0) {
      return List.of(
          rejected(
              Reason.EMPTY, "The record has no value; send the article's bytes as its value."));
    }
    if (bytes[0] != MAGIC) {
      return parser.parse(bytes, hints);
    }
    Decoded d = decode(topic, bytes);
    if (d.value instanceof Article a) {
      return List.of(new Parsed.Article(Articles.fromAvro(a), "avro", 0));
    }
    return List.of(rejected(Reason.BAD_AVRO, d.why("an Article")));
  }

  /** The command in a record, or why there is none. */
  public CommandRead command(String topic, byte @Nullable [] bytes) {
    if (bytes == null || bytes.length == 0 || bytes[0] != MAGIC) {
      return new CommandRead(
          null, "The record is not Avro; send commands with `slugline` or as Avro.");
    }
    Decoded d = decode(topic, bytes);
    if (!(d.value instanceof Command c)) {
      return new CommandRead(null, d.why("a Command"));
    }
    if (c.getType() == news.slugline.avro.CommandType.unknown) {
      return new CommandRead(null, "This version does not know this type of command; upgrade it.");
    }
    return new CommandRead(LogRecords.fromAvro(c), "");
  }

  /**
   * A command, or why there is none.
   *
   * @param problem empty if there is a command
   */
  public record CommandRead(LogEntry.@Nullable Command command, String problem) {}

  private Decoded decode(String topic, byte[] bytes) {
    if (bytes.length < FRAME) {
      return new Decoded(
          null,
          "it ends after "
              + bytes.length
              + " bytes; a zero byte, the four bytes of the schema's id and the value were expected");
    }
    try {
      return new Decoded(
          AvroSerde.patiently("read " + topic, () -> avro.deserialize(topic, bytes)), null);
    } catch (SerializationException e) {
      if (AvroSerde.isOutage(e)) {
        throw e;
      }
      Throwable cause = e.getCause() == null ? e : e.getCause();
      return new Decoded(null, cause.getMessage() == null ? e.getMessage() : cause.getMessage());
    } catch (RuntimeException e) {
      // whatever the bytes make the decoder do, they are the fault: the stream must go on
      if (AvroSerde.isOutage(e)) {
        throw e;
      }
      String why = e.getMessage() == null ? "" : ": " + e.getMessage();
      return new Decoded(null, e.getClass().getSimpleName() + why);
    }
  }

  private static Parsed rejected(Reason reason, String detail) {
    return new Parsed.Rejected(reason, detail, null, "avro");
  }

  private record Decoded(@Nullable Object value, @Nullable String error) {
    String why(String expected) {
      return error != null
          ? "The bytes begin like Avro but cannot be read: " + error
          : "The record is not "
              + expected
              + " but "
              + (value == null ? "null" : value.getClass().getSimpleName());
    }
  }
}
