package news.slugline.claim;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import news.slugline.claim.event.EventMention;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.Resources;
import news.slugline.claim.text.Sentence;
import news.slugline.claim.text.Token;
import news.slugline.claim.text.WordGroups;
import news.slugline.claim.value.Comparator;
import news.slugline.claim.value.QuantityMention;
import news.slugline.claim.value.QuantityMention.Slot;
import news.slugline.claim.value.TimeMention;

/**
 * Which of an article's numbers of victims are tolls of the running incident. A toll counts all of
 * them. "A man was shot" counts one person, who is in the toll that the article gives elsewhere;
 * "120 homicides this year" counts other incidents.
 */
final class Tolls {
  private static final Set<Slot> HARMED = EnumSet.of(Slot.SHOT, Slot.VICTIMS, Slot.INJURED);
  private static final Set<Slot> BODILY = Set.of(Slot.KILLED, Slot.INJURED, Slot.SHOT);

  private static final List<QuantityMention> NO_MENTIONS = List.of();

  /** Tokens in which a number and what it counts begin. */
  private static final int NUMBER = 4;

  private static final WordGroups WORDS = WordGroups.of(Tolls.class, "toll-words.tsv");
  private static final Set<String> TOTALS = WORDS.get("totals");
  private static final Set<String> THOSE = WORDS.get("those");
  private static final Set<String> SMALL = WORDS.get("small");
  private static final Set<String> OTHER = WORDS.get("other");

  private static final Set<String> DEFINITE = WORDS.get("definite");
  private static final Set<String> PAST = Set.of("past", "last", "previous");
  private static final Set<String> SPANS = WORDS.get("spans");
  private static final Set<String> MANY = WORDS.get("many");
  private static final Set<String> INCIDENTS = WORDS.get("incidents");

  /** Characters behind "victims" in which may stand where they were taken. */
  private static final int BEHIND = 40;

  /** How the wounded are or where, rather than how many there are. */
  private static final List<String> STATES = Resources.lines(Tolls.class, "wounded-states.txt");

  private static final Set<String> HARM = WORDS.get("harm");
  private static final Set<String> PARTS = WORDS.get("parts");
  private static final Set<String> NAMES = WORDS.get("names");
  private static final Set<String> REPORTS = WORDS.get("reports");
  private static final Set<String> FOUND = WORDS.get("found");

  /** Tokens before a number in which stands that somebody reported, found or named them. */
  private static final int TOLD_BEFORE = 6;

  /** Tokens before a number in which the word "toll" names it so. */
  private static final int TOLL_BEFORE = 8;

  private static final Set<String> MALE = WORDS.get("male");
  private static final Set<String> FEMALE = WORDS.get("female");

  /** Days before the article beyond which a dated toll is not the running incident's. */
  private static final int OLD = 45;

  /** Sentences in which an article gives the toll that counts. */
  private static final int LEAD = 5;

  /** Words of a count over a span of time or over many places, and of other incidents. */
  private static final List<String> OTHERS = Resources.lines(Tolls.class, "other-tolls.txt");

  private static final Set<String> STATISTICS = WORDS.get("statistics");

  private final Reading r;
  private final Document d;
  private final Set<QuantityMention> elsewhere = new HashSet<>();
  private final Set<QuantityMention> past = new HashSet<>();
  private final Set<QuantityMention> members = new HashSet<>();

