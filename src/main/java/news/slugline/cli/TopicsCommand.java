package news.slugline.cli;

import java.util.List;
import java.util.concurrent.Callable;
import news.slugline.runtime.TopicAdmin;
import news.slugline.topology.Topics;
import org.apache.kafka.clients.admin.Admin;
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

  TopicsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    if (list) {
      var settings = shared.settings();
      Topics topics =
          new Topics(
              settings.prefix(),
              settings.partitions(),
              settings.replication(),
              settings.retention());
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
        table.row(
            m.topic().name(),
            m.topic().partitions(),
            kept(m.topic()),
            m.schemaId(),
            m.created() ? Table.Cell.of("created", Style.Tone.GOOD) : Table.Cell.of("was there"));
      }
      table.print(terminal);
      terminal.out().flush();
    }
    return ExitCode.OK.status();
  }

  private static String kept(Topics.Spec t) {
    return t.compacted() ? "latest of a key" : t.retention().toDays() + " days";
  }
}
