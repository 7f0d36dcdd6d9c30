package news.slugline.claim.quote;

import java.util.Set;
import news.slugline.claim.text.WordGroups;
import org.jspecify.annotations.Nullable;

/**
 * Who puts a number on something says what it is: "police put the crowd at 5,000", "the union puts
 * the number of strikers at 300".
 */
final class Reckoning {
  private static final WordGroups WORDS = WordGroups.of(Speakers.class, "speaker-words.tsv");

  /** Nouns of what a number is put on. */
  private static final Set<String> RECKONED = WORDS.get("reckoned");

  /** Words from the verb to "at". */
  private static final int REACH = 10;

  private Reckoning() {}

  /** The tokens of the source and of the content, each first and end; null if the cue is none. */
  static int @Nullable [] at(Reading r, int cue) {
    int last = cue - 1;
    while (r.tag(last).equals("AUX") || r.tag(last).equals("ADV")) {
      last--; // "has now put"
    }
    boolean put = r.tag[cue].equals("VERB") && r.lemma[cue].equals("put");
    if (!put
        || last < 0
        || r.chunkOf[last] < 0
        || !Sources.speaks(r, r.chunks.get(r.chunkOf[last]))) {
      return null;
    }
    int object = cue + 1 < r.n ? r.chunkOf[cue + 1] : -1;
    if (object < 0 || !RECKONED.contains(r.lemma[r.head(r.chunks.get(object))])) {
      return null;
    }
    for (int i = r.chunks.get(object)[1]; i < Math.min(r.n - 1, cue + REACH); i++) {
      if (r.tag[i].equals("PUNCT") || r.tag[i].equals("VERB")) {
        return null;
      }
      if (r.lower[i].equals("at")) {
        int end = i + 1;
        while (end < r.n && !isEnd(r, end)) {
          end++;
        }
        int[] source = r.chunks.get(r.chunkOf[last]);
        return isNumber(r, i + 1, end) ? new int[] {source[0], source[1], cue + 1, end} : null;
      }
    }
    return null;
  }

  private static boolean isEnd(Reading r, int i) {
    return r.tag[i].equals("PUNCT") && !r.lower[i].equals("-")
        || r.lower[i].equals("while")
        || r.lower[i].equals("but")
        || r.lower[i].equals("and");
  }

  private static boolean isNumber(Reading r, int first, int end) {
    for (int i = first; i < end; i++) {
      if (r.tag[i].equals("NUM")) {
        return true;
      }
    }
    return false;
  }
}
