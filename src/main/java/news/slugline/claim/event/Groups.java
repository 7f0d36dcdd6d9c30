package news.slugline.claim.event;

import java.util.List;
import java.util.Set;
import news.slugline.claim.EventStatus;
import news.slugline.claim.Modality;
import news.slugline.claim.text.Token;
import news.slugline.claim.text.Verbs;
import news.slugline.claim.text.WordGroups;
import org.jspecify.annotations.Nullable;

/** Reads the auxiliaries before a verb: when, whether, how surely. */
final class Groups {
  private static final WordGroups WORDS = WordGroups.of(Groups.class, "verb-group-words.tsv");
  private static final Set<String> FUTURE = WORDS.get("future");
  private static final Set<String> MAYBE = WORDS.get("maybe");
  private static final Set<String> BE = WORDS.get("be");
  private static final Set<String> NOT = WORDS.get("not");
  private static final Set<String> IS = Set.of("is", "are");
  private static final Set<String> AIMS = WORDS.get("aims");
  private static final Set<String> DO = Set.of("do", "does", "did");
  private static final Set<String> NEARLY = WORDS.get("nearly");
  private static final Set<String> DEGREES = WORDS.get("degrees");

  /** "Is not expected to open before 6 a.m." says from when on it is. */
  private static final Set<String> BEFORE = WORDS.get("before");

  private static final int BEFORE_REACH = 5;

  private static final Set<String> ADVERBS = WORDS.get("adverbs");
  private static final Set<String> HABIT = WORDS.get("habit");
  private static final Set<String> AFTERWARDS = WORDS.get("afterwards");
  private static final Set<String> PLANS = WORDS.get("plans");
  private static final Set<String> NO_PLAN = WORDS.get("no plan");
  private static final Set<String> WISHES = WORDS.get("wishes");
  private static final Set<String> NOT_DONE = WORDS.get("not done");
  private static final Set<String> BEGUN = WORDS.get("begun");

  private Groups() {}

  /**
   * What stands before a verb.
   *
   * @param first token of the group
   * @param status null if the verb tells of nothing that is so ("to meet" as a purpose)
   */
  record Group(
      int first,
      @Nullable EventStatus status,
      Modality modality,
      boolean negative,
      boolean passive,
      boolean past,
      boolean bare) {}

  static boolean auxiliary(String w) {
    return FUTURE.contains(w)
        || MAYBE.contains(w)
        || BE.contains(w)
        || DO.contains(w)
        || w.equals("has")
        || w.equals("have")
        || w.equals("had")
        || w.equals("would");
  }

  /** A word as it counts in a verb group: the month of May is no auxiliary. */
  static String word(Token token) {
    return token.text().equals("May") ? "" : token.lower();
  }

  /**
   * Whether a word before "to" says of the next verb whether it is done: "set to", "refused to".
   */
  static boolean governs(String w) {
    return PLANS.contains(w) || NOT_DONE.contains(w) || BEGUN.contains(w);
  }

  /** The group of a verb; "will sing and dance" gives both verbs the same one. */
  static Group before(List<Token> t, int verb, int limit, Triggers.Form form) {
    if (form == Triggers.Form.ING && isRuledOut(t, verb, limit)) {
      return new Group(
          verb - 2, EventStatus.DID_NOT_OCCUR, Modality.PLANNED, true, false, false, false);
    }
    Group own = alone(t, verb, limit, form);
    if (own.first() != verb || form != Triggers.Form.BASE || verb <= limit) {
      return own;
    }
    String joint = t.get(verb - 1).lower();
    if (!joint.equals("and") && !joint.equals("or")) {
      return own;
    }
    for (int i = verb - 2; i >= limit; i--) {
      String w = word(t.get(i));
      if (w.equals("to") || FUTURE.contains(w)) {
        Group shared = alone(t, i + 1, limit, Triggers.Form.BASE);
        if (shared.status() != null) {
          return shared;
        }
      }
    }
    return own;
  }

  /** "Has no intention of resigning", "ruled out resigning". */
  private static boolean isRuledOut(List<Token> t, int verb, int limit) {
    if (verb - 2 < limit) {
      return false;
    }
    String last = t.get(verb - 1).lower();
    String before = t.get(verb - 2).lower();
    boolean out = last.equals("out") && Verbs.lemma(before).equals("rule");
    return out
        || last.equals("of")
            && NO_PLAN.contains(before)
            && verb - 3 >= limit
            && t.get(verb - 3).lower().equals("no");
  }

