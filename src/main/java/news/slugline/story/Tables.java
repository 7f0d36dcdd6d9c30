package news.slugline.story;

import java.util.List;
import news.slugline.claim.Claim;
import news.slugline.rows.Packed;
import news.slugline.rows.Table;
import org.jspecify.annotations.Nullable;

/** The tables of the ledger, all keyed by story first but those that are keyed by time. */
final class Tables {
  /** A row that says something by being there. */
  record Mark(String what) {}

  /** An input that waits for a merge. */
  record ParkedRow(
      Sort sort,
      String uri,
      String time,
      ArticleRow.@Nullable Version version,
      boolean embargoLifted,
      String other,
      int index,
      int total,
      @Nullable ArticleRow row,
      String command,
      String commandType,
      String value) {
    enum Sort {
      ARRIVED,
      ABSORBED,
      ABSORB,
      HANDED,
      REMOVED,
      ORDERED,
      TICK
    }
  }

  /** A fact as it stands; see {@link Facts}. */
  record FactRow(Fact fact, @Nullable Shape shape) {}

  /**
   * How many claims say one thing.
   *
   * @param origins how many support it
   * @param since when it was first said of what is filed; empty if nobody says it, or if it is not
   */
  record BucketRow(
      int supports,
      int denies,
      int corrected,
      int revised,
      int retracted,
      int origins,
      String since) {
    static final BucketRow EMPTY = new BucketRow(0, 0, 0, 0, 0, 0, "");

    BucketRow since(String time) {
      return new BucketRow(supports, denies, corrected, revised, retracted, origins, time);
    }

    /** But for so many that support it. */
    BucketRow without(int n) {
      return new BucketRow(supports - n, denies, corrected, revised, retracted, origins, since);
    }

    int live() {
      return supports + denies;
    }

    int gone() {
      return corrected + revised + retracted;
    }

    int all() {
      return live() + gone();
    }
  }

  /** An article's wording, for telling copies; see {@link ArticleRow.Version}. */
  record SketchRow(List<Integer> sketch, List<Integer> thread) {
    SketchRow {
      sketch = List.copyOf(sketch);
      thread = List.copyOf(thread);
    }
  }

  /**
   * Some claims of a version of an article; see {@link Articles}. It names them, so that those of
   * two articles with the same words are never equal rows, of which one object would be made: what
   * is remembered of claims is known by their objects.
   */
  record ClaimsRow(String uri, String version, Packed<Claim> claims) {}

  /** How often something was counted. */
  record TallyRow(int n) {}

  static final Table<HeadRow> HEADS = new Table<>("story-heads", HeadRow.class);
  static final Table<Articles.Kept> ARTICLES = new Table<>("story-articles", Articles.Kept.class);
  static final Table<ClaimsRow> CLAIMS = new Table<>("story-claims", ClaimsRow.class);
  static final Table<DigestRow> DIGESTS = new Table<>("story-digests", DigestRow.class);
  static final Table<NodeRow.Kept> NODES = new Table<>("story-nodes", NodeRow.Kept.class);
  static final Table<Mark> KEYED = marks("story-keyed", "story-by-key", 2, "k");

  /** Claims that follow a leader by their value alone, by their other keys. */
  static final Table<Mark> VALUED = marks("story-valued", "story-by-key", 2, "v");

  static final Table<Mark> LEADS = marks("story-leads", "story-by-key", 2, "l");
  static final Table<Mark> FILED = marks("story-filed", "story-by-leader", 2, "f");
  static final Table<Mark> FIRSTS = marks("story-firsts", "story-by-leader", 2, "s");
  static final Table<BucketRow> BUCKETS =
      new Table<>("story-buckets", BucketRow.class, new Table.Bundle("story-by-leader", 2, "b"));

  /** Which stages of a person's course supported claims tell of; see {@link Stages}. */
  static final Table<Mark> STAGES = marks("story-stages", "story-courses", 3, "g");

  static final Table<SketchRow> SKETCHES = new Table<>("story-sketches", SketchRow.class);
  static final Table<Mark> COPIED = marks("story-copied", "story-sources", 2, "c");

  /** Whose sentences an article has, if it is no copy: earlier articles, by the later one. */
  static final Table<Mark> TAKEN = marks("story-taken", "story-sources", 2, "t");

  /** The same by the earlier one. */
  static final Table<Mark> LENT = marks("story-lent", "story-sources", 2, "l");

  static final Table<Mark> COPIES = marks("story-copies", "story-wordings", 2, "w");
  static final Table<FactRow> FACTS = new Table<>("story-facts", FactRow.class);
  static final Table<TallyRow> TALLIES =
      new Table<>("story-tallies", TallyRow.class, new Table.Bundle("story-ranking", 2, "t"));
  static final Table<Mark> RANKS = marks("story-ranks", "story-ranking", 2, "r");
  static final Table<Mark> OWED = marks("story-owed", "story-owing", 1, "o");
  static final Table<ArticleRow> HANDED = new Table<>("story-handed", ArticleRow.class);
  static final Table<ParkedRow> PARKED = new Table<>("story-parked", ParkedRow.class);
  static final Table<Mark> PENDING = new Table<>("story-pending", Mark.class);

  /** Editors' rulings by claim, which nothing else tells once the story has left. */
  static final Table<Mark> RULINGS = new Table<>("story-rulings", Mark.class);

  /** Articles of a story that is brought back which are still to come. */
  static final Table<Mark> COMING = new Table<>("story-coming", Mark.class);

  /** When which story is to be looked at since it may have left, by time. */
  static final Table<Mark> LEAVING = new Table<>("story-leaving", Mark.class);

  /** When the life of which story, or which fact of it, changes by itself, by time. */
  static final Table<Mark> DUE = new Table<>("story-due", Mark.class);

  static final Table<Mark> DIRTY = new Table<>("story-dirty", Mark.class);

  static final List<Table<?>> ALL =
      List.of(
          HEADS, ARTICLES, CLAIMS, DIGESTS, NODES, KEYED, VALUED, LEADS, FILED, FIRSTS, BUCKETS,
          STAGES, SKETCHES, COPIED, TAKEN, LENT, COPIES, FACTS, TALLIES, RANKS, OWED, HANDED,
          PARKED, PENDING, RULINGS, COMING, LEAVING, DUE, DIRTY);

  private Tables() {}

  private static Table<Mark> marks(String name, String bundle, int depth, String mark) {
    return new Table<>(name, Mark.class, new Table.Bundle(bundle, depth, mark));
  }
}
