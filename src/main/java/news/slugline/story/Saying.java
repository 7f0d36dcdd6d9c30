package news.slugline.story;

import java.util.List;
import java.util.Set;
import news.slugline.claim.Claim;
import news.slugline.claim.Kind;
import news.slugline.claim.event.Rises;

/**
 * Whether the claims of one fact say the same, so that their origins count together, or speak
 * against each other. The same for (a, b) and (b, a).
 */
final class Saying {
  private static final String VOTE = "vote";

  /** Words behind "drop" in which stands what is dropped: "drop its request for a recount". */
  private static final int GIVEN_UP_REACH = 7;

  private final Wording wording;
  private final Likeness likeness;
  private final Told told;
  private final Clash clash;
  private final Apart apart;
  private final Announced announced;
  private final Opposites opposites;
  private final OtherWords others;
  private final Set<String> another = Lists.of("change-words.tsv", "another");
  private final Set<String> more = Lists.of("change-words.tsv", "one more");
  private final Set<String> counted = Lists.of("change-words.tsv", "of victims");
  private final Set<String> single = Lists.of("change-words.tsv", "single");
  private final Set<String> givenUp = Lists.of("change-words.tsv", "given up");
  private final Set<String> opposed = Lists.of("change-words.tsv", "opposed");
  private final Set<String> gatherings = Lists.of("change-words.tsv", "gathering");

  Saying(
      Wording wording,
      Likeness likeness,
      Told told,
      Clash clash,
      Announced announced,
      Opposites opposites,
      OtherWords others) {
    this.opposites = opposites;
    this.others = others;
    this.wording = wording;
    this.likeness = likeness;
    this.told = told;
    this.clash = clash;
    this.apart = clash.apart();
    this.announced = announced;
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
      return leads || saySame(leader, n) ? value : Bucket.OTHERWISE + value;
    }
    if (c.kind() != Kind.QUOTE && c.kind() != Kind.STATEMENT) {
      return FactMaker.value(c);
    }
    return leads || !contradict(leader.claim(), c) ? "for" : "against";
  }

  /** Whether a claim says in its fact what the leader says. */
  boolean saysAsLeader(NodeRow leader, NodeRow n) {
    return n.standing() == Standing.ACTIVE && bucket(leader, n).equals(bucket(leader, leader));
  }

  /**
   * Whether two claims of one event, or of what sentences tell, say the same, so that their origins
   * count together: an event of one class may be another one, and two sentences that tell of one
   * happening may each tell something else of it. A story has few gatherings of one class, and copy
   * tells the second from the first.
   */
  boolean saySame(NodeRow m, NodeRow n) {
    boolean sentences = m.claim().isTold() && n.claim().isTold();
    boolean only = !sentences && areOnlyOnes(m, n);
    return saySame(m.claim(), n.claim(), only)
        && !isToldTwice(m, n)
        && (!sentences || told.oneHappening(m, n) >= Retelling.SURELY);
  }

  /** Whether each article tells in one place only of an event of which a story has one. */
  private boolean areOnlyOnes(NodeRow m, NodeRow n) {
    Claim a = m.claim();
    Claim b = n.claim();
    if (!single.contains(a.about().trigger())
        || !m.scene().isOnly(a)
        || !n.scene().isOnly(b)
        || apart.byYears(m, n)) {
      return false;
    }
    Clash.Tie tie = clash.tie(a, b);
    return tie.named() || tie.words() > 2;
  }

  /** An article that gives two tolls of events of one class tells of two: "the one of 2003". */
  boolean isToldTwice(NodeRow m, NodeRow n) {
    return m.uri().equals(n.uri()) && apart.byTolls(m.claim(), n.claim());
  }

  private boolean saySame(Claim a, Claim b, boolean only) {
    if (a.isTold() && likeness.of(a.text(), b.text()).same() < Likeness.SAME) {
      return false;
    }
    boolean counts = a.isTold() || counted.contains(a.about().trigger());
    if (apart.byBodies(a, b)
        || counts && apart.byTolls(a, b)
        || clash.nameOtherDays(a, b)
        || opposites.are(a, b)
        || opposites.isUndoneByOne(a, b)
        || givesUp(a, b)
        || givesUp(b, a)
        || onOtherSides(a, b)) {
      return false;
    }
    if (a.isTold()) {
      return !apart.byCounts(a, b)
          && !(isOfMove(a) && isOfMove(b) && apart.byWhatMoved(a, b))
          && !apart.byClocks(a, b)
          && !announced.isByOne(a, b)
          && !others.follow(a, b);
    }
    if (apart.byPersons(a, b)
        || Apart.isOpen(a.about(), b.about()) && !wording.areNear(a, b)
        || apart.byPleas(a, b)) {
      return false;
    }
    if (Rises.isMeasured(a.about().trigger()) && apart.byWhatMoved(a, b)) {
      return false; // revenue rose, profit rose
    }
    if (apart.byFigures(a, b) || addsMore(a) != addsMore(b) && !wording.areNear(a, b)) {
      return false;
    }
    boolean gathering = gatherings.contains(a.about().trigger());
    Clash.Tie tie = clash.tie(a, b);
    return (only || gathering) && isAnother(a) == isAnother(b)
        || tie.isOne()
        || tie.day() && (apart.areOfOneToll(a, b) || tie.isFairlyNear())
        || wording.areNear(a, b);
  }

  private static boolean isOfMove(Claim told) {
    return told.about().classes().stream().anyMatch(Rises::isMeasured);
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
    if (a.polarity() != b.polarity() || opposites.are(a, b)) {
      return true;
    }
    return likeness.of(Wording.content(a), Wording.content(b)).conflict() > 0.8;
  }

  /** How alike the words of two claims are, 0 to 1, for the explanation. */
  double score(Claim a, Claim b) {
    return likeness.of(Wording.content(a), Wording.content(b)).same();
  }
}
