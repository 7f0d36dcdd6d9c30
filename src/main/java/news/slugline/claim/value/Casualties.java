package news.slugline.claim.value;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import news.slugline.claim.text.WordGroups;
import news.slugline.claim.value.QuantityMention.Slot;
import org.jspecify.annotations.Nullable;

/** What befell the persons that a number counts: the words before and after them tell. */
final class Casualties {
  /** What befell them, and the lexeme after the words that say so. */
  record Hit(int end, Slot slot) {}

  private static final Set<String> TAKEN =
      Set.of("taken", "rushed", "brought", "flown", "airlifted", "transferred", "admitted");

  /** Words between "taken to" and "hospital". */
  private static final int TO_HOSPITAL = 6;

  private static final WordTree<Slot> PREDICATES = rows("pred");
  private static final WordTree<Slot> VERBS = rows("verb");
  private static final WordTree<Slot> NOUNS = rows("noun");
  private static final Set<String> PREDICATE_STARTS = starts();
  private static final Set<String> HARM = contentWords();
  private static final WordGroups WORDS = WordGroups.of(Casualties.class, "harm-words.tsv");
  private static final Set<String> AUXILIARIES = WORDS.get("auxiliaries");
  private static final Set<String> MODALS = WORDS.get("modals");
  private static final Set<String> BE = WORDS.get("be");

  /** "Was killed", but not "has killed". */
  private static final Set<String> PASSIVE = WORDS.get("passive");

  /** What takes lives: "claimed 12 lives". */
  private static final Set<String> CLAIMED = WORDS.get("claimed");

  private static final Set<String> HAVE = Set.of("has", "have", "had");

  /** With what some of those are named who have just been counted. */
  private static final Set<String> LISTING = WORDS.get("listing");

  private static final Set<String> JOINS = Set.of("and", "but", "while");

  private static final Set<String> PREPOSITIONS = WORDS.get("prepositions");
  private static final Set<String> TAKES_OBJECT = WORDS.get("takes object");
  private static final Set<String> OBJECTS = WORDS.get("objects");
  private static final Set<String> DAYS = WORDS.get("days");
  private static final Set<String> SUFFERED = Set.of("suffered", "sustained", "suffers");
  private static final Set<String> WOUNDS = WORDS.get("wounds");
  private static final int GAP = 12;
  private static final Set<String> TOLL_LINKS = WORDS.get("toll links");
  private static final Set<String> TOLL_BETWEEN = WORDS.get("between toll and number");
  private static final Set<String> TOLL_VERBS = WORDS.get("toll verbs");
  private static final Set<String> TOLL_RAISERS = WORDS.get("toll raisers");

  /** Words between "taking" and "toll": "taking the overall death toll". */
  private static final int RAISER_REACH = 5;

  private static final Set<String> ROADS = WORDS.get("toll roads");
  private static final int TOLL_REACH = 24;

  /** Words between "the number of" and what befell them: "the number of people confirmed dead". */
  private static final int NUMBER_REACH = 4;

  /** Who is feared dead is not known to be. */
  private static final Set<String> FEARED = Set.of("feared", "presumed", "believed");

  private Casualties() {}

  private static WordTree<Slot> rows(String where) {
    WordTree<Slot> tree = new WordTree<>();
    for (String[] row : Lists.rows("casualty-words.tsv", 3)) {
      if (row[2].equals(where)) {
        tree.add(row[0], Slot.valueOf(row[1].toUpperCase(Locale.ROOT)));
      }
    }
    return tree;
  }

  private static Set<String> starts() {
    Set<String> starts = new HashSet<>();
    for (String[] row : Lists.rows("casualty-words.tsv", 3)) {
      if (row[2].equals("pred")) {
        starts.add(row[0].split(" ", 2)[0]);
      }
    }
    starts.remove("in");
    return Set.copyOf(starts);
  }

