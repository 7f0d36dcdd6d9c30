package news.slugline.claim.value;

import java.util.Set;
import news.slugline.claim.text.WordGroups;

/** Words beside the names of places, and words that are names of towns and something else, too. */
final class PlaceWords {
  static final WordGroups GROUPS = WordGroups.of(PlaceWords.class, "place-words.tsv");
  static final Set<String> GIVEN = Lists.words("given-names.txt");
  static final Set<String> IN = GROUPS.get("in");
  static final Set<String> AREAS = GROUPS.get("areas");
  static final Set<String> CIVIC = GROUPS.get("civic");
  static final Set<String> TITLES = GROUPS.get("titles");
  static final Set<String> COMPASS = GROUPS.get("compass");
  static final Set<String> WEEKDAYS = GROUPS.get("weekdays");

  /** Small words inside names: "Rio de Janeiro". */
  static final Set<String> LINKS = GROUPS.get("links");

  /** Who and what is named by the town alone: "a Smallville man", "his Smallville home". */
  static final Set<String> OF_TOWN = GROUPS.get("of town");

  /** Months that sentences name without a day. */
  static final Set<String> MONTHS = Set.of("march", "may", "august");

  static final Set<String> NEVER_TOWNS = GROUPS.get("never towns");
  private static final Set<String> ALSO_WORDS = GROUPS.get("also words");
  private static final Set<String> SURNAMES = GROUPS.get("surnames");

  private PlaceWords() {}

  /** Whether a town's name means something else as well. */
  static boolean isAmbiguous(String lower) {
    return NEVER_TOWNS.contains(lower) || ALSO_WORDS.contains(lower) || SURNAMES.contains(lower);
  }

  /** A first name alone. */
  static boolean isGiven(Lexemes x, int i, int end) {
    return x.in(i, GIVEN) && end == i + 1;
  }
}
