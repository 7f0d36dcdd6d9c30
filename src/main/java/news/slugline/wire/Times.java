package news.slugline.wire;

import java.time.Duration;
import java.time.Instant;

/**
 * Which time an article counts for. Intake asks, with the time at which the article was appended to
 * its topic at hand; a clock is never read here.
 */
public final class Times {
  /** Nothing on a wire is older; earlier stamps come from clocks that were never set. */
  public static final Instant EARLIEST = WireTimes.EARLIEST;

  /** How far a provider's clock may run ahead before its stamps are cut back. */
  public static final Duration TOLERANCE = Duration.ofMinutes(10);

  /** How far ahead a stamp cannot be true. */
  public static final Duration ABSURD = Duration.ofDays(1);

  private Times() {}

  /** What the stamps of an article come to. */
  public sealed interface Settled permits Settled.At, Settled.Absent, Settled.Absurd {

    /**
     * The article counts for this time.
     *
     * @param clamped whether its own stamp lay further ahead
     */
    record At(Instant time, boolean clamped) implements Settled {}

    /** The article carries no time; intake gives it that of its arrival. */
    record Absent() implements Settled {}

    /** The stamp cannot be true: to be rejected with {@link Reason#BAD_TIME} and this detail. */
    record Absurd(String detail) implements Settled {}
  }

  /**
   * The time of an article: of its version, else of its first version; at most {@link #TOLERANCE}
   * after it was appended.
   */
  public static Settled settle(WireArticle article, Instant appended) {
    Instant made = article.versionCreated();
    Instant stamp = made == null ? article.firstCreated() : made;
    if (stamp == null) {
      return new Settled.Absent();
    }
    if (stamp.isBefore(EARLIEST)) {
      return new Settled.Absurd("The article is stamped " + stamp + ", before " + EARLIEST + ".");
    }
    if (stamp.isAfter(appended.plus(ABSURD))) {
      return new Settled.Absurd(
          "The article is stamped "
              + stamp
              + ", more than a day after its arrival at "
              + appended
              + ".");
    }
    Instant latest = appended.plus(TOLERANCE);
    return stamp.isAfter(latest) ? new Settled.At(latest, true) : new Settled.At(stamp, false);
  }
}
