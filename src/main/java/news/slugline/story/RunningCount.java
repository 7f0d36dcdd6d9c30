package news.slugline.story;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import news.slugline.claim.Claim;
import news.slugline.claim.Kind;
import news.slugline.claim.Modality;
import news.slugline.claim.Polarity;
import news.slugline.claim.Speaker;
import org.jspecify.annotations.Nullable;

/**
 * Whether two numbers that differ are one count that went on: "203 cases of the fever in Norland",
 * two days later "the number of cases in Norland rose to 215". Most numbers of one noun are of two
 * things, so both must count the same in the same place, none of them a part or what came to it,
 * and the later one must tell that it is a total. The same for (a, b) and (b, a). Remembers claims
 * that it looked at; one thread.
 */
final class RunningCount {
  private static final int REMEMBERED = 4_096;

  /** So much later a count is a newer one; one of the same hours may be against the other. */
  private static final long NEWER_HOURS = 6;

  /** Days for which a count goes on, as a rule. */
  private static final long RUN_DAYS = 30;

  /** Words on each side of a number that tell whether it is a total or a part. */
  private static final int REACH = 4;

  private static final double KEPT = 0.4;
  private static final String THAN = "than";
  private static final String OF = "of";

  private final Wording wording;
  private final Values values;
  private final Clash clash;
  private final Apart apart;
  private final CountedState states;
  private final Set<String> totals = Lists.of("change-words.tsv", "running total");
  private final Set<String> parts = Lists.of("change-words.tsv", "no total");
  private final Set<String> spans = new TreeSet<>(Lists.of("change-words.tsv", "span"));
  private final Set<String> moved = Lists.of("change-words.tsv", "moved");
  private final Set<String> numbers = Lists.of("change-words.tsv", "number of");
  private final Set<String> suspected = Lists.of("change-words.tsv", "suspected");
  private final Set<String> telling = Lists.of("change-words.tsv", "telling");
  private final Recent<Claim, Look> looks;

  /**
   * What a claim says of its number.
   *
   * @param number null if it is no plain count
   * @param around the terms next to it, without what is counted and without when
   * @param spans words for a stretch of time or a part of something
   */
  private record Look(
      @Nullable Double number,
      NamedValue at,
      boolean total,
      boolean part,
      Set<String> around,
      Set<String> names,
      Set<String> spans) {}

  RunningCount(
      Wording wording,
      Values values,
      Clash clash,
      Apart apart,
      CountedState states,
      Memory memory) {
    this.looks = memory.byObject(REMEMBERED);
    this.states = states;
    this.wording = wording;
    this.values = values;
    this.clash = clash;
    this.apart = apart;
    spans.removeAll(totals);
  }

  /** Whether a claim gives a count, and not a part of one, so that it may go on at all. */
  boolean mayGoOn(NodeRow n) {
    Claim c = n.claim();
    if (states.key(c) != null) {
      return true;
    }
    if (!Counted.isCount(c.about())) {
      return false;
    }
    Look at = looks.get(c, this::look);
    return at.number != null && !at.part;
  }

  /** Whether the later of the two gives what has become of the count of the other. */
  boolean isOne(NodeRow m, NodeRow n) {
    return mayGoOn(m) && mayGoOn(n) && wentOn(m, n);
  }

  /** The same for two that may go on. */
  boolean wentOn(NodeRow m, NodeRow n) {
    if (m.uri().equals(n.uri())) {
      return false;
    }
    if (wentOnInState(m, n)) {
      return true;
    }
    return m.time().compareTo(n.time()) < 0 ? went(m, n) : went(n, m);
  }

  /** Whether both count one thing in one state, and nothing shows that they tell of two. */
  boolean isOneInState(NodeRow m, NodeRow n) {
    return states.areOfOne(m, n)
        && wording.has(m.claim(), suspected) == wording.has(n.claim(), suspected)
        && !apart.tellsOfCounts(m, n);
  }

