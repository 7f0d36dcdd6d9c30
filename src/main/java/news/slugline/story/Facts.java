package news.slugline.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import news.slugline.claim.Claim;
import news.slugline.claim.Span;
import news.slugline.rows.RowKey;
import news.slugline.rows.Rows;
import news.slugline.story.Tables.FactRow;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one story while one input is applied. Their rows do without the words of their
 * evidence, which the articles' rows hold.
 */
final class Facts {
  /** Stands for words that the article's row holds; no text is like this. */
  private static final String ELSEWHERE = "\u0000";

  private final String story;
  private final Rows rows;
  private final Recent<FactRow, Fact> whole;

  /** As they stood when they were first looked at, or as they were put since. */
  private final Map<String, Optional<Fact>> seen = new HashMap<>();

  /**
   * @param whole facts with all their words, by the object that was read of the row
   */
  Facts(String story, Rows rows, Recent<FactRow, Fact> whole) {
    this.story = story;
    this.rows = rows;
    this.whole = whole;
  }

  /** A fact; before an article loses claims, those that cite it must have been looked at. */
  @Nullable Fact get(String id) {
    return seen.computeIfAbsent(id, i -> Optional.ofNullable(read(i))).orElse(null);
  }

  private @Nullable Fact read(String id) {
    FactRow row = rows.get(Tables.FACTS, RowKey.of(story, id));
    return row == null ? null : whole.get(row, r -> with(r.fact(), this::filled));
  }

  /** How a fact was made, if it has more claims than are read. */
  @Nullable Shape shape(String id) {
    FactRow row = rows.get(Tables.FACTS, RowKey.of(story, id));
    return row == null ? null : row.shape();
  }

  void put(Shape.Made made) {
    Fact fact = made.fact();
    seen.put(fact.factId(), Optional.of(fact));
    FactRow row = new FactRow(with(fact, Facts::emptied), made.shape());
    rows.put(Tables.FACTS, RowKey.of(story, fact.factId()), row);
    whole.put(row, fact);
  }

  void delete(String id) {
    seen.put(id, Optional.empty());
    rows.delete(Tables.FACTS, RowKey.of(story, id));
  }

  private static Fact with(Fact f, UnaryOperator<Evidence> change) {
    List<Position> positions = new ArrayList<>();
    for (Position p : f.positions()) {
      positions.add(
          new Position(
              p.value(),
              p.status(),
              p.current(),
              p.origins(),
              p.originNames(),
              p.attributedTo(),
              p.deniedBy(),
              p.evidence().stream().map(change).toList(),
              p.evidenceFolded()));
    }
    return f.withPositions(positions);
  }

  /** A fact is made of claims that the articles' rows hold. */
  private static Evidence emptied(Evidence e) {
    return e.text().isEmpty() ? e : e.withText(ELSEWHERE);
  }

  private Evidence filled(Evidence e) {
    if (!e.text().equals(ELSEWHERE)) {
      return e;
    }
    String text = words(e);
    if (text == null) {
      throw new IllegalStateException("The article of a fact's evidence does not hold its words");
    }
    return e.withText(text);
  }

  /** The words of a claim of these offsets. */
  private @Nullable String words(Evidence e) {
    ArticleRow article = rows.get(Tables.ARTICLES, RowKey.of(story, e.article()));
    if (article != null) {
      for (ArticleRow.Version v : article.versions()) {
        if (v.version().equals(e.version())) {
          return words(v.claims(), e);
        }
      }
    }
    return null;
  }

  /** Claims are in the order of their spans, so few of them have to be read. */
  private static @Nullable String words(List<Claim> claims, Evidence e) {
    Span at = new Span(e.start(), e.end());
    int low = 0;
    int high = claims.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (claims.get(middle).span().start() <= e.start()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    // the words of a value stand somewhere in its claim's
    for (int i = low - 1; i >= 0; i--) {
      if (claims.get(i).shown().equals(at)) {
        return claims.get(i).shownText();
      }
    }
    return null;
  }
}
