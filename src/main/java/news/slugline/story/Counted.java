package news.slugline.story;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import news.slugline.claim.About;
import news.slugline.claim.value.CountNouns;

/**
 * What numbers count. Copy counts one thing under several nouns: "32 million viewers" are as many
 * people, "12 infections" as many cases. The same for (a, b) and (b, a).
 */
final class Counted {
  private static final String AMOUNT = "amount:";
  private static final String PEOPLE = "people";

  private static final String PERSONS = "persons";
  private static final String WORDS = "counted-words.tsv";

  /** Letters of a currency's code. */
  private static final int CURRENCY = 3;

  /** By noun the first noun of those that mean the same. */
  private static final Map<String, String> GROUPS = groups();

  /** Nouns that may stand for any other one for persons. */
  private static final Set<String> ANYBODY = nouns(PEOPLE);

  /** Nouns for persons besides those that extraction knows as such. */
  private static final Set<String> OTHERS = nouns(PERSONS);

  private Counted() {}

  private static Map<String, String> groups() {
    Map<String, String> out = new HashMap<>();
    for (String[] row : Lists.rows(WORDS)) {
      for (String noun : row[0].equals(PERSONS) ? new String[0] : row[1].split(" ")) {
        out.put(noun, row[0]);
      }
    }
    return Map.copyOf(out);
  }

  private static Set<String> nouns(String first) {
    Set<String> out = new TreeSet<>();
    for (String row : Lists.of(WORDS, first)) {
      out.addAll(List.of(row.split(" ")));
    }
    return Set.copyOf(out);
  }

  private static boolean isPerson(String noun) {
    return OTHERS.contains(noun) || CountNouns.isPerson(noun);
  }

  /** Whether the slot is that of a number of something without a slot of its own. */
  static boolean isAmount(About about) {
    return about.slot().startsWith(AMOUNT);
  }

  private static String unit(About about) {
    return about.slot().substring(AMOUNT.length());
  }

  /** Whether a number counts things or persons, and does not measure. */
  static boolean isCount(About about) {
    return isAmount(about) && !unit(about).isEmpty() && !CountNouns.isMeasure(unit(about));
  }

  /** Whether what is counted are persons. */
  static boolean isOfPeople(About about) {
    return isAmount(about) && unit(unit(about)).equals(PEOPLE);
  }

  /** The same, by a noun that may stand for any of them ("28 people"). */
  static boolean isOfAnybody(About about) {
    return isOfPeople(about) && ANYBODY.contains(unit(about));
  }

  /** What is counted or measured; empty if it is no amount. */
  static String noun(About about) {
    return isAmount(about) ? unit(about) : "";
  }

  /** Whether it is a sum of money. */
  static boolean isSum(About about) {
    String unit = noun(about);
    return unit.length() == CURRENCY && unit.equals(unit.toUpperCase(Locale.ROOT));
  }

  /** The slot under which numbers of one thing meet, whatever noun says what it is. */
  static String slot(About about) {
    return isAmount(about) ? AMOUNT + unit(unit(about)) : about.slot();
  }

  /** The noun for what a unit counts: of all persons one. */
  static String unit(String unit) {
    String first = GROUPS.getOrDefault(unit, unit);
    return isPerson(first) ? PEOPLE : first;
  }

  /** Whether both count things or persons by one noun that says which ("workers", "jobs"). */
  static boolean areOfOneNoun(About a, About b) {
    if (!isCount(a) || !isCount(b) || ANYBODY.contains(unit(a)) || ANYBODY.contains(unit(b))) {
      return false;
    }
    String p = GROUPS.getOrDefault(unit(a), unit(a));
    return p.equals(GROUPS.getOrDefault(unit(b), unit(b)));
  }

  /** Whether two slots may be of one thing. */
  static boolean areOne(About a, About b) {
    if (a.slot().equals(b.slot())) {
      return true;
    }
    if (!isAmount(a) || !isAmount(b)) {
      return false;
    }
    String x = unit(a);
    String y = unit(b);
    String p = GROUPS.getOrDefault(x, x);
    String q = GROUPS.getOrDefault(y, y);
    return p.equals(q) || ANYBODY.contains(x) && isPerson(q) || ANYBODY.contains(y) && isPerson(p);
  }
}
