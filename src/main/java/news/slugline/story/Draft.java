package news.slugline.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
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

  private final BiPredicate<Member, Member> oneText;

  /** What follows from its claims, once it was asked for; null before. */
  private @Nullable List<Member> tellers;

  private @Nullable Map<String, Member> lenders;
  private @Nullable List<Member> voices;
  private @Nullable Set<String> origins;
  private @Nullable Set<String> supporting;
  private final Map<String, Boolean> asked = new HashMap<>();

  FactStatus status = FactStatus.SINGLE_SOURCE;
  boolean superseded;

  /**
   * @param oneText whether two claims of two articles stand in words that were written once
   */
  Draft(String value, boolean own, BiPredicate<Member, Member> oneText) {
    this.value = value;
    this.own = own;
    this.oneText = oneText;
  }

  BiPredicate<Member, Member> oneText() {
    return oneText;
  }

  void add(Pile p) {
    piles.add(p);
    inOrder = members.isEmpty();
    members.addAll(p.members());
    tellers = null;
    lenders = null;
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

  /** The claims whose origins count: of articles with the same words, the first one's. */
  List<Member> voices() {
    List<Member> known = voices;
    if (known == null) {
      Map<String, Member> lent = lenders();
      known = tellers().stream().filter(m -> !lent.containsKey(m.node().uri())).toList();
      voices = known;
    }
    return known;
  }

  /** Whose origin a claim has instead of its own, as its article shares its words with that one. */
  @Nullable Member lender(Member m) {
    return m.supports() ? lenders().get(m.node().uri()) : null;
  }

  /**
   * Of the articles that share the sentence, or several others, be it by way of more of them, the
   * first lends its origin to all: one of them wrote it, or somebody else did.
   */
  private Map<String, Member> lenders() {
    Map<String, Member> known = lenders;
    if (known == null) {
      known = keys(tellers()).size() < 2 ? Map.of() : found();
      lenders = known;
    }
    return known;
  }

  private Map<String, Member> found() {
    List<Member> all = tellers();
    int[] first = new int[all.size()];
    for (int i = 0; i < first.length; i++) {
      first[i] = i;
      for (int j = 0; j < i; j++) {
        Member m = all.get(i);
        Member n = all.get(j);
        boolean itself = m.node().uri().equals(n.node().uri());
        if (first[i] != first[j] && (itself || oneText.test(n, m))) {
          int from = Math.max(first[i], first[j]);
          int to = Math.min(first[i], first[j]);
          for (int k = 0; k <= i; k++) {
            first[k] = first[k] == from ? to : first[k];
          }
        }
      }
    }
    Map<String, Member> out = new HashMap<>();
    for (int i = 0; i < first.length; i++) {
      Member lender = all.get(first[i]);
      if (!lender.node().uri().equals(all.get(i).node().uri())) {
        out.putIfAbsent(all.get(i).node().uri(), lender);
      }
    }
    return out;
  }

  /**
   * The claims that say so and still do, and have not been revised. Who names the outlet that
   * reported it does not report it as well, in the same article or in later ones.
   */
  List<Member> tellers() {
    List<Member> known = tellers;
    if (known == null) {
      List<Member> naming =
          members().stream().filter(m -> m.supports() && m.claim().outlet() != null).toList();
      known =
          members().stream()
              .filter(Member::supports)
              .filter(m -> m.claim().outlet() != null || naming.stream().noneMatch(m::followsUp))
              .toList();
      tellers = known;
    }
    return known;
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

  static Set<String> keys(List<Member> members) {
    Set<String> out = new TreeSet<>();
    members.forEach(m -> out.add(m.originKey()));
    return out;
  }

  boolean isLive() {
    return sum(BucketRow::live) > 0;
  }
}
