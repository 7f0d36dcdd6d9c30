package news.slugline.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import news.slugline.rows.RowKey;
import news.slugline.rows.Rows;
import news.slugline.rows.Table;
import news.slugline.story.Tables.Mark;

/**
 * A story that has left is kept as its articles' rows, an editor's rulings and its head. All its
 * other rows follow from these, whatever the order in which they came, so they go, and are made
 * again before anything that comes to it is looked at: what it says of a late kill is what it would
 * have said had they stayed. Each step is bounded, however large the story is.
 *
 * <p>A story of a single article is kept so from the start: most never get a second one, and what
 * follows from one article is made sooner than written, copied and read back.
 */
final class Archive {
  private static final Mark MARK = new Mark("");

  /** What follows from the articles' rows. */
  private static final List<Table<?>> DERIVED =
      List.of(
          Tables.DIGESTS,
          Tables.NODES,
          Tables.KEYED,
          Tables.VALUED,
          Tables.LEADS,
          Tables.FILED,
          Tables.FIRSTS,
          Tables.BUCKETS,
          Tables.STAGES,
          Tables.SKETCHES,
          Tables.COPIED,
          Tables.TAKEN,
          Tables.LENT,
          Tables.COPIES,
          Tables.FACTS,
          Tables.TALLIES,
          Tables.RANKS,
          Tables.OWED);

  /** What it follows from, and what is noted while a story is brought back. */
  private static final List<Table<?>> KEPT =
      List.of(Tables.ARTICLES, Tables.CLAIMS, Tables.RULINGS, Tables.COMING);

  /** A story of one article rests for so long: then it is closed, and most such never go on. */
  private static final int RESTS_HOURS = Ledger.CLOSED_HOURS;

  /**
   * And so much longer for each further article, as it costs as much more to bring back: a matter
   * that is reported every week stays once it has some articles.
   */
  private static final int MORE_HOURS = 12;

  /** No story rests longer; grouping finds it by likeness for so long. */
  private static final int MOST_HOURS = 30 * 24;

  private final StoryWork work;
  private final Rows rows;
  private final Portions portions;

  /**
   * How much is done at once.
   *
   * @param records of the store that go at a tick, or with one step of bringing a story back
   * @param stories that are looked at on a tick
   * @param articles that come back with one step
   * @param alone a story of so few articles is kept as these from the start; no more than come back
   *     with one step
   */
  record Portions(int records, int stories, int articles, int alone) {
    static final Portions STANDARD = new Portions(50_000, 1_024, 32, 1);
  }

  Archive(StoryWork work, Rows rows, Portions portions) {
    this.work = work;
    this.rows = rows;
    this.portions = portions;
  }

  /**
   * When the story has rested for long enough, if it is at rest; not before what is planned for the
   * next weeks has had its time, which would bring it back.
   */
  static String leavesAt(Head head) {
    int more = Math.max(0, articles(head) - 1) * MORE_HOURS;
    String at = Times.plusHours(head.last, Math.min(MOST_HOURS, RESTS_HOURS + more));
    return head.awaits.compareTo(at) > 0 ? head.awaits : at;
  }

  /** A fact of the story is due then. */
  static void await(Head head, String time) {
    if (time.compareTo(head.awaits) > 0
        && time.compareTo(Times.plusHours(head.last, MOST_HOURS)) <= 0) {
      head.awaits = time;
    }
  }

  /**
   * Lets rows go: no more than so many records, and says how many; fewer if no more are left.
   *
   * @param all whether the articles go, too
   */
  int putAway(boolean all, int most) {
    int gone = clear(DERIVED, most);
    return all && gone < most ? gone + clear(KEPT, most - gone) : gone;
  }

  /** Whether the story is so small that its articles alone are kept. */
  boolean isSmall() {
    int articles = articles(work.head);
    return articles > 0 && articles <= portions.alone();
  }

  private static int articles(Head head) {
    return head.used + head.held + head.killed;
  }

  /** Takes back what follows from the articles, all of which this input made. */
  void keepAlone() {
    work.keepArticlesAlone();
    DERIVED.forEach(t -> rows.takeBack(t, RowKey.of(work.story)));
    work.head.kept = Keeping.ALONE;
  }

  private int clear(List<Table<?>> tables, int most) {
    int gone = 0;
    for (Table<?> t : tables) {
      gone += gone < most ? rows.clear(t, RowKey.of(work.story), most - gone) : 0;
    }
    return gone;
  }

  /** Begins to bring the story back. */
  void begin() {
    Head head = work.head;
    head.kept = head.kept == Keeping.GOING ? Keeping.TURNING : Keeping.COMING;
    head.used = 0;
    head.held = 0;
    head.killed = 0;
    head.unknownOrigin = 0;
    head.providers = 0;
    head.origins = 0;
    head.facts = 0;
    rows.scan(
        Tables.ARTICLES,
        RowKey.of(work.story),
        (k, row) -> {
          rows.put(Tables.COMING, k, MARK);
          return true;
        });
  }

  /** Brings back a portion; says whether the story is whole now. */
  boolean goOn() {
    if (work.head.kept == Keeping.TURNING) {
      if (clear(DERIVED, portions.records()) == portions.records()) {
        return false;
      }
      work.head.kept = Keeping.COMING;
    }
    List<RowKey> next = new ArrayList<>();
    rows.scan(
        Tables.COMING,
        RowKey.of(work.story),
        (k, m) -> next.add(k) && next.size() <= portions.articles());
    boolean last = next.size() <= portions.articles();
    List<RowKey> now = last ? next : next.subList(0, portions.articles());
    Stream<String> uris = now.stream().map(k -> k.part(1));
    work.rebuild(uris.map(u -> Objects.requireNonNull(work.article(u))).toList());
    now.forEach(k -> rows.delete(Tables.COMING, k));
    if (last) {
      work.head.kept = Keeping.WHOLE;
    }
    return last;
  }
}
