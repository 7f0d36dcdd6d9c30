package news.slugline.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.util.List;
import java.util.Map;
import java.util.Random;
import news.slugline.wire.Hints;
import news.slugline.wire.Parsed;
import news.slugline.wire.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad bytes are an answer: one record that cannot be read must not stop the stream. */
class RawArticlesTest {
  private static final String SCOPE = "raw-articles";

  private final RawArticles raw =
      new RawArticles(
          Map.of("schema.registry.url", "mock://" + SCOPE),
          MockSchemaRegistry.getClientForScope(SCOPE));

  private Reason reason(byte[] bytes) {
    List<Parsed> parsed = raw.read("articles.raw", bytes, Hints.none());
    assertThat(parsed).singleElement().isInstanceOf(Parsed.Rejected.class);
    return ((Parsed.Rejected) parsed.get(0)).reason();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void whatBeginsLikeAvroAndEndsAtOnceIsRefused(int length) {
    assertThat(reason(new byte[length])).isEqualTo(Reason.BAD_AVRO);
    assertThat(raw.command("commands", new byte[length]).command()).isNull();
  }

  @Test
  void whateverFollowsTheZeroByteIsRefused() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      byte[] bytes = new byte[1 + random.nextInt(60)];
      random.nextBytes(bytes);
      bytes[0] = 0;
      assertThat(reason(bytes)).as("seed %d, %d", seed, i).isEqualTo(Reason.BAD_AVRO);
    }
  }
}
