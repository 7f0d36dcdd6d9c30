package news.slugline.claim.event;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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
import news.slugline.claim.value.PlaceMention;
import news.slugline.claim.value.QuantityMention;
import news.slugline.claim.value.TimeMention;
import org.jspecify.annotations.Nullable;

/**
 * Finds who did what to whom, when and where, and whether it happened. One finder reads one
 * document, sentence by sentence in order, since later mentions lean on earlier ones. Verbs and
 * nouns, participants, times and places have readers of their own.
 */
public final class EventFinder {
  static final WordGroups WORDS = WordGroups.of(EventFinder.class, "event-words.tsv");
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
  static final Set<String> DETERMINERS = WORDS.get("determiners");
  private static final Set<String> LONG_AGO = WORDS.get("long ago");
  private static final Set<String> ALLEGED = WORDS.get("alleged");
  private static final int OLD_DAYS = 60;

  private final Document d;
  private final List<Token> t;
  private final Names names;
  private final List<List<QuantityMention>> quantities;
  private final LocalDate day;
  private final Senses senses;
  private final Participants participants;
  private final Undergoers undergoers;
  private final EventTimes times;
  private final EventPlaces places;
  private final VerbScan verbs;
  private final NounScan nouns;
  private final List<EventMention> found = new ArrayList<>();

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
    this.quantities = quantities;
    this.day = day;
    this.senses = new Senses(d);
    this.participants = new Participants(d, names);
    this.undergoers = new Undergoers(d, names);
    this.times = new EventTimes(d, times);
    this.places = new EventPlaces(d, places);
    Accusations accusations = new Accusations(d);
    this.verbs = new VerbScan(d, participants, undergoers, accusations);
    this.nouns = new NounScan(d, participants, undergoers, accusations);
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
    List<EventMention> dated = new OwnDays(d, times, f.times, day).of(f.found);
    return SharedEvents.of(new AnyEvent(d).resolved(dated), day);
  }

  /** The classes of the events that a headline names, in their order. */
  public static List<String> classes(Document h) {
    Senses senses = new Senses(h);
    List<String> out = new ArrayList<>();
    for (int i = 0; i < h.tokens().size(); ) {
      Triggers.Hit found = Triggers.TABLE.at(h.tokens(), i, h.tokens().size());
      Triggers.Hit hit =
          found == null ? null : senses.of(h.sentences().get(h.sentenceOf(i)), found);
      if (hit != null && !hit.type().equals("-") && !hit.type().equals(AnyEvent.TYPE)) {
        out.add(hit.type());
      }
      i = hit == null ? i + 1 : hit.end();
    }
    return out;
  }

  private void read(Sentence s) {
    for (Clause c : Clauses.of(d, s)) {
      for (int i = c.first(); i < c.end(); ) {
        Triggers.Hit hit = Triggers.TABLE.at(t, i, c.end());
        if (hit == null || Verbs.lemma(t.get(i).lower()).equals("be") || counted(s, hit)) {
          i++;
          continue;
        }
        hit = senses.of(s, hit);
        if (!hit.type().equals("-") && !properName(s, i)) {
          event(s, c, hit);
        }
        i = hit.end();
      }
      participants.remember(c);
    }
  }

  private void event(Sentence s, Clause c, Triggers.Hit hit) {
    EventMention last = found.isEmpty() ? null : found.get(found.size() - 1);
    EventMention here = last != null && last.sentence() == s.index() ? last : null;
    Outline told =
        hit.form() == Triggers.Form.NOUN ? nouns.read(c, hit, last) : verbs.read(c, hit, here);
    if (told != null) {
      EventMention m = mention(s, c, hit, told);
      boolean ofPerson = hit.form() != Triggers.Form.NOUN && PersonEvents.is(hit.type());
      List<Undergoers.Left> left = ofPerson ? undergoers.leftOut(hit, s.endToken()) : List.of();
      found.add(left.isEmpty() ? m : m.upTo(t.get(left.get(0).first() - 1).start()));
      left.forEach(p -> found.add(leftOut(s, m, p)));
    }
  }

  /** "And Ole Berg to four years": the same of another person, whose part goes on to the next. */
  private EventMention leftOut(Sentence s, EventMention told, Undergoers.Left of) {
    int end = of.end();
    while (end < s.endToken() && t.get(end).type() != Token.Type.PUNCTUATION && !isAnd(end)) {
      end++;
    }
    int close = t.get(Math.min(end, t.size()) - 1).end();
    Participant who = new Participant(PersonEvents.role(told.type()), of.name());
    return told.at(t.get(of.first()).start(), close, who);
  }

  private boolean isAnd(int i) {
    return t.get(i).lower().equals("and");
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
  private boolean properName(Sentence s, int i) {
    if (t.get(i).text().equals("March") && i > s.firstToken()) {
      return true; // the month
    }
    Mention m = names.at(i);
    return m != null && m.endToken() - m.firstToken() > 1 && t.get(i).isCapitalised()
        || m != null && m.type() == EntityType.PERSON;
  }

  private EventMention mention(Sentence s, Clause c, Triggers.Hit hit, Outline told) {
    EventStatus status = told.fate().status();
    Modality modality = told.fate().modality();
    TimeMention time = times.time(s, c, hit);
    String when = time == null ? null : EventTimes.iso(time);
    boolean present = status == EventStatus.OCCURRED && hit.form() == Triggers.Form.PRESENT;
    if (time != null && (status == EventStatus.UNDER_WAY || present) && isFuture(when)) {
      status = EventStatus.PLANNED;
      modality = Modality.PLANNED;
    }
    if (status == EventStatus.OCCURRED && isFuture(when)) {
      time = null; // "shops shut from Friday after drivers voted": it is of something else
      when = null;
    }
    boolean old = told.fate().past() || isOld(c, hit, time);
    Modality m = modality == Modality.ASSERTED && alleged(s) ? Modality.ALLEGED : modality;
    boolean no = told.fate().negative() || status == EventStatus.DID_NOT_OCCUR;
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
        old && status != EventStatus.PLANNED,
        isFurther(c, hit),
        distinct(told.who()),
        told.undated() ? null : when,
        places.place(s, c));
  }

  /** "A second meeting", "held new talks". */
  private boolean isFurther(Clause c, Triggers.Hit hit) {
    return hit.form() == Triggers.Form.NOUN
        ? Further.isBefore(d, c.first(), hit.start())
        : hit.end() - hit.start() > 1 && Further.isBefore(d, hit.start() + 1, hit.end() - 1);
  }

  /** Whether what stands before an event, or its time, sets it long before the article. */
  private boolean isOld(Clause c, Triggers.Hit hit, @Nullable TimeMention time) {
    if (time != null && longAgo(time) || yearBefore(hit.start())) {
      return true;
    }
    for (int i = c.first(); i < hit.start(); i++) {
      if (LONG_AGO.contains(t.get(i).lower()) && !weekdayNear(i)) {
        return true;
      }
    }
    return false;
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

  private boolean longAgo(TimeMention m) {
    String v = EventTimes.iso(m);
    if (v.length() < 4 || !Character.isDigit(v.charAt(0))) {
      return false;
    }
    String until = day.minusDays(OLD_DAYS).toString();
    return v.compareTo(until.substring(0, Math.min(v.length(), until.length()))) < 0;
  }

  private boolean isFuture(@Nullable String when) {
    return when != null && when.length() == 10 && when.compareTo(day.toString()) > 0;
  }
}
