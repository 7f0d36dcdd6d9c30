package news.slugline.claim.quote;

import java.util.Set;
import news.slugline.claim.text.WordGroups;

/** Which noun phrases can be the source of a cue, and with which words. */
final class Sources {
  private static final WordGroups WORDS = WordGroups.of(Speakers.class, "speaker-words.tsv");

  /** "58 percent opposed it", "the week saw": what never speaks. */
  private static final Set<String> SPEECHLESS = WORDS.get("speechless");

  /** Adjectives that alone stand for persons: "many said". */
  private static final Set<String> QUANTIFIERS = WORDS.get("quantifiers");

  /** Adjectives behind a noun that are nothing without what follows: "people familiar with". */
  private static final Set<String> COMPLETED = WORDS.get("completed adjectives");

  /** Participles behind "is" that tell what the subject thinks: "is convinced that". */
  private static final Set<String> FELT = WORDS.get("felt participles");

  /** Nouns of single persons. */
  private static final Set<String> PERSONS = WORDS.get("persons");

  private static final Set<String> ARTICLES = Set.of("the", "a", "an");

  /** With what a clause begins that tells of whom one speaks. */
  private static final Set<String> DEFINING = Set.of("who", "that", "which");

  /** Words of such a clause. */
  private static final int CLAUSE = 8;

  private Sources() {}

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
        && !isParticiple(r, chunk[1]);
  }

  /** "Three written warnings": no verb of those three. */
  private static boolean isParticiple(Reading r, int i) {
    return r.tag(i + 1).equals("NOUN") && r.lower(i).endsWith("en");
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
   * "The main witness in the trial of Ole Berg said": where the source is the last name of such a
   * phrase, the person at its head; "the unions that called the march said": where it ends a clause
   * that tells who they are, they.
   */
  static int headOf(Reading r, int cue, int source) {
    int told = source < 0 ? source : toldOf(r, cue, source);
    if (told != source) {
      return told;
    }
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

  /** Of whom a clause tells that the source ends, right before the cue; else the source. */
  private static int toldOf(Reading r, int cue, int source) {
    int[] chunk = r.chunks.get(source);
    if (chunk[1] != cue) {
      return source;
    }
    for (int i = chunk[0] - 1; i > 0 && i >= chunk[0] - CLAUSE; i--) {
      if (r.tag[i].equals("PUNCT")) {
        return source;
      }
      String next = r.tag[i + 1];
      boolean subject = next.equals("VERB") || next.equals("AUX");
      if (DEFINING.contains(r.lower[i]) && subject) {
        int of = r.chunkOf[i - 1];
        boolean closed = r.verbs[cue] - r.verbs[i] + r.auxiliaries[cue] - r.auxiliaries[i] > 0;
        return of >= 0 && closed && speaks(r, r.chunks.get(of)) ? of : source;
      }
    }
    return source;
  }

  /** "People familiar with the talks": with what completes the adjective. */
  static int[] whole(Reading r, int[] chunk, int cue) {
    int end = chunk[1];
    boolean open = COMPLETED.contains(r.lower(end - 1));
    if (!open && COMPLETED.contains(r.lower(end))) {
      open = true;
      end++;
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

  /** "The minister is expected back": of whom something is said, who says nothing. */
  static boolean suffers(Reading r, int cue, int[] source) {
    return r.tag[cue].equals("VERB")
        && source[1] <= cue
        && (VerbGroup.isPassive(r, cue) || isBySomebody(r, cue))
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
}
