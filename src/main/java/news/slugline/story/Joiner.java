package news.slugline.story;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import news.slugline.claim.About;
import news.slugline.claim.Claim;
import news.slugline.claim.EventStatus;
import news.slugline.claim.Kind;
import news.slugline.claim.Modality;
import news.slugline.claim.Polarity;
import news.slugline.claim.Span;
import news.slugline.claim.event.PersonEvents;
import news.slugline.claim.text.NameKeys;
import news.slugline.claim.value.NumberWords;
import org.jspecify.annotations.Nullable;

/**
 * Decides of two claims that share a key whether they belong to one fact, from the two alone. The
 * answer is the same for (a, b) and (b, a). Rather two facts than a wrong one.
 */
final class Joiner {
  /** Times are what these slots give, so the event's own date cannot tell two of them apart. */
  private static final Set<String> DATE_SLOTS = Set.of("date", "since", "last", "first");

  /** The slot of the day on which somebody says something: two days of two remarks are not one. */
  private static final String SAID_ON = "said_on";

  private static final Set<String> NOT = Set.of("not", "never", "cannot");

  /** How long something took; a story is full of things that took some time. */
  private static final String DURATION = "duration";

  private static final String VOTE = "vote";

  /** Words behind "drop" in which stands what is dropped: "drop its request for a recount". */
  private static final int GIVEN_UP_REACH = 7;

  /**
   * Kinds whose values, if they are equal, say the same of whatever they are read: but a place may
   * be where somebody lives, or part of a body's name.
   */
  private static final Set<Kind> VALUED = Set.of(Kind.TIME, Kind.QUANTITY);

  private static final double DAYS = 86_400;

  /** Characters of a full date. */
  private static final int DAY = TopicKeys.DAY;

  /** Above what the model needs to say so: one wrong fact costs more than a split one. */
  private static final double SAME = 0.62;

  /** Below it, even counts of what is in one state are of two matters. */
  private static final double COUNTED_APART = 0.15;

  /** Smaller numbers are those of anything. */
  private static final double LEAST = 3;

  /** From here on a number that is not round is seldom given twice of two things. */
  private static final double LARGE = 1_000;

  /** The share of the words of the one that says less that stands next to a number of both. */
  private static final double BESIDE_IT = 0.2;

  /** Two claims that share so much of their words are one, however their dates were read. */
  private static final double NEAR = 0.6;

  /** "Opposed the rule change", "welcomed the rule change": what is said must be more than that. */
  private static final int FEWEST = 3;

  /** One who says the contrary may be another: above it what two say may be at odds. */
  private static final double DOUBT = 0.5;

  /** Where an article's first, its opening and its next sentences begin, in characters. */
  private static final int HEAD = 200;

  private static final int LEAD = 450;
  private static final int OPENING = 800;

  /** A day or place of no event stands behind those of events, which say what it is of. */
  private static final int VALUE_ALONE = 4;

  /** What sentences tell stands behind other claims, as it looks where these stand. */
  private static final int TOLD = 4;

  /** Words that may only say who speaks, and when: "police chief", "said on Thursday". */
  private static final int ATTRIBUTION = 4;

  /** What is told in quotations stands behind all else: it leads nothing. */
  private static final int REMARK = 8;

  /** Heads the name of a bucket whose claims do not say what the leader says. */
  private static final String OTHERWISE = "otherwise: ";

  /** Names the bucket of claims that follow other leaders. */
  static final String BESIDE = "beside";

  /** Names the bucket of claims that mention the event, or tell of it among other things. */
  static final String MENTION = "mention";

  /** From here on an event that two sentences name by one class may be one. */
  private static final double MENTIONED = 0.2;

  private static final int REMEMBERED = 1_024;

  private final Wording wording;
  private final Likeness likeness;
  private final Retelling retelling;
  private final Values values;
  private final Clash clash;
  private final Apart apart;
  private final Announced announced;
  private final RunningCount running;
  private final SameValue sameValue;
  private final Voices voices = new Voices();
  private final Set<String> prevented = Lists.of("change-words.tsv", "prevented");
  private final Set<String> another = Lists.of("change-words.tsv", "another");
  private final Set<String> more = Lists.of("change-words.tsv", "one more");
  private final Set<String> added = Lists.of("change-words.tsv", "added");
  private final Set<String> suspected = Lists.of("change-words.tsv", "suspected");
  private final Set<String> confirmed = Lists.of("change-words.tsv", "confirmed");
  private final Set<String> counted = Lists.of("change-words.tsv", "of victims");
  private final Set<String> givenUp = Lists.of("change-words.tsv", "given up");
  private final Set<String> opposed = Lists.of("change-words.tsv", "opposed");
  private final Set<String> gatherings = Lists.of("change-words.tsv", "gathering");

