package news.slugline.claim.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import news.slugline.claim.text.Resources;
import news.slugline.claim.text.WordGroups;

/**
 * What the three models look at: whether a word is a cue, which noun phrase is its source, which
 * stretch its content. The trainer and the extractor share it, so that both see the same.
 */
final class Shapes {
  private static final Set<String> REPORTING = Resources.set(Shapes.class, "reporting-words.txt");

  /** Verbs that take things and persons, too: what they say something of is no statement. */
  private static final Set<String> HANDLING;

  /** What a question that is left open begins with, and the verbs that leave it open. */
  private static final Set<String> OPEN;

  private static final Set<String> UNDONE;

  /** Verbs that, not done, leave a thing untold. */
  private static final Set<String> TELLING;

  private static final Set<String> LABELS;

  /** "Is weighing whether to sell": a question that is still open. */
  private static final Set<String> WEIGHING;

  /** "A man accused of theft", "Man charged after": before such words they are never active. */
  private static final Set<String> ACCUSING;

  /** "58 percent opposed it", "the week saw": what never speaks. */
  private static final Set<String> SPEECHLESS;

  /** Adjectives that alone stand for persons: "many said". */
  private static final Set<String> QUANTIFIERS;

  /** Adjectives behind a noun that are nothing without what follows: "people familiar with". */
  private static final Set<String> COMPLETED;

  /** Participles behind "is" that tell what the subject thinks: "is convinced that". */
  private static final Set<String> FELT;

  /** What is rejected is said only of these: "rejected the claim", not "rejected the bill". */
  private static final Set<String> REJECTING;

  private static final Set<String> REJECTED;

  /** Verbs that with "to" and a noun say where one goes or to whom one turns. */
  private static final Set<String> TURNING;

  private static final Set<String> ARTICLES = Set.of("the", "a", "an");

  /** Nouns of single persons. */
  private static final Set<String> PERSONS;

  static {
    WordGroups words = WordGroups.of(Speakers.class, "speaker-words.tsv");
    HANDLING = words.get("handling verbs");
    OPEN = words.get("open questions");
    UNDONE = words.get("undone verbs");
    TELLING = words.get("telling verbs");
    LABELS = words.get("page labels");
    WEIGHING = words.get("weighing verbs");
    ACCUSING = words.get("accusing verbs");
    SPEECHLESS = words.get("speechless");
    QUANTIFIERS = words.get("quantifiers");
    COMPLETED = words.get("completed adjectives");
    FELT = words.get("felt participles");
    REJECTING = words.get("rejecting verbs");
    REJECTED = words.get("rejected words");
    TURNING = words.get("turning verbs");
    PERSONS = words.get("persons");
  }

  /** Behind a verb of saying, these make it one of doing or moving. */
  private static final Set<String> AWAY = Set.of("off", "into", "onto");

  /** How far from the cue contents may begin and end, in boundaries. */
  private static final int STARTS = 14;

  private static final int ENDS = 22;

  private Shapes() {}

  /** Whether a word may be the head of a cue at all. */
  static boolean candidate(Reading r, int i) {
    switch (r.tag[i]) {
      case "VERB":
      case "NOUN":
      case "ADJ":
        return true;
      default:
        return r.lower[i].equals("according")
            || (r.lower[i].equals(":") && i > 0 && (i < 8 || r.quoteMark(i + 1)));
    }
  }

  /** The first word of the verb group ("has not said" of "said"). */
  static int groupStart(Reading r, int cue) {
    int i = cue;
    while (i > 0
        && (r.tag(i - 1).equals("AUX") || r.tag(i - 1).equals("PART") || r.tag(i - 1).equals("ADV"))
        && !r.lower(i - 1).equals("'s")) {
      i--;
    }
    return i;
  }

