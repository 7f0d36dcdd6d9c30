package news.slugline.story;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import news.slugline.claim.About;
import news.slugline.claim.Claim;
import news.slugline.claim.Kind;
import news.slugline.claim.Polarity;
import news.slugline.claim.event.EventWords;
import org.jspecify.annotations.Nullable;

/**
 * Values that tell by themselves of what they are, in a story: a day weeks away that is named by
 * its date, a clock time to the minute, a street, a count that is not round, since when something
 * is the first. Copy gives such a value beside one event or another, or beside none ("the awards
 * will be handed out on March 9", "the network shows the ceremony on March 9"), so these claims
 * meet by the value. The same for (a, b) and (b, a).
 */
final class SameValue {
  /** Heads the keys; behind those that say more. */
  static final String KEY = "value|";

  private static final String NUMBER = KEY + "number ";
  private static final Pattern NUMERAL = Pattern.compile("\\d+(\\.\\d+)?");
  private static final double THOUSAND = 1_000;
  private static final String AGE = KEY + "age ";
  private static final String TOWN = KEY + "town ";

  private static final double DAY = 86_400;

  /** Nearer to the day of writing a story has many things on a day. */
  private static final double FAR = 7 * DAY;

  /** Clock times are those of a story's own event in copy of so few days. */
  private static final double RUN = 3 * DAY;

  /** Two who tell when it was are seldom further apart, in seconds. */
  private static final double NEARLY = 1_800;

  private static final int FULL_DAY = 10;
  private static final int HOUR = 60;

  /** Articles less alike are of two matters. */
  private static final double ONE_MATTER = 0.5;

  private static final double LEAST = 20;

  private static final Set<String> WHEN = Set.of("date", "start", "said");
  private static final Set<String> WHERE = Set.of("venue", "said");
  private static final Set<String> BLOCK = Set.of("block", "blocks");
  private static final Set<String> BODIES = Lists.of("change-words.tsv", "body");

  private final Wording wording;
  private final Values values;
  private final Clash clash;
  private final Apart apart;
  private final Retelling retelling;
  private final OwnNames names;

  SameValue(
      Wording wording,
      Values values,
      Clash clash,
      Apart apart,
      Retelling retelling,
      OwnNames names) {
    this.names = names;
    this.wording = wording;
    this.retelling = retelling;
    this.values = values;
    this.clash = clash;
    this.apart = apart;
  }

  static boolean isKey(String key) {
    return key.startsWith(KEY);
  }

  /** The key of a claim's value; null if the value tells nothing. */
  static @Nullable String key(Claim c) {
    String value = c.value();
    if (value == null || c.isTold() || c.polarity() != Polarity.POSITIVE) {
      return null;
    }
    About about = c.about();
    return switch (c.kind()) {
      case TIME -> WHEN.contains(about.slot()) ? time(c, value) : null;
      case PLACE -> WHERE.contains(about.slot()) ? place(c, value) : null;
      case QUANTITY -> about.slot().equals("age") ? AGE + value : quantity(about, value);
      case HISTORY -> KEY + value;
      default -> null;
    };
  }

  /** The key of a minute of a day; null if it is none. */
  static @Nullable String momentKey(Claim c) {
    String value = c.value();
    boolean minute = c.kind() == Kind.TIME && value != null && value.indexOf('T') == FULL_DAY;
    return minute && value != null && c.polarity() == Polarity.POSITIVE
        ? KEY + "moment " + value.substring(0, FULL_DAY)
        : null;
  }

  /** Whether each article tells of what was at one clock time, and both of nearly the same. */
  boolean isOneMoment(NodeRow m, NodeRow n) {
    if (momentKey(m.claim()) == null
        || momentKey(n.claim()) == null
        || m.uri().equals(n.uri())
        || !m.scene().isOnlyMoment(m.claim())
        || !n.scene().isOnlyMoment(n.claim())) {
      return false;
    }
    double[] x = Values.stretch(FactMaker.value(m.claim()));
    double[] y = Values.stretch(FactMaker.value(n.claim()));
    return x != null
        && y != null
        && Math.abs(x[0] - y[0]) <= NEARLY
        && retelling.oneMatter(m.scene(), n.scene()) >= ONE_MATTER;
  }

  private static @Nullable String time(Claim c, String value) {
    if (value.length() == FULL_DAY) {
      NamedValue day = NamedValue.day(c);
      return day != null && day.isDate() ? KEY + value : null;
    }
    int clock = NamedValue.clock(c);
    return clock >= 0 ? KEY + "clock " + clock : null;
  }

  /** Of anything that is counted, paid or measured, by its unit and its digits. */
  private static @Nullable String quantity(About about, String value) {
    boolean measured = Counted.isAmount(about) || about.slot().equals("duration");
    return measured && telling(value) != Telling.LITTLE
        ? NUMBER + Counted.slot(about) + "=" + bare(value)
        : null;
  }

  private static String bare(String value) {
    return value.substring(value.startsWith("~") ? 1 : 0, value.indexOf(' '));
  }

  /** How little likely a number stands twice in a story by chance. */
  private enum Telling {
    LITTLE,
    SOMETHING,
    ENOUGH
  }

  private static Telling telling(String value) {
    boolean exact = value.indexOf(' ') > 0 && NUMERAL.matcher(bare(value)).matches();
    if (!exact) {
      return Telling.LITTLE;
    }
    int digits = TopicKeys.significant(bare(value));
    double number = Double.parseDouble(bare(value));
    if (digits > 2 || digits == 2 && number >= THOUSAND) {
      return Telling.ENOUGH;
    }
    boolean something = digits == 2 && number > LEAST || digits == 2 && number != Math.rint(number);
    return something || number >= THOUSAND ? Telling.SOMETHING : Telling.LITTLE;
  }

