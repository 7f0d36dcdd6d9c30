package news.slugline.claim.value;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.Resources;
import news.slugline.claim.text.Sentence;
import news.slugline.claim.text.WordGroups;
import news.slugline.claim.value.PlaceMention.Granularity;
import news.slugline.claim.value.Places.Place;
import org.jspecify.annotations.Nullable;

/**
 * Finds the places of a sentence by the gazetteer and by the shape of venues' and streets' names. A
 * name that may as well be a person's needs words around it that speak of a place. Thread-safe.
 */
public final class PlaceFinder {
  private static final Set<String> VENUES = Lists.words("venue-nouns.txt");
  private static final Set<String> STREETS = Lists.words("street-nouns.txt");
  private static final Set<String> GIVEN = Lists.words("given-names.txt");
  private static final WordGroups WORDS = WordGroups.of(PlaceFinder.class, "place-words.tsv");
  private static final Set<String> AREAS = WORDS.get("areas");
  private static final Set<String> IN = WORDS.get("in");
  private static final Set<String> AT_LEAST_OF = WORDS.get("at least of");
  private static final Set<String> TITLES = WORDS.get("titles");
  private static final Set<String> CIVIC = WORDS.get("civic");
  private static final Set<String> LOCAL = WORDS.get("local");

  /** Who and what is named by the town alone: "a Smallville man", "his Smallville home". */
  private static final Set<String> OF_TOWN = WORDS.get("of town");

  /** Before "City": a shop, or any city. */
  private static final Set<String> NO_TOWN = Set.of("party", "circuit", "the", "inner");

  private static final Set<String> IN_TOWN = WORDS.get("in town");
  private static final Set<String> PART_OF_TOWN =
      Set.of("neighborhood", "neighbourhood", "section");
  private static final Set<String> WEEKDAYS = WORDS.get("weekdays");
  private static final Set<String> COMPASS = WORDS.get("compass");
  private static final Set<String> DEMONYMS = Resources.set(Document.class, "demonyms.txt");
  private static final Set<String> LINKS = WORDS.get("links");
  private static final Set<String> BASES = Set.of("joint", "camp", "fort", "naval");
  private static final Set<String> NEVER_TOWNS = WORDS.get("never towns");
  private static final Set<String> ALSO_WORDS = WORDS.get("also words");
  private static final Set<String> SURNAMES = WORDS.get("surnames");
  private static final Set<String> TOWN_OF = WORDS.get("town of");
  private static final Set<String> BEFORE_TOWN = WORDS.get("before town");
  private static final Set<String> BODIES = WORDS.get("bodies");
  private static final Set<String> BODY_LINKS = WORDS.get("body links");
  private static final Set<String> HAPPENINGS = WORDS.get("happenings");

  private static final Set<String> MONTHS = Set.of("march", "may", "august");

  private static final int LONGEST_NAME = 12;

  /** Thousands of people of a city whose parts copy calls by the compass. */
  private static final int LARGE = 200;

  private final Places places;

  private PlaceFinder(Places places) {
    this.places = places;
  }

  /** With the gazetteer of this build. */
  public static PlaceFinder standard() {
    return new PlaceFinder(Places.standard());
  }

  /** The places of a sentence, in order, without overlap. */
  public List<PlaceMention> find(Document document, Sentence sentence) {
    return find(Lexemes.of(document, sentence));
  }

  List<PlaceMention> find(Lexemes x) {
    List<PlaceMention> found = new ArrayList<>();
    int i = 0;
    while (i < x.size) {
      i = Math.max(i + 1, at(x, i, found));
    }
    return found;
  }

