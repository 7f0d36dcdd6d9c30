package news.slugline.wire;

/** Publication status of an article version, as in IPTC's {@code pubStatus}. */
public enum PubStatus {
  USABLE,
  /** Held back: known, but influences nothing until a usable version comes. */
  WITHHELD,
  /** Killed: every claim of the article is retracted. */
  CANCELED
}
