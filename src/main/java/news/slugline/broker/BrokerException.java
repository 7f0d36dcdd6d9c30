package news.slugline.broker;

import java.io.IOException;

/**
 * The embedded broker or registry cannot start or go on; the message says what, where and what to
 * do.
 */
public final class BrokerException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Why, for callers that choose an exit code. */
  public enum Reason {
    PORT_TAKEN,
    FOLDER_LOCKED,
    FOLDER_UNUSABLE,
    DISK_FULL,
    FAILED
  }

  private final Reason reason;
  private final String remedy;

  BrokerException(Reason reason, String message, String remedy, Throwable cause) {
    super(message, cause);
    this.reason = reason;
    this.remedy = remedy;
  }

  BrokerException(Reason reason, String message, String remedy) {
    super(message);
    this.reason = reason;
    this.remedy = remedy;
  }

  public Reason reason() {
    return reason;
  }

  /** What the reader can do about it: one short imperative sentence, no full stop. */
  public String remedy() {
    return remedy;
  }
}