  private static Group alone(List<Token> t, int verb, int limit, Triggers.Form form) {
    boolean not = false;
    boolean future = false;
    boolean maybe = false;
    boolean be = false;
    boolean perfect = false;
    boolean past = false;
    boolean did = false;
    boolean wish = false;
    boolean undone = false;
    boolean begun = false;
    boolean to = false;
    boolean governed = false;
    boolean would = false;
    boolean been = false;
    boolean afterwards = false;
    boolean habit = false;
    int i = verb - 1;
    int first = verb;
    for (; i >= limit; i--) {
      String w = word(t.get(i));
      if (NOT.contains(w)) {
        not = true;
      } else if (FUTURE.contains(w)) {
        future = true;
      } else if (w.equals("'d") && (been || !be && isPast(form))) {
        perfect = true; // "he'd been shot", "she'd left": had
        past = true;
      } else if (w.equals("would") || w.equals("'d")) {
        future = true;
        would = true;
      } else if (MAYBE.contains(w)) {
        maybe = true;
      } else if (w.equals("has") || w.equals("have") || w.equals("'ve")) {
        perfect = true;
      } else if (w.equals("had")) {
        perfect = true;
        past = true;
      } else if (to && !governed && IS.contains(w) && i == first - 1 && !aim(t, i, limit)) {
        governed = true; // "is to meet"
      } else if (BE.contains(w) && (!w.equals("'s") || verb - i < 3)) {
        be |= !governed;
        been |= w.equals("been");
      } else if (DO.contains(w)) {
        did = true;
      } else if (w.equals("to") && i == first - 1 && !to) {
        to = true;
      } else if (to && !governed && PLANS.contains(w)) {
        governed = true;
        wish = WISHES.contains(w);
        if (i > limit && NO_PLAN.contains(w) && t.get(i - 1).lower().equals("no")) {
          not = true; // "had no plans to resign"
          first = i - 1;
          break;
        }
      } else if (to && !governed && NOT_DONE.contains(w)) {
        governed = true;
        undone = true;
      } else if (to && !governed && BEGUN.contains(w)) {
        governed = true;
        begun = true;
      } else if (i == verb - 1 && NEARLY.contains(w) && isPast(form) && !isDegree(t, verb)) {
        undone = true; // "almost shut the network"
      } else if (ADVERBS.contains(w) || HABIT.contains(w) || w.endsWith("ly") && w.length() > 4) {
        habit |= HABIT.contains(w);
        afterwards |= AFTERWARDS.contains(w);
        continue;
      } else {
        break;
      }
      first = i;
    }
    if (future && !governed && (would && perfect || habit)) {
      // "would have killed him", "will usually stop": nothing that is to come, nor that came
      return new Group(first, null, Modality.POSSIBLE, not, be && isPast(form), false, true);
    }
    if (would && afterwards && !governed) {
      future = false; // "she would later die": seen from before, it was still to come
      did = true;
    }
    if (not && (future || governed) && isLater(t, verb)) {
      not = false;
    }
    return group(
        first,
        form,
        new Marks(not, future, maybe, be, perfect, past, did, wish, undone, begun, to, governed));
  }

  /** "Almost doubled", "nearly destroyed": how far it went, not that it did not. */
  private static boolean isDegree(List<Token> t, int verb) {
    return DEGREES.contains(Verbs.lemma(t.get(verb).lower()));
  }

  private static boolean isPast(Triggers.Form form) {
    return form == Triggers.Form.PARTICIPLE || form == Triggers.Form.PAST_OR_PARTICIPLE;
  }

  /** Whether right behind a verb stands before what it will not be. */
  private static boolean isLater(List<Token> t, int verb) {
    for (int i = verb + 1; i < Math.min(t.size(), verb + BEFORE_REACH); i++) {
      if (t.get(i).type() == Token.Type.PUNCTUATION) {
        return false;
      }
      if (BEFORE.contains(t.get(i).lower())) {
        return true;
      }
    }
    return false;
  }

  /** "The aim is to meet" says what the aim is, not that it is planned. */
  private static boolean aim(List<Token> t, int is, int limit) {
    return is > limit && AIMS.contains(t.get(is - 1).lower());
  }

  private record Marks(
      boolean not,
      boolean future,
      boolean maybe,
      boolean be,
      boolean perfect,
      boolean past,
      boolean did,
      boolean wish,
      boolean undone,
      boolean begun,
      boolean to,
      boolean governed) {}

  private static Group group(int first, Triggers.Form form, Marks m) {
    boolean passive = m.be && isPast(form);
    EventStatus status;
    Modality modality = Modality.ASSERTED;
    if (m.to && !m.governed || form == Triggers.Form.BASE && bare(m)) {
      return new Group(first, null, Modality.ASSERTED, m.not, passive, false, true);
    }
    if (m.undone) {
      status = EventStatus.DID_NOT_OCCUR;
    } else if (m.begun) {
      status = EventStatus.OCCURRED;
    } else if (m.governed || m.future) {
      status = m.not ? EventStatus.DID_NOT_OCCUR : EventStatus.PLANNED;
      modality = m.wish || m.maybe ? Modality.POSSIBLE : Modality.PLANNED;
    } else if (m.maybe) {
      modality = Modality.POSSIBLE;
      status = m.perfect ? EventStatus.OCCURRED : EventStatus.PLANNED;
      status = m.not ? EventStatus.DID_NOT_OCCUR : status;
    } else if (m.not) {
      status = EventStatus.DID_NOT_OCCUR;
    } else if (form == Triggers.Form.ING && m.be) {
      status = EventStatus.UNDER_WAY;
    } else {
      status = EventStatus.OCCURRED;
    }
    boolean negative = m.not || m.undone;
    boolean bare = form == Triggers.Form.ING && !m.be;
    return new Group(first, status, modality, negative, passive, m.past && m.perfect, bare);
  }

  private static boolean bare(Marks m) {
    return !(m.future || m.maybe || m.did || m.governed);
  }
}
