package news.slugline.claim;

import java.util.List;
import java.util.Set;
import news.slugline.claim.text.Document;
import news.slugline.claim.text.EntityType;
import news.slugline.claim.text.Mention;
import news.slugline.claim.text.Sentence;
import news.slugline.claim.text.Token;
import news.slugline.claim.value.QuantityMention;
import org.jspecify.annotations.Nullable;

/**
 * Whose an age is: the person named next to it, or one who is known by the age alone, so that no
 * two who are not named are taken for one.
 */
final class AgeHolders {
  /** Letters between an age and a name behind it. */
  private static final int BEHIND = 25;

  /** Tokens before "she" in which the person may be named. */
  private static final int PERSON_BEFORE = 60;

  /** Before "as" they say who somebody is. */
  private static final Set<String> NAMED = Set.of("identified", "named", "known");

  private static final Set<String> DIED = Set.of("died", "dies", "die", "dead");

  private static final Set<String> IS = Set.of("is", "was");

  private final Reading r;
  private final Document d;
  private final List<Token> t;
  private final Passages passages;

  AgeHolders(Reading r, Passages passages) {
    this.r = r;
    this.d = r.document;
    this.t = d.tokens();
    this.passages = passages;
  }

  /**
   * Whose age it is. A person who is not named is known by the age alone, so that two never meet.
   * Null if nobody's: "Turnout was 75."
   */
  @Nullable String holder(Sentence s, QuantityMention m) {
    int at = passages.tokenAt(s, m.start());
    String before = at > s.firstToken() ? t.get(at - 1).lower() : "";
    if (before.equals("was") || before.equals("is")) {
      return subject(at - 2, s);
    }
    Mention best = nearest(s, m);
    if (best != null) {
      return best.name();
    }
    String first = t.get(at).lower();
    boolean alone = first.equals("aged") || first.equals("age"); // "ages" are those of several
    String one = dies(at, s) ? firstPerson(s, at) : alone ? onlyPerson(s) : null;
    if (one != null) {
      return one;
    }
    String counted = m.counted();
    int next = d.tokenFrom(m.end());
    boolean noun = next < s.endToken() && d.tag(next).equals("NOUN");
    String who = counted != null ? counted : noun ? t.get(next).lower() : "person";
    return who + ", " + m.value();
  }

  /** The person who stands next to an age. */
  private @Nullable Mention nearest(Sentence s, QuantityMention m) {
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
      boolean behind = start >= m.end() && gap <= BEHIND && isAgedBy(m.end(), n);
      boolean also = end <= m.start() && d.text(end, m.start()).strip().equals(", also");
      boolean apposed = end <= m.start() && gap <= 4 || also || behind;
      // In "Ann Lee, 32-year-old Joe Orr" the age is that of whom it stands before.
      int far = behind && adjective ? gap - BEHIND : gap;
      if (apposed && gap >= 0 && far < distance && n.type() != EntityType.ORGANISATION) {
        best = n;
        distance = far;
      }
    }
    return best;
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

  /** "Has died aged 81", "died at 81". */
  private boolean dies(int age, Sentence s) {
    boolean at = age > 1 && t.get(age - 1).lower().equals("at");
    int verb = at ? age - 2 : age - 1;
    return verb >= s.firstToken() && DIED.contains(t.get(verb).lower());
  }

  /** The first person before a token: the subject of a sentence about a death. */
  private @Nullable String firstPerson(Sentence s, int before) {
    for (int i = s.firstToken(); i < before; i++) {
      Mention n = r.names.at(i);
      boolean full = n != null && n.type() == EntityType.OTHER && n.endToken() - n.firstToken() > 1;
      if (n != null && (full || n.type() == EntityType.PERSON)) {
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
}
