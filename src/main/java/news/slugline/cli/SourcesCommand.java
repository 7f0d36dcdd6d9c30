package news.slugline.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import news.slugline.avro.SourceRecord;
import news.slugline.ingest.SourceList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows where each source stands. */
@Command(
    name = "sources",
    description = {
      "Show where each source of articles stands, as it last said.",
      "",
      "A source that should run and has said nothing for two minutes is shown as silent: its"
          + " process has ended or cannot reach Kafka."
    })
final class SourcesCommand implements Callable<Integer> {
  private static final Duration SILENT = Duration.ofMinutes(2);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Terminal terminal;
  @Mixin private SharedOptions shared = new SharedOptions();

  SourcesCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    try (Cluster cluster = Cluster.existing(shared.settings())) {
      cluster.requireAnswer();
      List<SourceRecord> sources = SourceList.read(cluster.target());
      Instant now = Instant.now();
      if (shared.json()) {
        for (SourceRecord s : sources) {
          terminal.out().println(JSON.writeValueAsString(node(s, now)));
        }
      } else {
        Table table =
            Table.of("source", "type", "state", "heard", "articles", "refused", "why")
                .right("articles", "refused")
                .prose("why");
        sources.forEach(
            s ->
                table.row(
                    s.getSource(),
                    s.getType(),
                    Table.Cell.of(state(s, now), tone(state(s, now))),
                    ago(Duration.between(s.getTime(), now)),
                    s.getPublished(),
                    s.getRefused(),
                    s.getDetail() == null ? "" : s.getDetail()));
        table.print(terminal);
      }
      terminal.out().flush();
    }
    return ExitCode.OK.status();
  }

  private static ObjectNode node(SourceRecord s, Instant now) {
    ObjectNode o = JSON.createObjectNode();
    o.put("source", s.getSource());
    o.put("type", s.getType());
    o.put("state", state(s, now));
    o.put("heard", s.getTime().toString());
    o.put("articles", s.getPublished());
    o.put("refused", s.getRefused());
    o.put("why", s.getDetail());
    return o;
  }

  private static String state(SourceRecord s, Instant now) {
    boolean silent =
        !s.getState().equals("stopped") && Duration.between(s.getTime(), now).compareTo(SILENT) > 0;
    return silent && !s.getType().equals("job") ? "silent" : s.getState();
  }

  private static Style.Tone tone(String state) {
    return switch (state) {
      case "running" -> Style.Tone.GOOD;
      case "failing", "silent" -> Style.Tone.BAD;
      default -> Style.Tone.FAINT;
    };
  }

  private static String ago(Duration age) {
    long s = Math.max(0, age.toSeconds());
    return s < 120
        ? s + " s ago"
        : s < 7200
            ? s / 60 + " min ago"
            : s < 172_800 ? s / 3600 + " h ago" : s / 86_400 + " d ago";
  }
}
