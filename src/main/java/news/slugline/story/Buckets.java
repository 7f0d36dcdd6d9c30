package news.slugline.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import news.slugline.rows.RowKey;
import news.slugline.rows.Rows;
import news.slugline.story.NodeRow.Sort;
import news.slugline.story.Tables.BucketRow;
import news.slugline.story.Tables.Mark;
import org.jspecify.annotations.Nullable;

/**
 * The claims of a fact by what they say: counts, who says so, and the first few of each, kept as
 * claims come and go, so that a fact is made of a bounded number of rows however many claims it
 * has. Most leaders lead nothing but themselves: these have no rows, their own filing says it all.
 */
final class Buckets {
  /** Claims read of a bucket: one of each origin first, then the earliest. */
  private static final int READ = 24;

  /** Read of what only mentions the event, as far as there is room for it. */
  private static final int MENTIONS = FactMaker.BESIDE;

  /** Names the earliest claims of a bucket, which are noted where more support it than are read. */
  private static final String EARLIEST = "earliest";

  /** Read of a bucket where so many other claims, or other buckets, are read beside them. */
  private static final int FEW = 4;

  /** With more buckets few claims are read of each, as a fact has no room for them. */
  private static final int MANY = 16;

  /**
   * Of more buckets the best supported are read, of like ones the newest: as many as a fact shows
   * positions and half as many again, since some come together in one. Each is held against each.
   */
  private static final int MOST = FactMaker.POSITIONS * 3 / 2;

  private static final Mark MARK = new Mark("");

  private final String story;
  private final Rows rows;
  private final Function<String, @Nullable NodeRow> node;

  /**
   * @param node finds a claim of the story
   */
  Buckets(String story, Rows rows, Function<String, @Nullable NodeRow> node) {
    this.story = story;
    this.rows = rows;
    this.node = node;
  }

  /** What stands in one bucket. */
  final class Content {
    private final String leader;
    private final String name;
    private final BucketRow row;
    private int most;
    private @Nullable List<String> nodes;

    private Content(String leader, String name, BucketRow row) {
      this.leader = leader;
      this.name = name;
      this.row = row;
      this.most = name.equals(Bucket.MENTION) ? MENTIONS : READ;
    }

    String name() {
      return name;
    }

    BucketRow row() {
      return row;
    }

    /** The first few claims, one of each origin before others; looked up when first asked for. */
    List<String> nodes() {
      List<String> known = nodes;
      if (known == null) {
        known = read(leader, name, row, most);
        nodes = known;
      }
      return known;
    }
  }

  void add(NodeRow n, NodeRow.Filing f) {
    boolean leads = f.leader().equals(n.id());
    if (leads && !f.ruled() && isEmpty(f.leader())) {
      return;
    }
    NodeRow alone = leads ? null : alone(f.leader());
    if (alone != null) {
      write(alone, Objects.requireNonNull(alone.filed()));
    }
    write(n, f);
  }

  private boolean isEmpty(String leader) {
    return !rows.has(Tables.BUCKETS, RowKey.of(story, leader));
  }

  /** The claim if it leads itself and nothing else, so that it has no rows. */
  private @Nullable NodeRow alone(String leader) {
    NodeRow n = isEmpty(leader) ? node.apply(leader) : null;
    return n != null && leadsItself(n) ? n : null;
  }

  /** Whether a claim leads itself and nothing else. */
  boolean isAlone(String leader) {
    return alone(leader) != null;
  }

  /** Whether the claim is filed under itself. */
  static boolean leadsItself(NodeRow n) {
    return n.filed() != null && n.filed().leader().equals(n.id());
  }

  private void write(NodeRow n, NodeRow.Filing f) {
    Place at = Place.canonical(n);
    boolean first = f.sort() != Sort.SUPPORTS;
    int origins = 0;
    if (f.sort() == Sort.SUPPORTS) {
      Place was = firstOf(f);
      origins = was == null ? 1 : 0;
      first = was == null || at.compareTo(was) < 0;
      if (was != null && first) {
        rows.delete(Tables.FIRSTS, firsts(f, f.sort().word, was));
      }
    }
    rows.put(Tables.FILED, filed(f, at), MARK);
    if (first) {
      rows.put(Tables.FIRSTS, firsts(f, f.sort().word, at), MARK);
    }
    if (f.ruled()) {
      rows.put(Tables.FIRSTS, firsts(f, "ruled", at), MARK);
    }
    BucketRow now = count(f, 1, origins);
    if (f.sort() == Sort.SUPPORTS && now.supports() > READ) {
      came(f, at, now.supports() == READ + 1);
    }
  }

