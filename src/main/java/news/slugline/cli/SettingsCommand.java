package news.slugline.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import news.slugline.cli.Style.Tone;
import news.slugline.config.Setting;
import news.slugline.config.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows the settings that a command with the same options would use; secrets masked. */
@Command(
    name = "settings",
    description = {
      "Show every setting in force and where it comes from.",
      "",
      "A flag beats an environment variable (SLUGLINE_TICK_INTERVAL), which beats the file of"
          + " --config, which beats the default. Settings of Kafka's clients go through, plain or"
          + " with `kafka.` before them; `registry.` marks those of the registry client."
    })
final class SettingsCommand implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private SharedOptions shared = new SharedOptions();

  SettingsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    List<Settings.Entry> entries = shared.settings().effective();
    if (shared.json()) {
      ObjectMapper json = new ObjectMapper();
      for (Settings.Entry entry : entries) {
        terminal.out().println(json.writeValueAsString(entry));
      }
      return ExitCode.OK.status();
    }
    Map<String, String> descriptions = new TreeMap<>();
    Setting.all().forEach(s -> descriptions.put(s.name(), s.description()));
    Table table = Table.of("setting", "value", "from", "what it is").prose("value", "what it is");
    for (Settings.Entry e : entries) {
      Tone tone = e.source().equals("default") ? Tone.FAINT : Tone.NAME;
      table.row(
          e.key(),
          e.value(),
          Table.Cell.of(e.source(), tone),
          descriptions.getOrDefault(e.key(), "passed on"));
    }
    table.print(terminal);
    return ExitCode.OK.status();
  }
}
