package news.slugline.claim;

import org.jspecify.annotations.Nullable;

/**
 * Who says so.
 *
 * @param name the resolved, canonical name: "Volodymyr Zelensky" for "he"; the mention's own words
 *     if nothing better is known ("police", "two officials")
 * @param mention where the attribution names the speaker ("he" in "he said"); null if it does not
 */
public record Speaker(String name, @Nullable Span mention, Type type) {
  /** What sort of a speaker. */
  public enum Type {
    PERSON,
    ORGANISATION,
    /** Known by function only: "police", "the governor's office". */
    ROLE,
    /** "Sources", "a person familiar with the matter", "officials who asked not to be named". */
    UNNAMED,
    /** Another news outlet: "Fox News", "state media". */
    OUTLET
  }
}
