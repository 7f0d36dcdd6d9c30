package news.slugline.cli;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What a command that would simply end has to put away when it is stopped by Ctrl-C or a SIGTERM:
 * the last thing added goes first. Nothing is put away after it was closed.
 */
final class OnInterrupt implements AutoCloseable {
  private final Deque<Runnable> things = new ArrayDeque<>();
  private final Thread hook = new Thread(this::run, "slugline-interrupted");

  /** Waits for the signal until it is closed. */
  static OnInterrupt waiting() {
    OnInterrupt i = new OnInterrupt();
    Runtime.getRuntime().addShutdownHook(i.hook);
    return i;
  }

  synchronized void add(Runnable putAway) {
    things.push(putAway);
  }

  /** Puts everything away, each whatever became of the one before. */
  void run() {
    while (true) {
      Runnable next;
      synchronized (this) {
        next = things.poll();
      }
      if (next == null) {
        return;
      }
      try {
        next.run();
      } catch (RuntimeException e) {
        // the process ends anyway; what is left must go, too
      }
    }
  }

  @Override
  public void close() {
    try {
      boolean unused = Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // it is running
    }
  }
}
