package news.slugline.story;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** The facts of one story that an input touches, to be made anew when all its changes are in. */
final class Touched {
  /** Leaders whose facts are to be made anew, with the ids of the facts that claims came from. */
  private final Map<String, Set<String>> leaders = new TreeMap<>();

  /** Ids of facts that lost claims. */
  private final Set<String> oldFacts = new TreeSet<>();

  /** Claims that are filed otherwise than when their fact was made. */
  private final Set<String> moved = new HashSet<>();

  /** The buckets that they came into or left, by leader. */
  private final Map<String, Set<String>> changed = new HashMap<>();

  /** Leaders whose facts may begin or cease to be, though no claim came or went. */
  private final Set<String> retold = new HashSet<>();

  /** Makes the fact of a leader anew, to which a claim may have come from another fact. */
  void touch(String leader, String cameFrom) {
    leaders.computeIfAbsent(leader, l -> new TreeSet<>()).add(cameFrom);
  }

  void touch(String leader) {
    touch(leader, "");
  }

  /** Makes the fact of a leader anew, of its claims. */
  void remake(String leader) {
    touch(leader);
    retold.add(leader);
  }

  /** The fact had claims that it has no longer. */
  void lost(String fact) {
    if (!fact.isEmpty()) {
      oldFacts.add(fact);
    }
  }

  void moved(NodeRow n) {
    moved.add(n.id());
  }

  /** A claim comes into a bucket of a leader or leaves it. */
  void changed(NodeRow.Filing f) {
    changed.computeIfAbsent(f.leader(), l -> new HashSet<>()).add(f.bucket());
    touch(f.leader());
  }

  /** Visits the leaders, in order, with the ids of the facts that claims came from. */
  void forEach(BiConsumer<String, Set<String>> leader) {
    leaders.forEach(leader);
  }

  Set<String> oldFacts() {
    return oldFacts;
  }

  Set<String> moved() {
    return moved;
  }

  Set<String> changed(String leader) {
    return changed.getOrDefault(leader, Set.of());
  }

  boolean isRetold(String leader) {
    return retold.contains(leader);
  }

  void clear() {
    leaders.clear();
    oldFacts.clear();
    moved.clear();
    changed.clear();
    retold.clear();
  }
}
