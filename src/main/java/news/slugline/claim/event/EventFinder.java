package news.slugline.claim.event;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import news.slugline.claim.EventStatus;
import news.slugline.claim.Modality;
import news.slugline.claim.Participant;
import news.slugline.claim.Polarity;
import news.slugline.claim.event.Clauses.Clause;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.EntityType;
import news.slugline.claim.text.Mention;
import news.slugline.claim.text.Names;
import news.slugline.claim.text.Sentence;
import news.slugline.claim.text.Token;
import news.slugline.claim.text.Verbs;
import news.slugline.claim.text.WordGroups;
import news.slugline.claim.value.NumberWords;
import news.slugline.claim.value.PlaceMention;
import news.slugline.claim.value.QuantityMention;
import news.slugline.claim.value.TimeMention;
import org.jspecify.annotations.Nullable;

/**
 * Finds who did what to whom, when and where, and whether it happened. One finder reads one
 * document, sentence by sentence in order, since later mentions lean on earlier ones.
 */
public final class EventFinder {
  private static final int OLD_DAYS = 60;
  private static final WordGroups WORDS = WordGroups.of(EventFinder.class, "event-words.tsv");
  private static final Set<String> PLANNED_BEFORE = WORDS.get("planned before");
  private static final Set<String> POSSIBLE_BEFORE = WORDS.get("possible before");
  private static final Set<String> AFTER_IT = WORDS.get("after it");
  private static final Set<String> LONG_AGO = WORDS.get("long ago");
  private static final Set<String> ALLEGED = WORDS.get("alleged");
  private static final Set<String> BETWEEN = WORDS.get("between said and its time");
  private static final int SAID_REACH = 6;
  private static final Set<String> ACCUSED = WORDS.get("accused");

  /** Words between "any" and what there is none of: "any serious injuries". */
  private static final int ANY_REACH = 3;

  /** And between what denies it and "any": "not aware of any". */
  private static final int NOT_REACH = 6;

  /** How far before a deed the word for its accusation may end: "charged with three counts of". */
  private static final int ACCUSED_REACH = 6;

  private static final String CHARGE = "charge";
  private static final String FRAUD = "fraud";

  /** The same for "for" and a verb: "jailed for taking more than 200,000 euros in bribes". */
  private static final int DONE_REACH = 14;

  private static final Set<String> ON_CHARGE = WORDS.get("on charge");
  private static final Set<String> HEARD = WORDS.get("heard");
  private static final Set<String> HE = WORDS.get("he");
  private static final Set<String> NONE = WORDS.get("none");
  private static final Set<String> NOT_ANY = WORDS.get("not any");
  private static final Set<String> GROUPS = WORDS.get("groups");
  private static final Set<String> MEASURED = WORDS.get("measured classes");
  private static final Set<String> MEASURES = WORDS.get("measures");
  private static final Set<String> COUNTS = WORDS.get("counts");
  private static final Set<String> MEASURE_UNITS = WORDS.get("measure units");

  /** How far behind its verb a measure or its figure stands, in tokens. */
  private static final int MEASURE_REACH = 7;

  /** Words between "before" and its verb. */
  private static final int SUBJECT_REACH = 7;

  private static final Set<String> RISES = WORDS.get("rises");
  private static final Set<String> RISE_LINKS = WORDS.get("between a rise and its day");
  private static final Set<String> RISEN_TO = WORDS.get("risen to");

  /** Tokens from a rise to its number. */
  private static final int RISE_REACH = 5;

  private static final Set<String> DETERMINERS = WORDS.get("determiners");
  private static final Set<String> PARTS = WORDS.get("parts");
  private static final Set<String> BECOMING = WORDS.get("becoming");
  private static final Set<String> RISKS = WORDS.get("risks");
  private static final Set<String> RISK_LINKS = Set.of("of", "about", "against");

  /** Words before a noun in which its article stands. */
  private static final int INDEFINITE_REACH = 5;

  private static final Set<String> LOCATIVE = WORDS.get("locative");
  static final Set<String> SAID =
      Set.of(
          "said",
          "told",
          "says",
          "announced",
          "added",
          "wrote",
          "tweeted",
          "reported",
          "testified");

  /** So far behind "planned" may stand what became of it, if none of these words comes between. */
  private static final int CALLED_OFF_REACH = 14;

  private static final Set<String> FEARED = Set.of("feared", "presumed", "believed");

  private static final Set<String> LINKS =
      Set.of(
          "after",
          "although",
          "and",
          "as",
          "because",
          "before",
          "but",
          "if",
          "or",
          "that",
          "though",
          "when",
          "where",
          "which",
          "while",
          "who");

  /** Words between a day and the event that it owns: "Friday's deadly mill fire". */
  private static final int OWNED = 3;

