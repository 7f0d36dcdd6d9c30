package news.slugline.story;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import news.slugline.claim.Claim;
import news.slugline.claim.Kind;
import news.slugline.claim.Modality;
import org.jspecify.annotations.Nullable;

/**
 * Decides which positions a later one replaces: a plan that met its outcome, a state that moves one
 * way, a text that says it changed, an origin that revised its own value, a birthday; always two
 * claims must show by what they say that they are of one thing, as they must to be held against
 * each other. Later is by an origin's first publication of a value, so that old copy sent again
 * replaces nothing. Remembers claims that it looked at; one thread.
 */
final class Supersession {
  private static final int REMEMBERED = 2_048;

  /** States that only grow. */
  private static final Set<String> GROWING = Set.of("killed", "injured", "arrested", "displaced");

  /** Those who are missing are found, or more are missed: the newer number is what is so. */
  private static final String MISSING = "missing";

  private static final String AGE = "age";

  /** Behind all times. */
  private static final String NEVER = "\uffff";

  /** So much later a number of the missing is a newer one, and not another one. */
  private static final long NEWER_HOURS = 6;

  /**
   * Within fewer days of each other an age that is one higher is rather an error than a birthday.
   */
  private static final long BIRTHDAY_DAYS = 60;

  /** Claims of a position, the first ones, that are held against those of another. */
  private static final int HELD = 8;

  private static final Map<String, Integer> STAGE =
      Map.of(
          "not planned", 0,
          "planned", 0,
          "postponed", 1,
          "under_way", 2,
          "cancelled", 3,
          "did_not_occur", 3,
          "occurred", 3);

  private final Wording wording;
  private final Values values;
  private final RunningCount counts;
  private final Clash clash;
  private final RivalTolls tolls;
  private final Set<String> remeasured = Lists.of("change-words.tsv", "remeasured");
  private final FollowUp followUp;
  private final GrowingToll growing;

  /** Whether the words of claims say that it changed, or how it was before. */
  private record Turn(boolean later, boolean earlier) {}

  private final Recent<Claim, Turn> turns;
  private final Set<String> later;
  private final Set<String> earlier;

  Supersession(
      Wording wording,
      Values values,
      RunningCount counts,
      Clash clash,
      RivalTolls tolls,
      FollowUp followUp,
      GrowingToll growing,
      Set<String> later,
      Set<String> earlier,
      Memory memory) {
    this.turns = memory.byObject(REMEMBERED);
    this.tolls = tolls;
    this.followUp = followUp;
    this.growing = growing;
    this.counts = counts;
    this.clash = clash;
    this.wording = wording;
    this.values = values;
    this.later = later;
    this.earlier = earlier;
  }

  void settle(Kind kind, String slot, List<Draft> drafts) {
    List<Signs> signs = new ArrayList<>();
    drafts.forEach(d -> signs.add(new Signs(d)));
    boolean tolled = kind == Kind.QUANTITY && GROWING.contains(slot);
    List<RivalTolls.Pair> rivals = tolled ? tolls.rivals(drafts) : List.of();
    for (Signs old : signs) {
      if (old.draft.isLive()) {
        for (Signs now : signs) {
          if (old != now
              && !now.draft.origins().isEmpty()
              && !old.draft.superseded
              && (rivals.isEmpty() || tolls.mayReplace(old.draft, now.draft, rivals))) {
            old.draft.superseded = replaced(kind, slot, old, now);
            old.draft.moved |= old.draft.superseded || isToldOtherwise(kind, slot, old, now);
          }
        }
      }
    }
  }

  /** What tells of a position that it replaces another, worked out when first asked for. */
  private final class Signs {
    final Draft draft;
    final String since;
    private @Nullable Turn turn;
    private @Nullable List<NodeRow> running;

    Signs(Draft draft) {
      this.draft = draft;
      this.since = firstTime(draft, null);
    }

    Turn turn() {
      Turn known = turn;
      if (known == null) {
        known = read(draft);
        turn = known;
      }
      return known;
    }

    /** Supporting claims that give an age, or a count that may go on. */
    List<NodeRow> running(boolean ages) {
      List<NodeRow> known = running;
      if (known == null) {
        known =
            draft.members().stream()
                .filter(Member::supports)
                .map(Member::node)
                .filter(n -> ages || counts.mayGoOn(n))
                .toList();
        running = known;
      }
      return known;
    }
  }

