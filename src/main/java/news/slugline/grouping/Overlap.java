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

  /** Square sum of an article's weights. */
  private static final double UNIT = 1e6;

  private final int mass;
  private final int storyMass;
  private final long[] dot = new long[KINDS];
  private final long[] ours = new long[KINDS];
  private final long[] theirs = new long[KINDS];
  private final int[] shared = new int[KINDS];
  private final boolean[] coreOurs = new boolean[KINDS];
  private final boolean[] coreTheirs = new boolean[KINDS];
  private final boolean[] coreShared = new boolean[KINDS];
  private long coreDot;
  private long coreSquare;
  private long storyCoreSquare;
  private int coreNames;
  private int names;
  private int storyNames;
  private long headShared;
  private long head;
  private long storyHeadShared;
  private long storyHead;
  private long leadShared;
  private long lead;
  private long storyLeadShared;
  private long storyLead;
  private final Main person = new Main();
  private final Main storyPerson = new Main();
  private final Main city = new Main();
  private final Main storyCity = new Main();
  private int day;
  private int dayWeight;
  private int storyDay;
  private int storyDayWeight;
  private final double topInStory;
  private final double storyTopInArticle;
  private final double topNamesInStory;
  private final double storyTopNamesInArticle;

  Overlap(Story p, Story s) {
    mass = p.mass;
    storyMass = s.mass;
    int[] at = p.terms;
    int[] st = s.terms;
    boolean[] inStory = new boolean[at.length];
    boolean[] inArticle = new boolean[st.length];
    int i = 0;
    int j = 0;
    while (i < at.length || j < st.length) {
      int c = i == at.length ? 1 : j == st.length ? -1 : Integer.compare(at[i], st[j]);
      if (c < 0) {
        article(at[i], p.marks[i], kind(p.marks[i]), p.weights[i], false);
        i++;
      } else if (c > 0) {
        story(st[j], s.marks[j], kind(s.marks[j]), s.weights[j], false);
        j++;
      } else {
        // What either side knows as a name is one for both.
        int kind = kind((byte) (p.marks[i] | s.marks[j]));
        article(at[i], p.marks[i], kind, p.weights[i], true);
        story(st[j], s.marks[j], kind, s.weights[j], true);
        both(kind, p.marks[i], s.marks[j], (long) p.weights[i] * s.weights[j]);
        inStory[i++] = true;
        inArticle[j++] = true;
      }
    }
    topInStory = top(p.weights, p.marks, inStory, TOP, false);
    storyTopInArticle = top(s.weights, s.marks, inArticle, TOP, false);
    topNamesInStory = top(p.weights, p.marks, inStory, TOP_NAMES, true);
    storyTopNamesInArticle = top(s.weights, s.marks, inArticle, TOP_NAMES, true);
  }

  /** The cosine of all terms of two stories, and nothing else of them. */
  static double cosine(Story a, Story b) {
    long dot = 0;
    for (int i = 0, j = 0; i < a.terms.length && j < b.terms.length; ) {
      int x = a.terms[i];
      int y = b.terms[j];
      dot += x == y ? (long) a.weights[i] * b.weights[j] : 0;
      i += x <= y ? 1 : 0;
      j += y <= x ? 1 : 0;
    }
    return dot == 0 ? 0 : dot / (Math.sqrt((double) square(a)) * Math.sqrt((double) square(b)));
  }

  private static long square(Story s) {
    long square = 0;
    for (int w : s.weights) {
      square += (long) w * w;
    }
    return square;
  }

  double cosine(int kind) {
    if (dot[kind] == 0) {
      return 0;
    }
    return dot[kind] / (Math.sqrt((double) ours[kind]) * Math.sqrt((double) theirs[kind]));
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
      square += theirs[k];
    }
    return square == 0 ? 0 : Math.min(2, (double) d * storyMass / ((double) square * mass));
  }

  /** The same without the likeness of an article to itself; 0.7 for a story of one. */
  double fit() {
    double within = (theirs[ALL] / UNIT - storyMass) / ((double) storyMass * (storyMass - 1));
    if (storyMass < 2 || within <= 0.01) {
      return 0.7;
    }
    return Math.min(2, dot[ALL] / UNIT / ((double) storyMass * mass) / within);
  }

  /**
   * Whether both give names, full ones at that, and hardly any of the same: copy made from one
   * form, in the same words, about something else.
   */
  boolean strangers() {
    if (coreClash(PERSON) > 0 && cosine(NAME) < FEW_BESIDE_OTHER_PERSONS) {
      return true;
    }
    boolean several = names >= SEVERAL && storyNames >= SEVERAL;
    return several && cosine(NAME) < FEW_WORDS && fullNames() < FEW;
  }

  private double fullNames() {
    double both = (double) dot[PHRASE] + dot[PERSON];
    double square = (double) ours[PHRASE] + ours[PERSON];
    double storySquare = (double) theirs[PHRASE] + theirs[PERSON];
    return both == 0 ? 0 : both / (Math.sqrt(square) * Math.sqrt(storySquare));
  }

  /** The cosine of what stands in the headline and first sentences of both. */
  double core() {
    return coreDot == 0
        ? 0
        : coreDot / (Math.sqrt((double) coreSquare) * Math.sqrt((double) storyCoreSquare));
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
    return shared[kind] > 0 ? -1 : ours[kind] > 0 && theirs[kind] > 0 ? 1 : 0;
  }

  /** The same for the headline and first sentences. */
  double coreClash(int kind) {
    return coreShared[kind] ? -1 : coreOurs[kind] && coreTheirs[kind] ? 1 : 0;
  }

  /** Days between the days that either speaks of most; -1 where one of them speaks of none. */
  int daysApart() {
    return dayWeight == 0 || storyDayWeight == 0 ? -1 : Math.abs(day - storyDay);
  }

  /**
   * Whether the story knows the person whom the article names most: 1 if so, below 0 if it knows
   * lesser ones only, -1 if none of those that the article names, 0 where either names none.
   */
  double mainPerson() {
    return person.known(storyPerson);
  }

  double storyMainPerson() {
    return storyPerson.known(person);
  }

  double mainCity() {
    return city.known(storyCity);
  }

  double storyMainCity() {
    return storyCity.known(city);
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

  /** The same of the weightiest names alone; -1 where there are none. */
  double topNamesInStory() {
    return topNamesInStory;
  }

  double storyTopNamesInArticle() {
    return storyTopNamesInArticle;
  }

  private void article(int id, byte marks, int kind, int weight, boolean found) {
    long square = (long) weight * weight;
    ours[ALL] += square;
    ours[kind] += square;
    names += kind == PHRASE || kind == PERSON ? 1 : 0;
    if ((marks & CORE) != 0) {
      coreSquare += square;
      coreOurs[kind] = true;
    }
    if (Marks.has(marks, Marks.HEAD)) {
      head += weight;
      headShared += found ? weight : 0;
    }
    if (Marks.has(marks, Marks.LEAD)) {
      lead += weight;
      leadShared += found ? weight : 0;
    }
    if (kind == PERSON) {
      person.see(weight, found);
    } else if (kind == CITY) {
      city.see(weight, found);
    }
    if (kind == DAY && weight > dayWeight) {
      dayWeight = weight;
      day = TermIds.day(id);
    }
  }

  private void story(int id, byte marks, int kind, int weight, boolean found) {
    long square = (long) weight * weight;
    theirs[ALL] += square;
    theirs[kind] += square;
    storyNames += kind == PHRASE || kind == PERSON ? 1 : 0;
    if ((marks & CORE) != 0) {
      storyCoreSquare += square;
      coreTheirs[kind] = true;
    }
    if (Marks.has(marks, Marks.HEAD)) {
      storyHead += weight;
      storyHeadShared += found ? weight : 0;
    }
    if (Marks.has(marks, Marks.LEAD)) {
      storyLead += weight;
      storyLeadShared += found ? weight : 0;
    }
    if (kind == PERSON) {
      storyPerson.see(weight, found);
    } else if (kind == CITY) {
      storyCity.see(weight, found);
    }
    if (kind == DAY && weight > storyDayWeight) {
      storyDayWeight = weight;
      storyDay = TermIds.day(id);
    }
  }

  private void both(int kind, byte marks, byte story, long product) {
    if ((marks & CORE) != 0 && (story & CORE) != 0) {
      coreDot += product;
      coreNames += ((marks | story) & (Marks.NAME | Marks.PHRASE)) != 0 ? 1 : 0;
      coreShared[kind] = true;
    }
    dot[ALL] += product;
    dot[kind] += product;
    shared[ALL]++;
    shared[kind]++;
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

  /** Share of the weightiest that are found; of equal weights, all count or none. */
  private static double top(int[] weights, byte[] marks, boolean[] found, int most, boolean names) {
    int[] best = new int[most];
    for (int i = 0; i < weights.length; i++) {
      if (names && !isName(marks[i])) {
        continue;
      }
      for (int k = 0, x = weights[i]; k < most; k++) {
        if (x > best[k]) {
          int y = best[k];
          best[k] = x;
          x = y;
        }
      }
    }
    int least = best[most - 1];
    long all = 0;
    long hit = 0;
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] >= least && (!names || isName(marks[i]))) {
        all += weights[i];
        hit += found[i] ? weights[i] : 0;
      }
    }
    return all == 0 ? -1 : (double) hit / all;
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
