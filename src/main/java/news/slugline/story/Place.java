package news.slugline.story;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import news.slugline.rows.RowKey;

/**
 * Where a claim stands among others, as it orders in keys: rank, event time, uri, offset, id. With
 * an empty rank it is the canonical order.
 *
 * @param rank who may lead whom: live claims before others, precise ones before vague ones
 */
record Place(String rank, String time, String uri, String start, String id)
    implements Comparable<Place> {
  /** Claims of one fact in the order in which they were first made. */
  static final Comparator<NodeRow> CANONICAL = Place::compare;

  static Place canonical(NodeRow n) {
    return of("", n);
  }

  /** As the canonical places of the two, without making them. */
  private static int compare(NodeRow a, NodeRow b) {
    int c = part(a.time(), b.time());
    c = c != 0 ? c : part(a.uri(), b.uri());
    c = c != 0 ? c : Integer.compare(a.claim().span().start(), b.claim().span().start());
    return c != 0 ? c : part(a.id(), b.id());
  }

  static Place of(String rank, NodeRow n) {
    String start = Integer.toString(n.claim().span().start());
    start = "0".repeat(Math.max(0, 8 - start.length())) + start;
    return new Place(rank, n.time(), n.uri(), start, n.id());
  }

  /** Reads the parts of a key from {@code from} on, of a key without a rank. */
  static Place canonical(RowKey key, int from) {
    return new Place(
        "", key.part(from), key.part(from + 1), key.part(from + 2), key.part(from + 3));
  }

  /** Reads the parts of a key from {@code from} on, the rank first. */
  static Place ranked(RowKey key, int from) {
    return new Place(
        key.part(from),
        key.part(from + 1),
        key.part(from + 2),
        key.part(from + 3),
        key.part(from + 4));
  }

  /** The key that ends with this place. */
  RowKey key(String... head) {
    String[] own =
        rank.isEmpty()
            ? new String[] {time, uri, start, id}
            : new String[] {rank, time, uri, start, id};
    String[] all = Arrays.copyOf(head, head.length + own.length);
    System.arraycopy(own, 0, all, head.length, own.length);
    return RowKey.of(all);
  }

  /** As the parts order in a {@link RowKey}. */
  @Override
  public int compareTo(Place o) {
    int c = part(rank, o.rank);
    c = c != 0 ? c : part(time, o.time);
    c = c != 0 ? c : part(uri, o.uri);
    c = c != 0 ? c : part(start, o.start);
    return c != 0 ? c : part(id, o.id);
  }

  private static int part(String a, String b) {
    if (a.equals(b)) {
      return 0;
    }
    int n = Math.min(a.length(), b.length());
    for (int i = 0; i < n; i++) {
      if ((a.charAt(i) | b.charAt(i)) >= 0x80) {
        return bytes(a, b);
      }
    }
    return a.length() == b.length() ? a.compareTo(b) : bytes(a, b);
  }

  private static int bytes(String a, String b) {
    byte[] x = a.getBytes(StandardCharsets.UTF_8);
    byte[] y = b.getBytes(StandardCharsets.UTF_8);
    int c = Integer.compare(x.length, y.length);
    return c != 0 ? c : Arrays.compareUnsigned(x, y);
  }
}
