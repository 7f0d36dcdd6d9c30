package news.slugline.claim.event;

import java.util.List;
import java.util.Set;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.Token;
import news.slugline.claim.text.WordGroups;

/**
 * Words before a noun by which its event is one besides another: "a second meeting", "new talks".
 */
final class Further {
  /** So many words before the noun: "another round of high-level talks" is too far. */
  private static final int REACH = 4;

  private static final WordGroups GROUPS = WordGroups.of(Further.class, "clause-words.tsv");
  private static final Set<String> WORDS = GROUPS.get("further");

  /**
   * Behind one of these words, what comes next is of another kind: "next week's", "second degree".
   */
  private static final Set<String> OTHERWISE = GROUPS.get("further otherwise");

  private static final Set<String> DESCRIBES = Set.of("ADJ", "NOUN", "PROPN", "NUM");

  private Further() {}

  /** Whether such a word stands before the noun, with nothing between but what describes it. */
  static boolean isBefore(Document d, int first, int noun) {
    List<Token> t = d.tokens();
    int i = noun - 1;
    while (i >= first && i >= noun - REACH && !WORDS.contains(t.get(i).lower())) {
      i--;
    }
    if (i < first || i < noun - REACH || OTHERWISE.contains(t.get(i + 1).lower())) {
      return false;
    }
    for (int k = i + 1; k < noun; k++) {
      if (!DESCRIBES.contains(d.tag(k))) {
        return false;
      }
    }
    return true;
  }
}
