package news.slugline.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import news.slugline.claim.About;
import news.slugline.claim.Claim;
import news.slugline.claim.Kind;
import org.jspecify.annotations.Nullable;

/** The days on which a fact turned. */
final class Turns {
  private static final int MOST = 24;

  private Turns() {}

  /** The turns of a fact; none if it has not turned. */
  static List<Fact.Turn> of(
      Kind kind, FactStatus status, List<Draft> drafts, @Nullable Outcome outcome) {
    return isTurned(kind, status, drafts) ? turns(kind, drafts, outcome) : List.of();
  }

  /**
   * What one origin alone says has not turned, unless it is an event that an article opens with:
   * that is news. What several tell of an event has, even if each tells it in its own way, and what
   * is told otherwise since.
   */
  private static boolean isTurned(Kind kind, FactStatus status, List<Draft> drafts) {
    boolean moved = drafts.stream().anyMatch(d -> d.moved);
    boolean alone = status == FactStatus.SINGLE_SOURCE || status == FactStatus.SUPERSEDED;
    if (alone && kind == Kind.QUANTITY && isRunningCount(drafts)) {
      return false;
    }
    if (status != FactStatus.SINGLE_SOURCE || moved || kind != Kind.EVENT) {
      return status != FactStatus.SINGLE_SOURCE || moved;
    }
    Set<String> origins = new TreeSet<>();
    boolean news = false;
    for (Draft d : drafts) {
      origins.addAll(Draft.keys(d.tellers()));
      news |= d.members().stream().anyMatch(m -> m.supports() && isNews(m.claim()));
      for (Pile p : d.beside) {
        if (p.own()) {
          p.members().forEach(m -> origins.add(m.originKey()));
          news |= p.members().stream().anyMatch(m -> isNews(m.claim()));
        }
      }
    }
    return news || origins.size() > 1;
  }

  /**
   * A count of cases, homes or flights moves with every report, and that it moved is no turn of the
   * story: who tells its days names what happened, and the toll. Two numbers held against each
   * other are one, and so is a correction.
   */
  private static boolean isRunningCount(List<Draft> drafts) {
    return Counted.isAmount(drafts.get(0).first().claim().about());
  }

  private static boolean isNews(Claim c) {
    return !c.isTold() && !c.about().background() && Scene.isOpening(c.span().start());
  }

  /**
   * The days on which the fact turned, each once: on which it happened, if the claim says so, else
   * on which it was first published; not by arrival.
   */
  private static List<Fact.Turn> turns(Kind kind, List<Draft> drafts, @Nullable Outcome outcome) {
    List<Map.Entry<NodeRow, ChangeReason>> all = new ArrayList<>();
    List<Draft> order = new ArrayList<>(kind == Kind.EVENT ? byValue(drafts) : drafts);
    order.sort(Comparator.comparing(d -> d.first(), Place.CANONICAL));
    for (int i = 0; i < order.size(); i++) {
      Draft d = order.get(i);
      NodeRow first = d.first();
      ChangeReason reason = ChangeReason.NEW_CLAIM;
      if (i > 0) {
        reason =
            d.status == FactStatus.DISPUTED
                ? ChangeReason.CONFLICT_OPENED
                : outcome == Outcome.FULFILLED && d.value.equals("occurred")
                    ? ChangeReason.FULFILLED
                    : outcome == Outcome.NOT_FULFILLED
                        ? ChangeReason.NOT_FULFILLED
                        : FactMaker.isCurrent(d.status) && order.get(0).superseded
                            ? ChangeReason.SUPERSEDED
                            : ChangeReason.NEW_CLAIM;
      }
      all.add(Map.entry(first, reason));
      String origin = d.members().get(0).originKey();
      for (Member m : d.tellers()) {
        if (!m.originKey().equals(origin)) {
          boolean copies = d.lender(m) != null;
          all.add(Map.entry(m.node(), copies ? ChangeReason.COPY_ADDED : ChangeReason.NEW_ORIGIN));
          break;
        }
      }
    }
    all.sort(Map.Entry.comparingByKey(Place.CANONICAL));
    Map<String, Fact.Turn> out = new LinkedHashMap<>();
    for (Map.Entry<NodeRow, ChangeReason> e : all) {
      String day = turned(e.getKey());
      if (out.size() < MOST || out.containsKey(day)) {
        Fact.Turn turn = new Fact.Turn(day, e.getValue(), e.getKey().uri());
        out.merge(day, turn, (a, b) -> isMore(a) || !isMore(b) ? a : b);
      }
    }
    return List.copyOf(out.values());
  }

  /** An event turns when it is told to stand otherwise, not when it is told in other words. */
  private static List<Draft> byValue(List<Draft> drafts) {
    Map<String, List<Draft>> out = new LinkedHashMap<>();
    drafts.forEach(d -> out.computeIfAbsent(d.value, v -> new ArrayList<>()).add(d));
    return out.values().stream().map(Turns::together).toList();
  }

  /** One draft of all that give a value, with what is said in ways of its own beside them. */
  private static Draft together(List<Draft> drafts) {
    Draft first = drafts.get(0);
    if (drafts.size() == 1 && first.beside.stream().noneMatch(Pile::own)) {
      return first;
    }
    Draft out = first.anew(first.value);
    out.status = first.status;
    out.superseded = true;
    for (Draft d : drafts) {
      d.piles.forEach(out::add);
      d.beside.stream().filter(Pile::own).forEach(out::add);
      out.status = d.status.compareTo(out.status) < 0 ? d.status : out.status;
      out.superseded &= d.superseded;
    }
    return out;
  }

  /** Whether it is more than that something was said, or said again. */
  private static boolean isMore(Fact.Turn turn) {
    return switch (turn.reason()) {
      case NEW_CLAIM, NEW_ORIGIN, COPY_ADDED -> false;
      default -> true;
    };
  }

  private static String turned(NodeRow n) {
    String published = n.time().substring(0, Math.min(10, n.time().length()));
    About about = n.claim().about();
    String value = n.claim().value();
    String when = n.claim().kind() == Kind.TIME && value != null ? value : about.when();
    if (when == null || when.length() < 10 || when.indexOf('/') >= 0) {
      return published;
    }
    if (about.background() || Gist.isText(n.claim())) {
      return published;
    }
    String day = when.substring(0, 10);
    boolean isDay = day.charAt(4) == '-' && Character.isDigit(day.charAt(9));
    return isDay && day.compareTo(published) <= 0 ? day : published;
  }
}
