package news.slugline.story;

import java.util.Set;
import java.util.TreeSet;
import news.slugline.rows.RowKey;
import news.slugline.rows.Rows;
import news.slugline.story.Tables.Mark;

/**
 * What updates of one story still have to tell: the facts and articles that this input touched, and
 * those that earlier updates had no room for.
 */
final class Owing {
  private static final Mark MARK = new Mark("");

  private final String story;
  private final Rows rows;

  private final Set<String> touchedFacts = new TreeSet<>();
  private final Set<String> touchedArticles = new TreeSet<>();

  Owing(String story, Rows rows) {
    this.story = story;
    this.rows = rows;
  }

  void fact(String id) {
    touchedFacts.add(id);
  }

  void article(String uri) {
    touchedArticles.add(uri);
  }

  /** Nothing that this input touched is news. */
  void forget() {
    touchedFacts.clear();
    touchedArticles.clear();
  }

  /** Ids of rows that this input touched and of those that earlier updates had no room for. */
  Set<String> owed(String sort) {
    Set<String> out = new TreeSet<>(sort.equals("fact") ? touchedFacts : touchedArticles);
    rows.scan(Tables.OWED, RowKey.of(story, sort), (k, m) -> out.add(k.part(2)));
    return out;
  }

  /** Notes which of the due rows still wait for an update. */
  void owe(String sort, Set<String> due, Set<String> still) {
    for (String id : due) {
      if (still.contains(id)) {
        rows.put(Tables.OWED, RowKey.of(story, sort, id), MARK);
      } else {
        rows.delete(Tables.OWED, RowKey.of(story, sort, id));
      }
    }
    forget();
  }

  boolean isTouched() {
    return !touchedFacts.isEmpty() || !touchedArticles.isEmpty();
  }

  boolean owes() {
    return rows.has(Tables.OWED, RowKey.of(story));
  }
}
