package news.slugline.grouping;

import java.util.List;
import java.util.function.Consumer;
import news.slugline.rows.Rows;
import news.slugline.rows.Table;
import news.slugline.wire.LogEntry;

/**
 * Gives every article its story, in log order; the only place where stories are opened, merged and
 * split. What it decides follows from the rows and the entry alone: the index on the heap is built
 * from the rows and finds the same whenever it is built.
 */
public final class Grouper {
  /** The tables that it keeps. */
  public static final List<Table<?>> TABLES = Tables.ALL;

  private final Desk desk;

  /** A grouper that goes on from what {@code rows} hold. */
  public Grouper(Rows rows) {
    this(rows, Window.STANDARD, Likeness.load());
  }

  Grouper(Rows rows, Window window, Likeness likeness) {
    this.desk = new Desk(rows, window, likeness);
  }

  /** The likeness from which on an article joins a story of so many. */
  public static double joinsFrom(int articles) {
    return Likeness.load().thresholds().join(articles);
  }

  /** A story of no more articles is asked for most likeness. */
  public static int few() {
    return Thresholds.FEW;
  }

  /** From so many articles on a story is asked for least. */
  public static int many() {
    return Thresholds.MANY;
  }

  public void apply(LogEntry entry, Consumer<Routed> out) {
    if (entry instanceof LogEntry.Accepted a) {
      desk.accept(a.article(), a.eventTime(), out);
    } else if (entry instanceof LogEntry.Tick t) {
      desk.tick(t, out);
    } else if (entry instanceof LogEntry.Command c) {
      desk.command(c, out);
    }
  }
}
