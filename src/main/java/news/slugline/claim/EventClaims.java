package news.slugline.claim;

import java.util.List;
import java.util.Locale;
import news.slugline.claim.event.EventMention;

/** Makes claims of events: what happened, is planned, or did not come about. */
final class EventClaims {
  private final Reading r;
  private final Passages passages;
  private final Claims claims;

  EventClaims(Materials m) {
    r = m.reading();
    passages = m.passages();
    claims = m.claims();
  }

  /** The claim that an event is, was or is to be; none of mere talk. */
  void add(EventMention e) {
    EventStatus status = e.status();
    boolean talk = e.family().equals("speech") && !e.type().equals("take_questions");
    if (status == null || talk || e.family().equals("none")) {
      return;
    }
    if (claims.isRefuted(e.start(), e.end()) && !r.quantities.get(e.sentence()).isEmpty()) {
      return; // "that five had died was wrong": the number is, not that somebody died
    }
    String day = e.when();
    boolean dated = day != null && day.length() == 10;
    boolean plain = status == EventStatus.OCCURRED || status == EventStatus.UNDER_WAY;
    String word = status.name().toLowerCase(Locale.ROOT);
    String value = dated && plain && day != null && isOwn(e, day) ? day : word;
    List<String> terms = passages.terms(e.clauseStart(), e.clauseEnd());
    About about =
        new About(
            e.type(),
            e.background(),
            e.further(),
            e.participants(),
            "status",
            null,
            day,
            e.where(),
            terms,
            List.of());
    claims.add(
        Kind.EVENT,
        new int[] {e.clauseStart(), e.clauseEnd()},
        new int[] {e.start(), e.end()},
        value,
        e.modality(),
        e.polarity(),
        status,
        e,
        about);
  }

  /** Whether the event's own clause names its day; from elsewhere it may be another event's. */
  private boolean isOwn(EventMention e, String day) {
    return r.times.get(e.sentence()).stream()
        .anyMatch(
            m ->
                m.start() >= e.clauseStart()
                    && m.end() <= e.clauseEnd()
                    && m.value().startsWith(day));
  }
}
