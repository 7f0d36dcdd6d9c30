package news.slugline.claim.value;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.slugline.claim.text.WordGroups;
import news.slugline.claim.value.QuantityMention.Slot;
import org.jspecify.annotations.Nullable;

/**
 * One pass over one sentence for its quantities. What persons and things are counted is told here;
 * amounts, ages, measures, results and tolls have readers of their own.
 */
final class QuantityScan {
  static final WordGroups WORDS = WordGroups.of(QuantityScan.class, "quantity-words.tsv");
  private static final Set<String> STARTS = WORDS.get("starts");
  private static final Set<String> GUNFIRE = Set.of("shots", "gunfire", "gunshots", "gunshot");
  static final Set<String> THEIR = Set.of("his", "her", "their", "its");
  static final Set<String> SELF = Set.of("himself", "herself", "itself");
  private static final Set<String> ATTACKERS = WORDS.get("attackers");

  /** Words from "of" to the owner's mark. */
  private static final int OWNER = 4;

  /** Of so many a share is told. */
  private static final Set<Integer> ROUND = Set.of(2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 100, 1_000);

  private static final Set<String> CROWDS = WORDS.get("crowds");
  private static final Set<String> CAME = WORDS.get("came");
  private static final Set<String> COUNTED = WORDS.get("counted");
  private static final Set<String> CAME_AUXILIARIES = Set.of("had", "have", "people");
  private static final String PEOPLE = "people";
  private static final Set<String> LINES = Set.of("480", "720", "1080", "1440", "2160");
  private static final Set<String> BODIES = WORDS.get("bodies");
  private static final Set<String> FOUND = WORDS.get("found");
  private static final Map<String, String> COMPOUNDS = compounds();

  /** Fewer are no crowd. */
  private static final BigDecimal FEW = BigDecimal.TEN;

  /** Words between a crowd and "at": "the size of the crowd in the square at". */
  private static final int CROWD_REACH = 5;

  private static Map<String, String> compounds() {
    Map<String, String> out = new HashMap<>();
    WORDS.get("storeys").forEach(w -> out.put(w, "storey"));
    WORDS.get("seats").forEach(w -> out.put(w, "seat"));
    WORDS.get("members").forEach(w -> out.put(w, "member"));
    return Map.copyOf(out);
  }

  private final Lexemes x;
  private final boolean[] time;
  private final boolean harm;
  private final @Nullable QuantityMention before;
  private final Mentions mentions;
  private final Amounts amounts;
  private final Identifiers identifiers;
  private final Measures measures;
  private final AgeScan ages;
  private final ScoreScan scores;
  private final TollScan tolls;
  private final PersonScan persons;
  private final NobodyScan nobody;
  private boolean inside;

  /**
   * @param time which lexemes are of a time
   * @param before what the sentence before counts, if that is one sort of thing
   */
  QuantityScan(Lexemes x, boolean[] time, @Nullable QuantityMention before) {
    this.x = x;
    this.time = time;
    this.harm = Casualties.mentioned(x);
    this.before = before;
    this.mentions = new Mentions(x);
    this.amounts = new Amounts(x, time);
    this.identifiers = new Identifiers(x, time);
    this.measures = new Measures(x, mentions);
    this.ages = new AgeScan(x, time, amounts, mentions);
    this.scores = new ScoreScan(x, identifiers, mentions);
    this.tolls = new TollScan(x, amounts, mentions, this::within);
    this.persons = new PersonScan(x, time, amounts, ages, tolls, mentions);
    this.nobody = new NobodyScan(x, mentions);
  }

  List<QuantityMention> run() {
    int i = 0;
    while (i < x.size) {
      i = time[i] ? i + 1 : Math.max(i + 1, at(i));
    }
    return mentions.sorted();
  }

  /** Whether a quantity can begin with the word or mark at all. */
  private boolean mayBegin(int i) {
    String w = x.lower(i);
    return x.number(i)
        || x.number(i + 1) && (w.equals("was") || w.equals("is"))
        || harm
            && (x.capitalised(i)
                || x.is(i, "the")
                || x.is(i, "he")
                || x.is(i, "she")
                || x.in(i, THEIR)
                || x.in(i, SELF))
        || STARTS.contains(w)
        || w.equals("any")
        || Numbers.isNumberWord(w)
        || Units.BEFORE.starts(w)
        || Units.CURRENCY_SIGNS.starts(w)
        || w.length() == 1 && x.number(i + 1)
        || x.mark(i) && x.text.charAt(x.start(i)) > 127;
  }

