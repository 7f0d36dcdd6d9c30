package news.slugline.claim.event;

import java.util.List;
import java.util.Set;
import news.slugline.claim.EventStatus;
import news.slugline.claim.Modality;
import news.slugline.claim.Participant;
import news.slugline.claim.event.Clauses.Clause;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.Token;
import news.slugline.claim.text.Verbs;
import org.jspecify.annotations.Nullable;

/** Reads an event that a noun names: the words about it say whether it is one, and what became. */
final class NounScan {
  private static final Set<String> PLANNED_BEFORE = EventFinder.WORDS.get("planned before");
  private static final Set<String> POSSIBLE_BEFORE = EventFinder.WORDS.get("possible before");
  private static final Set<String> AFTER_IT = EventFinder.WORDS.get("after it");
  private static final Set<String> HEARD = EventFinder.WORDS.get("heard");
  private static final Set<String> NOT_ANY = EventFinder.WORDS.get("not any");
  private static final Set<String> BECOMING = EventFinder.WORDS.get("becoming");
  private static final Set<String> RISKS = EventFinder.WORDS.get("risks");
  private static final Set<String> RISK_LINKS = Set.of("of", "about", "against");

  /** Words before a noun that say what it is to be: "a planned three-day state visit". */
  private static final int BEFORE = 4;

  private static final int POSSIBLE_REACH = 2;

  /** Words between "any" and what there is none of: "any serious injuries". */
  private static final int ANY_REACH = 3;

  /** And between what denies it and "any": "not aware of any". */
  private static final int NOT_REACH = 6;

  /** Words before a noun in which its article stands. */
  private static final int INDEFINITE_REACH = 5;

  private final Document d;
  private final List<Token> t;
  private final Participants participants;
  private final Undergoers undergoers;
  private final Accusations accusations;
  private final NounFates fates;

  NounScan(Document d, Participants participants, Undergoers undergoers, Accusations accusations) {
    this.d = d;
    this.t = d.tokens();
    this.participants = participants;
    this.undergoers = undergoers;
    this.accusations = accusations;
    this.fates = new NounFates(d);
  }

  /**
   * What a noun tells; null if it names nothing that is, was or will be.
   *
   * @param last event named before it
   */
  @Nullable Outline read(Clause c, Triggers.Hit hit, @Nullable EventMention last) {
    int start = hit.start();
    if (ruledOut(c, start)
        || hears(c, hit)
        || accusations.deniedDoing(c, start - 1)
        || lacks(c, start)) {
      return null;
    }
    Fate told = fates.of(c, hit, last);
    Fate fate = beside(c, hit, told == null ? Fate.UNTOLD : told);
    boolean none = start > c.first() && t.get(start - 1).lower().equals("no");
    if (none && fate.status() != null) {
      fate = new Fate(EventStatus.DID_NOT_OCCUR, fate.modality(), true, fate.past());
    }
    if (isNotAny(c, start)) {
      fate = new Fate(EventStatus.DID_NOT_OCCUR, Modality.ASSERTED, true, fate.past());
    }
    if (ahead(c, start) && (fate.status() == null || fate.status() == EventStatus.OCCURRED)) {
      fate = fate.as(EventStatus.PLANNED, Modality.POSSIBLE);
    }
    if (fate.status() == null && presupposed(c, hit)) {
      fate = fate.as(EventStatus.OCCURRED, fate.modality());
    }
    boolean accused = accusations.accused(c, start) || accusations.onCharge(c, hit);
    List<Participant> who = undergoers.ofNoun(c, hit);
    return new Outline(fate, who.isEmpty() ? participants.around(c, hit) : who, accused);
  }

  /** "A planned meeting", "possible talks", "the cancelled visit": what stands close before it. */
  private Fate beside(Clause c, Triggers.Hit hit, Fate told) {
    Fate fate = told;
    for (int i = Math.max(c.first(), hit.start() - BEFORE); i < hit.start(); i++) {
      String w = t.get(i).lower();
      EventStatus status = fate.status();
      if (PLANNED_BEFORE.contains(w) && status == null) {
        fate = fate.as(EventStatus.PLANNED, Modality.PLANNED);
      } else if (POSSIBLE_BEFORE.contains(w)
          && (status == null || status == EventStatus.PLANNED)
          && i >= hit.start() - POSSIBLE_REACH
          && !didSomething(c, hit)) {
        fate = fate.as(EventStatus.PLANNED, Modality.POSSIBLE);
      } else if (w.equals("cancelled") || w.equals("canceled")) {
        fate = fate.as(EventStatus.CANCELLED, fate.modality());
      }
    }
    return fate;
  }

