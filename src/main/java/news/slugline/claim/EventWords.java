package news.slugline.claim;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import news.slugline.claim.event.EventMention;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.Terms;
import news.slugline.claim.text.Token;
import news.slugline.claim.text.WordGroups;
import news.slugline.claim.value.NumberWords;
import news.slugline.claim.value.PlaceMention;
import news.slugline.claim.value.QuantityMention;
import news.slugline.claim.value.TimeMention;

/**
 * The words of a clause that tell of one event of it: who did what to whom. The day, the place and
 * the measure at its edges are claims of their own, and what another event adds with people of its
 * own is that one's; an editor who judges whether two articles tell one event needs neither.
 */
final class EventWords {
  private static final Terms ENGLISH = Terms.english();
  private static final WordGroups WORDS = WordGroups.of(EventWords.class, "assembly-words.tsv");
  private static final Set<String> LEADS = WORDS.get("leads to a value");
  private static final Set<String> TURNS =
      Set.of("after", "before", "when", "where", "while", "following", "who", "which", ";");
  private static final Set<String> AND = Set.of("and", "but");

  /** Between "and" and a verb that shares the subject before. */
  private static final Set<String> ADVERBS = Set.of("also", "later", "then", "thereby", "to");

  private static final Set<String> OVER = Set.of("in", "for", "over");
  private static final Set<String> HEDGES = WORDS.get("about so many");
  private static final Set<String> DEATHS = Set.of("death", "killing");
  private static final Set<String> LEAST = Set.of("least", "most");
  private static final Set<String> VERBS = WORDS.get("verbs");
  private static final Set<String> ARTICLES = Set.of("a", "an", "the");
  private static final Set<String> HANGING = WORDS.get("hang on a value");
  private static final Set<String> SERVED = WORDS.get("served in");

  /** Words behind an event's own that say enough of it. */
  private static final int ENOUGH = 2;

  /** Behind "and" the subject and the verb of another clause stand within so many tokens. */
  private static final int CLAUSE = 7;

  /** So far behind "in" the event stands that it names. */
  private static final int NAMED = 5;

  /** Of fewer words nobody can say what they tell. */
  private static final int FEWEST = 3;

  private final Reading r;
  private final Document d;
  private final List<Token> t;

  EventWords(Reading r) {
    this.r = r;
    this.d = r.document;
    this.t = d.tokens();
  }

  /**
   * @param span of the clause
   * @param core the words that name the event
   * @param whole whether it is what a sentence tells: only what stands at its end is left out
   */
  int[] of(int[] span, int[] core, boolean whole) {
    int first = d.tokenFrom(span[0]);
    int end = d.tokenFrom(span[1]);
    while (end > first && !t.get(end - 1).isWord() && !t.get(end - 1).isNumber()) {
      end--; // marks
    }
    int a = d.tokenFrom(core[0]);
    int b = d.tokenFrom(core[1]) - 1;
    if (a < first || b < a || end <= b) {
      return span;
    }
    int sentence = r.sentenceAt(core[0]);
    boolean[] value = values(sentence, first, end, places(sentence, core, whole));
    int to = b;
    int said = 0;
    while (to + 1 < end
        && !turns(to + 1, end, sentence, core, whole, said)
        && !(said >= ENOUGH && namesOther(to + 1, end, sentence, core))) {
      to++;
      said += !value[to - first] && says(to) ? 1 : 0;
    }
    while (to > b && (value[to - first] || to < end - 1 && hangs(to))) {
      to--;
      if (to - 1 > b && AND.contains(t.get(to - 1).lower()) && isOther(sentence, to, core)) {
        to -= 2; // "had put everybody on alert but killed" of "killed just 95"
      }
    }
    if (whole && !saysMore(b + 1, to)) {
      return span; // "was taken" of "was taken to Larch"
    }
    int start = whole ? first : opening(first, a, value, sentence);
    for (int i = a - 1; !whole && i > start; i--) {
      if (AND.contains(t.get(i).lower()) && hasSubject(i + 1, a) && hasOther(sentence, start, i)) {
        start = i + 1;
      }
    }
    int words = 0;
    for (int i = start; i <= to; i++) {
      words += t.get(i).isWord() || t.get(i).isNumber() ? 1 : 0;
    }
    if (words < FEWEST) {
      return span;
    }
    return new int[] {t.get(start).start(), to == end - 1 ? span[1] : t.get(to).end()};
  }

