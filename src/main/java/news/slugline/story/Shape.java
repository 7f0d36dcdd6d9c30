package news.slugline.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import news.slugline.story.Tables.BucketRow;
import org.jspecify.annotations.Nullable;

/**
 * How a fact was made of its buckets, kept of facts that have more claims than are read. One more
 * claim that would not be read only adds to what is counted, so the fact is counted on from here,
 * without its claims; a fact of a large story costs no more than one of a small story.
 *
 * @param parts the buckets
 * @param counts by position, in the order of the fact's positions
 */
record Shape(boolean overtaken, List<Part> parts, List<Count> counts) {
  /**
   * A bucket as it was.
   *
   * @param read which claims were read of it, as a number that no other list of claims has
   * @param position in which its claims that were not read are counted
   * @param ways whether its claims say the same only by twos, so that origins not read do not count
   */
  record Part(String bucket, long read, BucketRow row, int position, boolean ways) {}

  /**
   * What a position's number of origins rests on besides its buckets' rows.
   *
   * @param named origins of the claims that were read
   * @param voices those of them that count
   * @param least origins of claims filed by twos
   */
  record Count(int named, int voices, int least) {}

  Shape {
    parts = List.copyOf(parts);
    counts = List.copyOf(counts);
  }

  /** A fact and, if it has claims that are not read, its shape. */
  record Made(Fact fact, @Nullable Shape shape) {}

  /** The shape of a fact that was made of these; null if all its claims were read. */
  static @Nullable Shape of(List<Buckets.Content> contents, List<Draft> drafts, boolean overtaken) {
    boolean all = contents.stream().allMatch(c -> c.row().all() == c.nodes().size());
    if (all || drafts.size() > FactMaker.POSITIONS) {
      return null;
    }
    TreeMap<String, Integer> where = new TreeMap<>();
    List<Count> counts = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      int least = 0;
      for (Pile p : drafts.get(i).piles) {
        if (p.bucket() != null) {
          where.put(p.bucket(), i);
        }
        least = p.own() ? Math.max(least, p.row().origins()) : least;
      }
      Draft d = drafts.get(i);
      counts.add(new Count(d.named(), d.origins().size(), least));
    }
    List<Part> parts = new ArrayList<>();
    for (Buckets.Content c : contents) {
      Integer at = where.get(c.name());
      if (at == null) {
        return null;
      }
      parts.add(
          new Part(c.name(), number(c.nodes()), c.row(), at, Joiner.isOtherwise(c.name())));
    }
    return new Shape(overtaken, parts, counts);
  }

  /**
   * The fact that making it of these would give; null if it must be made.
   *
   * @param moved claims that are not filed as they were when the fact was made
   */
  @Nullable Made count(
      Fact old, List<Buckets.Content> now, Set<String> moved, boolean isOvertaken) {
    if (isOvertaken != overtaken || now.size() != parts.size() || isOpen(old)) {
      return null;
    }
    int[] more = new int[counts.size()];
    int[] most = new int[counts.size()];
    List<Part> fresh = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Part p = parts.get(i);
      Buckets.Content c = now.get(i);
      if (!c.name().equals(p.bucket)
          || !onlyGrew(p.row, c.row(), p.ways)
          || c.nodes().stream().anyMatch(moved::contains)
          || number(c.nodes()) != p.read) {
        return null;
      }
      more[p.position] += c.row().all() - p.row.all();
      if (!p.ways) {
        most[p.position] = Math.max(most[p.position], c.row().origins());
      }
      fresh.add(new Part(p.bucket, p.read, c.row(), p.position, p.ways));
    }
    Fact fact = counted(old, more, most);
    return fact == null ? null : new Made(fact, new Shape(overtaken, fresh, counts));
  }

  /** What is open or disputed may change with any claim more. */
  private static boolean isOpen(Fact f) {
    return f.status() == FactStatus.DISPUTED
        || f.outcome() == Outcome.OPEN
        || f.outcome() == Outcome.OVERDUE
        || f.positions().stream().anyMatch(p -> p.status() == FactStatus.DISPUTED);
  }

  private static boolean onlyGrew(BucketRow a, BucketRow b, boolean ways) {
    return b.supports() >= a.supports()
        && b.origins() >= a.origins()
        && b.all() >= a.all()
        && (!ways || b.all() - a.all() == b.supports() - a.supports())
        && (a.denies() > 0) == (b.denies() > 0)
        && (a.supports() > 0) == (b.supports() > 0)
        && (a.corrected() > 0) == (b.corrected() > 0)
        && (a.revised() > 0) == (b.revised() > 0)
        && (a.retracted() > 0) == (b.retracted() > 0)
        && (a.retracted() == a.all()) == (b.retracted() == b.all());
  }

  private @Nullable Fact counted(Fact old, int[] more, int[] most) {
    List<Position> out = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      Position p = old.positions().get(i);
      Count c = counts.get(i);
      int origins = Math.max(Math.max(most[i], c.least), c.named) - c.named + c.voices;
      boolean revised = p.status() == FactStatus.SUPERSEDED && origins != p.origins();
      if (revised || (i > 0 && mayTurn(old.positions().get(i - 1), out.get(i - 1), p, origins))) {
        return null;
      }
      out.add(p.counted(origins, p.evidenceFolded() + more[i]));
    }
    return old.withPositions(out);
  }

  /** Whether a position may no longer stand behind the one before it. */
  private static boolean mayTurn(Position before, Position beforeNow, Position p, int origins) {
    return before.current() == p.current()
        && (beforeNow.origins() < origins
            || (beforeNow.origins() == origins && before.origins() != p.origins()));
  }

  /** FNV-1a over the ids, in order. */
  private static long number(List<String> ids) {
    long h = 0xcbf29ce484222325L;
    for (String id : ids) {
      for (int i = 0; i < id.length(); i++) {
        h = (h ^ id.charAt(i)) * 0x100000001b3L;
      }
      h = (h ^ '\n') * 0x100000001b3L;
    }
    return h;
  }
}
