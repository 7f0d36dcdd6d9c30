package news.slugline.story;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.slugline.claim.About;
import news.slugline.claim.Claim;
import news.slugline.claim.Modality;
import news.slugline.claim.Participant;
import news.slugline.claim.event.EventNouns;
import news.slugline.claim.event.PersonEvents;
import news.slugline.claim.text.NameKeys;
import news.slugline.claim.text.Verbs;
import news.slugline.claim.value.CountNouns;
import news.slugline.claim.value.NumberWords;
import org.jspecify.annotations.Nullable;

/**
 * What shows that two reports do not tell of one happening, however alike their words are: figures
 * that only one happening can have, years, days and places, whom they name, and of which kind they
 * say the event is. The same for (a, b) and (b, a). Remembers claims that it looked at; one thread.
 */
final class Apart {
  private static final int REMEMBERED = 2_048;

  /** Copy rounds sums; further apart they are two. */
  private static final double ROUNDED = 0.1;

  /** Two bodies measure one quake so far apart, and one body first and last. */
  private static final double SAME_QUAKE = 0.31;

  /** So far before a word of harm stands its number: "seven of the people were". */
  private static final int NUMBER_REACH = 4;

  /** Words before "rose" in which stands what did. */
  private static final int WHAT_MOVED = 6;

  private static final int BEFORE = 3;
  private static final int AFTER = 2;

  /**
   * No year since which something is the first or the most: it is of now. What stands before a year
   * is looked at behind its digits, as few places have these.
   */
  private static final Pattern YEAR =
      Pattern.compile(
          "(?<![\\d$€£.,-])(?:19|20)\\d\\d(?![\\d%])"
              + "(?<!(?:first|\\w{2,12}est|most|least|best|worst)[^,.;]{0,30} since \\d{4})");

