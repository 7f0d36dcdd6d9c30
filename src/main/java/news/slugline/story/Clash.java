package news.slugline.story;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import news.slugline.claim.About;
import news.slugline.claim.Claim;
import news.slugline.claim.Kind;
import news.slugline.claim.Participant;
import news.slugline.claim.text.NameKeys;
import org.jspecify.annotations.Nullable;

/**
 * Whether two claims of one topic whose values differ speak of the same thing, so that one speaks
 * against the other. Most values that differ do not: they are the days of two hearings, the scores
 * of two halves. A false conflict costs an editor more than a missed one, so both must show that
 * they mean one thing. The same for (a, b) and (b, a). Remembers claims that it looked at; one
 * thread.
 */
final class Clash {
  static final String MAGNITUDE = "magnitude";
  private static final double DAY = 86_400;

  /** Reports of one event give days as far apart at most, unless their words say it is one. */
  private static final double DAYS_APART = 2;

  /** Clock times so many seconds apart are those of one event; others, if their words say so. */
  private static final double CLOCKS_APART = 2 * 3_600;

  /** Days for which a toll grows, as a rule. */
  private static final double RUN = 14;

  private static final double QUARTER_HOUR = 900;
  private static final double HOUR = 3_600;

  /** Two claims that share so much of their words mean one thing. */
  private static final double NEAR = 0.6;

  /** And if one of them says nothing that the other does not, few words are enough. */
  private static final double WHOLE = 0.9;

  private static final double ONE = 0.4;
  private static final double FAIR = 0.3;

  /** Beside one name. */
  private static final double FEW = 0.2;

  /** Slots whose value is one person's or one event's and is told in few words. */
  static final Set<String> OWN =
      Set.of("killed", "injured", "shot", "victims", "missing", "arrested", "displaced", "age");

  private static final String AGE = "age";

  /** Two who are further apart in years are father and son. */
  private static final double BIRTHDAYS = 2;

  private static final int REMEMBERED = 2_048;

  private final Wording wording;
  private final Values values;
  private final Set<String> dayWords = new TreeSet<>();
  private final Set<String> tolls = Lists.of("change-words.tsv", "toll");
  private final Set<String> weekdays = Lists.of("change-words.tsv", "weekday");
  private final Set<String> rough = Lists.of("change-words.tsv", "rough");
  private final Set<String> response = Lists.of("change-words.tsv", "response");
  private final Set<String> part = Lists.of("change-words.tsv", "part");
  private final Set<String> moved = Lists.of("change-words.tsv", "moved");
  private final Set<String> beside = Lists.of("change-words.tsv", "beside");
  private final Set<String> calendar;
  private final Set<String> outcome;
  private final Contest contest;
  private final Apart apart;
  private final SameNumber sameNumber;
  private final Recent<Claim, Look> looks;

  /**
   * A claim's words that say what its value is of, their weight, those that are parts of names, the
   * weight of the others, and whom it names.
   */
  private record Look(
      Set<String> words, int weight, Set<String> names, int plainWeight, List<String> named) {}

  Clash(Wording wording, Values values, Memory memory) {
    this.looks = memory.byObject(REMEMBERED);
    this.wording = wording;
    this.values = values;
    Set<String> when = new TreeSet<>(weekdays);
    for (String sort : List.of("month", "relative", "calendar")) {
      when.addAll(Lists.of("change-words.tsv", sort));
    }
    this.calendar = terms(when);
    for (String sort : List.of("weekday", "month", "relative")) {
      dayWords.addAll(Lists.of("change-words.tsv", sort));
    }
    this.contest = new Contest(wording, values, calendar, dayWords, memory);
    this.apart = new Apart(wording, calendar, memory);
    this.sameNumber = new SameNumber(wording, values, apart, calendar, memory);
    this.outcome = terms(Lists.of("change-words.tsv", "outcome"));
  }

  /** Terms that only say when. */
  Set<String> calendar() {
    return calendar;
  }

  /** What tells two happenings apart; it remembers what it looked at, so there is one. */
  Apart apart() {
    return apart;
  }