  private int at(Lexemes x, int i, List<PlaceMention> found) {
    if (x.number(i)) {
      return numbered(x, i, found);
    }
    if (!x.capitalised(i)) {
      return i + 1;
    }
    WordTree.Hit<List<Place>> hit = places.at(x, i);
    if (x.is(i - 1, "of") && x.in(i - 2, TOWN_OF)) {
      int e = nameEnd(x, i);
      if (e <= i + 3 && (hit == null || hit.end() < e)) {
        return add(x, i, e, x.raw(i, e), Granularity.CITY, found); // "the town of West Larch"
      }
    }
    boolean saint = hit != null && saintInside(x, i, hit.end());
    int end = saint ? -1 : shaped(x, i, found);
    if (end > 0) {
      return end;
    }
    if (hit == null || !wellWritten(x, i, hit.end())) {
      int part = cityPart(x, i, found);
      return part > 0 ? part : unknownTown(x, i, found);
    }
    return gazetted(x, i, hit, found);
  }

  /** "Port St. Lucie": the "St." of a town, not of a street. */
  private static boolean saintInside(Lexemes x, int i, int end) {
    for (int k = i; k < end - 2; k++) {
      if (x.is(k, "st") && x.is(k + 1, ".")) {
        return true;
      }
    }
    return false;
  }

  /** "South Springfield": a part of a large city. */
  private int cityPart(Lexemes x, int i, List<PlaceMention> found) {
    if (!x.in(i, COMPASS) || x.capitalised(i - 1) || !x.capitalised(i + 1)) {
      return 0;
    }
    WordTree.Hit<List<Place>> hit = places.at(x, i + 1);
    Place city = hit == null ? null : Places.largest(hit.value());
    if (hit == null || city == null || city.thousands() < LARGE) {
      return 0;
    }
    if (x.capitalised(hit.end()) && !x.in(hit.end(), WEEKDAYS)) {
      return 0;
    }
    found.add(
        new PlaceMention(
            x.start(i),
            x.end(hit.end() - 1),
            x.raw(i, hit.end()),
            Granularity.CITY,
            null,
            city.zone()));
    return hit.end();
  }

  // --- streets and venues

  /** "The 500 block of West Elm Street", "42nd Street". */
  private int numbered(Lexemes x, int i, List<PlaceMention> found) {
    if (x.phrase(i + 1, "block", "of")) {
      int s = x.is(i + 3, "the") ? i + 4 : i + 3;
      int e = street(x, s);
      if (e < 0) {
        e = properEnd(x, s);
      }
      if (e > s) {
        int from = x.is(i - 1, "the") ? i - 1 : i;
        return add(x, from, e, x.raw(i, e), Granularity.STREET, found);
      }
      return i + 3;
    }
    int e =
        Numbers.isOrdinalSuffix(x, i + 1)
            ? street(x, i)
            : x.capitalised(i + 1) || x.number(i + 1) ? street(x, i + 1) : -1;
    return e > 0 ? crossing(x, i, e, found) : i + 1;
  }

