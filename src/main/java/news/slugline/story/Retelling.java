package news.slugline.story;

import java.util.Arrays;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.slugline.claim.Claim;
import news.slugline.claim.Participant;

/**
 * Whether two sentences of two articles tell of the same happening, and whether two articles are
 * about the same at all: two small logistic models over what they share. The same for (a, b) and
 * (b, a). Weights are a resource, made by {@code RetellingTrainer} in the tests. Remembers what it
 * looked at; one thread.
 */
final class Retelling {
  /** Above what the model needs to say so: of two like events a wrong join is the worse fault. */
  static final double SAME = 0.6;

  /** Above it, two reports of one class of event may be of one event. */
  static final double ALIKE = 0.5;

  /** Below it, claims of the articles are kept apart even if their topic is the same. */
  static final double APART = 0.78;

  /** Below it, tolls of events of one class are. */
  static final double FAR_APART = 0.4;

  private static final String WEIGHTS = "retelling-weights.tsv";

  /** An article of fewer terms of weight says too little of its matter. */
  private static final int FEW = 12;

  /** Characters into an article from which on it makes no difference. */
  private static final double DEEP = 1_500;

  private static final int SENTENCES = 4_096;
  private static final int SCENES = 512;
  private static final int SCENES_AT_WORK = 16;

  private final Wording wording;
  private final double[] told;
  private final double[] scene;

  private final Recent<Claim, Sentence> sentences = new Recent<>(SENTENCES, IdentityHashMap::new);
  private final Recent<Scene, View> views = new Recent<>(SCENES, IdentityHashMap::new);

  /** What two articles share: an article's sentences are held against the same others. */
  private final Recent<Scene, Map<Scene, double[]>> pairs =
      new Recent<>(SCENES_AT_WORK, IdentityHashMap::new);

  Retelling(Wording wording) {
    this(wording, Likeness.weights(WEIGHTS, "told"), Likeness.weights(WEIGHTS, "scene"));
  }

  Retelling(Wording wording, double[] told, double[] scene) {
    this.wording = wording;
    this.told = told;
    this.scene = scene;
  }

  /** How surely two sentences tell of one happening, 0 to 1. */
  double same(Claim a, Scene x, Claim b, Scene y) {
    return Likeness.logistic(told, toldFeatures(a, x, b, y));
  }

  /** How surely two articles are about the same matter, 0 to 1; 1 if either says too little. */
  double oneMatter(Scene x, Scene y) {
    boolean unknown = x.key().size() < FEW || y.key().size() < FEW;
    return unknown ? 1 : Likeness.logistic(scene, sceneFeatures(x, y));
  }

  double[] toldFeatures(Claim a, Scene x, Claim b, Scene y) {
    Sentence p = sentences.get(a, Sentence::new);
    Sentence q = sentences.get(b, Sentence::new);
    View v = views.get(x, View::new);
    View w = views.get(y, View::new);
    int both = 0;
    int named = 0;
    int numbers = 0;
    int key = 0;
    int lead = 0;
    int own = 0;
    double wb = 0;
    for (String t : p.terms) {
      if (q.terms.contains(t)) {
        both++;
        wb += wording.weight(t);
        named += p.names.contains(t) || q.names.contains(t) ? 1 : 0;
        numbers += isNumber(t) ? 1 : 0;
        boolean ofKey = v.key.contains(t) && w.key.contains(t);
        boolean ofLead = v.lead.contains(t) && w.lead.contains(t);
        key += ofKey ? 1 : 0;
        lead += ofLead ? 1 : 0;
        own += ofKey || ofLead ? 0 : 1;
      }
    }
    double wp = Math.max(1, p.weight);
    double wq = Math.max(1, q.weight);
    double mine = p.names.size() - count(p.names, q.terms);
    double others = q.names.size() - count(q.names, p.terms);
    boolean unknown = p.trigger.isEmpty() || q.trigger.isEmpty();
    double[] alone = {
      1,
      2 * wb / (wp + wq),
      wb / Math.min(wp, wq),
      wb / Math.max(wp, wq),
      both / 5.0,
      Math.log(Math.max(wp, wq) / 2_000),
      Math.log(Math.min(wp, wq) / 2_000),
      named / 3.0,
      Math.min(mine, others) / 3,
      Math.max(mine, others) / 3,
      (both - named) / 4.0,
      numbers / 2.0,
      numbers == 0 && p.hasNumbers && q.hasNumbers ? 1 : 0,
      !unknown && p.trigger.equals(q.trigger) ? 1 : 0,
      !unknown && !p.trigger.equals(q.trigger) ? 1 : 0,
      key / 3.0,
      lead / 3.0,
      own / 3.0,
      depth(Math.min(a.span().start(), b.span().start())),
      depth(Math.max(a.span().start(), b.span().start())),
      count(Likeness.beginnings(p.terms, q.terms), Likeness.beginnings(q.terms, p.terms)) / 2.0
    };
    double[] at = sceneFeatures(x, y);
    double[] out = Arrays.copyOf(alone, alone.length + at.length - 1);
    System.arraycopy(at, 1, out, alone.length, at.length - 1);
    return out;
  }

  /** How far into its article a sentence stands: what comes first is mostly the news itself. */
  private static double depth(int start) {
    return Math.min(1, start / DEEP);
  }

  /** What a sentence tells, as the model looks at it. */
  private final class Sentence {
    final Set<String> terms;
    final Set<String> names;
    final int weight;
    final boolean hasNumbers;
    final String trigger;

    Sentence(Claim c) {
      terms = TermSet.copyOf(c.about().terms());
      weight = wording.weight(terms);
      hasNumbers = terms.stream().anyMatch(Retelling::isNumber);
      trigger = TopicKeys.trigger(c.about());
      Set<String> named = new LinkedHashSet<>();
      for (Participant who : c.about().participants()) {
        named.addAll(wording.sequence(who.name()));
      }
      names = TermSet.copyOf(named);
    }
  }

  private static boolean isNumber(String term) {
    return Character.isDigit(term.charAt(0));
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
    return new double[] {
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
  }

  /** An article's matter, as the model looks at it. */
  private final class View {
    final List<String> firstNames;
    final Set<String> names;
    final Set<String> lead;
    final Set<String> key;
    final double leadWeight;
    final double keyWeight;

    View(Scene s) {
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