  private Set<String> terms(Set<String> words) {
    Set<String> out = new TreeSet<>();
    for (String w : words) {
      String term = wording.term(w);
      if (term != null) {
        out.add(term);
      }
    }
    return out;
  }

  /**
   * What two claims of one topic have in common beyond it, times and numbers left out.
   *
   * @param named whether both name one of the same
   * @param day whether both give the same day
   * @param where whether both give the same place
   * @param words how many words of weight they share
   * @param plain how many of these are not parts of names
   * @param kept the share of the weight of the one that says less
   * @param keptPlain the same without parts of names
   * @param placed whether each says who, when or where
   */
  record Tie(
      boolean named,
      boolean day,
      boolean where,
      int words,
      int plain,
      double kept,
      double keptPlain,
      boolean placed) {
    /** Whether it is enough for a plan and its outcome, or for an event and its denial. */
    boolean isPositive() {
      return named || (day && where) || (words >= 2 && kept >= FAIR);
    }

    /** Whether they have anything in common. */
    boolean isAny() {
      return named || words >= 2;
    }

    /** Whether it is enough for two reports of one event of one day. */
    boolean isFairlyNear() {
      return words >= 3 && kept >= ONE - 0.05;
    }

    boolean isNear() {
      return words >= 3 && kept >= NEAR;
    }

    /**
     * Whether it is enough for two reports of one event: names that a story is full of are not, nor
     * is a like mention that does not say who, when or where.
     */
    boolean isOne() {
      if (!placed) {
        return words >= 3 && kept >= NEAR || words >= 2 && kept >= WHOLE;
      }
      boolean set = day || where;
      boolean alike = plain >= 1 && keptPlain >= ONE || plain >= 2 && keptPlain >= FEW;
      return (named && (set || plain >= 3 || alike))
          || (day && where)
          || (plain >= 2 && keptPlain >= ONE)
          || (plain >= 3 && keptPlain >= FAIR);
    }
  }

  Tie tie(Claim a, Claim b) {
    About x = a.about();
    About y = b.about();
    Look p = look(a);
    Look q = look(b);
    int both = 0;
    int weight = 0;
    int plain = 0;
    int plainWeight = 0;
    for (String t : p.words) {
      if (q.words.contains(t)) {
        both++;
        weight += wording.weight(t);
        if (!p.names.contains(t) && !q.names.contains(t)) {
          plain++;
          plainWeight += wording.weight(t);
        }
      }
    }
    boolean named = false;
    for (String m : p.named) {
      for (String n : q.named) {
        named = named || NameKeys.same(m, n);
      }
    }
    return new Tie(
        named,
        x.when() != null && x.when().length() >= 10 && x.when().equals(y.when()),
        x.where() != null && x.where().equals(y.where()),
        both,
        plain,
        share(weight, Math.min(p.weight, q.weight)),
        share(plainWeight, Math.min(p.plainWeight, q.plainWeight)),
        isPlaced(x, p) && isPlaced(y, q));
  }

  /** Whether two claims share a word that does not only say when, or name one of the same. */
  boolean sharesAny(Claim a, Claim b) {
    Tie tie = tie(a, b);
    return tie.named() || tie.words() > 0;
  }

  private static double share(int weight, int of) {
    return of == 0 ? 0 : (double) weight / of;
  }

  private static boolean isPlaced(About about, Look look) {
    return !look.named.isEmpty() || about.when() != null || about.where() != null;
  }

  /** The words of a claim that say what its value is of. */
  private Set<String> words(Claim c) {
    return look(c).words;
  }

  private Look look(Claim c) {
    return looks.get(c, this::makeLook);
  }

  private Look makeLook(Claim c) {
    Set<String> words = new HashSet<>(wording.terms(c));
    words.removeIf(t -> Character.isDigit(t.charAt(0)) || calendar.contains(t));
    List<String> named = named(c.about());
    Set<String> names = new HashSet<>(wording.names(c));
    named.forEach(n -> names.addAll(wording.terms(n)));
    Set<String> plain = new HashSet<>(words);
    plain.removeAll(names);
    return new Look(
        TermSet.copyOf(words),
        wording.weight(words),
        TermSet.copyOf(names),
        wording.weight(plain),
        named);
  }

