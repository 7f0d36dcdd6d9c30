package news.slugline.claim.value;

import java.util.Set;

/** Numbers that name something and count nothing. */
final class Identifiers {
  private static final Set<String> LABELS = Lists.words("label-nouns.txt");
  private static final Set<String> STREETS = QuantityScan.WORDS.get("streets");

  /** Numbers to call: "911 calls". */
  private static final Set<String> EMERGENCY = Set.of("911", "999", "112", "000");

  private final Lexemes x;
  private final boolean[] time;

  /**
   * @param time which lexemes are of a time
   */
  Identifiers(Lexemes x, boolean[] time) {
    this.x = x;
    this.time = time;
  }

  /**
   * Numbers that name something: "Flight 370", "No. 10", "F-16", "the 88ers", telephone numbers,
   * addresses.
   */
  boolean isIdentifier(int i) {
    if (!x.number(i)) {
      return false;
    }
    boolean glued =
        !x.spaced(i)
            && (x.word(i - 1)
                || x.is(i - 1, "-") && x.word(i - 2) && !x.spaced(i - 1)
                || x.is(i - 1, "#")
                || x.is(i - 1, "/")
                || x.is(i - 1, ":") && x.number(i - 2)
                || x.is(i - 1, "."));
    if (glued && Units.CURRENCY_SIGNS.endingBefore(x, i, 3) == null) {
      return true;
    }
    if (x.is(i + 1, "/") && x.number(i + 2) && !x.spaced(i + 1)
        || x.is(i + 1, "ers") && !x.spaced(i + 1)
        || Numbers.isOrdinalSuffix(x, i + 1)) {
      return true;
    }
    boolean emergency = x.in(i, EMERGENCY) && x.word(i + 1) && !Nouns.isPerson(x.lower(i + 1));
    boolean channel =
        x.is(i + 1, "news") && x.capitalised(i + 1)
            || x.digits(i) > 2
                && x.upper(i + 1)
                && x.lower(i + 1).length() > 2
                && (x.is(i + 2, "'") || x.capitalised(i + 2));
    if (emergency || channel) {
      return true;
    }
    boolean phone =
        x.is(i + 1, "-")
                && x.digits(i + 2) >= 3
                && !x.spaced(i + 1)
                && !x.spaced(i + 2)
                && x.is(i + 3, "-")
                && x.digits(i + 4) >= 3
            || x.is(i + 1, "-") && x.digits(i + 2) == 4 && x.digits(i) == 3 && !x.spaced(i + 1);
    boolean area = x.is(i - 1, "(") && x.digits(i) == 3 && x.is(i + 1, ")") && x.digits(i + 2) == 3;
    if (phone || area) {
      return true;
    }
    if (x.in(i - 1, LABELS) && !x.is(i - 1, "no")
        || x.is(i - 1, ".") && (x.is(i - 2, "no") || x.is(i - 2, "nos"))) {
      return true;
    }
    if (x.is(i + 1, "block") || x.is(i + 1, "-") && x.is(i + 2, "block")) {
      return true;
    }
    return isAddress(i) || isNamed(i);
  }

  private boolean isAddress(int i) {
    for (int k = i + 1; k <= i + 5 && k < x.size; k++) {
      if (x.in(k, STREETS) && x.capitalised(k) && k > i + 1) {
        return true;
      }
      boolean part =
          x.capitalised(k)
              || x.is(k, ".")
              || x.number(k) && x.capitalised(k + 1)
              || x.is(k, "th")
              || x.is(k, "st")
              || x.is(k, "nd")
              || x.is(k, "rd");
      if (!part) {
        return false;
      }
    }
    return false;
  }

  /** "Boeing 737": a capitalised word and a bare number that counts and measures nothing. */
  private boolean isNamed(int i) {
    boolean bare = !x.is(i + 1, ",") && !x.is(i + 1, ".") && !x.is(i + 1, "%") && !x.is(i + 1, "-");
    if (!bare
        || !x.capitalised(i - 1)
        || time[i - 1]
        || i - 1 == 0 && x.in(i - 1, Nouns.FUNCTION)) {
      return false;
    }
    boolean measured = Units.UNITS.longest(x, i + 1) != null || Numbers.isScale(x.lower(i + 1));
    WordTree.Hit<String> sign = Units.CURRENCY_SIGNS.endingBefore(x, i, 2);
    boolean counts = x.word(i + 1) && !x.in(i + 1, Nouns.FUNCTION) && !x.capitalised(i + 1);
    return !measured && sign == null && !counts && !x.in(i - 1, Nouns.FUNCTION);
  }

  /** Past a number that means nothing, with all that is glued to it. */
  int past(int i) {
    int j = i + 1;
    while (j < x.size && !x.spaced(j) && !x.is(j, ")")) {
      j++;
    }
    return j;
  }
}
