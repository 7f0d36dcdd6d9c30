package news.slugline.claim;

import java.util.List;
import java.util.Set;
import news.slugline.claim.event.EventMention;
import news.slugline.claim.quote.Attribution;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.Token;
import news.slugline.claim.text.WordGroups;
import org.jspecify.annotations.Nullable;

/**
 * How far a denial reaches. "Denied that anyone had been arrested over the fire that killed three"
 * denies the arrest; that there was a fire, and that three died in it, it takes for granted. So
 * does the grammar of English: what a relative clause tells, what a preposition ties to the denied
 * verb, and an accident or crime with a definite article are presupposed.
 */
final class DenialScope {
  private static final WordGroups WORDS = WordGroups.of(Assembly.class, "assembly-words.tsv");
  private static final Set<String> RELATIVE = WORDS.get("relative");
  private static final Set<String> TIES = WORDS.get("presupposing");
  private static final Set<String> DEFINITE = WORDS.get("definite");

  /** Tags of what stands between an article and its noun. */
  private static final Set<String> DESCRIBES = Set.of("ADJ", "NOUN", "PROPN", "NUM");

  /** Words of a noun phrase before its noun. */
  private static final int PHRASE = 4;

  private final Document d;
  private final List<Token> t;

  DenialScope(Document d) {
    this.d = d;
    this.t = d.tokens();
  }

  /**
   * Whether what begins at an offset in the content of a denial is denied.
   *
   * @param of the event that it is, or belongs to
   */
  boolean reaches(Attribution denial, Kind kind, int start, @Nullable EventMention of) {
    int first = d.tokenFrom(denial.contentStart());
    int at = d.tokenFrom(start);
    boolean when = kind == Kind.TIME || kind == Kind.PLACE;
    if (when && of != null && of.start() >= denial.contentStart()) {
      return reaches(denial, Kind.EVENT, of.start(), of); // "involved in the attack on Sunday"
    }
    return !isInRelative(first, at)
        && !isTied(first, at)
        && !(of != null && of.start() == start && isGiven(of, first, at));
  }

  /** "The flood that killed 20 people": behind a noun and its pronoun. */
  private boolean isInRelative(int first, int at) {
    for (int i = at - 1; i > first; i--) {
      if (RELATIVE.contains(t.get(i).lower()) && isNoun(i - 1)) {
        return true;
      }
      if (t.get(i).text().equals(",")) {
        return false;
      }
    }
    return false;
  }

  /** "Arrested over a fire", "involved in the attack". */
  private boolean isTied(int first, int at) {
    for (int i = at - 1; i >= Math.max(first, at - PHRASE); i--) {
      if (TIES.contains(t.get(i).lower())) {
        return true;
      }
      boolean phrase =
          DEFINITE.contains(t.get(i).lower())
              || d.tag(i).equals("DET")
              || DESCRIBES.contains(d.tag(i));
      if (!phrase) {
        return false;
      }
    }
    return false;
  }

  /** "The crash was his fault": that there was one is known. */
  private boolean isGiven(EventMention e, int first, int at) {
    boolean harm = e.incident() || e.family().equals("harm");
    for (int i = at - 1; harm && i >= Math.max(first, at - PHRASE); i--) {
      if (DEFINITE.contains(t.get(i).lower())) {
        return true;
      }
      if (!DESCRIBES.contains(d.tag(i))) {
        return false;
      }
    }
    return false;
  }

  private boolean isNoun(int i) {
    String tag = d.tag(i);
    return tag.equals("NOUN") || tag.equals("PROPN");
  }
}
