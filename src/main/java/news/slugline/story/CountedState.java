package news.slugline.story;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import news.slugline.claim.Claim;
import news.slugline.claim.Kind;
import news.slugline.claim.Modality;
import news.slugline.claim.Polarity;
import news.slugline.claim.Speaker;
import news.slugline.claim.text.NameKeys;
import news.slugline.claim.value.CountNouns;
import news.slugline.claim.value.NumberWords;
import org.jspecify.annotations.Nullable;

/**
 * What copy counts in a state that it names: homes without power, people in shelters, operations
 * that were cancelled, hospitals that were hit. A story has one count of such a thing, which goes
 * on, in whatever words it is told; so the noun and the state are what these claims meet by, and
 * the whole, a part and another day's are told apart by the words around the number. The same for
 * (a, b) and (b, a). Remembers claims that it looked at; one thread.
 */
final class CountedState {
  private static final String RESOURCE = "counted-states.tsv";
  private static final int REMEMBERED = 4_096;

  /** Words behind a number in which its state is named, and before it. */
  private static final int BEHIND = 12;

  private static final int BEFORE = 7;
  private static final int LONGEST = 4;

  /** Smaller numbers are told of single things. */
  private static final double LEAST = 3;

  /** So much later a count is a newer one. */
  private static final long NEWER_HOURS = 6;

  /** Numbers of two who speak so near to each other are of one time. */
  private static final long RIVAL_HOURS = 48;

  /** Days for which a count goes on, as a rule. */
  private static final long RUN_DAYS = 14;

  /** A count that grew more is of something else. */
  private static final double GROWS = 10;

  /** The same of a total of which only the noun is known. */
  private static final double TOTAL_GROWS = 3;

  /** Words in which a party is named. */
  private static final int NAME = 6;

  /** Two parties' numbers of one thing may lie so far apart, and must lie further than rounding. */
  private static final double PARTIES = 10;

  private static final double ROUNDED = 1.1;

  private static final String IN_ALL = "in all";
  private static final String GATHERED = "gathered";

  /** A clause ends here; a comma within a number does not end one. */
  private static final Pattern BOUND = Pattern.compile("^[<>=~]+");

