package news.slugline.claim.value;

import java.math.BigDecimal;
import java.util.Set;
import news.slugline.claim.value.QuantityMention.Slot;
import org.jspecify.annotations.Nullable;

/**
 * Single persons who were harmed, and those whose names are listed. Each reader says at which
 * lexeme what it found ends, or 0 if there is nothing.
 */
final class PersonScan {
  /** Names in a list of victims at most. */
  private static final int NAMES = 8;

  private static final Set<String> NATURAL = QuantityScan.WORDS.get("natural");

  /** A name behind one of these is not who was hurt: "a man from North Dakota was shot". */
  private static final Set<String> BESIDE = QuantityScan.WORDS.get("beside");

  private final Lexemes x;
  private final boolean[] time;
  private final Amounts amounts;
  private final AgeScan ages;
  private final TollScan tolls;
  private final Mentions mentions;
  private @Nullable Boolean natural;

  PersonScan(
      Lexemes x, boolean[] time, Amounts amounts, AgeScan ages, TollScan tolls, Mentions mentions) {
    this.x = x;
    this.time = time;
    this.amounts = amounts;
    this.ages = ages;
    this.tolls = tolls;
    this.mentions = mentions;
  }

  /** "Accidentally shot himself": one. */
  int self(int i) {
    boolean hit = x.is(i - 1, "shot") || x.is(i - 1, "injured") || x.is(i - 1, "wounded");
    Slot slot = x.is(i - 1, "shot") ? Slot.SHOT : Slot.INJURED;
    if (!hit || !x.in(i, QuantityScan.SELF)) {
      return 0;
    }
    return mentions.harmed(i, i + 1, BigDecimal.ONE, x.raw(i), slot);
  }

  /** "A 19-year-old man was killed", "killing a woman": one. */
  int single(int i) {
    boolean article =
        x.is(i, "a") || x.is(i, "an") || x.is(i, "another") || x.in(i, QuantityScan.THEIR);
    if (!article || Numbers.ordinal(x, i + 1) > 0) {
      return 0;
    }
    Nouns.Phrase p = Nouns.read(x, i + 1, true);
    if (p == null || !p.person() || p.head() + 1 != p.end()) {
      return 0;
    }
    if (x.in(i, QuantityScan.THEIR) && Nouns.isPlural(x.lower(p.head()))) {
      return 0;
    }
    BigDecimal number = BigDecimal.ONE;
    int to = p.end();
    Slot before = Casualties.before(x, i);
    for (int n = 0; n < 5 && before == null; n++) {
      int k = x.is(to, ",") ? to + 1 : to;
      k = x.is(k, "and") ? k + 1 : k;
      TollScan.Member m = k == to ? null : tolls.member(k);
      if (m == null
          || Casualties.after(x, m.end(), false) == null
              && !x.is(m.end(), ",")
              && !x.is(m.end(), "and")) {
        break;
      }
      number = number.add(m.number());
      to = m.end();
    }
    Casualties.Hit after = Casualties.after(x, to, false);
    if (after == null && to > p.end()) {
      number = BigDecimal.ONE;
      to = p.end();
      after = Casualties.after(x, to, false);
    }
    Slot on = after == null ? tolls.goesOn(i) : null;
    before = on == null ? before : on;
    Slot slot = after != null ? after.slot() : before;
    if (slot == null) {
      return 0;
    }
    int end = after != null ? after.end() : p.end();
    mentions.harmed(i, end, number, x.raw(i + 1, p.head() + 1), slot);
    if (after == null) {
      tolls.ended(slot, end);
    }
    // The age inside is a quantity of its own.
    for (int k = i + 1; k < Math.max(p.head(), to); k++) {
      if (x.number(k)) {
        Amount a = amounts.read(k);
        if (a != null) {
          ages.ageAfter(a, x.is(a.end(), "-") ? a.end() + 1 : a.end());
        }
      }
    }
    return Math.max(p.end(), to);
  }

