package news.slugline.claim.value;

import java.text.Normalizer;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import news.slugline.claim.value.PlaceMention.Granularity;
import org.jspecify.annotations.Nullable;

/** What the gazetteer knows of places by their names. Immutable, thread-safe. */
public final class Places {

  /**
   * A place.
   *
   * @param region its first-level region, empty if it is one or none is known
   * @param country ISO 3166-1, empty for seas and continents
   * @param thousands of people; 0 if not known
   */
  record Place(
      String name,
      Granularity granularity,
      String region,
      String country,
      int thousands,
      @Nullable ZoneId zone) {

    /** Whether it is a country or a region of one. */
    boolean isArea() {
      return granularity == Granularity.COUNTRY || granularity == Granularity.REGION;
    }

    /** Whether this is the country or the region in which a town is. */
    boolean has(Place town) {
      return country.equals(town.country())
          && (granularity == Granularity.COUNTRY
              || granularity == Granularity.REGION && name.equals(town.region()));
    }
  }

  private static final class Holder {
    static final Places PLACES = new Places();
  }

  /** Words of towns' names that copy shortens and the gazetteer spells now this way, now that. */
  private static final String[][] WRITTEN_OUT = {
    {"St", "Saint"}, {"Ste", "Sainte"}, {"Mt", "Mount"}, {"Ft", "Fort"}
  };

  /** Letters that are none with a mark, and what is written for them. */
  private static final String[][] LETTERS = {
    {"\u0142", "l"}, {"\u0141", "L"}, {"\u00f8", "o"}, {"\u00d8", "O"}, {"\u0131", "i"},
    {"\u0111", "d"}, {"\u0110", "D"}, {"\u00df", "ss"}, {"\u00e6", "ae"}, {"\u00c6", "Ae"},
    {"\u00f0", "d"}, {"\u00fe", "th"}, {"\u00de", "Th"}, {"\u2018", ""}, {"\u2019", ""}
  };

  private final WordTree<List<Place>> names = new WordTree<>();
  private final Map<String, String> countries = new HashMap<>();
  private final Map<String, Place> usCodes = new HashMap<>();
  private final Map<String, String> aliases = new HashMap<>();

  private Places() {
    Map<String, ZoneId> zones = new HashMap<>();
    Map<String, Boolean> several = new HashMap<>();
    readAliases();
    List<Place> cities = cities(zones, several);
    for (String[] row : Lists.rows("countries.tsv", 3)) {
      ZoneId zone = several.containsKey(row[0]) ? null : zones.get(row[0]);
      Place p = new Place(row[1], Granularity.COUNTRY, "", row[0], 0, zone);
      countries.put(row[0], row[1]);
      add(row[1], p);
      others(row[2], p);
    }
    for (String[] row : Lists.rows("regions.tsv", 5)) {
      ZoneId zone = row[4].isEmpty() ? null : ZoneId.of(row[4]);
      Place p = new Place(row[1], Granularity.REGION, "", row[0], 0, zone);
      add(row[1], p);
      others(row[3], p);
      if (!row[2].isEmpty() && (row[0].equals("US") || row[0].equals("CA"))) {
        usCodes.put(row[2], p);
      }
    }
    for (Place c : cities) {
      add(c.name(), c);
      String other = aliases.get(c.name());
      if (other != null) {
        add(
            other,
            new Place(other, Granularity.CITY, c.region(), c.country(), c.thousands(), c.zone()));
      }
    }
    addAliases();
  }

  /** The gazetteer of this build. */
  public static Places standard() {
    return Holder.PLACES;
  }

  private List<Place> cities(Map<String, ZoneId> zones, Map<String, Boolean> several) {
    List<Place> cities = new ArrayList<>();
    String country = "";
    String region = "";
    ZoneId zone = null;
    for (String l : Lists.lines("cities.tsv")) {
      String[] f = l.split("\t", -1);
      if (l.charAt(0) == '@') {
        country = f[0].substring(1);
        region = f[1];
        zone = f[2].isEmpty() ? null : ZoneId.of(f[2]);
        ZoneId before = zone == null ? null : zones.putIfAbsent(country, zone);
        if (before != null && !before.equals(zone)) {
          several.put(country, true);
        }
      } else {
        String name = writtenOut(f[0]);
        cities.add(
            new Place(name, Granularity.CITY, region, country, Integer.parseInt(f[1]), zone));
      }
    }
    return cities;
  }

