package news.slugline.story;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import news.slugline.claim.About;
import news.slugline.claim.Claim;
import news.slugline.claim.Kind;
import news.slugline.claim.Modality;
import news.slugline.claim.Span;
import news.slugline.claim.event.PersonEvents;
import news.slugline.claim.text.NameKeys;
import org.jspecify.annotations.Nullable;

/**
 * Decides of two claims that share a key whether they belong to one fact, from the two alone. The
 * answer is the same for (a, b) and (b, a). Rather two facts than a wrong one.
 */
final class Joiner {
  /** Times are what these slots give, so the event's own date cannot tell two of them apart. */
  private static final Set<String> DATE_SLOTS = Set.of("date", "since", "last", "first");

  /** How long something took; a story is full of things that took some time. */
  private static final String DURATION = "duration";

  private static final double DAYS = 86_400;

  /** Characters of a full date. */
  private static final int DAY = TopicKeys.DAY;

  /** Below it, even counts of what is in one state are of two matters. */
  private static final double COUNTED_APART = 0.15;

  private static final long DAY_HOURS = 24;

  /** Smaller numbers are of much. */
  private static final double TELLING = 20;

  private final Wording wording;
  private final Retelling retelling;
  private final Values values;
  private final Clash clash;
  private final Apart apart;
  private final Told told;
  private final SameText texts;
  private final SameQuantity quantities;
  private final Saying saying;
  private final RunningCount running;
  private final SameValue sameValue;
  private final GrowingToll tolls;
  private final SameMeasure measures;
  private final OnlyNumber only;
  private final GivenOtherwise otherwise;
  private final Opposites opposites;
  private final OwnNames names;
  private final Set<String> prevented = Lists.of("change-words.tsv", "prevented");
  private final Set<String> another = Lists.of("change-words.tsv", "another");

  Joiner(
      Wording wording,
      Retelling retelling,
      Values values,
      Clash clash,
      RunningCount running,
      Told told,
      Saying saying,
      SameText texts,
      GrowingToll tolls,
      SameMeasure measures,
      OnlyNumber only,
      Opposites opposites,
      OwnNames names) {
    this.names = names;
    this.tolls = tolls;
    this.measures = measures;
    this.only = only;
    this.opposites = opposites;
    this.running = running;
    this.wording = wording;
    this.retelling = retelling;
    this.values = values;
    this.clash = clash;
    this.apart = clash.apart();
    this.told = told;
    this.saying = saying;
    this.texts = texts;
    this.quantities = new SameQuantity(wording, values, clash, apart, names);
    this.sameValue = new SameValue(wording, values, clash, apart, retelling, names);
    this.otherwise = new GivenOtherwise(wording, clash, sameValue, measures, only);
  }

  /** Whether the two, which share a typed key or an anchor, belong to one fact. */
  boolean joins(Claim a, Claim b) {
    boolean oneHolder = sameHolder(a.about().holder(), b.about().holder());
    if (Traits.isText(a) != Traits.isText(b)
        || !oneHolder && !Traits.isText(a)
        || areTwoPlaces(a, b)) {
      return false;
    }
    if (Traits.isText(a)) {
      return texts.isOne(a, b) && (oneHolder || texts.isOneStatement(a, b));
    }
    About x = a.about();
    About y = b.about();
    if (!Counted.areOne(x, y) || a.kind() != b.kind()) {
      return false;
    }
    if (a.kind() == Kind.TIME && isOfNothing(a, b) && !clash.sharesAny(a, b)) {
      return false; // two things on March 4
    }
    if (x.slot().equals(Traits.SAID_ON) && !texts.isOne(a, b)) {
      return false;
    }
    boolean near = wording.areNear(a, b) && !apart.byDates(a, b);
    if (x.background() != y.background() && !isOneEvent(a, b, near)) {
      return false;
    }
    boolean oneDate = near || sameDate(a, b) || clash.isUndated(a, b);
    if (!(near || sameParticipants(x, y)) || !oneDate || !quantities.sameScale(a, b)) {
      return false;
    }
    if (apart.byPersons(a, b)
        || !near && areTwoOfAClass(x, y)
        || a.kind() == Kind.EVENT && Apart.isOpen(x, y) && !near
        || a.kind() == Kind.EVENT && apart.byPleas(a, b)) {
      return false;
    }
    if (a.kind() == Kind.EVENT && !near && clash.nameOtherDays(a, b)) {
      return false;
    }
    if (a.kind() == Kind.EVENT && Traits.isDenied(a) != Traits.isDenied(b) && !sameParties(x, y)) {
      return false;
    }
    if ((a.kind() == Kind.EVENT || a.kind() == Kind.PLACE) && apart.byBodies(a, b)) {
      return false;
    }
    if (differ(a, b) && !clash.tie(a, b).isPositive() && !clash.isOneToll(a, b)) {
      return false;
    }
    if (areOtherNouns(x.holder(), y.holder()) && !isTied(clash.tie(a, b))) {
      return false;
    }
    if (x.slot().equals(DURATION)
        && !near
        && quantities.isBounded(a, b)
        && clash.tie(a, b).plain() < 2) {
      return false;
    }
    if (a.kind() == Kind.PLACE && isOfNothing(a, b) && !near && !tellsOfOne(clash.tie(a, b))) {
      return false;
    }
    return a.kind() != Kind.QUANTITY || Traits.isTypedQuantity(x) || quantities.isOne(a, b);
  }

