package news.slugline.claim.value;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number or two with the words that compare, or a vague number.
 *
 * @param start first lexeme, comparator and currency sign included
 * @param number lexeme at which the number itself begins
 * @param end lexeme after it
 * @param vague the word of a vague number, else null
 * @param currency of the sign before it
 */
record Amount(
    int start,
    int number,
    int end,
    @Nullable BigDecimal low,
    @Nullable BigDecimal high,
    Comparator comparator,
    @Nullable String vague,
    @Nullable String currency,
    boolean words,
    boolean plain,
    boolean scaled) {

  /** The same words for other numbers. */
  Amount with(@Nullable BigDecimal least, @Nullable BigDecimal most) {
    return new Amount(
        start, number, end, least, most, comparator, vague, currency, words, plain, scaled);
  }

  /** Without the words that compare. */
  Amount exact() {
    return new Amount(
        number, number, end, low, high, Comparator.EXACT, vague, currency, words, plain, scaled);
  }

  boolean isOne() {
    return low != null && low.compareTo(BigDecimal.ONE) == 0 && high == null;
  }
}