  static List<String> named(About about) {
    return named(about.participants());
  }

  static List<String> named(List<Participant> some) {
    List<String> out = new ArrayList<>(some.size());
    for (Participant p : some) {
      if (!p.name().isEmpty() && Character.isUpperCase(p.name().codePointAt(0))) {
        out.add(p.name());
      }
    }
    return out;
  }

  /** Whether a claim says how many an event killed, hurt and so on. */
  static boolean isToll(Claim c) {
    return c.kind() == Kind.QUANTITY
        && OWN.contains(c.about().slot())
        && !c.about().slot().equals(AGE);
  }

  /** Whether both are tolls of an event of one class. */
  static boolean areTolls(Claim a, Claim b) {
    String type = a.about().trigger();
    return isToll(a) && isToll(b) && !type.isEmpty() && type.equals(b.about().trigger());
  }

  /**
   * Whether the dates that two tolls have of their event need not meet: "the toll rose to nine"
   * names no day, and what its article gives for the event's may be the day of something else in
   * the course of the story.
   */
  boolean isUndated(Claim a, Claim b) {
    return isToll(a)
        && isToll(b)
        && !(contest.isDated(a) && contest.isDated(b))
        && isOneRun(a.about().when(), b.about().when());
  }

  /** Whether both texts name the day of their event, and not the same one. */
  boolean nameOtherDays(Claim a, Claim b) {
    String x = a.about().when();
    String y = b.about().when();
    return x != null
        && y != null
        && x.length() >= 10
        && y.length() >= 10
        && !x.equals(y)
        && onWeekday(a)
        && onWeekday(b);
  }

  /** Whether two days are those of one running story, as far as they are known. */
  static boolean isOneRun(@Nullable String a, @Nullable String b) {
    double[] s = a == null ? null : Values.stretch(a);
    double[] t = b == null ? null : Values.stretch(b);
    return s == null || t == null || s[0] - t[1] <= RUN * DAY && t[0] - s[1] <= RUN * DAY;
  }

  /**
   * Whether two claims are of an event of one class and one day, which the words around them do not
   * contradict: of tolls that is enough, others must share some words or a name.
   */
  boolean isOneDay(Claim a, Claim b) {
    About x = a.about();
    About y = b.about();
    return !x.trigger().isEmpty()
        && x.trigger().equals(y.trigger())
        && x.when() != null
        && x.when().length() >= 10
        && x.when().equals(y.when())
        && (isToll(a) && isToll(b) || tie(a, b).isAny());
  }

  /** Whether two tolls that differ are those of one event. */
  boolean isOneToll(Claim a, Claim b) {
    boolean one = isOneDay(a, b) || areTolls(a, b) && isUndated(a, b);
    return isToll(a) && isToll(b) && (one || isBare(a, b));
  }

  /** Whether the two, whose values differ, are about the same thing. */
  boolean between(NodeRow m, NodeRow n) {
    Claim a = m.claim();
    Claim b = n.claim();
    boolean live = m.standing() == Standing.ACTIVE && n.standing() == Standing.ACTIVE;
    boolean oneText = live && m.uri().equals(n.uri());
    if (oneText && a.kind() != Kind.EVENT && a.kind() != Kind.HISTORY) {
      return false;
    }
    Tie tie = tie(a, b);
    boolean one =
        switch (a.kind()) {
          case TIME -> times(m, n, tie);
          case QUANTITY -> quantities(a, b, tie);
          case HISTORY, PLACE -> tie.isPositive();
          case EVENT -> events(tie);
          case QUOTE, STATEMENT -> true;
        };
    return one && !(a.kind() == Kind.QUANTITY && movedSince(m, n)) && contest.allows(a, b, tie);
  }

