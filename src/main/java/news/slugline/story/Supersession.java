package news.slugline.story;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import news.slugline.claim.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Decides which positions a later one replaces: a plan that met its outcome, a state that moves one
 * way, a text that says it changed, an origin that revised its own value, a birthday. Later is by
 * an origin's first publication of a value, so that old copy sent again replaces nothing.
 */
final class Supersession {
  /** States that only grow. */
  private static final Set<String> GROWING = Set.of("killed");

  private static final Map<String, Integer> STAGE =
      Map.of(
          "not planned", 0,
          "planned", 0,
          "postponed", 1,
          "under_way", 2,
          "cancelled", 3,
          "did_not_occur", 3,
          "occurred", 3);

  private final Values values;
  private final Set<String> later;
  private final Set<String> earlier;

  Supersession(Values values, Set<String> later, Set<String> earlier) {
    this.values = values;
    this.later = later;
    this.earlier = earlier;
  }

  void settle(Kind kind, String slot, List<Draft> drafts) {
    for (Draft d : drafts) {
      for (Draft other : drafts) {
        if (d != other && d.isLive() && !other.origins().isEmpty() && !d.superseded) {
          d.superseded = replaced(kind, slot, d, other);
        }
      }
    }
  }

  private boolean replaced(Kind kind, String slot, Draft old, Draft now) {
    if (kind == Kind.EVENT) {
      return STAGE.getOrDefault(old.value, 0) < STAGE.getOrDefault(now.value, 0)
          && !old.value.equals("not planned");
    }
    if (kind == Kind.QUOTE || kind == Kind.STATEMENT) {
      return false;
    }
    if (values.match(kind, old.value, now.value) != Values.Match.APART || now.superseded) {
      return false;
    }
    String before = firstTime(old, null);
    String after = firstTime(now, null);
    boolean isLater = before.compareTo(after) < 0;
    if (isLater && kind == Kind.QUANTITY && grows(slot, old, now)) {
      return true;
    }
    if (isLater && says(now, later) || says(old, earlier) && !says(now, earlier)) {
      return true;
    }
    return revisedByAll(old, now);
  }

  private boolean grows(String slot, Draft old, Draft now) {
    Double a = values.number(old.value);
    Double b = values.number(now.value);
    if (a == null || b == null || a >= b) {
      return false;
    }
    return GROWING.contains(slot) || (slot.equals("age") && b - a == 1);
  }

  /** Every origin of the old value gave the new one in a later article. */
  private static boolean revisedByAll(Draft old, Draft now) {
    Set<String> from = old.origins();
    if (from.isEmpty() || old.originCount() > from.size() || !now.origins().containsAll(from)) {
      return false;
    }
    for (String origin : from) {
      if (firstTime(old, origin).compareTo(firstTime(now, origin)) >= 0) {
        return false;
      }
    }
    return true;
  }

  /** When an origin, or the first of all, first published the value. */
  private static String firstTime(Draft d, @Nullable String origin) {
    Map<String, String> first = new TreeMap<>();
    for (Member m : d.members) {
      if (m.supports() && (origin == null || m.originKey().equals(origin))) {
        first.merge("", m.node().time(), (a, b) -> a.compareTo(b) <= 0 ? a : b);
      }
    }
    return first.getOrDefault("", "\uffff");
  }

  private static boolean says(Draft d, Set<String> words) {
    for (Member m : d.members) {
      if (m.supports()) {
        List<String> text = Wording.words(m.claim().text());
        for (int i = 0; i < text.size(); i++) {
          if (words.contains(text.get(i))
              || (i + 1 < text.size() && words.contains(text.get(i) + " " + text.get(i + 1)))) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
