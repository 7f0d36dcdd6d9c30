package news.slugline.claim.event;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import news.slugline.claim.Participant;
import news.slugline.claim.Participant.Role;
import news.slugline.claim.event.Clauses.Clause;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.EntityType;
import news.slugline.claim.text.Mention;
import news.slugline.claim.text.NameKeys;
import news.slugline.claim.text.Names;
import news.slugline.claim.text.Sentence;
import news.slugline.claim.text.Token;
import news.slugline.claim.text.Verbs;
import news.slugline.claim.text.WordGroups;
import org.jspecify.annotations.Nullable;

/**
 * Whose event it is that somebody was charged, sentenced or appointed: the subject of a passive or
 * the object of an active verb, by name. Who only describes that person ("the wife of Ole Berg") is
 * not taken for him. That one is named in such a place shows that the name is a person's or a
 * body's, known as one or not.
 */
final class Undergoers {
  private static final WordGroups WORDS = WordGroups.of(Undergoers.class, "person-words.tsv");
  private static final Set<String> PREPOSITIONS = WORDS.get("prepositions");
  private static final Set<String> CONJUNCTIONS = WORDS.get("conjunctions");
  private static final Set<String> BEHIND_PARTICIPLE = WORDS.get("behind participle");
  private static final Set<String> AFTER_OBJECT = WORDS.get("after object");
  private static final Set<String> SUBJECT_UNDERGOES = WORDS.get("subject undergoes");
  private static final Set<String> SEVERAL = WORDS.get("several");
  private static final Set<String> ANOTHER = WORDS.get("another");
  private static final Set<String> HE = WORDS.get("he");
  private static final Set<String> HIM = WORDS.get("him");
  private static final Set<String> HIS = WORDS.get("his");
  private static final Set<String> SAYS = WORDS.get("says");

  /** Words of a description between a preposition and the name that it leads to. */
  private static final int DESCRIPTION = 6;

  /** Words between two names that "and" joins, and behind a verb up to whom it is done. */
  private static final int JOINED_REACH = 7;

  private static final int OBJECT_REACH = 14;

  /** Sentences back in which stands who "he" is. */
  private static final int HE_REACH = 2;

  private final Document d;
  private final List<Token> t;
  private final Names names;

  Undergoers(Document d, Names names) {
    this.d = d;
    this.t = d.tokens();
    this.names = names;
  }

  /**
   * Whose event a verb names; empty if it is nobody's, or may be a thing's.
   *
   * @param first token of the verb's group
   */
  List<Participant> ofVerb(Clause c, Triggers.Hit hit, int first, boolean passive) {
    if (!PersonEvents.is(hit.type())) {
      return List.of();
    }
    boolean own = PersonEvents.role(hit.type()) == Role.AGENT; // "she said she would resign"
    boolean reduced = first == hit.start() && isReduced(c, hit);
    boolean undergoes = SUBJECT_UNDERGOES.contains(Verbs.lemma(t.get(hit.start()).lower()));
    if (!own && !passive && !undergoes && !reduced) {
      return participants(hit, behind(hit.start() + 1, c.end()));
    }
    Set<String> who = before(c, first, own);
    return participants(hit, who.isEmpty() && reduced ? behindComma(hit) : who);
  }

  /** "First charged with murder, Berg pleaded guilty to theft": whom its own clause leaves out. */
  private Set<String> behindComma(Triggers.Hit hit) {
    Set<String> out = new LinkedHashSet<>();
    Sentence s = d.sentences().get(d.sentenceOf(hit.start()));
    for (int i = hit.start(); i + 1 < s.endToken(); i++) {
      if (t.get(i).text().equals(",")) {
        add(names.at(i + 1), out);
        return out;
      }
    }
    return out;
  }

