package news.slugline.story;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import news.slugline.claim.Claim;

/**
 * Whether two sentences of two articles tell of the same happening, and whether two articles are
 * about the same at all: two small logistic models over what they share. The same for (a, b) and
 * (b, a). Weights are a resource, made by {@code RetellingTrainer} in the tests. Remembers what it
 * looked at; one thread.
 */
final class Retelling {
  /** Above it, two sentences stand in one fact, each as a position of its own. */
  static final double SAME = 0.5;

  /**
   * And above it their origins may count together if they also say the same: of pairs of one story
   * that the model has not seen, four of five are right.
   */
  static final double SURELY = 0.65;

  /** Above it, two reports of one class of event may be of one event. */
  static final double ALIKE = 0.5;

  /** Below it, claims of the articles are kept apart even if their topic is the same. */
  static final double APART = 0.85;

  /** Below it, tolls of events of one class are. */
  static final double FAR_APART = 0.4;

  private static final String WEIGHTS = "retelling-weights.tsv";

  /** An article of fewer terms of weight says too little of its matter. */
  private static final int FEW = 12;

  /** Characters into an article from which on it makes no difference. */
  private static final double DEEP = 1_500;

  private static final int BEGIN = 4;

  /** Where among the features stands how many terms are shared. */
  private static final int SHARED = 4;

  /** What is known of a term of a sentence. */
  private static final int NAME = 1;

  private static final int NUMBER = 2;
  private static final int KEY = 4;
  private static final int LEAD = 8;

  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");

  private static final int SENTENCES = 1_024;
  private static final int SCENES = 512;
  private static final int SCENES_AT_WORK = 16;

  private final Wording wording;
  private final double[] told;
  private final double[] scene;

  private final Recent<Claim, Sentence> sentences;
  private final Recent<Scene, View> views;

  /** What two articles share: an article's sentences are held against the same others. */
  private final Recent<Scene, Map<Scene, double[]>> pairs =
      new Recent<>(SCENES_AT_WORK, IdentityHashMap::new);

  Retelling(Wording wording, Memory memory) {
    this(wording, Likeness.weights(WEIGHTS, "told"), Likeness.weights(WEIGHTS, "scene"), memory);
  }

  Retelling(Wording wording, double[] told, double[] scene, Memory memory) {
    this.sentences = memory.byObject(SENTENCES);
    this.views = memory.byObject(SCENES);
    this.wording = wording;
    this.told = told;
    this.scene = scene;
  }

  /**
   * How surely two sentences tell of one happening, 0 to 1; 0 if they have no term in common, as
   * the model was taught on sentences of articles that have much in common.
   */
  double same(Claim a, Scene x, Claim b, Scene y) {
    double[] features = toldFeatures(a, x, b, y);
    return features[SHARED] == 0 ? 0 : Likeness.logistic(told, features);
  }

  /** How surely two articles are about the same matter, 0 to 1; 1 if either says too little. */
  double oneMatter(Scene x, Scene y) {
    boolean unknown = x.key().size() < FEW || y.key().size() < FEW;
    return unknown ? 1 : Likeness.logistic(scene, sceneFeatures(x, y));
  }

