package news.slugline.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import news.slugline.config.Settings;
import news.slugline.runtime.Acls;
import news.slugline.runtime.TopicAdmin;
import news.slugline.topology.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Creates the topics and registers the schemas. */
@Command(
    name = "topics",
    description = {
      "Create the topics and register the schemas, as far as they are missing.",
      "",
      "Nothing else creates them: brokers need not allow topics to be created by use. Topics that"
          + " exist are left as they are; `slugline doctor` says what is wrong with them."
    })
final class TopicsCommand implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private SharedOptions shared = new SharedOptions();

  @Option(names = "--list", description = "Only show what they must be; create nothing.")
  private boolean list;

  @Option(
      names = "--acls",
      description = {
        "Only print the least rights that each part needs, as commands of Kafka's own tool."
      })
  private boolean acls;

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      description = "With --acls, only of ${COMPLETION-CANDIDATES} (default: all).")
  private Acls.@Nullable Role role;

  @Option(
      names = "--principal",
      paramLabel = "ACCOUNT",
      description = "With --acls, who gets them (default: User:slugline-ROLE).")
  private @Nullable String principal;

  TopicsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    if (acls) {
      printAcls(shared.settings());
      return ExitCode.OK.status();
    }
    if (list) {
      Topics topics = declared(shared.settings());
      if (shared.json()) {
        for (Topics.Spec t : topics.all()) {
          terminal.out().println(json(t).put("holds", t.holds()));
        }
        terminal.out().flush();
        return ExitCode.OK.status();
      }
      Table table = Table.of("topic", "partitions", "kept", "holds").right("partitions");
      topics.all().forEach(t -> table.row(t.name(), t.partitions(), kept(t), t.holds()));
      table.print(terminal);
      terminal.out().flush();
      return ExitCode.OK.status();
    }
    try (Cluster cluster = Cluster.open(shared.settings());
        Admin admin = Admin.create(cluster.client())) {
      List<TopicAdmin.Made> made =
          new TopicAdmin(admin, cluster.registryClient()).create(cluster.topics());
      Table table =
          Table.of("topic", "partitions", "kept", "schema", "").right("partitions", "schema");
      for (TopicAdmin.Made m : made) {
        if (shared.json()) {
          terminal
              .out()
              .println(json(m.topic()).put("schema", m.schemaId()).put("created", m.created()));
          continue;
        }
        table.row(
            m.topic().name(),
            m.topic().partitions(),
            kept(m.topic()),
            m.schemaId(),
            m.created() ? Table.Cell.of("created", Style.Tone.GOOD) : Table.Cell.of("was there"));
      }
      if (!shared.json()) {
        table.print(terminal);
      }
      terminal.out().flush();
    }
    return ExitCode.OK.status();
  }

  private static ObjectNode json(Topics.Spec t) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("topic", t.name())
        .put("partitions", t.partitions())
        .put("kept", kept(t));
  }

  private void printAcls(Settings settings) throws JsonProcessingException {
    ObjectMapper json = new ObjectMapper();
    for (Acls.Role each : role == null ? List.of(Acls.Role.values()) : List.of(role)) {
      String account = principal == null ? "User:slugline-" + each.word() : principal;
      if (!shared.json()) {
        terminal.out().println("# " + each.word());
      }
      for (Acls.Grant g : Acls.of(each, declared(settings), settings.applicationId())) {
        terminal
            .out()
            .println(
                shared.json()
                    ? json.writeValueAsString(g)
                    : "kafka-acls.sh --bootstrap-server "
                        + settings.bootstrapServers().orElse("localhost:9092")
                        + " --command-config admin.properties "
                        + g.options(account));
      }
    }
    terminal.out().flush();
  }

  private static Topics declared(Settings s) {
    return new Topics(s.prefix(), s.partitions(), s.replication(), s.retention());
  }

  private static String kept(Topics.Spec t) {
    Duration retention = t.retention();
    String days = retention == null ? "" : retention.toDays() + " days";
    return !t.compacted() ? days : "latest of a key" + (days.isEmpty() ? "" : ", " + days);
  }
}