  /** The end of a street's name that begins here; -1 if none does. */
  private static int street(Lexemes x, int i) {
    int j = i;
    for (int n = 0; n < 5; n++) {
      if (n > 0 && x.in(j, STREETS) && x.capitalised(j)) {
        boolean name = x.capitalised(j + 1) && !x.spaced(j + 1) || x.is(j, "court") && !x.number(i);
        boolean dot =
            x.is(j + 1, ".") && x.lower(j).length() <= 4 && (x.spaced(j + 2) || x.mark(j + 2));
        if (name
            || x.is(j, "way") && n < 1
            || x.is(j, "st") && !dot && x.capitalised(j + 1) && n < 1) {
          return -1;
        }
        return dot && j + 2 < x.size ? j + 2 : j + 1;
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

  /** With the street that crosses it: "Elm Street and 5th Avenue". */
  private int crossing(Lexemes x, int i, int end, List<PlaceMention> found) {
    int e = end;
    if (x.is(e, "and") || x.is(e, "at")) {
      int other = street(x, e + 1);
      e = other > 0 ? other : e;
    }
    return add(x, i, e, x.raw(i, e), Granularity.STREET, found);
  }

  /** The end of a run of capitalised words. */
  private static int properEnd(Lexemes x, int i) {
    int j = i;
    while (j < i + LONGEST_NAME
        && (x.capitalised(j)
            || x.number(j) && Numbers.isOrdinalSuffix(x, j + 1)
            || x.is(j, ".") && x.lower(j - 1).length() == 1 && x.capitalised(j + 1))) {
      j += x.number(j) ? 2 : 1;
    }
    return j;
  }

  /** As {@link #properEnd}, without the day that may follow: "near Trout Run Tuesday". */
  private static int nameEnd(Lexemes x, int i) {
    int e = properEnd(x, i);
    while (e > i + 1 && x.in(e - 1, WEEKDAYS)) {
      e--;
    }
    return hyphened(x, e);
  }

  private int shaped(Lexemes x, int i, List<PlaceMention> found) {
    if (x.in(i, Nouns.FUNCTION)
        || TITLES.contains(x.lower(i))
            && !x.is(i, "general")
            && !x.is(i, "king")
            && !x.is(i, "queen")
            && !x.is(i, "prince")
            && !x.is(i, "lady")) {
      return -1;
    }
    boolean whole = !x.capitalised(i - 1) || i == 1 && x.in(0, Nouns.FUNCTION);
    if (!whole) {
      return -1;
    }
    int street = street(x, i);
    if (street > 0) {
      return crossing(x, i, street, found);
    }
    int area = area(x, i, found);
    return area > 0 ? area : venue(x, i, found);
  }

  /** "Cook County", "Anhui Province". */
  private int area(Lexemes x, int i, List<PlaceMention> found) {
    for (int j = i + 1; j <= i + 3; j++) {
      if (x.in(j, AREAS) && x.capitalised(j)) {
        boolean town = x.is(j, "township") || x.is(j, "borough");
        if (x.capitalised(j + 1) && !(town && x.in(j + 1, CIVIC))) {
          return -1; // the county's sheriff or court
        }
        Place within = regionAfter(x, j + 1);
        int end = within == null ? j + 1 : regionEnd(x, j + 1);
        String in = within == null ? null : within(within.name(), within.country());
        ZoneId zone = within == null ? null : within.zone();
        found.add(
            new PlaceMention(
                x.start(i),
                x.end(end - 1),
                x.raw(i, j + 1),
                town ? Granularity.CITY : Granularity.REGION,
                in,
                zone));
        return end;
      }
      if (!x.capitalised(j)) {
        return -1;
      }
    }
    return -1;
  }

  /** "St. Mary's Hospital", "University of Texas", "Joint Base Andrews". */
  private int venue(Lexemes x, int i, List<PlaceMention> found) {
    if (x.in(i, BASES) && x.capitalised(i + 1)) {
      boolean base =
          x.is(i, "joint")
              ? x.is(i + 1, "base")
              : !x.is(i, "naval") || x.is(i + 1, "station") || x.is(i + 1, "base");
      int e = hyphened(x, properEnd(x, i + 1));
      if (base && e > i + 1) {
        return add(x, i, e, x.raw(i, e), Granularity.VENUE, found);
      }
    }
    int last = -1;
    int j = i;
    for (int n = 0; n < 9 && j < x.size; n++) {
      if (x.capitalised(j)) {
        if (n > 0 && x.in(j, VENUES)) {
          last = j + 1;
        }
        j++;
      } else if (x.is(j, "'") && x.is(j + 1, "s") && x.capitalised(j + 2) && !x.spaced(j)) {
        j += 2;
      } else if (x.is(j, ".") && x.capitalised(j + 1) && x.lower(j - 1).length() <= 2
          || x.is(j, "-") && !x.spaced(j) && x.capitalised(j + 1)) {
        j++;
      } else if (x.in(j, LINKS) && x.capitalised(j + 1) && n > 0 && !x.is(j, "and")) {
        j++;
      } else {
        break;
      }
    }
    if (x.is(i, "university") && x.is(i + 1, "of") && x.capitalised(i + 2)) {
      last = Math.max(last, hyphened(x, properEnd(x, i + 2)));
    }
    boolean person = last > 0 && (x.is(last, "police") || x.capitalised(last));
    if (last < 0 || person && !x.in(last, VENUES)) {
      return -1;
    }
    return add(x, i, last, x.raw(i, last), Granularity.VENUE, found);
  }

  private static int hyphened(Lexemes x, int end) {
    int e = end;
    while (x.is(e, "-") && !x.spaced(e) && x.capitalised(e + 1) && !x.spaced(e + 1)) {
      e += 2;
    }
    return e;
  }

  private int add(
      Lexemes x, int from, int to, String name, Granularity g, List<PlaceMention> found) {
    found.add(new PlaceMention(x.start(from), x.end(to - 1), name, g, null, null));
    return to;
  }

  // --- the gazetteer

  /** Capitals where names have them; "US" and abbreviations as they are written. */
  private static boolean wellWritten(Lexemes x, int i, int end) {
    if (x.is(i, "us") && end == i + 1) {
      return x.raw(i).equals("US");
    }
    for (int k = i; k < end; k++) {
      if (x.word(k) && !x.capitalised(k) && !x.in(k, LINKS) && x.lower(k).length() > 3) {
        return false;
      }
    }
    return !(x.spaced(end)
        ? false
        : x.is(end, "-")
            && x.word(end + 1)
            && !x.spaced(end + 1)
            && x.capitalised(end + 1)
            && end == i + 1
            && x.lower(i).length() < 3);
  }

  private int gazetted(Lexemes x, int i, WordTree.Hit<List<Place>> hit, List<PlaceMention> found) {
    boolean city = x.is(hit.end(), "city") && x.capitalised(hit.end());
    int end = city ? hit.end() + 1 : hit.end();
    if (x.in(end, AREAS) && x.capitalised(end)) {
      return end + 1; // the county of that name
    }
    if (x.capitalised(end) && ofTown(x, i, properEnd(x, i))) {
      return unknownTown(x, i, found); // a longer name than the gazetteer's
    }
    Place region = regionAfter(x, end);
    if (region != null && !x.is(i - 1, ",") || region != null && found.isEmpty()) {
      int to = regionEnd(x, end);
      Place town = inRegion(hit.value(), region);
      boolean known =
          town != null
              || region.granularity() == Granularity.REGION && region.country().equals("US");
      if (known && !beforeIsName(x, i)) {
        String name = town == null || city ? x.raw(i, end) : town.name();
        ZoneId zone = town == null ? region.zone() : town.zone();
        String in =
            town != null && region.granularity() == Granularity.COUNTRY
                ? within(town.region(), town.country())
                : within(
                    region.granularity() == Granularity.REGION ? region.name() : "",
                    region.country());
        found.add(new PlaceMention(x.start(i), x.end(to - 1), name, Granularity.CITY, in, zone));
        return to;
      }
    }
    List<Place> spelled = spelled(x.raw(i, hit.end()), hit.value());
    Place only = places.only(spelled);
    Place large = Places.largeCity(spelled);
    Place any = only != null ? only : large != null ? large : spelled.get(0);
    boolean townsman =
        any.granularity() == Granularity.CITY
            && (ofTown(x, i, end)
                || (x.is(i - 1, "a") || x.is(i - 1, "the"))
                    && x.in(end, IN_TOWN)
                    && !(x.in(i, GIVEN) && end == i + 1));
    if (!townsman && !isPlace(x, i, end, any, hit.value()) || inStreets(x, end) || inBody(x, i)) {
      return end;
    }
    String in =
        only == null
            ? null
            : within(
                only.region(), only.granularity() == Granularity.COUNTRY ? "" : only.country());
    if (x.in(end, PART_OF_TOWN)) {
      // "The Houston neighborhood" is a part of some other town.
      return add(x, i, end, any.name(), Granularity.CITY, found);
    }
    String name = city ? x.raw(i, end) : any.name();
    ZoneId zone = places.zone(any.name());
    found.add(new PlaceMention(x.start(i), x.end(end - 1), name, any.granularity(), in, zone));
    return end;
  }

  /** Those that are written with the very letters, if any is: "Macon" before "M\u00e2con". */
  private static List<Place> spelled(String name, List<Place> all) {
    List<Place> same = all.stream().filter(p -> p.name().equals(name)).toList();
    return same.isEmpty() ? all : same;
  }

  private @Nullable String within(String region, String country) {
    String c = places.country(country);
    if (region.isEmpty()) {
      return c.isEmpty() ? null : c;
    }
    return c.isEmpty() ? region : region + ", " + c;
  }

  private static @Nullable Place inRegion(List<Place> cities, Place region) {
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

  /** The region or country in ", Texas", ", TX", ", Ukraine". */
  private @Nullable Place regionAfter(Lexemes x, int j) {
    if (!x.is(j, ",") || !x.capitalised(j + 1)) {
      return null;
    }
    WordTree.Hit<List<Place>> hit = places.at(x, j + 1);
    if (hit != null && wellWritten(x, j + 1, hit.end()) && !x.capitalised(hit.end())) {
      Place region = null;
      for (Place p : hit.value()) {
        boolean us = p.granularity() == Granularity.REGION && p.country().equals("US");
        if (us
            || region == null
                && (p.granularity() == Granularity.REGION
                    || p.granularity() == Granularity.COUNTRY)) {
          region = p;
        }
      }
      if (region != null) {
        return region;
      }
    }
    return x.upper(j + 1) && x.raw(j + 1).length() == 2 ? places.code(x.raw(j + 1)) : null;
  }

  private int regionEnd(Lexemes x, int j) {
    WordTree.Hit<List<Place>> hit = places.at(x, j + 1);
    return hit != null && wellWritten(x, j + 1, hit.end()) ? hit.end() : j + 2;
  }

  /** "Smallville, Texas" where the gazetteer does not have the town. */
  private int unknownTown(Lexemes x, int i, List<PlaceMention> found) {
    int e = nameEnd(x, i);
    Place region = e <= i + 3 && e > i ? regionAfter(x, e) : null;
    if (region == null
        && e == i + 2
        && x.is(i + 1, "city")
        && x.in(i - 1, IN)
        && !x.in(i, NO_TOWN)) {
      return add(x, i, e, x.raw(i, e), Granularity.CITY, found);
    }
    boolean townsman =
        e > i
            && e <= i + 2
            && ofTown(x, i, e)
            && mayBeTown(x, i, e)
            && !(x.in(i, GIVEN) && e == i + 1);
    if (region == null && e > i && e <= i + 2 && (townsman || unknownVenue(x, i, e, found))) {
      found.add(
          new PlaceMention(x.start(i), x.end(e - 1), x.raw(i, e), Granularity.CITY, null, null));
      return e;
    }
    boolean led = x.in(i - 1, IN) || x.is(i - 1, "of") || x.is(i - 1, "from") || i == 0;
    if (region == null
        || !led
        || region.granularity() != Granularity.REGION
        || x.in(i, Nouns.FUNCTION)) {
      return i + 1;
    }
    int to = regionEnd(x, e);
    found.add(
        new PlaceMention(
            x.start(i),
            x.end(to - 1),
            x.raw(i, e),
            Granularity.CITY,
            within(region.name(), region.country()),
            region.zone()));
    return to;
  }

  /** "Was found dead in Smallville.": where harm was done, if nothing else can be meant. */
  private static boolean unknownVenue(Lexemes x, int i, int end, List<PlaceMention> found) {
    boolean area = x.is(i - 1, "the") && x.is(end, "area");
    int b = area || x.in(i - 1, BEFORE_TOWN) ? i - 2 : i - 1;
    boolean in =
        x.is(b, "in")
            || x.is(b, "near")
            || x.is(b, "outside")
            || x.is(b, "of") && x.in(b - 1, COMPASS);
    boolean closes =
        end >= x.size
            || x.is(end, ".")
            || x.is(end, ",")
            || x.is(end, "on")
            || x.is(end, "in")
            || x.is(end, "when")
            || x.is(end, "for")
            || x.in(end, WEEKDAYS)
            || area;
    return in
        && closes
        && mayBeTown(x, i, end)
        && !x.in(i, GIVEN)
        && (onStreet(x, b, found) || happens(x));
  }

  /** "On Elm Street in", "at Elm and Oak streets in". */
  private static boolean onStreet(Lexemes x, int in, List<PlaceMention> found) {
    PlaceMention last = found.isEmpty() ? null : found.get(found.size() - 1);
    return last != null
        && last.granularity() == Granularity.STREET
        && in > 0
        && last.end() == x.end(in - 1);
  }

  /** Whether the sentence speaks of harm, or of what brings it. */
  private static boolean happens(Lexemes x) {
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

  private static boolean mayBeTown(Lexemes x, int i, int end) {
    String w = x.lower(end - 1);
    return !(x.in(i, Nouns.FUNCTION)
        || x.upper(i)
        || MONTHS.contains(w)
        || isWord(w)
        || Casualties.harms(w)
        || DEMONYMS.contains(x.raw(end - 1))
        || w.length() < 4
        || w.endsWith("ish")
        || w.endsWith("ese"));
  }

  /** "A Smallville man", "her Smallville home"; not "the Smith home", which is the family's. */
  private static boolean ofTown(Lexemes x, int i, int end) {
    boolean aged = x.is(i - 1, "old") && x.is(i - 3, "year");
    boolean home = x.is(i - 1, "his") || x.is(i - 1, "her") || x.is(i - 1, "their");
    boolean one = x.is(i - 1, "a") || x.is(i - 1, "an") || aged || home;
    return one && x.in(end, OF_TOWN) && !x.capitalised(end) && !DEMONYMS.contains(x.raw(i));
  }

  private static boolean beforeIsName(Lexemes x, int i) {
    boolean dot = x.is(i - 1, ".");
    int b = dot ? i - 2 : i - 1;
    if (TITLES.contains(x.lower(b)) && x.capitalised(b)) {
      return true;
    }
    return !dot && x.capitalised(b) && !x.in(b, Nouns.FUNCTION) && !x.upper(b) && !x.in(b, CIVIC);
  }

  private boolean isPlace(Lexemes x, int i, int end, Place p, List<Place> all) {
    if (p.granularity() == Granularity.OTHER) {
      return !x.capitalised(end);
    }
    if (beforeIsName(x, i) && p.granularity() != Granularity.COUNTRY) {
      return false;
    }
    if (beforeIsName(x, i)
        && (x.in(i, GIVEN) || TITLES.contains(x.lower(x.is(i - 1, ".") ? i - 2 : i - 1)))) {
      return false;
    }
    boolean nameFollows =
        x.capitalised(end)
            && (!x.spaced(end - 1) || x.spaced(end))
            && !(x.in(end, WEEKDAYS) && (x.in(i - 1, IN) || x.in(i - 1, COMPASS)));
    if (nameFollows && !x.in(end, CIVIC)) {
      return p.granularity() == Granularity.COUNTRY && !x.in(i, GIVEN)
          || p.granularity() == Granularity.REGION && TITLES.contains(x.lower(end));
    }
    boolean dateline =
        i == 0
            && x.upper(i)
            && x.lower(i).length() > 2
            && (x.is(end, "(") || x.is(end, "-") || x.is(end, ","));
    if (dateline
        || p.granularity() == Granularity.COUNTRY
        || p.granularity() == Granularity.REGION) {
      boolean given = x.in(i, GIVEN) && end == i + 1;
      return dateline || !given || led(x, i, true);
    }
    boolean common = isWord(x.lower(i)) && end == i + 1 || x.upper(i) && x.lower(i).length() < 4;
    if (common && x.is(end, "police") && x.capitalised(end) && !NEVER_TOWNS.contains(x.lower(i))) {
      return true;
    }
    if (common) {
      return x.is(i - 1, "in")
          && (x.spaced(end) || x.is(end, ",") || x.is(end, "."))
          && x.spaced(i)
          && !x.upper(i)
          && !MONTHS.contains(x.lower(i))
          && (all.size() > 1 || p.thousands() >= 20)
          && x.lower(i).length() > 3
          && !x.capitalised(end);
    }
    boolean given = x.in(i, GIVEN) && end == i + 1;
    boolean civic =
        x.in(end, CIVIC) && !x.is(end, "public")
            || x.is(end, "-") && x.capitalised(end + 1) && x.is(end + 2, "police");
    boolean local =
        x.in(end, LOCAL)
            || x.in(end, OF_TOWN)
            || x.lower(end).endsWith("based")
            || x.is(end, "-") && x.is(end + 1, "based");
    if (ofSide(x, end) && p.thousands() >= (given ? 300 : 1)) {
      return true;
    }
    boolean article = x.is(i - 1, "a") || x.is(i - 1, "an") || x.is(i - 1, "the") || i == 0;
    if (civic || local && article && p.thousands() >= (given ? 300 : 20)) {
      return true;
    }
    if (p.thousands() >= 500 && !given || p.thousands() >= 1500) {
      return true;
    }
    return led(x, i, p.thousands() >= 50 && !given);
  }

  /** "Detroit's west side". */
  private static boolean ofSide(Lexemes x, int end) {
    return x.is(end, "'")
        && x.is(end + 1, "s")
        && x.in(end + 2, COMPASS)
        && (x.is(end + 3, "side") || x.is(end + 3, "end"));
  }

  /** "The Conference on Trade and Travel in Norland": the end of a body's name. */
  private static boolean inBody(Lexemes x, int i) {
    if (!x.is(i - 1, "in") || !x.capitalised(i - 2)) {
      return false;
    }
    int k = i - 2;
    while (k > i - LONGEST_NAME && (x.capitalised(k) || x.in(k, BODY_LINKS))) {
      if (x.in(k, BODIES) && x.in(k + 1, BODY_LINKS)) {
        return true;
      }
      k--;
    }
    return false;
  }

  private static boolean isWord(String w) {
    return NEVER_TOWNS.contains(w) || ALSO_WORDS.contains(w) || SURNAMES.contains(w);
  }

  /** "Bergen and Holm streets", "Bergen streets": names of streets. */
  private static boolean inStreets(Lexemes x, int end) {
    int k = end;
    while (k < end + LONGEST_NAME && (x.is(k, "and") || x.is(k, ",") || x.capitalised(k))) {
      k++;
    }
    return x.in(k, Set.of("streets", "avenues", "roads", "boulevards", "drives"));
  }

  /**
   * Towns of the gazetteer that a headline names, where every word may have a capital: no words
   * that mean something else as well, and no first names.
   */
  public List<String> towns(String headline) {
    Lexemes x = Lexemes.of(headline);
    List<String> out = new ArrayList<>();
    int i = 0;
    while (i < x.size) {
      WordTree.Hit<List<Place>> hit = x.capitalised(i) ? places.at(x, i) : null;
      if (hit == null) {
        i++;
        continue;
      }
      boolean one = hit.end() == i + 1;
      boolean other = one && (isWord(x.lower(i)) || x.in(i, GIVEN) || Casualties.harms(x.lower(i)));
      if (Places.largest(hit.value()) != null && !other && x.lower(i).length() > 3) {
        out.add(x.raw(i, hit.end()));
      }
      i = hit.end();
    }
    return out;
  }

  private static boolean led(Lexemes x, int i, boolean large) {
    int b = x.is(i - 1, "the") ? i - 2 : i - 1;
    if (x.in(b, IN)
        || x.in(b, COMPASS) && x.in(b - 1, IN)
        || x.is(b, "of")
            && (x.is(b - 1, "city")
                || x.is(b - 1, "town")
                || x.is(b - 1, "village")
                || x.is(b - 1, "suburb")
                || x.is(b - 1, "north")
                || x.is(b - 1, "south")
                || x.is(b - 1, "east")
                || x.is(b - 1, "west")
                || x.is(b - 1, "capital")
                || x.is(b - 1, "outskirts")
                || x.is(b - 1, "southeast")
                || x.is(b - 1, "northeast")
                || x.is(b - 1, "southwest")
                || x.is(b - 1, "northwest"))) {
      return true;
    }
    return large && x.in(b, AT_LEAST_OF);
  }
}
