package news.slugline.story;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.slugline.claim.Claim;

/**
 * Whether two claims decide a matter in opposite ways: "approved the takeover", "blocked the
 * takeover". Such sentences share nearly all of their words, and do not say the same. The same for
 * (a, b) and (b, a). Remembers claims that it looked at; one thread.
 */
final class Opposites {
  private static final String RESOURCE = "opposites.tsv";
  private static final String UNDONE = "undone";
  private static final int REMEMBERED = 1_024;

  /** Words of a phrase. */
  private static final int LONGEST = 3;

  /** For each word or phrase the sides on which it is; those of one line are next to each other. */
  private final Map<String, BitSet> sides = new HashMap<>();

  /** For each side the first of its line and the one behind its last. */
  private final Map<Integer, int[]> lines = new HashMap<>();

  private final Set<String> undone = new HashSet<>();

  /** The first words of all phrases. */
  private final Set<String> starts = new HashSet<>();

  private final Wording wording;
  private final Recent<Claim, Look> looks;

  /**
   * @param sides on which a text is, without another of the same line
   * @param undone whether it says that something is not to be after all
   */
  private record Look(BitSet sides, boolean undone) {}

  Opposites(Wording wording, Memory memory) {
    this.wording = wording;
    this.looks = memory.byObject(REMEMBERED);
    int next = 0;
    for (String[] row : Lists.rows(RESOURCE)) {
      if (row[0].equals(UNDONE)) {
        undone.addAll(List.of(row[1].split(",")));
        continue;
      }
      for (int i = 0; i < row.length; i++) {
        int side = next + i;
        lines.put(side, new int[] {next, next + row.length});
        for (String w : row[i].split(",")) {
          sides.computeIfAbsent(w, k -> new BitSet()).set(side);
        }
      }
      next += row.length;
    }
    sides.keySet().forEach(w -> starts.add(w.split(" ", 2)[0]));
    undone.forEach(w -> starts.add(w.split(" ", 2)[0]));
  }

  /** Whether one says what the other says the opposite of. */
  boolean are(Claim a, Claim b) {
    Look p = look(a);
    Look q = look(b);
    for (int i = p.sides.nextSetBit(0); i >= 0; i = p.sides.nextSetBit(i + 1)) {
      int[] line = lines.getOrDefault(i, new int[] {i, i});
      int other = q.sides.nextSetBit(line[0]);
      if (other >= 0 && other < line[1] && other != i) {
        return true;
      }
    }
    return false;
  }

  /** Whether only one says that something is not to be after all: "was called off". */
  boolean isUndoneByOne(Claim a, Claim b) {
    return look(a).undone != look(b).undone;
  }

  private Look look(Claim c) {
    return looks.get(c, this::read);
  }

  private Look read(Claim c) {
    List<String> words = wording.words(c);
    BitSet on = new BitSet();
    boolean off = false;
    for (int i = 0; i < words.size(); ) {
      if (!starts.contains(words.get(i))) {
        i++;
        continue;
      }
      int n = Math.min(LONGEST, words.size() - i);
      String phrase = String.join(" ", words.subList(i, i + n));
      while (n > 1 && !sides.containsKey(phrase) && !undone.contains(phrase)) {
        n--;
        phrase = String.join(" ", words.subList(i, i + n));
      }
      BitSet of = sides.get(phrase);
      if (of != null) {
        on.or(of);
      }
      off |= undone.contains(phrase);
      i += n;
    }
    return new Look(only(on), off);
  }

  /** The sides without those of a line on whose other sides the text is, too. */
  private BitSet only(BitSet on) {
    BitSet out = new BitSet();
    for (int i = on.nextSetBit(0); i >= 0; i = on.nextSetBit(i + 1)) {
      int[] line = lines.getOrDefault(i, new int[] {i, i + 1});
      if (on.get(line[0], line[1]).cardinality() == 1) {
        out.set(i);
      }
    }
    return out;
  }
}
