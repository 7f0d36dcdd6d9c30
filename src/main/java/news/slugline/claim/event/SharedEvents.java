package news.slugline.claim.event;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import news.slugline.claim.EventStatus;
import news.slugline.claim.Modality;
import news.slugline.claim.Participant;
import news.slugline.claim.text.NameKeys;
import org.jspecify.annotations.Nullable;

/**
 * What an article's mentions of one event tell each other: who, when, where, and what is to come.
 */
final class SharedEvents {
  private SharedEvents() {}

  /**
   * The mentions in their order, each with what those of its class tell of the same event.
   *
   * @param day on which the article was written
   */
  static List<EventMention> of(List<EventMention> mentions, LocalDate day) {
    List<EventMention> found = dated(resolved(mentions));
    Map<String, EventMention> lead = new HashMap<>();
    Map<String, EventStatus> fate = new HashMap<>();
    for (EventMention m : found) {
      if (!m.background()) {
        lead.merge(key(m), m, SharedEvents::richer);
        EventStatus status = m.status();
        if (status != null) {
          fate.putIfAbsent(m.type(), status);
        }
      }
    }
    List<EventMention> out = new ArrayList<>();
    for (EventMention m : found) {
      EventMention l = lead.get(key(m));
      if (l == null || m.background() || !compatible(m, l)) {
        out.add(m);
        continue;
      }
      List<Participant> who =
          m.encounter() || m.participants().isEmpty() ? l.participants() : m.participants();
      out.add(
          planned(m, fate.get(m.type()), day)
              .with(
                  who,
                  m.when() == null ? l.when() : m.when(),
                  m.where() == null ? l.where() : m.where()));
    }
    return out;
  }

  /** What befell two persons are two events of their class, and so is "a second meeting". */
  private static String key(EventMention m) {
    String type = m.further() ? m.type() + " further" : m.type();
    return PersonEvents.is(m.type()) ? type + " " + persons(m) : type;
  }

  private static List<String> persons(EventMention m) {
    return PersonEvents.persons(m.type(), m.participants());
  }

  /** Whom the law deals with, not who gets or leaves an office. */
  private static boolean isOfLaw(EventMention m) {
    return m.family().equals("justice");
  }

  /**
   * The mentions, those of a person who is not named with the only one whom the article names so.
   * If it names several whom the law deals with, or in an office, it stays open who it is; if none,
   * there is nobody to take it for.
   */
  private static List<EventMention> resolved(List<EventMention> mentions) {
    Set<String> ofLaw = new TreeSet<>();
    Set<String> ofPosts = new TreeSet<>();
    Map<String, List<Participant>> ofClass = new HashMap<>();
    for (EventMention m : mentions) {
      if (PersonEvents.is(m.type()) && !persons(m).isEmpty()) {
        Set<String> sort = isOfLaw(m) ? ofLaw : ofPosts;
        persons(m).forEach(n -> sort.add(NameKeys.key(n)));
        ofClass.putIfAbsent(m.type(), m.participants());
      }
    }
    List<EventMention> out = new ArrayList<>();
    for (EventMention m : mentions) {
      List<Participant> who = m.participants();
      boolean open = who.stream().anyMatch(PersonEvents::isUnnamed);
      boolean others = who.stream().anyMatch(p -> p.name().equals(PersonEvents.OTHERS));
      int named = (isOfLaw(m) ? ofLaw : ofPosts).size();
      List<Participant> only = others ? List.of() : ofClass.getOrDefault(m.type(), List.of());
      boolean stays = !open || named > (others ? 0 : 1);
      out.add(stays ? m : m.with(only, m.when(), m.where()));
    }
    return out;
  }

  /**
   * The mentions, those of persons' events that give no day with the only one that the article
   * gives for what has become of others: "two were jailed on Monday; Berg was sentenced to a year".
   */
  private static List<EventMention> dated(List<EventMention> mentions) {
    Map<String, Set<String>> days = new HashMap<>();
    for (EventMention m : mentions) {
      if (PersonEvents.is(m.type()) && m.when() != null) {
        days.computeIfAbsent(fate(m), k -> new TreeSet<>()).add(m.when());
      }
    }
    List<EventMention> out = new ArrayList<>();
    for (EventMention m : mentions) {
      Set<String> only = m.when() == null ? days.getOrDefault(fate(m), Set.of()) : Set.of();
      boolean day = PersonEvents.is(m.type()) && !m.background() && only.size() == 1;
      out.add(day ? m.with(m.participants(), only.iterator().next(), m.where()) : m);
    }
    return out;
  }

  private static String fate(EventMention m) {
    return m.type() + " " + m.status() + " " + m.background();
  }

  /** Of a meeting that is still to come its name alone does not say that it took place. */
  private static EventMention planned(EventMention m, @Nullable EventStatus first, LocalDate day) {
    boolean told = m.status() == EventStatus.OCCURRED || m.status() == EventStatus.UNDER_WAY;
    boolean ahead = m.when() == null || m.when().compareTo(day.toString()) >= 0;
    return m.encounter() && told && ahead && first == EventStatus.PLANNED
        ? m.as(EventStatus.PLANNED, Modality.PLANNED)
        : m;
  }

  private static EventMention richer(EventMention a, EventMention b) {
    EventMention base =
        b.participants().size() > a.participants().size() && a.participants().size() < 2 ? b : a;
    EventMention other = base == a ? b : a;
    boolean fits = compatible(a, b);
    String when = base.when() == null && fits ? other.when() : base.when();
    String where = base.where() == null && fits ? other.where() : base.where();
    return base.with(base.participants(), when, where);
  }

  private static boolean compatible(EventMention a, EventMention b) {
    if (a.participants().isEmpty() || b.participants().isEmpty()) {
      return true;
    }
    Set<String> of = new LinkedHashSet<>();
    for (Participant p : b.participants()) {
      of.add(p.name());
    }
    boolean all = true;
    for (Participant p : a.participants()) {
      all &= of.contains(p.name());
    }
    boolean days =
        a.when() == null
            || b.when() == null
            || a.when().startsWith(b.when())
            || b.when().startsWith(a.when());
    return all && days;
  }
}
