package news.slugline.claim.value;

import java.util.Set;
import news.slugline.claim.value.PlaceMention.Granularity;
import news.slugline.claim.value.Places.Place;

/**
 * Places by the shape of their names, whether or not anybody has heard of them: streets, counties,
 * venues. Each reader says at which lexeme it ends, or that there is none by a number below 1.
 */
final class ShapedPlaces {
  private static final Set<String> VENUES = Lists.words("venue-nouns.txt");
  private static final Set<String> STREETS = Lists.words("street-nouns.txt");
  private static final Set<String> MANY_STREETS =
      Set.of("streets", "avenues", "roads", "boulevards", "drives");
  private static final Set<String> BASES = Set.of("joint", "camp", "fort", "naval");

  /** Titles with which names of streets and venues begin: "King Street". */
  private static final Set<String> NAMING_TITLES =
      Set.of("general", "king", "queen", "prince", "lady");

  /** Parts of a name at most. */
  private static final int STREET_PARTS = 5;

  private static final int AREA_PARTS = 3;
  private static final int VENUE_PARTS = 9;

  private final Lexemes x;
  private final Regions regions;
  private final FoundPlaces found;

  ShapedPlaces(Lexemes x, Regions regions, FoundPlaces found) {
    this.x = x;
    this.regions = regions;
    this.found = found;
  }

  /** "The 500 block of West Elm Street", "42nd Street"; else what follows the number. */
  int numbered(int i) {
    if (x.phrase(i + 1, "block", "of")) {
      return block(i);
    }
    int e = -1;
    if (Numbers.isOrdinalSuffix(x, i + 1)) {
      e = streetEnd(i);
    } else if (x.capitalised(i + 1) || x.number(i + 1)) {
      e = streetEnd(i + 1);
    }
    return e > 0 ? crossing(i, e) : i + 1;
  }

  private int block(int i) {
    int street = x.is(i + 3, "the") ? i + 4 : i + 3;
    int end = streetEnd(street);
    end = end < 0 ? ProperNames.end(x, street) : end;
    if (end <= street) {
      return i + 3;
    }
    int from = x.is(i - 1, "the") ? i - 1 : i;
    return found.add(from, end, x.raw(i, end), Granularity.STREET);
  }

  /** A street, area or venue whose whole name begins here. */
  int named(int i) {
    boolean title = PlaceWords.TITLES.contains(x.lower(i)) && !x.in(i, NAMING_TITLES);
    boolean inside = x.capitalised(i - 1) && !(i == 1 && x.in(0, Nouns.FUNCTION));
    if (x.in(i, Nouns.FUNCTION) || title || inside) {
      return -1;
    }
    int street = streetEnd(i);
    if (street > 0) {
      return crossing(i, street);
    }
    int area = area(i);
    return area > 0 ? area : venue(i);
  }

  /** The end of a street's name that begins here; -1 if none does. */
  private int streetEnd(int i) {
    int j = i;
    for (int n = 0; n < STREET_PARTS; n++) {
      if (n > 0 && x.in(j, STREETS) && x.capitalised(j)) {
        return behindStreet(i, j);
      }
      if (x.number(j) && Numbers.isOrdinalSuffix(x, j + 1)) {
        j += 2;
      } else if (x.capitalised(j) && !x.in(j, Nouns.FUNCTION)) {
        j += x.is(j + 1, ".") && x.lower(j).length() == 1 ? 2 : 1;
      } else {
        return -1;
      }
    }
    return -1;
  }

  /** Past the noun and the dot of "St."; -1 for "Court" as a place of law. */
  private int behindStreet(int start, int noun) {
    int next = noun + 1;
    boolean joined = x.capitalised(next) && !x.spaced(next);
    if (joined || x.is(noun, "court") && !x.number(start)) {
      return -1;
    }
    boolean dot =
        x.is(next, ".") && x.lower(noun).length() <= 4 && (x.spaced(next + 1) || x.mark(next + 1));
    return dot && next + 1 < x.size ? next + 1 : next;
  }