  Tolls(Reading r) {
    this.r = r;
    this.d = r.document;
    Map<Slot, List<QuantityMention>> individuals = new EnumMap<>(Slot.class);
    Map<Slot, List<QuantityMention>> counted = new EnumMap<>(Slot.class);
    for (Sentence s : d.sentences()) {
      Boolean others = null;
      for (QuantityMention m : r.quantities.get(s.index())) {
        if (!counts(m)) {
          continue;
        }
        others = others == null ? ofOthers(s) : others;
        if (others || statistic(m)) {
          elsewhere.add(m);
        } else if (old(s)) {
          past.add(m);
        } else if (someOf(m) || further(s, m) || named(m)) {
          members.add(m);
        } else if (oneOf(m)) {
          individuals.computeIfAbsent(m.slot(), k -> new ArrayList<>()).add(m);
        } else if (m.number() != null && m.number().signum() > 0) {
          counted.computeIfAbsent(m.slot(), k -> new ArrayList<>()).add(m);
        }
      }
    }
    counted.forEach(this::parts);
    states(counted);
    vague(counted);
    if (leads(Slot.KILLED, counted) || leads(Slot.INJURED, counted) || leads(Slot.SHOT, counted)) {
      members.addAll(counted.getOrDefault(Slot.VICTIMS, List.of()));
    }
    boolean outcome =
        told(Slot.KILLED, individuals, counted) || told(Slot.INJURED, individuals, counted);
    for (QuantityMention m : counted.getOrDefault(Slot.SHOT, List.of())) {
      if (outcome && r.sentenceAt(m.start()) >= LEAD) {
        members.add(m);
      }
    }
    individuals.forEach((slot, of) -> settle(slot, of, counted, individuals));
  }

  /**
   * "Two of the victims are in hospital", "one of four men shot": some of those whom a toll counts.
   * Who died "of them" are all that died.
   */
  private boolean someOf(QuantityMention m) {
    if (m.slot() == Slot.KILLED) {
      return false;
    }
    int i = token(m.start());
    boolean injured = m.slot() == Slot.INJURED && !state(m);
    for (int k = i + 1; k < Math.min(i + NUMBER, d.tokens().size() - 1); k++) {
      if (word(k).equals("of")) {
        boolean count = d.tokens().get(k - 1).isNumber() || !TOTALS.contains(word(k - 1));
        boolean several = number(k + 1) || number(Math.min(k + 2, d.tokens().size() - 1));
        return count && (several || !injured && THOSE.contains(word(k + 1)));
      }
    }
    return false;
  }

  /** "Released the names of two victims": of whom something else is told. */
  private boolean named(QuantityMention m) {
    return m.slot() != Slot.KILLED && before(m, NAMES);
  }

  private boolean before(QuantityMention m, Set<String> words) {
    int i = token(m.start());
    int first = d.sentences().get(r.sentenceAt(m.start())).firstToken();
    for (int k = i - 1; k >= Math.max(first, i - TOLD_BEFORE); k--) {
      if (words.contains(word(k))) {
        return true;
      }
      if (!d.tokens().get(k).isWord() && !d.tokens().get(k).isNumber()) {
        return false;
      }
    }
    return false;
  }

  /**
   * What an article says besides a toll in numbers: "several were shot", "no one was hurt in the
   * fire", whom the first call reported or the first officers found.
   */
  private void vague(Map<Slot, List<QuantityMention>> counted) {
    Set<Slot> exact = EnumSet.noneOf(Slot.class);
    counted.forEach(
        (slot, of) -> {
          if (of.stream().anyMatch(m -> !early(m))) {
            exact.add(slot);
          }
        });
    boolean harmed = HARMED.stream().anyMatch(exact::contains);
    for (Sentence s : d.sentences()) {
      for (QuantityMention m : r.quantities.get(s.index())) {
        boolean may = HARMED.contains(m.slot()) && (early(m) || none(m));
        if (may && harmed) {
          members.add(m);
        }
      }
    }
  }

  private boolean early(QuantityMention m) {
    boolean number = m.value().chars().anyMatch(Character::isDigit);
    return !number || before(m, REPORTS) || m.slot() != Slot.INJURED && before(m, FOUND);
  }

  private static boolean none(QuantityMention m) {
    return m.number() != null && m.number().signum() == 0;
  }

  private boolean number(int token) {
    return SMALL.contains(word(token)) || d.tokens().get(token).isNumber();
  }

