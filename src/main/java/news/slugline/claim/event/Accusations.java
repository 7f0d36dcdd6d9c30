package news.slugline.claim.event;

import java.util.List;
import java.util.Set;
import news.slugline.claim.event.Clauses.Clause;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.Token;
import news.slugline.claim.text.Verbs;

/** What somebody is said to have done: charged, jailed or denied, so that no day is the deed's. */
final class Accusations {
  private static final Set<String> ACCUSED = EventFinder.WORDS.get("accused");

  /** How far before a deed the word for its accusation may end: "charged with three counts of". */
  private static final int ACCUSED_REACH = 6;

  /** The same for "for" and a verb: "jailed for taking more than 200,000 euros in bribes". */
  private static final int DONE_REACH = 14;

  private static final Set<String> ON_CHARGE = EventFinder.WORDS.get("on charge");

  private final Document d;
  private final List<Token> t;

  Accusations(Document d) {
    this.d = d;
    this.t = d.tokens();
  }

  /**
   * "Accused of looting", "jailed on Monday for taking bribes": the day of what the law does is not
   * that of the deed.
   */
  boolean accused(Clause c, int start) {
    boolean forIt = false;
    for (int i = start - 1; i > c.first() && (forIt || i >= start - DONE_REACH); i--) {
      String w = t.get(i).lower();
      boolean near = i >= start - ACCUSED_REACH;
      boolean doing = t.get(i + 1).lower().endsWith("ing") && i >= start - DONE_REACH;
      forIt |= w.equals("for") && (near || doing);
      boolean link = near && (w.equals("of") || w.equals("with") || w.equals("over"));
      link |= near && w.equals("to") && !t.get(i - 1).lower().startsWith("sentence");
      if ((link || forIt) && ACCUSED.contains(t.get(i - 1).lower())) {
        return true;
      }
    }
    return forIt && ACCUSED.contains(t.get(c.first()).lower());
  }

  /** "Appeared in court on Monday on two charges of theft": they were brought on another day. */
  boolean onCharge(Clause c, Triggers.Hit hit) {
    if (!isCharge(hit)) {
      return false;
    }
    for (int i = hit.start() - 1; i >= Math.max(c.first(), hit.start() - ACCUSED_REACH); i--) {
      if (ON_CHARGE.contains(t.get(i).lower())) {
        return true;
      }
      if (t.get(i).isCapitalised() || d.tag(i).equals("VERB")) {
        return false;
      }
    }
    return false;
  }

  /** "Denied taking bribes as his trial began": the deed is not of that day, nor told as done. */
  boolean deniedDoing(Clause c, int doing) {
    return doing > c.first()
        && t.get(doing).lower().endsWith("ing")
        && Verbs.lemma(t.get(doing - 1).lower()).equals("deny");
  }

  static boolean isCharge(Triggers.Hit hit) {
    return hit.type().equals("charge");
  }
}
