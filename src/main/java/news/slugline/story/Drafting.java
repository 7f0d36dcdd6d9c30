package news.slugline.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;
import news.slugline.claim.About;
import news.slugline.claim.Claim;
import news.slugline.claim.Kind;
import news.slugline.claim.Modality;
import news.slugline.story.Tables.BucketRow;
import org.jspecify.annotations.Nullable;

/** Lays out what is claimed of a fact as drafts of its positions, and what stands beside them. */
final class Drafting {
  /** Minutes in which the hour of a plan and that of its outcome are one. */
  private static final int MINUTES_APART = 15;

  private static final int HALF_DAY = 720;

  private final Values values;
  private final Told told;
  private final Apart apart;

  Drafting(Values values, Told told, Apart apart) {
    this.values = values;
    this.told = told;
    this.apart = apart;
  }

  /**
   * Drafts of the fact's own positions.
   *
   * @param oneText whether the second claim has its words from the first
   */
  List<Draft> drafts(
      Kind kind,
      List<Pile> piles,
      BiPredicate<Member, Member> oneText,
      Function<Member, Draft.@Nullable Lender> source) {
    List<Draft> out = new ArrayList<>();
    boolean text = kind == Kind.QUOTE || kind == Kind.STATEMENT;
    List<Pile> order = new ArrayList<>(piles);
    order.sort(
        Comparator.comparing((Pile p) -> p.row().live() == 0)
            .thenComparing(Pile::own)
            .thenComparing(p -> text ? 0 : values.vagueness(kind, p.value()))
            .thenComparing(p -> p.members().get(0).node(), Place.CANONICAL));
    for (Pile p : order) {
      if (p.own() && isBeside(p, out)) {
        continue;
      }
      Draft only = text || p.own() ? null : onlyFit(kind, p, out);
      if (only == null) {
        only = new Draft(p.value(), p.own(), oneText, source);
        out.add(only);
      }
      only.add(p);
    }
    return out;
  }

  /**
   * What one origin alone says in a way of its own stands beside a position of the same value that
   * it seems to tell of, unless something shows that it does not.
   */
  private boolean isBeside(Pile p, List<Draft> drafts) {
    BucketRow row = p.row();
    if (row.origins() != 1 || row.supports() != row.all()) {
      return false;
    }
    for (Draft d : drafts) {
      if (d.value.equals(p.value())
          && p.members().stream().allMatch(m -> told.standsBeside(d.first(), m.node()))
          && p.members().stream().noneMatch(m -> isApart(m, d))) {
        d.beside.add(p);
        return true;
      }
    }
    return false;
  }

