package news.slugline.claim;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import news.slugline.claim.event.EventMention;
import news.slugline.claim.event.EventTimes;
import news.slugline.claim.event.Rises;
import news.slugline.claim.quote.Attribution;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.Sentence;
import news.slugline.claim.text.Token;
import news.slugline.claim.text.WordGroups;
import news.slugline.claim.value.TimeMention;
import org.jspecify.annotations.Nullable;

/** Makes claims of times: when an event begins, ends or is due, and when somebody spoke. */
final class TimeClaims {
  /** Sentences before a clock time in which its day may stand. */
  private static final int DAY_BEFORE = 2;

  /** Letters of a day, "2026-05-03". */
  private static final int DAY = 10;

  /** Letters of a moment, "2026-05-03T06:00Z". */
  private static final int INSTANT = 17;

  /** Sentences with which copy opens. */
  private static final int LEAD = 3;

  private static final Set<String> RELATIVE = Set.of("which", "who", "that");
  private static final Set<String> JOINS = Set.of("and", "but", ",");

  /** Words behind "and" or a comma among which a verb of its own stands. */
  private static final int VERB_REACH = 3;

  private static final WordGroups WORDS = WordGroups.of(Assembly.class, "assembly-words.tsv");
  private static final Set<String> ENDS = WORDS.get("ends");
  private static final Set<String> ENDED = WORDS.get("ended");
  private static final Set<String> SAYS = WORDS.get("says");

  private final Reading r;
  private final Document d;
  private final List<Token> t;
  private final Passages passages;
  private final ValueEvents values;
  private final Claims claims;

  TimeClaims(Materials m) {
    r = m.reading();
    d = m.document();
    t = m.tokens();
    passages = m.passages();
    values = m.values();
    claims = m.claims();
  }

  /** The claim that an event is at a time, or that somebody spoke then. */
  void add(Sentence s, TimeMention m) {
    String lead = d.text().substring(Math.max(0, m.start() - 6), m.start()).strip();
    if (lead.endsWith("since")) {
      return;
    }
    if (saidThen(s, m.start())) {
      spoken(s, m);
      return;
    }
    int[] span = passages.clause(s, m.start(), m.end());
    EventMention e = values.near(s, span, m.start(), m.end());
    if (e != null && (EventTimes.isOfAnother(d.text(), m, e.start()) || isOfRise(s, m, e))) {
      e = null;
    }
    e = isYetToCome(e, m) ? null : e;
    if (e != null && m.clock() != null && isOfOtherVerb(s, m, e)) {
      e = values.before(s);
    }
    boolean speech = e != null && e.family().equals("speech") && m.end() <= e.start();
    e = speech || values.isOwnPart(s, span, e) ? null : e;
    String value = m.value();
    if (m.type() == TimeMention.Type.CLOCK_WITHOUT_DAY) {
      String day = e == null ? null : e.when();
      day = day == null || day.length() != 10 ? dayBefore(s, m) : day;
      day = day == null ? dayOfLead(s, m, e) : day;
      if (day != null) {
        value = m.on(LocalDate.parse(day));
      }
    }
    boolean clock = m.clock() != null;
    String slot = slot(s, m.start(), clock);
    boolean old = e != null ? e.background() : value.length() >= 4 && values.isOld(value);
    String when = e == null ? null : e.when();
    About about = values.about(e, old, slot, null, clock ? when : value, span);
    claims.add(
        Kind.TIME,
        span,
        new int[] {m.start(), m.end()},
        value,
        ValueEvents.modality(e),
        e == null || isAcross(e, m) ? Polarity.POSITIVE : ValueEvents.polarity(e),
        null,
        e,
        about);
  }

  /**
   * "Left at six and sank an hour later", "which sank on Monday, left at six": of two verbs that
   * stand side by side a time of day belongs to the one on its side of "and" or the comma.
   */
  private boolean isOfOtherVerb(Sentence s, TimeMention m, EventMention e) {
    int first = d.tokenFrom(m.start());
    int last = first;
    while (last < s.endToken() && t.get(last).start() < m.end()) {
      last++;
    }
    int verb = d.tokenFrom(e.start());
    if (verb >= last) {
      return join(last, verb) >= 0 && hasVerb(s.firstToken(), first);
    }
    int end = d.tokenFrom(e.end() - 1) + 1;
    int join = join(end, first);
    boolean and = join >= 0 && !t.get(join).text().equals(",");
    return join >= 0
        && (and || isRelative(verb, s.firstToken()))
        && hasVerb(join, Math.min(first, join + VERB_REACH));
  }

  /** "Which sank on Monday": a verb of a clause that only says of what the sentence tells. */
  private boolean isRelative(int verb, int first) {
    for (int i = verb - 1; i >= Math.max(first, verb - VERB_REACH); i--) {
      if (RELATIVE.contains(t.get(i).lower())) {
        return true;
      }
    }
    return false;
  }

  /** The last "and" or comma between two tokens; -1 without one. */
  private int join(int from, int to) {
    for (int i = to - 1; i >= from; i--) {
      if (JOINS.contains(t.get(i).lower())) {
        return i;
      }
    }
    return -1;
  }

