package news.slugline.claim.event;

import java.util.List;
import java.util.Set;
import news.slugline.claim.event.Clauses.Clause;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.Sentence;
import news.slugline.claim.text.Token;
import news.slugline.claim.value.PlaceMention;
import org.jspecify.annotations.Nullable;

/** Where an event is: the place of its clause that a word like "in" leads. */
final class EventPlaces {
  private static final Set<String> LOCATIVE = EventFinder.WORDS.get("locative");

  private final Document d;
  private final List<Token> t;
  private final List<List<PlaceMention>> places;

  EventPlaces(Document d, List<List<PlaceMention>> places) {
    this.d = d;
    this.t = d.tokens();
    this.places = places;
  }

  /** The narrowest place that a clause says something is in. */
  @Nullable String place(Sentence s, Clause c) {
    int from = t.get(c.first()).start();
    int to = t.get(c.end() - 1).end();
    PlaceMention best = null;
    for (PlaceMention p : places.get(s.index())) {
      boolean in = p.start() >= from && p.end() <= to;
      if (in
          && locative(p)
          && p.granularity() != PlaceMention.Granularity.OTHER
          && p.granularity() != PlaceMention.Granularity.COUNTRY
          && (best == null || p.granularity().compareTo(best.granularity()) < 0)) {
        best = p;
      }
    }
    return best == null ? null : best.name();
  }

  private boolean locative(PlaceMention p) {
    int i = d.tokenFrom(p.start());
    String before = i > 0 ? t.get(i - 1).lower() : "";
    before = before.equals("the") && i > 1 ? t.get(i - 2).lower() : before;
    return LOCATIVE.contains(before);
  }
}
