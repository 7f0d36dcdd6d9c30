package news.slugline.claim.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Keys under which the spellings of one person's name meet across articles, by rules of
 * transliteration and not by a list of persons.
 *
 * <p>The key is that of the surname alone, since copy names people by it; whether two full names
 * that share it may be the same person is asked of {@link #same}.
 */
public final class NameKeys {
  private static final Set<String> TITLES = Resources.set(NameKeys.class, "person-titles.txt");
  private static final Set<String> SUFFIXES = Resources.set(NameKeys.class, "name-suffixes.txt");
  private static final Set<String> PARTICLES = Resources.set(NameKeys.class, "name-particles.txt");
  private static final Map<String, String> SHORT =
      Resources.map(NameKeys.class, "given-name-forms.tsv");

  private static final Pattern BETWEEN = Pattern.compile("[\\s,]+");

  private static final Memo<List<String>> NAMES = new Memo<>(NameKeys::read);
  private static final Memo<String> SOUNDS = new Memo<>(NameKeys::sound);
  private static final Memo<String> KEYS = new Memo<>(NameKeys::makeKey);

  private NameKeys() {}

  /** Equal for two spellings of a person's name; empty if nothing of the name is left. */
  public static String key(String name) {
    return KEYS.of(name);
  }

  private static String makeKey(String name) {
    List<String> parts = parts(name);
    return parts.isEmpty() ? "" : sound(surname(parts));
  }

  /**
   * Whether two names may be one person's: the surnames sound alike, and the given names do not
   * contradict each other. A surname alone contradicts none.
   */
  public static boolean same(String a, String b) {
    String key = key(a);
    if (key.isEmpty() || !key.equals(key(b))) {
      return false;
    }
    if (a.equals(b)) {
      return true;
    }
    List<String> given = given(parts(a));
    List<String> other = given(parts(b));
    if (given.isEmpty() || other.isEmpty()) {
      return true;
    }
    for (String g : given) {
      for (String o : other) {
        if (compatible(g, o)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a name gives more than a surname, titles aside. */
  public static boolean isFull(String name) {
    return parts(name).size() > 1;
  }

  /** The parts of a name in lower case, without titles, suffixes, marks over letters. */
  static List<String> parts(String name) {
    return NAMES.of(name);
  }

  private static List<String> read(String name) {
    List<String> out = new ArrayList<>();
    for (String raw : BETWEEN.split(plain(name))) {
      String p = strip(raw);
      if (!p.isEmpty() && !SUFFIXES.contains(p)) {
        out.add(p);
      }
    }
    int first = 0;
    while (first < out.size() - 1 && TITLES.contains(out.get(first))) {
      first++;
    }
    return List.copyOf(out.subList(first, out.size()));
  }

  private static String strip(String raw) {
    StringBuilder b = new StringBuilder();
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (Character.isLetterOrDigit(c) || (c == '-' && b.length() > 0)) {
        b.append(c);
      }
    }
    while (b.length() > 0 && b.charAt(b.length() - 1) == '-') {
      b.setLength(b.length() - 1);
    }
    return b.toString();
  }

  /** Lower case, no possessive, no diacritics, no letters that decompose to none. */
  static String plain(String name) {
    String s = name.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    if (s.endsWith("'s")) {
      s = s.substring(0, s.length() - 2);
    }
    s =
        s.replace("\u00df", "ss")
            .replace("\u00f8", "o")
            .replace("\u0142", "l")
            .replace("\u00e6", "ae")
            .replace("\u0153", "oe")
            .replace("\u00f0", "d")
            .replace("\u0111", "d")
            .replace("\u00fe", "th")
            .replace("\u0131", "i");
    String d = Normalizer.normalize(s, Normalizer.Form.NFD);
    StringBuilder b = new StringBuilder(d.length());
    for (int i = 0; i < d.length(); i++) {
      if (Character.getType(d.charAt(i)) != Character.NON_SPACING_MARK) {
        b.append(d.charAt(i));
      }
    }
    return b.toString();
  }

  /** The last part; "al-Assad" and "Assad", "van Dyck" and "Dyck" alike. */
  private static String surname(List<String> parts) {
    String last = parts.get(parts.size() - 1);
    int dash = last.indexOf('-');
    if (dash > 0 && PARTICLES.contains(last.substring(0, dash))) {
      return last.substring(dash + 1);
    }
    return last;
  }

  private static List<String> given(List<String> parts) {
    List<String> out = new ArrayList<>();
    for (String p : parts.subList(0, parts.size() - 1)) {
      if (!PARTICLES.contains(p)) {
        out.add(p);
      }
    }
    return out;
  }

  private static boolean compatible(String a, String b) {
    if (a.charAt(0) == b.charAt(0) && (a.length() == 1 || b.length() == 1)) {
      return true;
    }
    String x = SHORT.getOrDefault(a, a);
    String y = SHORT.getOrDefault(b, b);
    return SOUNDS.of(x).equals(SOUNDS.of(y))
        || (a.length() >= 3 && b.startsWith(a))
        || (b.length() >= 3 && a.startsWith(b));
  }

  /**
   * Folds what transliterations write differently: y, iy, yy, ij and i; ei, ey and ai; u, ou, oo
   * and o; double letters; kh, gh and h; tsch, tch and ch; ks and x; w, v and ff at the end; ph and
   * f; dj, zh and j; q and k; a mute h; and Mohammed's vowels.
   */
  static String sound(String s) {
    String t = s.replace("-", "");
    t = replace(t, "tsch", "ch", "tch", "ch", "sch", "sh", "kh", "h", "gh", "h", "ph", "f");
    t = replace(t, "dzh", "j", "dj", "j", "zh", "j", "ck", "k", "ks", "x", "q", "k", "w", "v");
    t = replace(t, "iy", "i", "yy", "i", "ij", "i", "yi", "i", "ey", "i", "ei", "i", "ai", "i");
    t = replace(t, "ay", "i", "ie", "i", "ee", "i", "ou", "u", "oo", "u", "y", "i", "j", "j");
    StringBuilder b = new StringBuilder();
    for (int i = 0; i < t.length(); i++) {
      char c = t.charAt(i);
      if (b.length() == 0 || b.charAt(b.length() - 1) != c) {
        b.append(c);
      }
    }
    t = b.toString();
    if (t.endsWith("off")) {
      t = t.substring(0, t.length() - 2) + "v";
    } else if (t.length() > 3 && t.endsWith("of")) {
      t = t.substring(0, t.length() - 1) + "v";
    }
    if (t.startsWith("m") && t.endsWith("d") && skeleton(t).equals("mhmd")) {
      return "mhmd";
    }
    if (skeleton(t).equals("hmd") && t.startsWith("ah")) {
      return "ahmd";
    }
    return t;
  }

  private static String skeleton(String s) {
    StringBuilder b = new StringBuilder();
    for (int i = 0; i < s.length(); i++) {
      if ("aeiou".indexOf(s.charAt(i)) < 0) {
        b.append(s.charAt(i));
      }
    }
    return b.toString();
  }

  private static String replace(String s, String... pairs) {
    String t = s;
    for (int i = 0; i < pairs.length; i += 2) {
      t = t.replace(pairs[i], pairs[i + 1]);
    }
    return t;
  }
}