  /** A price that rose to 40 on one day and fell to 38 on another was both. */
  private boolean movedSince(NodeRow m, NodeRow n) {
    return !OWN.contains(m.claim().about().slot())
        && !m.time().substring(0, 10).equals(n.time().substring(0, 10))
        && (wording.has(m.claim(), moved) || wording.has(n.claim(), moved));
  }

  /** Whether the two give the ages of one person before and after a trial, the later one last. */
  boolean isOlder(NodeRow m, NodeRow n) {
    Double x = values.number(FactMaker.value(m.claim()));
    Double y = values.number(FactMaker.value(n.claim()));
    return x != null
        && y != null
        && (x < y ? isAfter(m, n) : isAfter(n, m))
        && contest.isOlder(m.claim(), n.claim());
  }

  /** Whether who repeats it gives another value in otherwise the same words. */
  boolean isRevised(NodeRow before, NodeRow after) {
    return between(before, after)
        && isAfter(before, after)
        && areOfOneSize(before.claim(), after.claim())
        && tie(before.claim(), after.claim()).isNear();
  }

  private static boolean isAfter(NodeRow before, NodeRow after) {
    return before.time().compareTo(after.time()) < 0;
  }

  /**
   * Whether the words of two claims that are between each other tell by themselves that they speak
   * of one thing, so that a reader may be shown them as a dispute.
   */
  boolean isTold(NodeRow m, NodeRow n) {
    Claim a = m.claim();
    Claim b = n.claim();
    boolean number = a.kind() == Kind.QUANTITY && !a.about().slot().equals(AGE);
    return !number
        || a.about().slot().equals(MAGNITUDE)
        || sameNumber.isTold(m, n, tie(a, b), isToll(a) && isBare(a, b));
  }

  /**
   * Of tolls, one victim is told of beside the others, as is a part of them ("three of the men",
   * "four adults"), and ten times as many are those of another event; other numbers are of one
   * thing only where the words around them are.
   */
  private boolean quantities(Claim a, Claim b, Tie tie) {
    if (a.about().slot().equals(MAGNITUDE)) {
      return tie.isPositive() && isOneQuake(a, b);
    }
    if (!OWN.contains(a.about().slot())) {
      return tie.isNear() || (tie.named() && tie.words() >= 3 && tie.kept() >= 0.4);
    }
    Double x = values.number(FactMaker.value(a));
    Double y = values.number(FactMaker.value(b));
    boolean age = a.about().slot().equals(AGE);
    if (!age && x != null && y != null) {
      boolean parted = wording.has(a, part) || wording.has(b, part);
      if (parted || Math.min(x, y) == 1 || !areOfOneSize(a, b)) {
        return false;
      }
    }
    return tie.isPositive() || isOneToll(a, b) || isOneAge(a, b);
  }

  /** Whether the two say how old one is whom both name, if not quite the same. */
  boolean isOneAge(Claim a, Claim b) {
    String p = a.about().holder();
    String q = b.about().holder();
    Double x = values.number(FactMaker.value(a));
    Double y = values.number(FactMaker.value(b));
    return a.about().slot().equals(AGE)
        && b.about().slot().equals(AGE)
        && p != null
        && q != null
        && TopicKeys.isNamed(p)
        && TopicKeys.isNamed(q)
        && NameKeys.same(p, q)
        && x != null
        && y != null
        && Math.abs(x - y) <= BIRTHDAYS;
  }

  /** Two bodies' magnitudes of one quake; that of an aftershock is further off. */
  private boolean isOneQuake(Claim a, Claim b) {
    return !apart.byFigures(a, b) && isOneDay(a, b);
  }

  /** Whether the one number is no more than ten times the other. */
  boolean areOfOneSize(Claim a, Claim b) {
    Double x = a.kind() == Kind.QUANTITY ? values.number(FactMaker.value(a)) : null;
    Double y = b.kind() == Kind.QUANTITY ? values.number(FactMaker.value(b)) : null;
    if (x == null || y == null) {
      return true;
    }
    double least = Math.min(x, y);
    return least <= 0 || Math.max(x, y) <= 10 * least;
  }

