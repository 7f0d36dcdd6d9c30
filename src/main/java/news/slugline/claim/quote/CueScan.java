package news.slugline.claim.quote;

import java.util.List;
import java.util.Set;
import news.slugline.claim.quote.Ascription.Source;
import news.slugline.claim.quote.Saying.Content;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.Names;
import news.slugline.claim.text.Sentence;
import org.jspecify.annotations.Nullable;

/** Finds what the cues of a sentence ascribe: the models propose, rules of the language decide. */
final class CueScan {
  /** No sentence of real text has more cues; this bounds the time that made-up text can take. */
  static final int MOST = 16;

  /** A cue counts from this score on, in the model's units. */
  private static final int THRESHOLD = -12;

  /** A clause behind the cue has so many tokens at least, its comma with it. */
  private static final int SHORTEST_PIECE = 4;

  /** With what a clause goes on behind the cue; other words begin an aside. */
  private static final Set<String> GOING_ON = Set.of("PRON", "DET", "NOUN", "PROPN", "AUX", "ADP");

  private final Document document;
  private final Names names;
  private final List<Quotation> quotations;
  private final Contents contents;
  private final Models models;

  CueScan(
      Document document,
      Names names,
      List<Quotation> quotations,
      Contents contents,
      Models models) {
    this.document = document;
    this.names = names;
    this.quotations = quotations;
    this.contents = contents;
    this.models = models;
  }

  /** Adds what is said in a sentence. */
  void read(Sentence s, List<Saying> out) {
    Reading r = new Reading(document, names, s, quotations);
    int cues = 0;
    for (int i = 0; i < r.n && cues < MOST; i++) {
      if (!CueFeatures.isCandidate(r, i)) {
        continue;
      }
      int score = models.cue(r, i);
      int[] told = Inserted.at(r, i);
      told = told == null ? Reckoning.at(r, i) : told;
      if (told != null) {
        cues++;
        Ascription by = Ascription.of(r, i, told[0], told[1], score);
        out.add(saying(r, by, content(r, by, told[2], told[3])));
      } else if (score > THRESHOLD) {
        cues++;
        ascribed(r, i, score, out);
      }
    }
  }

  private void ascribed(Reading r, int cue, int score, List<Saying> out) {
    int nearest = models.source(r, cue);
    int source = Sources.headOf(r, cue, nearest);
    int[] content = models.content(r, cue, nearest);
    content = content == null ? null : beforeSource(r, source, content);
    content = content == null ? null : beforeListener(r, cue, source, content);
    if (content == null) {
      return;
    }
    boolean suffers = source >= 0 && Sources.suffers(r, cue, r.chunks.get(source));
    boolean that = r.lower(content[0] - 1).equals("that");
    // "the minister was told that it is shut": somebody said so, but not the minister
    Ascription by = Ascription.of(r, cue, suffers && that ? -1 : source, score);
    Content said = content(r, by, content[0], content[1]);
    boolean nobody = suffers && !that || source >= 0 && !speaks(r, cue, source);
    if (!said.quote() && (nobody || NothingSaid.in(r, cue, content))) {
      return;
    }
    out.add(saying(r, by, said));
    Content other = content[0] > cue || said.quote() ? null : behindCue(r, cue, by.source());
    if (other != null) {
      out.add(saying(r, by, other));
    }
  }

  private static Saying saying(Reading r, Ascription by, Content content) {
    return new Saying(r.sentence.index(), r.sentence.paragraph(), content, by);
  }

  private Content content(Reading r, Ascription by, int first, int end) {
    return contents.of(r, by.cueStart(), first, end);
  }

  private static boolean speaks(Reading r, int cue, int source) {
    int[] chunk = r.chunks.get(source);
    return Sources.speaks(r, chunk) && !Sources.isThingAtColon(r, cue, chunk);
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

  /** "A, he said, B": what stands on the other side of the cue is said as well. */
  private @Nullable Content behindCue(Reading r, int cue, @Nullable Source source) {
    int comma = cue + 1;
    if (source != null && source.phrase().first() - r.sentence.firstToken() > cue) {
      comma = Math.max(comma, source.phrase().end() - r.sentence.firstToken());
    }
    int first = comma + 1;
    if (!r.lower(comma).equals(",") || r.quoteMark(first) || r.quote(first) >= 0) {
      return null;
    }
    int end = r.n;
    while (end > comma && r.tag[end - 1].equals("PUNCT")) {
      end--;
    }
    boolean clause = end - comma >= SHORTEST_PIECE && r.auxiliaries[end] > r.auxiliaries[comma];
    boolean goesOn =
        GOING_ON.contains(r.tag(first))
            && !r.lower(first).equals("who")
            && !r.lower(first).equals("which");
    return clause && goesOn ? contents.of(r.token(first).start(), r.token(end - 1).end()) : null;
  }
}
