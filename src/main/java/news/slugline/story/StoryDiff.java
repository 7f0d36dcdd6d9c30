package news.slugline.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What changed in a story between two of its states, in the words of an update. */
public final class StoryDiff {
  private StoryDiff() {}

  /** The changes that lead from one state to the other, the most urgent first. */
  public static List<Change> between(StoryState before, StoryState after) {
    List<Change> out = new ArrayList<>();
    if (before.state() != after.state()) {
      out.add(
          new Change(
              ChangeReason.STATE_CHANGED,
              null,
              null,
              word(before.state()),
              word(after.state()),
              null,
              List.of()));
    }
    out.addAll(Changes.of(pairs(before.facts(), after.facts()), false));
    return List.copyOf(out);
  }

  /** Facts are the same by id, else by a piece of evidence that stands in both. */
  private static List<FactChange> pairs(List<Fact> before, List<Fact> after) {
    Map<String, Fact> byId = new HashMap<>();
    Map<String, Fact> byEvidence = new HashMap<>();
    for (Fact f : before) {
      byId.put(f.factId(), f);
      places(f).forEach(p -> byEvidence.putIfAbsent(p, f));
    }
    Set<String> now = new TreeSet<>();
    after.forEach(f -> now.add(f.factId()));
    Set<String> used = new TreeSet<>();
    List<FactChange> out = new ArrayList<>();
    for (Fact f : after) {
      Fact was = byId.get(f.factId());
      for (String p : places(f)) {
        Fact other = was == null ? byEvidence.get(p) : null;
        if (other != null && !now.contains(other.factId()) && !used.contains(other.factId())) {
          was = other;
        }
      }
      if (was != null) {
        used.add(was.factId());
      }
      out.add(new FactChange(was, f));
    }
    for (Fact f : before) {
      if (!used.contains(f.factId())) {
        out.add(new FactChange(f, null));
      }
    }
    return out;
  }

  private static List<String> places(Fact f) {
    List<String> out = new ArrayList<>();
    for (Position p : f.positions()) {
      p.evidence().forEach(e -> out.add(e.article() + "\n" + e.start() + "-" + e.end()));
    }
    return out;
  }

  private static String word(Enum<?> e) {
    return e.name().toLowerCase(Locale.ROOT);
  }
}