  /** Whose event a noun names: "his arrest", "Berg's arrest", "the arrest of Berg". */
  List<Participant> ofNoun(Clause c, Triggers.Hit hit) {
    if (!PersonEvents.is(hit.type())) {
      return List.of();
    }
    int i = hit.start() - 1;
    if (i > c.first() && d.tag(i).equals("ADJ")) {
      i--;
    }
    Set<String> who = new LinkedHashSet<>();
    if (i >= c.first() && HIS.contains(t.get(i).lower())) {
      addHim(i, true, who);
    } else if (i > c.first() && t.get(i).lower().equals("'s")) {
      add(names.at(i - 1), who);
    } else {
      int end = hit.end();
      boolean linked = Set.of("of", "against").contains(t.get(end - 1).lower());
      boolean link = end < c.end() && Set.of("of", "against").contains(t.get(end).lower());
      if (linked || link) {
        who.addAll(behind(link ? end + 1 : end, c.end()));
      }
    }
    return participants(hit, who);
  }

  private static List<Participant> participants(Triggers.Hit hit, Set<String> who) {
    Role role = PersonEvents.role(hit.type());
    List<Participant> out = new ArrayList<>();
    who.forEach(n -> out.add(new Participant(role, n)));
    if (out.isEmpty() && !PersonEvents.mayBeOfThings(hit.type())) {
      out.add(new Participant(role, PersonEvents.SOMEBODY));
    }
    return out;
  }

  /** "Berg, charged with theft, ...": without an auxiliary, and nobody behind it. */
  private boolean isReduced(Clause c, Triggers.Hit hit) {
    return hit.form() == Triggers.Form.PAST_OR_PARTICIPLE
        && (hit.start() + 1 >= c.end()
            || BEHIND_PARTICIPLE.contains(t.get(hit.start() + 1).lower()));
  }

  /** The subject before a verb: in its clause; of "who", "and" and "but" in its sentence. */
  private Set<String> before(Clause c, int end, boolean own) {
    Set<String> out = new LinkedHashSet<>();
    String opens = t.get(c.first()).lower();
    boolean who = opens.equals("who") || opens.equals("which") || opens.equals("whom");
    boolean reaches = who || opens.equals("and") || opens.equals("but");
    int limit = reaches ? d.sentences().get(d.sentenceOf(c.first())).firstToken() : c.first();
    for (int i = end - 1; i >= limit; i--) {
      String w = t.get(i).lower();
      Mention m = names.at(i);
      if (m != null && m.endToken() - 1 == i && isSubject(m, limit, end, who && i < c.first())) {
        joined(m, limit, out);
        return out;
      }
      if (HE.contains(w)) {
        addHim(i, own, out);
        return out;
      }
      if (m == null && (SEVERAL.contains(w) || ANOTHER.contains(w)) && !isApposed(i, end)) {
        out.add(PersonEvents.OTHERS);
        return out;
      }
    }
    return out;
  }

  /** "A third man, Ole Berg, was held": behind the description stands the name. */
  private boolean isApposed(int from, int end) {
    for (int i = from; i < end; i++) {
      if (names.at(i) != null) {
        return true;
      }
    }
    return false;
  }

  /** Whether a name before a verb is its subject, and does not only describe the subject. */
  private boolean isSubject(Mention m, int limit, int end, boolean beforeWho) {
    boolean next = m.endToken() == end && m.type() != EntityType.PLACE; // "Berg faces charges"
    if (!next && !isSomebody(m) || isPossessor(m)) {
      return false;
    }
    return beforeWho || !isLed(m, limit, m.endToken() == end);
  }

  private boolean isPossessor(Mention m) {
    return m.endToken() < t.size() && t.get(m.endToken()).lower().equals("'s");
  }

  /** Whether a preposition leads to a name: "the wife of former mayor Ole Berg". */
  private boolean isLed(Mention m, int limit, boolean beforeVerb) {
    for (int i = m.firstToken() - 1; i >= limit && i >= m.firstToken() - DESCRIPTION; i--) {
      Token w = t.get(i);
      if (!w.isWord() && !w.isNumber() || names.at(i) == null && isDay(i)) {
        return false;
      }
      if (PREPOSITIONS.contains(w.lower())) {
        return !(beforeVerb && CONJUNCTIONS.contains(w.lower()));
      }
      if (CONJUNCTIONS.contains(w.lower()) || w.lower().equals("and")) {
        return false;
      }
    }
    return false;
  }

