package news.slugline.grouping;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How likely it is that an article belongs to a story: boosted trees over what the two share, where
 * they clash, and how the story compares with the other stories that are near. The trees are the
 * resource {@code likeness.tsv}, made by the trainer in the tests. Sums run in a fixed order.
 */
final class Likeness {
  /**
   * Names of the features, in the order of {@link #features}, with what a larger value may do to
   * the likeness: {@code +} never lower it, {@code -} never raise it, {@code 0} either; {@code >}
   * raise it alone and {@code <} lower it alone, by what is told beside all else.
   */
  static final List<String> FEATURES =
      List.of(
          "+all",
          "+words",
          "+names",
          "+phrases",
          "+persons",
          "+numbers",
          "+ages",
          "+days",
          "+years",
          "+headline in story",
          "+story headline in article",
          "+lead in story",
          "+story lead in article",
          "+top in story",
          "+story top in article",
          "+cohesion",
          "+names cohesion",
          "+fit",
          "+core",
          "+top names in story",
          "+story top names in article",
          "+main person in story",
          "+story main person in article",
          "+main city in story",
          "+story main city in article",
          "+core names",
          "+core names alike",
          "+headline names in story",
          "+story headline names in article",
          "+lead names in story",
          "+story lead names in article",
          "-missing",
          "-story missing",
          "-lacking",
          "-story lacking",
          "<written apart",
          ">written together",
          "+telling in other",
          "+telling names in other",
          "+names shared",
          "+phrases shared",
          "+persons shared",
          "-names clash",
          "-phrases clash",
          "-persons clash",
          "-ages clash",
          "-days clash",
          "-years clash",
          "-numbers clash",
          "-core numbers clash",
          "-city clash",
          "-region clash",
          "-core persons clash",
          "-core city clash",
          "-core region clash",
          "-days apart",
          "-gap",
          "0size",
          "0size of smaller",
          "0span",
          "0terms",
          "+all ahead",
          "+names ahead",
          "+core ahead",
          "+lead names ahead",
          "+telling ahead",
          "+incident");

  private static final int ALL = 0;
  private static final int WORDS = 1;
  private static final int NAMES = 2;
  private static final int CORE = 18;
  private static final int LEAD_NAMES = FEATURES.indexOf("+lead names in story");
  private static final int TELLING = FEATURES.indexOf("+telling in other");
  private static final int INCIDENT = FEATURES.indexOf("+incident");
  private static final int AHEAD = FEATURES.indexOf("+all ahead");
  private static final double HOUR = 3_600_000.0;

  /** First reports of one incident come within so many hours, and from so much likeness on. */
  private static final double SAME_INCIDENT = 24;

  private static final double LIKELY = 0.3;

  /** Copy of a kind that comes every day is of one story only within so many hours. */
  private static final double SAME_ISSUE = 12;

  /** Stories that are known to tell the same event are compared as if so many hours lay between. */
  private static final double KNOWN_EVENT = 72;

  /** The same names in another matter are not the same event: so much must the words share. */
  private static final double SAME_MATTER = 0.15;

  /** What is found by its event must be surer than what is found by likeness. */
  private static final double SAME_EVENT = 0.9;

  /** The same two for what shares a name and a day. */
  private static final double SAME_MATTER_THAT_DAY = 0.05;

  private static final double SAME_EVENT_THAT_DAY = 0.8;

  /** So many of the candidates, those with the most in common, are looked at closely. */
  private static final int CLOSELY = 8;

  /** From so many articles on a story has names that no single article gives. */
  private static final int KNOWN_BY_MANY = 10;

  /** A long story in other words than the article's is no copy of one form. */
  private static final double SAME_FORM = 0.1;

  /** The same for a story of few; two takes of one event that name others are told in own words. */
  private static final double SAME_WORDS = 0.15;

  /** Who names other persons must have so much of what tells a story from those near it. */
  private static final double FEW_TELLING_NAMES = 0.12;

  private final Trees trees;
  private final Thresholds thresholds;
  private final double margin;

  Likeness(Trees trees, Thresholds thresholds, double margin) {
    this.trees = trees;
    this.thresholds = thresholds;
    this.margin = margin;
  }

  static Likeness load() {
    return of(Trees.load("likeness.tsv", FEATURES));
  }