  /**
   * Of a body or a street by name, or by number; of a town it tells too little, unless it is where
   * copy opens with what happened, whatever it calls that ("a rockfall", "the collapse").
   */
  private static @Nullable String place(Claim c, String value) {
    String named = named(value);
    About about = c.about();
    boolean opens =
        about.slot().equals("venue")
            && !about.background()
            && Scene.isOpening(c.span().start())
            && EventWords.isIncident(about.trigger());
    return named == null && opens ? TOWN + value.toLowerCase(Locale.ROOT) : named;
  }

  private static @Nullable String named(String value) {
    List<String> words = Wording.words(value);
    boolean told = false;
    for (int i = 0; i < words.size(); i++) {
      String w = words.get(i);
      // "Larch Chapel", not the town of "Chapel Hill"
      told |= i > 0 && BODIES.contains(w) || BLOCK.contains(w) || Character.isDigit(w.charAt(0));
    }
    return told && words.size() > 1 ? KEY + String.join(" ", new TreeSet<>(words)) : null;
  }

  /** Whether two claims that share such a key give one thing. */
  boolean isOne(NodeRow m, NodeRow n) {
    Claim a = m.claim();
    Claim b = n.claim();
    if (isOneMoment(m, n)) {
      return true;
    }
    if (a.kind() != b.kind()
        || m.uri().equals(n.uri())
        || !m.sharesAnchor(n, SameValue::isKey)) { // seen without making the key anew
      return false;
    }
    String key = key(a);
    if (key == null
        || !key.equals(key(b))
        || values.match(a.kind(), FactMaker.value(a), FactMaker.value(b)) == Values.Match.APART) {
      return false;
    }
    boolean one =
        switch (a.kind()) {
          case TIME -> isOneTime(m, n);
          case HISTORY -> clash.tie(a, b).isOne();
          case QUANTITY -> key.startsWith(AGE) ? isOneAge(m, n) : isOneNumber(m, n);
          default ->
              key.startsWith(TOWN)
                  ? !(Traits.isPlaceAlone(a) && Traits.isPlaceAlone(b))
                      && !clash.nameOtherDays(a, b)
                      && !apart.byBodies(a, b)
                      && !apart.tells(m, n)
                  : isOnePlace(a, b);
        };
    return one && !apart.byHolders(a, b) && retelling.oneMatter(m.scene(), n.scene()) >= ONE_MATTER;
  }

  /**
   * One of whom an article says no more than how old he is, and another that too, or his name: in
   * their openings or in like words.
   */
  private boolean isOneAge(NodeRow m, NodeRow n) {
    Claim a = m.claim();
    Claim b = n.claim();
    String x = a.about().holder();
    String y = b.about().holder();
    if (x == null || y == null || apart.tells(m, n)) {
      return false;
    }
    boolean open = Scene.isOpening(a.span().start()) && Scene.isOpening(b.span().start());
    boolean tied = open || clash.tie(a, b).isAny();
    if (Somebody.is(x) && Somebody.is(y)) {
      return Somebody.mayBeOne(x, y) && tied;
    }
    // "Ann Lee, 53", "the 53-year-old minister"
    return Somebody.is(x) != Somebody.is(y) && (tied || clash.sharesAny(a, b));
  }

  /** A number that tells enough; or something, beside a word of the same or of the same things. */
  private boolean isOneNumber(NodeRow m, NodeRow n) {
    Claim a = m.claim();
    Claim b = n.claim();
    if (telling(FactMaker.value(a)) == Telling.ENOUGH) {
      return true;
    }
    if (apart.byOtherYears(a, b)
        || Apart.byPlace(a, b)
        || apart.byBodies(a, b)
        || apart.byWhatMoved(a, b)
        || !Joiner.sameDate(a, b)) {
      return false;
    }
    boolean oneNoun = Counted.areOfOneNoun(a.about(), b.about());
    return !names.areOthers(m, n) && (oneNoun || clash.tie(a, b).plain() > 0);
  }

  /** Whether two claims of a place share the day, or a word besides its name. */
  private boolean isOnePlace(Claim a, Claim b) {
    Set<String> both = new TreeSet<>(wording.terms(a));
    both.retainAll(wording.terms(b));
    both.removeAll(wording.terms(FactMaker.value(a)));
    both.removeAll(clash.calendar());
    both.removeIf(t -> Character.isDigit(t.charAt(0)));
    return !both.isEmpty() || clash.tie(a, b).day();
  }

  private boolean isTied(Claim a, Claim b) {
    return clash.tie(a, b).isAny();
  }

  /** What is announced for a day is one thing; of a day that is past more than one may be told. */
  private boolean isOneTime(NodeRow m, NodeRow n) {
    Claim a = m.claim();
    Claim b = n.claim();
    double x = published(m);
    double y = published(n);
    double[] at = Values.stretch(FactMaker.value(a));
    if (FactMaker.value(a).length() != FULL_DAY || FactMaker.value(b).length() != FULL_DAY) {
      boolean full = NamedValue.clock(a) % HOUR == 0;
      return Math.abs(x - y) <= RUN && (!full || isTied(a, b));
    }
    if (at == null || Math.abs(at[0] - x) < FAR || Math.abs(at[0] - y) < FAR) {
      return false;
    }
    return at[0] > Math.max(x, y) || sameEvent(a, b) || isTied(a, b);
  }

  private static boolean sameEvent(Claim a, Claim b) {
    String x = TopicKeys.trigger(a.about());
    return !x.isEmpty() && x.equals(TopicKeys.trigger(b.about()));
  }

  private static double published(NodeRow n) {
    double[] day = Values.stretch(n.time().substring(0, FULL_DAY));
    return day == null ? 0 : day[0];
  }
}
