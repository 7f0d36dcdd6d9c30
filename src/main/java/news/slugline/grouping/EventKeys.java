package news.slugline.grouping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import news.slugline.grouping.Tables.EventRow;
import news.slugline.rows.RowKey;
import news.slugline.rows.Rows;

/**
 * Finds stories that likeness no longer finds, because they have been quiet too long, by the event
 * that they tell: two persons in full name; a person and a town in the headlines or first sentences
 * of both; a name and a day of the calendar, since who speaks of a day so long after it means what
 * happened on it. A key remembers the latest few stories, so a name that is in the news every day
 * costs no more than another.
 */
final class EventKeys {
  private static final int MOST_PERSONS = 4;
  private static final int MOST_TOWNS = 2;
  private static final int MOST_NAMES = 4;
  private static final int MOST_DAYS = 4;
  private static final int MOST_STORIES = 8;

  private final Rows rows;

  EventKeys(Rows rows) {
    this.rows = rows;
  }

  /** Files a story under its keys, which are returned. */
  List<RowKey> file(Story story) {
    List<RowKey> keys = keys(story).stream().map(Key::row).distinct().toList();
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

  /** The ids of stories that were filed under a key of this one; true for those under a day. */
  Map<String, Boolean> find(Story story) {
    Map<String, Boolean> out = new LinkedHashMap<>();
    for (Key key : keys(story)) {
      EventRow row = rows.get(Tables.EVENT, key.row());
      if (row != null) {
        row.stories().forEach(id -> out.merge(id, key.day(), Boolean::logicalOr));
      }
    }
    return out;
  }

  private record Key(RowKey row, boolean day) {}

  private static Set<Key> keys(Story s) {
    Set<Key> out = new LinkedHashSet<>();
    int[] upFront = top(s, i -> has(s, i, Marks.PERSON) && isUpFront(s, i), MOST_PERSONS);
    for (int town : top(s, i -> has(s, i, Marks.PLACE) && isUpFront(s, i), MOST_TOWNS)) {
      for (int person : upFront) {
        out.add(key(person, town, false));
      }
    }
    pairs(upFront, out);
    pairs(top(s, i -> has(s, i, Marks.PERSON), MOST_PERSONS), out);
    int[] names = top(s, i -> has(s, i, Marks.PHRASE), MOST_NAMES);
    for (int day : top(s, i -> Overlap.kind(s.marks[i]) == Overlap.DAY, MOST_DAYS)) {
      for (int name : names) {
        out.add(key(day, name, true));
      }
    }
    return out;
  }

  private static void pairs(int[] persons, Set<Key> out) {
    for (int i = 0; i < persons.length; i++) {
      for (int j = i + 1; j < persons.length; j++) {
        out.add(key(Math.min(persons[i], persons[j]), Math.max(persons[i], persons[j]), false));
      }
    }
  }

  private static Key key(int a, int b, boolean day) {
    return new Key(RowKey.of(Integer.toHexString(a) + "-" + Integer.toHexString(b)), day);
  }

  private static boolean has(Story s, int i, byte mark) {
    byte m = s.marks[i];
    return Marks.has(m, mark) && !Marks.has(m, (byte) (Marks.NUMBER | Marks.DAY));
  }

  private static boolean isUpFront(Story s, int i) {
    return (s.marks[i] & Overlap.CORE) != 0;
  }

  /** The weightiest terms of those asked for; ties by id. */
  private static int[] top(Story s, IntPredicate asked, int most) {
    return IntStream.range(0, s.terms.length)
        .filter(asked)
        .boxed()
        .sorted(
            (a, b) ->
                s.weights[a] != s.weights[b]
                    ? Integer.compare(s.weights[b], s.weights[a])
                    : Integer.compare(s.terms[a], s.terms[b]))
        .limit(most)
        .mapToInt(i -> s.terms[i])
        .toArray();
  }
}
