package news.slugline.grouping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A story as grouping sees it: the sum of its articles' profiles, cut to the weightiest terms, and
 * its times. Mutable; lives on the heap and is written to a row after each change.
 */
final class Story {
  /** So many terms tell a story; they bound its memory. */
  static final int MOST_TERMS = 128;

  /** Under so many keys a story can be found. */
  static final int MOST_KEYS = 32;

  /** A long story follows its matter: beyond so many articles the old ones fade. */
  private static final int MEMORY = 24;

  private static final byte NOT_KEYS = Marks.NUMBER | Marks.DAY;

  final String id;
  final String language;

  /** Order of the last change among all stories' changes. */
  long seq;

  long first;
  long last;
  int articles;

  /** Number of articles that the terms stand for; fades with the memory. */
  int mass;

  /** Number of articles that say that they were written long before they came. */
  int old;

  /** On which days these were written, from and to; of no meaning if there are none. */
  int oldFirst;

  int oldLast;

  int[] terms;
  int[] weights;
  byte[] marks;

  /** Sum of the weights' squares; goes with them. */
  private long square;

  /** Of the terms as they are; made when it is asked for. */
  private @Nullable Inventory inventory;

  /** Stories that an editor has split from it; likeness never merges them again. */
  List<String> apart = List.of();

  Story(String id, Profile p, long time) {
    this.id = id;
    this.language = p.language();
    this.first = time;
    this.last = time;
    this.terms = new int[0];
    this.weights = new int[0];
    this.marks = new byte[0];
    add(p, time);
  }

  Story(StoryRow row) {
    this.id = row.id();
    this.language = row.language();
    this.seq = row.seq();
    this.first = row.first();
    this.last = row.last();
    this.articles = row.articles();
    this.mass = row.mass();
    this.old = row.old();
    this.oldFirst = row.oldFirst();
    this.oldLast = row.oldLast();
    this.apart = row.apart();
    int n = row.terms().size();
    this.terms = new int[n];
    this.weights = new int[n];
    this.marks = new byte[n];
    for (int i = 0; i < n; i++) {
      this.terms[i] = row.terms().get(i);
      this.weights[i] = row.weights().get(i);
      this.marks[i] = row.marks().get(i).byteValue();
    }
    this.square = square(weights);
  }

  StoryRow row() {
    List<Integer> t = new ArrayList<>(terms.length);
    List<Integer> w = new ArrayList<>(terms.length);
    List<Integer> m = new ArrayList<>(terms.length);
    for (int i = 0; i < terms.length; i++) {
      t.add(terms[i]);
      w.add(weights[i]);
      m.add((int) marks[i]);
    }
    return new StoryRow(
        id, language, seq, first, last, articles, mass, t, w, m, old, oldFirst, oldLast, apart);
  }

  /** Takes a new article in. */
  void add(Profile p, long time) {
    if (mass >= MEMORY) {
      for (int i = 0; i < weights.length; i++) {
        weights[i] = (int) ((long) weights[i] * (MEMORY - 1) / MEMORY);
      }
      mass = MEMORY - 1;
    }
    sum(p.terms(), p.weights(), p.marks(), 1);
    mass++;
    articles++;
    if (p.isOld()) {
      old(1, p.written(), p.written());
    }
    touch(time);
  }

  /** An article of the story says something else now. */
  void replace(Profile before, Profile now, long time) {
    sum(before.terms(), before.weights(), before.marks(), -1);
    sum(now.terms(), now.weights(), now.marks(), 1);
    noLonger(before);
    if (now.isOld()) {
      old(1, now.written(), now.written());
    }
    touch(time);
  }

  /** Takes an article out. */
  void remove(Profile p) {
    sum(p.terms(), p.weights(), p.marks(), -1);
    mass = Math.max(mass - 1, 1);
    articles = Math.max(articles - 1, 0);
    noLonger(p);
  }

  private void old(int more, int from, int to) {
    oldFirst = old == 0 ? from : Math.min(oldFirst, from);
    oldLast = old == 0 ? to : Math.max(oldLast, to);
    old += more;
  }

  private void noLonger(Profile p) {
    old = p.isOld() ? Math.max(old - 1, 0) : old;
  }

