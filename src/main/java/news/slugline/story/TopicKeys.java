package news.slugline.story;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import news.slugline.claim.About;
import news.slugline.claim.Claim;
import news.slugline.claim.Kind;
import news.slugline.claim.event.EventWords;
import news.slugline.claim.text.NameKeys;
import org.jspecify.annotations.Nullable;

/**
 * What a claim is about, as keys under which it meets others: its typed key, else anchor keys. Both
 * come from the claim alone, but for whether its number is the only one of its article.
 * Participants, dates and places of the event are no part of a typed key, since copy names them in
 * many ways or leaves them out; {@link Joiner} compares them pair by pair. One thread.
 */
final class TopicKeys {
  /** Slots whose value belongs to one holder; without a holder they have no typed key. */
  private static final Set<String> OWNED = Set.of("age", "condition", "charge", "plea");

  /** Slots that say how an event ended for people; copy names the event itself in many ways. */
  private static final Set<String> TOLLS =
      Set.of("killed", "injured", "shot", "victims", "missing", "arrested", "displaced");

  /**
   * Who was killed died: one event, told by its cause or by its outcome. A march is one of a
   * protest, and who was freed was released.
   */
  private static final Map<String, String> CLASS =
      Map.of("killing", "death", "murder", "death", "rally", "protest", "free", "release");

  static final String TOLD_KEY = Claim.TOLD + "|";

  /** Behind all others, as the first key names the fact. */
  private static final String MENTION_KEY = TOLD_KEY + "~";

  /** Heads the keys of the days on which somebody said something. */
  static final String SAID_ON_KEY = "said on|";

  private static final int RAREST = 5;

  /** Characters of a full date. */
  static final int DAY = 10;

  /** Of a number that two texts give, one of so many terms is enough. */
  private static final int NUMBERED = 8;

  /** What a sentence tells is known again by any one of so many of its terms. */
  private static final int TOLD = 8;

  private static final int REMEMBERED = 2_048;

  private static final Comparator<Weighed> RAREST_FIRST =
      Comparator.comparingInt((Weighed w) -> -w.weight).thenComparing(w -> w.term);

  /** A term with its weight, which is looked for once and not at each comparison. */
  private record Weighed(String term, int weight) {}

  private final BesideNumbers beside;
  private final Wording wording;
  private final CountedState states;
  private final SameMeasure measures;

  /** Keys of claims that were asked for last: an article's are asked for more than once. */
  private final Recent<Claim, Keys> known;

  TopicKeys(Wording wording, CountedState states, SameMeasure measures, Memory memory) {
    this.measures = measures;
    this.known = memory.byObject(REMEMBERED);
    this.wording = wording;
    this.beside = new BesideNumbers(wording);
    this.states = states;
  }

  /**
   * The keys of one claim.
   *
   * @param typed null if the claim is joined by anchors
   * @param anchors sorted; if there is a typed key, those of its value
   * @param all the typed one first
   */
  record Keys(@Nullable String typed, List<String> anchors, List<String> all) {
    static Keys of(@Nullable String typed, List<String> anchors) {
      List<String> own = List.copyOf(anchors);
      List<String> all = new ArrayList<>(own.size() + 1);
      if (typed != null) {
        all.add(typed);
      }
      all.addAll(own);
      return new Keys(typed, own, typed == null ? own : List.copyOf(all));
    }

    /** The main key, readable. */
    String main() {
      return all.isEmpty() ? "alone" : all.get(0);
    }
  }

  /** The keys of a node's claim, made when they are asked for: of many nodes nobody does. */
  static final class Keyed {
    private final Supplier<Keys> make;
    private @Nullable Keys made;

    Keyed(Supplier<Keys> make) {
      this.make = make;
    }

    Keys get() {
      Keys known = made;
      if (known == null) {
        known = make.get();
        made = known;
      }
      return known;
    }

    @Override
    public boolean equals(@Nullable Object o) {
      return o instanceof Keyed k && (k == this || k.get().equals(get()));
    }