  /** Whether the sentence speaks of harm at all. */
  static boolean mentioned(Lexemes x) {
    for (int i = 0; i < x.size; i++) {
      if (x.in(i, HARM)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word, or its singular, is one of harm. */
  static boolean harms(String lower) {
    return HARM.contains(lower)
        || lower.endsWith("s") && HARM.contains(lower.substring(0, lower.length() - 1));
  }

  private static Set<String> contentWords() {
    Set<String> words = new HashSet<>();
    for (String[] row : Lists.rows("casualty-words.tsv", 3)) {
      for (String w : row[0].split(" ", -1)) {
        if (w.length() > 2 && !Nouns.FUNCTION.contains(w)) {
          words.add(w);
        }
      }
    }
    return Set.copyOf(words);
  }

  static boolean startsPredicate(Lexemes x, int i) {
    return x.in(i, PREDICATE_STARTS);
  }

  /** "12 deaths". */
  static @Nullable Slot noun(Lexemes x, Nouns.Phrase p) {
    WordTree.Hit<Slot> hit = NOUNS.longest(x, p.head());
    return hit == null ? null : hit.value();
  }

  /**
   * "Has claimed 12 lives", "12 lives were lost".
   *
   * @param from where the number begins, with its comparator
   * @param behind lexeme behind it
   */
  static boolean areLivesLost(Lexemes x, int from, int behind) {
    if (!x.is(behind, "lives")) {
      return false;
    }
    int k = behind + 1;
    while (x.in(k, AUXILIARIES)) {
      k++;
    }
    return x.in(from - 1, CLAIMED) || x.is(k, "lost");
  }

  /** "Killing at least" before a number that begins, with its comparator, at a lexeme. */
  static @Nullable Slot before(Lexemes x, int from) {
    int end = from;
    while (x.is(end - 1, "another")
        || x.is(end - 1, "also")
        || x.is(end - 1, "just")
        || x.is(end - 1, "only")
        || x.is(end - 1, "the")
        || x.is(end - 1, "in")) {
      if (x.is(end - 1, "in")) {
        return null;
      }
      end--;
    }
    if (x.phrase(end - 3, "a", "total", "of")) {
      end -= 3;
    }
    Slot toll = toll(x, end);
    if (toll != null) {
      return toll;
    }
    WordTree.Hit<Slot> hit = VERBS.endingBefore(x, end, 8);
    if (hit == null) {
      return null;
    }
    boolean passive = x.in(hit.end() - 1, PASSIVE) && x.lower(end - 1).endsWith("ed");
    boolean threat = x.is(hit.end() - 1, "to") && x.is(hit.end(), "kill");
    boolean possible = x.in(hit.end() - 1, MODALS);
    return passive || threat || possible ? null : hit.value();
  }

  /**
   * "Put the death toll at", "the toll has since climbed past", "raised the toll from nine to",
   * "the number of people hurt in Monday's fire rose to": the toll itself is given. Never the
   * number from which it rose.
   */
  private static @Nullable Slot toll(Lexemes x, int end) {
    int k = end - 1;
    if (!x.in(k, TOLL_LINKS)) {
      return null;
    }
    boolean moves = false;
    for (int n = 0; n < TOLL_REACH && k >= 0; n++, k--) {
      if (x.is(k, "toll")) {
        return isOfDead(x, k) ? Slot.KILLED : null;
      }
      Slot number = numberOf(x, k);
      if (number != null) {
        return number;
      }
      moves |= x.in(k, TOLL_VERBS);
      boolean from = (x.number(k) || Numbers.isNumberWord(x.lower(k))) && x.is(k - 1, "from");
      boolean between =
          moves && (x.word(k) || x.is(k, "'") || isDecimal(x, k))
              || x.in(k, TOLL_LINKS)
              || x.in(k, TOLL_BETWEEN);
      if (!from && !between) {
        return raisedToll(x, end);
      }
    }
    return null;
  }

  /** A part of "6.9" or "6.9-magnitude". */
  private static boolean isDecimal(Lexemes x, int k) {
    boolean point = x.is(k, ".") && x.number(k - 1) && x.number(k + 1);
    boolean before = x.is(k + 1, ".") && x.number(k + 2);
    boolean after = x.is(k - 1, ".") && x.number(k - 2);
    return point || x.number(k) && (before || after) || x.is(k, "-") && x.is(k + 1, "magnitude");
  }

  /** "Taking the death toll from Tuesday's collision in the bay to": the verb stands before it. */
  private static @Nullable Slot raisedToll(Lexemes x, int end) {
    for (int k = end - 2; k > 0 && k >= end - TOLL_REACH; k--) {
      if (x.is(k, "toll")) {
        boolean given = isRaised(x, k) && x.in(end - 1, Set.of("to", "at"));
        return given && isOfDead(x, k) ? Slot.KILLED : null;
      }
      if (!x.word(k) && !x.is(k, "'") || x.in(k, TAKES_OBJECT)) {
        return null;
      }
    }
    return null;
  }

  /** Whether a word "toll" counts the dead, and is not paid on a road. */
  private static boolean isOfDead(Lexemes x, int toll) {
    return !x.is(toll - 1, "injury") && !x.in(toll + 1, ROADS) && !x.in(toll - 1, ROADS);
  }

  private static boolean isRaised(Lexemes x, int toll) {
    for (int k = toll - 1; k >= 0 && k >= toll - RAISER_REACH; k--) {
      if (x.in(k, TOLL_RAISERS)) {
        return true;
      }
      if (!x.word(k)) {
        return false;
      }
    }
    return false;
  }

  /** "The number of dead", "the number of people missing": what befell those whose number it is. */
  private static @Nullable Slot numberOf(Lexemes x, int i) {
    WordTree.Hit<Slot> noun = NOUNS.longest(x, i);
    WordTree.Hit<Slot> hit = noun == null ? PREDICATES.longest(x, i) : noun;
    if (hit == null) {
      return null;
    }
    int k = i - 1;
    while (k > i - NUMBER_REACH && x.word(k) && !x.is(k, "of")) {
      k--;
    }
    return x.is(k, "of") && x.is(k - 1, "number") ? hit.value() : null;
  }

  /**
   * "Were killed" after a number and what it counts.
   *
   * @param direct whether the words may stand without "were" ("12 people dead")
   */
  static @Nullable Hit after(Lexemes x, int from, boolean direct) {
    Hit near = predicate(x, from, direct);
    if (near != null) {
      return near;
    }
    int i = from;
    if (x.is(i, ",") || x.in(i, PREPOSITIONS)) {
      boolean comma = x.is(i, ",");
      boolean lists = comma && x.in(i + 1, LISTING);
      for (int k = i + 1; k < i + GAP + (comma ? 8 : 0) && k < x.size; k++) {
        if (x.is(k, ";")
            || x.is(k, "\"")
            || x.is(k, ".") && x.spaced(k + 1) && x.capitalised(k + 1)) {
          return null;
        }
        if (!lists && x.in(k, JOINS) && isCount(x, k + 1)) {
          return null; // "rose to 31 on Wednesday and 26 people were missing"
        }
        boolean closes = !comma || x.is(k - 1, ",");
        if (lists && closes && x.in(k, PREDICATE_STARTS)) {
          return predicate(x, k, false); // "12 people, including a boy, lost their lives"
        }
        if (x.in(k, BE) && closes) {
          return predicate(x, k, false);
        }
        if (x.is(k, ",") && !comma || x.is(k, "that") || x.is(k, "said")) {
          return null;
        }
        if (x.in(k, BE) && !x.in(k - 1, Set.of("who", "which")) && !closes) {
          return null;
        }
      }
    }
    return null;
  }

  /** Whether the next words begin another number: "and at least 26 people". */
  private static boolean isCount(Lexemes x, int from) {
    WordTree.Hit<Comparator> bound = x.word(from) ? Units.BEFORE.longest(x, from) : null;
    int i = bound == null ? from : bound.end();
    return x.number(i) || Numbers.isNumberWord(x.lower(i));
  }

  private static @Nullable Hit predicate(Lexemes x, int from, boolean direct) {
    int i = from;
    boolean helped = false;
    boolean feared = false;
    for (int n = 0; n < 8; n++) {
      if (x.in(i, MODALS)) {
        return null;
      }
      feared |= x.in(i, FEARED);
      Hit wound = suffered(x, i);
      if (wound != null) {
        return wound;
      }
      Hit admitted = admitted(x, i);
      if (admitted != null) {
        return admitted;
      }
      WordTree.Hit<Slot> hit = PREDICATES.longest(x, i);
      if (hit != null) {
        boolean did = helped && x.in(i - 1, HAVE); // "two men had killed a guard"
        Hit found = i > from && helped && !did ? outcome(x, hit) : bare(x, hit, direct || did);
        return feared && found != null && found.slot() == Slot.KILLED ? null : found;
      }
      if (!x.in(i, AUXILIARIES) && !(x.lower(i).endsWith("ly") && x.word(i))) {
        return null;
      }
      helped |=
          x.in(i, BE)
              || x.is(i, "left")
              || x.is(i, "reported")
              || x.is(i, "found")
              || x.is(i, "feared");
      i++;
    }
    return null;
  }

  /** "Taken to Al Qassimi Hospital", "rushed to two hospitals". */
  private static @Nullable Hit admitted(Lexemes x, int i) {
    if (!x.in(i, TAKEN) || !x.is(i + 1, "to")) {
      return null;
    }
    for (int k = i + 2; k < i + 2 + TO_HOSPITAL && x.word(k); k++) {
      if (x.is(k, "hospital") || x.is(k, "hospitals") || x.is(k, "clinic")) {
        return new Hit(k + 1, Slot.INJURED);
      }
    }
    return null;
  }

  /** "Suffered a minor hand injury". */
  private static @Nullable Hit suffered(Lexemes x, int i) {
    if (!x.in(i, SUFFERED)) {
      return null;
    }
    boolean fatal = false;
    for (int k = i + 1; k < i + 9 && (x.word(k) || x.is(k, "-")); k++) {
      fatal |= x.is(k, "fatal") || x.is(k, "mortal");
      if (x.in(k, WOUNDS)) {
        return new Hit(k + 1, fatal ? Slot.KILLED : Slot.INJURED);
      }
    }
    return null;
  }

  /** Without "were": "two men shot" may go on "a woman", then they did it. */
  private static @Nullable Hit bare(Lexemes x, WordTree.Hit<Slot> hit, boolean direct) {
    String last = x.lower(hit.end() - 1);
    if (last.equals("died")
        || last.equals("perished")
        || last.equals("drowned")
        || last.equals("lives")) {
      return outcome(x, hit);
    }
    if (!direct) {
      return null;
    }
    int n = hit.end();
    boolean object =
        x.in(n, OBJECTS)
                && !x.is(n, "and")
                && !(x.is(n, "at") && !x.is(n + 1, "least") && !x.is(n + 1, "each"))
            || x.number(n)
            || Numbers.isNumberWord(x.lower(n))
            || x.capitalised(n) && !x.is(n - 1, ".") && !x.in(n, DAYS);
    return object && TAKES_OBJECT.contains(last) ? null : outcome(x, hit);
  }

  /** "Was shot in the chest and later died": the end counts. */
  private static Hit outcome(Lexemes x, WordTree.Hit<Slot> hit) {
    WordTree.Hit<Slot> or = x.is(hit.end(), "or") ? PREDICATES.longest(x, hit.end() + 1) : null;
    if (or != null && or.value() != hit.value() && isHarm(or.value()) && isHarm(hit.value())) {
      return new Hit(or.end(), Slot.VICTIMS); // "killed or wounded": how many of each is not said
    }
    if (hit.value() != Slot.SHOT && hit.value() != Slot.INJURED) {
      return new Hit(hit.end(), hit.value());
    }
    for (int k = hit.end(); k < hit.end() + 14 && k < x.size; k++) {
      if (x.is(k, ";") || x.is(k, "who") || x.is(k, ".") && x.spaced(k + 1)) {
        break;
      }
      if (x.is(k, "and")) {
        int m = k + 1;
        while (x.is(m, "later")
            || x.is(m, "subsequently")
            || x.is(m, "was")
            || x.is(m, "were")
            || x.is(m, "then")) {
          m++;
        }
        WordTree.Hit<Slot> end = PREDICATES.longest(x, m);
        if (end != null && end.value() == Slot.KILLED) {
          return new Hit(end.end(), Slot.KILLED);
        }
        if (!x.word(m) || x.in(m, Nouns.FUNCTION)) {
          break;
        }
      }
    }
    return new Hit(hit.end(), hit.value());
  }

  private static boolean isHarm(Slot s) {
    return s == Slot.KILLED || s == Slot.INJURED || s == Slot.MISSING;
  }

  static String unit(Slot slot) {
    return slot.name().toLowerCase(Locale.ROOT);
  }
}
