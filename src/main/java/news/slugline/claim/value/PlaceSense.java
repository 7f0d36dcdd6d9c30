package news.slugline.claim.value;

import java.util.Set;
import news.slugline.claim.value.PlaceMention.Granularity;
import news.slugline.claim.value.Places.Place;

/**
 * Whether a name of the gazetteer is meant as a place where it stands, and not a person's, a body's
 * or a common word: the less known the place, the more must the words around it say so.
 */
final class PlaceSense {
  private static final Set<String> AT_LEAST_OF = PlaceWords.GROUPS.get("at least of");
  private static final Set<String> LOCAL = PlaceWords.GROUPS.get("local");
  private static final Set<String> BODIES = PlaceWords.GROUPS.get("bodies");
  private static final Set<String> BODY_LINKS = PlaceWords.GROUPS.get("body links");

  /** "The outskirts of Springfield". */
  private static final Set<String> BEFORE_OF = PlaceWords.GROUPS.get("before of");

  /**
   * Thousands of people from which a city's name needs no word that leads to it, if it is no first
   * name and even then.
   */
  private static final int FAMOUS = 500;

  private static final int FAMOUS_AS_NAME = 1500;

  /** From which a town is meant by words that lead to persons and bodies, too ("from"). */
  private static final int KNOWN = 50;

  /** From which it is meant by what is local: if its name is no other thing's, and else. */
  private static final int LOCALLY_KNOWN = 20;

  private static final int LOCALLY_KNOWN_AS_NAME = 300;

  private final Lexemes x;

  PlaceSense(Lexemes x) {
    this.x = x;
  }

  /**
   * Whether a stretch is meant as a place.
   *
   * @param several whether more than one place is so called
   */
  boolean isMeant(int i, int end, Place p, boolean several) {
    boolean country = p.granularity() == Granularity.COUNTRY;
    boolean region = p.granularity() == Granularity.REGION;
    if (p.granularity() == Granularity.OTHER) {
      return !x.capitalised(end);
    }
    if (isBehindName(i) && (!country || x.in(i, PlaceWords.GIVEN) || isBehindTitle(i))) {
      return false;
    }
    if (goesOnAsName(i, end)) {
      return country && !x.in(i, PlaceWords.GIVEN)
          || region && PlaceWords.TITLES.contains(x.lower(end));
    }
    if (isDateline(i, end)) {
      return true;
    }
    if (country || region) {
      return !PlaceWords.isGiven(x, i, end) || isLed(i, true);
    }
    boolean initials = x.upper(i) && x.lower(i).length() < 4;
    boolean word = PlaceWords.isAmbiguous(x.lower(i)) && end == i + 1;
    return word || initials
        ? isWordMeant(i, end, several || p.thousands() >= LOCALLY_KNOWN)
        : isCityMeant(i, end, p.thousands());
  }

  /** "Mr. Houston", "Sam Houston": a title or another name stands before it. */
  boolean isBehindName(int i) {
    int b = before(i);
    if (PlaceWords.TITLES.contains(x.lower(b)) && x.capitalised(b)) {
      return true;
    }
    return b == i - 1
        && x.capitalised(b)
        && !x.in(b, Nouns.FUNCTION)
        && !x.upper(b)
        && !x.in(b, PlaceWords.CIVIC);
  }

  private boolean isBehindTitle(int i) {
    return PlaceWords.TITLES.contains(x.lower(before(i)));
  }

  /** What stands before, past the dot of "Mr.". */
  private int before(int i) {
    return x.is(i - 1, ".") ? i - 2 : i - 1;
  }

  /** "Houston Smith", "Springfield Savings": the name goes on, and not as that of the town's. */
  private boolean goesOnAsName(int i, int end) {
    boolean day =
        x.in(end, PlaceWords.WEEKDAYS)
            && (x.in(i - 1, PlaceWords.IN) || x.in(i - 1, PlaceWords.COMPASS));
    return x.capitalised(end)
        && (!x.spaced(end - 1) || x.spaced(end))
        && !day
        && !x.in(end, PlaceWords.CIVIC);
  }

  private boolean isDateline(int i, int end) {
    return i == 0
        && x.upper(i)
        && x.lower(i).length() > 2
        && (x.is(end, "(") || x.is(end, "-") || x.is(end, ","));
  }

  /** A town whose name is a word or initials needs "in", or its police. */
  private boolean isWordMeant(int i, int end, boolean known) {
    String lower = x.lower(i);
    if (x.is(end, "police") && x.capitalised(end) && !PlaceWords.NEVER_TOWNS.contains(lower)) {
      return true;
    }
    return x.is(i - 1, "in")
        && (x.spaced(end) || x.is(end, ",") || x.is(end, "."))
        && x.spaced(i)
        && !x.upper(i)
        && !PlaceWords.MONTHS.contains(lower)
        && known
        && lower.length() > 3
        && !x.capitalised(end);
  }

  private boolean isCityMeant(int i, int end, int thousands) {
    boolean given = PlaceWords.isGiven(x, i, end);
    boolean article = x.is(i - 1, "a") || x.is(i - 1, "an") || x.is(i - 1, "the") || i == 0;
    boolean local = article && isBeforeLocal(end);
    return isSided(end) && thousands >= (given ? LOCALLY_KNOWN_AS_NAME : 1)
        || isBeforeCivic(end)
        || local && thousands >= (given ? LOCALLY_KNOWN_AS_NAME : LOCALLY_KNOWN)
        || thousands >= (given ? FAMOUS_AS_NAME : FAMOUS)
        || isLed(i, thousands >= KNOWN && !given);
  }

  private boolean isBeforeCivic(int end) {
    return x.in(end, PlaceWords.CIVIC) && !x.is(end, "public")
        || x.is(end, "-") && x.capitalised(end + 1) && x.is(end + 2, "police");
  }

  private boolean isBeforeLocal(int end) {
    return x.in(end, LOCAL)
        || x.in(end, PlaceWords.OF_TOWN)
        || x.lower(end).endsWith("based")
        || x.is(end, "-") && x.is(end + 1, "based");
  }

  /** "Detroit's west side". */
  private boolean isSided(int end) {
    return x.is(end, "'")
        && x.is(end + 1, "s")
        && x.in(end + 2, PlaceWords.COMPASS)
        && (x.is(end + 3, "side") || x.is(end + 3, "end"));
  }

  /** Whether words before lead to a place; of a known one some do that lead to others, too. */
  private boolean isLed(int i, boolean known) {
    int b = x.is(i - 1, "the") ? i - 2 : i - 1;
    return x.in(b, PlaceWords.IN)
        || x.in(b, PlaceWords.COMPASS) && x.in(b - 1, PlaceWords.IN)
        || x.is(b, "of") && x.in(b - 1, BEFORE_OF)
        || known && x.in(b, AT_LEAST_OF);
  }

  /** "The Conference on Trade and Travel in Norland": the end of a body's name. */
  boolean isInBody(int i) {
    if (!x.is(i - 1, "in") || !x.capitalised(i - 2)) {
      return false;
    }
    int k = i - 2;
    while (k > i - ProperNames.LONGEST && (x.capitalised(k) || x.in(k, BODY_LINKS))) {
      if (x.in(k, BODIES) && x.in(k + 1, BODY_LINKS)) {
        return true;
      }
      k--;
    }
    return false;
  }
}
