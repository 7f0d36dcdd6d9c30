package news.slugline.claim.value;

import java.util.Set;
import news.slugline.claim.text.WordGroups;

/**
 * Whether the words around a time speak of what was or of what is to come. The nearest verb to its
 * left decides, else the nearest to its right.
 */
enum Tense {
  PAST,
  FUTURE,
  UNKNOWN;

  private static final int REACH = 40;
  private static final WordGroups WORDS = WordGroups.of(Tense.class, "tense-words.tsv");
  private static final Set<String> COMING = WORDS.get("coming");
  private static final Set<String> TAKING_EFFECT = WORDS.get("taking effect");
  private static final Set<String> INTO_EFFECT = WORDS.get("into effect");
  private static final Set<String> GOVERNORS = WORDS.get("governors");
  private static final Set<String> APPOINTING = WORDS.get("appointing");

  /** "A truce starting on Friday": who writes of what has begun says that it began. */
  private static final Set<String> BEGINNING = Set.of("starting", "beginning", "commencing");

  private static final Set<String> ON = Set.of("on", "at", "from");

  private static final Set<String> OWNERS =
      Set.of("a", "the", "its", "his", "her", "their", "our", "my", "new", "earlier");

  private static final Set<String> PROSPECTS = WORDS.get("prospects");

  /** Words between a month and "was possible". */
  private static final int PROSPECT_REACH = 6;

  /** Words between "a call for" and "on Friday". */
  private static final int CALL_REACH = 7;

  /** Words between "called" and "for Friday". */
  private static final int APPOINTED_REACH = 8;

  private static final Set<String> PUTTING_OFF = WORDS.get("putting off");
  private static final Set<String> SHIFTING = WORDS.get("shifting");
  private static final Set<String> DECREEING = WORDS.get("decreeing");
  private static final Set<String> UNDONE = WORDS.get("undone");
  private static final Set<String> FIRST_PLANS = WORDS.get("first plans");
  private static final Set<String> MIGHT = Set.of("would", "could", "might", "should");
  private static final Set<String> MONTHS = WORDS.get("months");
  private static final Set<String> CALLED_TO = WORDS.get("called to");
  private static final Set<String> MEETINGS = WORDS.get("meetings");

  /** Words between "to" and "talks": "to a new round of talks". */
  private static final int MEETING_REACH = 6;

  private static final Set<String> WERE = WORDS.get("were");
  private static final Set<String> BECOMING =
      Set.of("be", "being", "get", "stay", "remain", "keep");
  private static final Set<String> IRREGULAR = Lists.words("past-verbs.txt");

  /** Of the time between two lexemes. */
  static Tense of(Lexemes x, int from, int to) {
    int before = x.phrase(from - 2, "at", "least") ? from - 3 : from - 1;
    if (x.is(before, "until") || x.is(before, "till")) {
      return FUTURE; // who writes of what has ended says when it did
    }
    int verb = x.in(from - 1, ON) ? from - 2 : from - 1;
    if (x.in(verb, BEGINNING) && !x.in(verb - 1, WERE)) {
      return FUTURE;
    }
    if (x.is(from - 1, "for") && x.in(from - 3, FIRST_PLANS) && x.in(from, MONTHS)) {
      return PAST; // "originally planned for July", which another month has followed
    }
    boolean appointed = x.is(from - 1, "for") && appoints(x, from - 1);
    appointed |= isPutOff(x, from - 1) || isCalledTo(x, from - 1) || isDecreed(x, from - 1);
    if ((appointed || isCallFor(x, from)) && !x.is(to, "'")) {
      return FUTURE;
    }
    Tense left = leftOf(x, from);
    return left == UNKNOWN ? rightOf(x, to) : left;
  }

  /**
   * "Said that another rise in June was possible": what was yet to come when somebody said so, the
   * verbs of whose words are shifted back.
   */
  static boolean isProspect(Lexemes x, int at) {
    for (int i = at + 1; i < x.size && i < at + PROSPECT_REACH; i++) {
      if (x.in(i, WERE)) {
        int k = x.lower(i + 1).endsWith("ly") && !x.in(i + 1, PROSPECTS) ? i + 2 : i + 1;
        return x.in(k, PROSPECTS) || x.is(k, "not") && x.in(k + 1, PROSPECTS);
      }
      if (!x.word(i)) {
        return false;
      }
    }
    return false;
  }

