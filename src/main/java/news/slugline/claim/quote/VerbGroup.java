package news.slugline.claim.quote;

/** The verb group of a cue: where it begins, its subject, and what it says of the deed. */
final class VerbGroup {
  /** Words that may stand between a subject and its verb group. */
  private static final int SUBJECT_REACH = 4;

  private VerbGroup() {}

  /** The first word of the verb group ("has not said" of "said"). */
  static int start(Reading r, int cue) {
    int i = cue;
    while (i > 0
        && (r.tag(i - 1).equals("AUX") || r.tag(i - 1).equals("PART") || r.tag(i - 1).equals("ADV"))
        && !r.lower(i - 1).equals("'s")) {
      i--;
    }
    return i;
  }

  /** The noun phrase before it; -1 if none is near. */
  static int subject(Reading r, int cue) {
    int i = start(r, cue) - 1;
    int steps = 0;
    while (i >= 0 && r.chunkOf[i] < 0 && steps < SUBJECT_REACH) {
      i--;
      steps++;
    }
    return i >= 0 ? r.chunkOf[i] : -1;
  }

  /** Whether a "not" stands in the verb group of a cue. */
  static boolean isNegated(Reading r, int cue) {
    for (int i = start(r, cue); i < cue; i++) {
      if (r.lower[i].equals("not") || r.lower[i].equals("n't") || r.lower[i].equals("never")) {
        return true;
      }
    }
    return false;
  }

  /** "Were called at two": what is done to the subject. */
  static boolean isPassive(Reading r, int cue) {
    for (int i = start(r, cue); i < cue; i++) {
      if (r.lemma[i].equals("be") && !r.lower[cue].endsWith("ing")) {
        return true;
      }
    }
    return false;
  }
}
