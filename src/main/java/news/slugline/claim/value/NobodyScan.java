package news.slugline.claim.value;

import java.math.BigDecimal;
import java.util.Set;
import news.slugline.claim.value.QuantityMention.Slot;

/** That nobody was harmed. */
final class NobodyScan {
  private static final Set<String> GRAVELY = QuantityScan.WORDS.get("gravely");
  private static final Set<String> ANYBODY = Set.of("people", "persons", "person", "others");

  /** "No serious injuries": there may be others. */
  private static final Set<String> GRAVE = QuantityScan.WORDS.get("grave");

  private final Lexemes x;
  private final Mentions mentions;

  NobodyScan(Lexemes x, Mentions mentions) {
    this.x = x;
    this.mentions = mentions;
  }

  boolean isNobody(int i) {
    return x.is(i, "no") || x.is(i, "nobody") || x.is(i, "none") || x.phrase(i, "not", "one");
  }

  /** "No one was hurt", "no injuries were reported". */
  int nobody(int i) {
    boolean one = x.phrase(i, "no", "one") || x.phrase(i, "not", "one");
    // its "one" is no number
    int past = one ? i + 2 : i + 1;
    int j = x.is(i, "not") && x.in(past, ANYBODY) ? past + 1 : past;
    if (x.is(i, "no") && !one) {
      Nouns.Phrase p = Nouns.read(x, x.is(j, "other") || x.is(j, "more") ? j + 1 : j, false);
      Slot noun = p == null ? null : Casualties.noun(x, p);
      boolean some = noun != null && p != null && p.head() > j && x.in(j, GRAVE);
      if (p == null || x.is(j, "other") || some) {
        return past;
      }
      if (noun != null && noun != Slot.ARRESTED) {
        return mentions.harmed(i, p.end(), BigDecimal.ZERO, null, noun);
      }
      j = x.in(p.head(), ANYBODY) ? p.end() : -1;
    }
    j = x.phrase(j, "else") ? -1 : j;
    Casualties.Hit hit = j < 0 ? null : Casualties.after(x, j, false);
    boolean gravely = false;
    for (int k = j; hit != null && k < hit.end(); k++) {
      gravely |= x.in(k, GRAVELY) || x.in(k, GRAVE);
    }
    return hit == null || gravely
        ? past
        : mentions.harmed(i, hit.end(), BigDecimal.ZERO, null, hit.slot());
  }
}
