package news.slugline.story;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import news.slugline.claim.Claim;
import news.slugline.claim.Kind;
import news.slugline.claim.Modality;
import news.slugline.claim.text.NameKeys;
import org.jspecify.annotations.Nullable;

/**
 * Whether two values that differ, and that seem to be of one thing, may be held against each other
 * before an editor. What reads like a conflict mostly is none: a day that was reckoned from the day
 * of writing, a part of a toll, another person's age, the number beside the one that is meant. So
 * each kind of value must show more than that it differs. The same for (a, b) and (b, a). Remembers
 * what it looked at; one thread.
 */
final class Contest {
  private static final double DAY = 86_400;
  private static final double DAYS_APART = 2 * DAY;
  private static final double HOUR = 3_600;
  private static final double CLOCKS_APART = 2 * HOUR;

  /** Minutes by which reports of one moment may differ. */
  private static final int MINUTES_APART = 15;

  /** Parent and child share a name; two reports of one age are not so far apart. */
  private static final double GENERATION = 16;

  /** Years from a deed to its verdict. */
  private static final double COURT_YEARS = 4;

  private static final double MUTUAL = 0.5;

  /** Characters of the year of a date. */
  private static final int YEAR = 4;

  private static final int REMEMBERED = 512;
  private static final int DATED = 2_048;
  private static final int EACH = 256;

  /** The claims of one fact are held against each other again whenever one more comes to it. */
  private final Recent<Claim, Recent<Claim, Boolean>> allowed;

  private final Wording wording;
  private final Values values;
  private final Set<String> calendar;
  private final Set<String> dayWords;
  private final Set<String> telling = Lists.of("change-words.tsv", "telling");
  private final Recent<Claim, Boolean> dated;

  /** Words between "said" or "rose to 31" and the day. */
  private static final Set<String> LINKS = Set.of("on", "late", "early", "reporters", "parliament");

  /** Words from "rose" to the number. */
  private static final int RISE_REACH = 3;

  private final Set<String> night = Lists.of("change-words.tsv", "night");
  private final Set<String> another = Lists.of("change-words.tsv", "another");

  /** To where a price fell is not what somebody offers or promises. */
  private final Set<String> moved = Lists.of("change-words.tsv", "moved");

  private final Set<String> increment = Lists.of("change-words.tsv", "increment");
  private final Set<String> court = Lists.of("change-words.tsv", "court");

  /**
   * @param calendar terms that only say when
   * @param dayWords words by which a text names a day
   */
  Contest(
      Wording wording, Values values, Set<String> calendar, Set<String> dayWords, Memory memory) {
    this.allowed = memory.byObject(REMEMBERED);
    this.dated = memory.byObject(DATED);
    this.wording = wording;
    this.values = values;
    this.calendar = calendar;
    this.dayWords = dayWords;
  }

  /** Whether an editor should see the two beside each other. */
  boolean allows(Claim a, Claim b, Clash.Tie tie) {
    return allowed
        .get(a, c -> new Recent<>(EACH, IdentityHashMap::new))
        .get(b, c -> decide(a, b, tie));
  }

  private boolean decide(Claim a, Claim b, Clash.Tie tie) {
    return switch (a.kind()) {
      case TIME -> times(a, b, tie);
      case QUANTITY -> quantities(a, b);
      case HISTORY -> rank(a).equals(rank(b)) && saysYear(a) && saysYear(b);
      case EVENT, STATEMENT -> mutual(a, b) >= MUTUAL;
      case QUOTE, PLACE -> true;
    };
  }

  /** The shared weight as a share of what the one that says more says. */
  private double mutual(Claim a, Claim b) {
    Set<String> p = wording.terms(a);
    Set<String> q = wording.terms(b);
    int most = Math.max(wording.weight(p), wording.weight(q));
    Set<String> both = new TreeSet<>(p);
    both.retainAll(q);
    return most == 0 ? 0 : (double) wording.weight(both) / most;
  }

