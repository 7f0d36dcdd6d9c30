package news.slugline.story;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import news.slugline.claim.About;
import news.slugline.claim.Claim;
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

  private static final String AGE = KEY + "age ";
  private static final String TOWN = KEY + "town ";

  private static final double DAY = 86_400;

  /** Nearer to the day of writing a story has many things on a day. */
  private static final double FAR = 7 * DAY;

  /** Clock times are those of a story's own event in copy of so few days. */
  private static final double RUN = 3 * DAY;

  private static final int FULL_DAY = 10;
  private static final int HOUR = 60;

  /** Articles less alike are of two matters. */
  private static final double ONE_MATTER = 0.5;

  private static final double LEAST = 20;
  private static final int ROUND = 10;

  private static final Set<String> WHEN = Set.of("date", "start", "said");
  private static final Set<String> WHERE = Set.of("venue", "said");
  private static final Set<String> BLOCK = Set.of("block", "blocks");
  private static final Set<String> BODIES = Lists.of("change-words.tsv", "body");

  private final Wording wording;
  private final Values values;
  private final Clash clash;
  private final Apart apart;
  private final Retelling retelling;

  SameValue(Wording wording, Values values, Clash clash, Apart apart, Retelling retelling) {
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
      case QUANTITY -> isOfUnnamed(about) ? AGE + value : quantity(about, value);
      case HISTORY -> KEY + value;
      default -> null;
    };
  }

  private static @Nullable String time(Claim c, String value) {
    if (value.length() == FULL_DAY) {
      NamedValue day = NamedValue.day(c);
      return day != null && day.isDate() ? KEY + value : null;
    }
    int clock = NamedValue.clock(c);
    return clock >= 0 ? KEY + "clock " + clock : null;
  }

  private static boolean isOfUnnamed(About about) {
    String holder = about.holder();
    return about.slot().equals("age") && holder != null && Somebody.is(holder);
  }

  private static @Nullable String quantity(About about, String value) {
    return Counted.isCount(about) ? count(about, value) : null;
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

  private static @Nullable String count(About about, String value) {
    int space = value.indexOf(' ');
    String number = space < 0 ? value : value.substring(0, space);
    String slot = Counted.slot(about);
    boolean plain = number.chars().allMatch(Character::isDigit) && number.length() < ROUND;
    boolean tells = plain && Long.parseLong(number) > LEAST && !number.endsWith("0");
    return tells && !Counted.isOfAnybody(about) ? KEY + slot + "=" + number : null;
  }

  /** Whether two claims that share such a key give one thing. */
  boolean isOne(NodeRow m, NodeRow n) {
    Claim a = m.claim();
    Claim b = n.claim();
    String key = key(a);
    if (key == null
        || a.kind() != b.kind()
        || m.uri().equals(n.uri())
        || !key.equals(key(b))
        || values.match(a.kind(), FactMaker.value(a), FactMaker.value(b)) == Values.Match.APART) {
      return false;
    }
    boolean one =
        switch (a.kind()) {
          case TIME -> isOneTime(m, n);
          case HISTORY -> clash.tie(a, b).isOne();
          case QUANTITY ->
              key.startsWith(AGE)
                  ? isOneAge(m, n)
                  : !apart.tells(m, n) && !apart.byFigures(a, b) && isOneCount(a, b);
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
   * One of whom two articles say no more than how old he is, in their openings or in like words.
   */
  private boolean isOneAge(NodeRow m, NodeRow n) {
    Claim a = m.claim();
    Claim b = n.claim();
    String x = a.about().holder();
    String y = b.about().holder();
    boolean open = Scene.isOpening(a.span().start()) && Scene.isOpening(b.span().start());
    return x != null
        && y != null
        && Somebody.mayBeOne(x, y)
        && !apart.tells(m, n)
        && (open || clash.tie(a, b).isAny());
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

  /** Whether each names somebody or something that the other does not. */
  private boolean nameOthers(Claim a, Claim b) {
    Set<String> p = wording.names(a);
    Set<String> q = wording.names(b);
    return !wording.terms(a).containsAll(q) && !wording.terms(b).containsAll(p);
  }

  /** Of persons: in two texts of one event and day, or in like words. */
  private boolean isOneCount(Claim a, Claim b) {
    if (!Counted.isOfPeople(a.about())) {
      return isTied(a, b) && !nameOthers(a, b);
    }
    boolean oneNoun = Counted.noun(a.about()).equals(Counted.noun(b.about()));
    Clash.Tie tie = clash.tie(a, b);
    return oneNoun && sameEvent(a, b) && (tie.day() || tie.isOne());
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