  private boolean replaced(Kind kind, String slot, Signs before, Signs after) {
    Draft old = before.draft;
    Draft now = after.draft;
    boolean isLater = before.since.compareTo(after.since) < 0;
    if (kind == Kind.EVENT) {
      return isFurther(before, after) && anyPair(old, now, followUp::isOf);
    }
    if (kind == Kind.QUOTE || kind == Kind.STATEMENT || now.superseded) {
      return false;
    }
    if (kind == Kind.PLACE) {
      // What happens has many places; only copy that says so moves it from one to another.
      return isLater
          && values.match(kind, old.value, now.value) == Values.Match.APART
          && anyPair(old, now, followUp::isMoved);
    }
    boolean said =
        isLater
                && !slot.equals(AGE)
                && (!slot.equals(Clash.MAGNITUDE) || isMeasuredAnew(now))
                && after.turn().later()
                && !falls(before, after)
            || before.turn().earlier() && !after.turn().earlier();
    boolean revised = revisedByAll(old, now) && !isToldBeside(old, now);
    boolean replaces =
        isLater && kind == Kind.QUANTITY && isGrown(slot, before, after)
            || !old.first().claim().about().background()
                && (said && anyPair(old, now, clash::between)
                    || revised && anyPair(old, now, clash::isRevised));
    // "At least 14" is not against 37, but 37 is what is known now.
    boolean bound = GROWING.contains(slot) && old.value.startsWith(">");
    return replaces
        && (kind == Kind.QUANTITY && (bound || inState(before, after))
            || values.match(kind, old.value, now.value) == Values.Match.APART);
  }

  /** Beside a magnitude "rose" tells of the toll. */
  private boolean isMeasuredAnew(Draft d) {
    return first(d).stream().anyMatch(n -> wording.has(n.claim(), remeasured));
  }

  private static boolean isFurther(Signs before, Signs after) {
    String then = before.draft.value;
    String now = after.draft.value;
    boolean isLater = before.since.compareTo(after.since) < 0;
    boolean happened = now.equals("occurred") || now.equals("under_way");
    boolean further =
        STAGE.getOrDefault(then, 0) < STAGE.getOrDefault(now, 0) && !then.equals("not planned");
    return further || isLater && happened && isOnlyMeant(before.draft);
  }

  /**
   * Whether it is told otherwise since, be it of this thing or of another of its kind: what the
   * story tells has moved, though nothing shows that one value replaces the other.
   */
  private boolean isToldOtherwise(Kind kind, String slot, Signs before, Signs after) {
    Draft old = before.draft;
    Draft now = after.draft;
    if (kind == Kind.EVENT) {
      return isFurther(before, after);
    }
    if (kind == Kind.QUOTE || kind == Kind.STATEMENT || now.moved) {
      return false;
    }
    boolean isLater = before.since.compareTo(after.since) < 0;
    boolean moves =
        isLater && kind == Kind.QUANTITY && grows(slot, before, after)
            || isLater && after.turn().later() && !falls(before, after)
            || before.turn().earlier() && !after.turn().earlier()
            || revisedByAll(old, now) && !isToldBeside(old, now);
    return moves
        && (kind == Kind.QUANTITY && (GROWING.contains(slot) || inState(before, after))
            || values.match(kind, old.value, now.value) == Values.Match.APART);
  }

  /** Whether of two of their first claims it holds that these are of one thing. */
  private static boolean anyPair(Draft old, Draft now, BiPredicate<NodeRow, NodeRow> holds) {
    List<NodeRow> then = first(now);
    return first(old).stream().anyMatch(m -> then.stream().anyMatch(n -> holds.test(m, n)));
  }

  private static boolean isFrom(Draft.@Nullable Lender lender, NodeRow source) {
    return lender != null && lender.uri().equals(source.uri());
  }

  private static List<NodeRow> first(Draft d) {
    return d.members().stream().filter(Member::supports).map(Member::node).limit(HELD).toList();
  }

  /** "Will not resign", "has no plans to resign": what somebody meant not to do. */
  private static boolean isOnlyMeant(Draft d) {
    boolean not = d.value.equals("did_not_occur") || d.value.equals("not planned");
    return not
        && d.members().stream()
            .filter(Member::supports)
            .allMatch(m -> m.claim().modality() == Modality.PLANNED);
  }

  /**
   * A toll has grown if a report of it did not know the newer one, and nothing shows that the two
   * count two things.
   */
  private boolean isGrown(String slot, Signs before, Signs after) {
    boolean toll = GROWING.contains(slot) || slot.equals(MISSING);
    return grows(slot, before, after)
        && (!toll
            || !isToldBeside(before.draft, after.draft)
                && anyPair(before.draft, after.draft, growing::isOne));
  }

