package news.slugline.grouping;

/** What an article and a story share, by kind of term. All sums are of whole numbers. */
final class Overlap {
  static final int ALL = 0;
  static final int WORD = 1;
  static final int NAME = 2;
  static final int PHRASE = 3;
  static final int NUMBER = 4;
  static final int DAY = 5;
  private static final int KINDS = 6;
  private static final byte CORE = Marks.HEAD | Marks.LEAD;

  /** The weightiest terms of either side that the other is asked for. */
  private static final int TOP = 10;

  private final long[] dot = new long[KINDS];
  private final long[] ours = new long[KINDS];
  private final long[] theirs = new long[KINDS];
  private final int[] shared = new int[KINDS];
  private long coreDot;
  private long coreOurs;
  private long coreTheirs;
  private int coreNames;
  private long headShared;
  private long head;
  private long storyHeadShared;
  private long storyHead;
  private long leadShared;
  private long lead;
  private long storyLeadShared;
  private long storyLead;
  private final double topInStory;
  private final double storyTopInArticle;

  Overlap(Profile p, Story s) {
    int[] at = p.terms();
    int[] st = s.terms;
    boolean[] inStory = new boolean[at.length];
    boolean[] inArticle = new boolean[st.length];
    int i = 0;
    int j = 0;
    while (i < at.length || j < st.length) {
      int c = i == at.length ? 1 : j == st.length ? -1 : Integer.compare(at[i], st[j]);
      if (c < 0) {
        article(p.marks()[i], kind(p.marks()[i]), p.weights()[i], false);
        i++;
      } else if (c > 0) {
        story(s.marks[j], kind(s.marks[j]), s.weights[j], false);
        j++;
      } else {
        // What either side knows as a name is one for both.
        int kind = kind((byte) (p.marks()[i] | s.marks[j]));
        article(p.marks()[i], kind, p.weights()[i], true);
        story(s.marks[j], kind, s.weights[j], true);
        both(kind, p.marks()[i], s.marks[j], (long) p.weights()[i] * s.weights[j]);
        inStory[i++] = true;
        inArticle[j++] = true;
      }
    }
    topInStory = top(p.weights(), inStory);
    storyTopInArticle = top(s.weights, inArticle);
  }

  double cosine(int kind) {
    if (dot[kind] == 0) {
      return 0;
    }
    return dot[kind] / (Math.sqrt((double) ours[kind]) * Math.sqrt((double) theirs[kind]));
  }

  /** The cosine of what stands in the headline and first sentences of both. */
  double core() {
    return coreDot == 0 ? 0 : coreDot / (Math.sqrt((double) coreOurs) * Math.sqrt(coreTheirs));
  }

  /** How many names stand in the headline or first sentences of both. */
  int coreNames() {
    return coreNames;
  }

  /** How many terms of a kind both have. */
  int shared(int kind) {
    return shared[kind];
  }

  /** 1 if both have terms of a kind and share none. */
  double clash(int kind) {
    return ours[kind] > 0 && theirs[kind] > 0 && shared[kind] == 0 ? 1 : 0;
  }

  double headlineInStory() {
    return head == 0 ? 0 : (double) headShared / head;
  }

  double storyHeadlineInArticle() {
    return storyHead == 0 ? 0 : (double) storyHeadShared / storyHead;
  }

  double leadInStory() {
    return lead == 0 ? 0 : (double) leadShared / lead;
  }

  double storyLeadInArticle() {
    return storyLead == 0 ? 0 : (double) storyLeadShared / storyLead;
  }

  /** Share, by weight, of the article's weightiest terms that the story has. */
  double topInStory() {
    return topInStory;
  }

  double storyTopInArticle() {
    return storyTopInArticle;
  }

  private void article(byte marks, int kind, int weight, boolean found) {
    long square = (long) weight * weight;
    ours[ALL] += square;
    coreOurs += (marks & CORE) != 0 ? square : 0;
    ours[kind] += square;
    if (Marks.has(marks, Marks.HEAD)) {
      head += weight;
      headShared += found ? weight : 0;
    }
    if (Marks.has(marks, Marks.LEAD)) {
      lead += weight;
      leadShared += found ? weight : 0;
    }
  }

  private void story(byte marks, int kind, int weight, boolean found) {
    long square = (long) weight * weight;
    theirs[ALL] += square;
    coreTheirs += (marks & CORE) != 0 ? square : 0;
    theirs[kind] += square;
    if (Marks.has(marks, Marks.HEAD)) {
      storyHead += weight;
      storyHeadShared += found ? weight : 0;
    }
    if (Marks.has(marks, Marks.LEAD)) {
      storyLead += weight;
      storyLeadShared += found ? weight : 0;
    }
  }

  private void both(int kind, byte marks, byte story, long product) {
    if ((marks & CORE) != 0 && (story & CORE) != 0) {
      coreDot += product;
      coreNames += ((marks | story) & (Marks.NAME | Marks.PHRASE)) != 0 ? 1 : 0;
    }
    dot[ALL] += product;
    dot[kind] += product;
    shared[ALL]++;
    shared[kind]++;
  }

  private static int kind(byte marks) {
    if (Marks.has(marks, Marks.PHRASE)) {
      return PHRASE;
    }
    if (Marks.has(marks, Marks.NUMBER)) {
      return NUMBER;
    }
    if (Marks.has(marks, Marks.DAY)) {
      return DAY;
    }
    return Marks.has(marks, Marks.NAME) ? NAME : WORD;
  }

  /** Share of the ten weightiest that are found; of equal weights, all count or none. */
  private static double top(int[] weights, boolean[] found) {
    int[] best = new int[TOP];
    for (int w : weights) {
      for (int k = 0, x = w; k < TOP; k++) {
        if (x > best[k]) {
          int y = best[k];
          best[k] = x;
          x = y;
        }
      }
    }
    int least = best[TOP - 1];
    long all = 0;
    long hit = 0;
    for (int k = 0; k < weights.length; k++) {
      if (weights[k] >= least) {
        all += weights[k];
        hit += found[k] ? weights[k] : 0;
      }
    }
    return all == 0 ? 0 : (double) hit / all;
  }
}
