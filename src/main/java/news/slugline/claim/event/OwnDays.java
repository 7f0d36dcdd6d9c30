package news.slugline.claim.event;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import news.slugline.claim.EventStatus;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.Sentence;
import news.slugline.claim.text.Token;
import news.slugline.claim.value.NumberWords;
import news.slugline.claim.value.TimeMention;
import org.jspecify.annotations.Nullable;

/**
 * Gives each event of a sentence with several days its own: "rescuers on Thursday found a body in
 * the house that collapsed on Tuesday". A day is that of the event that stands next to it, one
 * before it rather than one behind; "two days after it was signed" tells when that was. What only
 * says which house is meant ("the collapsed house") has the day of nothing else.
 */
final class OwnDays {
  private static final int BEHIND = 20;
  private static final int OTHER_CLAUSE = 200;
  private static final int SAYING = 120;

  /** Characters of a full date. */
  private static final int DAY = 10;

  /** Words between "two days after" and the event. */
  private static final int REACH = 6;

  private static final int MOST = 31;
  private static final Set<String> AFTER = Set.of("after", "since", "before");
  private static final Set<String> SPANS =
      Set.of(
          "hour", "hours", "day", "days", "week", "weeks", "month", "months", "year", "years",
          "decade", "decades");
  private static final Set<String> ROUGHLY =
      Set.of("almost", "nearly", "about", "around", "some", "than", "over", "roughly", "only");
  private static final Set<String> FOLLOWS = Set.of("ADJ", "NOUN", "PROPN");

  private final Document d;
  private final List<Token> t;
  private final List<List<TimeMention>> times;
  private final EventTimes own;
  private final LocalDate day;

  OwnDays(Document d, List<List<TimeMention>> times, EventTimes own, LocalDate day) {
    this.d = d;
    this.t = d.tokens();
    this.times = times;
    this.own = own;
    this.day = day;
  }

  List<EventMention> of(List<EventMention> found) {
    List<EventMention> out = new ArrayList<>(found);
    int from = 0;
    for (Sentence s : d.sentences()) {
      int to = from;
      while (to < found.size() && found.get(to).sentence() == s.index()) {
        to++;
      }
      if (to > from) {
        of(s, out.subList(from, to));
      }
      from = to;
    }
    return out;
  }

  private void of(Sentence s, List<EventMention> events) {
    List<TimeMention> days = new ArrayList<>();
    for (TimeMention m : times.get(s.index())) {
      boolean dated = EventTimes.iso(m).length() == DAY && own.mayBeOfEvent(m);
      if (dated && m.start() >= s.start() && m.end() <= s.end()) {
        days.add(m);
      }
    }
    for (int i = 0; i < events.size(); i++) {
      EventMention e = events.get(i);
      TimeMention mine = days.isEmpty() ? null : mine(e, days, events);
      String when = mine == null ? null : EventTimes.iso(mine);
      boolean behind = mine != null && mine.start() >= e.end();
      int since = behind ? -1 : since(s, e);
      if (since >= 0 && e.when() != null && e.when().length() == DAY) {
        events.set(i, e.with(e.participants(), before(e.when(), s, since), e.where()));
      } else if (when != null && e.when() != null && !when.equals(e.when()) && !isAhead(e, when)) {
        events.set(i, e.with(e.participants(), when, e.where()));
      } else if (when == null && e.when() != null && isAttribute(e)) {
        events.set(i, e.with(e.participants(), null, e.where()));
      }
    }
  }

  private boolean isAhead(EventMention e, String when) {
    return e.status() == EventStatus.OCCURRED && when.compareTo(day.toString()) > 0;
  }

  /** The day that stands next to an event and to no other. */
  private @Nullable TimeMention mine(
      EventMention e, List<TimeMention> days, List<EventMention> events) {
    for (TimeMention m : days) {
      EventMention next = null;
      int least = Integer.MAX_VALUE;
      for (EventMention x : events) {
        int cost = cost(x, m);
        if (cost < least && !isAttribute(x)) {
          least = cost;
          next = x;
        }
      }
      if (next == e) {
        return m;
      }
    }
    return null;
  }

  /**
   * The first word of "two days after", "a week since" before an event in its sentence; -1 if it
   * has none.
   */
  private int since(Sentence s, EventMention e) {
    int at = d.tokenFrom(e.start());
    for (int i = at - 1; i >= Math.max(s.firstToken() + 2, at - REACH); i--) {
      if (AFTER.contains(t.get(i).lower()) && SPANS.contains(t.get(i - 1).lower())) {
        return i - 2;
      }
    }
    return -1;
  }

  /** "Two days after": the day so long before; null if it says so only roughly. */
  private @Nullable String before(String when, Sentence s, int span) {
    boolean days =
        t.get(span + 1).lower().startsWith("day") && t.get(span + 2).lower().equals("after");
    boolean rough = span > s.firstToken() && ROUGHLY.contains(t.get(span - 1).lower());
    String w = t.get(span).lower();
    long n = w.equals("a") || w.equals("one") ? 1 : NumberWords.of(w);
    return days && !rough && n > 0 && n <= MOST
        ? LocalDate.parse(when).minusDays(n).toString()
        : null;
  }

  private static int cost(EventMention e, TimeMention m) {
    int gap =
        e.end() <= m.start() ? m.start() - e.end() : Math.max(0, e.start() - m.end()) + BEHIND;
    boolean inClause = m.start() >= e.clauseStart() && m.end() <= e.clauseEnd();
    return gap + (inClause ? 0 : OTHER_CLAUSE) + (e.family().equals("speech") ? SAYING : 0);
  }

  /** "A collapsed mine", "the stolen car". */
  private boolean isAttribute(EventMention e) {
    int at = d.tokenFrom(e.start());
    int end = d.tokenFrom(e.end());
    boolean participle = e.end() - e.start() > 3 && isParticiple(t.get(at).lower());
    return participle
        && at > 0
        && end < t.size()
        && (d.tag(at - 1).equals("DET") || d.tag(at - 1).equals("ADJ"))
        && FOLLOWS.contains(d.tag(end));
  }

  private static boolean isParticiple(String lower) {
    return lower.endsWith("ed") || lower.endsWith("en");
  }
}