  /** With the street that crosses it: "Elm Street and 5th Avenue". */
  private int crossing(int i, int end) {
    int e = end;
    if (x.is(e, "and") || x.is(e, "at")) {
      int other = streetEnd(e + 1);
      e = other > 0 ? other : e;
    }
    return found.add(i, e, x.raw(i, e), Granularity.STREET);
  }

  /** "Bergen and Holm streets", "Bergen streets": whether a name ends before such words. */
  static boolean isOfStreets(Lexemes x, int end) {
    int k = end;
    while (k < end + ProperNames.LONGEST && (x.is(k, "and") || x.is(k, ",") || x.capitalised(k))) {
      k++;
    }
    return x.in(k, MANY_STREETS);
  }

  /** "Cook County", "Anhui Province". */
  private int area(int i) {
    for (int j = i + 1; j <= i + AREA_PARTS && x.capitalised(j); j++) {
      if (x.in(j, PlaceWords.AREAS)) {
        return areaWith(i, j);
      }
    }
    return -1;
  }

  private int areaWith(int i, int noun) {
    int end = noun + 1;
    boolean town = x.is(noun, "township") || x.is(noun, "borough");
    if (x.capitalised(end) && !(town && x.in(end, PlaceWords.CIVIC))) {
      return -1; // the county's sheriff or court
    }
    Granularity g = town ? Granularity.CITY : Granularity.REGION;
    String name = x.raw(i, end);
    Place region = regions.after(end);
    if (region == null) {
      return found.add(i, end, name, g);
    }
    String in = regions.within(region.name(), region.country());
    return found.add(i, regions.end(end), name, g, in, region.zone());
  }

  /** "St. Mary's Hospital", "University of Texas", "Joint Base Andrews". */
  private int venue(int i) {
    int base = baseEnd(i);
    if (base > 0) {
      return found.add(i, base, x.raw(i, base), Granularity.VENUE);
    }
    int end = venueEnd(i);
    if (x.is(i, "university") && x.is(i + 1, "of") && x.capitalised(i + 2)) {
      end = Math.max(end, ProperNames.hyphened(x, ProperNames.end(x, i + 2)));
    }
    // "Hospital Police", "Church Smith": the name goes on as that of a body or a person
    boolean goesOn = end > 0 && (x.is(end, "police") || x.capitalised(end));
    if (end < 0 || goesOn && !x.in(end, VENUES)) {
      return -1;
    }
    return found.add(i, end, x.raw(i, end), Granularity.VENUE);
  }

  private int baseEnd(int i) {
    if (!x.in(i, BASES) || !x.capitalised(i + 1)) {
      return -1;
    }
    boolean base = x.is(i + 1, "base");
    boolean named = x.is(i, "joint") ? base : !x.is(i, "naval") || x.is(i + 1, "station") || base;
    int end = ProperNames.hyphened(x, ProperNames.end(x, i + 1));
    return named && end > i + 1 ? end : -1;
  }

  /** Behind the last noun of venues in a name that begins here; -1 if it has none. */
  private int venueEnd(int i) {
    int last = -1;
    int j = i;
    for (int n = 0; n < VENUE_PARTS && j < x.size; n++) {
      if (x.capitalised(j)) {
        last = n > 0 && x.in(j, VENUES) ? j + 1 : last;
        j++;
      } else if (x.is(j, "'") && x.is(j + 1, "s") && x.capitalised(j + 2) && !x.spaced(j)) {
        j += 2;
      } else if (isInsideName(j) || n > 0 && isLink(j)) {
        j++;
      } else {
        break;
      }
    }
    return last;
  }

  /** The dot of "St. Mary" and the hyphen of "Tri-City". */
  private boolean isInsideName(int j) {
    return x.capitalised(j + 1)
        && (x.is(j, ".") && x.lower(j - 1).length() <= 2 || x.is(j, "-") && !x.spaced(j));
  }

  private boolean isLink(int j) {
    return x.in(j, PlaceWords.LINKS) && x.capitalised(j + 1) && !x.is(j, "and");
  }
}
