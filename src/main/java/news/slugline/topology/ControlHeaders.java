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

  /**
   * The connector found that this cannot be read: the reason, one fixed word. Intake rejects the
   * record without a look at its value, which is the original, or nothing where that is too large.
   */
  public static final String REFUSED = "slugline-refused";

  /** Of what is refused: what is wrong and what to do, in a sentence. */
  public static final String DETAIL = "slugline-detail";

  /** Of what is refused: where in the input. */
  public static final String POSITION = "slugline-position";

  /** Of what is refused and too large to be sent: its size in bytes. */
  public static final String SIZE = "slugline-size";

  /** Of what is refused and too large to be sent: its SHA-256, in hexadecimal. */
  public static final String SHA256 = "slugline-sha256";

  /** Of what is refused and too large to be sent: where it lies. */
  public static final String LIES = "slugline-lies";

  private ControlHeaders() {}
}
