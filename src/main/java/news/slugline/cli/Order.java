package news.slugline.cli;

import java.time.Clock;
import java.util.UUID;
import news.slugline.runtime.Publisher;
import news.slugline.story.StoryState;
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
  static StoryState require(Cluster cluster, String story) {
    StoryState state = StoriesCommand.read(cluster).get(story);
    if (state == null) {
      throw new CliException(
          ExitCode.BAD_INPUT, "no such story", story, "`slugline stories` lists them");
    }
    return state;
  }

  /** Refuses an article that the story does not have, as far as its state lists them. */
  static void requireArticle(StoryState story, String article) {
    boolean allListed = story.articles().size() >= story.counts().articles();
    if (allListed && story.articles().stream().noneMatch(a -> a.uri().equals(article))) {
      throw new CliException(
          ExitCode.BAD_INPUT,
          "no such article in " + story.storyId(),
          article,
          "`slugline story " + story.storyId() + "` lists them");
    }
  }
}
