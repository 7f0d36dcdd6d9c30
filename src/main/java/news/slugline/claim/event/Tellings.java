package news.slugline.claim.event;

import java.util.List;
import java.util.Set;
import news.slugline.claim.EventStatus;
import news.slugline.claim.Modality;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.Sentence;
import news.slugline.claim.text.Token;
import news.slugline.claim.text.Verbs;
import news.slugline.claim.text.WordGroups;
import org.jspecify.annotations.Nullable;

/**
 * What a sentence tells, in whatever words: its main verb, and whether that happened. Classes of
 * events cover what is told often; most of the rest of the news is told in words of no class. Goes
 * by the forms of words alone: parts of speech cost more than all else here.
 */
public final class Tellings {
  private static final Set<String> BE = Set.of("is", "are", "was", "were");
  private static final WordGroups WORDS = WordGroups.of(Tellings.class, "telling-words.tsv");
  private static final Set<String> MODAL = WORDS.get("modal");
  private static final Set<String> SKIPPED = WORDS.get("skipped");
  private static final Set<String> NO_VERB_AFTER = WORDS.get("no verb after");
  private static final Set<String> OPENS = WORDS.get("opens");

  private Tellings() {}

  /**
   * The main verb.
   *
   * @param start UTF-16 offset of the verb
   * @param end exclusive
   */
  public record Telling(
      int start, int end, EventStatus status, Modality modality, boolean negative) {}

  /**
   * The first verb of the sentence that says that something is so or not so: one of a clause that
   * hangs on another, or of saying, only if there is no other. Null of a question.
   */
  public static @Nullable Telling of(Document d, Sentence s) {
    String text = d.text(s).strip();
    if (text.endsWith("?") || text.endsWith(":")) {
      return null;
    }
    Telling lesser = null;
    boolean hanging = false;
    for (int i = s.firstToken(); i < s.endToken(); i++) {
      String w = d.tokens().get(i).lower();
      hanging |= OPENS.contains(w);
      Telling m = at(d.tokens(), s, i);
      if (m == null) {
        continue;
      }
      if (!hanging && !EventFinder.SAID.contains(w)) {
        return m;
      }
      lesser = lesser == null ? m : lesser;
      hanging = false;
    }
    return lesser == null ? plain(d.tokens(), s) : lesser;
  }

  /** A heading tells in the present, by a form that could be a noun's: take it at its word. */
  private static Telling plain(List<Token> t, Sentence s) {
    int i = s.firstToken();
    while (i + 1 < s.endToken() && !t.get(i).isWord()) {
      i++;
    }
    return new Telling(
        t.get(i).start(), t.get(i).end(), EventStatus.OCCURRED, Modality.ASSERTED, false);
  }

  private static @Nullable Telling at(List<Token> t, Sentence s, int i) {
    String w = Groups.word(t.get(i));
    int next = next(t, s, i + 1);
    if (governs(t, s, i)) {
      boolean passive = t.get(i + 2).lower().equals("be");
      return passive
          ? telling(t, s, i + 3, Triggers.Form.PAST_OR_PARTICIPLE, false)
          : telling(t, s, i + 2, Triggers.Form.BASE, false);
    }
    if (isPast(t, s, i)) {
      return telling(t, s, i, Triggers.Form.PAST_OR_PARTICIPLE, false);
    }
    if (next >= s.endToken()) {
      return null;
    }
    if (governs(t, s, next) && (BE.contains(w) || MODAL.contains(w))) {
      return null; // the verb after "to" is asked next
    }
    String then = t.get(next).lower();
    if (MODAL.contains(w)) {
      return isPast(t, s, next) ? null : telling(t, s, next, Triggers.Form.BASE, false);
    }
    if (!BE.contains(w) || isPast(t, s, next)) {
      return null;
    }
    if (then.endsWith("ing") && then.length() > 4) {
      return telling(t, s, next, Triggers.Form.ING, false);
    }
    return telling(t, s, i, Triggers.Form.PAST, next > i + 1 && isNot(t.get(i + 1).lower()));
  }

  /** "Is set to hold", "refused to hold": the verb after "to" is told; not "a plan to hold". */
  private static boolean governs(List<Token> t, Sentence s, int i) {
    boolean after = i > s.firstToken() && isPart(t.get(i - 1).lower());
    return (after || isPast(t, s, i))
        && i + 2 < s.endToken()
        && t.get(i + 1).lower().equals("to")
        && t.get(i + 2).isWord()
        && (!SKIPPED.contains(t.get(i + 2).lower()) || toBeDone(t, s, i + 2))
        && Groups.governs(t.get(i).lower());
  }

  /** "Be moved" of "is expected to be moved". */
  private static boolean toBeDone(List<Token> t, Sentence s, int i) {
    if (!t.get(i).lower().equals("be") || i + 1 >= s.endToken()) {
      return false;
    }
    String w = t.get(i + 1).lower();
    return t.get(i + 1).isWord() && !w.endsWith("ing") && !Verbs.lemma(w).equals(w);
  }

  private static int next(List<Token> t, Sentence s, int from) {
    int i = from;
    while (i < s.endToken() && SKIPPED.contains(t.get(i).lower())) {
      i++;
    }
    return i;
  }

  private static boolean isPast(List<Token> t, Sentence s, int i) {
    String w = Groups.word(t.get(i));
    if (w.isEmpty()) {
      return false;
    }
    boolean form = w.length() > 3 && w.endsWith("ed") || !w.endsWith("s") && !w.endsWith("ing");
    boolean bare = i == s.firstToken() || !NO_VERB_AFTER.contains(t.get(i - 1).lower());
    boolean auxiliary = BE.contains(w) || SKIPPED.contains(w) || MODAL.contains(w);
    return form && bare && !auxiliary && w.charAt(0) != '\'' && !Verbs.lemma(w).equals(w);
  }

  private static @Nullable Telling telling(
      List<Token> t, Sentence s, int i, Triggers.Form form, boolean isNot) {
    Groups.Group g = Groups.before(t, i, s.firstToken(), form);
    EventStatus status = g.status();
    if (status == null || g.bare()) {
      return null;
    }
    boolean not = isNot || g.negative();
    boolean undone = not && status == EventStatus.OCCURRED;
    return new Telling(
        t.get(i).start(),
        t.get(i).end(),
        undone ? EventStatus.DID_NOT_OCCUR : status,
        g.modality(),
        not);
  }

  private static boolean isPart(String w) {
    return BE.contains(w) || SKIPPED.contains(w) || MODAL.contains(w);
  }

  private static boolean isNot(String w) {
    return w.equals("not") || w.equals("n't") || w.equals("never");
  }
}
