package news.slugline.story;

import org.jspecify.annotations.Nullable;

/**
 * How two texts stand to each other, through the ledger's own measure of likeness. Between two
 * sentences of copy the question is whether both say the same; a heading says little, so beside one
 * it is enough to be about the same at all. The same for (a, b) and (b, a). Thread-safe.
 */
public final class Relations {
  private static final double CONFLICT = 0.38;
  private static final double SAME = 0.62;

  private final Likeness likeness;

  private Relations(Likeness likeness) {
    this.likeness = likeness;
  }

  public static Relations standard() {
    return new Relations(new Likeness(Wording.english(Memory.LEAST), Memory.LEAST));
  }

  /** What one text is to the other. */
  public enum Kind {
    AGREES,
    CONFLICTS,
    UNRELATED
  }

  /**
   * @param score how sure, 0 to 1
   */
  public record Relation(Kind kind, double score) {}

  /**
   * The relation of two texts.
   *
   * @param dateA ISO day of the first, null if not known
   * @param dateB ISO day of the second, null if not known
   */
  public Relation relate(
      String textA, @Nullable String dateA, String textB, @Nullable String dateB) {
    Likeness.Scores s = likeness.of(textA, textB);
    if (s.conflict() >= CONFLICT && (s.heading() || s.same() >= SAME)) {
      return new Relation(Kind.CONFLICTS, round(s.conflict()));
    }
    if (s.heading()) {
      return new Relation(Kind.AGREES, round(1 - s.conflict()));
    }
    return s.same() >= SAME
        ? new Relation(Kind.AGREES, round(s.same()))
        : new Relation(Kind.UNRELATED, round(1 - s.same()));
  }

  private static double round(double d) {
    return Math.rint(d * 1_000) / 1_000;
  }
}
