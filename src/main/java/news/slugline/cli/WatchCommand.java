package news.slugline.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import news.slugline.runtime.TopicReader;
import news.slugline.schema.ExportFiles;
import news.slugline.schema.Outputs;
import news.slugline.story.Change;
import news.slugline.story.StoryUpdate;
import news.slugline.web.Interest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Follows the updates as they come. */
@Command(name = "watch", description = "Follow story updates as they come; Ctrl-C ends it.")
final class WatchCommand implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private SharedOptions shared = new SharedOptions();

  @Option(
      names = "--story",
      paramLabel = "STORY",
      description = "Only this story, by its whole id.")
  private String story = "";

  @Option(names = "--state", paramLabel = "STATE", description = "Only stories in this state.")
  private String state = "";

  @Option(
      names = "--reason",
      paramLabel = "REASON",
      split = ",",
      description = "Only updates with one of these reasons, such as CONFLICT_OPENED,RETRACTED.")
  private List<String> reasons = List.of();

  @Option(
      names = "--person",
      paramLabel = "NAME",
      description = "Only stories that name this person, by all the words given.")
  private List<String> people = List.of();

  @Option(
      names = "--min-origins",
      paramLabel = "N",
      description = "Only stories with at least so many independent origins.")
  private int minOrigins;

  @Option(names = "--from-beginning", description = "Also those that are there already.")
  private boolean fromBeginning;

  @Option(names = "--once", description = "End when all that is there is shown.")
  private boolean once;

  private Interest interest = Interest.ALL;
  private int shown;

  WatchCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    interest = interest();
    try (Cluster cluster = Cluster.existing(shared.settings());
        TopicReader<news.slugline.avro.StoryUpdate> reader =
            new TopicReader<>(
                cluster.client(),
                cluster.topics().updates(),
                cluster.serdes().update().deserializer())) {
      boolean all = fromBeginning || once;
      reader.toEnd(
          r -> {
            if (all) {
              show(Outputs.fromAvro(r.value()));
            }
          });
      terminal.out().flush();
      if (once && shown == 0) {
        terminal.remark("no update is of these; `slugline stories` lists the stories");
      }
      while (!once && terminal.isRead()) {
        reader.poll().forEach(r -> show(Outputs.fromAvro(r.value())));
        terminal.out().flush();
      }
    }
    return ExitCode.OK.status();
  }

  private Interest interest() {
    try {
      return Interest.of(reasons, List.of(story), List.of(state), people, minOrigins);
    } catch (IllegalArgumentException e) {
      throw new CliException(
          ExitCode.USAGE, String.valueOf(e.getMessage()), "", "see `slugline watch --help`", e);
    }
  }

  private void show(StoryUpdate u) {
    if (!interest.wants(u)) {
      return;
    }
    shown++;
    List<Change> changes =
        u.changes().stream()
            .filter(c -> interest.reasons().isEmpty() || interest.reasons().contains(c.reason()))
            .toList();
    if (shared.json()) {
      terminal.out().println(ExportFiles.update(u));
      return;
    }
    Style style = terminal.style();
    terminal
        .out()
        .println(
            u.cause().time()
                + "  "
                + style.paint(Style.Tone.NAME, u.storyId())
                + " #"
                + u.revision()
                + "  "
                + ExportFiles.word(u.state())
                + "  "
                + style.strong(Terminals.clean(u.headline())));
    for (Change c : changes) {
      String reason = c.reason().name();
      List<String> lines = lines("    " + reason + " " + Terminals.clean(text(c)));
      terminal
          .out()
          .println(
              "    " + style.paint(tone(c), reason) + lines.get(0).substring(4 + reason.length()));
      lines.stream().skip(1).forEach(l -> terminal.out().println(l));
    }
  }

  /** Broken at words on a terminal; in a file one line, which is easier to search. */
  private List<String> lines(String text) {
    if (!terminal.outIsTerminal()) {
      return List.of(text);
    }
    List<String> wrapped = TextWidth.wrap(text.strip(), Math.max(20, terminal.width() - 6));
    List<String> lines = new ArrayList<>();
    for (String l : wrapped) {
      lines.add((lines.isEmpty() ? "    " : "      ") + l);
    }
    return lines;
  }

  private static String text(Change c) {
    StringBuilder b = new StringBuilder();
    if (c.gist() != null) {
      b.append(c.gist());
    }
    if (c.before() != null || c.after() != null) {
      b.append(b.isEmpty() ? "" : ": ");
      b.append(c.before() == null ? "" : c.before() + " → ")
          .append(c.after() == null ? "—" : c.after());
    }
    return b.toString();
  }

  private static Style.Tone tone(Change c) {
    return switch (c.reason()) {
      case CONFLICT_OPENED, RETRACTED, DENIED, NOT_FULFILLED -> Style.Tone.BAD;
      case CORRECTED, SUPERSEDED, ORIGIN_LOST -> Style.Tone.DOUBTFUL;
      case NEW_ORIGIN, CONFLICT_RESOLVED, FULFILLED -> Style.Tone.GOOD;
      default -> Style.Tone.FAINT;
    };
  }
}