  /**
   * Whether an event that one tells as the news and one as what was before may be the same: that of
   * a day or a place must be one of the same day, which a story seldom has two of.
   */
  private static boolean isOneEvent(Claim a, Claim b, boolean near) {
    String v = a.about().when();
    String w = b.about().when();
    if (a.kind() == Kind.TIME || a.kind() == Kind.PLACE) {
      return v != null && v.length() == DAY && v.equals(w);
    }
    return near || v != null && w != null;
  }

  /** "A second meeting" is not "the meeting", unless both name one day. */
  private static boolean areTwoOfAClass(About a, About b) {
    return a.further() != b.further() && a.trigger().equals(b.trigger()) && !areOfOneDay(a, b);
  }

  /** "No details were released", "the names were not released": neither says of whom. */
  private boolean areTwoThings(Claim a, Claim b) {
    return PersonEvents.mayBeOfThings(a.about().trigger())
        && Clash.named(a.about()).isEmpty()
        && Clash.named(b.about()).isEmpty()
        && clash.tie(a, b).plain() < 2; // the word of their class is one
  }

  /** "Founded in Leeds", "keeps its office in Leeds": the town alone makes them no one matter. */
  private static boolean tellsOfOne(Clash.Tie tie) {
    return tie.plain() >= 3 && tie.keptPlain() >= 0.4;
  }

  /** "A boy, 13", "the pupil, 13": one of the same age, if more is told alike. */
  private static boolean areOtherNouns(@Nullable String a, @Nullable String b) {
    return a != null && b != null && Somebody.is(a) && Somebody.is(b) && !a.equals(b);
  }

  private static boolean isTied(Clash.Tie tie) {
    return tie.named() || tie.words() >= 2 && tie.kept() >= 0.4;
  }

  private static boolean isOfNothing(Claim a, Claim b) {
    return a.about().trigger().isEmpty() || b.about().trigger().isEmpty();
  }

  /** A place that a sentence names beside no event is known by itself alone. */
  private boolean areTwoPlaces(Claim a, Claim b) {
    return a.kind() == Kind.PLACE
        && b.kind() == Kind.PLACE
        && isOfNothing(a, b)
        && values.match(Kind.PLACE, FactMaker.value(a), FactMaker.value(b)) == Values.Match.APART;
  }

  /** "12 have died in Larch and two in Marlow": places that one clause gives in words apart. */
  private boolean areTwoVenues(Claim a, Claim b) {
    Span p = a.shown();
    Span q = b.shown();
    return a.kind() == Kind.PLACE
        && b.kind() == Kind.PLACE
        && (p.end() <= q.start() || q.end() <= p.start())
        && a.span().start() < b.span().end()
        && b.span().start() < a.span().end()
        && values.match(Kind.PLACE, FactMaker.value(a), FactMaker.value(b)) == Values.Match.APART;
  }

  /** Whether the two would stand against each other, or one as the other's outcome. */
  private boolean differ(Claim a, Claim b) {
    if (a.kind() == Kind.EVENT) {
      return Traits.isAhead(a) != Traits.isAhead(b)
          || Traits.isDenied(a) != Traits.isDenied(b)
          || (a.modality() == Modality.DENIED) != (b.modality() == Modality.DENIED);
    }
    return clash.differ(a, b);
  }