  static int subject(Reading r, int cue) {
    int i = groupStart(r, cue) - 1;
    int steps = 0;
    while (i >= 0 && r.chunkOf[i] < 0 && steps < 4) {
      i--;
      steps++;
    }
    return i >= 0 ? r.chunkOf[i] : -1;
  }

  static void cue(Reading r, int i, Features f) {
    f.clear();
    int lemma = r.lemma[i].hashCode();
    int lower = r.lower[i].hashCode();
    int tag = r.tag[i].hashCode();
    int p1 = r.lower(i - 1).hashCode();
    int n1 = r.lower(i + 1).hashCode();
    int n2 = r.lower(i + 2).hashCode();
    int pt = r.tag(i - 1).hashCode();
    int nt = r.tag(i + 1).hashCode();
    f.add(1, 0);
    f.add(2, lemma);
    f.add(3, lower);
    f.add(4, lemma, tag);
    f.add(5, p1, tag);
    f.add(6, n1, tag);
    f.add(7, pt, tag, nt);
    f.add(8, lemma, n1);
    f.add(9, lemma, nt);
    f.add(10, n1, n2);
    f.add(11, nt, r.tag(i + 2).hashCode(), tag);
    f.add(12, pt, r.tag(i - 2).hashCode(), tag);
    f.add(13, lemma, p1);
    f.add(14, lemma, pt);
    int reporting = REPORTING.contains(r.lemma[i]) ? 1 : 0;
    f.add(15, reporting, tag);
    f.add(16, reporting, nt, pt);
    f.add(17, reporting, n1);
    int that = 0;
    int mark = 0;
    for (int k = 1; k <= 6; k++) {
      if (that == 0 && r.lower(i + k).equals("that")) {
        that = k;
      }
      if (mark == 0 && (r.quoteMark(i + k) || r.quoteMark(i - k))) {
        mark = k;
      }
    }
    f.add(18, Math.min(that, 4), reporting);
    f.add(19, Math.min(mark, 4), reporting);
    f.add(20, that > 0 ? 1 : 0, mark > 0 ? 1 : 0, tag);
    int inQuote = r.quote[i] >= 0 ? 1 : 0;
    f.add(21, inQuote, tag);
    f.add(22, inQuote, reporting, lemma);
    int s = subject(r, i);
    if (s >= 0) {
      int[] c = r.chunks.get(s);
      int head = r.head(c);
      String entity = r.entity(c);
      f.add(23, r.lower[head].hashCode());
      f.add(24, r.lower[head].hashCode(), reporting);
      f.add(25, r.tag[head].hashCode(), entity.hashCode(), reporting);
      f.add(26, entity.hashCode(), lemma);
      f.add(27, r.tag[head].hashCode(), tag, nt);
    } else {
      f.add(28, tag, reporting);
    }
    int g = groupStart(r, i);
    for (int k = g; k < i; k++) {
      f.add(29, r.lower[k].hashCode(), reporting);
      f.add(30, r.lemma(k).hashCode(), lemma);
    }
    String w = r.lower[i];
    int tail = w.length() > 3 ? w.substring(w.length() - 3).hashCode() : lower;
    f.add(31, tail, tag);
    f.add(32, tail, pt, nt);
    boolean by = r.lower(i + 1).equals("by") || r.lower(i + 2).equals("by");
    f.add(33, by ? 1 : 0, tail, reporting);
    f.add(34, r.lower(i - 2).hashCode(), p1);
    f.add(35, i == 0 ? 1 : 0, tag);
    int verbsBefore = 0;
    for (int k = 0; k < i; k++) {
      verbsBefore += r.tag[k].equals("VERB") ? 1 : 0;
    }
    f.add(36, Math.min(verbsBefore, 3), tag, reporting);
    f.add(37, r.lower(i + 3).hashCode(), reporting);
    f.add(38, r.n < 8 ? 1 : 0, reporting);
    f.add(39, r.lemma(i + 1).hashCode(), r.lower(i + 2).hashCode(), reporting);
    f.add(40, r.n - i < 4 ? 1 : 0, reporting, mark > 0 ? 1 : 0);
  }

