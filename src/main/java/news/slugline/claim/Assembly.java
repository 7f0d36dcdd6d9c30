package news.slugline.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import news.slugline.claim.event.Clauses;
import news.slugline.claim.event.EventMention;
import news.slugline.claim.event.EventTimes;
import news.slugline.claim.event.Rises;
import news.slugline.claim.event.Tellings;
import news.slugline.claim.quote.Attribution;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.EntityType;
import news.slugline.claim.text.Mention;
import news.slugline.claim.text.Sentence;
import news.slugline.claim.text.Terms;
import news.slugline.claim.text.Token;
import news.slugline.claim.text.WordGroups;
import news.slugline.claim.value.HistoryMention;
import news.slugline.claim.value.PlaceMention;
import news.slugline.claim.value.QuantityMention;
import news.slugline.claim.value.TimeMention;
import org.jspecify.annotations.Nullable;

/**
 * Makes claims from what the finders see: gives each value the event that it belongs to, the slot,
 * the holder, and a span that an editor reads as evidence (never more than {@link #LONGEST} words).
 */
final class Assembly {
  private static final int LONGEST = 78;
  private static final int TERMS = 24;

  /** So many sentences of an article are kept as what they tell: news comes first. */
  private static final int TOLD = 20;

  /** A sentence of fewer words of weight tells nothing that could be known again. */
  private static final int FEWEST = 4;

  /** Sentences in which an article says what it is about. */
  static final int LEAD = 5;

  /** Tokens of the clause that are shown before and after a value's own. */
  private static final int BEFORE = 7;

  private static final int AFTER = 8;

  /** Tokens between a value and the words of its event, if these are shown with it. */
  private static final int REACH = 16;

  /** Tokens before "she" in which the person may be named. */
  private static final int PERSON_BEFORE = 60;

  /** Sentences before a clock time in which its day may stand. */
  private static final int DAY_BEFORE = 2;

  private static final Terms ENGLISH = Terms.english();
  private static final WordGroups WORDS = WordGroups.of(Assembly.class, "assembly-words.tsv");
  private static final Set<String> ENDS = WORDS.get("ends");
  private static final Set<String> SAYS = WORDS.get("says");
  private static final Set<String> TURNS =
      Set.of("after", "where", "when", "before", "while", "following", "who", "from", ";", "\"");
  private static final Set<String> PAUSES =
      Set.of(
          ",", ";", ":", "-", "\u2013", "\u2014", "'s", "\u2019s", "\"", "\u201c", "\u201d", "(");

  /** Before "as" they say who somebody is. */
  private static final Set<String> NAMED = Set.of("identified", "named", "known");

  private static final Set<String> IS = Set.of("is", "was");
  private static final Set<String> ONE = Set.of("a", "an");
  private static final Set<String> ANY = Set.of("any", "every", "each", "such");
  private static final int ANY_REACH = 3;
  private static final Set<String> CHARGE_OF = Set.of("of", "each");
  private static final Set<QuantityMention.Slot> COUNTS =
      Set.of(QuantityMention.Slot.COUNT, QuantityMention.Slot.VICTIMS);
  private static final Comparator<Claim> ORDER =
      Comparator.comparing(Claim::span)
          .thenComparing(Claim::kind)
          .thenComparing(c -> c.about().slot())
          .thenComparing(c -> c.about().trigger())
          .thenComparing(c -> String.valueOf(c.value()));

  private final Reading r;
  private final Document d;
  private final List<Token> t;
  private final int[] points;
  private final List<List<Clauses.Clause>> clauses = new ArrayList<>();
  private final List<Claim> out = new ArrayList<>();
  private final @Nullable EventMention main;
  private final Tolls tolls;
  private final EventWords eventWords;

  /** The characters that the text calls false. */
  private final BitSet refutals;

  Assembly(Reading r) {
    this.r = r;
    this.d = r.document;
    this.t = d.tokens();
    this.points = points(d.text());
    for (Sentence s : d.sentences()) {
      clauses.add(Clauses.of(d, s));
    }
    main = main();
    tolls = new Tolls(r);
    eventWords = new EventWords(r);
    refutals = Refutals.of(d);
  }

