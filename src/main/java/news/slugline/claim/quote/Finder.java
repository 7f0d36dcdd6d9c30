package news.slugline.claim.quote;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.slugline.claim.Kind;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.EntityType;
import news.slugline.claim.text.Mention;
import news.slugline.claim.text.Names;
import news.slugline.claim.text.Paragraph;
import news.slugline.claim.text.Sentence;
import news.slugline.claim.text.Token;
import org.jspecify.annotations.Nullable;

/**
 * One search through one document. Three linear models propose cue, source and content inside a
 * sentence; rules over the paragraph then complete quotations that run on, are interrupted, or have
 * no cue of their own.
 */
final class Finder {
  private static final LinearModel CUE = LinearModel.resource("cue.model");
  private static final LinearModel SOURCE = LinearModel.resource("source.model");
  private static final LinearModel CONTENT = LinearModel.resource("content.model");

  /** A cue counts from this score on, in the model's units. */
  private static final int CUE_THRESHOLD = -12;

  private static final int SPEECH_WORDS = 5;

  /** No sentence of real text has more cues; this bounds the time that made-up text can take. */
  private static final int CUES = 16;

  /** How many tokens from a quotation's mark a cue of its own may stand. */
  private static final int BESIDE = 5;

  /** What it counts, in characters of distance, that a cue stands in the quotation's sentence. */
  private static final int SAME_SENTENCE = 500;

  /** How many sentences before a quotation, and how far into them, its speaker may be named. */
  private static final int SUBJECT_BEFORE = 3;

  private static final int OPENING = 6;

  /** Characters between a cue or its source and the mark of the speech that it interrupts. */
  private static final int GAP = 4;

  private static final Set<String> SUBJECTS = Set.of("he", "she");

  private final Document document;
  private final Names names;
  private final List<Quotation> quotations;
  private final Labels labels;
  private final Features features = new Features();
  private final List<Raw> raws = new ArrayList<>();
  private @Nullable Reading lastRead;
  private int asked;

  /** An attribution in UTF-16 offsets, before its speaker has a name. */
  static final class Raw {
    final int sentence;
    final int paragraph;
    int contentStart;
    int contentEnd;
    int cueStart = -1;
    int cueEnd = -1;
    String lemma = "";
    boolean denied;
    int sourceStart = -1;
    int sourceEnd = -1;
    int sourceFirst = -1;
    int sourceLast = -1;

    /** The noun phrase that a source "who" stands for, as tokens; -1 if there is none. */
    int nameFirst = -1;

    int nameLast = -1;
    int score;
    boolean quote;

    Raw(int sentence, int paragraph) {
      this.sentence = sentence;
      this.paragraph = paragraph;
    }

    Raw piece(int start, int end) {
      Raw r = new Raw(sentence, paragraph);
      r.attributeLike(this);
      r.contentStart = start;
      r.contentEnd = end;
      return r;
    }

    void attributeLike(Raw other) {
      cueStart = other.cueStart;
      cueEnd = other.cueEnd;
      lemma = other.lemma;
      denied = other.denied;
      sourceStart = other.sourceStart;
      sourceEnd = other.sourceEnd;
      sourceFirst = other.sourceFirst;
      sourceLast = other.sourceLast;
      nameFirst = other.nameFirst;
      nameLast = other.nameLast;
      score = other.score;
    }
  }

  Finder(Document document, Names names) {
    this.document = document;
    this.names = names;
    quotations = Quotation.of(document).stream().filter(q -> !isOutlet(q)).toList();
    labels = new Labels(document, names);
  }

  /** "Reuters" in marks is a name, nobody's words. */
  private boolean isOutlet(Quotation q) {
    Mention m = names.at(firstToken(q.start()));
    return m != null
        && document.tokens().get(m.firstToken()).start() == trimStart(q)
        && document.tokens().get(m.endToken() - 1).end() == trimEnd(q)
        && Speakers.outletWord(m.name());
  }

  List<Attribution> find() {
    for (Sentence s : document.sentences()) {
      read(s);
    }
    uncoveredQuotations();
    labelled();
    return resolved();
  }