  /**
   * Whether a claim may be the outcome of what another announced: it was not published before, does
   * not tell of a day before, and is not told apart as another one ("a second meeting"); a mention
   * of what is to be prevented announces nothing.
   */
  private boolean isOutcome(NodeRow plan, NodeRow outcome) {
    About x = plan.claim().about();
    About y = outcome.claim().about();
    List<String> words = wording.words(plan.claim());
    if (words.stream().anyMatch(prevented::contains)) {
      return false;
    }
    Set<String> p = new TreeSet<>(words);
    p.retainAll(another);
    Set<String> q = new TreeSet<>(wording.words(outcome.claim()));
    q.retainAll(another);
    if (!p.equals(q)) {
      return false;
    }
    if (areOfOneDay(x, y)) {
      return true;
    }
    String voiced = day(plan.time());
    return plan.time().compareTo(outcome.time()) <= 0
        && (y.when() == null || y.when().length() < DAY || day(y.when()).compareTo(voiced) >= 0);
  }

  private static boolean areOfOneDay(About a, About b) {
    String day = a.when();
    return day != null && day.length() >= DAY && day.equals(b.when());
  }

  private static String day(String time) {
    return time.substring(0, Math.min(DAY, time.length()));
  }

  /** Whether a claim belongs with one that leads a fact. */
  boolean joins(NodeRow leader, NodeRow n) {
    Claim a = leader.claim();
    Claim b = n.claim();
    if (a.isTold() || b.isTold()) {
      return a.isTold() && b.isTold() && strength(leader, n) > 0;
    }
    if (!Traits.isText(a) && a.kind() != Kind.EVENT && !Clash.isToll(a) && opposites.are(a, b)) {
      return false; // "raised to 6.8 from 6.5", "cut to 6.5 from 6.8"
    }
    boolean oneText = leader.uri().equals(n.uri());
    if (!oneText
        && (sameValue.isOne(leader, n) || measures.isOne(leader, n) || only.isOne(leader, n))) {
      return true;
    }
    if (!shareTopic(leader, n)) {
      return false;
    }
    if (!oneText && clash.isOneAge(a, b)) {
      return true;
    }
    if (oneText && areTwoVenues(a, b)) {
      return false;
    }
    if (!oneText && Clash.isToll(a) && Clash.isToll(b) && tolls.areOfStory(leader, n)) {
      return true;
    }
    if (!Traits.isText(a) && !oneText && !isOneMatter(leader, n)) {
      return false;
    }
    if (a.kind() == Kind.EVENT
        && b.kind() == Kind.EVENT
        && (saying.isToldTwice(leader, n) || !wording.areNear(a, b) && areTwoThings(a, b))) {
      return false;
    }
    if (Clash.isToll(a) && Clash.isToll(b) && differ(a, b) && apart.byYears(leader, n)) {
      return false;
    }
    if (a.kind() == Kind.EVENT
        && b.kind() == Kind.EVENT
        && Traits.isAhead(a) != Traits.isAhead(b)) {
      boolean outcome = Traits.isAhead(a) ? isOutcome(leader, n) : isOutcome(n, leader);
      return outcome && joins(a, b);
    }
    if (a.kind() == Kind.QUANTITY && b.kind() == Kind.QUANTITY && isOneInState(leader, n)) {
      return true;
    }
    if (a.kind() == Kind.QUANTITY && differ(a, b) && running.areTwoInStates(leader, n)) {
      return false;
    }
    boolean values = a.kind() == Kind.TIME || a.kind() == Kind.QUANTITY;
    if (values && clash.differ(a, b) && !clash.between(leader, n)) {
      return running.isOne(leader, n) && sameParticipants(a.about(), b.about())
          || clash.isOlder(leader, n) && sameHolder(a.about().holder(), b.about().holder());
    }
    boolean alike =
        n.typedKey() != null
            && leader.claim().kind() == n.claim().kind()
            && leader.claim().about().equals(n.claim().about());
    return alike || joins(a, b);
  }

  /**
   * Whether two sentences that tell of one happening tell opposite outcomes of it, within a day.
   */
  boolean decideOtherwise(NodeRow m, NodeRow n) {
    return m.claim().isTold()
        && n.claim().isTold()
        && !m.uri().equals(n.uri())
        && opposites.are(m.claim(), n.claim())
        && Math.abs(Times.hours(m.time(), n.time())) <= DAY_HOURS
        && !names.areOthers(m, n)
        && told.oneHappening(m, n) >= Retelling.SURELY;
  }

  /** Whether two give other numbers or clock times of what each tells but one of. */
  boolean giveOtherwise(NodeRow m, NodeRow n) {
    return otherwise.are(m, n);
  }

  /** Whether two who are named give two numbers of one count for one time. */
  boolean areRivals(NodeRow m, NodeRow n) {
    return running.areRivals(m, n) && CountedState.areOfOneTime(m, n);
  }

