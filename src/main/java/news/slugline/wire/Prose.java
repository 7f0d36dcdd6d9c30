package news.slugline.wire;

/**
 * Collects the running text of marked-up copy: white space is made single, blocks become paragraphs
 * (a blank line between), line breaks stay, table cells are parted by a tab.
 */
final class Prose {
  private final StringBuilder out = new StringBuilder();
  private int breaks;
  private boolean gap;
  private boolean tab;

  /** Text inside a block. */
  void text(String s) {
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if (c <= ' ' || c == '\u00a0' || c == '\u007f') {
        gap = true;
      } else if (c != '\u00ad' && c != '\ufeff') {
        settle();
        out.append(c);
      }
    }
  }

  /** Text whose line breaks mean something. */
  void lines(String s) {
    int from = 0;
    while (from <= s.length()) {
      int to = s.indexOf('\n', from);
      if (to < 0) {
        text(s.substring(from));
        return;
      }
      String line = s.substring(from, to);
      if (line.isBlank()) {
        paragraph();
      } else {
        text(line);
        line();
      }
      from = to + 1;
    }
  }

  void line() {
    breaks = Math.max(breaks, 1);
  }

  /** A break that was asked for: two in a row part paragraphs. */
  void forcedLine() {
    breaks = Math.min(2, breaks + 1);
  }

  void paragraph() {
    breaks = 2;
  }

  void cell() {
    tab = true;
  }

  boolean isEmpty() {
    return out.length() == 0;
  }

  private void settle() {
    if (out.length() > 0) {
      if (breaks > 0) {
        out.append(breaks == 1 ? "\n" : "\n\n");
      } else if (tab) {
        out.append('\t');
      } else if (gap) {
        out.append(' ');
      }
    }
    breaks = 0;
    gap = false;
    tab = false;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