  /**
   * Whether one of two tolls says nothing that the other does not: "six died" is the story's, as is
   * "the death toll".
   */
  private boolean isBare(Claim a, Claim b) {
    if (wording.has(a, tolls) || wording.has(b, tolls)) {
      return true;
    }
    Set<String> p = new HashSet<>(words(a));
    Set<String> q = new HashSet<>(words(b));
    p.removeAll(outcome);
    q.removeAll(outcome);
    return p.containsAll(q) || q.containsAll(p);
  }

  /** That something is not so speaks against the same thing only, not against all of its class. */
  private static boolean events(Tie tie) {
    return tie.isNear() || (tie.named() && tie.words() >= 3 && tie.kept() >= 0.5);
  }

  /**
   * Days tell events apart, so that two days are rather two events than one that is disputed. The
   * day on which an article was published is as often that of its telling.
   */
  private boolean times(NodeRow m, NodeRow n, Tie tie) {
    Claim a = m.claim();
    Claim b = n.claim();
    double[] s = Values.stretch(FactMaker.value(a));
    double[] t = Values.stretch(FactMaker.value(b));
    if (a.about().trigger().isEmpty() || areTwoEvents(a, b) || s == null || t == null) {
      return false;
    }
    double gap = s[0] - t[0];
    if (a.about().slot().equals("date")) {
      if (isWeeksApart(gap) && (onWeekday(a) || onWeekday(b))
          || wording.has(a, beside)
          || wording.has(b, beside)) {
        return false;
      }
      boolean own = isIn(s, published(m)) || isIn(t, published(n));
      boolean days = s[1] - s[0] < 1.5 * DAY && t[1] - t[0] < 1.5 * DAY;
      boolean close = days && tie.named() && Math.abs(gap) <= DAYS_APART * DAY;
      return !own && (close || tie.isNear());
    }
    // The same hour of two days is one hour, of a day that was read from "today" or "Friday".
    if (gap % DAY == 0 || isWeeksApart(gap) || isAbout(a, b, gap)) {
      return false;
    }
    return Math.abs(gap) <= CLOCKS_APART ? tie.isPositive() : tie.isNear();
  }

  /** What is joined for the value alone stands against no other one. */
  private static boolean areTwoEvents(Claim a, Claim b) {
    return !TopicKeys.trigger(a.about()).equals(TopicKeys.trigger(b.about()))
        || !a.about().slot().equals(b.about().slot());
  }

  /** "On Friday" is read as the one before or the one to come: weeks apart it is one weekday. */
  private static boolean isWeeksApart(double gap) {
    double weeks = Math.rint(gap / (7 * DAY));
    return weeks != 0 && Math.abs(gap - weeks * 7 * DAY) <= 3_600;
  }

  private static boolean isIn(double[] stretch, double moment) {
    return stretch[0] <= moment && moment <= stretch[1];
  }

  /**
   * Two clock times of which one is given roughly, or is that of a call or of an arrival on the
   * scene, and which are no further apart than that.
   */
  private boolean isAbout(Claim a, Claim b, double gap) {
    boolean roughly = wording.has(a, rough) || wording.has(b, rough);
    boolean responding = wording.has(a, response) || wording.has(b, response);
    return Math.abs(gap) <= (responding ? HOUR : roughly ? QUARTER_HOUR : 0);
  }

  private boolean onWeekday(Claim c) {
    return wording.has(c, weekdays);
  }

  private static double published(NodeRow n) {
    double[] day = Values.stretch(n.time().substring(0, 10));
    return day == null ? 0 : day[0];
  }

  /** Whether the values of two claims stand apart, and no rough word brings them together. */
  boolean differ(Claim a, Claim b) {
    String v = FactMaker.value(a);
    String w = FactMaker.value(b);
    if (values.match(a.kind(), v, w) != Values.Match.APART) {
      return false;
    }
    double[] s = a.kind() == Kind.TIME ? Values.stretch(v) : null;
    double[] t = a.kind() == Kind.TIME ? Values.stretch(w) : null;
    return s == null || t == null || !isAbout(a, b, s[0] - t[0]);
  }
}
