package news.slugline.claim;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import news.slugline.claim.event.EventMention;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.EntityType;
import news.slugline.claim.text.Mention;
import news.slugline.claim.text.Resources;
import news.slugline.claim.text.Sentence;
import news.slugline.claim.text.Token;
import news.slugline.claim.text.WordGroups;
import news.slugline.claim.value.PlaceMention;
import news.slugline.claim.value.PlaceMention.Granularity;
import news.slugline.claim.value.Places;
import org.jspecify.annotations.Nullable;

/**
 * Where things happen. A place is a venue if the words before it or after it put something there;
 * an incident that no sentence puts in a town happened where the dateline, the headline or, failing
 * these, the first town that the copy names.
 */
final class Venues {
  /** Tokens between "taken" and where to. */
  private static final int CARRIED_FAR = 14;

  /** Characters between a town and what happened to its resident in a clause of his own. */
  private static final int BESIDE = 60;

  private static final WordGroups WORDS = WordGroups.of(Venues.class, "venue-words.tsv");
  private static final Set<String> WHERE = WORDS.get("where");
  private static final Set<String> INSIDE = WORDS.get("inside");
  private static final Set<String> PARTS = WORDS.get("parts");
  private static final Set<String> LOCALS = WORDS.get("locals");
  private static final Set<String> CARRIED = WORDS.get("carried");
  private static final Set<String> OFFICES = WORDS.get("offices of");
  private static final Set<String> ON_THE_WAY = WORDS.get("on the way");
  private static final Set<String> BODIES = WORDS.get("bodies");
  private static final Set<String> WAYS = WORDS.get("ways");

  /** From a capital a correspondent files what happens anywhere in the country. */
  private static final Set<String> CAPITALS =
      Resources.lines(Venues.class, "capitals.txt").stream()
          .map(c -> c.toLowerCase(Locale.ROOT))
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<String> GONE = WORDS.get("gone");
  private static final Set<String> SPEAKING = WORDS.get("speaking");
  private static final Set<String> MEASURED_FROM = WORDS.get("measured from");
  private static final Set<String> DISTANCES = WORDS.get("distances");
  private static final Set<String> TURNS = WORDS.get("turns");
  private static final Set<String> MATTERS = WORDS.get("matters");

  /** Classes of events that befall a region, of which copy is sent from wherever a reporter is. */
  private static final Set<String> FAR_AND_WIDE = WORDS.get("far and wide");

  private final Reading r;
  private final Passages passages;
  private final ValueEvents values;
  private final Claims claims;
  private final Document d;
  private final List<Token> t;
  private final @Nullable EventMention main;

  /** Thousands of people of the largest town that the copy puts an incident in; -1 without one. */
  private int placed = -1;

  private boolean town;

  Venues(Materials m) {
    r = m.reading();
    passages = m.passages();
    values = m.values();
    claims = m.claims();
    d = m.document();
    t = m.tokens();
    main = m.main();
  }

  /** A place of a sentence, if something happens there. */
  void place(Sentence s, PlaceMention m) {
    int i = passages.tokenAt(s, m.start());
    String before = before(s, i);
    boolean city = m.granularity() == Granularity.CITY;
    boolean county = m.name().endsWith(" County") || m.name().endsWith(" Parish");
    boolean local = (city || county) && LOCALS.contains(after(i, m.end()));
    boolean large = m.granularity().compareTo(Granularity.REGION) >= 0 && !local;
    boolean there = large ? before.equals("in") : WHERE.contains(before) || local;
    boolean part = d.text().startsWith("-", m.end()); // "Toronto-listed"
    if (part || !there && !(city && happens(s, m)) || isElsewhere(s, i)) {
      return;
    }
    int[] span = passages.clause(s, m.start(), m.end());
    EventMention e = values.near(s, span, m.start(), m.end());
    if (e != null && (values.isAny(e) || values.isOwnPart(s, span, e) && !e.incident())) {
      return;
    }
    if (before.equals("by") && isBody(m.name())) {
      return; // "a report by the Marlow Institute"
    }
    boolean moves = e != null && e.family().equals("movement");
    if (GONE.contains(before) && !moves) {
      return; // "left Bergen at six and sank"
    }
    if (WAYS.contains(before) && !moves && !local && !(city && happens(s, m))) {
      return;
    }
    boolean elsewhere = e == null || e.start() < span[0] || e.end() > span[1];
    boolean none = e != null && (e.family().equals("none") || e.family().equals("speech"));
    if (large && (none || elsewhere || isOfMatter(s, i, e))) {
      return;
    }
    e = none ? null : e;
    boolean incident = e != null && e.incident() && !e.background();
    town |= city && (e == null || !e.background());
    if (city && m.zone() != null && INSIDE.contains(before) && incident) {
      placed = Math.max(placed, Places.standard().thousands(m.name()));
    }
    add(e, span, m.start(), m.end(), m.name());
  }

