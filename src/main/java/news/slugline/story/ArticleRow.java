package news.slugline.story;

import java.util.List;
import news.slugline.claim.Claim;
import news.slugline.rows.Packed;
import news.slugline.wire.PubStatus;
import org.jspecify.annotations.Nullable;

/**
 * All versions of an article as a story keeps them, newest first. What an article counts for is a
 * function of this set of versions, whatever the order in which they came. Bodies are not kept.
 *
 * @param uri of the article
 * @param versions newest first; the claims of the newest four are kept, of the others only that
 *     they were
 */
public record ArticleRow(String uri, List<Version> versions) {
  public ArticleRow {
    versions = List.copyOf(versions);
  }

  /**
   * One version.
   *
   * @param time its event time, ISO 8601 in UTC
   * @param correction whether the provider says that it corrects
   * @param killed whether it kills the article
   * @param credit the outlet that it is credited to, if any
   * @param sketch MinHash of its wording, empty if there is too little of it
   * @param thread hashes of its rare words in order, for rewritten copies
   * @param scene what it is about at large
   * @param claims in canonical order
   */
  public record Version(
      String version,
      String time,
      String provider,
      String headline,
      @Nullable String credit,
      PubStatus status,
      boolean correction,
      boolean killed,
      List<Integer> sketch,
      List<Integer> thread,
      Scene scene,
      List<String> people,
      List<String> places,
      Packed<Claim> claims) {
    public Version {
      sketch = List.copyOf(sketch);
      thread = List.copyOf(thread);
      people = List.copyOf(people);
      places = List.copyOf(places);
    }

    Version withClaims(List<Claim> kept) {
      return new Version(
          version,
          time,
          provider,
          headline,
          credit,
          status,
          correction,
          killed,
          sketch,
          thread,
          scene,
          people,
          places,
          Packed.copyOf(kept));
    }
  }
}