  private void read(Sentence s) {
    Reading r = new Reading(document, names, s, quotations);
    int cues = 0;
    for (int i = 0; i < r.n && cues < CUES; i++) {
      if (!Shapes.candidate(r, i)) {
        continue;
      }
      Shapes.cue(r, i, features);
      int score = CUE.score(features);
      int[] inserted = Inserted.at(r, i);
      if (inserted != null) {
        cues++;
        inserted(r, i, inserted, score);
      } else if (score > CUE_THRESHOLD) {
        cues++;
        attribute(r, i, score);
      }
    }
  }

  private void attribute(Reading r, int cue, int score) {
    int nearest = source(r, cue);
    int[] content = content(r, cue, nearest);
    int source = Shapes.headOf(r, nearest);
    if (content == null) {
      return;
    }
    content = beforeListener(r, cue, source, beforeSource(r, source, content));
    if (content == null) {
      return;
    }
    boolean speaks =
        source < 0
            || Shapes.speaks(r, r.chunks.get(source))
                && !Shapes.isThingAtColon(r, cue, r.chunks.get(source));
    boolean suffers = source >= 0 && Shapes.suffers(r, cue, r.chunks.get(source));
    boolean that = r.lower(content[0] - 1).equals("that");
    Raw raw = new Raw(r.sentence.index(), r.sentence.paragraph());
    raw.score = score;
    attach(r, raw, cue, suffers && that ? -1 : source);
    place(r, raw, content[0], content[1]);
    boolean nobody = !speaks || suffers && !that;
    if (!raw.quote && (nobody || Shapes.hollow(r, cue, content))) {
      return;
    }
    raws.add(raw);
    Raw other = otherPiece(r, raw, cue, content);
    if (other != null) {
      raws.add(other);
    }
  }

  private void inserted(Reading r, int cue, int[] tokens, int score) {
    Raw raw = new Raw(r.sentence.index(), r.sentence.paragraph());
    raw.score = score;
    attach(r, raw, cue, tokens[0], tokens[1]);
    place(r, raw, tokens[2], tokens[3]);
    raws.add(raw);
  }

  /** "It will stay shut, the school announced": no source is its own content. */
  private static int[] beforeSource(Reading r, int source, int[] content) {
    if (source < 0) {
      return content;
    }
    int[] c = r.chunks.get(source);
    boolean own = content[0] >= c[0] && content[1] <= c[1];
    return own && isBehindClause(r, c) ? new int[] {0, c[0] - 1} : content;
  }

  /** "It will stay shut, a guard told Radio Arlen": no listener is what is said. */
  private static int @Nullable [] beforeListener(Reading r, int cue, int source, int[] content) {
    int listener = cue + 1 < r.n ? r.chunkOf[cue + 1] : -1;
    if (listener < 0
        || content[0] <= cue
        || content[1] > r.chunks.get(listener)[1]
        || !r.lemma[cue].equals("tell")) {
      return content;
    }
    if (source < 0) {
      return null;
    }
    int[] c = r.chunks.get(source);
    return c[1] <= cue && isBehindClause(r, c) ? new int[] {0, c[0] - 1} : null;
  }

  /** Whether a clause stands before the source, and a comma between. */
  private static boolean isBehindClause(Reading r, int[] source) {
    return source[0] > 2 && r.lower(source[0] - 1).equals(",");
  }

  private static boolean denied(Reading r, int cue) {
    switch (r.lemma[cue]) {
      case "deny":
      case "denial":
      case "refute":
      case "dispute":
      case "reject":
      case "rebut":
      case "disavow":
      case "withdraw":
      case "retract":
      case "recant":
        return true;
      default:
        return Shapes.negated(r, cue);
    }
  }

  private int source(Reading r, int cue) {
    Shapes.source(r, cue, -1, features);
    int best = SOURCE.score(features);
    int arg = -1;
    for (int c = 0; c < r.chunks.size(); c++) {
      Shapes.source(r, cue, c, features);
      int score = SOURCE.score(features);
      if (score > best) {
        best = score;
        arg = c;
      }
    }
    return arg;
  }

