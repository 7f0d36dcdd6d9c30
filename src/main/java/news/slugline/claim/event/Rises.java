package news.slugline.claim.event;

import java.util.List;
import java.util.Set;
import news.slugline.claim.event.Clauses.Clause;
import news.slugline.claim.text.Token;
import news.slugline.claim.value.NumberWords;

/** What rises and falls: prices and the like are events, a count or toll that rises is none. */
public final class Rises {
  private static final Set<String> MEASURED = EventFinder.WORDS.get("measured classes");
  private static final Set<String> MEASURES = EventFinder.WORDS.get("measures");
  private static final Set<String> COUNTS = EventFinder.WORDS.get("counts");
  private static final Set<String> MEASURE_UNITS = EventFinder.WORDS.get("measure units");

  /** How far behind its verb a measure or its figure stands, in tokens. */
  private static final int MEASURE_REACH = 7;

  private static final Set<String> RISES = EventFinder.WORDS.get("rises");
  private static final Set<String> RISE_LINKS = EventFinder.WORDS.get("between a rise and its day");
  private static final Set<String> RISEN_TO = EventFinder.WORDS.get("risen to");

  /** Tokens from a rise to its number. */
  private static final int RISE_REACH = 5;

  private Rises() {}

  /** Whether events of a class are rises and falls. */
  public static boolean isMeasured(String type) {
    return MEASURED.contains(type);
  }

  /** "Fell 3 percent": whether a verb tells of a rise or fall of what is measured. */
  static boolean isRise(List<Token> t, Clause c, Triggers.Hit hit) {
    return measure(t, c, hit) && !counts(t, c, hit);
  }

  /** A price falls and a person does: only what is measured goes up and down. */
  private static boolean measure(List<Token> t, Clause c, Triggers.Hit hit) {
    for (int i = c.first(); i < Math.min(c.end(), hit.end() + MEASURE_REACH); i++) {
      String w = t.get(i).lower();
      boolean unit = i > hit.start() && (w.equals("%") || MEASURE_UNITS.contains(w));
      if (MEASURES.contains(w) || unit) {
        return true;
      }
    }
    return false;
  }

  /** "The number of hospitals hit has risen to 14", "the toll rose": a count, and no price. */
  private static boolean counts(List<Token> t, Clause c, Triggers.Hit hit) {
    boolean count = false;
    for (int i = c.first(); i < Math.min(c.end(), hit.end() + MEASURE_REACH); i++) {
      String w = t.get(i).lower();
      boolean unit = i > hit.start() && (w.equals("%") || MEASURE_UNITS.contains(w));
      if (unit || MEASURES.contains(w) && !COUNTS.contains(w)) {
        return false;
      }
      count |= i < hit.start() && COUNTS.contains(w);
    }
    return count;
  }

  /**
   * "The toll of the sinking rose to 31 on Friday": that is when it rose.
   *
   * @param time its first token
   * @param first token of the sentence
   */
  public static boolean isOfRise(List<Token> t, int time, int first) {
    int i = time - 1;
    while (i > first && RISE_LINKS.contains(t.get(i).lower())) {
      i--;
    }
    boolean number = i > first + 1 && isNumber(t.get(i)) && RISEN_TO.contains(t.get(i - 1).lower());
    for (int k = i; k >= first && k >= i - RISE_REACH; k--) {
      if (RISES.contains(t.get(k).lower())) {
        return number || k == i;
      }
    }
    return false;
  }

  private static boolean isNumber(Token token) {
    return token.isNumber() || NumberWords.of(token.lower()) > 0;
  }
}