  /** Of quotes and of other claims; each is compared with many. */
  private final Recent<Claim, Said> quoted;

  private final Recent<Claim, Said> said;

  private final Recent<NodeRow, Place> places;

  /** Words that are compared as they are. */
  private record Said(String text, List<String> words, Set<String> terms, int weight) {}

  Joiner(
      Wording wording,
      Likeness likeness,
      Retelling retelling,
      Values values,
      Clash clash,
      Apart apart,
      RunningCount running,
      Memory memory) {
    this.quoted = memory.byObject(REMEMBERED);
    this.said = memory.byObject(REMEMBERED);
    this.places = memory.byObject(REMEMBERED);
    this.running = running;
    this.wording = wording;
    this.likeness = likeness;
    this.retelling = retelling;
    this.values = values;
    this.clash = clash;
    this.apart = apart;
    this.announced = new Announced(wording, memory);
    this.sameValue = new SameValue(wording, values, clash, apart, retelling);
  }

  /** Whether the two, which share a typed key or an anchor, belong to one fact. */
  boolean joins(Claim a, Claim b) {
    boolean oneHolder = sameHolder(a.about().holder(), b.about().holder());
    if (isText(a) != isText(b) || !oneHolder && !isText(a) || areTwoPlaces(a, b)) {
      return false;
    }
    if (isText(a)) {
      return joinsText(a, b) && (oneHolder || isOneStatement(a, b));
    }
    About x = a.about();
    About y = b.about();
    if (!Counted.areOne(x, y) || a.kind() != b.kind()) {
      return false;
    }
    if (a.kind() == Kind.TIME && isOfNothing(a, b) && !clash.sharesAny(a, b)) {
      return false; // two things on March 4
    }
    if (x.slot().equals(SAID_ON) && !joinsText(a, b)) {
      return false;
    }
    boolean near = isNear(a, b) && !apart.byDates(a, b);
    if (x.background() != y.background() && !isOneEvent(a, b, near)) {
      return false;
    }
    boolean oneDate = near || sameDate(a, b) || clash.isUndated(a, b);
    if (!(near || sameParticipants(x, y)) || !oneDate || !sameScale(a, b)) {
      return false;
    }
    if (apart.byPersons(a, b)
        || a.kind() == Kind.EVENT && isOpen(x, y) && !near
        || a.kind() == Kind.EVENT && apart.byPleas(a, b)) {
      return false;
    }
    if (a.kind() == Kind.EVENT && !near && clash.nameOtherDays(a, b)) {
      return false;
    }
    if (a.kind() == Kind.EVENT && isDenied(a) != isDenied(b) && !sameParties(x, y)) {
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
    if (x.slot().equals(DURATION) && !near && isBounded(a, b) && clash.tie(a, b).plain() < 2) {
      return false;
    }
    if (a.kind() == Kind.PLACE && isOfNothing(a, b) && !near && !tellsOfOne(clash.tie(a, b))) {
      return false;
    }
    return a.kind() != Kind.QUANTITY || isTypedQuantity(x) || joinsQuantity(a, b);
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

  /** "Founded in Leeds", "keeps its office in Leeds": the town alone makes them no one matter. */
  private static boolean tellsOfOne(Clash.Tie tie) {
    return tie.plain() >= 3 && tie.keptPlain() >= 0.4;
  }

  /**
   * Whether it stays open whose event it is: in an article of several accused, "a former mayor".
   */
  private static boolean isOpen(About a, About b) {
    return a.trigger().equals(b.trigger())
        && (PersonEvents.isSomebodys(a) || PersonEvents.isSomebodys(b));
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

  private boolean isNear(Claim a, Claim b) {
    Set<String> p = wording.terms(a);
    Set<String> q = wording.terms(b);
    Set<String> both = shared(p, q);
    int least = Math.min(wording.weight(p), wording.weight(q));
    return both.size() >= 4 && wording.weight(both) >= NEAR * least;
  }

  /** Whether the two would stand against each other, or one as the other's outcome. */
  private boolean differ(Claim a, Claim b) {
    if (a.kind() == Kind.EVENT) {
      return isAhead(a) != isAhead(b)
          || isDenied(a) != isDenied(b)
          || (a.modality() == Modality.DENIED) != (b.modality() == Modality.DENIED);
    }
    return clash.differ(a, b);
  }

  private static boolean isAhead(Claim c) {
    return c.eventStatus() == EventStatus.PLANNED || c.eventStatus() == EventStatus.POSTPONED;
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
    boolean oneDay = x.when() != null && x.when().length() >= DAY && x.when().equals(y.when());
    if (oneDay) {
      return true;
    }
    String voiced = day(plan.time());
    return plan.time().compareTo(outcome.time()) <= 0
        && (y.when() == null || y.when().length() < DAY || day(y.when()).compareTo(voiced) >= 0);
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
    boolean oneText = leader.uri().equals(n.uri());
    if (!oneText && sameValue.isOne(leader, n)) {
      return true;
    }
    if (!shareTopic(leader, n)) {
      return false;
    }
    if (oneText && areTwoVenues(a, b)) {
      return false;
    }
    if (!isText(a) && !oneText && !isOneMatter(leader, n)) {
      return false;
    }
    if (a.kind() == Kind.EVENT && b.kind() == Kind.EVENT && isToldTwice(leader, n)) {
      return false;
    }
    if (Clash.isToll(a) && Clash.isToll(b) && differ(a, b) && apart.byYears(leader, n)) {
      return false;
    }
    if (a.kind() == Kind.EVENT && b.kind() == Kind.EVENT && isAhead(a) != isAhead(b)) {
      boolean outcome = isAhead(a) ? isOutcome(leader, n) : isOutcome(n, leader);
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
    for (String k : m.anchors()) {
      if (!SameValue.isKey(k) && n.anchors().contains(k)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the articles of two claims are of one matter. Of a story's own event, which both name
   * by its class, less will do: short copy shares few words.
   */
  private boolean isOneMatter(NodeRow m, NodeRow n) {
    double one = retelling.oneMatter(m.scene(), n.scene());
    return one >= Retelling.APART
        || clash.isOneDay(m.claim(), n.claim())
        || one >= Retelling.FAR_APART && Clash.areTolls(m.claim(), n.claim())
        || one >= COUNTED_APART && running.isOneInState(m, n);
  }

  /**
   * How well a claim belongs with one that leads a fact, 0 if it does not; 1 if it does for sure.
   * Of what sentences tell, both must tell of one happening, and both that it is so, or is to be
   * so; sentences of one article are alike in all they share, and tell of different things, as do
   * those that give two magnitudes, scores or sums, two dates or two remarks.
   */
  double strength(NodeRow leader, NodeRow n) {
    Claim a = leader.claim();
    Claim b = n.claim();
    if (!a.isTold() || !b.isTold()) {
      return joins(leader, n) ? 1 : 0;
    }
    if (leader.uri().equals(n.uri())
        || a.isRemark()
        || a.polarity() != b.polarity()
        || isAhead(a) != isAhead(b)) {
      return 0;
    }
    double same = retelling.same(a, leader.scene(), b, n.scene());
    return same >= Retelling.SAME && !areTwo(a, b) ? same : 0;
  }

  /**
   * "At 10 a.m. at one church, at 2 p.m. at another": both give the time of day, and no like one.
   */
  private boolean areAtTwoHours(Claim a, Claim b) {
    Set<Integer> x = NamedValue.clocks(wording.words(a));
    Set<Integer> y = x.isEmpty() ? x : NamedValue.clocks(wording.words(b));
    return !y.isEmpty() && Collections.disjoint(x, y);
  }

  /** Two magnitudes, scores or sums, two dates, two remarks: whatever else they share. */
  private boolean areTwo(Claim a, Claim b) {
    return apart.byFigures(a, b)
        || apart.byDates(a, b)
        || apart.byHolders(a, b)
        || apart.byQuotes(a, b)
        || isAdded(a) && isAdded(b) && apart.byCounts(a, b);
  }

  /** "The new cases include 13 pupils": of the next day's new ones it says nothing. */
  private boolean isAdded(Claim c) {
    return wording.has(c, added);
  }

  /**
   * Whether a claim that is of another fact may stand beside that of this leader: it is live, and
   * nothing shows that it tells of another happening.
   */
  boolean standsBeside(NodeRow leader, NodeRow n, double strength) {
    return strength > 0 && n.standing() == Standing.ACTIVE && !apart.shows(leader, n);
  }

  /**
   * Whether a sentence may mention the event that a leader tells of.
   *
   * @param leader what a sentence tells that names an event of the same class
   */
  boolean mentions(NodeRow leader, NodeRow n) {
    return leader.standing() == Standing.ACTIVE
        && !leader.claim().isRemark()
        && n.standing() == Standing.ACTIVE
        && !areTwo(leader.claim(), n.claim())
        && !areAtTwoHours(leader.claim(), n.claim())
        && !apart.byPersons(leader.claim(), n.claim())
        && oneHappening(leader, n) >= MENTIONED;
  }

  /** Whether a claim says in its fact what the leader says. */
  boolean saysAsLeader(NodeRow leader, NodeRow n) {
    return n.standing() == Standing.ACTIVE && bucket(leader, n).equals(bucket(leader, leader));
  }

  /**
   * Whether what a sentence tells may stand beside the claim of another sentence of the same
   * happening: it tells it in its own words, or gives its value.
   */
  boolean standsBesideClaim(NodeRow leader, NodeRow told) {
    Claim a = leader.claim();
    Claim b = told.claim();
    if (leader.uri().equals(told.uri())
        || leader.standing() != Standing.ACTIVE
        || told.standing() != Standing.ACTIVE) {
      return false;
    }
    boolean says =
        a.kind() == Kind.EVENT || isText(a)
            ? a.polarity() == b.polarity()
                && (a.kind() != Kind.EVENT || isAhead(a) == isAhead(b))
                && oneHappening(leader, told) >= Retelling.SAME
            : gives(b, a);
    return says && !apart.shows(leader, told);
  }

  /**
   * Whether a claim of a sentence that stands beside a leader's fact gives the leader's value, only
   * under another key: a person's age under another description, a day under another word for what
   * happened on it. Of two who are named it is the one's.
   */
  boolean givesToo(NodeRow leader, NodeRow own) {
    Claim a = leader.claim();
    Claim b = own.claim();
    return VALUED.contains(a.kind())
        && a.kind() == b.kind()
        && a.about().slot().equals(b.about().slot())
        && isValueOfOne(a)
        && a.polarity() == Polarity.POSITIVE
        && b.polarity() == Polarity.POSITIVE
        && values.match(a.kind(), FactMaker.value(a), FactMaker.value(b)) == Values.Match.SAME
        && !areTwoNamed(a.about().holder(), b.about().holder())
        && !areTwoUnnamed(a.about().holder(), b.about().holder())
        && !apart.shows(leader, own);
  }

  /** "30 years", or a day on which something was said, may be that of anything, equal or not. */
  private static boolean isValueOfOne(Claim c) {
    return !isText(c)
        && !c.about().slot().equals(SAID_ON)
        && (c.kind() != Kind.QUANTITY || isTypedQuantity(c.about()));
  }

  private static boolean areTwoNamed(@Nullable String a, @Nullable String b) {
    return a != null
        && b != null
        && Character.isUpperCase(a.codePointAt(0))
        && Character.isUpperCase(b.codePointAt(0))
        && !NameKeys.same(a, b);
  }

  /** A boy and a girl of one age, or a suspect and a victim. */
  private static boolean areTwoUnnamed(@Nullable String a, @Nullable String b) {
    return a != null && b != null && Somebody.is(a) && Somebody.is(b) && !Somebody.mayBeOne(a, b);
  }

  /** Whether a text gives the value of a claim: the day, the place by name, the same numbers. */
  private boolean gives(Claim text, Claim c) {
    String value = c.value();
    if (value == null || c.kind() == Kind.HISTORY || c.polarity() == Polarity.NEGATIVE) {
      return false;
    }
    if (c.kind() == Kind.TIME) {
      String when = text.about().when();
      // a text of a day does not give the hour
      return when != null && when.length() >= DAY && value.equals(when);
    }
    if (c.kind() == Kind.PLACE) {
      return text.text().contains(value);
    }
    Double number = Character.isDigit(value.charAt(0)) ? values.number(value) : null;
    // "one" says too little
    return number != null
        && number > 1
        && wording.words(text).stream().anyMatch(w -> NumberWords.of(w) == number);
  }

  /** Whether a claim that is filed under a leader, but says otherwise, may stand beside it. */
  boolean standsBeside(NodeRow leader, NodeRow n) {
    return !leader.uri().equals(n.uri())
        && !apart.byCounts(leader.claim(), n.claim())
        && (n.claim().isTold()
            || clash.tie(leader.claim(), n.claim()).isAny()
                && retelling.same(leader.claim(), leader.scene(), n.claim(), n.scene())
                    >= Retelling.ALIKE);
  }

  /** Whether something shows that two claims tell of two happenings. */
  boolean areApart(NodeRow m, NodeRow n) {
    return apart.shows(m, n);
  }

  /**
   * Where a claim stands among those that may lead it or follow it: live ones before revised and
   * corrected ones, these before retracted ones; who says more of what it is about before who says
   * less, longer words before shorter ones, so that a vague claim leads nothing that a precise one
   * can; of what sentences tell, the first of an article, which tell the news itself; then in
   * canonical order.
   */
  Place place(NodeRow n) {
    return places.get(n, Joiner::makePlace);
  }

  private static Place makePlace(NodeRow n) {
    int pass =
        switch (n.standing()) {
          case ACTIVE -> 0;
          case REVISED, CORRECTED -> 1;
          case RETRACTED -> 2;
        };
    return Place.of(pass + "" + vagueness(n), n);
  }

  private static int vagueness(NodeRow n) {
    About about = n.claim().about();
    if (n.claim().isRemark()) {
      return REMARK;
    }
    if (n.claim().isTold()) {
      int start = n.claim().span().start();
      return TOLD + (start < HEAD ? 0 : start < LEAD ? 1 : start < OPENING ? 2 : 3);
    }
    if (n.typedKey() != null) {
      return (Clash.named(about).isEmpty() ? 2 : 0)
          + (about.when() == null || about.when().length() < DAY ? 1 : 0);
    }
    boolean place = n.claim().kind() == Kind.PLACE || n.claim().kind() == Kind.TIME;
    if (place && n.anchors().stream().anyMatch(SameValue::isKey)) {
      return VALUE_ALONE;
    }
    int words = Wording.words(Wording.content(n.claim())).size();
    return words >= 16 ? 0 : words >= 8 ? 1 : words >= 4 ? 2 : 3;
  }

  /**
   * What a claim says in its fact: its value; of events, whether it says it as the leader does; of
   * words whether it speaks against the leader's.
   */
  String bucket(NodeRow leader, NodeRow n) {
    Claim c = n.claim();
    boolean leads = leader.id().equals(n.id());
    if (c.kind() == Kind.EVENT) {
      String value = FactMaker.value(c);
      return leads || saySame(leader, n) ? value : OTHERWISE + value;
    }
    if (c.kind() != Kind.QUOTE && c.kind() != Kind.STATEMENT) {
      return FactMaker.value(c);
    }
    return leads || !contradict(leader.claim(), c) ? "for" : "against";
  }

  /** Whether a bucket holds claims that say the same only by twos, if at all. */
  static boolean isOtherwise(String bucket) {
    return bucket.startsWith(OTHERWISE);
  }

  /** Whether a bucket holds claims of other facts. */
  static boolean isOfOther(String bucket) {
    return bucket.equals(BESIDE) || bucket.equals(MENTION);
  }

  /** Whether a bucket holds claims whose origins count by those that are read, if at all. */
  static boolean isLoose(String bucket) {
    return isOtherwise(bucket) || isOfOther(bucket);
  }

  /**
   * Whether two claims of one event, or of what sentences tell, say the same, so that their origins
   * count together: an event of one class may be another one, and two sentences that tell of one
   * happening may each tell something else of it. A story has few gatherings of one class, and copy
   * tells the second from the first.
   */
  boolean saySame(NodeRow m, NodeRow n) {
    boolean told = m.claim().isTold() && n.claim().isTold();
    return saySame(m.claim(), n.claim())
        && !isToldTwice(m, n)
        && (!told || oneHappening(m, n) >= Retelling.SURELY);
  }

  /** An article that gives two tolls of events of one class tells of two: "the one of 2003". */
  private boolean isToldTwice(NodeRow m, NodeRow n) {
    return m.uri().equals(n.uri()) && apart.byTolls(m.claim(), n.claim());
  }

  private boolean saySame(Claim a, Claim b) {
    boolean counts = a.isTold() || counted.contains(a.about().trigger());
    if (apart.byBodies(a, b)
        || counts && apart.byTolls(a, b)
        || clash.nameOtherDays(a, b)
        || givesUp(a, b)
        || givesUp(b, a)
        || onOtherSides(a, b)) {
      return false;
    }
    if (a.isTold()) {
      return !apart.byCounts(a, b)
          && !announced.isByOne(a, b)
          && likeness.of(a.text(), b.text()).same() >= SAME;
    }
    if (apart.byPersons(a, b)
        || isOpen(a.about(), b.about()) && !isNear(a, b)
        || apart.byPleas(a, b)) {
      return false;
    }
    if (apart.byFigures(a, b) || addsMore(a) != addsMore(b) && !isNear(a, b)) {
      return false;
    }
    boolean gathering = gatherings.contains(a.about().trigger());
    return gathering && isAnother(a) == isAnother(b) || clash.tie(a, b).isOne() || isNear(a, b);
  }

  /**
   * "Drop its request" tells the contrary of "will request": of what both tell, one gives it up.
   */
  private boolean givesUp(Claim a, Claim b) {
    if (wording.has(b, givenUp)) {
      return false;
    }
    List<String> words = wording.words(a);
    for (int i = 0; i < words.size(); i++) {
      int end = givenUp.contains(words.get(i)) ? Math.min(words.size(), i + GIVEN_UP_REACH) : i;
      for (int k = i + 1; k < end; k++) {
        String term = wording.term(words.get(k));
        if (term != null && wording.terms(b).contains(term)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Of votes: who voted against something did not do what others did. */
  private boolean onOtherSides(Claim a, Claim b) {
    return a.about().trigger().equals(VOTE)
        && b.about().trigger().equals(VOTE)
        && wording.has(a, opposed) != wording.has(b, opposed);
  }

  private boolean isAnother(Claim c) {
    return wording.has(c, another);
  }

  /** "Two more men were arrested": those beside whom others were before; "more than" adds none. */
  private boolean addsMore(Claim c) {
    List<String> words = wording.words(c);
    for (int i = 0; i < words.size(); i++) {
      boolean than = i + 1 < words.size() && words.get(i + 1).equals("than");
      if (more.contains(words.get(i)) && !than) {
        return true;
      }
    }
    return false;
  }

  /** Whether two text claims that belong to one fact contradict each other. */
  boolean contradict(Claim a, Claim b) {
    if (a.kind() == Kind.QUOTE || b.kind() == Kind.QUOTE) {
      return false;
    }
    if (a.polarity() != b.polarity()) {
      return true;
    }
    return likeness.of(Wording.content(a), Wording.content(b)).conflict() > 0.8;
  }

  /** How alike the words of two claims are, 0 to 1, for the explanation. */
  double score(Claim a, Claim b) {
    return likeness.of(Wording.content(a), Wording.content(b)).same();
  }

  /** How surely the two tell of one happening, 0 to 1, for the explanation. */
  double oneHappening(NodeRow m, NodeRow n) {
    return retelling.same(m.claim(), m.scene(), n.claim(), n.scene());
  }

  private static boolean isDenied(Claim c) {
    return c.polarity() == Polarity.NEGATIVE || c.eventStatus() == EventStatus.DID_NOT_OCCUR;
  }

  /** That one of many stayed away does not deny the event: both must name the same. */
  private static boolean sameParties(About a, About b) {
    return Clash.named(a).size() == Clash.named(b).size();
  }

  /** Tolls of unlike events that differ tenfold are not two reports of one. */
  private boolean sameScale(Claim a, Claim b) {
    String v = a.value();
    String w = b.value();
    if (a.kind() != Kind.QUANTITY
        || v == null
        || w == null
        || a.about().trigger().equals(b.about().trigger())) {
      return true;
    }
    Double x = values.number(v);
    Double y = values.number(w);
    return x == null || y == null || Math.max(x, y) <= 10 * Math.max(1, Math.min(x, y));
  }

  private static boolean isText(Claim c) {
    return c.kind() == Kind.QUOTE || c.kind() == Kind.STATEMENT || c.about().slot().equals("said");
  }

  private static boolean isTypedQuantity(About about) {
    String slot = about.slot();
    return !slot.startsWith("amount") && !slot.startsWith("count") && !slot.equals("score");
  }

  private boolean joinsText(Claim a, Claim b) {
    boolean quotes = a.kind() == Kind.QUOTE && b.kind() == Kind.QUOTE;
    if (quotes) {
      return joinsQuotes(quoted.get(a, this::quoted), quoted.get(b, this::quoted));
    }
    if (apart.byBodies(a, b)
        || a.kind() != b.kind() && a.about().holder() == null
        || isSuspected(a, b)
        || isSuspected(b, a)
        || a.kind() == Kind.STATEMENT && b.kind() == a.kind() && isNegated(a) != isNegated(b)
        || announced.isByOne(a, b)) {
      return false;
    }
    Said p = said.get(a, c -> said(said(c)));
    Said q = said.get(b, c -> said(said(c)));
    Set<String> both = shared(p.terms, q.terms);
    if (both.size() < 2 || isOnlyNaming(a, b, p, q, both)) {
      return false;
    }
    if (a.about().holder() != null && b.about().holder() != null) {
      if (a.kind() == Kind.STATEMENT && apart.byCounts(a, b)) {
        return false;
      }
      int run = longestRun(p.words, q.words);
      if (run >= 5 && wording.weight(both) * 3 >= Math.min(p.weight, q.weight)) {
        return true;
      }
    }
    return likeness.of(p.text, q.text).same() >= SAME;
  }

  /**
   * Whether all that two share is how they name somebody: "an inquiry into the hospital's manager,
   * Viktor Sand", "the hospital's manager, Viktor Sand, was charged".
   */
  private boolean isOnlyNaming(Claim a, Claim b, Said p, Said q, Set<String> both) {
    Set<String> names = shared(wording.names(a), wording.names(b));
    if (names.isEmpty()) {
      return false;
    }
    List<String> run = longestShared(p.words, q.words);
    Set<String> inRun = wording.terms(String.join(" ", run));
    String last = run.isEmpty() ? null : wording.term(run.get(run.size() - 1));
    return last != null
        && names.contains(last)
        && inRun.containsAll(both)
        && (inRun.size() < p.terms.size() && inRun.size() < q.terms.size());
  }

  /**
   * Whether what two say who are named differently is one statement: they may be one speaker, and
   * nothing shows that they say two things.
   */
  private boolean isOneStatement(Claim a, Claim b) {
    return isSaid(a)
        && isSaid(b)
        && voices.mayBeOne(a, b)
        && a.polarity() == b.polarity()
        && !apart.byCounts(a, b)
        && !apart.byFigures(a, b)
        && !apart.byDates(a, b)
        && !announced.isByOne(a, b)
        && shared(wording.terms(a), wording.terms(b)).size() >= FEWEST
        && sayNoOther(likeness.of(Wording.content(a), Wording.content(b)));
  }

  private static boolean sayNoOther(Likeness.Scores s) {
    return s.same() >= SAME && s.conflict() <= DOUBT;
  }

  private static boolean isSaid(Claim c) {
    return c.kind() == Kind.QUOTE || c.kind() == Kind.STATEMENT;
  }

  private Said quoted(Claim c) {
    return said(Wording.content(c));
  }

  private Said said(String text) {
    Set<String> terms = TermSet.copyOf(wording.terms(text));
    return new Said(text, Wording.words(text), terms, wording.weight(terms));
  }

  /**
   * What a claim says without who says it: of a time, place or number that somebody gives, what
   * stands behind the speaker's name, else before it.
   */
  private static String said(Claim c) {
    String text = Wording.content(c);
    String holder = c.about().holder();
    String last = holder == null ? "" : holder.substring(holder.lastIndexOf(' ') + 1);
    int at = !text.equals(c.text()) || last.isEmpty() ? -1 : text.lastIndexOf(last);
    if (at < 0) {
      return text;
    }
    String behind = text.substring(at + last.length());
    String before = text.substring(0, at);
    boolean says = Wording.words(behind).size() > ATTRIBUTION;
    return says ? behind : Wording.words(before).size() > ATTRIBUTION ? before : "";
  }

  /** "Trains will run on Thursday", "trains did not run on Thursday as planned". */
  private static boolean isNegated(Claim c) {
    return Wording.words(Wording.content(c)).stream()
        .anyMatch(w -> NOT.contains(w) || w.endsWith("n't"));
  }

  /** Cases that are suspected are not yet those that are confirmed. */
  private boolean isSuspected(Claim a, Claim b) {
    return wording.has(a, suspected) && !wording.has(b, suspected) && wording.has(b, confirmed);
  }

  /**
   * Two renderings of one quote share a run of words, or most of the weight of the shorter one; a
   * single shared word is not enough unless it is all there is.
   */
  private boolean joinsQuotes(Said a, Said b) {
    Set<String> both = shared(a.terms, b.terms);
    int least = Math.min(a.weight, b.weight);
    if (both.isEmpty() || least == 0) {
      return false;
    }
    double kept = (double) wording.weight(both) / least;
    if (both.size() < 2) {
      return kept >= 0.99 && a.terms.size() == b.terms.size();
    }
    int run = longestRun(a.words, b.words);
    return kept >= 0.6 || (run >= 4 && kept >= 0.3) || (run >= 3 && kept >= 0.4);
  }

  /** "In under two minutes", "30 seconds later": the one fits the other, of whatever they are. */
  private boolean isBounded(Claim a, Claim b) {
    String v = FactMaker.value(a);
    String w = FactMaker.value(b);
    return values.match(Kind.QUANTITY, v, w) == Values.Match.FITS
        && (values.isBound(Kind.QUANTITY, v) || values.isBound(Kind.QUANTITY, w));
  }

  private boolean joinsQuantity(Claim a, Claim b) {
    String v = a.value();
    String w = b.value();
    if (v == null || w == null) {
      return false;
    }
    Values.Match match = values.match(Kind.QUANTITY, v, w);
    if (match == Values.Match.SAME && TopicKeys.tells(a) && TopicKeys.tells(b)) {
      return true;
    }
    // "at least seven years" says too little of twenty
    if (match == Values.Match.FITS && isBoundFar(v, w)) {
      return false;
    }
    Set<String> x = counted(a);
    Set<String> y = counted(b);
    Set<String> both = shared(x, y);
    int weight = Math.min(wording.weight(x), wording.weight(y));
    double kept = weight == 0 ? 0 : (double) wording.weight(both) / weight;
    boolean fits = match != Values.Match.APART;
    double least = !fits ? 0.7 : namesMore(a, y) && namesMore(b, x) ? NEAR : 0.4;
    boolean other = match == Values.Match.SAME && isOtherGame(a, b);
    return !other && (both.size() >= 2 && kept >= least || isOneNumber(a, b, x, y));
  }

  private boolean isBoundFar(String v, String w) {
    return values.isFar(Kind.QUANTITY, v, w)
        && (values.isBound(Kind.QUANTITY, v) || values.isBound(Kind.QUANTITY, w));
  }

  /**
   * "A 15-year veteran of the harbour police", "has worked for the harbour police for 15 years":
   * the same number beside a word of the same, told in few words, of nobody else and of nothing
   * else.
   */
  private boolean isOneNumber(Claim a, Claim b, Set<String> x, Set<String> y) {
    Double p = values.number(FactMaker.value(a));
    Double q = values.number(FactMaker.value(b));
    if (p == null || q == null || !p.equals(q) || p < LEAST || namesMore(a, y) && namesMore(b, x)) {
      return false;
    }
    if (p >= LARGE && TopicKeys.significant(FactMaker.value(a)) > 1) {
      return !shared(x, y).isEmpty();
    }
    Set<String> both = shared(around(a, p), around(b, q));
    int least = Math.min(wording.weight(x), wording.weight(y));
    return wording.weight(both) >= BESIDE_IT * least && !both.isEmpty();
  }

  /** The terms next to a number, without what is counted and without those that say when. */
  private Set<String> around(Claim c, double number) {
    Set<String> out = NamedValue.number(c, number).around(wording);
    out.removeAll(clash.calendar());
    out.removeAll(wording.terms(Counted.noun(c.about())));
    return out;
  }

  /**
   * Whether a claim names somebody or something that another one, of which these are the terms,
   * does not.
   */
  private boolean namesMore(Claim c, Set<String> other) {
    return !other.containsAll(wording.names(c));
  }

  /** Five points of one game and of another: other figures of which one happening has but one. */
  private boolean isOtherGame(Claim a, Claim b) {
    return !a.about().slot().equals("score") && apart.byFigures(a, b);
  }

  /** The words that say what a number counts, without the number. */
  private Set<String> counted(Claim c) {
    Set<String> out = new TreeSet<>(wording.terms(c));
    out.removeIf(t -> Character.isDigit(t.charAt(0)));
    return out;
  }

  private static Set<String> shared(Set<String> a, Set<String> b) {
    Set<String> out = new TreeSet<>(a);
    out.retainAll(b);
    return out;
  }

  static int longestRun(List<String> a, List<String> b) {
    return longestShared(a, b).size();
  }

  private static List<String> longestShared(List<String> a, List<String> b) {
    int best = 0;
    int end = 0;
    int[] row = new int[b.size() + 1];
    for (String w : a) {
      for (int j = b.size(); j > 0; j--) {
        row[j] = w.equals(b.get(j - 1)) ? row[j - 1] + 1 : 0;
        end = row[j] > best ? j : end;
        best = Math.max(best, row[j]);
      }
    }
    return b.subList(end - best, end);
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
    boolean oneDay = a.when() != null && a.when().length() >= DAY && a.when().equals(b.when());
    if (oneDay && found > 0) {
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
    if (open || x.when() == null || y.when() == null) {
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