  /** "The deadliest day since the attacks of May 11", "since March": of which year is not said. */
  private static boolean saysYear(Claim c) {
    String value = FactMaker.value(c);
    String time = value.substring(value.lastIndexOf(' ') + 1);
    return time.length() <= YEAR || c.text().contains(time.substring(0, YEAR));
  }

  /** "First since 2019" and "last in 2018" tell of the same time before; "fifth since" does not. */
  private static String rank(Claim c) {
    String value = FactMaker.value(c);
    String first = value.substring(0, Math.max(0, value.indexOf(' ')));
    return first.equals("last") ? "first" : first;
  }

  // --- days and clock times

  private boolean times(Claim a, Claim b, Clash.Tie tie) {
    double[] s = Values.stretch(FactMaker.value(a));
    double[] t = Values.stretch(FactMaker.value(b));
    if (s == null || t == null || !words(a, another).equals(words(b, another))) {
      return false;
    }
    double gap = Math.abs(s[0] - t[0]);
    return a.about().slot().equals("date") ? days(a, b, gap) : clocks(a, b, gap, tie);
  }

  /**
   * Days are held against each other if both texts name theirs, by date or by weekday: "yesterday"
   * is as good as the stamp on the copy. A weekday is one of the days around; and a night belongs
   * to two days.
   */
  private boolean days(Claim a, Claim b, double gap) {
    NamedValue x = NamedValue.day(a);
    NamedValue y = NamedValue.day(b);
    if (x == null || y == null) {
      return false;
    }
    boolean dated = x.isDate() && y.isDate();
    if (!dated && (gap > DAYS_APART || x.weekdays().stream().anyMatch(y.weekdays()::contains))) {
      return false;
    }
    boolean nightly = !words(a, night).isEmpty() || !words(b, night).isEmpty();
    return !(nightly && gap < 1.5 * DAY) && sameFrame(x, y, a);
  }

  /**
   * What happened hours apart is two events, unless both announce one thing in like words; and what
   * the clock shows alike was read in two zones.
   */
  private static boolean clocks(Claim a, Claim b, double gap, Clash.Tie tie) {
    int x = NamedValue.clock(a);
    int y = NamedValue.clock(b);
    if (x >= 0 && y >= 0 && gap > HOUR / 2 && Math.abs(x - y) <= MINUTES_APART) {
      return false;
    }
    boolean announced = a.modality() == Modality.PLANNED && b.modality() == Modality.PLANNED;
    boolean moment = a.about().slot().equals("start");
    return tie.isNear() ? gap <= CLOCKS_APART || announced : moment && gap <= CLOCKS_APART;
  }

  private Set<String> words(Claim c, Set<String> of) {
    Set<String> out = new TreeSet<>(wording.words(c));
    out.retainAll(of);
    return out;
  }

  // --- numbers

  private boolean quantities(Claim a, Claim b) {
    if (a.about().slot().equals(Clash.MAGNITUDE)) {
      return true; // a quake has but one
    }
    Double x = values.number(FactMaker.value(a));
    Double y = values.number(FactMaker.value(b));
    if (x == null || y == null) {
      return false;
    }
    NamedValue p = NamedValue.number(a, x);
    NamedValue q = NamedValue.number(b, y);
    if (a.about().slot().equals("age")) {
      return ages(a, b, x, y) && isTheirs(a, p) && isTheirs(b, q);
    }
    if (p.gives(y) || q.gives(x)) {
      return false; // one text tells both numbers, so they are of two things
    }
    if (Clash.OWN.contains(a.about().slot())) {
      boolean added = p.isBeside(increment) || q.isBeside(increment);
      return x > 0 && y > 0 && !added && !p.sumsTo(y) && !q.sumsTo(x) && sameScope(a, b);
    }
    return words(a, another).equals(words(b, another))
        && words(a, moved).isEmpty() == words(b, moved).isEmpty()
        && sameFrame(p, q, a);
  }

