package news.slugline.story;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import news.slugline.claim.Kind;

/**
 * The order of facts for an editor: conflicts and changes first, then what is well supported, then
 * the events that articles open with.
 */
final class FactOrder {
  /** Characters of an article's first sentence, with its dateline. */
  private static final int LEAD = 200;

  /** So many of the first facts, which are those that changed, are looked at for newer numbers. */
  static final int CHANGED = 12;

  /** The place of what was replaced, the last of those that changed. */
  private static final int REPLACED = 2;

  private FactOrder() {}

  private record Ranked(String key, Fact fact) {}

  /** Facts in that order. */
  static List<Fact> ranked(Collection<Fact> facts) {
    return facts.stream()
        .map(f -> new Ranked(key(f), f))
        .sorted(Comparator.comparing(Ranked::key).thenComparing(r -> r.fact().factId()))
        .map(Ranked::fact)
        .toList();
  }

  /**
   * The sentence that says what is known of the story: how the event now stands that most origins
   * speak of, be it as a plan or as done; if it gives an old number, the one with the new one.
   */
  static String gist(Collection<Fact> facts) {
    String gist =
        facts.stream()
            .filter(FactOrder::mayBeGist)
            .min(Comparator.comparing((Fact f) -> gistKey(f, key(f))).thenComparing(Fact::factId))
            .map(Fact::gist)
            .orElse("");
    return upToDate(gist, ranked(facts).stream().limit(CHANGED).toList());
  }

  /** The sentence, or the one with the new number if one of the facts replaced a number of it. */
  static String upToDate(String sentence, List<Fact> changed) {
    return changed.stream()
        .filter(f -> isToldBefore(f, sentence))
        .findFirst()
        .map(Fact::gist)
        .orElse(sentence);
  }

  /** Whether it is one of those that stand first; behind them none has a replaced number. */
  static boolean hasChanged(Fact f) {
    return order(f) <= REPLACED;
  }

  /** Whether a sentence gives a number of a fact that has been replaced since. */
  private static boolean isToldBefore(Fact f, String sentence) {
    return f.status() == FactStatus.SUPERSEDED
        && f.kind() == Kind.QUANTITY
        && f.positions().stream()
            .filter(p -> !p.current())
            .flatMap(p -> p.evidence().stream())
            .anyMatch(e -> !e.text().isEmpty() && sentence.contains(e.text()));
  }

  static String key(Fact f) {
    return order(f) + Ranking.inverse(origins(f)) + Ranking.inverse(evidence(f));
  }

  static boolean mayBeGist(Fact f) {
    return f.status() != FactStatus.RETRACTED
        && f.kind() != Kind.QUOTE
        && !isTold(f)
        && !isPlaceAlone(f);
  }

  /** A dateline's place, which is no line of a story. */
  private static boolean isPlaceAlone(Fact f) {
    return f.kind() == Kind.PLACE
        && f.positions().stream().anyMatch(p -> p.value().equalsIgnoreCase(f.gist()));
  }

  /**
   * @param key of the fact
   */
  static String gistKey(Fact f, String key) {
    int all = Math.max(origins(f), Origins.of(f).size());
    return Ranking.inverse(2 * all + (f.kind() == Kind.EVENT ? 1 : 0))
        + Ranking.inverse(openings(f))
        + Ranking.inverse(origins(f, Position::current))
        + key;
  }

  /** Whether it is what sentences of several articles tell alike, in words of no class. */
  private static boolean isTold(Fact f) {
    return f.topicKey().startsWith(TopicKeys.TOLD_KEY);
  }

  /** What is told alike in words of no class stands last: typed facts mostly say the same. */
  private static int order(Fact f) {
    if (isTold(f) && f.status() != FactStatus.RETRACTED) {
      return 6;
    }
    return switch (f.status()) {
      case DISPUTED -> 0;
      case CORRECTED -> 1;
      case SUPERSEDED -> REPLACED;
      case CORROBORATED -> 3;
      case SINGLE_SOURCE -> hasMoved(f) ? 3 : isNews(f) ? 4 : 5;
      case RETRACTED -> 7;
    };
  }

  /**
   * Whether it is told otherwise since, by what nobody took back, though nothing shows that one
   * value replaces another.
   */
  private static boolean hasMoved(Fact f) {
    return !f.changes().isEmpty()
        && f.positions().stream().filter(p -> p.origins() > 0).count() > 1;
  }

  /** Whether it is an event that an article opens with. */
  private static boolean isNews(Fact f) {
    for (Position p : f.positions()) {
      for (Evidence e : p.evidence()) {
        if (isNews(f, e)) {
          return true;
        }
      }
    }
    return false;
  }

  /** How many articles open with it: what they are about stands there. */
  private static int openings(Fact f) {
    Set<String> out = new HashSet<>();
    for (Position p : f.positions()) {
      for (Evidence e : p.evidence()) {
        if (e.counts() && e.start() < LEAD) {
          out.add(e.article());
        }
      }
    }
    return out.size();
  }

  static boolean isNews(Fact f, Evidence e) {
    return f.kind() == Kind.EVENT && Scene.isOpening(e.start());
  }

  private static int origins(Fact f) {
    return origins(f, p -> true);
  }

  private static int origins(Fact f, Predicate<Position> of) {
    int most = 0;
    for (Position p : f.positions()) {
      most = of.test(p) ? Math.max(most, p.origins()) : most;
    }
    return most;
  }

  private static int evidence(Fact f) {
    int sum = 0;
    for (Position p : f.positions()) {
      sum += p.evidence().size() + p.evidenceFolded();
    }
    return sum;
  }
}