  private int @Nullable [] content(Reading r, int cue, int source) {
    int best = Integer.MIN_VALUE;
    int[] arg = null;
    for (int s : Shapes.starts(r, cue)) {
      for (int e : Shapes.ends(r, cue, s)) {
        Shapes.content(r, cue, source, s, e, features);
        int score = CONTENT.score(features);
        if (score > best) {
          best = score;
          arg = new int[] {s, e};
        }
      }
    }
    return arg;
  }

  /** Turns tokens into offsets; a quotation that runs beyond the sentence is taken whole. */
  private void place(Reading r, Raw raw, int start, int end) {
    int from = start;
    int to = end;
    while (from < to - 1 && r.quoteMark(from)) {
      from++;
    }
    while (to > from + 1 && r.quoteMark(to - 1)) {
      to--;
    }
    raw.contentStart = r.token(from).start();
    raw.contentEnd = r.token(to - 1).end();
    int qs = r.quote[from];
    int qe = r.quote[to - 1];
    if (qs >= 0 && firstOf(r, from, qs)) {
      Quotation q = quotations.get(qs);
      if (r.quote(from - 1) != qs && raw.cueStart >= q.end() && qs == qe) {
        raw.contentStart = Math.min(raw.contentStart, trimStart(q));
      }
    }
    if (qe >= 0
        && restInside(r, to, qe)
        && (raw.cueStart < quotations.get(qe).start()
            || raw.cueStart >= quotations.get(qe).end())) {
      raw.contentEnd = Math.max(raw.contentEnd, trimEnd(quotations.get(qe)));
    }
    toItsMarks(raw);
    closeBracket(raw);
    raw.quote = isQuote(raw);
  }

  /** "It sank at 5 a.m. (0300 GMT)": a bracket that opens in what is said closes in it. */
  private void closeBracket(Raw raw) {
    String text = document.text();
    int open = text.lastIndexOf('(', raw.contentEnd - 1);
    boolean closes = raw.contentEnd < text.length() && text.charAt(raw.contentEnd) == ')';
    if (closes && open >= raw.contentStart && text.indexOf(')', open) == raw.contentEnd) {
      raw.contentEnd++;
    }
  }

  /**
   * A content with speech in marks is that speech: a comma before its closing mark ends it, and a
   * colon or comma before its opening mark, with a capital behind, begins it.
   */
  private void toItsMarks(Raw raw) {
    int q = Quotation.firstEndingAfter(quotations, raw.contentStart);
    if (q < quotations.size() && quotations.get(q).closed()) {
      Quotation first = quotations.get(q);
      boolean whole = first.start() <= raw.contentStart && first.end() < raw.contentEnd;
      boolean cueBehind = raw.cueStart >= raw.contentEnd;
      if (whole && cueBehind && document.text().charAt(trimEnd(first) - 1) == ',') {
        raw.contentEnd = trimEnd(first);
      }
    }
    int last = Quotation.firstEndingAfter(quotations, raw.contentEnd - 1);
    if (last < quotations.size() && quotations.get(last).start() > raw.contentStart + 2) {
      Quotation speech = quotations.get(last);
      int start = trimStart(speech);
      int mark = speech.start() - 2;
      while (mark > raw.contentStart && document.text().charAt(mark) == ' ') {
        mark--;
      }
      boolean begins =
          ":,".indexOf(document.text().charAt(mark)) >= 0
              && start < raw.contentEnd
              && Character.isUpperCase(document.text().charAt(start))
              && !speech.single()
              && !(raw.cueStart >= start && raw.cueStart < speech.end());
      if (begins
          && sentenceLike(speech, start, trimEnd(speech))
          && words(start, raw.contentEnd) > 2) {
        raw.contentStart = start;
      }
    }
  }

  private static boolean firstOf(Reading r, int from, int q) {
    for (int k = from - 1; k >= 0; k--) {
      if (r.quote[k] == q) {
        return false;
      }
    }
    return true;
  }

  /** Whether nothing but marks of the same quotation follows in the sentence. */
  private static boolean restInside(Reading r, int to, int q) {
    for (int k = to; k < r.n; k++) {
      if (r.quote[k] != q) {
        return true;
      }
      if (r.token(k).isWord() || r.token(k).isNumber()) {
        return false;
      }
    }
    return true;
  }

