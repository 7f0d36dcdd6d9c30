package news.slugline.claim.value;

import java.util.List;
import news.slugline.claim.value.PlaceMention.Granularity;
import news.slugline.claim.value.Places.Place;
import org.jspecify.annotations.Nullable;

/** The region or country that a comma adds to a place: ", Texas", ", TX", ", Ukraine". */
final class Regions {
  private final Lexemes x;
  private final Places places;

  Regions(Lexemes x, Places places) {
    this.x = x;
    this.places = places;
  }

  /** Which one a comma here adds; null if none. */
  @Nullable Place after(int comma) {
    int i = comma + 1;
    if (!x.is(comma, ",") || !x.capitalised(i)) {
      return null;
    }
    WordTree.Hit<List<Place>> hit = places.at(x, i);
    if (hit != null && Gazetted.isWellWritten(x, i, hit.end()) && !x.capitalised(hit.end())) {
      Place region = firstAmerican(hit.value());
      if (region != null) {
        return region;
      }
    }
    return x.upper(i) && x.raw(i).length() == 2 ? places.code(x.raw(i)) : null;
  }

  /** Where it ends. */
  int end(int comma) {
    WordTree.Hit<List<Place>> hit = places.at(x, comma + 1);
    return hit != null && Gazetted.isWellWritten(x, comma + 1, hit.end()) ? hit.end() : comma + 2;
  }

  /** "Georgia": the last American state of the name, else the first region or country. */
  private static @Nullable Place firstAmerican(List<Place> named) {
    Place region = null;
    for (Place p : named) {
      boolean state = p.granularity() == Granularity.REGION;
      boolean american = state && p.country().equals("US");
      if (american || region == null && (state || p.granularity() == Granularity.COUNTRY)) {
        region = p;
      }
    }
    return region;
  }

  /** The largest of the cities in a region or country. */
  static @Nullable Place largestIn(Place region, List<Place> cities) {
    Place best = null;
    for (Place p : cities) {
      boolean inside =
          p.granularity() == Granularity.CITY
              && p.country().equals(region.country())
              && (region.granularity() == Granularity.COUNTRY || p.region().equals(region.name()));
      if (inside && (best == null || p.thousands() > best.thousands())) {
        best = p;
      }
    }
    return best;
  }

  /** What contains a place, "Texas, United States"; null if nothing is known. */
  @Nullable String within(String region, String country) {
    String c = places.country(country);
    if (region.isEmpty()) {
      return c.isEmpty() ? null : c;
    }
    return c.isEmpty() ? region : region + ", " + c;
  }
}