  /** "St. Cloud" and "Saint Cloud" are one name: the latter. */
  private static String writtenOut(String name) {
    String out = name;
    for (String[] word : WRITTEN_OUT) {
      out = hasWord(out, word[0] + ".") ? out.replace(word[0] + ". ", word[1] + " ") : out;
    }
    return out;
  }

  private static boolean hasWord(String name, String word) {
    return name.startsWith(word + " ") || name.contains(" " + word + " ");
  }

  private void readAliases() {
    for (String[] row : Lists.rows("other-places.tsv", 2)) {
      if (row[1].equals("CITY") && !row[0].equals(row[2])) {
        aliases.put(row[0], row[2]);
      }
    }
  }

  private void addAliases() {
    for (String[] row : Lists.rows("other-places.tsv", 2)) {
      if (!row[1].equals("CITY")) {
        add(row[0], new Place(row[0], Granularity.OTHER, "", "", 0, null));
        continue;
      }
      List<Place> known = names.get(row[2]);
      for (Place p : known == null ? List.<Place>of() : List.copyOf(known)) {
        if (p.granularity() == Granularity.CITY && !row[0].equals(row[2]) && p.thousands() > 50) {
          add(row[0], p);
        }
      }
    }
  }

  private void others(String list, Place p) {
    if (!list.isEmpty()) {
      for (String name : list.split("\\|")) {
        add(name, p);
      }
    }
  }

  /** With the short forms of its words: "St. Cloud" for "Saint Cloud". */
  private void add(String name, Place p) {
    spelled(name, p);
    for (String[] word : WRITTEN_OUT) {
      if (hasWord(name, word[1])) {
        spelled(name.replace(word[1] + " ", word[0] + ". "), p);
        spelled(name.replace(word[1] + " ", word[0] + " "), p);
      }
    }
  }

  private void spelled(String name, Place p) {
    put(name, p);
    String folded = folded(name);
    if (!folded.equals(name)) {
      put(folded, p);
    }
  }

  /** As a desk without the language's letters writes it: "Lodz" for "Łódź". */
  private static String folded(String name) {
    String out = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    for (String[] letter : LETTERS) {
      out = out.replace(letter[0], letter[1]);
    }
    return out;
  }

  private void put(String name, Place p) {
    List<Place> list = names.get(name);
    if (list == null) {
      list = new ArrayList<>(1);
      names.add(name, list);
    }
    if (!list.contains(p)) {
      list.add(p);
    }
  }

  /** The places that the words here may name, the longest name. */
  WordTree.@Nullable Hit<List<Place>> at(Lexemes x, int i) {
    return names.longest(x, i);
  }

  /** The region of a postal code in capitals ("TX"). */
  @Nullable Place code(String capitals) {
    return usCodes.get(capitals);
  }

  String country(String code) {
    return countries.getOrDefault(code, "");
  }

  /**
   * The one place that a name stands for: a country or region, else a city far larger than others.
   */
  @Nullable Place only(List<Place> places) {
    Place first = null;
    Place second = null;
    for (Place p : places) {
      if (first == null || rank(p) > rank(first)) {
        second = first;
        first = p;
      } else if (second == null || rank(p) > rank(second)) {
        second = p;
      }
    }
    if (first == null || second == null) {
      return first;
    }
    if (largeCity(places) != null && first.granularity() == Granularity.REGION) {
      return null; // New York, Washington: the city or the state
    }
    boolean clear =
        first.granularity() != Granularity.CITY && second.granularity() == Granularity.CITY
            || rank(first) >= 5L * rank(second);
    return clear ? first : null;
  }

  /** A city of half a million people or more; null if none is among them. */
  static @Nullable Place largeCity(List<Place> places) {
    Place best = null;
    for (Place p : places) {
      boolean large = p.granularity() == Granularity.CITY && p.thousands() >= 500;
      if (large && (best == null || p.thousands() > best.thousands())) {
        best = p;
      }
    }
    return best;
  }