  private int trimStart(Quotation q) {
    int i = q.start();
    while (i < q.end() - 1 && Character.isWhitespace(document.text().charAt(i))) {
      i++;
    }
    return i;
  }

  private int trimEnd(Quotation q) {
    int i = q.end();
    while (i > q.start() + 1 && Character.isWhitespace(document.text().charAt(i - 1))) {
      i--;
    }
    return i;
  }

  /** Nine words of ten between marks. Doubled single marks are too often other things. */
  private boolean isQuote(Raw raw) {
    int words = 0;
    int inside = 0;
    int q = Quotation.firstEndingAfter(quotations, raw.contentStart);
    for (int t = firstToken(raw.contentStart); t < document.tokens().size(); t++) {
      Token token = document.tokens().get(t);
      if (token.start() >= raw.contentEnd) {
        break;
      }
      if (!token.isWord() && !token.isNumber()) {
        continue;
      }
      words++;
      while (q < quotations.size() && quotations.get(q).end() <= token.start()) {
        q++;
      }
      boolean in =
          q < quotations.size()
              && quotations.get(q).start() <= token.start()
              && !doubled(quotations.get(q));
      inside += in ? 1 : 0;
    }
    return words > 0 && inside * 10 >= words * 9;
  }

  private boolean doubled(Quotation q) {
    return q.start() >= 2
        && document.text().charAt(q.start() - 1) == '\''
        && document.text().charAt(q.start() - 2) == '\'';
  }

  private int firstToken(int offset) {
    int low = 0;
    int high = document.tokens().size();
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (document.tokens().get(mid).end() <= offset) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return low;
  }

  /** "A, he said, B": what stands on the other side of the cue is said as well. */
  private @Nullable Raw otherPiece(Reading r, Raw raw, int cue, int[] content) {
    if (content[0] > cue || raw.quote) {
      return null;
    }
    int after = cue + 1;
    if (raw.sourceFirst - r.sentence.firstToken() > cue) {
      after = Math.max(after, raw.sourceLast - r.sentence.firstToken());
    }
    if (!r.lower(after).equals(",") || r.quoteMark(after + 1) || r.quote(after + 1) >= 0) {
      return null;
    }
    int to = r.n;
    while (to > after && r.tag[to - 1].equals("PUNCT")) {
      to--;
    }
    String t = r.tag(after + 1);
    boolean goesOn =
        t.equals("PRON")
            || t.equals("DET")
            || t.equals("NOUN")
            || t.equals("PROPN")
            || t.equals("AUX")
            || t.equals("ADP");
    if (to - after < 4
        || !goesOn
        || r.lower(after + 1).equals("who")
        || r.lower(after + 1).equals("which")) {
      return null;
    }
    boolean verb = false;
    for (int k = after; k < to; k++) {
      verb |= r.tag[k].equals("AUX");
    }
    if (!verb) {
      return null;
    }
    Raw other = raw.piece(r.token(after + 1).start(), r.token(to - 1).end());
    other.quote = isQuote(other);
    return other;
  }

  /** Quotations that no cue of their sentence took: pieces, continuations, words without a cue. */
  private void uncoveredQuotations() {
    int from = 0;
    List<Raw> found = new ArrayList<>(raws);
    found.sort(Comparator.comparingInt((Raw x) -> x.contentStart));
    int widest = -1;
    Raw carried = null;
    for (Quotation q : quotations) {
      int start = trimStart(q);
      int end = trimEnd(q);
      while (from < found.size() && found.get(from).contentStart <= start + 1) {
        widest = Math.max(widest, found.get(from).contentEnd);
        from++;
      }
      boolean begunLater =
          from < found.size()
              && found.get(from).contentStart < end
              && covers(found.get(from), start, end);
      if (widest >= end - 2 || widest > start && 2 * (widest - start) > end - start || begunLater) {
        continue;
      }
      if (start >= end
          || words(start, end) < SPEECH_WORDS
              && !sentenceLike(q, start, end)
              && !interrupted(found, q)
          || title(start, end) && !interrupted(found, q)) {
        continue;
      }
      Raw near = ownCue(q, start);
      near = near == null ? neighbour(found, q) : near;
      int paragraph = paragraphOf(start);
      if (carried != null
          && carried.sourceStart >= 0
          && q.continues()
          && carried.paragraph == paragraph - 1) {
        near = carried;
      }
      Raw raw = new Raw(sentenceAt(start), paragraph);
      if (near != null) {
        raw.attributeLike(near);
      }
      raw.contentStart = start;
      raw.contentEnd = end;
      raw.quote = isQuote(raw);
      raws.add(raw);
      carried = raw;
    }
  }

