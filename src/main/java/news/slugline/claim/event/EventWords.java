package news.slugline.claim.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The classes of events that a text names in any way: by their nouns and verbs alone, whoever does
 * what to whom, in headlines as in sentences. What hides a shorter word hides it here as well, so
 * that a fire department names no fire.
 */
public final class EventWords {
  /** Words that together name an event of a class; of no class if they only hide shorter ones. */
  private record Entry(List<String> words, String type) {}

  private static final Map<String, List<Entry>> BY_WORD = read();

  private static final Set<String> INCIDENTS = incidents();

  private EventWords() {}

  /**
   * The classes that are named.
   *
   * @param words in lower case, apart at hyphens
   */
  public static Set<String> classes(List<String> words) {
    Set<String> out = new TreeSet<>();
    int next = 0;
    for (int i = 0; i < words.size(); i++) {
      List<Entry> longest = i < next ? List.of() : longest(words, i);
      for (Entry e : longest) {
        next = i + e.words.size();
        if (!e.type.isEmpty()) {
          out.add(e.type);
        }
      }
    }
    return out;
  }

  /** Whether events of a class harm people or things: accidents, crimes, disasters. */
  public static boolean isIncident(String type) {
    return INCIDENTS.contains(type);
  }

  private static Set<String> incidents() {
    Set<String> out = new TreeSet<>();
    Triggers.TABLE.forEach(
        (type, family, words) -> {
          if (family.equals("incident") || family.equals("harm")) {
            out.add(type);
          }
        });
    return Set.copyOf(out);
  }

  private static List<Entry> longest(List<String> words, int i) {
    List<Entry> out = new ArrayList<>();
    for (Entry e : BY_WORD.getOrDefault(words.get(i), List.of())) {
      int size = e.words.size();
      int most = out.isEmpty() ? 0 : out.get(0).words.size();
      if (size >= most && i + size <= words.size() && words.subList(i, i + size).equals(e.words)) {
        if (size > most) {
          out.clear();
        }
        out.add(e);
      }
    }
    return out;
  }

  private static Map<String, List<Entry>> read() {
    Map<String, List<Entry>> out = new HashMap<>();
    Triggers.TABLE.forEach(
        (type, family, words) -> {
          List<String> plain = List.of(String.join(" ", words).split("[ -]"));
          if (!plain.contains("_") && !family.equals("speech")) {
            boolean none = family.equals("none") || type.equals(AnyEvent.TYPE);
            Entry e = new Entry(plain, none ? "" : type);
            out.computeIfAbsent(plain.get(0), k -> new ArrayList<>()).add(e);
          }
        });
    return out;
  }
}