  /** A capital that is no name's is that of a day or a month. */
  private boolean isDay(int i) {
    int first = d.sentences().get(d.sentenceOf(i)).firstToken();
    return t.get(i).isCapitalised() && i > first;
  }

  /** Persons and bodies, and names of which nothing shows what they name. */
  private boolean isSomebody(Mention m) {
    if (m.type() == EntityType.PERSON || m.type() == EntityType.ORGANISATION) {
      return true;
    }
    return m.type() == EntityType.OTHER && !modifies(m);
  }

  /** "Danish police", "Norvik chairman Ole Berg": what only says of which kind another is. */
  private boolean modifies(Mention m) {
    int next = m.endToken();
    if (next < t.size() && BEHIND_PARTICIPLE.contains(t.get(next).lower())) {
      return false;
    }
    if (next + 1 < t.size() && d.tag(next).equals("ADJ")) {
      next++; // but not "found Berg guilty"
    }
    return next < t.size()
        && t.get(next).isWord()
        && !t.get(next).isCapitalised()
        && d.tag(next).equals("NOUN");
  }

  private void add(@Nullable Mention m, Set<String> out) {
    if (m != null && isSomebody(m)) {
      out.add(name(m));
    }
  }

  /** The name in full if the article gives it so just once. */
  private String name(Mention m) {
    if (NameKeys.isFull(m.name())) {
      return m.name();
    }
    String full = null;
    for (Mention other : names.mentions()) {
      boolean fits =
          (other.type() == EntityType.OTHER || other.type() == EntityType.PERSON)
              && NameKeys.isFull(other.name())
              && NameKeys.same(other.name(), m.name());
      if (fits && full != null && !full.equals(other.name())) {
        return m.name();
      }
      full = fits ? other.name() : full;
    }
    return full == null ? m.name() : full;
  }

  /** A name and those that "and" and commas join to it. */
  private void joined(Mention last, int limit, Set<String> out) {
    List<String> backwards = new ArrayList<>(List.of(name(last)));
    Mention m = last;
    boolean and = false;
    int i = m.firstToken() - 1;
    for (; i >= limit && i >= m.firstToken() - JOINED_REACH; i--) {
      Mention n = names.at(i);
      and |= t.get(i).lower().equals("and");
      if (d.tag(i).equals("VERB")
          || d.tag(i).equals("AUX")
          || PREPOSITIONS.contains(t.get(i).lower())) {
        break;
      }
      if (n != null && and && isSomebody(n) && !isPossessor(n) && !isLed(n, limit, false)) {
        backwards.add(name(n));
        m = n;
        i = n.firstToken();
      }
    }
    Collections.reverse(backwards);
    out.addAll(backwards);
  }

  /** Whom a verb is done to, behind it: the next name, and those joined to it. */
  private Set<String> behind(int from, int end) {
    Set<String> out = new LinkedHashSet<>();
    for (int i = from; i < end && i < from + OBJECT_REACH; i++) {
      String w = t.get(i).lower();
      Mention m = names.at(i);
      if (m != null && m.firstToken() == i && isSomebody(m) && !isPossessor(m)) {
        out.add(name(m));
        i = m.endToken() - 1;
      } else if (HIM.contains(w) && out.isEmpty()) {
        addHim(i, false, out);
        return out;
      } else if (w.equals(",") && !isNameOrAge(i + 1, end)) {
        return out;
      } else if (AFTER_OBJECT.contains(w) && !(w.equals("and") || w.equals("after"))) {
        return out.isEmpty() ? apposed(i, end) : out;
      } else if (w.equals("and") && !out.isEmpty() && !namesNext(i + 1, end)) {
        return out;
      }
    }
    return out;
  }

  private boolean isNameOrAge(int i, int end) {
    return i < end && (names.at(i) != null || t.get(i).isNumber());
  }

  private boolean namesNext(int from, int end) {
    for (int i = from; i < end && i < from + JOINED_REACH; i++) {
      if (names.at(i) != null) {
        return true;
      }
      if (AFTER_OBJECT.contains(t.get(i).lower()) || d.tag(i).equals("VERB")) {
        return false;
      }
    }
    return false;
  }

