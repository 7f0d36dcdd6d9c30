package news.slugline.wire;

/** A link from one article to another that the wire itself gives. */
public record Link(Rel rel, String uri) {
  /** How the linked article relates to this one. */
  public enum Rel {
    /** This article takes the place of the linked one. */
    REPLACES,
    /** This article brings the linked one up to date. */
    UPDATES,
    /** Both are the same piece of copy under two identifiers. */
    SAME_AS,
    /** This article was made from the linked one. */
    DERIVED_FROM,
    /** Related in some other way. */
    RELATED
  }
}
