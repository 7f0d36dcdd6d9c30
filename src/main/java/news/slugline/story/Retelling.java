package news.slugline.story;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import news.slugline.claim.Claim;
import news.slugline.claim.Participant;

/**
 * Whether two sentences of two articles tell of the same happening, and whether two articles are
 * about the same at all: two small logistic models over what they share. The same for (a, b) and
 * (b, a). Weights are a resource, made by {@code RetellingTrainer} in the tests.
 */
final class Retelling {
  /** Above what the model needs to say so: of two like events a wrong join is the worse fault. */
  static final double SAME = 0.6;

  /** Below it, claims of the articles are kept apart even if their topic is the same. */
  static final double APART = 0.78;

  private static final String WEIGHTS = "retelling-weights.tsv";

  /** An article of fewer terms of weight says too little of its matter. */
  private static final int FEW = 12;

  private final Wording wording;
  private final double[] told;
  private final double[] scene;

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
    Set<String> p = new HashSet<>(a.about().terms());
    Set<String> q = new HashSet<>(b.about().terms());
    Set<String> both = common(p, q);
    double wp = Math.max(1, wording.weight(p));
    double wq = Math.max(1, wording.weight(q));
    double wb = wording.weight(both);
    List<Double> out =
        new ArrayList<>(
            List.of(
                1.0,
                2 * wb / (wp + wq),
                wb / Math.min(wp, wq),
                wb / Math.max(wp, wq),
                both.size() / 5.0,
                Math.log(Math.max(wp, wq) / 2_000),
                Math.log(Math.min(wp, wq) / 2_000)));
    Set<String> m = names(a);
    Set<String> n = names(b);
    Set<String> named = new HashSet<>(m);
    named.addAll(n);
    double sharedNames = common(named, both).size();
    out.add(sharedNames / 3);
    lonely(m, q, n, p, out);
    out.add((both.size() - sharedNames) / 4);
    numbers(p, q, out);
    String c = TopicKeys.trigger(a.about());
    String d = TopicKeys.trigger(b.about());
    boolean unknown = c.isEmpty() || d.isEmpty();
    out.add(!unknown && c.equals(d) ? 1.0 : 0.0);
    out.add(!unknown && !c.equals(d) ? 1.0 : 0.0);
    double[] at = sceneFeatures(x, y);
    for (int i = 1; i < at.length; i++) {
      out.add(at[i]);
    }
    return out.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private Set<String> names(Claim c) {
    Set<String> out = new HashSet<>();
    for (Participant who : c.about().participants()) {
      out.addAll(wording.sequence(who.name()));
    }
    return out;
  }

  /** How many names each has that the other does not write. */
  private static void lonely(
      Set<String> m, Set<String> q, Set<String> n, Set<String> p, List<Double> out) {
    double mine = m.size() - common(m, q).size();
    double others = n.size() - common(n, p).size();
    out.add(Math.min(mine, others) / 3);
    out.add(Math.max(mine, others) / 3);
  }

  private static void numbers(Set<String> p, Set<String> q, List<Double> out) {
    Set<String> x = new HashSet<>(p);
    Set<String> y = new HashSet<>(q);
    x.removeIf(t -> !Character.isDigit(t.charAt(0)));
    y.removeIf(t -> !Character.isDigit(t.charAt(0)));
    int both = common(x, y).size();
    out.add(both / 2.0);
    out.add(both == 0 && !x.isEmpty() && !y.isEmpty() ? 1.0 : 0.0);
  }

  double[] sceneFeatures(Scene x, Scene y) {
    double few = Math.max(1, Math.min(x.names().size(), y.names().size()));
    double mine = missing(x, y);
    double others = missing(y, x);
    return new double[] {
      1,
      common(x.names(), y.names()).size() / few,
      Math.min(mine, others),
      Math.max(mine, others),
      dice(x.lead(), y.lead()),
      kept(x.lead(), y.lead()),
      dice(x.key(), y.key()),
      kept(x.key(), y.key()),
      common(first(x.names(), 3), first(y.names(), 3)).size() / 3.0
    };
  }

  /** The share of the first names of one article that the other does not seem to know. */
  private static double missing(Scene x, Scene y) {
    int out = 0;
    for (String n : first(x.names(), 4)) {
      boolean known = y.names().contains(n) || y.lead().contains(n) || y.key().contains(n);
      out += known ? 0 : 1;
    }
    return out / 4.0;
  }

  private static List<String> first(List<String> names, int n) {
    return names.subList(0, Math.min(n, names.size()));
  }

  private double dice(List<String> a, List<String> b) {
    double all = wording.weight(a) + wording.weight(b);
    return 2 * wording.weight(common(a, b)) / Math.max(1, all);
  }

  private double kept(List<String> a, List<String> b) {
    int least = Math.min(wording.weight(a), wording.weight(b));
    return wording.weight(common(a, b)) / Math.max(1.0, least);
  }

  private static Set<String> common(Collection<String> a, Collection<String> b) {
    Set<String> out = new HashSet<>(a);
    out.retainAll(b);
    return out;
  }
}
