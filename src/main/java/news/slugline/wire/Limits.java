package news.slugline.wire;

/**
 * The limits of input. They bound memory and the size of records; all are stated in the docs, and
 * each is enforced with {@link Reason#TOO_LARGE} or {@link Reason#TOO_DEEP}.
 */
final class Limits {
  /** Bytes of one document after decompression; JSON lines count line by line. */
  static final int DOCUMENT_BYTES = 20 << 20;

  /** Bytes of a body as UTF-8. */
  static final int BODY_BYTES = 1 << 20;

  /** Bytes of a headline, and of any other field, as UTF-8. */
  static final int FIELD_BYTES = 2 << 10;

  /** Bytes of an editorial note as UTF-8: notes are prose. */
  static final int NOTE_BYTES = 16 << 10;

  /** Bytes of a uri as UTF-8. */
  static final int URI_BYTES = 1 << 10;

  /** Entries of a list such as the keywords. */
  static final int LIST = 1_000;

  /** Levels of nesting. */
  static final int DEPTH = 200;

  /** Nodes of one document; bounds memory where many small nodes fill a document. */
  static final int NODES = 500_000;

  /** Items of one file other than JSON lines. */
  static final int ITEMS = 20_000;

  private Limits() {}
}
