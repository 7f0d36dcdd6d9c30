package news.slugline.claim.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import news.slugline.claim.EventStatus;
import news.slugline.claim.Modality;
import news.slugline.claim.Participant;
import news.slugline.claim.Participant.Role;
import news.slugline.claim.event.Clauses.Clause;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.Sentence;
import news.slugline.claim.text.Token;
import org.jspecify.annotations.Nullable;

/** Reads an event that a verb names: its auxiliaries and subject say whether it happened. */
final class VerbScan {
  private static final Set<String> NONE = EventFinder.WORDS.get("none");
  private static final Set<String> FEARED = Set.of("feared", "presumed", "believed");
  private static final Set<String> OBJECTS =
      Set.of(
          "the", "a", "an", "his", "her", "their", "its", "him", "them", "at", "two", "three",
          "four", "five", "six", "one", "several", "dozens", "more", "himself");
  private static final String FRAUD = "fraud";

  /** Words between "before" and its verb. */
  private static final int SUBJECT_REACH = 7;

  private final Document d;
  private final List<Token> t;
  private final Participants participants;
  private final Undergoers undergoers;
  private final Accusations accusations;

  VerbScan(Document d, Participants participants, Undergoers undergoers, Accusations accusations) {
    this.d = d;
    this.t = d.tokens();
    this.participants = participants;
    this.undergoers = undergoers;
    this.accusations = accusations;
  }

  /**
   * What a verb tells; null if it tells of nothing that is so.
   *
   * @param last event that the sentence named before it
   */
  @Nullable Outline read(Clause c, Triggers.Hit hit, @Nullable EventMention last) {
    Groups.Group g = Groups.before(t, hit.start(), c.first(), hit.form());
    EventStatus told = g.status();
    boolean harm = hit.family().equals("harm") || hit.family().equals("incident");
    if (told == null || isNoEvent(c, hit, g, harm)) {
      return null;
    }
    boolean reduced =
        g.first() == hit.start()
            && hit.form() == Triggers.Form.PAST_OR_PARTICIPLE
            && !objectFollows(hit.end(), c.end());
    boolean passive =
        g.passive() || hit.passive() || hit.form() == Triggers.Form.PARTICIPLE && !g.past();
    boolean none = hit.none() || startsWithNone(c, g.first());
    EventStatus status = none && told == EventStatus.OCCURRED ? EventStatus.DID_NOT_OCCUR : told;
    Fate fate = new Fate(status, g.modality(), g.negative() || none, g.past());
    if (status == EventStatus.OCCURRED && isYetToCome(hit, g)) {
      fate = fate.as(EventStatus.PLANNED, Modality.PLANNED);
    }
    boolean crime = harm || hit.type().equals(FRAUD);
    boolean deed = crime && hit.form() == Triggers.Form.ING && accusations.accused(c, hit.start());
    // "Appeared in court on Monday, charged with theft"
    boolean appended = reduced && Accusations.isCharge(hit) && last != null;
    return new Outline(fate, who(c, hit, g, passive || reduced && harm), deed || appended);
  }

  /** Whether what looks like a verb of an event only describes, asks, fears or denies. */
  private boolean isNoEvent(Clause c, Triggers.Hit hit, Groups.Group g, boolean harm) {
    int start = hit.start();
    boolean alone = g.first() == start;
    if (hit.passive() && alone
        || hit.form() == Triggers.Form.ING && accusations.deniedDoing(c, start)) {
      return true;
    }
    if (harm && start > c.first() && FEARED.contains(t.get(start - 1).lower())) {
      return true; // nobody knows that it happened
    }
    boolean adjective = alone && start > c.first() && article(start - 1);
    boolean done = alone && start > 0 && t.get(start - 1).lower().equals("after");
    if ((g.bare() && !done || adjective) && !harm || c.conditional(d)) {
      return true;
    }
    return Rises.isMeasured(hit.type()) && hit.end() == start + 1 && !Rises.isRise(t, c, hit);
  }

  /**
   * @param turned whether those before the verb are who it was done to
   */
  private List<Participant> who(Clause c, Triggers.Hit hit, Groups.Group g, boolean turned) {
    boolean equals = hit.family().equals("encounter");
    Role before = turned && !equals ? Role.PATIENT : Role.AGENT;
    Role behind = turned || equals ? Role.AGENT : Role.PATIENT;
    List<Participant> who = new ArrayList<>(undergoers.ofVerb(c, hit, g.first(), turned));
    if (!who.isEmpty()) {
      return who;
    }
    for (String n : participants.left(c, g.first())) {
      who.add(new Participant(before, n));
    }
    for (String n : participants.right(hit.end(), c.end(), turned)) {
      who.add(new Participant(behind, n));
    }
    return who;
  }

  /** "A day before parliament votes": what is told in the present is still to come then. */
  private boolean isYetToCome(Triggers.Hit hit, Groups.Group g) {
    if (hit.form() != Triggers.Form.PRESENT || g.first() != hit.start()) {
      return false;
    }
    int first = d.sentences().get(d.sentenceOf(hit.start())).firstToken();
    for (int i = hit.start() - 1; i >= Math.max(first, hit.start() - SUBJECT_REACH); i--) {
      String w = t.get(i).lower();
      boolean then = w.equals("when") || w.equals("once");
      if (w.equals("before") || w.equals("until") || then && willBe(i)) {
        return true;
      }
      if (!t.get(i).isWord() && !w.equals("'s")) {
        return false;
      }
    }
    return false;
  }

  /** "Will step down when the deal closes": the rest of the sentence is to come. */
  private boolean willBe(int from) {
    Sentence s = d.sentences().get(d.sentenceOf(from));
    for (int i = s.firstToken(); i < from; i++) {
      if (t.get(i).lower().equals("will")) {
        return true;
      }
    }
    return false;
  }

  private boolean article(int i) {
    String w = t.get(i).lower();
    return w.equals("the") || w.equals("a") || w.equals("an") || w.equals("'s");
  }

  private boolean objectFollows(int i, int end) {
    if (i >= end) {
      return false;
    }
    Token n = t.get(i);
    String w = n.lower();
    return n.isNumber() || n.isCapitalised() || OBJECTS.contains(w);
  }

  private boolean startsWithNone(Clause c, int end) {
    return c.first() < end && NONE.contains(t.get(c.first()).lower());
  }
}
