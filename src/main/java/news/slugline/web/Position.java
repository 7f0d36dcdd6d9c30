package news.slugline.web;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A reader's place in {@code story-updates}: of each partition the offset that it waits for. Text
 * such as {@code 8d2f01aa-12.0.40}: which topic, then the offsets. It means the same to every
 * instance and after every restart; of a topic that was deleted and made anew, to none.
 */
final class Position {
  private static final Pattern TEXT = Pattern.compile("([0-9a-f]{8})-(\\d{1,18}(?:\\.\\d{1,18})*)");

  private final String topic;
  private final long[] next;

  private Position(String topic, long[] next) {
    this.topic = topic;
    this.next = next;
  }

  /** Before the first update of a topic. */
  static Position start(String topic, int partitions) {
    return new Position(topic, new long[partitions]);
  }

  /** Null if the text is none. */
  static @Nullable Position parse(@Nullable String text) {
    Matcher m = TEXT.matcher(text == null ? "" : text);
    if (!m.matches()) {
      return null;
    }
    return new Position(
        m.group(1), Arrays.stream(m.group(2).split("\\.")).mapToLong(Long::parseLong).toArray());
  }

  /** Whether both are of one topic. */
  boolean sameTopic(Position other) {
    return topic.equals(other.topic);
  }

  int partitions() {
    return next.length;
  }

  /** The offset that is waited for; 0 of a partition that came later. */
  long next(int partition) {
    return partition < next.length ? next[partition] : 0;
  }

  /** Whether the record is before this position. */
  boolean covers(int partition, long offset) {
    return offset < next(partition);
  }

  /** The position after one more record. */
  Position after(int partition, long offset) {
    long[] n = Arrays.copyOf(next, Math.max(next.length, partition + 1));
    n[partition] = Math.max(n[partition], offset + 1);
    return new Position(topic, n);
  }

  /** The position that covers what either covers. */
  Position union(Position other) {
    long[] n = Arrays.copyOf(next, Math.max(next.length, other.next.length));
    for (int p = 0; p < n.length; p++) {
      n[p] = Math.max(n[p], other.next(p));
    }
    return new Position(topic, n);
  }

  /** Whether everything that the other covers is covered here, too. */
  boolean covers(Position other) {
    for (int p = 0; p < other.next.length; p++) {
      if (other.next[p] > next(p)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(@Nullable Object o) {
    return o instanceof Position p && p.topic.equals(topic) && Arrays.equals(p.next, next);
  }

  @Override
  public int hashCode() {
    return topic.hashCode() * 31 + Arrays.hashCode(next);
  }

  @Override
  public String toString() {
    StringBuilder b = new StringBuilder(topic).append('-');
    for (int p = 0; p < next.length; p++) {
      b.append(p == 0 ? "" : ".").append(next[p]);
    }
    return b.toString();
  }
}
