package news.slugline.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import news.slugline.runtime.Results;
import news.slugline.schema.ExportFiles;
import news.slugline.story.StoryState;
import news.slugline.story.StoryUpdate;
import news.slugline.topology.Topics;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sets the output of two runs side by side, before subscribers change from one to the other. */
@Command(
    name = "compare",
    description = {
      "Compare the output under --prefix (blue) with that under --with (green).",
      "",
      "Story by story: those that only one has, and those whose updates or states differ, with the"
          + " first revision that does. The engine's name does not count. Exit status 0 if nothing"
          + " differs, 1 if something does."
    })
final class CompareCommand implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private SharedOptions shared = new SharedOptions();

  @Option(
      names = "--with",
      required = true,
      paramLabel = "PREFIX",
      description = "The other run's prefix.")
  private String other = "";

  CompareCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * How one story differs.
   *
   * @param revision of the first update that differs; 0 if only the states do
   */
  record Difference(String storyId, String what, int revision) {}

  @Override
  public Integer call() throws Exception {
    List<Difference> differences;
    int stories;
    try (Cluster cluster = Cluster.existing(shared.settings())) {
      cluster.requireAnswer();
      Results blue = read(cluster, cluster.settings().prefix());
      Results green = read(cluster, other);
      differences = differences(blue, green);
      stories = byStory(blue.updates()).size();
    }
    if (shared.json()) {
      var json = new com.fasterxml.jackson.databind.ObjectMapper();
      for (Difference d : differences) {
        terminal.out().println(json.writeValueAsString(d));
      }
    } else if (!differences.isEmpty()) {
      Table table = Table.of("story", "what differs", "from revision").right("from revision");
      differences.forEach(
          d -> table.row(d.storyId(), d.what(), d.revision() == 0 ? "" : d.revision()));
      table.print(terminal);
    }
    terminal.out().flush();
    terminal.remark(differences.size() + " of " + stories + " stories differ");
    return (differences.isEmpty() ? ExitCode.OK : ExitCode.FAILED).status();
  }

  static List<Difference> differences(Results blue, Results green) {
    Map<String, List<StoryUpdate>> ours = byStory(blue.updates());
    Map<String, List<StoryUpdate>> theirs = byStory(green.updates());
    Map<String, StoryState> ourStates = states(blue);
    Map<String, StoryState> theirStates = states(green);
    TreeSet<String> all = new TreeSet<>(ours.keySet());
    all.addAll(theirs.keySet());
    List<Difference> out = new ArrayList<>();
    for (String story : all) {
      List<StoryUpdate> a = ours.get(story);
      List<StoryUpdate> b = theirs.get(story);
      if (a == null || b == null) {
        out.add(new Difference(story, a == null ? "only in the other" : "only in this one", 1));
        continue;
      }
      int revision = firstDifference(a, b);
      if (revision > 0) {
        out.add(new Difference(story, "updates", revision));
      } else if (!Objects.equals(
          line(ourStates.get(story), ExportFiles::story),
          line(theirStates.get(story), ExportFiles::story))) {
        out.add(new Difference(story, "state", 0));
      }
    }
    return out;
  }

  private static int firstDifference(List<StoryUpdate> a, List<StoryUpdate> b) {
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      if (!withoutEngine(a.get(i)).equals(withoutEngine(b.get(i)))) {
        return a.get(i).revision();
      }
    }
    return a.size() == b.size() ? 0 : Math.min(a.size(), b.size()) + 1;
  }

  private static String withoutEngine(StoryUpdate u) {
    var node = ExportFiles.updateNode(u);
    node.remove("engine");
    return node.toString();
  }

  private static <T> @Nullable String line(@Nullable T value, Function<T, String> writer) {
    return value == null ? null : writer.apply(value);
  }

  private static Map<String, List<StoryUpdate>> byStory(List<StoryUpdate> updates) {
    return updates.stream()
        .collect(
            Collectors.groupingBy(StoryUpdate::storyId, LinkedHashMap::new, Collectors.toList()));
  }

  private static Map<String, StoryState> states(Results results) {
    return results.stories().stream().collect(Collectors.toMap(StoryState::storyId, s -> s));
  }

  private static Results read(Cluster cluster, String prefix) {
    Topics topics = new Topics(prefix, cluster.settings().partitions(), -1);
    return Results.read(topics, cluster.serdes(), cluster.client());
  }
}
