package news.slugline.grouping;

import java.util.List;

/**
 * What tells a story from the others that are near it: a term that many of them have is of the kind
 * of story, not of this one, and counts little.
 */
final class Telling {
  private final Story story;

  /** By term, how much it tells. */
  private final double[] worth;

  /** By story near, how much it has in common with this one in all terms. */
  private final double[] cosines;

  Telling(Story story, List<Story> near) {
    this.story = story;
    int[] having = new int[story.terms.length];
    cosines = new double[near.size()];
    for (int n = 0; n < cosines.length; n++) {
      cosines[n] = compare(near.get(n), having);
    }
    double[] rare = new double[near.size() + 1];
    for (int n = 0; n < rare.length; n++) {
      rare[n] = StrictMath.log(1 + (near.size() + 1) / (n + 0.5));
    }
    worth = new double[having.length];
    for (int i = 0; i < worth.length; i++) {
      worth[i] = story.weights[i] * rare[having[i]];
    }
  }

  private double compare(Story s, int[] having) {
    long dot = 0;
    for (int i = 0, j = 0; i < having.length && j < s.terms.length; ) {
      int x = story.terms[i];
      int y = s.terms[j];
      if (x == y) {
        having[i]++;
        dot += (long) story.weights[i] * s.weights[j];
      }
      i += x <= y ? 1 : 0;
      j += y <= x ? 1 : 0;
    }
    return dot == 0
        ? 0
        : dot / (Math.sqrt((double) story.square()) * Math.sqrt((double) s.square()));
  }

  /** The cosine of all terms of the story and the one at that place of the stories near. */
  double cosine(int near) {
    return cosines[near];
  }

  /** The share of it that another story has: of all terms, and of names, a half if it has none. */
  record Found(double all, double names) {}

  Found in(Story other) {
    double all = 0;
    double found = 0;
    double names = 0;
    double namesFound = 0;
    for (int i = 0, j = 0; i < worth.length; i++) {
      while (j < other.terms.length && other.terms[j] < story.terms[i]) {
        j++;
      }
      boolean has = j < other.terms.length && other.terms[j] == story.terms[i];
      boolean name = Overlap.named(story.marks[i]);
      all += worth[i];
      found += has ? worth[i] : 0;
      names += name ? worth[i] : 0;
      namesFound += name && has ? worth[i] : 0;
    }
    return new Found(all == 0 ? 0 : found / all, names == 0 ? 0.5 : namesFound / names);
  }
}
