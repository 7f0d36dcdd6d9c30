package news.slugline.claim;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import news.slugline.claim.event.EventMention;
import news.slugline.claim.quote.Attribution;
import news.slugline.claim.text.Document;
import org.jspecify.annotations.Nullable;

/**
 * The claims of an article as they are made: each has its span, the words that show it, who says
 * it, and whether it is denied.
 */
final class Claims {
  private static final Comparator<Claim> ORDER =
      Comparator.comparing(Claim::span)
          .thenComparing(Claim::kind)
          .thenComparing(c -> c.about().slot())
          .thenComparing(c -> c.about().trigger())
          .thenComparing(c -> String.valueOf(c.value()));

  private final Reading r;
  private final Document d;
  private final Passages passages;
  private final EventWords eventWords;
  private final DenialScope denials;

  /** The characters that the text calls false. */
  private final BitSet refutals;

  private final List<Claim> out = new ArrayList<>();

  Claims(Reading r, Passages passages, EventWords eventWords) {
    this.r = r;
    this.d = r.document;
    this.passages = passages;
    this.eventWords = eventWords;
    this.denials = new DenialScope(r.document);
    this.refutals = Refutals.of(d);
  }

  /** All in canonical order, each once. */
  List<Claim> all() {
    Map<Identity, Claim> once = new LinkedHashMap<>();
    out.stream().sorted(ORDER).forEach(c -> once.putIfAbsent(identity(c), c));
    return List.copyOf(once.values());
  }

  void add(Claim c) {
    out.add(c);
  }

  /**
   * Makes a claim of a value or event: who says it stands about it, and what the text calls false
   * is denied.
   *
   * @param span of its clause
   * @param core the words that it turns on
   * @param of the event that it belongs to
   */
  void add(
      Kind kind,
      int[] span,
      int[] core,
      String value,
      Modality modality,
      Polarity polarity,
      @Nullable EventStatus status,
      @Nullable EventMention of,
      About about) {
    int[] cut = passages.shortened(span, core);
    int[] words =
        kind == Kind.EVENT
            ? eventWords.of(cut, core, about.isTold())
            : passages.phrase(cut, core, of, about.slot().equals("age"));
    Attribution by = around(core[0], core[1]);
    if (by != null && by.denied() && !denials.reaches(by, kind, core[0], of)) {
      by = null; // told by the copy, not by who denies
    }
    Speaker speaker = by == null ? null : speaker(by);
    Modality m = modality;
    Polarity p = polarity;
    if (by != null && by.denied() || isRefuted(core[0], core[1])) {
      m = Modality.DENIED;
      p = Polarity.NEGATIVE;
    } else if (speaker != null && m == Modality.ASSERTED) {
      m = Modality.REPORTED;
    }
    out.add(
        new Claim(
            kind,
            passages.span(cut[0], cut[1]),
            d.text(cut[0], cut[1]),
            speaker,
            null,
            words == null ? null : passages.span(words[0], words[1]),
            value,
            m,
            p,
            status,
            by == null ? null : by.outlet(),
            about));
  }

  /** The attribution in whose content a stretch stands, the innermost. */
  private @Nullable Attribution around(int start, int end) {
    Attribution best = null;
    for (Attribution a : r.said.get(r.sentenceAt(start))) {
      boolean in = a.contentStart() <= start && end <= a.contentEnd();
      if (in
          && (best == null
              || a.contentEnd() - a.contentStart() < best.contentEnd() - best.contentStart())) {
        best = a;
      }
    }
    return best;
  }

  @Nullable Speaker speaker(Attribution a) {
    String name = a.speaker();
    Span mention =
        a.speakerStart() >= 0 && a.speakerEnd() > a.speakerStart()
            ? passages.span(a.speakerStart(), a.speakerEnd())
            : null;
    if (name == null || name.isBlank()) {
      if (mention == null) {
        return null;
      }
      name = d.text(a.speakerStart(), a.speakerEnd());
    }
    Speaker.Type type = a.speakerType();
    return new Speaker(name, mention, type == null ? Speaker.Type.ROLE : type);
  }

  boolean isRefuted(int start, int end) {
    return refutals.get(start) && refutals.nextClearBit(start) >= end;
  }

  /** Two claims that are equal in these say the same. */
  private record Identity(
      Span span,
      Kind kind,
      String slot,
      String trigger,
      @Nullable String value,
      @Nullable String holder,
      @Nullable Span content) {}

  private static Identity identity(Claim c) {
    About a = c.about();
    return new Identity(
        c.span(),
        c.kind(),
        a.slot(),
        a.trigger(),
        c.value(),
        a.holder(),
        c.shown().equals(c.span()) ? c.content() : null);
  }
}
