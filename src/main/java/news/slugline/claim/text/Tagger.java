package news.slugline.claim.text;

import java.util.Arrays;
import java.util.List;

/**
 * Universal part-of-speech tags by a greedy linear model over hashed features, taught by Apache
 * OpenNLP's English model on news text (the trainer is among the tests): nineteen tags of twenty
 * are the teacher's, at a small part of its time. Weights are bytes and scores integer sums, so
 * that tags are the same on every machine. Immutable and thread-safe.
 */
final class Tagger {
  static final String[] TAGS = {
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN",
    "PUNCT", "SCONJ", "SYM", "VERB", "X"
  };
  static final int BITS = 16;
  static final int FEATURES = 17;
  private static final int MASK = (1 << BITS) - 1;
  private static final int N = TAGS.length;

  private final byte[] weights;

  private Tagger(byte[] weights) {
    this.weights = weights;
  }

  static Tagger standard() {
    return Standard.TAGGER;
  }

  /** Writes the tags of tokens from..to into an array of the document's length. */
  void tag(List<Token> tokens, int from, int to, String[] out) {
    int[] ids = new int[FEATURES];
    int[] scores = new int[N];
    int before = N;
    int beforeThat = N;
    for (int i = from; i < to; i++) {
      features(tokens, from, to, i, before, beforeThat, ids);
      Arrays.fill(scores, 0);
      for (int id : ids) {
        int base = id * N;
        for (int t = 0; t < N; t++) {
          scores[t] += weights[base + t];
        }
      }
      int best = 0;
      for (int t = 1; t < N; t++) {
        if (scores[t] > scores[best]) {
          best = t;
        }
      }
      out[i] = TAGS[best];
      beforeThat = before;
      before = best;
    }
  }

  /** Fills in the hashed features of a token, given the numbers of the two tags before it. */
  static void features(
      List<Token> tokens, int from, int to, int i, int before, int beforeThat, int[] ids) {
    Token t = tokens.get(i);
    String w = t.lower();
    int word = w.hashCode();
    int p1 = i > from ? tokens.get(i - 1).lower().hashCode() : 1;
    int p2 = i > from + 1 ? tokens.get(i - 2).lower().hashCode() : 1;
    String next = i + 1 < to ? tokens.get(i + 1).lower() : "";
    int n1 = next.hashCode();
    int n2 = i + 2 < to ? tokens.get(i + 2).lower().hashCode() : 2;
    int shape = shape(t.text()) * 2 + (i == from ? 1 : 0);
    int s3 = suffix(w, 3);
    ids[0] = id(1, word, 0);
    ids[1] = id(2, s3, 0);
    ids[2] = id(3, suffix(w, 2), shape);
    ids[3] = id(4, suffix(w, 4), 0);
    ids[4] = id(5, before, 0);
    ids[5] = id(6, before, beforeThat);
    ids[6] = id(7, before, word);
    ids[7] = id(8, p1, 0);
    ids[8] = id(9, n1, 0);
    ids[9] = id(10, n1, word);
    ids[10] = id(11, p1, word);
    ids[11] = id(12, shape, before);
    ids[12] = id(13, suffix(next, 3), s3);
    ids[13] = id(14, p2, before);
    ids[14] = id(15, n2, s3);
    ids[15] = id(16, suffix(next, 3), before);
    ids[16] = id(17, s3, before * 32 + beforeThat);
  }

  private static int suffix(String w, int n) {
    int h = w.length() <= n ? 7 : 3;
    for (int i = Math.max(0, w.length() - n); i < w.length(); i++) {
      h = h * 31 + w.charAt(i);
    }
    return h;
  }

  private static int shape(String s) {
    char first = s.charAt(0);
    if (Character.isDigit(first)) {
      return s.length() > 4 ? 1 : 0;
    }
    if (!Character.isLetter(first)) {
      return 2;
    }
    boolean dash = s.indexOf('-') > 0;
    if (Character.isLowerCase(first)) {
      return dash ? 4 : 3;
    }
    boolean capitals = s.length() > 1 && Character.isUpperCase(s.charAt(s.length() - 1));
    return capitals ? 5 : dash ? 7 : s.length() == 1 ? 8 : 6;
  }

  private static int id(int template, int a, int b) {
    int h = (template * 0x9E3779B1 + a) * 31 + b;
    h ^= h >>> 16;
    h *= 0x85EBCA6B;
    h ^= h >>> 13;
    h *= 0xC2B2AE35;
    return (h ^ (h >>> 16)) & MASK;
  }

  private static final class Standard {
    static final Tagger TAGGER = new Tagger(Resources.bytes(Tagger.class, "tagger.model"));
  }
}