  /** "Sacked the head of its tanker unit, Ole Berg, over losses". */
  private Set<String> apposed(int from, int end) {
    Set<String> out = new LinkedHashSet<>();
    for (int i = from; i + 1 < end && i < from + OBJECT_REACH; i++) {
      Mention m = names.at(i + 1);
      boolean opens = t.get(i).text().equals(",") && m != null && m.firstToken() == i + 1;
      if (opens && m != null && isSomebody(m)) {
        String next = m.endToken() < t.size() ? t.get(m.endToken()).text() : ".";
        if (next.equals(",") || next.equals(".")) {
          out.add(name(m));
        }
        return out;
      }
      if (d.tag(i).equals("VERB")) {
        return out;
      }
    }
    return out;
  }

  /**
   * Who "he" is: the only one whom his sentence names before, but for who says so of another; else
   * the only one whom the sentences before name. A firm's director is not the firm.
   */
  private void addHim(int at, boolean own, Set<String> out) {
    int here = d.sentenceOf(at);
    for (int s = here; s >= 0 && s >= here - HE_REACH; s--) {
      Sentence of = d.sentences().get(s);
      Set<String> named = new LinkedHashSet<>();
      boolean another = false;
      for (int i = of.firstToken(); i < Math.min(at, of.endToken()); i++) {
        Mention m = names.at(i);
        boolean begins = m != null && m.firstToken() == i;
        if (begins && m != null && isPerson(m) && (own || s < here || !speaks(m, at))) {
          boolean describes = m.type() != EntityType.PERSON && isLed(m, of.firstToken(), false);
          another |= describes;
          if (!describes) {
            named.add(name(m));
          }
        }
      }
      if (another || !named.isEmpty()) {
        out.addAll(named.size() == 1 ? named : Set.of(PersonEvents.OTHERS));
        return;
      }
    }
  }

  private boolean speaks(Mention m, int at) {
    return m.endToken() < at && SAYS.contains(t.get(m.endToken()).lower());
  }

  /** One who is known as a person, or whose name has two parts or three and is no body's. */
  private boolean isPerson(Mention m) {
    return m.type() == EntityType.PERSON
        || m.type() == EntityType.OTHER && !modifies(m) && NameKeys.isFull(name(m));
  }

  /**
   * A person of whom a sentence leaves the verb out: "and Ole Berg to four years".
   *
   * @param first token of his part of the sentence
   * @param end token behind the preposition that takes the verb's place
   */
  record Left(int first, int end, String name) {}

  /** The persons of whom the verb is left out behind the one to whom it is told. */
  List<Left> leftOut(Triggers.Hit hit, int end) {
    List<Left> out = new ArrayList<>();
    String link = null;
    for (int i = hit.start() + 1; i < end; i++) {
      String w = t.get(i).lower();
      boolean joint = w.equals("and") || w.equals(",") || w.equals("while");
      if (link == null && Set.of("to", "of", "with", "as", "for").contains(w)) {
        link = w;
      } else if (joint && link != null) {
        Left found = leftOut(i + 1, end, link);
        if (found != null) {
          out.add(found);
          i = found.end() - 1;
        }
      }
    }
    return out;
  }

  private @Nullable Left leftOut(int from, int end, String link) {
    Mention found = null;
    for (int i = from; i < end && i < from + JOINED_REACH + 1; i++) {
      Mention m = names.at(i);
      String w = t.get(i).lower();
      if (m != null && m.firstToken() == i && isSomebody(m) && !isPossessor(m)) {
        found = m;
        i = m.endToken() - 1;
      } else if (found != null && w.equals(link)) {
        boolean years = !link.equals("to") || i + 1 < end && isTerm(i + 1);
        return years ? new Left(from, i + 1, name(found)) : null;
      } else if (d.tag(i).equals("VERB") || d.tag(i).equals("AUX") || PREPOSITIONS.contains(w)) {
        return null;
      }
    }
    return null;
  }

  /** "To four", "to life", "to theft": but not "to travel". */
  private boolean isTerm(int i) {
    return !d.tag(i).equals("VERB");
  }
}
