package news.slugline.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.concurrent.Callable;
import news.slugline.avro.LogRecord;
import news.slugline.avro.Tick;
import news.slugline.runtime.Drain;
import news.slugline.runtime.Promotions;
import news.slugline.runtime.TopicReader;
import news.slugline.topology.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lets a finished backfill take the place of the live stream. */
@Command(
    name = "promote",
    description = {
      "Let a finished backfill (`slugline replay --as NAME`) take the place of the live stream.",
      "",
      "From then on `slugline run` goes on with the backfill: the same live articles and commands go"
          + " in, from the time where the backfill ends; what comes out is under its prefix. All"
          + " commands follow. Senders change nothing; who reads the topics directly changes the"
          + " prefix. Restart `slugline run` afterwards. --back undoes it."
    })
final class PromoteCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** What was late by less than a day may be missing in the backfill; repeats are dropped. */
  private static final Duration MARGIN = Duration.ofDays(1);

  private final Terminal terminal;
  @Mixin private SharedOptions shared = new SharedOptions();

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "Of the backfill.")
  private @Nullable String name;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description =
          "Go on with live articles that came in from this time on, such as 2026-03-01T00:00:00Z"
              + " (default: a day before the end of the backfill).")
  private @Nullable String since;

  @Option(names = "--back", description = "Let the stream that was live before be live again.")
  private boolean back;

  PromoteCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    if (back == (name != null)) {
      throw new CliException(
          ExitCode.USAGE, "which backfill?", "", "give the NAME of one, or --back, not both");
    }
    try (Cluster cluster = Cluster.existing(shared.settings())) {
      cluster.requireAnswer();
      Topics live = cluster.ownTopics();
      Promotions promotions = new Promotions(live, cluster.serdes(), cluster.client());
      if (name == null) {
        promotions.takeBack();
        terminal.remark("live again: " + live.log() + "; restart `slugline run`");
        return ExitCode.OK.status();
      }
      Backfill backfill = Backfill.of(cluster.settings(), name);
      Topics topics = backfill.topics(cluster);
      check(cluster, backfill, topics);
      Instant from = from(cluster, topics);
      promotions.takeOver(backfill.prefix(), backfill.applicationId(), from);
      terminal.remark(
          "live is now "
              + backfill.prefix()
              + "*, with what came in since "
              + from
              + "; restart `slugline run`");
    }
    return ExitCode.OK.status();
  }

  private static void check(Cluster cluster, Backfill backfill, Topics topics) throws Exception {
    try (Admin admin = Admin.create(cluster.client())) {
      if (!admin.listTopics().names().get().contains(topics.log())) {
        throw new CliException(
            ExitCode.BAD_INPUT,
            "no such backfill",
            topics.log(),
            "make it with `slugline replay --as NAME`");
      }
      boolean running =
          admin
              .describeConsumerGroups(List.of(backfill.applicationId()))
              .all()
              .get()
              .values()
              .stream()
              .anyMatch(g -> !g.members().isEmpty());
      boolean done =
          !running
              && new Drain(topics, cluster.serdes(), cluster.client(), backfill.applicationId())
                  .await(backfill.applicationId(), PATIENCE, () -> null, placed -> {});
      if (!done) {
        throw new CliException(
            ExitCode.FAILED,
            running ? "the backfill still runs" : "the backfill has not come to its end",
            backfill.applicationId(),
            running ? "wait for it" : "let it go on with the same `slugline replay --as` command");
      }
    }
  }

  private Instant from(Cluster cluster, Topics topics) {
    if (since != null) {
      try {
        return Instant.parse(since);
      } catch (DateTimeParseException e) {
        throw new CliException(
            ExitCode.USAGE, "not a time", "--since " + since, "write 2026-03-01T00:00:00Z", e);
      }
    }
    Instant[] end = {Instant.EPOCH.plus(MARGIN)};
    try (TopicReader<LogRecord> log =
        new TopicReader<>(cluster.client(), topics.log(), cluster.serdes().log().deserializer())) {
      log.toEnd(
          r -> {
            if (r.value().getEntry() instanceof Tick t) {
              end[0] = t.getTime();
            }
          });
    }
    return end[0].minus(MARGIN);
  }
}
