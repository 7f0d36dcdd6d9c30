package news.slugline.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import news.slugline.runtime.Acls;
import news.slugline.runtime.Preflight;
import news.slugline.runtime.Preflight.Fault;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says whether everything that Slugline needs is there and right. */
@Command(
    name = "doctor",
    description = {
      "Check broker, registry, topics, schemas and rights; say what is wrong and what to do.",
      "",
      "`slugline run` makes the same checks before it starts."
    })
final class DoctorCommand implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private SharedOptions shared = new SharedOptions();

  DoctorCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    List<Preflight.Finding> findings;
    try (Cluster cluster = Cluster.existing(shared.settings())) {
      findings = findings(cluster, Acls.Role.PROCESSOR);
    }
    if (shared.json()) {
      ObjectMapper json = new ObjectMapper();
      for (Preflight.Finding f : findings) {
        terminal.out().println(json.writeValueAsString(f));
      }
    } else {
      Table table = Table.of("check", "result", "what to do").prose("result", "what to do");
      findings.forEach(
          f ->
              table.row(
                  f.part(),
                  Table.Cell.of(
                      f.what(), f.fault() == Fault.NONE ? Style.Tone.GOOD : Style.Tone.BAD),
                  f.remedy()));
      table.print(terminal);
    }
    terminal.out().flush();
    return findings.stream()
        .map(f -> code(f.fault()))
        .max(Enum::compareTo)
        .orElse(ExitCode.OK)
        .status();
  }

  private static List<Preflight.Finding> findings(Cluster cluster, Acls.Role role)
      throws InterruptedException {
    boolean isSource = role == Acls.Role.INGESTER;
    Admin admin = Admin.create(cluster.client());
    try {
      return new Preflight(
              admin,
              cluster.registryClient(),
              role,
              () ->
                  isSource
                      ? new Preflight.Live(cluster.ownTopics(), cluster.settings().applicationId())
                      : new Preflight.Live(cluster.topics(), cluster.applicationId()))
          .look(
              cluster.settings().bootstrapServers().orElse(""),
              cluster.settings().registryUrl().orElse(""));
    } finally {
      // what was not answered in time would else be waited for, a minute long
      admin.close(Duration.ZERO);
    }
  }

  /** Refuses a start for the first fault. */
  static void require(Cluster cluster, Acls.Role role) throws InterruptedException {
    List<Preflight.Finding> wrong =
        findings(cluster, role).stream().filter(f -> f.fault() != Fault.NONE).toList();
    if (!wrong.isEmpty()) {
      Preflight.Finding first = wrong.get(0);
      throw new CliException(
          code(first.fault()),
          first.part() + ": " + first.what(),
          wrong.size() == 1 ? "" : "and " + (wrong.size() - 1) + " more",
          first.remedy() + "; `slugline doctor` shows everything");
    }
  }

  private static ExitCode code(Fault fault) {
    return switch (fault) {
      case NONE -> ExitCode.OK;
      case UNREACHABLE, NOT_ALLOWED -> ExitCode.UNREACHABLE;
      case UNFIT -> ExitCode.INCOMPATIBLE;
    };
  }
}
