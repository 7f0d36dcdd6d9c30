package news.slugline.claim.event;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import news.slugline.claim.event.Clauses.Clause;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.Sentence;
import news.slugline.claim.text.Token;
import news.slugline.claim.value.TimeMention;
import org.jspecify.annotations.Nullable;

/** When an event is: which of the times about its word is its own, and no other event's. */
public final class EventTimes {
  private static final Set<String> BETWEEN = EventFinder.WORDS.get("between said and its time");
  private static final int SAID_REACH = 6;
  private static final Set<String> PARTS = EventFinder.WORDS.get("parts");

  /** Letters between a clause and the time of its event elsewhere in the sentence. */
  private static final int NEAR = 160;

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
  private final List<List<TimeMention>> times;

  EventTimes(Document d, List<List<TimeMention>> times) {
    this.d = d;
    this.t = d.tokens();
    this.times = times;
  }

  /** The time that a clause gives an event, else one near it in the sentence. */
  @Nullable TimeMention time(Sentence s, Clause c, Triggers.Hit hit) {
    int from = t.get(c.first()).start();
    int to = t.get(c.end() - 1).end();
    TimeMention other = null;
    for (TimeMention m : times.get(s.index())) {
      if (apart(hit, c, m.start())) {
        break;
      }
      if (isOfAnother(d.text(), m, t.get(hit.start()).start())
          || !Rises.isMeasured(hit.type()) && isOfRise(s, m)) {
        continue;
      }
      if (m.start() >= from && m.end() <= to && dated(m) && !sinceBefore(m) && !saidThen(m)) {
        return m;
      }
      boolean inSentence = m.start() >= s.start() && m.end() <= s.end();
      if (inSentence
          && dated(m)
          && !sinceBefore(m)
          && Math.abs(m.start() - from) < NEAR
          && other == null
          && (m.type() == TimeMention.Type.DAY || m.type() == TimeMention.Type.INSTANT)) {
        other = m;
      }
    }
    return other;
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

  private boolean isOfRise(Sentence s, TimeMention m) {
    return Rises.isOfRise(t, d.tokenFrom(m.start()), s.firstToken());
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
    return saidThen(t, d.tokenFrom(m.start()), 0, EventFinder.SAID);
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

  /** Whether a time can say when an event of its sentence took place. */
  boolean mayBeOfEvent(TimeMention m) {
    boolean day = m.type() == TimeMention.Type.DAY || m.type() == TimeMention.Type.INSTANT;
    boolean owned = isOfAnother(d.text(), m, d.text().length()) || isOfRise(sentence(m), m);
    return day && dated(m) && !sinceBefore(m) && !saidThen(m) && !owned;
  }

  private Sentence sentence(TimeMention m) {
    return d.sentences().get(d.sentenceOf(d.tokenFrom(m.start())));
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
}
