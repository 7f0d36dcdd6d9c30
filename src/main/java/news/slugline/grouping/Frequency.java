package news.slugline.grouping;

/** How much a term's weight grows when it is said again: 1 + ln n, in hundredths. */
final class Frequency {
  private static final int[] FACTORS = factors();

  private Frequency() {}

  static int factor(int count) {
    return FACTORS[Math.min(count, FACTORS.length) - 1];
  }

  private static int[] factors() {
    int[] f = new int[40];
    for (int i = 0; i < f.length; i++) {
      f[i] = (int) StrictMath.round(100 * (1 + StrictMath.log(i + 1)));
    }
    return f;
  }
}
