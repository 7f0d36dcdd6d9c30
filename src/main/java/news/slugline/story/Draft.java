package news.slugline.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;
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
  private final Function<Member, @Nullable Lender> source;

  /** What follows from its claims, once it was asked for; null before. */
  private @Nullable List<Member> tellers;

  private @Nullable Map<String, Lender> lenders;
  private @Nullable List<Lender> voices;
  private @Nullable Set<String> origins;
  private @Nullable Set<String> supporting;
  private final Map<String, Boolean> asked = new HashMap<>();

  FactStatus status = FactStatus.SINGLE_SOURCE;
  boolean superseded;

  /** Whether another position tells it otherwise since; see {@link Supersession}. */
  boolean moved;

  /**
   * @param oneText whether two claims of two articles, of which the first is the earlier one, stand
   *     in words that were written once or one has what the other told
   * @param source the earlier article from which that of a claim has its words, if any
   */
  Draft(
      String value,
      boolean own,
      BiPredicate<Member, Member> oneText,
      Function<Member, @Nullable Lender> source) {
    this.value = value;
    this.own = own;
    this.oneText = oneText;
    this.source = source;
  }

  /**
   * An article whose origin counts for what it says, and for what others have in its words.
   *
   * @param time of its first version
   * @param sure whether it has the very sentence, so that it lends its origin to one alone as well
   */
  record Lender(
      String uri, String time, String originKey, String originName, boolean assumed, boolean sure) {
    static Lender of(Member m) {
      return new Lender(
          m.node().uri(), m.node().time(), m.originKey(), m.originName(), m.assumed(), true);
    }
  }

  /** With nothing in it, of claims of the same texts. */
  Draft anew(String of) {
    return new Draft(of, false, oneText, source);
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

  /** The first few live claims that stand beside it, in canonical order, mentions last. */
  List<Member> besides() {
    if (beside.isEmpty()) {
      return List.of();
    }
    List<Member> out = new ArrayList<>();
    for (boolean mention : new boolean[] {false, true}) {
      beside.stream()
          .filter(p -> mention == p.isMention())
          .flatMap(p -> p.members().stream())
          .filter(Member::supports)
          .sorted(Comparator.comparing(Member::node, Place.CANONICAL))
          .forEach(out::add);
    }
    return out;
  }

  NodeRow first() {
    return members().get(0).node();
  }

  int sum(ToIntFunction<BucketRow> count) {
    int sum = 0;
    for (Pile p : piles) {
      sum += count.applyAsInt(p.row());
    }
    return sum;
  }

  boolean isSupportedBy(String origin) {
    return supporting().contains(origin)
        || origins().contains(origin)
        || asked.computeIfAbsent(
            origin, o -> piles.stream().anyMatch(p -> !p.isWhole() && p.supportedBy().test(o)));
  }

  /** Whose origins count: of articles with the same words, the first one's. */
  private List<Lender> voices() {
    List<Lender> known = voices;
    if (known == null) {
      Map<String, Lender> lent = lenders();
      Map<String, Lender> absent = new TreeMap<>();
      lent.values().forEach(l -> absent.put(l.uri(), l));
      List<Lender> out = new ArrayList<>();
      for (Member m : tellers()) {
        if (!lent.containsKey(m.node().uri())) {
          out.add(Lender.of(m));
          absent.remove(m.node().uri());
        }
      }
      out.addAll(absent.values());
      known = out;
      voices = known;
    }
    return known;
  }

  /** The names of the origins that count, each as it is shown. */
  List<String> originNames() {
    Map<String, String> names = new TreeMap<>();
    voices().forEach(v -> names.merge(v.originKey(), v.originName(), Origins::better));
    return names.values().stream().sorted().toList();
  }

  /** Whose origin a claim has instead of its own, as its article shares its words with that one. */
  @Nullable Lender lender(Member m) {
    return m.supports() ? lenders().get(m.node().uri()) : null;
  }

  /**
   * Of the articles that share the sentence, or several others, be it by way of more of them, the
   * first lends its origin to all: one of them wrote it, or somebody else did. It need not say so
   * itself as far as is known: two who have it from one article are one.
   */
  private Map<String, Lender> lenders() {
    Map<String, Lender> known = lenders;
    if (known == null) {
      List<@Nullable Lender> sources = new ArrayList<>();
      tellers().forEach(m -> sources.add(source.apply(m)));
      boolean any = keys(tellers()).size() > 1 || sources.stream().anyMatch(Objects::nonNull);
      known = any ? found(sources) : Map.of();
      lenders = known;
    }
    return known;
  }

  private Map<String, Lender> found(List<@Nullable Lender> sources) {
    List<Member> all = tellers();
    int[] first = new int[all.size()];
    for (int i = 0; i < first.length; i++) {
      first[i] = i;
      for (int j = 0; j < i; j++) {
        if (first[i] != first[j]
            && (areOfOne(all.get(i), sources.get(i), all.get(j), sources.get(j))
                || oneText.test(all.get(j), all.get(i)))) {
          int from = Math.max(first[i], first[j]);
          int to = Math.min(first[i], first[j]);
          for (int k = 0; k <= i; k++) {
            first[k] = first[k] == from ? to : first[k];
          }
        }
      }
    }
    Map<Integer, Lender> lenders = new HashMap<>();
    for (int i = 0; i < first.length; i++) {
      Lender s = sources.get(i);
      lenders.merge(first[i], s == null ? Lender.of(all.get(i)) : s, Draft::earlier);
    }
    Map<String, Lender> out = new HashMap<>();
    for (int i = 0; i < first.length; i++) {
      Lender lender = Objects.requireNonNull(lenders.get(first[i]));
      String uri = all.get(i).node().uri();
      if (!lender.uri().equals(uri) && (lender.sure() || isShared(first, i, lender))) {
        out.putIfAbsent(uri, lender);
      }
    }
    return out;
  }

  /** Whether others have it from the lender too, or are of its origin. */
  private boolean isShared(int[] first, int at, Lender lender) {
    List<Member> all = tellers();
    for (int i = 0; i < first.length; i++) {
      boolean other = !all.get(i).node().uri().equals(all.get(at).node().uri());
      if (other && (first[i] == first[at] || all.get(i).originKey().equals(lender.originKey()))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether they stand in one article, or have their words from one or the other, or if one has
   * them from a third, are of one origin.
   */
  private static boolean areOfOne(Member m, @Nullable Lender s, Member n, @Nullable Lender t) {
    String a = m.node().uri();
    String b = n.node().uri();
    return a.equals(b)
        || s != null && (s.uri().equals(b) || t != null && s.uri().equals(t.uri()))
        || t != null && t.uri().equals(a)
        || (s != null || t != null) && m.originKey().equals(n.originKey());
  }

  private static Lender earlier(Lender a, Lender b) {
    int c = a.time().compareTo(b.time());
    c = c != 0 ? c : a.uri().compareTo(b.uri());
    return c <= 0 ? a : b;
  }

  /**
   * The claims that say so and still do, and have not been revised. Who names the outlet that
   * reported it does not report it as well, in the same article or in later ones.
   */
  List<Member> tellers() {
    List<Member> known = tellers;
    if (known == null) {
      List<Member> all = members().stream().filter(Member::supports).toList();
      List<Member> naming = all.stream().filter(m -> m.claim().outlet() != null).toList();
      known =
          naming.isEmpty()
              ? all
              : all.stream()
                  .filter(
                      m -> m.claim().outlet() != null || naming.stream().noneMatch(m::followsUp))
                  .toList();
      tellers = known;
    }
    return known;
  }

  /** Normalised names of the first origins that count. */
  Set<String> origins() {
    Set<String> known = origins;
    if (known == null) {
      known = new TreeSet<>();
      for (Lender v : voices()) {
        known.add(v.originKey());
      }
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
