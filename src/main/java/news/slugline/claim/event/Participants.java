package news.slugline.claim.event;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import news.slugline.claim.Participant;
import news.slugline.claim.event.Clauses.Clause;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.EntityType;
import news.slugline.claim.text.Mention;
import news.slugline.claim.text.Names;
import news.slugline.claim.text.Token;
import org.jspecify.annotations.Nullable;

/**
 * Who takes part in an event: the names about its word, and the persons named last, whom "he" and
 * "both" mean. It reads the clauses of a document in order.
 */
final class Participants {
  private static final Set<String> HE = EventFinder.WORDS.get("he");
  private static final Set<String> GROUPS = EventFinder.WORDS.get("groups");
  private static final Set<String> LINKS = Set.of("with", "between", "of", "by", "against", "on");

  /** Tokens behind a word in which those stand to whom it was done. */
  private static final int REACH = 14;

  /** Tokens between two names that "and" joins. */
  private static final int JOINED_REACH = 6;

  private final Document d;
  private final List<Token> t;
  private final Names names;
  private @Nullable String lastPerson;
  private List<String> pair = List.of();

  Participants(Document d, Names names) {
    this.d = d;
    this.t = d.tokens();
    this.names = names;
    List<String> people = names.mostMentioned(EntityType.PERSON);
    if (people.size() >= 2) {
      pair = List.of(people.get(0), people.get(1));
    }
  }

  /** Whom a clause names may be "he" or "they" in the next. */
  void remember(Clause c) {
    String before = null;
    for (int i = c.first(); i < c.end(); i++) {
      Mention m = names.at(i);
      if (m != null && m.firstToken() == i && m.type() == EntityType.PERSON) {
        if (before == null) {
          lastPerson = m.name();
        } else if (!before.equals(m.name()) && t.get(i - 1).lower().equals("and")) {
          pair = List.of(before, m.name());
        }
        before = m.name();
      }
    }
  }

  /** Who takes part in what a noun names. */
  List<Participant> around(Clause c, Triggers.Hit hit) {
    List<Participant> out = new ArrayList<>();
    boolean equals = hit.family().equals("encounter");
    boolean possessor = hit.start() > c.first() && t.get(hit.start() - 1).lower().equals("'s");
    if (equals || possessor || hit.family().equals("justice")) {
      for (String n : left(c, hit.start())) {
        out.add(new Participant(Participant.Role.AGENT, n));
      }
    }
    boolean linked = hit.end() < c.end() && LINKS.contains(t.get(hit.end()).lower());
    if (linked) {
      for (String n : right(hit.end(), c.end(), t.get(hit.end()).lower().equals("by"))) {
        out.add(new Participant(equals ? Participant.Role.AGENT : Participant.Role.PATIENT, n));
      }
    }
    return out;
  }

  /** Who stands next before a verb or noun: in its clause, else before an "and" that opens it. */
  Set<String> left(Clause c, int end) {
    Set<String> out = new LinkedHashSet<>();
    String opens = t.get(c.first()).lower();
    boolean reaches =
        opens.equals("and") || opens.equals("but") || opens.equals("which") || opens.equals("who");
    int limit = reaches ? d.sentences().get(d.sentenceOf(c.first())).firstToken() : c.first();
    for (int i = end - 1; i >= limit; i--) {
      String w = t.get(i).lower();
      Mention m = names.at(i);
      if (m != null && actor(m)) {
        joined(m, limit, out);
        return out;
      }
      if (HE.contains(w) && lastPerson != null) {
        out.add(lastPerson);
        return out;
      }
      boolean both = GROUPS.contains(w) && (w.equals("two") || i == 0 || !t.get(i - 1).isNumber());
      if (w.equals("they") || w.equals("neither") || w.equals("both") || both) {
        out.addAll(pair);
        return out;
      }
    }
    return out;
  }

  /** A name and those that "and" joins to it. */
  private void joined(Mention last, int limit, Set<String> out) {
    Mention m = last;
    List<String> backwards = new ArrayList<>();
    while (true) {
      backwards.add(0, m.name());
      int i = m.firstToken() - 1;
      int and = -1;
      Mention next = null;
      for (int k = 0; k < JOINED_REACH && i >= limit; k++, i--) {
        Mention n = names.at(i);
        if (n != null && actor(n)) {
          next = n;
          break;
        }
        and = t.get(i).lower().equals("and") ? i : and;
      }
      if (next == null || and < 0) {
        out.addAll(backwards);
        return;
      }
      m = next;
    }
  }

  /** Who stands behind a verb or noun; with {@code onlyBy} those alone whom "by" leads. */
  Set<String> right(int from, int end, boolean onlyBy) {
    Set<String> out = new LinkedHashSet<>();
    boolean by = !onlyBy;
    boolean placed = false;
    for (int i = from; i < end && i < from + REACH; i++) {
      String w = t.get(i).lower();
      by |= w.equals("by");
      if (w.equals("in")
          || w.equals("at")
          || w.equals("on")
          || w.equals("to")
          || w.equals("after")) {
        placed = true;
      } else if (w.equals("with") || w.equals("and")) {
        placed &= !w.equals("with");
      }
      Mention m = names.at(i);
      boolean next = i + 1 < end && names.at(i + 1) != null;
      if (w.equals(",") && !next) {
        break;
      }
      if (m != null && m.firstToken() == i && by && !placed && actor(m)) {
        out.add(m.name());
      }
    }
    return out;
  }

  private static boolean actor(Mention m) {
    return m.type() == EntityType.PERSON || m.type() == EntityType.ORGANISATION;
  }
}
