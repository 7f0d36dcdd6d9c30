package news.slugline.runtime;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import news.slugline.topology.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.resource.ResourceType;
import org.jspecify.annotations.Nullable;

/**
 * Looks before a start whether everything that it needs is there, right and allowed; {@code doctor}
 * shows the same.
 */
public final class Preflight {
  /** {@code metadata.version} of Kafka 4.0, the oldest that Slugline is meant for. */
  static final short OLDEST = 25;

  private static final long TIMEOUT_S = 10;

  private final Admin admin;
  private final SchemaRegistryClient registry;
  private final Acls.Role role;
  private final Supplier<Live> live;

  /**
   * @param role what is to be started: what only others need is not looked at
   * @param live asked once broker and registry have answered
   */
  public Preflight(
      Admin admin, SchemaRegistryClient registry, Acls.Role role, Supplier<Live> live) {
    this.admin = admin;
    this.registry = registry;
    this.role = role;
    this.live = live;
  }

  /** The stream to look at. */
  public record Live(Topics topics, String applicationId) {}

  /** Of what sort a fault is. */
  public enum Fault {
    NONE,
    UNREACHABLE,
    NOT_ALLOWED,
    UNFIT
  }

  /**
   * What one look found.
   *
   * @param part that was looked at
   * @param remedy empty if there is no fault
   */
  public record Finding(String part, Fault fault, String what, String remedy) {}

  /**
   * All findings; what rests on an unreachable part is not looked at.
   *
   * @param brokerAt the broker's address, for people
   * @param registryAt the registry's
   */
  public List<Finding> look(String brokerAt, String registryAt) throws InterruptedException {
    List<Finding> findings = new ArrayList<>();
    findings.add(broker(brokerAt));
    findings.add(registry(registryAt));
    if (findings.stream().anyMatch(f -> f.fault() != Fault.NONE)) {
      return findings;
    }
    findings.add(version());
    Live stream;
    try {
      stream = live.get();
    } catch (KafkaException e) {
      findings.add(refused("live stream", new AdminException("read which stream is live", e)));
      return findings;
    }
    try {
      List<TopicAdmin.Problem> problems = topics(stream.topics());
      problems.forEach(
          p -> findings.add(new Finding("topics and schemas", Fault.UNFIT, p.what(), p.remedy())));
      if (problems.isEmpty()) {
        findings.add(good("topics and schemas", "all right"));
      }
    } catch (AdminException e) {
      findings.add(refused("topics and schemas", e));
    }
    List<Finding> rights = rights(stream);
    findings.addAll(rights.isEmpty() ? List.of(good("rights", "all granted")) : rights);
    return findings;
  }

  private List<TopicAdmin.Problem> topics(Topics topics) {
    TopicAdmin look = new TopicAdmin(admin, registry);
    if (role == Acls.Role.PROCESSOR) {
      return look.check(topics);
    }
    Set<String> needed =
        Acls.of(role, topics, "").stream().map(Acls.Grant::name).collect(Collectors.toSet());
    return look.check(topics.all().stream().filter(t -> needed.contains(t.name())).toList(), false);
  }

