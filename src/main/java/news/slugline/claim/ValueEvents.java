package news.slugline.claim;

import java.util.List;
import java.util.Set;
import news.slugline.claim.event.EventMention;
import news.slugline.claim.event.GoingOn;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.Sentence;
import news.slugline.claim.text.Token;
import org.jspecify.annotations.Nullable;

/** Which event a value belongs to, and what a claim of the value takes from it. */
final class ValueEvents {
  private static final int OLD_DAYS = 60;
  private static final Set<String> ONE = Set.of("a", "an");
  private static final Set<String> ANY = Set.of("any", "every", "each", "such");
  private static final int ANY_REACH = 3;

  private final Reading r;
  private final Document d;
  private final List<Token> t;
  private final Passages passages;

  ValueEvents(Reading r, Passages passages) {
    this.r = r;
    this.d = r.document;
    this.t = d.tokens();
    this.passages = passages;
  }

  /** The event of a value: in its clause the nearest, best one before it; else in its sentence. */
  @Nullable EventMention near(Sentence s, int[] span, int start, int end) {
    EventMention best = null;
    int cost = Integer.MAX_VALUE;
    for (EventMention e : r.events.get(s.index())) {
      int gap = e.end() <= start ? start - e.end() : e.start() >= end ? e.start() - end + 20 : 0;
      boolean inClause = e.start() >= span[0] && e.end() <= span[1];
      int c =
          gap
              + (inClause ? 0 : 200)
              + (e.family().equals("speech") ? 120 : 0)
              + (e.family().equals("none") ? 150 : 0);
      if (c < cost) {
        best = e;
        cost = c;
      }
    }
    return best == null ? before(s) : best;
  }

  /** "It struck at 9 p.m.": of a sentence that goes on about it, the event of the one before. */
  @Nullable EventMention before(Sentence s) {
    if (s.index() == 0 || !GoingOn.is(d, s)) {
      return null;
    }
    EventMention last = null;
    for (EventMention e : r.events.get(s.index() - 1)) {
      boolean told = e.incident() || e.encounter() && e.status() != null;
      last = told && last == null ? e : last;
    }
    return last;
  }

  /**
   * "Cut short a visit and is expected back on Friday": a stretch with a verb of its own, of no
   * class, is no part of the event before it.
   */
  boolean isOwnPart(Sentence s, int[] span, @Nullable EventMention e) {
    if (e == null || e.end() > span[0]) {
      return false;
    }
    int i = passages.tokenAt(s, span[0]);
    String w = t.get(i).lower();
    return (w.equals("and") || w.equals("but"))
        && i + 1 < s.endToken()
        && (d.tag(i + 1).equals("AUX") || d.tag(i + 1).equals("PRON"));
  }

  /**
   * "How hard it is to get a death sentence": any event of its kind, of which nothing is told.
   * Words between may say of which kind.
   */
  boolean isAny(EventMention e) {
    if (e.status() != null || e.incident() || e.encounter()) {
      return false;
    }
    int at = d.tokenFrom(e.start());
    for (int i = at - 1; i >= Math.max(0, at - ANY_REACH); i--) {
      String w = t.get(i).lower();
      if (ANY.contains(w) || ONE.contains(w)) {
        boolean purpose = i > 1 && d.tag(i - 1).equals("VERB") && t.get(i - 2).lower().equals("to");
        return ANY.contains(w) || purpose;
      }
      if (!d.tag(i).equals("ADJ") && !d.tag(i).equals("NOUN")) {
        return false;
      }
    }
    return false;
  }

  /** "He had been shot" may be the running incident; one with an old date is not. */
  boolean longAgo(EventMention e) {
    String when = e.when();
    return when != null && when.length() >= 4 && isOld(when);
  }

  /** Whether a day or longer lies long before the article. */
  boolean isOld(String value) {
    String until = r.anchor.day().minusDays(OLD_DAYS).toString();
    int n = Math.min(value.length(), until.length());
    return Character.isDigit(value.charAt(0))
        && value.substring(0, n).compareTo(until.substring(0, n)) < 0;
  }

  /**
   * What a value is about.
   *
   * @param e its event
   * @param holder whose it is
   */
  About about(
      @Nullable EventMention e,
      boolean background,
      String slot,
      @Nullable String holder,
      @Nullable String when,
      int[] span) {
    return new About(
        e == null ? "" : e.type(),
        background,
        e != null && e.further(),
        e == null ? List.of() : e.participants(),
        slot,
        holder,
        when,
        e == null ? null : e.where(),
        passages.terms(span[0], span[1]),
        List.of());
  }

  static Modality modality(@Nullable EventMention e) {
    return e == null ? Modality.ASSERTED : e.modality();
  }

  static Polarity polarity(@Nullable EventMention e) {
    return e == null ? Polarity.POSITIVE : e.polarity();
  }
}
