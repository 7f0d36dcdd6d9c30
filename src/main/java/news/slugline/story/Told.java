package news.slugline.story;

import java.util.Set;
import news.slugline.claim.Claim;
import news.slugline.claim.Kind;
import news.slugline.claim.Polarity;
import news.slugline.claim.text.NameKeys;
import news.slugline.claim.value.NumberWords;
import org.jspecify.annotations.Nullable;

/**
 * What sentences tell: whether two tell of one happening, and which facts a sentence may stand
 * beside, uncounted, that it does not belong to. The same for (a, b) and (b, a).
 */
final class Told {
  /**
   * Kinds whose values, if they are equal, say the same of whatever they are read: but a place may
   * be where somebody lives, or part of a body's name.
   */
  private static final Set<Kind> VALUED = Set.of(Kind.TIME, Kind.QUANTITY);

  /** Characters of a full date. */
  private static final int DAY = TopicKeys.DAY;

  /** From here on an event that two sentences name by one class may be one. */
  private static final double MENTIONED = 0.2;

  private final Wording wording;
  private final Retelling retelling;
  private final Values values;
  private final Clash clash;
  private final Apart apart;
  private final Opposites opposites;
  private final Set<String> added = Lists.of("change-words.tsv", "added");

  Told(Wording wording, Retelling retelling, Values values, Clash clash, Opposites opposites) {
    this.opposites = opposites;
    this.wording = wording;
    this.retelling = retelling;
    this.values = values;
    this.clash = clash;
    this.apart = clash.apart();
  }

  /** How surely the two tell of one happening, 0 to 1. */
  double oneHappening(NodeRow m, NodeRow n) {
    return retelling.same(m.claim(), m.scene(), n.claim(), n.scene());
  }

  /**
   * How well what a sentence tells belongs with what one tells that leads a fact, 0 if it does not:
   * both must tell of one happening, and both that it is so, or is to be so; sentences of one
   * article are alike in all they share, and tell of different things, as do those that give two
   * magnitudes, scores or sums, two dates or two remarks.
   */
  double strength(NodeRow leader, NodeRow n) {
    Claim a = leader.claim();
    Claim b = n.claim();
    if (leader.uri().equals(n.uri())
        || a.isRemark()
        || a.polarity() != b.polarity()
        || Traits.isAhead(a) != Traits.isAhead(b)) {
      return 0;
    }
    double same = oneHappening(leader, n);
    return same >= Retelling.SAME && !areTwo(a, b) ? same : 0;
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
    return strength > 0
        && n.standing() == Standing.ACTIVE
        && !opposites.are(leader.claim(), n.claim())
        && !apart.shows(leader, n);
  }

  /** Whether a claim that is filed under a leader, but says otherwise, may stand beside it. */
  boolean standsBeside(NodeRow leader, NodeRow n) {
    return !leader.uri().equals(n.uri())
        && !opposites.are(leader.claim(), n.claim())
        && !apart.byCounts(leader.claim(), n.claim())
        && (n.claim().isTold()
            || clash.tie(leader.claim(), n.claim()).isAny()
                && oneHappening(leader, n) >= Retelling.ALIKE);
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
        && !opposites.are(leader.claim(), n.claim())
        && !apart.byClocks(leader.claim(), n.claim())
        && !apart.byPersons(leader.claim(), n.claim())
        && oneHappening(leader, n) >= MENTIONED;
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
        a.kind() == Kind.EVENT || Traits.isText(a)
            ? a.polarity() == b.polarity()
                && (a.kind() != Kind.EVENT || Traits.isAhead(a) == Traits.isAhead(b))
                && oneHappening(leader, told) >= Retelling.SAME
            : gives(b, a);
    return says && !opposites.are(a, b) && !apart.shows(leader, told);
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
    return !Traits.isText(c)
        && !c.about().slot().equals(Traits.SAID_ON)
        && (c.kind() != Kind.QUANTITY || Traits.isTypedQuantity(c.about()));
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
}
