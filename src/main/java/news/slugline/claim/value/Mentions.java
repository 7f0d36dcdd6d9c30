package news.slugline.claim.value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import news.slugline.claim.value.QuantityMention.Slot;
import org.jspecify.annotations.Nullable;

/** The quantities of a sentence that are found so far. */
final class Mentions {
  private static final Set<String> SPAN_BEFORE = QuantityScan.WORDS.get("span before");

  private final Lexemes x;
  private final List<QuantityMention> found = new ArrayList<>();

  Mentions(Lexemes x) {
    this.x = x;
  }

  /** What an amount counts or measures; says where it ends. */
  int add(int from, int to, Amount a, String unit, @Nullable String counted, Slot slot) {
    if (slot == Slot.DURATION
        && a.words()
        && a.isOne()
        && (x.is(a.number(), "a") || x.is(a.number(), "an"))
        && !x.in(a.number() - 1, SPAN_BEFORE)) {
      return to;
    }
    String number;
    BigDecimal low = a.low();
    if (a.vague() != null || low == null) {
      number = a.vague() == null ? "" : a.vague();
    } else if (a.high() != null) {
      number = a.comparator().sign() + Numbers.plain(low) + ".." + Numbers.plain(a.high());
    } else {
      number = a.comparator().sign() + Numbers.plain(low);
    }
    String value = unit.isEmpty() ? number : number + " " + unit;
    return emit(from, to, value, low, a.high(), a.comparator(), unit, counted, slot);
  }

  /** A quantity as it is told; says where it ends. */
  int emit(
      int from,
      int to,
      String value,
      @Nullable BigDecimal low,
      @Nullable BigDecimal high,
      Comparator comparator,
      String unit,
      @Nullable String counted,
      Slot slot) {
    found.add(
        new QuantityMention(
            x.start(from), x.end(to - 1), value, low, high, comparator, unit, counted, slot));
    return to;
  }

  /** What is counted, in the words of the copy. */
  String words(Nouns.Phrase p) {
    int s = p.start();
    if (x.is(s, "of")) {
      s += 2;
    }
    return x.raw(Math.min(s, p.head()), p.head() + 1);
  }

  /** So many that were harmed in one way; says where it ends. */
  int harmed(int from, int to, BigDecimal number, @Nullable String counted, Slot slot) {
    String unit = Casualties.unit(slot);
    String value = Numbers.plain(number) + " " + unit;
    return emit(from, to, value, number, null, Comparator.EXACT, unit, counted, slot);
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /** The last one that was found. */
  @Nullable QuantityMention last() {
    return found.isEmpty() ? null : found.get(found.size() - 1);
  }

  /** All, by where they begin; of those that begin together the longest first. */
  List<QuantityMention> sorted() {
    found.sort(
        java.util.Comparator.comparingInt(QuantityMention::start).thenComparingInt(m -> -m.end()));
    return found;
  }
}