  /**
   * One person, by name, pronoun or "the": "he was pronounced dead", "the victim later died", "John
   * Smith was killed", "the death of John Smith". {@code counted} says who, so that several such
   * persons are not taken for one toll.
   */
  int individual(int i) {
    int end;
    boolean name = false;
    if (x.is(i, "he") || x.is(i, "she")) {
      end = i + 1;
    } else if (x.is(i, "the") && !time[i]) {
      Nouns.Phrase p = Nouns.read(x, i + 1, true);
      if (p == null || !p.person() || Nouns.isPlural(x.lower(p.head())) || p.end() - i > 6) {
        return 0;
      }
      end = p.end();
    } else {
      end = nameEnd(i);
      name = end > 0;
    }
    if (end <= 0) {
      return 0;
    }
    Slot slot = name ? Casualties.before(x, i) : null;
    if (name && slot == null && x.in(i - 1, BESIDE)) {
      return 0;
    }
    int several = name ? named(i, end, slot) : 0;
    if (several > 0) {
      return several;
    }
    Casualties.Hit after = slot == null ? Casualties.after(x, end, false) : null;
    slot = after == null ? slot : after.slot();
    boolean bodily = slot == Slot.KILLED || slot == Slot.INJURED || slot == Slot.SHOT;
    if (slot == null || !bodily || natural()) {
      return 0;
    }
    int to = after == null ? end : after.end();
    mentions.harmed(i, to, BigDecimal.ONE, x.raw(i, end), slot);
    return end;
  }

  /** "Ann Holm, 30, and Karl Holm were killed": as many as there are names. */
  private int named(int i, int end, @Nullable Slot before) {
    int count = 1;
    int last = aside(end);
    while (count < NAMES) {
      int k = x.is(last, ",") ? last + 1 : last;
      k = x.is(k, "and") ? k + 1 : k;
      int next = k == last ? 0 : nameEnd(k);
      if (next == 0) {
        break;
      }
      count++;
      last = aside(next);
    }
    Casualties.Hit after = count == 1 || before != null ? null : Casualties.after(x, last, false);
    Slot slot = before != null ? before : after == null ? null : after.slot();
    boolean bodily = slot == Slot.KILLED || slot == Slot.INJURED || slot == Slot.SHOT;
    if (count == 1 || slot == null || !bodily || natural()) {
      return 0;
    }
    for (int k = i; k < last; k++) {
      Amount a = x.number(k) && x.is(k - 1, ",") ? amounts.read(k) : null;
      if (a != null && a.plain() && x.digits(k) <= 2) {
        ages.aged(a, a.end(), "y", k);
      }
    }
    int to = after == null ? last : after.end();
    return mentions.harmed(i, to, BigDecimal.valueOf(count), x.raw(i, last), slot);
  }

  /** Behind the age that follows a name between commas. */
  private int aside(int end) {
    return x.is(end, ",") && x.number(end + 1) ? end + 2 : end;
  }

  /** The end of a name of two to four capitalised words that begins here; 0 if none does. */
  private int nameEnd(int i) {
    if (!x.capitalised(i)
        || x.capitalised(i - 1)
        || time[i]
        || x.in(i, Nouns.FUNCTION)
        || Numbers.isNumberWord(x.lower(i))
        || x.upper(i) && x.lower(i).length() > 3) {
      return 0;
    }
    int j = i + 1;
    while (j < x.size
        && !time[j]
        && (x.capitalised(j)
            || x.is(j, ".") && x.lower(j - 1).length() <= 2 && x.capitalised(j + 1))) {
      j++;
    }
    return j - i >= 2 && j - i <= 5 ? j : 0;
  }

  /** Whether the sentence speaks of a death by illness or age. */
  private boolean natural() {
    if (natural == null) {
      boolean found = false;
      for (int k = 0; k < x.size && !found; k++) {
        found = x.in(k, NATURAL);
      }
      natural = found;
    }
    return natural;
  }
}
