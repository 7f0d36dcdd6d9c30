package news.slugline.claim;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import news.slugline.claim.event.EventMention;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.Sentence;
import news.slugline.claim.text.Token;
import news.slugline.claim.value.QuantityMention;
import news.slugline.claim.value.QuantityMention.Slot;
import org.jspecify.annotations.Nullable;

/** Makes claims of quantities: tolls of the incident, ages of persons, amounts and measures. */
final class QuantityClaims {
  private static final String SHOT = "shot";
  private static final Set<String> CHARGE_OF = Set.of("of", "each");
  private static final Set<Slot> COUNTS = Set.of(Slot.COUNT, Slot.VICTIMS);
  private static final Set<String> DEFINITE =
      Set.of("the", "these", "those", "both", "his", "her", "their");

  private final Reading r;
  private final Document d;
  private final List<Token> t;
  private static final Set<String> RELATIVE = Set.of("that", "which", "who");

  private final Passages passages;
  private final ValueEvents values;
  private final Claims claims;
  private final Tolls tolls;
  private final AgeHolders ages;
  private final @Nullable EventMention main;

  QuantityClaims(Materials m) {
    r = m.reading();
    d = m.document();
    t = m.tokens();
    passages = m.passages();
    values = m.values();
    claims = m.claims();
    tolls = new Tolls(r);
    ages = new AgeHolders(r, passages);
    main = m.main();
  }

  /** The claim that there are so many or so much. */
  void add(Sentence s, QuantityMention m) {
    if (isNoClaim(s, m)) {
      return;
    }
    String holder = m.slot() == Slot.AGE ? ages.holder(s, m) : null;
    if (m.slot() == Slot.AGE && holder == null) {
      return;
    }
    int[] span = passages.clause(s, m.start(), m.end());
    EventMention e = values.near(s, span, m.start(), m.end());
    if (m.slot() == Slot.DURATION) {
      EventMention next = ofWhich(s, m.end());
      e = next == null ? e : next;
    }
    e = isToldOfAnother(s, m, e) ? null : e;
    EventMention of = event(s, m, e);
    boolean elsewhere = tolls.elsewhere(m);
    if (elsewhere && (of == null || !values.longAgo(of))
        || tolls.past(m) && (of == null || of.when() == null)) {
      return; // the toll of a span of time, of many incidents, or of nobody knows what
    }
    boolean running = Tolls.counts(m) && of != null && !values.longAgo(of);
    boolean old = elsewhere || tolls.past(m) || of != null && of.background() && !running;
    String slot = slot(m, e, of);
    About about = values.about(of, old, slot, holder, of == null ? null : of.when(), span);
    boolean beside = m.slot() == Slot.COUNT || m.slot() == Slot.ARRESTED;
    claims.add(
        Kind.QUANTITY,
        beside ? tolls.apart(s, span, m) : span,
        new int[] {m.start(), m.end()},
        slot.equals(SHOT) ? m.value().replace("victims", SHOT) : m.value(),
        ValueEvents.modality(e),
        polarity(m, e),
        null,
        of,
        about);
  }

  /** "Contracts for a road that was never built to six firms": a clause denies what is its own. */
  private boolean isToldOfAnother(Sentence s, QuantityMention m, @Nullable EventMention e) {
    boolean not = e != null && ValueEvents.polarity(e) == Polarity.NEGATIVE;
    if (e == null || !not || e.end() > m.start()) {
      return false;
    }
    int behind = d.tokenFrom(e.end() - 1) + 1;
    int at = d.tokenFrom(m.start());
    boolean led = behind < at && d.tag(behind).equals("ADP") && !d.tag(behind - 1).equals("AUX");
    for (int i = d.tokenFrom(e.start()) - 1; led && i >= s.firstToken(); i--) {
      if (RELATIVE.contains(t.get(i).lower())) {
        return true;
      }
      if (!d.tag(i).equals("AUX") && !d.tag(i).equals("ADV") && !d.tag(i).equals("PART")) {
        return false;
      }
    }
    return false;
  }

  /** What is named and not counted, is part of a toll, or is none at all: "a zero-day flaw". */
  private boolean isNoClaim(Sentence s, QuantityMention m) {
    boolean zero = m.number() != null && m.number().signum() == 0;
    return COUNTS.contains(m.slot()) && definite(s, m.start())
        || tolls.member(m)
        || charges(m)
        || m.slot() == Slot.DURATION && zero;
  }

  /** The event of which a quantity tells, if it tells of one. */
  private @Nullable EventMention event(Sentence s, QuantityMention m, @Nullable EventMention near) {
    return switch (m.slot()) {
      case AGE -> null;
      case VICTIMS, KILLED, INJURED, SHOT, MISSING, DISPLACED, ARRESTED -> harming(s, near);
      default -> near;
    };
  }

  /** What of the event a quantity is: the victims of a shooting are those who were shot. */
  private static String slot(
      QuantityMention m, @Nullable EventMention near, @Nullable EventMention of) {
    String own = m.slot().name().toLowerCase(Locale.ROOT);
    String amount = "amount:" + m.unit();
    return switch (m.slot()) {
      case VICTIMS -> of != null && of.type().equals("shooting") && m.number() != null ? SHOT : own;
      case AGE, KILLED, INJURED, SHOT, MISSING, DISPLACED, ARRESTED, VOTES, SCORE, MAGNITUDE -> own;
      case DURATION -> near == null || near.family().equals("justice") ? amount : own;
      default -> amount;
    };
  }

  /** "Seven counts of assault": how often a charge is brought, which is the charge's own claim. */
  private boolean charges(QuantityMention m) {
    int next = d.tokenFrom(m.end());
    return m.slot() == Slot.COUNT
        && (m.unit().equals("charge")
            || m.unit().equals("count")
                && next < t.size()
                && CHARGE_OF.contains(t.get(next).lower()));
  }

  /** "The two leaders": named before, not counted. */
  private boolean definite(Sentence s, int start) {
    int i = passages.tokenAt(s, start);
    return i > s.firstToken() && DEFINITE.contains(t.get(i - 1).lower());
  }

  /** "Three hours of talks": the event that a duration names itself. */
  private @Nullable EventMention ofWhich(Sentence s, int end) {
    int i = d.tokenFrom(end);
    if (i >= s.endToken() || !t.get(i).lower().equals("of")) {
      return null;
    }
    for (EventMention e : r.events.get(s.index())) {
      if (e.start() >= end && e.start() < end + 40) {
        return e;
      }
    }
    return null;
  }

  /** The incident of a tally: that of its own sentence, else the article's. */
  private @Nullable EventMention harming(Sentence s, @Nullable EventMention near) {
    if (near != null && (near.incident() || near.type().equals("war"))) {
      return near;
    }
    for (EventMention e : r.events.get(s.index())) {
      if (e.incident()) {
        return e;
      }
    }
    boolean ofOther = near != null && near.family().equals("change");
    // who is found or rescued was harmed by something else
    return main != null && main.incident() ? main : ofOther ? null : near;
  }

  /**
   * "No one was hurt" says of none that he was, and denies nothing; what did not happen beside
   * victims leaves their number as it is.
   */
  private static Polarity polarity(QuantityMention m, @Nullable EventMention e) {
    boolean none = m.number() != null && m.number().signum() == 0;
    boolean beside = Tolls.counts(m) && e != null && (e.end() <= m.start() || e.start() >= m.end());
    return none || beside ? Polarity.POSITIVE : ValueEvents.polarity(e);
  }
}