  /** Whether the second of two counts gives less of what only grows. */
  boolean falls(NodeRow m, NodeRow n) {
    return states.falls(m, n);
  }

  /** Whether both count things in states, and not one thing in one. */
  boolean areTwoInStates(NodeRow m, NodeRow n) {
    return states.areTwo(m, n);
  }

  /** Whether the later one of two such counts gives what has become of the other. */
  boolean wentOnInState(NodeRow m, NodeRow n) {
    return states.wentOn(m, n) && isOneInState(m, n);
  }

  /** Whether two speakers give two numbers of one such count for one time. */
  boolean areRivals(NodeRow m, NodeRow n) {
    return states.areRivals(m, n) && isOneInState(m, n);
  }

  private boolean went(NodeRow before, NodeRow after) {
    Claim a = before.claim();
    Claim b = after.claim();
    Look p = looks.get(a, this::look);
    Look q = looks.get(b, this::look);
    return p.number != null
        && q.number != null
        && p.number < q.number
        && q.total
        && Counted.areOne(a.about(), b.about())
        && isRun(before.time(), after.time())
        && !values.isFar(Kind.QUANTITY, FactMaker.value(a), FactMaker.value(b))
        && p.spans.equals(q.spans)
        && !Wording.eachHasOwn(p.names, q.names)
        && wording.has(a, suspected) == wording.has(b, suspected)
        && !p.at.gives(q.number)
        && (!q.at.gives(p.number) || q.at.givesFrom(p.number))
        && p.around.stream().anyMatch(q.around::contains)
        && isTied(clash.tie(a, b))
        && !apart.tells(before, after);
  }

  private static boolean isRun(String before, String after) {
    long hours = Times.hours(before, after);
    return hours >= NEWER_HOURS && hours <= 24 * RUN_DAYS;
  }

  private static boolean isTied(Clash.Tie tie) {
    return tie.words() >= 2 && tie.kept() >= KEPT;
  }

  private Look look(Claim c) {
    boolean told =
        c.kind() == Kind.QUANTITY
            && c.polarity() == Polarity.POSITIVE
            && (c.modality() == Modality.ASSERTED || c.modality() == Modality.REPORTED);
    // "rose to 61 crowns": a price, which falls again; "the number of cases rose to 61" is a count
    boolean price = wording.has(c, moved) && !wording.has(c, numbers);
    Double number = told && !price ? values.number(FactMaker.value(c)) : null;
    if (number == null) {
      NamedValue none = new NamedValue(List.of(), -1, -1, false, Set.of());
      return new Look(null, none, false, false, Set.of(), Set.of(), Set.of());
    }
    NamedValue at = NamedValue.number(c, number);
    Set<String> around = at.around(wording);
    around.removeAll(clash.calendar());
    around.removeAll(wording.terms(Counted.noun(c.about())));
    Set<String> names = new HashSet<>(wording.names(c));
    Clash.named(c.about()).forEach(x -> names.addAll(wording.terms(x)));
    Speaker s = c.speaker();
    if (s != null && wording.has(c, telling)) {
      wording.terms(s.name()).forEach(names::remove);
    }
    names.removeAll(clash.calendar());
    Set<String> stretches = new TreeSet<>(wording.words(c));
    stretches.retainAll(spans);
    return new Look(
        number,
        at,
        at.near(REACH).stream().anyMatch(totals::contains),
        isPart(at),
        around,
        names,
        stretches);
  }

  /** "Twelve new cases", "12 of the cases", "12 a day"; "more than 12" is a total. */
  private boolean isPart(NamedValue at) {
    List<String> near = at.near(REACH);
    for (int i = 0; i < near.size(); i++) {
      boolean bound = i + 1 < near.size() && THAN.equals(near.get(i + 1));
      if (parts.contains(near.get(i)) && !bound) {
        return true;
      }
    }
    return at.isNextTo(OF);
  }
}