  /** What the layout says of the speaker goes before what the sentences seem to say. */
  private void labelled() {
    for (Quotation q : quotations) {
      int paragraph = paragraphOf(q.start());
      Labels.Label label = labels.of(paragraph);
      label = label == null ? labels.credit(q, paragraph) : label;
      if (label != null) {
        int start = Math.max(trimStart(q), label.content());
        if (labels.opens(paragraph) || label.content() < 0 || q.start() > label.content()) {
          start = label.content() >= q.end() ? q.end() : start;
          spoken(label, start, trimEnd(q), paragraph);
        }
      }
    }
    if (!labels.transcript()) {
      return;
    }
    for (Paragraph p : document.paragraphs()) {
      Labels.Label label = labels.opens(p.index()) ? labels.of(p.index()) : null;
      int q = Quotation.firstEndingAfter(quotations, p.start());
      boolean marked = q < quotations.size() && quotations.get(q).start() < p.end();
      if (label != null && !marked) {
        spoken(label, label.content(), p.end(), p.index()).quote = true;
      }
    }
  }

  /** A stretch of speech whose speaker stands in the layout, in place of what covers it. */
  private Raw spoken(Labels.Label label, int start, int end, int paragraph) {
    Raw raw = new Raw(sentenceAt(start), paragraph);
    raw.contentStart = start;
    raw.contentEnd = end;
    raw.sourceFirst = label.first();
    raw.sourceLast = label.end();
    raw.sourceStart = document.tokens().get(label.first()).start();
    raw.sourceEnd = document.tokens().get(label.end() - 1).end();
    if (start < end) {
      raw.quote = isQuote(raw);
      raws.removeIf(r -> covers(r, start, end));
      raws.add(raw);
    }
    return raw;
  }

  /** "Yes," she said, "and no.": speech goes on right behind, or stops right before, a cue. */
  private boolean interrupted(List<Raw> found, Quotation q) {
    int sentence = sentenceAt(q.start());
    for (Raw r : nearby(found, q)) {
      if (!r.quote || r.sentence != sentence || r.cueStart < 0) {
        continue;
      }
      boolean behind = r.cueEnd < q.start() && r.contentEnd < r.cueStart;
      boolean before = q.end() < r.cueStart && r.contentStart > r.cueEnd;
      int far = Math.max(r.cueEnd, r.sourceEnd);
      int near = Math.min(r.cueStart, r.sourceStart < 0 ? r.cueStart : r.sourceStart);
      if (behind && q.start() - far <= GAP && q.start() > far
          || before && near - q.end() <= GAP && document.text().charAt(q.end() - 1) == ',') {
        return true;
      }
    }
    return false;
  }

  private static boolean covers(Raw raw, int start, int end) {
    int shared = Math.min(raw.contentEnd, end) - Math.max(raw.contentStart, start);
    return 2 * shared > end - start;
  }

  private int words(int start, int end) {
    int n = 0;
    for (int t = firstToken(start);
        t < document.tokens().size() && document.tokens().get(t).start() < end;
        t++) {
      n += document.tokens().get(t).isWord() ? 1 : 0;
    }
    return n;
  }

  /** A capital at its beginning, a closing mark at its end, and not all capitals like a title. */
  private boolean sentenceLike(Quotation q, int start, int end) {
    char last = document.text().charAt(end - 1);
    return !q.single()
        && Character.isUpperCase(document.text().charAt(start))
        && ".!?,\u2026".indexOf(last) >= 0
        && words(start, end) > 0;
  }

