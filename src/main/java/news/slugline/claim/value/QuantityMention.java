package news.slugline.claim.value;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A quantity that a sentence gives.
 *
 * @param start UTF-16 offset into the document's text
 * @param end exclusive
 * @param value canonical, {@code number unit} with the comparator's sign: {@code ~3 h}, {@code >=12
 *     killed}, {@code 25 %}, {@code 1200000 people}, {@code 3220 GBP}, {@code 35 y}; ranges {@code
 *     5..7 km}; vague numbers keep their word: {@code dozens killed}
 * @param number the number, the lower one of a range; null if the text names none ("dozens")
 * @param high the upper one of a range, else null
 * @param unit canonical: {@code h}, {@code min}, {@code km}, {@code %}, {@code USD}, {@code y}, for
 *     casualties {@code killed} and so on, else the lemma of the counted noun; empty if there is
 *     none
 * @param counted the noun phrase that is counted ("school children"), null if there is none
 */
public record QuantityMention(
    int start,
    int end,
    String value,
    @Nullable BigDecimal number,
    @Nullable BigDecimal high,
    Comparator comparator,
    String unit,
    @Nullable String counted,
    Slot slot) {

  /** The same in a currency by its code. */
  QuantityMention in(String code) {
    String of = value.substring(0, value.length() - unit.length()) + code;
    return new QuantityMention(start, end, of, number, high, comparator, code, counted, slot);
  }

  /** What sort of a quantity. */
  public enum Slot {
    AGE,
    KILLED,
    INJURED,
    /** Shot at and hit; the text does not say with what outcome. */
    SHOT,
    /** Harmed; the text does not say how. */
    VICTIMS,
    ARRESTED,
    MISSING,
    DISPLACED,
    DURATION,
    MONEY,
    PERCENT,
    DISTANCE,
    AREA,
    SPEED,
    WEIGHT,
    VOLUME,
    TEMPERATURE,
    VOTES,
    SCORE,
    MAGNITUDE,
    /** So many of something. */
    COUNT
  }
}
