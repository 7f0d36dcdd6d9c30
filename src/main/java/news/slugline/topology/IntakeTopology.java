package news.slugline.topology;

import java.time.Duration;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;

/**
 * {@code articles.raw} and {@code commands} → {@code articles} and {@code articles.rejected}: the
 * one place where arrival order and the wall clock enter.
 */
final class IntakeTopology {
  static final String RAW_SOURCE = "intake-raw-source";
  static final String COMMANDS_SOURCE = "intake-commands-source";
  static final String PROCESSOR = "intake";
  static final String STORE = "intake-rows";
  static final String LOG_SINK = "intake-log-sink";
  static final String REJECTED_SINK = "intake-rejected-sink";

  private IntakeTopology() {}

  static void add(
      Topology topology,
      Topics topics,
      TopicSerdes serdes,
      boolean replay,
      Duration tick,
      Observer observer) {
    var key = Serdes.String();
    var bytes = Serdes.ByteArray();
    topology
        .addSource(
            AutoOffsetReset.earliest(),
            RAW_SOURCE,
            bytes.deserializer(),
            bytes.deserializer(),
            topics.raw())
        .addSource(
            AutoOffsetReset.earliest(),
            COMMANDS_SOURCE,
            bytes.deserializer(),
            bytes.deserializer(),
            topics.commands())
        .addProcessor(
            PROCESSOR,
            () -> new IntakeProcessor(topics, serdes, replay, tick, observer),
            RAW_SOURCE,
            COMMANDS_SOURCE)
        .addSink(LOG_SINK, topics.log(), key.serializer(), serdes.log().serializer(), PROCESSOR)
        .addSink(
            REJECTED_SINK,
            topics.rejected(),
            key.serializer(),
            serdes.rejected().serializer(),
            PROCESSOR);
    topology.addStateStore(TableRows.store(STORE), PROCESSOR);
  }
}
