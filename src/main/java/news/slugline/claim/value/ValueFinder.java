package news.slugline.claim.value;

import java.util.List;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.Sentence;

/**
 * All values of a sentence at once: the same as the four finders give one by one, but the sentence
 * is cut and its times are read only once. Thread-safe.
 */
public final class ValueFinder {

  /** What a sentence gives, each list in order. */
  public record Values(
      List<TimeMention> times,
      List<QuantityMention> quantities,
      List<PlaceMention> places,
      List<HistoryMention> history) {}

  private final PlaceFinder places = PlaceFinder.standard();

  private ValueFinder() {}

  /** With the tables and the gazetteer of this build. */
  public static ValueFinder standard() {
    return new ValueFinder();
  }

  public Values find(Document document, Sentence sentence, Anchor anchor) {
    Lexemes x = Lexemes.of(document, sentence);
    List<TimeMention> times = TimeFinder.find(x, anchor);
    return new Values(
        times, QuantityFinder.find(x, times), places.find(x), HistoryFinder.find(x, anchor, times));
  }
}
