package news.slugline.claim.value;

import java.util.Set;
import news.slugline.claim.text.WordGroups;
import news.slugline.claim.value.QuantityMention.Slot;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that stand without a noun because what they count stands before them: "the number of
 * confirmed cases has reached 203", "17 further cases, bringing the total to 203"; or in the
 * sentence before.
 */
final class Totals {
  private static final WordGroups WORDS = WordGroups.of(Totals.class, "harm-words.tsv");
  private static final Set<String> LINKS = WORDS.get("toll links");
  private static final Set<String> VERBS = WORDS.get("toll verbs");
  private static final Set<String> RAISERS = WORDS.get("toll raisers");
  private static final Set<String> TALLIED = WORDS.get("tallied");
  private static final Set<String> HAVE = Set.of("has", "have");
  private static final Set<String> COUNTS = Set.of("total", "number", "tally", "count", "figure");
  private static final Set<String> HARMS = Set.of("deaths", "fatalities", "injuries");
  private static final Set<String> TO = Set.of("to", "at");

  /** Words between "total" or "number" and the number itself, and between them and their verb. */
  private static final int REACH = 12;

  private static final int RAISER_REACH = 4;

  private Totals() {}

  /** What is counted by a number that begins at a lexeme; null if no "number of" is before it. */
  static Nouns.@Nullable Phrase numberOf(Lexemes x, int at) {
    boolean moves = false;
    for (int k = at - 1; x.in(at - 1, LINKS) && isWithin(x, k, at); k--) {
      if (x.is(k, "number") && x.is(k + 1, "of")) {
        int of = Casualties.startsPredicate(x, k + 2) ? k + 3 : k + 2; // "confirmed cases"
        Nouns.Phrase p = Nouns.read(x, of, false);
        boolean put = x.in(at - 1, TO) && isBehindRaiser(x, k); // "puts the number of homes at 203"
        return (moves || put) && p != null && Nouns.isPlural(x.lower(p.head())) ? p : null;
      }
      if (moves && x.in(k, TALLIED)) {
        return new Nouns.Phrase(k, k + 1, k, false); // "measles cases in the city have reached 112"
      }
      moves |= x.in(k, VERBS);
    }
    return null;
  }

  /** "Deaths stand at 34", "confirmed fatalities rose to 12": of what harm; null if of none. */
  static @Nullable Slot harmOf(Lexemes x, int at) {
    boolean moves = false;
    for (int k = at - 1; x.in(at - 1, LINKS) && isWithin(x, k, at); k--) {
      if (moves && x.in(k, HARMS)) {
        return x.is(k, "injuries") ? Slot.INJURED : Slot.KILLED;
      }
      moves |= x.in(k, VERBS);
    }
    return null;
  }

  /** Whether a number that begins at a lexeme is that to which something brings the total. */
  static boolean isRaised(Lexemes x, int at) {
    for (int k = at - 1; x.in(at - 1, TO) && isWithin(x, k, at); k--) {
      if (x.is(k, "total")) {
        return isBehindRaiser(x, k);
      }
    }
    return false;
  }

  /**
   * Whether a number that begins at a lexeme is the total of what was counted before: "the total
   * now stands at 203", "that brings the number to 203", "the county now has 203".
   */
  static boolean goesOn(Lexemes x, int at) {
    if (x.in(at - 1, HAVE) && x.is(at - 2, "now") || x.in(at - 2, HAVE) && x.is(at - 1, "now")) {
      return true;
    }
    boolean moves = false;
    for (int k = at - 1; x.in(at - 1, LINKS) && isWithin(x, k, at); k--) {
      if (x.in(k, COUNTS)) {
        return (moves || isBehindRaiser(x, k)) && !x.is(k + 1, "of");
      }
      moves |= x.in(k, VERBS);
    }
    return false;
  }

  private static boolean isBehindRaiser(Lexemes x, int total) {
    for (int k = total - 1; isWithin(x, k, total) && k >= total - RAISER_REACH; k--) {
      if (x.in(k, RAISERS)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a lexeme stands before the other in the same run of words. */
  private static boolean isWithin(Lexemes x, int k, int at) {
    boolean from = x.number(k) && x.is(k - 1, "from");
    return k >= 0 && k >= at - REACH && (x.word(k) || from);
  }
}