  private static final Set<String> OWNED_NO_MORE =
      Set.of(
          "a",
          "about",
          "after",
          "amid",
          "an",
          "and",
          "at",
          "before",
          "by",
          "following",
          "for",
          "from",
          "her",
          "his",
          "in",
          "of",
          "on",
          "over",
          "the",
          "their",
          "to",
          "with");

  private final Document d;
  private final List<Token> t;
  private final Names names;
  private final List<List<TimeMention>> times;
  private final List<List<PlaceMention>> places;
  private final List<List<QuantityMention>> quantities;
  private final Senses senses;
  private final LocalDate day;
  private final List<EventMention> found = new ArrayList<>();
  private int sentenceStart;
  private @Nullable String lastPerson;
  private List<String> pair = List.of();

  private EventFinder(
      Document d,
      Names names,
      List<List<TimeMention>> times,
      List<List<PlaceMention>> places,
      List<List<QuantityMention>> quantities,
      LocalDate day) {
    this.d = d;
    this.t = d.tokens();
    this.names = names;
    this.times = times;
    this.places = places;
    this.quantities = quantities;
    this.senses = new Senses(d);
    this.day = day;
    List<String> people = names.mostMentioned(EntityType.PERSON);
    if (people.size() >= 2) {
      pair = List.of(people.get(0), people.get(1));
    }
  }

  /**
   * The events of a document in order.
   *
   * @param times by sentence
   * @param places by sentence
   * @param quantities by sentence
   * @param day on which the article was written
   */
  public static List<EventMention> find(
      Document d,
      Names names,
      List<List<TimeMention>> times,
      List<List<PlaceMention>> places,
      List<List<QuantityMention>> quantities,
      LocalDate day) {
    EventFinder f = new EventFinder(d, names, times, places, quantities, day);
    for (Sentence s : d.sentences()) {
      f.read(s);
    }
    return f.shared();
  }

  /** The class of the first event that a headline names; empty if it names none. */
  public static List<String> classes(String headline) {
    Document h = Document.of(headline);
    Senses senses = new Senses(h);
    List<String> out = new ArrayList<>();
    for (int i = 0; i < h.tokens().size(); ) {
      Triggers.Hit found = Triggers.TABLE.at(h.tokens(), i, h.tokens().size());
      Triggers.Hit hit =
          found == null ? null : senses.of(h.sentences().get(h.sentenceOf(i)), found);
      if (hit != null && !hit.type().equals("-")) {
        out.add(hit.type());
      }
      i = hit == null ? i + 1 : hit.end();
    }
    return out;
  }

  private void read(Sentence s) {
    sentenceStart = s.firstToken();
    for (Clause c : Clauses.of(d, s)) {
      for (int i = c.first(); i < c.end(); ) {
        Triggers.Hit hit = Triggers.TABLE.at(t, i, c.end());
        if (hit == null || Verbs.lemma(t.get(i).lower()).equals("be") || counted(s, hit)) {
          i++;
          continue;
        }
        hit = senses.of(s, hit);
        if (!hit.type().equals("-") && !properName(i)) {
          EventMention m = hit.form() == Triggers.Form.NOUN ? noun(s, c, hit) : verb(s, c, hit);
          if (m != null) {
            found.add(m);
          }
        }
        i = hit.end();
      }
      remember(c);
    }
  }

  /** "Two million crowns": what is counted is no verb. */
  private boolean counted(Sentence s, Triggers.Hit hit) {
    if (hit.form() == Triggers.Form.NOUN) {
      return false;
    }
    Token first = t.get(hit.start());
    for (QuantityMention m : quantities.get(s.index())) {
      boolean counts =
          m.slot() == QuantityMention.Slot.MONEY || m.slot() == QuantityMention.Slot.COUNT;
      if (counts && m.start() < first.start() && first.end() <= m.end()) {
        return true;
      }
    }
    return false;
  }

  /** "Fighting Irish", "Strike Force": part of a name, not an event. */
  private boolean properName(int i) {
    if (t.get(i).text().equals("March") && i > sentenceStart) {
      return true; // the month
    }
    Mention m = names.at(i);
    return m != null && m.endToken() - m.firstToken() > 1 && t.get(i).isCapitalised()
        || m != null && m.type() == EntityType.PERSON;
  }

  private void remember(Clause c) {
    String before = null;
    for (int i = c.first(); i < c.end(); i++) {
      Mention m = names.at(i);
      if (m != null && m.firstToken() == i && m.type() == EntityType.PERSON) {
        if (before == null) {
          lastPerson = m.name();
        } else if (!before.equals(m.name()) && t.get(i - 1).lower().equals("and")) {
          pair = List.of(before, m.name());
        }
        before = m.name();
      }
    }
  }

  // --- verbs

