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
  static final int INCIDENT = 12;
  static final int KINDS = 13;
  static final byte CORE = Marks.HEAD | Marks.LEAD;

  /** From so many full names on, it tells something that none is shared. */
  private static final int SEVERAL = 2;

  /** How alike the names up front are of one place of an incident: of two names, of more. */
  private static final double FEW_ALIKE = 0.3;

  private static final double MORE_ALIKE = 0.18;

  private static final double FEW = 0.1;
  private static final double FEW_WORDS = 0.3;
  private static final double FEW_BESIDE_OTHER_PERSONS = 0.25;

  /** An article of no more terms is a snap, a headline or so. */
  private static final int SNAP = 20;

  /** So much of a snap's plain words the other must have. */
  private static final double SAME_HAPPENING = 0.5;

  /** Snaps in words so alike, that name nobody else, may be of one happening. */
  private static final double SAME_WORDS = 0.2;

  private static final byte NAMES = Marks.NAME | Marks.PHRASE | Marks.PERSON;

  /** By kind: whether it names a person, a body, a thing or a town. */
  private static final boolean[] NAMED = named();

  /** By marks: the kind. */
  private static final byte[] KIND = kinds();

  /** In days. */
  private static final long WINDOW = Window.STANDARD.matchable().toDays();

  /** Square sum of an article's weights. */
  private static final double UNIT = 1e6;

  private final Side article;
  private final Side story;
  private final long[] dot = new long[KINDS];
  private final int[] shared = new int[KINDS];
  private int coreShared;
  private long coreDot;
  private long coreNameDot;
  private int coreNames;

  /**
   * @param terms that both have: the place in the one in the upper half, in the other in the lower
   * @param smaller whether the one is what may join the other
   */
  Overlap(Story one, Story other, int[] terms, boolean smaller) {
    Story two = other;
    Side a = new Side(one);
    Side b = new Side(other);
    for (int pair : terms) {
      int i = pair >>> 16;
      int j = pair & 0xffff;
      // What either side knows as a name is one for both.
      int kind = kind((byte) (one.marks[i] | other.marks[j]));
      a.shares(i, kind, two, j);
      b.shares(j, kind, one, i);
      both(kind, one.marks[i], other.marks[j], (long) one.weights[i] * other.weights[j]);
    }
    article = smaller ? a : b;
    story = smaller ? b : a;
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
   * Whether a snap tells of something else: another thing happens in it, in other words, and it
   * gives no full name that the other has. A town and a figure or two are shared by much.
   */
  boolean otherSnap() {
    Side snap = article.isSnap() ? article : story;
    return snap.isSnap()
        && shared[PHRASE] + shared[PERSON] == 0
        && share(snap.wordsFound, snap.own.words, 1) < SAME_HAPPENING
        && (cosine(WORD) < SAME_WORDS || clash(PERSON) > 0 || clash(PHRASE) > 0);
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
    return cosine(coreDot, article.own.coreSquare, story.own.coreSquare);
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

  /**
   * Whether both open with an incident of one class, on one day as far as they tell, and with the
   * same names, of its place most of all: two who report it first, each from the spot, share little
   * more. They need not name the same witnesses, and each may call it by another town nearby.
   */
  boolean sameIncident() {
    return shared[INCIDENT] > 0
        && daysApart() <= 1
        && (coreNames >= 2 && coreNamesAlike() >= FEW_ALIKE
            || coreNames >= 3 && coreNamesAlike() >= MORE_ALIKE)
        && coreClash(PERSON) <= 0;
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
    int bit = 1 << kind;
    return (coreShared & bit) != 0 ? -1 : (article.core & story.core & bit) != 0 ? 1 : 0;
  }

  /** Days between the days that either speaks of most; -1 where one of them speaks of none. */
  int daysApart() {
    Inventory a = article.own;
    Inventory b = story.own;
    return a.dayWeight == 0 || b.dayWeight == 0 ? -1 : Math.abs(a.day - b.day);
  }

  /**
   * Whether the story knows the person whom the article names most: 1 if so, below 0 if it knows
   * lesser ones only, -1 if none of those that the article names, 0 where either names none.
   */
  double mainPerson() {
    return known(article.person, article.personFound, story.person);
  }

  /** 1 if the other side has the weightiest, less if only lesser ones, -1 if none; else 0. */
  private static double known(int most, int mostFound, int others) {
    if (most == 0 || others == 0) {
      return 0;
    }
    return mostFound == 0 ? -1 : (double) mostFound / most - (mostFound == most ? 0 : 1);
  }

  double storyMainPerson() {
    return known(story.person, story.personFound, article.person);
  }

  double mainCity() {
    return known(article.own.city, article.cityFound, story.own.city);
  }

  double storyMainCity() {
    return known(story.own.city, story.cityFound, article.own.city);
  }

  double headlineInStory() {
    return share(article.headFound, article.own.head, 0);
  }

  private static double share(long found, long all, double ofNothing) {
    return all == 0 ? ofNothing : (double) found / all;
  }

  double storyHeadlineInArticle() {
    return share(story.headFound, story.own.head, 0);
  }

  double leadInStory() {
    return share(article.leadFound, article.own.lead, 0);
  }

  double storyLeadInArticle() {
    return share(story.leadFound, story.own.lead, 0);
  }

  /** Share of the names in the article's headline that the story has; a half if there are none. */
  double headlineNamesInStory() {
    return share(article.headNamesFound, article.headNames, 0.5);
  }

  double storyHeadlineNamesInArticle() {
    return share(story.headNamesFound, story.headNames, 0.5);
  }

  /** The same of the headline and first sentences. */
  double leadNamesInStory() {
    return share(article.leadNamesFound, article.leadNames, 0.5);
  }

  double storyLeadNamesInArticle() {
    return share(story.leadNamesFound, story.leadNames, 0.5);
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

  /**
   * The same where a name that the story has, but dwells on less, is missing in part: it may only
   * look back on whom the article is about.
   */
  double lacking() {
    return article.lacking();
  }

  double storyLacking() {
    return story.lacking();
  }

  /**
   * Share of the pairs of an article of the one and an article of the other that were written
   * longer apart than stories are found by likeness, as far as their texts tell. A text that does
   * not tell is as old as its time says.
   */
  double writtenApart() {
    double a = old(article.of);
    double b = old(story.of);
    double both = oldDaysApart() > WINDOW ? a * b : 0;
    return a * (1 - b) + b * (1 - a) + both;
  }

  /** The share of those that were both written long before they came, and at one time. */
  double writtenTogether() {
    return oldDaysApart() > WINDOW ? 0 : old(article.of) * old(story.of);
  }

  private static double old(Story s) {
    return s.articles == 0 ? 0 : Math.min(1, (double) s.old / s.articles);
  }

  private int oldDaysApart() {
    Story a = article.of;
    Story b = story.of;
    return Math.max(0, Math.max(a.oldFirst - b.oldLast, b.oldFirst - a.oldLast));
  }

  /** Share, by weight, of the article's weightiest terms that the story has. */
  double topInStory() {
    return share(article.topFound, article.own.top, -1);
  }

  double storyTopInArticle() {
    return share(story.topFound, story.own.top, -1);
  }

  /** The same of the weightiest names alone; -1 where there are none. */
  double topNamesInStory() {
    return share(article.topNamesFound, article.own.topNames, -1);
  }

  double storyTopNamesInArticle() {
    return share(story.topNamesFound, story.own.topNames, -1);
  }

  private void both(int kind, byte marks, byte story, long product) {
    if ((marks & CORE) != 0 && (story & CORE) != 0) {
      coreDot += product;
      coreNameDot += NAMED[kind] ? product : 0;
      coreNames += ((marks | story) & (Marks.NAME | Marks.PHRASE)) != 0 ? 1 : 0;
      coreShared |= 1 << kind;
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

  static int kind(byte marks) {
    return KIND[marks & 0xff];
  }

  static boolean named(int kind) {
    return NAMED[kind];
  }

  private static byte[] kinds() {
    byte[] out = new byte[256];
    for (int marks = 0; marks < out.length; marks++) {
      out[marks] = (byte) kindOf((byte) marks);
    }
    return out;
  }

  private static int kindOf(byte marks) {
    if (Marks.has(marks, Marks.NUMBER)) {
      return numbered(marks);
    }
    if (Marks.has(marks, Marks.PLACE)) {
      return Marks.has(marks, Marks.DAY) ? RECURRING : CITY;
    }
    if (Marks.has(marks, Marks.DAY)) {
      return Marks.has(marks, Marks.PERSON) ? INCIDENT : DAY;
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

  static boolean isName(byte marks) {
    return (marks & NAMES) != 0 && (marks & (Marks.NUMBER | Marks.PLACE)) == 0;
  }

  /** One of the two: what it has, and how much of it the other has, too. */
  private static final class Side {
    final Story of;
    final Inventory own;
    long[] square;
    long headNames;
    long leadNames;
    long coreNameSquare;
    int core;
    int fullNames;
    int person;
    int personFound;
    int cityFound;
    long headFound;
    long leadFound;
    long headNamesFound;
    double shortfall;
    long leadNamesFound;
    long topFound;
    long topNamesFound;
    long wordsFound;
    private final long[] found;

    Side(Story of) {
      this.of = of;
      own = of.inventory();
      square = own.square;
      headNames = own.headNames;
      leadNames = own.leadNames;
      coreNameSquare = own.coreNameSquare;
      core = own.core;
      fullNames = own.fullNames;
      person = own.person;
      found = new long[(of.terms.length >> 6) + 1];
    }

    /** A term that the other has, too, and what it is between the two. */
    void shares(int i, int kind, Story other, int j) {
      byte marks = of.marks[i];
      int weight = of.weights[i];
      boolean head = Marks.has(marks, Marks.HEAD);
      int before = kind(marks);
      if (before != kind) {
        risen(marks, weight, before, kind);
      }
      found[i >> 6] |= 1L << i;
      headFound += head ? weight : 0;
      leadFound += Marks.has(marks, Marks.LEAD) ? weight : 0;
      if (NAMED[kind] && (marks & CORE) != 0) {
        leadNamesFound += weight;
        headNamesFound += head ? weight : 0;
        shortfall = Math.max(shortfall, weight - (double) other.weights[j] * of.mass / other.mass);
      }
      if (kind == PERSON) {
        person = Math.max(person, weight);
        personFound = Math.max(personFound, weight);
      } else if (kind == CITY) {
        cityFound = Math.max(cityFound, weight);
      }
      wordsFound += before == WORD ? weight : 0;
      topFound += weight >= own.topLeast ? weight : 0;
      topNamesFound += weight >= own.topNamesLeast && isName(marks) ? weight : 0;
    }

    /** The other side knows as a name what is a word here, or as a person what is a phrase here. */
    private void risen(byte marks, int weight, int before, int kind) {
      long s = (long) weight * weight;
      square = square == own.square ? square.clone() : square;
      square[before] -= s;
      square[kind] += s;
      fullNames += Inventory.full(kind) - Inventory.full(before);
      if ((marks & CORE) != 0) {
        core |= 1 << kind;
        int named = (NAMED[kind] ? 1 : 0) - (NAMED[before] ? 1 : 0);
        coreNameSquare += named * s;
        leadNames += (long) named * weight;
        headNames += Marks.has(marks, Marks.HEAD) ? (long) named * weight : 0;
      }
    }

    boolean isSnap() {
      return of.articles == 1 && own.terms <= SNAP;
    }

    double lacking() {
      return own.heaviest == 0 ? 0 : Math.max(missing(), shortfall / own.heaviest);
    }

    double missing() {
      return own.heaviest == 0 ? 0 : (double) own.heaviestMissing(of, found) / own.heaviest;
    }
  }
}
