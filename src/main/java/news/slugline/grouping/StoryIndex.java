package news.slugline.grouping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds the stories that share telling terms with an article. What it finds depends only on the
 * stories' terms and on the order of their last changes, never on how the index came to be: so one
 * that is rebuilt from rows finds the same.
 *
 * <p>The list of a term is ordered by the stories' last change; only its newest {@value #NEWEST}
 * are looked at, so that a common term costs no more than a rare one.
 */
final class StoryIndex {
  private static final int NEWEST = 256;
  private static final int MOST_CANDIDATES = 40;
  private static final int QUERY_TERMS = 32;

  private final Map<Integer, Postings> postings = new HashMap<>();
  private final List<Story> slots = new ArrayList<>();
  private final List<int[]> keys = new ArrayList<>();
  private final Map<String, Integer> slotOf = new HashMap<>();
  private int[] free = new int[16];
  private int frees;
  private int[] sums = new int[16];
  private long[] seqs = new long[16];

  @Nullable Story get(String id) {
    Integer slot = slotOf.get(id);
    return slot == null ? null : slots.get(slot);
  }

  int size() {
    return slotOf.size();
  }

  /** Puts a story in, or again after a change; its seq must be greater than all before. */
  void put(Story story) {
    remove(story.id);
    int slot = frees > 0 ? free[--frees] : slots.size();
    int[] k = story.keys();
    if (slot == slots.size()) {
      slots.add(story);
      keys.add(k);
      if (slot == sums.length) {
        sums = Arrays.copyOf(sums, slot * 2);
        seqs = Arrays.copyOf(seqs, slot * 2);
      }
    } else {
      slots.set(slot, story);
      keys.set(slot, k);
    }
    seqs[slot] = story.seq;
    slotOf.put(story.id, slot);
    for (int term : k) {
      postings.computeIfAbsent(term, t -> new Postings()).add(slot);
    }
  }

  void remove(String id) {
    Integer slot = slotOf.remove(id);
    if (slot == null) {
      return;
    }
    for (int term : keys.get(slot)) {
      Postings p = Objects.requireNonNull(postings.get(term));
      if (p.remove(slot, seqs) == 0) {
        postings.remove(term);
      }
    }
    slots.set(slot, null);
    keys.set(slot, new int[0]);
    if (frees == free.length) {
      free = Arrays.copyOf(free, frees * 2);
    }
    free[frees++] = slot;
  }

  /** The other stories that share most with one, most first; ties: the one changed last. */
  List<Story> candidates(Story p) {
    int[] touched = new int[256];
    int n = 0;
    for (int term : Story.top(p.terms, p.weights, p.marks, QUERY_TERMS)) {
      Postings list = postings.get(term);
      if (list == null) {
        continue;
      }
      int weight = p.weights[Arrays.binarySearch(p.terms, term)];
      for (int i = list.size - 1, stop = Math.max(0, list.size - NEWEST); i >= stop; i--) {
        int slot = list.slots[i];
        if (sums[slot] == 0) {
          if (n == touched.length) {
            touched = Arrays.copyOf(touched, n * 2);
          }
          touched[n++] = slot;
        }
        sums[slot] += weight;
      }
    }
    return best(p, touched, n);
  }

  private List<Story> best(Story p, int[] touched, int n) {
    List<Integer> order = new ArrayList<>(n);
    for (int i = 0; i < n; i++) {
      Story s = slots.get(touched[i]);
      if (s != p && s.language.equals(p.language)) {
        order.add(touched[i]);
      }
    }
    order.sort(
        (a, b) ->
            sums[a] != sums[b]
                ? Integer.compare(sums[b], sums[a])
                : Long.compare(seqs[b], seqs[a]));
    List<Story> out = new ArrayList<>();
    for (int slot : order.subList(0, Math.min(MOST_CANDIDATES, order.size()))) {
      out.add(slots.get(slot));
    }
    for (int i = 0; i < n; i++) {
      sums[touched[i]] = 0;
    }
    return out;
  }

  /** Slots of stories, in the order of their last change. */
  private static final class Postings {
    private int[] slots = new int[2];
    private int size;

    void add(int slot) {
      if (size == slots.length) {
        slots = Arrays.copyOf(slots, size + (size >> 1) + 1);
      }
      slots[size++] = slot;
    }

    int remove(int slot, long[] seqs) {
      int low = 0;
      int high = size - 1;
      while (low < high) {
        int mid = (low + high) >>> 1;
        if (seqs[slots[mid]] < seqs[slot]) {
          low = mid + 1;
        } else {
          high = mid;
        }
      }
      System.arraycopy(slots, low + 1, slots, low, size - low - 1);
      return --size;
    }
  }
}
