package news.slugline.claim.value;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import news.slugline.claim.value.PlaceMention.Granularity;
import news.slugline.claim.value.Places.Place;
import org.jspecify.annotations.Nullable;

/** Places that the gazetteer has: which of those of a name is meant, with what is written of it. */
final class Gazetted {
  private static final Set<String> IN_TOWN = PlaceWords.GROUPS.get("in town");
  private static final Set<String> PART_OF_TOWN =
      Set.of("neighborhood", "neighbourhood", "section");

  /** Thousands of people of a city whose parts copy calls by the compass. */
  private static final int LARGE = 200;

  private final Lexemes x;
  private final Places places;
  private final Regions regions;
  private final PlaceSense sense;
  private final FoundPlaces found;

  Gazetted(Lexemes x, Places places, Regions regions, FoundPlaces found) {
    this.x = x;
    this.places = places;
    this.regions = regions;
    this.found = found;
    sense = new PlaceSense(x);
  }

  /** Capitals where names have them; "US" and abbreviations as they are written. */
  static boolean isWellWritten(Lexemes x, int i, int end) {
    if (x.is(i, "us") && end == i + 1) {
      return x.raw(i).equals("US");
    }
    for (int k = i; k < end; k++) {
      if (x.word(k) && !x.capitalised(k) && !x.in(k, PlaceWords.LINKS) && x.lower(k).length() > 3) {
        return false;
      }
    }
    // "Al-Hamad": two letters before a hyphen begin another name
    boolean joined = x.is(end, "-") && !x.spaced(end) && x.capitalised(end + 1);
    boolean initials = end == i + 1 && x.lower(i).length() < 3;
    return !(joined && initials && x.word(end + 1) && !x.spaced(end + 1));
  }

  /** Reads a name of the gazetteer: at which lexeme it ends, place or not; 0 if it is longer. */
  int read(int i, WordTree.Hit<List<Place>> hit) {
    boolean city = x.is(hit.end(), "city") && x.capitalised(hit.end());
    int end = city ? hit.end() + 1 : hit.end();
    if (x.in(end, PlaceWords.AREAS) && x.capitalised(end)) {
      return end + 1; // the county of that name
    }
    if (x.capitalised(end) && UnknownTowns.isOfTown(x, i, ProperNames.end(x, i))) {
      return 0;
    }
    Place region = regions.after(end);
    boolean listed = x.is(i - 1, ",") && !found.isEmpty();
    int to = region == null || listed ? 0 : withRegion(i, end, hit, region);
    if (to == 0) {
      alone(i, end, hit);
    }
    return to == 0 ? end : to;
  }

  /** "Paris, Texas"; 0 if the two do not belong together. */
  private int withRegion(int i, int end, WordTree.Hit<List<Place>> hit, Place region) {
    Place town = Regions.largestIn(region, hit.value());
    boolean state = region.granularity() == Granularity.REGION;
    boolean known = town != null || state && region.country().equals("US");
    if (!known || sense.isBehindName(i)) {
      return 0;
    }
    String in =
        town != null && region.granularity() == Granularity.COUNTRY
            ? regions.within(town.region(), town.country())
            : regions.within(state ? region.name() : "", region.country());
    String name = town == null || end > hit.end() ? x.raw(i, end) : town.name();
    ZoneId zone = town == null ? region.zone() : town.zone();
    return found.add(i, regions.end(end), name, Granularity.CITY, in, zone);
  }

  /** Without a region: the only one of its name, else the largest city, else the first. */
  private void alone(int i, int end, WordTree.Hit<List<Place>> hit) {
    List<Place> spelled = spelled(x.raw(i, hit.end()), hit.value());
    Place only = places.only(spelled);
    Place large = Places.largeCity(spelled);
    Place any = only != null ? only : large != null ? large : spelled.get(0);
    boolean meant = isTownsmans(i, end, any) || sense.isMeant(i, end, any, hit.value().size() > 1);
    if (!meant || ShapedPlaces.isOfStreets(x, end) || sense.isInBody(i)) {
      return;
    }
    if (x.in(end, PART_OF_TOWN)) {
      // "The Houston neighborhood" is a part of some other town.
      found.add(i, end, any.name(), Granularity.CITY);
      return;
    }
    String name = end > hit.end() ? x.raw(i, end) : any.name();
    found.add(i, end, name, any.granularity(), within(only), places.zone(any.name()));
  }

  /** "A Springfield man", "the Springfield shooting". */
  private boolean isTownsmans(int i, int end, Place p) {
    boolean happening =
        (x.is(i - 1, "a") || x.is(i - 1, "the"))
            && x.in(end, IN_TOWN)
            && !PlaceWords.isGiven(x, i, end);
    return p.granularity() == Granularity.CITY && (happening || UnknownTowns.isOfTown(x, i, end));
  }

  private @Nullable String within(@Nullable Place p) {
    if (p == null) {
      return null;
    }
    return regions.within(p.region(), p.granularity() == Granularity.COUNTRY ? "" : p.country());
  }

  /** Those that are written with the very letters, if any is: "Macon" before "M\u00e2con". */
  private static List<Place> spelled(String name, List<Place> all) {
    List<Place> same = all.stream().filter(p -> p.name().equals(name)).toList();
    return same.isEmpty() ? all : same;
  }

  /** "South Springfield": a part of a large city; 0 if it is none. */
  int cityPart(int i) {
    if (!x.in(i, PlaceWords.COMPASS) || x.capitalised(i - 1) || !x.capitalised(i + 1)) {
      return 0;
    }
    WordTree.Hit<List<Place>> hit = places.at(x, i + 1);
    Place city = hit == null ? null : Places.largest(hit.value());
    if (hit == null || city == null || city.thousands() < LARGE) {
      return 0;
    }
    int end = hit.end();
    if (x.capitalised(end) && !x.in(end, PlaceWords.WEEKDAYS)) {
      return 0;
    }
    return found.add(i, end, x.raw(i, end), Granularity.CITY, null, city.zone());
  }
}
