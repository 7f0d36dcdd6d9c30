package news.slugline.runtime;

/** A broker or a registry refused, or did not answer. */
public final class AdminException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param what was tried: "create topic x"
   */
  public AdminException(String what, Throwable cause) {
    super("could not " + what + ": " + reason(cause), cause);
  }

  private static String reason(Throwable cause) {
    String m = cause.getMessage();
    return m == null || m.isBlank() ? cause.getClass().getSimpleName() : m;
  }
}
