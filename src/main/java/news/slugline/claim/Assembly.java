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

  private Assembly(Materials m) {
    r = m.reading();
    d = m.document();
    said = new SaidClaims(m);
    events = new EventClaims(m);
    times = new TimeClaims(m);
    quantities = new QuantityClaims(m);
    venues = new Venues(m);
    histories = new HistoryClaims(m);
    told = new ToldClaims(m);
  }

  /** The claims in canonical order, each once. */
  static List<Claim> claims(Reading r) {
    Materials m = Materials.of(r);
    new Assembly(m).assemble();
    return m.claims().all();
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
}
