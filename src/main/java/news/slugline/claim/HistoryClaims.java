package news.slugline.claim;

import java.util.List;
import news.slugline.claim.event.EventMention;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.Sentence;
import news.slugline.claim.text.Token;
import news.slugline.claim.value.HistoryMention;
import org.jspecify.annotations.Nullable;

/** Makes claims of history: what is the first, worst or most since a time. */
final class HistoryClaims {
  private final Reading r;
  private final Document d;
  private final List<Token> t;
  private final Passages passages;
  private final ValueEvents values;
  private final Claims claims;

  HistoryClaims(Materials m) {
    r = m.reading();
    d = m.document();
    t = m.tokens();
    passages = m.passages();
    values = m.values();
    claims = m.claims();
  }

  /** The claim that an event is the first, or the like, since a time. */
  void add(Sentence s, HistoryMention m) {
    int[] span = passages.clause(s, m.start(), m.end());
    EventMention e = done(s, span, m);
    String of = m.of();
    if (e == null && of != null) {
      for (EventMention x : r.events.get(s.index())) {
        e = e == null ? x : e;
      }
    }
    About about = values.about(e, false, "since", null, e == null ? null : e.when(), span);
    claims.add(
        Kind.HISTORY,
        span,
        new int[] {m.start(), m.end()},
        m.value(),
        ValueEvents.modality(e),
        ValueEvents.polarity(e),
        null,
        e,
        about);
  }

  /**
   * "They met on Friday for the first time in six years and signed": the event before it, for what
   * comes after has no history yet. At the head of a clause it is the event that follows.
   */
  private @Nullable EventMention done(Sentence s, int[] span, HistoryMention m) {
    EventMention before = null;
    for (EventMention e : r.events.get(s.index())) {
      boolean inside = e.start() >= span[0] && e.end() <= m.start();
      boolean speech = e.family().equals("speech") || e.family().equals("none");
      before = inside && !speech && !relative(e.end(), m.start()) ? e : before;
    }
    if (before != null) {
      return before;
    }
    EventMention near = values.near(s, span, m.start(), m.end());
    return near != null && near.end() <= m.start() && relative(near.end(), m.start()) ? null : near;
  }

  /** "Voted down a bill that would have raised the tax": what follows tells of the bill. */
  private boolean relative(int from, int to) {
    for (int i = d.tokenFrom(from); i + 1 < t.size() && t.get(i).start() < to; i++) {
      if (t.get(i).lower().equals("that") && t.get(i + 1).lower().equals("would")) {
        return true;
      }
    }
    return false;
  }
}