  /** "Three other victims", "another woman was shot": besides some who are in the toll too. */
  private boolean further(Sentence s, QuantityMention m) {
    boolean besidesDead =
        r.quantities.get(s.index()).stream()
            .anyMatch(k -> k.slot() == Slot.KILLED && k.start() < m.start());
    boolean may = m.slot() == Slot.INJURED ? state(m) : m.slot() != Slot.KILLED;
    if (!may || besidesDead) {
      return false;
    }
    int i = token(m.start());
    if (i > 0 && OTHER.contains(word(i - 1))) {
      return true;
    }
    for (int k = i; k < Math.min(i + NUMBER, d.tokens().size()); k++) {
      if (OTHER.contains(word(k)) && d.tokens().get(k).start() < m.end()) {
        return true;
      }
    }
    return false;
  }

  /**
   * "Two are in critical condition": how some of the wounded are, if the article counts more of
   * them elsewhere, or tells it of several groups.
   */
  private void states(Map<Slot, List<QuantityMention>> counted) {
    List<QuantityMention> hurt = new ArrayList<>(counted.getOrDefault(Slot.INJURED, List.of()));
    hurt.addAll(counted.getOrDefault(Slot.VICTIMS, List.of()));
    hurt.removeIf(m -> !state(m));
    int most = Math.max(r.headlineToll(Slot.INJURED), r.headlineToll(Slot.SHOT));
    for (Map.Entry<Slot, List<QuantityMention>> of : counted.entrySet()) {
      for (QuantityMention m : of.getKey() == Slot.KILLED ? NO_MENTIONS : of.getValue()) {
        most = Math.max(most, number(m).intValue());
      }
    }
    Map<Integer, Integer> groups = new HashMap<>();
    for (QuantityMention m : hurt) {
      groups.merge(r.sentenceAt(m.start()), m.slot() == Slot.INJURED ? 1 : 0, Integer::sum);
    }
    for (QuantityMention m : hurt) {
      int own = m.slot() == Slot.INJURED ? 1 : 0;
      boolean several = groups.getOrDefault(r.sentenceAt(m.start()), 0) > own;
      if (several || most > number(m).intValue()) {
        members.add(m);
      }
    }
  }

  private boolean state(QuantityMention m) {
    int end = m.slot() == Slot.INJURED ? m.end() : Math.min(d.text().length(), m.end() + BEHIND);
    String said = d.text(m.start(), end).toLowerCase(Locale.ROOT);
    return STATES.stream().anyMatch(said::contains);
  }

  private int token(int offset) {
    Sentence s = d.sentences().get(r.sentenceAt(offset));
    int i = s.firstToken();
    while (i + 1 < s.endToken() && d.tokens().get(i).start() < offset) {
      i++;
    }
    return i;
  }

  private String word(int token) {
    return d.tokens().get(token).lower();
  }

  /**
   * The part of a stretch that speaks of a number of something else than victims: "fired into a
   * crowd of 50 people", without the four who were wounded.
   */
  int[] apart(Sentence s, int[] span, QuantityMention m) {
    int first = token(m.start());
    int from = first;
    int start = span[0];
    for (int k = first - 1; k >= s.firstToken() && d.tokens().get(k).start() >= span[0]; k--) {
      if (HARM.contains(word(k))) {
        start = d.tokens().get(from).start();
        break;
      }
      from = opens(k + 1) ? k + 1 : from;
    }
    int end = span[1];
    int to = end;
    boolean open = false;
    for (int k = first; k < s.endToken() && d.tokens().get(k).end() <= span[1]; k++) {
      boolean behind = d.tokens().get(k).start() >= m.end();
      if (behind && HARM.contains(word(k))) {
        end = open ? to : d.tokens().get(k - 1).end();
        break;
      }
      if (behind && opens(k)) {
        to = d.tokens().get(k - 1).end();
        open = true;
      }
    }
    return new int[] {Math.min(start, m.start()), Math.max(end, m.end())};
  }

  /** Whether another part of the sentence begins at a token. */
  private boolean opens(int k) {
    return PARTS.contains(word(k)) || !d.tokens().get(k).isWord() && !d.tokens().get(k).isNumber();
  }

