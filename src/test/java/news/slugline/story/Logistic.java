package news.slugline.story;

import java.util.List;

/** Learns logistic models by Newton's method with a ridge; the same on every run. */
final class Logistic {
  private static final double RIDGE = 0.0005;
  private static final int STEPS = 30;

  private Logistic() {}

  /** One example: its features, the first of which is 1, what it is, and how much it counts. */
  record Example(double[] x, boolean yes, int fold, double weight) {}

  static double[] train(List<Example> all) {
    return train(all, RIDGE);
  }

  static double[] train(List<Example> all, double ridge) {
    int n = all.get(0).x().length;
    double total = all.stream().mapToDouble(Example::weight).sum();
    double[] w = new double[n];
    for (int step = 0; step < STEPS; step++) {
      double[][] m = new double[n][n + 1];
      for (Example e : all) {
        double p = Likeness.logistic(w, e.x());
        for (int i = 0; i < n; i++) {
          m[i][n] += e.weight() * (p - (e.yes() ? 1 : 0)) * e.x()[i];
          for (int k = 0; k < n; k++) {
            m[i][k] += e.weight() * p * (1 - p) * e.x()[i] * e.x()[k];
          }
        }
      }
      for (int i = 0; i < n; i++) {
        double r = i == 0 ? 1e-6 : ridge * total;
        m[i][i] += r;
        m[i][n] += r * w[i];
      }
      double[] d = solve(m);
      for (int i = 0; i < n; i++) {
        w[i] -= d[i];
      }
    }
    return w;
  }

  /** What each example gets from a model that has not seen its fold, 0 to 1. */
  static double[] crossValidated(List<Example> all, int folds) {
    double[] out = new double[all.size()];
    for (int f = 0; f < folds; f++) {
      int fold = f;
      double[] w = train(all.stream().filter(e -> e.fold() != fold).toList());
      for (int i = 0; i < all.size(); i++) {
        if (all.get(i).fold() == f) {
          out[i] = Likeness.logistic(w, all.get(i).x());
        }
      }
    }
    return out;
  }

  /** Gauss elimination; the last column is the right side. */
  private static double[] solve(double[][] m) {
    int n = m.length;
    for (int c = 0; c < n; c++) {
      int pivot = c;
      for (int r = c + 1; r < n; r++) {
        pivot = Math.abs(m[r][c]) > Math.abs(m[pivot][c]) ? r : pivot;
      }
      double[] swap = m[c];
      m[c] = m[pivot];
      m[pivot] = swap;
      for (int r = 0; r < n; r++) {
        double f = r == c ? 0 : m[r][c] / m[c][c];
        for (int k = c; f != 0 && k <= n; k++) {
          m[r][k] -= f * m[c][k];
        }
      }
    }
    double[] out = new double[n];
    for (int i = 0; i < n; i++) {
      out[i] = m[i][n] / m[i][i];
    }
    return out;
  }
}
