package news.slugline.claim.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.slugline.claim.text.Resources;
import news.slugline.claim.text.Token;
import news.slugline.claim.text.WordGroups;
import org.jspecify.annotations.Nullable;

/**
 * The words that name events, by their first word. Of the entries that fit at a place the longest
 * wins, so that "fire department" hides "fire".
 */
final class Triggers {
  private static final int GAP = 4;
  private static final Set<String> NO_GAP_OVER =
      Set.of(".", ",", ";", ":", "\u201d", "\"", "but", "not");

  /** In which form a word stands. A form that can be two is {@code PAST_OR_PARTICIPLE}. */
  enum Form {
    NOUN,
    BASE,
    PRESENT,
    PAST,
    PARTICIPLE,
    PAST_OR_PARTICIPLE,
    ING
  }

  /** One way to name an event; {@code words[0]} is an inflected form. */
  private record Entry(String type, String family, Form form, String[] words, boolean passive) {}

  /**
   * An entry that stands in the text.
   *
   * @param end token after the whole
   * @param passive whether the entry itself holds the "be" of a passive, so that one must stand
   *     before it
   * @param none whether "no" stands inside ("took no questions")
   */
  record Hit(
      String type, String family, Form form, int start, int end, boolean passive, boolean none) {
    /** The same words as the name of another class. */
    Hit as(String otherType, String otherFamily) {
      return new Hit(otherType, otherFamily, form, start, end, passive, none);
    }
  }

  private final Map<String, List<Entry>> byWord = new HashMap<>();
  private final Map<String, String[]> irregular = new HashMap<>();
  private final Map<String, String> families = new HashMap<>();

  private Triggers() {
    for (String line : Resources.lines(Triggers.class, "irregular-forms.tsv")) {
      String[] c = line.split("\t");
      irregular.put(c[0], new String[] {c[1], c[2]});
    }
    for (String line : Resources.lines(Triggers.class, "events.tsv")) {
      String[] c = line.split("\t");
      families.put(c[0], c[1]);
      for (String noun : split(c[2])) {
        addNoun(c[0], c[1], noun);
      }
      for (String verb : split(c[3])) {
        addVerb(c[0], c[1], verb);
      }
    }
  }

  /** The family of a class; empty if it is none. */
  String family(String type) {
    return families.getOrDefault(type, "");
  }

  /** Is shown what names events. */
  interface Visitor {
    void visit(String type, String family, String[] words);
  }

  void forEach(Visitor v) {
    byWord.values().forEach(all -> all.forEach(e -> v.visit(e.type, e.family, e.words)));
  }

  private static String[] split(String cell) {
    return cell.equals("-") ? new String[0] : cell.split("\\|");
  }

  private void addNoun(String type, String family, String noun) {
    String[] w = noun.split(" ");
    add(type, family, Form.NOUN, w, false);
    String last = w[w.length - 1];
    if (!last.endsWith("s") && !type.equals("-")) {
      String[] plural = w.clone();
      plural[w.length - 1] = plural(last);
      add(type, family, Form.NOUN, plural, false);
    }
  }

  static String plural(String noun) {
    int n = noun.length();
    if (noun.endsWith("y") && n > 1 && "aeiou".indexOf(noun.charAt(n - 2)) < 0) {
      return noun.substring(0, n - 1) + "ies";
    }
    return noun + (hisses(noun) ? "es" : "s");
  }

  private static boolean hisses(String s) {
    return s.endsWith("s") || s.endsWith("x") || s.endsWith("ch") || s.endsWith("sh");
  }

  private void addVerb(String type, String family, String verb) {
    String[] w = verb.split(" ");
    if (w[0].equals("be")) {
      String[] rest = java.util.Arrays.copyOfRange(w, 1, w.length);
      add(type, family, Form.PARTICIPLE, rest, true);
      return;
    }
    boolean adverb = w.length > 1 && w[0].endsWith("ly");
    int at = adverb ? 1 : 0;
    String[] forms = forms(w[at]);
    Form[] kinds = {Form.BASE, Form.PRESENT, Form.ING};
    for (int i = 0; i < 3; i++) {
      addForm(type, family, kinds[i], w, at, forms[i]);
    }
    for (String past : forms[3].split("\\|")) {
      boolean both = List.of(forms[4].split("\\|")).contains(past);
      addForm(type, family, both ? Form.PAST_OR_PARTICIPLE : Form.PAST, w, at, past);
    }
    for (String part : forms[4].split("\\|")) {
      if (!List.of(forms[3].split("\\|")).contains(part)) {
        addForm(type, family, Form.PARTICIPLE, w, at, part);
      }
    }
  }

  private void addForm(String type, String family, Form form, String[] w, int at, String as) {
    String[] words = w.clone();
    words[at] = as;
    add(type, family, form, words, false);
  }

  private void add(String type, String family, Form form, String[] words, boolean passive) {
    byWord
        .computeIfAbsent(words[0], k -> new ArrayList<>())
        .add(new Entry(type, family, form, words, passive));
  }