  private static final Pattern MAGNITUDE =
      Pattern.compile(
          "\\bmagnitude(?: of|-)? ?(?:an? )?(\\d\\.\\d)\\b|\\b(\\d\\.\\d)(?:-| on the richter|"
              + " on richter| )?(?:magnitude|richter|on the richter)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern SCORE =
      Pattern.compile("(?<![\\d-])(\\d{1,3}[-\u2013]\\d{1,3})(?![\\d-]| year| month)");
  private static final Pattern SUM =
      Pattern.compile(
          "[$€£] ?(\\d[\\d,]*(?:\\.\\d+)?)(?:[ -]?(thousand|million|mln|billion|bn|trillion|[kmb])\\b)?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern AGE =
      Pattern.compile(
          "\\b(\\d{1,3}|[a-z]{3,9})[- ]years?[- ]olds?\\b|\\p{Lu}\\p{Ll}+, (\\d{1,3})(?=[,.;]| of )",
          Pattern.CASE_INSENSITIVE);

  /** A name, at most two other words, a number and what it counts. */
  private static final Pattern HOLDER =
      Pattern.compile(
          "(?<![\\p{L}\\d])(\\p{Lu}\\p{Ll}{2,}) (?:\\p{Ll}+ ){1,2}(\\d{1,6}|[a-z]{3,9}) (\\p{Ll}{3,})");

  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
  private static final int LONGEST_MONTH = 31;
  private static final String MONTH =
      "(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
          + "|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)";
  private static final String DAY = "(\\d{1,2})(?:st|nd|rd|th)?";
  private static final Pattern DATE =
      Pattern.compile(
          "\\b"
              + MONTH
              + "\\.? "
              + DAY
              + "\\b(?![:%]|,\\d)|\\b"
              + DAY
              + "(?: of)? "
              + MONTH
              + "\\b");

  /** To the end of the sentence if the remark goes on. */
  private static final Pattern QUOTED = Pattern.compile("[\"\u201c]([^\"\u201d]+)(?:[\"\u201d]|$)");

  /** Fewer words in quotation marks are taken from a remark or are none. */
  private static final int REMARK = 4;

  /** Two cuts of one remark share so much of the shorter one. */
  private static final double SAME_REMARK = 0.25;

  /** Capitalised words one behind the other, the last of which may say what the name is of. */
  private static final Pattern NAME =
      Pattern.compile("\\p{Lu}[\\p{L}'\u2019.-]*+(?: (?:of )?\\p{Lu}[\\p{L}'\u2019-]*+){1,6}");

  /** Letters of a word by which two names may be of one. */
  private static final int WORD = 4;

  private static final Set<String> YEARS = Set.of("year", "years");
  private static final Set<String> BODIES = Lists.of("change-words.tsv", "body");

  private final Set<String> dead = Lists.of("change-words.tsv", "dead");
  private final Set<String> hurt = Lists.of("change-words.tsv", "hurt");
  private final Set<String> held = Lists.of("change-words.tsv", "held");
  private final Set<String> bound = Lists.of("change-words.tsv", "bound");
  private final Set<String> common = Lists.of("change-words.tsv", "of many bodies");
  private final Map<String, String> accounts = accounts();
  private final Wording wording;
  private final Map<String, String> classes = EventNouns.classes();
  private final Set<String> moves = Lists.of("change-words.tsv", "moved");
  private final Set<String> telling = Lists.of("change-words.tsv", "telling");
  private final Set<String> articles = Lists.of("change-words.tsv", "article");
  private final Set<String> topics = Lists.of("change-words.tsv", "topic");
  private final Set<String> calendar;

  /** By claim what is known of it, each at its place in {@link #FEATURES}. */
  private final Recent<Claim, Object[]> looks;

  private static final int FEATURES = 17;

  private final Feature<Figures> figures = new Feature<>(0, this::findFigures);
  private final Feature<Set<String>> years = new Feature<>(1, c -> all(YEAR, c));
  private final Feature<Set<Integer>> dates = new Feature<>(2, Apart::findDates);
  private final Feature<Set<Integer>> ages = new Feature<>(3, this::findAges);
  private final Feature<Set<Long>> counts = new Feature<>(4, this::findCounts);
  private final Feature<Tolls> tolls = new Feature<>(5, this::findTolls);
  private final Feature<Map<String, Set<String>>> bodies = new Feature<>(6, this::findBodies);
  private final Feature<Map<String, Set<String>>> kinds = new Feature<>(7, this::findKinds);
  private final Feature<Set<String>> quoted = new Feature<>(8, this::findQuoted);
  private final Feature<List<String>> named = new Feature<>(9, c -> Clash.named(c.about()));
  private final Feature<Set<String>> nameWords = new Feature<>(15, this::findNameWords);
  private final Feature<Set<String>> nameTerms = new Feature<>(16, this::findNameTerms);

  private final Feature<List<String>> persons =
      new Feature<>(12, c -> PersonEvents.persons(c.about()));

  private final Feature<Set<Integer>> clocks = new Feature<>(13, this::findClocks);
  private final Feature<Set<String>> moved = new Feature<>(14, this::findMoved);
  private final Feature<Set<String>> pleas = new Feature<>(11, this::findPleas);
  private final Feature<Map<String, Set<String>>> holders = new Feature<>(10, this::findHolders);

  /**
   * What of a claim can tell it apart. Each is looked for when it is first asked for: most pairs
   * are told apart, or not compared further, by the first of them.
   */
  private final class Feature<T> {
    private final int place;
    private final Function<Claim, T> find;

    Feature(int place, Function<Claim, T> find) {
      this.place = place;
      this.find = find;
    }

    @SuppressWarnings("unchecked") // only this one writes to its place
    T of(Claim c) {
      Object[] known = looks.get(c, x -> new Object[FEATURES]);
      T found = (T) known[place];
      if (found == null) {
        found = find.apply(c);
        known[place] = found;
      }
      return found;
    }
  }

  /** Of which one happening has but one. */
  private record Figures(Set<Double> magnitudes, Set<String> scores, Set<Double> sums) {
    static final Figures NONE = new Figures(Set.of(), Set.of(), Set.of());

    boolean isEmpty() {
      return magnitudes.isEmpty() && scores.isEmpty() && sums.isEmpty();
    }
  }

  /** How many, of several, it says are dead, hurt, and held by the police. */
  private record Tolls(Set<Long> dead, Set<Long> hurt, Set<Long> held) {}

  /**
   * @param calendar terms that only say when
   */
  Apart(Wording wording, Set<String> calendar, Memory memory) {
    this.looks = memory.byObject(REMEMBERED);
    this.wording = wording;
    this.calendar = calendar;
  }

  /** Whether both give a figure of a sort of which one happening has but one, and they differ. */
  boolean byFigures(Claim a, Claim b) {
    Figures q = figures.of(b);
    if (q.isEmpty()) {
      return false;
    }
    Figures p = figures.of(a);
    return !p.magnitudes.isEmpty()
            && !q.magnitudes.isEmpty()
            && !anyWithin(p.magnitudes, q.magnitudes, SAME_QUAKE)
        || areApart(p.scores, q.scores)
        || (!p.sums.isEmpty() && !q.sums.isEmpty() && !anyNear(p.sums, q.sums));
  }

  /** Whether anything shows that the two tell of two happenings. */
  boolean shows(NodeRow m, NodeRow n) {
    Claim a = m.claim();
    Claim b = n.claim();
    About x = a.about();
    About y = b.about();
    return x.background() != y.background()
        || !Joiner.sameDate(a, b)
        || byPlace(a, b)
        || byNames(m, n)
        || byPersons(a, b)
        || byPleas(a, b)
        || byFigures(a, b)
        || byYears(m, n)
        || byKind(a, b)
        || byBodies(a, b)
        || byAges(a, b)
        || byHolders(a, b)
        || byQuotes(a, b);
  }

  /** Whether anything but the figures themselves shows that two numbers are of two happenings. */
  boolean tells(NodeRow m, NodeRow n) {
    Claim a = m.claim();
    Claim b = n.claim();
    return a.about().background() != b.about().background() || tellsOfCounts(m, n);
  }

  /**
   * The same of two counts: "she said 131 people had been rescued" tells of what is so now, only
   * shifted back by who says so.
   */
  boolean tellsOfCounts(NodeRow m, NodeRow n) {
    Claim a = m.claim();
    Claim b = n.claim();
    return isBefore(a) != isBefore(b)
        || byYears(m, n)
        || byPlace(a, b)
        || byNames(m, n)
        || byKind(a, b)
        || byBodies(a, b)
        || byDates(a, b);
  }

  private static boolean isBefore(Claim c) {
    return c.about().background() && c.modality() != Modality.REPORTED;
  }

  /** Whether both name a body or a place of one kind, "at Larch Hospital", and not the same one. */
  boolean byBodies(Claim a, Claim b) {
    return areApartByKey(bodies, a, b);
  }

  /**
   * Whether both say how many are dead, hurt or held, and not the same number; or one tells of one
   * of whom it gives the age, and the other of several.
   */
  boolean byTolls(Claim a, Claim b) {
    Tolls p = tolls.of(a);
    Tolls q = tolls.of(b);
    return areApart(p.dead, q.dead)
        || areApart(p.hurt, q.hurt)
        || areApart(p.held, q.held)
        || isOneOf(a, p, b, q)
        || isOneOf(b, q, a, p);
  }

  /** Whether both say of how many dead or hurt, of several, and one number is the same. */
  boolean areOfOneToll(Claim a, Claim b) {
    Tolls p = tolls.of(a);
    Tolls q = tolls.of(b);
    return !Collections.disjoint(p.dead, q.dead) || !Collections.disjoint(p.hurt, q.hurt);
  }

  private boolean isOneOf(Claim one, Tolls of, Claim all, Tolls several) {
    return !several.dead.isEmpty()
        && of.dead.isEmpty()
        && of.hurt.isEmpty()
        && ages.of(one).size() == 1
        && ages.of(all).isEmpty();
  }

  /** Whether both say how many of something there are, and no number is the same. */
  boolean byCounts(Claim a, Claim b) {
    return areApart(counts, a, b);
  }

  /**
   * The second claim is looked at first: as a rule it is held against several others, of which
   * nothing need be known if it has none.
   */
  private static <T> boolean areApart(Feature<Set<T>> feature, Claim a, Claim b) {
    Set<T> q = feature.of(b);
    return !q.isEmpty() && areApart(feature.of(a), q);
  }

  private static <T> boolean areApart(Set<T> a, Set<T> b) {
    return !a.isEmpty() && !b.isEmpty() && Collections.disjoint(a, b);
  }

  /** Whether both give numbers of one sort for one that they name, and no number is the same. */
  boolean byHolders(Claim a, Claim b) {
    return areApartByKey(holders, a, b);
  }

  /**
   * Whether the two are events of one class that befall persons one by one, and those of two
   * persons, or of one and of both.
   */
  boolean byPersons(Claim a, Claim b) {
    String type = a.about().trigger();
    if (!PersonEvents.is(type) || !type.equals(b.about().trigger())) {
      return false;
    }
    List<String> x = persons.of(a);
    List<String> y = persons.of(b);
    boolean one =
        x.stream().allMatch(n -> isAmong(n, y)) && y.stream().allMatch(n -> isAmong(n, x));
    return !x.isEmpty() && !y.isEmpty() && !one;
  }

  /**
   * Whether it stays open whose event it is: in an article of several accused, "a former mayor".
   */
  static boolean isOpen(About a, About b) {
    return a.trigger().equals(b.trigger())
        && (PersonEvents.isSomebodys(a) || PersonEvents.isSomebodys(b));
  }

  /**
   * "At 10 a.m. at one church, at 2 p.m. at another": both give the time of day, and no like one.
   */
  boolean byClocks(Claim a, Claim b) {
    return areApart(clocks, a, b);
  }

  private Set<Integer> findClocks(Claim c) {
    return NamedValue.clocks(c.text(), wording.words(c));
  }

  /** Whether both say what rose or fell, and no word of what it is is the same. */
  boolean byWhatMoved(Claim a, Claim b) {
    return areApart(moved, a, b);
  }

  /** By word of a firm's accounts the first of those that mean the same: profit and income. */
  private static Map<String, String> accounts() {
    Map<String, String> out = new HashMap<>();
    for (String row : Lists.of("change-words.tsv", "accounts")) {
      List<String> same = List.of(row.split(" "));
      same.forEach(w -> out.put(w, same.get(0)));
    }
    return Map.copyOf(out);
  }

  /** "Quarterly net profit rose 17 percent": the words before the verb that are no names. */
  private Set<String> findMoved(Claim c) {
    List<String> words = wording.words(c);
    Set<String> names = wording.names(c);
    for (int i = 0; i < words.size(); i++) {
      if (moves.contains(words.get(i))) {
        Set<String> out = new TreeSet<>();
        for (String w : words.subList(Math.max(0, i - WHAT_MOVED), i)) {
          String term = telling.contains(w) ? null : wording.term(w);
          if (term != null && isPlain(term, names)) {
            out.add(accounts.getOrDefault(w, term));
          }
        }
        return out;
      }
    }
    return Set.of();
  }

  private boolean isPlain(String term, Set<String> names) {
    return !names.contains(term) && !calendar.contains(term) && !Character.isDigit(term.charAt(0));
  }

  /** Whether both tell how somebody pleaded, and not alike. */
  boolean byPleas(Claim a, Claim b) {
    return areApart(pleas, a, b);
  }

  private Set<String> findPleas(Claim c) {
    if (!c.about().trigger().equals("plea")) {
      return Set.of();
    }
    Set<String> out = new TreeSet<>();
    List<String> words = wording.words(c);
    for (int i = 0; i < words.size(); i++) {
      boolean not = i > 0 && words.get(i - 1).equals("not");
      if (words.get(i).equals("guilty")) {
        out.add(not ? "not guilty" : "guilty");
      } else if (words.get(i).equals("contest")) {
        out.add("no contest");
      }
    }
    return out;
  }

  private static boolean anyWithin(Set<Double> a, Set<Double> b, double slack) {
    return a.stream().anyMatch(x -> b.stream().anyMatch(y -> Math.abs(x - y) <= slack));
  }

  private static boolean anyNear(Set<Double> a, Set<Double> b) {
    return a.stream()
        .anyMatch(x -> b.stream().anyMatch(y -> Math.abs(x - y) <= ROUNDED * Math.max(x, y)));
  }

  /** A year of long ago is that of something else, as is another year. */
  boolean byYears(NodeRow m, NodeRow n) {
    Set<String> p = years.of(m.claim());
    Set<String> q = years.of(n.claim());
    if (areApart(p, q)) {
      return true;
    }
    return (q.isEmpty() && isPast(m, p)) || (p.isEmpty() && isPast(n, q));
  }

  /** Whether both name years, and none the same. */
  boolean byOtherYears(Claim a, Claim b) {
    return areApart(years.of(a), years.of(b));
  }

  private static boolean isPast(NodeRow n, Set<String> years) {
    for (String y : years) {
      // the time of publication begins with its year
      if (y.compareTo(n.time().substring(0, y.length())) < 0) {
        return true;
      }
    }
    return false;
  }

  static boolean byPlace(Claim a, Claim b) {
    String p = a.about().where();
    String q = b.about().where();
    return p != null && q != null && !p.equals(q) && !a.text().contains(q) && !b.text().contains(p);
  }

  /**
   * Whether both name who did it, and neither names the other's; or both name somebody, none the
   * same, and one names nobody whom the other's article knows.
   */
  private boolean byNames(NodeRow m, NodeRow n) {
    List<String> p = named.of(m.claim());
    List<String> q = named.of(n.claim());
    if (p.isEmpty() || q.isEmpty()) {
      return false;
    }
    String doer = doer(m.claim());
    String other = doer(n.claim());
    if (doer != null && other != null && !isAmong(doer, q) && !isAmong(other, p)) {
      return true;
    }
    return Collections.disjoint(nameWords.of(m.claim()), nameWords.of(n.claim()))
        && p.stream().noneMatch(x -> isAmong(x, q))
        && (!knows(n.scene(), nameTerms.of(m.claim()))
            || !knows(m.scene(), nameTerms.of(n.claim())));
  }

  /** The last that is named before the verb: "Marlow Rovers striker Ivo Lang was arrested". */
  private static @Nullable String doer(Claim c) {
    String out = null;
    for (Participant p : c.about().participants()) {
      boolean named = !p.name().isEmpty() && Character.isUpperCase(p.name().codePointAt(0));
      out = p.role() == Participant.Role.AGENT && named ? p.name() : out;
    }
    return out;
  }

  private static boolean isAmong(String name, List<String> names) {
    for (String n : names) {
      if (NameKeys.same(name, n)) {
        return true;
      }
    }
    return false;
  }

  /** The longer words of its names: "Cairns Airport", "Cairns". */
  private Set<String> findNameWords(Claim c) {
    Set<String> out = new HashSet<>();
    for (String name : named.of(c)) {
      out.addAll(Wording.words(name));
    }
    out.removeIf(w -> w.length() < WORD);
    return TermSet.copyOf(out);
  }

  private Set<String> findNameTerms(Claim c) {
    Set<String> out = new HashSet<>();
    for (String name : named.of(c)) {
      out.addAll(wording.sequence(name));
    }
    return TermSet.copyOf(out);
  }

  private static boolean knows(Scene scene, Set<String> terms) {
    for (String t : terms) {
      if (scene.names().contains(t) || scene.lead().contains(t) || scene.key().contains(t)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether both introduce people by their ages, none the same: the one tells of the victim, the
   * other of the suspect. Who has had a birthday in between is still the same.
   */
  private boolean byAges(Claim a, Claim b) {
    return areFar(ages, a, b);
  }

  /** Whether both give days by month and date, none the same, give or take one for time zones. */
  boolean byDates(Claim a, Claim b) {
    return areFar(dates, a, b);
  }

  /** Whether there are some in both, and none within one of another. */
  private static boolean areFar(Feature<Set<Integer>> feature, Claim a, Claim b) {
    Set<Integer> q = feature.of(b);
    Set<Integer> p = q.isEmpty() ? q : feature.of(a);
    return !p.isEmpty()
        && p.stream().noneMatch(x -> q.stream().anyMatch(y -> Math.abs(x - y) <= 1));
  }

  /** Whether both are remarks in quotation marks, with next to no word in common. */
  boolean byQuotes(Claim a, Claim b) {
    Set<String> q = quoted.of(b);
    Set<String> p = q.isEmpty() ? q : quoted.of(a);
    if (p.isEmpty() || q.isEmpty()) {
      return false;
    }
    int least = Math.min(wording.weight(p), wording.weight(q));
    Set<String> both = new HashSet<>(p);
    both.retainAll(q);
    return wording.weight(both) < SAME_REMARK * least;
  }

  /** "A nuclear deal" is no "deal on icebreakers"; "the deal" may be either. */
  private boolean byKind(Claim a, Claim b) {
    return areApartByKey(kinds, a, b);
  }

  /** Whether of one key both have some, and none the same. */
  private static boolean areApartByKey(
      Feature<Map<String, Set<String>>> feature, Claim a, Claim b) {
    Map<String, Set<String>> q = feature.of(b);
    if (q.isEmpty()) {
      return false;
    }
    for (Map.Entry<String, Set<String>> e : feature.of(a).entrySet()) {
      Set<String> other = q.get(e.getKey());
      if (other != null && areApart(e.getValue(), other)) {
        return true;
      }
    }
    return false;
  }

  private Figures findFigures(Claim c) {
    String text = c.text();
    if (!hasDigits(text)) {
      return Figures.NONE;
    }
    Set<Double> magnitudes = new HashSet<>();
    Matcher m = MAGNITUDE.matcher(text);
    while (m.find()) {
      magnitudes.add(Double.valueOf(m.group(1) == null ? m.group(2) : m.group(1)));
    }
    Set<Double> sums = new HashSet<>();
    Matcher s = SUM.matcher(text);
    while (s.find()) {
      sums.add(Double.parseDouble(s.group(1).replace(",", "")) * scale(s.group(2)));
    }
    return new Figures(magnitudes, all(SCORE, c), sums);
  }

  /** Most claims give no figure, and looking for any sort of them takes long. */
  private static boolean hasDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private Tolls findTolls(Claim c) {
    List<String> words = wording.words(c);
    return new Tolls(tolls(words, dead), tolls(words, hurt), tolls(words, held));
  }

  /**
   * The numbers next to words of a harm: "killed seven", "killed at least seven people", else
   * "seven people were killed", "nine dead". One is as often one of them.
   */
  private Set<Long> tolls(List<String> words, Set<String> harm) {
    Set<Long> out = new TreeSet<>();
    for (int i = 0; i < words.size(); i++) {
      if (harm.contains(words.get(i))) {
        int next = i + 1;
        while (next < words.size() && bound.contains(words.get(next))) {
          next++;
        }
        long n = next < words.size() ? NumberWords.of(words.get(next)) : -1;
        for (int k = i - 1; n < 0 && k >= Math.max(0, i - NUMBER_REACH); k--) {
          n = isAge(words, k) ? -1 : NumberWords.of(words.get(k));
        }
        if (n > 1) {
          out.add(n);
        }
      }
    }
    return out;
  }

  /** "71 years", "aged 71", "a man of 71". */
  private static boolean isAge(List<String> words, int k) {
    String before = k == 0 ? "" : words.get(k - 1);
    boolean of = before.equals("of") && k > 1 && CountNouns.isPerson(words.get(k - 2));
    return words.get(k + 1).startsWith("year") || before.equals("aged") || of;
  }

  /** All numbers of several that it gives. */
  private Set<Long> findCounts(Claim c) {
    Set<Long> out = new TreeSet<>();
    List<String> words = wording.words(c);
    for (int i = 0; i < words.size(); i++) {
      double n = CountedState.read(words, i); // "1.2 million" too
      if (n > 1) {
        out.add(Math.round(n));
      }
    }
    return out;
  }

  /** By name and what is counted the numbers in "Berg added 16 points", "Berg had two points". */
  private Map<String, Set<String>> findHolders(Claim c) {
    if (wording.words(c).stream().noneMatch(w -> NumberWords.of(w) >= 0)) {
      return Map.of();
    }
    Map<String, Set<String>> out = new HashMap<>();
    Matcher m = HOLDER.matcher(c.text());
    while (m.find()) {
      long n = NumberWords.of(m.group(2).toLowerCase(Locale.ROOT));
      String name = wording.term(m.group(1).toLowerCase(Locale.ROOT));
      String unit = wording.term(m.group(3));
      if (n >= 0 && name != null && unit != null && !calendar.contains(name)) {
        out.computeIfAbsent(name + " " + unit, k -> new HashSet<>()).add(Long.toString(n));
      }
    }
    return out;
  }

  /** "8-year-old", "a four year old"; "Ole Berg, 19,". */
  private Set<Integer> findAges(Claim c) {
    if (!hasDigits(c.text()) && !wording.has(c, YEARS)) {
      return Set.of();
    }
    Set<Integer> out = new HashSet<>();
    Matcher m = AGE.matcher(c.text());
    while (m.find()) {
      String number = m.group(1) == null ? m.group(2) : m.group(1);
      out.add((int) NumberWords.of(number.toLowerCase(Locale.ROOT)));
    }
    out.removeIf(n -> n <= 0);
    return Set.copyOf(out);
  }

  /** "June 17", "17th of June": days of the year, in months of 31 days. */
  private static Set<Integer> findDates(Claim c) {
    if (!hasDigits(c.text())) {
      return Set.of();
    }
    Set<Integer> out = new HashSet<>();
    Matcher m = DATE.matcher(c.text());
    while (m.find()) {
      String month = m.group(1) == null ? m.group(4) : m.group(1);
      String day = m.group(1) == null ? m.group(3) : m.group(2);
      int number = MONTHS.indexOf(month.substring(0, 3).toLowerCase(Locale.ROOT)) / 3;
      out.add(number * LONGEST_MONTH + Integer.parseInt(day));
    }
    return Set.copyOf(out);
  }

  /** The terms within quotation marks, if a remark stands there and not a word or two. */
  private Set<String> findQuoted(Claim c) {
    String text = c.text();
    if (text.indexOf('"') < 0 && text.indexOf('\u201c') < 0) {
      return Set.of();
    }
    StringBuilder inside = new StringBuilder();
    Matcher m = QUOTED.matcher(text);
    while (m.find()) {
      inside.append(m.group(1)).append(' ');
    }
    int words = Wording.words(inside.toString()).size();
    return words >= REMARK && 3 * words > wording.words(c).size()
        ? TermSet.copyOf(wording.terms(inside.toString()))
        : Set.of();
  }

  /**
   * By the last word of names of bodies and places the words before it: of "Larch General Hospital"
   * by "hospital" "larch".
   */
  private Map<String, Set<String>> findBodies(Claim c) {
    if (!wording.has(c, BODIES)) {
      return Map.of();
    }
    Map<String, Set<String>> out = new HashMap<>();
    Matcher m = NAME.matcher(c.text());
    while (m.find()) {
      List<String> words = Wording.words(m.group());
      String head = words.get(words.size() - 1);
      if (BODIES.contains(head)) {
        Set<String> own = new TreeSet<>(words.subList(0, words.size() - 1));
        own.removeAll(common);
        if (!own.isEmpty()) {
          out.computeIfAbsent(head, h -> new TreeSet<>()).addAll(own);
        }
      }
    }
    return Map.copyOf(out);
  }

  private static Set<String> all(Pattern p, Claim c) {
    if (!hasDigits(c.text())) {
      return Set.of();
    }
    Set<String> out = new HashSet<>();
    Matcher m = p.matcher(c.text());
    while (m.find()) {
      out.add(m.group().replace('\u2013', '-'));
    }
    return TermSet.copyOf(out);
  }

  private static double scale(@Nullable String word) {
    if (word == null) {
      return 1;
    }
    return switch (Character.toLowerCase(word.charAt(0))) {
      case 't' -> word.length() > 1 && word.charAt(1) == 'h' ? 1e3 : 1e12;
      case 'k' -> 1e3;
      case 'm' -> 1e6;
      default -> 1e9;
    };
  }

  /** By class of event, the words that say of which kind it is. */
  private Map<String, Set<String>> findKinds(Claim c) {
    List<String> words = wording.words(c);
    Map<String, Set<String>> out = new HashMap<>();
    for (int i = 0; i < words.size(); i++) {
      String type = classes.get(words.get(i));
      if (type != null) {
        Set<String> kind = new TreeSet<>(before(words, i));
        kind.addAll(after(words, i));
        kind.removeAll(calendar);
        kind.removeIf(t -> Character.isDigit(t.charAt(0)));
        if (!kind.isEmpty()) {
          out.computeIfAbsent(type, t -> new TreeSet<>()).addAll(kind);
        }
      }
    }
    return Map.copyOf(out);
  }

  /**
   * The words between an article and the noun; without an article the last word before it, but for
   * a verb, and for what may be one itself ("shooting").
   */
  private List<String> before(List<String> words, int head) {
    int from = head;
    while (from > 0 && head - from < BEFORE && isWord(words.get(from - 1))) {
      from--;
    }
    boolean whole = from > 0 && articles.contains(words.get(from - 1));
    boolean verb =
        words.get(head).endsWith("ing")
            || (from < head && !Verbs.lemma(words.get(head - 1)).equals(words.get(head - 1)));
    int first = whole ? from : verb ? head : Math.max(from, head - 1);
    return wording.sequence(String.join(" ", words.subList(first, head)));
  }

  /** What it is about: "on icebreakers", "over the border". */
  private List<String> after(List<String> words, int head) {
    int i = head + 1;
    if (i >= words.size() || !topics.contains(words.get(i))) {
      return List.of();
    }
    i++;
    while (i < words.size() && articles.contains(words.get(i))) {
      i++;
    }
    int end = i;
    while (end < words.size() && end - i < AFTER && isWord(words.get(end))) {
      end++;
    }
    return wording.sequence(String.join(" ", words.subList(i, end)));
  }

  /** Whether a word may say of which kind something is: it is no article, and no form of a verb. */
  private boolean isWord(String word) {
    boolean verb = !word.endsWith("s") && !Verbs.lemma(word).equals(word);
    return !verb && wording.term(word) != null && !articles.contains(word);
  }
}