  /** Features of a noun phrase as the source of a cue; chunk -1 stands for "none". */
  static void source(Reading r, int cue, int chunk, Features f) {
    f.clear();
    int lemma = r.lemma[cue].hashCode();
    int tag = r.tag[cue].hashCode();
    String w = r.lower[cue];
    int tail = w.length() > 3 ? w.substring(w.length() - 3).hashCode() : w.hashCode();
    if (chunk < 0) {
      f.add(1, 0);
      f.add(2, lemma);
      f.add(3, tail, tag);
      f.add(4, r.tag(cue - 1).hashCode(), tag);
      f.add(5, r.lower(cue - 1).hashCode(), tag);
      f.add(6, r.tag(cue - 1).hashCode(), r.tag(cue + 1).hashCode(), tag);
      f.add(7, r.lower(cue - 1).hashCode(), r.lower(cue - 2).hashCode());
      f.add(8, subject(r, cue) < 0 ? 1 : 0, tag);
      return;
    }
    int[] c = r.chunks.get(chunk);
    int head = r.head(c);
    int side = c[1] <= cue ? 0 : c[0] > cue ? 1 : 2;
    int rank = rank(r, cue, chunk, side);
    int from = side == 0 ? c[1] : cue + 1;
    int to = side == 0 ? groupStart(r, cue) : c[0];
    int gapFrom = side == 0 ? c[1] : Math.min(cue + 1, c[0]);
    int gapTo = side == 0 ? cue : c[0];
    int verbs = r.verbs[gapTo] - r.verbs[gapFrom];
    int commas = r.commas[gapTo] - r.commas[gapFrom];
    int marks = r.marks[gapTo] - r.marks[gapFrom];
    int hh = r.lower[head].hashCode();
    int ht = r.tag[head].hashCode();
    int entity = r.entity(c).hashCode();
    int gap = gap(r, from, to);
    int place = side * 8 + rank;
    f.add(11, place);
    f.add(12, place, tag);
    f.add(13, place, lemma);
    f.add(14, side, gap, tag);
    f.add(15, side, gap, lemma);
    f.add(16, hh, side);
    f.add(17, ht, entity, place);
    f.add(18, hh, lemma);
    f.add(19, side * 4 + Math.min(verbs, 3), Math.min(commas, 3), Math.min(marks, 2));
    f.add(20, r.lower(c[0] - 1).hashCode(), side);
    f.add(21, r.lower(c[0] - 1).hashCode(), tag, place);
    f.add(22, r.lower(c[1]).hashCode(), side, rank);
    f.add(23, r.tag(c[1]).hashCode(), side, tag);
    f.add(24, entity, ht, lemma);
    f.add(25, side, gap, tail);
    f.add(26, place, tail, r.tag(groupStart(r, cue) - 1).hashCode());
    f.add(27, r.lower(c[0] - 1).equals("by") ? 1 : 0, tail, side);
    f.add(28, c[0] == 0 ? 1 : 0, side, rank);
    f.add(
        29,
        (r.quote[head] >= 0 ? 2 : 0) + (r.quote[cue] >= 0 ? 1 : 0),
        r.quote[head] == r.quote[cue] ? 1 : 0);
    f.add(30, r.lower[c[0]].hashCode(), side, rank);
    f.add(31, hh, place);
    f.add(32, r.lower(cue + 1).hashCode(), place);
    f.add(33, r.tag(cue + 1).hashCode(), place, tag);
    f.add(34, r.lower(groupStart(r, cue)).hashCode(), place);
  }

  private static int rank(Reading r, int cue, int chunk, int side) {
    int n = 0;
    if (side == 0) {
      for (int k = chunk + 1; k < r.chunks.size() && n < 6 && r.chunks.get(k)[1] <= cue; k++) {
        n++;
      }
    } else if (side == 1) {
      for (int k = chunk - 1; k >= 0 && n < 6 && r.chunks.get(k)[0] > cue; k--) {
        n++;
      }
    }
    return Math.min(n, 6);
  }

