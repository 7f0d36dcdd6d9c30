package news.slugline.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subscriber's way through the {@link Feed}: gives each wanted update once, with the position
 * that stands behind it. A position of another instance, which read the partitions in another
 * order, is honoured, too.
 */
final class Cursor {
  /** A wanted update and the position after it. */
  record Step(Event event, Position position) {}

  private final Feed feed;
  private final Interest interest;
  private volatile long seq;
  private Position position;
  private @Nullable Position own;

  private Cursor(Feed feed, Interest interest, long seq, Position position) {
    this.feed = feed;
    this.interest = interest;
    this.seq = seq;
    this.position = position;
  }

  /** Behind everything that was read until now. */
  static Cursor atHead(ReadModel model, Feed feed, Interest interest) {
    ReadModel.Head head = model.head();
    return new Cursor(feed, interest, head.seq(), head.position());
  }

  /** Behind a position of the same topic. */
  static Cursor behind(ReadModel model, Feed feed, Interest interest, Position position) {
    Cursor c = new Cursor(feed, interest, model.before(position), position);
    c.own = position;
    return c;
  }

  long seq() {
    return seq;
  }

  Position position() {
    return position;
  }

  /**
   * The next wanted updates.
   *
   * @param limit how many are looked at
   * @return null at the end, for now
   */
  @Nullable List<Step> next(int limit) {
    List<Event> events = feed.after(seq, limit);
    if (events.isEmpty()) {
      return null;
    }
    List<Step> out = new ArrayList<>();
    for (Event e : events) {
      seq = e.seq();
      Position o = own;
      position = o == null ? e.position() : o.union(e.position());
      boolean known = o != null && position.equals(o);
      if (o != null) {
        own = e.position().covers(o) ? null : position;
      }
      if (!known && interest.wants(e.notice())) {
        out.add(new Step(e, position));
      }
    }
    return out;
  }
}
