package news.slugline.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import news.slugline.topology.Topics;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** The least that each part of Slugline must be allowed on a Kafka that asks who one is. */
public final class Acls {
  private Acls() {}

  /** A part of Slugline with an account of its own. */
  public enum Role {
    /** {@code slugline topics}, {@code doctor}. */
    ADMIN,
    /** {@code slugline run}. */
    PROCESSOR,
    /** Whatever publishes articles. */
    INGESTER,
    /** Whatever sends editors' commands. */
    EDITOR,
    /** {@code slugline watch}, {@code stories}, {@code story}, {@code serve}, subscribers. */
    READER;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One right.
   *
   * @param name of the resource, or its beginning if it is {@code prefixed}
   */
  public record Grant(
      Role role, ResourceType type, String name, boolean prefixed, AclOperation operation) {

    /** For an account, from any host. */
    public AclBinding binding(String principal) {
      return new AclBinding(
          new ResourcePattern(type, name, prefixed ? PatternType.PREFIXED : PatternType.LITERAL),
          new AccessControlEntry(principal, "*", operation, AclPermissionType.ALLOW));
    }

    /** As words of Kafka's own tool. */
    public String options(String principal) {
      String option =
          switch (type) {
            case TOPIC -> "--topic " + name;
            case GROUP -> "--group " + name;
            case TRANSACTIONAL_ID -> "--transactional-id " + name;
            default -> "--cluster";
          };
      return "--add --allow-principal "
          + principal
          + " --operation "
          + word(operation)
          + " "
          + option
          + (prefixed ? " --resource-pattern-type prefixed" : "");
    }

    private static String word(AclOperation operation) {
      StringBuilder word = new StringBuilder();
      for (String part : operation.name().split("_", -1)) {
        word.append(part.charAt(0)).append(part.substring(1).toLowerCase(Locale.ROOT));
      }
      return word.toString();
    }
  }

  /** What a role needs; Kafka adds Describe to whoever may read or write. */
  public static List<Grant> of(Role role, Topics topics, String applicationId) {
    List<Grant> grants = new ArrayList<>();
    switch (role) {
      case ADMIN -> {
        for (Topics.Spec spec : topics.all()) {
          topic(grants, role, spec.name(), AclOperation.CREATE);
          topic(grants, role, spec.name(), AclOperation.DESCRIBE);
          topic(grants, role, spec.name(), AclOperation.DESCRIBE_CONFIGS);
        }
      }
      case PROCESSOR -> processor(grants, topics, applicationId);
      case INGESTER -> ingester(grants, topics, applicationId);
      case EDITOR -> {
        topic(grants, role, topics.commands(), AclOperation.WRITE);
        topic(grants, role, topics.promotions(), AclOperation.READ);
      }
      case READER -> {
        for (Topics.Spec spec : topics.all()) {
          if (!spec.name().equals(topics.raw()) && !spec.name().equals(topics.commands())) {
            topic(grants, role, spec.name(), AclOperation.READ);
          }
        }
      }
    }
    return List.copyOf(grants);
  }

  /** Articles and where each source stands are written in one transaction of the source. */
  private static void ingester(List<Grant> grants, Topics topics, String applicationId) {
    Role role = Role.INGESTER;
    topic(grants, role, topics.raw(), AclOperation.WRITE);
    topic(grants, role, topics.sources(), AclOperation.WRITE);
    topic(grants, role, topics.sources(), AclOperation.READ);
    topic(grants, role, topics.promotions(), AclOperation.READ);
    String own = applicationId + "-ingest-";
    grants.add(new Grant(role, ResourceType.TRANSACTIONAL_ID, own, true, AclOperation.WRITE));
  }

  private static void processor(List<Grant> grants, Topics topics, String applicationId) {
    Role role = Role.PROCESSOR;
    for (String read :
        List.of(
            topics.raw(),
            topics.commands(),
            topics.log(),
            topics.byStory(),
            topics.updates(),
            topics.promotions())) {
      topic(grants, role, read, AclOperation.READ);
    }
    for (String written :
        List.of(
            topics.log(),
            topics.rejected(),
            topics.byStory(),
            topics.claims(),
            topics.updates(),
            topics.stories())) {
      topic(grants, role, written, AclOperation.WRITE);
    }
    // looked at before a start, never read
    topic(grants, role, topics.sources(), AclOperation.DESCRIBE);
    for (Topics.Spec spec : topics.all()) {
      topic(grants, role, spec.name(), AclOperation.DESCRIBE_CONFIGS);
    }
    // changelogs, transactions and groups are named after the application
    String own = applicationId + "-";
    for (AclOperation operation :
        List.of(AclOperation.CREATE, AclOperation.READ, AclOperation.WRITE)) {
      grants.add(new Grant(role, ResourceType.TOPIC, own, true, operation));
    }
    grants.add(new Grant(role, ResourceType.TRANSACTIONAL_ID, own, true, AclOperation.WRITE));
    grants.add(new Grant(role, ResourceType.GROUP, applicationId, false, AclOperation.READ));
    grants.add(
        new Grant(role, ResourceType.GROUP, applicationId + "-meter", false, AclOperation.READ));
  }

  private static void topic(List<Grant> grants, Role role, String name, AclOperation operation) {
    grants.add(new Grant(role, ResourceType.TOPIC, name, false, operation));
  }
}
