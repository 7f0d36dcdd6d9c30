package news.slugline.topology;

import java.time.Duration;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * Asks for a commit twenty times a second as long as the stream keeps up, so that what came in goes
 * out soon. While it lags, Streams' own, longer interval ({@code commit.interval.ms}) holds: the
 * end of a transaction costs threads and broker as much as an article does, and articles that have
 * waited for seconds may well share one.
 */
final class CommitPace {
  static final Duration INTERVAL = Duration.ofMillis(50);

  /**
   * A record that is older than this when it is done has waited. Long intervals make records older
   * by themselves: with a second here a stream that could keep up stays slow.
   */
  static final Duration KEEPS_UP = Duration.ofSeconds(3);

  /** When a task of this thread was last late: all its tasks commit together. */
  private static final ThreadLocal<Long> LATE = ThreadLocal.withInitial(() -> Long.MIN_VALUE);

  private final ProcessorContext<?, ?> context;
  private boolean isOwed;

  private CommitPace(ProcessorContext<?, ?> context) {
    this.context = context;
  }

  /** The pace of a task; its processor says what it has done. */
  static CommitPace of(ProcessorContext<?, ?> context) {
    LATE.remove();
    CommitPace pace = new CommitPace(context);
    context.schedule(INTERVAL, PunctuationType.WALL_CLOCK_TIME, pace::commit);
    return pace;
  }

  /**
   * A record is done.
   *
   * @param timestamp when it was written, in milliseconds since 1970: by the broker, unless the
   *     topic has its producers' time
   */
  void done(long timestamp) {
    isOwed = true;
    long now = context.currentSystemTimeMs();
    if (now - timestamp > KEEPS_UP.toMillis()) {
      LATE.set(now);
    }
  }

  private void commit(long now) {
    if (isOwed && now - KEEPS_UP.toMillis() > LATE.get()) {
      isOwed = false;
      context.commit();
    }
  }
}
