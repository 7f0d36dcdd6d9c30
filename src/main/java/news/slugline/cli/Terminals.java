package news.slugline.cli;

/** What may go to a person's terminal. */
final class Terminals {
  private Terminals() {}

  /** Wire copy without control and format characters, which could drive the terminal. */
  static String clean(String text) {
    StringBuilder b = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
        .forEach(b::appendCodePoint);
    return b.toString();
  }
}
