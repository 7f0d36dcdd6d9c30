package news.slugline.claim;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import news.slugline.claim.event.EventFinder;
import news.slugline.claim.event.EventMention;
import news.slugline.claim.quote.Attribution;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.Names;
import news.slugline.claim.text.Sentence;
import news.slugline.claim.value.Anchor;
import news.slugline.claim.value.HistoryMention;
import news.slugline.claim.value.PlaceFinder;
import news.slugline.claim.value.PlaceMention;
import news.slugline.claim.value.QuantityFinder;
import news.slugline.claim.value.QuantityMention;
import news.slugline.claim.value.TimeMention;
import news.slugline.claim.value.ValueFinder;

/** What the finders see in one article, by sentence; claims are made from it. */
final class Reading {
  /** Of a number of victims. */
  private static final int DIGITS = 8;

  final Document document;
  final Names names;
  final Anchor anchor;
  final List<List<PlaceMention>> places;
  final List<List<TimeMention>> times = new ArrayList<>();
  final List<List<QuantityMention>> quantities = new ArrayList<>();
  final List<List<HistoryMention>> histories = new ArrayList<>();
  final List<List<EventMention>> events = new ArrayList<>();
  final List<Attribution> attributions;

  /** By sentence: those whose content stands in it, wholly or in part. */
  final List<List<Attribution>> said = new ArrayList<>();

  final List<String> headlineEvents;
  final List<String> headlineTowns;
  private final List<QuantityMention> headlineNumbers = new ArrayList<>();

  Reading(
      Document d,
      Names names,
      Anchor anchor,
      Document headline,
      List<List<PlaceMention>> places,
      ValueFinder values,
      List<Attribution> attributions) {
    this.document = d;
    this.names = names;
    this.anchor = anchor;
    this.places = places;
    this.attributions = attributions;
    headlineEvents = EventFinder.classes(headline);
    headlineTowns = PlaceFinder.standard().towns(headline.text());
    for (Sentence s : headline.sentences()) {
      headlineNumbers.addAll(QuantityFinder.standard().find(headline, s));
    }
    for (Sentence s : d.sentences()) {
      ValueFinder.Values v = values.values(s, anchor);
      times.add(v.times().stream().filter(m -> !Epithets.is(d, s, m)).toList());
      quantities.add(v.quantities());
      histories.add(v.history());
      events.add(new ArrayList<>());
      said.add(new ArrayList<>());
    }
    for (Attribution a : attributions) {
      for (int i = sentenceAt(a.contentStart()); i < said.size(); i++) {
        if (d.sentences().get(i).start() >= a.contentEnd()) {
          break;
        }
        said.get(i).add(a);
      }
    }
    for (EventMention m : EventFinder.find(d, names, times, places, quantities, anchor.day())) {
      events.get(m.sentence()).add(m);
    }
  }

  /** How many were killed (injured, shot) by the headline; 0 if it gives no number. */
  int headlineToll(QuantityMention.Slot slot) {
    for (QuantityMention m : headlineNumbers) {
      BigDecimal n = m.number();
      if (m.slot() == slot && n != null && n.signum() > 0 && n.precision() - n.scale() < DIGITS) {
        return n.intValue();
      }
    }
    return 0;
  }

  /** The last sentence that begins at or before an offset, the first if none does. */
  int sentenceAt(int offset) {
    List<Sentence> all = document.sentences();
    int low = 0;
    int high = all.size();
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (all.get(mid).start() <= offset) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return Math.max(0, low - 1);
  }
}