  private static int gap(Reading r, int from, int to) {
    int h = 7;
    if (to - from > 3) {
      return to - from > 8 ? 2 : 1;
    }
    for (int k = from; k < to; k++) {
      h =
          h * 31
              + (r.tag[k].equals("PUNCT") || r.tag[k].equals("ADP") ? r.lower[k] : r.tag[k])
                  .hashCode();
    }
    return h;
  }

  /** First words that a content may have, given the cue: boundaries on both sides. */
  static List<Integer> starts(Reading r, int cue) {
    List<Integer> out = new ArrayList<>();
    int left = 0;
    for (int i = cue - 1; i >= 0 && left < STARTS; i--) {
      if (i == 0 || boundary(r, i - 1)) {
        if (!mark(r, i)) {
          out.add(i);
          left++;
        }
      }
    }
    if (left == STARTS || !out.contains(0)) {
      out.add(0);
    }
    int right = 0;
    for (int i = cue + 1; i < r.n && right < STARTS; i++) {
      boolean near = i <= cue + 4;
      boolean follows = r.chunkOf[i] >= 0 && (i == 0 || r.chunkOf[i - 1] != r.chunkOf[i]);
      if ((near || boundary(r, i - 1) || opensClause(r, i) || (follows && i < cue + 12))
          && !(mark(r, i) && !r.lower[i].equals("'"))) {
        out.add(i);
        right++;
      }
    }
    return out;
  }

  /** Ends (exclusive) of contents that begin at a word. */
  static List<Integer> ends(Reading r, int cue, int start) {
    List<Integer> out = new ArrayList<>();
    int limit = start < cue ? cue : r.n;
    int last = limit;
    while (last > start + 1 && mark(r, last - 1)) {
      last--;
    }
    for (int i = start + 1; i < last && out.size() < ENDS; i++) {
      boolean chunkStart = start < cue && r.chunkOf[i] >= 0 && r.chunkOf[i - 1] != r.chunkOf[i];
      if (boundary(r, i) && !boundary(r, i - 1)
          || opensClause(r, i)
          || chunkStart && cue - i < 14) {
        out.add(i);
      }
    }
    out.add(last);
    return out;
  }

  private static boolean mark(Reading r, int i) {
    return r.tag[i].equals("PUNCT") && !r.token(i).isWord();
  }

  private static boolean boundary(Reading r, int i) {
    String t = r.lower[i];
    return mark(r, i) && !t.equals("-") || t.equals("that");
  }

  private static boolean opensClause(Reading r, int i) {
    switch (r.tag[i]) {
      case "CCONJ":
      case "SCONJ":
      case "ADP":
        return true;
      default:
        return r.lower[i].equals("when")
            || r.lower[i].equals("who")
            || r.lower[i].equals("which")
            || r.lower[i].equals("where")
            || r.lower[i].equals("to");
    }
  }

