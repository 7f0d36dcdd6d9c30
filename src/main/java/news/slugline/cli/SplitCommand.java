package news.slugline.cli;

import java.util.concurrent.Callable;
import news.slugline.wire.LogEntry.CommandType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Orders that an article leaves its story. */
@Command(
    name = "split",
    description = {
      "Order that an article leaves its story and opens one of its own. The two stories are never"
          + " merged again by likeness.",
      "",
      "The order becomes a record of the log, so a replay follows it. Texts older than seven days"
          + " cannot be split off any more."
    })
final class SplitCommand implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private SharedOptions shared = new SharedOptions();
  @Mixin private Order order = new Order();

  @Parameters(index = "0", paramLabel = "STORY", description = "The story, by id.")
  private String story = "";

  @Parameters(index = "1", paramLabel = "ARTICLE", description = "The uri of the article.")
  private String article = "";

  SplitCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    try (Cluster cluster = Cluster.existing(shared.settings())) {
      Order.requireArticle(Order.require(cluster, story), article);
      order.send(cluster, CommandType.SPLIT, story, article);
    }
    terminal.remark("ordered: " + article + " leaves " + story);
    return ExitCode.OK.status();
  }
}