  private int at(int i) {
    if (!mayBegin(i)) {
      return i + 1;
    }
    if (nobody.isNobody(i) && Units.BEFORE.longest(x, i) == null) {
      return nobody.nobody(i);
    }
    int reports = x.is(i, "any") ? nobody.anyReports(i) : i;
    if (reports > i) {
      return reports;
    }
    int self = harm ? persons.self(i) : 0;
    int single = harm && self == 0 ? persons.single(i) : self;
    if (single > 0) {
      return single;
    }
    int individual = harm ? persons.individual(i) : 0;
    if (individual > 0) {
      return individual;
    }
    int magnitude = scores.magnitude(i);
    if (magnitude > 0) {
      return magnitude;
    }
    int age = ages.ageBefore(i);
    age = age == 0 ? ages.bareAge(i) : age;
    if (age > 0) {
      return age;
    }
    if (x.is(i, "'") && x.digits(i + 1) == 2 || identifiers.isIdentifier(i)) {
      return x.number(i) ? identifiers.past(i) : i + 2;
    }
    Amount a = amounts.read(i);
    return a == null || time[Math.min(a.end(), x.size) - 1] ? i + 1 : measured(a);
  }

  private int measured(Amount a) {
    int j = a.end();
    if (a.currency() != null) {
      return measures.money(a, a.currency(), j);
    }
    boolean hyphen = x.is(j, "-") && !x.spaced(j) && !x.spaced(j + 1);
    int u = hyphen ? j + 1 : j;
    int score = scores.score(a);
    if (score > 0) {
      return score;
    }
    int age = ages.ageAfter(a, u);
    if (age > 0) {
      return age;
    }
    if (isPence(a)) {
      return mentions.add(a.start(), a.end() + 1, a, "penny", "pence", Slot.COUNT);
    }
    if (a.low() != null) {
      WordTree.Hit<String> currency = Units.currencyAfter(x, u, a.scaled());
      if (currency != null && !measures.isWeight(a, currency)) {
        return measures.money(a, currency.value(), currency.end());
      }
      int unit = measures.unit(a, u);
      if (unit > 0) {
        return unit;
      }
    }
    int compound = hyphen ? compound(a, u) : 0;
    return compound > 0 ? compound : hyphen ? skipCompound(j) : counted(a);
  }

  private int skipCompound(int j) {
    int k = j;
    while (x.is(k, "-") && !x.spaced(k) && !x.spaced(k + 1)) {
      k += 2;
    }
    return k;
  }

  private int counted(Amount a) {
    int j = a.end();
    boolean more =
        x.is(j, "more")
            || x.is(j, "other")
            || x.is(j, "additional")
            || x.is(j, "further")
            || x.is(j, "others");
    int n = x.is(j, "more") || x.is(j, "additional") || x.is(j, "further") ? j + 1 : j;
    int of = ofMany(a);
    of = of > 0 ? of : share(a);
    if (of > 0) {
      return of;
    }
    Nouns.Phrase p =
        a.vague() != null && x.is(j, "of") && !x.is(j + 1, "the")
            ? Nouns.read(x, j + 1, false)
            : Nouns.read(x, n, a.isOne());
    if (p != null && x.number(p.head())) {
      p = null;
    }
    if (!inside && (p != null && p.person() || p == null)) {
      int casualty = tolls.casualty(a, p, p == null ? n : p.end());
      if (casualty > 0) {
        return casualty;
      }
    }
    if (p == null && Casualties.areLivesLost(x, a.start(), a.end())) {
      return mentions.add(
          a.start(), a.end() + 1, a, Casualties.unit(Slot.KILLED), null, Slot.KILLED);
    }
    if (p == null) {
      return crowd(a) ? mentions.add(a.start(), a.end(), a, PEOPLE, PEOPLE, Slot.COUNT) : total(a);
    }
    if (x.in(p.head(), BODIES) && areFound()) {
      return mentions.add(a.start(), p.end(), a, Casualties.unit(Slot.KILLED), null, Slot.KILLED);
    }
    Slot noun = Casualties.noun(x, p);
    if (noun != null) {
      return nounOfHarm(a, p, noun);
    }
    boolean weak = a.vague() != null && (a.vague().equals("several") || a.vague().startsWith("a "));
    boolean plural = Nouns.isPlural(x.lower(p.head()));
    if (weak || a.isOne() || !plural && (a.words() || !p.person()) || x.is(a.end(), "-")) {
      return Math.max(j, a.end());
    }
    if (more && a.words() && a.low() != null && a.low().intValue() <= 2 && !p.person()) {
      return p.end();
    }
    if (x.is(p.head(), "victims")) {
      return mentions.add(a.start(), p.end(), a, "victims", mentions.words(p), Slot.VICTIMS);
    }
    if (p.person() ? scene() && present(a, p) : harm && thing(a)) {
      return p.end();
    }
    String head = x.is(p.head(), "shots") ? "shots" : Units.lemma(x.lower(p.head()));
    return mentions.add(a.start(), p.end(), a, head, mentions.words(p), Slot.COUNT);
  }