  /** What stands between words, and is no part of one. */
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}'\u2019.,]+");

  private static final Pattern CLAUSE =
      Pattern.compile("[,;:()\"\u201c\u201d](?=\\s|$)|\\s[\u2013\u2014-]+\\s|\u2014|[\"\u201c(]");

  /** Words that lead to a name of where it is, and how many words may stand between. */
  private static final Set<String> PLACED =
      Set.of("in", "at", "across", "around", "near", "throughout", "from", "outside", "within");

  private static final int LED = 3;

  private static final Set<String> SCOPES =
      Set.of("worldwide", "world", "globally", "country", "nationwide", "nation", "statewide");

  private static final String SINCE = "since";
  private static final Set<String> STOPS =
      Set.of("which", "while", "but", "because", "although", "though", "whereas", "whose");
  private static final Map<String, Double> SCALES =
      Map.of("thousand", 1e3, "million", 1e6, "billion", 1e9, "m", 1e6, "bn", 1e9);

  /** How a count goes on: nothing leaves it, things come and go, or it stays what it is. */
  private enum Course {
    GROWS,
    TURNS,
    STAYS
  }

  /**
   * @param nouns that are counted as one in this state
   */
  private record State(String name, Course course, List<String> nouns) {}

  /**
   * What a claim says of its number.
   *
   * @param key what is counted and in what state; null if it says none
   * @param names of where or of what it is
   * @param scope words for the whole of which it is, if no name says so
   * @param day the weekday of which alone it is, as far as is said; else empty
   * @param party who says so, as far as is said; else empty
   */
  private record Look(
      @Nullable String key,
      Course course,
      Double number,
      Set<String> names,
      String day,
      Set<String> scope,
      String party) {
    boolean grows() {
      return course == Course.GROWS;
    }

    boolean stays() {
      return course == Course.STAYS;
    }
  }

  private static final Look NONE = new Look(null, Course.TURNS, 0.0, Set.of(), "", Set.of(), "");

  private final Map<String, State> behind = new HashMap<>();
  private final Map<String, State> before = new HashMap<>();
  private final Set<String> carriers = new HashSet<>();
  private final Set<String> attributed = new HashSet<>();

  /** Nouns for many of which one says "nine of the crew", whether or not that is all. */
  private final Set<String> bodies = new HashSet<>();

  /** Nouns for some of the people: of all people they say nothing. */
  private final Set<String> sorts = new HashSet<>();

  /** Nouns for people who have come together: "the number of marchers at 5,000". */
  private final Set<String> gatherers = new HashSet<>();

  private final Set<String> parts = Lists.of("change-words.tsv", "no total");
  private final Set<String> bound = Lists.of("change-words.tsv", "bound");
  private final Set<String> articles = Lists.of("change-words.tsv", "article");
  private final Set<String> rough = Lists.of("change-words.tsv", "rough");
  private final Set<String> counts = Lists.of("change-words.tsv", "number of");
  private final Set<String> links = new HashSet<>();
  private final State inAll = new State(IN_ALL, Course.GROWS, List.of());
  private final Set<String> weekdays = Lists.of("change-words.tsv", "weekday");
  private final Set<String> totals = new TreeSet<>(Lists.of("change-words.tsv", "running total"));
  private final Wording wording;
  private final Clash clash;
  private final Voices voices = new Voices();
  private final Recent<Claim, Optional<Look>> looks;

  CountedState(Wording wording, Clash clash, Memory memory) {
    this.looks = memory.byObject(REMEMBERED);
    this.wording = wording;
    this.clash = clash;
    totals.add(SINCE);
    for (String[] row : Lists.rows(RESOURCE)) {
      switch (row[0]) {
        case "carrier" -> carriers.addAll(List.of(row[2].split(",")));
        case IN_ALL -> links.addAll(List.of(row[2].split(",")));
        case "sort" -> sorts.addAll(List.of(row[4].split(" ")));
        case "gatherers" -> gatherers.addAll(List.of(row[4].split(" ")));
        case "body" -> bodies.addAll(List.of(row[4].split(" ")));
        case "attributed" -> attributed.addAll(List.of(row[2].split(",")));
        default -> {
          Course course = Course.valueOf(row[1].toUpperCase(Locale.ROOT));
          State s = new State(row[0], course, List.of(row[4].split(" ")));
          List.of(row[2].split(",")).forEach(w -> behind.put(w, s));
          List.of(row[3].split(",")).forEach(w -> before.put(w, s));
        }
      }
    }
  }

  /** What is counted and in what state, as a key; null if the claim counts nothing in one. */
  @Nullable String key(Claim c) {
    return look(c).key;
  }

  /** Whether two claims count one thing in one state, whatever the numbers. */
  private boolean areOfOne(NodeRow m, NodeRow n, Look p, Look q) {
    return p.key != null
        && p.key.equals(q.key)
        && p.scope.equals(q.scope)
        && hours(m, n) <= 24 * RUN_DAYS
        && knows(n.scene(), p.names, q.names)
        && knows(m.scene(), q.names, p.names);
  }

  /**
   * Whether two claims that count one thing in one state may be compared at all; of one article's,
   * which counts several such things, only those of two who differ.
   */
  boolean areOfOne(NodeRow m, NodeRow n) {
    Look p = look(m.claim());
    Look q = look(n.claim());
    return areOfOne(m, n, p, q) && (!m.uri().equals(n.uri()) || isOtherwise(m, n, p, q));
  }

  /**
   * Whether two claims that count things in states count two: other things, in another state, in
   * another place, or on another day.
   */
  boolean areTwo(NodeRow m, NodeRow n) {
    Look p = look(m.claim());
    Look q = look(n.claim());
    boolean otherDay = !p.day.isEmpty() && !q.day.isEmpty() && !p.day.equals(q.day);
    return p.key != null && q.key != null && (otherDay || !areOfOne(m, n));
  }

  /** Whether the later of two counts gives what has become of the other. */
  boolean wentOn(NodeRow m, NodeRow n) {
    boolean inOrder = m.time().compareTo(n.time()) < 0;
    NodeRow first = inOrder ? m : n;
    NodeRow then = inOrder ? n : m;
    Look p = look(first.claim());
    Look q = look(then.claim());
    return !p.number.equals(q.number)
        && !q.stays()
        && !m.uri().equals(n.uri())
        && (!q.grows() || p.number < q.number)
        && Math.max(p.number, q.number) <= most(p) * Math.min(p.number, q.number)
        && hours(first, then) >= NEWER_HOURS
        && areOfOne(first, then, p, q)
        && (!q.grows() || isOnward(p, q, then.claim()));
  }

  private static double most(Look p) {
    return p.key != null && p.key.endsWith(IN_ALL) ? TOTAL_GROWS : GROWS;
  }

  /** Not what was counted on one day and on another. */
  private boolean isOnward(Look p, Look q, Claim then) {
    return p.day.isEmpty() || q.day.isEmpty() || p.day.equals(q.day) || wording.has(then, totals);
  }

  /** "In the country", "worldwide". */
  private static Set<String> scope(List<String> words) {
    Set<String> out = new TreeSet<>(words);
    out.retainAll(SCOPES);
    return out;
  }

  private String day(List<String> words, int at) {
    for (int i = 0; i < words.size(); i++) {
      boolean leads = i == 1 && words.get(0).equals("on");
      if ((i > at || leads) && weekdays.contains(words.get(i))) {
        return words.get(i);
      }
    }
    return "";
  }

  /**
   * Whether two parties give two numbers: one article gives both, each as one's; or what they count
   * stays what it is; or it only grows, and the later number is the lower.
   */
  boolean areRivals(NodeRow m, NodeRow n) {
    boolean inOrder = m.time().compareTo(n.time()) < 0;
    NodeRow first = inOrder ? m : n;
    NodeRow then = inOrder ? n : m;
    Look p = look(first.claim());
    Look q = look(then.claim());
    if (p.key == null || !p.key.equals(q.key)) {
      return false;
    }
    // each claim of one number is held against each of the other: what costs least comes first
    boolean differ =
        q.stays() || m.uri().equals(n.uri())
            ? isOtherwise(first, then, p, q)
            : isHigherBefore(first, then, p, q);
    return differ && areOfOne(first, then, p, q);
  }

  /** Two who are named give, of what only grows, first the higher and then the lower number. */
  private boolean isHigherBefore(NodeRow first, NodeRow then, Look p, Look q) {
    return q.grows()
        && p.day.equals(q.day)
        && p.number > q.number
        && p.number <= 2 * q.number
        && isExact(first.claim())
        && isExact(then.claim())
        && saidByTwo(first.claim().speaker(), then.claim().speaker());
  }

  /** "Police said 5,000 had come, the organisers 12,000": the one says otherwise than the other. */
  private boolean isOtherwise(NodeRow m, NodeRow n, Look p, Look q) {
    Claim a = m.claim();
    Claim b = n.claim();
    boolean oneDay = p.day.isEmpty() || q.day.isEmpty() || p.day.equals(q.day);
    double low = Math.min(p.number, q.number);
    double high = Math.max(p.number, q.number);
    return oneDay
        && high > ROUNDED * low
        && high <= PARTIES * low
        && isPlain(a)
        && isPlain(b)
        && isParty(a, p)
        && isParty(b, q)
        && !NameKeys.same(p.party, q.party)
        && (m.uri().equals(n.uri()) || !voices.mayBeOne(a, b)); // one text names one by one name
  }

  /** Who says so: a speaker, or "Norcoal" of "Norcoal puts the number at 12". */
  private static String party(Claim c) {
    Speaker s = c.speaker();
    if (s != null) {
      return s.name();
    }
    for (String clause : CLAUSE.split(c.text())) {
      int puts = clause.indexOf(" puts the ");
      int at = puts < 0 ? clause.indexOf(" put the ") : puts;
      if (at > 0 && Wording.words(clause.substring(0, at)).size() <= NAME) {
        return clause.substring(0, at).strip();
      }
    }
    return "";
  }

  /** Not a bound: "at least", "up to". */
  private static boolean isPlain(Claim c) {
    String v = c.value();
    return v != null && (v.startsWith("~") || isExact(c));
  }

  /** Somebody, or some body, that is told from others; not "witnesses", nor an outlet. */
  private static boolean isParty(Claim c, Look look) {
    Speaker s = c.speaker();
    boolean told = s == null || s.type() != Speaker.Type.OUTLET && s.type() != Speaker.Type.UNNAMED;
    return told && !look.party.isEmpty();
  }

  /** Whether both were published in the same days, so that nothing need have changed. */
  static boolean areOfOneTime(NodeRow m, NodeRow n) {
    return hours(m, n) <= RIVAL_HOURS;
  }

  private static boolean isExact(Claim c) {
    return c.value() != null && Character.isDigit(c.value().charAt(0));
  }

  private static boolean saidByTwo(@Nullable Speaker a, @Nullable Speaker b) {
    return a != null
        && b != null
        && Character.isUpperCase(a.name().codePointAt(0))
        && Character.isUpperCase(b.name().codePointAt(0))
        && !NameKeys.same(a.name(), b.name());
  }

  /** Whether the second gives less of what only grows: it is no newer number of it. */
  boolean falls(NodeRow m, NodeRow n) {
    Look p = look(m.claim());
    Look q = look(n.claim());
    return p.key != null && p.key.equals(q.key) && p.grows() && p.number > q.number;
  }

  private static long hours(NodeRow m, NodeRow n) {
    return Math.abs(Times.hours(m.time(), n.time()));
  }

  /** Whether an article's opening names what a claim of another one names beyond its own. */
  private static boolean knows(Scene scene, Set<String> names, Set<String> own) {
    return names.stream().allMatch(t -> own.contains(t) || scene.lead().contains(t));
  }

  private Look look(Claim c) {
    return looks.get(c, x -> Optional.of(makeLook(x))).orElse(NONE);
  }

  private Look makeLook(Claim c) {
    String value = c.value();
    boolean told =
        c.kind() == Kind.QUANTITY
            && value != null
            && Counted.isAmount(c.about())
            && c.polarity() == Polarity.POSITIVE
            && (c.modality() == Modality.ASSERTED || c.modality() == Modality.REPORTED);
    String noun = told ? Counted.noun(c.about()) : "";
    Double number = told && value != null ? number(value) : null;
    if (noun.isEmpty() || number == null || number < LEAST) {
      return NONE;
    }
    for (String clause : CLAUSE.split(c.text())) {
      List<String> words = Wording.words(clause);
      int at = find(words, number);
      if (at >= 0) {
        State s = isPart(words, at) ? null : state(words, at, noun);
        String counted = s == null ? null : counted(noun, s);
        return s == null || counted == null
            ? NONE
            : new Look(
                "amount:" + counted + " " + s.name,
                s.course,
                number,
                names(c, clause, at),
                day(words, at),
                scope(words),
                party(c));
      }
    }
    return NONE;
  }

  /** The noun under which what is in a state is counted; null for a measure but of land. */
  private @Nullable String counted(String noun, State s) {
    if (s.nouns.contains(noun) || s.nouns.contains(Counted.unit(noun))) {
      return s.nouns.get(0);
    }
    if (CountNouns.isMeasure(noun)) {
      return AREAS.contains(noun) ? noun : null;
    }
    return sorts.contains(noun) ? noun : Counted.unit(noun);
  }

  private static final Set<String> AREAS = Set.of("ha", "acre", "km2", "mi2");

  private static @Nullable Double number(String value) {
    String v = BOUND.matcher(value).replaceFirst("");
    int space = v.indexOf(' ');
    try {
      return Double.valueOf(space < 0 ? v : v.substring(0, space));
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** Where the words give a number; -1 if they do not. */
  private static int find(List<String> words, double number) {
    for (int i = 0; i < words.size(); i++) {
      if (read(words, i) == number) {
        return i;
      }
    }
    return -1;
  }

  /** The number that begins at a word, with its scale; -1 if none does. */
  static double read(List<String> words, int i) {
    String w = words.get(i);
    double n = NumberWords.of(w);
    if (n < 0 && Character.isDigit(w.charAt(0))) {
      try {
        n = Double.parseDouble(w.replace(",", ""));
      } catch (NumberFormatException e) {
        return -1;
      }
    }
    Double scale = i + 1 < words.size() ? SCALES.get(words.get(i + 1)) : null;
    return n < 0 || scale == null ? n : Math.rint(n * scale);
  }

  /** Words from "of" to the number of all: "nine of the group's 22 hospitals". */
  private static final int WHOSE = 4;

  /** Whether it is the number of all, of some of whom is told. */
  private static boolean isWhole(List<String> words, int at) {
    for (int i = at - 1; i > 0 && i >= at - WHOSE; i--) {
      if (words.get(i).equals("of")) {
        return read(words, i - 1) > 0;
      }
    }
    return false;
  }

  /** "Twelve new cases", "12 of the homes", "12 a day"; "more than 12" is all of them. */
  private boolean isPart(List<String> words, int at) {
    for (int i = Math.max(0, at - 3); i < Math.min(words.size(), at + 4); i++) {
      boolean than = i + 1 < words.size() && words.get(i + 1).equals("than");
      if (parts.contains(words.get(i)) && !than) {
        return true;
      }
    }
    boolean of = at + 1 < words.size() && words.get(at + 1).equals("of");
    boolean body = at + 3 < words.size() && bodies.contains(words.get(at + 3));
    return of && !(body && articles.contains(words.get(at + 2)))
        || isWhole(words, at)
        || at > 0 && words.get(at - 1).equals("of") && at > 1 && isHalf(words.get(at - 2));
  }

  private static boolean isHalf(String word) {
    return word.equals("half")
        || word.equals("third")
        || word.equals("quarter")
        || word.equals("most");
  }

  /** What the words say of the state of what a number counts: right before it, else behind it. */
  private @Nullable State state(List<String> words, int at, String noun) {
    for (int i = at - 1; i >= Math.max(0, at - BEFORE); i--) {
      for (int k = Math.max(0, i - LONGEST + 1); k <= i; k++) {
        State s = before.get(String.join(" ", words.subList(k, i + 1)));
        if (s != null) {
          return s;
        }
      }
      boolean in = words.get(i).equals("at");
      if (!mayStandBetween(words.get(i))
          || in && (i == 0 || !carriers.contains(words.get(i - 1)))) {
        break; // "operations were called off at three hospitals": these were not
      }
    }
    State total = null;
    for (int i = Math.max(0, at - BEHIND); i + 1 < at; i++) {
      total = counts.contains(words.get(i)) && links.contains(words.get(at - 1)) ? inAll : total;
      if (words.get(i).equals("number") && words.get(i + 1).equals("of")) {
        // "the number of operations cancelled rose to 1,600"
        State s = stateIn(words, i + 2, at);
        s = s == null && gatherers.contains(noun) ? behind.get(GATHERED) : s;
        return s == null ? total : s;
      }
    }
    for (int i = at + 1; i < Math.min(words.size(), at + BEHIND); i++) {
      String w = words.get(i);
      boolean joined = w.equals("and") || w.equals("as") || w.equals("after");
      if (STOPS.contains(w) || attributed.contains(w) || joined && stateAt(words, i + 1) != null) {
        return total;
      }
      State s = stateAt(words, i);
      if (s != null) {
        return s;
      }
      if (i > at + 1 && Character.isDigit(w.charAt(0)) && !PLACED.contains(words.get(i - 1))) {
        return total; // "143 people are ill and 520 are quarantined"
      }
    }
    boolean bare = at > 1 && words.get(at - 1).equals("has") && words.get(at - 2).equals("now");
    return bare ? inAll : total;
  }

  private @Nullable State stateIn(List<String> words, int from, int to) {
    for (int i = from; i < to; i++) {
      State s = stateAt(words, i);
      if (s != null) {
        return s;
      }
    }
    return null;
  }

  private @Nullable State stateAt(List<String> words, int i) {
    for (int end = Math.min(words.size(), i + LONGEST); end > i; end--) {
      State s = behind.get(String.join(" ", words.subList(i, end)));
      if (s != null) {
        return s;
      }
    }
    return null;
  }

  private boolean mayStandBetween(String word) {
    return bound.contains(word)
        || articles.contains(word)
        || rough.contains(word)
        || carriers.contains(word)
        || word.equals("of")
        || word.equals("at");
  }

  /**
   * The names that say of where or of what the number is: those behind it, and those to which a
   * preposition leads; who did it stands before it, and who says so is no part of it.
   */
  private Set<String> names(Claim c, String clause, int at) {
    if (wording.names(c).isEmpty()) {
      return Set.of(); // none, or a headline in capitals
    }
    Set<String> out = new TreeSet<>();
    for (String part : CLAUSE.split(c.text())) {
      boolean own = part.equals(clause);
      boolean tells =
          !own
              && c.speaker() != null
              && Wording.words(part).stream().anyMatch(attributed::contains);
      if (!tells) {
        addNames(part, own ? at : Integer.MAX_VALUE, out);
      }
    }
    Speaker s = c.speaker();
    if (s != null) {
      out.removeAll(wording.terms(s.name()));
    }
    out.removeAll(clash.calendar());
    return out;
  }

  private void addNames(String part, int number, Set<String> out) {
    int place = -LED - 1;
    int i = 0;
    for (String w : BETWEEN.split(part.strip())) {
      if (attributed.contains(w) && i > number) {
        return;
      }
      place = PLACED.contains(w.toLowerCase(Locale.ROOT)) ? i : place;
      boolean name = !w.isEmpty() && Character.isUpperCase(w.codePointAt(0));
      if (name && (i > number || i - place <= LED)) {
        out.addAll(wording.terms(w));
      }
      i++;
    }
  }
}
