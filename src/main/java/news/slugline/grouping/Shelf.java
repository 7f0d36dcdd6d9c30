package news.slugline.grouping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Consumer;
import news.slugline.grouping.Tables.SeqRow;
import news.slugline.rows.RowKey;
import news.slugline.rows.Rows;
import org.jspecify.annotations.Nullable;

/**
 * The stories: those that can be found by likeness on the heap and in one table, the others in
 * another, so that a start reads no more than it puts on the heap.
 */
final class Shelf {
  private static final Comparator<Quiet> ORDER =
      Comparator.comparingLong(Quiet::last).thenComparing(Quiet::id);

  private final Rows rows;
  private final StoryIndex index = new StoryIndex();
  private final TreeSet<Quiet> byLast = new TreeSet<>(ORDER);
  private final Consumer<Story> retired;
  private long seq;

  /**
   * @param retired is told of each story that leaves the heap but stays in its row
   */
  Shelf(Rows rows, Consumer<Story> retired) {
    this.rows = rows;
    this.retired = retired;
    List<Story> stories = new ArrayList<>();
    rows.scan(
        Tables.STORY,
        RowKey.of(),
        (key, row) -> {
          stories.add(new Story(row));
          seq = Math.max(seq, row.seq());
          return true;
        });
    SeqRow newest = rows.get(Tables.SEQ, Tables.clock());
    seq = newest == null ? seq : Math.max(seq, newest.seq());
    stories.sort(Comparator.comparingLong(s -> s.seq));
    for (Story s : stories) {
      index.put(s);
      byLast.add(new Quiet(s.last, s.id));
    }
  }

  long seq() {
    return seq;
  }

  List<Story> candidates(Story story) {
    return index.candidates(story);
  }

  boolean holds(String id) {
    return index.get(id) != null || rows.get(Tables.RETIRED, RowKey.of(id)) != null;
  }

  /** A story that is no longer found by likeness; null if it is, or is not known at all. */
  @Nullable Story retired(String id) {
    StoryRow row = rows.get(Tables.RETIRED, RowKey.of(id));
    return row == null ? null : new Story(row);
  }

  /** A story that exists, to be changed and put back. */
  Story open(String id) {
    Story s = index.get(id);
    if (s != null) {
      byLast.remove(new Quiet(s.last, s.id));
      return s;
    }
    Story old = Objects.requireNonNull(retired(id));
    rows.delete(Tables.RETIRED, RowKey.of(id));
    return old;
  }

  /** Puts a story on the heap and in its row, as the one that was changed last. */
  void put(Story s) {
    s.seq = ++seq;
    index.put(s);
    byLast.add(new Quiet(s.last, s.id));
    rows.put(Tables.STORY, RowKey.of(s.id), s.row());
  }

  /** Removes a story for good. */
  void remove(String id) {
    Story s = index.get(id);
    if (s == null) {
      rows.delete(Tables.RETIRED, RowKey.of(id));
    } else {
      byLast.remove(new Quiet(s.last, s.id));
      index.remove(id);
      rows.delete(Tables.STORY, RowKey.of(id));
    }
  }

  /** Takes the stories off the heap whose last article is older. */
  void retire(long before) {
    while (!byLast.isEmpty() && byLast.first().last() < before) {
      retireFirst();
    }
  }

  /** Takes the longest quiet off the heap until no more than {@code limit} are left. */
  void evict(int limit) {
    while (byLast.size() > limit) {
      retireFirst();
    }
  }

  private void retireFirst() {
    Quiet q = Objects.requireNonNull(byLast.pollFirst());
    Story s = Objects.requireNonNull(index.get(q.id()));
    index.remove(q.id());
    rows.delete(Tables.STORY, RowKey.of(q.id()));
    rows.put(Tables.RETIRED, RowKey.of(q.id()), s.row());
    if (s.seq == seq) {
      // No row of a story on the heap knows of it.
      rows.put(Tables.SEQ, Tables.clock(), new SeqRow(seq));
    }
    retired.accept(s);
  }

  private record Quiet(long last, String id) {}
}
