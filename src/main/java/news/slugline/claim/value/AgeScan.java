package news.slugline.claim.value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import news.slugline.claim.value.QuantityMention.Slot;

/** Ages, beside a name or not. Each reader says at which lexeme it ends, or 0 if there is none. */
final class AgeScan {
  private static final Set<String> BEHIND_AGES = QuantityScan.WORDS.get("behind ages");

  private static final Set<String> DIED = Set.of("died", "dies", "die", "dead", "dying");

  private final Lexemes x;
  private final boolean[] time;
  private final Amounts amounts;
  private final Mentions mentions;

  AgeScan(Lexemes x, boolean[] time, Amounts amounts, Mentions mentions) {
    this.x = x;
    this.time = time;
    this.amounts = amounts;
    this.mentions = mentions;
  }

  /** "19-year-old", "35 years old", "Smith, 35,", "Smith, also 35,", "John Smith (35)". */
  int ageAfter(Amount a, int u) {
    BigDecimal low = a.low();
    if (low == null) {
      return 0;
    }
    String unit =
        switch (x.lower(u)) {
          case "year", "years", "yr" -> "y";
          case "month", "months" -> "month";
          case "week", "weeks" -> "week";
          case "day", "days" -> "d";
          default -> "";
        };
    int brief = x.is(u, "yo") ? u + 1 : x.phrase(u, "y", "/", "o") ? u + 3 : 0;
    if (brief > 0) {
      return aged(a, brief, "y", a.number());
    }
    int o = x.is(u + 1, "-") ? u + 2 : u + 1;
    boolean of = x.phrase(u + 1, "of", "age");
    if (!unit.isEmpty() && (x.is(o, "old") || x.is(o, "olds") || of && !x.is(u, "day"))) {
      return aged(a, of ? u + 3 : o + 1, unit, a.number());
    }
    boolean years =
        a.plain()
            && a.comparator() == Comparator.EXACT
            && a.number() == a.start()
            && a.high() == null
            && x.digits(a.number()) <= 3;
    if (!years || low.intValue() < 1 || low.intValue() > 115) {
      return 0;
    }
    int b = a.start() - 1;
    b = x.is(b, "also") && x.is(b - 1, ",") ? b - 1 : b; // "Ann Lee, also 18."
    boolean named =
        x.capitalised(b - 1) && !time[b - 1]
            || x.is(b - 1, ".") && (x.is(b - 2, "jr") || x.is(b - 2, "sr") || isInitial(b - 2))
            || x.digits(a.number()) == 2 && CountNouns.isPerson(x.lower(b - 1)); // "the man, 34,"
    int e = a.end();
    boolean closed =
        e >= x.size
            || x.is(e, ",")
            || x.is(e, ".") && (e + 1 >= x.size || x.spaced(e + 1))
            || x.is(e, ";");
    boolean number = x.phrase(b - 3, "number", "of"); // "put the number of dead at 80"
    if (x.is(b, "at") && x.in(b - 1, DIED) && !number && (closed || x.in(e, Nouns.FUNCTION))) {
      return aged(a, e, "y", a.number()); // "has died at 80"
    }
    boolean paren = x.is(b, "(") && x.is(e, ")") && named;
    boolean comma =
        x.is(b, ",")
            && x.spaced(a.start())
            && (closed || x.is(e, "and") || x.is(e, "who") || x.is(e, "of") || x.is(e, "was"))
            && named
            && !x.spaced(b);
    if (!paren && !comma) {
      return 0;
    }
    int after = x.is(e, ",") ? e + 1 : e;
    int next = aged(a, e, "y", a.number());
    Casualties.Hit hit = comma ? Casualties.after(x, after, false) : null;
    if (hit != null) {
      int name = b - 1;
      while (x.capitalised(name - 1)) {
        name--;
      }
      mentions.harmed(name, hit.end(), BigDecimal.ONE, x.raw(name, b), hit.slot());
      next = Math.max(next, e);
    }
    return next;
  }

