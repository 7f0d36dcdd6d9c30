package news.slugline.grouping;

/** What an article and a story share, by kind of term. All sums are of whole numbers. */
final class Overlap {
  static final int ALL = 0;
  static final int WORD = 1;
  static final int NAME = 2;
  static final int PHRASE = 3;
  static final int PERSON = 4;
  static final int NUMBER = 5;
  static final int AGE = 6;
  static final int DAY = 7;
  static final int CITY = 8;
  static final int REGION = 9;
  static final int YEAR = 10;
  static final int RECURRING = 11;
  private static final int KINDS = 12;
  private static final byte CORE = Marks.HEAD | Marks.LEAD;

  /** The weightiest terms of either side that the other is asked for. */
  private static final int TOP = 10;

  private static final int TOP_NAMES = 4;

  /** From so many full names on, it tells something that none is shared. */
  private static final int SEVERAL = 2;

  private static final double FEW = 0.1;
  private static final double FEW_WORDS = 0.3;
  private static final double FEW_BESIDE_OTHER_PERSONS = 0.25;
  private static final byte NAMES = Marks.NAME | Marks.PHRASE | Marks.PERSON;

  /** By kind: whether it names a person, a body, a thing or a town. */
  private static final boolean[] NAMED = named();

  /** Square sum of an article's weights. */
  private static final double UNIT = 1e6;

  private final Side article;
  private final Side story;
  private final long[] dot = new long[KINDS];
  private final int[] shared = new int[KINDS];
  private final boolean[] coreShared = new boolean[KINDS];
  private long coreDot;
  private long coreNameDot;
  private int coreNames;

  Overlap(Story p, Story s) {
    article = new Side(p);
    story = new Side(s);
    int[] at = p.terms;
    int[] st = s.terms;
    int i = 0;
    int j = 0;
    while (i < at.length || j < st.length) {
      int c = i == at.length ? 1 : j == st.length ? -1 : Integer.compare(at[i], st[j]);
      if (c < 0) {
        article.see(i, kind(p.marks[i]), false);
        i++;
      } else if (c > 0) {
        story.see(j, kind(s.marks[j]), false);
        j++;
      } else {
        // What either side knows as a name is one for both.
        int kind = kind((byte) (p.marks[i] | s.marks[j]));
        article.see(i, kind, true);
        story.see(j, kind, true);
        both(kind, p.marks[i], s.marks[j], (long) p.weights[i] * s.weights[j]);
        i++;
        j++;
      }
    }
  }

  double cosine(int kind) {
    return cosine(dot[kind], article.square[kind], story.square[kind]);
  }

  /**
   * How alike the two are on average, article by article, against how alike the story's own
   * articles are: about 1 for one more of them. Over all terms, or the names alone.
   */
  double cohesion(boolean names) {
    long d = 0;
    long square = 0;
    for (int k = names ? NAME : ALL; k <= (names ? PERSON : ALL); k++) {
      d += dot[k];
      square += story.square[k];
    }
    return square == 0
        ? 0
        : Math.min(2, (double) d * story.of.mass / ((double) square * article.of.mass));
  }

  /** The same without the likeness of an article to itself; 0.7 for a story of one. */
  double fit() {
    int n = story.of.mass;
    double within = (story.square[ALL] / UNIT - n) / ((double) n * (n - 1));
    if (n < 2 || within <= 0.01) {
      return 0.7;
    }
    return Math.min(2, dot[ALL] / UNIT / ((double) n * article.of.mass) / within);
  }

  /**
   * Whether both give names, full ones at that, and hardly any of the same: copy made from one
   * form, in the same words, about something else.
   */
  boolean strangers() {
    if (coreClash(PERSON) > 0 && cosine(NAME) < FEW_BESIDE_OTHER_PERSONS) {
      return true;
    }
    boolean several = article.fullNames >= SEVERAL && story.fullNames >= SEVERAL;
    return several && cosine(NAME) < FEW_WORDS && fullNames() < FEW;
  }

  /**
   * Whether both name persons up front and none of the same, and neither knows the persons of the
   * other: what they share may still be a body that many stories name, such as a labour office.
   */
  boolean otherPersons() {
    return coreClash(PERSON) > 0 && mainPerson() == -1 && storyMainPerson() == -1;
  }

  private double fullNames() {
    double both = (double) dot[PHRASE] + dot[PERSON];
    double square = (double) article.square[PHRASE] + article.square[PERSON];
    double storySquare = (double) story.square[PHRASE] + story.square[PERSON];
    return both == 0 ? 0 : both / (Math.sqrt(square) * Math.sqrt(storySquare));
  }

