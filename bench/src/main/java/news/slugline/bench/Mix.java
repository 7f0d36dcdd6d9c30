package news.slugline.bench;

/**
 * What a wire is made of: each a share of all articles, from 0 to 1; what is left over are new
 * takes on stories that are known.
 *
 * @param stories first articles of a story
 * @param copies near copies of an article, by another provider
 * @param versions new versions of an article, with more or with newer figures
 * @param corrections versions that correct a figure
 * @param kills of an article
 * @param conflicts share of the new takes that state one figure otherwise
 * @param hot share of all articles that is about one and the same story
 */
public record Mix(
    double stories,
    double copies,
    double versions,
    double corrections,
    double kills,
    double conflicts,
    double hot) {

  /** An ordinary day: eight articles a story, a fifth of all copies. */
  public static final Mix USUAL = new Mix(0.125, 0.2, 0.1, 0.02, 0.005, 0.1, 0);

  /** Every article about one story. */
  public static final Mix HOT = new Mix(0, 0.2, 0.1, 0.02, 0.005, 0.1, 1);

  /** Every article a story of its own. */
  public static final Mix APART = new Mix(1, 0, 0, 0, 0, 0, 0);

  /** By its name: usual, hot or apart. */
  public static Mix named(String name) {
    return switch (name) {
      case "usual" -> USUAL;
      case "hot" -> HOT;
      case "apart" -> APART;
      default -> throw new IllegalArgumentException("no mix " + name + ": usual, hot or apart");
    };
  }
}
