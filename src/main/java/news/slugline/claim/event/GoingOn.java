package news.slugline.claim.event;

import java.util.List;
import java.util.Set;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.Sentence;
import news.slugline.claim.text.Token;
import news.slugline.claim.text.Verbs;
import news.slugline.claim.text.WordGroups;

/** Sentences that go on about the event of the one before: "It struck at 9 p.m.". */
public final class GoingOn {
  private static final WordGroups WORDS = WordGroups.of(GoingOn.class, "clause-words.tsv");
  private static final Set<String> VERBS = WORDS.get("going on");

  /** Nouns for any event, behind "the" or "this". */
  private static final Set<String> NOUNS = WORDS.get("any event");

  /** Words behind the first in which the verb stands: "it was due to begin". */
  private static final int REACH = 5;

  private GoingOn() {}

  /** Whether a sentence begins with a word for the event before, and says when or where it was. */
  public static boolean is(Document d, Sentence s) {
    List<Token> t = d.tokens();
    int i = s.firstToken();
    String first = t.get(i).lower();
    boolean named = i + 1 < s.endToken() && NOUNS.contains(t.get(i + 1).lower());
    if (!first.equals("it") && !((first.equals("the") || first.equals("this")) && named)) {
      return false;
    }
    for (int k = i + 1; k < s.endToken() && k <= i + REACH; k++) {
      if (VERBS.contains(Verbs.lemma(t.get(k).lower()))) {
        return true;
      }
    }
    return false;
  }
}