  /** From the lines of such a file. */
  static Likeness of(List<String> lines) {
    return of(Trees.parse(lines, FEATURES));
  }

  private static Likeness of(Trees trees) {
    Thresholds thresholds =
        new Thresholds(
            trees.setting("first"),
            trees.setting("later"),
            trees.setting("merge"),
            trees.setting("merge-later"));
    return new Likeness(trees, thresholds, trees.setting("margin"));
  }

  Thresholds thresholds() {
    return thresholds;
  }

  /** By so much the best story must lead the second. */
  double margin() {
    return margin;
  }

  /** A story near an article. */
  record Near(Story story, double[] features, double score) {}

  /** The stories nearest to one, nearest first; ties: the one changed last. */
  List<Near> nearest(Story story, List<Story> candidates) {
    return scored(closely(story, candidates, Double.MAX_VALUE));
  }

  /**
   * Of stories that share an event's names, however old, those that do tell the same event.
   *
   * @param dated the ids of those that share a name and a day of the calendar, which say more than
   *     names alone: the same persons come back in other matters
   */
  List<Near> sameEvent(Story story, List<Story> candidates, Set<String> dated) {
    List<Near> scored = scored(closely(story, candidates, KNOWN_EVENT));
    scored.removeIf(
        n -> {
          boolean byDay = dated.contains(n.story().id);
          return n.features()[WORDS] < (byDay ? SAME_MATTER_THAT_DAY : SAME_MATTER)
              || n.score() < (byDay ? SAME_EVENT_THAT_DAY : SAME_EVENT);
        });
    return scored;
  }

  private List<Near> scored(List<Near> near) {
    List<Near> out = new ArrayList<>();
    for (Near n : near) {
      out.add(new Near(n.story(), n.features(), trees.score(n.features())));
    }
    if (out.stream().noneMatch(n -> n.score() >= thresholds.join(n.story().articles))) {
      out.replaceAll(this::byIncident);
    }
    out.sort(
        (x, y) ->
            x.score() != y.score()
                ? Double.compare(y.score(), x.score())
                : Long.compare(y.story().seq, x.story().seq));
    return out;
  }

  /** What nothing else is likely enough for may be another's first report of the same incident. */
  private Near byIncident(Near n) {
    boolean one = n.features()[INCIDENT] > 0 && n.score() >= LIKELY;
    return one ? new Near(n.story(), n.features(), thresholds.first()) : n;
  }

  /**
   * The candidates that are looked at closely, with their features.
   *
   * @param mostHours a longer gap counts as one of so many hours
   */
  static List<Near> closely(Story story, List<Story> candidates, double mostHours) {
    List<Near> near = new ArrayList<>(CLOSELY);
    Telling telling = new Telling(story, candidates);
    for (int at : mostAlikeFirst(candidates, telling)) {
      Story other = candidates.get(at);
      double[] x = features(story, other, telling, at, mostHours);
      if (x.length > 0) {
        near.add(new Near(other, x, 0));
      }
      if (near.size() == CLOSELY) {
        break;
      }
    }
    ahead(near, ALL, AHEAD);
    ahead(near, NAMES, AHEAD + 1);
    ahead(near, CORE, AHEAD + 2);
    ahead(near, LEAD_NAMES, AHEAD + 3);
    ahead(near, TELLING, AHEAD + 4);
    return near;
  }

  /** Places of the candidates by the cosine of all terms; ties: the one changed last. */
  private static List<Integer> mostAlikeFirst(List<Story> candidates, Telling telling) {
    List<Integer> places = new ArrayList<>(candidates.size());
    for (int i = 0; i < candidates.size(); i++) {
      places.add(i);
    }
    places.sort(
        (x, y) ->
            telling.cosine(x) != telling.cosine(y)
                ? Double.compare(telling.cosine(y), telling.cosine(x))
                : Long.compare(candidates.get(y).seq, candidates.get(x).seq));
    return places;
  }

  /** How far each leads the best of the others. */
  private static void ahead(List<Near> near, int feature, int into) {
    double first = 0;
    double second = 0;
    for (Near n : near) {
      double x = n.features()[feature];
      if (x > first) {
        second = first;
        first = x;
      } else if (x > second) {
        second = x;
      }
    }
    for (Near n : near) {
      double x = n.features()[feature];
      n.features()[into] = x - (x == first ? second : first);
    }
  }

