package news.slugline.claim.quote;

import java.util.Set;
import news.slugline.claim.text.Resources;

/** What the model of cues looks at in a word: itself, its neighbours, its subject, its group. */
final class CueFeatures {
  private static final Set<String> REPORTING =
      Resources.set(CueFeatures.class, "reporting-words.txt");

  /** Tokens in which "that" or a quotation mark may stand. */
  private static final int NEARBY = 6;

  private final Reading r;
  private final int i;
  private final Features f;
  private final int lemma;
  private final int tag;
  private final int previousTag;
  private final int nextTag;
  private final int reporting;

  private CueFeatures(Reading r, int i, Features f) {
    this.r = r;
    this.i = i;
    this.f = f;
    lemma = r.lemma[i].hashCode();
    tag = r.tag[i].hashCode();
    previousTag = r.tag(i - 1).hashCode();
    nextTag = r.tag(i + 1).hashCode();
    reporting = REPORTING.contains(r.lemma[i]) ? 1 : 0;
  }

  /** Whether a word may be the head of a cue at all. */
  static boolean isCandidate(Reading r, int i) {
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

  static void of(Reading r, int i, Features f) {
    f.clear();
    CueFeatures c = new CueFeatures(r, i, f);
    c.words();
    int mark = c.marks();
    c.subject();
    c.group();
    c.ending();
    c.place(mark);
  }

  private void words() {
    int p1 = r.lower(i - 1).hashCode();
    int n1 = r.lower(i + 1).hashCode();
    int n2 = r.lower(i + 2).hashCode();
    f.add(1, 0);
    f.add(2, lemma);
    f.add(3, r.lower[i].hashCode());
    f.add(4, lemma, tag);
    f.add(5, p1, tag);
    f.add(6, n1, tag);
    f.add(7, previousTag, tag, nextTag);
    f.add(8, lemma, n1);
    f.add(9, lemma, nextTag);
    f.add(10, n1, n2);
    f.add(11, nextTag, r.tag(i + 2).hashCode(), tag);
    f.add(12, previousTag, r.tag(i - 2).hashCode(), tag);
    f.add(13, lemma, p1);
    f.add(14, lemma, previousTag);
    f.add(15, reporting, tag);
    f.add(16, reporting, nextTag, previousTag);
    f.add(17, reporting, n1);
  }

  /** The distance of the nearest quotation mark, 0 if none is near. */
  private int marks() {
    int that = 0;
    int mark = 0;
    for (int k = 1; k <= NEARBY; k++) {
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
    return mark;
  }

  private void subject() {
    int subject = VerbGroup.subject(r, i);
    if (subject < 0) {
      f.add(28, tag, reporting);
      return;
    }
    int[] chunk = r.chunks.get(subject);
    int head = r.head(chunk);
    int word = r.lower[head].hashCode();
    int headTag = r.tag[head].hashCode();
    int entity = r.entity(chunk).hashCode();
    f.add(23, word);
    f.add(24, word, reporting);
    f.add(25, headTag, entity, reporting);
    f.add(26, entity, lemma);
    f.add(27, headTag, tag, nextTag);
  }

  private void group() {
    for (int k = VerbGroup.start(r, i); k < i; k++) {
      f.add(29, r.lower[k].hashCode(), reporting);
      f.add(30, r.lemma(k).hashCode(), lemma);
    }
  }

  private void ending() {
    int tail = Features.tail(r.lower[i]);
    f.add(31, tail, tag);
    f.add(32, tail, previousTag, nextTag);
    boolean by = r.lower(i + 1).equals("by") || r.lower(i + 2).equals("by");
    f.add(33, by ? 1 : 0, tail, reporting);
  }

  private void place(int mark) {
    f.add(34, r.lower(i - 2).hashCode(), r.lower(i - 1).hashCode());
    f.add(35, i == 0 ? 1 : 0, tag);
    f.add(36, Math.min(r.verbs[i], 3), tag, reporting);
    f.add(37, r.lower(i + 3).hashCode(), reporting);
    f.add(38, r.n < 8 ? 1 : 0, reporting);
    f.add(39, r.lemma(i + 1).hashCode(), r.lower(i + 2).hashCode(), reporting);
    f.add(40, r.n - i < 4 ? 1 : 0, reporting, mark > 0 ? 1 : 0);
  }
}
