package news.slugline.claim.value;

/** Reads the small numbers that copy writes out. */
public final class NumberWords {
  private static final int LONGEST = 9;

  private NumberWords() {}

  /**
   * The number that one word or run of digits stands for; -1 if it is none.
   *
   * @param lower in lower case, without marks but for commas between digits
   */
  public static long of(String lower) {
    String digits = lower.replace(",", "");
    if (digits.isEmpty() || digits.length() > LONGEST) {
      return -1;
    }
    for (int i = 0; i < digits.length(); i++) {
      if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
        return Numbers.small(lower);
      }
    }
    return Long.parseLong(digits);
  }

  /** What a word or letter behind a number multiplies it by ("million", "bn"); 1 if by nothing. */
  public static double scale(String lower) {
    return Numbers.scale(lower);
  }
}
