package news.slugline.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import news.slugline.claim.Claim;
import news.slugline.claim.Speaker;
import news.slugline.claim.text.NameKeys;

/**
 * Whether two tolls stand against each other though the one is higher and newer: as a rule a toll
 * grows, but two parties may each keep to its own. So the lower one must be told again by who gave
 * it, after another gave the higher one, or one article must give both, each as another's. One
 * thread.
 */
final class RivalTolls {
  /** So much later a party knows of the other's number. */
  private static final long KNOWN_HOURS = 6;

  /** Ten times as many are those of another event. */
  private static final double ONE_EVENT = 10;

  /** Words in which the name of a party ends. */
  private static final int PARTY = 8;

  private static final Set<String> PUT = Set.of("put", "puts");

  private final Wording wording;
  private final Values values;
  private final Voices voices = new Voices();
  private final Set<String> earlier = Lists.of("change-words.tsv", "earlier");
  private final Set<String> part = Lists.of("change-words.tsv", "part");

  RivalTolls(Wording wording, Values values) {
    this.wording = wording;
    this.values = values;
  }

  /**
   * Two who each keep to their own.
   *
   * @param low who gives the lower toll
   * @param high who gives the higher one
   */
  record Pair(Member low, Member high) {}

  /** All who keep up a toll against the higher one of somebody else. */
  List<Pair> rivals(List<Draft> drafts) {
    List<Pair> out = new ArrayList<>();
    for (Draft low : drafts) {
      for (Draft high : drafts) {
        held(low, high, out);
      }
    }
    return out;
  }

  private void held(Draft low, Draft high, List<Pair> out) {
    Double x = values.number(low.value);
    Double y = values.number(high.value);
    if (x == null || y == null || x <= 1 || x >= y || y > ONE_EVENT * x) {
      return;
    }
    List<Member> of = parties(low);
    List<Member> against = of.isEmpty() ? of : parties(high);
    for (Member m : of) {
      for (Member n : against) {
        if (!areOne(m.claim(), n.claim()) && isHeld(of, m, n)) {
          out.add(new Pair(m, n));
        }
      }
    }
  }

  /** Whether two positions are those of two who are rivals. */
  boolean areRivals(Draft a, Draft b, List<Pair> rivals) {
    return rivals.stream()
        .anyMatch(p -> isBy(a, p.low) && isBy(b, p.high) || isBy(a, p.high) && isBy(b, p.low));
  }

  private boolean isBy(Draft d, Member who) {
    return parties(d).stream().anyMatch(m -> areOne(m.claim(), who.claim()));
  }

  /**
   * Whether a toll may take the place of another. That of one who has a rival goes only when it, or
   * somebody who is neither, gives a newer one.
   */
  boolean mayReplace(Draft old, Draft now, List<Pair> rivals) {
    List<Member> own = new ArrayList<>();
    List<Member> against = new ArrayList<>();
    for (Pair p : rivals) {
      boolean isLow = isBy(old, p.low);
      if (isLow || isBy(old, p.high)) {
        own.add(isLow ? p.low : p.high);
        against.add(isLow ? p.high : p.low);
      }
    }
    String last =
        old.members().stream()
            .filter(Member::supports)
            .map(m -> m.node().time())
            .max(Comparator.naturalOrder())
            .orElse("");
    return own.isEmpty()
        || now.members().stream()
            .filter(n -> isOfAll(n) && n.node().time().compareTo(last) > 0)
            .anyMatch(n -> isOneOf(n, own) || !isOneOf(n, against));
  }

  private boolean isOneOf(Member m, List<Member> some) {
    return isParty(m) && some.stream().anyMatch(n -> areOne(m.claim(), n.claim()));
  }

  private List<Member> parties(Draft d) {
    return d.members().stream().filter(this::isParty).toList();
  }

  private boolean isHeld(List<Member> low, Member m, Member n) {
    if (m.node().uri().equals(n.node().uri())) {
      // whoever says so apart
      return !Wording.eachHasOwn(
          wording.namesOfOthers(m.claim()), wording.namesOfOthers(n.claim()));
    }
    return hours(n, m) >= KNOWN_HOURS
        && low.stream().anyMatch(k -> hours(k, n) > 0 && areOne(k.claim(), m.claim()));
  }

  /** Whether it says so of all, and as what is so now. */
  private boolean isOfAll(Member m) {
    return m.supports()
        && Clash.isToll(m.claim())
        && !wording.has(m.claim(), part)
        && !wording.has(m.claim(), earlier);
  }

  /** Whether it says so of all, for itself, and as what is so now. */
  private boolean isParty(Member m) {
    Claim c = m.claim();
    Speaker s = c.speaker();
    return isOfAll(m) && (s == null ? !putsAt(c).isEmpty() : s.type() != Speaker.Type.OUTLET);
  }

  private boolean areOne(Claim a, Claim b) {
    Speaker s = a.speaker();
    Speaker t = b.speaker();
    if (s != null && t != null) {
      return NameKeys.same(s.name(), t.name()) || voices.mayBeOne(a, b);
    }
    Set<String> both = new HashSet<>(s == null ? putsAt(a) : wording.terms(s.name()));
    both.retainAll(t == null ? putsAt(b) : wording.terms(t.name()));
    return !both.isEmpty();
  }

  /** The terms of who "puts the toll at four"; none of one who "had put" it so. */
  private Set<String> putsAt(Claim c) {
    List<String> words = wording.words(c);
    for (int i = 1; i + 1 < Math.min(words.size(), PARTY); i++) {
      if (PUT.contains(words.get(i)) && words.get(i + 1).equals("the")) {
        return words.get(i - 1).equals("had")
            ? Set.of()
            : wording.terms(String.join(" ", words.subList(0, i)));
      }
    }
    return Set.of();
  }

  private static long hours(Member from, Member to) {
    return Times.hours(from.node().time(), to.node().time());
  }
}