  /**
   * Whether nothing is said: "looked for a car", "fired to warn the crew". A content with a finite
   * verb, with "that", with "to" and a verb, or with words in marks says something.
   */
  static boolean hollow(Reading r, int cue, int[] content) {
    // "reluctance to sell", "aware of a leak"
    boolean noun = r.tag[cue].equals("NOUN") || r.tag[cue].equals("ADJ");
    if (r.lower[cue].equals(":") || r.lower[cue].equals("according")) {
      return label(r, cue);
    }
    if (!r.tag[cue].equals("VERB") && !noun || r.lower(content[0] - 1).equals("that")) {
      return false;
    }
    if (unsaid(r, cue)
        || UNDONE.contains(r.lemma[cue]) && OPEN.contains(r.lower(content[0]))
        || r.tag[content[0]].equals("CCONJ")
        || r.tag(content[0] - 1).equals("CCONJ") && passive(r, cue)
        || r.lower(cue + 1).equals("to") && passive(r, cue)
        || ACCUSING.contains(r.lemma[cue]) && r.tag(cue + 1).equals("ADP")) {
      return true;
    }
    if (rejects(r, cue, content) || r.lemma[cue].equals("agree") && infinitive(r, content[0])) {
      return true;
    }
    if (AWAY.contains(r.lower(cue + 1)) && !marked(r, content)) {
      return true; // "called off a strike", "laid off nine men", "slammed into the coast"
    }
    boolean turns = TURNING.contains(r.lemma[cue]) && r.lower(cue + 1).equals("to");
    if (turns && content[0] > cue && !passive(r, cue) && !clause(r, content)) {
      return true; // "must report to prison"
    }
    boolean handling = HANDLING.contains(r.lemma[cue]);
    if (handling && passive(r, cue) && r.lower(cue + 1).equals("by")
        || r.lemma[cue].equals("add") && !clause(r, content)) {
      return true; // "was also wanted by", "added a late penalty"
    }
    boolean at = r.tag[content[0]].equals("ADP") || r.tag(content[0] - 1).equals("ADP");
    if (at && (handling || passive(r, cue) && !r.lower(cue + 1).equals("as"))) {
      return true;
    }
    boolean reporting = REPORTING.contains(r.lemma[cue]);
    boolean to = r.lower(content[0]).equals("to");
    if (to && UNDONE.contains(r.lemma[cue]) && TELLING.contains(r.lemma(content[0] + 1))) {
      return true;
    }
    if (to && r.tag(content[0] + 1).equals("VERB") && (noun || reporting)) {
      return noun;
    }
    if (!reporting && !noun && !marked(r, content)) {
      return !clause(r, content) || !opensWithClause(r, content);
    }
    return !clause(r, content) && (noun || handling || !reporting || purpose(r, cue));
  }

  /** Whether a stretch holds words in marks, a "that", or a finite verb behind its subject. */
  private static boolean clause(Reading r, int[] content) {
    boolean subject = false;
    for (int i = content[0]; i < content[1]; i++) {
      boolean finite =
          r.tag[i].equals("AUX")
              || r.tag[i].equals("VERB")
                  && !r.lower(i).endsWith("ing")
                  && !r.lower(i - 1).equals("to");
      if (finite && subject || r.quote[i] >= 0 || r.lower[i].equals("that")) {
        return true;
      }
      subject |= r.chunkOf[i] >= 0 && (i + 1 >= r.n || r.chunkOf[i + 1] != r.chunkOf[i]);
    }
    return false;
  }

  private static boolean infinitive(Reading r, int i) {
    String t = r.tag(i + 1);
    return r.lower(i).equals("to") && (t.equals("VERB") || t.equals("AUX"));
  }