  /** Base, third person, -ing, past, participle. */
  private String[] forms(String lemma) {
    int n = lemma.length();
    char last = lemma.charAt(n - 1);
    boolean y = last == 'y' && "aeiou".indexOf(lemma.charAt(n - 2)) < 0;
    String third = y ? lemma.substring(0, n - 1) + "ies" : lemma + (hisses(lemma) ? "es" : "s");
    if (lemma.equals("go") || lemma.equals("undergo") || lemma.equals("veto")) {
      third = lemma + "es";
    }
    String stem = last == 'e' && !lemma.endsWith("ee") ? lemma.substring(0, n - 1) : lemma;
    if (doubles(lemma)) {
      stem = lemma + last;
    }
    String ing =
        lemma.equals("die") || lemma.equals("lie") ? lemma.charAt(0) + "ying" : stem + "ing";
    String[] odd = irregular.get(lemma);
    String past = y ? lemma.substring(0, n - 1) + "ied" : stem + (last == 'e' ? "ed" : "ed");
    if (lemma.endsWith("ee")) {
      past = lemma + "d";
    }
    return new String[] {
      lemma, third, ing, odd == null ? past : odd[0], odd == null ? past : odd[1]
    };
  }

  private static final WordGroups WORDS = WordGroups.of(Triggers.class, "trigger-words.tsv");
  private static final Set<String> DOUBLED = WORDS.get("doubled");

  private static boolean doubles(String lemma) {
    return DOUBLED.contains(lemma) && !lemma.endsWith("e") && !lemma.equals("cancel");
  }

  /** The longest entry that begins at a token, of equal ones the closest; null if none does. */
  @Nullable Hit at(List<Token> tokens, int i, int limit) {
    List<Entry> entries = byWord.get(tokens.get(i).lower());
    if (entries == null) {
      return null;
    }
    Hit best = null;
    int words = 0;
    for (Entry e : entries) {
      int end = match(e, tokens, i, limit);
      boolean closer =
          best != null && e.words.length == words && e.form == best.form && end < best.end;
      if (end > 0 && (best == null || e.words.length > words || closer)) {
        // "Pleaded no contest" is a plea.
        boolean own = List.of(e.words).contains("no");
        boolean no = false;
        for (int k = i + 1; k < end; k++) {
          no |= !own && tokens.get(k).lower().equals("no");
        }
        best = new Hit(e.type, e.family, e.form, i, end, e.passive, no);
        words = e.words.length;
      } else if (end > 0 && best != null && e.words.length == words && e.form != best.form) {
        best = either(best, e, end, tokens);
      }
    }
    return best == null ? null : told(best, tokens);
  }

  /** "The bank cut rates": of a verb of one form the past, if nothing before it says otherwise. */
  private static Hit told(Hit hit, List<Token> tokens) {
    int before = hit.start - 1;
    if (hit.form != Form.BASE
        || before < 0
        || !INVARIANT.contains(tokens.get(hit.start).lower())
        || BEFORE_BASE.contains(tokens.get(before).lower())
        || Groups.auxiliary(tokens.get(before).lower())) {
      return hit;
    }
    return new Hit(
        hit.type, hit.family, Form.PAST_OR_PARTICIPLE, hit.start, hit.end, hit.passive, hit.none);
  }

  /** Noun or verb: what stands before it decides. */
  private static Hit either(Hit best, Entry e, int end, List<Token> tokens) {
    boolean noun = best.form == Form.NOUN || e.form == Form.NOUN;
    if (!noun) {
      return best;
    }
    boolean wantsNoun = nominal(tokens, best.start);
    if (wantsNoun == (best.form == Form.NOUN)) {
      return best;
    }
    return new Hit(e.type, e.family, e.form, best.start, end, e.passive, false);
  }

  /** Verbs whose past is their base: "cut", "hit", "shut". */
  private static final Set<String> INVARIANT = invariant();

  private static final Set<String> BEFORE_BASE = WORDS.get("before base");

  private static Set<String> invariant() {
    Set<String> out = new HashSet<>();
    for (String line : Resources.lines(Triggers.class, "irregular-forms.tsv")) {
      String[] c = line.split("\t");
      if (List.of(c[1].split("\\|")).contains(c[0])) {
        out.add(c[0]);
      }
    }
    return Set.copyOf(out);
  }

  private static final Set<String> BEFORE_VERB = WORDS.get("before verb");

  /** Last of the constants, since it is built with the others. */
  static final Triggers TABLE = new Triggers();

  static boolean nominal(List<Token> tokens, int i) {
    if (i == 0) {
      return true;
    }
    Token before = tokens.get(i - 1);
    if (BEFORE_VERB.contains(before.lower())) {
      return before.lower().equals("and") && i > 1 && !tokens.get(i - 2).isWord();
    }
    return !(before.isWord() && before.isCapitalised() && tokens.get(i).lower().endsWith("s"));
  }

  private static int match(Entry e, List<Token> tokens, int i, int limit) {
    int at = i + 1;
    for (int k = 1; k < e.words.length; k++) {
      if (e.words[k].equals("_")) {
        int found = -1;
        for (int g = 0; g <= GAP && at + g < limit; g++) {
          String w = tokens.get(at + g).lower();
          if (w.equals(e.words[k + 1])) {
            found = at + g;
            break;
          }
          boolean off = e.words[0].startsWith("call") && (w.equals("off") || w.equals("for"));
          if (off || NO_GAP_OVER.contains(w)) {
            return -1;
          }
        }
        if (found < 0) {
          return -1;
        }
        at = found + 1;
        k++;
      } else {
        if (at >= limit || !tokens.get(at).lower().equals(e.words[k])) {
          return -1;
        }
        at++;
      }
    }
    return at;
  }
}
