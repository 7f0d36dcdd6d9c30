package news.slugline.cli;

import java.time.Clock;
import java.util.UUID;
import news.slugline.runtime.Publisher;
import news.slugline.wire.LogEntry;
import news.slugline.wire.LogEntry.CommandType;
import picocli.CommandLine.Option;

/** What the commands of editors share: who orders, and the record that is sent. */
final class Order {
  @Option(
      names = "--editor",
      paramLabel = "NAME",
      description = "Who orders it. Default: the name of the user of this machine.")
  private String editor = System.getProperty("user.name", "unknown");

  @Option(
      names = "--id",
      paramLabel = "ID",
      description =
          "Id of the order; one that was sent before is dropped, so a script may send it again."
              + " Default: a new one.")
  private String id = "";

  /** Sends the order and waits until the broker has it. */
  void send(Cluster cluster, CommandType type, String story, String target) {
    LogEntry.Command command =
        new LogEntry.Command(
            id.isEmpty() ? UUID.randomUUID().toString() : id,
            type,
            story,
            target,
            null,
            editor,
            Clock.systemUTC().instant());
    try (Publisher publisher =
        new Publisher(cluster.topics(), cluster.serdes(), cluster.client())) {
      publisher.order(command, "slugline");
      publisher.flush();
    }
  }

  /** Refuses the id of a story that nobody knows. */
  static void require(Cluster cluster, String story) {
    if (!StoriesCommand.read(cluster).containsKey(story)) {
      throw new CliException(
          ExitCode.BAD_INPUT, "no such story", story, "`slugline stories` lists them");
    }
  }
}