  private boolean isApart(Member m, Draft d) {
    for (Member n : d.members()) {
      if (apart.shows(n.node(), m.node())) {
        return true;
      }
    }
    for (Pile p : d.beside) {
      for (Member n : p.members()) {
        if (n.supports() && apart.shows(n.node(), m.node())) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Claims of other facts stand beside what the leader says; of those whose sentence makes a claim
   * of its own that gives the leader's value, under whatever key, that claim counts.
   */
  void beside(NodeRow leader, Pile p, List<Draft> drafts, Function<NodeRow, List<Member>> mates) {
    for (Draft d : drafts) {
      boolean leads = d.members().stream().anyMatch(m -> m.node().id().equals(leader.id()));
      if (leads && d.isLive()) {
        boolean mention = p.isMention();
        List<Member> fit =
            mention ? p.members().stream().filter(Member::supports).toList() : fitting(p, d);
        List<Member> own = mention ? List.of() : own(leader, fit, d, mates);
        if (!own.isEmpty()) {
          d.add(Pile.of(d.value, own));
          fit = fitting(p, d);
        }
        BucketRow row = p.row().without(own.size());
        d.beside.add(new Pile(p.value(), p.sort(), p.bucket(), row, fit, p.supportedBy()));
      }
    }
  }

  /** Of the articles that stand beside a position, the first claim that gives its value too. */
  private List<Member> own(
      NodeRow leader, List<Member> tellers, Draft d, Function<NodeRow, List<Member>> mates) {
    Map<String, Member> out = new LinkedHashMap<>();
    for (Member teller : tellers) {
      for (Member m : mates.apply(teller.node())) {
        if (m.supports() && told.givesToo(leader, m.node()) && !isApart(m, d)) {
          out.putIfAbsent(m.node().uri(), m);
        }
      }
    }
    return List.copyOf(out.values());
  }

  private List<Member> fitting(Pile p, Draft d) {
    return p.members().stream().filter(m -> fits(m, d)).toList();
  }

  private boolean fits(Member m, Draft d) {
    return m.supports() && !isOf(m, d) && !isApart(m, d);
  }

  /** Whether the claim's article stands in a position already. */
  private static boolean isOf(Member m, Draft d) {
    return d.members().stream().anyMatch(n -> n.node().uri().equals(m.node().uri()));
  }

  /**
   * A bound joins a value only at the same time of validity: published on the same day; "more than
   * 20" does not say "more than 30", nor "thousands" tens of thousands, nor does a country say
   * which of its towns.
   */
  private @Nullable Draft onlyFit(Kind kind, Pile bucket, List<Draft> drafts) {
    Draft only = null;
    boolean several = false;
    for (Draft d : drafts) {
      Values.Match m = d.own ? Values.Match.APART : values.match(kind, d.value, bucket.value());
      if (m == Values.Match.SAME) {
        return d;
      }
      if (m == Values.Match.FITS && !(kind == Kind.TIME && isOtherHour(bucket, d))) {
        if (isSameNumber(kind, bucket, d)) {
          return d;
        }
        several |= only != null;
        only = d;
      }
    }
    if (several) {
      return null;
    }
    if (only == null || values.isWide(kind, bucket.value())) {
      return null;
    }
    boolean bound = values.isBound(kind, bucket.value());
    boolean bounds = values.isBound(kind, only.value);
    boolean apart =
        bound && bounds
            || !sameDay(bucket.members(), only.members())
            || values.isLoose(kind, bucket.value(), only.value);
    return (bound || bounds) && apart ? null : only;
  }

  /**
   * For "around 4 a.m." something was announced, at "4.40 a.m." it happened: in no zone the same.
   */
  private static boolean isOtherHour(Pile bucket, Draft d) {
    Claim a = bucket.members().get(0).claim();
    Claim b = d.first().claim();
    int x = NamedValue.clock(a);
    int y = NamedValue.clock(b);
    boolean outcome = (a.modality() == Modality.PLANNED) != (b.modality() == Modality.PLANNED);
    int gap = Math.abs(x - y);
    return outcome && x >= 0 && y >= 0 && Math.min(gap, HALF_DAY - gap) > MINUTES_APART;
  }

  /**
   * "At least 14" is 14 rather than a higher number of the same day; what does not grow, as a
   * sentence does not, is that on any day.
   */
  private boolean isSameNumber(Kind kind, Pile bucket, Draft d) {
    Double a = kind == Kind.QUANTITY ? values.number(bucket.value()) : null;
    Double b = kind == Kind.QUANTITY ? values.number(d.value) : null;
    About about = bucket.members().get(0).claim().about();
    boolean still = Counted.isAmount(about) && !Counted.isCount(about);
    return a != null && a.equals(b) && (still || sameDay(bucket.members(), d.members()));
  }

  private static boolean sameDay(List<Member> a, List<Member> b) {
    Set<String> days = new TreeSet<>();
    a.forEach(m -> days.add(day(m)));
    return b.stream().anyMatch(m -> days.contains(day(m)));
  }

  private static String day(Member m) {
    String t = m.node().time();
    return t.substring(0, Math.min(10, t.length()));
  }
}
