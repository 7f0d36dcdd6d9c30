package news.slugline.wire;

/** Why some input is refused. Closed, so that rejects can be counted and filtered by reason. */
public enum Reason {
  /** No bytes, or nothing but white space. */
  EMPTY,
  /** The content is of no format that is read here. */
  UNKNOWN_FORMAT,
  /** Not well-formed JSON, or JSON of the wrong shape. */
  BAD_JSON,
  /** Not well-formed XML. */
  BAD_XML,
  /** Avro that cannot be read, or that is of another type. */
  BAD_AVRO,
  /** A wire text file or archive whose frame is broken. */
  BAD_FRAME,
  /** Nothing says which piece of copy this is. */
  NO_IDENTIFIER,
  /** Neither a body nor a headline. */
  NO_TEXT,
  /** A limit of size is passed; the detail says which. */
  TOO_LARGE,
  /** Nested deeper than 200 levels. */
  TOO_DEEP,
  /** XML that declares its own entities and uses them, or asks for external ones. */
  ENTITY_FORBIDDEN,
  /** A time that cannot be read, or cannot be true. */
  BAD_TIME,
  /** Bytes that are no text in the encoding found. */
  BAD_ENCODING,
  /** A fault of the parser itself: to be reported with the file. */
  PARSER_FAULT
}
