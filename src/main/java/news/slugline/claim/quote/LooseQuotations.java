package news.slugline.claim.quote;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import news.slugline.claim.quote.Ascription.Source;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.EntityType;
import news.slugline.claim.text.Mention;
import news.slugline.claim.text.Names;
import news.slugline.claim.text.Sentence;
import news.slugline.claim.text.Token;
import org.jspecify.annotations.Nullable;

/**
 * Quotations that no cue of their sentence took: second pieces, paragraphs of speech that runs on,
 * words without a cue. Whose they are is looked for from near to far.
 */
final class LooseQuotations {
  /** So many words in marks are speech, whatever they look like. */
  private static final int SPEECH_WORDS = 5;

  /** The name of a work or a broadcast has at most so many words. */
  private static final int TITLE_WORDS = 7;

  /** Longer words than these have a capital in a title. */
  private static final int SMALL_WORD = 3;

  /** How many sentences before a quotation, and how far into them, its speaker may be named. */
  private static final int SUBJECT_BEFORE = 3;

  private static final int OPENING = 6;

  private static final Set<String> SUBJECTS = Set.of("he", "she");

  private final Document document;
  private final Names names;
  private final Contents contents;
  private final OwnCues own;

  /** What is known to be said, in order, and its neighbours' search. */
  private final List<Saying> found;

  private final Neighbours neighbours;

  /** The first of {@link #found} that begins behind the quotations looked at so far. */
  private int next;

  /** How far those before it reach. */
  private int reach = -1;

  LooseQuotations(
      Document document, Names names, Contents contents, OwnCues own, List<Saying> found) {
    this.document = document;
    this.names = names;
    this.contents = contents;
    this.own = own;
    this.found = new ArrayList<>(found);
    this.found.sort(Comparator.comparingInt(Saying::start));
    neighbours = new Neighbours(document, this.found);
  }

  /** Those of all quotations, in order, that are speech and not yet found. */
  List<Saying> of(List<Quotation> quotations) {
    List<Saying> out = new ArrayList<>();
    Saying before = null;
    for (Quotation q : quotations) {
      int start = q.trimmedStart(document.text());
      int end = q.trimmedEnd(document.text());
      if (!isTaken(start, end) && start < end && isSpeech(q, start, end)) {
        before = saying(q, before);
        out.add(before);
      }
    }
    return out;
  }

  /** Whether what is known to be said has most of a quotation. To be asked in text order. */
  private boolean isTaken(int start, int end) {
    while (next < found.size() && found.get(next).start() <= start + 1) {
      reach = Math.max(reach, found.get(next).end());
      next++;
    }
    return reach >= end - 2
        || reach > start && 2 * (reach - start) > end - start
        || next < found.size()
            && found.get(next).start() < end
            && found.get(next).covers(start, end);
  }

  private boolean isSpeech(Quotation q, int start, int end) {
    boolean like = contents.words(start, end) >= SPEECH_WORDS || contents.isSentence(q);
    return like && !isTitle(start, end) || neighbours.interruptedBefore(q);
  }

  /** The name of a work or a broadcast: two to seven words with capitals, but for small ones. */
  private boolean isTitle(int start, int end) {
    int words = 0;
    int capitals = 0;
    for (int t = document.tokenAt(start); t < document.tokens().size(); t++) {
      Token token = document.tokens().get(t);
      if (token.start() >= end) {
        break;
      }
      if (token.isWord() && token.text().charAt(0) != '\'') {
        words++;
        capitals += token.isCapitalised() ? 1 : 0;
        if (!token.isCapitalised() && token.text().length() > SMALL_WORD) {
          return false;
        }
      }
    }
    boolean one = words == 1 && document.text().charAt(end - 1) == ',';
    return words <= TITLE_WORDS && (capitals > 1 || one);
  }

  private Saying saying(Quotation q, @Nullable Saying before) {
    int sentence = document.sentenceAt(q.start());
    int paragraph = document.paragraphAt(q.start());
    Ascription by = own.of(q);
    if (before != null
        && before.hasSource()
        && q.continues()
        && before.paragraph() == paragraph - 1) {
      by = before.by();
    } else if (by == null) {
      by = near(q, sentence, paragraph);
    }
    return new Saying(sentence, paragraph, contents.of(q), by);
  }

  /** In the paragraph whoever speaks nearest or opens a sentence, else before it, else behind. */
  private Ascription near(Quotation q, int sentence, int paragraph) {
    Saying beside = neighbours.inParagraph(q, sentence, paragraph);
    if (beside != null) {
      return beside.by();
    }
    Source subject = subjectBefore(sentence, paragraph);
    if (subject != null) {
      return Ascription.of(subject);
    }
    Saying other = neighbours.before(q, paragraph);
    other = other == null ? neighbours.ahead(q, paragraph) : other;
    return other == null ? Ascription.NONE : other.by();
  }

  /** "Smith shook his head. "Never."": the person with whom an earlier sentence begins. */
  private @Nullable Source subjectBefore(int sentence, int paragraph) {
    for (int i = sentence - 1; i >= Math.max(0, sentence - SUBJECT_BEFORE); i--) {
      Sentence s = document.sentences().get(i);
      if (s.paragraph() != paragraph) {
        return null;
      }
      Source subject = subject(s);
      if (subject != null) {
        return subject;
      }
    }
    return null;
  }

  private @Nullable Source subject(Sentence s) {
    int last = Math.min(s.endToken(), s.firstToken() + OPENING);
    for (int t = s.firstToken(); t < last; t++) {
      Token token = document.tokens().get(t);
      Mention m = names.at(t);
      if (m != null && m.type() == EntityType.PERSON) {
        return Source.of(document, t, m.endToken());
      }
      if (SUBJECTS.contains(token.lower())) {
        return Source.of(document, t, t + 1);
      }
      if (token.text().equals(",")) {
        return null;
      }
    }
    return null;
  }
}
