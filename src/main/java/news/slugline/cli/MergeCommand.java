package news.slugline.cli;

import java.util.concurrent.Callable;
import news.slugline.wire.LogEntry.CommandType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Orders that two stories are one. */
@Command(
    name = "merge",
    description = {
      "Order that two stories are one. STORY goes on, OTHER ends in it with all that it knows.",
      "",
      "The order becomes a record of the log: a replay follows it, and it is not undone by a replay."
    })
final class MergeCommand implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private SharedOptions shared = new SharedOptions();
  @Mixin private Order order = new Order();

  @Parameters(index = "0", paramLabel = "STORY", description = "The story that goes on, by id.")
  private String story = "";

  @Parameters(index = "1", paramLabel = "OTHER", description = "The story to take in, by id.")
  private String other = "";

  MergeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    if (story.equals(other)) {
      throw new CliException(ExitCode.USAGE, "one story named twice", story, "name two");
    }
    try (Cluster cluster = Cluster.existing(shared.settings())) {
      Order.require(cluster, story);
      Order.require(cluster, other);
      order.send(cluster, CommandType.MERGE, story, other);
    }
    terminal.remark("ordered: " + other + " goes into " + story);
    return ExitCode.OK.status();
  }
}