  private boolean hasVerb(int from, int to) {
    for (int i = from; i < to; i++) {
      if (d.tag(i).equals("VERB") && !t.get(i).lower().endsWith("ing")) {
        return true;
      }
    }
    return false;
  }

  /** "Shops shut from Friday after drivers voted": what has been is not on a day to come. */
  private boolean isYetToCome(@Nullable EventMention e, TimeMention m) {
    String v = m.value();
    return e != null
        && e.status() == EventStatus.OCCURRED
        && v.length() >= DAY
        && Character.isDigit(v.charAt(0))
        && v.indexOf('/') < 0
        && v.substring(0, DAY).compareTo(r.anchor.day().toString()) > 0;
  }

  private boolean isOfRise(Sentence s, TimeMention m, EventMention e) {
    return !Rises.isMeasured(e.type()) && Rises.isOfRise(t, d.tokenFrom(m.start()), s.firstToken());
  }

  /**
   * "It did not come; it is expected on Friday": what is denied stands in a sentence of its own.
   */
  private boolean isAcross(EventMention e, TimeMention m) {
    int from = Math.min(e.end(), m.end());
    int to = Math.max(e.start(), m.start());
    return from < to && d.text().substring(from, to).indexOf(';') >= 0;
  }

  /** The day that the sentences before a clock time name last. */
  private @Nullable String dayBefore(Sentence s, TimeMention clock) {
    for (int i = s.index(); i >= Math.max(0, s.index() - DAY_BEFORE); i--) {
      List<TimeMention> of = r.times.get(i);
      for (int k = of.size() - 1; k >= 0; k--) {
        TimeMention m = of.get(k);
        boolean day = m.type() == TimeMention.Type.DAY && m.value().length() == 10;
        if (day && m.start() < clock.start() && !saidThen(d.sentences().get(i), m.start())) {
          return m.value();
        }
      }
    }
    return null;
  }

  /**
   * The day that copy opens with, where it names one only, be it that of the telling: news of the
   * day gives its clock times without it. What is to come may be of another day.
   */
  private @Nullable String dayOfLead(Sentence s, TimeMention clock, @Nullable EventMention e) {
    boolean told = e == null || e.status() == EventStatus.OCCURRED && !e.background();
    Set<String> days = new TreeSet<>();
    for (int i = 0; told && i < Math.min(LEAD, s.index()); i++) {
      for (TimeMention m : r.times.get(i)) {
        boolean day = m.type() == TimeMention.Type.DAY && m.value().length() == DAY;
        if (day || m.type() == TimeMention.Type.INSTANT) {
          days.add(m.value().substring(0, DAY));
        }
      }
    }
    if (days.size() != 1) {
      return null;
    }
    String day = days.iterator().next();
    String at = clock.on(LocalDate.parse(day));
    boolean known = at.length() == INSTANT && at.endsWith("Z"); // and no stretch of time
    return known && Instant.parse(at.replace("Z", ":00Z")).isBefore(r.anchor.eventTime())
        ? day
        : null;
  }

  /** The day on which somebody said something. */
  private void spoken(Sentence s, TimeMention m) {
    int[] span = passages.clause(s, m.start(), m.end());
    String who = null;
    int cue = -1;
    for (Attribution a : r.said.get(s.index())) {
      boolean near = a.start() <= m.start() && m.end() <= a.end();
      if (near && a.cueStart() < m.start() && a.cueStart() >= cue) {
        who = a.speaker();
        cue = a.cueStart();
      }
    }
    if (m.type() == TimeMention.Type.CLOCK_WITHOUT_DAY) {
      return;
    }
    About about = values.about(null, false, "said_on", who, m.value(), span);
    claims.add(
        Kind.TIME,
        span,
        new int[] {m.start(), m.end()},
        m.value(),
        Modality.ASSERTED,
        Polarity.POSITIVE,
        null,
        null,
        about);
  }

  private boolean saidThen(Sentence s, int start) {
    return EventTimes.saidThen(t, passages.tokenAt(s, start), s.firstToken(), SAYS);
  }

  /** What of the event a time is: its end after "until", a bound after "by". */
  private String slot(Sentence s, int start, boolean clock) {
    String before =
        d.text().substring(Math.max(0, start - 12), start).toLowerCase(Locale.ROOT).strip();
    String word = before.substring(before.lastIndexOf(' ') + 1);
    if (word.equals("by")) {
      return "by";
    }
    return ENDS.contains(word) || isEnded(s, start) ? "end" : clock ? "start" : "date";
  }

  /** "Ended at 5 p.m.", "was over by noon": the verb just before the time. */
  private boolean isEnded(Sentence s, int start) {
    int at = d.tokenFrom(start) - 1;
    for (int i = at; i >= Math.max(s.firstToken(), at - VERB_REACH); i--) {
      if (ENDED.contains(t.get(i).lower())) {
        return true;
      }
    }
    return false;
  }
}
