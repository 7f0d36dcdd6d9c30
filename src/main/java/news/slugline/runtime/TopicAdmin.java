package news.slugline.runtime;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import news.slugline.topology.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Creates the topics and registers the schemas: a step of its own, never a side effect of running.
 * Also says what is wrong with those that exist.
 */
public final class TopicAdmin {
  private static final String COMPATIBILITY = "FULL_TRANSITIVE";
  private static final int READY_TRIES = 20;
  private static final long READY_PAUSE_MS = 500;
  private static final int SEEN_TRIES = 100;
  private static final long SEEN_PAUSE_MS = 100;

  private final Admin admin;
  private final SchemaRegistryClient registry;

  public TopicAdmin(Admin admin, SchemaRegistryClient registry) {
    this.admin = admin;
    this.registry = registry;
  }

  /** Something that is not as it must be, and what to do. */
  public record Problem(String what, String remedy) {}

  /** What {@link #create} did with one topic. */
  public record Made(Topics.Spec topic, boolean created, int schemaId) {}

  /**
   * Creates the missing topics and registers the schemas; leaves existing topics as they are.
   *
   * @throws AdminException if the broker or the registry refuses or does not answer
   */
  public List<Made> create(Topics topics) {
    Map<String, TopicDescription> present = describe(topics);
    List<Made> made = new ArrayList<>();
    for (Topics.Spec spec : topics.all()) {
      boolean missing = !present.containsKey(spec.name());
      if (missing) {
        NewTopic topic =
            new NewTopic(spec.name(), spec.partitions(), (short) spec.replication())
                .configs(spec.settings());
        try {
          createPatiently(topic);
        } catch (AdminException e) {
          if (!(e.getCause() instanceof TopicExistsException)) {
            throw e;
          }
          missing = false;
        }
      }
      made.add(new Made(spec, missing, register(spec)));
    }
    awaitSeen(topics);
    return made;
  }

  /** Brokers that have just started, or that are slow, may not be ready to hold a copy yet. */
  private void createPatiently(NewTopic topic) {
    for (int i = 0; ; i++) {
      try {
        AdminCalls.await(admin.createTopics(List.of(topic)).all(), "create topic " + topic.name());
        return;
      } catch (AdminException e) {
        boolean notReady = e.getCause() instanceof InvalidReplicationFactorException;
        if (!notReady || i >= READY_TRIES || !pause()) {
          throw e;
        }
      }
    }
  }

  /** False if this thread is to stop. */
  private static boolean pause() {
    try {
      Thread.sleep(READY_PAUSE_MS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** A created topic is known to every broker a moment later; who comes next must not miss it. */
  private void awaitSeen(Topics topics) {
    for (int i = 0; i < SEEN_TRIES && describe(topics).size() < topics.all().size(); i++) {
      try {
        Thread.sleep(SEEN_PAUSE_MS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** Everything that is wrong with topics and schemas, each with what to do. */
  public List<Problem> check(Topics topics) {
    return check(topics.all(), true);
  }

  /**
   * What is wrong with some topics and their schemas.
   *
   * @param settings whether the topics' settings are looked at, which needs a right of its own
   */
  List<Problem> check(List<Topics.Spec> topics, boolean settings) {
    List<Problem> problems = new ArrayList<>();
    Map<String, TopicDescription> present =
        AdminCalls.describe(admin, topics.stream().map(Topics.Spec::name).toList());
    for (Topics.Spec spec : topics) {
      TopicDescription d = present.get(spec.name());
      if (d == null) {
        problems.add(
            new Problem(
                "topic " + spec.name() + " is missing", "create it with `slugline topics`"));
      } else {
        checkPartitions(spec, d, problems);
        if (settings) {
          checkSettings(spec, problems);
        }
      }
      checkSchema(spec, problems);
    }
    return problems;
  }

  private static void checkPartitions(
      Topics.Spec spec, TopicDescription d, List<Problem> problems) {
    int has = d.partitions().size();
    if (has != spec.partitions()) {
      problems.add(
          new Problem(
              "topic "
                  + spec.name()
                  + " has "
                  + has
                  + " partitions, the settings say "
                  + spec.partitions(),
              spec.partitions() == 1
                  ? "its order counts: delete it and run `slugline topics`, or use another prefix"
                  : "set partitions=" + has + ", or use another prefix"));
    }
  }

  private void checkSettings(Topics.Spec spec, List<Problem> problems) {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, spec.name());
    Config config =
        AdminCalls.await(
                admin.describeConfigs(List.of(resource)).all(),
                "read the settings of " + spec.name())
            .get(resource);
    spec.settings()
        .forEach(
            (key, want) -> {
              String is = config == null || config.get(key) == null ? "" : config.get(key).value();
              if (!want.equals(is) && !spec.tolerates(key, is)) {
                problems.add(
                    new Problem(
                        "topic " + spec.name() + " has " + key + "=" + is + ", must be " + want,
                        "kafka-configs.sh --alter --entity-type topics --entity-name "
                            + spec.name()
                            + " --add-config "
                            + key
                            + "="
                            + (want.contains(",") ? "[" + want + "]" : want)));
              }
            });
  }

  private void checkSchema(Topics.Spec spec, List<Problem> problems) {
    try {
      registry.getId(spec.subject(), new AvroSchema(spec.schema()));
    } catch (RestClientException e) {
      problems.add(
          new Problem(
              "the registry does not have this version's schema under " + spec.subject(),
              "register it with `slugline topics`"));
    } catch (IOException e) {
      throw new AdminException("ask the schema registry for " + spec.subject(), e);
    }
  }

  private int register(Topics.Spec spec) {
    AvroSchema schema = new AvroSchema(spec.schema());
    try {
      if (!COMPATIBILITY.equals(compatibility(spec.subject()))) {
        registry.updateCompatibility(spec.subject(), COMPATIBILITY);
      }
      return registry.register(spec.subject(), schema);
    } catch (RestClientException e) {
      throw new AdminException(
          e.getStatus() == 409
              ? "register a schema that is not compatible with those before it, under "
                  + spec.subject()
              : "register the schema of " + spec.subject(),
          e);
    } catch (IOException e) {
      throw new AdminException("register the schema of " + spec.subject(), e);
    }
  }

  private String compatibility(String subject) throws IOException, RestClientException {
    try {
      return registry.getCompatibility(subject);
    } catch (RestClientException e) {
      if (e.getStatus() == 404) {
        return "";
      }
      throw e;
    }
  }

  private Map<String, TopicDescription> describe(Topics topics) {
    return AdminCalls.describe(admin, topics.all().stream().map(Topics.Spec::name).toList());
  }
}