  /** One count of what is in one state: the same, or what has become of it. */
  private boolean isOneInState(NodeRow m, NodeRow n) {
    return running.isOneInState(m, n)
        && (!differ(m.claim(), n.claim()) || running.wentOn(m, n) || running.areRivals(m, n));
  }

  /** Whether more than a value brought the two together. */
  private static boolean shareTopic(NodeRow m, NodeRow n) {
    if (m.typedKey() != null || n.typedKey() != null) {
      return Objects.equals(m.typedKey(), n.typedKey());
    }
    return m.sharesAnchor(n, k -> !SameValue.isKey(k));
  }

  /**
   * Whether the articles of two claims are of one matter. Of a story's own event, which both name
   * by its class, less will do: short copy shares few words.
   */
  private boolean isOneMatter(NodeRow m, NodeRow n) {
    double one = retelling.oneMatter(m.scene(), n.scene());
    return one >= Retelling.APART
        || clash.isOneDay(m.claim(), n.claim())
        || one >= Retelling.FAR_APART && isOneFigure(m.claim(), n.claim())
        || one >= Retelling.FAR_APART && Clash.areTolls(m.claim(), n.claim())
        || one >= COUNTED_APART && running.isOneInState(m, n);
  }

  /** The same number that is neither small nor round, of one unit: 41.2 billion, 2,800. */
  private boolean isOneFigure(Claim a, Claim b) {
    String v = a.value();
    String w = b.value();
    if (a.kind() != Kind.QUANTITY || b.kind() != Kind.QUANTITY || v == null || w == null) {
      return false;
    }
    Double number = values.number(FactMaker.value(a));
    return number != null
        && (number >= TELLING || number != Math.rint(number))
        && Character.isDigit(v.charAt(0))
        && TopicKeys.significant(v) > 1
        && number.equals(values.number(FactMaker.value(b)))
        && Character.isDigit(w.charAt(0));
  }

  /** How well a claim belongs with one that leads a fact, 0 if it does not; 1 if for sure. */
  double strength(NodeRow leader, NodeRow n) {
    boolean sentences = leader.claim().isTold() && n.claim().isTold();
    return sentences ? told.strength(leader, n) : joins(leader, n) ? 1 : 0;
  }

  /** That one of many stayed away does not deny the event: both must name the same. */
  private static boolean sameParties(About a, About b) {
    return Clash.named(a).size() == Clash.named(b).size();
  }

  private static boolean sameHolder(@Nullable String a, @Nullable String b) {
    if (a == null || b == null || a.equals(b)) {
      return true;
    }
    if (Somebody.is(a) && Somebody.is(b)) {
      return Somebody.mayBeOne(a, b);
    }
    return !Somebody.is(a) && !Somebody.is(b) && NameKeys.same(a, b);
  }

  /**
   * Names that both give must agree: all of the fewer stand among the others, of three or more at
   * least two thirds; of events of one kind on one day, one name is enough. Who is not named by a
   * proper name ("the leaders") contradicts nobody.
   */
  private static boolean sameParticipants(About a, About b) {
    List<String> x = Clash.named(a);
    List<String> y = Clash.named(b);
    if (x.isEmpty() || y.isEmpty()) {
      return true;
    }
    List<String> few = x.size() <= y.size() ? x : y;
    List<String> many = x.size() <= y.size() ? y : x;
    int found = 0;
    for (String f : few) {
      for (String m : many) {
        if (NameKeys.same(f, m)) {
          found++;
          break;
        }
      }
    }
    if (areOfOneDay(a, b) && found > 0) {
      return true;
    }
    return few.size() < 3 ? found == few.size() : found * 3 >= few.size() * 2;
  }

  /** The dates that both give of their event must meet, give or take a day for time zones. */
  static boolean sameDate(Claim a, Claim b) {
    About x = a.about();
    About y = b.about();
    boolean past = x.background() || y.background();
    boolean open = DATE_SLOTS.contains(x.slot()) && !(past && x.slot().equals("date"));
    if (open || x.when() == null || y.when() == null || x.when().equals(y.when())) {
      return true;
    }
    double[] s = Values.stretch(x.when());
    double[] t = Values.stretch(y.when());
    if (s == null || t == null) {
      return true;
    }
    boolean areDays = s[1] - s[0] < DAYS && t[1] - t[0] < DAYS;
    double slack = areDays ? DAYS / 2 : 0;
    // "On Friday" is read as the one before or the one to come: a week apart is no clash.
    if (areDays && a.kind() == Kind.EVENT && Math.abs(Math.abs(s[0] - t[0]) - 7 * DAYS) < 1) {
      return true;
    }
    return s[0] <= t[1] + slack && t[0] <= s[1] + slack;
  }
}