  /** "Did not report any deaths", "no word of any serious injuries": none that is known. */
  private boolean isNotAny(Clause c, int noun) {
    int any = noun - 1;
    while (any > c.first() && any > noun - ANY_REACH && !t.get(any).lower().equals("any")) {
      any--;
    }
    if (any < c.first() || !t.get(any).lower().equals("any")) {
      return false;
    }
    for (int i = any - 1; i >= c.first() && i >= any - NOT_REACH; i--) {
      if (NOT_ANY.contains(t.get(i).lower())) {
        return true;
      }
    }
    return false;
  }

  /**
   * "Is forecast to become a storm", "could cause flooding", "the risk of an avalanche": what is
   * only to be, or may be.
   */
  private boolean ahead(Clause c, int start) {
    int i = start - 1;
    while (i > c.first() && i > start - INDEFINITE_REACH && isIndefinite(i)) {
      i--;
    }
    if (i > c.first() && RISK_LINKS.contains(t.get(i).lower())) {
      return RISKS.contains(t.get(i - 1).lower());
    }
    if (i > c.first() && (t.get(i).lower().equals("to") || t.get(i).lower().equals("into"))) {
      i--;
    }
    String w = i < c.first() ? "" : t.get(i).lower();
    if (w.isEmpty() || !BECOMING.contains(Verbs.lemma(w))) {
      return false;
    }
    Groups.Group g = Groups.before(t, i, c.first(), NounFates.form(w));
    return g.status() == EventStatus.PLANNED && g.first() < i;
  }

  /** What may stand before a noun that names none in particular. */
  private boolean isIndefinite(int i) {
    String w = t.get(i).lower();
    boolean definite = EventFinder.DETERMINERS.contains(w) && !w.equals("a") && !w.equals("an");
    return w.equals("a")
        || w.equals("an")
        || t.get(i).isWord()
            && !definite
            && !RISK_LINKS.contains(w)
            && !w.equals("to")
            && !w.equals("into")
            && !BECOMING.contains(Verbs.lemma(w));
  }

  /** "Ruled out arson": that it was one is no longer thought; of the fire it says nothing. */
  private boolean ruledOut(Clause c, int start) {
    for (int i = Math.max(c.first() + 1, start - 3); i < start; i++) {
      if (t.get(i).lower().equals("out") && Verbs.lemma(t.get(i - 1).lower()).equals("rule")) {
        return true;
      }
    }
    return false;
  }

  /** "Ended without a deal": there is none of which it would tell. */
  private boolean lacks(Clause c, int start) {
    int i = start - 1;
    while (i > c.first() && i > start - ANY_REACH && d.tag(i).equals("ADJ")) {
      i--;
    }
    String w = i < c.first() ? "" : t.get(i).lower();
    boolean some = w.equals("a") || w.equals("an") || w.equals("any");
    int without = some ? i - 1 : i;
    return without >= c.first() && t.get(without).lower().equals("without");
  }

  /** "After hearing reports of shots": somebody hears something, no court does. */
  private boolean hears(Clause c, Triggers.Hit hit) {
    int i = hit.start();
    if (!t.get(i).lower().equals("hearing") || hit.end() > i + 1 || hit.end() >= c.end()) {
      return false;
    }
    String before = i > 0 ? d.tag(i - 1) : "PUNCT";
    boolean noun = List.of("DET", "ADJ", "NOUN", "PROPN", "NUM", "PART").contains(before);
    boolean own = i > c.first() && (noun || Groups.auxiliary(t.get(i - 1).lower()));
    String next = d.tag(hit.end());
    boolean object = List.of("DET", "NOUN", "PROPN", "PRON", "NUM", "ADJ").contains(next);
    return !own && (object || HEARD.contains(t.get(hit.end()).lower()));
  }

  /** "Further searches led to a house": what did something is no longer only possible. */
  private boolean didSomething(Clause c, Triggers.Hit hit) {
    if (hit.end() >= c.end() || !d.tag(hit.end()).equals("VERB")) {
      return false;
    }
    String w = t.get(hit.end()).lower();
    return !w.endsWith("ing") && !w.endsWith("s") && !Verbs.lemma(w).equals(w);
  }

  /** Crimes and disasters are named because they happened, meetings "after" which something was. */
  private boolean presupposed(Clause c, Triggers.Hit hit) {
    if (c.conditional(d)) {
      return false;
    }
    int i = hit.start() - 1;
    while (i > c.first() && i > hit.start() - 5 && !AFTER_IT.contains(t.get(i).lower())) {
      i--;
    }
    boolean after =
        i >= c.first() && Set.of("after", "following", "during").contains(t.get(i).lower());
    return hit.family().equals("incident")
        || (hit.family().equals("harm") || hit.family().equals("encounter")) && after;
  }
}
