package news.slugline.topology;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.slugline.avro.StoryRecord;
import news.slugline.avro.Tick;
import news.slugline.rows.Rows;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;

/**
 * {@code articles} → {@code articles.by-story}: one task gives each article its story and alone
 * decides merges. Ticks go to every partition, so that each story's task can tell the time.
 */
final class GroupingTopology {
  static final String LOG_SOURCE = "grouping-log-source";
  static final String PROCESSOR = "grouping";
  static final String BY_STORY_SINK = "grouping-by-story-sink";
  static final String REJECTED_SINK = "grouping-rejected-sink";
  static final String STORE = "grouping-rows";

  private GroupingTopology() {}

  static void add(
      Topology topology,
      Topics topics,
      TopicSerdes serdes,
      Function<Rows, Domain.Grouping> domain,
      Observer observer) {
    var key = Serdes.String();
    topology
        .addSource(
            AutoOffsetReset.earliest(),
            LOG_SOURCE,
            key.deserializer(),
            serdes.log().deserializer(),
            topics.log())
        .addProcessor(
            PROCESSOR,
            () -> new GroupingProcessor(domain, new Quarantine(topics.log()), observer),
            LOG_SOURCE)
        .addSink(
            BY_STORY_SINK,
            topics.byStory(),
            key.serializer(),
            serdes.byStory().serializer(),
            GroupingTopology::partitions,
            PROCESSOR)
        .addSink(
            REJECTED_SINK,
            topics.rejected(),
            key.serializer(),
            serdes.rejected().serializer(),
            PROCESSOR);
    topology.addStateStore(TableRows.store(STORE), PROCESSOR);
  }

  /**
   * All partitions for a tick; else Kafka's own choice by key, which any other producer makes too.
   */
  private static Optional<Set<Integer>> partitions(
      String topic, String key, StoryRecord value, int count) {
    return value.getEntry() instanceof Tick
        ? Optional.of(IntStream.range(0, count).boxed().collect(Collectors.toSet()))
        : Optional.empty();
  }
}
