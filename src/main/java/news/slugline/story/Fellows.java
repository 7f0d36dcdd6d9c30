package news.slugline.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import news.slugline.rows.RowKey;
import news.slugline.rows.Rows;
import news.slugline.rows.Table;
import news.slugline.story.Tables.Mark;
import org.jspecify.annotations.Nullable;

/**
 * What sentences tell that follow a leader, by their keys. A sentence is often told again by one
 * that follows a leader, and not by the leader itself: then it stands beside that leader's fact. It
 * looks at the first few followers of each of its keys, so what it finds is a function of the set
 * of claims; where one of those changes, only the sentences that tell what it tells look again.
 */
final class Fellows {
  /** A claim looks at so many followers of a key. */
  private static final int MOST = 24;

  /** It stands beside the facts of so many of them. */
  private static final int BESIDE = 2;

  private static final Mark MARK = new Mark("");

  private final String story;
  private final Rows rows;
  private final Joiner joiner;
  private final Function<String, @Nullable NodeRow> nodes;

  Fellows(String story, Rows rows, Joiner joiner, Function<String, @Nullable NodeRow> nodes) {
    this.story = story;
    this.rows = rows;
    this.joiner = joiner;
    this.nodes = nodes;
  }

  /** Leaders of the followers that tell best what the claim tells, but for those known already. */
  List<NodeRow> leaders(NodeRow n, List<NodeRow> known) {
    Map<Place, String> found = new TreeMap<>();
    n.keys().forEach(k -> found.putAll(first(k, MOST)));
    TreeMap<Double, List<NodeRow>> best = new TreeMap<>(Comparator.reverseOrder());
    for (String id : found.values()) {
      NodeRow m = id.equals(n.id()) ? null : nodes.apply(id);
      double surely = m == null ? 0 : joiner.strength(m, n);
      if (m != null && joiner.standsBesideFellow(m, n, surely)) {
        best.computeIfAbsent(surely, s -> new ArrayList<>()).add(m);
      }
    }
    Map<String, NodeRow> out = new LinkedHashMap<>();
    for (NodeRow m : best.values().stream().flatMap(List::stream).toList()) {
      NodeRow z = nodes.apply(m.lead());
      boolean other = z != null && known.stream().noneMatch(k -> k.id().equals(m.lead()));
      if (z != null && other && out.size() < BESIDE) {
        out.put(z.id(), z);
      }
    }
    return List.copyOf(out.values());
  }

  /**
   * A claim begins or ceases to follow, or follows another leader.
   *
   * @param again sees the claims that are to look again
   */
  void change(NodeRow n, Place at, boolean follows, Consumer<NodeRow> again) {
    for (String k : n.keys()) {
      List<Map.Entry<Place, String>> before = List.copyOf(first(k, MOST + 1).entrySet());
      boolean followed = before.stream().anyMatch(e -> e.getKey().equals(at));
      int rank = (int) before.stream().filter(e -> e.getKey().compareTo(at) < 0).count();
      if (follows) {
        rows.put(Tables.FOLLOWS, key(k, at), MARK);
      } else {
        rows.delete(Tables.FOLLOWS, key(k, at));
      }
      if (rank >= MOST) {
        continue;
      }
      tellers(k, n, again);
      // who stood last among those looked at goes, or who stood behind them comes in
      int edge = follows ? MOST - 1 : MOST;
      if (followed != follows && before.size() > edge) {
        NodeRow moved = nodes.apply(before.get(edge).getValue());
        if (moved != null) {
          tellers(k, moved, again);
        }
      }
    }
  }

  /** The claims of a key that tell what this one tells. */
  private void tellers(String k, NodeRow m, Consumer<NodeRow> again) {
    List<String> ids = new ArrayList<>();
    for (Table<Mark> table : List.of(Tables.LEADS, Tables.FOLLOWS)) {
      rows.scan(table, RowKey.of(story, k), (key, mark) -> ids.add(key.part(6)));
    }
    for (String id : ids) {
      NodeRow n = id.equals(m.id()) ? null : nodes.apply(id);
      if (n != null && joiner.standsBesideFellow(m, n, joiner.strength(m, n))) {
        again.accept(n);
      }
    }
  }

  private Map<Place, String> first(String k, int most) {
    Map<Place, String> out = new LinkedHashMap<>();
    rows.scan(
        Tables.FOLLOWS,
        RowKey.of(story, k),
        (key, m) -> {
          out.put(Place.ranked(key, 2), key.part(6));
          return out.size() < most;
        });
    return out;
  }

  private RowKey key(String k, Place at) {
    return new RowKey(Stream.concat(Stream.of(story, k), at.parts().stream()).toList());
  }
}
