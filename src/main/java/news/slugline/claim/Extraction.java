package news.slugline.claim;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is read from one article.
 *
 * @param claims in canonical order: by span, kind, slot
 * @param credit the outlet that the article itself credits as its origin (signature, credit line,
 *     dateline in the text), by canonical name
 * @param people canonical names of persons, most mentioned first
 * @param places names of places, most mentioned first
 * @param organisations canonical names, most mentioned first
 */
public record Extraction(
    List<Claim> claims,
    @Nullable String credit,
    List<String> people,
    List<String> places,
    List<String> organisations) {
  public Extraction {
    claims = List.copyOf(claims);
    people = List.copyOf(people);
    places = List.copyOf(places);
    organisations = List.copyOf(organisations);
  }
}
