package news.slugline.topology;

import java.util.function.IntFunction;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;

/**
 * {@code articles.by-story} → {@code story-updates}, {@code claims}, {@code stories}: extracts the
 * claims of each article and joins them with the story's ledger. The rows of an absorbed story go
 * back into {@code articles.by-story}, to the survivor.
 */
final class StoryTopology {
  static final String BY_STORY_SOURCE = "story-source";
  static final String PROCESSOR = "story";
  static final String UPDATES_SINK = "story-updates-sink";
  static final String CLAIMS_SINK = "story-claims-sink";
  static final String STORIES_SINK = "story-stories-sink";
  static final String HANDOVER_SINK = "story-handover-sink";
  static final String REJECTED_SINK = "story-rejected-sink";
  static final String STORE = "story-rows";

  private StoryTopology() {}

  static void add(
      Topology topology,
      Topics topics,
      TopicSerdes serdes,
      IntFunction<Domain.Story> story,
      String engine,
      Observer observer) {
    var key = Serdes.String();
    topology
        .addSource(
            AutoOffsetReset.earliest(),
            BY_STORY_SOURCE,
            key.deserializer(),
            serdes.byStory().deserializer(),
            topics.byStory())
        .addProcessor(
            PROCESSOR,
            () ->
                new StoryProcessor(
                    story.apply(topics.partitions()),
                    engine,
                    topics.partitions(),
                    new Quarantine(topics.log()),
                    observer),
            BY_STORY_SOURCE)
        .addSink(
            UPDATES_SINK,
            topics.updates(),
            key.serializer(),
            serdes.update().serializer(),
            PROCESSOR)
        .addSink(
            CLAIMS_SINK, topics.claims(), key.serializer(), serdes.claim().serializer(), PROCESSOR)
        .addSink(
            STORIES_SINK,
            topics.stories(),
            key.serializer(),
            serdes.state().serializer(),
            PROCESSOR)
        .addSink(
            HANDOVER_SINK,
            topics.byStory(),
            key.serializer(),
            serdes.byStory().serializer(),
            PROCESSOR)
        .addSink(
            REJECTED_SINK,
            topics.rejected(),
            key.serializer(),
            serdes.rejected().serializer(),
            PROCESSOR);
    topology.addStateStore(TableRows.store(STORE), PROCESSOR);
  }
}