  /** How far, in milliseconds, the spans of two stories are apart. */
  static long gap(Story a, Story b) {
    return Math.max(0, Math.max(a.first - b.last, b.first - a.last));
  }

  private static boolean smaller(Story a, Story b) {
    return a.articles != b.articles ? a.articles < b.articles : a.first >= b.first;
  }

  /**
   * Whether an article is not about the story because it names others in the story's words: copy
   * made from one form. What is told in other words is left to the trees. A long story has names
   * that no single article gives; in a short one the persons up front count whatever the words.
   */
  private static boolean strangers(Overlap o, Story story, Telling.Found told) {
    if (story.articles >= KNOWN_BY_MANY) {
      return o.cosine(Overlap.WORD) >= SAME_FORM && o.strangers();
    }
    return o.strangers() && o.cosine(Overlap.WORD) >= SAME_WORDS
        || o.otherPersons() && told.names() < FEW_TELLING_NAMES;
  }

  /**
   * What the model looks at; the last ones depend on the other candidates. Nothing for what is
   * never of one story: strangers, a snap of something else, and two issues of recurring copy.
   */
  private static double[] features(
      Story one, Story other, Telling telling, int at, double mostHours) {
    boolean smaller = smaller(one, other);
    Story p = smaller ? one : other;
    Story s = smaller ? other : one;
    Overlap o = new Overlap(one, other, telling.shared(at), smaller);
    Telling.Found told = telling.in(at);
    double hours = gap(p, s) / HOUR;
    boolean incident = hours <= SAME_INCIDENT && o.sameIncident();
    if (!incident && strangers(o, s, told)
        || o.otherSnap()
        || o.shared(Overlap.RECURRING) > 0 && hours > SAME_ISSUE) {
      return new double[0];
    }
    boolean known = hours > mostHours;
    int apart = known ? -1 : o.daysApart();
    hours = Math.min(hours, mostHours);
    return new double[] {
      o.cosine(Overlap.ALL),
      o.cosine(Overlap.WORD),
      o.cosine(Overlap.NAME),
      o.cosine(Overlap.PHRASE),
      o.cosine(Overlap.PERSON),
      o.cosine(Overlap.NUMBER),
      o.cosine(Overlap.AGE),
      o.cosine(Overlap.DAY),
      o.cosine(Overlap.YEAR),
      o.headlineInStory(),
      o.storyHeadlineInArticle(),
      o.leadInStory(),
      o.storyLeadInArticle(),
      o.topInStory(),
      o.storyTopInArticle(),
      o.cohesion(false),
      o.cohesion(true),
      o.fit(),
      o.core(),
      o.topNamesInStory(),
      o.storyTopNamesInArticle(),
      o.mainPerson(),
      o.storyMainPerson(),
      o.mainCity(),
      o.storyMainCity(),
      o.coreNames(),
      o.coreNamesAlike(),
      o.headlineNamesInStory(),
      o.storyHeadlineNamesInArticle(),
      o.leadNamesInStory(),
      o.storyLeadNamesInArticle(),
      o.missing(),
      o.storyMissing(),
      o.lacking(),
      o.storyLacking(),
      known ? 0 : o.writtenApart(),
      o.writtenTogether(),
      told.all(),
      told.names(),
      o.shared(Overlap.NAME),
      o.shared(Overlap.PHRASE),
      o.shared(Overlap.PERSON),
      o.clash(Overlap.NAME),
      o.clash(Overlap.PHRASE),
      o.clash(Overlap.PERSON),
      o.clash(Overlap.AGE),
      o.clash(Overlap.DAY),
      o.clash(Overlap.YEAR),
      o.clash(Overlap.NUMBER),
      o.coreClash(Overlap.NUMBER),
      o.clash(Overlap.CITY),
      o.clash(Overlap.REGION),
      o.coreClash(Overlap.PERSON),
      o.coreClash(Overlap.CITY),
      o.coreClash(Overlap.REGION),
      apart < 0 ? -1 : StrictMath.log(1 + apart),
      StrictMath.log(1 + hours),
      s.articles,
      p.articles,
      StrictMath.log(1 + (s.last - s.first) / HOUR),
      p.inventory().terms,
      0,
      0,
      0,
      0,
      0,
      incident ? 1 : 0
    };
  }
}
