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

  private static final Set<String> REPORTS = Set.of("report", "reports", "word", "news");
  private static final int NEGATION_REACH = 4;

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
    int reports = reports(i, one);
    if (reports > i) {
      return reports;
    }
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

  /**
   * "No reports of deaths or injuries", "no immediate word of casualties": the end of the reports
   * of harm that there are not; else the place itself.
   */
  private int reports(int i, boolean one) {
    int j = x.is(i + 1, "immediate") || x.is(i + 1, "initial") ? i + 2 : i + 1;
    boolean none = x.is(i, "no") && !one && x.in(j, REPORTS) && x.is(j + 1, "of");
    return none ? harms(i, j + 2) : i;
  }

  /** "We don't have any reports of fatalities": from "any" on. */
  int anyReports(int i) {
    boolean negated = false;
    for (int k = i - 1; k >= Math.max(0, i - NEGATION_REACH); k--) {
      negated |= x.is(k, "not") || x.is(k, "t") && x.is(k - 1, "'") || x.is(k, "without");
    }
    boolean none = negated && x.is(i, "any") && x.in(i + 1, REPORTS) && x.is(i + 2, "of");
    return none ? harms(i, i + 3) : i;
  }

  /** Each of "deaths or injuries"; "casualties" are read as dead. */
  private int harms(int from, int at) {
    int end = from;
    int j = at;
    while (j < x.size) {
      Nouns.Phrase p = Nouns.read(x, j, false);
      if (p == null) {
        break;
      }
      Slot noun = x.is(p.head(), "casualties") ? Slot.KILLED : Casualties.noun(x, p);
      boolean grave = p.head() > j && x.in(j, GRAVE);
      if (noun == null || noun == Slot.ARRESTED || grave) {
        break;
      }
      end = mentions.harmed(end, p.end(), BigDecimal.ZERO, null, noun);
      if (!x.is(p.end(), "or") && !x.is(p.end(), "and")) {
        break;
      }
      j = p.end() + 1;
    }
    return end;
  }
}
