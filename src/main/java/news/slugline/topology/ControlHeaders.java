package news.slugline.topology;

/** Record headers on {@code articles.raw} that intake understands. */
public final class ControlHeaders {
  /**
   * On a record without an article: a replay is over, let time pass once more. Its value becomes
   * the key of that last tick in the log. Refused live.
   */
  public static final String END_OF_REPLAY = "slugline-end-of-replay";

  /** Where the connector found the article: a path or an address. */
  public static final String SOURCE = "slugline-source";

  /** Its media type, as the transport declared it. */
  public static final String CONTENT_TYPE = "content-type";

  /** Who delivered it, for copy that does not say. */
  public static final String PROVIDER = "slugline-provider";

  private ControlHeaders() {}
}
