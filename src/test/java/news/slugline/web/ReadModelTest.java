package news.slugline.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import news.slugline.schema.Outputs;
import news.slugline.story.ArticleUse;
import news.slugline.story.StoryState;
import news.slugline.testing.Updates;
import news.slugline.topology.TopicSerdes;
import news.slugline.topology.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadModelTest {
  private static final String STORY = "2026-01-05-abcdefgh";
  private static final String TIME = "2026-01-05T06:00:00Z";
  private static final int UPDATES = 400;

  @TempDir Path folder;

  @Test
  void whatItsStoryWithdrewAsACopyIsShownNowhereUntilItsStoryTakesItBack() throws Exception {
    Topics topics = new Topics("", 1, 1);
    TopicSerdes serdes = serdes(topics, "read-model-copies");
    try (ModelStore store = ModelStore.open(folder, ModelStore.Durability.PREFIX)) {
      ReadModel model = new ReadModel(store, topics, serdes, Position.start("00000000", 1), 1_000);
      List<ArticleUse> uses = List.of(ArticleUse.USED, ArticleUse.KILLED, ArticleUse.USED);
      List<Boolean> seen = new ArrayList<>();
      for (int r = 1; r <= uses.size(); r++) {
        ArticleUse use = uses.get(r - 1);
        String words = use == ArticleUse.USED ? "Words of the copy" : "";
        StoryState.ArticleRef ref =
            new StoryState.ArticleRef("u:copy", "1", "Post", null, "u:wire", words, TIME, use);
        news.slugline.avro.StoryUpdate avro =
            Outputs.toAvro(Updates.of(STORY, r, TIME, List.of(ref)));
        byte[] value = serdes.update().serializer().serialize(topics.updates(), avro);
        model.update(0, r, value, avro, true);
        seen.add(
            model.updates(STORY, 1, 10).stream()
                .anyMatch(u -> u.toString().contains("Words of the copy")));
      }
      assertThat(seen).containsExactly(true, false, true);
    }
  }

  @Test
  void whoAsksWhileAnUpdateComesLeavesNoOldStateBehind() throws Exception {
    Topics topics = new Topics("", 1, 1);
    TopicSerdes serdes = serdes(topics, "read-model");
    AtomicBoolean done = new AtomicBoolean();
    try (ModelStore store = ModelStore.open(folder, ModelStore.Durability.PREFIX)) {
      ReadModel model = new ReadModel(store, topics, serdes, Position.start("00000000", 1), 1_000);
      List<Thread> asking =
          List.of(new Thread(() -> ask(model, done)), new Thread(() -> ask(model, done)));
      asking.forEach(Thread::start);
      try {
        for (int r = 1; r <= UPDATES; r++) {
          news.slugline.avro.StoryUpdate avro = Outputs.toAvro(Updates.bare(STORY, r, TIME));
          byte[] value = serdes.update().serializer().serialize(topics.updates(), avro);
          model.update(0, r, value, avro, true);
          assertThat(Objects.requireNonNull(model.story(STORY)).revision()).isEqualTo(r);
        }
      } finally {
        done.set(true);
        for (Thread t : asking) {
          t.join();
        }
      }
    }
  }

  private static TopicSerdes serdes(Topics topics, String scope) throws Exception {
    SchemaRegistryClient registry = MockSchemaRegistry.getClientForScope(scope);
    for (Topics.Spec t : topics.all()) {
      registry.register(
          t.subject(), new io.confluent.kafka.schemaregistry.avro.AvroSchema(t.schema()));
    }
    return new TopicSerdes(Map.of("schema.registry.url", "mock://" + scope), registry);
  }

  private static void ask(ReadModel model, AtomicBoolean done) {
    while (!done.get()) {
      model.story(STORY);
    }
  }
}
