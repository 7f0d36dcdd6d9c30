package news.slugline.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import news.slugline.story.Tables.BucketRow;
import org.jspecify.annotations.Nullable;

/** A position in the making. */
final class Draft {
  final String value;

  /** Whether it is said in a way of its own, so that nothing else joins it. */
  final boolean own;

  final List<Pile> piles = new ArrayList<>();

  /** What stands beside it without counting. */
  final List<Pile> beside = new ArrayList<>();

  private final List<Member> members = new ArrayList<>();
  private boolean inOrder = true;

  /** What follows from its claims, once it was asked for; null before. */
  private @Nullable List<Member> voices;

  private @Nullable Set<String> origins;
  private @Nullable Set<String> supporting;
  private final Map<String, Boolean> asked = new HashMap<>();

  FactStatus status = FactStatus.SINGLE_SOURCE;
  boolean superseded;

  Draft(String value, boolean own) {
    this.value = value;
    this.own = own;
  }

  void add(Pile p) {
    piles.add(p);
    inOrder = members.isEmpty();
    members.addAll(p.members());
    voices = null;
    origins = null;
    supporting = null;
    asked.clear();
  }

  /** The first few of its claims, in canonical order. */
  List<Member> members() {
    if (!inOrder) {
      members.sort(Comparator.comparing(Member::node, Place.CANONICAL));
      inOrder = true;
    }
    return members;
  }

  /** The first few live claims that stand beside it, in canonical order. */
  List<Member> besides() {
    return beside.stream()
        .flatMap(p -> p.members().stream())
        .filter(Member::supports)
        .sorted(Comparator.comparing(Member::node, Place.CANONICAL))
        .toList();
  }

  NodeRow first() {
    return members().get(0).node();
  }

  int sum(ToIntFunction<BucketRow> count) {
    return piles.stream().mapToInt(p -> count.applyAsInt(p.row())).sum();
  }

  boolean isSupportedBy(String origin) {
    return supporting().contains(origin)
        || asked.computeIfAbsent(
            origin, o -> piles.stream().anyMatch(p -> !p.isWhole() && p.supportedBy().test(o)));
  }

  /**
   * The claims whose origins count: those that say so and still do, and have not been revised. An
   * article that names the outlet that reported it does not report it itself as well.
   */
  List<Member> voices() {
    List<Member> known = voices;
    if (known == null) {
      known = heard();
      voices = known;
    }
    return known;
  }

  private List<Member> heard() {
    Set<String> quoting = new TreeSet<>();
    for (Member m : members()) {
      if (m.supports() && m.claim().outlet() != null) {
        quoting.add(m.node().uri());
      }
    }
    return members().stream()
        .filter(Member::supports)
        .filter(m -> m.claim().outlet() != null || !quoting.contains(m.node().uri()))
        .toList();
  }

  /** Normalised names of the first origins that count. */
  Set<String> origins() {
    Set<String> known = origins;
    if (known == null) {
      known = keys(voices());
      origins = known;
    }
    return known;
  }

  private Set<String> supporting() {
    Set<String> known = supporting;
    if (known == null) {
      known = keys(members.stream().filter(Member::supports).toList());
      supporting = known;
    }
    return known;
  }

  /** How many origins support it among the claims that were read. */
  int named() {
    return supporting().size();
  }

  /** How many origins say so: exact for one pile, else at least so many. */
  int originCount() {
    int named = named();
    int most = piles.stream().mapToInt(p -> p.row().origins()).max().orElse(0);
    return Math.max(most, named) - named + origins().size();
  }

  private static Set<String> keys(List<Member> members) {
    Set<String> out = new TreeSet<>();
    members.forEach(m -> out.add(m.originKey()));
    return out;
  }

  boolean isLive() {
    return sum(BucketRow::live) > 0;
  }
}
