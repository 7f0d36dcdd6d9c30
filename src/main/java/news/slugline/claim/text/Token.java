package news.slugline.claim.text;

/**
 * A word, number or mark. The endings 's 're 've 'll 'd 'm n't are tokens of their own; so is the
 * full stop of an abbreviation ("Mr", "." and "a.m", ".").
 *
 * @param start UTF-16 offset into the document's text
 * @param end exclusive
 * @param text as it stands
 * @param lower in lower case, typographic apostrophes made plain
 */
public record Token(int start, int end, String text, String lower, Type type) {
  /** What a token is. */
  public enum Type {
    WORD,
    /** Begins with a digit: {@code 3}, {@code 1,200}, {@code 3.5}, {@code 11.30am}. */
    NUMBER,
    PUNCTUATION,
    SYMBOL
  }

  public boolean isWord() {
    return type == Type.WORD;
  }

  public boolean isNumber() {
    return type == Type.NUMBER;
  }

  public boolean isCapitalised() {
    return Character.isUpperCase(text.codePointAt(0));
  }
}
