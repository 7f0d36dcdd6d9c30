package news.slugline.story;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import news.slugline.claim.Claim;
import news.slugline.claim.Speaker;

/**
 * Whether two speakers who are named differently may be one, so that what they say, if it is the
 * same, is said once: "the sergeant", "police"; "a spokesman for Norcoal", "Norcoal". Two who are
 * named by their names are two, as are an outlet and whoever else, and people of two bodies.
 */
final class Voices {
  private static final String ANYBODY = "anybody";

  private final Map<String, Set<String>> groups = new HashMap<>();

  /** Words of bodies, and of who or what only speaks for one. */
  private final Set<String> bodies = new HashSet<>();

  Voices() {
    for (String[] row : Lists.rows("voices.tsv")) {
      groups.computeIfAbsent(row[1], w -> new TreeSet<>()).add(row[0]);
      if (row[2].equals("body")) {
        bodies.add(row[1]);
      }
    }
  }

  /** The same for (a, b) and (b, a). */
  boolean mayBeOne(Claim a, Claim b) {
    Speaker s = a.speaker();
    Speaker t = b.speaker();
    if (s == null || t == null || isOutlet(s) || isOutlet(t)) {
      return false;
    }
    if (isPerson(s) && isPerson(t)) {
      return false;
    }
    if (isPerson(s) || isPerson(t)) {
      return speaksForMany(isPerson(s) ? t : s);
    }
    if (s.type() == t.type() && s.type() == Speaker.Type.ORGANISATION) {
      return shareName(s, t);
    }
    Set<String> p = groups(s);
    Set<String> q = groups(t);
    if (p.isEmpty() || q.isEmpty()) {
      // whose it is may go unsaid in a body's name; a role that tells of none is another's
      boolean named = (p.isEmpty() ? s : t).type() == Speaker.Type.ORGANISATION;
      return named && speaksForMany(p.isEmpty() ? t : s);
    }
    return p.contains(ANYBODY) || q.contains(ANYBODY) || p.stream().anyMatch(q::contains);
  }

  private static boolean isOutlet(Speaker s) {
    return s.type() == Speaker.Type.OUTLET;
  }

  private static boolean isPerson(Speaker s) {
    return s.type() == Speaker.Type.PERSON;
  }

  /** Whether all the words of the one name stand in the other: "Larch Water", "Larch Water Co". */
  private static boolean shareName(Speaker s, Speaker t) {
    Set<String> p = new HashSet<>(Wording.words(s.name()));
    Set<String> q = new HashSet<>(Wording.words(t.name()));
    return !p.isEmpty() && !q.isEmpty() && (p.containsAll(q) || q.containsAll(p));
  }

  /**
   * "Police", "detectives", "a spokesman": somebody may say so by name in other copy; a coach or a
   * nurse is one of their own, whose name and trade do not tell.
   */
  private boolean speaksForMany(Speaker s) {
    if (s.type() == Speaker.Type.ORGANISATION) {
      return true;
    }
    return Wording.words(s.name()).stream()
        .anyMatch(w -> bodies.contains(w) || !groups.containsKey(w) && !of(w).isEmpty());
  }

  /** What bodies a speaker may speak for, by the words of the name. */
  private Set<String> groups(Speaker s) {
    Set<String> out = new TreeSet<>();
    Wording.words(s.name()).forEach(w -> out.addAll(of(w)));
    return out;
  }

  private Set<String> of(String word) {
    Set<String> known = groups.get(word);
    if (known == null && word.endsWith("s")) {
      known = groups.get(word.substring(0, word.length() - 1));
    }
    return known == null ? Set.of() : known;
  }
}