  /** The name of a work or a broadcast: two to seven words with capitals, but for small ones. */
  private boolean title(int start, int end) {
    int words = 0;
    int capitals = 0;
    for (int t = firstToken(start); t < document.tokens().size(); t++) {
      Token token = document.tokens().get(t);
      if (token.start() >= end) {
        break;
      }
      if (token.isWord() && token.text().charAt(0) != '\'') {
        words++;
        capitals += token.isCapitalised() ? 1 : 0;
        if (!token.isCapitalised() && token.text().length() > 3) {
          return false;
        }
      }
    }
    return words <= 7 && (capitals > 1 || words == 1 && document.text().charAt(end - 1) == ',');
  }

  /** The attribution that shares its speaker: in the paragraph the nearest, else the one before. */
  private @Nullable Raw neighbour(List<Raw> found, Quotation q) {
    int paragraph = paragraphOf(q.start());
    int sentence = sentenceAt(q.start());
    Raw best = null;
    int distance = Integer.MAX_VALUE;
    for (Raw r : nearby(found, q)) {
      if (r.sourceStart < 0 || r.paragraph != paragraph) {
        continue;
      }
      int d = r.cueStart >= q.end() ? r.cueStart - q.end() : q.start() - r.cueEnd;
      d += r.quote ? 0 : 60;
      d -= r.sentence == sentence && d >= 0 ? SAME_SENTENCE : 0;
      if (d > -SAME_SENTENCE - 1 && (d >= 0 || r.sentence == sentence) && d < distance) {
        distance = d;
        best = r;
      }
    }
    if (best != null) {
      return best;
    }
    Raw subject = subjectBefore(sentence, paragraph);
    if (subject != null) {
      return subject;
    }
    Raw before = null;
    for (Raw r : nearby(found, q)) {
      if (r.sourceStart >= 0
          && r.contentStart < q.start()
          && r.paragraph < paragraph
          && r.paragraph >= paragraph - 2) {
        if (before == null || r.quote || !before.quote) {
          before = r;
        }
      }
    }
    return before == null ? ahead(found, q, paragraph) : before;
  }

  /** "Smith shook his head. "Never."": the person with whom an earlier sentence begins. */
  private @Nullable Raw subjectBefore(int sentence, int paragraph) {
    for (int i = sentence - 1; i >= Math.max(0, sentence - SUBJECT_BEFORE); i--) {
      Sentence s = document.sentences().get(i);
      if (s.paragraph() != paragraph) {
        return null;
      }
      int last = Math.min(s.endToken(), s.firstToken() + OPENING);
      for (int t = s.firstToken(); t < last; t++) {
        Mention m = names.at(t);
        Mention person = m != null && m.type() == EntityType.PERSON ? m : null;
        if (person != null || SUBJECTS.contains(document.tokens().get(t).lower())) {
          Raw raw = new Raw(i, paragraph);
          raw.sourceFirst = t;
          raw.sourceLast = person != null ? person.endToken() : t + 1;
          raw.sourceStart = document.tokens().get(t).start();
          raw.sourceEnd = document.tokens().get(raw.sourceLast - 1).end();
          return raw;
        }
        if (document.tokens().get(t).text().equals(",")) {
          break;
        }
      }
    }
    return null;
  }

  /** A quotation whose speaker is named only with the next paragraph's. */
  private @Nullable Raw ahead(List<Raw> found, Quotation q, int paragraph) {
    for (Raw r : nearby(found, q)) {
      if (r.quote
          && r.sourceStart >= 0
          && r.paragraph == paragraph + 1
          && r.contentStart > q.start()) {
        return r;
      }
    }
    return null;
  }

