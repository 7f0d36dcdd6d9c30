package news.slugline.claim.value;

import java.util.List;
import news.slugline.claim.value.Places.Place;

/** One reading of one sentence for places, from its beginning to its end. */
final class PlaceScan {
  private final Lexemes x;
  private final Places places;
  private final FoundPlaces found;
  private final ShapedPlaces shaped;
  private final Gazetted gazetted;
  private final UnknownTowns unknown;

  PlaceScan(Lexemes x, Places places) {
    this.x = x;
    this.places = places;
    found = new FoundPlaces(x);
    Regions regions = new Regions(x, places);
    shaped = new ShapedPlaces(x, regions, found);
    gazetted = new Gazetted(x, places, regions, found);
    unknown = new UnknownTowns(x, regions, found);
  }

  /** The places, in order, without overlap. */
  List<PlaceMention> find() {
    int i = 0;
    while (i < x.size) {
      i = Math.max(i + 1, at(i));
    }
    return found.all();
  }

  /** Reads what begins here; the lexeme at which it ends. */
  private int at(int i) {
    if (x.number(i)) {
      return shaped.numbered(i);
    }
    if (!x.capitalised(i)) {
      return i + 1;
    }
    WordTree.Hit<List<Place>> hit = places.at(x, i);
    int end = unknown.townOf(i, hit);
    if (end <= 0 && (hit == null || !hasSaint(i, hit.end()))) {
      end = shaped.named(i);
    }
    if (end <= 0) {
      end =
          hit != null && Gazetted.isWellWritten(x, i, hit.end())
              ? gazetted.read(i, hit)
              : gazetted.cityPart(i);
    }
    return end > 0 ? end : unknown.read(i);
  }

  /** "Port St. Lucie": the "St." of a town, not of a street. */
  private boolean hasSaint(int i, int end) {
    for (int k = i; k < end - 2; k++) {
      if (x.is(k, "st") && x.is(k + 1, ".")) {
        return true;
      }
    }
    return false;
  }
}
