package news.slugline.claim.value;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * Finds the quantities of a sentence. Numbers that belong to times, addresses, scores' neighbours
 * and names ("Flight 370") are none; nor is a number that counts nothing the text names.
 * Thread-safe.
 */
public final class QuantityFinder {
  /** Only the places of times matter here, not their values. */
  private static final Anchor ANY = new Anchor(Instant.EPOCH, ZoneId.of("America/New_York"), null);

  private QuantityFinder() {}

  /** With the tables of this build. */
  public static QuantityFinder standard() {
    return new QuantityFinder();
  }

  /**
   * The quantities of a sentence by where they begin. They may nest: the casualty "a 19-year-old
   * man was killed" holds an age.
   */
  public List<QuantityMention> find(Document document, Sentence sentence) {
    return find(Lexemes.of(document, sentence));
  }

  static List<QuantityMention> find(Lexemes x) {
    return find(x, hasNumber(x) ? TimeFinder.find(x, ANY) : List.of());
  }

  static List<QuantityMention> find(Lexemes x, List<TimeMention> times) {
    return find(x, times, null);
  }

  /**
   * @param before what the sentence before counts, which a bare total of this one may count too
   */
  static List<QuantityMention> find(
      Lexemes x, List<TimeMention> times, @Nullable QuantityMention before) {
    return HomeCurrencies.named(scan(x, times, before), "", "");
  }

  /** The same with currencies as the copy names them. */
  static List<QuantityMention> scan(
      Lexemes x, List<TimeMention> times, @Nullable QuantityMention before) {
    return new QuantityScan(x, mask(x, times), before).run();
  }

  /** One of the quantities that count things, if they are all of one sort; else null. */
  static @Nullable QuantityMention onlyCounted(List<QuantityMention> found) {
    QuantityMention out = null;
    for (QuantityMention m : found) {
      if (m.slot() == QuantityMention.Slot.COUNT && !m.unit().isEmpty()) {
        if (out != null && !out.unit().equals(m.unit())) {
          return null;
        }
        out = m;
      }
    }
    return out;
  }

  /** Without a number no time can be taken for a quantity. */
  private static boolean hasNumber(Lexemes x) {
    for (int i = 0; i < x.size; i++) {
      if (x.number(i) || Numbers.isNumberWord(x.lower(i)) || x.is(i, "a") || x.is(i, "an")) {
        return true;
      }
    }
    return false;
  }

  /** Marks the lexemes of times. */
  private static boolean[] mask(Lexemes x, List<TimeMention> times) {
    boolean[] mask = new boolean[x.size];
    int t = 0;
    for (int i = 0; i < x.size && t < times.size(); i++) {
      while (t < times.size() && times.get(t).end() <= x.start(i)) {
        t++;
      }
      mask[i] = t < times.size() && x.start(i) >= times.get(t).start();
    }
    return mask;
  }
}
