package news.slugline.topology;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.util.Map;
import news.slugline.avro.Article;
import news.slugline.avro.Claim;
import news.slugline.avro.Command;
import news.slugline.avro.LogRecord;
import news.slugline.avro.Promotion;
import news.slugline.avro.Rejected;
import news.slugline.avro.SourceRecord;
import news.slugline.avro.StoryRecord;
import news.slugline.avro.StoryState;
import news.slugline.avro.StoryUpdate;
import news.slugline.schema.AvroSerde;
import news.slugline.schema.RawArticles;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/** The value serdes of the topics. */
public final class TopicSerdes {
  private final Map<String, ?> registry;
  private final @Nullable SchemaRegistryClient client;

  /**
   * @param registry settings of the registry client, {@code schema.registry.url} at least
   * @param client to use in place of one made from the settings
   */
  public TopicSerdes(Map<String, ?> registry, @Nullable SchemaRegistryClient client) {
    this.registry = Map.copyOf(registry);
    this.client = client;
  }

  /** Reads what comes in, Avro or wire format. */
  public RawArticles raw() {
    return new RawArticles(registry, client);
  }

  public Serde<Article> article() {
    return serde(Article.class);
  }

  public Serde<Command> command() {
    return serde(Command.class);
  }

  public Serde<LogRecord> log() {
    return serde(LogRecord.class);
  }

  public Serde<Rejected> rejected() {
    return serde(Rejected.class);
  }

  public Serde<StoryRecord> byStory() {
    return serde(StoryRecord.class);
  }

  public Serde<Claim> claim() {
    return serde(Claim.class);
  }

  public Serde<StoryUpdate> update() {
    return serde(StoryUpdate.class);
  }

  public Serde<StoryState> state() {
    return serde(StoryState.class);
  }

  public Serde<SourceRecord> source() {
    return serde(SourceRecord.class);
  }

  public Serde<Promotion> promotion() {
    return serde(Promotion.class);
  }

  private <T extends SpecificRecord> Serde<T> serde(Class<T> type) {
    return new AvroSerde<>(type, registry, client);
  }
}
