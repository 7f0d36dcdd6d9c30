package news.slugline.claim;

/** The kinds of claims. The order is that of claims with the same span. */
public enum Kind {
  QUOTE,
  STATEMENT,
  EVENT,
  TIME,
  QUANTITY,
  PLACE,
  /** "First since 2019", "the biggest in a decade". */
  HISTORY
}
