package news.slugline.claim.quote;

import java.util.List;
import news.slugline.claim.text.Document;
import org.jspecify.annotations.Nullable;

/** What is known to be said around a quotation whose speaker is looked for. */
final class Neighbours {
  /** Sayings looked at before a quotation and behind it, which bounds the time of each. */
  private static final int BEFORE = 14;

  private static final int BEHIND = 8;

  /** Characters between a cue or its source and the mark of the speech that it interrupts. */
  private static final int GAP = 4;

  /** What it counts, in characters of distance, that a cue stands in the quotation's sentence. */
  private static final int SAME_SENTENCE = 500;

  /** What it counts that the saying beside is none in marks. */
  private static final int UNMARKED = 60;

  /** Speech that goes on may skip one paragraph. */
  private static final int PARAGRAPHS_BACK = 2;

  private final Document document;
  private final List<Saying> found;

  /** With what is known to be said, by its start. */
  Neighbours(Document document, List<Saying> found) {
    this.document = document;
    this.found = found;
  }

  private List<Saying> of(Quotation q) {
    int low = 0;
    int high = found.size();
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (found.get(mid).start() < q.start()) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return found.subList(Math.max(0, low - BEFORE), Math.min(found.size(), low + BEHIND));
  }

  /** "Yes," she said, "and no.": speech goes on right behind, or stops right before, a cue. */
  boolean interruptedBefore(Quotation q) {
    int sentence = document.sentenceAt(q.start());
    for (Saying s : of(q)) {
      if (s.quote() && s.sentence() == sentence && s.by().cue() != null && isOneWith(q, s)) {
        return true;
      }
    }
    return false;
  }

  /** Whether but a cue and its source stand between a saying and a quotation. */
  private boolean isOneWith(Quotation q, Saying s) {
    Ascription by = s.by();
    int first = by.source() == null ? by.cueStart() : Math.min(by.cueStart(), by.sourceStart());
    int last = Math.max(by.cueEnd(), by.sourceEnd());
    boolean goesOn = s.end() < by.cueStart() && last < q.start() && q.start() - last <= GAP;
    boolean stops =
        q.end() < by.cueStart()
            && s.start() > by.cueEnd()
            && first - q.end() <= GAP
            && document.text().charAt(q.end() - 1) == ',';
    return goesOn || stops;
  }

  /** The saying of the paragraph whose cue is nearest, in the quotation's sentence first of all. */
  @Nullable Saying inParagraph(Quotation q, int sentence, int paragraph) {
    Saying best = null;
    int distance = Integer.MAX_VALUE;
    for (Saying s : of(q)) {
      if (!s.hasSource() || s.paragraph() != paragraph) {
        continue;
      }
      boolean same = s.sentence() == sentence;
      int cue = s.by().cueStart();
      int d = cue >= q.end() ? cue - q.end() : q.start() - s.by().cueEnd();
      d += s.quote() ? 0 : UNMARKED;
      d -= same && d >= 0 ? SAME_SENTENCE : 0;
      if (d >= -SAME_SENTENCE && (d >= 0 || same) && d < distance) {
        distance = d;
        best = s;
      }
    }
    return best;
  }

  /** The last saying of the paragraphs before, in marks if any is. */
  @Nullable Saying before(Quotation q, int paragraph) {
    Saying last = null;
    for (Saying s : of(q)) {
      boolean before =
          s.start() < q.start()
              && s.paragraph() < paragraph
              && s.paragraph() >= paragraph - PARAGRAPHS_BACK;
      if (before && s.hasSource() && (last == null || s.quote() || !last.quote())) {
        last = s;
      }
    }
    return last;
  }

  /** The first quote of the next paragraph: its speaker is often named only there. */
  @Nullable Saying ahead(Quotation q, int paragraph) {
    for (Saying s : of(q)) {
      if (s.quote() && s.hasSource() && s.paragraph() == paragraph + 1 && s.start() > q.start()) {
        return s;
      }
    }
    return null;
  }
}
