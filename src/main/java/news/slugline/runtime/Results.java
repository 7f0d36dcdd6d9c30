package news.slugline.runtime;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import news.slugline.avro.Absorbed;
import news.slugline.avro.Accepted;
import news.slugline.avro.Claim;
import news.slugline.avro.Placed;
import news.slugline.avro.Rejected;
import news.slugline.avro.StoryRecord;
import news.slugline.schema.Articles;
import news.slugline.schema.Outputs;
import news.slugline.story.StoryState;
import news.slugline.story.StoryUpdate;
import news.slugline.topology.TopicSerdes;
import news.slugline.topology.Topics;
import news.slugline.wire.WireArticle;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * What stands in the topics, in an order that does not depend on partitions.
 *
 * @param articles that intake accepted, in log order
 * @param assignments in log order; of several of an article the last one counts
 * @param claims by article and version, then in the order of the text
 * @param updates by story and revision
 * @param stories final states, by story
 * @param rejected in order of arrival
 */
public record Results(
    List<WireArticle> articles,
    List<Assignment> assignments,
    List<Claim> claims,
    List<StoryUpdate> updates,
    List<StoryState> stories,
    List<Rejected> rejected) {

  /** An article stands in a story. */
  public record Assignment(String uri, String version, String storyId) {}

  /** Reads the topics to their ends. */
  public static Results read(Topics topics, TopicSerdes serdes, Map<String, ?> client) {
    List<WireArticle> articles = new ArrayList<>();
    all(client, topics.log(), serdes.log().deserializer())
        .forEach(
            r -> {
              if (r.value().getEntry() instanceof Accepted a) {
                articles.add(Articles.fromAvro(a.getArticle()));
              }
            });
    List<Claim> claims =
        new ArrayList<>(values(client, topics.claims(), serdes.claim().deserializer()));
    claims.sort(Comparator.comparing(Claim::getArticle).thenComparing(Claim::getVersion));
    List<StoryUpdate> updates = new ArrayList<>();
    visit(
        client,
        topics.updates(),
        serdes.update().deserializer(),
        r -> updates.add(Outputs.fromAvro(r.value())));
    updates.sort(
        Comparator.comparing(StoryUpdate::storyId).thenComparingInt(StoryUpdate::revision));
    // a story's states are many and large, and the last one alone is wanted
    Map<String, StoryState> stories = new TreeMap<>();
    visit(
        client,
        topics.stories(),
        serdes.state().deserializer(),
        r -> stories.put(r.key(), Outputs.fromAvro(r.value())));
    return new Results(
        List.copyOf(articles),
        assignments(all(client, topics.byStory(), serdes.byStory().deserializer())),
        List.copyOf(claims),
        List.copyOf(updates),
        List.copyOf(stories.values()),
        values(client, topics.rejected(), serdes.rejected().deserializer()));
  }

  private static List<Assignment> assignments(List<ConsumerRecord<String, StoryRecord>> records) {
    List<StoryRecord> sorted =
        records.stream()
            .map(ConsumerRecord::value)
            .filter(r -> r.getEntry() instanceof Placed || r.getEntry() instanceof Absorbed)
            .sorted(Comparator.comparingLong(StoryRecord::getOffset))
            .toList();
    List<Assignment> out = new ArrayList<>();
    Map<String, Map<String, Assignment>> members = new TreeMap<>();
    for (StoryRecord r : sorted) {
      if (r.getEntry() instanceof Placed p) {
        String uri = p.getArticle().getUri();
        Assignment a = new Assignment(uri, p.getArticle().getVersion(), r.getStoryId());
        members.values().forEach(m -> m.remove(uri));
        members.computeIfAbsent(r.getStoryId(), s -> new TreeMap<>()).put(uri, a);
        out.add(a);
      } else if (r.getEntry() instanceof Absorbed absorbed) {
        Map<String, Assignment> moved = members.remove(r.getStoryId());
        if (moved == null) {
          continue;
        }
        Map<String, Assignment> survivor =
            members.computeIfAbsent(absorbed.getSurvivor(), s -> new TreeMap<>());
        moved.forEach(
            (uri, a) -> {
              Assignment b = new Assignment(uri, a.version(), absorbed.getSurvivor());
              survivor.put(uri, b);
              out.add(b);
            });
      }
    }
    return List.copyOf(out);
  }

  private static <V> List<V> values(Map<String, ?> client, String topic, Deserializer<V> values) {
    return all(client, topic, values).stream().map(ConsumerRecord::value).toList();
  }

  private static <V> void visit(
      Map<String, ?> client,
      String topic,
      Deserializer<V> values,
      Consumer<ConsumerRecord<String, V>> visitor) {
    try (TopicReader<V> reader = new TopicReader<>(client, topic, values)) {
      reader.toEnd(visitor);
    }
  }

  private static <V> List<ConsumerRecord<String, V>> all(
      Map<String, ?> client, String topic, Deserializer<V> values) {
    List<ConsumerRecord<String, V>> out = new ArrayList<>();
    visit(client, topic, values, out::add);
    return out;
  }
}
