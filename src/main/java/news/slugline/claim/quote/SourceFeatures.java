package news.slugline.claim.quote;

/** What the model of sources looks at in a noun phrase: where it stands to the cue, its words. */
final class SourceFeatures {
  private static final int BEFORE = 0;
  private static final int BEHIND = 1;
  private static final int AROUND = 2;

  /** Noun phrases between that are told apart. */
  private static final int RANKS = 6;

  private final Reading r;
  private final Features f;
  private final int cue;
  private final int[] chunk;
  private final int lemma;
  private final int tag;
  private final int tail;

  /** On which side of the cue it stands, and which it is there. */
  private final int side;

  private final int rank;
  private final int place;
  private final int gap;
  private final int head;
  private final int word;
  private final int headTag;
  private final int entity;

  private SourceFeatures(Reading r, int cue, int chunk, Features f) {
    this.r = r;
    this.f = f;
    this.cue = cue;
    this.chunk = r.chunks.get(chunk);
    lemma = r.lemma[cue].hashCode();
    tag = r.tag[cue].hashCode();
    tail = Features.tail(r.lower[cue]);
    side = this.chunk[1] <= cue ? BEFORE : this.chunk[0] > cue ? BEHIND : AROUND;
    rank = rank(chunk);
    place = side * 8 + rank;
    gap = gap();
    head = r.head(this.chunk);
    word = r.lower[head].hashCode();
    headTag = r.tag[head].hashCode();
    entity = r.entity(this.chunk).hashCode();
  }

  /** Of a noun phrase of the sentence. */
  static void of(Reading r, int cue, int chunk, Features f) {
    f.clear();
    SourceFeatures s = new SourceFeatures(r, cue, chunk, f);
    s.nearness();
    s.surroundings();
  }

  /** Of a cue that has no source in its sentence. */
  static void ofNone(Reading r, int cue, Features f) {
    f.clear();
    int tag = r.tag[cue].hashCode();
    int previous = r.lower(cue - 1).hashCode();
    int previousTag = r.tag(cue - 1).hashCode();
    f.add(1, 0);
    f.add(2, r.lemma[cue].hashCode());
    f.add(3, Features.tail(r.lower[cue]), tag);
    f.add(4, previousTag, tag);
    f.add(5, previous, tag);
    f.add(6, previousTag, r.tag(cue + 1).hashCode(), tag);
    f.add(7, previous, r.lower(cue - 2).hashCode());
    f.add(8, VerbGroup.subject(r, cue) < 0 ? 1 : 0, tag);
  }

  private void nearness() {
    int from = side == BEFORE ? chunk[1] : Math.min(cue + 1, chunk[0]);
    int to = side == BEFORE ? cue : chunk[0];
    int verbs = r.verbs[to] - r.verbs[from];
    int commas = r.commas[to] - r.commas[from];
    int marks = r.marks[to] - r.marks[from];
    f.add(11, place);
    f.add(12, place, tag);
    f.add(13, place, lemma);
    f.add(14, side, gap, tag);
    f.add(15, side, gap, lemma);
    f.add(16, word, side);
    f.add(17, headTag, entity, place);
    f.add(18, word, lemma);
    f.add(19, side * 4 + Math.min(verbs, 3), Math.min(commas, 3), Math.min(marks, 2));
  }

  private void surroundings() {
    String before = r.lower(chunk[0] - 1);
    int group = VerbGroup.start(r, cue);
    f.add(20, before.hashCode(), side);
    f.add(21, before.hashCode(), tag, place);
    f.add(22, r.lower(chunk[1]).hashCode(), side, rank);
    f.add(23, r.tag(chunk[1]).hashCode(), side, tag);
    f.add(24, entity, headTag, lemma);
    f.add(25, side, gap, tail);
    f.add(26, place, tail, r.tag(group - 1).hashCode());
    f.add(27, before.equals("by") ? 1 : 0, tail, side);
    f.add(28, chunk[0] == 0 ? 1 : 0, side, rank);
    int inQuote = (r.quote[head] >= 0 ? 2 : 0) + (r.quote[cue] >= 0 ? 1 : 0);
    f.add(29, inQuote, r.quote[head] == r.quote[cue] ? 1 : 0);
    f.add(30, r.lower[chunk[0]].hashCode(), side, rank);
    f.add(31, word, place);
    f.add(32, r.lower(cue + 1).hashCode(), place);
    f.add(33, r.tag(cue + 1).hashCode(), place, tag);
    f.add(34, r.lower(group).hashCode(), place);
  }

  /** How many noun phrases stand between it and the cue. */
  private int rank(int index) {
    int n = 0;
    if (side == BEFORE) {
      for (int k = index + 1; k < r.chunks.size() && n < RANKS && r.chunks.get(k)[1] <= cue; k++) {
        n++;
      }
    } else if (side == BEHIND) {
      for (int k = index - 1; k >= 0 && n < RANKS && r.chunks.get(k)[0] > cue; k--) {
        n++;
      }
    }
    return n;
  }

  /** What stands between it and the cue's group: the words of a few tokens, else how many. */
  private int gap() {
    int from = side == BEFORE ? chunk[1] : cue + 1;
    int to = side == BEFORE ? VerbGroup.start(r, cue) : chunk[0];
    if (to - from > 3) {
      return to - from > 8 ? 2 : 1;
    }
    int hash = 7;
    for (int k = from; k < to; k++) {
      boolean itself = r.tag[k].equals("PUNCT") || r.tag[k].equals("ADP");
      hash = hash * 31 + (itself ? r.lower[k] : r.tag[k]).hashCode();
    }
    return hash;
  }
}
