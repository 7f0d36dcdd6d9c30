package news.slugline.claim.value;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import news.slugline.claim.value.QuantityMention.Slot;
import org.jspecify.annotations.Nullable;

/** Units, currencies and words that compare. */
final class Units {
  /** A unit by its canonical name. */
  record Unit(String name, Slot slot) {}

  static final WordTree<Unit> UNITS = units();
  static final WordTree<String> CURRENCY_NAMES = currencies(false);
  static final WordTree<String> CURRENCY_SIGNS = currencies(true);
  static final WordTree<Comparator> BEFORE = comparators("before");
  static final WordTree<Comparator> AFTER = comparators("after");

  private static final Set<String> ALSO_OTHER_WORDS =
      Set.of("won", "real", "lev", "leu", "lei", "leva", "rand", "dong", "quid", "birr", "cent");

  private Units() {}

  private static WordTree<Unit> units() {
    WordTree<Unit> tree = new WordTree<>();
    for (String[] row : Lists.rows("units.tsv", 3)) {
      Unit unit = new Unit(row[1], Slot.valueOf(row[2].toUpperCase(Locale.ROOT)));
      for (String name : row[0].split("\\|")) {
        tree.add(name, unit);
        if (name.indexOf(' ') > 0) {
          tree.add(name.replace(' ', '-'), unit);
        }
      }
    }
    return tree;
  }

  private static WordTree<String> currencies(boolean signs) {
    WordTree<String> tree = new WordTree<>();
    for (String[] row : Lists.rows("currencies.tsv", 2)) {
      for (String name : row[0].split("\\|")) {
        boolean code = name.length() == 3 && row[1].toLowerCase(Locale.ROOT).equals(name);
        boolean sign =
            !Character.isLetter(name.charAt(name.length() - 1)) || name.equals("rs") || code;
        if (sign == signs || code) {
          tree.add(name, row[1]);
        }
      }
    }
    return tree;
  }

  private static WordTree<Comparator> comparators(String side) {
    WordTree<Comparator> tree = new WordTree<>();
    for (String[] row : Lists.rows("comparators.tsv", 3)) {
      if (row[2].equals(side)) {
        for (String name : row[0].split("\\|")) {
          tree.add(name, Comparator.valueOf(row[1]));
        }
      }
    }
    return tree;
  }

  /**
   * A currency's name after its number; codes in capitals only, words with other senses never bare.
   */
  static WordTree.@Nullable Hit<String> currencyAfter(Lexemes x, int i, boolean scaled) {
    WordTree.Hit<String> hit = CURRENCY_NAMES.longest(x, i);
    if (hit == null) {
      return null;
    }
    String first = x.lower(hit.end() - 1);
    boolean code = first.length() == 3 && hit.value().toLowerCase(Locale.ROOT).equals(first);
    if (code && hit.end() == i + 1) {
      return x.upper(i) ? hit : null;
    }
    boolean other = hit.end() == i + 1 && ALSO_OTHER_WORDS.contains(first);
    return other && !scaled ? null : hit;
  }

  static final Map<String, String> IRREGULAR =
      Map.ofEntries(
          Map.entry("men", "man"),
          Map.entry("women", "woman"),
          Map.entry("children", "child"),
          Map.entry("people", "people"),
          Map.entry("persons", "people"),
          Map.entry("person", "people"),
          Map.entry("feet", "foot"),
          Map.entry("teeth", "tooth"),
          Map.entry("lives", "life"),
          Map.entry("wives", "wife"),
          Map.entry("knives", "knife"),
          Map.entry("species", "species"),
          Map.entry("series", "series"),
          Map.entry("troops", "troops"),
          Map.entry("police", "police"),
          Map.entry("crises", "crisis"),
          Map.entry("houses", "house"),
          Map.entry("cases", "case"),
          Map.entry("bases", "base"),
          Map.entry("phases", "phase"),
          Map.entry("nurses", "nurse"),
          Map.entry("horses", "horse"),
          Map.entry("businesses", "business"),
          Map.entry("movies", "movie"),
          Map.entry("shoes", "shoe"));

  /** The lemma of a noun, by rule. */
  static String lemma(String noun) {
    String n = noun.toLowerCase(Locale.ROOT);
    String irregular = IRREGULAR.get(n);
    if (irregular != null) {
      return irregular;
    }
    if (n.endsWith("men") && n.length() > 4) {
      return n.substring(0, n.length() - 2) + "an";
    }
    if (n.endsWith("children")) {
      return n.substring(0, n.length() - 3);
    }
    if (n.endsWith("ies") && n.length() > 4) {
      return n.substring(0, n.length() - 3) + "y";
    }
    if (n.endsWith("sses") || n.endsWith("shes") || n.endsWith("ches") || n.endsWith("xes")) {
      return n.substring(0, n.length() - 2);
    }
    boolean plural =
        n.length() > 3
            && n.endsWith("s")
            && !n.endsWith("ss")
            && !n.endsWith("us")
            && !n.endsWith("is");
    return plural ? n.substring(0, n.length() - 1) : n;
  }
}
