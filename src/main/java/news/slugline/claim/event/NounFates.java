package news.slugline.claim.event;

import java.util.List;
import java.util.Set;
import news.slugline.claim.EventStatus;
import news.slugline.claim.Modality;
import news.slugline.claim.event.Clauses.Clause;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.Token;
import news.slugline.claim.text.Verbs;
import org.jspecify.annotations.Nullable;

/** What the verbs about a noun say of its event: held, called off, planned, denied. */
final class NounFates {
  private static final int BEFORE = 14;
  private static final int AFTER = 10;

  /** So far behind "planned" may stand what became of it, if none of these words comes between. */
  private static final int CALLED_OFF_REACH = 14;

  private static final Set<String> LINKS =
      Set.of(
          "after",
          "although",
          "and",
          "as",
          "because",
          "before",
          "but",
          "if",
          "or",
          "that",
          "though",
          "when",
          "where",
          "which",
          "while",
          "who");

  /** What stands before one of these does not tell of what stands behind it. */
  private static final Set<String> CUT_OFF =
      Set.of("\"", "\u201c", "\u201d", "before", "until", "till", "since", "ahead", "after");

  private final List<Token> t;

  NounFates(Document d) {
    this.t = d.tokens();
  }

  /**
   * What the words about a noun say of its event; null if nothing. "Followed by a lunch": what
   * follows something stands as that does.
   *
   * @param last event named before it
   */
  @Nullable Fate of(Clause c, Triggers.Hit hit, @Nullable EventMention last) {
    if (last != null && t.get(c.first()).lower().equals("followed")) {
      return last.status() == null ? null : Fate.of(last);
    }
    for (int i = hit.start() - 1; i >= c.first() && i > hit.start() - BEFORE; i--) {
      if (CUT_OFF.contains(t.get(i).lower())) {
        break;
      }
      Fate s = at(i, c, hit, false);
      if (s != null) {
        return s;
      }
    }
    for (int i = hit.end(); i < c.end() && i < hit.end() + AFTER; i++) {
      Fate s = at(i, c, hit, true);
      if (s != null) {
        Fate off = s.status() == EventStatus.PLANNED ? calledOff(i + 1, c, hit) : null;
        return off != null ? off : s;
      }
    }
    return null;
  }

  /** "The meeting, planned for Friday, was postponed": what became of the plan, said behind it. */
  private @Nullable Fate calledOff(int from, Clause c, Triggers.Hit hit) {
    for (int i = from; i < c.end() && i < from + CALLED_OFF_REACH; i++) {
      if (LINKS.contains(t.get(i).lower())) {
        return null;
      }
      Fate s = at(i, c, hit, true);
      if (s != null) {
        boolean off = s.status() == EventStatus.POSTPONED || s.status() == EventStatus.CANCELLED;
        return off && !s.negative() ? s : null;
      }
    }
    return null;
  }

  /** What one word says. */
  private @Nullable Fate at(int i, Clause c, Triggers.Hit hit, boolean subject) {
    if (!t.get(i).isWord() || t.get(i).isCapitalised() && i > c.first()) {
      return null;
    }
    Fate fixed = fixed(i, c, subject);
    if (fixed != null) {
      return fixed;
    }
    String w = t.get(i).lower();
    Support.Effect e = Support.of(Verbs.lemma(w));
    if (e == null && i + 1 < c.end() && t.get(i + 1).lower().equals("ahead")) {
      e = Support.of(Verbs.lemma(w) + "-ahead");
    }
    if (e == null
        || Groups.auxiliary(w)
            && !EventFinder.DETERMINERS.contains(t.get(i + 1 < c.end() ? i + 1 : i).lower())) {
      return null;
    }
    Groups.Group g = Groups.before(t, i, c.first(), form(w));
    if (w.equals("following") && g.first() == i) {
      return null; // "a meeting following the strike": after it
    }
    return e == Support.Effect.PLANS
        ? planned(i, c, hit, subject, g)
        : done(e, form(w), hit, subject, g);
  }

  /** "Called off", "put off", "there was". */
  private @Nullable Fate fixed(int i, Clause c, boolean subject) {
    String w = t.get(i).lower();
    if (w.equals("off") && i > 0 && Verbs.lemma(t.get(i - 1).lower()).equals("call")) {
      return Fate.asserted(EventStatus.CANCELLED);
    }
    boolean putOff = w.equals("off") && i > c.first() && t.get(i - 1).lower().equals("put");
    if (putOff && i + 1 < c.end() && !t.get(i + 1).lower().equals("by")) {
      return Fate.asserted(EventStatus.POSTPONED);
    }
    boolean there = i > c.first() && t.get(i - 1).lower().equals("there");
    return w.equals("was") && !subject && there ? Fate.asserted(EventStatus.OCCURRED) : null;
  }

  /** A verb of planning: "planned", "is expecting". */
  private @Nullable Fate planned(
      int i, Clause c, Triggers.Hit hit, boolean subject, Groups.Group g) {
    boolean another = !subject && i + 1 < c.end() && t.get(i + 1).lower().equals("to");
    if (another && hit.family().equals("incident")) {
      return null; // "are expected to publish a report on the shooting"
    }
    Triggers.Form form = form(t.get(i).lower());
    boolean plans =
        form == Triggers.Form.PAST_OR_PARTICIPLE
            || g.status() == EventStatus.UNDER_WAY
            || form == Triggers.Form.PRESENT;
    return plans ? new Fate(EventStatus.PLANNED, Modality.PLANNED, g.negative(), false) : null;
  }

  /** A verb of happening, cancelling, postponing and the like. */
  private static @Nullable Fate done(
      Support.Effect e, Triggers.Form form, Triggers.Hit hit, boolean subject, Groups.Group g) {
    if (g.status() == null || g.bare() && !subject) {
      return null;
    }
    boolean done = g.status() == EventStatus.OCCURRED || g.status() == EventStatus.UNDER_WAY;
    if (form == Triggers.Form.PRESENT
        && done
        && e == Support.Effect.HAPPENS
        && !hit.family().equals("incident")) {
      return null;
    }
    EventStatus status =
        switch (e) {
          case CANCELS -> done ? EventStatus.CANCELLED : null;
          case POSTPONES -> done ? EventStatus.POSTPONED : null;
          default -> g.status();
        };
    return status == null ? null : new Fate(status, g.modality(), g.negative(), g.past());
  }

  static Triggers.Form form(String w) {
    String lemma = Verbs.lemma(w);
    if (w.equals(lemma)) {
      return w.equals("hit") || w.equals("set")
          ? Triggers.Form.PAST_OR_PARTICIPLE
          : Triggers.Form.BASE;
    }
    if (w.endsWith("ing")) {
      return Triggers.Form.ING;
    }
    return w.endsWith("s") ? Triggers.Form.PRESENT : Triggers.Form.PAST_OR_PARTICIPLE;
  }
}
