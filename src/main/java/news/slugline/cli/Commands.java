package news.slugline.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;

/**
 * The commands, in the order of the help. A command's class is loaded only when its name is among
 * the arguments, so {@code --help} does not wait for Kafka's classes.
 */
final class Commands {
  /**
   * @param summary one line for the list of commands; the class's own help says more
   * @param open makes the command; it returns an {@link ExitCode} number from {@code call}
   */
  record Entry(String name, String summary, Function<Terminal, Callable<Integer>> open) {}

  private Commands() {}

  static List<Entry> all() {
    return List.of(
        new Entry(
            "replay",
            "Send articles through the whole stream and show the stories.",
            ReplayCommand::new),
        new Entry("run", "Run the processor until it is told to stop.", RunCommand::new),
        new Entry(
            "ingest", "Take articles in from folders, feeds, HTTP, stdin.", IngestCommand::new),
        new Entry("sources", "Show where each source of articles stands.", SourcesCommand::new),
        new Entry(
            "rejected", "List what was rejected; send it again after a fix.", RejectedCommand::new),
        new Entry("promote", "Let a finished backfill take the live place.", PromoteCommand::new),
        new Entry("serve", "Serve the board, the API, streams and webhooks.", ServeCommand::new),
        new Entry("watch", "Follow story updates as they come.", WatchCommand::new),
        new Entry("stories", "List the stories.", StoriesCommand::new),
        new Entry("story", "Show one story.", StoryCommand::new),
        new Entry("merge", "Order that two stories are one.", MergeCommand::new),
        new Entry("split", "Order that an article leaves its story.", SplitCommand::new),
        new Entry("diff", "Show what changed between two revisions of a story.", DiffCommand::new),
        new Entry("topics", "Create the topics and register the schemas.", TopicsCommand::new),
        new Entry("topology", "Describe the stream topology.", TopologyCommand::new),
        new Entry("parse", "Read wire files and say what they hold.", ParseCommand::new),
        new Entry("extract", "Show an article with its claims marked.", ExtractCommand::new),
        new Entry("relate", "Say of pairs of texts whether they agree.", RelateCommand::new),
        new Entry(
            "doctor", "Check broker, registry, topics, schemas and rights.", DoctorCommand::new),
        new Entry("reset", "Delete what can be made anew, to process again.", ResetCommand::new),
        new Entry("compare", "Compare the output of two runs side by side.", CompareCommand::new),
        new Entry("export", "Write a story's articles to a file.", ExportCommand::new),
        new Entry(
            "settings",
            "Show every setting in force and where it comes from.",
            SettingsCommand::new));
  }
}