    @Override
    public int hashCode() {
      return get().hashCode();
    }
  }

  Keyed keyed(Claim claim, Scene scene) {
    return new Keyed(() -> of(claim, scene));
  }

  Keys of(Claim claim, Scene scene) {
    return known.get(claim, c -> make(c, scene));
  }

  private Keys make(Claim claim, Scene scene) {
    if (claim.isTold()) {
      return Keys.of(null, told(claim));
    }
    String typed = typed(claim);
    String value = SameValue.key(claim);
    List<String> own = new ArrayList<>(measures.keys(claim));
    if (value != null) {
      own.add(value);
    }
    String moment = SameValue.momentKey(claim);
    if (moment != null) {
      own.add(moment);
    }
    String only = OnlyNumber.key(claim, scene);
    if (only != null) {
      own.add(only);
    }
    if (typed != null) {
      return Keys.of(typed, own);
    }
    List<String> all = new ArrayList<>(anchors(claim));
    all.addAll(own); // last, as the first one names the fact
    return Keys.of(null, all);
  }

  private static @Nullable String typed(Claim claim) {
    About about = claim.about();
    String slot = about.slot();
    if (claim.kind() == Kind.QUOTE || claim.kind() == Kind.STATEMENT || slot.equals("said")) {
      return null;
    }
    String holder = about.holder() == null ? "" : holder(about.holder());
    String trigger = trigger(about);
    boolean past = about.background() && claim.kind() != Kind.EVENT && !isDated(about);
    String head = past ? "background:" : "event:";
    if (OWNED.contains(slot)) {
      return holder.isEmpty() ? null : slot + " of " + holder;
    }
    if (TOLLS.contains(slot)) {
      return about.background() ? (trigger.isEmpty() ? null : head + trigger + "/" + slot) : slot;
    }
    if (trigger.isEmpty()
        || slot.equals("score")
        || (slot.startsWith("amount") && claim.kind() == Kind.QUANTITY)) {
      return null;
    }
    return head + trigger + "/" + slot;
  }

  /**
   * Whether the event's day is known: then it is the same key, whether copy tells it as the news or
   * as what was before ("convicted of the killing of 3 May").
   */
  private static boolean isDated(About about) {
    String when = about.when();
    return when != null
        && when.length() == DAY
        && (about.slot().equals("date") || about.slot().equals("venue"));
  }

  /** Whose value it is; one who is known by a value only ("man, 19 y") is no name. */
  private static String holder(String holder) {
    return isNamed(holder) ? NameKeys.key(holder) : Somebody.key(holder);
  }

  static boolean isNamed(String holder) {
    return !Somebody.is(holder);
  }

  /** The class of a claim's event; two names of one thing are one. */
  static String trigger(About about) {
    return CLASS.getOrDefault(about.trigger(), about.trigger());
  }

  private List<String> told(Claim claim) {
    Set<String> keys = new TreeSet<>();
    rarest(claim.about().terms(), TOLD).forEach(t -> keys.add(TOLD_KEY + t));
    Set<String> named = EventWords.classes(wording.words(claim));
    named.addAll(claim.about().classes());
    named.forEach(c -> keys.add(MENTION_KEY + CLASS.getOrDefault(c, c)));
    return List.copyOf(keys);
  }

  /** Whether a claim is that of an event of the class. */
  static boolean isMention(String key, Claim c) {
    return c.kind() == Kind.EVENT && !c.isTold() && key.equals(MENTION_KEY + trigger(c.about()));
  }

  /** Whether a key is that of a class of events which a sentence names. */
  static boolean isMention(String key) {
    return key.startsWith(MENTION_KEY);
  }

  private List<String> rarest(Collection<String> terms, int most) {
    List<Weighed> all = new ArrayList<>(terms.size());
    for (String t : terms) {
      all.add(new Weighed(t, wording.weight(t)));
    }
    all.sort(RAREST_FIRST);
    List<String> out = new ArrayList<>();
    for (Weighed w : all.subList(0, Math.min(most, all.size()))) {
      out.add(w.term);
    }
    return out;
  }

