package news.slugline.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import news.slugline.runtime.Reset;
import news.slugline.runtime.TopicAdmin;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Deletes what is made from the input, so that the next run makes it anew. */
@Command(
    name = "reset",
    description = {
      "Delete what can be made anew: log, claims, updates, stories, rejects, state.",
      "",
      "Lists what goes; deletes it only with --yes. What came in (articles.raw, commands) stays, and"
          + " the next `slugline run` processes it again from its beginning. Every instance must be"
          + " stopped. State folders of other machines must be deleted there."
    })
final class ResetCommand implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private SharedOptions shared = new SharedOptions();

  @Option(names = "--yes", description = "Delete what is listed.")
  private boolean yes;

  ResetCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    try (Cluster cluster = Cluster.existing(shared.settings());
        Admin admin = Admin.create(cluster.client())) {
      String applicationId = cluster.applicationId();
      Reset reset =
          new Reset(admin, cluster.topics(), applicationId, cluster.settings().stateDir());
      List<Reset.Item> items = reset.plan();
      list(items);
      if (!yes) {
        terminal.remark("nothing is deleted yet: run it again with --yes to delete what is listed");
        return ExitCode.OK.status();
      }
      List<String> running = reset.running();
      if (!running.isEmpty()) {
        throw new CliException(
            ExitCode.FAILED,
            "instances still run, nothing is deleted",
            String.join(", ", running),
            "stop them, wait until they have left (10 s after a crash), and try again");
      }
      reset.execute(items);
      new TopicAdmin(admin, cluster.registryClient()).create(cluster.topics());
      terminal.remark("deleted; `slugline run` processes " + cluster.topics().raw() + " anew");
      return ExitCode.OK.status();
    }
  }

  private void list(List<Reset.Item> items) {
    Table table = Table.of("what", "name", "records").right("records");
    for (Reset.Item i : items) {
      String what = i.kind().name().toLowerCase(Locale.ROOT);
      boolean isTopic = i.kind() == Reset.Kind.TOPIC;
      if (shared.json()) {
        ObjectNode o = JsonNodeFactory.instance.objectNode().put("what", what);
        o.put("name", i.name()).put("records", isTopic ? i.records() : null);
        terminal.out().println(o);
      } else {
        table.row(what, i.name(), isTopic ? i.records() : "");
      }
    }
    if (!shared.json()) {
      table.print(terminal);
    }
    terminal.out().flush();
  }
}
