package news.slugline.wire;

import org.jspecify.annotations.Nullable;

/** Carries a refusal out of a format's reader; never leaves {@link WireParser}. */
final class BadWire extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final @Nullable String position;

  BadWire(Reason reason, String detail, @Nullable String position) {
    super(detail, null, false, false);
    this.reason = reason;
    this.position = position;
  }

  BadWire(Reason reason, String detail) {
    this(reason, detail, null);
  }

  Parsed.Rejected rejected(@Nullable String format) {
    String detail = getMessage();
    return new Parsed.Rejected(reason, detail == null ? "" : detail, position, format);
  }
}
