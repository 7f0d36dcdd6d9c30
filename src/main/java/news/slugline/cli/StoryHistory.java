package news.slugline.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import news.slugline.avro.StoryRecord;
import news.slugline.claim.ClaimExtractor;
import news.slugline.rows.InMemoryRows;
import news.slugline.runtime.TopicReader;
import news.slugline.schema.Outputs;
import news.slugline.schema.StoryRecords;
import news.slugline.story.Explanation;
import news.slugline.story.Ledger;
import news.slugline.story.StoryUpdate;
import news.slugline.story.Withdrawn;
import org.jspecify.annotations.Nullable;

/** The past of the stories whose ids begin so, as the topics hold it. */
final class StoryHistory {
  private final Cluster cluster;
  private final List<StoryUpdate> updates = new ArrayList<>();
  private final Withdrawn.Reader uses = new Withdrawn.Reader();

  private StoryHistory(Cluster cluster) {
    this.cluster = cluster;
  }

  /** Keeps of all other stories only which of their articles may not be shown. */
  static StoryHistory read(Cluster cluster, String id) {
    StoryHistory h = new StoryHistory(cluster);
    try (TopicReader<news.slugline.avro.StoryUpdate> reader =
        new TopicReader<>(
            cluster.client(),
            cluster.topics().updates(),
            cluster.serdes().update().deserializer())) {
      reader.toEnd(r -> h.see(Outputs.fromAvro(r.value()), id));
    }
    return h;
  }

  private void see(StoryUpdate u, String id) {
    uses.see(u);
    if (u.storyId().startsWith(id)) {
      updates.add(u);
    }
  }

  /** What may be shown of none of them. */
  Withdrawn withdrawn() {
    return uses.withdrawn();
  }

  /**
   * The one story whose id is or begins with this.
   *
   * @throws CliException if there is none or more than one
   */
  String story(String id) {
    TreeSet<String> found = new TreeSet<>();
    updates.stream().map(StoryUpdate::storyId).filter(s -> s.startsWith(id)).forEach(found::add);
    return one(id, found);
  }

  static String one(String id, TreeSet<String> found) {
    if (found.contains(id) || found.size() == 1) {
      return found.contains(id) ? id : found.first();
    }
    throw new CliException(
        ExitCode.BAD_INPUT,
        found.isEmpty() ? "no such story" : found.size() + " stories begin so",
        id,
        found.isEmpty()
            ? "`slugline stories` lists them"
            : "give more of it; `slugline stories` lists them");
  }

  /** The updates of a story from its first. */
  List<StoryUpdate> of(String story) {
    return updates.stream()
        .filter(u -> u.storyId().equals(story))
        .sorted(Comparator.comparingInt(StoryUpdate::revision))
        .toList();
  }

  /** Why a fact's claims stand together, found by keeping the story's ledger again. */
  @Nullable Explanation explain(String story, String fact) {
    Ledger ledger = new Ledger(ClaimExtractor.standard(), "explain");
    InMemoryRows rows = new InMemoryRows();
    try (TopicReader<StoryRecord> reader =
        new TopicReader<>(
            cluster.client(),
            cluster.topics().byStory(),
            cluster.serdes().byStory().deserializer())) {
      reader.toEnd(
          r -> {
            if (r.value().getStoryId().equals(story)
                && !(r.value().getEntry() instanceof news.slugline.avro.Tick)) {
              ledger.apply(story, StoryRecords.input(r.value()), rows, out -> {});
            }
          });
    }
    return ledger.explain(story, fact, rows);
  }
}
