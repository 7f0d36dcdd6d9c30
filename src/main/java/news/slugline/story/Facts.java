package news.slugline.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
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
  private final Articles articles;
  private final Recent<FactRow, Fact> whole;

  /** As they stood when they were first looked at, or as they were put since. */
  private final Map<String, Optional<Fact>> seen = new HashMap<>();

  /**
   * @param whole facts with all their words, by the object that was read of the row
   */
  Facts(String story, Rows rows, Articles articles, Recent<FactRow, Fact> whole) {
    this.story = story;
    this.rows = rows;
    this.articles = articles;
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
    String text = articles.words(story, e, rows);
    if (text == null) {
      throw new IllegalStateException("The article of a fact's evidence does not hold its words");
    }
    return e.withText(text);
  }
}
