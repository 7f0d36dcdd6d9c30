package news.slugline.claim.value;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * All values of one document: the same as the four finders give one by one, but a sentence is cut
 * and its times are read only once. Not thread-safe.
 */
public final class ValueFinder {

  /** What a sentence gives besides its places, each list in order. */
  public record Values(
      List<TimeMention> times, List<QuantityMention> quantities, List<HistoryMention> history) {}

  private final PlaceFinder places = PlaceFinder.standard();
  private final Document document;
  private final List<@Nullable Lexemes> cut = new ArrayList<>();

  /** By sentence what it counts, if that is one sort of thing. */
  private final Map<Integer, QuantityMention> counted = new HashMap<>();

  private ValueFinder(Document document) {
    this.document = document;
  }

  /** With the tables and the gazetteer of this build. */
  public static ValueFinder of(Document document) {
    return new ValueFinder(document);
  }

  /** The places of a sentence. They come first: the article's zone may depend on them. */
  public List<PlaceMention> places(Sentence sentence) {
    return places.find(lexemes(sentence));
  }

  /**
   * The values of a sentence. What a bare total counts may stand in the sentence before, so of one
   * document they are asked for in order.
   */
  public Values values(Sentence sentence, Anchor anchor) {
    Lexemes x = lexemes(sentence);
    List<TimeMention> times = TimeFinder.find(x, anchor);
    QuantityMention before = counted.get(sentence.index() - 1);
    List<QuantityMention> quantities =
        HomeCurrencies.named(
            QuantityFinder.scan(x, times, before), anchor.country(), document.text());
    QuantityMention last = QuantityFinder.onlyCounted(quantities);
    if (last != null) {
      counted.put(sentence.index(), last);
    }
    return new Values(times, quantities, HistoryFinder.find(x, anchor, times));
  }

  private Lexemes lexemes(Sentence sentence) {
    while (cut.size() <= sentence.index()) {
      cut.add(null);
    }
    Lexemes x = cut.get(sentence.index());
    if (x == null) {
      x = Lexemes.of(document, sentence);
      cut.set(sentence.index(), x);
    }
    return x;
  }
}
