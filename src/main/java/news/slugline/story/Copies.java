package news.slugline.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  /** An article has its sentences from so many others at most, as far as is kept. */
  private static final int SOURCES = 4;

  /** Heads the keys of killed articles. */
  private static final String KILLED = "killed:";

  private static final Mark MARK = new Mark("");
  private static final Mark WHOLE = new Mark("whole");

  private final String story;
  private final Rows rows;
  private final Sketches sketches;
  private final SentenceCopies sentences;

  /** By article, as it stands: each claim of a fact asks for that of its article. */
  private final Map<String, List<Taken>> lenders = new HashMap<>();

  Copies(String story, Rows rows, Sketches sketches, SentenceCopies sentences) {
    this.sentences = sentences;
    this.story = story;
    this.rows = rows;
    this.sketches = sketches;
  }

  /** Brings an article's wording in; returns those that may copy it. */
  Set<String> insert(DigestRow d, SketchRow s, Articles.Copy text, boolean killed) {
    rows.put(Tables.SKETCHES, RowKey.of(story, d.uri()), s);
    Set<String> out = new TreeSet<>();
    for (String k : keys(s, text, killed)) {
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
  Set<String> remove(DigestRow d, Articles.Copy text, boolean killed) {
    SketchRow s = rows.get(Tables.SKETCHES, RowKey.of(story, d.uri()));
    Set<String> out = new TreeSet<>(copiesOf(d.uri()));
    out.addAll(takersFrom(d.uri()));
    if (s != null) {
      for (String k : keys(s, text, killed)) {
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

  /** Those of the wording as a whole; of an article that stands, those of its sentences too. */
  private Set<String> keys(SketchRow s, Articles.Copy text, boolean killed) {
    Set<String> out = new TreeSet<>(sketches.keys(s));
    if (!killed) {
      text.sentences().forEach(t -> out.addAll(sentences.keys(t)));
    }
    return out;
  }

  /**
   * The few earlier articles that share most of an article's sentences as it seems by their keys,
   * the earliest first; whether they do is to be seen.
   */
  List<String> lenders(DigestRow d, Articles.Copy text) {
    Map<Place, Integer> shared = new TreeMap<>();
    Place own = at(d.time(), d.uri());
    for (String t : text.sentences()) {
      Set<Place> of = new TreeSet<>();
      for (String k : sentences.keys(t)) {
        int[] n = {0};
        rows.scan(
            Tables.COPIES,
            RowKey.of(story, k),
            (key, m) -> {
              Place p = at(key.part(2), key.part(3));
              boolean earlier = p.compareTo(own) < 0;
              if (earlier) {
                of.add(p);
              }
              return earlier && ++n[0] < FIRST;
            });
      }
      of.forEach(p -> shared.merge(p, 1, Integer::sum));
    }
    return shared.entrySet().stream()
        .sorted(Comparator.comparing(e -> -e.getValue()))
        .limit(SOURCES)
        .map(Map.Entry::getKey)
        .sorted()
        .map(Place::uri)
        .toList();
  }

  /**
   * From whom an article has sentences.
   *
   * @param whole whether it is made of them, and not only has some
   */
  record Taken(String from, boolean whole) {}

  /** From whom an article has sentences, the earliest first. */
  List<Taken> lendersTo(String uri) {
    return lenders.computeIfAbsent(uri, this::findLenders);
  }

  private List<Taken> findLenders(String uri) {
    List<Taken> out = new ArrayList<>();
    rows.scan(
        Tables.TAKEN,
        RowKey.of(story, uri),
        (k, m) -> out.add(new Taken(k.part(3), m.equals(WHOLE))));
    return out;
  }

  /** Who has sentences of an article. */
  List<String> takersFrom(String uri) {
    List<String> out = new ArrayList<>();
    rows.scan(Tables.LENT, RowKey.of(story, uri), (k, m) -> out.add(k.part(2)));
    return out;
  }

  /** Sets from whom an article has sentences, the earliest first. */
  void take(String uri, List<Taken> before, List<Taken> now) {
    lenders.remove(uri);
    for (int i = 0; i < before.size(); i++) {
      rows.delete(Tables.TAKEN, taken(uri, i, before.get(i)));
      rows.delete(Tables.LENT, RowKey.of(story, before.get(i).from(), uri));
    }
    for (int i = 0; i < now.size(); i++) {
      Taken t = now.get(i);
      rows.put(Tables.TAKEN, taken(uri, i, t), t.whole() ? WHOLE : MARK);
      rows.put(Tables.LENT, RowKey.of(story, t.from(), uri), MARK);
    }
  }

  private RowKey taken(String uri, int at, Taken t) {
    return RowKey.of(story, uri, Integer.toString(at), t.from());
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