  /**
   * Notes a claim that came, or all if none are noted yet, as long as it is one of the earliest.
   */
  private void came(NodeRow.Filing f, Place at, boolean none) {
    TreeSet<Place> earliest = new TreeSet<>(none ? supporting(f) : earliest(f));
    earliest.add(at);
    while (earliest.size() > READ) {
      Place last = Objects.requireNonNull(earliest.pollLast());
      rows.delete(Tables.FIRSTS, firsts(f, EARLIEST, last));
    }
    if (none) {
      earliest.forEach(p -> rows.put(Tables.FIRSTS, firsts(f, EARLIEST, p), MARK));
    } else if (earliest.contains(at)) {
      rows.put(Tables.FIRSTS, firsts(f, EARLIEST, at), MARK);
    }
  }

  /** Takes a claim that goes out of the earliest; the next one takes its place. */
  private void went(NodeRow.Filing f, Place at, int left) {
    List<Place> earliest = earliest(f);
    if (left <= READ) {
      earliest.forEach(p -> rows.delete(Tables.FIRSTS, firsts(f, EARLIEST, p)));
    } else if (earliest.contains(at)) {
      rows.delete(Tables.FIRSTS, firsts(f, EARLIEST, at));
      supporting(f).stream()
          .filter(p -> !earliest.contains(p))
          .min(Comparator.naturalOrder())
          .ifPresent(p -> rows.put(Tables.FIRSTS, firsts(f, EARLIEST, p), MARK));
    }
  }

  private List<Place> earliest(NodeRow.Filing f) {
    return scan(RowKey.of(story, f.leader(), f.bucket(), EARLIEST), READ);
  }

  private List<Place> supporting(NodeRow.Filing f) {
    List<Place> out = new ArrayList<>();
    rows.scan(
        Tables.FILED,
        RowKey.of(story, f.leader(), f.bucket(), Sort.SUPPORTS.word),
        (k, m) -> out.add(Place.canonical(k, 5)));
    return out;
  }

  void remove(NodeRow n, NodeRow.Filing f) {
    if (isEmpty(f.leader())) {
      return;
    }
    Place at = Place.canonical(n);
    rows.delete(Tables.FILED, filed(f, at));
    rows.delete(Tables.FIRSTS, firsts(f, f.sort().word, at));
    rows.delete(Tables.FIRSTS, firsts(f, "ruled", at));
    int origins = 0;
    if (f.sort() == Sort.SUPPORTS) {
      Place now = firstOf(f);
      origins = now == null ? -1 : 0;
      if (now != null) {
        rows.put(Tables.FIRSTS, firsts(f, f.sort().word, now), MARK);
      }
    }
    BucketRow now = count(f, -1, origins);
    if (f.sort() == Sort.SUPPORTS && now.supports() >= READ) {
      went(f, at, now.supports());
    }
  }

  private BucketRow count(NodeRow.Filing f, int by, int origins) {
    RowKey key = RowKey.of(story, f.leader(), f.bucket());
    BucketRow old = rows.get(Tables.BUCKETS, key);
    BucketRow b = counted(old == null ? BucketRow.EMPTY : old, f, by, origins);
    if (f.sort() == Sort.SUPPORTS) {
      b = b.since(since(f));
    }
    if (b.all() == 0) {
      rows.delete(Tables.BUCKETS, key);
    } else {
      rows.put(Tables.BUCKETS, key, b);
    }
    return b;
  }

  private static BucketRow counted(BucketRow b, NodeRow.Filing f, int by, int origins) {
    Standing s = f.standing();
    return new BucketRow(
        b.supports() + (f.sort() == Sort.SUPPORTS ? by : 0),
        b.denies() + (f.sort() == Sort.DENIES ? by : 0),
        b.corrected() + (s == Standing.CORRECTED ? by : 0),
        b.revised() + (s == Standing.REVISED ? by : 0),
        b.retracted() + (s == Standing.RETRACTED ? by : 0),
        b.origins() + origins,
        b.since());
  }

