package news.slugline.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import news.slugline.config.Settings;
import news.slugline.runtime.TopicAdmin;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says whether everything that Slugline needs is there and right. */
@Command(
    name = "doctor",
    description = "Check broker, registry, topics and schemas; say what is wrong and what to do.")
final class DoctorCommand implements Callable<Integer> {
  private static final int TIMEOUT_S = 15;

  private final Terminal terminal;
  @Mixin private SharedOptions shared = new SharedOptions();

  DoctorCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    Settings settings = shared.settings();
    Table table = Table.of("check", "result", "what to do").prose("result", "what to do");
    ExitCode worst = ExitCode.OK;
    try (Cluster cluster = Cluster.open(settings);
        Admin admin = Admin.create(cluster.client())) {
      List<TopicAdmin.Problem> problems = new ArrayList<>();
      boolean broker = broker(cluster, admin, table);
      boolean registry = registry(cluster, table);
      if (!broker || !registry) {
        worst = ExitCode.UNREACHABLE;
      } else {
        problems.addAll(new TopicAdmin(admin, cluster.registryClient()).check(cluster.topics()));
        if (problems.isEmpty()) {
          table.row("topics and schemas", good("all right"), "");
        } else {
          worst = ExitCode.INCOMPATIBLE;
        }
      }
      problems.forEach(
          p ->
              table.row("topics and schemas", Table.Cell.of(p.what(), Style.Tone.BAD), p.remedy()));
    }
    table.print(terminal);
    terminal.out().flush();
    return worst.status();
  }

  private static boolean broker(Cluster cluster, Admin admin, Table table)
      throws InterruptedException {
    String where = String.valueOf(cluster.client().get("bootstrap.servers"));
    try {
      int nodes = admin.describeCluster().nodes().get(TIMEOUT_S, TimeUnit.SECONDS).size();
      table.row("broker", good(where + ", " + nodes + (nodes == 1 ? " node" : " nodes")), "");
      return true;
    } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
      table.row(
          "broker",
          Table.Cell.of(where + " does not answer", Style.Tone.BAD),
          "check --bootstrap-servers, the network, and security settings in --config");
      return false;
    }
  }

  private static boolean registry(Cluster cluster, Table table) {
    String where = String.valueOf(cluster.registry().get("schema.registry.url"));
    try {
      int subjects = cluster.registryClient().getAllSubjects().size();
      table.row("schema registry", good(where + ", " + subjects + " subjects"), "");
      return true;
    } catch (java.io.IOException
        | io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException e) {
      table.row(
          "schema registry",
          Table.Cell.of(where + ": " + e.getMessage(), Style.Tone.BAD),
          "check --registry (Apicurio: its path ends in /apis/ccompat/v7)");
      return false;
    }
  }

  private static Table.Cell good(String text) {
    return Table.Cell.of(text, Style.Tone.GOOD);
  }
}
