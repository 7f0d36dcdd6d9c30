package news.slugline.claim.quote;

import java.util.Arrays;

/** A growing list of hashed features, used again and again by one thread. */
final class Features {
  private int[] ids = new int[64];
  private int size;

  void clear() {
    size = 0;
  }

  int size() {
    return size;
  }

  int id(int i) {
    return ids[i];
  }

  /** What stands for a word's ending. */
  static int tail(String word) {
    return (word.length() > 3 ? word.substring(word.length() - 3) : word).hashCode();
  }

  void add(int template, int a) {
    put(mix(template * 0x9E3779B1 + a));
  }

  void add(int template, int a, int b) {
    put(mix(mix(template * 0x9E3779B1 + a) * 31 + b));
  }

  void add(int template, int a, int b, int c) {
    put(mix(mix(mix(template * 0x9E3779B1 + a) * 31 + b) * 31 + c));
  }

  int[] copy() {
    return Arrays.copyOf(ids, size);
  }

  private void put(int hash) {
    if (size == ids.length) {
      ids = Arrays.copyOf(ids, 2 * size);
    }
    ids[size++] = hash & LinearModel.MASK;
  }

  private static int mix(int h) {
    int x = h ^ (h >>> 16);
    x *= 0x85EBCA6B;
    x ^= x >>> 13;
    x *= 0xC2B2AE35;
    return x ^ (x >>> 16);
  }
}