  double[] toldFeatures(Claim a, Scene x, Claim b, Scene y) {
    View v = views.get(x, View::new);
    View w = views.get(y, View::new);
    Sentence p = sentences.get(a, c -> new Sentence(c, v));
    Sentence q = sentences.get(b, c -> new Sentence(c, w));
    int both = 0;
    int named = 0;
    int numbers = 0;
    int key = 0;
    int lead = 0;
    int own = 0;
    double wb = 0;
    int i = 0;
    int j = 0;
    while (i < p.ids.length && j < q.ids.length) {
      int order = Long.compare(p.ids[i], q.ids[j]);
      if (order == 0) {
        int one = p.marks[i] | q.marks[j];
        int each = p.marks[i] & q.marks[j];
        both++;
        wb += p.weights[i];
        named += (one & NAME) == 0 ? 0 : 1;
        numbers += (one & NUMBER) == 0 ? 0 : 1;
        key += (each & KEY) == 0 ? 0 : 1;
        lead += (each & LEAD) == 0 ? 0 : 1;
        own += (each & (KEY | LEAD)) == 0 ? 1 : 0;
      }
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    double wp = Math.max(1, p.weight);
    double wq = Math.max(1, q.weight);
    int mine = p.names.length - shared(p.names, q.ids);
    int others = q.names.length - shared(q.names, p.ids);
    boolean unknown = p.trigger.isEmpty() || q.trigger.isEmpty();
    boolean oneTrigger = p.trigger.equals(q.trigger);
    double[] alone = {
      1,
      2 * wb / (wp + wq),
      wb / Math.min(wp, wq),
      wb / Math.max(wp, wq),
      both / 5.0,
      Math.log(Math.max(wp, wq) / 2_000),
      Math.log(Math.min(wp, wq) / 2_000),
      named / 3.0,
      Math.min(mine, others) / 3.0,
      Math.max(mine, others) / 3.0,
      (both - named) / 4.0,
      numbers / 2.0,
      numbers == 0 && p.hasNumbers && q.hasNumbers ? 1 : 0,
      !unknown && oneTrigger ? 1 : 0,
      !unknown && !oneTrigger ? 1 : 0,
      key / 3.0,
      lead / 3.0,
      own / 3.0,
      depth(Math.min(a.span().start(), b.span().start())),
      depth(Math.max(a.span().start(), b.span().start())),
      beginnings(p, q) / 2.0
    };
    double[] events = events(p, q);
    double[] at = sceneFeatures(x, y);
    int before = alone.length + events.length;
    double[] out = Arrays.copyOf(alone, before + at.length - 1);
    System.arraycopy(events, 0, out, alone.length, events.length);
    System.arraycopy(at, 1, out, before, at.length - 1);
    return out;
  }

  /** Whether the sentences name events of the same classes. */
  private static double[] events(Sentence p, Sentence q) {
    int mine = p.classes.length;
    int others = q.classes.length;
    int classes = shared(p.classes, q.classes);
    return new double[] {
      Math.min(2, classes),
      clash(mine, others, classes),
      oneHas(mine, others),
      (mine + others - 2 * classes) / 3.0
    };
  }

  /** Whether both have some, and none in common. */
  private static double clash(int mine, int others, int shared) {
    return mine != 0 && others != 0 && shared == 0 ? 1 : 0;
  }

  private static double oneHas(int mine, int others) {
    return (mine == 0) == (others == 0) ? 0 : 1;
  }

  /** In how many ways terms begin that only one of the two has: "explode", "explosion". */
  private static int beginnings(Sentence p, Sentence q) {
    int n = 0;
    for (int i = 0; i < p.ids.length; i++) {
      n += p.begins[i] != 0 && isFirst(p, i, q) && begins(q, p.begins[i], p) ? 1 : 0;
    }
    return n;
  }

  /** Whether only this sentence has the term, and it is the first such one that begins so. */
  private static boolean isFirst(Sentence s, int i, Sentence other) {
    if (other.has(s.ids[i])) {
      return false;
    }
    for (int k = 0; k < i; k++) {
      if (s.begins[k] == s.begins[i] && !other.has(s.ids[k])) {
        return false;
      }
    }
    return true;
  }

  /** Whether a term that only this sentence has begins so. */
  private static boolean begins(Sentence s, int begin, Sentence other) {
    for (int i = 0; i < s.ids.length; i++) {
      if (s.begins[i] == begin && !other.has(s.ids[i])) {
        return true;
      }
    }
    return false;
  }

  /** How many numbers both have; each has its own in ascending order. */
  private static int shared(long[] a, long[] b) {
    int n = 0;
    int i = 0;
    int j = 0;
    while (i < a.length && j < b.length) {
      int order = Long.compare(a[i], b[j]);
      n += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return n;
  }

  /** How far into its article a sentence stands: what comes first is mostly the news itself. */
  private static double depth(int start) {
    return Math.min(1, start / DEEP);
  }

  /** What a sentence tells, as the model looks at it: its terms by number, ascending. */
  private final class Sentence {
    final long[] ids;
    final int[] weights;
    final byte[] marks;

    /** How each begins, by four letters; 0 for a shorter one. */
    final int[] begins;

    /** The terms of the names of who is in it. */
    final long[] names;

    /** Of all events that it names. */
    final long[] classes;

    final int weight;
    final boolean hasNumbers;
    final String trigger;

    Sentence(Claim c, View v) {
      TreeMap<Long, String> terms = new TreeMap<>();
      c.about().terms().forEach(t -> terms.put(TermBits.id(t), t));
      Set<String> named = new HashSet<>();
      c.about().participants().forEach(p -> named.addAll(wording.sequence(p.name())));
      ids = terms.keySet().stream().mapToLong(Long::longValue).toArray();
      weights = terms.values().stream().mapToInt(wording::weight).toArray();
      marks = new byte[ids.length];
      begins = new int[ids.length];
      int at = 0;
      int all = 0;
      for (String t : terms.values()) {
        int mark = named.contains(t) ? NAME : 0;
        mark |= Scene.isNumber(t) ? NUMBER : 0;
        mark |= v.key.contains(t) ? KEY : 0;
        mark |= v.lead.contains(t) ? LEAD : 0;
        all |= mark;
        marks[at] = (byte) mark;
        begins[at++] = t.length() < BEGIN ? 0 : t.substring(0, BEGIN).hashCode();
      }
      hasNumbers = (all & NUMBER) != 0;
      weight = Arrays.stream(weights).sum();
      names = ids(named);
      trigger = TopicKeys.trigger(c.about());
      List<String> events = c.about().classes();
      classes = ids(c.isTold() || trigger.isEmpty() ? events : List.of(c.about().trigger()));
    }

    boolean has(long id) {
      return Arrays.binarySearch(ids, id) >= 0;
    }
  }

  private static long[] ids(Collection<String> terms) {
    return terms.stream().mapToLong(TermBits::id).distinct().sorted().toArray();
  }

  double[] sceneFeatures(Scene x, Scene y) {
    return pairs.get(y, s -> new IdentityHashMap<>()).computeIfAbsent(x, s -> features(x, y));
  }

  private double[] features(Scene x, Scene y) {
    View v = views.get(x, View::new);
    View w = views.get(y, View::new);
    double few = Math.max(1, Math.min(x.names().size(), y.names().size()));
    double mine = missing(v, w);
    double others = missing(w, v);
    double lead = shared(v.lead, w.lead);
    double key = shared(v.key, w.key);
    double[] out = {
      1,
      count(v.names, w.names) / few,
      Math.min(mine, others),
      Math.max(mine, others),
      2 * lead / Math.max(1, v.leadWeight + w.leadWeight),
      lead / Math.max(1.0, Math.min(v.leadWeight, w.leadWeight)),
      2 * key / Math.max(1, v.keyWeight + w.keyWeight),
      key / Math.max(1.0, Math.min(v.keyWeight, w.keyWeight)),
      count(new HashSet<>(first(x.names(), 3)), new HashSet<>(first(y.names(), 3))) / 3.0
    };
    double[] whole = whole(v, w);
    double[] all = Arrays.copyOf(out, out.length + whole.length);
    System.arraycopy(whole, 0, all, out.length, whole.length);
    return all;
  }

  /** Whether the whole articles know each other's names and terms, and give the same figures. */
  private static double[] whole(View v, View w) {
    double mine = unknown(v, w);
    double others = unknown(w, v);
    double bits = v.bits.shared(w.bits);
    int numbers = shared(v.numbers, w.numbers);
    int years = shared(v.years, w.years);
    int months = shared(v.months, w.months);
    return new double[] {
      Math.min(mine, others),
      Math.max(mine, others),
      bits / Math.max(1, Math.min(v.bits.size(), w.bits.size())),
      bits / Math.max(1, v.bits.size() + w.bits.size() - bits),
      Math.min(4, numbers) / 4.0,
      clash(v.numbers.length, w.numbers.length, numbers),
      numbers / Math.max(1.0, Math.min(v.numbers.length, w.numbers.length)),
      Math.min(2, months),
      clash(v.months.length, w.months.length, months),
      oneHas(v.months.length, w.months.length),
      Math.min(2, years),
      clash(v.years.length, w.years.length, years),
      oneHas(v.years.length, w.years.length)
    };
  }

  /** The share of an article's names that stand nowhere in the other one. */
  private static double unknown(View x, View y) {
    int n = 0;
    for (long name : x.allNames) {
      n += y.bits.has(name) ? 0 : 1;
    }
    return n / (double) Scene.NAMES;
  }

  /** An article's matter, as the model looks at it. */
  private final class View {
    final List<String> firstNames;
    final Set<String> names;
    final Set<String> lead;
    final Set<String> key;
    final double leadWeight;
    final double keyWeight;
    final long[] allNames;
    final TermBits bits;
    final long[] numbers;
    final long[] years;
    final long[] months;

    View(Scene s) {
      allNames = ids(s.names());
      bits = TermBits.read(s.bits());
      numbers = ids(s.figures().stream().filter(Scene::isNumber).toList());
      years = ids(s.figures().stream().filter(f -> YEAR.matcher(f).matches()).toList());
      months = ids(s.figures().stream().filter(f -> !Scene.isNumber(f)).toList());
      firstNames = first(s.names(), 4);
      names = new HashSet<>(s.names());
      lead = new HashSet<>(s.lead());
      key = new HashSet<>(s.key());
      leadWeight = wording.weight(s.lead());
      keyWeight = wording.weight(s.key());
    }
  }

  /** The share of the first names of one article that the other does not seem to know. */
  private static double missing(View x, View y) {
    int out = 0;
    for (String n : x.firstNames) {
      boolean known = y.names.contains(n) || y.lead.contains(n) || y.key.contains(n);
      out += known ? 0 : 1;
    }
    return out / 4.0;
  }

  private static List<String> first(List<String> names, int n) {
    return names.subList(0, Math.min(n, names.size()));
  }

  /** The weight of what both have. */
  private double shared(Set<String> a, Set<String> b) {
    int sum = 0;
    for (String t : a) {
      sum += b.contains(t) ? wording.weight(t) : 0;
    }
    return sum;
  }

  private static int count(Set<String> a, Set<String> b) {
    int n = 0;
    for (String t : a) {
      n += b.contains(t) ? 1 : 0;
    }
    return n;
  }
}
