package news.slugline.claim;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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

  private static final WordGroups WORDS = WordGroups.of(Assembly.class, "assembly-words.tsv");
  private static final Set<String> ENDS = WORDS.get("ends");
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
    boolean speech = e != null && e.family().equals("speech") && m.end() <= e.start();
    e = speech || values.isOwnPart(s, span, e) ? null : e;
    String value = m.value();
    if (m.type() == TimeMention.Type.CLOCK_WITHOUT_DAY) {
      String day = e == null ? null : e.when();
      day = day == null || day.length() != 10 ? dayBefore(s, m) : day;
      if (day != null) {
        value = m.on(LocalDate.parse(day));
      }
    }
    boolean clock = m.clock() != null;
    String slot = slot(m.start(), clock);
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

  /** The day on which somebody said something. */
  private void spoken(Sentence s, TimeMention m) {
    int[] span = passages.clause(s, m.start(), m.end());
    String who = null;
    for (Attribution a : r.said.get(s.index())) {
      boolean near = a.start() <= m.start() && m.end() <= a.end();
      who = who == null && near ? a.speaker() : who;
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
  private String slot(int start, boolean clock) {
    String before =
        d.text().substring(Math.max(0, start - 12), start).toLowerCase(Locale.ROOT).strip();
    String word = before.substring(before.lastIndexOf(' ') + 1);
    if (word.equals("by")) {
      return "by";
    }
    return ENDS.contains(word) ? "end" : clock ? "start" : "date";
  }
}
