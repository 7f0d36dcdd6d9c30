package news.slugline.grouping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private static final int QUERY_TERMS = 48;

  private final Postings postings = new Postings();
  private final List<Story> slots = new ArrayList<>();
  private final List<int[]> keys = new ArrayList<>();
  private final Map<String, Integer> slotOf = new HashMap<>();
  private int[] free = new int[16];
  private int frees;
  private int[] sums = new int[16];
  private long[] seqs = new long[16];
  private int[] touched = new int[256];

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
      postings.add(term, slot);
    }
  }

  void remove(String id) {
    Integer slot = slotOf.remove(id);
    if (slot == null) {
      return;
    }
    for (int term : keys.get(slot)) {
      postings.remove(term, slot, seqs);
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
    int n = 0;
    for (int term : Story.top(p.terms, p.weights, p.marks, QUERY_TERMS)) {
      int list = postings.of(term);
      int size = postings.size(list);
      int weight = p.weights[Arrays.binarySearch(p.terms, term)];
      for (int i = size - 1, stop = Math.max(0, size - NEWEST); i >= stop; i--) {
        int slot = postings.slot(list, i);
        if (sums[slot] == 0) {
          if (n == touched.length) {
            touched = Arrays.copyOf(touched, n * 2);
          }
          touched[n++] = slot;
        }
        sums[slot] += weight;
      }
    }
    return best(p, n);
  }

  /** The best of those touched; keeps the best so far in order, as most are no match for them. */
  private List<Story> best(Story p, int n) {
    int[] best = new int[MOST_CANDIDATES];
    int found = 0;
    for (int i = 0; i < n; i++) {
      int slot = touched[i];
      if (found == MOST_CANDIDATES && !before(slot, best[found - 1])) {
        continue;
      }
      Story s = slots.get(slot);
      if (s == p || !s.language.equals(p.language)) {
        continue;
      }
      int at = found < MOST_CANDIDATES ? found++ : found - 1;
      for (; at > 0 && before(slot, best[at - 1]); at--) {
        best[at] = best[at - 1];
      }
      best[at] = slot;
    }
    List<Story> out = new ArrayList<>(found);
    for (int i = 0; i < found; i++) {
      out.add(slots.get(best[i]));
    }
    for (int i = 0; i < n; i++) {
      sums[touched[i]] = 0;
    }
    return out;
  }

  private boolean before(int a, int b) {
    return sums[a] != sums[b] ? sums[a] > sums[b] : seqs[a] > seqs[b];
  }
}
