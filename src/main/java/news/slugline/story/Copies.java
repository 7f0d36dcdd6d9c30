package news.slugline.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import news.slugline.rows.RowKey;
import news.slugline.rows.Rows;
import news.slugline.story.Tables.Mark;
import news.slugline.story.Tables.SketchRow;
import org.jspecify.annotations.Nullable;

/**
 * Which articles of one story copy which: each copies the earliest one that is alike, of the first
 * few that share a key of its wording. Killed ones are kept apart, to know their copies by. A
 * function of the articles, kept as they come and go.
 */
final class Copies {
  /** An article is compared with so many earlier ones of a key. */
  private static final int FIRST = 8;

  /** Heads the keys of killed articles. */
  private static final String KILLED = "killed:";

  private static final Mark MARK = new Mark("");

  private final String story;
  private final Rows rows;
  private final Sketches sketches;

  Copies(String story, Rows rows, Sketches sketches) {
    this.story = story;
    this.rows = rows;
    this.sketches = sketches;
  }

  /** Brings an article's wording in; returns those that may copy it. */
  Set<String> insert(DigestRow d, SketchRow s, boolean killed) {
    rows.put(Tables.SKETCHES, RowKey.of(story, d.uri()), s);
    Set<String> out = new TreeSet<>();
    for (String k : sketches.keys(s)) {
      rows.put(Tables.COPIES, key(killed ? KILLED + k : k, d), MARK);
      if (killed) {
        after(k, d, out);
      } else {
        concerned(k, d, out);
      }
    }
    return out;
  }

  /** Takes it out; returns those that may have copied it, or may copy another now. */
  Set<String> remove(DigestRow d, boolean killed) {
    SketchRow s = rows.get(Tables.SKETCHES, RowKey.of(story, d.uri()));
    Set<String> out = new TreeSet<>(copiesOf(d.uri()));
    if (s != null) {
      for (String k : sketches.keys(s)) {
        if (killed) {
          after(k, d, out);
        } else {
          concerned(k, d, out);
        }
        rows.delete(Tables.COPIES, key(killed ? KILLED + k : k, d));
      }
      rows.delete(Tables.SKETCHES, RowKey.of(story, d.uri()));
    }
    return out;
  }

  /** The later articles of a key. */
  private void after(String k, DigestRow d, Set<String> out) {
    Place own = at(d.time(), d.uri());
    rows.scan(
        Tables.COPIES,
        RowKey.of(story, k),
        (key, m) -> {
          if (at(key.part(2), key.part(3)).compareTo(own) > 0) {
            out.add(key.part(3));
          }
          return true;
        });
  }

  private RowKey key(String k, DigestRow d) {
    return RowKey.of(story, k, d.time(), d.uri());
  }

  /** The later articles of a key, if this one is among the first, whom they look at. */
  private void concerned(String k, DigestRow d, Set<String> out) {
    int[] place = {0};
    boolean[] after = {false};
    rows.scan(
        Tables.COPIES,
        RowKey.of(story, k),
        (key, m) -> {
          if (after[0]) {
            out.add(key.part(3));
          }
          after[0] |= key.part(3).equals(d.uri());
          return after[0] || ++place[0] < FIRST;
        });
  }

  /**
   * The earliest article that this one is like, of the first few of each key and of those that fit.
   *
   * @param killed whether of the killed ones
   */
  @Nullable String source(DigestRow d, boolean killed, Predicate<String> fits) {
    SketchRow mine = rows.get(Tables.SKETCHES, RowKey.of(story, d.uri()));
    if (mine == null) {
      return null;
    }
    TreeMap<Place, String> candidates = new TreeMap<>();
    Place own = at(d.time(), d.uri());
    for (String k : sketches.keys(mine)) {
      int[] n = {0};
      rows.scan(
          Tables.COPIES,
          RowKey.of(story, killed ? KILLED + k : k),
          (key, m) -> {
            Place p = at(key.part(2), key.part(3));
            if (p.compareTo(own) < 0) {
              candidates.put(p, key.part(3));
            }
            return p.compareTo(own) < 0 && ++n[0] < FIRST;
          });
    }
    for (String uri : candidates.values()) {
      SketchRow other = rows.get(Tables.SKETCHES, RowKey.of(story, uri));
      if (other != null && fits.test(uri) && sketches.copies(mine, other)) {
        return uri;
      }
    }
    return null;
  }

  private static Place at(String time, String uri) {
    return new Place("", time, uri, "", "");
  }

  void link(String source, String copy) {
    rows.put(Tables.COPIED, RowKey.of(story, source, copy), MARK);
  }

  void unlink(String source, String copy) {
    rows.delete(Tables.COPIED, RowKey.of(story, source, copy));
  }

  List<String> copiesOf(String source) {
    List<String> out = new ArrayList<>();
    rows.scan(Tables.COPIED, RowKey.of(story, source), (k, m) -> out.add(k.part(2)));
    return out;
  }
}