  /** Whether it names a day other than that on which it is said, or on which the toll rose. */
  boolean isDated(Claim c) {
    return dated.get(c, this::readDated);
  }

  private boolean readDated(Claim c) {
    List<String> words = wording.words(c);
    for (int i = 0; i < words.size(); i++) {
      if (dayWords.contains(words.get(i)) && !isOfTelling(words, i)) {
        return true;
      }
    }
    return false;
  }

  private boolean isOfTelling(List<String> words, int day) {
    int i = day - 1;
    while (i >= 0 && LINKS.contains(words.get(i))) {
      i--;
    }
    boolean rose = i > 0 && CountedState.read(words, i) > 0 && words.get(i - 1).equals("to");
    int from = rose ? i - RISE_REACH : i;
    for (int k = i; k >= Math.max(0, from); k--) {
      String w = words.get(k);
      if (moved.contains(w) || w.equals("rise") || w.equals("risen") || telling.contains(w)) {
        return true;
      }
    }
    return false;
  }

  /** Other days, if both texts name theirs, and other places have other tolls. */
  private boolean sameScope(Claim a, Claim b) {
    String v = a.about().where();
    String w = b.about().where();
    String d = a.about().when();
    String e = b.about().when();
    boolean days = isDated(a) && isDated(b);
    return (days ? sameDay(d, e) : Clash.isOneRun(d, e))
        && (v == null || w == null || values.match(Kind.PLACE, v, w) != Values.Match.APART);
  }

  private static boolean sameDay(@Nullable String d, @Nullable String e) {
    int known = d == null || e == null ? 0 : Math.min(d.length(), e.length());
    return d == null || e == null || d.substring(0, known).equals(e.substring(0, known));
  }

  /**
   * Whether of two ages of one person the higher one is told after the trial, which comes years
   * after the deed: both were so.
   */
  boolean isOlder(Claim a, Claim b) {
    Double x = values.number(FactMaker.value(a));
    Double y = values.number(FactMaker.value(b));
    boolean ages = a.about().slot().equals("age") && b.about().slot().equals("age");
    if (!ages || x == null || y == null || x.equals(y) || Math.abs(x - y) > COURT_YEARS) {
      return false;
    }
    Claim older = x > y ? a : b;
    Claim younger = x > y ? b : a;
    NamedValue p = NamedValue.number(a, x);
    NamedValue q = NamedValue.number(b, y);
    return !words(older, court).isEmpty()
        && words(younger, court).isEmpty()
        && isTheirs(a, p)
        && isTheirs(b, q)
        && !p.gives(y) // "her girls, ages 5 and 4": two of one name
        && !q.gives(x);
  }

  /** Of one person; not of a parent and a child, nor of one who has waited for the verdict. */
  private boolean ages(Claim a, Claim b, double x, double y) {
    boolean tried = !words(x > y ? a : b, court).isEmpty();
    double apart = Math.abs(x - y);
    return apart < GENERATION && !(tried && apart <= COURT_YEARS);
  }

  /** Whether the text puts an age beside the full name of the one whose it is. */
  private static boolean isTheirs(Claim c, NamedValue age) {
    String holder = c.about().holder();
    return holder != null && NameKeys.isFull(holder) && age.isBeside(holder);
  }

  // --- what stands around a value

  /** Whether a word near the one value stands near the other, besides those of the event itself. */
  private boolean sameFrame(NamedValue x, NamedValue y, Claim of) {
    Set<String> both = frame(x, of);
    both.retainAll(frame(y, of));
    return !both.isEmpty();
  }

  private Set<String> frame(NamedValue v, Claim of) {
    Set<String> out = new TreeSet<>();
    String event = wording.term(of.about().trigger());
    for (String w : v.around(wording)) {
      boolean same = event != null && (w.contains(event) || of.about().slot().contains(w));
      if (!same && !calendar.contains(w)) {
        out.add(w);
      }
    }
    return out;
  }
}
