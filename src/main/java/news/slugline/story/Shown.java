package news.slugline.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import news.slugline.claim.Modality;
import news.slugline.claim.Speaker;
import news.slugline.claim.text.NameKeys;
import news.slugline.story.Tables.BucketRow;
import org.jspecify.annotations.Nullable;

/** A position as a reader sees it: its value, who says so, and the evidence. */
final class Shown {
  private static final String UNNAMED = "unnamed sources";

  private Shown() {}

  /**
   * A position.
   *
   * @param room characters that its evidence may take
   */
  static Position position(Draft d, int room) {
    List<Evidence> evidence = evidence(d, room);
    int beside = d.beside.stream().mapToInt(p -> p.row().supports()).sum();
    return new Position(
        value(d),
        d.status,
        FactMaker.isCurrent(d.status),
        d.originCount(),
        d.originNames(),
        attributedTo(d),
        deniedBy(d),
        evidence,
        d.sum(BucketRow::all) + beside - evidence.size());
  }

  /**
   * The one that gives the value its words, one of each origin, then others, as far as they fit.
   */
  private static List<Evidence> evidence(Draft d, int room) {
    Map<String, Member> order = new LinkedHashMap<>();
    Member best = best(d);
    if (best != null) {
      order.put(best.node().id(), best);
    }
    Set<String> origins = new TreeSet<>();
    for (Member m : d.members()) {
      if (origins.add(m.originKey())) {
        order.putIfAbsent(m.node().id(), m);
      }
    }
    d.members().forEach(m -> order.putIfAbsent(m.node().id(), m));
    List<Member> chosen = new ArrayList<>();
    int left = room;
    for (Member m : order.values()) {
      left -= m.claim().shownText().length();
      if (chosen.size() < FactMaker.EVIDENCE && (left > 0 || chosen.isEmpty())) {
        chosen.add(m);
      }
    }
    chosen.sort(Comparator.comparing(Member::node, Place.CANONICAL));
    List<Evidence> out = new ArrayList<>();
    chosen.forEach(m -> out.add(evidence(m, true, d.lender(m))));
    for (Member m : besides(d)) {
      left -= m.claim().shownText().length();
      if (out.size() < chosen.size() + FactMaker.BESIDE && left > 0) {
        out.add(evidence(m, false, null));
      }
    }
    return out;
  }

  /** What stands beside it, of each article one before others. */
  private static List<Member> besides(Draft d) {
    Set<String> articles = new TreeSet<>();
    List<Member> first = new ArrayList<>();
    List<Member> more = new ArrayList<>();
    d.besides().forEach(m -> (articles.add(m.node().uri()) ? first : more).add(m));
    first.addAll(more);
    return first;
  }

  /**
   * @param lender whose words the claim's article has, so that it has the origin of that one
   */
  private static Evidence evidence(Member m, boolean counts, Draft.@Nullable Lender lender) {
    NodeRow n = m.node();
    Speaker s = n.claim().speaker();
    boolean gone = n.standing() == Standing.RETRACTED;
    return new Evidence(
        n.uri(),
        n.version(),
        m.provider(),
        lender == null ? m.originName() : lender.originName(),
        lender == null ? m.assumed() : lender.assumed(),
        n.claim().shown().start(),
        n.claim().shown().end(),
        gone ? "" : n.claim().shownText(),
        gone || s == null ? null : s.name(),
        n.claim().modality(),
        counts,
        lender == null ? null : lender.uri());
  }

  /** The value as a reader sees it: of words the fullest; nothing of a killed article. */
  static String value(Draft d) {
    Member best = best(d);
    if (best == null) {
      return "";
    }
    return Gist.isText(best.claim())
        ? Gist.cut(Wording.content(best.claim()), FactMaker.TEXT)
        : FactMaker.value(best.claim());
  }

  /** The claim that gives a position its value; null if nothing but a killed article does. */
  private static @Nullable Member best(Draft d) {
    Member best = null;
    for (Member m : d.members()) {
      if (m.node().standing() == Standing.RETRACTED) {
        continue;
      }
      if (!Gist.isText(m.claim())) {
        if (FactMaker.value(m.claim()).equals(d.value)) {
          return m;
        }
        best = best == null ? m : best;
      } else if (best == null
          || (m.isLive() && !best.isLive())
          || (m.isLive() == best.isLive()
              && Wording.content(m.claim()).length() > Wording.content(best.claim()).length())) {
        best = m;
      }
    }
    return best;
  }

  private static List<String> attributedTo(Draft d) {
    Map<String, String> out = new TreeMap<>();
    boolean any = false;
    for (Member m : d.members()) {
      if (!m.supports()) {
        continue;
      }
      Speaker s = m.claim().speaker();
      if (s == null || s.type() == Speaker.Type.OUTLET) {
        return List.of();
      }
      any = true;
      String name = s.type() == Speaker.Type.UNNAMED ? UNNAMED : s.name();
      out.merge(NameKeys.key(name), name, (a, b) -> a.length() >= b.length() ? a : b);
    }
    return any && out.size() <= 2 ? List.copyOf(out.values()) : List.of();
  }

  private static List<String> deniedBy(Draft d) {
    Map<String, String> out = new TreeMap<>();
    for (Member m : d.members()) {
      if (m.isLive() && m.claim().modality() == Modality.DENIED) {
        Speaker s = m.claim().speaker();
        String name = s == null ? m.claim().about().holder() : s.name();
        if (name != null) {
          out.merge(NameKeys.key(name), name, (a, b) -> a.length() >= b.length() ? a : b);
        }
      }
    }
    return List.copyOf(out.values());
  }
}