  /** "Called a strike for Friday", "set the hearing for May 3": the day is yet to come. */
  private static boolean appoints(Lexemes x, int of) {
    return isLedBy(x, of, APPOINTING);
  }

  /** Whether one of some verbs stands before a word, and nothing but words between. */
  private static boolean isLedBy(Lexemes x, int of, Set<String> verbs) {
    for (int i = of - 1; i >= 0 && i >= of - APPOINTED_REACH; i--) {
      if (x.in(i, verbs)) {
        return true;
      }
      if (!x.word(i)) {
        return false;
      }
    }
    return false;
  }

  /**
   * "Postponed the dive to Friday", "put off from May 7 to June 5": both were yet to come when
   * somebody did so.
   */
  private static boolean isPutOff(Lexemes x, int link) {
    if (!x.is(link, "to") && !x.is(link, "from")) {
      return false;
    }
    for (int i = link - 1; i >= 0 && i >= link - APPOINTED_REACH; i--) {
      boolean off = x.is(i, "off") && x.is(i - 1, "put");
      boolean back = x.in(i, Set.of("back", "forward")) && x.in(i - 1, SHIFTING);
      if (x.in(i, PUTTING_OFF) || off || back) {
        return true;
      }
      if (!x.word(i)) {
        return false;
      }
    }
    return false;
  }

  /** "Declared three days of mourning from Friday": who does so speaks of what is to come. */
  private static boolean isDecreed(Lexemes x, int link) {
    return x.is(link, "from") && isLedBy(x, link, DECREEING);
  }

  /** "Called both sides to talks on Thursday": nobody is called to what has been. */
  private static boolean isCalledTo(Lexemes x, int on) {
    int meeting = on - 1;
    boolean led = x.is(on, "on") || x.is(on, "for");
    if (!led || !x.in(meeting, MEETINGS)) {
      return false;
    }
    int to = meeting - 1;
    while (to > meeting - MEETING_REACH && x.word(to) && !x.is(to, "to")) {
      to--;
    }
    for (int i = to - 1; x.is(to, "to") && i >= on - APPOINTED_REACH && x.word(i); i--) {
      if (x.in(i, CALLED_TO)) {
        return true;
      }
    }
    return false;
  }

  /** "Repeated their call for a march on Sunday": the march is on Sunday, not the call. */
  private static boolean isCallFor(Lexemes x, int day) {
    for (int i = day - 2; i >= 2 && i >= day - CALL_REACH && x.is(day - 1, "on"); i--) {
      boolean call = x.is(i - 1, "call") || x.is(i - 1, "calls") || x.is(i - 1, "plans");
      if (x.is(i, "for") && call && x.in(i - 2, OWNERS)) {
        return true;
      }
      if (!x.word(i)) {
        return false;
      }
    }
    return false;
  }

  private static Tense leftOf(Lexemes x, int from) {
    for (int i = from - 1; i >= 0 && i >= from - REACH; i--) {
      if (x.is(i, "\"") || x.is(i, ";")) {
        return UNKNOWN;
      }
      Tense t =
          i > 0 && x.is(i, "after") && x.word(i - 1) && !x.is(i - 1, "day")
              ? after(x, i)
              : at(x, i);
      if (t != UNKNOWN) {
        return t;
      }
    }
    return UNKNOWN;
  }

  /** "Is dead after a fire on Friday": what comes "after" has been, unless the rest is to come. */
  private static Tense after(Lexemes x, int i) {
    for (int k = i - 1; k >= 0 && k >= i - REACH && !x.is(k, "\"") && !x.is(k, ";"); k--) {
      Tense t = at(x, k);
      if (t != UNKNOWN) {
        boolean state = x.is(k, "is") || x.is(k, "are");
        return state && !x.lower(k + 1).endsWith("ing") ? PAST : t;
      }
    }
    return UNKNOWN;
  }

  private static Tense rightOf(Lexemes x, int to) {
    for (int i = to; i < x.size && i < to + REACH; i++) {
      if (x.is(i, "\"") || x.is(i, ";")) {
        return UNKNOWN;
      }
      Tense t = at(x, i);
      if (t != UNKNOWN) {
        return t;
      }
    }
    return UNKNOWN;
  }

