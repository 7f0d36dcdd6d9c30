package news.slugline.topology;

import java.time.Duration;
import java.util.List;
import java.util.Properties;
import news.slugline.claim.ClaimExtractor;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;

/** The whole topology: intake, grouping, story; three sub-topologies joined by topics only. */
public final class SluglineTopology {
  /** The names of the state stores; their changelogs are named after them. */
  public static final List<String> STORES =
      List.of(GroupingTopology.STORE, IntakeTopology.STORE, StoryTopology.STORE);

  private SluglineTopology() {}

  /**
   * Builds it; pure, the same for the program and for tests.
   *
   * @param replay whether time comes from the articles and not from the wall clock
   * @param tick how often each story's state is told
   * @param engine version of rules, models and tables; stands in every claim and update
   * @param observer is told what happens
   */
  public static Topology build(
      Topics topics,
      TopicSerdes serdes,
      boolean replay,
      Duration tick,
      String engine,
      ClaimExtractor extractor,
      Observer observer) {
    return build(
        topics, serdes, replay, tick, engine, Domain.standard(extractor, engine), observer);
  }

  /** Builds it around a domain; see {@link Domain}. */
  public static Topology build(
      Topics topics,
      TopicSerdes serdes,
      boolean replay,
      Duration tick,
      String engine,
      Domain domain,
      Observer observer) {
    Topology topology = new Topology(new TopologyConfig(new StreamsConfig(strictNaming())));
    IntakeTopology.add(topology, topics, serdes, replay, tick, observer);
    GroupingTopology.add(topology, topics, serdes, domain.grouping(), observer);
    StoryTopology.add(topology, topics, serdes, domain.story(), engine, observer);
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
