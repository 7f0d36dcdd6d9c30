package news.slugline.claim.quote;

import org.jspecify.annotations.Nullable;

/** The three linear models that propose cue, source and content. An instance is for one thread. */
final class Models {
  private static final LinearModel CUE = LinearModel.resource("cue.model");
  private static final LinearModel SOURCE = LinearModel.resource("source.model");
  private static final LinearModel CONTENT = LinearModel.resource("content.model");

  private final Features features = new Features();

  /** How surely a word is a cue, in the model's units. */
  int cue(Reading r, int i) {
    CueFeatures.of(r, i, features);
    return CUE.score(features);
  }

  /** The noun phrase that is the source of a cue; -1 if none is. */
  int source(Reading r, int cue) {
    SourceFeatures.ofNone(r, cue, features);
    int best = SOURCE.score(features);
    int arg = -1;
    for (int c = 0; c < r.chunks.size(); c++) {
      SourceFeatures.of(r, cue, c, features);
      int score = SOURCE.score(features);
      if (score > best) {
        best = score;
        arg = c;
      }
    }
    return arg;
  }

  /** First token and end of what is said by a cue and its source. */
  int @Nullable [] content(Reading r, int cue, int source) {
    int best = Integer.MIN_VALUE;
    int[] arg = null;
    ContentFeatures stretch = new ContentFeatures(r, cue, source, features);
    for (int s : ContentBounds.starts(r, cue)) {
      for (int e : ContentBounds.ends(r, cue, s)) {
        stretch.of(s, e);
        int score = CONTENT.score(features);
        if (score > best) {
          best = score;
          arg = new int[] {s, e};
        }
      }
    }
    return arg;
  }
}