  /** "A bid of 705p": not the lines of a screen, nor a clock's "7p.m.". */
  private boolean isPence(Amount a) {
    int p = a.end();
    return x.is(p, "p")
        && !x.spaced(p)
        && x.number(p - 1)
        && !(x.is(p + 1, ".") && x.is(p + 2, "m"))
        && !LINES.contains(x.lower(p - 1));
  }

  /** Whether the sentence tells of what rescuers find. */
  private boolean areFound() {
    for (int k = 0; k < x.size; k++) {
      if (x.in(k, FOUND)) {
        return true;
      }
    }
    return false;
  }

  /**
   * "A seven-storey block", "a four-person crew", "the 42-seater": what there are so many of is
   * part of the compound.
   */
  private int compound(Amount a, int u) {
    String unit = COMPOUNDS.get(x.lower(u));
    return unit != null && !x.is(u + 1, "-") && a.low() != null && !a.isOne()
        ? mentions.add(a.start(), u + 1, a, unit, unit, Slot.COUNT)
        : 0;
  }

  /**
   * "Put the crowd at 22,000", "the attendance was 22,000", "150,000 had taken part": persons,
   * though no noun says so.
   */
  private boolean crowd(Amount a) {
    if (a.low() == null || a.low().compareTo(FEW) < 0 || Units.UNITS.longest(x, a.end()) != null) {
      return false;
    }
    int k = a.end();
    while (x.in(k, CAME_AUXILIARIES)) {
      k++;
    }
    if (x.in(k, CAME)
        || x.is(k, "taken") && x.is(k + 1, "part")
        || x.is(k, "turned") && x.is(k + 1, "out")) {
      return true;
    }
    int at = a.start() - 1;
    boolean of = x.is(at, "of") && x.in(at - 1, CROWDS);
    if (of || !x.is(at, "at") && !x.in(at, COUNTED)) {
      return of;
    }
    for (int i = at - 1; i >= Math.max(0, at - CROWD_REACH); i--) {
      if (x.in(i, CROWDS)) {
        return true;
      }
    }
    return false;
  }

  /** A number without a noun: what it counts is named before it, or it means nothing. */
  private int total(Amount a) {
    int e = a.end();
    boolean stands = !x.word(e) || x.in(e, Nouns.FUNCTION);
    if (a.low() == null || !stands) {
      return e;
    }
    Nouns.Phrase p = Totals.numberOf(x, a.start());
    Slot harm = p == null ? Totals.harmOf(x, a.start()) : Casualties.noun(x, p);
    if (harm != null && harm != Slot.ARRESTED) {
      return mentions.add(a.start(), e, a, Casualties.unit(harm), null, harm);
    }
    if (p != null) {
      String head = Units.lemma(x.lower(p.head()));
      return mentions.add(a.start(), e, a, head, mentions.words(p), Slot.COUNT);
    }
    QuantityMention last = mentions.last();
    if (last != null && PEOPLE.equals(last.counted()) && isNextCrowd(a)) {
      return mentions.add(a.start(), e, a, PEOPLE, PEOPLE, Slot.COUNT);
    }
    if (last != null && last.slot() == Slot.COUNT && Totals.isRaised(x, a.start())) {
      return mentions.add(a.start(), e, a, last.unit(), last.counted(), Slot.COUNT);
    }
    return mentions.isEmpty() && before != null && Totals.goesOn(x, a.start())
        ? mentions.add(a.start(), e, a, before.unit(), before.counted(), Slot.COUNT)
        : e;
  }

  /** "Police put the crowd at 23,000 and organisers 100,000". */
  private boolean isNextCrowd(Amount a) {
    boolean link = x.is(a.start() - 2, "and") || x.is(a.start() - 2, "while");
    boolean the = x.is(a.start() - 2, "the") && x.is(a.start() - 3, "and");
    return (link || the) && a.low() != null && a.low().compareTo(FEW) >= 0;
  }