  /** The city of most people; null if none is among them. */
  static @Nullable Place largest(List<Place> places) {
    Place best = null;
    for (Place p : places) {
      boolean city = p.granularity() == Granularity.CITY;
      if (city && (best == null || p.thousands() > best.thousands())) {
        best = p;
      }
    }
    return best;
  }

  private static long rank(Place p) {
    return p.granularity() == Granularity.CITY ? p.thousands() : 1_000_000;
  }

  /**
   * Whether one place lies in the other, both by name. False for the same place and where the
   * gazetteer does not know.
   */
  public boolean contains(String outer, String inner) {
    List<Place> outers = names.get(outer);
    List<Place> inners = names.get(inner);
    if (outers == null || inners == null) {
      return false;
    }
    for (Place o : outers) {
      for (Place i : inners) {
        boolean inCountry =
            o.granularity() == Granularity.COUNTRY
                && i.granularity() != Granularity.COUNTRY
                && o.country().equals(i.country());
        boolean inRegion =
            o.granularity() == Granularity.REGION
                && i.region().equals(o.name())
                && o.country().equals(i.country());
        if (inCountry || inRegion) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * How large the places of a name are: 0 for a name that is not known, as those of streets and
   * venues, then cities, regions, countries and what is larger. Of several places the smallest.
   */
  public int breadth(String name) {
    List<Place> places = names.get(name);
    int least = Integer.MAX_VALUE;
    for (Place p : places == null ? List.<Place>of() : places) {
      least = Math.min(least, p.granularity().ordinal() - Granularity.STREET.ordinal());
    }
    return least == Integer.MAX_VALUE ? 0 : least;
  }

  /** Thousands of people of the largest city of a name; -1 if none is known. */
  public int thousands(String name) {
    List<Place> places = names.get(name);
    Place city = places == null ? null : largest(places);
    return city == null ? -1 : city.thousands();
  }

  /** The time zone of a place by name ("Anchorage", "Alaska"); null if not known or several. */
  public @Nullable ZoneId zone(String name) {
    List<Place> places = names.get(name);
    if (places == null) {
      return null;
    }
    Place place = only(places);
    if (place == null && places.size() > 1) {
      ZoneId zone = places.get(0).zone();
      for (Place p : places) {
        if (zone == null || !zone.equals(p.zone())) {
          return null;
        }
      }
      return zone;
    }
    return place == null ? null : place.zone();
  }

  /**
   * The time zone of a town where copy says in which region or country it is ("LONDON, Ontario"),
   * else that of the region; null if no such region is known, or several zones are.
   */
  public @Nullable ZoneId zone(String town, String region) {
    List<Place> within = regions(region);
    List<Place> named = names.get(town);
    List<Place> towns = new ArrayList<>();
    for (Place p : named == null ? List.<Place>of() : named) {
      if (within.stream().anyMatch(r -> r.has(p))) {
        towns.add(p);
      }
    }
    Place largest = largest(towns);
    if (largest != null) {
      return largest.zone();
    }
    List<ZoneId> zones =
        within.stream()
            .filter(Place::isArea)
            .map(Place::zone)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    return zones.size() == 1 ? zones.get(0) : null;
  }

  /**
   * The country of a town, ISO 3166-1: that of the region which copy adds to it, else that of the
   * largest town of the name; empty if none is known.
   */
  public String country(String town, String region) {
    Place area = area(regions(region));
    if (area != null) {
      return area.country();
    }
    List<Place> places = names.get(town);
    Place city = places == null ? null : largest(places);
    return city == null ? "" : city.country();
  }

  /** What a name, or the code of a state, may mean as a region. */
  private List<Place> regions(String name) {
    Place state = usCodes.get(name);
    List<Place> named = names.get(name);
    return state != null ? List.of(state) : named == null ? List.of() : named;
  }

  private static @Nullable Place area(List<Place> places) {
    for (Place p : places) {
      if (p.isArea()) {
        return p;
      }
    }
    return null;
  }
}