  /** Takes another story in. */
  void absorb(Story other) {
    sum(other.terms, other.weights, other.marks, 1);
    mass += other.mass;
    articles += other.articles;
    if (other.old > 0) {
      old(other.old, other.oldFirst, other.oldLast);
    }
    first = Math.min(first, other.first);
    last = Math.max(last, other.last);
    List<String> both = new ArrayList<>(apart);
    both.addAll(other.apart);
    both.removeIf(s -> s.equals(other.id) || s.equals(id));
    apart = both.stream().distinct().sorted().toList();
  }

  /** Keeps another story apart for good. */
  void keepApart(String other) {
    List<String> more = new ArrayList<>(apart);
    more.add(other);
    apart = more.stream().distinct().sorted().toList();
  }

  void touch(long time) {
    first = Math.min(first, time);
    last = Math.max(last, time);
  }

  /** How far, in milliseconds, a time lies outside the story's span. */
  long gap(long time) {
    return time > last ? time - last : time < first ? first - time : 0;
  }

  /** The terms under which the story is found: the weightiest words, names and phrases. */
  int[] keys() {
    return top(terms, weights, marks, MOST_KEYS);
  }

  /** The weightiest terms that may serve as keys, weightiest first; ties by id. */
  static int[] top(int[] terms, int[] weights, byte[] marks, int most) {
    long[] order = new long[terms.length];
    int n = 0;
    for (int i = 0; i < terms.length; i++) {
      if ((marks[i] & NOT_KEYS) == 0 && weights[i] > 0) {
        order[n++] = rank(terms[i], weights[i]);
      }
    }
    Arrays.sort(order, 0, n);
    int[] out = new int[Math.min(most, n)];
    for (int i = 0; i < out.length; i++) {
      out[i] = (int) order[i] ^ Integer.MIN_VALUE;
    }
    return out;
  }

  /** A number that is the lower, the weightier a term is; ties by id, which can be read off it. */
  private static long rank(int term, int weight) {
    return (long) -weight << 32 | (term ^ Integer.MIN_VALUE) & 0xffffffffL;
  }

  private void sum(int[] t, int[] w, byte[] m, int sign) {
    int n = terms.length + t.length;
    int[] st = new int[n];
    int[] sw = new int[n];
    byte[] sm = new byte[n];
    int k = 0;
    int i = 0;
    int j = 0;
    while (i < terms.length || j < t.length) {
      int c = i == terms.length ? 1 : j == t.length ? -1 : Integer.compare(terms[i], t[j]);
      int weight;
      if (c < 0) {
        st[k] = terms[i];
        weight = weights[i];
        sm[k] = marks[i++];
      } else if (c > 0) {
        st[k] = t[j];
        weight = sign * w[j];
        sm[k] = m[j++];
      } else {
        st[k] = t[j];
        weight = weights[i] + sign * w[j];
        sm[k] = (byte) (marks[i++] | m[j++]);
      }
      if (weight > 0) {
        sw[k++] = weight;
      }
    }
    cut(st, sw, sm, k);
  }

  private void cut(int[] t, int[] w, byte[] m, int n) {
    long last = Long.MAX_VALUE;
    if (n > MOST_TERMS) {
      long[] order = new long[n];
      for (int i = 0; i < n; i++) {
        order[i] = rank(t[i], w[i]);
      }
      Arrays.sort(order);
      last = order[MOST_TERMS - 1];
    }
    int size = Math.min(n, MOST_TERMS);
    terms = new int[size];
    weights = new int[size];
    marks = new byte[size];
    for (int i = 0, k = 0; i < n; i++) {
      if (rank(t[i], w[i]) <= last) {
        terms[k] = t[i];
        weights[k] = w[i];
        marks[k++] = m[i];
      }
    }
    square = square(weights);
    inventory = null;
  }

  long square() {
    return square;
  }

  Inventory inventory() {
    Inventory known = inventory;
    if (known == null) {
      known = new Inventory(this);
      inventory = known;
    }
    return known;
  }

  private static long square(int[] weights) {
    long sum = 0;
    for (int w : weights) {
      sum += (long) w * w;
    }
    return sum;
  }
}
