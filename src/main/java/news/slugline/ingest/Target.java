package news.slugline.ingest;

import java.util.Map;
import news.slugline.topology.TopicSerdes;
import news.slugline.topology.Topics;

/**
 * Where articles go.
 *
 * @param client Kafka client settings, {@code bootstrap.servers} at least
 * @param applicationId stands in the names of the transactions
 */
public record Target(
    Topics topics, TopicSerdes serdes, Map<String, Object> client, String applicationId) {
  public Target {
    client = Map.copyOf(client);
  }
}
