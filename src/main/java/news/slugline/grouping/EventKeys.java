package news.slugline.grouping;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import news.slugline.grouping.Tables.EventRow;
import news.slugline.rows.RowKey;
import news.slugline.rows.Rows;

/**
 * Finds stories that likeness no longer finds, because they have been quiet too long, by the event
 * that they tell: two persons in full name, or a person and a town, in the headlines or first
 * sentences of both. A key remembers the latest few stories, so a name that is in the news every
 * day costs no more than another.
 */
final class EventKeys {
  private static final int MOST_PERSONS = 4;
  private static final int MOST_TOWNS = 2;
  private static final int MOST_STORIES = 8;

  private final Rows rows;

  EventKeys(Rows rows) {
    this.rows = rows;
  }

  /** Files a story under its keys, which are returned. */
  List<RowKey> file(Story story) {
    List<RowKey> keys = keys(story);
    for (RowKey key : keys) {
      EventRow row = rows.get(Tables.EVENT, key);
      List<String> stories = new ArrayList<>(row == null ? List.of() : row.stories());
      stories.remove(story.id);
      stories.add(story.id);
      if (stories.size() > MOST_STORIES) {
        stories.remove(0);
      }
      long time = row == null ? story.last : Math.max(row.time(), story.last);
      rows.put(Tables.EVENT, key, new EventRow(stories, time));
    }
    return keys;
  }

  /** The ids of stories that were filed under a key of this one. */
  Set<String> find(Story story) {
    Set<String> out = new LinkedHashSet<>();
    for (RowKey key : keys(story)) {
      EventRow row = rows.get(Tables.EVENT, key);
      if (row != null) {
        out.addAll(row.stories());
      }
    }
    return out;
  }

  private static List<RowKey> keys(Story s) {
    int[] persons = top(s, Marks.PERSON, MOST_PERSONS);
    int[] towns = top(s, Marks.PLACE, MOST_TOWNS);
    List<RowKey> out = new ArrayList<>();
    for (int i = 0; i < persons.length; i++) {
      for (int j = i + 1; j < persons.length; j++) {
        out.add(key(Math.min(persons[i], persons[j]), Math.max(persons[i], persons[j])));
      }
      for (int town : towns) {
        out.add(key(persons[i], town));
      }
    }
    return out;
  }

  private static RowKey key(int a, int b) {
    return RowKey.of(Integer.toHexString(a) + "-" + Integer.toHexString(b));
  }

  /** The weightiest terms with a mark that stood in a headline or first sentences; ties by id. */
  private static int[] top(Story s, byte mark, int most) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < s.terms.length; i++) {
      byte m = s.marks[i];
      boolean core = Marks.has(m, Marks.HEAD) || Marks.has(m, Marks.LEAD);
      if (core && Marks.has(m, mark) && !Marks.has(m, (byte) (Marks.NUMBER | Marks.DAY))) {
        order.add(i);
      }
    }
    order.sort(
        (a, b) ->
            s.weights[a] != s.weights[b]
                ? Integer.compare(s.weights[b], s.weights[a])
                : Integer.compare(s.terms[a], s.terms[b]));
    return order.stream().limit(most).mapToInt(i -> s.terms[i]).toArray();
  }
}
