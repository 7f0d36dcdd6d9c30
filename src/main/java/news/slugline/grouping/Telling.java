package news.slugline.grouping;

import java.util.Arrays;
import java.util.List;

/**
 * What tells a story from the others that are near it: a term that many of them have is of the kind
 * of story, not of this one, and counts little.
 */
final class Telling {
  private final Story story;

  /** By term, how much it tells; what all of them tell, and the names. */
  private final double[] worth;

  private final double all;
  private final double names;

  /** By story near, how much it has in common with this one in all terms. */
  private final double[] cosines;

  /** The terms shared with the stories near, story by story, and where each story's begin. */
  private int[] shared = new int[512];

  private final int[] from;

  Telling(Story story, List<Story> near) {
    this.story = story;
    int[] having = new int[story.terms.length];
    cosines = new double[near.size()];
    from = new int[near.size() + 1];
    TermPlaces places = new TermPlaces(story.terms);
    for (int n = 0; n < cosines.length; n++) {
      compare(near.get(n), n, places, having);
    }
    double[] rare = new double[near.size() + 1];
    for (int n = 0; n < rare.length; n++) {
      rare[n] = StrictMath.log(1 + (near.size() + 1) / (n + 0.5));
    }
    worth = new double[having.length];
    double sum = 0;
    double ofNames = 0;
    for (int i = 0; i < worth.length; i++) {
      worth[i] = story.weights[i] * rare[having[i]];
      sum += worth[i];
      ofNames += Overlap.named(story.marks[i]) ? worth[i] : 0;
    }
    all = sum;
    names = ofNames;
  }

  private void compare(Story s, int n, TermPlaces places, int[] having) {
    int end = from[n];
    if (end + s.terms.length > shared.length) {
      shared = Arrays.copyOf(shared, shared.length * 2 + s.terms.length);
    }
    long dot = 0;
    for (int j = 0; j < s.terms.length; j++) {
      int i = places.of(s.terms[j]);
      if (i >= 0) {
        having[i]++;
        dot += (long) story.weights[i] * s.weights[j];
        shared[end++] = i << 16 | j;
      }
    }
    from[n + 1] = end;
    cosines[n] =
        dot == 0 ? 0 : dot / (Math.sqrt((double) story.square()) * Math.sqrt((double) s.square()));
  }

  /** The cosine of all terms of the story and the one at that place of the stories near. */
  double cosine(int near) {
    return cosines[near];
  }

  /**
   * The terms shared with a story near, ascending: the place in this story in the upper half, the
   * place in the other in the lower.
   */
  int[] shared(int near) {
    return Arrays.copyOfRange(shared, from[near], from[near + 1]);
  }

  /** The share of it that another story has: of all terms, and of names, a half if it has none. */
  record Found(double all, double names) {}

  Found in(int near) {
    double found = 0;
    double namesFound = 0;
    for (int k = from[near]; k < from[near + 1]; k++) {
      int i = shared[k] >>> 16;
      found += worth[i];
      namesFound += Overlap.named(story.marks[i]) ? worth[i] : 0;
    }
    return new Found(all == 0 ? 0 : found / all, names == 0 ? 0.5 : namesFound / names);
  }
}
