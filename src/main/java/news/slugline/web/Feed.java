package news.slugline.web;

import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The updates as a sequence that any number of readers follows at their own pace: the newest are
 * kept ready on the heap, bounded; who is further behind reads from disk.
 */
final class Feed {
  private static final int MOST = 4_096;
  private static final int MOST_BYTES = 32_000_000;

  private final ReadModel model;
  private final NavigableMap<Long, Event> ring = new TreeMap<>();
  private final Set<Runnable> readers = ConcurrentHashMap.newKeySet();
  private long bytes;

  Feed(ReadModel model) {
    this.model = model;
    // what was made ready may hold words that were withdrawn just now
    model.onWithdrawal(this::forget);
  }

  /** Takes the next updates, or hears that there are more on disk than it is given. */
  void add(List<ReadModel.Entry> entries) {
    synchronized (ring) {
      if (entries.isEmpty()) {
        forget();
      }
      for (ReadModel.Entry e : entries) {
        Event event = Event.of(e);
        ring.put(event.seq(), event);
        bytes += event.size();
        while (ring.size() > MOST || bytes > MOST_BYTES) {
          bytes -= ring.pollFirstEntry().getValue().size();
        }
      }
    }
    readers.forEach(Runnable::run);
  }

  private void forget() {
    synchronized (ring) {
      ring.clear();
      bytes = 0;
    }
  }

  /** Calls back whenever there may be more; must return at once. */
  void follow(Runnable reader) {
    readers.add(reader);
  }

  void leave(Runnable reader) {
    readers.remove(reader);
  }

  /** The next events behind one, at most so many. */
  List<Event> after(long seq, int limit) {
    synchronized (ring) {
      if (!ring.isEmpty() && ring.firstKey() <= seq + 1) {
        return ring.tailMap(seq, false).values().stream().limit(limit).toList();
      }
    }
    return seq >= model.head().seq()
        ? List.of()
        : model.after(seq, limit).stream().map(Event::of).toList();
  }
}