  /** "Rejects the fuel bill": an act, where a claim or a demand is not what is rejected. */
  private static boolean rejects(Reading r, int cue, int[] content) {
    if (!REJECTING.contains(r.lemma[cue]) || !r.tag[cue].equals("VERB")) {
      return false;
    }
    for (int i = content[0]; i < content[1]; i++) {
      if (REJECTED.contains(r.lower[i]) || r.quote[i] >= 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean marked(Reading r, int[] content) {
    for (int i = content[0]; i < content[1]; i++) {
      if (r.quote[i] >= 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * Behind or before a verb that is none of saying a content must be a clause at once: "made clear
   * the bridge is shut", not "ending a case that has gripped the town".
   */
  private static boolean opensWithClause(Reading r, int[] content) {
    int i = content[0];
    while (i < content[1] && (r.tag[i].equals("ADV") || r.tag[i].equals("PUNCT"))) {
      i++;
    }
    String first = r.lower(i);
    if (content[1] <= i || first.equals("that") || OPEN.contains(first) || infinitive(r, i)) {
      return true;
    }
    if (r.chunkOf[i] < 0) {
      return r.tag[i].equals("ADP") || r.tag[i].equals("SCONJ");
    }
    int k = r.chunks.get(r.chunkOf[i])[1];
    while (k < content[1] && r.tag[k].equals("ADV")) {
      k++;
    }
    boolean verb = r.tag(k).equals("AUX") || r.tag(k).equals("VERB") && !r.lower(k).endsWith("ing");
    return k < content[1] && verb;
  }

  /**
   * "Approved last year: two new bridges", "the problem: nobody knows": what a colon leads to does
   * not say what stands before it, nor does a thing say what follows.
   */
  static boolean isThingAtColon(Reading r, int cue, int[] chunk) {
    if (r.lower[cue].equals(":")) {
      boolean determined = ARTICLES.contains(r.lower[chunk[0]]);
      return determined
          && r.mention(r.head(chunk)) == null
          && !PERSONS.contains(r.lemma[r.head(chunk)]);
    }
    for (int i = cue; i < chunk[0]; i++) {
      if (r.lower[i].equals(":") && r.tag[cue].equals("VERB")) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a noun phrase can speak: a name, a pronoun, a noun, "many". A number says something
   * only right before its verb ("two said so"), an adjective or a share never.
   */
  static boolean speaks(Reading r, int[] chunk) {
    int head = r.head(chunk);
    if (SPEECHLESS.contains(r.lower[head])) {
      return false;
    }
    for (int i = chunk[0]; i < chunk[1]; i++) {
      boolean noun = r.tag[i].equals("NOUN") || r.tag[i].equals("PROPN");
      boolean stands = r.tag[i].equals("PRON") || r.tag[i].equals("DET") || r.mention(i) != null;
      if (noun || stands || QUANTIFIERS.contains(r.lower[i])) {
        return true;
      }
    }
    String next = r.tag(chunk[1]);
    return r.tag[head].equals("NUM")
        && (next.equals("VERB") || next.equals("AUX"))
        && !participle(r, chunk[1]);
  }

  /**
   * "The main witness in the trial of Ole Berg said": where the source is the last name of such a
   * phrase, the person at its head.
   */
  static int headOf(Reading r, int source) {
    int at = source;
    boolean person = at > 0 && r.entity(r.chunks.get(at)).equals("person");
    while (person && at > 0 && r.tag(r.chunks.get(at)[0] - 1).equals("ADP")) {
      if (r.chunks.get(at - 1)[1] != r.chunks.get(at)[0] - 1) {
        return source;
      }
      at--;
      int[] chunk = r.chunks.get(at);
      if (PERSONS.contains(r.lower[r.head(chunk)]) && r.entity(chunk).equals("none")) {
        return at;
      }
    }
    return source;
  }

  /** "Three written warnings": before its noun. */
  private static boolean participle(Reading r, int i) {
    return r.tag(i + 1).equals("NOUN") && r.lower(i).endsWith("en");
  }

  /** "The minister is expected back": of whom something is said, who says nothing. */
  static boolean suffers(Reading r, int cue, int[] source) {
    return r.tag[cue].equals("VERB")
        && source[1] <= cue
        && (passive(r, cue) || isBySomebody(r, cue))
        && !FELT.contains(r.lower[cue])
        && !r.lower(source[0] - 1).equals("by");
  }

  /** "The planes promised by Spain", not "he said by telephone": the participle behind its noun. */
  private static boolean isBySomebody(Reading r, int cue) {
    int by = cue + 2;
    if (!r.lower(cue + 1).equals("by") || by >= r.n || r.chunkOf[by] < 0) {
      return false;
    }
    int[] chunk = r.chunks.get(r.chunkOf[by]);
    return !r.entity(chunk).equals("none") || PERSONS.contains(r.lower[r.head(chunk)]);
  }

  /** "People familiar with the talks": with what completes the adjective. */
  static int[] whole(Reading r, int[] chunk, int cue) {
    int end = chunk[1];
    boolean open = COMPLETED.contains(r.lower(end - 1));
    if (!open && COMPLETED.contains(r.lower(end))) {
      end++;
      open = true;
    }
    if (!open || !r.tag(end).equals("ADP") && !r.lower(end).equals("to")) {
      return chunk;
    }
    int next = end + 1;
    if (next >= r.n || r.chunkOf[next] < 0) {
      return chunk;
    }
    int last = r.chunks.get(r.chunkOf[next])[1];
    boolean before = chunk[1] <= cue && last <= cue;
    return before || chunk[0] > cue ? new int[] {chunk[0], last} : chunk;
  }

  /** "UPDATE: Crews report", "Picture: A Agency": a word of the page before a colon is nobody. */
  private static boolean label(Reading r, int cue) {
    return r.lower[cue].equals(":") && LABELS.contains(r.lower(cue - 1));
  }

  /**
   * "Has not said whether", "would not name the type", "declined to say how": that somebody did not
   * say it.
   */
  private static boolean unsaid(Reading r, int cue) {
    boolean open = OPEN.contains(r.lower(cue + 1));
    boolean telling = TELLING.contains(r.lemma[cue]);
    if (open && WEIGHING.contains(r.lemma[cue])) {
      return true;
    }
    boolean undone = r.lower(cue - 1).equals("to") && UNDONE.contains(r.lemma(cue - 2));
    return (open || telling) && (undone || negated(r, cue));
  }

  /** Whether a "not" stands in the verb group of a cue. */
  static boolean negated(Reading r, int cue) {
    for (int i = groupStart(r, cue); i < cue; i++) {
      if (r.lower[i].equals("not") || r.lower[i].equals("n't") || r.lower[i].equals("never")) {
        return true;
      }
    }
    return false;
  }

  /** "Were called at two": what is done to the subject. */
  private static boolean passive(Reading r, int cue) {
    for (int i = groupStart(r, cue); i < cue; i++) {
      if (r.lemma[i].equals("be") && !r.lower[cue].endsWith("ing")) {
        return true;
      }
    }
    return false;
  }

  /** "Fired a flare to warn": not "was expected to warn", not "is ready to warn". */
  private static boolean purpose(Reading r, int cue) {
    if (!r.lower(cue - 1).equals("to")) {
      return false;
    }
    String t = r.tag(cue - 2);
    return t.equals("NOUN") || t.equals("PROPN") || t.equals("PRON");
  }

  /** Features of a stretch as the content of a cue. */
  static void content(Reading r, int cue, int source, int start, int end, Features f) {
    f.clear();
    int lemma = r.lemma[cue].hashCode();
    int tag = r.tag[cue].hashCode();
    int side = start > cue ? 1 : 0;
    int length = end - start;
    int bucket =
        length > 24
            ? 9
            : length > 16 ? 8 : length > 11 ? 7 : length > 8 ? 6 : length > 5 ? 5 : length;
    int s0 = r.lower(start).hashCode();
    int s1 = r.lower(start - 1).hashCode();
    int st0 = r.tag(start).hashCode();
    int e0 = r.lower(end).hashCode();
    int e1 = r.lower(end - 1).hashCode();
    int et0 = r.tag(end).hashCode();
    int distance = side == 1 ? Math.min(start - cue, 8) : Math.min(cue - end, 8);
    int closes =
        end >= r.n
                || end == r.n - 1 && mark(r, end)
                || end == r.n - 2 && mark(r, end) && mark(r, end + 1)
            ? 1
            : 0;
    int first = start == 0 || start == 1 && mark(r, 0) ? 1 : 0;
    f.add(1, side);
    f.add(2, side, lemma);
    f.add(3, side, tag, bucket);
    f.add(4, side, s0);
    f.add(5, side, s0, s1);
    f.add(6, side, s0, lemma);
    f.add(7, side, st0, s1);
    f.add(8, side, e0, et0);
    f.add(9, side, e0, lemma);
    f.add(10, side, et0, r.tag(end - 1).hashCode());
    f.add(11, side, distance, tag);
    f.add(12, side, distance, lemma);
    f.add(13, side, distance, s0);
    f.add(14, side, closes, lemma);
    f.add(15, side * 2 + closes, first, tag);
    f.add(16, side, closes, e0);
    f.add(17, side, closes, bucket);
    f.add(18, side, first, bucket);
    f.add(19, side, first, lemma);
    f.add(20, side, e1, et0);
    // quotation marks at the ends and how they pair
    int qs = r.quote(start);
    int qe = r.quote(end - 1);
    int atOpen = r.quoteMark(start - 1) && qs >= 0 ? 1 : 0;
    int atClose = qe >= 0 && (end >= r.n || r.quote(end) != qe) ? 1 : 0;
    int pairing =
        (qs >= 0 ? 1 : 0) + (qe >= 0 ? 2 : 0) + (qs == qe ? 4 : 0) + 8 * atOpen + 16 * atClose;
    f.add(21, pairing, side);
    f.add(22, pairing, side, closes);
    f.add(23, pairing, lemma);
    f.add(24, pairing, side, r.quote[cue] >= 0 ? 1 : 0);
    int cut = 0;
    if (qs >= 0 && start > 0 && r.quote(start - 1) == qs) {
      cut = 1;
    }
    if (qe >= 0 && end < r.n && r.quote(end) == qe) {
      cut += 2;
    }
    f.add(25, cut, side, r.quote[cue] >= 0 ? 1 : 0);
    // where the source stands
    int[] c = source < 0 ? null : r.chunks.get(source);
    int where = c == null ? 0 : c[1] <= start ? 1 : c[0] >= end ? 2 : 3;
    f.add(26, where, side);
    f.add(27, where, side, closes);
    if (c != null) {
      int near = where == 2 ? Math.min(c[0] - end, 4) : where == 1 ? Math.min(start - c[1], 6) : 9;
      f.add(28, where, near, side);
      f.add(29, where, near, s1);
      int inner = where == 2 && c[0] < cue ? 1 : 0;
      f.add(30, inner, near, e0);
    }
    int verbs = r.verbs[end] - r.verbs[start] + r.auxiliaries[end] - r.auxiliaries[start];
    int commas = r.commas[end] - r.commas[start];
    f.add(31, Math.min(verbs, 3), side, lemma);
    f.add(32, Math.min(verbs, 3), side, s1);
    f.add(33, Math.min(commas, 3), closes, side);
    f.add(34, Math.min(verbs, 2), e0, side);
    int gapFrom = side == 1 ? cue + 1 : end;
    int gapTo = side == 1 ? start : cue;
    f.add(35, r.verbs[gapTo] - r.verbs[gapFrom], side);
    if (distance < 6) {
      int between = 0;
      for (int k = gapFrom; k < gapTo; k++) {
        between = between * 31 + (mark(r, k) ? r.lower[k] : r.tag[k]).hashCode();
      }
      f.add(36, between, side);
      f.add(37, between, lemma);
    }
    int opener = r.lower(cue + 1).hashCode();
    f.add(38, opener, side, distance);
    f.add(39, tag, e0, s0);
    f.add(40, st0, tag, side * 2 + closes);
    f.add(41, r.lower(start + 1).hashCode(), s0, side);
    f.add(42, r.lower(end + 1).hashCode(), e0, side);
    f.add(43, et0, r.tag(end + 1).hashCode(), side);
    f.add(44, r.tag(end).hashCode(), r.tag(end + 1).hashCode(), r.tag(end + 2).hashCode());
  }
}
