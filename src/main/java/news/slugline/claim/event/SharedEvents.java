package news.slugline.claim.event;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.slugline.claim.EventStatus;
import news.slugline.claim.Modality;
import news.slugline.claim.Participant;
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
  static List<EventMention> of(List<EventMention> found, LocalDate day) {
    Map<String, EventMention> lead = new HashMap<>();
    Map<String, EventStatus> fate = new HashMap<>();
    for (EventMention m : found) {
      if (!m.background()) {
        lead.merge(m.type(), m, SharedEvents::richer);
        EventStatus status = m.status();
        if (status != null) {
          fate.putIfAbsent(m.type(), status);
        }
      }
    }
    List<EventMention> out = new ArrayList<>();
    for (EventMention m : found) {
      EventMention l = lead.get(m.type());
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
