package news.slugline.claim.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How telling a term is: the frozen table of inverse document frequencies, in hundredths of the
 * natural logarithm. Whole numbers, so that sums are the same in any order. A term that the table
 * does not know is a rare one.
 */
public final class TermWeights {
  /** Reads the table when it is first asked for. */
  private static final class Holder {
    static final TermWeights WEIGHTS = read();
  }

  private final Map<String, Integer> weights;
  private final int unseen;

  private TermWeights(Map<String, Integer> weights, int unseen) {
    this.weights = weights;
    this.unseen = unseen;
  }

  /** The table of the resource {@code term-weights.tsv}. */
  public static TermWeights standard() {
    return Holder.WEIGHTS;
  }

  private static TermWeights read() {
    List<String> lines = WordLists.lines("term-weights.tsv");
    Map<String, Integer> weights = new HashMap<>(lines.size() * 2);
    int unseen = 0;
    for (String line : lines) {
      int tab = line.indexOf('\t');
      int weight = Integer.parseInt(line.substring(tab + 1));
      String term = line.substring(0, tab);
      if (term.equals("*")) {
        unseen = weight;
      } else {
        weights.put(term, weight);
      }
    }
    return new TermWeights(weights, unseen);
  }

  /**
   * The weight of a term as {@link Terms} gives it: 0 for a word of every text, up to about 700.
   */
  public int weight(String term) {
    Integer w = weights.get(term);
    return w == null ? unseen : w;
  }

  /** Whether the table knows the term. */
  public boolean isKnown(String term) {
    return weights.containsKey(term);
  }

  /** The weight of a term that the table does not know. */
  public int unseen() {
    return unseen;
  }
}