  private static boolean told(
      Slot slot,
      Map<Slot, List<QuantityMention>> individuals,
      Map<Slot, List<QuantityMention>> counted) {
    return individuals.containsKey(slot) || counted.containsKey(slot);
  }

  /** "Two of them students": what is less than the toll of the headline or lead is a part of it. */
  private void parts(Slot slot, List<QuantityMention> of) {
    QuantityMention first = of.get(0);
    int toll = r.headlineToll(slot);
    if (toll == 0 && r.sentenceAt(first.start()) < LEAD) {
      toll = number(first).intValue();
    }
    for (QuantityMention m : of) {
      boolean less = number(m).intValue() < toll && m.comparator() == Comparator.EXACT;
      if (less && !calledToll(m)) {
        members.add(m);
      }
    }
  }

  /** "Police had put the toll at nine": an earlier whole, no part. */
  private boolean calledToll(QuantityMention m) {
    int i = token(m.start());
    int first = d.sentences().get(r.sentenceAt(m.start())).firstToken();
    for (int k = i - 1; k >= Math.max(first, i - TOLL_BEFORE); k--) {
      if (word(k).equals("toll")) {
        return true;
      }
    }
    return false;
  }

  private static BigDecimal number(QuantityMention m) {
    return m.number() == null ? BigDecimal.ZERO : m.number();
  }

  /** Whether a number counts victims at all. */
  static boolean counts(QuantityMention m) {
    return BODILY.contains(m.slot()) || m.slot() == Slot.VICTIMS;
  }

  /** Whether a number counts victims of something else than the running incident. */
  boolean elsewhere(QuantityMention m) {
    return elsewhere.contains(m);
  }

  /** Whether it is told with a date long before the article. */
  boolean past(QuantityMention m) {
    return past.contains(m);
  }

  /** Whether it is one victim of several, and no toll. */
  boolean member(QuantityMention m) {
    return members.contains(m);
  }

  /** One person, and the words say so only by naming him. */
  private boolean oneOf(QuantityMention m) {
    BigDecimal n = m.number();
    if (n == null || n.compareTo(BigDecimal.ONE) != 0) {
      return false;
    }
    String opens = d.text(m.start(), Math.min(m.end(), m.start() + 4)).toLowerCase(Locale.ROOT);
    return !opens.startsWith("one") && !Character.isDigit(opens.charAt(0));
  }

  private void settle(
      Slot slot,
      List<QuantityMention> of,
      Map<Slot, List<QuantityMention>> counted,
      Map<Slot, List<QuantityMention>> all) {
    boolean tolled = leads(slot, counted);
    if (slot != Slot.KILLED) {
      tolled |= leads(Slot.SHOT, counted) || leads(Slot.INJURED, counted);
      tolled |= leads(Slot.VICTIMS, counted);
      tolled |= slot == Slot.SHOT && leads(Slot.KILLED, counted);
      tolled |= slot == Slot.SHOT && all.containsKey(Slot.INJURED);
    }
    int persons = persons(of) + (slot == Slot.KILLED && suicide() ? 1 : 0);
    if (tolled || persons > 1) {
      members.addAll(of);
    }
    boolean fate =
        slot == Slot.SHOT && (told(Slot.KILLED, all, counted) || told(Slot.INJURED, all, counted));
    boolean wounded =
        slot == Slot.INJURED
            && (of.stream().anyMatch(m -> !definite(m))
                || told(Slot.INJURED, Map.of(), counted)
                || told(Slot.SHOT, Map.of(), counted));
    int several = several(slot, counted);
    for (QuantityMention m : of) {
      if (several < m.start() || (fate || wounded) && definite(m)) {
        members.add(m);
      }
    }
  }

  /** "He was shot", "the boy was shot": one of whom the article says more. */
  private boolean definite(QuantityMention m) {
    String first = word(token(m.start()));
    return DEFINITE.contains(first);
  }

