package news.slugline.claim.quote;

import java.util.Set;
import news.slugline.claim.text.Resources;
import news.slugline.claim.text.WordGroups;

/**
 * Whether a cue ascribes no words at all: what is done to things or with them, where somebody goes,
 * what is left unsaid.
 */
final class NothingSaid {
  private static final WordGroups WORDS = WordGroups.of(Speakers.class, "speaker-words.tsv");
  private static final Set<String> REPORTING =
      Resources.set(NothingSaid.class, "reporting-words.txt");

  /** Verbs that take things and persons, too: what they say something of is no statement. */
  private static final Set<String> HANDLING = WORDS.get("handling verbs");

  /** What a question that is left open begins with, and the verbs that leave it open. */
  private static final Set<String> OPEN = WORDS.get("open questions");

  private static final Set<String> UNDONE = WORDS.get("undone verbs");

  /** Verbs that, not done, leave a thing untold. */
  private static final Set<String> TELLING = WORDS.get("telling verbs");

  /** "Is weighing whether to sell": a question that is still open. */
  private static final Set<String> WEIGHING = WORDS.get("weighing verbs");

  /** "A man accused of theft", "Man charged after": before such words they are never active. */
  private static final Set<String> ACCUSING = WORDS.get("accusing verbs");

  /** What is rejected is said only of these: "rejected the claim", not "rejected the bill". */
  private static final Set<String> REJECTING = WORDS.get("rejecting verbs");

  private static final Set<String> REJECTED = WORDS.get("rejected words");

  /** Verbs that with "to" and a noun say where one goes or to whom one turns. */
  private static final Set<String> TURNING = WORDS.get("turning verbs");

  /** Behind a verb of saying, these make it one of doing or moving. */
  private static final Set<String> AWAY = Set.of("off", "into", "onto");

  private static final Set<String> LABELS = WORDS.get("page labels");

  private NothingSaid() {}

  /**
   * Whether nothing is said: "looked for a car", "fired to warn the crew". A content with a finite
   * verb, with "that", with "to" and a verb, or with words in marks says something.
   */
  static boolean in(Reading r, int cue, int[] content) {
    if (r.lower[cue].equals(":") || r.lower[cue].equals("according")) {
      return isPageLabel(r, cue);
    }
    // "reluctance to sell", "aware of a leak"
    boolean noun = r.tag[cue].equals("NOUN") || r.tag[cue].equals("ADJ");
    if (!r.tag[cue].equals("VERB") && !noun || r.lower(content[0] - 1).equals("that")) {
      return false;
    }
    return isLeftOpen(r, cue, content[0])
        || isDoneToSubject(r, cue, content[0])
        || isDeed(r, cue, content)
        || isOfThing(r, cue, content[0])
        || isIncomplete(r, cue, content, noun);
  }

  /**
   * "Has not said whether", "would not name the type", "declined to say how", "is weighing
   * whether": that somebody did not say it.
   */
  private static boolean isLeftOpen(Reading r, int cue, int first) {
    boolean question = OPEN.contains(r.lower(cue + 1));
    if (question && WEIGHING.contains(r.lemma[cue])) {
      return true;
    }
    if (UNDONE.contains(r.lemma[cue])) {
      boolean toTell = r.lower(first).equals("to") && TELLING.contains(r.lemma(first + 1));
      if (toTell || OPEN.contains(r.lower(first))) {
        return true;
      }
    }
    boolean undone = r.lower(cue - 1).equals("to") && UNDONE.contains(r.lemma(cue - 2));
    return (question || TELLING.contains(r.lemma[cue])) && (undone || VerbGroup.isNegated(r, cue));
  }

  /** "Was asked to leave", "accused of theft": what befalls the subject, or goes on beside it. */
  private static boolean isDoneToSubject(Reading r, int cue, int first) {
    if (r.tag[first].equals("CCONJ")
        || ACCUSING.contains(r.lemma[cue]) && r.tag(cue + 1).equals("ADP")) {
      return true;
    }
    boolean beside = r.tag(first - 1).equals("CCONJ") || r.lower(cue + 1).equals("to");
    return beside && VerbGroup.isPassive(r, cue);
  }

  /** Deeds that the verbs of saying stand for, too. */
  private static boolean isDeed(Reading r, int cue, int[] content) {
    String lemma = r.lemma[cue];
    String next = r.lower(cue + 1);
    if (isRejected(r, cue, content) || lemma.equals("agree") && isInfinitive(r, content[0])) {
      return true;
    }
    if (AWAY.contains(next) && !isMarked(r, content)) {
      return true; // "called off a strike", "laid off nine men", "slammed into the coast"
    }
    boolean passive = VerbGroup.isPassive(r, cue);
    if (passive && HANDLING.contains(lemma) && next.equals("by")) {
      return true; // "was also wanted by"
    }
    boolean turns = TURNING.contains(lemma) && next.equals("to") && content[0] > cue && !passive;
    // "must report to prison", "added a late penalty"
    return (turns || lemma.equals("add")) && !hasClause(r, content);
  }

  /** "Looked for a car": a preposition leads to a thing, unless "as" leads to what it is called. */
  private static boolean isOfThing(Reading r, int cue, int first) {
    boolean at = r.tag[first].equals("ADP") || r.tag(first - 1).equals("ADP");
    return at
        && (HANDLING.contains(r.lemma[cue])
            || VerbGroup.isPassive(r, cue) && !r.lower(cue + 1).equals("as"));
  }

  /** Whether words are missing that only a clause or an infinitive has. */
  private static boolean isIncomplete(Reading r, int cue, int[] content, boolean noun) {
    boolean reporting = REPORTING.contains(r.lemma[cue]);
    boolean toDo = r.lower(content[0]).equals("to") && r.tag(content[0] + 1).equals("VERB");
    if (toDo && (noun || reporting)) {
      return noun;
    }
    if (!reporting && !noun && !isMarked(r, content)) {
      return !hasClause(r, content) || !opensWithClause(r, content);
    }
    boolean needsClause =
        noun || HANDLING.contains(r.lemma[cue]) || !reporting || isPurpose(r, cue);
    return needsClause && !hasClause(r, content);
  }

  /** "Rejects the fuel bill": an act, where a claim or a demand is not what is rejected. */
  private static boolean isRejected(Reading r, int cue, int[] content) {
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

  /** Whether a stretch holds words in marks, a "that", or a finite verb behind its subject. */
  private static boolean hasClause(Reading r, int[] content) {
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
    if (content[1] <= i || first.equals("that") || OPEN.contains(first) || isInfinitive(r, i)) {
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

  private static boolean isInfinitive(Reading r, int i) {
    String t = r.tag(i + 1);
    return r.lower(i).equals("to") && (t.equals("VERB") || t.equals("AUX"));
  }

  private static boolean isMarked(Reading r, int[] content) {
    for (int i = content[0]; i < content[1]; i++) {
      if (r.quote[i] >= 0) {
        return true;
      }
    }
    return false;
  }

  /** "Fired a flare to warn": not "was expected to warn", not "is ready to warn". */
  private static boolean isPurpose(Reading r, int cue) {
    if (!r.lower(cue - 1).equals("to")) {
      return false;
    }
    String t = r.tag(cue - 2);
    return t.equals("NOUN") || t.equals("PROPN") || t.equals("PRON");
  }

  /** "UPDATE: Crews report", "Picture: A Agency": a word of the page before a colon is nobody. */
  private static boolean isPageLabel(Reading r, int cue) {
    return r.lower[cue].equals(":") && LABELS.contains(r.lower(cue - 1));
  }
}
