package news.slugline.bench;

import java.util.Random;

/** The figures of a story as one article states them. */
record Figures(int dead, int hurt, int sum, int share, int count, int years) {
  static Figures any(Random random) {
    return new Figures(
        2 + random.nextInt(40),
        45 + random.nextInt(200),
        10 + random.nextInt(900),
        3 + random.nextInt(50),
        300 + 10 * random.nextInt(900),
        1950 + random.nextInt(70));
  }

  /** As things went on: tolls and crowds only grow. */
  Figures later(Random random) {
    return new Figures(
        dead + random.nextInt(3),
        hurt + random.nextInt(9),
        sum,
        share,
        count + 10 * random.nextInt(20),
        years);
  }

  /** With one figure changed. */
  Figures otherwise(Random random) {
    int by = 1 + random.nextInt(5);
    return switch (random.nextInt(6)) {
      case 0 -> new Figures(dead + by, hurt, sum, share, count, years);
      case 1 -> new Figures(dead, hurt + by, sum, share, count, years);
      case 2 -> new Figures(dead, hurt, sum + 10 * by, share, count, years);
      case 3 -> new Figures(dead, hurt, sum, share + by, count, years);
      case 4 -> new Figures(dead, hurt, sum, share, count + 100 * by, years);
      default -> new Figures(dead, hurt, sum, share, count, years - by);
    };
  }
}
