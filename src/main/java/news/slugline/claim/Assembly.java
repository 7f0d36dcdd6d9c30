package news.slugline.claim;

import java.util.List;
import news.slugline.claim.event.EventMention;
import news.slugline.claim.quote.Attribution;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.Sentence;
import news.slugline.claim.value.HistoryMention;
import news.slugline.claim.value.PlaceMention;
import news.slugline.claim.value.QuantityMention;
import news.slugline.claim.value.TimeMention;
import org.jspecify.annotations.Nullable;

/**
 * Makes claims from what the finders see: each kind has its maker, which gives a value the event
 * that it belongs to, the slot and the holder.
 */
final class Assembly {
  /** Sentences in which an article says what it is about. */
  static final int LEAD = 5;

  private final Reading r;
  private final Document d;
  private final SaidClaims said;
  private final EventClaims events;
  private final TimeClaims times;
  private final QuantityClaims quantities;
  private final Venues venues;
  private final HistoryClaims histories;
  private final ToldClaims told;

  private Assembly(Reading r, Passages passages, Claims claims) {
    this.r = r;
    this.d = r.document;
    EventMention main = main(r);
    ValueEvents values = new ValueEvents(r, passages);
    this.said = new SaidClaims(r, passages, claims);
    this.events = new EventClaims(r, passages, claims);
    this.times = new TimeClaims(r, passages, values, claims);
    this.quantities = new QuantityClaims(r, passages, values, claims, main);
    this.venues = new Venues(r, passages, values, claims, main);
    this.histories = new HistoryClaims(r, passages, values, claims);
    this.told = new ToldClaims(r, passages, claims);
  }

  /** The claims in canonical order, each once. */
  static List<Claim> claims(Reading r) {
    EventWords eventWords = new EventWords(r);
    Passages passages = new Passages(r.document, eventWords);
    Claims claims = new Claims(r, passages, eventWords);
    new Assembly(r, passages, claims).assemble();
    return claims.all();
  }

  private void assemble() {
    for (Attribution a : r.attributions) {
      if (!d.isStamp(d.sentences().get(r.sentenceAt(a.start())))) {
        said.add(a);
      }
    }
    for (Sentence s : d.sentences()) {
      if (!d.isStamp(s)) {
        values(s);
      }
    }
    venues.unplaced();
    told.add();
  }

  private void values(Sentence s) {
    for (EventMention e : r.events.get(s.index())) {
      events.add(e);
    }
    for (TimeMention m : r.times.get(s.index())) {
      times.add(s, m);
    }
    for (QuantityMention m : r.quantities.get(s.index())) {
      quantities.add(s, m);
    }
    for (PlaceMention m : r.places.get(s.index())) {
      venues.place(s, m);
    }
    for (HistoryMention m : r.histories.get(s.index())) {
      histories.add(s, m);
    }
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
        incident = incident == null && e.incident() && e.sentence() < LEAD ? e : incident;
        first = first == null && (e.encounter() || e.status() != null) ? e : first;
      }
    }
    return incident != null ? incident : first;
  }
}