  private static boolean isBody(String name) {
    for (String w : name.toLowerCase(Locale.ROOT).split(" ")) {
      if (BODIES.contains(w)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a place is named for something else than what happens there. */
  private boolean isElsewhere(Sentence s, int i) {
    return boundFor(s, i)
        || carriedTo(s, i)
        || spokenAt(s, i)
        || livesIn(s, i)
        || isReference(s, i);
  }

  /** "A train bound for Basel": it was on its way there. */
  private boolean boundFor(Sentence s, int i) {
    int b = beforeParts(s, i);
    return b > s.firstToken()
        && ON_THE_WAY.contains(t.get(b - 1).lower())
        && (t.get(b).lower().equals("for") || t.get(b).lower().equals("to"));
  }

  /** "Speaking in Lyon": where somebody was who spoke of it. */
  private boolean spokenAt(Sentence s, int i) {
    int b = beforeParts(s, i);
    return b > s.firstToken()
        && INSIDE.contains(t.get(b).lower())
        && SPEAKING.contains(t.get(b - 1).lower());
  }

  /** "Five miles west of Dayton", "between Dayton and Xenia": a place to tell another by. */
  private boolean isReference(Sentence s, int i) {
    int b = beforeParts(s, i);
    if (b > s.firstToken() + 2 && t.get(b).lower().equals("capital")) {
      b = t.get(b - 1).lower().equals("the") ? b - 2 : b; // "north of the capital Lusaka"
    }
    if (b <= s.firstToken()) {
      return false;
    }
    String w = t.get(b).lower();
    return w.equals("of") && MEASURED_FROM.contains(t.get(b - 1).lower())
        || w.equals("from") && DISTANCES.contains(t.get(b - 1).lower())
        || w.equals("between");
  }

  /** "Luis Ortega, 34, of Dayton", "the mayor of Dayton": where somebody is from. */
  private boolean livesIn(Sentence s, int i) {
    int b = beforeParts(s, i);
    if (b <= s.firstToken() || !t.get(b).lower().equals("of")) {
      return false;
    }
    int k = t.get(b - 1).text().equals(",") ? b - 2 : b - 1;
    if (k >= s.firstToken() && t.get(k).isNumber()) {
      return true; // an age
    }
    if (OFFICES.contains(t.get(b - 1).lower())) {
      return true;
    }
    Mention m = k < s.firstToken() ? null : r.names.at(k);
    return m != null && m.type() == EntityType.PERSON;
  }

  /** "Met to address the war in Freedonia": the country is where the war is, not the meeting. */
  private boolean isOfMatter(Sentence s, int i, @Nullable EventMention e) {
    int b = beforeParts(s, i) - 1;
    if (b < s.firstToken()) {
      return false;
    }
    Token of = t.get(b);
    return MATTERS.contains(of.lower())
        && (e == null || e.end() < of.start() || of.end() < e.start());
  }

  /** The word before a place, past "the" or "downtown". */
  private String before(Sentence s, int i) {
    int b = beforeParts(s, i);
    return b < s.firstToken() ? "" : t.get(b).lower();
  }

  private int beforeParts(Sentence s, int i) {
    int b = i - 1;
    if (b > s.firstToken() && t.get(b).lower().equals("the")) {
      b--;
    } else {
      while (b > s.firstToken() && PARTS.contains(t.get(b).lower())) {
        b--;
      }
    }
    return b;
  }

  private void add(@Nullable EventMention e, int[] span, int start, int end, String name) {
    About about =
        values.about(
            e, e != null && e.background(), "venue", null, e == null ? null : e.when(), span);
    claims.add(
        Kind.PLACE,
        span,
        new int[] {start, end},
        name,
        ValueEvents.modality(e),
        ValueEvents.polarity(e),
        null,
        e,
        about);
  }

  /** Local copy often names the town of an incident in its dateline or headline only. */
  void unplaced() {
    if (main == null || !local(main) || dateline() || town) {
      return;
    }
    for (String name : r.headlineTowns) {
      if (named(name)) {
        return;
      }
    }
    firstTown();
  }

  /** The dateline's town, unless the copy puts an incident in a larger one. */
  private boolean dateline() {
    Document.Line line = d.dateline();
    String city = r.anchor.datelinePlace();
    if (line == null || city == null || main != null && FAR_AND_WIDE.contains(main.type())) {
      return false;
    }
    int thousands = Places.standard().thousands(city);
    int end = line.start() + city.length();
    boolean capitals = line.text().startsWith(city.toUpperCase(Locale.ROOT));
    if (placed >= 0 && thousands <= placed
        || thousands < 0 && !capitals
        || end > line.end()
        || CAPITALS.contains(city.toLowerCase(Locale.ROOT)) && !isIn(city)
        || !d.text(line.start(), end).equalsIgnoreCase(city)) {
      return false;
    }
    int[] span = {line.start(), end};
    About about = values.about(main, false, "venue", null, main == null ? null : main.when(), span);
    claims.add(
        Kind.PLACE, span, span, city, Modality.ASSERTED, Polarity.POSITIVE, null, main, about);
    return true;
  }

  /** Whether the copy itself puts something in a town. */
  private boolean isIn(String city) {
    for (Sentence s : d.sentences()) {
      for (PlaceMention m : r.places.get(s.index())) {
        if (m.name().equalsIgnoreCase(city)
            && INSIDE.contains(before(s, passages.tokenAt(s, m.start())))) {
          return true;
        }
      }
    }
    return false;
  }

  /** A town of the headline where the copy names it. */
  private boolean named(String name) {
    for (Sentence s : d.sentences()) {
      int at = d.text(s).indexOf(name);
      if (at >= 0) {
        int start = s.start() + at;
        int end = start + name.length();
        boolean whole = end >= d.text().length() || !Character.isLetter(d.text().charAt(end));
        if (whole && (at == 0 || !Character.isLetter(d.text().charAt(start - 1)))) {
          add(main, passages.clause(s, start, end), start, end, name);
          return true;
        }
      }
    }
    return false;
  }

  private void firstTown() {
    for (Sentence s : d.sentences().subList(0, Math.min(Assembly.LEAD, d.sentences().size()))) {
      for (PlaceMention m : r.places.get(s.index())) {
        boolean known = m.granularity() == Granularity.CITY && m.zone() != null;
        int at = passages.tokenAt(s, m.start());
        boolean onTheWay = GONE.contains(before(s, at)) || WAYS.contains(before(s, at));
        if (known && !isElsewhere(s, at) && !onTheWay) {
          add(main, passages.clause(s, m.start(), m.end()), m.start(), m.end(), m.name());
          return;
        }
      }
    }
  }

  /** Whether an event is one of crime or accident, or of what follows them. */
  private static boolean local(EventMention e) {
    return e.incident() || e.family().equals("harm") || e.family().equals("justice");
  }

  /** "Was taken to a hospital in Springfield": not where it happened. */
  private boolean carriedTo(Sentence s, int i) {
    boolean to = false;
    for (int k = i - 1; k >= Math.max(s.firstToken(), i - CARRIED_FAR); k--) {
      String w = t.get(k).lower();
      if (TURNS.contains(w)) {
        return false;
      }
      to |= w.equals("to");
      if (CARRIED.contains(w)) {
        return to;
      }
    }
    return false;
  }

  /** "A Springfield man was shot", "a Springfield man who was shot": named beside what happened. */
  private boolean happens(Sentence s, PlaceMention m) {
    int[] span = passages.clause(s, m.start(), m.end());
    for (EventMention e : r.events.get(s.index())) {
      boolean inside = e.start() >= span[0] && e.end() <= span[1];
      boolean beside = e.start() > m.end() && e.start() - m.end() < BESIDE;
      if (local(e) && !e.background() && (inside || beside)) {
        return true;
      }
    }
    return false;
  }

  /** The word after a stretch that ends at an offset. */
  private String after(int i, int end) {
    int k = i;
    while (k < t.size() && t.get(k).end() < end) {
      k++;
    }
    return k + 1 < t.size() ? t.get(k + 1).lower() : "";
  }
}
