package news.slugline.claim.quote;

import java.util.Set;
import news.slugline.claim.text.WordGroups;
import org.jspecify.annotations.Nullable;

/**
 * A speaker and a verb of saying put into somebody else's clause: "the driver officials say left
 * the scene", "the man, who witnesses say fired first". Who stands before the verb says what stands
 * behind it; the noun before that is spoken of.
 */
final class Inserted {
  private static final WordGroups WORDS = WordGroups.of(Speakers.class, "speaker-words.tsv");
  private static final Set<String> VERBS = WORDS.get("inserted verbs");

  private Inserted() {}

  /**
   * The tokens of the source and of the content, each first and end; null if the cue is none that
   * is put in.
   */
  static int @Nullable [] at(Reading r, int cue) {
    String next = r.tag(cue + 1);
    boolean finite =
        (next.equals("VERB") || next.equals("AUX")) && !r.lower(cue + 1).endsWith("ing")
            || next.equals("ADJ") && r.lower(cue + 1).endsWith("ed");
    if (!r.tag[cue].equals("VERB") || !VERBS.contains(r.lemma[cue]) || !finite) {
      return null;
    }
    int last = cue - 1;
    if (last < 1 || r.chunkOf[last] < 0) {
      return null;
    }
    int first = r.chunks.get(r.chunkOf[last])[0];
    boolean behindNoun =
        first > 0 && (r.chunkOf[first - 1] >= 0 || Speakers.isRelative(r.lower[first - 1]));
    if (!behindNoun) {
      // "the driver officials": two nouns side by side, the second of them many
      boolean two =
          last - first >= 2
              && r.tag[first].equals("DET")
              && r.tag[last].equals("NOUN")
              && r.tag[last - 1].equals("NOUN")
              && (r.lower[last].endsWith("s") || r.lower[last].equals("police"));
      if (!two) {
        return null;
      }
      first = last;
    }
    int end = cue + 1;
    while (end < r.n && !r.tag[end].equals("PUNCT")) {
      end++;
    }
    return new int[] {first, last + 1, cue + 1, end};
  }
}