  /** The claims in canonical order, each once. */
  List<Claim> claims() {
    Venues venues = new Venues(this, r, main);
    for (Attribution a : r.attributions) {
      if (!d.isStamp(d.sentences().get(r.sentenceAt(a.start())))) {
        attributed(a);
      }
    }
    for (Sentence s : d.sentences()) {
      if (d.isStamp(s)) {
        continue;
      }
      for (EventMention e : r.events.get(s.index())) {
        event(e);
      }
      for (TimeMention m : r.times.get(s.index())) {
        time(s, m);
      }
      for (QuantityMention m : r.quantities.get(s.index())) {
        quantity(s, m);
      }
      for (PlaceMention m : r.places.get(s.index())) {
        venues.place(s, m);
      }
      for (HistoryMention m : r.histories.get(s.index())) {
        history(s, m);
      }
    }
    venues.unplaced();
    told();
    Map<Identity, Claim> once = new LinkedHashMap<>();
    out.stream().sorted(ORDER).forEach(c -> once.putIfAbsent(identity(c), c));
    return List.copyOf(once.values());
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

  /** The running matter's event: what the headline names, else the first incident of the lead. */
  private @Nullable EventMention main() {
    EventMention first = null;
    EventMention incident = null;
    for (List<EventMention> of : r.events) {
      for (EventMention e : of) {
        if (e.background()) {
          continue;
        }
        if (r.headlineEvents.contains(e.type()) && e.incident()) {
          return e;
        }
        incident = incident == null && e.incident() && e.sentence() < LEAD ? e : incident;
        first = first == null && (e.encounter() || e.status() != null) ? e : first;
      }
    }
    return incident != null ? incident : first;
  }

  // --- quotes and statements

  private void attributed(Attribution a) {
    if (a.contentEnd() <= a.contentStart() || a.end() <= a.start()) {
      return;
    }
    int start = a.start();
    int end = a.end();
    boolean hasCue = a.cueStart() >= 0 && a.cueEnd() > a.cueStart();
    boolean inside = a.contentStart() >= start && a.contentEnd() <= end;
    if (!inside) {
      start = Math.min(start, a.contentStart());
      end = Math.max(end, a.contentEnd());
    }
    boolean cueInside = hasCue && a.cueStart() >= start && a.cueEnd() <= end;
    Span span = span(start, end);
    Speaker speaker = speaker(a);
    Modality modality =
        a.denied() ? Modality.DENIED : speaker == null ? Modality.ASSERTED : Modality.REPORTED;
    EventMention e = eventIn(a.contentStart(), a.contentEnd());
    boolean running = e != null && !e.background();
    About about =
        new About(
            e == null ? "" : e.type(),
            e != null && !running,
            e == null ? List.of() : e.participants(),
            "said",
            speaker == null ? null : speaker.name(),
            e == null ? null : e.when(),
            e == null ? null : e.where(),
            terms(a.contentStart(), a.contentEnd()));
    out.add(
        new Claim(
            a.kind(),
            span,
            d.text(start, end),
            speaker,
            cueInside ? span(a.cueStart(), a.cueEnd()) : null,
            span(a.contentStart(), a.contentEnd()),
            null,
            modality,
            a.denied() ? Polarity.NEGATIVE : Polarity.POSITIVE,
            null,
            a.outlet(),
            about));
  }

  private @Nullable Speaker speaker(Attribution a) {
    String name = a.speaker();
    Span mention =
        a.speakerStart() >= 0 && a.speakerEnd() > a.speakerStart()
            ? span(a.speakerStart(), a.speakerEnd())
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

  private @Nullable EventMention eventIn(int from, int to) {
    EventMention best = null;
    for (int i = r.sentenceAt(from); i < r.events.size(); i++) {
      if (d.sentences().get(i).start() >= to) {
        break;
      }
      for (EventMention e : r.events.get(i)) {
        if (e.start() >= from && e.end() <= to && (best == null || best.status() == null)) {
          best = e;
        }
      }
    }
    return best;
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

  // --- events

  private void event(EventMention e) {
    EventStatus status = e.status();
    boolean talk = e.family().equals("speech") && !e.type().equals("take_questions");
    if (status == null || talk || e.family().equals("none")) {
      return;
    }
    if (isRefuted(e.start(), e.end()) && !r.quantities.get(e.sentence()).isEmpty()) {
      return; // "that five had died was wrong": the number is, not that somebody died
    }
    String day = e.when();
    boolean dated = day != null && day.length() == 10;
    boolean plain = status == EventStatus.OCCURRED || status == EventStatus.UNDER_WAY;
    String word = status.name().toLowerCase(Locale.ROOT);
    String value = dated && plain && day != null && isOwn(e, day) ? day : word;
    List<String> terms = terms(e.clauseStart(), e.clauseEnd());
    About about =
        new About(
            e.type(), e.background(), e.participants(), "status", null, day, e.where(), terms);
    add(
        Kind.EVENT,
        new int[] {e.clauseStart(), e.clauseEnd()},
        new int[] {e.start(), e.end()},
        value,
        e.modality(),
        e.polarity(),
        status,
        e,
        about);
  }

  private boolean isRefuted(int start, int end) {
    return refutals.get(start) && refutals.nextClearBit(start) >= end;
  }

  /** Whether the event's own clause names its day; from elsewhere it may be another event's. */
  private boolean isOwn(EventMention e, String day) {
    return r.times.get(e.sentence()).stream()
        .anyMatch(
            m ->
                m.start() >= e.clauseStart()
                    && m.end() <= e.clauseEnd()
                    && m.value().startsWith(day));
  }

  // --- what the first sentences tell, in whatever words

  private void told() {
    for (Sentence s : d.sentences().subList(0, Math.min(TOLD, d.sentences().size()))) {
      Tellings.Telling m = isQuoted(s) || d.isStamp(s) ? null : Tellings.of(d, s);
      List<String> terms = terms(s.start(), s.end());
      if (m != null && terms.size() >= FEWEST) {
        told(s, m, terms);
      }
    }
  }

  private void told(Sentence s, Tellings.Telling m, List<String> terms) {
    EventMention of = null;
    Set<String> classes = new TreeSet<>();
    for (EventMention e : r.events.get(s.index())) {
      boolean named = !e.family().equals("none") && !e.family().equals("speech");
      of = of == null && named ? e : of;
      if (!e.family().equals("none")) {
        classes.add(e.type());
      }
    }
    Set<Participant> who = new LinkedHashSet<>();
    for (int i = s.firstToken(); i < s.endToken(); i++) {
      Mention n = r.names.at(i);
      if (n != null && n.firstToken() == i) {
        boolean before = t.get(i).start() < m.start();
        who.add(
            new Participant(before ? Participant.Role.AGENT : Participant.Role.PATIENT, n.name()));
      }
    }
    String trigger = of == null ? "" : of.type();
    String when = of == null ? null : of.when();
    add(
        Kind.EVENT,
        new int[] {s.start(), s.end()},
        new int[] {m.start(), m.end()},
        m.status().name().toLowerCase(Locale.ROOT),
        m.modality(),
        m.negative() ? Polarity.NEGATIVE : Polarity.POSITIVE,
        m.status(),
        null,
        new About(
            trigger,
            false,
            List.copyOf(who),
            Claim.TOLD,
            null,
            when,
            null,
            terms,
            List.copyOf(classes)));
  }

  private boolean isQuoted(Sentence s) {
    int quoted = 0;
    for (Attribution a : r.said.get(s.index())) {
      if (a.kind() == Kind.QUOTE) {
        quoted += Math.min(a.contentEnd(), s.end()) - Math.max(a.contentStart(), s.start());
      }
    }
    return quoted * 2 > s.end() - s.start();
  }

  // --- values

  private boolean isOfRise(Sentence s, TimeMention m, EventMention e) {
    return !Rises.isMeasured(e.type()) && Rises.isOfRise(t, d.tokenFrom(m.start()), s.firstToken());
  }

  private void time(Sentence s, TimeMention m) {
    String lead = d.text().substring(Math.max(0, m.start() - 6), m.start()).strip();
    if (lead.endsWith("since")) {
      return;
    }
    if (saidThen(s, m.start())) {
      spoken(s, m);
      return;
    }
    int[] span = clause(s, m.start(), m.end());
    EventMention e = near(s, span, m.start(), m.end());
    if (e != null && (EventTimes.isOfAnother(d.text(), m, e.start()) || isOfRise(s, m, e))) {
      e = null;
    }
    boolean speech = e != null && e.family().equals("speech") && m.end() <= e.start();
    e = speech || isOwnPart(s, span, e) ? null : e;
    String value = m.value();
    if (m.type() == TimeMention.Type.CLOCK_WITHOUT_DAY) {
      String day = e == null ? null : e.when();
      day = day == null || day.length() != 10 ? dayBefore(s, m) : day;
      if (day != null) {
        value = m.on(LocalDate.parse(day));
      }
    }
    boolean clock = m.clock() != null;
    String slot = slot(m.start(), clock);
    boolean old = e != null ? e.background() : value.length() >= 4 && old(value);
    String when = e == null ? null : e.when();
    About about = about(e, old, slot, null, clock ? when : value, span);
    add(
        Kind.TIME,
        span,
        new int[] {m.start(), m.end()},
        value,
        modality(e),
        e == null || isAcross(e, m) ? Polarity.POSITIVE : polarity(e),
        null,
        e,
        about);
  }

  /**
   * "It did not come; it is expected on Friday": what is denied stands in a sentence of its own.
   */
  private boolean isAcross(EventMention e, TimeMention m) {
    int from = Math.min(e.end(), m.end());
    int to = Math.max(e.start(), m.start());
    return from < to && d.text().substring(from, to).indexOf(';') >= 0;
  }

  /**
   * "Cut short a visit and is expected back on Friday": a stretch with a verb of its own, of no
   * class, is no part of the event before it.
   */
  boolean isOwnPart(Sentence s, int[] span, @Nullable EventMention e) {
    if (e == null || e.end() > span[0]) {
      return false;
    }
    int i = tokenAt(s, span[0]);
    String w = t.get(i).lower();
    return (w.equals("and") || w.equals("but"))
        && i + 1 < s.endToken()
        && (d.tag(i + 1).equals("AUX") || d.tag(i + 1).equals("PRON"));
  }

  /** The day that the sentences before a clock time name last. */
  private @Nullable String dayBefore(Sentence s, TimeMention clock) {
    for (int i = s.index(); i >= Math.max(0, s.index() - DAY_BEFORE); i--) {
      List<TimeMention> of = r.times.get(i);
      for (int k = of.size() - 1; k >= 0; k--) {
        TimeMention m = of.get(k);
        boolean day = m.type() == TimeMention.Type.DAY && m.value().length() == 10;
        if (day && m.start() < clock.start() && !saidThen(d.sentences().get(i), m.start())) {
          return m.value();
        }
      }
    }
    return null;
  }

  /** The day on which somebody said something. */
  private void spoken(Sentence s, TimeMention m) {
    int[] span = clause(s, m.start(), m.end());
    String who = null;
    for (Attribution a : r.said.get(s.index())) {
      boolean near = a.start() <= m.start() && m.end() <= a.end();
      who = who == null && near ? a.speaker() : who;
    }
    if (m.type() == TimeMention.Type.CLOCK_WITHOUT_DAY) {
      return;
    }
    About about = about(null, false, "said_on", who, m.value(), span);
    add(
        Kind.TIME,
        span,
        new int[] {m.start(), m.end()},
        m.value(),
        Modality.ASSERTED,
        Polarity.POSITIVE,
        null,
        null,
        about);
  }

  private boolean saidThen(Sentence s, int start) {
    return EventTimes.saidThen(t, tokenAt(s, start), s.firstToken(), SAYS);
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
  private boolean longAgo(EventMention e) {
    String when = e.when();
    return when != null && when.length() >= 4 && old(when);
  }

  private boolean old(String value) {
    String until = r.anchor.day().minusDays(60).toString();
    int n = Math.min(value.length(), until.length());
    return Character.isDigit(value.charAt(0))
        && value.substring(0, n).compareTo(until.substring(0, n)) < 0;
  }

  /** What of the event a time is: its end after "until", a bound after "by". */
  private String slot(int start, boolean clock) {
    String before =
        d.text().substring(Math.max(0, start - 12), start).toLowerCase(Locale.ROOT).strip();
    String word = before.substring(before.lastIndexOf(' ') + 1);
    if (word.equals("by")) {
      return "by";
    }
    return ENDS.contains(word) ? "end" : clock ? "start" : "date";
  }

  private void quantity(Sentence s, QuantityMention m) {
    if (COUNTS.contains(m.slot()) && definite(s, m.start()) || tolls.member(m) || charges(m)) {
      return;
    }
    if (m.slot() == QuantityMention.Slot.DURATION
        && m.number() != null
        && m.number().signum() == 0) {
      return; // "a zero-day flaw"
    }
    int[] span = clause(s, m.start(), m.end());
    EventMention e = near(s, span, m.start(), m.end());
    String holder = null;
    String slot = m.slot().name().toLowerCase(Locale.ROOT);
    if (m.slot() == QuantityMention.Slot.DURATION) {
      EventMention next = ofWhich(s, m.end());
      e = next == null ? e : next;
    }
    EventMention of = e;
    String value = m.value();
    switch (m.slot()) {
      case AGE -> {
        holder = aged(s, m);
        of = null;
        if (holder == null) {
          return;
        }
      }
      case VICTIMS -> {
        of = harming(s, e);
        if (of != null && of.type().equals("shooting") && m.number() != null) {
          // The victims of a shooting are those who were shot.
          slot = "shot";
          value = value.replace("victims", "shot");
        }
      }
      case KILLED, INJURED, SHOT, MISSING, DISPLACED, ARRESTED -> of = harming(s, e);
      case DURATION ->
          slot = e == null || e.family().equals("justice") ? "amount:" + m.unit() : "duration";
      case VOTES, SCORE, MAGNITUDE -> {}
      default -> slot = "amount:" + m.unit();
    }
    boolean elsewhere = tolls.elsewhere(m);
    if (elsewhere && (of == null || !longAgo(of))
        || tolls.past(m) && (of == null || of.when() == null)) {
      return; // the toll of a span of time, of many incidents, or of nobody knows what
    }
    boolean toll = Tolls.counts(m);
    boolean old =
        elsewhere || tolls.past(m) || of != null && of.background() && !(toll && !longAgo(of));
    About about = about(of, old, slot, holder, of == null ? null : of.when(), span);
    boolean beside =
        m.slot() == QuantityMention.Slot.COUNT || m.slot() == QuantityMention.Slot.ARRESTED;
    add(
        Kind.QUANTITY,
        beside ? tolls.apart(s, span, m) : span,
        new int[] {m.start(), m.end()},
        value,
        modality(e),
        polarity(m, e),
        null,
        of,
        about);
  }

  /** "Seven counts of assault": how often a charge is brought, which is the charge's own claim. */
  private boolean charges(QuantityMention m) {
    int next = d.tokenFrom(m.end());
    return m.slot() == QuantityMention.Slot.COUNT
        && (m.unit().equals("charge")
            || m.unit().equals("count")
                && next < t.size()
                && CHARGE_OF.contains(t.get(next).lower()));
  }

  /** "The two leaders": named before, not counted. */
  private boolean definite(Sentence s, int start) {
    int i = tokenAt(s, start);
    return i > s.firstToken()
        && Set.of("the", "these", "those", "both", "his", "her", "their")
            .contains(t.get(i - 1).lower());
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
    return main != null && main.incident() ? main : near;
  }

  /**
   * Whose age it is. A person who is not named is known by the age alone, so that two never meet.
   * Null if nobody's: "Turnout was 75."
   */
  private @Nullable String aged(Sentence s, QuantityMention m) {
    int at = tokenAt(s, m.start());
    String before = at > s.firstToken() ? t.get(at - 1).lower() : "";
    if (before.equals("was") || before.equals("is")) {
      return subject(at - 2, s);
    }
    Mention best = null;
    int distance = Integer.MAX_VALUE;
    boolean adjective = d.text().substring(m.start(), m.end()).endsWith("old");
    for (int i = s.firstToken(); i < s.endToken(); i++) {
      Mention n = r.names.at(i);
      if (n == null || n.firstToken() != i || n.type() == EntityType.PLACE) {
        continue;
      }
      int start = t.get(n.firstToken()).start();
      int end = t.get(n.endToken() - 1).end();
      int gap = end <= m.start() ? m.start() - end : start - m.end();
      boolean behind = start >= m.end() && gap <= 25 && isAgedBy(m.end(), n);
      boolean also = end <= m.start() && d.text(end, m.start()).strip().equals(", also");
      boolean apposed = end <= m.start() && gap <= 4 || also || behind;
      // In "Ann Lee, 32-year-old Joe Orr" the age is that of whom it stands before.
      int far = behind && adjective ? gap - 25 : gap;
      if (apposed && gap >= 0 && far < distance && n.type() != EntityType.ORGANISATION) {
        best = n;
        distance = far;
      }
    }
    if (best != null) {
      return best.name();
    }
    String first = t.get(at).lower();
    boolean alone = first.equals("aged") || first.equals("age"); // "ages" are those of several
    String one = alone ? onlyPerson(s) : null;
    if (one != null) {
      return one;
    }
    String counted = m.counted();
    int next = d.tokenFrom(m.end());
    boolean noun = next < s.endToken() && d.tag(next).equals("NOUN");
    String who = counted != null ? counted : noun ? t.get(next).lower() : "person";
    return who + ", " + m.value();
  }

  /** The person who a token names, "he" and "she" being whom the text named last. */
  private @Nullable String subject(int last, Sentence s) {
    int token = last;
    while (token > s.firstToken() && d.tag(token).equals("ADV")) {
      token--; // "Lee also was 18"
    }
    String w = token < s.firstToken() ? "" : t.get(token).lower();
    boolean pronoun = w.equals("he") || w.equals("she");
    int limit = pronoun ? Math.max(0, token - PERSON_BEFORE) : token;
    for (int i = token; i >= limit && i >= 0; i--) {
      Mention n = r.names.at(i);
      if (n != null && n.type() == EntityType.PERSON) {
        return n.name();
      }
    }
    return null;
  }

  /** "Died at the age of 91": the only person of the sentence. */
  private @Nullable String onlyPerson(Sentence s) {
    String one = null;
    for (int i = s.firstToken(); i < s.endToken(); i++) {
      Mention n = r.names.at(i);
      if (n != null && n.type() == EntityType.PERSON) {
        if (one != null && !one.equals(n.name())) {
          return null;
        }
        one = n.name();
      }
    }
    return one;
  }

  /**
   * Whether an age may be that of a name behind it: "35-year-old Ann Lee", "a 35-year-old woman,
   * Ann Lee"; not "a 35-year-old woman of Larch", nor "ages 14 and 16, Lee said".
   */
  private boolean isAgedBy(int end, Mention n) {
    int from = d.tokenFrom(end);
    boolean is = isNaming(from, n.firstToken());
    boolean comma = false;
    for (int i = from; i < n.firstToken(); i++) {
      if (!is && (d.tag(i).equals("ADP") || d.tag(i).equals("VERB"))) {
        return false;
      }
      comma |= t.get(i).text().equals(",");
    }
    int after = n.endToken();
    boolean speaks = comma && after < t.size() && d.tag(after).equals("VERB");
    return !speaks && !hasAge(after);
  }

  /** "The 15-year-old victim, identified as", "the 23-year-old man killed was" somebody. */
  private boolean isNaming(int from, int name) {
    int last = name - 1;
    if (last <= from) {
      return false;
    }
    String before = t.get(last - 1).lower();
    return t.get(last).lower().equals("as") && NAMED.contains(before)
        || IS.contains(t.get(last).lower());
  }

  /** "A 3-year-old boy; Ana Ruiz, 20": a name with an age of its own behind it. */
  private boolean hasAge(int after) {
    return after + 1 < t.size() && t.get(after).text().equals(",") && t.get(after + 1).isNumber();
  }

  private void history(Sentence s, HistoryMention m) {
    int[] span = clause(s, m.start(), m.end());
    EventMention e = done(s, span, m);
    String of = m.of();
    if (e == null && of != null) {
      for (EventMention x : r.events.get(s.index())) {
        e = e == null ? x : e;
      }
    }
    About about = about(e, false, "since", null, e == null ? null : e.when(), span);
    add(
        Kind.HISTORY,
        span,
        new int[] {m.start(), m.end()},
        m.value(),
        modality(e),
        polarity(e),
        null,
        e,
        about);
  }

  /**
   * "They met on Friday for the first time in six years and signed": the event before it, for what
   * comes after has no history yet. At the head of a clause it is the event that follows.
   */
  private @Nullable EventMention done(Sentence s, int[] span, HistoryMention m) {
    EventMention before = null;
    for (EventMention e : r.events.get(s.index())) {
      boolean inside = e.start() >= span[0] && e.end() <= m.start();
      boolean speech = e.family().equals("speech") || e.family().equals("none");
      before = inside && !speech && !relative(e.end(), m.start()) ? e : before;
    }
    if (before != null) {
      return before;
    }
    EventMention near = near(s, span, m.start(), m.end());
    return near != null && near.end() <= m.start() && relative(near.end(), m.start()) ? null : near;
  }

  /** "Voted down a bill that would have raised the tax": what follows tells of the bill. */
  private boolean relative(int from, int to) {
    for (int i = d.tokenFrom(from); i + 1 < t.size() && t.get(i).start() < to; i++) {
      if (t.get(i).lower().equals("that") && t.get(i + 1).lower().equals("would")) {
        return true;
      }
    }
    return false;
  }

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
        e == null ? List.of() : e.participants(),
        slot,
        holder,
        when,
        e == null ? null : e.where(),
        terms(span[0], span[1]));
  }

  static Modality modality(@Nullable EventMention e) {
    return e == null ? Modality.ASSERTED : e.modality();
  }

  /**
   * "No one was hurt" says of none that he was, and denies nothing; what did not happen beside
   * victims leaves their number as it is.
   */
  private static Polarity polarity(QuantityMention m, @Nullable EventMention e) {
    boolean none = m.number() != null && m.number().signum() == 0;
    boolean beside = Tolls.counts(m) && e != null && (e.end() <= m.start() || e.start() >= m.end());
    return none || beside ? Polarity.POSITIVE : polarity(e);
  }

  static Polarity polarity(@Nullable EventMention e) {
    return e == null ? Polarity.POSITIVE : e.polarity();
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
    return best;
  }

  // --- spans

  /** Code points of UTF-16 offsets; counted once for the whole body, since bodies can be long. */
  private Span span(int start, int end) {
    return points.length == 0 ? new Span(start, end) : new Span(points[start], points[end]);
  }

  private static int[] points(String text) {
    int n = text.length();
    if (text.codePointCount(0, n) == n) {
      return new int[0];
    }
    int[] out = new int[n + 1];
    for (int i = 0; i < n; i++) {
      boolean pair =
          Character.isHighSurrogate(text.charAt(i))
              && i + 1 < n
              && Character.isLowSurrogate(text.charAt(i + 1));
      out[i + 1] = out[i] + (pair ? 0 : 1);
    }
    return out;
  }

  int[] clause(Sentence s, int start, int end) {
    int from = s.start();
    int to = s.end();
    for (Clauses.Clause c : clauses.get(s.index())) {
      int a = c.start(d);
      int b = c.close(d);
      if (a <= start && b >= end) {
        from = a;
        to = b;
      }
    }
    return new int[] {from, to};
  }

  /** At most LONGEST words, around what the claim turns on. */
  private int[] shortened(int[] span, int[] core) {
    List<Token> words = new ArrayList<>();
    int first = d.tokenFrom(span[0]);
    for (int i = first; i < t.size() && t.get(i).start() < span[1]; i++) {
      words.add(t.get(i));
    }
    if (words.size() <= LONGEST) {
      return span;
    }
    int at = 0;
    while (at < words.size() - 1 && words.get(at).end() <= core[0]) {
      at++;
    }
    int from = Math.max(0, Math.min(at - LONGEST / 2, words.size() - LONGEST));
    int to = Math.min(words.size(), from + LONGEST);
    int a = Math.min(words.get(from).start(), core[0]);
    int b = Math.max(words.get(to - 1).end(), core[1]);
    return new int[] {a, b};
  }

  /**
   * The words that give a value: its own, those of its event if they stand near, and a few more on
   * both sides, as far as the clause goes; no article, preposition or the like at the end.
   *
   * @param core the value's own
   * @param age whether the commas about it are its own: "Berg, 42, was"
   */
  private int[] phrase(int[] span, int[] core, @Nullable EventMention of, boolean age) {
    int first = d.tokenFrom(core[0]);
    int last = d.tokenFrom(core[1]) - 1;
    if (last < first) {
      return core; // a dateline is no part of a sentence
    }
    int from = first - BEFORE;
    int to = last + AFTER;
    if (of != null && of.start() >= span[0] && of.end() <= span[1]) {
      int e = d.tokenFrom(of.start());
      from = first - e <= REACH ? Math.min(from, e) : from;
      to = e - last <= REACH ? Math.max(to, e) : to;
    }
    int inner = Math.max(from, d.tokenFrom(span[0]));
    int begin = of == null ? first : Math.min(first, Math.max(inner, d.tokenFrom(of.start())));
    from = inner;
    to = Math.min(to, d.tokenFrom(span[1]) - 1);
    for (int i = from; !age && i < begin; i++) {
      from = PAUSES.contains(t.get(i).text()) ? i + 1 : from;
    }
    if (of != null && !age && of.start() >= span[0] && of.end() <= span[1]) {
      int[] own = eventWords.without(span, from, to, first, of);
      from = Math.min(own[0], first);
      to = Math.max(own[1], last);
    }
    while (from < first && !t.get(from).isWord()) {
      from++;
    }
    while (to > last && !eventWords.says(to)) {
      to--;
    }
    while (to + 1 < d.tokenFrom(span[1]) && t.get(to + 1).text().equals(")")) {
      to++;
    }
    return new int[] {Math.min(t.get(from).start(), core[0]), Math.max(t.get(to).end(), core[1])};
  }

  int tokenAt(Sentence s, int offset) {
    return Math.min(d.tokenFrom(offset), s.endToken() - 1);
  }

  private List<String> terms(int start, int end) {
    Set<String> seen = new LinkedHashSet<>();
    for (int i = d.tokenFrom(start); i < t.size() && t.get(i).start() < end; i++) {
      Token w = t.get(i);
      String term = w.isWord() ? ENGLISH.of(w.text()) : w.isNumber() ? w.lower() : null;
      if (term != null && seen.size() < TERMS) {
        seen.add(term);
      }
    }
    return List.copyOf(seen);
  }

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
    int[] cut = shortened(span, core);
    int[] words =
        kind == Kind.EVENT
            ? eventWords.of(cut, core, about.slot().equals(Claim.TOLD))
            : phrase(cut, core, of, about.slot().equals("age"));
    Attribution by = around(core[0], core[1]);
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
            span(cut[0], cut[1]),
            d.text(cut[0], cut[1]),
            speaker,
            null,
            words == null ? null : span(words[0], words[1]),
            value,
            m,
            p,
            status,
            by == null ? null : by.outlet(),
            about));
  }
}
