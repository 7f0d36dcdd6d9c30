package news.slugline.story;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import news.slugline.claim.Outlets;
import news.slugline.claim.text.Memo;

/** Names of outlets as origins: "The Daily Post", "DAILY POST" and "– Daily Post" are one. */
final class Origins {
  private static final Memo<String> KEYS = new Memo<>(Origins::makeKey);

  private static final Set<String> ROLES = Lists.of("role-words.tsv", "role");
  private static final Set<String> RANKS = Lists.of("role-words.tsv", "rank");
  private static final Set<String> DEPARTMENTS = Lists.of("role-words.tsv", "department");

  private Origins() {}

  /** Equal for the spellings of one outlet's name. */
  static String key(String name) {
    return KEYS.of(name);
  }

  private static String makeKey(String name) {
    String known = Outlets.known(clean(name));
    List<String> all = Wording.words(known);
    List<String> words = known.indexOf('-') < 0 ? outlet(all) : all;
    StringBuilder b = new StringBuilder();
    for (int i = 0; i < words.size(); i++) {
      String w = words.get(i);
      if (i == 0 && w.equals("the") && words.size() > 1) {
        continue;
      }
      b.append(w.replace("'s", "").replace("'", "").replace(".", ""));
    }
    String key = b.toString();
    for (String end : List.of("newsagency", "newsservice", "newswire", "wireservice", "com")) {
      if (key.endsWith(end) && key.length() > end.length() + 2) {
        key = key.substring(0, key.length() - end.length());
      }
    }
    return key.isEmpty() ? name.toLowerCase(Locale.ROOT) : key;
  }

  /**
   * The words of an outlet's name without those at its end that say who of it wrote or which part
   * of it: "Herald Staff Writer", "HERALD CORRESPONDENT"; the "Reporter" of a double name is its
   * own; all of them if nothing of a name is left.
   */
  private static List<String> outlet(List<String> words) {
    int end = words.size();
    boolean role = end > 0 && ROLES.contains(words.get(end - 1));
    while (role
        && end > 0
        && (ROLES.contains(words.get(end - 1)) || RANKS.contains(words.get(end - 1)))) {
      end--;
    }
    List<String> out = words.subList(0, end);
    return DEPARTMENTS.containsAll(out) ? words : out;
  }

  /**
   * Whether an outlet is named shorter than it is: "told the Gazette" in the Larch Gazette is no
   * other paper.
   */
  static boolean isShortFor(String outlet, String provider) {
    List<String> few = Wording.words(clean(outlet));
    List<String> all = Wording.words(clean(provider));
    int of = all.indexOf("of");
    boolean town = of > 0 && all.size() - few.size() > of; // "Larch" of the "Gazette of Larch"
    return !town && endsIn(all, few) || of > 0 && endsIn(all.subList(0, of), few);
  }

  /** "Larch Gazette" in "Gazette"; "Daily Gazette of Larch" does before "of". */
  private static boolean endsIn(List<String> all, List<String> few) {
    int from = all.size() - few.size();
    return !few.isEmpty() && from > 0 && all.subList(from, all.size()).equals(few);
  }

  /** Who says any of a fact's positions. */
  static Set<String> of(Fact f) {
    Set<String> out = new TreeSet<>();
    f.positions().forEach(p -> p.originNames().forEach(n -> out.add(key(n))));
    return out;
  }

  /** The name without marks at its ends and without a leading article. */
  static String clean(String name) {
    int from = 0;
    int to = name.length();
    while (from < to && !Character.isLetterOrDigit(name.charAt(from))) {
      from++;
    }
    while (to > from && !Character.isLetterOrDigit(name.charAt(to - 1))) {
      to--;
    }
    String s = name.substring(from, to);
    return s.length() > 4 && s.regionMatches(true, 0, "the ", 0, 4) ? s.substring(4) : s;
  }

  /** Of two spellings the one to show, the full one before a short one; the same in any order. */
  static String better(String a, String b) {
    if (isShortFor(a, b) != isShortFor(b, a)) {
      return isShortFor(a, b) ? b : a;
    }
    boolean loudA = a.equals(a.toUpperCase(Locale.ROOT));
    boolean loudB = b.equals(b.toUpperCase(Locale.ROOT));
    if (loudA != loudB) {
      return loudA ? b : a;
    }
    return a.compareTo(b) <= 0 ? a : b;
  }
}
