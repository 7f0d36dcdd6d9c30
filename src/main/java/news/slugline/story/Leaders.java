package news.slugline.story;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import news.slugline.rows.RowKey;
import news.slugline.rows.Rows;
import news.slugline.story.Tables.Mark;

/**
 * Which claims of one story lead, by key, while one input is applied. A claim that begins to lead
 * asks for the leaders of each of its keys several times, so the first of them are read once.
 */
final class Leaders {
  /** Of so many more than any claim looks at the first are kept. */
  private static final int MORE = 2;

  private static final Mark MARK = new Mark("");

  private final String story;
  private final Rows rows;
  private final int most;

  /** In order; fewer than {@link #most} are all that there are. */
  private final Map<String, List<Place>> first = new HashMap<>();

  /**
   * @param looked at so many leaders of a key a claim looks at most
   */
  Leaders(String story, Rows rows, int looked) {
    this.story = story;
    this.rows = rows;
    this.most = looked + MORE;
  }

  /** The first leaders of a key, in order: all, or more than a claim looks at. */
  List<Place> first(String key) {
    return first.computeIfAbsent(key, this::read);
  }

  private List<Place> read(String key) {
    List<Place> out = new ArrayList<>();
    rows.scan(
        Tables.LEADS,
        RowKey.of(story, key),
        (k, m) -> out.add(Place.ranked(k, 2)) && out.size() < most);
    return out;
  }

  /** Visits the ids of all leaders of a key. */
  void all(String key, Consumer<String> visitor) {
    List<Place> known = first(key);
    if (known.size() < most) {
      known.forEach(p -> visitor.accept(p.id()));
    } else {
      rows.scan(
          Tables.LEADS,
          RowKey.of(story, key),
          (k, m) -> {
            visitor.accept(k.part(6));
            return true;
          });
    }
  }

  /** A claim at this place leads from now on, and so has the key. */
  void put(String key, Place at) {
    rows.put(Tables.LEADS, at.key(story, key), MARK);
    List<Place> known = first.get(key);
    int i = known == null ? 0 : Collections.binarySearch(known, at);
    if (known != null && i < 0) {
      known.add(-i - 1, at);
      known.subList(Math.min(most, known.size()), known.size()).clear();
    }
  }

  /** A claim at this place leads no longer. */
  void delete(String key, Place at) {
    rows.delete(Tables.LEADS, at.key(story, key));
    List<Place> known = first.get(key);
    if (known != null && known.size() == most) {
      first.remove(key); // the next one comes after the last
    } else if (known != null) {
      known.remove(at);
    }
  }
}
