package news.slugline.claim.quote;

import news.slugline.claim.text.Resources;

/**
 * A linear model over hashed features with weights of one byte. Scores are sums of integers, so
 * that they are the same on every machine.
 */
final class LinearModel {
  static final int BITS = 17;
  static final int MASK = (1 << BITS) - 1;

  /** One in the trainer's units. */
  static final int ONE = 24;

  private final byte[] weights;

  LinearModel(byte[] weights) {
    if (weights.length != MASK + 1) {
      throw new IllegalArgumentException("a model has " + (MASK + 1) + " weights");
    }
    this.weights = weights;
  }

  static LinearModel resource(String name) {
    return new LinearModel(Resources.bytes(LinearModel.class, name));
  }

  int score(Features f) {
    int sum = 0;
    for (int i = 0; i < f.size(); i++) {
      sum += weights[f.id(i)];
    }
    return sum;
  }
}
