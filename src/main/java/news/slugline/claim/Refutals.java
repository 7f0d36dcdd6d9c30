package news.slugline.claim;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.Sentence;
import news.slugline.claim.text.Token;
import news.slugline.claim.text.WordGroups;

/**
 * What a sentence calls false: "an earlier statement that five had died was wrong", "reports of a
 * second gunman are unfounded". What stands between the report and the verb is denied.
 */
final class Refutals {
  private static final WordGroups WORDS = WordGroups.of(Assembly.class, "assembly-words.tsv");
  private static final Set<String> REPORTS = WORDS.get("reports");
  private static final Set<String> FALSE = WORDS.get("false");
  private static final Set<String> LINKS = Set.of("is", "are", "was", "were", "be", "proved");

  /** How far before the word for false its verb stands: "had later proved to be". */
  private static final int LINK_REACH = 3;

  private Refutals() {}

  /** The characters of the text that stand in such a stretch. */
  static BitSet of(Document d) {
    BitSet out = new BitSet();
    for (Sentence s : d.sentences()) {
      for (int i = s.firstToken(); i + 2 < s.endToken(); i++) {
        String next = d.tokens().get(i + 1).lower();
        if (REPORTS.contains(d.tokens().get(i).lower())
            && (next.equals("that") || next.equals("of"))) {
          int end = link(d.tokens(), i + 2, s.endToken());
          if (end > 0) {
            out.set(d.tokens().get(i + 2).start(), d.tokens().get(end - 1).end());
          }
        }
      }
    }
    return out;
  }

  /** The verb before the word that says that it is false; 0 if there is none. */
  private static int link(List<Token> t, int from, int end) {
    for (int k = from + 1; k < end; k++) {
      if (!FALSE.contains(t.get(k).lower())) {
        continue;
      }
      int link = 0;
      for (int i = k - 1; i >= Math.max(from + 1, k - LINK_REACH); i--) {
        link = LINKS.contains(t.get(i).lower()) ? i : link;
      }
      return link;
    }
    return 0;
  }
}