  private boolean grows(String slot, Signs before, Signs after) {
    Double a = values.number(before.draft.value);
    Double b = values.number(after.draft.value);
    if (slot.equals(MISSING) && a != null && b != null && !a.equals(b)) {
      return isNewer(before.since, after.since);
    }
    if (a == null || b == null || a.equals(b)) {
      return false;
    }
    if (a > b) {
      return inState(before, after);
    }
    boolean upTo = after.draft.value.startsWith("<"); // "up to 200" is no more than 150
    return !upTo && GROWING.contains(slot)
        || wentOn(slot.equals(AGE), before, after)
        || (slot.equals(AGE) && b - a <= birthdays(before.since, after.since));
  }

  /** Whether the one gives what has become of a count, or how old one is now. */
  private boolean wentOn(boolean ages, Signs old, Signs now) {
    for (NodeRow m : old.running(ages)) {
      for (NodeRow n : now.running(ages)) {
        if (ages ? clash.isOlder(m, n) : counts.wentOn(m, n) && !hasFrom(now, n, m)) {
          return true;
        }
      }
    }
    return false;
  }

  /** "Now affecting 23" in copy that comes behind the 41: what only grows has not fallen. */
  private boolean falls(Signs old, Signs now) {
    return old.running(false).stream()
        .anyMatch(m -> now.running(false).stream().anyMatch(n -> counts.falls(m, n)));
  }

  /** Whether the one gives what has become of a count of what is in some state. */
  private boolean inState(Signs old, Signs now) {
    for (NodeRow m : old.running(false)) {
      for (NodeRow n : now.running(false)) {
        if (m.time().compareTo(n.time()) < 0 && counts.wentOnInState(m, n) && !hasFrom(now, n, m)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a claim of a position is a copy's, and the article that it has it from gave both. */
  private static boolean hasFrom(Signs now, NodeRow copy, NodeRow source) {
    for (Member m : now.draft.members()) {
      if (m.node().id().equals(copy.id())) {
        return isFrom(now.draft.lender(m), source);
      }
    }
    return false;
  }

  private static boolean isNewer(String before, String after) {
    return Times.hours(before, after) >= NEWER_HOURS;
  }

  /** How many may lie between two times of publication. */
  private static long birthdays(String before, String after) {
    LocalDate from = LocalDate.parse(before.substring(0, 10));
    LocalDate to = LocalDate.parse(after.substring(0, 10));
    boolean soon = ChronoUnit.DAYS.between(from, to) < BIRTHDAY_DAYS;
    return soon ? 0 : 1 + ChronoUnit.YEARS.between(from, to);
  }

  /** Every origin of the old value gave the new one in a later article. */
  private static boolean revisedByAll(Draft old, Draft now) {
    Set<String> from = old.origins();
    if (from.isEmpty() || !now.origins().containsAll(from) || old.originCount() > from.size()) {
      return false;
    }
    for (String origin : from) {
      String then = firstTime(now, origin);
      if (then.equals(NEVER) || firstTime(old, origin).compareTo(then) >= 0) {
        return false; // who only has it from there revises nothing
      }
    }
    return true;
  }

  /** Whether one article gives both values: "a dose of 4 mg or of 10 mg". */
  private static boolean isToldBeside(Draft old, Draft now) {
    Set<String> texts = new HashSet<>();
    old.members().stream().filter(Member::supports).forEach(m -> texts.add(m.node().uri()));
    return now.members().stream().anyMatch(m -> m.supports() && texts.contains(m.node().uri()));
  }

  /** When an origin, or the first of all, first published the value. */
  private static String firstTime(Draft d, @Nullable String origin) {
    for (Member m : d.members()) {
      if (m.supports() && (origin == null || m.originKey().equals(origin))) {
        return m.node().time();
      }
    }
    return NEVER;
  }

  private Turn read(Draft d) {
    boolean isLater = false;
    boolean isEarlier = false;
    for (Member m : d.members()) {
      if (m.supports()) {
        Turn t = turns.get(m.claim(), this::read);
        isLater |= t.later;
        isEarlier |= t.earlier;
      }
    }
    return new Turn(isLater, isEarlier);
  }

  private Turn read(Claim c) {
    List<String> words = wording.words(c);
    boolean isLater = false;
    boolean isEarlier = false;
    for (int i = 0; i < words.size(); i++) {
      String one = words.get(i);
      String two = i + 1 < words.size() ? one + " " + words.get(i + 1) : one;
      isLater |= later.contains(one) || later.contains(two);
      boolean from = two.endsWith(" from"); // "originally from Larch"
      isEarlier |= !from && earlier.contains(one) || earlier.contains(two);
    }
    return new Turn(isLater, isEarlier);
  }
}
