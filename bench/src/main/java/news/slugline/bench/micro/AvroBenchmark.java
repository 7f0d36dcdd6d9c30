package news.slugline.bench.micro;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import news.slugline.avro.Article;
import news.slugline.topology.TopicSerdes;
import news.slugline.topology.Topics;
import news.slugline.wire.WireArticle;
import org.apache.kafka.common.serialization.Serde;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Articles to Avro in Confluent's format and back, from and to the domain. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class AvroBenchmark {
  private final Topics topics = new Topics("", 1, 1);
  private final List<byte[]> bytes = new ArrayList<>();
  private Serde<Article> serde;

  @Setup
  public void register(Articles articles) throws Exception {
    SchemaRegistryClient registry = MockSchemaRegistry.getClientForScope("bench");
    for (Topics.Spec spec : topics.all()) {
      registry.register(spec.subject(), new AvroSchema(spec.schema()));
    }
    serde = new TopicSerdes(Map.of("schema.registry.url", "mock://bench"), registry).article();
    articles.all().forEach(a -> bytes.add(bytesOf(a)));
  }

  @Benchmark
  public byte[] write(Articles articles) {
    return bytesOf(articles.next());
  }

  @Benchmark
  public WireArticle read(Articles articles) {
    articles.next();
    byte[] value = bytes.get(articles.position());
    return news.slugline.schema.Articles.fromAvro(
        serde.deserializer().deserialize(topics.raw(), value));
  }

  private byte[] bytesOf(WireArticle a) {
    return serde.serializer().serialize(topics.raw(), news.slugline.schema.Articles.toAvro(a));
  }
}
