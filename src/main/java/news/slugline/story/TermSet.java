package news.slugline.story;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A few terms, in the order in which they were given; cannot be changed. What is remembered of
 * claims is for the most part such sets: in three objects, a quarter of a hash set's bytes, they
 * cost the collector less.
 */
final class TermSet extends AbstractSet<String> {
  private static final TermSet EMPTY = new TermSet(List.of());

  /** More do not fit the table; so many are rare, and stand in a set of Java's. */
  private static final int MOST = Byte.MAX_VALUE;

  private final String[] terms;

  /** Open addressing, by hash: where in {@link #terms} one stands, counted from 1; 0 for none. */
  private final byte[] table;

  private TermSet(Collection<String> distinct) {
    terms = distinct.toArray(String[]::new);
    table = new byte[Math.max(1, Integer.highestOneBit(2 * terms.length) * 2)];
    for (int i = 0; i < terms.length; i++) {
      table[place(terms[i])] = (byte) (i + 1);
    }
  }

  static Set<String> copyOf(Collection<String> terms) {
    if (terms.isEmpty()) {
      return EMPTY;
    }
    if (terms instanceof TermSet same) {
      return same;
    }
    Set<String> distinct = terms instanceof Set<String> s ? s : new LinkedHashSet<>(terms);
    return distinct.size() > MOST
        ? Collections.unmodifiableSet(new LinkedHashSet<>(distinct))
        : new TermSet(distinct);
  }

  /** Where the term stands in the table, else the empty place where it would. */
  private int place(String term) {
    int mask = table.length - 1;
    int h = term.hashCode();
    int at = (h ^ (h >>> 16)) & mask;
    while (table[at] != 0 && !terms[table[at] - 1].equals(term)) {
      at = (at + 1) & mask;
    }
    return at;
  }

  @Override
  public boolean contains(@Nullable Object o) {
    return o instanceof String s && table[place(s)] != 0;
  }

  @Override
  public int size() {
    return terms.length;
  }

  @Override
  public Iterator<String> iterator() {
    return Arrays.asList(terms).iterator();
  }
}