  /** "A gun battle between the police and a man". */
  private boolean isBetween(int[] core, int and) {
    for (int i = d.tokenFrom(core[1]); i < and; i++) {
      if (t.get(i).lower().equals("between")) {
        return true;
      }
    }
    return false;
  }

  private boolean saysMore(int from, int to) {
    for (int i = from; i <= to; i++) {
      if (says(i)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word behind the event opens something else. */
  private boolean turns(int i, int end, int sentence, int[] core, boolean whole, int said) {
    String w = t.get(i).lower();
    if (whole) {
      return false;
    }
    if (TURNS.contains(w)) {
      return true;
    }
    if (!AND.contains(w) || isBetween(core, i)) {
      return false;
    }
    if (t.get(i - 1).text().equals(",")) {
      return true;
    }
    for (EventMention e : r.events.get(sentence)) {
      int at = d.tokenFrom(e.start());
      if (e.start() >= core[1] && at > i && at < end && at - i <= CLAUSE) {
        return hasSubject(i + 1, at) || said >= ENOUGH && at == i + 1;
      }
    }
    return false;
  }

  /** "In the shooting death of Ann Lee" behind what somebody is charged with. */
  private boolean namesOther(int i, int end, int sentence, int[] core) {
    if (!OVER.contains(t.get(i).lower())) {
      return false;
    }
    for (EventMention e : r.events.get(sentence)) {
      int at = d.tokenFrom(e.start());
      boolean near = isDeed(e) && at > i && at < end && at - i <= NAMED;
      if (near && e.start() >= core[1] && isOnePhrase(i + 1, at)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDeed(EventMention e) {
    return e.incident() || DEATHS.contains(e.type());
  }

  private boolean isOnePhrase(int from, int to) {
    for (int i = from; i < to; i++) {
      String w = t.get(i).lower();
      if (LEADS.contains(w) && !ARTICLES.contains(w) || VERBS.contains(w)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a word before what is cut away belongs to that: "arrested late on". */
  private boolean hangs(int token) {
    String w = t.get(token).lower();
    return !t.get(token).isWord() && !t.get(token).isNumber()
        || LEADS.contains(w)
        || HANGING.contains(w);
  }

  /** Whether the words between "and" and a verb name somebody: not "shot and then killed". */
  private boolean hasSubject(int from, int verb) {
    for (int i = from; i < verb; i++) {
      String w = t.get(i).lower();
      boolean counted = t.get(i).isNumber() || NumberWords.of(w) > 0;
      boolean names = t.get(i).isWord() && ENGLISH.of(t.get(i).text()) != null;
      if (counted || names && !w.endsWith("ly") && !ADVERBS.contains(w)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Of the words about a value, from one token to another, those that are not of another event with
   * people of its own: "12 have died in Larch and two were killed in Marlow".
   */
  int[] without(int[] span, int from, int to, int value, EventMention of) {
    int start = from;
    int end = to;
    int own = d.tokenFrom(of.start());
    int first = d.tokenFrom(span[0]);
    for (int i = Math.min(value, own) - 1; i > start; i--) {
      if (AND.contains(t.get(i).lower())
          && hasSubject(i + 1, own)
          && hasOther(of.sentence(), first, i)) {
        start = i + 1;
      }
    }
    for (int i = Math.max(value, own) + 1; i < end; i++) {
      if (AND.contains(t.get(i).lower())) {
        for (EventMention e : r.events.get(of.sentence())) {
          int at = d.tokenFrom(e.start());
          if (at > i && at <= end && hasSubject(i + 1, at)) {
            end = Math.min(end, i - 1);
          }
        }
      }
    }
    return new int[] {start, end};
  }

  private boolean isOther(int sentence, int token, int[] core) {
    for (EventMention e : r.events.get(sentence)) {
      if (e.start() >= core[1] && d.tokenFrom(e.start()) == token) {
        return true;
      }
    }
    return false;
  }

  private boolean hasOther(int sentence, int first, int end) {
    for (EventMention e : r.events.get(sentence)) {
      int at = d.tokenFrom(e.start());
      if (at >= first && at < end) {
        return true;
      }
    }
    return false;
  }

  /** "On Tuesday, in Larch, a court": where the event itself begins. */
  private int opening(int first, int a, boolean[] value, int sentence) {
    int i = first;
    while (i < a) {
      int k = i;
      while (k < a && !value[k - first] && LEADS.contains(t.get(k).lower())) {
        k++;
      }
      boolean led = k > i || k < a && isTime(sentence, t.get(k).start());
      if (!led || k >= a || !value[k - first]) {
        return i;
      }
      while (k < a && value[k - first]) {
        k++;
      }
      while (k < a && !t.get(k).isWord() && !t.get(k).isNumber()) {
        k++;
      }
      if (k >= a || t.get(k).text().endsWith("'s") || t.get(k).text().endsWith("\u2019s")) {
        return i; // "Friday's talks"
      }
      i = k;
    }
    return i;
  }

  /**
   * Which words are a value's: a day, an age, and what a preposition leads to. "Killed four
   * people", "left Oslo": without one it is whom or what the event concerns.
   */
  private boolean[] values(int sentence, int first, int end, Set<String> where) {
    boolean[] out = new boolean[end - first];
    for (TimeMention m : r.times.get(sentence)) {
      mark(out, first, m.start(), m.end());
    }
    for (QuantityMention m : r.quantities.get(sentence)) {
      if (m.slot() != QuantityMention.Slot.AGE && !isLed(out, first, d.tokenFrom(m.start()))) {
        continue;
      }
      mark(out, first, m.start(), m.end());
      int in = d.tokenFrom(m.end());
      if (m.slot() == QuantityMention.Slot.DURATION
          && in + 1 < end
          && SERVED.contains(t.get(in + 1).lower())) {
        mark(out, first, m.end(), t.get(in + 1).end()); // "20 years in prison"
      }
    }
    for (PlaceMention m : r.places.get(sentence)) {
      if (where.contains(m.name()) && isLed(out, first, d.tokenFrom(m.start()))) {
        mark(out, first, m.start(), m.end());
      }
    }
    return out;
  }

  /** Where the event is; "talks on the war in Norway" are not there. */
  private Set<String> places(int sentence, int[] core, boolean whole) {
    Set<String> out = new HashSet<>();
    for (EventMention e : r.events.get(sentence)) {
      if (e.where() != null && (whole || e.start() == core[0])) {
        out.add(e.where());
      }
    }
    return out;
  }

  /** Whether a preposition stands before a value, or another value and "and". */
  private boolean isLed(boolean[] value, int first, int token) {
    int i = token - 1;
    while (i > first
        && (ARTICLES.contains(t.get(i).lower()) || HEDGES.contains(t.get(i).lower()))) {
      i -= LEAST.contains(t.get(i).lower()) ? 2 : 1; // "at least"
    }
    if (i < first || i - first >= value.length) {
      return false;
    }
    String w = t.get(i).lower();
    return LEADS.contains(w) && !HEDGES.contains(w)
        || i > first && (w.equals("and") || w.equals(",")) && value[i - 1 - first];
  }

  private void mark(boolean[] out, int first, int start, int end) {
    for (int i = d.tokenFrom(start); i < t.size() && t.get(i).start() < end; i++) {
      if (i >= first && i - first < out.length) {
        out[i - first] = true;
      }
    }
  }

  private boolean isTime(int sentence, int offset) {
    for (TimeMention m : r.times.get(sentence)) {
      if (m.start() <= offset && offset < m.end()) {
        return true;
      }
    }
    return false;
  }

  /** Whether a token says something, as a number or as a word that is no mere link. */
  boolean says(int token) {
    return t.get(token).isNumber()
        || t.get(token).isWord() && ENGLISH.of(t.get(token).text()) != null;
  }
}