  private List<String> anchors(Claim claim) {
    if (Counted.isAmount(claim.about()) && claim.kind() == Kind.QUANTITY) {
      return amounts(claim);
    }
    About about = claim.about();
    String holder = about.holder() == null ? "" : NameKeys.key(about.holder());
    List<String> rare = rarest(wording.terms(claim), RAREST);
    Set<String> keys = new TreeSet<>();
    boolean when = about.slot().equals(Traits.SAID_ON);
    String head = claim.kind() == Kind.QUANTITY ? about.slot() + "|" : when ? SAID_ON_KEY : "said|";
    for (int i = 0; i < rare.size(); i++) {
      if (claim.kind() != Kind.QUANTITY && !holder.isEmpty()) {
        keys.add((when ? SAID_ON_KEY : "said by|") + holder + "|" + rare.get(i));
      }
      for (int j = i + 1; j < rare.size(); j++) {
        String a = rare.get(i);
        String b = rare.get(j);
        keys.add(head + (a.compareTo(b) < 0 ? a + "+" + b : b + "+" + a));
      }
    }
    String number = claim.value() == null ? "" : digits(claim.value());
    if (claim.kind() == Kind.QUANTITY && !number.isEmpty()) {
      for (String t : rare) {
        keys.add(about.slot() + "|" + number + "|" + t);
      }
      if (tells(claim)) {
        keys.add(about.slot() + "=" + claim.value());
      }
    }
    return List.copyOf(keys);
  }

  /**
   * Of what is counted or measured and the words that say which: so that another number of the same
   * is found as well. Those with the number come last.
   */
  private List<String> amounts(Claim claim) {
    String slot = Counted.slot(claim.about());
    Set<String> words = new TreeSet<>(wording.terms(claim));
    words.removeIf(t -> Character.isDigit(t.charAt(0)));
    words.removeAll(wording.terms(Counted.noun(claim.about())));
    List<String> rare = rarest(beside.of(words), NUMBERED);
    Set<String> keys = new TreeSet<>();
    for (int i = 0; i < Math.min(RAREST, rare.size()); i++) {
      for (int j = i + 1; j < Math.min(RAREST, rare.size()); j++) {
        String a = rare.get(i);
        String b = rare.get(j);
        keys.add(slot + "|" + (a.compareTo(b) < 0 ? a + "+" + b : b + "+" + a));
      }
    }
    String number = claim.value() == null ? "" : digits(claim.value());
    if (!number.isEmpty()) {
      rare.forEach(t -> keys.add(slot + "~" + number + "|" + t));
    }
    if (tells(claim)) {
      keys.add(slot + "~" + number);
    }
    String state = states.key(claim);
    if (state != null) {
      keys.add(state);
    }
    return List.copyOf(keys);
  }

  /**
   * Whether a number alone tells what is counted, given its unit and the story: 288 candidates, not
   * 20 people; a match's score.
   */
  static boolean tells(Claim claim) {
    String value = claim.value();
    if (claim.kind() != Kind.QUANTITY || value == null) {
      return false;
    }
    String slot = claim.about().slot();
    boolean exact = Character.isDigit(value.charAt(0));
    return exact && (slot.equals("score") || slot.startsWith("amount") && significant(value) > 2);
  }

  /** How many digits of a number are not the zeros at its end. */
  static int significant(String value) {
    int digits = 0;
    int out = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      digits += c >= '0' && c <= '9' ? 1 : 0;
      out = c >= '1' && c <= '9' ? digits : out;
    }
    return out;
  }

  private static String digits(String value) {
    StringBuilder b = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (Character.isDigit(c) || (c == '.' && b.length() > 0)) {
        b.append(c);
      } else if (b.length() > 0) {
        break;
      }
    }
    return b.toString();
  }
}
