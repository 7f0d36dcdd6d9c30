package news.slugline.claim.quote;

import java.util.Set;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.WordGroups;
import org.jspecify.annotations.Nullable;

/**
 * What ascribes words to somebody: the cue and its source, "he said". Either may be missing.
 *
 * @param score of the cue by its model; of two ascriptions of the same words the higher one holds
 */
record Ascription(@Nullable Cue cue, @Nullable Source source, int score) {
  static final Ascription NONE = new Ascription(null, null, 0);

  private static final Set<String> DENYING =
      WordGroups.of(Speakers.class, "speaker-words.tsv").get("denying words");

  /**
   * The words that ascribe something, in UTF-16 offsets.
   *
   * @param denied whether they say that it is not so
   */
  record Cue(int start, int end, String lemma, boolean denied) {}

  /**
   * Who is said to have said it, before he has a name.
   *
   * @param start UTF-16 offset of its first word
   * @param end of its last, exclusive
   * @param antecedent the noun phrase that a source "who" stands for
   */
  record Source(Phrase phrase, int start, int end, @Nullable Phrase antecedent) {

    static Source of(Document d, int first, int end) {
      return of(d, first, end, null);
    }

    private static Source of(Document d, int first, int end, @Nullable Phrase antecedent) {
      int from = d.tokens().get(first).start();
      return new Source(new Phrase(first, end), from, d.tokens().get(end - 1).end(), antecedent);
    }

    /** The words that name him. */
    Phrase named() {
      return antecedent == null ? phrase : antecedent;
    }
  }

  /** A noun phrase, as tokens of the document. */
  record Phrase(int first, int end) {}

  /** By a cue of a sentence and the noun phrase that is its source, -1 for none. */
  static Ascription of(Reading r, int cue, int source, int score) {
    if (source < 0) {
      return new Ascription(cue(r, cue), null, score);
    }
    int[] whole = Sources.whole(r, r.chunks.get(source), cue);
    return of(r, cue, whole[0], whole[1], score);
  }

  /** By a cue of a sentence and the words that are its source. */
  static Ascription of(Reading r, int cue, int first, int end, int score) {
    int offset = r.sentence.firstToken();
    Source source = Source.of(r.document, offset + first, offset + end, antecedent(r, first, end));
    return new Ascription(cue(r, cue), source, score);
  }

  /** By a source without a cue. */
  static Ascription of(Source source) {
    return new Ascription(null, source, 0);
  }

  private static Cue cue(Reading r, int i) {
    boolean according = r.lower[i].equals("according");
    int last = according && r.lower(i + 1).equals("to") ? i + 1 : i;
    boolean denied = DENYING.contains(r.lemma[i]) || VerbGroup.isNegated(r, i);
    String lemma = according ? "according" : r.lemma[i];
    return new Cue(r.token(i).start(), r.token(last).end(), lemma, denied);
  }

  /** "A man who said": the noun phrase right before, a comma between or not. */
  private static @Nullable Phrase antecedent(Reading r, int first, int end) {
    if (end > first + 1 || !Speakers.isRelative(r.lower[first])) {
      return null;
    }
    int before = r.lower(first - 1).equals(",") ? first - 2 : first - 1;
    if (before < 0 || r.chunkOf[before] < 0) {
      return null;
    }
    int[] chunk = r.chunks.get(r.chunkOf[before]);
    int offset = r.sentence.firstToken();
    return new Phrase(offset + chunk[0], offset + chunk[1]);
  }

  /** -1 without a cue. */
  int cueStart() {
    return cue == null ? -1 : cue.start();
  }

  /** -1 without a cue. */
  int cueEnd() {
    return cue == null ? -1 : cue.end();
  }

  /** -1 without a source. */
  int sourceStart() {
    return source == null ? -1 : source.start();
  }

  /** -1 without a source. */
  int sourceEnd() {
    return source == null ? -1 : source.end();
  }
}
