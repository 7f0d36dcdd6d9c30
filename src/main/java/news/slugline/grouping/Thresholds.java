package news.slugline.grouping;

/**
 * The likeness that is asked for. Of a story of few articles little is known, and a false join
 * decides what it becomes; the more articles a story has, the less of it is asked, down to that of
 * a story of many.
 *
 * @param first from it on an article joins a story of few articles
 * @param later the same for a story of many
 * @param merge from it on two stories are one, if one of them has few articles
 * @param mergeLater the same if both have many
 */
record Thresholds(double first, double later, double merge, double mergeLater) {
  static final int FEW = 6;
  static final int MANY = 24;

  /** From this score on an article joins a story of so many. */
  double join(int articles) {
    return falling(first, later, articles);
  }

  /**
   * From this score on stories of so many articles are one. An article that was alone is taken in
   * as if it came now.
   */
  double merge(int one, int other) {
    int fewer = Math.min(one, other);
    return fewer == 1 ? join(Math.max(one, other)) : falling(merge, mergeLater, fewer);
  }

  /** In even steps each time that the number of articles doubles. */
  private static double falling(double few, double many, int articles) {
    double way = StrictMath.log((double) articles / FEW) / StrictMath.log((double) MANY / FEW);
    return few + (many - few) * Math.max(0, Math.min(1, way));
  }
}
