package news.slugline.claim.quote;

import java.util.List;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.Names;
import news.slugline.claim.text.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * Cues beside quotations that the model of cues did not take for one: a verb or a colon before the
 * opening mark, or a verb behind the closing one. Their sources go by the model.
 */
final class OwnCues {
  /** How many tokens from a quotation's mark a cue of its own may stand. */
  private static final int BESIDE = 5;

  private final Document document;
  private final Names names;
  private final List<Quotation> quotations;
  private final Models models;

  /** The sentence asked about last, and how often: many quotations may stand in one. */
  private @Nullable Reading last;

  private int asked;

  OwnCues(Document document, Names names, List<Quotation> quotations, Models models) {
    this.document = document;
    this.names = names;
    this.quotations = quotations;
    this.models = models;
  }

  /** By whom a quotation is, if a verb or a colon beside it tells; else null. */
  @Nullable Ascription of(Quotation q) {
    int start = q.trimmedStart(document.text());
    Reading r = reading(document.sentenceAt(start));
    if (++asked > CueScan.MOST) {
      return null;
    }
    int first = document.tokenAt(start) - r.sentence.firstToken();
    int cue = before(r, first);
    cue = cue < 0 ? behind(r, first, q.end()) : cue;
    int source = cue < 0 ? -1 : models.source(r, cue);
    return source < 0 ? null : Ascription.of(r, cue, source, 0);
  }

  private Reading reading(int sentence) {
    Reading r = last;
    if (r == null || r.sentence.index() != sentence) {
      Sentence s = document.sentences().get(sentence);
      r = new Reading(document, names, s, quotations);
      last = r;
      asked = 0;
    }
    return r;
  }

  private static int before(Reading r, int first) {
    for (int i = first - 1; i >= Math.max(0, first - BESIDE); i--) {
      if (r.lower[i].equals(":") || isVerb(r, i)) {
        return i;
      }
    }
    return -1;
  }

  private static int behind(Reading r, int first, int end) {
    int next = first;
    while (next < r.n && r.token(next).start() < end) {
      next++;
    }
    for (int i = next; i < Math.min(r.n, next + BESIDE); i++) {
      if (isVerb(r, i)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isVerb(Reading r, int i) {
    return r.tag[i].equals("VERB") && r.quote[i] < 0;
  }
}