  private @Nullable EventMention verb(Sentence s, Clause c, Triggers.Hit hit) {
    Groups.Group g = Groups.before(t, hit.start(), c.first(), hit.form());
    if (hit.passive() && g.first() == hit.start()) {
      return null;
    }
    if (hit.form() == Triggers.Form.ING && deniedDoing(c, hit.start())) {
      return null;
    }
    boolean harm = hit.family().equals("harm") || hit.family().equals("incident");
    if (harm && hit.start() > c.first() && FEARED.contains(t.get(hit.start() - 1).lower())) {
      return null; // nobody knows that it happened
    }
    boolean adjective =
        g.first() == hit.start() && hit.start() > c.first() && article(hit.start() - 1);
    if (g.status() == null || g.bare() && !harm || adjective && !harm || conditional(c)) {
      return null;
    }
    if (MEASURED.contains(hit.type())
        && hit.end() == hit.start() + 1
        && (!measure(c, hit) || counts(c, hit))) {
      return null;
    }
    boolean reduced =
        g.first() == hit.start()
            && hit.form() == Triggers.Form.PAST_OR_PARTICIPLE
            && !objectFollows(hit.end(), c.end());
    boolean passive =
        g.passive() || hit.passive() || hit.form() == Triggers.Form.PARTICIPLE && !g.past();
    List<Participant> who = new ArrayList<>();
    boolean equals = hit.family().equals("encounter");
    boolean turned = passive || reduced && harm;
    for (String n : left(c, g.first())) {
      who.add(
          new Participant(
              turned && !equals ? Participant.Role.PATIENT : Participant.Role.AGENT, n));
    }
    for (String n : right(hit.end(), c.end(), turned)) {
      boolean agent = equals || turned;
      who.add(new Participant(agent ? Participant.Role.AGENT : Participant.Role.PATIENT, n));
    }
    boolean none = hit.none() || startsWithNone(c, g.first());
    EventStatus status =
        none && g.status() == EventStatus.OCCURRED ? EventStatus.DID_NOT_OCCUR : g.status();
    boolean background = g.past();
    boolean ahead = status == EventStatus.OCCURRED && isYetToCome(hit, g);
    status = ahead ? EventStatus.PLANNED : status;
    Modality modality = ahead ? Modality.PLANNED : g.modality();
    EventMention m = mention(s, c, hit, status, modality, g.negative() || none, background, who);
    boolean crime = harm || hit.type().equals(FRAUD);
    boolean deed = crime && hit.form() == Triggers.Form.ING && accused(c, hit.start());
    boolean appended = reduced && hit.type().equals(CHARGE) && eventBefore(c, hit.start());
    return deed || appended ? m.with(m.participants(), null, m.where()) : m;
  }

  /** "A day before parliament votes": what is told in the present is still to come then. */
  private boolean isYetToCome(Triggers.Hit hit, Groups.Group g) {
    if (hit.form() != Triggers.Form.PRESENT || g.first() != hit.start()) {
      return false;
    }
    for (int i = hit.start() - 1; i >= Math.max(sentenceStart, hit.start() - SUBJECT_REACH); i--) {
      String w = t.get(i).lower();
      boolean then = w.equals("when") || w.equals("once");
      if (w.equals("before") || w.equals("until") || then && willBe(i)) {
        return true;
      }
      if (!t.get(i).isWord() && !w.equals("'s")) {
        return false;
      }
    }
    return false;
  }

  /** "Denied taking bribes as his trial began": the deed is not of that day, nor told as done. */
  private boolean deniedDoing(Clause c, int doing) {
    return doing > c.first()
        && t.get(doing).lower().endsWith("ing")
        && Verbs.lemma(t.get(doing - 1).lower()).equals("deny");
  }

  /** "Will step down when the deal closes": the rest of the sentence is to come. */
  private boolean willBe(int from) {
    Sentence s = d.sentences().get(d.sentenceOf(from));
    for (int i = s.firstToken(); i < from; i++) {
      if (t.get(i).lower().equals("will")) {
        return true;
      }
    }
    return false;
  }

  /** A price falls and a person does: only what is measured goes up and down. */
  private boolean measure(Clause c, Triggers.Hit hit) {
    for (int i = c.first(); i < Math.min(c.end(), hit.end() + MEASURE_REACH); i++) {
      String w = t.get(i).lower();
      boolean unit = i > hit.start() && (w.equals("%") || MEASURE_UNITS.contains(w));
      if (MEASURES.contains(w) || unit) {
        return true;
      }
    }
    return false;
  }

  /** "The number of hospitals hit has risen to 14", "the toll rose": a count, and no price. */
  private boolean counts(Clause c, Triggers.Hit hit) {
    boolean count = false;
    for (int i = c.first(); i < Math.min(c.end(), hit.end() + MEASURE_REACH); i++) {
      String w = t.get(i).lower();
      boolean unit = i > hit.start() && (w.equals("%") || MEASURE_UNITS.contains(w));
      if (unit || MEASURES.contains(w) && !COUNTS.contains(w)) {
        return false;
      }
      count |= i < hit.start() && COUNTS.contains(w);
    }
    return count;
  }

