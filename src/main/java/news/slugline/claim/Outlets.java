package news.slugline.claim;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.slugline.claim.text.NameKeys;
import news.slugline.claim.text.Resources;
import org.jspecify.annotations.Nullable;

/** Finds the news outlet that a credit line, signature or dateline names. */
public final class Outlets {
  private static final Map<String, String> KNOWN = Resources.map(Outlets.class, "outlets.tsv");
  private static final Set<String> WORDS = Resources.set(Outlets.class, "outlet-words.txt");
  private static final Set<String> PLACES = Resources.set(NameKeys.class, "places.txt");
  private static final int LONGEST = 5;
  private static final Pattern NAME = Pattern.compile("\\p{Lu}\\p{L}{2,}");

  /** A person has two names or more in a signature. */
  private static final Pattern FROM =
      Pattern.compile(
          "(?i:with(?: (?:inputs?|files|reports|material) from)?|sources?:) ("
              + NAME.pattern()
              + ")");

  private Outlets() {}

  /** The first outlet named in a line, by canonical name; null if none is. */
  static @Nullable String in(@Nullable String line) {
    if (line == null || line.isBlank()) {
      return null;
    }
    String[] w = line.strip().split("[\\s,;:()\\[\\]/\u2014\u2013|]+");
    for (int i = 0; i < w.length; i++) {
      String best = null;
      StringBuilder b = new StringBuilder();
      for (int k = i; k < w.length && k < i + LONGEST && !w[k].isEmpty(); k++) {
        b.append(k > i ? " " : "").append(trimmed(w[k]));
        String known = KNOWN.get(b.toString());
        if (known != null) {
          best = known;
        } else if (k > i && WORDS.contains(trimmed(w[k])) && capitals(w, i, k)) {
          best = b.toString();
        } else if (k == i && callSign(trimmed(w[k]))) {
          best = b.toString();
        }
      }
      if (best != null) {
        return best.startsWith("The ") && !KNOWN.containsValue(best) ? best.substring(4) : best;
      }
    }
    return null;
  }

  /** A name of one word that a signature says the copy is from, known or not: "With Meridian". */
  static @Nullable String told(String signature) {
    Matcher m = FROM.matcher(signature);
    return m.matches() ? m.group(1) : null;
  }

  /** A name of one word in the brackets of a dateline, known or not, unless it is a place. */
  static @Nullable String bracketed(@Nullable String inside) {
    boolean one = inside != null && NAME.matcher(inside).matches();
    return one && !PLACES.contains(inside) ? inside : null;
  }

  /** Whether an outlet calls itself so in its copy: by its first words, or by their initials. */
  public static boolean isShort(String name, String outlet) {
    StringBuilder initials = new StringBuilder();
    for (String w : outlet.split("[\\s-]+")) {
      if (!w.isEmpty() && Character.isUpperCase(w.charAt(0))) {
        initials.append(w.charAt(0));
      }
    }
    return initials.length() > 1 && initials.toString().equals(name)
        || outlet.regionMatches(true, 0, name + " ", 0, name.length() + 1);
  }

  /** The name under which an agency or a large outlet is known, the same name for others. */
  public static String known(String name) {
    return KNOWN.getOrDefault(name, name);
  }

  private static String trimmed(String w) {
    int end = w.length();
    while (end > 0 && ".,;:!-".indexOf(w.charAt(end - 1)) >= 0) {
      end--;
    }
    return w.substring(0, end);
  }

  /** Broadcasters of the United States and Canada: "KXYZ", "WABC-TV". */
  private static boolean callSign(String w) {
    String s = w.endsWith("-TV") || w.endsWith("-FM") ? w.substring(0, w.length() - 3) : w;
    if (s.length() != 4 || "KWC".indexOf(s.charAt(0)) < 0) {
      return false;
    }
    for (int i = 0; i < 4; i++) {
      if (s.charAt(i) < 'A' || s.charAt(i) > 'Z') {
        return false;
      }
    }
    return true;
  }

  private static boolean capitals(String[] w, int from, int to) {
    for (int i = from; i <= to; i++) {
      boolean small = w[i].equals("of") || w[i].equals("the");
      if (w[i].isEmpty() || !Character.isUpperCase(w[i].charAt(0)) && !small) {
        return false;
      }
    }
    return true;
  }
}
