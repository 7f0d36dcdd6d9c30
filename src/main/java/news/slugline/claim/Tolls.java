package news.slugline.claim;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import news.slugline.claim.event.EventMention;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.Resources;
import news.slugline.claim.text.Sentence;
import news.slugline.claim.text.Token;
import news.slugline.claim.value.Comparator;
import news.slugline.claim.value.QuantityMention;
import news.slugline.claim.value.QuantityMention.Slot;
import news.slugline.claim.value.TimeMention;
import org.jspecify.annotations.Nullable;

/**
 * Which of an article's numbers of victims are tolls of the running incident. A toll counts all of
 * them. "A man was shot" counts one person, who is in the toll that the article gives elsewhere;
 * "120 homicides this year" counts other incidents.
 */
final class Tolls {
  private static final Set<Slot> BODILY = Set.of(Slot.KILLED, Slot.INJURED, Slot.SHOT);

  private static final Set<String> MALE =
      Set.of("he", "man", "boy", "father", "husband", "son", "brother", "grandfather", "boyfriend");
  private static final Set<String> FEMALE =
      Set.of(
          "she",
          "woman",
          "girl",
          "mother",
          "wife",
          "daughter",
          "sister",
          "grandmother",
          "girlfriend");

  /** Days before the article beyond which a dated toll is not the running incident's. */
  private static final int OLD = 45;

  /** Sentences in which an article gives the toll that counts. */
  private static final int LEAD = 5;

  /** Words of a count over a span of time or over many places, and of other incidents. */
  private static final List<String> OTHERS = Resources.lines(Tolls.class, "other-tolls.txt");

  private static final Set<String> STATISTICS =
      Set.of("homicides", "murders", "killings", "fatalities", "slayings");

  private final Reading r;
  private final Document d;
  private final Set<QuantityMention> elsewhere = new HashSet<>();
  private final Set<QuantityMention> members = new HashSet<>();

  Tolls(Reading r) {
    this.r = r;
    this.d = r.document;
    Map<Slot, List<QuantityMention>> individuals = new EnumMap<>(Slot.class);
    Map<Slot, List<QuantityMention>> counted = new EnumMap<>(Slot.class);
    for (Sentence s : d.sentences()) {
      Boolean others = null;
      for (QuantityMention m : r.quantities.get(s.index())) {
        if (!BODILY.contains(m.slot())) {
          continue;
        }
        others = others == null ? ofOthers(s) : others;
        if (others || statistic(m)) {
          elsewhere.add(m);
        } else if (oneOf(m)) {
          individuals.computeIfAbsent(m.slot(), k -> new ArrayList<>()).add(m);
        } else if (m.number() != null && m.number().signum() > 0) {
          counted.computeIfAbsent(m.slot(), k -> new ArrayList<>()).add(m);
        }
      }
    }
    counted.values().forEach(this::parts);
    boolean outcome =
        told(Slot.KILLED, individuals, counted) || told(Slot.INJURED, individuals, counted);
    for (QuantityMention m : counted.getOrDefault(Slot.SHOT, List.of())) {
      if (outcome && r.sentenceAt(m.start()) >= LEAD) {
        members.add(m);
      }
    }
    individuals.forEach((slot, of) -> settle(slot, of, counted, individuals));
  }

  private static boolean told(
      Slot slot,
      Map<Slot, List<QuantityMention>> individuals,
      Map<Slot, List<QuantityMention>> counted) {
    return individuals.containsKey(slot) || counted.containsKey(slot);
  }

  /** "Two of them students": what is less than the toll of the lead is a part of it. */
  private void parts(List<QuantityMention> of) {
    QuantityMention toll = of.get(0);
    if (r.sentenceAt(toll.start()) >= LEAD) {
      return;
    }
    for (QuantityMention m : of) {
      if (number(m).compareTo(number(toll)) < 0 && m.comparator() == Comparator.EXACT) {
        members.add(m);
      }
    }
  }

  private static BigDecimal number(QuantityMention m) {
    return m.number() == null ? BigDecimal.ZERO : m.number();
  }

  /** Whether a number counts victims at all. */
  static boolean counts(QuantityMention m) {
    return BODILY.contains(m.slot()) || m.slot() == Slot.VICTIMS;
  }

