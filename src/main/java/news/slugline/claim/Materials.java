package news.slugline.claim;

import java.util.List;
import news.slugline.claim.event.EventMention;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.Token;
import org.jspecify.annotations.Nullable;

/**
 * What the claims of an article are made with, the same for each kind.
 *
 * @param reading what the finders see
 * @param claims where those made go
 * @param main the running matter's event, if the article has one
 */
record Materials(
    Reading reading,
    Passages passages,
    ValueEvents values,
    Claims claims,
    @Nullable EventMention main) {

  static Materials of(Reading r) {
    EventWords words = new EventWords(r);
    Passages passages = new Passages(r.document, words);
    Claims claims = new Claims(r, passages, words);
    return new Materials(r, passages, new ValueEvents(r, passages), claims, main(r));
  }

  Document document() {
    return reading.document;
  }

  List<Token> tokens() {
    return reading.document.tokens();
  }

  /** The running matter's event: what the headline names, else the first incident of the lead. */
  private static @Nullable EventMention main(Reading r) {
    EventMention first = null;
    EventMention incident = null;
    for (List<EventMention> of : r.events) {
      for (EventMention e : of) {
        if (e.background()) {
          continue;
        }
        if (r.headlineEvents.contains(e.type()) && e.incident()) {
          return e;
        }
        incident = incident == null && e.incident() && e.sentence() < Assembly.LEAD ? e : incident;
        first = first == null && (e.encounter() || e.status() != null) ? e : first;
      }
    }
    return incident != null ? incident : first;
  }
}