  /** "11 of 14 counts", "three of the four tanks": so many of these things, not all of them. */
  private int ofMany(Amount a) {
    int k = a.end() + 1;
    k = x.is(k, "the") || x.in(k, THEIR) ? k + 1 : k;
    k = owned(k);
    boolean number = x.number(k) || Numbers.isNumberWord(x.lower(k));
    if (!x.is(a.end(), "of") || !number || a.low() == null || a.scaled()) {
      return 0;
    }
    Amount all = amounts.read(k);
    Nouns.Phrase p = all == null || all.low() == null ? null : Nouns.read(x, all.end(), false);
    if (all == null || p == null || p.person() || !Nouns.isPlural(x.lower(p.head()))) {
      return 0;
    }
    BigDecimal whole = all.low();
    boolean measured = all.currency() != null || Units.UNITS.longest(x, all.end()) != null;
    boolean harmed = Casualties.noun(x, p) != null;
    if (measured || harmed || whole == null || whole.compareTo(a.low()) < 0) {
      return 0;
    }
    String head = Units.lemma(x.lower(p.head()));
    return mentions.add(a.start(), p.end(), a, head, mentions.words(p), Slot.COUNT);
  }

  /** Behind whose things they are: "nine of the group's 22 hospitals". */
  private int owned(int from) {
    for (int k = from; k < from + OWNER && (x.word(k) || x.is(k, "'")); k++) {
      boolean mark = x.is(k, "'") && !x.spaced(k);
      if (mark) {
        return x.is(k + 1, "s") && !x.spaced(k + 1) ? k + 2 : k + 1;
      }
    }
    return from;
  }

  /** "Seven in ten trains": a share; nobody counted ten. The end of what it is of, or 0. */
  private int share(Amount a) {
    BigDecimal low = a.low();
    int k = a.end() + 1;
    boolean number = x.number(k) || Numbers.isNumberWord(x.lower(k));
    int before = a.start() - 1;
    boolean opens = before < 0 || !x.word(before) || x.in(before, Nouns.FUNCTION);
    if (!x.is(a.end(), "in") || !number || low == null || !opens) {
      return 0;
    }
    Numbers.Hit all = Numbers.read(x, k);
    if (all == null || all.scaled() || !ROUND.contains(all.value().intValue())) {
      return 0;
    }
    Nouns.Phrase p = Nouns.read(x, all.end(), false);
    boolean less = low.compareTo(all.value()) < 0;
    return less && p != null && Nouns.isPlural(x.lower(p.head())) ? p.end() : 0;
  }

  /**
   * A few persons in a sentence that tells of harm, and not what befell them or what they did: they
   * are part of a toll, or were there.
   */
  private boolean present(Amount a, Nouns.Phrase p) {
    boolean few = a.low() != null && a.low().compareTo(BigDecimal.TEN) < 0;
    return few && !x.in(p.head(), ATTACKERS);
  }

  /** Whether the sentence tells of harm, or of shots at least. */
  private boolean scene() {
    for (int k = 0; !harm && k < x.size; k++) {
      if (x.in(k, GUNFIRE)) {
        return true;
      }
    }
    return harm;
  }

  /** "Two guns", beside victims: nothing that reports tell differently. */
  private static boolean thing(Amount a) {
    BigDecimal n = a.low();
    return a.words() && n != null && n.compareTo(BigDecimal.TEN) <= 0;
  }

  private int nounOfHarm(Amount a, Nouns.Phrase p, Slot noun) {
    for (int k = a.start() - 1; k >= a.start() - 4; k--) {
      if (x.is(k, "suffered")
          || x.is(k, "sustained")
          || x.is(k, "with")
          || x.is(k, "his")
          || x.is(k, "her")) {
        return p.end();
      }
    }
    boolean compound =
        !x.is(p.head(), "deaths")
            && x.word(p.end())
            && !x.in(p.end(), Nouns.FUNCTION)
            && p.end() == p.head() + 1
            && !Casualties.startsPredicate(x, p.end());
    return compound && a.isOne()
        ? p.end()
        : mentions.add(a.start(), p.end(), a, Casualties.unit(noun), mentions.words(p), noun);
  }

  /**
   * Other numbers between the persons and what befell them: "twelve people, three of them children,
   * died".
   */
  private void within(int from, int to) {
    inside = true;
    int i = from;
    while (i < to) {
      i = time[i] ? i + 1 : Math.max(i + 1, at(i));
    }
    inside = false;
  }
}