  private Finding broker(String at) throws InterruptedException {
    try {
      int nodes = admin.describeCluster().nodes().get(TIMEOUT_S, TimeUnit.SECONDS).size();
      return good("broker", at + ", " + nodes + (nodes == 1 ? " node" : " nodes"));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof AuthenticationException) {
        return new Finding(
            "broker",
            Fault.NOT_ALLOWED,
            at + " refuses us: " + e.getCause().getMessage(),
            "check security.protocol, ssl.* and sasl.* in the file of --config");
      }
      return noBroker(at);
    } catch (TimeoutException e) {
      return noBroker(at);
    }
  }

  private static Finding noBroker(String at) {
    return new Finding(
        "broker",
        Fault.UNREACHABLE,
        at + " does not answer",
        "check --bootstrap-servers, the network, and security settings in --config");
  }

  private Finding registry(String at) throws InterruptedException {
    FutureTask<Integer> asked = new FutureTask<>(() -> registry.getAllSubjects().size());
    Thread asking = new Thread(asked, "ask-registry");
    asking.setDaemon(true);
    asking.start();
    try {
      return good(
          "schema registry", at + ", " + asked.get(TIMEOUT_S, TimeUnit.SECONDS) + " subjects");
    } catch (TimeoutException e) {
      // its client tries four times, each as long as it may wait for one answer
      return noRegistry(at, "nothing came within " + TIMEOUT_S + " s");
    } catch (ExecutionException e) {
      return registry(at, Objects.requireNonNullElse(e.getCause(), e));
    }
  }

  private static Finding registry(String at, Throwable fault) {
    if (fault instanceof RestClientException e) {
      boolean refused = e.getStatus() == 401 || e.getStatus() == 403;
      return new Finding(
          "schema registry",
          refused ? Fault.NOT_ALLOWED : Fault.UNREACHABLE,
          at + ": " + e.getMessage(),
          refused
              ? "set registry.basic.auth.* or registry.bearer.auth.* in the file of --config"
              : "check --registry (Apicurio: its path ends in /apis/ccompat/v7)");
    }
    return noRegistry(at, fault.getMessage());
  }

  private static Finding noRegistry(String at, @Nullable String why) {
    return new Finding(
        "schema registry",
        Fault.UNREACHABLE,
        at + " does not answer: " + why,
        "start it, or check --registry and registry.schema.registry.ssl.* in --config");
  }

  private Finding version() throws InterruptedException {
    try {
      Map<String, FinalizedVersionRange> features =
          admin
              .describeFeatures()
              .featureMetadata()
              .get(TIMEOUT_S, TimeUnit.SECONDS)
              .finalizedFeatures();
      FinalizedVersionRange metadata = features.get("metadata.version");
      return version(metadata == null ? 0 : metadata.maxVersionLevel());
    } catch (ExecutionException | TimeoutException e) {
      return version((short) 0);
    }
  }

  static Finding version(int level) {
    return level >= OLDEST
        ? good("broker's version", "Kafka 4.0 or later (metadata.version " + level + ")")
        : new Finding(
            "broker's version",
            Fault.UNFIT,
            level == 0
                ? "too old: it does not say its metadata.version"
                : "too old: metadata.version " + level + ", Kafka 4.0 has " + OLDEST,
            "upgrade the brokers to Kafka 4.0 or later, then kafka-features.sh upgrade");
  }

  private List<Finding> rights(Live stream) throws InterruptedException {
    List<Finding> missing = new ArrayList<>();
    List<Acls.Grant> needed = Acls.of(role, stream.topics(), stream.applicationId());
    Map<String, KafkaFuture<TopicDescription>> described =
        admin
            .describeTopics(
                stream.topics().all().stream().map(Topics.Spec::name).toList(),
                new DescribeTopicsOptions().includeAuthorizedOperations(true))
            .topicNameValues();
    for (Acls.Grant g : needed) {
      KafkaFuture<TopicDescription> d = g.prefixed() ? null : described.get(g.name());
      if (g.type() == ResourceType.TOPIC && d != null) {
        Set<AclOperation> allowed = allowed(d);
        if (allowed != null && !allowed.contains(g.operation())) {
          missing.add(notAllowed(g));
        }
      } else if (!isAllowed(g)) {
        missing.add(notAllowed(g));
      }
    }
    return missing;
  }

  /** Null if it cannot be told: the topic is missing, which is said elsewhere. */
  private static @Nullable Set<AclOperation> allowed(KafkaFuture<TopicDescription> described)
      throws InterruptedException {
    try {
      Set<AclOperation> operations =
          described.get(TIMEOUT_S, TimeUnit.SECONDS).authorizedOperations();
      return operations;
    } catch (ExecutionException e) {
      return e.getCause() instanceof AuthorizationException ? Set.of() : null;
    } catch (TimeoutException e) {
      return null;
    }
  }

  /** Asks for what has no list of rights by doing something harmless that needs the right. */
  private boolean isAllowed(Acls.Grant g) throws InterruptedException {
    KafkaFuture<?> asked;
    if (g.type() == ResourceType.GROUP) {
      asked = admin.describeConsumerGroups(List.of(g.name())).all();
    } else if (g.type() == ResourceType.TRANSACTIONAL_ID) {
      asked = admin.describeTransactions(List.of(g.name() + "preflight")).all();
    } else if (g.operation() == AclOperation.CREATE) {
      NewTopic topic = new NewTopic(g.name() + "preflight", 1, (short) 1);
      asked =
          admin.createTopics(List.of(topic), new CreateTopicsOptions().validateOnly(true)).all();
    } else {
      return true; // of topics that are not there yet; the stream says it if it is refused
    }
    try {
      asked.get(TIMEOUT_S, TimeUnit.SECONDS);
      return true;
    } catch (ExecutionException e) {
      return !(e.getCause() instanceof AuthorizationException);
    } catch (TimeoutException e) {
      return true;
    }
  }

  private static Finding notAllowed(Acls.Grant g) {
    return new Finding(
        "rights",
        Fault.NOT_ALLOWED,
        "no right to "
            + g.operation().name().toLowerCase(java.util.Locale.ROOT)
            + " "
            + g.type().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ')
            + " "
            + g.name()
            + (g.prefixed() ? "*" : ""),
        "grant it: `slugline topics --acls` prints the commands");
  }

  private static Finding refused(String part, AdminException e) {
    return new Finding(
        part,
        e.getCause() instanceof AuthorizationException ? Fault.NOT_ALLOWED : Fault.UNREACHABLE,
        String.valueOf(e.getMessage()),
        "grant what `slugline topics --acls` prints, or try again");
  }

  private static Finding good(String part, String what) {
    return new Finding(part, Fault.NONE, what, "");
  }
}