  /**
   * The cue beside a quotation that the model of cues did not take for one: a verb or a colon
   * before its opening mark, or a verb behind its closing one. Its source goes by the model.
   */
  private @Nullable Raw ownCue(Quotation q, int start) {
    int index = sentenceAt(start);
    Sentence s = document.sentences().get(index);
    if (lastRead == null || lastRead.sentence.index() != index) {
      lastRead = new Reading(document, names, s, quotations);
      asked = 0;
    }
    if (++asked > CUES) {
      return null;
    }
    Reading r = lastRead;
    int first = firstToken(start) - s.firstToken();
    int cue = -1;
    for (int i = first - 1; i >= Math.max(0, first - BESIDE) && cue < 0; i--) {
      boolean colon = r.lower[i].equals(":");
      if (colon || r.tag[i].equals("VERB") && r.quote[i] < 0) {
        cue = i;
      }
    }
    for (int i = first; i < r.n && cue < 0; i++) {
      if (r.token(i).start() >= q.end()) {
        for (int k = i; k < Math.min(r.n, i + BESIDE) && cue < 0; k++) {
          cue = r.tag[k].equals("VERB") && r.quote[k] < 0 ? k : -1;
        }
        break;
      }
    }
    if (cue < 0) {
      return null;
    }
    int source = source(r, cue);
    if (source < 0) {
      return null;
    }
    Raw raw = new Raw(index, s.paragraph());
    attach(r, raw, cue, source);
    return raw;
  }

  private static void attach(Reading r, Raw raw, int cue, int source) {
    int[] c = source < 0 ? null : Shapes.whole(r, r.chunks.get(source), cue);
    attach(r, raw, cue, c == null ? -1 : c[0], c == null ? -1 : c[1]);
  }

  private static void attach(Reading r, Raw raw, int cue, int first, int end) {
    int last = cue;
    boolean according = r.lower[cue].equals("according");
    raw.lemma = according ? "according" : r.lemma[cue];
    raw.denied = denied(r, cue);
    if (first >= 0) {
      raw.sourceFirst = r.sentence.firstToken() + first;
      raw.sourceLast = r.sentence.firstToken() + end;
      raw.sourceStart = r.token(first).start();
      raw.sourceEnd = r.token(end - 1).end();
      antecedent(r, raw, first, end);
    }
    if (according && r.lower(cue + 1).equals("to")) {
      last = cue + 1;
    }
    raw.cueStart = r.token(cue).start();
    raw.cueEnd = r.token(last).end();
  }

  /** "A man who said": the noun phrase right before, a comma between or not. */
  private static void antecedent(Reading r, Raw raw, int first, int end) {
    if (end > first + 1 || !Speakers.isRelative(r.lower[first])) {
      return;
    }
    int before = r.lower(first - 1).equals(",") ? first - 2 : first - 1;
    if (before >= 0 && r.chunkOf[before] >= 0) {
      int[] c = r.chunks.get(r.chunkOf[before]);
      raw.nameFirst = r.sentence.firstToken() + c[0];
      raw.nameLast = r.sentence.firstToken() + c[1];
    }
  }

  private List<Raw> nearby(List<Raw> found, Quotation q) {
    int low = 0;
    int high = found.size();
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (found.get(mid).contentStart < q.start()) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return found.subList(Math.max(0, low - 14), Math.min(found.size(), low + 8));
  }

  private int sentenceAt(int offset) {
    int t = Math.min(firstToken(offset), document.tokens().size() - 1);
    return document.sentenceOf(t);
  }

  private int paragraphOf(int offset) {
    int low = 0;
    int high = document.paragraphs().size() - 1;
    while (low < high) {
      int mid = (low + high + 1) >>> 1;
      if (document.paragraphs().get(mid).start() <= offset) {
        low = mid;
      } else {
        high = mid - 1;
      }
    }
    return low;
  }

  private List<Attribution> resolved() {
    Map<Long, Raw> best = new HashMap<>();
    List<Raw> kept = new ArrayList<>();
    for (Raw r : raws) {
      long key = ((long) r.contentStart << 32) | r.contentEnd;
      Raw known = best.get(key);
      if (known == null || r.score > known.score) {
        best.put(key, r);
      }
    }
    for (Raw r : raws) {
      if (best.get(((long) r.contentStart << 32) | r.contentEnd) == r) {
        kept.add(r);
      }
    }
    kept.sort(
        Comparator.comparingInt((Raw r) -> r.contentStart).thenComparingInt(r -> r.contentEnd));
    Speakers speakers = new Speakers(document, names);
    List<Attribution> out = new ArrayList<>();
    for (Raw r : kept) {
      out.add(speakers.attribution(r, Kind.QUOTE));
    }
    return out;
  }
}