  private boolean article(int i) {
    String w = t.get(i).lower();
    return w.equals("the") || w.equals("a") || w.equals("an") || w.equals("'s");
  }

  private boolean conditional(Clause c) {
    String w = t.get(c.first()).lower();
    return w.equals("if") || w.equals("unless") || w.equals("whether");
  }

  private boolean objectFollows(int i, int end) {
    if (i >= end) {
      return false;
    }
    Token n = t.get(i);
    String w = n.lower();
    return n.isNumber()
        || n.isCapitalised()
        || Set.of(
                "the", "a", "an", "his", "her", "their", "its", "him", "them", "at", "two", "three",
                "four", "five", "six", "one", "several", "dozens", "more", "himself")
            .contains(w);
  }

  private boolean startsWithNone(Clause c, int end) {
    return c.first() < end && NONE.contains(t.get(c.first()).lower());
  }

  // --- nouns

  private @Nullable EventMention noun(Sentence s, Clause c, Triggers.Hit hit) {
    int start = hit.start();
    if (ruledOut(c, start) || hears(c, hit) || deniedDoing(c, start - 1) || lacks(c, start)) {
      return null;
    }
    String before = start > c.first() ? t.get(start - 1).lower() : "";
    boolean accused = accused(c, start) || onCharge(c, hit);
    EventStatus status = null;
    Modality modality = Modality.ASSERTED;
    boolean negative = false;
    boolean past = false;
    Said said = said(c, hit);
    if (said != null) {
      status = said.status;
      modality = said.modality;
      negative = said.negative;
      past = said.past;
    }
    for (int i = Math.max(c.first(), start - 4); i < start; i++) {
      String w = t.get(i).lower();
      if (PLANNED_BEFORE.contains(w) && status == null) {
        status = EventStatus.PLANNED;
        modality = Modality.PLANNED;
      } else if (POSSIBLE_BEFORE.contains(w)
          && (status == null || status == EventStatus.PLANNED)
          && i >= start - 2
          && !didSomething(c, hit)) {
        status = EventStatus.PLANNED;
        modality = Modality.POSSIBLE;
      } else if (w.equals("cancelled") || w.equals("canceled")) {
        status = EventStatus.CANCELLED;
      }
    }
    if (before.equals("no") && status != null) {
      status = EventStatus.DID_NOT_OCCUR;
      negative = true;
    }
    if (isNotAny(c, start)) {
      status = EventStatus.DID_NOT_OCCUR;
      modality = Modality.ASSERTED;
      negative = true;
    }
    boolean ahead = ahead(c, start);
    if (ahead && (status == null || status == EventStatus.OCCURRED)) {
      status = EventStatus.PLANNED;
      modality = Modality.POSSIBLE;
    }
    if (status == null && presupposed(c, hit)) {
      status = EventStatus.OCCURRED;
    }
    EventMention m = mention(s, c, hit, status, modality, negative, past, around(c, hit));
    return accused ? m.with(m.participants(), null, m.where()) : m;
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
   * "Accused of looting", "jailed on Monday for taking bribes": the day of what the law does is not
   * that of the deed.
   */
  private boolean accused(Clause c, int start) {
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
    Groups.Group g = Groups.before(t, i, c.first(), form(w));
    return g.status() == EventStatus.PLANNED && g.first() < i;
  }

  /** What may stand before a noun that names none in particular. */
  private boolean isIndefinite(int i) {
    String w = t.get(i).lower();
    boolean definite = DETERMINERS.contains(w) && !w.equals("a") && !w.equals("an");
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

  /** "Appeared in court on Monday on two charges of theft": they were brought on another day. */
  private boolean onCharge(Clause c, Triggers.Hit hit) {
    if (!hit.type().equals(CHARGE)) {
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

  /** "Appeared in court on Monday, charged with theft". */
  private boolean eventBefore(Clause c, int start) {
    EventMention last = found.isEmpty() ? null : found.get(found.size() - 1);
    return last != null && last.start() >= t.get(sentenceStart).start();
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
    if (conditional(c)) {
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

  private record Said(EventStatus status, Modality modality, boolean negative, boolean past) {}

  /** "Followed by a lunch": what follows something stands as that does. */
  private @Nullable Said said(Clause c, Triggers.Hit hit) {
    if ("followed".equals(t.get(c.first()).lower()) && !found.isEmpty()) {
      return last();
    }
    for (int i = hit.start() - 1; i >= c.first() && i > hit.start() - 14; i--) {
      Said s = at(i, c, hit, false);
      if (s != null) {
        return s;
      }
    }
    for (int i = hit.end(); i < c.end() && i < hit.end() + 10; i++) {
      Said s = at(i, c, hit, true);
      if (s != null) {
        Said off = s.status == EventStatus.PLANNED ? calledOff(i + 1, c, hit) : null;
        return off != null ? off : s;
      }
    }
    return null;
  }

  /** "The meeting, planned for Friday, was postponed": what became of the plan, said behind it. */
  private @Nullable Said calledOff(int from, Clause c, Triggers.Hit hit) {
    for (int i = from; i < c.end() && i < from + CALLED_OFF_REACH; i++) {
      if (LINKS.contains(t.get(i).lower())) {
        return null;
      }
      Said s = at(i, c, hit, true);
      if (s != null) {
        boolean off = s.status == EventStatus.POSTPONED || s.status == EventStatus.CANCELLED;
        return off && !s.negative ? s : null;
      }
    }
    return null;
  }

  private @Nullable Said last() {
    EventMention m = found.get(found.size() - 1);
    return m.status() == null
        ? null
        : new Said(m.status(), m.modality(), m.polarity() == Polarity.NEGATIVE, false);
  }

  private @Nullable Said at(int i, Clause c, Triggers.Hit hit, boolean subject) {
    String w = t.get(i).lower();
    if (!t.get(i).isWord() || t.get(i).isCapitalised() && i > c.first()) {
      return null;
    }
    Support.Effect e = Support.of(Verbs.lemma(w));
    if (w.equals("off") && i > 0 && Verbs.lemma(t.get(i - 1).lower()).equals("call")) {
      return new Said(EventStatus.CANCELLED, Modality.ASSERTED, false, false);
    }
    boolean putOff = w.equals("off") && i > c.first() && t.get(i - 1).lower().equals("put");
    if (putOff && i + 1 < c.end() && !t.get(i + 1).lower().equals("by")) {
      return new Said(EventStatus.POSTPONED, Modality.ASSERTED, false, false);
    }
    if (w.equals("was") && !subject && i > c.first() && t.get(i - 1).lower().equals("there")) {
      return new Said(EventStatus.OCCURRED, Modality.ASSERTED, false, false);
    }
    if (e == null
        || Groups.auxiliary(w)
            && !DETERMINERS.contains(t.get(i + 1 < c.end() ? i + 1 : i).lower())) {
      return null;
    }
    Groups.Group g = Groups.before(t, i, c.first(), form(w));
    if (e == Support.Effect.PLANS) {
      boolean another = !subject && i + 1 < c.end() && t.get(i + 1).lower().equals("to");
      if (another && hit.family().equals("incident")) {
        return null; // "are expected to publish a report on the shooting"
      }
      boolean plans =
          form(w) == Triggers.Form.PAST_OR_PARTICIPLE
              || g.status() == EventStatus.UNDER_WAY
              || form(w) == Triggers.Form.PRESENT;
      return plans ? new Said(EventStatus.PLANNED, Modality.PLANNED, g.negative(), false) : null;
    }
    if (g.status() == null || g.bare() && !subject) {
      return null;
    }
    boolean done = g.status() == EventStatus.OCCURRED || g.status() == EventStatus.UNDER_WAY;
    if (form(w) == Triggers.Form.PRESENT
        && done
        && e == Support.Effect.HAPPENS
        && !hit.family().equals("incident")) {
      return null;
    }
    EventStatus status =
        switch (e) {
          case CANCELS -> done ? EventStatus.CANCELLED : null;
          case POSTPONES -> done ? EventStatus.POSTPONED : null;
          default -> g.status();
        };
    return status == null ? null : new Said(status, g.modality(), g.negative(), g.past());
  }

  private static Triggers.Form form(String w) {
    String lemma = Verbs.lemma(w);
    if (w.equals(lemma)) {
      return w.equals("hit") || w.equals("set")
          ? Triggers.Form.PAST_OR_PARTICIPLE
          : Triggers.Form.BASE;
    }
    if (w.endsWith("ing")) {
      return Triggers.Form.ING;
    }
    return w.endsWith("s") ? Triggers.Form.PRESENT : Triggers.Form.PAST_OR_PARTICIPLE;
  }

  // --- who

  private List<Participant> around(Clause c, Triggers.Hit hit) {
    List<Participant> out = new ArrayList<>();
    boolean equals = hit.family().equals("encounter");
    boolean possessor = hit.start() > c.first() && t.get(hit.start() - 1).lower().equals("'s");
    if (equals || possessor || hit.family().equals("justice")) {
      for (String n : left(c, hit.start())) {
        out.add(new Participant(Participant.Role.AGENT, n));
      }
    }
    boolean linked =
        hit.end() < c.end()
            && Set.of("with", "between", "of", "by", "against", "on")
                .contains(t.get(hit.end()).lower());
    if (linked) {
      for (String n : right(hit.end(), c.end(), t.get(hit.end()).lower().equals("by"))) {
        out.add(new Participant(equals ? Participant.Role.AGENT : Participant.Role.PATIENT, n));
      }
    }
    return out;
  }

  /** Who stands next before a verb or noun: in its clause, else before an "and" that opens it. */
  private Set<String> left(Clause c, int end) {
    Set<String> out = new LinkedHashSet<>();
    String opens = t.get(c.first()).lower();
    boolean reaches =
        opens.equals("and") || opens.equals("but") || opens.equals("which") || opens.equals("who");
    int limit = reaches ? sentenceStart : c.first();
    for (int i = end - 1; i >= limit; i--) {
      String w = t.get(i).lower();
      Mention m = names.at(i);
      if (m != null && actor(m)) {
        joined(m, limit, out);
        return out;
      }
      if (HE.contains(w) && lastPerson != null) {
        out.add(lastPerson);
        return out;
      }
      boolean both = GROUPS.contains(w) && (w.equals("two") || i == 0 || !t.get(i - 1).isNumber());
      if (w.equals("they") || w.equals("neither") || w.equals("both") || both) {
        out.addAll(pair);
        return out;
      }
    }
    return out;
  }

  /** A name and those that "and" joins to it. */
  private void joined(Mention last, int limit, Set<String> out) {
    Mention m = last;
    List<String> backwards = new ArrayList<>();
    while (true) {
      backwards.add(0, m.name());
      int i = m.firstToken() - 1;
      int and = -1;
      Mention next = null;
      for (int k = 0; k < 6 && i >= limit; k++, i--) {
        Mention n = names.at(i);
        if (n != null && actor(n)) {
          next = n;
          break;
        }
        and = t.get(i).lower().equals("and") ? i : and;
      }
      if (next == null || and < 0) {
        out.addAll(backwards);
        return;
      }
      m = next;
    }
  }

  private Set<String> right(int from, int end, boolean onlyBy) {
    Set<String> out = new LinkedHashSet<>();
    boolean by = !onlyBy;
    boolean placed = false;
    for (int i = from; i < end && i < from + 14; i++) {
      String w = t.get(i).lower();
      by |= w.equals("by");
      if (w.equals("in")
          || w.equals("at")
          || w.equals("on")
          || w.equals("to")
          || w.equals("after")) {
        placed = true;
      } else if (w.equals("with") || w.equals("and")) {
        placed &= !w.equals("with");
      }
      Mention m = names.at(i);
      boolean next = i + 1 < end && names.at(i + 1) != null;
      if (w.equals(",") && !next) {
        break;
      }
      if (m != null && m.firstToken() == i && by && !placed && actor(m)) {
        out.add(m.name());
      }
    }
    return out;
  }

  private static boolean actor(Mention m) {
    return m.type() == EntityType.PERSON || m.type() == EntityType.ORGANISATION;
  }

  // --- when and where

  private EventMention mention(
      Sentence s,
      Clause c,
      Triggers.Hit hit,
      @Nullable EventStatus status,
      Modality modality,
      boolean negative,
      boolean past,
      List<Participant> who) {
    TimeMention time = time(s, c, hit);
    String when = time == null ? null : iso(time);
    boolean old = past || time != null && longAgo(time) || yearBefore(hit.start());
    for (int i = c.first(); i < hit.start(); i++) {
      old |= LONG_AGO.contains(t.get(i).lower()) && !weekdayNear(i);
    }
    if (time != null && status == EventStatus.UNDER_WAY && isFuture(when)) {
      status = EventStatus.PLANNED;
      modality = Modality.PLANNED;
    }
    if (status == EventStatus.PLANNED) {
      old = false;
    }
    Modality m = modality == Modality.ASSERTED && alleged(s) ? Modality.ALLEGED : modality;
    boolean no = negative || status == EventStatus.DID_NOT_OCCUR;
    return new EventMention(
        hit.type(),
        hit.family(),
        s.index(),
        t.get(hit.start()).start(),
        t.get(hit.end() - 1).end(),
        c.start(d),
        c.close(d),
        status,
        m,
        no ? Polarity.NEGATIVE : Polarity.POSITIVE,
        old,
        distinct(who),
        when,
        place(s, c));
  }

  private static List<Participant> distinct(List<Participant> who) {
    List<Participant> out = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    for (Participant p : who) {
      if (seen.add(p.name())) {
        out.add(p);
      }
    }
    return out;
  }

  private boolean weekdayNear(int i) {
    return i + 1 < t.size() && t.get(i + 1).isCapitalised()
        || i + 1 < t.size()
            && Set.of("week", "night", "month", "on").contains(t.get(i + 1).lower());
  }

  private boolean yearBefore(int i) {
    for (int k = Math.max(0, i - 2); k < i; k++) {
      Token y = t.get(k);
      if (y.isNumber()
          && y.text().length() == 4
          && (y.text().startsWith("19") || y.text().startsWith("20"))) {
        return Integer.parseInt(y.text().replaceAll("\\D", "0")) < day.getYear();
      }
    }
    return false;
  }

  private boolean alleged(Sentence s) {
    for (int i = s.firstToken(); i < s.endToken(); i++) {
      if (ALLEGED.contains(t.get(i).lower())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a part of its own lies between an event and a time behind it: "elected in 2014 before
   * stepping down last October", "cut short a visit and is expected back on Friday".
   */
  private boolean apart(Triggers.Hit hit, Clause c, int time) {
    int last = d.tokenFrom(time);
    for (int k = hit.end(); k < last - 1; k++) {
      String w = t.get(k).lower();
      String next = t.get(k + 1).lower();
      boolean doing = next.length() > 4 && next.endsWith("ing") && !next.endsWith("thing");
      boolean own = k >= c.end() && (w.equals("and") || w.equals("but"));
      boolean verb = Groups.auxiliary(next) || Set.of("he", "she", "they", "it").contains(next);
      if (PARTS.contains(w) && doing || own && verb) {
        return true;
      }
    }
    return false;
  }

  private @Nullable TimeMention time(Sentence s, Clause c, Triggers.Hit hit) {
    int from = t.get(c.first()).start();
    int to = t.get(c.end() - 1).end();
    TimeMention other = null;
    for (TimeMention m : times.get(s.index())) {
      if (apart(hit, c, m.start())) {
        break;
      }
      if (isOfAnother(d.text(), m, t.get(hit.start()).start())
          || !MEASURED.contains(hit.type()) && isOfRise(m)) {
        continue;
      }
      if (m.start() >= from && m.end() <= to && dated(m) && !sinceBefore(m) && !saidThen(m)) {
        return m;
      }
      boolean inSentence = m.start() >= s.start() && m.end() <= s.end();
      if (inSentence
          && dated(m)
          && !sinceBefore(m)
          && Math.abs(m.start() - from) < 160
          && other == null
          && (m.type() == TimeMention.Type.DAY || m.type() == TimeMention.Type.INSTANT)) {
        other = m;
      }
    }
    return other;
  }

  private boolean isOfRise(TimeMention m) {
    return isOfRise(t, d.tokenFrom(m.start()), sentenceStart);
  }

  /**
   * "The toll of the sinking rose to 31 on Friday": that is when it rose.
   *
   * @param time its first token
   * @param first token of the sentence
   */
  public static boolean isOfRise(List<Token> t, int time, int first) {
    int i = time - 1;
    while (i > first && RISE_LINKS.contains(t.get(i).lower())) {
      i--;
    }
    boolean number = i > first + 1 && isNumber(t.get(i)) && RISEN_TO.contains(t.get(i - 1).lower());
    for (int k = i; k >= first && k >= i - RISE_REACH; k--) {
      if (RISES.contains(t.get(k).lower())) {
        return number || k == i;
      }
    }
    return false;
  }

  private static boolean isNumber(Token token) {
    return token.isNumber() || NumberWords.of(token.lower()) > 0;
  }

  /** Whether events of a class are such rises and falls themselves. */
  public static boolean isMeasured(String type) {
    return MEASURED.contains(type);
  }

  /**
   * "Friday's match" says when the match is, and not when anything else was that stands in the
   * clause.
   *
   * @param event where its word begins
   */
  public static boolean isOfAnother(String text, TimeMention m, int event) {
    int end = m.end();
    boolean inside = text.startsWith("s", end - 1) && isMark(text, end - 2);
    boolean behind = isMark(text, end) && text.startsWith("s", end + 1);
    if (!inside && !behind) {
      return false;
    }
    int from = behind ? end + 2 : end;
    if (event < from) {
      return true;
    }
    String between = text.substring(from, event).strip().toLowerCase(Locale.ROOT);
    List<String> words = List.of(between.split("\\s+"));
    return words.size() > OWNED || words.stream().anyMatch(OWNED_NO_MORE::contains);
  }

  private static boolean isMark(String text, int at) {
    return at >= 0 && at < text.length() && "'\u2019".indexOf(text.charAt(at)) >= 0;
  }

  private boolean sinceBefore(TimeMention m) {
    String before = d.text().substring(Math.max(0, m.start() - 6), m.start()).strip();
    return before.endsWith("since") || before.endsWith("until") || before.endsWith(" by");
  }

  /** "Said on Thursday": the day of the saying. */
  private boolean saidThen(TimeMention m) {
    return saidThen(t, d.tokenFrom(m.start()), 0, SAID);
  }

  /**
   * Whether a time is that of a saying: nothing but hearers and occasions stand between. "Said an
   * inspection in March" tells of the inspection.
   *
   * @param first token of the sentence
   */
  public static boolean saidThen(List<Token> t, int time, int first, Set<String> verbs) {
    for (int k = time - 1; k >= Math.max(first, time - SAID_REACH); k--) {
      Token w = t.get(k);
      if (verbs.contains(w.lower())) {
        return true;
      }
      if (!BETWEEN.contains(w.lower()) && !(w.isWord() && w.isCapitalised())) {
        return false;
      }
    }
    return false;
  }

  private static boolean dated(TimeMention m) {
    return m.type() != TimeMention.Type.CLOCK_WITHOUT_DAY && !m.value().isEmpty();
  }

  /** The day, or what is longer, of a time. */
  static String iso(TimeMention m) {
    String v = m.value();
    int slash = v.indexOf('/');
    v = slash > 0 ? v.substring(0, slash) : v;
    int clock = v.indexOf('T');
    return clock > 0 ? v.substring(0, clock) : v;
  }

  private boolean longAgo(TimeMention m) {
    String v = iso(m);
    if (v.length() < 4 || !Character.isDigit(v.charAt(0))) {
      return false;
    }
    String until = day.minusDays(OLD_DAYS).toString();
    return v.compareTo(until.substring(0, Math.min(v.length(), until.length()))) < 0;
  }

  private boolean isFuture(@Nullable String when) {
    return when != null && when.length() == 10 && when.compareTo(day.toString()) > 0;
  }

  private @Nullable String place(Sentence s, Clause c) {
    int from = t.get(c.first()).start();
    int to = t.get(c.end() - 1).end();
    PlaceMention best = null;
    for (PlaceMention p : places.get(s.index())) {
      boolean in = p.start() >= from && p.end() <= to;
      if (in
          && locative(p)
          && p.granularity() != PlaceMention.Granularity.OTHER
          && p.granularity() != PlaceMention.Granularity.COUNTRY
          && (best == null || p.granularity().compareTo(best.granularity()) < 0)) {
        best = p;
      }
    }
    return best == null ? null : best.name();
  }

  private boolean locative(PlaceMention p) {
    int i = d.tokenFrom(p.start());
    String before = i > 0 ? t.get(i - 1).lower() : "";
    before = before.equals("the") && i > 1 ? t.get(i - 2).lower() : before;
    return LOCATIVE.contains(before);
  }

  // --- what mentions of one event tell each other

  private List<EventMention> shared() {
    Map<String, EventMention> lead = new HashMap<>();
    Map<String, EventStatus> fate = new HashMap<>();
    for (EventMention m : found) {
      if (!m.background()) {
        lead.merge(m.type(), m, EventFinder::richer);
        EventStatus status = m.status();
        if (status != null) {
          fate.putIfAbsent(m.type(), status);
        }
      }
    }
    List<EventMention> out = new ArrayList<>();
    for (EventMention m : found) {
      EventMention l = lead.get(m.type());
      if (l == null || m.background() || !compatible(m, l)) {
        out.add(m);
        continue;
      }
      List<Participant> who =
          m.encounter() || m.participants().isEmpty() ? l.participants() : m.participants();
      out.add(
          planned(m, fate.get(m.type()))
              .with(
                  who,
                  m.when() == null ? l.when() : m.when(),
                  m.where() == null ? l.where() : m.where()));
    }
    return out;
  }

  /** Of a meeting that is still to come its name alone does not say that it took place. */
  private EventMention planned(EventMention m, @Nullable EventStatus first) {
    boolean told = m.status() == EventStatus.OCCURRED || m.status() == EventStatus.UNDER_WAY;
    boolean ahead = m.when() == null || m.when().compareTo(day.toString()) >= 0;
    return m.encounter() && told && ahead && first == EventStatus.PLANNED
        ? m.as(EventStatus.PLANNED, Modality.PLANNED)
        : m;
  }

  private static EventMention richer(EventMention a, EventMention b) {
    EventMention base =
        b.participants().size() > a.participants().size() && a.participants().size() < 2 ? b : a;
    EventMention other = base == a ? b : a;
    boolean fits = compatible(a, b);
    String when = base.when() == null && fits ? other.when() : base.when();
    String where = base.where() == null && fits ? other.where() : base.where();
    return base.with(base.participants(), when, where);
  }

  private static boolean compatible(EventMention a, EventMention b) {
    if (a.participants().isEmpty() || b.participants().isEmpty()) {
      return true;
    }
    Set<String> of = new LinkedHashSet<>();
    for (Participant p : b.participants()) {
      of.add(p.name());
    }
    boolean all = true;
    for (Participant p : a.participants()) {
      all &= of.contains(p.name());
    }
    boolean days =
        a.when() == null
            || b.when() == null
            || a.when().startsWith(b.when())
            || b.when().startsWith(a.when());
    return all && days;
  }
}
