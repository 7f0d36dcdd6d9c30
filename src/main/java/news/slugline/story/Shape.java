package news.slugline.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import news.slugline.claim.text.Fnv;
import news.slugline.story.Tables.BucketRow;
import org.jspecify.annotations.Nullable;

/**
 * How a fact was made of its buckets, kept of facts that have more claims than are read. One more
 * claim that would not be read only adds to what is counted, so the fact is counted on from here,
 * without its claims; a fact of a large story costs no more than one of a small story.
 *
 * @param parts the buckets
 * @param counts by position, in the order of the fact's positions and of those that it has no room
 *     for
 */
record Shape(boolean overtaken, List<Part> parts, List<Count> counts) {
  /**
   * A bucket as it was.
   *
   * @param read which claims were read of it, as a number that no other list of claims has
   * @param position in which its claims that were not read are counted
   * @param ways whether its claims say the same only by twos, so that origins not read do not count
   */
  record Part(String bucket, long read, BucketRow row, int position, boolean ways) {

    /** Whether all that came is claims that would not be read, of a sort that there was. */
    boolean onlyGrew(Buckets.Content now, Set<String> moved) {
      BucketRow b = now.row();
      return b.supports() >= row.supports()
          && b.origins() >= row.origins()
          && b.all() >= row.all()
          && (!ways || b.all() - row.all() == b.supports() - row.supports())
          && (row.denies() > 0) == (b.denies() > 0)
          && (row.supports() > 0) == (b.supports() > 0)
          && (row.corrected() > 0) == (b.corrected() > 0)
          && (row.revised() > 0) == (b.revised() > 0)
          && (row.retracted() > 0) == (b.retracted() > 0)
          && (row.retracted() == row.all()) == (b.retracted() == b.all())
          && now.nodes().stream().noneMatch(moved::contains)
          && number(now.nodes()) == read;
    }
  }

  /** With more positions it is made anew. */
  private static final int MOST = 64;

  /**
   * What a position's number of origins rests on besides its buckets' rows.
   *
   * @param origins that number
   * @param named origins of the claims that were read
   * @param voices those of them that count
   * @param least origins of claims that say the same by twos
   */
  record Count(FactStatus status, boolean current, int origins, int named, int voices, int least) {

    int origins(int most) {
      return Math.max(Math.max(most, least), named) - named + voices;
    }

    Count withOrigins(int n) {
      return new Count(status, current, n, named, voices, least);
    }
  }

  Shape {
    parts = List.copyOf(parts);
    counts = List.copyOf(counts);
  }

  /** A fact and, if it has claims that are not read, its shape. */
  record Made(Fact fact, @Nullable Shape shape) {}

  /** The shape of a fact that was made of these; null if all its claims were read. */
  static @Nullable Shape of(List<Buckets.Content> contents, List<Draft> drafts, boolean overtaken) {
    boolean all = contents.stream().allMatch(c -> c.row().all() == c.nodes().size());
    if (all || drafts.size() > MOST) {
      return null;
    }
    TreeMap<String, Integer> where = new TreeMap<>();
    List<Count> counts = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      int least = 0;
      Draft d = drafts.get(i);
      for (Pile p : d.piles) {
        if (p.bucket() != null) {
          where.put(p.bucket(), i);
        }
        least = p.own() ? Math.max(least, p.row().origins()) : least;
      }
      for (Pile p : d.beside) {
        if (p.bucket() != null) {
          where.put(p.bucket(), i);
        }
      }
      counts.add(
          new Count(
              d.status,
              FactMaker.isCurrent(d.status),
              d.originCount(),
              d.named(),
              d.origins().size(),
              least));
    }
    List<Part> parts = new ArrayList<>();
    for (Buckets.Content c : contents) {
      Integer at = where.get(c.name());
      if (at == null) {
        return null;
      }
      parts.add(new Part(c.name(), number(c.nodes()), c.row(), at, Bucket.isLoose(c.name())));
    }
    return new Shape(overtaken, parts, counts);
  }

  /**
   * The fact that making it of these would give; null if it must be made.
   *
   * @param changed buckets into which claims came or which they left since the fact was made
   * @param moved these claims
   */
  @Nullable Made count(
      Fact old,
      List<Buckets.Content> now,
      Set<String> changed,
      Set<String> moved,
      boolean isOvertaken) {
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
          || (changed.contains(p.bucket) ? !p.onlyGrew(c, moved) : !c.row().equals(p.row))) {
        return null;
      }
      more[p.position] += c.row().all() - p.row.all();
      if (!p.ways) {
        most[p.position] = Math.max(most[p.position], c.row().origins());
      }
      fresh.add(new Part(p.bucket, p.read, c.row(), p.position, p.ways));
    }
    return counted(old, fresh, more, most);
  }

  /** What is open or disputed may change with any claim more. */
  private boolean isOpen(Fact f) {
    return counts.stream().anyMatch(c -> c.status == FactStatus.DISPUTED)
        || f.outcome() == Outcome.OPEN
        || f.outcome() == Outcome.OVERDUE;
  }

  private @Nullable Made counted(Fact old, List<Part> fresh, int[] more, int[] most) {
    List<Position> positions = new ArrayList<>(old.positions());
    List<Count> now = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      Count c = counts.get(i);
      int origins = c.origins(most[i]);
      boolean revised = c.status == FactStatus.SUPERSEDED && origins != c.origins;
      if (revised || (i > 0 && mayTurn(counts.get(i - 1), now.get(i - 1), c, origins))) {
        return null;
      }
      now.add(c.withOrigins(origins));
      if (i < positions.size()) {
        Position p = positions.get(i);
        positions.set(i, p.counted(origins, p.evidenceFolded() + more[i]));
      }
    }
    return new Made(old.withPositions(positions), new Shape(overtaken, fresh, now));
  }

  /** Whether a position may no longer stand behind the one before it. */
  private static boolean mayTurn(Count before, Count beforeNow, Count c, int origins) {
    return before.current == c.current
        && (beforeNow.origins < origins
            || (beforeNow.origins == origins && before.origins != c.origins));
  }

  /** FNV-1a over the ids, in order. */
  private static long number(List<String> ids) {
    long h = Fnv.START;
    for (String id : ids) {
      h = Fnv.add(Fnv.add(h, id), "\n");
    }
    return h;
  }
}
