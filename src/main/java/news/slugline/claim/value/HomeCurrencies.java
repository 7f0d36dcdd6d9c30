package news.slugline.claim.value;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.slugline.claim.value.QuantityMention.Slot;

/**
 * What a bare "dollar", "rupee" or "crown" means: that of the country where the copy was filed,
 * unless the same copy marks it ("C$5 million"), who then means another one when he does not.
 */
final class HomeCurrencies {
  private static final String ANYWHERE = "-";

  /** By name, then by country, the code. */
  private static final Map<String, Map<String, String>> CODES = codes();

  private HomeCurrencies() {}

  private static Map<String, Map<String, String>> codes() {
    Map<String, Map<String, String>> out = new HashMap<>();
    for (String[] row : Lists.rows("home-currencies.tsv", 3)) {
      out.computeIfAbsent(row[0], k -> new HashMap<>()).put(row[1], row[2]);
    }
    return Map.copyOf(out);
  }

  /**
   * Quantities with the codes of their currencies.
   *
   * @param country where the copy was filed, ISO 3166-1; empty if not known
   * @param text of the whole copy
   */
  static List<QuantityMention> named(List<QuantityMention> found, String country, String text) {
    List<QuantityMention> out = new ArrayList<>(found.size());
    for (QuantityMention m : found) {
      Map<String, String> codes =
          m.slot() == Slot.MONEY ? CODES.getOrDefault(m.unit(), Map.of()) : Map.of();
      String home = codes.get(country);
      String code = home == null || isMarked(home, text) ? codes.get(ANYWHERE) : home;
      out.add(code == null ? m : m.in(code));
    }
    return out;
  }

  /** "C$", "A$", "Canadian dollars": copy that marks the dollars of its country. */
  private static boolean isMarked(String code, String text) {
    return code.endsWith("D")
        && (text.contains(" " + code.charAt(0) + "$")
            || text.contains(code.substring(0, 2) + "$")
            || text.contains("NT$"));
  }
}
