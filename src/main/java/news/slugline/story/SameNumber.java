package news.slugline.story;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import news.slugline.claim.Claim;
import news.slugline.claim.Speaker;
import news.slugline.claim.text.NameKeys;

/**
 * Whether two texts tell by themselves that a number of theirs is that of one event, one holder and
 * one span of time. Numbers that seem to be of one thing and differ mostly are of two: a round and
 * the bout, one night and the week, this quake and the one before it, two clubs' offers. The same
 * for (a, b) and (b, a). Remembers claims that it looked at; one thread.
 */
final class SameNumber {
  private static final int REMEMBERED = 1_024;

  /** Reports of one day or the next; a toll is that of its day. */
  private static final double MOMENT = 2 * 86_400;

  private static final long RENEWED_HOURS = 6;

  /** Who only says "he" must say all else alike. */
  private static final double WHOLE = 0.9;

  /** Tolls are told in few words. */
  private static final double FAIR = 0.5;

  private static final String NONE = "-";

  private final Wording wording;
  private final Values values;
  private final Apart apart;
  private final Set<String> calendar;
  private final Set<String> spans = Lists.of("change-words.tsv", "span");
  private final Set<String> pronouns = Lists.of("change-words.tsv", "pronoun");
  private final Set<String> suspected = Lists.of("change-words.tsv", "suspected");
  private final Set<String> confirmed = Lists.of("change-words.tsv", "confirmed");
  private final Set<String> telling = Lists.of("change-words.tsv", "telling");
  private final Set<String> money = Lists.of("change-words.tsv", "money");
  private final Recent<Claim, Look> looks;

  /**
   * What of a claim says of what its number is.
   *
   * @param spans words for a part or a stretch of something
   * @param names terms that are parts of names; of who only tells it, none
   * @param isPlain whether it gives one sum of money at most: a second one is the first, converted
   * @param before if it has more than one number of the unit, the term next before this one; else
   *     empty
   */
  private record Look(Set<String> spans, Set<String> names, boolean isPlain, String before) {}

  /**
   * @param apart tells two happenings apart
   * @param calendar terms that only say when
   */
  SameNumber(Wording wording, Values values, Apart apart, Set<String> calendar, Memory memory) {
    this.looks = memory.byObject(REMEMBERED);
    this.wording = wording;
    this.values = values;
    this.apart = apart;
    this.calendar = calendar;
  }

  /**
   * @param bare whether they are tolls of which one says nothing that the other does not
   */
  boolean isTold(NodeRow m, NodeRow n, Clash.Tie tie, boolean bare) {
    Claim a = m.claim();
    Claim b = n.claim();
    String v = FactMaker.value(a);
    String w = FactMaker.value(b);
    Look p = looks.get(a, this::look);
    Look q = looks.get(b, this::look);
    boolean moment = Math.abs(published(m) - published(n)) <= MOMENT;
    boolean toll = Clash.isToll(a) && tie.words() >= 2 && tie.kept() >= FAIR;
    return (bare || toll || tie.isNear())
        && !values.isFar(a.kind(), v, w)
        && (!Clash.isToll(a) || moment)
        && p.isPlain
        && q.isPlain
        && isOneOfSeveral(a, b, p, q)
        && p.spans.equals(q.spans)
        && !Wording.eachHasOwn(p.names, q.names)
        && has(a, b, suspected)
        && has(a, b, confirmed)
        && isNamed(a, b, tie)
        && !apart.tells(m, n)
        && !isRenewed(m, n);
  }

  /** Who gives another number hours later has counted on, and says nothing against himself. */
  private static boolean isRenewed(NodeRow m, NodeRow n) {
    Speaker s = m.claim().speaker();
    Speaker t = n.claim().speaker();
    if (Math.abs(Times.hours(m.time(), n.time())) < RENEWED_HOURS || s == null && t == null) {
      return false;
    }
    if (s != null && t != null) {
      return NameKeys.same(s.name(), t.name());
    }
    String text = s == null ? m.claim().text() : n.claim().text(); // "Observers reported 190"
    String name = s != null ? s.name() : t != null ? t.name() : "";
    return text.startsWith(name);
  }

  private boolean has(Claim a, Claim b, Set<String> some) {
    return wording.has(a, some) == wording.has(b, some);
  }

  /** Whose number it is stands in both texts, or in neither and they say the same of him. */
  private boolean isNamed(Claim a, Claim b, Clash.Tie tie) {
    boolean both = wording.has(a, pronouns) && wording.has(b, pronouns);
    boolean either = wording.has(a, pronouns) || wording.has(b, pronouns);
    return !either || tie.named() || (both && tie.words() >= 3 && tie.kept() >= WHOLE);
  }

  private Look look(Claim c) {
    List<String> words = wording.words(c);
    Set<String> stretches = new TreeSet<>();
    int sums = 0;
    for (int i = 0; i < words.size(); i++) {
      String next = i + 1 < words.size() ? words.get(i + 1) : "";
      boolean age = next.equals("old") || next.equals("olds");
      if (spans.contains(words.get(i)) && !age) {
        stretches.add(words.get(i));
      }
      sums += money.contains(words.get(i)) ? 1 : 0;
    }
    for (int i = 0; i < c.text().length(); i++) {
      sums += money.contains(c.text().substring(i, i + 1)) ? 1 : 0;
    }
    Set<String> names = new HashSet<>(wording.names(c));
    Clash.named(c.about()).forEach(x -> names.addAll(wording.terms(x)));
    Speaker s = c.speaker();
    if (s != null && wording.has(c, telling)) {
      wording.terms(s.name()).forEach(names::remove);
    }
    names.removeAll(calendar);
    return new Look(stretches, names, sums < 2, isAlone(c, words) ? "" : before(c, words));
  }

  /** "29 catches for 201 yards, and 269 yards on foot" has two numbers of yards. */
  private boolean isAlone(Claim c, List<String> words) {
    String value = FactMaker.value(c);
    String unit = wording.term(value.substring(value.indexOf(' ') + 1));
    return unit == null || words.stream().filter(w -> unit.equals(wording.term(w))).count() < 2;
  }

  private boolean isOneOfSeveral(Claim a, Claim b, Look p, Look q) {
    return (p.before.isEmpty() && q.before.isEmpty())
        || before(a, wording.words(a)).equals(before(b, wording.words(b)));
  }

  private String before(Claim c, List<String> words) {
    Double number = values.number(FactMaker.value(c));
    int at = number == null ? -1 : NamedValue.number(c, number).at();
    for (int i = at - 1; i >= 0; i--) {
      String term = wording.term(words.get(i));
      if (term != null) {
        return term;
      }
    }
    return NONE;
  }

  private static double published(NodeRow n) {
    double[] at = Values.stretch(n.time().substring(0, Math.min(10, n.time().length())));
    return at == null ? 0 : at[0];
  }
}
