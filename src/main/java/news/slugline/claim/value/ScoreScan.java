package news.slugline.claim.value;

import java.math.BigDecimal;
import java.util.Set;
import news.slugline.claim.value.QuantityMention.Slot;
import org.jspecify.annotations.Nullable;

/**
 * Results of games and votes, and magnitudes. Each reader says at which lexeme it ends, or 0 if
 * there is none.
 */
final class ScoreScan {
  private static final Set<String> VOTE_WORDS = QuantityScan.WORDS.get("vote words");
  private static final Set<String> GAME_WORDS = QuantityScan.WORDS.get("game words");

  private final Lexemes x;
  private final Identifiers identifiers;
  private final Mentions mentions;

  ScoreScan(Lexemes x, Identifiers identifiers, Mentions mentions) {
    this.x = x;
    this.identifiers = identifiers;
    this.mentions = mentions;
  }

  int score(Amount a) {
    int j = a.end();
    boolean pair = x.is(j, "-") && !x.spaced(j) && !x.spaced(j + 1) && x.number(j + 1) && a.plain();
    boolean range =
        a.high() != null
            && a.plain()
            && x.is(a.number() + 1, "-")
            && x.digits(a.number()) > 0
            && x.number(a.number() + 2);
    boolean to =
        x.is(j, "to")
            && !x.is(a.start() - 1, "from")
            && x.number(j + 1)
            && near(a.start(), j) == Slot.VOTES
            && a.plain();
    if (!pair && !range && !to || a.comparator() != Comparator.EXACT) {
      return 0;
    }
    int second = range ? a.number() + 2 : j + 1;
    int first = a.number();
    int end = second + 1;
    if (x.is(end, "-") && !x.spaced(end)) {
      return identifiers.past(second);
    }
    Slot slot = near(first, end);
    if (slot == null
        || Units.UNITS.longest(x, end) != null && slot != Slot.VOTES
        || x.is(end, "%")
        || x.digits(first) > 3
        || x.digits(second) > 3) {
      return pair ? end : 0;
    }
    BigDecimal low = BigDecimal.valueOf(x.value(first));
    BigDecimal high = BigDecimal.valueOf(x.value(second));
    String value = x.lower(first) + "-" + x.lower(second) + (slot == Slot.VOTES ? " votes" : "");
    if (x.is(end, "vote") || x.is(end, "votes")) {
      end++;
    }
    return mentions.emit(
        a.start(),
        end,
        value,
        low,
        high,
        Comparator.EXACT,
        slot == Slot.VOTES ? "votes" : "",
        null,
        slot);
  }

  private @Nullable Slot near(int from, int to) {
    for (int d = 1; d <= 10; d++) {
      boolean vote = x.in(from - d, VOTE_WORDS) || x.in(to + d - 1, VOTE_WORDS);
      if (vote) {
        return Slot.VOTES;
      }
      if (x.in(from - d, GAME_WORDS) || x.in(to + d - 1, GAME_WORDS)) {
        return Slot.SCORE;
      }
    }
    return null;
  }

  private static final Set<String> TO_MAGNITUDE =
      Set.of("of", "was", "is", "at", "to", "as", "put", "revised", "upgraded", "downgraded");

  int magnitude(int i) {
    if (x.is(i, "magnitude") || x.is(i, "richter")) {
      int j = i + 1;
      while (x.is(j, "-") || x.in(j, TO_MAGNITUDE)) {
        j++;
      }
      Numbers.Hit n = x.number(j) ? Numbers.read(x, j) : null;
      return n == null || n.value().intValue() > 10 ? 0 : magnitude(i, n.end(), n.value());
    }
    if (!x.number(i)) {
      return 0;
    }
    Numbers.Hit n = Numbers.read(x, i);
    if (n == null || n.value().intValue() > 10) {
      return 0;
    }
    int j = x.is(n.end(), "-") ? n.end() + 1 : n.end();
    if (x.is(j, "magnitude")) {
      return magnitude(i, j + 1, n.value());
    }
    boolean scale = x.phrase(n.end(), "on", "the", "richter", "scale");
    return scale ? magnitude(i, n.end() + 4, n.value()) : 0;
  }

  private int magnitude(int from, int to, BigDecimal v) {
    return mentions.emit(
        from,
        to,
        "M" + Numbers.plain(v),
        v,
        null,
        Comparator.EXACT,
        "magnitude",
        null,
        Slot.MAGNITUDE);
  }
}