  /** "Marek D., 41": how courts in some countries name the accused. */
  private boolean isInitial(int i) {
    return x.capitalised(i) && x.raw(i, i + 1).length() == 1 && x.capitalised(i - 1);
  }

  int aged(Amount a, int end, String unit, int from) {
    int start = a.comparator() == Comparator.EXACT ? from : a.start();
    return mentions.add(start, end, a, unit, null, Slot.AGE);
  }

  /** "Aged 35", "at the age of 35", "turned 50", "ages 5 to 11". */
  int ageBefore(int i) {
    int j;
    boolean turn = false;
    if (x.is(i, "aged") || x.is(i, "ages")) {
      j = i + 1;
    } else if (x.is(i, "age")) {
      j = x.is(i + 1, "of") ? i + 2 : i + 1;
    } else if (x.is(i, "turned") || x.is(i, "turns") || x.is(i, "turning")) {
      j = i + 1;
      turn = true;
    } else {
      return 0;
    }
    j = x.is(j, "of") ? j + 1 : j;
    boolean between = x.is(j, "between");
    Amount a = amounts.read(between ? j + 1 : j);
    if (a == null || a.scaled() || a.currency() != null || a.low() == null || time[a.end() - 1]) {
      return 0;
    }
    if (a.low().intValue() > 120
        || turn
            && (a.words() && a.low().intValue() < 13
                || x.word(a.end()) && !x.in(a.end(), Nouns.FUNCTION))) {
      return 0;
    }
    int e = a.end();
    if (turn && x.is(e, "%")) {
      return 0;
    }
    String unit = x.is(e, "months") ? "month" : "y";
    e = x.is(e, "months") || x.is(e, "years") ? e + 1 : e;
    boolean plural = !turn && !x.is(i, "age") && a.high() == null;
    if (plural && between && x.is(e, "and") && x.number(e + 1)) {
      return e;
    }
    int next = mentions.add(turn ? a.start() : i, e, a, unit, null, Slot.AGE);
    return plural ? otherAges(next, unit) : next;
  }

  /** "Aged 34, 41 and 52": each of a list of bare numbers that ends like one. */
  private int otherAges(int from, String unit) {
    int e = from;
    List<Amount> others = new ArrayList<>();
    while (x.is(e, ",") || x.is(e, "and")) {
      int k = x.is(e, ",") && x.is(e + 1, "and") ? e + 2 : e + 1;
      Amount a = x.number(k) && x.digits(k) <= 2 ? amounts.read(k) : null;
      if (a == null || a.low() == null || !a.plain() || a.comparator() != Comparator.EXACT) {
        break;
      }
      others.add(a);
      e = a.end();
    }
    boolean counts = x.word(e) && !x.in(e, Nouns.FUNCTION) && !x.in(e, BEHIND_AGES);
    if (others.isEmpty() || counts) {
      return from;
    }
    int next = from;
    for (Amount a : others) {
      next = mentions.add(a.start(), a.end(), a, unit, null, Slot.AGE);
    }
    return next;
  }

  /** "She was 91.", "Moore was 91 when": whose it is must be a person, which names tell. */
  int bareAge(int i) {
    boolean subject = x.is(i - 1, "he") || x.is(i - 1, "she") || x.capitalised(i - 1);
    boolean was = x.is(i, "was") || x.is(i, "is");
    if (!subject || !was || x.digits(i + 1) != 2 || time[i + 1]) {
      return 0;
    }
    int e = i + 2;
    boolean stop = x.is(e, ".") && (e + 1 >= x.size || x.spaced(e + 1));
    if (!stop && e < x.size && !x.is(e, ",") && !x.is(e, "when") && !x.is(e, "and")) {
      return 0;
    }
    Amount a = amounts.read(i + 1);
    return a == null || !a.plain() || a.end() != e ? 0 : aged(a, e, "y", a.number());
  }
}
