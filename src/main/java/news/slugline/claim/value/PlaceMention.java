package news.slugline.claim.value;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A place that a sentence names.
 *
 * @param start UTF-16 offset into the document's text
 * @param end exclusive
 * @param name canonical: the gazetteer's name, else the words of the text
 * @param within the places that contain it, nearest first, as far as the text or the gazetteer
 *     gives: {@code Alaska, United States}; null if none is known
 * @param zone its time zone; null if not known or if the place has several
 */
public record PlaceMention(
    int start,
    int end,
    String name,
    Granularity granularity,
    @Nullable String within,
    @Nullable ZoneId zone) {

  /** How large a place is, the smallest first. */
  public enum Granularity {
    VENUE,
    STREET,
    CITY,
    /** A state, province or county. */
    REGION,
    COUNTRY,
    /** Seas, rivers, mountains, continents, deserts. */
    OTHER
  }
}
