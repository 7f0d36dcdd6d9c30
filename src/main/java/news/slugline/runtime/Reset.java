package news.slugline.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import news.slugline.topology.SluglineTopology;
import news.slugline.topology.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/**
 * Takes an application back to its input: everything made from {@code articles.raw} and {@code
 * commands} goes, those two stay. The next run makes it anew.
 */
public final class Reset {
  private static final long GONE_MS = 60_000;

  private final Admin admin;
  private final Topics topics;
  private final String applicationId;
  private final Path state;

  /**
   * @param stateDir the state stores' folder of this machine
   */
  public Reset(Admin admin, Topics topics, String applicationId, Path stateDir) {
    this.admin = admin;
    this.topics = topics;
    this.applicationId = applicationId;
    this.state = stateDir.resolve(applicationId);
  }

  /** Sorts of things that go. */
  public enum Kind {
    TOPIC,
    GROUP,
    FOLDER
  }

  /**
   * One thing that goes.
   *
   * @param records in a topic, as its offsets count them; 0 elsewhere
   */
  public record Item(Kind kind, String name, long records) {}

  /** What {@link #execute} would delete now. */
  public List<Item> plan() {
    List<Item> items = new ArrayList<>();
    Map<String, TopicDescription> present = present();
    present.forEach((name, d) -> items.add(new Item(Kind.TOPIC, name, records(d))));
    groups().keySet().forEach(group -> items.add(new Item(Kind.GROUP, group, 0)));
    if (Files.isDirectory(state)) {
      items.add(new Item(Kind.FOLDER, state.toString(), 0));
    }
    items.sort(Comparator.comparing(Item::kind).thenComparing(Item::name));
    return List.copyOf(items);
  }

  /** The groups that somebody still works in; nothing may be deleted under them. */
  public List<String> running() {
    return groups().entrySet().stream()
        .filter(e -> e.getValue() != GroupState.EMPTY && e.getValue() != GroupState.DEAD)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /**
   * Deletes what {@link #plan} listed and waits until the topics are gone.
   *
   * @throws AdminException if the broker refuses; what is left can be deleted by another call
   */
  public void execute(List<Item> items) throws IOException {
    List<String> gone = items.stream().filter(i -> i.kind() == Kind.TOPIC).map(Item::name).toList();
    AdminCalls.await(admin.deleteTopics(gone).all(), "delete topics");
    for (Item item : items) {
      if (item.kind() == Kind.GROUP) {
        deleteGroup(item.name());
      }
    }
    if (items.stream().anyMatch(i -> i.kind() == Kind.FOLDER)) {
      try (Stream<Path> walk = Files.walk(state)) {
        for (Path p : walk.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(p);
        }
      }
    }
    awaitGone();
  }

  private void deleteGroup(String group) {
    try {
      AdminCalls.await(admin.deleteConsumerGroups(List.of(group)).all(), "delete group " + group);
    } catch (AdminException e) {
      if (!(e.getCause() instanceof GroupIdNotFoundException)) {
        throw e;
      }
    }
  }

  private void awaitGone() {
    long start = System.nanoTime();
    while (!present().isEmpty() && (System.nanoTime() - start) / 1_000_000 < GONE_MS) {
      try {
        Thread.sleep(200);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private Map<String, TopicDescription> present() {
    Set<String> names = new TreeSet<>();
    topics.all().forEach(t -> names.add(t.name()));
    names.remove(topics.raw());
    names.remove(topics.commands());
    // what the sources have taken stays taken, and what is live stays live
    names.remove(topics.sources());
    names.remove(topics.promotions());
    // by exact name: another application's may begin like this one's
    SluglineTopology.STORES.forEach(s -> names.add(applicationId + "-" + s + "-changelog"));
    return AdminCalls.describe(admin, names);
  }

  private long records(TopicDescription d) {
    Map<TopicPartition, OffsetSpec> first = new HashMap<>();
    Map<TopicPartition, OffsetSpec> last = new HashMap<>();
    d.partitions()
        .forEach(
            p -> {
              TopicPartition tp = new TopicPartition(d.name(), p.partition());
              first.put(tp, OffsetSpec.earliest());
              last.put(tp, OffsetSpec.latest());
            });
    return sum(last, d.name()) - sum(first, d.name());
  }

  private long sum(Map<TopicPartition, OffsetSpec> at, String topic) {
    return AdminCalls.await(admin.listOffsets(at).all(), "read the offsets of " + topic)
        .values()
        .stream()
        .mapToLong(o -> o.offset())
        .sum();
  }

  private Map<String, GroupState> groups() {
    Map<String, GroupState> own = new HashMap<>();
    for (GroupListing g : AdminCalls.await(admin.listGroups().all(), "list the groups")) {
      if (g.groupId().equals(applicationId) || g.groupId().equals(applicationId + "-meter")) {
        own.put(g.groupId(), g.groupState().orElse(GroupState.UNKNOWN));
      }
    }
    return own;
  }
}
