package news.slugline.claim.value;

/** How a value that is said relates to the one that is meant. */
public enum Comparator {
  EXACT(""),
  /** About, around, nearly, almost: either side. */
  ABOUT("~"),
  /** At least, no fewer than, minimum. */
  AT_LEAST(">="),
  /** More than, over, upwards of. */
  MORE_THAN(">"),
  /** At most, up to, as many as, no more than. */
  AT_MOST("<="),
  /** Fewer than, under, below. */
  LESS_THAN("<"),
  /** Of times: by, before, ahead of, until. */
  BEFORE(""),
  /** Of times: after, since, from. */
  AFTER("");

  private final String sign;

  Comparator(String sign) {
    this.sign = sign;
  }

  /** What stands before the number in a canonical value; empty for exact values and for times. */
  public String sign() {
    return sign;
  }
}
