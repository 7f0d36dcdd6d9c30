package news.slugline.story;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import news.slugline.claim.Kind;

/** Says which positions of a fact two origins hold against each other. */
final class Disputes {
  private final Values values;
  private final Clash clash;
  private final RivalTolls tolls;
  private final Joiner joiner;

  Disputes(Values values, Clash clash, RivalTolls tolls, Joiner joiner) {
    this.values = values;
    this.clash = clash;
    this.tolls = tolls;
    this.joiner = joiner;
  }

  /** Marks the positions that two origins' own values hold apart; says whether there are any. */
  boolean mark(Kind kind, List<Draft> drafts) {
    List<RivalTolls.Pair> rivals = kind == Kind.QUANTITY ? tolls.rivals(drafts) : List.of();
    boolean any = false;
    for (int i = 0; i < drafts.size(); i++) {
      for (int j = i + 1; j < drafts.size(); j++) {
        Draft a = drafts.get(i);
        Draft b = drafts.get(j);
        boolean known = a.status == FactStatus.DISPUTED && b.status == FactStatus.DISPUTED;
        if (!known
            && !a.superseded
            && !b.superseded
            && (kind == Kind.EVENT && decideOtherwise(a, b)
                || stand(kind, a, b)
                    && (ownValuesDiffer(a, b) && clash(a, b)
                        || kind == Kind.QUANTITY && areTwoParties(a, b, rivals)))) {
          a.status = FactStatus.DISPUTED;
          b.status = FactStatus.DISPUTED;
          any = true;
        }
      }
    }
    return any;
  }

  /**
   * "Approved the takeover", "blocked the takeover": what sentences of one happening and one day
   * tell that name no others.
   */
  private boolean decideOtherwise(Draft a, Draft b) {
    return ownValuesDiffer(a, b) && anyPair(a, b, joiner::decideOtherwise);
  }

  /** Whether the two may stand against each other by what they say alone. */
  private boolean stand(Kind kind, Draft a, Draft b) {
    boolean text = kind == Kind.QUOTE || kind == Kind.STATEMENT;
    if (kind == Kind.EVENT && isDenial(a.value) == isDenial(b.value)) {
      return false; // "are investigating", "continue to investigate": how far it is, not whether
    }
    return kind != Kind.PLACE
        && (text || values.match(kind, a.value, b.value) == Values.Match.APART);
  }

  private static boolean isDenial(String status) {
    return status.equals("did_not_occur")
        || status.equals("cancelled")
        || status.equals("not planned");
  }

  /** Whether any two claims of theirs speak of the same thing. */
  private boolean clash(Draft a, Draft b) {
    return anyPair(
        a, b, (m, n) -> areAgainst(m, n) || joiner.areRivals(m, n) || joiner.giveOtherwise(m, n));
  }

  /** Whether it holds of any two claims that say so. */
  private static boolean anyPair(Draft a, Draft b, BiPredicate<NodeRow, NodeRow> holds) {
    for (Member m : a.members()) {
      for (Member n : b.members()) {
        if (m.supports() && n.supports() && holds.test(m.node(), n.node())) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether two origins at least tell of two parties that each keep to a number of its own. */
  private boolean areTwoParties(Draft a, Draft b, List<RivalTolls.Pair> rivals) {
    Set<String> origins = new TreeSet<>(a.origins());
    origins.addAll(b.origins());
    return origins.size() > 1
        && (tolls.areRivals(a, b, rivals) || anyPair(a, b, joiner::areRivals));
  }

  private boolean areAgainst(NodeRow m, NodeRow n) {
    return clash.between(m, n) && clash.isTold(m, n);
  }

  /** An origin that gives both values gives neither against the other. */
  private static boolean ownValuesDiffer(Draft a, Draft b) {
    return a.origins().stream().anyMatch(o -> !b.isSupportedBy(o))
        && b.origins().stream().anyMatch(o -> !a.isSupportedBy(o));
  }
}