  /** The cosine of what stands in the headline and first sentences of both. */
  double core() {
    return cosine(coreDot, article.coreSquare, story.coreSquare);
  }

  /** The same of the names alone. */
  double coreNamesAlike() {
    return cosine(coreNameDot, article.coreNameSquare, story.coreNameSquare);
  }

  private static double cosine(long dot, long square, long other) {
    return dot == 0 ? 0 : dot / (Math.sqrt((double) square) * Math.sqrt((double) other));
  }

  /** How many names stand in the headline or first sentences of both. */
  int coreNames() {
    return coreNames;
  }

  /** How many terms of a kind both have. */
  int shared(int kind) {
    return shared[kind];
  }

  /** 1 if both have terms of a kind and share none, -1 if they share some, else 0. */
  double clash(int kind) {
    return shared[kind] > 0 ? -1 : article.square[kind] > 0 && story.square[kind] > 0 ? 1 : 0;
  }

  /** The same for the headline and first sentences. */
  double coreClash(int kind) {
    return coreShared[kind] ? -1 : article.core[kind] && story.core[kind] ? 1 : 0;
  }

  /** Days between the days that either speaks of most; -1 where one of them speaks of none. */
  int daysApart() {
    return article.dayWeight == 0 || story.dayWeight == 0 ? -1 : Math.abs(article.day - story.day);
  }

  /**
   * Whether the story knows the person whom the article names most: 1 if so, below 0 if it knows
   * lesser ones only, -1 if none of those that the article names, 0 where either names none.
   */
  double mainPerson() {
    return article.person.known(story.person);
  }

  double storyMainPerson() {
    return story.person.known(article.person);
  }

  double mainCity() {
    return article.city.known(story.city);
  }

  double storyMainCity() {
    return story.city.known(article.city);
  }

  double headlineInStory() {
    return article.head.found(0);
  }

  double storyHeadlineInArticle() {
    return story.head.found(0);
  }

  double leadInStory() {
    return article.lead.found(0);
  }

  double storyLeadInArticle() {
    return story.lead.found(0);
  }

  /** Share of the names in the article's headline that the story has; a half if there are none. */
  double headlineNamesInStory() {
    return article.headNames.found(0.5);
  }

  double storyHeadlineNamesInArticle() {
    return story.headNames.found(0.5);
  }

  /** The same of the headline and first sentences. */
  double leadNamesInStory() {
    return article.leadNames.found(0.5);
  }

  double storyLeadNamesInArticle() {
    return story.leadNames.found(0.5);
  }

  /**
   * How much the article's heaviest name in headline and first sentences that the story does not
   * have weighs, against its heaviest term of all.
   */
  double missing() {
    return article.missing();
  }

  double storyMissing() {
    return story.missing();
  }

  /** Share, by weight, of the article's weightiest terms that the story has. */
  double topInStory() {
    return article.top(TOP, false);
  }

  double storyTopInArticle() {
    return story.top(TOP, false);
  }

  /** The same of the weightiest names alone; -1 where there are none. */
  double topNamesInStory() {
    return article.top(TOP_NAMES, true);
  }

  double storyTopNamesInArticle() {
    return story.top(TOP_NAMES, true);
  }

  private void both(int kind, byte marks, byte story, long product) {
    if ((marks & CORE) != 0 && (story & CORE) != 0) {
      coreDot += product;
      coreNameDot += NAMED[kind] ? product : 0;
      coreNames += ((marks | story) & (Marks.NAME | Marks.PHRASE)) != 0 ? 1 : 0;
      coreShared[kind] = true;
    }
    dot[ALL] += product;
    dot[kind] += product;
    shared[ALL]++;
    shared[kind]++;
  }

  /** Whether a term names a person, a body, a thing or a town. */
  static boolean named(byte marks) {
    return NAMED[kind(marks)];
  }

  private static boolean[] named() {
    boolean[] out = new boolean[KINDS];
    for (int kind : new int[] {NAME, PHRASE, PERSON, CITY}) {
      out[kind] = true;
    }
    return out;
  }

  private static int kind(byte marks) {
    if (Marks.has(marks, Marks.NUMBER)) {
      return numbered(marks);
    }
    if (Marks.has(marks, Marks.PLACE)) {
      return Marks.has(marks, Marks.DAY) ? RECURRING : CITY;
    }
    if (Marks.has(marks, Marks.DAY)) {
      return DAY;
    }
    if (Marks.has(marks, Marks.PERSON)) {
      return PERSON;
    }
    if (Marks.has(marks, Marks.PHRASE)) {
      return PHRASE;
    }
    return Marks.has(marks, Marks.NAME) ? NAME : WORD;
  }

