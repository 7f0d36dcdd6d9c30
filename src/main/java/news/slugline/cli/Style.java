package news.slugline.cli;

/** Colours and weights, or plain text where they do not belong. */
public enum Style {
  PLAIN,
  COLORED;

  /** What a text is, not which colour it has. */
  public enum Tone {
    STRONG("1"),
    FAINT("2"),
    GOOD("32"),
    DOUBTFUL("33"),
    BAD("31"),
    NAME("36");

    private final String code;

    Tone(String code) {
      this.code = code;
    }
  }

  static Style of(boolean colored) {
    return colored ? COLORED : PLAIN;
  }

  /** The text in that tone; without colour, the text. */
  public String paint(Tone tone, String text) {
    return this == PLAIN || text.isEmpty()
        ? text
        : "\u001b[" + tone.code + "m" + text + "\u001b[0m";
  }

  public String strong(String text) {
    return paint(Tone.STRONG, text);
  }

  public String faint(String text) {
    return paint(Tone.FAINT, text);
  }
}
