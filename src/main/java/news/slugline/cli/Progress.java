package news.slugline.cli;

import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Tells the person who waits how far a job is, on {@code err}: one line that changes on a terminal,
 * elsewhere a line every ten seconds, nothing when quiet. For one thread.
 */
public final class Progress implements AutoCloseable {
  private static final long SECOND = 1_000_000_000L;
  private static final long BETWEEN_REDRAWS = SECOND / 10;
  private static final long BETWEEN_LINES = 10 * SECOND;

  private final Terminal terminal;
  private final String label;
  private final long total;
  private final LongSupplier nanos;
  private final long started;
  private long shown;
  private long done;
  private boolean drawn;

  private Progress(Terminal terminal, String label, long total, LongSupplier nanos) {
    this.terminal = terminal;
    this.label = label;
    this.total = total;
    this.nanos = nanos;
    this.started = nanos.getAsLong();
    this.shown = started;
  }

  /**
   * @param label what is counted, such as {@code articles}
   * @param total how many there will be; 0 if nobody knows
   */
  public static Progress of(Terminal terminal, String label, long total) {
    return of(terminal, label, total, System::nanoTime);
  }

  static Progress of(Terminal terminal, String label, long total, LongSupplier nanos) {
    return new Progress(terminal, label, total, nanos);
  }

  /**
   * @param count how many are done by now, not how many more
   */
  public void at(long count) {
    done = count;
    long now = nanos.getAsLong();
    long wait = terminal.errIsTerminal() ? BETWEEN_REDRAWS : BETWEEN_LINES;
    if (terminal.quiet() || now - shown < wait) {
      return;
    }
    shown = now;
    if (terminal.errIsTerminal()) {
      drawn = true;
      terminal.err().print("\r\u001b[K" + text(now));
      terminal.err().flush();
    } else {
      terminal.err().println(text(now));
    }
  }

  /** Takes the changing line away. */
  @Override
  public void close() {
    if (drawn) {
      terminal.err().print("\r\u001b[K");
      terminal.err().flush();
      drawn = false;
    }
  }

  private String text(long now) {
    double seconds = Math.max(1, now - started) / (double) SECOND;
    double rate = done / seconds;
    StringBuilder text = new StringBuilder(label).append(' ').append(done);
    if (total > 0) {
      text.append(" of ").append(total).append(", ").append(100 * done / total).append(" %");
    }
    text.append(String.format(Locale.ROOT, ", %.1f/s", rate));
    if (total > done && done > 0) {
      text.append(", ").append(time((long) Math.ceil((total - done) / rate))).append(" left");
    }
    return text.toString();
  }

  private static String time(long seconds) {
    if (seconds < 60) {
      return seconds + " s";
    }
    return seconds < 3600
        ? seconds / 60 + " min " + seconds % 60 + " s"
        : seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
  }
}