  /** Whether a number counts victims of something else than the running incident. */
  boolean elsewhere(QuantityMention m) {
    return elsewhere.contains(m);
  }

  /** Whether it is one victim of several, and no toll. */
  boolean member(QuantityMention m) {
    return members.contains(m);
  }

  /** One person, and the words say so only by naming him. */
  private boolean oneOf(QuantityMention m) {
    BigDecimal n = m.number();
    if (n == null || n.compareTo(BigDecimal.ONE) != 0) {
      return false;
    }
    String opens = d.text(m.start(), Math.min(m.end(), m.start() + 4)).toLowerCase(Locale.ROOT);
    return !opens.startsWith("one") && !Character.isDigit(opens.charAt(0));
  }

  private void settle(
      Slot slot,
      List<QuantityMention> of,
      Map<Slot, List<QuantityMention>> counted,
      Map<Slot, List<QuantityMention>> all) {
    boolean tolled = leads(counted.get(slot));
    if (slot != Slot.KILLED) {
      tolled |= leads(counted.get(Slot.SHOT)) || leads(counted.get(Slot.INJURED));
      tolled |= slot == Slot.SHOT && leads(counted.get(Slot.KILLED));
      tolled |= slot == Slot.SHOT && all.containsKey(Slot.INJURED);
    }
    int persons = persons(of) + (slot == Slot.KILLED && suicide() ? 1 : 0);
    if (tolled || persons > 1) {
      members.addAll(of);
    }
  }

  /** Whether a toll of several persons stands in the lead. */
  private boolean leads(@Nullable List<QuantityMention> of) {
    return of != null
        && of.stream()
            .anyMatch(
                m -> number(m).compareTo(BigDecimal.ONE) > 0 && r.sentenceAt(m.start()) < LEAD);
  }

  /** How many different persons are named or described at least. */
  private static int persons(List<QuantityMention> of) {
    Set<String> names = new HashSet<>();
    boolean man = false;
    boolean woman = false;
    for (QuantityMention m : of) {
      String who = m.counted() == null ? "" : m.counted();
      String last = who.substring(who.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
      if (!who.isEmpty() && Character.isUpperCase(who.charAt(0)) && who.indexOf(' ') > 0) {
        names.add(last);
      }
      man |= MALE.contains(last);
      woman |= FEMALE.contains(last);
    }
    return Math.max(Math.max(names.size(), 1), (man ? 1 : 0) + (woman ? 1 : 0));
  }

  /** Whether the one who killed died by his own hand, and is in no toll of victims. */
  private boolean suicide() {
    for (List<EventMention> of : r.events) {
      for (EventMention e : of) {
        if (e.type().equals("suicide") && !e.background() && e.status() == EventStatus.OCCURRED) {
          return true;
        }
      }
    }
    return false;
  }

  /** "120 homicides": more than one incident's. */
  private static boolean statistic(QuantityMention m) {
    String counted = m.counted() == null ? "" : m.counted();
    String head = counted.substring(counted.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    return STATISTICS.contains(head) && number(m).intValue() > 2;
  }

  private boolean ofOthers(Sentence s) {
    String words = words(s);
    return OTHERS.stream().anyMatch(o -> words.contains(" " + o + " ")) || old(s);
  }

  private String words(Sentence s) {
    StringBuilder b = new StringBuilder(" ");
    for (Token t : d.tokens(s)) {
      b.append(t.lower()).append(' ');
    }
    return b.toString();
  }

  /** Whether its sentence is dated long before the article, and in no other way. */
  private boolean old(Sentence s) {
    String until = r.anchor.day().minusDays(OLD).toString();
    boolean past = false;
    for (TimeMention t : r.times.get(s.index())) {
      String v = t.value();
      if (v.length() < 4
          || !Character.isDigit(v.charAt(0))
          || t.type() == TimeMention.Type.CLOCK_WITHOUT_DAY) {
        continue;
      }
      int n = Math.min(v.length(), until.length());
      int slash = v.indexOf('/');
      n = slash > 0 ? Math.min(n, slash) : n;
      boolean before = v.substring(0, n).compareTo(until.substring(0, n)) < 0;
      if (!before) {
        return false;
      }
      past = true;
    }
    return past;
  }
}