  /** Where the first toll of several that befell the same stands; far behind all without one. */
  private static int several(Slot slot, Map<Slot, List<QuantityMention>> counted) {
    return counted.getOrDefault(slot, List.of()).stream()
        .filter(toll -> number(toll).intValue() > 1)
        .mapToInt(QuantityMention::start)
        .min()
        .orElse(Integer.MAX_VALUE);
  }

  /** Whether a toll of several persons stands in the headline or the lead. */
  private boolean leads(Slot slot, Map<Slot, List<QuantityMention>> counted) {
    return r.headlineToll(slot) > 1
        || counted.getOrDefault(slot, List.of()).stream()
            .anyMatch(m -> number(m).intValue() > 1 && r.sentenceAt(m.start()) < LEAD);
  }

  /** How many different persons are named or described at least. */
  private static int persons(List<QuantityMention> of) {
    Set<String> names = new HashSet<>();
    boolean man = false;
    boolean woman = false;
    for (QuantityMention m : of) {
      String who = m.counted() == null ? "" : m.counted();
      String last = who.substring(who.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
      if (!who.isEmpty() && Character.isUpperCase(who.charAt(0)) && who.indexOf(' ') > 0) {
        names.add(last);
      }
      man |= MALE.contains(last);
      woman |= FEMALE.contains(last);
    }
    return Math.max(Math.max(names.size(), 1), (man ? 1 : 0) + (woman ? 1 : 0));
  }

  /** Whether the one who killed died by his own hand, and is in no toll of victims. */
  private boolean suicide() {
    for (List<EventMention> of : r.events) {
      for (EventMention e : of) {
        if (e.type().equals("suicide") && !e.background() && e.status() == EventStatus.OCCURRED) {
          return true;
        }
      }
    }
    return false;
  }

  /** "120 homicides": more than one incident's. */
  private static boolean statistic(QuantityMention m) {
    String counted = m.counted() == null ? "" : m.counted();
    String head = counted.substring(counted.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    return STATISTICS.contains(head) && number(m).intValue() > 2;
  }

  private boolean ofOthers(Sentence s) {
    String words = words(s);
    return OTHERS.stream().anyMatch(o -> words.contains(" " + o + " "))
        || several(s, words.contains(" since "));
  }

  /** "In five separate shootings", "in the past two months": more than one incident's victims. */
  private boolean several(Sentence s, boolean since) {
    for (int k = s.firstToken(); k < s.endToken() - 2; k++) {
      boolean span = PAST.contains(word(k)) && number(k + 1) && SPANS.contains(word(k + 2));
      boolean many = number(k) || MANY.contains(word(k));
      if (since && word(k).equals("in") && INCIDENTS.contains(word(k + 1))) {
        return true; // "in shootings across the city since Friday"
      }
      for (int n = k + 1; many && n < Math.min(k + NUMBER + 1, s.endToken()); n++) {
        many = d.tokens().get(n).isWord();
        if (many && INCIDENTS.contains(word(n))) {
          return true;
        }
      }
      if (span) {
        return true;
      }
    }
    return false;
  }

  private String words(Sentence s) {
    StringBuilder b = new StringBuilder(" ");
    for (Token t : d.tokens(s)) {
      b.append(t.lower()).append(' ');
    }
    return b.toString();
  }

  /** Whether its sentence is dated long before the article, and in no other way. */
  private boolean old(Sentence s) {
    String until = r.anchor.day().minusDays(OLD).toString();
    boolean past = false;
    for (TimeMention t : r.times.get(s.index())) {
      String v = t.value();
      if (v.length() < 4
          || !Character.isDigit(v.charAt(0))
          || t.type() == TimeMention.Type.CLOCK_WITHOUT_DAY) {
        continue;
      }
      int n = Math.min(v.length(), until.length());
      int slash = v.indexOf('/');
      n = slash > 0 ? Math.min(n, slash) : n;
      boolean before = v.substring(0, n).compareTo(until.substring(0, n)) < 0;
      if (!before) {
        return false;
      }
      past = true;
    }
    return past;
  }
}
