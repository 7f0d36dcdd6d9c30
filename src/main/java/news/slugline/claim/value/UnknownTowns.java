package news.slugline.claim.value;

import java.util.Set;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.Resources;
import news.slugline.claim.value.PlaceMention.Granularity;
import news.slugline.claim.value.Places.Place;
import org.jspecify.annotations.Nullable;

/** Towns that the gazetteer does not have, by the words around them. */
final class UnknownTowns {
  private static final Set<String> TOWN_OF = PlaceWords.GROUPS.get("town of");
  private static final Set<String> BEFORE_TOWN = PlaceWords.GROUPS.get("before town");
  private static final Set<String> HAPPENINGS = PlaceWords.GROUPS.get("happenings");
  private static final Set<String> DEMONYMS = Resources.set(Document.class, "demonyms.txt");

  /** Before "City": a shop, or any city. */
  private static final Set<String> NO_TOWN = Set.of("party", "circuit", "the", "inner");

  /** What may follow where something happened. */
  private static final Set<String> CLOSING = Set.of(".", ",", "on", "in", "when", "for");

  /** Lexemes of a town's name at most: fewer without a region behind it. */
  private static final int LONGEST = 3;

  private static final int LONGEST_ALONE = 2;

  private final Lexemes x;
  private final Regions regions;
  private final FoundPlaces found;

  UnknownTowns(Lexemes x, Regions regions, FoundPlaces found) {
    this.x = x;
    this.regions = regions;
    this.found = found;
  }

  /** "The town of West Larch": where its name ends, if it is none of the gazetteer; else 0. */
  int townOf(int i, WordTree.@Nullable Hit<?> known) {
    if (!x.is(i - 1, "of") || !x.in(i - 2, TOWN_OF)) {
      return 0;
    }
    int e = ProperNames.endBeforeDay(x, i);
    boolean longer = known == null || known.end() < e;
    return e <= i + LONGEST && longer ? found.add(i, e, x.raw(i, e), Granularity.CITY) : 0;
  }

  /** Reads a name: where it ends if it is a town's, else the next lexeme. */
  int read(int i) {
    int e = ProperNames.endBeforeDay(x, i);
    Place region = e <= i + LONGEST && e > i ? regions.after(e) : null;
    if (region != null) {
      return inRegion(i, e, region);
    }
    boolean city =
        e == i + 2 && x.is(i + 1, "city") && x.in(i - 1, PlaceWords.IN) && !x.in(i, NO_TOWN);
    boolean alone = e > i && e <= i + LONGEST_ALONE && (isTownsmans(i, e) || isScene(i, e));
    return city || alone ? found.add(i, e, x.raw(i, e), Granularity.CITY) : i + 1;
  }

  /** "In Smallville, Texas". */
  private int inRegion(int i, int end, Place region) {
    boolean led = x.in(i - 1, PlaceWords.IN) || x.is(i - 1, "of") || x.is(i - 1, "from") || i == 0;
    if (!led || region.granularity() != Granularity.REGION || x.in(i, Nouns.FUNCTION)) {
      return i + 1;
    }
    String in = regions.within(region.name(), region.country());
    return found.add(i, regions.end(end), x.raw(i, end), Granularity.CITY, in, region.zone());
  }

  private boolean isTownsmans(int i, int end) {
    return isOfTown(x, i, end) && mayBeTown(i, end) && !PlaceWords.isGiven(x, i, end);
  }

  /** "A Smallville man", "her Smallville home"; not "the Smith home", which is the family's. */
  static boolean isOfTown(Lexemes x, int i, int end) {
    boolean aged = x.is(i - 1, "old") && x.is(i - 3, "year");
    boolean home = x.is(i - 1, "his") || x.is(i - 1, "her") || x.is(i - 1, "their");
    boolean one = x.is(i - 1, "a") || x.is(i - 1, "an") || aged || home;
    return one
        && x.in(end, PlaceWords.OF_TOWN)
        && !x.capitalised(end)
        && !DEMONYMS.contains(x.raw(i));
  }

  /** "Was found dead in Smallville.": where harm was done, if nothing else can be meant. */
  private boolean isScene(int i, int end) {
    boolean area = x.is(i - 1, "the") && x.is(end, "area");
    int b = area || x.in(i - 1, BEFORE_TOWN) ? i - 2 : i - 1;
    boolean in =
        x.is(b, "in")
            || x.is(b, "near")
            || x.is(b, "outside")
            || x.is(b, "of") && x.in(b - 1, PlaceWords.COMPASS);
    boolean closes = end >= x.size || x.in(end, CLOSING) || x.in(end, PlaceWords.WEEKDAYS) || area;
    return in
        && closes
        && mayBeTown(i, end)
        && !x.in(i, PlaceWords.GIVEN)
        && (found.endWithStreetAt(b) || isOfHarm());
  }

  /** Whether the sentence speaks of harm, or of what brings it. */
  private boolean isOfHarm() {
    if (Casualties.mentioned(x)) {
      return true;
    }
    for (int k = 0; k < x.size; k++) {
      if (x.in(k, HAPPENINGS)) {
        return true;
      }
    }
    return false;
  }

  private boolean mayBeTown(int i, int end) {
    String w = x.lower(end - 1);
    return !(x.in(i, Nouns.FUNCTION)
        || x.upper(i)
        || PlaceWords.MONTHS.contains(w)
        || PlaceWords.isAmbiguous(w)
        || Casualties.harms(w)
        || DEMONYMS.contains(x.raw(end - 1))
        || w.length() < 4
        || w.endsWith("ish")
        || w.endsWith("ese"));
  }
}
