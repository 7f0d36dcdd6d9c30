package news.slugline.cli;

import org.jspecify.annotations.Nullable;

/** Ends a command with one line: what went wrong, where, and what to do. */
public final class CliException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode code;
  private final String where;
  private final String remedy;

  /**
   * @param what the fault in a few words, lower case, no full stop
   * @param where the file, address, option or setting; empty if none
   * @param remedy what to do, imperative, no full stop; empty if nothing helps
   */
  public CliException(ExitCode code, String what, String where, String remedy) {
    this(code, what, where, remedy, null);
  }

  public CliException(
      ExitCode code, String what, String where, String remedy, @Nullable Throwable cause) {
    super(what, cause);
    this.code = code;
    this.where = where;
    this.remedy = remedy;
  }

  public ExitCode code() {
    return code;
  }

  /** {@code slugline: what: where: what to do}, on one line whatever the texts hold. */
  String line() {
    StringBuilder line = new StringBuilder("slugline");
    for (String part : new String[] {String.valueOf(getMessage()), where, remedy}) {
      String flat = oneLine(part);
      if (!flat.isEmpty()) {
        line.append(": ").append(flat);
      }
    }
    return line.toString();
  }

  /** Control characters could forge lines or colours on the reader's terminal. */
  private static String oneLine(String text) {
    StringBuilder flat = new StringBuilder();
    boolean space = true;
    for (int c : text.codePoints().toArray()) {
      boolean blank = c == ' ' || Character.isISOControl(c) || c == 0x2028 || c == 0x2029;
      if (!blank) {
        flat.appendCodePoint(c);
      } else if (!space) {
        flat.append(' ');
      }
      space = blank;
    }
    return flat.toString().strip();
  }
}
