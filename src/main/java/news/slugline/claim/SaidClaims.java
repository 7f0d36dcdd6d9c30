package news.slugline.claim;

import java.util.List;
import news.slugline.claim.event.EventMention;
import news.slugline.claim.quote.Attribution;
import news.slugline.claim.text.Document;
import org.jspecify.annotations.Nullable;

/** Makes claims of quotes and statements: who says what, of which event. */
final class SaidClaims {
  private final Reading r;
  private final Document d;
  private final Passages passages;
  private final Claims claims;

  SaidClaims(Materials m) {
    r = m.reading();
    d = m.document();
    passages = m.passages();
    claims = m.claims();
  }

  /** The claim that somebody says something. */
  void add(Attribution a) {
    if (a.contentEnd() <= a.contentStart() || a.end() <= a.start()) {
      return;
    }
    int start = a.start();
    int end = a.end();
    boolean hasCue = a.cueStart() >= 0 && a.cueEnd() > a.cueStart();
    boolean inside = a.contentStart() >= start && a.contentEnd() <= end;
    if (!inside) {
      start = Math.min(start, a.contentStart());
      end = Math.max(end, a.contentEnd());
    }
    boolean cueInside = hasCue && a.cueStart() >= start && a.cueEnd() <= end;
    Span span = passages.span(start, end);
    Speaker speaker = claims.speaker(a);
    Modality modality =
        a.denied() ? Modality.DENIED : speaker == null ? Modality.ASSERTED : Modality.REPORTED;
    EventMention e = eventIn(a.contentStart(), a.contentEnd());
    boolean running = e != null && !e.background();
    About about =
        new About(
            e == null ? "" : e.type(),
            e != null && !running,
            e != null && e.further(),
            e == null ? List.of() : e.participants(),
            "said",
            speaker == null ? null : speaker.name(),
            e == null ? null : e.when(),
            e == null ? null : e.where(),
            passages.terms(a.contentStart(), a.contentEnd()),
            List.of());
    claims.add(
        new Claim(
            a.kind(),
            span,
            d.text(start, end),
            speaker,
            cueInside ? passages.span(a.cueStart(), a.cueEnd()) : null,
            passages.span(a.contentStart(), a.contentEnd()),
            null,
            modality,
            a.denied() ? Polarity.NEGATIVE : Polarity.POSITIVE,
            null,
            a.outlet(),
            about));
  }

  private @Nullable EventMention eventIn(int from, int to) {
    EventMention best = null;
    for (int i = r.sentenceAt(from); i < r.events.size(); i++) {
      if (d.sentences().get(i).start() >= to) {
        break;
      }
      for (EventMention e : r.events.get(i)) {
        if (e.start() >= from && e.end() <= to && (best == null || best.status() == null)) {
          best = e;
        }
      }
    }
    return best;
  }
}
