package news.slugline.claim.value;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** What the unit of a quantity is: a measure, persons, or some other thing that is counted. */
public final class CountNouns {
  private static final Set<String> MEASURES = measures();

  private CountNouns() {}

  private static Set<String> measures() {
    Set<String> out = new HashSet<>();
    for (String[] row : Lists.rows("units.tsv", 3)) {
      out.add(row[1].toLowerCase(Locale.ROOT));
    }
    for (String[] row : Lists.rows("currencies.tsv", 2)) {
      out.add(row[1].toLowerCase(Locale.ROOT));
    }
    return Set.copyOf(out);
  }

  /**
   * Whether a unit measures, as hours, per cent and crowns do, and counts nothing by itself.
   *
   * @param unit canonical, see {@link QuantityMention#unit}
   */
  public static boolean isMeasure(String unit) {
    return MEASURES.contains(unit.toLowerCase(Locale.ROOT));
  }

  /** Whether a unit is a noun for persons. */
  public static boolean isPerson(String unit) {
    return Nouns.isPerson(unit.toLowerCase(Locale.ROOT));
  }
}
