package news.slugline.story;

import java.util.List;

/**
 * Why the claims of a fact stand together, for an editor who doubts it.
 *
 * @param factId the fact
 * @param claims in canonical order, the first is the one that the others are compared with
 */
public record Explanation(String factId, List<Joined> claims) {
  public Explanation {
    claims = List.copyOf(claims);
  }

  /**
   * One claim of the fact.
   *
   * @param keys under which it was found
   * @param score how alike its words are to the first claim's, 0 to 1; of one that stands beside
   *     without counting, how surely the two tell of one happening
   * @param why what held the two together, in words
   */
  public record Joined(
      String claimId,
      String article,
      String standing,
      List<String> keys,
      double score,
      String why) {
    public Joined {
      keys = List.copyOf(keys);
    }
  }
}
