package news.slugline.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import news.slugline.story.Tables.SketchRow;

/**
 * Finds copies: near copies by MinHash of word shingles, rewritten ones by rare words that they
 * share in the same order, where shingles see nothing.
 */
final class Sketches {
  private static final int HASHES = 48;
  private static final int BAND = 3;
  private static final int SHINGLE = 4;
  private static final int MIN_WORDS = 40;
  private static final int THREAD = 200;
  private static final int RARE = 550;
  private static final int RARE_KEYS = 12;

  private final Wording wording;

  Sketches(Wording wording) {
    this.wording = wording;
  }

  /** MinHash of the wording; empty if there is too little of it to tell a copy by. */
  List<Integer> sketch(String body) {
    List<String> words = Wording.words(body);
    if (words.size() < MIN_WORDS) {
      return List.of();
    }
    int[] min = new int[HASHES];
    java.util.Arrays.fill(min, Integer.MAX_VALUE);
    for (int i = 0; i + SHINGLE <= words.size(); i++) {
      int h = words.subList(i, i + SHINGLE).hashCode();
      for (int k = 0; k < HASHES; k++) {
        min[k] = Math.min(min[k], mix(h, k));
      }
    }
    List<Integer> out = new ArrayList<>(HASHES);
    for (int m : min) {
      out.add(m);
    }
    return out;
  }

  /** Hashes of the rare words in order of first appearance. */
  List<Integer> thread(String body) {
    Set<String> seen = new TreeSet<>();
    List<Integer> out = new ArrayList<>();
    for (String t : wording.sequence(body)) {
      if (wording.weight(t) >= RARE && seen.add(t) && out.size() < THREAD) {
        out.add(mix(t.hashCode(), 7));
      }
    }
    return out;
  }

  /** Keys that two copies share at least one of. */
  List<String> keys(SketchRow v) {
    Set<String> out = new TreeSet<>();
    List<Integer> s = v.sketch();
    for (int i = 0; i + BAND <= s.size(); i += BAND) {
      out.add("s" + i + ":" + s.subList(i, i + BAND).hashCode());
    }
    TreeSet<Integer> pairs = new TreeSet<>();
    for (int i = 0; i + 1 < v.thread().size(); i++) {
      pairs.add(v.thread().subList(i, i + 2).hashCode());
    }
    int n = 0;
    for (int p : pairs) {
      if (n++ < RARE_KEYS) {
        out.add("r" + p);
      }
    }
    return List.copyOf(out);
  }

  boolean copies(SketchRow a, SketchRow b) {
    return alike(a.sketch(), b.sketch()) >= 0.35 || sameThread(a.thread(), b.thread());
  }

  private static double alike(List<Integer> a, List<Integer> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return 0;
    }
    int same = 0;
    for (int i = 0; i < HASHES; i++) {
      if (a.get(i).equals(b.get(i))) {
        same++;
      }
    }
    return (double) same / HASHES;
  }

  /** Three fifths of the shorter one's rare words, twelve or more, in the same order. */
  private static boolean sameThread(List<Integer> a, List<Integer> b) {
    int least = Math.min(a.size(), b.size());
    if (least < 12) {
      return false;
    }
    int[] row = new int[b.size() + 1];
    for (Integer x : a) {
      int diagonal = 0;
      for (int j = 1; j <= b.size(); j++) {
        int up = row[j];
        row[j] = x.equals(b.get(j - 1)) ? diagonal + 1 : Math.max(up, row[j - 1]);
        diagonal = up;
      }
    }
    return row[b.size()] * 5 >= least * 3;
  }

  private static int mix(int h, int k) {
    int x = h ^ (k * 0x9E3779B9);
    x = (x ^ (x >>> 16)) * 0x85EBCA6B;
    x = (x ^ (x >>> 13)) * 0xC2B2AE35;
    return x ^ (x >>> 16);
  }
}
