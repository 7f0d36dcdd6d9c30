package news.slugline.topology;

import java.time.Duration;
import java.util.Properties;
import news.slugline.claim.ClaimExtractor;
import news.slugline.story.Ledger;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;

/** The whole topology: intake, grouping, story; three sub-topologies joined by topics only. */
public final class SluglineTopology {
  private SluglineTopology() {}

  /**
   * Builds it; pure, the same for the program and for tests.
   *
   * @param replay whether time comes from the articles and not from the wall clock
   * @param tick how often time is told
   * @param engine version of rules, models and tables; stands in every claim and update
   */
  public static Topology build(
      Topics topics,
      TopicSerdes serdes,
      boolean replay,
      Duration tick,
      String engine,
      ClaimExtractor extractor) {
    Topology topology = new Topology(new TopologyConfig(new StreamsConfig(strictNaming())));
    IntakeTopology.add(topology, topics, serdes, replay, tick);
    GroupingTopology.add(topology, topics, serdes);
    StoryTopology.add(topology, topics, serdes, () -> new Ledger(extractor, engine), engine);
    return topology;
  }

  private static Properties strictNaming() {
    Properties p = new Properties();
    p.put(StreamsConfig.APPLICATION_ID_CONFIG, "slugline");
    p.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused");
    p.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    return p;
  }
}