  private static Tense at(Lexemes x, int i) {
    String w = x.lower(i);
    if (!x.word(i) || w.length() < 2) {
      return UNKNOWN;
    }
    if (w.equals("to") && x.in(i - 1, GOVERNORS) && !x.number(i + 1) && !x.is(i + 1, "the")) {
      return wasGoing(x, i - 1) ? PAST : FUTURE;
    }
    boolean month = w.equals("may") && x.capitalised(i) && (x.number(i + 1) || x.is(i - 1, "in"));
    if (COMING.contains(w) && !month) {
      return comes(x, i, w);
    }
    boolean effect = w.equals("effect") || w.equals("force");
    if (effect && (x.in(i - 1, TAKING_EFFECT) || x.is(i - 1, "into") && x.in(i - 2, INTO_EFFECT))) {
      return FUTURE; // "the truce takes effect on Saturday"
    }
    if (w.endsWith("ing") && (x.is(i - 1, "after") || x.is(i - 1, "since"))) {
      return PAST; // "after resigning on Monday"
    }
    if (w.equals("have") && x.in(i - 1, MIGHT)) {
      return wouldHaveBeen(x);
    }
    if (WERE.contains(w)) {
      boolean toCome =
          x.is(i + 1, "to") || x.in(i + 1, Set.of("due", "scheduled", "slated", "set"));
      return toCome ? FUTURE : PAST;
    }
    if ((w.equals("is") || w.equals("are") || w.equals("s") || w.equals("re"))
        && x.lower(i + 1).endsWith("ing")) {
      return FUTURE;
    }
    if (w.equals("is") || w.equals("are")) {
      return FUTURE; // what is so and has a day to come: "is open Saturday"
    }
    if (IRREGULAR.contains(w) || w.endsWith("ed") && w.length() > 3 && !x.capitalised(i)) {
      return passive(x, i);
    }
    return UNKNOWN;
  }

  private static Tense comes(Lexemes x, int i, String w) {
    switch (w) {
      case "won" -> {
        return x.is(i + 1, "'") ? FUTURE : PAST;
      }
      case "set" -> {
        return x.is(i + 1, "to") || x.is(i + 1, "for") ? FUTURE : UNKNOWN;
      }
      case "due" -> {
        if (x.is(i - 1, "been") && x.is(i - 2, "had")) {
          return PAST; // "had been due to speak on Thursday", seen from Friday
        }
        return x.is(i + 1, "to") && x.is(i + 2, "the") ? UNKNOWN : FUTURE;
      }
      case "could", "would", "might", "may", "should", "must" -> {
        return x.is(i + 1, "have") ? wouldHaveBeen(x) : FUTURE;
      }
      case "next", "can", "let", "expected", "planned" -> {
        return x.is(i + 1, "to") ? FUTURE : UNKNOWN;
      }
      default -> {
        return FUTURE;
      }
    }
  }

  /** "A strike that would have shut schools on Friday was called off": the day may be ahead. */
  private static Tense wouldHaveBeen(Lexemes x) {
    return isUndone(x) ? FUTURE : PAST;
  }

  /** Whether something was called off. */
  private static boolean isUndone(Lexemes x) {
    for (int i = 1; i < x.size; i++) {
      if (x.in(i, UNDONE) && x.in(i - 1, WERE) && (!x.is(i, "called") || x.is(i + 1, "off"))) {
        return true;
      }
    }
    return false;
  }

  /** "Failed to", "was forced to": the governor itself tells of the past. */
  private static boolean wasGoing(Lexemes x, int i) {
    return (x.is(i, "has") || x.is(i, "have")) && x.is(i - 1, "had");
  }

  /** "Be released", "to be held": not past, look on; everything else with this ending is. */
  private static Tense passive(Lexemes x, int i) {
    if (x.is(i - 1, "have") && x.in(i - 2, MIGHT)) {
      return wouldHaveBeen(x);
    }
    for (int k = i - 1; k >= i - 3; k--) {
      if (x.in(k, BECOMING)) {
        return UNKNOWN;
      }
      if (!x.lower(k).endsWith("ly") && !x.is(k, "not")) {
        break;
      }
    }
    if ((x.is(i - 1, "is") || x.is(i - 1, "are"))
        && x.in(i, Set.of("expected", "scheduled", "planned", "slated", "set"))) {
      return FUTURE;
    }
    boolean scheduled = x.in(i, Set.of("scheduled", "slated", "planned"));
    return scheduled ? FUTURE : PAST;
  }
}