  private static int numbered(byte marks) {
    if (Marks.has(marks, Marks.DAY)) {
      return YEAR;
    }
    if (Marks.has(marks, Marks.PLACE)) {
      return REGION;
    }
    return Marks.has(marks, Marks.PERSON) ? AGE : NUMBER;
  }

  private static boolean isName(byte marks) {
    return (marks & NAMES) != 0 && (marks & (Marks.NUMBER | Marks.PLACE)) == 0;
  }

  /** What there is of a kind on one side, and how much of it the other has, by weight. */
  private static final class Share {
    private long all;
    private long found;

    void see(int weight, boolean known) {
      all += weight;
      found += known ? weight : 0;
    }

    /** The share that is found, or what is said where there is nothing to find. */
    double found(double ofNothing) {
      return all == 0 ? ofNothing : (double) found / all;
    }
  }

  /** One of the two, and what the other has of it. */
  private static final class Side {
    final Story of;
    final boolean[] found;
    final long[] square = new long[KINDS];
    final boolean[] core = new boolean[KINDS];
    final Share head = new Share();
    final Share lead = new Share();
    final Share headNames = new Share();
    final Share leadNames = new Share();
    final Main person = new Main();
    final Main city = new Main();
    long coreSquare;
    long coreNameSquare;
    int fullNames;
    int day;
    int dayWeight;
    private int heaviest;
    private int heaviestMissing;

    Side(Story of) {
      this.of = of;
      this.found = new boolean[of.terms.length];
    }

    void see(int i, int kind, boolean known) {
      byte marks = of.marks[i];
      int weight = of.weights[i];
      long square = (long) weight * weight;
      found[i] = known;
      this.square[ALL] += square;
      this.square[kind] += square;
      heaviest = Math.max(heaviest, weight);
      fullNames += kind == PHRASE || kind == PERSON ? 1 : 0;
      if ((marks & CORE) != 0) {
        coreSquare += square;
        core[kind] = true;
        if (NAMED[kind]) {
          named(marks, weight, square, known);
        }
      }
      if (Marks.has(marks, Marks.HEAD)) {
        head.see(weight, known);
      }
      if (Marks.has(marks, Marks.LEAD)) {
        lead.see(weight, known);
      }
      if (kind == PERSON) {
        person.see(weight, known);
      } else if (kind == CITY) {
        city.see(weight, known);
      } else if (kind == DAY && weight > dayWeight) {
        dayWeight = weight;
        day = TermIds.day(of.terms[i]);
      }
    }

    /** A name in the headline or first sentences. */
    private void named(byte marks, int weight, long square, boolean known) {
      coreNameSquare += square;
      leadNames.see(weight, known);
      if (Marks.has(marks, Marks.HEAD)) {
        headNames.see(weight, known);
      }
      if (!known) {
        heaviestMissing = Math.max(heaviestMissing, weight);
      }
    }

    double missing() {
      return heaviest == 0 ? 0 : (double) heaviestMissing / heaviest;
    }

    /** Share of the weightiest that are found; of equal weights, all count or none. */
    double top(int most, boolean names) {
      int[] best = new int[most];
      for (int i = 0; i < of.weights.length; i++) {
        if (names && !isName(of.marks[i])) {
          continue;
        }
        // Most are no match for the best so far.
        for (int k = 0, x = of.weights[i]; x > best[most - 1] && k < most; k++) {
          if (x > best[k]) {
            int y = best[k];
            best[k] = x;
            x = y;
          }
        }
      }
      int least = best[most - 1];
      Share share = new Share();
      for (int i = 0; i < of.weights.length; i++) {
        if (of.weights[i] >= least && (!names || isName(of.marks[i]))) {
          share.see(of.weights[i], found[i]);
        }
      }
      return share.found(-1);
    }
  }

  /** The weightiest term of a kind on one side. */
  private static final class Main {
    private int most;
    private boolean found;
    private int mostFound;

    void see(int weight, boolean known) {
      if (weight > most || weight == most && known) {
        most = weight;
        found = known;
      }
      if (known) {
        mostFound = Math.max(mostFound, weight);
      }
    }

    /** 1 if the other side knows it, less if it knows only lesser ones, -1 if none; else 0. */
    double known(Main other) {
      if (most == 0 || other.most == 0) {
        return 0;
      }
      return found ? 1 : mostFound == 0 ? -1 : (double) mostFound / most - 1;
    }
  }
}
