package news.slugline.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import news.slugline.ingest.Rejects;
import news.slugline.schema.ExportFiles;
import news.slugline.wire.Reason;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists what was rejected, and sends it again. */
@Command(
    name = "rejected",
    description = {
      "List what intake could not accept, with the reason; send it again after a fix.",
      "",
      "What was sent again is not listed any more, unless with --all. Sending again is safe: what"
          + " the stream has already is dropped."
    })
final class RejectedCommand implements Callable<Integer> {
  /** Why intake leaves out what no reader of a format refused. */
  private static final List<String> OTHER_REASONS =
      List.of("skipped", "bad_command", "not_a_replay");

  private final Terminal terminal;
  @Mixin private SharedOptions shared = new SharedOptions();

  @Parameters(paramLabel = "ID", description = "Only these, by the number in the list.")
  private List<Long> ids = List.of();

  @Option(
      names = "--reason",
      paramLabel = "REASON",
      split = ",",
      description = "Only with one of these reasons, such as bad_xml,no_identifier.")
  private List<String> reasons = List.of();

  @Option(
      names = "--source",
      paramLabel = "TEXT",
      description = "Only those whose source begins like this.")
  private String source = "";

  @Option(names = "--all", description = "Also those that were sent again, and skipped items.")
  private boolean all;

  @Option(names = "--original", description = "Print the original of the one that is chosen.")
  private boolean original;

  @Option(names = "--resubmit", description = "Send those that are chosen again.")
  private boolean resubmit;

  @Option(
      names = "--with",
      paramLabel = "FILE",
      description = "Send this, the mended copy, in place of the original of one.")
  private @Nullable Path mended;

  RejectedCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    requireReasons();
    try (Cluster cluster = Cluster.existing(shared.settings())) {
      // rejects are put out by the live stream, what is sent again goes in
      Rejects rejects = new Rejects(cluster.target(cluster.topics()));
      List<Rejects.Entry> chosen = rejects.read().stream().filter(this::isChosen).toList();
      if (!ids.isEmpty() && chosen.size() < ids.size()) {
        throw new CliException(
            ExitCode.BAD_INPUT,
            "not all of these were rejected, or they were sent again",
            ids.toString(),
            "`slugline rejected --all` lists them");
      }
      if (resubmit || mended != null) {
        sendAgain(rejects, chosen);
      } else if (original) {
        show(chosen);
      } else {
        list(chosen);
      }
      terminal.out().flush();
    }
    return ExitCode.OK.status();
  }

  /** Refuses a reason that nothing is rejected for: it would read as if there were no rejects. */
  private void requireReasons() {
    List<String> known = new ArrayList<>(OTHER_REASONS);
    Arrays.stream(Reason.values()).map(ExportFiles::word).forEach(known::add);
    for (String reason : reasons) {
      if (!known.contains(reason)) {
        throw new CliException(
            ExitCode.USAGE, "no such reason", "--reason " + reason, String.join(", ", known));
      }
    }
  }

  private boolean isChosen(Rejects.Entry e) {
    String from = e.rejected().getSource() == null ? "" : e.rejected().getSource();
    boolean asked = ids.contains(e.id()) || all;
    return (ids.isEmpty() || ids.contains(e.id()))
        && (reasons.isEmpty() || reasons.contains(e.rejected().getReason()))
        && from.startsWith(source)
        && (!e.sentAgain() || all)
        && (asked || !reasons.isEmpty() || !e.rejected().getReason().equals("skipped"));
  }

  private void sendAgain(Rejects rejects, List<Rejects.Entry> chosen) throws Exception {
    Path file = mended;
    if (file != null && chosen.size() != 1) {
      throw new CliException(
          ExitCode.USAGE, "one file for " + chosen.size() + " rejects", "--with", "give one ID");
    }
    byte[] bytes = file == null ? null : Files.readAllBytes(file);
    try {
      if (!chosen.isEmpty()) {
        rejects.sendAgain(chosen, bytes);
      }
    } catch (IOException e) {
      throw new CliException(
          ExitCode.BAD_INPUT,
          String.valueOf(e.getMessage()),
          "",
          "give the copy with --with FILE, or leave it out",
          e);
    }
    terminal.remark("sent again: " + chosen.size());
  }

  private void show(List<Rejects.Entry> chosen) {
    if (chosen.size() != 1) {
      throw new CliException(
          ExitCode.USAGE, chosen.size() + " rejects are chosen", "--original", "give one ID");
    }
    var rejected = chosen.get(0).rejected();
    var bytes = rejected.getOriginal();
    if (bytes == null) {
      String at = rejected.getTopic() + ", offset " + rejected.getOffset();
      throw new CliException(
          ExitCode.BAD_INPUT,
          "the original is not kept with the reject",
          rejected.getLies() == null ? at : rejected.getLies(),
          "look there");
    }
    byte[] copy = new byte[bytes.remaining()];
    bytes.duplicate().get(copy);
    if (terminal.outIsTerminal()) {
      String text = new String(copy, StandardCharsets.UTF_8);
      text.lines().forEach(l -> terminal.out().println(Terminals.clean(l)));
    } else {
      terminal.out().write(copy, 0, copy.length);
    }
  }

  private void list(List<Rejects.Entry> chosen) {
    if (shared.json()) {
      chosen.forEach(
          e -> terminal.out().println(ExportFiles.rejected(e.id(), e.sentAgain(), e.rejected())));
      return;
    }
    Table table =
        Table.of("id", "time", "reason", "source", "what is wrong", "")
            .right("id")
            .prose("source", "what is wrong");
    for (Rejects.Entry e : chosen) {
      String at = e.rejected().getPosition();
      table.row(
          e.id(),
          e.rejected().getTime().truncatedTo(ChronoUnit.SECONDS),
          Table.Cell.of(e.rejected().getReason(), Style.Tone.BAD),
          e.rejected().getSource() == null ? "" : e.rejected().getSource(),
          e.rejected().getDetail() + (at == null ? "" : " (" + at + ")"),
          e.sentAgain() ? "sent again" : "");
    }
    if (chosen.isEmpty()) {
      terminal.remark("nothing was rejected");
    } else {
      table.print(terminal);
    }
  }
}
