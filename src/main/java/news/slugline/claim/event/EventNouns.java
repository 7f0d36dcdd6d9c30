package news.slugline.claim.event;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import news.slugline.claim.text.Resources;

/** The single nouns that name events, each with its class. */
public final class EventNouns {
  private static final Map<String, String> CLASSES = Collections.unmodifiableMap(read());

  private EventNouns() {}

  /** Class by noun, in lower case; of a noun of two classes the first. */
  public static Map<String, String> classes() {
    return CLASSES;
  }

  private static Map<String, String> read() {
    Map<String, String> out = new TreeMap<>();
    for (String line : Resources.lines(Triggers.class, "events.tsv")) {
      String[] c = line.split("\t");
      for (String noun : c[2].split("\\|")) {
        if (noun.indexOf(' ') < 0 && noun.length() > 1 && !c[1].equals("none")) {
          out.putIfAbsent(noun, c[0]);
          out.putIfAbsent(noun.endsWith("s") ? noun : Triggers.plural(noun), c[0]);
        }
      }
    }
    return out;
  }
}
