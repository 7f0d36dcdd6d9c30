package news.slugline.runtime;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Calls of Kafka's admin client that are waited for. */
final class AdminCalls {
  private static final long TIMEOUT_S = 30;

  private AdminCalls() {}

  /** Those topics that are there; one that may not be seen is an error, not missing. */
  static Map<String, TopicDescription> describe(Admin admin, Collection<String> names) {
    Map<String, TopicDescription> present = new TreeMap<>();
    admin
        .describeTopics(names)
        .topicNameValues()
        .forEach(
            (name, future) -> {
              try {
                present.put(name, await(future, "describe topic " + name));
              } catch (AdminException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                  throw e;
                }
              }
            });
    return present;
  }

  /**
   * @param what is asked for, for the error
   * @throws AdminException if the broker refuses or does not answer
   */
  static <T> T await(KafkaFuture<T> future, String what) {
    try {
      return future.get(TIMEOUT_S, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new AdminException(what, e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException e) {
      throw new AdminException(what, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AdminException(what, e);
    }
  }
}