  /** The first supporting claim of the same origin. */
  private @Nullable Place firstOf(NodeRow.Filing f) {
    Place[] out = {null};
    rows.scan(
        Tables.FILED,
        RowKey.of(story, f.leader(), f.bucket(), f.sort().word, f.origin()),
        (k, m) -> {
          out[0] = Place.canonical(k, 5);
          return false;
        });
    return out[0];
  }

  /** Whether an origin supports what a bucket with rows says. */
  boolean supports(String leader, String bucket, String origin) {
    return rows.has(Tables.FILED, RowKey.of(story, leader, bucket, Sort.SUPPORTS.word, origin));
  }

  /** All that a leader's fact is made of; the first {@link #MOST} buckets if there are more. */
  List<Content> of(String leader) {
    NodeRow alone = alone(leader);
    if (alone != null) {
      NodeRow.Filing f = Objects.requireNonNull(alone.filed());
      BucketRow row = counted(BucketRow.EMPTY, f, 1, f.sort() == Sort.SUPPORTS ? 1 : 0);
      Content only = new Content(leader, f.bucket(), row);
      only.nodes = List.of(leader);
      return List.of(only);
    }
    List<Content> out = new ArrayList<>();
    rows.scan(
        Tables.BUCKETS,
        RowKey.of(story, leader),
        (k, b) -> out.add(new Content(leader, k.part(2), b)));
    if (out.size() > MOST) {
      out.sort(
          Comparator.comparing((Content c) -> -c.row().origins())
              .thenComparing(c -> c.row().since(), Comparator.reverseOrder())
              .thenComparing(Content::name));
      out.subList(MOST, out.size()).clear();
    }
    if (out.size() > MANY) {
      out.forEach(c -> c.most = FEW);
    }
    return out;
  }

  /** When somebody first said so; empty if nobody does. */
  private String since(NodeRow.Filing f) {
    List<Place> first = scan(RowKey.of(story, f.leader(), f.bucket(), f.sort().word), 1);
    return first.isEmpty() ? "" : first.get(0).time();
  }

  private List<String> read(String leader, String name, BucketRow row, int most) {
    Set<String> ids = new LinkedHashSet<>();
    int room = row.supports() > 0 ? FEW : most;
    scan(RowKey.of(story, leader, name, Sort.SUPPORTS.word), most).forEach(p -> ids.add(p.id()));
    if (row.supports() > READ) {
      scan(RowKey.of(story, leader, name, EARLIEST), READ).stream()
          .map(Place::id)
          .takeWhile(id -> ids.size() < most)
          .forEach(ids::add);
    } else if (ids.size() < row.supports()) {
      RowKey filed = RowKey.of(story, leader, name, Sort.SUPPORTS.word);
      rows.scan(Tables.FILED, filed, (k, m) -> ids.size() < most && (ids.add(k.part(8)) || true));
    }
    if (row.denies() > 0) {
      scan(RowKey.of(story, leader, name, Sort.DENIES.word), room).forEach(p -> ids.add(p.id()));
    }
    if (row.gone() > 0) {
      scan(RowKey.of(story, leader, name, Sort.GONE.word), room).forEach(p -> ids.add(p.id()));
    }
    scan(RowKey.of(story, leader, name, "ruled"), FEW).forEach(p -> ids.add(p.id()));
    return List.copyOf(ids);
  }

  private List<Place> scan(RowKey prefix, int most) {
    List<Place> out = new ArrayList<>();
    rows.scan(
        Tables.FIRSTS,
        prefix,
        (k, m) -> {
          out.add(Place.canonical(k, 4));
          return out.size() < most;
        });
    return out;
  }

  private RowKey filed(NodeRow.Filing f, Place at) {
    return at.key(story, f.leader(), f.bucket(), f.sort().word, f.origin());
  }

  private RowKey firsts(NodeRow.Filing f, String sort, Place at) {
    return at.key(story, f.leader(), f.bucket(), sort);
  }
}
